/* str.c - counted strings. */
#include "base/str.h"

#include <string.h>

struct str
str_of(const char *s)
{
	return (struct str){ s, s == NULL ? 0 : strlen(s) };
}

struct str
str_dup(struct arena *a, struct str s)
{
	return (struct str){ arena_strndup(a, s.p, s.n), s.n };
}

struct str
str_printf(struct arena *a, const char *fmt, ...)
{
	va_list ap;
	char *p;

	va_start(ap, fmt);
	p = arena_vprintf(a, fmt, ap);
	va_end(ap);
	return str_of(p);
}

bool
str_eq(struct str x, struct str y)
{
	return x.n == y.n && (x.n == 0 || memcmp(x.p, y.p, x.n) == 0);
}

bool
str_is(struct str s, const char *literal)
{
	return str_eq(s, str_of(literal));
}

int
str_cmp(struct str x, struct str y)
{
	size_t n = x.n < y.n ? x.n : y.n;
	int d = n == 0 ? 0 : memcmp(x.p, y.p, n);

	if (d != 0)
		return d;
	return x.n < y.n ? -1 : x.n > y.n;
}

bool
str_starts(struct str s, struct str prefix)
{
	return s.n >= prefix.n && str_eq(str_sub(s, 0, prefix.n), prefix);
}

bool
str_ends(struct str s, struct str suffix)
{
	return s.n >= suffix.n &&
	    str_eq(str_sub(s, s.n - suffix.n, s.n), suffix);
}

struct str
str_sub(struct str s, size_t from, size_t to)
{
	if (to > s.n)
		to = s.n;
	if (from > to)
		from = to;
	return (struct str){ s.p == NULL ? NULL : s.p + from, to - from };
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

struct str
str_trim(struct str s)
{
	size_t from = 0, to = s.n;

	while (from < to && is_blank(s.p[from]))
		from++;
	while (to > from && is_blank(s.p[to - 1]))
		to--;
	return str_sub(s, from, to);
}

size_t
str_find(struct str s, struct str needle, size_t from)
{
	const char *hit;

	if (from > s.n || needle.n > s.n - from)
		return s.n;
	if (needle.n == 0)
		return from;
	hit = memmem(s.p + from, s.n - from, needle.p, needle.n);
	return hit == NULL ? s.n : (size_t)(hit - s.p);
}

bool
str_split(struct str *rest, char sep, struct str *part)
{
	const char *hit;

	if (rest->p == NULL)
		return false;
	hit = rest->n == 0 ? NULL : memchr(rest->p, sep, rest->n);
	if (hit == NULL) {
		*part = *rest;
		*rest = STR_NONE;
		return true;
	}
	*part = str_sub(*rest, 0, (size_t)(hit - rest->p));
	*rest = str_sub(*rest, part->n + 1, rest->n);
	return true;
}
