/*
 * viet.h - Vietnamese letters: case, tone marks, near names, old encodings.
 */
#ifndef TEXT_VIET_H
#define TEXT_VIET_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

/*
 * Upper and lower case by Unicode simple mapping.  These and the two folds
 * give s itself where nothing changes, else a string in a.
 */
struct str viet_upper(struct arena *a, struct str s);
struct str viet_lower(struct arena *a, struct str s);

uint32_t viet_lower_letter(uint32_t c);

/* Is the word (lower case) at *i, in any case there?  *i moves behind it. */
bool viet_take_word(struct str s, size_t *i, struct str word);

/* Can word (small letters) be one written Vietnamese syllable? */
bool viet_is_syllable(struct str word);

bool viet_is_letter(uint32_t c);
bool viet_is_upper(uint32_t c);
bool viet_is_lower(uint32_t c);

/*
 * s for comparing names: lower case, without tone and vowel marks ("đ" becomes
 * "d"), every run of blanks, hyphens, dashes, underscores and quotes one
 * blank, none at the ends.  "Phòng Văn hóa – Xã hội" -> "phong van hoa xa hoi".
 */
struct str viet_fold(struct arena *a, struct str s);

/*
 * Only the placement of the tone mark (hoá/hóa, uỷ/ủy) and the case made
 * equal; marks themselves are kept.  A key to compare by, not for showing.
 */
struct str viet_fold_tone_place(struct arena *a, struct str s);

/*
 * The candidate nearest to name after folding, or STR_NONE when none is within
 * a third of its length (Damerau-Levenshtein, at most 3).
 */
struct str viet_near(struct arena *a, struct str name,
    const struct str *candidate, size_t n);

/* Which old encoding the bytes look like, when they are not UTF-8. */
enum viet_legacy { LEGACY_NONE, LEGACY_TCVN3, LEGACY_VNI, LEGACY_WINDOWS };
enum viet_legacy viet_legacy_guess(struct str bytes);

/* "TCVN3", "VNI", "Windows-1258". */
const char *viet_legacy_name(enum viet_legacy legacy);

/*
 * The same for valid UTF-8 in which TCVN3 or VNI text was pasted as Latin-1
 * letters ("Céng hßa x· héi", "Coäng hoøa"): offset of the first such word in
 * *at.  Quiet on French or English words: at least two such words are needed.
 */
enum viet_legacy viet_legacy_pasted(struct str utf8, size_t *at);

/*
 * The bytes, all of them in one old encoding, as UTF-8.  False unless every
 * word of them is a syllable in it: a wrong guess would change words.
 */
bool viet_legacy_convert(struct arena *a, struct str bytes, struct str *utf8);

#endif
