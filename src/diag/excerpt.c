/*
 * excerpt.c - a faulty line with a caret under the place, in the cells of a
 * terminal: marks that combine take none, wide characters two, a tab goes to
 * the next stop, and what would not be seen is named.
 *
 *	   12 | Kết quả:  ...
 *	      |      ^
 */
#include "diag/diag.h"

#include "text/utf8.h"

enum { TAB_STOP = 8, CELLS_MAX = 72, CELLS_BEFORE = 48 };

/* A character as it is shown. */
struct glyph {
	struct str text;
	unsigned width;
};

static struct glyph
glyph_of(struct arena *a, struct str s, size_t *i, unsigned cell)
{
	static const char blanks[] = "        ";
	size_t at = *i;
	uint32_t c = utf8_next(s, i);
	int width = utf8_width(c);
	struct glyph g = { str_sub(s, at, *i), (unsigned)width };

	if (c == '\t') {
		g.width = TAB_STOP - cell % TAB_STOP;
		g.text = (struct str) { blanks, g.width };
	} else if (width < 0) {
		g.text = str_printf(a, "<U+%04X>", (unsigned)c);
		g.width = (unsigned)g.text.n;
	}
	return g;
}

/* The glyphs of d's line, the cell where each begins, the meant one's index. */
struct row {
	VEC(struct glyph) glyphs;
	unsigned *cell;
	size_t meant;
	unsigned cells;
};

static void
set_row(struct arena *a, const struct diag *d, struct row *row)
{
	uint32_t col = d->line_from + 1;

	*row = (struct row) { .cell = NULL };
	row->cell = NEW_ARRAY(a, d->line.n + 1, unsigned);
	for (size_t i = 0; i < d->line.n; col++) {
		struct glyph g = glyph_of(a, d->line, &i, row->cells);

		/* a mark that combines stands over what is before it */
		if (col <= d->pos.col && g.width > 0)
			row->meant = row->glyphs.n;
		row->cell[row->glyphs.n] = row->cells;
		*vec_add(a, &row->glyphs) = g;
		row->cells += g.width;
	}
	row->cell[row->glyphs.n] = row->cells;
	if (d->pos.col >= col)
		row->meant = row->glyphs.n;
}

/* Part of the row that is shown: glyphs first..last of it. */
static void
cut_row(const struct row *row, size_t *first, size_t *last)
{
	unsigned from = 0;

	if (row->cells > CELLS_MAX && row->cell[row->meant] > CELLS_BEFORE)
		from = row->cell[row->meant] - CELLS_BEFORE;
	for (*first = 0; row->cell[*first] < from;)
		(*first)++;
	for (*last = row->glyphs.n;
	     *last > *first && row->cell[*last] - from > CELLS_MAX;)
		(*last)--;
}

static void
add_many(struct buf *out, char c, unsigned n)
{
	while (n-- > 0)
		buf_addc(out, c);
}

void
diag_print_line(const struct diag *d, struct buf *out)
{
	struct row row;
	size_t first, last;
	bool before, behind;
	unsigned indent, width = 1;

	if (d->line.n == 0 || d->pos.col == 0)
		return;
	set_row(out->arena, d, &row);
	cut_row(&row, &first, &last);
	before = first > 0 || d->line_from > 0;
	behind = last < row.glyphs.n || d->line_cut;
	buf_printf(out, "%6u | %s", d->pos.line, before ? "…" : "");
	for (size_t i = first; i < last; i++)
		buf_add(out, row.glyphs.v[i].text);
	indent = row.cell[row.meant] - row.cell[first] + (before ? 1 : 0);
	if (row.meant < row.glyphs.n &&
	    row.glyphs.v[row.meant].text.p[0] != ' ')
		width = row.glyphs.v[row.meant].width;
	buf_printf(out, "%s\n       | ", behind ? "…" : "");
	add_many(out, ' ', indent);
	add_many(out, '^', width > 0 ? width : 1);
	buf_addc(out, '\n');
}
