/*
 * tone.c - vowels with their tones, and what a syllable may be made of.  The
 * tables follow the Vietnamese school spelling, both placements of the tone on
 * oa, oe and uy included.
 */
#include "text/tone.h"

#include <string.h>

enum { SYLLABLE_MAX = 7 /* letters: nghiêng */ };

/* clang-format off */
static const uint32_t vowels[][TONE_MAX] = {
	{ 'a',    0xe0,   0x1ea3, 0xe3,   0xe1,   0x1ea1 },
	{ 0x103,  0x1eb1, 0x1eb3, 0x1eb5, 0x1eaf, 0x1eb7 },
	{ 0xe2,   0x1ea7, 0x1ea9, 0x1eab, 0x1ea5, 0x1ead },
	{ 'e',    0xe8,   0x1ebb, 0x1ebd, 0xe9,   0x1eb9 },
	{ 0xea,   0x1ec1, 0x1ec3, 0x1ec5, 0x1ebf, 0x1ec7 },
	{ 'i',    0xec,   0x1ec9, 0x129,  0xed,   0x1ecb },
	{ 'o',    0xf2,   0x1ecf, 0xf5,   0xf3,   0x1ecd },
	{ 0xf4,   0x1ed3, 0x1ed5, 0x1ed7, 0x1ed1, 0x1ed9 },
	{ 0x1a1,  0x1edd, 0x1edf, 0x1ee1, 0x1edb, 0x1ee3 },
	{ 'u',    0xf9,   0x1ee7, 0x169,  0xfa,   0x1ee5 },
	{ 0x1b0,  0x1eeb, 0x1eed, 0x1eef, 0x1ee9, 0x1ef1 },
	{ 'y',    0x1ef3, 0x1ef7, 0x1ef9, 0xfd,   0x1ef5 },
};

/* One ASCII letter for each vowel above, for the tables below. */
static const char vowel_code[] = "aAQeEioOWuUy";
/* clang-format on */

enum { VOWELS = sizeof(vowels) / sizeof(vowels[0]) };

static const char *const initials[] = { "", "b", "c", "ch", "d", "D", "g", "gh",
	"gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "qu",
	"r", "s", "t", "th", "tr", "v", "x" };

static const char *const finals[] = { "", "c", "ch", "m", "n", "ng", "nh", "p",
	"t" };

enum { OPEN = 1, SHUT = 2, ANY = OPEN | SHUT }; /* without, with a final */
enum { ON1 = 1, ON2 = 2, ON3 = 4 }; /* the letter with the tone */

static const struct nucleus {
	const char *letters; /* in vowel_code */
	unsigned ends, tone_on;
} nuclei[] = {
	{ "a", ANY, ON1 },
	{ "A", SHUT, ON1 },
	{ "Q", SHUT, ON1 },
	{ "e", ANY, ON1 },
	{ "E", ANY, ON1 },
	{ "i", ANY, ON1 },
	{ "o", ANY, ON1 },
	{ "O", ANY, ON1 },
	{ "W", ANY, ON1 },
	{ "u", ANY, ON1 },
	{ "U", ANY, ON1 },
	{ "y", ANY, ON1 },
	{ "ai", OPEN, ON1 },
	{ "ao", OPEN, ON1 },
	{ "au", OPEN, ON1 },
	{ "ay", OPEN, ON1 },
	{ "Qu", OPEN, ON1 },
	{ "Qy", OPEN, ON1 },
	{ "eo", OPEN, ON1 },
	{ "Eu", OPEN, ON1 },
	{ "ia", OPEN, ON1 },
	{ "iE", SHUT, ON2 },
	{ "iEu", OPEN, ON2 },
	{ "iu", OPEN, ON1 },
	{ "oa", ANY, ON1 | ON2 },
	{ "oA", SHUT, ON2 },
	{ "oai", OPEN, ON2 },
	{ "oao", OPEN, ON2 },
	{ "oay", OPEN, ON2 },
	{ "oe", ANY, ON1 | ON2 },
	{ "oeo", OPEN, ON2 },
	{ "oi", OPEN, ON1 },
	{ "oo", SHUT, ON1 | ON2 },
	{ "Oi", OPEN, ON1 },
	{ "Wi", OPEN, ON1 },
	{ "ua", OPEN, ON1 },
	{ "uQ", SHUT, ON2 },
	{ "uQy", OPEN, ON2 },
	{ "uE", ANY, ON2 },
	{ "ui", OPEN, ON1 },
	{ "uO", SHUT, ON2 },
	{ "uOi", OPEN, ON2 },
	{ "uW", OPEN, ON2 },
	{ "uy", ANY, ON1 | ON2 },
	{ "uya", OPEN, ON2 },
	{ "uyE", SHUT, ON3 },
	{ "uyu", OPEN, ON2 },
	{ "Ua", OPEN, ON1 },
	{ "Ui", OPEN, ON1 },
	{ "Uu", OPEN, ON1 },
	{ "UW", SHUT, ON2 },
	{ "UWi", OPEN, ON2 },
	{ "UWu", OPEN, ON2 },
	{ "yE", SHUT, ON2 },
	{ "yEu", OPEN, ON2 },
};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

