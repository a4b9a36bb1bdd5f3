/*
 * prose.c - which bytes of a file are text that is read as text.  The rest is
 * left as it is: the header, code, addresses, comments, markup, and the blanks
 * and marks that give a line its place.
 */
#include <string.h>

#include "fix/work.h"
#include "text/utf8.h"
#include "text/viet.h"

struct marker {
	struct str s;
	char *prose;
};

static void
protect(struct marker *m, size_t from, size_t to)
{
	if (to > m->s.n)
		to = m->s.n;
	if (from < to)
		memset(m->prose + from, 0, to - from);
}

static size_t
line_end(struct str s, size_t at)
{
	const char *lf = at < s.n ? memchr(s.p + at, '\n', s.n - at) : NULL;

	return lf == NULL ? s.n : (size_t)(lf - s.p);
}

static size_t
skip_blanks(struct str s, size_t at, size_t end)
{
	while (at < end && (s.p[at] == ' ' || s.p[at] == '\t'))
		at++;
	return at;
}

enum { WINDOW = 4096 }; /* bytes that code or a link may run on */

/* The end of the paragraph that holds at: before an empty line. */
static size_t
block_end(struct str s, size_t at)
{
	size_t end = line_end(s, at);

	while (end < s.n && end - at < WINDOW) {
		size_t next = line_end(s, end + 1);

		if (skip_blanks(s, end + 1, next) == next)
			break;
		end = next;
	}
	return end;
}

/* Behind "#", "-", "*", "+", "1." and the blanks behind them; else from. */
static size_t
list_mark(struct str s, size_t from, size_t end)
{
	size_t i = from;

	while (i < end && s.p[i] == '#')
		i++;
	if (i == from && i < end && strchr("-*+", s.p[i]) != NULL)
		i++;
	if (i == from) {
		while (i < end && s.p[i] >= '0' && s.p[i] <= '9')
			i++;
		if (i == from || i == end || (s.p[i] != '.' && s.p[i] != ')'))
			return from;
		i++;
	}
	return i < end && s.p[i] == ' ' ? skip_blanks(s, i, end) : from;
}

/* Up to the closing sign of the paragraph, or of the line; at if none. */
static size_t
closed_by(struct str s, size_t at, size_t end, char open, char close)
{
	size_t depth = 0;

	for (size_t i = at; i < end; i++) {
		if (s.p[i] == '\\')
			i++;
		else if (s.p[i] == open)
			depth++;
		else if (s.p[i] == close && --depth == 0)
			return i + 1;
	}
	return at;
}

/* "`...`", with as many ticks at the end as at the beginning. */
static size_t
code_span(struct str s, size_t at, size_t end)
{
	size_t n = 0, i, k;

	while (at + n < end && s.p[at + n] == '`')
		n++;
	for (i = at + n; i<end; i += k> 0 ? k : 1) {
		for (k = 0; i + k < end && s.p[i + k] == '`';)
			k++;
		if (k == n)
			return i + k;
	}
	return at + n;
}

/* The word around an address. */
static void
protect_word(struct marker *m, size_t at, size_t end)
{
	size_t from = at, to = at;

	while (from > 0 && strchr(" \t\n", m->s.p[from - 1]) == NULL)
		from--;
	while (to < end && strchr(" \t\n", m->s.p[to]) == NULL)
		to++;
	protect(m, from, to);
}

/* The end of what is protected at i, or i. */
static size_t
inline_end(struct marker *m, size_t i, size_t line, size_t block)
{
	struct str s = m->s, rest = str_sub(s, i, block);
	uint32_t next = utf8_at(s, i + 1);

	if (s.p[i] == '`')
		return code_span(s, i, block);
	if (s.p[i] == '\\')
		return i + 2;
	if (str_starts(rest, STR("<!--"))) {
		size_t end = str_find(s, STR("-->"), i);

		return end < s.n ? end + 3 : s.n;
	}
	if (s.p[i] == '<' && (viet_is_letter(next) || next == '/'))
		return closed_by(s, i, line, '<', '>');
	if (s.p[i] == '{')
		return closed_by(s, i, line, '{', '}');
	if (str_starts(rest, STR("[^")))
		return closed_by(s, i, line, '[', ']');
	if (str_starts(rest, STR("](")) || str_starts(rest, STR("][")))
		return closed_by(
		    s, i + 1, block, s.p[i + 1], s.p[i + 1] == '(' ? ')' : ']');
	return i;
}

