/*
 * flow_table.c - a table's rows on pages: header rows repeated, rows moved
 * whole, and split only where nothing else is possible or asked for.
 *
 * A cell over several rows is drawn when its last row is placed, or as much of
 * it as there is room for when the page ends before.
 */
#include "typeset/border.h"
#include "typeset/page.h"

/* A cell over several rows, not yet drawn to its end. */
struct open_cell {
	const struct set_cell *cell;
	size_t from;  /* first line not yet drawn */
	size_t first, last; /* rows it covers */
	int64_t top;  /* of its text on this page */
	bool artifact;
};

struct table_flow {
	struct pager *pg;
	const struct set_table *t;
	const struct lblock *block;
	VEC(struct placed_row) placed; /* on this page */
	VEC(struct open_cell) open;
	bool rows; /* some on this page besides repeated headers */
};

static bool
take_rows(const struct pager *pg, struct cursor *c, const struct set_table *t,
    size_t from, size_t to)
{
	for (size_t i = from; i < to; i++) {
		const struct set_row *row = &t->row[i];

		if (!page_take_row(pg, c, row,
			row->begin >= from ? row->full : row->height))
			return false;
	}
	return true;
}

/* Behind the rows that stay on one page with row i. */
static size_t
group_end(const struct set_table *t, size_t i)
{
	while (i + 1 < t->nrows && t->row[i].joined)
		i++;
	return i + 1;
}

/* What of the cell's height is above line from, which comes first here. */
static int64_t
above(const struct set_cell *c, size_t from)
{
	return from > 0 && from < c->nlines ?
	    c->line[from].top - c->line[from].before :
	    0;
}

/* Where line k of a cell stands if line from is its first. */
static int64_t
line_top(const struct set_cell *c, size_t from, size_t k)
{
	return c->line[k].top - above(c, from);
}

/* And where it ends; the space below the last line counts. */
static int64_t
line_bottom(const struct set_cell *c, size_t from, size_t k)
{
	if (k + 1 == c->nlines)
		return c->height - above(c, from);
	return line_top(c, from, k) + c->line[k].line->height;
}

/* Is there room below c for the first line of each of the row's cells? */
static bool
row_begins(const struct pager *pg, const struct cursor *c,
    const struct set_row *row, int64_t border)
{
	for (size_t i = 0; i < row->ncells; i++) {
		const struct set_cell *cell = &row->cell[i];

		if (cell->rowspan == 1 && cell->nlines > 0 &&
		    c->y + line_bottom(cell, 0, 0) + border + c->notes >
			pg->height)
			return false;
	}
	return true;
}

/* Do the rows fit below the header rows of a page where so much is taken? */
static bool
fits_below(const struct pager *pg, const struct set_table *t, size_t from,
    size_t to, int64_t taken)
{
	struct cursor c = { .y = taken + t->border };

	return take_rows(pg, &c, t, 0, t->nheaders) &&
	    take_rows(pg, &c, t, from, to);
}

static bool
fits_a_page(const struct pager *pg, const struct set_table *t, size_t from,
    size_t to)
{
	return fits_below(pg, t, from, to, 0);
}

static void
add_wish(const struct pager *pg, struct wish wish)
{
	if (pg->wishes != NULL)
		*vec_add(pg->s->arena, pg->wishes) = wish;
}

/* The header rows at c fit but for the border below them. */
static bool
all_but_border(
    const struct pager *pg, const struct cursor *c, const struct set_table *t)
{
	struct cursor next = *c;

	next.y -= t->border;
	return take_rows(pg, &next, t, 0, t->nheaders);
}

