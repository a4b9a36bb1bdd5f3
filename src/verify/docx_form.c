/*
 * docx_form.c - sections, page headers and tables of a written DOCX against
 * what was laid out.
 */
#include "verify/docx_view.h"

#include "base/vec.h"

#define DOCUMENT "word/document.xml"

static void
same_number(const struct view *v, const char *part, size_t number,
    const char *name, int64_t want, int64_t found)
{
	if (want != found)
		diag_add(v->ds, DIAG_VERIFY_DOCX_GEOMETRY, v->pos,
		    "%s, %zu: %s %d/%d", part, number, name, (int)want,
		    (int)found);
}

static void
compare_page(const struct view *v, size_t number, const struct scan_elem *sect,
    const struct page_setup *g)
{
	const struct scan_elem *size = scan_child(sect, "w:pgSz");
	const struct scan_elem *mar = scan_child(sect, "w:pgMar");
	const struct {
		const struct scan_elem *e;
		const char *name;
		emu want;
	} value[] = {
		{ size, "w:w", g->width },
		{ size, "w:h", g->height },
		{ mar, "w:top", g->top },
		{ mar, "w:right", g->right },
		{ mar, "w:bottom", g->bottom },
		{ mar, "w:left", g->left },
		{ mar, "w:header", g->header },
		{ mar, "w:gutter", 0 },
	};

	for (size_t i = 0; i < sizeof(value) / sizeof(value[0]); i++)
		same_number(v, DOCUMENT, number, value[i].name,
		    twips(value[i].want), scan_int(value[i].e, value[i].name));
	if (g->width > g->height &&
	    !str_is(scan_get(size, "w:orient"), "landscape"))
		diag_add(v->ds, DIAG_VERIFY_DOCX_GEOMETRY, v->pos,
		    "%s, %zu: w:orient", DOCUMENT, number);
}

/* The part that the section has for its headers or footers of that type. */
static struct str
margin_part(const struct view *v, const struct scan_elem *sect,
    const char *name, const char *type)
{
	const struct scan_elem *e = scan_child(sect, name);
	bool external;

	while (e != NULL && !str_is(scan_get(e, "w:type"), type))
		e = scan_beside(e, name);
	return e == NULL ? STR_NONE :
			   view_target(v, STR(DOCUMENT), scan_get(e, "r:id"),
			       &external);
}

/* n blocks of the first page's margin, or one paragraph without text. */
static void
compare_first(const struct view *v, size_t number, const char *name,
    struct str part, const struct lblock *b, size_t n)
{
	const struct scan_elem *p = scan_child(view_root(v, part), "w:p");

	if (n > 0)
		compare_margin(v, part, b, n);
	if (p == NULL ||
	    (n == 0 &&
		(scan_beside(p, NULL) != NULL ||
		    scan_child(p, "w:r") != NULL ||
		    scan_child(p, "w:fldSimple") != NULL)))
		diag_add(v->ds, DIAG_VERIFY_DOCX_STRUCTURE, v->pos,
		    "%s, %zu: %s first", DOCUMENT, number, name);
}

/* No footers but that of the first page, and that only if it is laid out. */
static void
compare_footer(const struct view *v, size_t number,
    const struct scan_elem *sect, const struct lsection *s)
{
	const char *name = "w:footerReference";
	struct str part = margin_part(v, sect, name, "first");
	const struct scan_elem *mar = scan_child(sect, "w:pgMar");

	if (margin_part(v, sect, name, "default").p != NULL)
		diag_add(v->ds, DIAG_VERIFY_DOCX_STRUCTURE, v->pos,
		    "%s, %zu: %s default", DOCUMENT, number, name);
	if (part.p != NULL || s->nfoot > 0)
		compare_first(v, number, name, part, s->foot, s->nfoot);
	same_number(v, DOCUMENT, number, "w:footer", twips(s->footer),
	    scan_int(mar, "w:footer"));
}

