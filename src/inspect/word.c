/* word.c - the package of a DOCX of any program, its parts and settings. */
#include "inspect/word_read.h"

#include <strings.h>

#include "base/err.h"
#include "text/utf8.h"

enum { MAX_INFLATED = 64 * 1024 * 1024 };

/* The namespaces of ISO/IEC 29500 transitional, then strict. */
#define OOXML "http://schemas.openxmlformats.org/"
#define STRICT "http://purl.oclc.org/ooxml/"
static const struct scan_ns namespaces[] = {
	{ OOXML "wordprocessingml/2006/main", "w" },
	{ OOXML "officeDocument/2006/relationships", "r" },
	{ OOXML "drawingml/2006/main", "a" },
	{ OOXML "drawingml/2006/wordprocessingDrawing", "wp" },
	{ OOXML "drawingml/2006/picture", "pic" },
	{ OOXML "markup-compatibility/2006", "mc" },
	{ OOXML "package/2006/relationships", "" },
	{ STRICT "wordprocessingml/main", "w" },
	{ STRICT "officeDocument/relationships", "r" },
	{ STRICT "drawingml/main", "a" },
	{ STRICT "drawingml/wordprocessingDrawing", "wp" },
	{ STRICT "drawingml/picture", "pic" },
	{ "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
	    "wps" },
	{ "urn:schemas-microsoft-com:vml", "v" },
};

static bool
same_name(struct str x, struct str y)
{
	return x.n == y.n && x.n > 0 && strncasecmp(x.p, y.p, x.n) == 0;
}

const struct scan_elem *
reader_part(struct reader *r, struct str name)
{
	size_t where = 0;

	for (size_t i = 0; i < r->nparts; i++) {
		struct wpart *p = &r->part[i];

		if (!same_name(p->name, name))
			continue;
		if (!p->scanned) {
			p->scanned = true;
			p->root = scan_foreign(r->a, p->bytes, namespaces,
			    COUNT(namespaces), &where);
			if (p->root == NULL)
				diag_add(r->ds, DIAG_INSPECT_FILE_XML, r->pos,
				    "%.*s: %zu", STR_ARG(p->name), where);
		}
		return p->root;
	}
	return NULL;
}

/* Everything before the last slash of a part's name. */
static struct str
folder_of(struct str part)
{
	size_t n = part.n;

	while (n > 0 && part.p[n - 1] != '/')
		n--;
	return str_sub(part, 0, n);
}

/* "word/_rels/document.xml.rels" for "word/document.xml". */
static struct str
rels_of(struct reader *r, struct str part)
{
	struct str dir = folder_of(part);

	return str_printf(r->a, "%.*s_rels/%.*s.rels", STR_ARG(dir),
	    STR_ARG(str_sub(part, dir.n, part.n)));
}

static struct str
join(struct reader *r, struct str dir, struct str target)
{
	struct str up = STR("../"), here = STR("./");

	if (target.n > 0 && target.p[0] == '/')
		return str_sub(target, 1, target.n);
	while (str_starts(target, up) || str_starts(target, here)) {
		bool climb = str_starts(target, up);

		target = str_sub(target, climb ? up.n : here.n, target.n);
		if (climb && dir.n > 0)
			dir = folder_of(str_sub(dir, 0, dir.n - 1));
	}
	return str_printf(r->a, "%.*s%.*s", STR_ARG(dir), STR_ARG(target));
}

static struct str
target_of(struct reader *r, struct str part, const struct scan_elem *e)
{
	if (str_is(scan_get(e, "TargetMode"), "External"))
		return STR_NONE;
	return join(r, folder_of(part), scan_get(e, "Target"));
}

struct str
reader_target(struct reader *r, struct str part, struct str id)
{
	const struct scan_elem *e =
	    scan_child(reader_part(r, rels_of(r, part)), "Relationship");

	for (; e != NULL; e = scan_beside(e, "Relationship"))
		if (str_eq(scan_get(e, "Id"), id))
			return target_of(r, part, e);
	return STR_NONE;
}

struct str
reader_related(struct reader *r, struct str part, const char *kind)
{
	const struct scan_elem *e =
	    scan_child(reader_part(r, rels_of(r, part)), "Relationship");
	struct str end = str_printf(r->a, "/%s", kind);

	for (; e != NULL; e = scan_beside(e, "Relationship"))
		if (str_ends(scan_get(e, "Type"), end))
			return target_of(r, part, e);
	return STR_NONE;
}

struct str
reader_val(const struct scan_elem *e, const char *child)
{
	return scan_get(scan_child(e, child), "w:val");
}

bool
reader_on(const struct scan_elem *props, const char *name, bool dflt)
{
	const struct scan_elem *e = scan_child(props, name);
	struct str s = scan_get(e, "w:val");

	if (e == NULL)
		return dflt;
	return !(str_is(s, "0") || str_is(s, "false") || str_is(s, "off"));
}

/* Twips of one, in thousandths. */
static const struct {
	const char *unit;
	int64_t milli;
} units[] = { { "mm", 56693 }, { "cm", 566929 }, { "in", 1440000 },
	{ "pt", 20000 }, { "pc", 240000 }, { "pi", 240000 } };

