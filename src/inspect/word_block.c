/* word_block.c - paragraphs, tables and sections of a part in their order. */
#include "inspect/word_read.h"

enum { MAX_PARAGRAPHS = 100000, MAX_TABLES = 20000, MAX_COLUMNS = 1024 };

/* What only wraps blocks. */
static bool
is_wrapper(const struct scan_elem *e)
{
	static const char *const names[] = { "w:sdt", "w:sdtContent",
		"w:customXml", "w:ins", "w:moveTo", "w:smartTag",
		"w:txbxContent" };

	for (size_t i = 0; i < COUNT(names); i++)
		if (scan_is(e, names[i]))
			return true;
	return false;
}

void
read_blocks(
    struct reader *r, const struct scan_elem *e, const struct wwhere *at)
{
	const struct scan_elem *c = scan_child(e, NULL);

	for (; c != NULL; c = scan_beside(c, NULL)) {
		if (r->paras.n >= MAX_PARAGRAPHS || r->tables.n >= MAX_TABLES) {
			r->full = true;
			return;
		}
		if (scan_is(c, "w:p"))
			read_paragraph(r, c, at);
		else if (scan_is(c, "w:tbl"))
			read_table(r, c, at);
		else if (is_wrapper(c))
			read_blocks(r, c, at);
		else if (scan_is(c, "mc:AlternateContent"))
			read_blocks(r, scan_child(c, "mc:Choice"), at);
	}
}

/* A measure of <w:x w:w= w:type="dxa">; dflt for percentages and auto. */
static int64_t
table_length(const struct scan_elem *e, int64_t dflt)
{
	struct str type = scan_get(e, "w:type");

	if (e == NULL || (type.n > 0 && !str_is(type, "dxa")))
		return dflt;
	return reader_length(scan_get(e, "w:w"), dflt);
}

static void
apply_margins(const struct scan_elem *mar, int64_t *left, int64_t *right)
{
	static const char *const l[] = { "w:start", "w:left" };
	static const char *const r[] = { "w:end", "w:right" };

	for (size_t i = 0; i < COUNT(l); i++) {
		*left = table_length(scan_child(mar, l[i]), *left);
		*right = table_length(scan_child(mar, r[i]), *right);
	}
}

/* Borders of a table as its style chain and itself say: four sides, then the
   ones inside. */
enum { INSIDE_H = WORD_SIDES, INSIDE_V, TABLE_SIDES };

static void
apply_table_borders(const struct scan_elem *b, bool *border)
{
	static const char *const side[TABLE_SIDES] = { "w:top", "w:bottom",
		"w:left", "w:right", "w:insideH", "w:insideV" };
	static const char *const alias[TABLE_SIDES] = {
		[WORD_START] = "w:start", [WORD_END] = "w:end"
	};

	for (size_t i = 0; i < TABLE_SIDES; i++) {
		const struct scan_elem *e = scan_child(b, side[i]);
		struct str v;

		if (e == NULL && alias[i] != NULL)
			e = scan_child(b, alias[i]);
		v = scan_get(e, "w:val");
		if (e != NULL)
			border[i] =
			    v.n > 0 && !str_is(v, "nil") && !str_is(v, "none");
	}
}

struct reading_table {
	struct wtable t;
	bool border[TABLE_SIDES];
	VEC(struct wcell) cells;
	VEC(struct wrow) rows;
	size_t index;
};

static void
apply_table_props(const struct scan_elem *props, struct reading_table *x)
{
	x->t.indent = table_length(scan_child(props, "w:tblInd"), x->t.indent);
	apply_margins(scan_child(props, "w:tblCellMar"), &x->t.margin_left,
	    &x->t.margin_right);
	apply_table_borders(scan_child(props, "w:tblBorders"), x->border);
	if (scan_child(props, "w:tblpPr") != NULL)
		x->t.floating = true;
}

/* The style and what it is based on, the lowest first. */
static void
apply_table_chain(
    struct reader *r, const struct wstyle *s, struct reading_table *x)
{
	const struct wstyle *chain[16];
	size_t n = 0;

	while (s != NULL && n < COUNT(chain)) {
		chain[n++] = s;
		s = s->based_on < r->nstyles ? &r->style[s->based_on] : NULL;
	}
	while (n-- > 0)
		apply_table_props(scan_child(chain[n]->elem, "w:tblPr"), x);
}

static void
read_grid(struct reader *r, const struct scan_elem *t, struct wtable *out)
{
	const struct scan_elem *grid = scan_child(t, "w:tblGrid");
	const struct scan_elem *c = scan_child(grid, "w:gridCol");

	out->column = NEW_ARRAY(r->a, MAX_COLUMNS, int64_t);
	for (; c != NULL && out->ncolumns < MAX_COLUMNS;
	     c = scan_beside(c, "w:gridCol")) {
		int64_t w = reader_length(scan_get(c, "w:w"), 0);

		out->column[out->ncolumns++] = w;
		out->width += w;
	}
}

