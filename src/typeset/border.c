/*
 * border.c - a table's borders as few long strokes: one per stretch without a
 * gap.  Each lies in the middle of the space that rows leave for it.
 */
#include "typeset/border.h"

static void
horizontal(struct pager *pg, const struct set_table *t, size_t from,
    size_t to, int64_t bottom)
{
	emu half = TWIP(t->border) / 2;
	emu y = TWIP(pg->top + bottom) - half;

	page_stroke(pg,
	    (struct stroke){ TWIP(pg->left + t->edge[from]) - half, y,
		TWIP(pg->left + t->edge[to]) + half, y, TWIP(t->border),
		0 });
}

static void
vertical(struct pager *pg, const struct set_table *t, size_t edge,
    int64_t from, int64_t to)
{
	emu half = TWIP(t->border) / 2;
	emu x = TWIP(pg->left + t->edge[edge]);

	page_stroke(pg,
	    (struct stroke){ x, TWIP(pg->top + from) - half, x,
		TWIP(pg->top + to) - half, TWIP(t->border), 0 });
}

/* The lines above a row, but not through cells that come from above. */
static void
lines_above(struct pager *pg, const struct set_table *t,
    const struct placed_row *r, bool first)
{
	const struct set_cell *c = r->row->cell;
	size_t from = 0, to = 0;

	for (size_t i = 0; i < r->row->ncells; i++) {
		if (c[i].covered && !first) {
			if (to > from)
				horizontal(pg, t, from, to, r->top);
			from = to = c[i].column + c[i].colspan;
		} else
			to = c[i].column + c[i].colspan;
	}
	if (to > from)
		horizontal(pg, t, from, to, r->top);
}

/* Header rows stand above that are not the row's neighbours in the table. */
static bool
after_repeat(const struct set_table *t, const struct placed_row *r)
{
	return !r->row->header && r[-1].row->header &&
	    r->row != &t->row[t->nheaders];
}

/* Does the row have a cell that begins or ends at the edge? */
static void
mark_edges(const struct set_row *row, bool *at)
{
	for (size_t i = 0; i < row->ncells; i++) {
		at[row->cell[i].column] = true;
		at[row->cell[i].column + row->cell[i].colspan] = true;
	}
}

static void
draw_verticals(struct pager *pg, const struct set_table *t,
    const struct placed_row *row, size_t n)
{
	size_t edges = t->ncolumns + 1;
	bool *at = NEW_ARRAY(pg->s->arena, edges * (n + 1), bool);
	size_t from;

	for (size_t i = 0; i < n; i++)
		mark_edges(row[i].row, &at[i * edges]);
	for (size_t e = 0; e < edges; e++) {
		for (size_t i = 0; i < n; i++) {
			if (!at[i * edges + e])
				continue;
			for (from = i; at[(i + 1) * edges + e]; i++)
				;
			vertical(pg, t, e, row[from].top, row[i].bottom);
		}
	}
}

void
draw_borders(struct pager *pg, const struct set_table *t,
    const struct placed_row *row, size_t n)
{
	if (n == 0 || t->border == 0)
		return;
	for (size_t i = 0; i < n; i++)
		lines_above(pg, t, &row[i], i == 0 || after_repeat(t, &row[i]));
	horizontal(pg, t, 0, t->ncolumns, row[n - 1].bottom);
	draw_verticals(pg, t, row, n);
}
