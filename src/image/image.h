/*
 * image.h - pictures as reports bring them: PNG and JPEG files, known by their
 * headers (ISO/IEC 15948; ITU-T T.81 and T.871).  The bytes are not trusted and
 * nothing is decoded here; they travel as they are.
 */
#ifndef IMAGE_IMAGE_H
#define IMAGE_IMAGE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/digest.h"
#include "base/length.h"
#include "base/str.h"

/* Bounds; what exceeds them is refused with a finding. */
enum {
	IMAGE_BYTES_MAX = 16 * 1024 * 1024,
	IMAGE_PIXELS_MAX = 50 * 1000 * 1000,
	IMAGE_SIDE_MAX = 20000
};

enum image_kind { IMAGE_PNG, IMAGE_JPEG };

enum image_fault {
	IMAGE_SOUND,
	IMAGE_UNKNOWN, /* neither PNG nor JPEG */
	IMAGE_BROKEN,  /* cut off, or against its standard */
	IMAGE_LARGE,   /* more pixels than allowed */
	IMAGE_COLOURS  /* CMYK and other colours no reader shows alike */
};

struct image {
	enum image_kind kind;
	unsigned width, height; /* pixels */
	unsigned depth;         /* bits a channel or palette index */
	unsigned channels;      /* 1 grey, 3 colour; alpha not counted */
	bool alpha;             /* PNG: some of it may be transparent */
	bool turned;            /* JPEG: Exif says it is to be shown turned */
	emu natural_width, natural_height; /* by its resolution, or 150 dpi */
};

/* What bytes are, from their headers; out is filled when sound. */
enum image_fault image_parse(struct str bytes, struct image *out);

/* The resolution when a file does not say one it can mean. */
enum { IMAGE_DPI = 150 };

/* An image a report names, read. */
struct asset {
	struct str path; /* as the report names it */
	struct str file; /* below the campaign: "reports/anh/a.png" */
	struct str bytes;
	struct digest digest;
	struct image image;
};

/* "PNG", "JPEG". */
const char *image_kind_name(enum image_kind kind);

/* png.c, jpeg.c */
enum image_fault png_parse(struct str bytes, struct image *out);
enum image_fault jpeg_parse(struct str bytes, struct image *out);

/* pixels at so many pixels in unit; 0: none is known. */
emu image_length(unsigned pixels, uint64_t density, emu unit);

/* Numbers as both formats write them; at + 2 or 4 lies within bytes. */
unsigned image_u16(struct str bytes, size_t at);
uint32_t image_u32(struct str bytes, size_t at);

#endif
