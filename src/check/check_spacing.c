/*
 * check_spacing.c - blanks beside punctuation (house rule H07) and capitals of
 * cited parts (Phụ lục II).  Quiet where signs are part of something else:
 * numbers, addresses, abbreviations.
 */
#include <string.h>

#include "check/run.h"
#include "text/utf8.h"
#include "text/viet.h"

enum {
	CURLY_OPEN = 0x201C,
	CURLY_CLOSE = 0x201D,
	ELLIPSIS = 0x2026,
	WORD = 256 /* bytes looked at on each side of a sign */
};

static void
bad_space(struct check *c, enum diag_id id, const struct flat *f, size_t at)
{
	diag_add(c->ds, id, flat_pos(f, at), "%.*s",
	    STR_ARG(quote(c->a, words_around(f->text, at))));
}

/* The word (no blanks) around an offset. */
static struct str
word_at(struct str s, size_t at)
{
	size_t from = at, to = at;

	while (from > 0 && at - from < WORD && s.p[from - 1] != ' ')
		from--;
	while (to < s.n && to - at < WORD && s.p[to] != ' ')
		to++;
	return str_sub(s, from, to);
}

/* An address of the web or of a person, a path, a file. */
static bool
is_address(struct str word)
{
	static const char *const signs[] = { "@", "://", "www.", "/", "\\",
		"_", "=" };

	for (size_t i = 0; i < COUNT(signs); i++)
		if (str_find(word, str_of(signs[i]), 0) < word.n)
			return true;
	return false;
}

/* A blank at `at`, a sign behind it: " ," but not " ..." or " .5" or " :)". */
static bool
is_space_before(struct str s, size_t at)
{
	char sign = at + 1 < s.n ? s.p[at + 1] : '\0';
	uint32_t after = utf8_at(s, at + 2);

	if (sign == '\0' || strchr(",.;:?!", sign) == NULL || at == 0)
		return false;
	return after == 0 || after == ' ' ||
	    (sign == ',' && viet_is_letter(after));
}

/* The letters directly before offset at. */
static unsigned
letters_before(struct str s, size_t at)
{
	unsigned n = 0;

	while (at > 0 && viet_is_letter(utf8_before(s, at))) {
		do
			at--;
		while (at > 0 && ((unsigned char)s.p[at] & 0xC0) == 0x80);
		n++;
	}
	return n;
}

/*
 * A sign at `at` with a letter directly behind it.  A full stop counts only
 * between a small letter that ends a word of three and a capital: "xong.Tiếp",
 * not "TP.HCM", "v.v", "Tp.Hải Phòng".
 */
static bool
is_space_missing(struct str s, size_t at)
{
	char sign = s.p[at];
	uint32_t before = utf8_before(s, at), after = utf8_at(s, at + 1);

	if (strchr(",.;:?!", sign) == NULL || !viet_is_letter(after) ||
	    is_address(word_at(s, at)))
		return false;
	if (sign == '.')
		return viet_is_lower(before) && viet_is_upper(after) &&
		    letters_before(s, at) >= 3;
	return viet_is_letter(before) || before == ')' ||
	    before == CURLY_CLOSE || (sign != ':' && is_digit((char)before));
}

/* A blank behind an opening sign or before a closing one. */
static bool
is_space_inside(struct str s, size_t at)
{
	uint32_t before = utf8_before(s, at), after = utf8_at(s, at + 1);

	if (at == 0 || after == 0)
		return false;
	return before == '(' || before == '[' || before == CURLY_OPEN ||
	    after == ')' || after == ']' || after == CURLY_CLOSE;
}

/*
 * The same for straight quotation marks, which open and close by turns; a curly
 * one takes its turn too.  An odd number of them says nothing.
 */
static void
check_straight(struct check *c, const struct flat *f)
{
	struct str s = f->text;
	bool open = false;
	size_t i = 0, at, n = 0;

	while (i < s.n) {
		uint32_t ch = utf8_next(s, &i);

		n += ch == '"' || ch == CURLY_OPEN || ch == CURLY_CLOSE;
	}
	for (i = 0; n % 2 == 0 && i < s.n;) {
		at = i;
		uint32_t ch = utf8_next(s, &i);

		if (ch == CURLY_OPEN || ch == CURLY_CLOSE)
			open = ch == CURLY_OPEN;
		if (ch != '"')
			continue;
		open = !open;
		if (open ? utf8_at(s, i) == ' ' :
			   utf8_before(s, at) == ' ')
			bad_space(c, DIAG_TEXT_SPACE_INSIDE, f,
			    open ? i : at - 1);
	}
}

void
check_spacing(struct check *c, const struct flat *f)
{
	struct str s = f->text;
	size_t before = c->ds->n;

	for (size_t i = 0; i < s.n && c->ds->n - before < FAULTS_MAX; i++) {
		if (s.p[i] == ' ' && is_space_inside(s, i))
			bad_space(c, DIAG_TEXT_SPACE_INSIDE, f, i);
		else if (s.p[i] == ' ' && is_space_before(s, i))
			bad_space(c, DIAG_TEXT_SPACE_BEFORE, f, i);
		else if (s.p[i] > ' ' && s.p[i] < '@' && is_space_missing(s, i))
			bad_space(c, DIAG_TEXT_SPACE_AFTER, f, i);
	}
	check_straight(c, f);
}

/* --- "điểm a khoản 2 Điều 103": K19 ------------------------------------- */

/* Is word at `at` followed by a blank and a digit?  The offset behind those. */
static size_t
cited_part(struct str s, size_t at, struct str word)
{
	size_t i = at + word.n;

	if (!str_starts(str_sub(s, at, s.n), word) || i + 1 >= s.n ||
	    s.p[i] != ' ' || !is_digit(s.p[i + 1]) ||
	    viet_is_letter(utf8_before(s, at)))
		return 0;
	for (i++; i < s.n && is_digit(s.p[i]);)
		i++;
	return i;
}

/* Does a sentence, or the text, begin at `at`? */
static bool
begins_sentence(struct str s, size_t at)
{
	struct str head = utf8_trim(str_sub(s, 0, at));

	return head.n == 0 || strchr(".?!:;-", head.p[head.n - 1]) != NULL ||
	    utf8_before(head, head.n) == CURLY_OPEN;
}

/*
 * Only the full form "khoản 2 Điều 103" is looked at: there it is certain that
 * a part of a document is meant.
 */
void
check_citation(struct check *c, const struct flat *f)
{
	struct str s = f->text, small = STR("điều"), big = STR("Điều");
	size_t at = 0, end, before = c->ds->n;

	while ((at = str_find(s, STR("hoản "), at)) < s.n &&
	    c->ds->n - before < FAULTS_MAX) {
		size_t from = at > 0 ? at - 1 : 0;
		bool capital = s.p[from] == 'K';

		at++;
		end = cited_part(s, from,
		    capital ? STR("Khoản") : STR("khoản"));
		if (end == 0 || end >= s.n || s.p[end] != ' ')
			continue;
		if (cited_part(s, end + 1, small) > 0)
			diag_add(c->ds, DIAG_TEXT_CITATION_CASE,
			    flat_pos(f, end + 1), "%.*s",
			    STR_ARG(quote(c->a, words_around(s, end + 1))));
		else if (capital && cited_part(s, end + 1, big) > 0 &&
		    !begins_sentence(s, from))
			diag_add(c->ds, DIAG_TEXT_CITATION_CASE,
			    flat_pos(f, from), "%.*s",
			    STR_ARG(quote(c->a, words_around(s, from))));
	}
}
