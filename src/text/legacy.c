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

#include "base/buf.h"
#include "text/tone.h"
#include "text/utf8.h"

enum { TCVN3_CAPITAL_LAST = 0xa7 };
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

/* A word decoded, in small letters. */
struct decoded {
	uint32_t letter[WORD_MAX];
	bool upper[WORD_MAX];
	size_t n;
	bool strong;
};

static bool
decode_tcvn3(const struct word *w, struct decoded *d)
{
	uint32_t c;

	*d = (struct decoded) { .n = w->n };
	for (size_t i = 0; i < w->n; i++) {
		c = w->c[i];
		if (is_ascii_letter(c))
			d->letter[i] = c | 0x20;
		else if (c >= 0xa0 && c <= 0xff)
			d->letter[i] = tcvn3[c - 0xa0];
		else
			return false;
		d->upper[i] = (c >= 'A' && c <= 'Z') ||
		    (c > 0xa0 && c <= TCVN3_CAPITAL_LAST);
		d->strong = d->strong || tcvn3_strong_at(w, i);
	}
	return true;
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

static bool
decode_vni(const struct word *w, struct decoded *d)
{
	const struct vni_mark *mark;
	uint32_t c;

	*d = (struct decoded) { .n = 0 };
	for (size_t i = 0; i < w->n; i++) {
		c = w->c[i] | 0x20; /* lower case, in Latin-1 too */
		if (w->c[i] > 0xff || (w->c[i] >= 0x80 && w->c[i] < 0xc0))
			return false;
		mark = d->n == 0 ? NULL : vni_mark_of(d->letter[d->n - 1], c);
		if (mark != NULL) {
			d->letter[d->n - 1] =
			    vni_apply(d->letter[d->n - 1], mark);
			d->strong = d->strong || !vni_pair_common(w, i);
			continue;
		}
		d->upper[d->n] = c != w->c[i];
		d->letter[d->n++] = c < 0x80 ? c : vni_letter(c);
	}
	return true;
}

/* Windows-1258: letters, and tones that follow their vowel. */
/* clang-format off */
static const struct {
	uint8_t byte;
	uint16_t letter;
} windows_letters[] = {
	{ 0xe0, 0xe0 }, { 0xe1, 0xe1 }, { 0xe2, 0xe2 }, { 0xe3, 0x103 },
	{ 0xe8, 0xe8 }, { 0xe9, 0xe9 }, { 0xea, 0xea }, { 0xed, 0xed },
	{ 0xf0, 0x111 }, { 0xf3, 0xf3 }, { 0xf4, 0xf4 }, { 0xf5, 0x1a1 },
	{ 0xf9, 0xf9 }, { 0xfa, 0xfa }, { 0xfd, 0x1b0 },
};
static const struct {
	uint8_t byte;
	enum tone tone;
} windows_tones[] = {
	{ 0xcc, TONE_HUYEN }, { 0xd2, TONE_HOI }, { 0xde, TONE_NGA },
	{ 0xec, TONE_SAC }, { 0xf2, TONE_NANG },
};
/* clang-format on */

static enum tone
windows_tone(uint32_t c)
{
	for (size_t k = 0; k < COUNT(windows_tones); k++)
		if (windows_tones[k].byte == c)
			return windows_tones[k].tone;
	return TONE_LEVEL;
}

static uint32_t
windows_letter(uint32_t c)
{
	for (size_t k = 0; k < COUNT(windows_letters); k++)
		if (windows_letters[k].byte == c)
			return windows_letters[k].letter;
	return 0;
}

static bool
decode_windows(const struct word *w, struct decoded *d)
{
	uint32_t c;

	*d = (struct decoded) { .n = 0 };
	for (size_t i = 0; i < w->n; i++) {
		c = w->c[i];
		if (c > 0xff || (c >= 0x80 && c < 0xc0))
			return false;
		if (windows_tone(c) != TONE_LEVEL) {
			if (d->n == 0)
				return false;
			d->letter[d->n - 1] =
			    tone_join(d->letter[d->n - 1], windows_tone(c));
			d->strong = true;
			continue;
		}
		d->upper[d->n] = (c | 0x20) != c;
		c |= 0x20;
		d->letter[d->n++] = c < 0x80 ? c : windows_letter(c);
	}
	return true;
}

typedef bool decode_fn(const struct word *, struct decoded *);

static enum verdict
judge(decode_fn *decode, const struct word *w)
{
	struct decoded d;

	if (!decode(w, &d) || !tone_syllable(d.letter, d.n))
		return NO;
	return d.strong ? STRONG : WEAK;
}

/* What was seen of one encoding. */
struct tally {
	decode_fn *decode;
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
		v = judge(t->decode, w);
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

static const struct {
	enum viet_legacy is;
	const char *name;
	decode_fn *decode;
} encodings[] = {
	{ LEGACY_TCVN3, "TCVN3", decode_tcvn3 },
	{ LEGACY_VNI, "VNI", decode_vni },
	{ LEGACY_WINDOWS, "Windows-1258", decode_windows },
};

static void
tally_all(struct tally *t, struct word *w)
{
	for (size_t e = 0; w->n > 0 && e < COUNT(encodings); e++)
		tally_word(&t[e], w);
	w->n = 0;
}

/* Cut s into words; each goes to all tallies. */
static enum viet_legacy
look(struct str s, bool bytes, size_t *at)
{
	struct tally t[COUNT(encodings)] = { 0 };
	struct word w = { .n = 0 };
	size_t i = 0, from, best = COUNT(encodings);
	uint32_t c;

	for (size_t e = 0; e < COUNT(encodings); e++)
		t[e].decode = encodings[e].decode;
	while (i < s.n) {
		from = i;
		c = next_char(s, &i, bytes);
		if (!is_word_part(c)) {
			tally_all(t, &w);
			continue;
		}
		if (w.n == 0)
			w.at = from;
		if (w.n < WORD_MAX)
			w.c[w.n] = c;
		if (w.n <= WORD_MAX)
			w.n++;
	}
	tally_all(t, &w);
	for (size_t e = 0; e < COUNT(encodings); e++)
		if (t[e].decided &&
		    (best == COUNT(encodings) || t[e].strong > t[best].strong))
			best = e;
	*at = best < COUNT(encodings) ? t[best].at : s.n;
	return best < COUNT(encodings) ? encodings[best].is : LEGACY_NONE;
}

const char *
viet_legacy_name(enum viet_legacy legacy)
{
	for (size_t e = 0; e < COUNT(encodings); e++)
		if (encodings[e].is == legacy)
			return encodings[e].name;
	return "";
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

/* --- conversion --------------------------------------------------------------
 */

/* Signs of Windows-1252 beside the letters, 0x80-0xA0; 0: none of them. */
static uint32_t
sign_of(uint32_t c)
{
	static const struct {
		uint8_t byte;
		uint16_t sign;
	} signs[] = { { 0x85, 0x2026 }, { 0x91, 0x2018 }, { 0x92, 0x2019 },
		{ 0x93, 0x201c }, { 0x94, 0x201d }, { 0x96, 0x2013 },
		{ 0x97, 0x2014 }, { 0xa0, 0xa0 } };

	if (c < 0x80)
		return c;
	for (size_t i = 0; i < COUNT(signs); i++)
		if (signs[i].byte == c)
			return signs[i].sign;
	return 0;
}

static bool
is_high(const struct word *w)
{
	for (size_t i = 0; i < w->n && i < WORD_MAX; i++)
		if (w->c[i] >= 0x80)
			return true;
	return false;
}

/* A word of capitals, two at least ("Sè" is Số): fonts for capitals show the
   small codes so. */
static bool
is_shouted(const struct word *w, const struct decoded *d)
{
	size_t capitals = 0;

	for (size_t i = 0; i < w->n; i++)
		if (w->c[i] >= 'a' && w->c[i] <= 'z')
			return false;
	for (size_t i = 0; i < d->n; i++)
		capitals += d->upper[i];
	return capitals > 1;
}

static void
put_decoded(struct arena *a, const struct word *w, const struct decoded *d,
    struct buf *out)
{
	bool shouted = is_shouted(w, d);

	for (size_t i = 0; i < d->n; i++) {
		struct buf one = { .arena = a };

		utf8_put(&one, d->letter[i]);
		buf_add(out,
		    shouted || d->upper[i] ? viet_upper(a, buf_str(&one)) :
					     buf_str(&one));
	}
}

/* Every word decoded into out; false at the first that is no syllable. */
static bool
convert(struct arena *a, struct str s, decode_fn *decode, struct buf *out)
{
	struct word w;
	struct decoded d;
	size_t i = 0;

	while (i < s.n) {
		uint32_t c = (unsigned char)s.p[i], sign;
		size_t from = i;

		if (!is_word_part(c)) {
			sign = sign_of(c);
			if (sign == 0)
				return false;
			utf8_put(out, sign);
			i++;
			continue;
		}
		w = (struct word) { .at = i };
		while (i < s.n && is_word_part((unsigned char)s.p[i])) {
			if (w.n < WORD_MAX)
				w.c[w.n] = (unsigned char)s.p[i];
			w.n++;
			i++;
		}
		if (w.n > WORD_MAX)
			w.n = WORD_MAX + 1;
		if (!is_high(&w) &&
		    utf8_invalid(str_sub(s, from, i)) == i - from) {
			buf_add(out, str_sub(s, from, i));
			continue;
		}
		if (w.n > WORD_MAX || !decode(&w, &d) ||
		    !tone_syllable(d.letter, d.n))
			return false;
		put_decoded(a, &w, &d, out);
	}
	return true;
}

/*
 * Sure is: two words that nobody writes in Latin-1 and every word with such
 * letters a syllable in this encoding, not so in another.
 */
bool
viet_legacy_convert(struct arena *a, struct str bytes, struct str *utf8)
{
	enum viet_legacy legacy = viet_legacy_guess(bytes);
	bool sure = false;

	for (size_t e = 0; e < COUNT(encodings); e++) {
		struct buf out = { .arena = a };
		bool fits = convert(a, bytes, encodings[e].decode, &out);

		if (fits != (encodings[e].is == legacy))
			return false;
		if (fits) {
			*utf8 = buf_str(&out);
			sure = true;
		}
	}
	return sure;
}
