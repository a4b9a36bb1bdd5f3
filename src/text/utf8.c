/*
 * utf8.c - strict UTF-8, and NFC on top of utf8proc.
 *
 * utf8proc sorts combining marks by exchanging neighbours, which takes the
 * square of their number; a report may hold a million in a row.  Marks are
 * therefore sorted here, by counting, and utf8proc only decomposes and
 * composes.
 */
#include "text/utf8.h"

#include <assert.h>
#include <string.h>

#include <utf8proc.h>

enum {
	REPLACEMENT = 0xfffd,
	CODE_MAX = 0x10ffff,
	/* A character decomposes into 4 at most (Unicode 15, table 3-10). */
	DECOMPOSED_MAX = 8,
	CLASSES = 256, /* canonical combining classes */
};

/* Table 3-7 of the Unicode standard; RFC 3629, section 4. */
static const struct {
	unsigned char first, last; /* of byte 1 */
	unsigned char low, high; /* of byte 2; bytes 3 and 4 are 80..BF */
	unsigned char n;
} forms[] = {
	{ 0x00, 0x7f, 0x00, 0x00, 1 },
	{ 0xc2, 0xdf, 0x80, 0xbf, 2 },
	{ 0xe0, 0xe0, 0xa0, 0xbf, 3 },
	{ 0xe1, 0xec, 0x80, 0xbf, 3 },
	{ 0xed, 0xed, 0x80, 0x9f, 3 },
	{ 0xee, 0xef, 0x80, 0xbf, 3 },
	{ 0xf0, 0xf0, 0x90, 0xbf, 4 },
	{ 0xf1, 0xf3, 0x80, 0xbf, 4 },
	{ 0xf4, 0xf4, 0x80, 0x8f, 4 },
};

/* The bytes of the character at p, or 0 if there is none. */
static size_t
form_length(const unsigned char *p, size_t n)
{
	for (size_t f = 0; f < sizeof(forms) / sizeof(forms[0]); f++) {
		if (p[0] < forms[f].first || p[0] > forms[f].last)
			continue;
		if (forms[f].n > n)
			return 0;
		if (forms[f].n > 1 &&
		    (p[1] < forms[f].low || p[1] > forms[f].high))
			return 0;
		for (size_t k = 2; k < forms[f].n; k++)
			if ((p[k] & 0xc0) != 0x80)
				return 0;
		return forms[f].n;
	}
	return 0;
}

size_t
utf8_invalid(struct str s)
{
	const unsigned char *p = (const unsigned char *)s.p;
	size_t i = 0, len;

	while (i < s.n) {
		len = form_length(p + i, s.n - i);
		if (len == 0)
			return i;
		i += len;
	}
	return i;
}

static bool
goes_on(unsigned char c)
{
	return (c & 0xc0) == 0x80;
}

/* A bad byte is U+FFFD and one byte, so that nobody reads over the end.  The
   forms of all Vietnamese letters come first. */
uint32_t
utf8_next_long(struct str s, size_t *i)
{
	static const unsigned char payload[] = { 0, 0x7f, 0x1f, 0x0f, 0x07 };
	const unsigned char *p = (const unsigned char *)s.p + *i;
	size_t len = s.n - *i;
	uint32_t c;

	if (len >= 2 && p[0] >= 0xc2 && p[0] <= 0xdf && goes_on(p[1])) {
		*i += 2;
		return (p[0] & 0x1fU) << 6 | (p[1] & 0x3f);
	}
	if (len >= 3 && p[0] >= 0xe1 && p[0] <= 0xec && goes_on(p[1]) &&
	    goes_on(p[2])) {
		*i += 3;
		return (p[0] & 0xfU) << 12 | (p[1] & 0x3fU) << 6 |
		    (p[2] & 0x3f);
	}
	len = form_length(p, s.n - *i);
	if (len == 0) {
		(*i)++;
		return REPLACEMENT;
	}
	c = p[0] & payload[len];
	for (size_t k = 1; k < len; k++)
		c = c << 6 | (p[k] & 0x3f);
	*i += len;
	return c;
}

uint32_t
utf8_before(struct str s, size_t end)
{
	size_t i = end;

	while (i > 0 && ((unsigned char)s.p[--i] & 0xC0) == 0x80)
		;
	return end == 0 ? 0 : utf8_next(s, &i);
}

size_t
utf8_count(struct str s)
{
	size_t i = 0, n = 0;

	for (; i < s.n; n++)
		(void)utf8_next(s, &i);
	return n;
}

void
utf8_put(struct buf *b, uint32_t c)
{
	char p[4];
	size_t n;

	if (c > CODE_MAX || (c >= 0xd800 && c <= 0xdfff))
		c = REPLACEMENT;
	if (c < 0x80) {
		buf_addc(b, (char)c);
		return;
	}
	n = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
	for (size_t k = n - 1; k > 0; k--, c >>= 6)
		p[k] = (char)(0x80 | (c & 0x3f));
	p[0] = (char)((n == 2 ? 0xc0 : n == 3 ? 0xe0 : 0xf0) | c);
	buf_add(b, (struct str) { p, n });
}

