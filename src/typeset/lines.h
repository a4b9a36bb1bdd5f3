/*
 * lines.h - a paragraph's characters broken into lines exactly as LibreOffice
 * breaks them (docx facts 3.2-3.4).  Pure arithmetic on widths and classes.
 * Private to typeset/.
 */
#ifndef TYPESET_LINES_H
#define TYPESET_LINES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

enum { PX_PER_TWIP = 6 };

/* One character of a paragraph. */
struct letter {
	uint32_t c; /* '\n': a line end the author asked for */
	uint32_t run; /* the run it comes from */
	uint32_t at; /* byte offset in that run's text */
	int px; /* advance, spacing included */
	uint16_t advance; /* of the face, font units */
	uint8_t class; /* enum break_class */
};

struct letters {
	struct letter *v;
	size_t n, cap;
};

/* A stretch in one face and size; LibreOffice rounds the width of each. */
struct portion {
	size_t end; /* behind its last letter */
	int64_t height; /* line height of its font, twips */
	bool joined; /* parted from the one before by a no-break sign only */
};

struct line_input {
	const struct letter *letter;
	size_t n;
	const struct portion *portion;
	size_t nportions;
	int spacing; /* twips after each character */
	int64_t first_width, width; /* of the first and of the other lines */
};

/* Letters begin..end; what lies between end and the next begin hangs. */
struct line_range {
	size_t begin, end;
	bool forced; /* ended by '\n' */
};

/* The lines of a paragraph, at least one; their number in *n. */
struct line_range *lines_break(
    const struct line_input *in, struct arena *a, size_t *n);

#endif
