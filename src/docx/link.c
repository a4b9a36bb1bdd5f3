/*
 * link.c - which addresses become hyperlinks.
 *
 * Word declares the whole package damaged when one target is not a URI, so only
 * addresses of a few plain schemes with a plain host are let through; the text
 * of any other link stands in the document all the same.
 */
#include "docx/link.h"

#include "base/buf.h"

enum { MAX_ADDRESS = 2000 }; /* Word refuses above 2083 */

static const struct {
	struct str scheme;
	bool host; /* a host must follow */
} schemes[] = {
	{ { "http://", 7 }, true },
	{ { "https://", 8 }, true },
	{ { "ftp://", 6 }, true },
	{ { "mailto:", 7 }, false },
	{ { "tel:", 4 }, false },
};

static bool
is_alnum(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
	    (c >= 'A' && c <= 'Z');
}

static bool
is_hex(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') ||
	    (c >= 'A' && c <= 'F');
}

/* May stand unescaped behind the host; the second '#' may not. */
static bool
is_plain(char c)
{
	static const char others[] = "-._~:/?@!$&'()*+,;=";

	for (const char *p = others; *p != '\0'; p++)
		if (*p == c)
			return true;
	return is_alnum(c);
}

/* The length of a host with an optional port at the start of s; 0: none. */
static size_t
host_length(struct str s)
{
	size_t i = 0, port;

	while (i < s.n &&
	    (is_alnum(s.p[i]) || s.p[i] == '-' ||
		(s.p[i] == '.' && i > 0 && s.p[i - 1] != '.')))
		i++;
	if (i == 0 || s.p[i - 1] == '.' || s.p[i - 1] == '-' || s.p[0] == '-')
		return 0;
	if (i < s.n && s.p[i] == ':') {
		for (port = i + 1;
		     port < s.n && s.p[port] >= '0' && s.p[port] <= '9';)
			port++;
		if (port == i + 1 || port > i + 5)
			return 0;
		i = port;
	}
	if (i < s.n && s.p[i] != '/' && s.p[i] != '?' && s.p[i] != '#')
		return 0;
	return i;
}

static struct str
escaped(struct arena *a, struct str scheme, struct str rest)
{
	struct buf b = { .arena = a };
	bool fragment = false;

	buf_add(&b, scheme);
	for (size_t i = 0; i < rest.n; i++) {
		char c = rest.p[i];

		if (is_plain(c) || (c == '#' && !fragment) ||
		    (c == '%' && i + 2 < rest.n && is_hex(rest.p[i + 1]) &&
			is_hex(rest.p[i + 2])))
			buf_addc(&b, c);
		else
			buf_printf(&b, "%%%02X", (unsigned char)c);
		fragment = fragment || c == '#';
	}
	return b.n <= MAX_ADDRESS ? buf_str(&b) : STR_NONE;
}

struct str
link_target(struct arena *a, struct str address)
{
	struct str s = str_trim(address), rest;

	for (size_t i = 0; i < sizeof(schemes) / sizeof(schemes[0]); i++) {
		if (!str_starts(s, schemes[i].scheme))
			continue;
		rest = str_sub(s, schemes[i].scheme.n, s.n);
		if (rest.n == 0 || (schemes[i].host && host_length(rest) == 0))
			return STR_NONE;
		return escaped(a, schemes[i].scheme, rest);
	}
	return STR_NONE;
}
