/*
 * core.h - the characters that nearly every document draws: the same glyphs
 * with the same numbers begin every program cut from a face.  Private to font/.
 */
#ifndef FONT_CORE_H
#define FONT_CORE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"
#include "font/cut.h"
#include "font/face.h"
#include "font/font.h"
#include "font/piece.h"

/* What is made once for a face and shared by all documents. */
struct core {
	struct font_core shown;
	struct cut cut;
	struct cut_sums sums;
	struct piece glyf, hmtx, to_unicode;
};

/* Give the characters of the core of face f their numbers, in its cells. */
void core_number(struct face_file *file, enum face f, struct arena *a);

/* The core's glyphs of file, from 1 on by number: as many as file->ncore. */
uint32_t *core_glyphs(const struct face_file *file, struct arena *a);

/*
 * Make core out of program, which has those glyphs.  All in a.  False if the
 * program is not sound or there is no memory left.
 */
bool core_make(struct core *core, const struct face_file *file,
    struct str program, struct arena *a);

/* to_unicode.c: the way back from codes to characters (ISO 32000-1, 9.10.3). */

/* The beginning of a CMap: codes from 1 on are the n characters c. */
struct str to_unicode_begin(struct arena *a, const uint32_t *c, size_t n);

/* Its end: codes from first on are the n characters c. */
struct str to_unicode_end(
    struct arena *a, unsigned first, const uint32_t *c, size_t n);

#endif
