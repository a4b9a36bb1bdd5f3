/*
 * table.c - <w:tbl> (ISO 29500-1, 17.4).
 *
 * All tables have a fixed layout: each reader then takes the widths given and
 * measures nothing.  In compatibility mode 14 the indent is measured to the
 * text of the first cell, so an indent of one cell margin puts the border on
 * the page's margin.
 */
#include "docx/block.h"
#include "docx/props.h"

/* Where a cell stands on the grid, and which rows above reach down there. */
struct grid {
	const struct ltable *t;
	int64_t *width; /* twips, of each column */
	unsigned *below; /* rows that the cell above still covers */
	unsigned *columns; /* how many columns that cell has */
};

/* The sums are rounded, not the widths: the right edge stays true. */
static struct grid
grid_of(struct arena *a, const struct ltable *t)
{
	struct grid g = {
		.t = t,
		.width = NEW_ARRAY(a, t->ncolumns + 1, int64_t),
		.below = NEW_ARRAY(a, t->ncolumns + 1, unsigned),
		.columns = NEW_ARRAY(a, t->ncolumns + 1, unsigned),
	};
	emu sum = 0;

	for (size_t i = 0; i < t->ncolumns; i++) {
		g.width[i] = twips(sum + t->column[i]) - twips(sum);
		sum += t->column[i];
	}
	return g;
}

static int64_t
width_of(const struct grid *g, size_t from, size_t columns)
{
	int64_t w = 0;

	for (size_t i = from; i < from + columns && i < g->t->ncolumns; i++)
		w += g->width[i];
	return w;
}

void
write_width(struct xw *x, const char *name, int64_t width)
{
	xw_open(x, name);
	xw_attr_int(x, "w:w", width);
	xw_attr(x, "w:type", "dxa");
	xw_close(x, name);
}

/* <w:tblBorders>. */
void
write_borders(struct xw *x, int64_t size)
{
	static const char *const sides[] = { "w:top", "w:left", "w:bottom",
		"w:right", "w:insideH", "w:insideV" };

	xw_open(x, "w:tblBorders");
	for (size_t i = 0; i < sizeof(sides) / sizeof(sides[0]); i++) {
		xw_open(x, sides[i]);
		xw_attr(x, "w:val", "single");
		xw_attr_int(x, "w:sz", size);
		xw_attr_int(x, "w:space", 0);
		xw_attr(x, "w:color", "000000");
		xw_close(x, sides[i]);
	}
	xw_close(x, "w:tblBorders");
}

/* <w:tblCellMar>. */
void
write_margins(struct xw *x, int64_t margin)
{
	xw_open(x, "w:tblCellMar");
	write_width(x, "w:top", 0);
	write_width(x, "w:left", margin);
	write_width(x, "w:bottom", 0);
	write_width(x, "w:right", margin);
	xw_close(x, "w:tblCellMar");
}

/* <w:tblPr>; only differences from Table Grid for a table of the body. */
static void
write_table_props(struct xw *x, const struct grid *g)
{
	const struct ltable *t = g->t;
	int64_t margin = twips(t->margin);

	xw_open(x, "w:tblPr");
	if (t->bordered)
		xw_val(x, "w:tblStyle", STYLE_ID_TABLE);
	write_width(x, "w:tblW", width_of(g, 0, t->ncolumns));
	write_width(x, "w:tblInd", margin);
	if (t->bordered && eighths(t->border) != GRID_BORDER)
		write_borders(x, eighths(t->border));
	xw_open(x, "w:tblLayout");
	xw_attr(x, "w:type", "fixed");
	xw_close(x, "w:tblLayout");
	if (!t->bordered || margin != GRID_MARGIN)
		write_margins(x, margin);
	if (t->caption.n > 0) {
		xw_open(x, "w:tblCaption");
		xw_attr_str(x, "w:val", t->caption);
		xw_close(x, "w:tblCaption");
		xw_open(x, "w:tblDescription");
		xw_attr_str(x, "w:val", t->caption);
		xw_close(x, "w:tblDescription");
	}
	xw_close(x, "w:tblPr");
}

/*
 * What stands in a cell under one from above: nothing is shown of it, so it
 * takes no height, but a row is kept with the next by its first paragraph.
 */