bool
table_starts(const struct pager *pg, struct cursor c,
    const struct set_block *b)
{
	const struct set_table *t = &b->as.table;
	size_t first = t->nheaders;
	struct cursor top;

	c.y += page_gap(&c, 0) + t->border;
	top = c;
	if (!take_rows(pg, &c, t, 0, first)) {
		if (all_but_border(pg, &top, t))
			add_wish(pg,
			    (struct wish){ WISH_LOWER, b->block, 0 });
		return false;
	}
	if (first == t->nrows)
		return true;
	if (!t->row[first].joined &&
	    (!t->row[first].cant_split ||
		!fits_a_page(pg, t, first, first + 1)))
		return row_begins(pg, &c, &t->row[first], t->border);
	return take_rows(pg, &c, t, first, group_end(t, first));
}

/* Draw the lines of an open cell that end above limit. */
static void
draw_open(struct table_flow *f, struct open_cell *o, int64_t limit)
{
	const struct set_cell *c = o->cell;
	size_t from = o->from;
	int64_t top;

	for (; o->from < c->nlines; o->from++) {
		top = o->top + line_top(c, from, o->from);
		if (top + c->line[o->from].line->height > limit)
			break;
		page_put(f->pg, c->line[o->from].line, c->x, top,
		    o->artifact);
	}
}

static void
open_cells(struct table_flow *f, size_t n, bool artifact)
{
	const struct set_row *row = &f->t->row[n];

	for (size_t i = 0; i < row->ncells; i++)
		if (row->cell[i].rowspan > 1)
			*vec_add(f->pg->s->arena, &f->open) =
			    (struct open_cell){ .cell = &row->cell[i],
				    .first = n,
				    .last = n + row->cell[i].rowspan - 1,
				    .top = f->pg->at.y,
				    .artifact = artifact };
}

/* The height of row n, stretched for the cells that end with it. */
static int64_t
row_height(const struct table_flow *f, size_t n)
{
	int64_t height = f->t->row[n].height, need;

	for (size_t i = 0; i < f->open.n; i++) {
		const struct open_cell *o = &f->open.v[i];

		if (o->last != n || o->from >= o->cell->nlines)
			continue;
		need = o->top + o->cell->height - above(o->cell, o->from) -
		    f->pg->at.y + f->t->border;
		height = need > height ? need : height;
	}
	return height;
}

/* Row n has been placed: draw what ends with it and forget it. */
static void
close_cells(struct table_flow *f, size_t n)
{
	size_t kept = 0;

	for (size_t i = 0; i < f->open.n; i++) {
		if (f->open.v[i].last == n)
			draw_open(f, &f->open.v[i], INT64_MAX);
		else
			f->open.v[kept++] = f->open.v[i];
	}
	f->open.n = kept;
}

static void
end_row(struct table_flow *f, size_t n, int64_t top, bool again)
{
	f->pg->at.top = false;
	f->pg->at.after = 0;
	f->rows = f->rows || !again;
	*vec_add(f->pg->s->arena, &f->placed) =
	    (struct placed_row){ &f->t->row[n], top, f->pg->at.y };
}

/* Row n, whole, at the cursor; its cells over several rows are open. */
static void
put_row(struct table_flow *f, size_t n, bool again)
{
	const struct set_row *row = &f->t->row[n];
	int64_t top = f->pg->at.y, height = row_height(f, n);

	for (size_t i = 0; i < row->ncells; i++) {
		const struct set_cell *c = &row->cell[i];

		for (size_t k = 0; k < c->nlines && c->rowspan == 1; k++)
			page_put(f->pg, c->line[k].line, c->x,
			    top + c->line[k].top, again);
	}
	f->pg->at.y += height;
	end_row(f, n, top, again);
	close_cells(f, n);
}

/* The table begins or goes on, on a new page below its header rows. */
static void
begin_page(struct table_flow *f, bool again)
{
	f->pg->at.y += f->t->border;
	f->placed.n = 0;
	f->rows = false;
	for (size_t n = 0; n < f->t->nheaders && again; n++) {
		open_cells(f, n, true);
		put_row(f, n, true);
	}
}

