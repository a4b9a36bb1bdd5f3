/*
 * check_words.c - words that are written in two ways in one document (house
 * rule H08, pair.def), hyphens with a blank on one side only, words typed twice
 * and letters that make no syllable.
 */
#include "check/run.h"
#include "text/utf8.h"
#include "text/viet.h"

static const char *const pairs[][2] = {
#define PAIR(one, other) { one, other },
#include "check/pair.def"
#undef PAIR
};

_Static_assert(COUNT(pairs) <= PAIRS_MAX, "PAIRS_MAX is too small");

static void
count_word(
    const struct flat *f, struct str lower, struct habit *h, struct str word)
{
	size_t at = 0;

	for (; (at = str_find(lower, word, at)) < lower.n; at += word.n) {
		if (viet_is_letter(utf8_before(lower, at)) ||
		    viet_is_letter(utf8_at(lower, at + word.n)))
			continue;
		if (h->n++ == 0) {
			h->sample = word;
			h->pos = flat_pos(f, at);
		}
	}
}

void
count_pairs(struct check *c, const struct flat *f)
{
	struct str lower = viet_lower(c->a, f->text);

	if (lower.n != f->text.n)
		return; /* offsets would not fit */
	for (size_t i = 0; i < COUNT(pairs); i++)
		for (size_t k = 0; k < 2; k++)
			count_word(
			    f, lower, &c->pair[i][k], str_of(pairs[i][k]));
}

void
check_pairs(struct check *c)
{
	for (size_t i = 0; i < COUNT(pairs); i++) {
		const struct habit *x = &c->pair[i][0], *y = &c->pair[i][1];

		if (x->n == 0 || y->n == 0)
			continue;
		diag_add(c->ds, DIAG_TEXT_WORDS_MIXED,
		    x->n < y->n ? x->pos : y->pos, "%.*s %u; %.*s %u",
		    STR_ARG(x->sample), x->n, STR_ARG(y->sample), y->n);
	}
}

/* --- "xã hội- cơ quan", "học tập -Khuyến học" -------------------------------
 */

static bool
is_word_char(uint32_t ch)
{
	return viet_is_letter(ch) || (ch >= '0' && ch <= '9');
}

void
check_dashes(struct check *c, const struct flat *f)
{
	struct str s = f->text;
	size_t i = 0, at, found = c->ds->n;

	while (i < s.n && c->ds->n - found < FAULTS_MAX) {
		uint32_t before, after, ch;

		at = i;
		ch = utf8_next(s, &i);
		if (ch != '-' && ch != 0x2013)
			continue;
		before = utf8_before(s, at);
		after = utf8_at(s, i);
		/* " -5" may be a figure below zero */
		if ((is_word_char(before) && after == ' ' &&
			is_word_char(utf8_at(s, i + 1))) ||
		    (before == ' ' && viet_is_letter(after) &&
			is_word_char(utf8_before(s, at - 1))))
			diag_add(c->ds, DIAG_TEXT_DASH_SPACE, flat_pos(f, at),
			    "%.*s", STR_ARG(quote(c->a, words_around(s, at))));
	}
}

/* --- words typed twice, letters that make no syllable -----------------------
 */

/* Words that never stand twice in a row.  Others may: "luôn luôn", "hành chính
   công công khai". */
static const char *const single[] = { "của", "và", "các", "những", "được",
	"với", "cho", "trong", "trên", "tại", "theo", "đã", "sẽ", "không",
	"về", "này", "khi", "để", "có", "đến", "một", "bởi", "nhưng", "hoặc",
	"bằng", "do", "nếu", "đang", "cần", "phải", "gồm", "đó", "như" };

static bool
stands_once(struct str word)
{
	for (size_t i = 0; i < COUNT(single); i++)
		if (str_is(word, single[i]))
			return true;
	return false;
}

static bool
is_small(struct str word)
{
	size_t i = 0;

	while (i < word.n)
		if (!viet_is_lower(utf8_next(word, &i)))
			return false;
	return word.n > 0;
}

/*
 * Small letters with a mark of Vietnamese, that can be no syllable: "đựơc".
 * Words without a mark may be of any language, those with f, j, w, z are; what
 * a hyphen joins may be a foreign name, and a letter alone a label: "đ)".
 */
static bool
is_no_syllable(struct str s, size_t from, size_t to)
{
	struct str word = str_sub(s, from, to);
	bool marked = false;
	size_t letter = 0;

	(void)utf8_next(word, &letter);
	if (letter == word.n)
		return false;
	for (size_t i = 0; i < word.n; i++) {
		marked = marked || (unsigned char)word.p[i] >= 0x80;
		if (word.p[i] == 'f' || word.p[i] == 'j' || word.p[i] == 'w' ||
		    word.p[i] == 'z')
			return false;
	}
	return marked && is_small(word) && utf8_before(s, from) != '-' &&
	    utf8_at(s, to) != '-' && !viet_is_syllable(word);
}

void
check_spelling(struct check *c, const struct flat *f)
{
	struct str s = f->text, before = STR_NONE, word;
	size_t i = 0, from, end = 0, found = c->ds->n;

	while (i < s.n && c->ds->n - found < FAULTS_MAX) {
		from = i;
		if (!viet_is_letter(utf8_next(s, &i)))
			continue;
		while (viet_is_letter(utf8_at(s, i)))
			(void)utf8_next(s, &i);
		word = str_sub(s, from, i);
		if (before.n > 0 && from == end + 1 && s.p[end] == ' ' &&
		    str_eq(word, before) && stands_once(word))
			diag_add(c->ds, DIAG_TEXT_WORD_DOUBLED,
			    flat_pos(f, from), "\"%.*s %.*s\"", STR_ARG(word),
			    STR_ARG(word));
		if (is_no_syllable(s, from, i))
			diag_add(c->ds, DIAG_TEXT_SYLLABLE, flat_pos(f, from),
			    "\"%.*s\"", STR_ARG(word));
		before = word;
		end = i;
	}
}
