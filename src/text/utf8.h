/*
 * utf8.h - strict UTF-8 (RFC 3629: no overlong forms, no surrogates, nothing
 * above U+10FFFF) and normalisation (Unicode TR15, by utf8proc).
 */
#ifndef TEXT_UTF8_H
#define TEXT_UTF8_H

#include <assert.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"

/* Offset of the first byte that is not UTF-8, or s.n if all of it is. */
size_t utf8_invalid(struct str s);

/* utf8_next() beyond ASCII. */
uint32_t utf8_next_long(struct str s, size_t *i);

/* The code point at *i, which moves behind it.  s must be valid. */
static inline uint32_t
utf8_next(struct str s, size_t *i)
{
	unsigned char c;

	assert(*i < s.n);
	c = (unsigned char)s.p[*i];
	if (c >= 0x80)
		return utf8_next_long(s, i);
	++*i;
	return c;
}

/* The code point at offset at, 0 at the end of s.  s must be valid. */
static inline uint32_t
utf8_at(struct str s, size_t at)
{
	return at < s.n ? utf8_next(s, &at) : 0;
}

/* The one that ends at offset `end`, 0 at the beginning of s. */
uint32_t utf8_before(struct str s, size_t end);

/* The number of code points in s. */
size_t utf8_count(struct str s);

/* Append the code point c. */
void utf8_put(struct buf *b, uint32_t c);

/* White space of any kind: no-break, thin and wide spaces, line ends. */
bool utf8_is_blank(uint32_t c);

/* s without such blanks at both ends. */
struct str utf8_trim(struct str s);

/*
 * The cells c takes on a terminal: 0 for marks that combine, 2 for wide ones,
 * -1 for what is not seen there: controls, characters of format (zero width,
 * writing direction), separators of lines, code points that mean nothing.
 */
int utf8_width(uint32_t c);

bool utf8_is_nfc(struct str s);

/* s in NFC, in a (s itself if it already is).  s must be valid. */
struct str utf8_nfc(struct arena *a, struct str s);

#endif
