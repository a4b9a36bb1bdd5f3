/* rules_number.c - number and symbol, place and date (R17-R22, R58). */
#include "inspect/rules.h"
#include "text/date.h"
#include "text/utf8.h"
#include "text/viet.h"

enum {
	LONGEST_SUBJECT = 500,
	LONGEST_ORGAN = 200,
	LONGEST_NUMBER = 11,
	LONGEST_SYMBOL = 30,
	LONGEST_NAME = 50,
	LONGEST_POSITION = 100
};

/* "Số: 05/BC-PKT" taken apart; lengths 0 where a part is not there. */
struct numbered {
	struct str digits, symbol; /* "05", "BC-PKT" */
	struct str type, issuer; /* "BC", "PKT" */
	struct str year; /* "2025" between two slashes */
	bool sound; /* no blanks, no strange signs */
};

static struct numbered
take_apart(struct str s)
{
	struct numbered n = { .sound = true };
	size_t i = 0, slash, dash;
	struct str rest;

	if (!take_text(s, &i, "Số:")) {
		n.sound = false;
		i = str_find(s, STR(":"), 0);
		i = i < s.n ? i + 1 : sizeof("Số") - 1;
	}
	rest = str_trim(str_sub(s, i, s.n));
	slash = str_find(rest, STR("/"), 0);
	if (slash == rest.n) {
		n.sound = false;
		return n;
	}
	n.digits = str_trim(str_sub(rest, 0, slash));
	n.sound = n.sound && str_sub(rest, 0, slash).n == n.digits.n;
	rest = str_sub(rest, slash + 1, rest.n);
	if (rest.n > 5 && rest.p[4] == '/') {
		n.year = str_sub(rest, 0, 4);
		rest = str_sub(rest, 5, rest.n);
	}
	n.symbol = rest;
	dash = str_find(rest, STR("-"), 0);
	n.type = str_trim(str_sub(rest, 0, dash));
	n.issuer = dash < rest.n ? str_sub(rest, dash + 1, rest.n) : STR_NONE;
	return n;
}

/* A number not yet given: blank or dots. */
static bool
is_blank_number(struct str digits)
{
	size_t i = 0;

	while (i < digits.n) {
		uint32_t c = utf8_next(digits, &i);

		if (c != '.' && c != 0x2026 && c != '_' && !utf8_is_blank(c))
			return false;
	}
	return true;
}

static bool
is_symbol(struct str s)
{
	size_t i = 0;
	bool group = false;

	while (i < s.n) {
		uint32_t c = utf8_next(s, &i);

		if (c == '-') {
			if (!group)
				return false;
			group = false;
			continue;
		}
		if (!viet_is_letter(c) && c != '&' && c != '.' &&
		    (c < '0' || c > '9'))
			return false;
		group = true;
	}
	return group && str_find(s, STR("-"), 0) < s.n;
}

static bool
all_digits(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!is_number_char(s.p[i]))
			return false;
	return s.n > 0;
}

static size_t
number_para(const struct inspect *x)
{
	return x->f->piece[x->f->number].para;
}

void
measure_number(struct inspect *x)
{
	static const struct want want = { 26, 26, NO, NO, ANY, true };
	struct numbered n;

	if (x->f->separate) {
		rule_absent(x);
		return;
	}
	if (x->f->number == NOWHERE) {
		broken(x, DIAG_INSPECT_NUMBER, NOWHERE, "-");
		return;
	}
	check_look(x, DIAG_INSPECT_NUMBER, x->f->number, &want);
	if (x->f->issuer.n > 0 &&
	    same_column(x, x->f->number, x->f->issuer.v[0]) == WRONG)
		broken(x, DIAG_INSPECT_NUMBER, number_para(x), ">< II.2");
	x->wording = true;
	n = take_apart(x->f->piece[x->f->number].text);
	if (!n.sound || !is_symbol(n.symbol) ||
	    (!all_digits(n.digits) && !is_blank_number(n.digits)))
		broken(x, DIAG_INSPECT_NUMBER, number_para(x), "%s",
		    "Số: 05/KH-UBND");
}

void
measure_number_zero(struct inspect *x)
{
	struct numbered n;
	size_t zeros = 0;

	if (x->f->number == NOWHERE) {
		rule_absent(x);
		return;
	}
	n = take_apart(x->f->piece[x->f->number].text);
	if (!all_digits(n.digits)) {
		rule_absent(x);
		return;
	}
	while (zeros < n.digits.n && n.digits.p[zeros] == '0')
		zeros++;
	x->wording = true;
	if (n.digits.n == 1 || n.digits.n - zeros == 0 || zeros > 1 ||
	    (zeros == 1 && n.digits.n > 2))
		broken(x, DIAG_INSPECT_NUMBER_ZERO, number_para(x), "%.*s",
		    STR_ARG(n.digits));
}

void
measure_number_type(struct inspect *x)
{
	const char *want;
	struct numbered n;
	enum doctype named;

	if (x->f->number == NOWHERE || x->f->doctype == DOCTYPE_MAX) {
		rule_absent(x);
		return;
	}
	n = take_apart(x->f->piece[x->f->number].text);
	if (n.symbol.n == 0 || n.issuer.n == 0)
		return; /* R17 tells */
	want = doctypes[x->f->doctype].abbreviation;
	named = doctype_by_abbreviation(n.type);
	x->wording = true;
	if (want == NULL ? named != DOCTYPE_MAX : !str_is(n.type, want))
		broken(x, DIAG_INSPECT_NUMBER_TYPE, number_para(x), "%.*s / %s",
		    STR_ARG(n.type), want == NULL ? "-" : want);
}