bool
utf8_is_blank(uint32_t c)
{
	return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xa0 ||
	    c == 0x1680 || (c >= 0x2000 && c <= 0x200a) || c == 0x2028 ||
	    c == 0x2029 || c == 0x202f || c == 0x205f || c == 0x3000;
}

struct str
utf8_trim(struct str s)
{
	size_t i = 0, from = s.n, to = 0, at;

	while (i < s.n) {
		at = i;
		if (utf8_is_blank(utf8_next(s, &i)))
			continue;
		if (from == s.n)
			from = at;
		to = i;
	}
	return str_sub(s, from, to);
}

int
utf8_width(uint32_t c)
{
	if (c >= ' ' && c < 0x7f)
		return 1;
	switch (utf8proc_category((utf8proc_int32_t)c)) {
	case UTF8PROC_CATEGORY_CC:
	case UTF8PROC_CATEGORY_CF:
	case UTF8PROC_CATEGORY_CS:
	case UTF8PROC_CATEGORY_CO:
	case UTF8PROC_CATEGORY_CN:
	case UTF8PROC_CATEGORY_ZL:
	case UTF8PROC_CATEGORY_ZP:
		return -1;
	case UTF8PROC_CATEGORY_MN:
	case UTF8PROC_CATEGORY_ME:
		return 0;
	default:
		return utf8proc_charwidth((utf8proc_int32_t)c) == 2 ? 2 : 1;
	}
}

/* Characters that stay as they are whatever stands around them. */
static bool
is_inert(uint32_t c)
{
	return c < 0x300 || (c >= 0x1ea0 && c <= 0x1eff) ||
	    (c >= 0x2010 && c <= 0x2027);
}

static bool
all_inert(struct str s)
{
	size_t i = 0;

	while (i < s.n)
		if (!is_inert(utf8_next(s, &i)))
			return false;
	return true;
}

static unsigned
class_of(utf8proc_int32_t c)
{
	return (unsigned)utf8proc_get_property(c)->combining_class % CLASSES;
}

/* Order n marks by class; those of one class keep their order. */
static void
sort_marks(utf8proc_int32_t *mark, utf8proc_int32_t *room, size_t n)
{
	size_t start[CLASSES + 1] = { 0 };

	for (size_t i = 0; i < n; i++)
		start[class_of(mark[i]) + 1]++;
	for (size_t k = 1; k < CLASSES; k++)
		start[k] += start[k - 1];
	for (size_t i = 0; i < n; i++)
		room[start[class_of(mark[i])]++] = mark[i];
	memcpy(mark, room, n * sizeof(*mark));
}

/* The canonical ordering algorithm (Unicode, D109). */
static void
order_marks(utf8proc_int32_t *c, utf8proc_int32_t *room, size_t n)
{
	size_t from;

	for (size_t i = 0; i < n; i++) {
		if (class_of(c[i]) == 0)
			continue;
		for (from = i; i < n && class_of(c[i]) != 0;)
			i++;
		if (i - from > 1)
			sort_marks(c + from, room, i - from);
	}
}

/* All of s decomposed, in c, which has room. */
static size_t
decompose(struct str s, utf8proc_int32_t *c)
{
	utf8proc_int32_t part[DECOMPOSED_MAX];
	utf8proc_ssize_t got;
	size_t i = 0, n = 0;
	int boundary = 0;

	while (i < s.n) {
		got = utf8proc_decompose_char(
		    (utf8proc_int32_t)utf8_next(s, &i), part, DECOMPOSED_MAX,
		    UTF8PROC_DECOMPOSE | UTF8PROC_STABLE, &boundary);
		assert(got > 0 && got <= DECOMPOSED_MAX);
		if (c != NULL)
			memcpy(c + n, part, (size_t)got * sizeof(*c));
		n += (size_t)got;
	}
	return n;
}

static struct str
normalise(struct arena *a, struct str s)
{
	struct buf out = { .arena = a };
	utf8proc_int32_t *c, *room;
	utf8proc_ssize_t left;
	size_t n = decompose(s, NULL);

	c = NEW_ARRAY(a, n, utf8proc_int32_t);
	room = NEW_ARRAY(a, n, utf8proc_int32_t);
	(void)decompose(s, c);
	order_marks(c, room, n);
	left = utf8proc_normalize_utf32(
	    c, (utf8proc_ssize_t)n, UTF8PROC_COMPOSE | UTF8PROC_STABLE);
	assert(left >= 0);
	for (size_t i = 0; i < (size_t)left; i++)
		utf8_put(&out, (uint32_t)c[i]);
	return buf_str(&out);
}

bool
utf8_is_nfc(struct str s)
{
	struct arena *a;
	bool same;

	if (all_inert(s))
		return true;
	a = arena_new();
	same = str_eq(normalise(a, s), s);
	arena_free(a);
	return same;
}

struct str
utf8_nfc(struct arena *a, struct str s)
{
	struct str n;

	if (all_inert(s))
		return s;
	n = normalise(a, s);
	return str_eq(n, s) ? s : n;
}