/* The number from the second page on; the first has none (I.7). */
static void
compare_header(const struct view *v, size_t number,
    const struct scan_elem *sect, const struct lsection *s)
{
	const char *name = "w:headerReference";
	struct str part = margin_part(v, sect, name, "default");
	const struct scan_elem *p = scan_child(view_root(v, part), "w:p");

	if (p == NULL || scan_beside(p, NULL) != NULL)
		diag_add(v->ds, DIAG_VERIFY_DOCX_STRUCTURE, v->pos,
		    "%s, %zu: %s default", DOCUMENT, number, name);
	else
		compare_paragraph(v, part.p, 1, p, &s->page_number);
	compare_first(v, number, name, margin_part(v, sect, name, "first"),
	    s->top, s->ntop);
	if (scan_child(sect, "w:titlePg") == NULL)
		diag_add(v->ds, DIAG_VERIFY_DOCX_STRUCTURE, v->pos,
		    "%s, %zu: w:titlePg", DOCUMENT, number);
}

/* Each section counts from 1: the first by itself. */
static void
compare_count(const struct view *v, size_t number, const struct scan_elem *sect)
{
	const struct scan_elem *e = scan_child(sect, "w:pgNumType");

	if (number > 1)
		same_number(v, DOCUMENT, number, "w:start", 1,
		    scan_int(e, "w:start"));
}

void
compare_sections(const struct view *v, const struct laid *l)
{
	const struct scan_elem *root = view_root(v, STR(DOCUMENT)), *e = root;
	size_t n = 0;

	for (; e != NULL; e = scan_after(e, root)) {
		if (!scan_is(e, "w:sectPr"))
			continue;
		if (n < l->nsections) {
			compare_page(v, n + 1, e, &l->section[n].page);
			compare_header(v, n + 1, e, &l->section[n]);
			compare_footer(v, n + 1, e, &l->section[n]);
			compare_count(v, n + 1, e);
		}
		n++;
	}
	if (n != l->nsections)
		diag_add(v->ds, DIAG_VERIFY_DOCX_STRUCTURE, v->pos,
		    "%s: w:sectPr %zu/%zu", DOCUMENT, l->nsections, n);
}

typedef VEC(const struct ltable *) table_list;

/* Tables in reading order, an outer one before those in its cells. */
static void
list_tables(struct arena *a, const struct lblock *b, size_t n, table_list *out)
{
	for (size_t i = 0; i < n; i++) {
		const struct ltable *t = &b[i].as.table;

		if (b[i].kind != LAID_TABLE)
			continue;
		*vec_add(a, out) = t;
		for (size_t r = 0; r < t->nrows; r++)
			for (size_t c = 0; c < t->row[r].ncells; c++)
				list_tables(a, t->row[r].cell[c].block,
				    t->row[r].cell[c].nblocks, out);
	}
}

/* Cells that are not under one from above: their spans, row by row. */
static void
compare_row(const struct view *v, size_t number, const struct lrow *r,
    const struct scan_elem *tr)
{
	const struct scan_elem *props = scan_child(tr, "w:trPr");
	const struct scan_elem *tc = scan_child(tr, "w:tc");

	same_number(v, DOCUMENT, number, "w:tblHeader", r->header,
	    scan_child(props, "w:tblHeader") != NULL);
	same_number(v, DOCUMENT, number, "w:cantSplit", r->cant_split,
	    scan_child(props, "w:cantSplit") != NULL);
	for (size_t i = 0; i < r->ncells; i++) {
		const struct lcell *c = &r->cell[i];
		const struct scan_elem *p, *span;

		if (c->covered)
			continue;
		while (tc != NULL && view_continues(tc))
			tc = scan_beside(tc, "w:tc");
		p = scan_child(tc, "w:tcPr");
		span = scan_child(p, "w:gridSpan");
		if (tc == NULL) {
			diag_add(v->ds, DIAG_VERIFY_DOCX_STRUCTURE, v->pos,
			    "%s, %zu: w:tc", DOCUMENT, number);
			return;
		}
		same_number(v, DOCUMENT, number, "w:gridSpan",
		    c->colspan > 1 ? (int64_t)c->colspan : 1,
		    span == NULL ? 1 : scan_int(span, "w:val"));
		same_number(v, DOCUMENT, number, "w:vMerge", c->rowspan > 1,
		    scan_child(p, "w:vMerge") != NULL);
		tc = scan_beside(tc, "w:tc");
	}
}

