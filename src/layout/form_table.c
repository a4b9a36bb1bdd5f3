/*
 * form_table.c - the two unbordered columns of header and signature table,
 * and the lines that may not wrap in them.
 */
#include <inttypes.h>

#include "base/vec.h"
#include "layout/build.h"

/* The longest of the lines on one side. */
static emu
widest(const struct build *b, const struct form_line *lines, size_t n,
    enum place side)
{
	emu most = 0;

	for (size_t i = 0; i < n; i++) {
		emu width = style_width(b, lines[i].style, lines[i].text);

		if (components[lines[i].component].place == side &&
		    width > most)
			most = width;
	}
	return most;
}

/* What a line is too long by, in tenths of a millimetre, rounded up. */
static void
tell_too_long(struct build *b, const struct form_line *line, emu by)
{
	const emu tenth = EMU_PER_MM / 10;
	int64_t tenths = (by + tenth - 1) / tenth;

	diag_add(b->diags, DIAG_LAYOUT_LINE_TOO_LONG, line->pos,
	    "%s \"%.*s\" +%" PRId64 ",%" PRId64 " mm",
	    components[line->component].name, STR_ARG(line->text), tenths / 10,
	    tenths % 10);
}

emu
fit_columns(struct build *b, emu left, emu least, const struct form_line *lines,
    size_t n)
{
	emu need_left = widest(b, lines, n, PLACE_LEFT) + SLACK;
	emu most = b->measure - widest(b, lines, n, PLACE_RIGHT) - SLACK;

	if (left < need_left)
		left = need_left;
	if (left > most)
		left = most;
	if (left < least)
		left = least;
	for (size_t i = 0; i < n; i++) {
		bool on_left =
		    components[lines[i].component].place == PLACE_LEFT;
		emu column = on_left ? left : b->measure - left;
		emu over = style_width(b, lines[i].style, lines[i].text) +
		    SLACK - column;

		if (over > 0)
			tell_too_long(b, &lines[i], over);
	}
	return left;
}

/* A cell needs a paragraph (ECMA-376 part 1, 17.4.65). */
static struct lcell
cell_of(struct build *b, struct blocks *blocks)
{
	if (blocks->n == 0)
		add_spacer(b, blocks);
	return (struct lcell) { .block = blocks->v,
		.nblocks = blocks->n,
		.colspan = 1,
		.rowspan = 1 };
}

void
add_form_table(struct build *b, emu left, enum component_id component,
    struct blocks (*cells)[2], size_t nrows)
{
	struct lblock *block;
	struct ltable *t;

	block = vec_add(b->arena, &b->body);
	block->kind = LAID_TABLE;
	block->role = ROLE_FORM;
	block->component = component;
	block->pos = POS_FILE(b->c->doc->path);
	t = &block->as.table;
	t->ncolumns = 2;
	t->column = NEW_ARRAY(b->arena, 2, emu);
	t->column[0] = left;
	t->column[1] = b->measure - left;
	t->nrows = nrows;
	t->row = NEW_ARRAY(b->arena, nrows, struct lrow);
	for (size_t i = 0; i < nrows; i++) {
		struct lrow *row = &t->row[i];

		row->cant_split = true;
		row->ncells = 2;
		row->cell = NEW_ARRAY(b->arena, 2, struct lcell);
		row->cell[0] = cell_of(b, &cells[i][0]);
		row->cell[1] = cell_of(b, &cells[i][1]);
	}
}
