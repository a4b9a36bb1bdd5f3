/*
 * tone.h - the twelve vowels of Vietnamese and their six tones; of use inside
 * text/ only.
 */
#ifndef TEXT_TONE_H
#define TEXT_TONE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum tone {
	TONE_LEVEL, /* ngang: no mark */
	TONE_HUYEN, /* grave */
	TONE_HOI,   /* hook above */
	TONE_NGA,   /* tilde */
	TONE_SAC,   /* acute */
	TONE_NANG,  /* dot below */
	TONE_MAX
};

/* Take the tone off the lower case letter c: U+1EA5 is U+00E2 and TONE_SAC.
   Other characters come back as they are, with TONE_LEVEL. */
uint32_t tone_split(uint32_t c, enum tone *tone);

/* The vowel with that tone; vowel itself if it is none. */
uint32_t tone_join(uint32_t vowel, enum tone tone);

/* Is c, without a tone, one of a ă â e ê i o ô ơ u ư y? */
bool tone_is_vowel(uint32_t c);

/*
 * Can these n lower case letters be one written Vietnamese syllable: an
 * initial, a nucleus, a final, one tone on the right letter, and sắc or nặng
 * before a final stop?
 */
bool tone_syllable(const uint32_t *letter, size_t n);

#endif