/* Some text of the cell is left for the next page. */
static void
tell_parted(struct table_flow *f, const struct open_cell *o)
{
	diag_add(f->pg->s->diags, DIAG_TYPESET_CELL_PARTED,
	    f->t->row[o->first].pos, "%zu", o->first + 1);
	if (!fits_a_page(f->pg, f->t, o->first, o->last + 1))
		return;
	for (size_t i = o->first; i < o->last; i++)
		add_wish(f->pg, (struct wish){ WISH_WHOLE, f->block, i });
}

static void
break_table(struct table_flow *f)
{
	struct pager *pg = f->pg;

	for (size_t i = 0; i < f->open.n; i++) {
		struct open_cell *o = &f->open.v[i];

		draw_open(f, o, pg->at.y);
		if (o->from < o->cell->nlines && !o->artifact)
			tell_parted(f, o);
	}
	draw_borders(pg, f->t, f->placed.v, f->placed.n);
	page_break(pg);
	begin_page(f, true);
	for (size_t i = 0; i < f->open.n; i++)
		f->open.v[i].top = pg->at.y;
}

/*
 * Of each cell, the lines from from[i] that end above limit (relative to the
 * row's text); their ends in to[i].  Gives the height taken; *all if nothing
 * is left, *none if some cell cannot even begin.
 */
static int64_t
split_row(const struct set_row *row, const size_t *from, size_t *to,
    int64_t limit, bool *all, bool *none)
{
	int64_t height = 0, bottom;

	*all = true;
	*none = false;
	for (size_t i = 0; i < row->ncells; i++) {
		const struct set_cell *c = &row->cell[i];

		if (c->rowspan > 1)
			continue;
		for (to[i] = from[i]; to[i] < c->nlines; to[i]++) {
			bottom = line_bottom(c, from[i], to[i]);
			if (bottom > limit)
				break;
			height = bottom > height ? bottom : height;
		}
		*all = *all && to[i] == c->nlines;
		*none = *none || (to[i] == from[i] && from[i] < c->nlines);
	}
	return height;
}

static void
put_part(struct table_flow *f, size_t n, size_t *from, const size_t *to,
    int64_t height)
{
	const struct set_row *row = &f->t->row[n];
	int64_t top = f->pg->at.y;

	for (size_t i = 0; i < row->ncells; i++) {
		const struct set_cell *c = &row->cell[i];

		for (size_t k = from[i]; k < to[i]; k++)
			page_put(f->pg, c->line[k].line, c->x,
			    top + line_top(c, from[i], k), false);
		from[i] = to[i];
	}
	f->pg->at.y += height + f->t->border;
	end_row(f, n, top, false);
}

/* The height that the notes of the row's lines from..to would take. */
static int64_t
notes_of(const struct pager *pg, const struct set_row *row,
    const size_t *from, const size_t *to)
{
	struct cursor c = pg->at;

	for (size_t i = 0; i < row->ncells; i++)
		for (size_t k = from[i]; k < to[i]; k++)
			(void)notes_take(pg, &c, row->cell[i].line[k].line,
			    c.y, false);
	return c.notes - pg->at.notes;
}

/* Row n over as many pages as it needs, from the cursor on. */
static void
put_split(struct table_flow *f, size_t n)
{
	const struct set_row *row = &f->t->row[n];
	struct pager *pg = f->pg;
	size_t *from = NEW_ARRAY(pg->s->arena, row->ncells, size_t);
	size_t *to = NEW_ARRAY(pg->s->arena, row->ncells, size_t);
	bool all = false, none;
	int64_t height, limit;

	for (;;) {
		limit = pg->height - pg->at.notes - pg->at.y - f->t->border;
		height = split_row(row, from, to, limit, &all, &none);
		limit -= notes_of(pg, row, from, to);
		height = split_row(row, from, to, limit, &all, &none);
		if (none && !f->rows) /* a line higher than the page */
			height = split_row(
			    row, from, to, INT64_MAX, &all, &none);
		if (!none)
			put_part(f, n, from, to, height);
		if (all)
			break;
		break_table(f);
	}
	close_cells(f, n);
}