void
measure_number_year(struct inspect *x)
{
	struct numbered n;

	if (x->f->number == NOWHERE) {
		rule_absent(x);
		return;
	}
	n = take_apart(x->f->piece[x->f->number].text);
	x->wording = true;
	if (all_digits(n.year))
		broken(x, DIAG_INSPECT_NUMBER_YEAR, number_para(x), "%.*s",
		    STR_ARG(n.year));
}

/* "Thái Tân, ngày": the place, and where the date begins. */
static struct str
place_of(struct str s, size_t *date)
{
	*date = str_find(s, STR("ngày"), 0);
	if (*date == s.n)
		for (*date = 0; *date < s.n && !is_number_char(s.p[*date]);)
			++*date;
	return str_trim(str_sub(s, 0, *date));
}

void
measure_place(struct inspect *x)
{
	struct str place;
	size_t date, i = 0;

	if (x->f->place_date == NOWHERE) {
		rule_absent(x);
		return;
	}
	place = place_of(x->f->piece[x->f->place_date].text, &date);
	x->wording = true;
	if (!str_ends(place, STR(",")) || place.n < 3 ||
	    !viet_is_upper(utf8_next(place, &i)))
		broken(x, DIAG_INSPECT_PLACE,
		    x->f->piece[x->f->place_date].para, "\"%.*s\"",
		    STR_ARG(place));
}

/* "     ", "...": still to be filled in by hand. */
static bool
take_blank(struct str s, size_t *i)
{
	size_t from = *i;

	while (*i < s.n && (s.p[*i] == '.' || s.p[*i] == '_'))
		++*i;
	while (take_text(s, i, "…"))
		;
	return *i > from;
}

/* One figure of the date: its number, 0 for a blank, -1 for anything else. */
static int
take_figure(struct str s, size_t *i, struct str *digits)
{
	size_t from;
	int v = 0;

	while (*i < s.n && s.p[*i] == ' ')
		++*i;
	from = *i;
	while (*i < s.n && is_number_char(s.p[*i]) && *i - from < 4)
		v = v * 10 + (s.p[(*i)++] - '0');
	*digits = str_sub(s, from, *i);
	if (digits->n == 0 && !take_blank(s, i) &&
	    !str_starts(str_sub(s, *i, s.n), STR("tháng")) &&
	    !str_starts(str_sub(s, *i, s.n), STR("năm")))
		return -1;
	while (*i < s.n && s.p[*i] == ' ')
		++*i;
	return v;
}

/* Zeros as II.4.b has them: days 1-9, months 1 and 2. */
static bool
zeros_right(struct str day, int d, struct str month, int m)
{
	bool day_right = d == 0 || (d < 10 ? day.n == 2 : day.n == 2);
	bool month_right =
	    m == 0 || (m <= 2 ? month.n == 2 : month.n == (m < 10 ? 1u : 2u));

	return day_right && month_right;
}

static bool
date_right(struct str s)
{
	struct str day, month, year;
	size_t i = 0;
	int d, m, y;

	if (!take_text(s, &i, "ngày"))
		return false;
	d = take_figure(s, &i, &day);
	if (d < 0 || !take_text(s, &i, "tháng"))
		return false;
	m = take_figure(s, &i, &month);
	if (m < 0 || !take_text(s, &i, "năm"))
		return false;
	y = take_figure(s, &i, &year);
	if (y < 0 || (year.n > 0 && year.n != 4) || i != s.n)
		return false;
	if (!zeros_right(day, d, month, m))
		return false;
	if (d > 0 && m > 0 && y > 0)
		return date_valid((struct date) { y, m, d });
	return d <= 31 && m <= 12;
}

void
measure_date(struct inspect *x)
{
	struct str s;
	size_t date;

	if (x->f->separate || x->f->doctype == DOCTYPE_BB) {
		rule_absent(x); /* biên bản has no such line */
		return;
	}
	x->wording = true;
	if (x->f->place_date == NOWHERE) {
		broken(x, DIAG_INSPECT_DATE, NOWHERE, "-");
		return;
	}
	s = x->f->piece[x->f->place_date].text;
	(void)place_of(s, &date);
	s = str_trim(str_sub(s, date, s.n));
	if (!date_right(s))
		broken(x, DIAG_INSPECT_DATE, x->f->piece[x->f->place_date].para,
		    "\"%.*s\"", STR_ARG(s));
}

static void
check_length(struct inspect *x, size_t piece, struct str s, size_t longest)
{
	size_t n = utf8_count(s);

	if (n > longest)
		broken(x, DIAG_INSPECT_FIELD_LENGTH, x->f->piece[piece].para,
		    "%zu / %zu", n, longest);
}

void
measure_field_lengths(struct inspect *x)
{
	const struct form *f = x->f;
	struct numbered n;

	x->wording = true;
	if (f->subject.n > 0)
		check_length(x, f->subject.v[0], joined(x, &f->subject),
		    LONGEST_SUBJECT);
	if (f->about != NOWHERE)
		check_length(
		    x, f->about, f->piece[f->about].text, LONGEST_SUBJECT);
	if (f->issuer.n > 0)
		check_length(
		    x, f->issuer.v[0], joined(x, &f->issuer), LONGEST_ORGAN);
	if (f->number != NOWHERE) {
		n = take_apart(f->piece[f->number].text);
		check_length(x, f->number, n.digits, LONGEST_NUMBER);
		check_length(x, f->number, n.symbol, LONGEST_SYMBOL);
	}
	if (f->name != NOWHERE)
		check_length(x, f->name, f->piece[f->name].text, LONGEST_NAME);
	if (f->authority.n > 0)
		check_length(x, f->authority.v[f->authority.n - 1],
		    f->piece[f->authority.v[f->authority.n - 1]].text,
		    LONGEST_POSITION);
}
