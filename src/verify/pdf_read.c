/*
 * pdf_read.c - the file around the values: cross-reference table, objects,
 * streams (ISO 32000-1, 7.3.8-7.5).
 */
#include "verify/pdf_lexer.h"

#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "text/utf8.h"

enum {
	TAIL = 1024,        /* where startxref must stand */
	HOPS = 8,           /* references that lead to references */
	LOOKS = 4,          /* how often a file may be looked through */
	SPARE = 1 << 20,    /* and that much more */
	INFLATE_FIRST = 1 << 14,
	INFLATE_MAX = 1 << 28 /* of one file, all together */
};

static const struct pdf_value nothing = { .kind = PDF_NULL };

struct pdf_lexer
pdf_lexer_at(struct pdf_file *f, size_t at)
{
	return (struct pdf_lexer){ .arena = f->arena,
		.text = f->bytes,
		.at = at < f->bytes.n ? at : f->bytes.n,
		.refs = true,
		.budget = &f->budget };
}

bool
pdf_next_is(struct pdf_lexer *l, const char *word)
{
	struct pdf_value v = pdf_next(l);

	return v.kind == PDF_WORD && str_is(v.text, word);
}

/* The offset behind the last "startxref". */
bool
pdf_find_table(struct pdf_file *f, size_t *at)
{
	size_t from = f->bytes.n > TAIL ? f->bytes.n - TAIL : 0;
	size_t found = f->bytes.n, next;
	struct pdf_lexer l;
	struct pdf_value v;

	while ((next = str_find(f->bytes, STR("startxref"), from)) <
	    f->bytes.n) {
		found = next;
		from = next + 1;
	}
	l = pdf_lexer_at(f, found + strlen("startxref"));
	v = pdf_next(&l);
	if (found == f->bytes.n || pdf_int(&v, 1, (int64_t)f->bytes.n, 0) == 0)
		return false;
	*at = (size_t)pdf_int(&v, 1, (int64_t)f->bytes.n, 0);
	return true;
}

static bool
digits(const char *p, size_t n, size_t *out)
{
	*out = 0;
	for (size_t i = 0; i < n; i++) {
		if (p[i] < '0' || p[i] > '9')
			return false;
		*out = *out * 10 + (size_t)(p[i] - '0');
	}
	return true;
}

/* 7.5.4: "nnnnnnnnnn ggggg n" and two bytes of line end. */
bool
pdf_read_entry(struct pdf_file *f, const char *p, unsigned n)
{
	size_t offset, generation;

	if (!digits(p, 10, &offset) || p[10] != ' ' ||
	    !digits(p + 11, 5, &generation) || p[16] != ' ' ||
	    (p[17] != 'n' && p[17] != 'f'))
		return false;
	if (p[17] == 'n' && (offset == 0 || offset >= f->bytes.n))
		return false;
	f->offset[n] = p[17] == 'n' ? offset : 0;
	return true;
}

/* One section that begins with object 0; then the trailer. */
static bool
read_table(struct pdf_file *f, size_t at)
{
	struct pdf_lexer l = pdf_lexer_at(f, at);
	struct pdf_value first, count;
	int64_t n;

	if (!pdf_next_is(&l, "xref"))
		return false;
	first = pdf_next(&l);
	count = pdf_next(&l);
	n = pdf_int(&count, 1, (int64_t)(f->bytes.n / PDF_ENTRY), 0);
	if (pdf_int(&first, 0, 0, -1) != 0 || n == 0)
		return false;
	pdf_skip_line_end(&l);
	if (f->bytes.n - l.at < (size_t)n * PDF_ENTRY)
		return false;
	f->nobjects = (unsigned)n;
	f->offset = NEW_ARRAY(f->arena, (size_t)n, size_t);
	f->object = NEW_ARRAY(f->arena, (size_t)n, struct pdf_value *);
	for (unsigned i = 0; i < f->nobjects; i++)
		if (!pdf_read_entry(f, f->bytes.p + l.at + i * PDF_ENTRY, i))
			return false;
	l.at += (size_t)n * PDF_ENTRY;
	if (!pdf_next_is(&l, "trailer"))
		return false;
	f->trailer = pdf_next(&l);
	return f->trailer.kind == PDF_DICT &&
	    pdf_int(pdf_get_raw(&f->trailer, "Size"), 0, n, 0) == n &&
	    pdf_get_raw(&f->trailer, "Prev")->kind == PDF_NULL &&
	    pdf_get_raw(&f->trailer, "Encrypt")->kind == PDF_NULL;
}