/* Columns one twip off are the rounding of their sum. */
static void
compare_columns(const struct view *v, size_t number, const struct ltable *t,
    const struct scan_elem *tbl)
{
	const struct scan_elem *col =
	    scan_child(scan_child(tbl, "w:tblGrid"), "w:gridCol");

	for (size_t i = 0; i < t->ncolumns; i++) {
		int64_t want = twips(t->column[i]), w = scan_int(col, "w:w");

		if (w < want - 1 || w > want + 1)
			same_number(v, DOCUMENT, number, "w:gridCol", want, w);
		col = col == NULL ? NULL : scan_beside(col, "w:gridCol");
	}
	if (col != NULL)
		same_number(v, DOCUMENT, number, "w:gridCol",
		    (int64_t)t->ncolumns, (int64_t)t->ncolumns + 1);
}

/* Borders on the table or on its style. */
static bool
is_bordered(const struct view *v, const struct scan_elem *props)
{
	const struct scan_elem *style = scan_child(props, "w:tblStyle");

	if (scan_child(props, "w:tblBorders") != NULL)
		return true;
	if (style == NULL)
		return false;
	style = view_style(v, scan_get(style, "w:val"));
	return scan_child(scan_child(style, "w:tblPr"), "w:tblBorders") != NULL;
}

static void
compare_table(const struct view *v, size_t number, const struct ltable *t,
    const struct scan_elem *tbl)
{
	const struct scan_elem *props = scan_child(tbl, "w:tblPr");
	const struct scan_elem *tr = scan_child(tbl, "w:tr");
	size_t n = 0;

	same_number(v, DOCUMENT, number, "w:tblBorders", t->bordered,
	    is_bordered(v, props));
	same_number(v, DOCUMENT, number, "w:tblInd", twips(t->margin),
	    scan_int(scan_child(props, "w:tblInd"), "w:w"));
	if (!str_is(
		scan_get(scan_child(props, "w:tblLayout"), "w:type"), "fixed"))
		diag_add(v->ds, DIAG_VERIFY_DOCX_GEOMETRY, v->pos,
		    "%s, %zu: w:tblLayout", DOCUMENT, number);
	compare_columns(v, number, t, tbl);
	for (; tr != NULL; tr = scan_beside(tr, "w:tr"), n++)
		if (n < t->nrows)
			compare_row(v, number, &t->row[n], tr);
	same_number(v, DOCUMENT, number, "w:tr", (int64_t)t->nrows, (int64_t)n);
}

void
compare_tables(const struct view *v, const struct laid *l)
{
	const struct scan_elem *root = view_root(v, STR(DOCUMENT)), *e = root;
	table_list want = { 0 };
	size_t n = 0;

	for (size_t i = 0; i < l->nsections; i++)
		list_tables(
		    v->a, l->section[i].block, l->section[i].nblocks, &want);
	for (; e != NULL; e = scan_after(e, root))
		if (scan_is(e, "w:tbl")) {
			if (n < want.n)
				compare_table(v, n + 1, want.v[n], e);
			n++;
		}
	if (n != want.n)
		diag_add(v->ds, DIAG_VERIFY_DOCX_STRUCTURE, v->pos,
		    "%s: w:tbl %zu/%zu", DOCUMENT, want.n, n);
}
