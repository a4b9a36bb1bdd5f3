/*
 * md_source.c - places in the Markdown source: table rows cut into cells, and a
 * cursor that follows the library's inline nodes through the source.
 */
#include <string.h>

#include "read/md.h"

enum { WINDOW = 4096 }; /* how far a lost cursor looks ahead, in bytes */

static bool
is_punct(char c)
{
	return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') ||
	    (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

static bool
is_space(char c)
{
	return c == ' ' || c == '\t';
}

static void
trim_cell(struct str line, struct md_cell *cell)
{
	while (cell->from < cell->to && is_space(line.p[cell->from]))
		cell->from++;
	while (cell->to > cell->from && is_space(line.p[cell->to - 1]))
		cell->to--;
}

/* The offset of the next unescaped bar at or after i, or line.n. */
static size_t
next_bar(struct str line, size_t i)
{
	for (; i < line.n && line.p[i] != '|'; i++)
		if (line.p[i] == '\\' && i + 1 < line.n &&
		    is_punct(line.p[i + 1]))
			i++;
	return i < line.n ? i : line.n;
}

unsigned
split_row(struct str line, struct md_cell *cell, unsigned max, unsigned *bars)
{
	size_t i = 0, bar;
	unsigned n = 0;
	struct md_cell c;

	*bars = 0;
	while (i < line.n && is_space(line.p[i]))
		i++;
	if (i < line.n && line.p[i] == '|') {
		++*bars;
		i++;
	}
	while (i < line.n) {
		bar = next_bar(line, i);
		c = (struct md_cell) { i, bar };
		trim_cell(line, &c);
		if (bar == line.n && c.from == c.to)
			break; /* blanks behind the last bar */
		if (n < max)
			cell[n] = c;
		n++;
		*bars += bar < line.n;
		i = bar + 1;
	}
	return n;
}

/* The length of "&name;" or "&#1;" at i; 0 if there is none. */
static size_t
entity(const struct cursor *c, size_t i)
{
	for (size_t n = 1; n < 40 && i + n < c->end; n++) {
		if (c->text.p[i + n] == ';')
			return n > 1 ? n + 1 : 0;
		if (is_punct(c->text.p[i + n]) && c->text.p[i + n] != '#')
			return 0;
	}
	return 0;
}

/* The bytes of the character at s.p[i]. */
static size_t
char_len(struct str s, size_t i)
{
	size_t n = 1;

	while (i + n < s.n && ((unsigned char)s.p[i + n] & 0xC0) == 0x80)
		n++;
	return n;
}

/* Does the source at c stand for s's beginning, as it is or escaped? */
static bool
at_literal(const struct cursor *c, struct str s)
{
	const char *p = c->text.p + c->at;

	if (c->at >= c->end || s.n == 0)
		return false;
	return *p == s.p[0] || *p == '&' ||
	    (*p == '\\' && c->at + 1 < c->end && p[1] == s.p[0]);
}

/* A lost cursor looks for the first bytes of s a little ahead. */
static void
find_ahead(struct cursor *c, struct str s)
{
	struct str head = str_sub(s, 0, 12);
	size_t end = c->end - c->at > WINDOW ? c->at + WINDOW : c->end;
	size_t hit = str_find(str_sub(c->text, 0, end), head, c->at);

	if (hit < end)
		c->at = hit;
}

size_t
cursor_take(struct cursor *c, struct str s)
{
	size_t i = 0, from, n;

	if (c->at > 0 && c->text.p[c->at - 1] == '\n' && s.n > 0 &&
	    !is_space(s.p[0]))
		while (c->at < c->end && is_space(c->text.p[c->at]))
			c->at++;
	if (!at_literal(c, s))
		find_ahead(c, s);
	from = c->at;
	while (i < s.n && c->at < c->end) {
		const char *p = c->text.p + c->at;

		if (*p == '&' && (n = entity(c, c->at)) > 0) {
			c->at += n;
			i += char_len(s, i);
		} else if (*p == '\\' && c->at + 1 < c->end && is_punct(p[1]) &&
		    p[1] == s.p[i]) {
			c->at += 2;
			i++;
		} else if (*p == s.p[i]) {
			c->at++;
			i++;
		} else {
			break;
		}
	}
	return from;
}

void
cursor_signs(struct cursor *c, const char *signs, size_t n)
{
	while (n-- > 0 && c->at < c->end && c->text.p[c->at] != '\0' &&
	    strchr(signs, c->text.p[c->at]) != NULL)
		c->at++;
}

/* Go behind the next close, nested pairs skipped, if there is one. */
static void
skip_pair(struct cursor *c, char open, char close)
{
	size_t depth = 0, limit = c->end;

	if (limit - c->at > WINDOW)
		limit = c->at + WINDOW;
	for (size_t i = c->at; i < limit; i++) {
		if (c->text.p[i] == '\\' && i + 1 < limit)
			i++;
		else if (c->text.p[i] == open)
			depth++;
		else if (c->text.p[i] == close && --depth == 0) {
			c->at = i + 1;
			return;
		}
	}
}

void
cursor_link_end(struct cursor *c)
{
	cursor_signs(c, "]>", 1);
	if (c->at >= c->end || c->text.p[c->at - 1] != ']')
		return;
	if (c->text.p[c->at] == '(')
		skip_pair(c, '(', ')');
	else if (c->text.p[c->at] == '[')
		skip_pair(c, '[', ']');
}

struct str
cursor_note(struct cursor *c)
{
	size_t from = c->at, close;

	find_ahead(c, STR("[^"));
	close = str_find(str_sub(c->text, 0, c->end), STR("]"), c->at);
	if (!str_starts(str_sub(c->text, c->at, c->end), STR("[^")) ||
	    close >= c->end) {
		c->at = from;
		return STR_NONE;
	}
	from = c->at + 2;
	c->at = close + 1;
	return str_sub(c->text, from, close);
}

void
cursor_code(struct cursor *c)
{
	struct str ticks;
	size_t from = c->at, n = 0, hit;

	if (c->at < c->end && c->text.p[c->at] == '<') {
		skip_pair(c, '<', '>');
		return;
	}
	cursor_signs(c, "`", c->end - c->at);
	n = c->at - from;
	ticks = str_sub(c->text, from, c->at);
	hit = str_find(str_sub(c->text, 0, c->end), ticks, c->at);
	if (n > 0 && hit < c->end)
		c->at = hit + n;
}

void
cursor_line(struct cursor *c)
{
	const char *hit;

	if (c->at >= c->end)
		return;
	hit = memchr(c->text.p + c->at, '\n', c->end - c->at);
	c->at = hit == NULL ? c->end : (size_t)(hit - c->text.p) + 1;
}
