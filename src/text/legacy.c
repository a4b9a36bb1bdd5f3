/*
 * legacy.c - text of the time before Unicode: TCVN3 (ABC fonts, one byte a
 * letter) and VNI (a vowel followed by a byte for its marks), seen as Latin-1.
 *
 * A word counts when, decoded, it can be a Vietnamese syllable, and is strong
 * when nobody writes the Latin-1 form: a sign or a capital inside a word
 * ("viÖc", "ho¹t"), a vowel followed by a marked one ("Coäng").  Two different
 * strong words decide.  The weak ones ("né" in French, "hoá" in Vietnamese)
 * decide nothing.
 */
#include "text/viet.h"

#include <string.h>

#include "text/tone.h"
#include "text/utf8.h"

enum { WORD_MAX = 12 }; /* letters of a syllable in VNI, and a few */

enum verdict { NO, WEAK, STRONG };

struct word {
	uint32_t c[WORD_MAX];
	size_t n; /* more than WORD_MAX: too long to be one */
	size_t at;
};

/*
 * TCVN 5712:1993 as the ABC fonts have it, in lower case: A1-A7 are capitals,
 * fonts with an H at the end of their name show all letters as capitals.
 */
/* clang-format off */
static const uint16_t tcvn3[0x60] = {
	/* A0 */ 0, 0x103, 0xe2, 0xea, 0xf4, 0x1a1, 0x1b0, 0x111,
	/* A8 */ 0x103, 0xe2, 0xea, 0xf4, 0x1a1, 0x1b0, 0x111, 0,
	/* B0 */ 0, 0, 0, 0, 0, 0xe0, 0x1ea3, 0xe3,
	/* B8 */ 0xe1, 0x1ea1, 0, 0x1eb1, 0x1eb3, 0x1eb5, 0x1eaf, 0,
	/* C0 */ 0, 0, 0, 0, 0, 0, 0x1eb7, 0x1ea7,
	/* C8 */ 0x1ea9, 0x1eab, 0x1ea5, 0x1ead, 0xe8, 0, 0x1ebb, 0x1ebd,
	/* D0 */ 0xe9, 0x1eb9, 0x1ec1, 0x1ec3, 0x1ec5, 0x1ebf, 0x1ec7, 0xec,
	/* D8 */ 0x1ec9, 0, 0, 0, 0x129, 0xed, 0x1ecb, 0xf2,
	/* E0 */ 0, 0x1ecf, 0xf5, 0xf3, 0x1ecd, 0x1ed3, 0x1ed5, 0x1ed7,
	/* E8 */ 0x1ed1, 0x1ed9, 0x1edd, 0x1edf, 0x1ee1, 0x1edb, 0x1ee3, 0xf9,
	/* F0 */ 0, 0x1ee7, 0x169, 0xfa, 0x1ee5, 0x1eeb, 0x1eed, 0x1eef,
	/* F8 */ 0x1ee9, 0x1ef1, 0x1ef3, 0x1ef7, 0x1ef9, 0xfd, 0x1ef5, 0,
};

/* VNI: what a byte behind a vowel adds to it. */
static const struct vni_mark {
	uint8_t byte;
	const char *after;        /* ASCII vowels; "" also allows F4 and F6 */
	uint16_t from[3], to[3];  /* the vowel changed; 0: none */
	enum tone tone;
} vni_marks[] = {
	{ 0xf8, "aeouy", { 0 }, { 0 }, TONE_HUYEN },
	{ 0xfb, "aeouy", { 0 }, { 0 }, TONE_HOI },
	{ 0xf5, "aeouy", { 0 }, { 0 }, TONE_NGA },
	{ 0xf9, "aeouy", { 0 }, { 0 }, TONE_SAC },
	{ 0xef, "aeouy", { 0 }, { 0 }, TONE_NANG },
	{ 0xe2, "aeo", { 'a', 'e', 'o' }, { 0xe2, 0xea, 0xf4 }, TONE_LEVEL },
	{ 0xe0, "aeo", { 'a', 'e', 'o' }, { 0xe2, 0xea, 0xf4 }, TONE_HUYEN },
	{ 0xe5, "aeo", { 'a', 'e', 'o' }, { 0xe2, 0xea, 0xf4 }, TONE_HOI },
	{ 0xe3, "aeo", { 'a', 'e', 'o' }, { 0xe2, 0xea, 0xf4 }, TONE_NGA },
	{ 0xe1, "aeo", { 'a', 'e', 'o' }, { 0xe2, 0xea, 0xf4 }, TONE_SAC },
	{ 0xe4, "aeo", { 'a', 'e', 'o' }, { 0xe2, 0xea, 0xf4 }, TONE_NANG },
	{ 0xea, "a", { 'a' }, { 0x103 }, TONE_LEVEL },
	{ 0xe8, "a", { 'a' }, { 0x103 }, TONE_HUYEN },
	{ 0xfa, "a", { 'a' }, { 0x103 }, TONE_HOI },
	{ 0xfc, "a", { 'a' }, { 0x103 }, TONE_NGA },
	{ 0xe9, "a", { 'a' }, { 0x103 }, TONE_SAC },
	{ 0xeb, "a", { 'a' }, { 0x103 }, TONE_NANG },
};

