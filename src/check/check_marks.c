/*
 * check_marks.c - brackets and quotation marks that lack their partner in the
 * same paragraph.
 */
#include "check/run.h"
#include "text/utf8.h"
#include "text/viet.h"

enum { CURLY_OPEN = 0x201C, CURLY_CLOSE = 0x201D };

/* One kind of mark in a paragraph. */
struct side {
	uint32_t open, close;
	enum diag_id id;
	size_t at[FAULTS_MAX]; /* of those still open */
	size_t n;
};

static void
unpaired(struct check *c, const struct flat *f, enum diag_id id, size_t at)
{
	diag_add(c->ds, id, flat_pos(f, at), "%.*s",
	    STR_ARG(quote(c->a, words_around(f->text, at))));
}

/* "a)", "1)", "đ)": a label in running text. */
static bool
is_label(struct str s, size_t at)
{
	size_t i = at;
	unsigned letters = 0;

	while (i > 0 && s.p[i - 1] != ' ' && s.p[i - 1] != '(') {
		letters += ((unsigned char)s.p[i - 1] & 0xC0) != 0x80;
		i--;
	}
	return letters >= 1 && letters <= 3;
}

static void
meet(struct check *c, const struct flat *f, struct side *k, uint32_t ch,
    size_t at)
{
	if (ch == k->open && k->n < FAULTS_MAX)
		k->at[k->n++] = at;
	else if (ch == k->close && k->n > 0)
		k->n--;
	else if (ch == k->close && !(ch == ')' && is_label(f->text, at)))
		unpaired(c, f, k->id, at);
}

/* Straight marks open and close by turns; 5" is a measure. */
static void
check_straight(struct check *c, const struct flat *f)
{
	size_t n = 0, last = 0;

	for (size_t i = 0; i < f->text.n; i++)
		if (f->text.p[i] == '"' &&
		    (i == 0 || !is_digit(f->text.p[i - 1]))) {
			n++;
			last = i;
		}
	if (n % 2 != 0)
		unpaired(c, f, DIAG_TEXT_QUOTE_UNPAIRED, last);
}

void
check_marks(struct check *c, const struct flat *f)
{
	struct side kind[] = {
		{ '(', ')', DIAG_TEXT_BRACKET_UNPAIRED, { 0 }, 0 },
		{ CURLY_OPEN, CURLY_CLOSE, DIAG_TEXT_QUOTE_UNPAIRED, { 0 }, 0 },
	};
	size_t i = 0, at, found = c->ds->n;
	bool straight = str_find(f->text, STR("\""), 0) < f->text.n;
	size_t kinds = straight ? 1 : COUNT(kind); /* "...” is mixing */

	while (i < f->text.n && c->ds->n - found < FAULTS_MAX) {
		at = i;
		uint32_t ch = utf8_next(f->text, &i);

		for (size_t k = 0; k < kinds; k++)
			meet(c, f, &kind[k], ch, at);
	}
	for (size_t k = 0; k < kinds; k++)
		if (kind[k].n > 0)
			unpaired(c, f, kind[k].id, kind[k].at[kind[k].n - 1]);
	if (straight && str_find(f->text, STR("“"), 0) == f->text.n &&
	    str_find(f->text, STR("”"), 0) == f->text.n)
		check_straight(c, f);
}
