/*
 * pdf_content.h - what a page shows: its content stream run through, and the
 * text that its fonts' ToUnicode maps give (ISO 32000-1, 9.4, 9.10, 14.6).
 */
#ifndef VERIFY_PDF_CONTENT_H
#define VERIFY_PDF_CONTENT_H

#include "base/buf.h"
#include "base/vec.h"
#include "verify/pdf_read.h"

/* The way from two-byte codes to UTF-8, in pages of 256. */
struct pdf_unicode {
	struct str *page[256];
};

/* Read a ToUnicode map; false if it is not one. */
bool pdf_unicode_read(struct pdf_unicode *u, struct str cmap, struct arena *a);

/* What code stands for; empty if the map does not say. */
struct str pdf_unicode_get(const struct pdf_unicode *u, unsigned code);

/* A font by the name the pages' resources give it. */
struct pdf_font {
	struct str name;
	struct str face; /* its PostScript name without the subset's tag */
	struct pdf_unicode unicode;
	bool sound;     /* embedded, and its map could be read */
	int64_t *width; /* by code, in thousandths of 1/1000 em */
	size_t nwidths;
};

/* A marked-content sequence with an MCID. */
struct pdf_piece {
	unsigned mcid;
	struct buf text;
};

/* An image put on the page. */
struct pdf_drawn {
	struct str name;   /* among the page's resources */
	int64_t matrix[6]; /* in thousandths */
};

/* A filled rectangle: x, y, width, height in thousandths. */
struct pdf_rect {
	int64_t box[4];
	uint32_t color; /* 0xRRGGBB */
};

#define PDF_NO_PIECE ((size_t)-1)

/*
 * Text shown by one operator, where it stands: thousandths of a point from the
 * page's lower left corner.  width ends with the last sign that is no blank.
 */
struct pdf_string {
	int64_t x, y, width;
	int64_t size, rise;
	uint32_t color;
	const struct pdf_font *font; /* NULL: unknown */
	size_t piece;                /* among pieces; PDF_NO_PIECE: artifact */
	size_t from, to;             /* bytes of text */
};

struct pdf_shown {
	struct buf text; /* of the page, in the order of its content */
	VEC(struct pdf_piece) pieces;
	VEC(struct pdf_drawn) drawn;
	VEC(struct pdf_rect) rects;
	VEC(struct pdf_string) strings;
	struct buf colored; /* text that is not black, its colour before it */
	bool sound;      /* it could be read to its end, operators paired */
	size_t loose;    /* things drawn outside artifacts and elements */
	size_t unmapped; /* codes without Unicode, or without a font */
	size_t unplaced; /* operators whose effect on places is not followed */
};

/* Run through content, which uses these fonts. */
void pdf_show(struct pdf_shown *out, struct str content,
    const struct pdf_font *font, size_t nfonts, struct arena *a);

#endif