void
pdf_start(struct pdf_file *f, struct str bytes, struct arena *a)
{
	*f = (struct pdf_file){ .arena = a, .bytes = bytes };
	f->budget = bytes.n * LOOKS + SPARE;
	f->inflate = INFLATE_MAX;
}

bool
pdf_open(struct pdf_file *f, struct str bytes, struct arena *a)
{
	pdf_start(f, bytes, a);
	return str_starts(bytes, STR("%PDF-1.")) &&
	    pdf_find_table(f, &f->table) && read_table(f, f->table);
}

/* Behind "n 0 obj" of object n. */
bool
pdf_object_at(struct pdf_file *f, unsigned n, struct pdf_lexer *l)
{
	struct pdf_value number, generation;

	if (n >= f->nobjects || f->offset[n] == 0)
		return false;
	*l = pdf_lexer_at(f, f->offset[n]);
	number = pdf_next(l);
	generation = pdf_next(l);
	return pdf_int(&number, n, n, -1) == n &&
	    pdf_int(&generation, 0, 0, -1) == 0 && pdf_next_is(l, "obj");
}

/* /Length, which may be an object of its own: that is read as a number and
   nothing else, so that lengths cannot lead to streams and so on. */
static int64_t
stream_length(struct pdf_file *f, const struct pdf_value *d)
{
	struct pdf_value v = *pdf_get_raw(d, "Length");
	struct pdf_lexer l;

	if (v.kind == PDF_REF) {
		if (!pdf_object_at(f, v.object, &l))
			return -1;
		v = pdf_next(&l);
	}
	return pdf_int(&v, 0, (int64_t)f->bytes.n, -1);
}

/* Behind the dictionary v: its stream. False if it is not sound. */
static bool
read_stream(struct pdf_file *f, struct pdf_lexer *l, struct pdf_value *v)
{
	int64_t n = stream_length(f, v);
	size_t at = l->at;

	if (at < f->bytes.n && f->bytes.p[at] == '\r')
		at++;
	if (n < 0 || at >= f->bytes.n || f->bytes.p[at++] != '\n' ||
	    (size_t)n > f->bytes.n - at)
		return false;
	v->is_stream = true;
	v->stream = str_sub(f->bytes, at, at + (size_t)n);
	l->at = at + (size_t)n;
	/* ISO 19005-2, 6.1.7.1: a line end comes before endstream */
	if (l->at < f->bytes.n && f->bytes.p[l->at] != '\r' &&
	    f->bytes.p[l->at] != '\n')
		return false;
	return pdf_next_is(l, "endstream");
}

const struct pdf_value *
pdf_object(struct pdf_file *f, unsigned n)
{
	struct pdf_value *v;
	struct pdf_lexer l;
	struct pdf_value word;
	bool sound;

	if (n >= f->nobjects || f->offset[n] == 0)
		return &nothing;
	if (f->object[n] != NULL)
		return f->object[n];
	v = f->object[n] = NEW(f->arena, struct pdf_value);
	if (!pdf_object_at(f, n, &l)) {
		v->kind = PDF_END;
		return v;
	}
	*v = pdf_next(&l);
	word = pdf_next(&l);
	sound = word.kind == PDF_WORD;
	if (sound && str_is(word.text, "stream") && v->kind == PDF_DICT) {
		sound = read_stream(f, &l, v);
		word = pdf_next(&l);
	}
	if (!sound || word.kind != PDF_WORD || !str_is(word.text, "endobj"))
		v->kind = PDF_END;
	return v;
}

const struct pdf_value *
pdf_resolve(struct pdf_file *f, const struct pdf_value *v)
{
	for (int hop = 0; v->kind == PDF_REF; hop++) {
		if (hop == HOPS)
			return &nothing;
		v = pdf_object(f, v->object);
	}
	return v;
}

const struct pdf_value *
pdf_get_raw(const struct pdf_value *d, const char *key)
{
	if (d->kind == PDF_DICT)
		for (size_t i = 0; i < d->n; i++)
			if (str_is(d->item[2 * i].text, key))
				return &d->item[2 * i + 1];
	return &nothing;
}

const struct pdf_value *
pdf_get(struct pdf_file *f, const struct pdf_value *d, const char *key)
{
	return pdf_resolve(f, pdf_get_raw(d, key));
}