uint32_t
tone_split(uint32_t c, enum tone *tone)
{
	for (size_t v = 0; v < VOWELS; v++)
		for (size_t t = 0; t < TONE_MAX; t++)
			if (vowels[v][t] == c) {
				*tone = (enum tone)t;
				return vowels[v][0];
			}
	*tone = TONE_LEVEL;
	return c;
}

uint32_t
tone_join(uint32_t vowel, enum tone tone)
{
	for (size_t v = 0; v < VOWELS; v++)
		if (vowels[v][0] == vowel)
			return vowels[v][tone];
	return vowel;
}

bool
tone_is_vowel(uint32_t c)
{
	for (size_t v = 0; v < VOWELS; v++)
		if (vowels[v][0] == c)
			return true;
	return false;
}

/* The letter c (toneless) for the tables; 0 if no Vietnamese word has it. */
static char
code_of(uint32_t c)
{
	for (size_t v = 0; v < VOWELS; v++)
		if (vowels[v][0] == c)
			return vowel_code[v];
	if (c == 0x111)
		return 'D';
	return c >= 'a' && c <= 'z' ? (char)c : '\0';
}

/* A syllable being looked at: the letters in vowel_code, and its tone. */
struct syllable {
	char code[SYLLABLE_MAX + 1];
	enum tone tone;
	size_t tone_at; /* of no meaning for TONE_LEVEL */
};

static bool
take_apart(const uint32_t *letter, size_t n, struct syllable *s)
{
	enum tone tone;

	if (n == 0 || n > SYLLABLE_MAX)
		return false;
	for (size_t i = 0; i < n; i++) {
		s->code[i] = code_of(tone_split(letter[i], &tone));
		if (s->code[i] == '\0')
			return false;
		if (tone == TONE_LEVEL)
			continue;
		if (s->tone != TONE_LEVEL)
			return false;
		s->tone = tone;
		s->tone_at = i;
	}
	return true;
}

/* May what follows the nucleus end a syllable of this tone? */
static bool
end_fits(const char *rest, unsigned ends, enum tone tone)
{
	size_t f = 0;

	while (f < COUNT(finals) && strcmp(rest, finals[f]) != 0)
		f++;
	if (f == COUNT(finals) || (ends & (f == 0 ? OPEN : SHUT)) == 0)
		return false;
	if (strchr("cpt", rest[0]) == NULL || rest[0] == '\0')
		return true;
	return tone == TONE_SAC || tone == TONE_NANG;
}

/* Do a nucleus and an end stand behind the first `from` letters? */
static bool
rhyme_fits(const struct syllable *s, size_t from)
{
	const struct nucleus *n;
	size_t len;

	for (n = nuclei; n < nuclei + COUNT(nuclei); n++) {
		len = strlen(n->letters);
		if (strncmp(s->code + from, n->letters, len) != 0)
			continue;
		if (!end_fits(s->code + from + len, n->ends, s->tone))
			continue;
		if (s->tone == TONE_LEVEL)
			return true;
		if (s->tone_at >= from && s->tone_at < from + len &&
		    (n->tone_on >> (s->tone_at - from) & 1) != 0)
			return true;
	}
	return false;
}

bool
tone_syllable(const uint32_t *letter, size_t n)
{
	struct syllable s = { .tone = TONE_LEVEL };
	size_t len;

	if (!take_apart(letter, n, &s))
		return false;
	for (size_t i = 0; i < COUNT(initials); i++) {
		len = strlen(initials[i]);
		if (strncmp(s.code, initials[i], len) == 0 &&
		    rhyme_fits(&s, len))
			return true;
	}
	return false;
}