static void
write_covered(struct flow *f, const struct lcell *c)
{
	struct lblock b;

	if (c == NULL || c->nblocks == 0 ||
	    c->block[0].kind != LAID_PARAGRAPH) {
		write_gap(f, NULL);
		return;
	}
	b = c->block[0];
	b.as.paragraph.nruns = 0;
	b.as.paragraph.exact = TWIP(GAP_LINE);
	b.as.paragraph.style.before = b.as.paragraph.style.after = 0;
	write_paragraph(f, &b, NULL);
}

/* <w:tc> over columns of the grid; c may be NULL when it is covered. */
static void
write_cell(struct flow *f, const struct grid *g, const struct lcell *c,
    size_t at, size_t columns, bool covered)
{
	struct xw *x = f->x;

	xw_open(x, "w:tc");
	xw_open(x, "w:tcPr");
	write_width(x, "w:tcW", width_of(g, at, columns));
	if (columns > 1)
		xw_val_int(x, "w:gridSpan", (int64_t)columns);
	if (covered || c->rowspan > 1)
		xw_val(x, "w:vMerge", covered ? "continue" : "restart");
	xw_close(x, "w:tcPr");
	if (covered)
		write_covered(f, c);
	else
		write_blocks(f, c->block, c->nblocks, NULL);
	xw_close(x, "w:tc");
}

/* <w:trPr>. */
static void
write_row_props(struct xw *x, const struct lrow *r)
{
	if (!r->cant_split && !r->header)
		return;
	xw_open(x, "w:trPr");
	if (r->cant_split)
		xw_empty(x, "w:cantSplit");
	if (r->header)
		xw_empty(x, "w:tblHeader");
	xw_close(x, "w:trPr");
}

/* The cell reaches down over columns from at on. */
static void
cover(struct grid *g, const struct lcell *c, size_t at, size_t columns)
{
	for (size_t i = at; i < at + columns; i++) {
		g->below[i] = c->rowspan > 0 ? c->rowspan - 1 : 0;
		g->columns[i] = i == at ? (unsigned)columns : 0;
	}
}

/* A cell from above stands at column at; gives its columns. */
static size_t
write_under(struct flow *f, struct grid *g, const struct lcell *c, size_t at)
{
	size_t columns = g->columns[at] > 0 ? g->columns[at] : 1;

	write_cell(f, g, c, at, columns, true);
	for (size_t i = at; i < at + columns; i++)
		g->below[i]--;
	return columns;
}

/* A cell of this row at column at; gives its columns. */
static size_t
write_own(struct flow *f, struct grid *g, const struct lcell *c, size_t at)
{
	size_t columns = c->colspan > 0 ? c->colspan : 1;

	if (columns > g->t->ncolumns - at)
		columns = g->t->ncolumns - at;
	write_cell(f, g, c, at, columns, false);
	cover(g, c, at, columns);
	return columns;
}

/*
 * <w:tr>.  What lies under a cell from above is written from the grid, so it
 * is as wide as that cell, whether layout gave it as one cell or as several.
 */
static void
write_row(struct flow *f, struct grid *g, const struct lrow *r)
{
	const struct lcell *c = r->cell, *end = r->cell + r->ncells;
	size_t at = 0;

	xw_open(f->x, "w:tr");
	write_row_props(f->x, r);
	while (at < g->t->ncolumns) {
		if (g->below[at] > 0) {
			bool given = c < end && c->covered;

			at += write_under(f, g, given ? c : NULL, at);
			c += given;
			continue;
		}
		while (c < end && c->covered)
			c++;
		if (c == end)
			break;
		at += write_own(f, g, c++, at);
	}
	xw_close(f->x, "w:tr");
}

void
write_table(struct flow *f, const struct lblock *b)
{
	const struct ltable *t = &b->as.table;
	struct grid g = grid_of(f->p->arena, t);

	xw_open(f->x, "w:tbl");
	write_table_props(f->x, &g);
	xw_open(f->x, "w:tblGrid");
	for (size_t i = 0; i < t->ncolumns; i++) {
		xw_open(f->x, "w:gridCol");
		xw_attr_int(f->x, "w:w", g.width[i]);
		xw_close(f->x, "w:gridCol");
	}
	xw_close(f->x, "w:tblGrid");
	for (size_t i = 0; i < t->nrows; i++)
		write_row(f, &g, &t->row[i]);
	xw_close(f->x, "w:tbl");
}
