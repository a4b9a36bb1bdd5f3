/*
 * icc.c - a profile for sRGB (IEC 61966-2-1) in 480 bytes, ICC.1:2010 version
 * 4.2: three colorants, one parametric curve, D50.  PDF/A wants one that says
 * what the document's black is.  It agrees with other sRGB profiles to
 * 0.02 delta E.
 */
#include <assert.h>
#include <string.h>

#include "pdf/parts.h"

enum { HEADER = 128, TAGS = 10, TABLE = 4 + 12 * TAGS, SIZE = 480 };

/* s15Fixed16Number, rounded. */
#define FIXED(x) ((int32_t)((x)*65536 + ((x) < 0 ? -0.5 : 0.5)))

/* What a tag holds: type, numbers; or a text of four letters. */
struct element {
	const char *type;
	unsigned n;
	int32_t number[9];
	const char *text;
};

/* clang-format off */
static const struct element elements[] = {
	{ "mluc", 0, { 0 }, "sRGB" },
	{ "mluc", 0, { 0 }, "CC0 " },
	{ "XYZ ", 3, { FIXED(0.96420288), FIXED(1.0), FIXED(0.8249054) }, NULL },
	{ "sf32", 9, {
		FIXED(1.04788208),  FIXED(0.0229187),  FIXED(-0.05021667),
		FIXED(0.02958679),  FIXED(0.99047852), FIXED(-0.01707458),
		FIXED(-0.00923157), FIXED(0.01507568), FIXED(0.75167847) },
	  NULL },
	{ "XYZ ", 3,
	  { FIXED(0.43606567), FIXED(0.2224884), FIXED(0.01391602) }, NULL },
	{ "XYZ ", 3,
	  { FIXED(0.38514709), FIXED(0.71687317), FIXED(0.09707642) }, NULL },
	{ "XYZ ", 3,
	  { FIXED(0.14306641), FIXED(0.06060791), FIXED(0.71409607) }, NULL },
	{ "para", 5,
	  { FIXED(2.4), FIXED(1 / 1.055), FIXED(0.055 / 1.055),
	    FIXED(1 / 12.92), FIXED(0.04045) }, NULL },
};
/* clang-format on */

/* The tag table: which element each tag is. */
static const struct {
	const char *tag;
	unsigned element;
} tags[TAGS] = {
	{ "desc", 0 }, { "cprt", 1 }, { "wtpt", 2 }, { "chad", 3 },
	{ "rXYZ", 4 }, { "gXYZ", 5 }, { "bXYZ", 6 }, { "rTRC", 7 },
	{ "gTRC", 7 }, { "bTRC", 7 }
};

static void
put32(struct buf *b, uint32_t n)
{
	for (int shift = 24; shift >= 0; shift -= 8)
		buf_addc(b, (char)(n >> shift & 0xFF));
}

static void
put16(struct buf *b, unsigned n)
{
	buf_addc(b, (char)(n >> 8 & 0xFF));
	buf_addc(b, (char)(n & 0xFF));
}

static void
put_zeros(struct buf *b, unsigned n)
{
	while (n-- > 0)
		buf_addc(b, '\0');
}

/* Clause 7.2. The date is that of the decree: any fixed one will do. */
static void
put_header(struct buf *b)
{
	static const unsigned date[] = { 2020, 3, 5, 0, 0, 0 };

	put32(b, SIZE);
	put32(b, 0);
	put32(b, 0x04200000);
	buf_adds(b, "mntrRGB XYZ ");
	for (size_t i = 0; i < 6; i++)
		put16(b, date[i]);
	buf_adds(b, "acsp");
	put_zeros(b, 28);
	put32(b, 0xF6D6); /* D50: 0.9642, 1, 0.8249 */
	put32(b, 0x10000);
	put32(b, 0xD32D);
	put_zeros(b, HEADER - 80);
}

/* Clause 10: multiLocalizedUnicode, or numbers; all are multiples of four. */
static void
put_element(struct buf *b, const struct element *e)
{
	buf_adds(b, e->type);
	put32(b, 0);
	if (e->text != NULL) {
		put32(b, 1);
		put32(b, 12);
		buf_adds(b, "enUS");
		put32(b, 8);
		put32(b, 28);
		for (size_t i = 0; i < 4; i++)
			put16(b, (unsigned char)e->text[i]);
		return;
	}
	if (strcmp(e->type, "para") == 0) {
		put16(b, 3);
		put16(b, 0);
	}
	for (size_t i = 0; i < e->n; i++)
		put32(b, (uint32_t)e->number[i]);
}

struct str
icc_srgb(struct arena *a)
{
	enum { N = sizeof(elements) / sizeof(elements[0]) };
	size_t offset[N], size[N];
	struct buf b = { .arena = a }, data = { .arena = a };

	for (size_t i = 0; i < N; i++) {
		offset[i] = HEADER + TABLE + data.n;
		put_element(&data, &elements[i]);
		size[i] = HEADER + TABLE + data.n - offset[i];
	}
	put_header(&b);
	put32(&b, TAGS);
	for (size_t i = 0; i < TAGS; i++) {
		buf_adds(&b, tags[i].tag);
		put32(&b, (uint32_t)offset[tags[i].element]);
		put32(&b, (uint32_t)size[tags[i].element]);
	}
	buf_add(&b, buf_str(&data));
	assert(b.n == SIZE);
	return buf_str(&b);
}
