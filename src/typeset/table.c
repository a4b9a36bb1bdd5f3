/*
 * table.c - a table's cells set in lines, its rows measured (docx facts 4).
 */
#include "base/vec.h"
#include "typeset/set.h"

/*
 * The sums are rounded, not the widths, as in the DOCX.  LibreOffice keeps the
 * edges in parts of the whole; that moves some by a twip, which can decide
 * whether a word fits.
 */
int64_t *
table_edges(struct arena *a, const struct ltable *t)
{
	enum { PARTS = 10000 };
	int64_t *edge = NEW_ARRAY(a, t->ncolumns + 1, int64_t), all, part;
	emu sum = 0;

	for (size_t i = 0; i < t->ncolumns; i++)
		sum += t->column[i];
	all = twips(sum);
	sum = 0;
	for (size_t i = 0; i < t->ncolumns && all > 0; i++) {
		sum += t->column[i];
		part = (twips(sum) * PARTS * 2 + all) / (2 * all);
		edge[i + 1] = part * all / PARTS;
	}
	return edge;
}

int64_t
table_room(const struct ltable *t, const int64_t *edge, size_t column,
    size_t columns)
{
	int64_t margin = twips(t->margin);
	int64_t border = t->bordered ? twips(t->border) : 0;
	int64_t width = edge[column + columns] - edge[column] - 2 * margin;

	return margin < border ? width - border : width;
}

/* The lines of all blocks of the cell, one below the other. */
static void
stack_blocks(struct setter *s, const struct lcell *cell, int64_t width,
    struct elem *parent, struct set_cell *out)
{
	VEC(struct cell_line) lines = { 0 };
	struct set_paragraph p;
	struct set_room *room;
	int64_t y = 0, after = 0;

	for (size_t i = 0; i < cell->nblocks; i++) {
		const struct lblock *b = &cell->block[i];

		if (b->kind == LAID_TABLE)
			continue; /* layout/ puts no table into a cell */
		tree_expect(&s->tree, parent, b, NULL);
		room = set_room(s, cell, i, width, parent);
		p = set_paragraph(s, b, width, parent);
		if (room != NULL && p.nlines > 0) {
			room->height = gap_between(after, p.before);
			p.line[0].room = room;
		}
		y += gap_between(after, p.before);
		after = p.after;
		for (size_t k = 0; k < p.nlines; k++) {
			*vec_add(s->arena, &lines) =
			    (struct cell_line){ &p.line[k], y, p.before };
			y += p.line[k].height;
		}
	}
	out->line = lines.v;
	out->nlines = lines.n;
	out->height = y + after;
}

/* The element for a cell's content. */
static struct elem *
cell_elem(struct setter *s, const struct lcell *c, const struct lrow *row,
    struct elem *tr)
{
	struct elem *e;

	if (tr->role != TAG_TR)
		return tr;
	e = tree_add(&s->tree, tr, row->header ? TAG_TH : TAG_TD);
	e->colspan = c->colspan > 0 ? c->colspan : 1;
	e->rowspan = c->rowspan > 0 ? c->rowspan : 1;
	s->tree.alone = c->nblocks == 1 ? e : NULL;
	return e;
}

static void
set_cell(struct setter *s, const struct ltable *t, const struct lrow *row,
    const struct lcell *c, struct elem *tr, const struct set_table *table,
    struct set_cell *out)
{
	int64_t width =
	    table_room(t, table->edge, out->column, out->colspan);

	out->x = table->edge[out->column] + twips(t->margin);
	stack_blocks(s, c, width, cell_elem(s, c, row, tr), out);
}

static void
set_row(struct setter *s, const struct lblock *b, size_t n, struct elem *tr,
    struct set_table *table)
{
	const struct ltable *t = &b->as.table;
	const struct lrow *row = &t->row[n];
	struct set_row *out = &table->row[n];
	size_t column = 0, span;

