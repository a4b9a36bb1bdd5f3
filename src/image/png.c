/*
 * png.c - the chunks of a PNG (ISO/IEC 15948, clauses 5 and 11): header,
 * transparency and resolution.  Check sums are the decoder's business.
 */
#include "image/image.h"

enum {
	SIGNATURE = 8,
	CHUNK = 12, /* length, type, check sum */
	IHDR = 13,
	PHYS = 9,
	COLOUR_BIT = 2, /* of the colour type */
	ALPHA_BIT = 4
};

/* Table 11.1: which depths each colour type may have, as bits of a set. */
static const uint32_t depths[] = {
	[0] = 1u << 1 | 1u << 2 | 1u << 4 | 1u << 8 | 1u << 16,
	[2] = 1u << 8 | 1u << 16,
	[3] = 1u << 1 | 1u << 2 | 1u << 4 | 1u << 8,
	[4] = 1u << 8 | 1u << 16,
	[6] = 1u << 8 | 1u << 16,
};

static bool
take_header(struct str data, struct image *out)
{
	unsigned colour;

	if (data.n != IHDR)
		return false;
	out->width = image_u32(data, 0);
	out->height = image_u32(data, 4);
	out->depth = (unsigned char)data.p[8];
	colour = (unsigned char)data.p[9];
	if (colour >= sizeof(depths) / sizeof(depths[0]) || out->depth > 16 ||
	    (depths[colour] >> out->depth & 1) == 0 || data.p[10] != 0 ||
	    data.p[11] != 0 || (unsigned char)data.p[12] > 1)
		return false;
	out->channels = (colour & COLOUR_BIT) != 0 ? 3 : 1;
	out->alpha = (colour & ALPHA_BIT) != 0;
	return true;
}

/* Clause 11.3.5.3: unit 1 is the metre; 0 tells only the ratio. */
static void
take_resolution(struct str data, uint64_t *x, uint64_t *y)
{
	if (data.n != PHYS || data.p[8] != 1)
		return;
	*x = image_u32(data, 0);
	*y = image_u32(data, 4);
}

/* The chunk at *at, which moves behind it; false if it is cut off. */
static bool
next_chunk(struct str bytes, size_t *at, struct str *type, struct str *data)
{
	uint32_t n;

	if (bytes.n - *at < CHUNK)
		return false;
	n = image_u32(bytes, *at);
	if (n > bytes.n - *at - CHUNK)
		return false;
	*type = str_sub(bytes, *at + 4, *at + 8);
	*data = str_sub(bytes, *at + 8, *at + 8 + n);
	*at += CHUNK + n;
	return true;
}

enum image_fault
png_parse(struct str bytes, struct image *out)
{
	struct str type = STR_NONE, data = STR_NONE;
	size_t at = SIGNATURE;
	uint64_t x = 0, y = 0;
	bool pixels = false;

	if (!next_chunk(bytes, &at, &type, &data) || !str_is(type, "IHDR") ||
	    !take_header(data, out))
		return IMAGE_BROKEN;
	do {
		if (!next_chunk(bytes, &at, &type, &data))
			return IMAGE_BROKEN;
		if (str_is(type, "IDAT"))
			pixels = true;
		else if (str_is(type, "tRNS") && !pixels)
			out->alpha = true;
		else if (str_is(type, "pHYs") && !pixels)
			take_resolution(data, &x, &y);
	} while (!str_is(type, "IEND"));
	out->kind = IMAGE_PNG;
	out->natural_width = image_length(out->width, x, 1000 * EMU_PER_MM);
	out->natural_height = image_length(out->height, y, 1000 * EMU_PER_MM);
	return pixels ? IMAGE_SOUND : IMAGE_BROKEN;
}