int64_t
reader_length(struct str s, int64_t dflt)
{
	enum { LONGEST = 9 };
	int64_t v = 0, part = 0, scale = 1, milli = 1000;
	size_t i = s.n > 0 && s.p[0] == '-' ? 1 : 0, digits = 0;

	for (; i < s.n && s.p[i] >= '0' && s.p[i] <= '9'; i++, digits++)
		if (digits < LONGEST)
			v = v * 10 + (s.p[i] - '0');
	if (digits == 0 || digits > LONGEST)
		return dflt;
	if (i < s.n && s.p[i] == '.')
		for (i++; i < s.n && s.p[i] >= '0' && s.p[i] <= '9'; i++)
			if (scale < 1000) {
				part = part * 10 + (s.p[i] - '0');
				scale *= 10;
			}
	for (size_t k = 0; k < COUNT(units); k++)
		if (str_is(str_sub(s, i, s.n), units[k].unit))
			milli = units[k].milli;
	v = (v * milli + part * milli / scale + 500) / 1000;
	return s.p[0] == '-' ? -v : v;
}

static bool
open_package(struct reader *r, struct str bytes)
{
	struct err err = { 0 };
	struct zip_entry *entry;

	if (!package_unpack(
		r->a, bytes, MAX_INFLATED, &entry, &r->nparts, &err)) {
		diag_add(
		    r->ds, DIAG_INSPECT_FILE_PACKAGE, r->pos, "%s", err.text);
		return false;
	}
	r->part = NEW_ARRAY(r->a, r->nparts + 1, struct wpart);
	for (size_t i = 0; i < r->nparts; i++) {
		r->part[i].name = entry[i].name;
		r->part[i].bytes = entry[i].bytes;
	}
	return true;
}

static void
read_settings(struct reader *r)
{
	const struct scan_elem *root =
	    reader_part(r, reader_related(r, r->document, "settings"));

	r->w->even_and_odd = reader_on(root, "w:evenAndOddHeaders", false);
}

/* The notes that people wrote, without the separators. */
static void
read_notes(struct reader *r, const char *kind, const char *name)
{
	struct str part = reader_related(r, r->document, kind);
	const struct scan_elem *e = scan_child(reader_part(r, part), name);
	struct wwhere at = {
		.place = WORD_NOTE, .table = WORD_NO_TABLE, .part = part
	};

	for (; e != NULL; e = scan_beside(e, name)) {
		struct str type = scan_get(e, "w:type");

		if (type.p == NULL || str_is(type, "normal"))
			read_blocks(r, e, &at);
	}
}

static void
count_comments(struct reader *r)
{
	const struct scan_elem *root =
	    reader_part(r, reader_related(r, r->document, "comments"));
	const struct scan_elem *e = scan_child(root, "w:comment");

	for (; e != NULL; e = scan_beside(e, "w:comment"))
		r->w->comments++;
}

static void
close_lists(struct reader *r)
{
	struct word *w = r->w;

	w->para = r->paras.v;
	w->nparas = r->paras.n;
	w->table = r->tables.v;
	w->ntables = r->tables.n;
	w->section = r->sections.v;
	w->nsections = r->sections.n;
	w->drawing = r->drawings.v;
	w->ndrawings = r->drawings.n;
}

static void
read_document(struct reader *r, const struct scan_elem *body)
{
	struct wwhere at = {
		.place = WORD_BODY, .table = WORD_NO_TABLE, .part = r->document
	};

	read_styles(r);
	read_numbering(r);
	read_settings(r);
	read_blocks(r, body, &at);
	end_section(r, scan_child(body, "w:sectPr"));
	r->w->nbody = r->paras.n;
	read_sections(r);
	read_notes(r, "footnotes", "w:footnote");
	read_notes(r, "endnotes", "w:endnote");
	count_comments(r);
	close_lists(r);
}

const struct word *
word_read(struct arena *a, struct str bytes, const char *path, struct diags *ds)
{
	struct reader r = { .a = a, .ds = ds, .pos = POS_FILE(path) };
	const struct scan_elem *body;
	size_t before = ds->n;

	r.w = NEW(a, struct word);
	if (!open_package(&r, bytes))
		return NULL;
	r.document = reader_related(&r, STR(""), "officeDocument");
	body = scan_child(reader_part(&r, r.document), "w:body");
	if (body == NULL) {
		if (ds->n == before)
			diag_add(ds, DIAG_INSPECT_FILE_PACKAGE, r.pos, "%s",
			    "w:body");
		return NULL;
	}
	read_document(&r, body);
	if (r.full)
		diag_add(
		    ds, DIAG_INSPECT_FILE_LIMIT, r.pos, "%zu", r.w->nparas);
	return r.full ? NULL : r.w;
}

const struct wcell *
word_cell(const struct word *w, const struct wpara *p)
{
	const struct wtable *t;

	if (p->table == WORD_NO_TABLE)
		return NULL;
	t = &w->table[p->table];
	for (size_t i = 0; i < t->ncells; i++)
		if (t->cell[i].row == p->row && t->cell[i].column == p->column)
			return &t->cell[i];
	return NULL;
}

int64_t
word_measure(const struct word *w, const struct wpara *p)
{
	const struct wcell *c = word_cell(w, p);
	const struct wsection *s;

	if (c != NULL)
		return c->width - w->table[p->table].margin_left -
		    w->table[p->table].margin_right;
	if (p->section >= w->nsections)
		return 0;
	s = &w->section[p->section];
	return s->width - s->left - s->right;
}
