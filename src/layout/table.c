/*
 * table.c - tables of the content: caption, cells in their places in the grid,
 * and what each column needs.
 */
#include <assert.h>
#include <inttypes.h>

#include "base/vec.h"
#include "layout/build.h"

#define TABLE_BORDER (PT(1) / 2)
#define CELL_MARGIN TWIP(108)

/* Rounding of runs to whole twips may take this much of a line. */
enum { CELL_SLACK = 4, PX_PER_TWIP = 6 };

/* What stands in a column of the grid from rows above. */
struct span {
	unsigned rows; /* still to come */
	unsigned columns; /* of the cell, in its first column; else 0 */
};

struct grid {
	struct build *b;
	const struct node *node;
	struct ltable *table;
	struct span *span;
	struct column_need *need;
	struct str *longest; /* word in each column */
};

static struct lcell
cell_new(const struct blocks *blocks, unsigned colspan, unsigned rowspan,
    bool covered)
{
	return (struct lcell) { .block = blocks->v,
		.nblocks = blocks->n,
		.colspan = colspan,
		.rowspan = rowspan,
		.covered = covered };
}

/* Widths in px of the runs' longest line and longest word. */
struct extent {
	int64_t line, word;
	struct str longest; /* the word, as far as it is in one run */
};

static struct extent
measure_runs(const struct build *b, const struct lparagraph *p)
{
	struct extent most = { 0 };
	int64_t line = 0, word = 0;

	for (size_t i = 0; i < p->nruns; i++) {
		const struct lrun *r = &p->run[i];
		enum face face = face_of(r->bold, r->italic);
		struct str rest = r->text, part;
		int64_t blank =
		    font_width_px(b->fs, face, r->half_points, STR(" "));
		bool first = true;

		if (r->kind == RUN_BREAK)
			line = word = 0;
		while (str_split(&rest, ' ', &part)) {
			int64_t width =
			    font_width_px(b->fs, face, r->half_points, part);

			if (!first) {
				word = 0;
				line += blank;
			}
			first = false;
			word += width;
			line += width;
			if (word > most.word) {
				most.word = word;
				most.longest = part;
			}
			if (line > most.line)
				most.line = line;
		}
	}
	return most;
}

static int64_t
px_to_twips(int64_t px)
{
	return (px + PX_PER_TWIP - 1) / PX_PER_TWIP + CELL_SLACK +
	    2 * twips(CELL_MARGIN);
}

/* Let the columns from..from+n be as wide as the cell needs. */
static void
note_need(struct grid *g, unsigned from, unsigned n, const struct extent *e)
{
	int64_t least = px_to_twips(e->word) / n;
	int64_t natural = px_to_twips(e->line) / n;

	for (unsigned i = from; i < from + n; i++) {
		struct column_need *need = &g->need[i];

		if (least > need->least) {
			need->least = least;
			g->longest[i] = e->longest;
		}
		if (natural > need->natural)
			need->natural = natural;
	}
}

static enum align
cell_align(const struct grid *g, const struct node *cell, unsigned column)
{
	if (cell->as.cell.align != ALIGN_DEFAULT)
		return cell->as.cell.align;
	return g->node->as.table.column != NULL ?
	    g->node->as.table.column[column] :
	    ALIGN_DEFAULT;
}

/* The paragraph of a cell; node NULL: an empty one. */
static struct lblock *
put_cell_text(struct grid *g, struct blocks *to, const struct node *node,
    struct pos pos, bool header, enum align align)
{
	struct place_of where = {
		.style = header ? STYLE_TABLE_HEAD : STYLE_TABLE_CELL,
		.role = ROLE_CELL,
		.component = COMPONENT_BODY,
		.pos = pos,
	};
	struct look how = look_of(g->b, where.style, pos);
	struct lblock *block = add_paragraph(g->b, to, &where);
	struct runs runs = { 0 };

	if (node != NULL)
		put_inline(g->b, &runs, &how, node);
	set_runs(block, &runs);
	if (!header && align != ALIGN_DEFAULT)
		block->as.paragraph.style.align = align;
	return block;
}

/* A place in the grid without a cell of its own. */
static void
add_empty(struct grid *g, struct lrow *row, struct pos pos, unsigned colspan,
    bool covered)
{
	struct blocks blocks = { 0 };

	put_cell_text(g, &blocks, NULL, pos, row->header, ALIGN_DEFAULT);
	row->cell[row->ncells++] = cell_new(&blocks, colspan, 1, covered);
}

/* How many columns from at on no cell from above stands in, at most want. */
static unsigned
free_columns(const struct grid *g, unsigned at, unsigned want)
{
	unsigned n = 0;

	while (n < want && at + n < g->table->ncolumns &&
	    g->span[at + n].rows == 0)
		n++;
	return n;
}

static unsigned
add_cell(struct grid *g, struct lrow *row, const struct node *cell, unsigned at,
    unsigned rows_left)
{
	unsigned colspan = free_columns(g, at, cell->as.cell.colspan);
	unsigned rowspan = cell->as.cell.rowspan;
	struct blocks blocks = { 0 };
	struct lblock *block;
	struct extent e;

	if (colspan == 0)
		colspan = 1;
	if (rowspan == 0)
		rowspan = 1;
	if (rowspan > rows_left)
		rowspan = rows_left;
	block = put_cell_text(
	    g, &blocks, cell, cell->pos, row->header, cell_align(g, cell, at));
	e = measure_runs(g->b, &block->as.paragraph);
	note_need(g, at, colspan, &e);
	for (unsigned i = 0; i < colspan; i++)
		g->span[at + i] = (struct span) { .rows = rowspan,
			.columns = i == 0 ? colspan : 0 };
	row->cell[row->ncells++] = cell_new(&blocks, colspan, rowspan, false);
	return colspan;
}

