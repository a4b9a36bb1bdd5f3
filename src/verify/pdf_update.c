/*
 * pdf_update.c - files that have been added to (ISO 32000-1, 7.5.6): a chain of
 * cross-reference tables, of which the newest that knows an object counts.
 */
#include "base/buf.h"
#include "verify/pdf_lexer.h"

enum { UPDATES_MAX = 64 };

/* The rows of objects first and on, unless a newer table knows them. */
static bool
take_rows(struct pdf_file *f, size_t at, size_t first, size_t n, bool *known)
{
	for (size_t i = 0; i < n; i++) {
		if (first + i >= f->nobjects)
			return false;
		if (known[first + i])
			continue;
		known[first + i] = true;
		if (!pdf_read_entry(f, f->bytes.p + at + i * PDF_ENTRY,
			(unsigned)(first + i)))
			return false;
	}
	return true;
}

/* One table and its trailer; known NULL: the rows are passed by. */
static bool
walk_table(struct pdf_file *f, size_t at, bool *known,
    struct pdf_value *trailer)
{
	struct pdf_lexer l = pdf_lexer_at(f, at);
	struct pdf_value v;
	int64_t first, n;

	if (!pdf_next_is(&l, "xref"))
		return false;
	for (;;) {
		v = pdf_next(&l);
		if (v.kind == PDF_WORD && str_is(v.text, "trailer"))
			break;
		first = pdf_int(&v, 0, INT32_MAX, -1);
		v = pdf_next(&l);
		n = pdf_int(&v, 0, (int64_t)(f->bytes.n / PDF_ENTRY), -1);
		if (first < 0 || n < 0)
			return false;
		pdf_skip_line_end(&l);
		if (f->bytes.n - l.at < (size_t)n * PDF_ENTRY ||
		    (known != NULL &&
			!take_rows(f, l.at, (size_t)first, (size_t)n, known)))
			return false;
		l.at += (size_t)n * PDF_ENTRY;
	}
	*trailer = pdf_next(&l);
	return trailer->kind == PDF_DICT;
}

/* All tables from f->table on; each lies before the one that names it. */
static bool
walk_chain(struct pdf_file *f)
{
	bool *known = NEW_ARRAY(f->arena, f->nobjects, bool);
	struct pdf_value trailer;
	size_t at = f->table, before;

	for (int i = 0; i < UPDATES_MAX; i++) {
		if (!walk_table(f, at, known, &trailer))
			return false;
		if (pdf_get_raw(&trailer, "Prev")->kind == PDF_NULL)
			return true;
		before = (size_t)pdf_int(pdf_get_raw(&trailer, "Prev"), 1,
		    (int64_t)at - 1, 0);
		if (before == 0)
			return false;
		at = before;
	}
	return false;
}

enum pdf_state
pdf_open_updated(struct pdf_file *f, struct str bytes, struct arena *a)
{
	int64_t n;

	pdf_start(f, bytes, a);
	if (!str_starts(bytes, STR("%PDF-1.")) ||
	    !pdf_find_table(f, &f->table) ||
	    !walk_table(f, f->table, NULL, &f->trailer))
		return PDF_DAMAGED;
	if (pdf_get_raw(&f->trailer, "Encrypt")->kind != PDF_NULL)
		return PDF_ENCRYPTED;
	/* every object has a row of some table */
	n = pdf_int(pdf_get_raw(&f->trailer, "Size"), 1,
	    (int64_t)(bytes.n / PDF_ENTRY), 0);
	if (n == 0)
		return PDF_DAMAGED;
	f->nobjects = (unsigned)n;
	f->offset = NEW_ARRAY(a, (size_t)n, size_t);
	f->object = NEW_ARRAY(a, (size_t)n, struct pdf_value *);
	return walk_chain(f) ? PDF_SOUND : PDF_DAMAGED;
}

static bool
is_dropped(struct str key, const char *const *drop)
{
	for (; *drop != NULL; drop++)
		if (str_is(key, *drop))
			return true;
	return false;
}

bool
pdf_copy_entries(struct pdf_file *f, unsigned n, const char *const *drop,
    struct str *out)
{
	struct buf b = { .arena = f->arena };
	struct pdf_value key, value;
	struct pdf_lexer l;
	size_t from;

	if (pdf_object(f, n)->kind != PDF_DICT || !pdf_object_at(f, n, &l))
		return false;
	pdf_skip_space(&l);
	for (l.at += 2;;) { /* it is a dictionary: "<<" stands there */
		pdf_skip_space(&l);
		from = l.at;
		if (f->bytes.n - from < 2)
			return false;
		if (f->bytes.p[from] == '>')
			break;
		key = pdf_next(&l);
		value = pdf_next(&l);
		if (key.kind != PDF_NAME || value.kind == PDF_END ||
		    value.kind == PDF_WORD)
			return false;
		if (!is_dropped(key.text, drop)) {
			buf_add(&b, str_sub(f->bytes, from, l.at));
			buf_addc(&b, '\n');
		}
	}
	*out = buf_str(&b);
	return true;
}
