/*
 * cut.h - glyphs taken out of a TrueType program into a smaller one.  Private
 * to font/.
 */
#ifndef FONT_CUT_H
#define FONT_CUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

/*
 * A program with .notdef, the n glyphs given, numbered from 1 in that order,
 * and behind them what they are composed of.  It has the tables a PDF needs
 * (ISO 32000-1, 9.9) and no others.  False if the program is not sound.
 */
bool cut_glyphs(struct str program, struct arena *a, const uint32_t *glyph,
    size_t n, struct str *out);

#endif
