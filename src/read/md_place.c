/*
 * md_place.c - where the library's blocks stand in the source, and how what is
 * refused is named.
 */
#include <string.h>

#include "read/md_tree.h"

static size_t
min_size(size_t x, size_t y)
{
	return x < y ? x : y;
}

size_t
offset_of(const struct md *m, int line, int col)
{
	const struct source *src = m->r->src;

	if (line < 1)
		return 0;
	if ((size_t)line > src->nlines)
		return m->src.text.n;
	return min_size(src->line[line - 1] + (size_t)(col > 1 ? col - 1 : 0),
	    m->src.text.n);
}

struct pos
pos_of(const struct md *m, size_t offset)
{
	return source_pos(m->r->src, offset);
}

bool
is_kind(cmark_node *c, const char *name)
{
	return c != NULL && strcmp(cmark_node_get_type_string(c), name) == 0;
}

/* The start of a table is that of text right above it. */
uint32_t
delimiter_line(const struct md *m, cmark_node *table)
{
	uint32_t line = (uint32_t)cmark_node_get_start_line(table) + 1;

	while (line < m->r->src->nlines &&
	    !is_delimiter_row(str_trim(md_line(m->r, &m->src, line))))
		line++;
	return line;
}

/* A paragraph right above a table has no lines of its own. */
struct cursor
block_cursor(const struct md *m, cmark_node *c)
{
	cmark_node *next = cmark_node_next(c);
	int line = cmark_node_get_start_line(c);
	int col = cmark_node_get_start_column(c);
	int end = cmark_node_get_end_line(c);
	struct cursor cur = { .text = m->src.text };

	if (line == 0 && is_kind(next, "table")) {
		line = cmark_node_get_start_line(next);
		col = cmark_node_get_start_column(next);
		end = (int)delimiter_line(m, next) - 2;
	}
	cur.at = offset_of(m, line, col);
	cur.end = offset_of(m, (end < line ? line : end) + 1, 1);
	if (cur.end < cur.at)
		cur.end = cur.at;
	return cur;
}

struct pos
block_pos(const struct md *m, cmark_node *c)
{
	return pos_of(m, block_cursor(m, c).at);
}

void
refuse(struct md *m, struct pos pos, const char *sign)
{
	diag_add(m->r->ds, DIAG_READ_MARKUP_UNSUPPORTED, pos, "\"%s\"", sign);
}

/* Name raw HTML by its tag's ASCII beginning: "<div". */
void
refuse_html(struct md *m, struct pos pos, struct str html)
{
	size_t n = 1;

	while (n < html.n && n < 20 && html.p[n] > ' ' && html.p[n] < 0x7F &&
	    html.p[n] != '>')
		n++;
	diag_add(m->r->ds, DIAG_READ_MARKUP_UNSUPPORTED, pos, "\"%.*s%s\"",
	    STR_ARG(str_sub(html, 0, n)),
	    n < html.n && html.p[n] == '>' ? ">" : "");
}