static int64_t
grid_width(const struct wtable *t, size_t column, size_t span)
{
	int64_t w = 0;

	for (size_t i = column; i < column + span && i < t->ncolumns; i++)
		w += t->column[i];
	return w;
}

static void
read_cell(struct reader *r, const struct scan_elem *tc, struct reading_table *x,
    size_t *column, const struct wwhere *at)
{
	const struct scan_elem *props = scan_child(tc, "w:tcPr");
	int64_t span = reader_length(reader_val(props, "w:gridSpan"), 1);
	struct wwhere in = *at;
	struct wcell c = { .row = x->rows.n, .column = *column };
	bool border[TABLE_SIDES];

	c.span = span >= 1 && span <= MAX_COLUMNS ? (size_t)span : 1;
	c.width = table_length(scan_child(props, "w:tcW"), 0);
	if (c.width <= 0)
		c.width = grid_width(&x->t, *column, c.span);
	for (size_t i = 0; i < TABLE_SIDES; i++)
		border[i] = x->border[i];
	/* which edge is an outer one is not asked: inside counts as well */
	border[WORD_TOP] = x->rows.n == 0 ? border[WORD_TOP] : border[INSIDE_H];
	border[WORD_START] =
	    *column == 0 ? border[WORD_START] : border[INSIDE_V];
	apply_table_borders(scan_child(props, "w:tcBorders"), border);
	for (size_t i = 0; i < WORD_SIDES; i++)
		c.border[i] = border[i];
	in.row = c.row;
	in.column = c.column;
	c.first = r->paras.n;
	read_blocks(r, tc, &in);
	c.n = r->paras.n - c.first;
	*vec_add(r->a, &x->cells) = c;
	*column += c.span;
}

static void read_rows(struct reader *r, const struct scan_elem *t,
    struct reading_table *x, const struct wwhere *at);

static void
read_cells(struct reader *r, const struct scan_elem *tr,
    struct reading_table *x, size_t *column, const struct wwhere *at)
{
	const struct scan_elem *c = scan_child(tr, NULL);

	for (; c != NULL && !r->full; c = scan_beside(c, NULL))
		if (scan_is(c, "w:tc") && *column < MAX_COLUMNS)
			read_cell(r, c, x, column, at);
		else if (is_wrapper(c))
			read_cells(r, c, x, column, at);
}

static void
read_row(struct reader *r, const struct scan_elem *tr, struct reading_table *x,
    const struct wwhere *at)
{
	const struct scan_elem *props = scan_child(tr, "w:trPr");
	const struct scan_elem *height = scan_child(props, "w:trHeight");
	int64_t before = reader_length(reader_val(props, "w:gridBefore"), 0);
	size_t column = before > 0 && before < MAX_COLUMNS ? (size_t)before : 0;
	struct wrow row = {
		.header = reader_on(props, "w:tblHeader", false),
		.cant_split = reader_on(props, "w:cantSplit", false),
		.height = reader_length(scan_get(height, "w:val"), 0),
	};

	read_cells(r, tr, x, &column, at);
	*vec_add(r->a, &x->rows) = row;
}

static void
read_rows(struct reader *r, const struct scan_elem *t, struct reading_table *x,
    const struct wwhere *at)
{
	const struct scan_elem *c = scan_child(t, NULL);

	for (; c != NULL && !r->full; c = scan_beside(c, NULL))
		if (scan_is(c, "w:tr"))
			read_row(r, c, x, at);
		else if (is_wrapper(c))
			read_rows(r, c, x, at);
}

/* A bottom edge is seen on the last row only when it is an outer one. */
static bool
shows_border(const struct wtable *t)
{
	for (size_t i = 0; i < t->ncells; i++)
		for (size_t k = 0; k < WORD_SIDES; k++)
			if (t->cell[i].border[k])
				return true;
	return false;
}

void
read_table(struct reader *r, const struct scan_elem *t, const struct wwhere *at)
{
	const struct scan_elem *props = scan_child(t, "w:tblPr");
	const struct wstyle *style =
	    find_style(r, reader_val(props, "w:tblStyle"), "table");
	struct reading_table x = { .index = r->tables.n };
	struct wwhere in = *at;

	if (style == NULL && r->default_table < r->nstyles)
		style = &r->style[r->default_table];
	/* a place in the list before those of nested tables */
	(void)vec_add(r->a, &r->tables);
	x.t.outer = at->table;
	x.t.section = r->sections.n;
	x.t.first = r->paras.n;
	apply_table_chain(r, style, &x);
	apply_table_props(props, &x);
	read_grid(r, t, &x.t);
	in.table = x.index;
	in.table_style = style;
	if (in.place == WORD_BODY)
		in.place = WORD_CELL;
	read_rows(r, t, &x, &in);
	x.t.cell = x.cells.v;
	x.t.ncells = x.cells.n;
	x.t.row = x.rows.v;
	x.t.nrows = x.rows.n;
	x.t.n = r->paras.n - x.t.first;
	x.t.bordered = shows_border(&x.t);
	r->tables.v[x.index] = x.t;
}
