/*
 * check_gaps.c - what an author left to be filled in (house rule H09): in the
 * text and in the header.
 */
#include "check/run.h"
#include "text/utf8.h"
#include "text/viet.h"

enum { INSIDE_MAX = 120 }; /* bytes between the brackets of a gap */

typedef size_t gap_fn(struct str s, size_t at);

/* The bytes of the run of ch at `at`. */
static size_t
run_of(struct str s, size_t at, struct str ch)
{
	size_t i = at;

	while (str_starts(str_sub(s, i, s.n), ch))
		i += ch.n;
	return i - at;
}

static size_t
at_least(size_t run, size_t min)
{
	return run >= min ? run : 0;
}

static size_t
question_marks(struct str s, size_t at)
{
	return at_least(run_of(s, at, STR("?")), 3);
}

static size_t
underscores(struct str s, size_t at)
{
	return at_least(run_of(s, at, STR("_")), 3);
}

/* Three points close an enumeration, a fourth the sentence; five are a gap. */
static size_t
points(struct str s, size_t at)
{
	return at_least(run_of(s, at, STR(".")), 5);
}

/* "……", and "…1." as it comes from a lost note. */
static size_t
ellipses(struct str s, size_t at)
{
	size_t n = run_of(s, at, STR("…")), i;

	if (n == 0 || n > sizeof("…") - 1)
		return n;
	for (i = at + n; i < s.n && is_digit(s.p[i]);)
		i++;
	return i > at + n && i < s.n && s.p[i] == '.' ? i + 1 - at : 0;
}

static bool
is_word_char(uint32_t ch)
{
	return viet_is_letter(ch) || (ch >= '0' && ch <= '9');
}

/* "xxx"; "XXX" is a Roman number. */
static size_t
crosses(struct str s, size_t at)
{
	size_t n = run_of(s, at, STR("x"));

	if (n < 3 || is_word_char(utf8_before(s, at)) ||
	    is_word_char(utf8_at(s, at + n)))
		return 0;
	return n;
}

static size_t
todo(struct str s, size_t at)
{
	struct str word = STR("TODO");

	if (!str_starts(str_sub(s, at, s.n), word) ||
	    is_word_char(utf8_before(s, at)) ||
	    is_word_char(utf8_at(s, at + word.n)))
		return 0;
	return word.n;
}

/* Bytes up to and with the closing bracket, 0 if it is far or missing. */
static size_t
to_closing(struct str s, size_t at, char closing)
{
	for (size_t i = at + 1; i < s.n && i - at <= INSIDE_MAX; i++)
		if (s.p[i] == closing)
			return i + 1 - at;
	return 0;
}

/* "<tên đơn vị>"; not "a < b > c". */
static size_t
angles(struct str s, size_t at)
{
	size_t n = to_closing(s, at, '>');
	uint32_t first = utf8_at(s, at + 1);

	if (n < 3 || s.p[at + n - 2] == ' ')
		return 0;
	return viet_is_letter(first) || first == '.' || first == 0x2026 ? n :
									  0;
}

/* "[CẦN BỔ SUNG ...]", "[...]", "[tên đơn vị]" beginning with such words. */
static size_t
brackets(struct str s, size_t at)
{
	static const char *const begin[] = { "CẦN BỔ SUNG", "Cần bổ sung",
		"cần bổ sung", "BỔ SUNG", "ĐIỀN", "Điền", "điền", "...", "…",
		"?", "_", "TODO" };
	struct str inside = str_sub(s, at + 1, s.n);
	size_t n = to_closing(s, at, ']');

	for (size_t i = 0; i < COUNT(begin); i++)
		if (str_starts(inside, str_of(begin[i])))
			return n > 0 ? n : 1 + str_of(begin[i]).n;
	return 0;
}

/* By the byte they begin with. */
static const struct {
	char first;
	gap_fn *find; /* bytes of the gap at a place, or 0 */
} gaps[] = {
	{ '[', brackets },
	{ '<', angles },
	{ '?', question_marks },
	{ '_', underscores },
	{ '.', points },
	{ '\xE2', ellipses },
	{ 'x', crosses },
	{ 'T', todo },
};

/* The next gap at or behind *at; its length, or 0 at the end. */
static size_t
next_gap(struct str s, size_t *at)
{
	size_t n;

	for (; *at < s.n; (*at)++)
		for (size_t i = 0; i < COUNT(gaps); i++) {
			if (s.p[*at] != gaps[i].first)
				continue;
			n = gaps[i].find(s, *at);
			if (n > 0)
				return n;
		}
	return 0;
}

void
check_gaps(struct check *c, const struct flat *f)
{
	size_t at = 0, n, before = c->ds->n;

	while (c->ds->n - before < FAULTS_MAX &&
	    (n = next_gap(f->text, &at)) > 0) {
		diag_add(c->ds, DIAG_TEXT_PLACEHOLDER, flat_pos(f, at), "%.*s",
		    STR_ARG(quote(c->a, str_sub(f->text, at, at + n))));
		at += n;
	}
}

static void
check_value(struct check *c, const struct value *v)
{
	size_t at = 0, n = next_gap(v->text, &at);

	if (n > 0)
		diag_add(c->ds, DIAG_TEXT_PLACEHOLDER, v->pos, "%.*s",
		    STR_ARG(quote(c->a, str_sub(v->text, at, at + n))));
}

void
check_header_gaps(struct check *c)
{
	for (unsigned f = 0; f < FIELD_MAX; f++)
		for (size_t i = 0; i < c->doc->field[f].n; i++)
			check_value(c, &c->doc->field[f].v[i]);
	for (size_t i = 0; i < c->doc->nfigures; i++)
		check_value(c, &c->doc->figures[i].figure);
}
