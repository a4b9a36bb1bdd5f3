/* grid.c - a table as rows and columns, its spans filled in. */
#include "check/run.h"

enum { COLUMNS_MAX = 64 };

static unsigned
count_rows(const struct node *table)
{
	const struct node *row;
	unsigned n = 0;

	for (row = table->first; row != NULL; row = row->next)
		n++;
	return n;
}

/* Put cell into the free places of its row, and of the rows it spans. */
static unsigned
place_cell(struct grid *g, unsigned row, unsigned column,
    const struct node *cell)
{
	unsigned down = cell->as.cell.rowspan, across = cell->as.cell.colspan;

	while (column < g->columns &&
	    g->cell[row * g->columns + column] != NULL)
		column++;
	for (unsigned r = row; r < g->rows && r - row < down; r++)
		for (unsigned k = column; k < g->columns && k - column < across;
		     k++)
			if (g->cell[r * g->columns + k] == NULL)
				g->cell[r * g->columns + k] = cell;
	return across < g->columns - column ? column + across : g->columns;
}

bool
grid_of(const struct check *c, const struct node *table, struct grid *g)
{
	const struct node *row, *cell;
	unsigned r = 0, column;

	*g = (struct grid){
		.rows = count_rows(table),
		.columns = table->as.table.ncolumns,
	};
	if (g->rows == 0 || g->columns == 0 || g->columns > COLUMNS_MAX)
		return false;
	g->cell = NEW_ARRAY(c->a, (size_t)g->rows * g->columns,
	    const struct node *);
	for (row = table->first; row != NULL; row = row->next, r++) {
		if (row->as.row.header && r == g->header)
			g->header++;
		column = 0;
		for (cell = row->first; cell != NULL; cell = cell->next)
			column = place_cell(g, r, column, cell);
	}
	if (g->header == 0)
		g->header = 1;
	return true;
}

struct str
grid_text(const struct check *c, const struct grid *g, unsigned row,
    unsigned column)
{
	const struct node *cell = g->cell[row * g->columns + column];

	return cell == NULL ? STR_NONE : str_trim(node_text(c->a, cell));
}

struct pos
grid_pos(const struct check *c, const struct grid *g, unsigned row,
    unsigned column)
{
	const struct node *cell = g->cell[row * g->columns + column];
	struct flat f;

	if (cell == NULL)
		return doc_start(c);
	f = flat_of(c, cell);
	return flat_start(&f);
}

unsigned
grid_column(const struct check *c, const struct grid *g,
    const char *const *keys, size_t n)
{
	struct str head, inside;

	for (size_t i = 0; i < n; i++)
		for (unsigned r = 0; r < g->header; r++)
			for (unsigned k = 0; k < g->columns; k++) {
				head = without_brackets(
				    grid_text(c, g, r, k), &inside);
				if (str_is(key_of(c->a, head), keys[i]))
					return k;
			}
	return g->columns;
}