static void
flow_row(struct table_flow *f, size_t n)
{
	const struct set_row *row = &f->t->row[n];
	struct cursor c = f->pg->at;

	open_cells(f, n, false);
	if (n < f->t->nheaders || /* headers cannot split */
	    page_take_row(f->pg, &c, row, row_height(f, n))) {
		put_row(f, n, false);
	} else if (!fits_a_page(f->pg, f->t, n, n + 1)) {
		diag_add(f->pg->s->diags, DIAG_TYPESET_ROW_SPLIT, row->pos,
		    "%zu", n + 1);
		if (row->cant_split)
			add_wish(f->pg,
			    (struct wish){ WISH_SPLIT, f->block, n });
		put_split(f, n);
	} else if (row->cant_split) {
		if (f->rows)
			break_table(f);
		put_row(f, n, false);
	} else {
		put_split(f, n);
	}
}

static bool
is_signature(const struct lblock *b)
{
	return !b->as.table.bordered && b->component > COMPONENT_BODY &&
	    b->component < COMPONENT_MAX;
}

/* H03: the signature needs two lines of the text on its page. */
static void
check_signature(struct pager *pg, const struct lblock *b)
{
	enum { WANTED = 2 };

	if (is_signature(b) && pg->section_page > 0 &&
	    pg->body_lines < WANTED)
		diag_add(pg->s->diags, DIAG_TYPESET_SIGNATURE_ALONE, b->pos,
		    "%u", pg->number);
}

static bool
has_notes(const struct set_table *t)
{
	for (size_t n = t->nheaders; n < t->nrows; n++)
		for (size_t i = 0; i < t->row[n].ncells; i++) {
			const struct set_cell *c = &t->row[n].cell[i];

			for (size_t k = 0; k < c->nlines; k++)
				if (c->line[k].line->nnotes > 0)
					return true;
		}
	return false;
}

/* Rows that no page holds together, or that may leave half of one empty. */
static void
part_group(const struct pager *pg, const struct set_block *b, size_t from,
    size_t to)
{
	const struct set_table *t = &b->as.table;
	bool fits;

	if (pg->wishes == NULL || to - from < 2)
		return;
	fits = fits_a_page(pg, t, from, to);
	if (fits && fits_below(pg, t, from, to, pg->height / 2))
		return;
	for (size_t i = from; i + 1 < to; i++)
		if (!fits || !t->row[i].whole)
			add_wish(
			    pg, (struct wish){ WISH_APART, b->block, i });
}

void
flow_table(struct pager *pg, const struct set_block *b)
{
	struct table_flow f = { .pg = pg,
		.t = &b->as.table,
		.block = b->block };
	const struct set_table *t = f.t;
	struct cursor c;
	size_t end, first;

	if (!table_starts(pg, pg->at, b) && pg->filled)
		page_break(pg);
	check_signature(pg, b->block);
	pg->at.y += page_gap(&pg->at, 0);
	pg->heading = NULL;
	first = pg->pages.n;
	begin_page(&f, false);
	for (size_t i = 0; i < t->nrows; i = end) {
		end = group_end(t, i);
		part_group(pg, b, i, end);
		c = pg->at;
		if (end - i > 1 && f.rows && i >= t->nheaders &&
		    !take_rows(pg, &c, t, i, end) && fits_a_page(pg, t, i, end))
			break_table(&f);
		for (size_t n = i; n < end; n++) {
			flow_row(&f, n);
			if (b->block->component == COMPONENT_BODY)
				pg->body_lines += 2;
		}
	}
	draw_borders(pg, t, f.placed.v, f.placed.n);
	if (pg->pages.n > first && has_notes(t))
		diag_add(pg->s->diags, DIAG_TYPESET_TABLE_NOTES,
		    t->row[0].pos, "%zu", t->nrows - t->nheaders);
}
