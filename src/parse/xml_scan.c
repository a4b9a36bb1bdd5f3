/* xml_scan.c - tags and attributes found in an XML source; no library here. */
#include "parse/xml_scan.h"

#include <string.h>

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n';
}

static bool
at(struct str s, size_t i, const char *literal)
{
	size_t n = strlen(literal);

	return i <= s.n && s.n - i >= n && memcmp(s.p + i, literal, n) == 0;
}

static size_t
skip_blanks(struct str s, size_t i)
{
	while (i < s.n && is_blank(s.p[i]))
		i++;
	return i;
}

/* Behind the first literal at or after i; s.n if there is none. */
static size_t
behind(struct str s, size_t i, struct str literal)
{
	i = str_find(s, literal, i);
	return i < s.n ? i + literal.n : s.n;
}

/* Behind a comment or instruction that begins at i; i if none does. */
static size_t
skip_aside(struct str s, size_t i)
{
	if (at(s, i, "<!--"))
		return behind(s, i + 4, STR("-->"));
	if (at(s, i, "<?"))
		return behind(s, i + 2, STR("?>"));
	return i;
}

bool
xml_scan_attr(struct str s, size_t *i, struct xml_scan_attr *attr)
{
	size_t p = skip_blanks(s, *i), end;

	attr->start = p;
	while (p < s.n && !is_blank(s.p[p]) && strchr("=/>", s.p[p]) == NULL)
		p++;
	attr->name = str_sub(s, attr->start, p);
	p = skip_blanks(s, p);
	if (attr->name.n == 0 || p >= s.n || s.p[p] != '=')
		return false;
	p = skip_blanks(s, p + 1);
	if (p >= s.n || (s.p[p] != '"' && s.p[p] != '\''))
		return false;
	end = str_find(s, str_sub(s, p, p + 1), p + 1);
	*i = end < s.n ? end + 1 : s.n;
	return true;
}

/* The rest of a start tag whose '<' is at tag->start. */
static void
scan_tag(struct str s, struct xml_tag *tag)
{
	struct xml_scan_attr attr;
	size_t i = tag->start + 1;

	while (i < s.n && !is_blank(s.p[i]) && s.p[i] != '/' && s.p[i] != '>')
		i++;
	tag->attrs = i;
	while (xml_scan_attr(s, &i, &attr))
		;
	i = skip_blanks(s, i);
	tag->empty = i < s.n && s.p[i] == '/';
	tag->end = behind(s, i, STR(">"));
}

bool
xml_scan_start(struct str s, size_t from, struct xml_tag *tag)
{
	size_t i = str_find(s, STR("<"), from);

	while (i < s.n) {
		size_t next = skip_aside(s, i);

		if (at(s, i, "<![CDATA["))
			next = behind(s, i + 9, STR("]]>"));
		else if (at(s, i, "</") || at(s, i, "<!"))
			next = next == i ? i + 2 : next;
		else if (next == i) {
			*tag = (struct xml_tag) { .start = i };
			scan_tag(s, tag);
			return true;
		}
		i = str_find(s, STR("<"), next);
	}
	return false;
}

size_t
xml_scan_end(struct str s, size_t from)
{
	size_t i = str_find(s, STR("<"), from);

	while (i < s.n && !at(s, i, "</")) {
		size_t next = skip_aside(s, i);

		if (at(s, i, "<![CDATA["))
			next = behind(s, i + 9, STR("]]>"));
		i = str_find(s, STR("<"), next == i ? i + 1 : next);
	}
	return behind(s, i, STR(">"));
}

size_t
xml_scan_text(struct str s, size_t from)
{
	size_t i = from, next;

	for (;;) {
		next = skip_aside(s, i);
		if (at(s, i, "<![CDATA[]]>"))
			next = i + 12;
		else if (at(s, i, "<![CDATA["))
			return i + 9;
		if (next == i)
			return i;
		i = next;
	}
}

size_t
xml_scan_doctype(struct str s)
{
	size_t i = 0, next;

	for (;;) {
		i = skip_blanks(s, i);
		next = skip_aside(s, i);
		if (next == i)
			return at(s, i, "<!") ? i : s.n;
		i = next;
	}
}

struct str
xml_scan_encoding(struct str s, size_t *where)
{
	struct xml_scan_attr attr;
	size_t i = 5, start;

	if (!at(s, 0, "<?xml") || s.n == 5 || !is_blank(s.p[5]))
		return STR_NONE;
	s = str_sub(s, 0, behind(s, 0, STR("?>")));
	for (start = i; xml_scan_attr(s, &i, &attr); start = i) {
		struct str text = str_sub(s, start, i);
		size_t quote = text.n;

		if (!str_is(attr.name, "encoding"))
			continue;
		while (quote > 0 && strchr("\"'", text.p[quote - 1]) != NULL)
			text.n = --quote;
		while (quote > 0 && strchr("\"'", text.p[quote - 1]) == NULL)
			quote--;
		*where = attr.start;
		return str_sub(text, quote, text.n);
	}
	return STR_NONE;
}

size_t
xml_scan_crowded(struct str s, size_t max)
{
	struct xml_tag tag = { 0 };

	while (xml_scan_start(s, tag.end, &tag)) {
		struct xml_scan_attr attr;
		size_t i = tag.attrs, n = 0;

		while (xml_scan_attr(s, &i, &attr))
			if (++n > max)
				return tag.start;
	}
	return s.n;
}