/* VNI: letters that stand alone. */
static const struct {
	uint8_t byte;
	uint16_t letter;
} vni_letters[] = {
	{ 0xf4, 0x1a1 }, { 0xf6, 0x1b0 }, { 0xf1, 0x111 }, { 0xed, 0xed },
	{ 0xec, 0xec }, { 0xe6, 0x1ec9 }, { 0xf3, 0x129 }, { 0xf2, 0x1ecb },
	{ 0xee, 0x1ef5 },
};
/* clang-format on */

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static bool
is_ascii_letter(uint32_t c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool
has_ascii_and_high(const struct word *w)
{
	bool ascii = false, high = false;

	for (size_t i = 0; i < w->n; i++) {
		ascii = ascii || is_ascii_letter(w->c[i]);
		high = high || w->c[i] >= 0x80;
	}
	return ascii && high;
}

/*
 * Does the Latin-1 character at i make the word one that nobody writes?  Signs
 * do when letters stand before and behind them; some also do at the end, the
 * sign of a registered name at the beginning.  Left out: the multiplication of
 * two letters ("m×n"), marks of footnotes, brand and unit signs.
 */
static bool
tcvn3_strong_at(const struct word *w, size_t i)
{
	uint32_t c = w->c[i];
	bool inner = i > 0 && i + 1 < w->n;

	if (c == 0xae && i == 0)
		return w->n > 1;
	if (i == 0 || !(is_ascii_letter(w->c[i - 1]) || w->c[i - 1] == 0xae))
		return false;
	if (c == 0xb7 || c == 0xd7 || c == 0xf7)
		return w->n != 3 || !inner;
	if (c == 0xa8 || c == 0xac || (c >= 0xb5 && c <= 0xb8) ||
	    (c >= 0xbc && c <= 0xbe) || c == 0xdf || c == 0xfe)
		return true;
	if (c >= 0xa9 && c <= 0xbb && c != 0xad)
		return inner;
	return c >= 0xc6 && c <= 0xde && w->c[i - 1] >= 'a';
}

static enum verdict
judge_tcvn3(const struct word *w)
{
	uint32_t letter[WORD_MAX], c;
	bool strong = false;

	for (size_t i = 0; i < w->n; i++) {
		c = w->c[i];
		if (is_ascii_letter(c))
			letter[i] = c | 0x20;
		else if (c >= 0xa0 && c <= 0xff)
			letter[i] = tcvn3[c - 0xa0];
		else
			return NO;
		strong = strong || tcvn3_strong_at(w, i);
	}
	if (!tone_syllable(letter, w->n))
		return NO;
	return strong ? STRONG : WEAK;
}

/* The mark c behind the decoded letter before, or NULL. */
static const struct vni_mark *
vni_mark_of(uint32_t before, uint32_t c)
{
	const struct vni_mark *m;

	for (m = vni_marks; m < vni_marks + COUNT(vni_marks); m++) {
		if (m->byte != c)
			continue;
		if (before != 0 && before < 0x80 &&
		    strchr(m->after, (int)before) != NULL)
			return m;
		if (m->from[0] == 0 && (before == 0x1a1 || before == 0x1b0))
			return m;
	}
	return NULL;
}

static uint32_t
vni_apply(uint32_t vowel, const struct vni_mark *m)
{
	for (size_t k = 0; k < COUNT(m->from); k++)
		if (m->from[k] == vowel) {
			vowel = m->to[k];
			break;
		}
	return tone_join(vowel, m->tone);
}

/*
 * Pairs that other spellings have: hoá, hoà, loã in Vietnamese, haï and Loïc
 * and où in French.
 */
static bool
vni_pair_common(const struct word *w, size_t i)
{
	uint32_t before = w->c[i - 1] | 0x20, c = w->c[i] | 0x20;

	if (before == 'o' && (c == 0xe1 || c == 0xe0 || c == 0xe3))
		return true;
	if (c == 0xef)
		return before == 'a' || before == 'o';
	return before == 'o' && c == 0xf9 && w->n == 2;
}

static uint32_t
vni_letter(uint32_t c)
{
	for (size_t k = 0; k < COUNT(vni_letters); k++)
		if (vni_letters[k].byte == c)
			return vni_letters[k].letter;
	return 0;
}

static enum verdict
judge_vni(const struct word *w)
{
	uint32_t letter[WORD_MAX], c;
	const struct vni_mark *mark;
	bool strong = false;
	size_t n = 0;

	for (size_t i = 0; i < w->n; i++) {
		c = w->c[i] | 0x20; /* lower case, in Latin-1 too */
		if (w->c[i] > 0xff || (w->c[i] >= 0x80 && w->c[i] < 0xc0))
			return NO;
		mark = n == 0 ? NULL : vni_mark_of(letter[n - 1], c);
		if (mark != NULL) {
			letter[n - 1] = vni_apply(letter[n - 1], mark);
			strong = strong || !vni_pair_common(w, i);
		} else if (c < 0x80) {
			letter[n++] = c;
		} else {
			letter[n++] = vni_letter(c);
		}
	}
	if (!tone_syllable(letter, n))
		return NO;
	return strong ? STRONG : WEAK;
}

/* What was seen of one encoding. */
struct tally {
	enum verdict (*judge)(const struct word *);
	struct word first; /* the first strong word */
	size_t strong;
	bool decided; /* a second, different one was met */
	bool in_run; /* the word before counted too */
	size_t run_at; /* where that run of words begins */
	size_t at; /* where the run of the first strong word begins */
};

static void
tally_word(struct tally *t, const struct word *w)
{
	enum verdict v = NO;

	if (w->n <= WORD_MAX && has_ascii_and_high(w))
		v = t->judge(w);
	if (v != NO && !t->in_run)
		t->run_at = w->at;
	t->in_run = v != NO;
	if (v != STRONG)
		return;
	if (t->strong++ == 0) {
		t->first = *w;
		t->at = t->run_at;
	} else if (w->n != t->first.n ||
	    memcmp(w->c, t->first.c, w->n * sizeof(w->c[0])) != 0) {
		t->decided = true;
	}
}

/* Letters and the Latin-1 signs that stand for letters; not blanks, digits,
   points, curly quotes, dashes. */
static bool
is_word_part(uint32_t c)
{
	if (c < 0x80)
		return is_ascii_letter(c);
	return c > 0xa0 && !utf8_is_blank(c) && !(c >= 0x2010 && c <= 0x2060);
}

/* Converters give these for the middle dot and the micro sign. */
static uint32_t
as_latin1(uint32_t c)
{
	if (c == 0x2219 || c == 0x22c5)
		return 0xb7;
	return c == 0x3bc ? 0xb5 : c;
}

static uint32_t
next_char(struct str s, size_t *i, bool bytes)
{
	if (bytes)
		return (unsigned char)s.p[(*i)++];
	return as_latin1(utf8_next(s, i));
}

/* Cut s into words; each goes to both tallies. */
static enum viet_legacy
look(struct str s, bool bytes, size_t *at)
{
	struct tally tcvn = { .judge = judge_tcvn3 };
	struct tally vni = { .judge = judge_vni };
	struct word w = { .n = 0 };
	size_t i = 0, from;
	uint32_t c;

	while (i < s.n || w.n > 0) {
		from = i;
		c = i < s.n ? next_char(s, &i, bytes) : ' ';
		if (is_word_part(c)) {
			if (w.n == 0)
				w.at = from;
			if (w.n < WORD_MAX)
				w.c[w.n] = c;
			if (w.n <= WORD_MAX)
				w.n++;
			continue;
		}
		if (w.n == 0)
			continue;
		tally_word(&tcvn, &w);
		tally_word(&vni, &w);
		w.n = 0;
	}
	if (tcvn.decided && (!vni.decided || tcvn.strong >= vni.strong)) {
		*at = tcvn.at;
		return LEGACY_TCVN3;
	}
	*at = vni.decided ? vni.at : s.n;
	return vni.decided ? LEGACY_VNI : LEGACY_NONE;
}

enum viet_legacy
viet_legacy_guess(struct str bytes)
{
	size_t at;

	return look(bytes, true, &at);
}

enum viet_legacy
viet_legacy_pasted(struct str utf8, size_t *at)
{
	return look(utf8, false, at);
}
