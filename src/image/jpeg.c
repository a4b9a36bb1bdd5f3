/*
 * jpeg.c - the segments of a JPEG (ITU-T T.81, annex B; JFIF: T.871; Exif 2.3):
 * frame header, resolution, and whether it asks to be turned.
 *
 * Baseline, extended and progressive frames with Huffman codes and 8 bits are
 * what DCTDecode of PDF takes; one component is grey, three are colour.
 */
#include "image/image.h"

enum marker {
	SOF0 = 0xC0, /* baseline */
	SOF2 = 0xC2, /* progressive */
	DHT = 0xC4,
	JPG = 0xC8,
	DAC = 0xCC,
	SOF15 = 0xCF,
	RST0 = 0xD0,
	SOI = 0xD8,
	EOI = 0xD9,
	SOS = 0xDA,
	APP0 = 0xE0,
	APP1 = 0xE1,
	TEM = 0x01
};

enum {
	FRAME = 6,      /* bytes of a frame header before its components */
	COMPONENT = 3,  /* bytes of each */
	JFIF = 14,      /* bytes of its segment up to the thumbnail */
	ORIENTATION = 0x0112,
	UPRIGHT = 1,
	IFD_ENTRY = 12,
	IFD_MAX = 64
};

/* What has been met so far. */
struct scan {
	struct image *out;
	uint64_t x, y; /* dots in a hundred inches; 0: not said */
	bool frame;
	enum image_fault fault;
};

static unsigned
byte_at(struct str s, size_t at)
{
	return (unsigned char)s.p[at];
}

static void
take_frame(struct scan *s, unsigned marker, struct str data)
{
	unsigned n;

	if (s->frame || data.n < FRAME) {
		s->fault = IMAGE_BROKEN;
		return;
	}
	s->frame = true;
	s->out->depth = byte_at(data, 0);
	s->out->height = image_u16(data, 1);
	s->out->width = image_u16(data, 3);
	s->out->channels = n = byte_at(data, 5);
	if (n == 0 || data.n != FRAME + n * COMPONENT)
		s->fault = IMAGE_BROKEN;
	else if (marker > SOF2 || s->out->depth != 8 || (n != 1 && n != 3))
		s->fault = IMAGE_COLOURS;
}

/* T.871, 10.1: units 1 are dots an inch, 2 dots a centimetre. */
static void
take_jfif(struct scan *s, struct str data)
{
	unsigned unit, each;

	if (data.n < JFIF || !str_starts(data, STR("JFIF\0")))
		return;
	unit = byte_at(data, 7);
	if (unit != 1 && unit != 2)
		return;
	each = unit == 1 ? 100 : 254;
	s->x = (uint64_t)image_u16(data, 8) * each;
	s->y = (uint64_t)image_u16(data, 10) * each;
}

/* A number of TIFF, in either byte order; 0 outside s. */
static uint32_t
tiff_number(struct str s, size_t at, unsigned bytes, bool little)
{
	uint32_t n = 0;

	if (at > s.n || s.n - at < bytes)
		return 0;
	for (unsigned i = 0; i < bytes; i++)
		n = n << 8 | byte_at(s, at + (little ? bytes - 1 - i : i));
	return n;
}

/* Exif 2.3, 4.6.4: the orientation is in the first directory. */
static void
take_exif(struct scan *s, struct str data)
{
	struct str tiff;
	uint32_t at, n;
	bool little;

	if (!str_starts(data, STR("Exif\0\0")))
		return;
	tiff = str_sub(data, 6, data.n);
	little = str_starts(tiff, STR("II"));
	at = tiff_number(tiff, 4, 4, little);
	n = tiff_number(tiff, at, 2, little);
	for (uint32_t i = 0; i < n && i < IFD_MAX && at < tiff.n; i++) {
		size_t entry = (size_t)at + 2 + (size_t)i * IFD_ENTRY;

		if (tiff_number(tiff, entry, 2, little) != ORIENTATION)
			continue;
		n = tiff_number(tiff, entry + 8, 2, little);
		s->out->turned = n > UPRIGHT && n <= 8;
		return;
	}
}

static void
take_segment(struct scan *s, unsigned marker, struct str data)
{
	if (marker == APP0)
		take_jfif(s, data);
	else if (marker == APP1)
		take_exif(s, data);
	else if (marker >= SOF0 && marker <= SOF15 && marker != DHT &&
	    marker != JPG && marker != DAC)
		take_frame(s, marker, data);
}

/* The marker at or behind *at, which moves behind it; 0 at the end. */
static unsigned
next_marker(struct str bytes, size_t *at)
{
	unsigned marker = 0;

	if (*at >= bytes.n || byte_at(bytes, *at) != 0xFF)
		return 0;
	while (*at < bytes.n && byte_at(bytes, *at) == 0xFF)
		++*at; /* fill bytes (B.1.1.2) */
	if (*at < bytes.n)
		marker = byte_at(bytes, (*at)++);
	return marker;
}

/* The end of the image behind the scan at at: nothing in it is a marker. */
static bool
ends(struct str bytes, size_t at)
{
	size_t hit = str_find(bytes, STR("\xFF\xD9"), at);

	return hit > at && hit < bytes.n;
}

static void
set_natural(struct scan *s)
{
	struct image *out = s->out;

	out->natural_width =
	    image_length(out->width, s->x, 100 * EMU_PER_INCH);
	out->natural_height =
	    image_length(out->height, s->y, 100 * EMU_PER_INCH);
}

enum image_fault
jpeg_parse(struct str bytes, struct image *out)
{
	struct scan s = { .out = out };
	size_t at = 2, n;
	unsigned marker;

	out->kind = IMAGE_JPEG;
	while (s.fault == IMAGE_SOUND) {
		marker = next_marker(bytes, &at);
		if (marker == TEM || (marker >= RST0 && marker <= SOI))
			continue;
		if (marker < SOF0 || marker == EOI || bytes.n - at < 2)
			return IMAGE_BROKEN;
		n = image_u16(bytes, at);
		if (n < 2 || n > bytes.n - at)
			return IMAGE_BROKEN;
		if (marker == SOS) {
			set_natural(&s);
			return s.frame && ends(bytes, at + n) ? IMAGE_SOUND :
								IMAGE_BROKEN;
		}
		take_segment(&s, marker, str_sub(bytes, at + 2, at + n));
		at += n;
	}
	return s.fault;
}
