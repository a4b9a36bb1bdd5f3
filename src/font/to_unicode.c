/*
 * to_unicode.c - a CMap from codes to characters, in two parts (ISO 32000-1,
 * 9.10.3; Adobe technical note 5014): the core's, and what one document adds.
 */
#include "font/core.h"

enum { BFCHAR_MAX = 100 }; /* lines a block may have */

static void
put_hex(struct buf *b, unsigned n)
{
	for (int shift = 12; shift >= 0; shift -= 4)
		buf_addc(b, "0123456789ABCDEF"[n >> shift & 15]);
}

/* code to c, which is UTF-16. */
static void
put_bfchar(struct buf *b, unsigned code, uint32_t c)
{
	buf_addc(b, '<');
	put_hex(b, code);
	buf_adds(b, "> <");
	if (c >= 0x10000)
		put_hex(b, 0xD800 + ((c - 0x10000) >> 10));
	put_hex(b, c < 0x10000 ? c : 0xDC00 + (c & 0x3FF));
	buf_adds(b, ">\n");
}

static void
put_blocks(struct buf *b, unsigned first, const uint32_t *c, size_t n)
{
	size_t block;

	for (size_t i = 0; i < n; i += block) {
		block = n - i < BFCHAR_MAX ? n - i : BFCHAR_MAX;
		buf_printf(b, "%zu beginbfchar\n", block);
		for (size_t k = i; k < i + block; k++)
			put_bfchar(b, first + (unsigned)k, c[k]);
		buf_adds(b, "endbfchar\n");
	}
}

struct str
to_unicode_begin(struct arena *a, const uint32_t *c, size_t n)
{
	struct buf b = { .arena = a };

	buf_adds(&b,
	    "/CIDInit /ProcSet findresource begin\n"
	    "12 dict begin\nbegincmap\n"
	    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) "
	    "/Supplement 0 >> def\n"
	    "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
	    "1 begincodespacerange\n<0000> <FFFF>\n"
	    "endcodespacerange\n");
	put_blocks(&b, 1, c, n);
	return buf_str(&b);
}

struct str
to_unicode_end(struct arena *a, unsigned first, const uint32_t *c, size_t n)
{
	struct buf b = { .arena = a };

	put_blocks(&b, first, c, n);
	buf_adds(&b,
	    "endcmap\nCMapName currentdict /CMap defineresource pop\n"
	    "end\nend\n");
	return buf_str(&b);
}
