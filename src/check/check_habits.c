/*
 * check_habits.c - two ways of writing the same thing mixed in one document
 * (house rule H08): tone marks, quotation marks, hyphens and dashes.  The
 * decree allows each; one finding says how often each occurs, at the first
 * place of the rarer one.
 */
#include "check/run.h"
#include "text/utf8.h"
#include "text/viet.h"

enum {
	STRAIGHT = '"',
	CURLY_OPEN = 0x201C,
	CURLY_CLOSE = 0x201D,
	EN_DASH = 0x2013
};

/* Two letters that end a syllable, the tone on the first or on the last. */
static const struct {
	const char *first, *last;
} tones[] = {
	{ "òa", "oà" }, { "óa", "oá" }, { "ỏa", "oả" }, { "õa", "oã" },
	{ "ọa", "oạ" }, { "òe", "oè" }, { "óe", "oé" }, { "ỏe", "oẻ" },
	{ "õe", "oẽ" }, { "ọe", "oẹ" }, { "ùy", "uỳ" }, { "úy", "uý" },
	{ "ủy", "uỷ" }, { "ũy", "uỹ" }, { "ụy", "uỵ" },
};

static void
note(struct check *c, enum habit_id id, struct str sample,
    const struct flat *f, size_t at)
{
	struct habit *h = &c->habit[id];

	if (h->n++ > 0)
		return;
	h->sample = sample;
	h->pos = flat_pos(f, at);
}

/* The word around the bytes from..to of s. */
static struct str
word_around(struct str s, size_t from, size_t to)
{
	while (from > 0 && viet_is_letter(utf8_before(s, from)))
		do
			from--;
		while (((unsigned char)s.p[from] & 0xC0) == 0x80);
	while (viet_is_letter(utf8_at(s, to)))
		(void)utf8_next(s, &to);
	return str_sub(s, from, to);
}

/* "quý", "quỳ": the u belongs to the consonant, the tone has one place. */
static bool
is_after_q(struct str lower, size_t at)
{
	return at > 0 && lower.p[at - 1] == 'q';
}

static void
count_tone(struct check *c, const struct flat *f, struct str lower, size_t at)
{
	struct str rest = str_sub(lower, at, lower.n), w;

	for (size_t i = 0; i < COUNT(tones); i++)
		for (unsigned k = 0; k < 2; k++) {
			w = str_of(k == 0 ? tones[i].first : tones[i].last);
			if (!str_starts(rest, w) ||
			    viet_is_letter(utf8_at(lower, at + w.n)) ||
			    is_after_q(lower, at))
				continue;
			w = word_around(lower, at, at + w.n);
			note(c, k == 0 ? HABIT_TONE_FIRST : HABIT_TONE_LAST, w,
			    f, (size_t)(w.p - lower.p));
			return;
		}
}

/* A hyphen or dash between blanks, or a dash between digits. */
static void
count_dash(struct check *c, const struct flat *f, size_t at, uint32_t ch)
{
	size_t n = ch == '-' ? 1 : sizeof("–") - 1;
	uint32_t before = utf8_before(f->text, at);
	uint32_t after = utf8_at(f->text, at + n);
	bool digits = before < 0x80 && after < 0x80 &&
	    is_digit((char)before) && is_digit((char)after);

	if ((before == ' ' && after == ' ') || (ch == EN_DASH && digits))
		note(c, ch == '-' ? HABIT_HYPHEN : HABIT_DASH,
		    ch == '-' ? STR("-") : STR("–"), f, at);
}

/* Lower case may change a character's length; then offsets would not fit. */
static struct str
lower_text(struct check *c, const struct flat *f)
{
	struct str lower = viet_lower(c->a, f->text);

	return lower.n == f->text.n ? lower : f->text;
}

void
count_habits(struct check *c, const struct flat *f)
{
	struct str lower = lower_text(c, f);
	size_t i = 0, at;

	while (i < lower.n) {
		at = i;
		uint32_t ch = utf8_next(lower, &i);

		if (ch == STRAIGHT)
			note(c, HABIT_QUOTE_STRAIGHT, STR("\""), f, at);
		else if (ch == CURLY_OPEN || ch == CURLY_CLOSE)
			note(c, HABIT_QUOTE_CURLY, STR("“”"), f, at);
		else if (ch == '-' || ch == EN_DASH)
			count_dash(c, f, at, ch);
		else if (ch >= 0x80 || ch == 'o' || ch == 'u')
			count_tone(c, f, lower, at);
	}
}

static const struct {
	enum habit_id one, other;
	enum diag_id id;
} mixed[] = {
	{ HABIT_TONE_FIRST, HABIT_TONE_LAST, DIAG_TEXT_TONE_MIXED },
	{ HABIT_QUOTE_STRAIGHT, HABIT_QUOTE_CURLY, DIAG_TEXT_QUOTES_MIXED },
	{ HABIT_HYPHEN, HABIT_DASH, DIAG_TEXT_DASHES_MIXED },
};

void
check_habits(struct check *c)
{
	for (size_t i = 0; i < COUNT(mixed); i++) {
		const struct habit *x = &c->habit[mixed[i].one];
		const struct habit *y = &c->habit[mixed[i].other];

		if (x->n == 0 || y->n == 0)
			continue;
		diag_add(c->ds, mixed[i].id, x->n < y->n ? x->pos : y->pos,
		    "%.*s %u; %.*s %u", STR_ARG(x->sample), x->n,
		    STR_ARG(y->sample), y->n);
	}
}
