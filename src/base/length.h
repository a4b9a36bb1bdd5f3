/*
 * length.h - lengths in EMU (ECMA-376 part 1, 20.1.2.1): every unit of OOXML
 * divides it, so no length is ever a fraction.
 */
#ifndef BASE_LENGTH_H
#define BASE_LENGTH_H

#include <stdint.h>

typedef int64_t emu;

#define EMU_PER_INCH ((emu)914400)
#define EMU_PER_MM ((emu)36000)
#define EMU_PER_PT ((emu)12700)
#define EMU_PER_TWIP ((emu)635)

#define MM(n) ((emu)(n)*EMU_PER_MM)
#define PT(n) ((emu)(n)*EMU_PER_PT)
#define TWIP(n) ((emu)(n)*EMU_PER_TWIP)

/* Whole twips in length, the half rounded up. */
static inline int64_t
twips(emu length)
{
	emu shifted = length + EMU_PER_TWIP / 2;

	return shifted >= 0 ? shifted / EMU_PER_TWIP :
			      -((-shifted + EMU_PER_TWIP - 1) / EMU_PER_TWIP);
}

#endif
