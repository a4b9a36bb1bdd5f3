/*
 * md_table.c - Markdown tables with their captions.  Rows are cut once more
 * from the source: the library pads short ones and drops what is too much.
 */
#include "read/md_tree.h"

static enum align
align_of(uint8_t sign)
{
	return sign == 'l' ? ALIGN_LEFT :
	    sign == 'c'    ? ALIGN_CENTER :
	    sign == 'r'    ? ALIGN_RIGHT :
			     ALIGN_DEFAULT;
}

struct row_source {
	size_t at; /* where the row begins */
	struct str line;
	struct md_cell cell[MAX_COLUMNS];
	unsigned n, bars;
};

static void
row_source(const struct md *m, cmark_node *table, cmark_node *c,
    struct row_source *row)
{
	uint32_t line = (uint32_t)cmark_node_get_start_line(c);
	size_t skip = 0;

	if (is_kind(c, "table_header")) {
		line = delimiter_line(m, table) - 1;
		/* "- | a |": an item's sign stands before the row */
		if (line == (uint32_t)cmark_node_get_start_line(table))
			skip = (size_t)cmark_node_get_start_column(table) - 1;
	}
	row->line = md_line(m->r, &m->src, line);
	while (skip < row->line.n && row->line.p[skip] == ' ')
		skip++;
	row->line = str_sub(row->line, skip, row->line.n);
	row->at = (size_t)(row->line.p - m->src.text.p);
	row->n = split_row(row->line, row->cell, MAX_COLUMNS, &row->bars);
}

static void
take_cell(struct md *m, cmark_node *c, struct node *row, size_t from, size_t to)
{
	struct span s = { .m = m, .cur = { m->src.text, from, to } };

	s.block = reader_node(m->r, NODE_CELL, pos_of(m, from));
	take_inlines(&s, c);
	node_append(row, s.block);
}

static void
take_cells(
    struct md *m, cmark_node *c, struct node *row, const struct row_source *src)
{
	cmark_node *cell = cmark_node_first_child(c);
	size_t end = src->at + src->line.n;
	unsigned i = 0;

	for (; cell != NULL && !m->r->stopped; cell = cmark_node_next(cell)) {
		if (i < src->n)
			take_cell(m, cell, row, src->at + src->cell[i].from,
			    src->at + src->cell[i].to);
		else
			take_cell(m, cell, row, end, end);
		i++;
	}
}

/* A caption right below a table is its last row to the library. */
static bool
is_caption_row(cmark_node *c, const struct row_source *src)
{
	return is_kind(c, "table_row") && src->bars == 0 &&
	    caption_word(src->line) > 0 && cmark_node_next(c) == NULL;
}

static void
take_caption_row(struct md *m, cmark_node *c, struct node *table,
    const struct row_source *src)
{
	struct pos pos = pos_of(m, src->at);
	struct node *row = reader_node(m->r, NODE_ROW, pos);
	struct caption caption;

	take_cells(m, c, row, src);
	if (m->r->stopped)
		return;
	caption = caption_parse(m->r, node_text(m->r->a, row), pos);
	if (table->as.table.caption.n > 0)
		diag_add(m->r->ds, DIAG_READ_CAPTION_TWICE, pos, "\"%.*s\"",
		    STR_ARG(caption.text));
	else
		table_caption(m->r, table, &caption);
}

static void
take_row(struct md *m, cmark_node *c, struct node *table, cmark_node *ctable)
{
	struct row_source src;
	struct node *row;
	unsigned n = table->as.table.ncolumns;

	row_source(m, ctable, c, &src);
	if (is_caption_row(c, &src)) {
		take_caption_row(m, c, table, &src);
		return;
	}
	row = reader_node(m->r, NODE_ROW, pos_of(m, src.at));
	row->as.row.header = is_kind(c, "table_header");
	if (src.n != n)
		diag_add(m->r->ds, DIAG_READ_TABLE_RAGGED, row->pos, "%u %s %u",
		    src.n, src.n < n ? "<" : ">", n);
	else if (src.bars == 0) /* text right below a table of one column */
		diag_add(m->r->ds, DIAG_READ_TABLE_RAGGED, row->pos, "0 \"|\"");
	take_cells(m, c, row, &src);
	node_append(table, row);
}

void
take_table(struct md *m, cmark_node *c, struct node *parent, unsigned depth)
{
	unsigned n = cmark_gfm_extensions_get_table_columns(c);
	uint8_t *aligns = cmark_gfm_extensions_get_table_alignments(c);
	size_t line = delimiter_line(m, c) - 1;
	struct node *t = reader_node(
	    m->r, NODE_TABLE, pos_of(m, offset_of(m, (int)line, 1)));
	cmark_node *row = cmark_node_first_child(c);

	(void)depth;
	if (n > MAX_COLUMNS || n == 0) {
		diag_add(m->r->ds, DIAG_READ_TABLE_WIDE, t->pos, "%u > %u", n,
		    (unsigned)MAX_COLUMNS);
		m->caption.pos.line = 0;
		return;
	}
	t->as.table.ncolumns = n;
	t->as.table.column = NEW_ARRAY(m->r->a, n, enum align);
	for (unsigned i = 0; i < n; i++)
		t->as.table.column[i] = align_of(aligns[i]);
	if (m->caption.pos.line > 0)
		table_caption(m->r, t, &m->caption);
	m->caption.pos.line = 0;
	for (; row != NULL && reader_goes_on(m->r); row = cmark_node_next(row))
		take_row(m, row, t, c);
	if (!m->r->stopped)
		node_append(parent, t);
}

bool
take_caption(struct md *m, cmark_node *c, struct node *parent, struct node *p)
{
	struct caption caption;

	if (p->first == NULL || p->first->kind != NODE_TEXT ||
	    caption_word(p->first->as.text) == 0)
		return false;
	caption = caption_parse(m->r, node_text(m->r->a, p), p->pos);
	if (is_kind(cmark_node_next(c), "table")) {
		m->caption = caption;
		return true;
	}
	if (!is_kind(cmark_node_previous(c), "table") || parent->last == NULL) {
		diag_add(m->r->ds, DIAG_READ_CAPTION_ALONE, p->pos, "%s", "");
		return false;
	}
	if (parent->last->kind != NODE_TABLE)
		return true; /* the table was refused */
	if (parent->last->as.table.caption.n > 0)
		diag_add(m->r->ds, DIAG_READ_CAPTION_TWICE, p->pos, "\"%.*s\"",
		    STR_ARG(caption.text));
	else
		table_caption(m->r, parent->last, &caption);
	return true;
}

bool
is_broken_table(struct md *m, const struct cursor *cur)
{
	struct str rest = str_sub(cur->text, cur->at, cur->end), line;
	struct str above = STR_NONE;
	struct md_cell cell[1];
	unsigned bars, want, got;

	while (str_split(&rest, '\n', &line)) {
		if (is_delimiter_row(str_trim(line)) && above.p != NULL &&
		    split_row(line, cell, 1, &bars) > 0 && bars > 0) {
			want = split_row(above, cell, 1, &bars);
			got = split_row(line, cell, 1, &bars);
			diag_add(m->r->ds, DIAG_READ_TABLE_RAGGED,
			    pos_of(m, (size_t)(line.p - cur->text.p)),
			    "%u %s %u", got, got < want ? "<" : ">", want);
			return true;
		}
		above = line;
	}
	return false;
}
