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
	struct pdf_unicode unicode;
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

struct pdf_shown {
	struct buf text; /* of the page, in the order of its content */
	VEC(struct pdf_piece) pieces;
	VEC(struct pdf_drawn) drawn;
	VEC(struct pdf_rect) rects;
	struct buf colored; /* text that is not black, its colour before it */
	bool sound;      /* it could be read to its end, operators paired */
	size_t loose;    /* things drawn outside artifacts and elements */
	size_t unmapped; /* codes without Unicode, or without a font */
};

/* Run through content, which uses these fonts. */
void pdf_show(struct pdf_shown *out, struct str content,
    const struct pdf_font *font, size_t nfonts, struct arena *a);

#endif
