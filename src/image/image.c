/* image.c - which kind of file an image is, and what both kinds share. */
#include "image/image.h"

/* Fewer or more dots an inch than this were not meant (10 to 5000 dpi). */
#define PIXEL_LEAST (EMU_PER_INCH / 5000)
#define PIXEL_MOST (EMU_PER_INCH / 10)

const char *
image_kind_name(enum image_kind kind)
{
	return kind == IMAGE_PNG ? "PNG" : "JPEG";
}

unsigned
image_u16(struct str bytes, size_t at)
{
	return (unsigned)((unsigned char)bytes.p[at] << 8 |
	    (unsigned char)bytes.p[at + 1]);
}

uint32_t
image_u32(struct str bytes, size_t at)
{
	return (uint32_t)image_u16(bytes, at) << 16 | image_u16(bytes, at + 2);
}

emu
image_length(unsigned pixels, uint64_t density, emu unit)
{
	if (density == 0 || (uint64_t)unit / density > PIXEL_MOST ||
	    (uint64_t)unit / density < PIXEL_LEAST)
		return pixels * (EMU_PER_INCH / IMAGE_DPI);
	return (emu)((uint64_t)pixels * (uint64_t)unit / density);
}

enum image_fault
image_parse(struct str bytes, struct image *out)
{
	enum image_fault fault = IMAGE_UNKNOWN;
	struct image image = { 0 };

	if (str_starts(bytes, STR("\x89PNG\r\n\x1a\n")))
		fault = png_parse(bytes, &image);
	else if (str_starts(bytes, STR("\xFF\xD8\xFF")))
		fault = jpeg_parse(bytes, &image);
	if (fault != IMAGE_SOUND)
		return fault;
	if (image.width == 0 || image.height == 0)
		return IMAGE_BROKEN;
	if (image.width > IMAGE_SIDE_MAX || image.height > IMAGE_SIDE_MAX ||
	    (uint64_t)image.width * image.height > IMAGE_PIXELS_MAX)
		return IMAGE_LARGE;
	*out = image;
	return IMAGE_SOUND;
}
