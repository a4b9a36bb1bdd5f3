/*
 * check_words.c - words that are written in two ways in one document (house
 * rule H08, pair.def), and hyphens with a blank on one side only.
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
		if (viet_is_letter(char_before(lower, at)) ||
		    viet_is_letter(char_at(lower, at + word.n)))
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
		before = char_before(s, at);
		after = char_at(s, i);
		/* " -5" may be a figure below zero */
		if ((is_word_char(before) && after == ' ' &&
			is_word_char(char_at(s, i + 1))) ||
		    (before == ' ' && viet_is_letter(after) &&
			is_word_char(char_before(s, at - 1))))
			diag_add(c->ds, DIAG_TEXT_DASH_SPACE, flat_pos(f, at),
			    "%.*s", STR_ARG(quote(c->a, words_around(s, at))));
	}
}
