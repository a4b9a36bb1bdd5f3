/*
 * cut.h - glyphs taken out of a TrueType program and numbered anew.  Private
 * to font/.
 */
#ifndef FONT_CUT_H
#define FONT_CUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "base/vec.h"

/*
 * Glyphs in a row, as they stand in the tables glyf and hmtx of a new program,
 * each behind the one before.  Lengths of both are whole groups of four bytes.
 */
struct cut {
	uint32_t first;      /* the number of the first of them */
	VEC(uint32_t) glyph; /* what each is in the old program */
	VEC(size_t) end;     /* of each in glyf, from the first one's begin */
	struct buf glyf, hmtx;
	uint16_t *number; /* by glyph of the old program; 0: not here */
	size_t nnumbers;
};

/*
 * Cut the n glyphs given, none of them twice, out of program, and behind them
 * what they are composed of.  With base they are numbered from behind its last
 * one, and may be composed of what it has; without, .notdef comes first and is
 * number 0.  All in a.  False if the program is not sound.
 */
bool cut_glyphs(struct str program, const struct cut *base, struct arena *a,
    const uint32_t *glyph, size_t n, struct cut *out);

/* The number of the first glyph behind those of c. */
static inline size_t
cut_behind(const struct cut *c)
{
	return c->first + c->glyph.n;
}

/* Sum of a table, whole groups of four bytes, as a table directory wants it. */
uint32_t cut_sum(struct str s);

struct cut_sums {
	uint32_t glyf, hmtx;
};

/*
 * What stands around glyf and hmtx in a program that has the glyphs of base
 * and, behind them, those of more: the directory and small tables before; then
 * come glyf and hmtx, of base and more each; and loca behind.
 */
struct cut_frame {
	struct str before, behind;
	size_t n; /* bytes of the whole program */
};

/* sums: of the tables of base.  program as for cut_glyphs(). */
bool cut_frame(struct str program, const struct cut *base,
    const struct cut *more, const struct cut_sums *sums, struct arena *a,
    struct cut_frame *out);

#endif