const struct pdf_value *
pdf_item(struct pdf_file *f, const struct pdf_value *v, size_t i)
{
	if (v->kind != PDF_ARRAY || i >= v->n)
		return &nothing;
	return pdf_resolve(f, &v->item[i]);
}

/* How large the inflated data is cannot be known: try larger rooms. */
static bool
inflate(struct pdf_file *f, struct str in, struct str *out)
{
	struct libdeflate_decompressor *d = libdeflate_alloc_decompressor();
	enum libdeflate_result result = LIBDEFLATE_INSUFFICIENT_SPACE;
	size_t room = INFLATE_FIRST, used = 0, n = 0;
	char *p = NULL;

	while (room < in.n * 4)
		room *= 2;
	for (; d != NULL && result == LIBDEFLATE_INSUFFICIENT_SPACE &&
	     room <= f->inflate;
	     room *= 2) {
		f->inflate -= room;
		p = arena_alloc(f->arena, room);
		result = libdeflate_zlib_decompress_ex(d, in.p, in.n, p, room,
		    &used, &n);
	}
	libdeflate_free_decompressor(d);
	if (result != LIBDEFLATE_SUCCESS || used != in.n)
		return false;
	*out = (struct str){ p, n };
	return true;
}

bool
pdf_data(struct pdf_file *f, const struct pdf_value *v, struct str *out)
{
	const struct pdf_value *filter = pdf_get(f, v, "Filter");

	if (v->kind != PDF_DICT || !v->is_stream)
		return false;
	if (filter->kind == PDF_ARRAY && filter->n == 1)
		filter = pdf_item(f, filter, 0);
	if (filter->kind == PDF_NULL) {
		*out = v->stream;
		return true;
	}
	return pdf_is_name(filter, "FlateDecode") && inflate(f, v->stream, out);
}

bool
pdf_inflates_to(const struct pdf_value *v, size_t n)
{
	struct libdeflate_decompressor *d = libdeflate_alloc_decompressor();
	enum libdeflate_result result = LIBDEFLATE_BAD_DATA;
	size_t used = 0;
	char *p = malloc(n > 0 ? n : 1);

	if (d != NULL && p != NULL && v->kind == PDF_DICT && v->is_stream)
		result = libdeflate_zlib_decompress_ex(
		    d, v->stream.p, v->stream.n, p, n, &used, NULL);
	libdeflate_free_decompressor(d);
	free(p);
	return result == LIBDEFLATE_SUCCESS && used == v->stream.n;
}

bool
pdf_is_name(const struct pdf_value *v, const char *name)
{
	return v->kind == PDF_NAME && str_is(v->text, name);
}

int64_t
pdf_int(const struct pdf_value *v, int64_t low, int64_t high, int64_t otherwise)
{
	int64_t n = v->milli / 1000;

	if (v->kind != PDF_NUMBER || v->milli % 1000 != 0 || n < low ||
	    n > high)
		return otherwise;
	return n;
}

struct str
pdf_utf16(struct arena *a, struct str s)
{
	struct buf b = { .arena = a };
	uint32_t c, next;

	for (size_t i = 0; i + 1 < s.n; i += 2) {
		c = (uint32_t)((unsigned char)s.p[i] << 8 |
		    (unsigned char)s.p[i + 1]);
		if (c >= 0xD800 && c < 0xE000) {
			next = i + 3 < s.n && c < 0xDC00 ?
			    (uint32_t)((unsigned char)s.p[i + 2] << 8 |
				(unsigned char)s.p[i + 3]) :
			    0;
			if (next >= 0xDC00 && next < 0xE000) {
				c = 0x10000 + ((c - 0xD800) << 10) + next -
				    0xDC00;
				i += 2;
			} else {
				c = 0xFFFD;
			}
		}
		utf8_put(&b, c);
	}
	return buf_str(&b);
}

struct str
pdf_text(struct arena *a, const struct pdf_value *v)
{
	struct buf b = { .arena = a };

	if (v->kind != PDF_STRING)
		return STR_NONE;
	if (str_starts(v->text, STR("\xFE\xFF")))
		return pdf_utf16(a, str_sub(v->text, 2, v->text.n));
	for (size_t i = 0; i < v->text.n; i++)
		utf8_put(&b, (unsigned char)v->text.p[i] < 0x80 ?
			(uint32_t)v->text.p[i] : 0xFFFD);
	return buf_str(&b);
}