static size_t
mark_inline(struct marker *m, size_t from, size_t line)
{
	size_t block = block_end(m->s, from), end;

	for (size_t i = from; i<line; i = end> i ? end : i + 1) {
		struct str rest = str_sub(m->s, i, line);

		end = inline_end(m, i, line, block);
		protect(m, i, end);
		if (str_starts(rest, STR("://")) ||
		    str_starts(rest, STR("www.")) || m->s.p[i] == '@')
			protect_word(m, i, line);
		if (end > line)
			line = line_end(m->s, end - 1);
	}
	return line;
}

/* The length of a fence, "```" or "~~~", that a line begins with; or 0. */
static size_t
fence(struct str s, size_t at, size_t end)
{
	size_t n = 0;

	while (at + n < end && s.p[at + n] == s.p[at])
		n++;
	return at < end && (s.p[at] == '`' || s.p[at] == '~') && n >= 3 ? n : 0;
}

static bool
is_rule(struct str line)
{
	for (size_t i = 0; i < line.n; i++)
		if (strchr("|:-=*_ \t", line.p[i]) == NULL)
			return false;
	return true;
}

/* Where the body begins, behind the header. */
static size_t
behind_header(struct str s)
{
	size_t at = line_end(s, 0);

	if (!str_is(str_trim(str_sub(s, 0, at)), "---"))
		return 0;
	while (at < s.n) {
		size_t end = line_end(s, at + 1);
		struct str line = str_trim(str_sub(s, at + 1, end));

		at = end;
		if (str_is(line, "---") || str_is(line, "..."))
			break;
	}
	return at;
}

static void
mark_markdown(struct marker *m)
{
	struct str s = m->s;
	size_t at = behind_header(s), end, text, open = 0;
	char sign = '\0';
	bool blank = true; /* the line before is empty */

	protect(m, 0, at);
	for (; at < s.n; at = end + 1) {
		size_t n;

		end = line_end(s, at);
		text = skip_blanks(s, at, end);
		n = fence(s, text, end);
		if (open > 0) {
			protect(m, at, end);
			if (n >= open && s.p[text] == sign)
				open = 0;
		} else if (n > 0) {
			protect(m, at, end);
			open = n;
			sign = s.p[text];
		} else if (is_rule(str_sub(s, text, end)) ||
		    (blank && text - at >= 4)) {
			protect(m, at, end);
		} else {
			text = list_mark(s, text, end);
			protect(m, at, text);
			end = mark_inline(m, text, end);
		}
		blank = skip_blanks(s, at, end) == end;
	}
}

/* Text between tags; entities are signs like others. */
static void
mark_xml(struct marker *m)
{
	struct str s = m->s, rest;
	size_t i = 0, end;

	while (i < s.n) {
		rest = str_sub(s, i, s.n);
		if (s.p[i] != '<') {
			if (i == 0 || s.p[i - 1] == '\n')
				protect(
				    m, i, skip_blanks(s, i, line_end(s, i)));
			i++;
			continue;
		}
		if (str_starts(rest, STR("<!--")))
			end = str_find(s, STR("-->"), i) + 3;
		else if (str_starts(rest, STR("<![CDATA[")))
			end = str_find(s, STR("]]>"), i) + 3;
		else
			end = str_find(s, STR(">"), i) + 1;
		protect(m, i, end);
		i = end;
	}
}

/* The header of an XML report is fields, not prose. */
static void
protect_header(struct marker *m)
{
	size_t from = str_find(m->s, STR("<header"), 0);
	size_t to = str_find(m->s, STR("</header>"), from);

	protect(m, from, to);
}

const char *
prose_of(struct arena *a, struct str s, enum fix_kind kind)
{
	struct marker m = { s, NEW_ARRAY(a, s.n + 1, char) };

	memset(m.prose, 1, s.n);
	if (kind == FIX_XML) {
		mark_xml(&m);
		protect_header(&m);
	} else {
		mark_markdown(&m);
	}
	return m.prose;
}
