/*
 * font.h - the four faces of the document's typeface: found, measured, subset.
 * Times New Roman if the machine has it with all Vietnamese letters, else
 * Liberation Serif 2 (same widths).  A face is taken by what its character map
 * covers, never by its name alone.  The only user of HarfBuzz and fontconfig.
 *
 * No kerning and no ligatures: widths are plain sums of advances (docx: w:kern
 * is never written), which is what makes DOCX and PDF break alike.
 */
#ifndef FONT_FONT_H
#define FONT_FONT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/length.h"
#include "base/str.h"

enum face { FACE_REGULAR, FACE_BOLD, FACE_ITALIC, FACE_BOLD_ITALIC, FACE_MAX };

/* The face for a pair of switches. */
static inline enum face
face_of(bool bold, bool italic)
{
	return (enum face)((bold ? 1 : 0) + (italic ? 2 : 0));
}

struct font_set;

/* Open the four faces once per process; NULL with err when none will do. */
struct font_set *font_set_open(struct err *err);
void font_set_close(struct font_set *fs);

struct font_info {
	const char *postscript_name; /* "LiberationSerif-Bold" */
	const char *family, *version;
	bool substitute; /* not Times New Roman itself */
	unsigned upem; /* units per em */
	int ascent, descent, line_gap; /* hhea, in font units; descent < 0 */
	int cap_height, x_min, y_min, x_max, y_max; /* font units */
	int italic_angle_tenths; /* tenths of a degree, < 0 leans right */
	int stem_v; /* estimated, 1/1000 em */
};
const struct font_info *font_info(const struct font_set *fs, enum face f);

/* A character in one face; U+2011 is taken as '-' throughout. */
struct font_cell {
	uint16_t glyph; /* 0: not in the font */
	uint16_t advance; /* font units; of .notdef if it is not */
	uint16_t number; /* in the core (below), from 1; 0: not in it */
};

/* All characters of a face in the BMP, by c / 256 and c % 256; no page is
   NULL. */
struct font_cells {
	struct font_cell *page[256];
};
const struct font_cells *font_cells(const struct font_set *fs, enum face f);

static inline const struct font_cell *
font_cell(const struct font_cells *cells, uint32_t c)
{
	return &cells->page[c >> 8][c & 0xFF];
}

/* The same of any character. */
struct font_cell font_char(const struct font_set *fs, enum face f, uint32_t c);

bool font_covers(const struct font_set *fs, enum face f, uint32_t c);
uint32_t font_glyph(const struct font_set *fs, enum face f, uint32_t c);

/* Advance of character c in font units. */
unsigned font_advance(const struct font_set *fs, enum face f, uint32_t c);

/*
 * Font units in 1/6 twip, rounded as LibreOffice does (docx facts 3.2): half
 * up, n * (half_points / 2) * 120 / upem.  The second way is the same for what
 * one character can have, and divides much quicker.
 */
static inline int64_t
font_units_px(const struct font_info *info, unsigned half_points, int64_t units)
{
	enum { UNITS_MAX = 0xFFFF, HALF_POINTS_MAX = 500 };
	uint32_t n;

	if (units < 0 || units > UNITS_MAX || half_points > HALF_POINTS_MAX)
		return (units * half_points * 120 + info->upem) /
		    (2 * (int64_t)info->upem);
	n = (uint32_t)units * half_points * 120 + info->upem;
	return n / (2 * info->upem);
}

/*
 * Width of s in 1/6 twip (8640 to the inch, LibreOffice's reference device):
 * the sum of round(advance * size * 120 / upem), docx facts 3.2.
 */
int64_t font_width_px(
    const struct font_set *fs, enum face f, unsigned half_points, struct str s);

/* The same as a length, rounded up to a whole twip. */
emu font_width(
    const struct font_set *fs, enum face f, unsigned half_points, struct str s);

/* Line height and baseline (both from the line's top), docx facts 4. */
emu font_line_height(const struct font_set *fs, unsigned half_points);
emu font_baseline(const struct font_set *fs, unsigned half_points);

/*
 * The core of a face: what every subset of it begins with, however little of it
 * the document draws, so that it is made and deflated only once a process.
 */
struct font_core {
	size_t nchars; /* characters, numbered from 1 */
	size_t nglyphs; /* with .notdef, 0, and parts of letters, at the end */
	const uint32_t *c; /* by number, 1 to nchars */
	const uint16_t *advance; /* by number, 0 to nglyphs - 1; font units */
};

/* NULL with err when the face's program refuses. */
const struct font_core *font_core(
    const struct font_set *fs, enum face f, struct err *err);

/* What a PDF embeds of a face, in zlib's format (RFC 1950). */
struct font_subset {
	struct str program;
	size_t length; /* of the program itself */
	struct str to_unicode; /* a CMap (ISO 32000-1, 9.10.3) */
};

/*
 * A font program with the core and, numbered behind it in that order, the n
 * glyphs given, without hints; and the way back from numbers to characters:
 * those of the core, and c of the glyphs given.  None may be given twice.
 * All in a.  False with err when the face's program refuses.
 */
bool font_subset(const struct font_set *fs, enum face f, struct arena *a,
    const uint32_t *glyph, const uint32_t *c, size_t n, struct font_subset *out,
    struct err *err);

/*
 * Make the cores and the other Vietnamese letters of all faces ready for
 * font_subset(), in a few milliseconds: worth it before processes are made that
 * shall share them.  Else each face is made ready when it is first asked for.
 */
void font_set_prepare(const struct font_set *fs);

#endif