	out->header = row->header;
	out->cant_split = row->cant_split;
	out->whole = row->whole;
	out->pos = row->ncells > 0 ? row->cell[0].block->pos : b->pos;
	out->cell = NEW_ARRAY(s->arena, row->ncells, struct set_cell);
	for (size_t i = 0; i < row->ncells && column < t->ncolumns; i++) {
		const struct lcell *c = &row->cell[i];
		struct set_cell *cell = &out->cell[out->ncells++];

		span = c->colspan > 0 ? c->colspan : 1;
		if (span > t->ncolumns - column)
			span = t->ncolumns - column;
		cell->column = column;
		cell->colspan = span;
		cell->rowspan = c->rowspan > 0 ? c->rowspan : 1;
		if (cell->rowspan > t->nrows - n)
			cell->rowspan = t->nrows - n;
		cell->covered = c->covered;
		if (!c->covered)
			set_cell(s, t, row, c, tr, table, cell);
		column += span;
	}
}

/* Word and LibreOffice keep a row with the next by its first paragraph. */
static bool
row_keeps(const struct lrow *row)
{
	const struct lcell *c = row->ncells > 0 ? &row->cell[0] : NULL;

	return c != NULL && c->nblocks > 0 &&
	    c->block[0].kind == LAID_PARAGRAPH &&
	    c->block[0].as.paragraph.style.keep_next;
}

/*
 * What cells over several rows add to their last one, if no page ends between.
 */
static void
measure_spans(struct set_table *table)
{
	int64_t top = 0, need;

	for (size_t n = 0; n < table->nrows; n++)
		table->row[n].begin = n;
	for (size_t n = 0; n < table->nrows; n++) {
		struct set_row *row = &table->row[n];

		/* full is the lower edge that was asked for, so far */
		need = row->full - top;
		row->full = need > row->height ? need : row->height;
		for (size_t i = 0; i < row->ncells; i++) {
			const struct set_cell *c = &row->cell[i];
			struct set_row *last = row + c->rowspan - 1;

			need = top + c->height + table->border;
			if (c->rowspan > 1 && need > last->full) {
				last->full = need;
				last->begin = n;
			}
		}
		top += row->full;
	}
}

/* A cell over several rows counts when its last row is on a page. */
static void
measure_rows(const struct ltable *t, struct set_table *table)
{
	for (size_t n = 0; n < table->nrows; n++) {
		struct set_row *row = &table->row[n];
		bool own = false;

		row->joined = row_keeps(&t->row[n]);
		for (size_t i = 0; i < row->ncells; i++) {
			const struct set_cell *c = &row->cell[i];

			if (c->rowspan > 1 || c->covered)
				continue;
			own = true;
			row->height = c->height > row->height ? c->height :
								row->height;
		}
		if (own)
			row->height += table->border;
	}
}

struct set_table
set_table(struct setter *s, const struct lblock *b, struct elem *parent)
{
	const struct ltable *t = &b->as.table;
	struct set_table out = { .nrows = t->nrows };
	struct elem *e = tree_table(&s->tree, parent, b), *group = e, *tr;

	out.border = t->bordered ? twips(t->border) : 0;
	out.ncolumns = t->ncolumns;
	out.edge = table_edges(s->arena, t);
	out.row = NEW_ARRAY(s->arena, t->nrows, struct set_row);
	while (out.nheaders < t->nrows && t->row[out.nheaders].header)
		out.nheaders++;
	for (size_t n = 0; n < t->nrows; n++) {
		if (t->bordered && n == 0 && out.nheaders > 0)
			group = tree_add(&s->tree, e, TAG_THEAD);
		else if (t->bordered && n == out.nheaders)
			group = tree_add(&s->tree, e, TAG_TBODY);
		tr = t->bordered ? tree_add(&s->tree, group, TAG_TR) : e;
		set_row(s, b, n, tr, &out);
	}
	measure_rows(t, &out);
	measure_spans(&out);
	return out;
}