/*
 * A cell over several rows stays on one page with them: every row of it but the
 * last is kept with the next, in all its paragraphs, as Word wants it.
 */
static void
keep_spans(struct grid *g, struct lrow *row)
{
	bool open = false;

	for (size_t i = 0; i < g->table->ncolumns; i++)
		open = open || g->span[i].rows > 0;
	for (size_t i = 0; open && !row->header && i < row->ncells; i++)
		row->cell[i].block->as.paragraph.style.keep_next = true;
}

static void
put_row(
    struct grid *g, struct lrow *row, const struct node *n, unsigned rows_left)
{
	const struct node *cell = n->first;
	unsigned columns = (unsigned)g->table->ncolumns;

	row->header = n->as.row.header;
	row->cant_split = true;
	row->cell = NEW_ARRAY(g->b->arena, columns, struct lcell);
	for (unsigned at = 0; at < columns;) {
		if (g->span[at].rows > 0) {
			unsigned under = g->span[at].columns;

			add_empty(g, row, n->pos, under, true);
			at += under;
		} else if (cell != NULL) {
			at += add_cell(g, row, cell, at, rows_left);
			cell = cell->next;
		} else {
			add_empty(g, row, n->pos, 1, false);
			at++;
		}
	}
	assert(cell == NULL); /* the readers refuse longer rows */
	for (unsigned i = 0; i < columns; i++)
		if (g->span[i].rows > 0)
			g->span[i].rows--;
	keep_spans(g, row);
}

static void
put_widths(struct grid *g)
{
	size_t n = g->table->ncolumns;
	struct build *b = g->b;
	int64_t *width = NEW_ARRAY(b->arena, n, int64_t);

	for (size_t i = 0; i < n; i++) {
		if (g->node->as.table.width != NULL)
			g->need[i].share = g->node->as.table.width[i];
		if (g->need[i].least == 0)
			g->need[i].least = px_to_twips(0);
		if (g->need[i].natural < g->need[i].least)
			g->need[i].natural = g->need[i].least;
	}
	share_columns(b->arena, g->need, n, twips(b->measure), width);
	for (size_t i = 0; i < n; i++) {
		g->table->column[i] = TWIP(width[i]);
		if (width[i] + CELL_SLACK < g->need[i].least)
			diag_add(b->diags, DIAG_LAYOUT_COLUMN_NARROW,
			    g->node->pos,
			    "%zu \"%.*s\" %" PRId64 " < %" PRId64 " mm", i + 1,
			    STR_ARG(g->longest[i]), TWIP(width[i]) / EMU_PER_MM,
			    TWIP(g->need[i].least) / EMU_PER_MM + 1);
	}
}

static void
put_caption(struct build *b, const struct node *n)
{
	struct place_of where = { .style = STYLE_CAPTION,
		.role = ROLE_CAPTION,
		.component = COMPONENT_BODY,
		.pos = n->pos };
	struct lblock *block;

	if (n->as.table.caption.n == 0)
		return;
	block = add_line(b, &b->body, &where,
	    template_fill(b->arena, b->tpl->word[WORD_TABLE], "number",
		str_printf(b->arena, "%u", ++b->captions), "caption",
		n->as.table.caption, NULL));
	block->as.paragraph.style.keep_next = true;
}

static unsigned
count_rows(const struct node *table)
{
	unsigned n = 0;

	for (const struct node *k = table->first; k != NULL; k = k->next)
		n++;
	return n;
}

void
put_table(struct build *b, const struct node *n)
{
	unsigned columns = n->as.table.ncolumns, rows = count_rows(n), i = 0;
	struct ltable table = { .ncolumns = columns,
		.bordered = true,
		.border = TABLE_BORDER,
		.margin = CELL_MARGIN,
		.caption = n->as.table.caption };
	struct grid g = { .b = b, .node = n, .table = &table };
	struct lblock *block;

	if (columns == 0 || rows == 0)
		return;
	if (columns > twips(b->measure) / COLUMN_LEAST) {
		diag_add(b->diags, DIAG_LAYOUT_COLUMNS_TOO_MANY, n->pos,
		    "%u > %" PRId64, columns, twips(b->measure) / COLUMN_LEAST);
		return;
	}
	if (b->body.n > 0 && b->body.v[b->body.n - 1].kind == LAID_TABLE &&
	    table.caption.n == 0)
		add_spacer(b, &b->body); /* else the two become one table */
	put_caption(b, n);
	table.column = NEW_ARRAY(b->arena, columns, emu);
	table.row = NEW_ARRAY(b->arena, rows, struct lrow);
	table.nrows = rows;
	g.span = NEW_ARRAY(b->arena, columns, struct span);
	g.need = NEW_ARRAY(b->arena, columns, struct column_need);
	g.longest = NEW_ARRAY(b->arena, columns, struct str);
	for (const struct node *k = n->first; k != NULL; k = k->next, i++)
		put_row(&g, &table.row[i], k, rows - i);
	put_widths(&g);
	block = vec_add(b->arena, &b->body);
	block->kind = LAID_TABLE;
	block->role = ROLE_PARAGRAPH;
	block->component = COMPONENT_BODY;
	block->pos = n->pos;
	block->as.table = table;
	b->gap = b->tpl->style[STYLE_BODY].after;
}
