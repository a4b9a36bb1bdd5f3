/*
 * figure.c - one figure in Vietnamese text: words before it, the number, its
 * unit, words behind it.
 */
#include "text/decimal.h"

#include "text/utf8.h"
#include "text/viet.h"

enum { SCALE_MAX = 9, MINUS = 0x2212, EN_DASH = 0x2013, EM_DASH = 0x2014 };

/* Words that say nothing about the number. */
static const char *const fillers[] = { "dat", "la", "co", "o muc", "muc" };

/* Folded words before the number.  A number that they make vague is no value
   to be compared. */
static const struct {
	const char *words;
	enum compare_op op;
	bool vague;
} before[] = {
	{ .words = "", .op = OP_NONE },
	{ .words = "tren", .op = OP_GT },
	{ .words = "hon", .op = OP_GT },
	{ .words = "lon hon", .op = OP_GT },
	{ .words = "cao hon", .op = OP_GT },
	{ .words = "nhieu hon", .op = OP_GT },
	{ .words = "vuot", .op = OP_GT },
	{ .words = ">", .op = OP_GT },
	{ .words = "tu", .op = OP_GE },
	{ .words = "it nhat", .op = OP_GE },
	{ .words = "toi thieu", .op = OP_GE },
	{ .words = "khong duoi", .op = OP_GE },
	{ .words = "khong it hon", .op = OP_GE },
	{ .words = "khong thap hon", .op = OP_GE },
	{ .words = "khong nho hon", .op = OP_GE },
	{ .words = ">=", .op = OP_GE },
	{ .words = "\u2265", .op = OP_GE },
	{ .words = "duoi", .op = OP_LT },
	{ .words = "it hon", .op = OP_LT },
	{ .words = "thap hon", .op = OP_LT },
	{ .words = "nho hon", .op = OP_LT },
	{ .words = "<", .op = OP_LT },
	{ .words = "khong qua", .op = OP_LE },
	{ .words = "khong vuot qua", .op = OP_LE },
	{ .words = "khong tren", .op = OP_LE },
	{ .words = "khong hon", .op = OP_LE },
	{ .words = "khong lon hon", .op = OP_LE },
	{ .words = "khong cao hon", .op = OP_LE },
	{ .words = "toi da", .op = OP_LE },
	{ .words = "nhieu nhat", .op = OP_LE },
	{ .words = "<=", .op = OP_LE },
	{ .words = "\u2264", .op = OP_LE },
	{ .words = "bang", .op = OP_EQ },
	{ .words = "dung", .op = OP_EQ },
	{ .words = "=", .op = OP_EQ },
	{ .words = "khoang", .vague = true },
	{ .words = "gan", .vague = true },
	{ .words = "xap xi", .vague = true },
	{ .words = "uoc", .vague = true },
	{ .words = "uoc dat", .vague = true },
	{ .words = "tang", .vague = true },
	{ .words = "giam", .vague = true },
};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
digit_at(struct str s, size_t i)
{
	return i < s.n && is_digit(s.p[i]);
}

static size_t
run_of_digits(struct str s, size_t from)
{
	size_t i = from;

	while (digit_at(s, i))
		i++;
	return i - from;
}

/* The character that ends at offset `end`, its beginning in *at. */
static uint32_t
last_char(struct str s, size_t end, size_t *at)
{
	size_t i = end;

	while (i > 0 && ((unsigned char)s.p[--i] & 0xc0) == 0x80)
		;
	*at = i;
	return end == 0 ? 0 : utf8_next(str_sub(s, 0, end), &i);
}

/* The digits, points and commas at `from`, up to a last digit. */
static struct str
number_at(struct str s, size_t from)
{
	size_t i = from;

	while (digit_at(s, i) ||
	    (i < s.n && (s.p[i] == '.' || s.p[i] == ',') && digit_at(s, i + 1)))
		i++;
	return str_sub(s, from, i);
}

/* Is whole of the form 1200 or 1.200, the first group no zero? */
static bool
well_grouped(struct str whole)
{
	size_t i = run_of_digits(whole, 0);

	if (i == whole.n)
		return true;
	if (i > 3 || whole.p[0] == '0')
		return false;
	for (; i < whole.n; i += 4)
		if (run_of_digits(whole, i + 1) != 3)
			return false;
	return true;
}

static enum figure_status
read_number(struct str number, bool negative, struct decimal *out)
{
	size_t comma = str_find(number, STR(","), 0);
	int64_t m = 0;

	if (!well_grouped(str_sub(number, 0, comma)) ||
	    run_of_digits(number, comma + 1) + comma + 1 < number.n)
		return FIGURE_AMBIGUOUS;
	out->scale = 0;
	if (comma < number.n) {
		if (number.n - comma - 1 > SCALE_MAX)
			return FIGURE_RANGE;
		out->scale = (unsigned)(number.n - comma - 1);
	}
	for (size_t i = 0; i < number.n; i++) {
		if (!is_digit(number.p[i]))
			continue;
		if (m > (INT64_MAX - (number.p[i] - '0')) / 10)
			return FIGURE_RANGE;
		m = m * 10 + (number.p[i] - '0');
	}
	out->mantissa = negative ? -m : m;
	return FIGURE_OK;
}

/*
 * The sign directly before the digit at `at`: cut off *prefix.  A dash between
 * letters and digits ("COVID-19") or a long one is no sign.
 */
static enum figure_status
read_sign(struct str *prefix, bool *negative)
{
	size_t sign_at, at;
	uint32_t c = last_char(*prefix, prefix->n, &sign_at);

	*negative = c == '-' || c == MINUS;
	if (c == EN_DASH || c == EM_DASH)
		return FIGURE_AMBIGUOUS;
	if (!*negative && c != '+')
		return FIGURE_OK;
	c = last_char(*prefix, sign_at, &at);
	if (viet_is_letter(c))
		return FIGURE_NONE;
	*prefix = str_sub(*prefix, 0, sign_at);
	return FIGURE_OK;
}

/* words without a filler at its beginning. */
static struct str
without_filler(struct str words)
{
	struct str f;

	for (size_t i = 0; i < COUNT(fillers); i++) {
		f = str_of(fillers[i]);
		if (str_starts(words, f) &&
		    (words.n == f.n || words.p[f.n] == ' '))
			return str_trim(str_sub(words, f.n, words.n));
	}
	return words;
}

static enum figure_status
read_prefix(struct arena *a, struct str prefix, enum compare_op *op)
{
	struct str words = viet_fold(a, prefix), shorter;

	for (;;) {
		shorter = without_filler(words);
		if (shorter.n == words.n)
			break;
		words = shorter;
	}
	for (size_t i = 0; i < COUNT(before); i++) {
		if (!str_is(words, before[i].words))
			continue;
		*op = before[i].op;
		return before[i].vague ? FIGURE_AMBIGUOUS : FIGURE_OK;
	}
	return FIGURE_NONE;
}

static struct str
without_last_word(struct str s)
{
	size_t end = s.n, at;

	while (end > 0 && !utf8_is_blank(last_char(s, end, &at)))
		end = at;
	return utf8_trim(str_sub(s, 0, end));
}

/* Cut "trở lên" (and above) or "trở xuống" (and below) off *rest. */
static enum figure_status
read_suffix(struct arena *a, struct str *rest, enum compare_op *op)
{
	static const struct {
		const char *words;
		enum compare_op op;
	} behind[] = { { "tro len", OP_GE }, { "tro xuong", OP_LE } };
	struct str words = viet_fold(a, *rest), w;
	bool from = *op == OP_GE || *op == OP_NONE;

	for (size_t i = 0; i < COUNT(behind); i++) {
		w = str_of(behind[i].words);
		if (!str_ends(words, w) ||
		    (words.n > w.n && words.p[words.n - w.n - 1] != ' ' &&
			words.p[words.n - w.n - 1] != '%'))
			continue;
		if (!from && *op != behind[i].op)
			return FIGURE_AMBIGUOUS;
		*op = behind[i].op;
		*rest = without_last_word(without_last_word(*rest));
	}
	return FIGURE_OK;
}

/*
 * A second number means a range, a date, a fraction or groups parted by
 * blanks.  Digits may stand in a unit behind the m of m2 and km2 and behind a
 * slash ("ca/100 dân"), not directly behind the number.
 */
static bool
second_number(struct str unit)
{
	for (size_t i = 0; i < unit.n; i++) {
		if (!is_digit(unit.p[i]))
			continue;
		if (i > 0 && unit.p[i - 1] == 'm' && !digit_at(unit, i + 1))
			continue;
		if (i > 1 && unit.p[i - 1] == '/') {
			i += number_at(unit, i).n - 1;
			continue;
		}
		return true;
	}
	return false;
}

/* What the figure is compared with is no part of its unit. */
static struct str
without_comparison(struct str unit)
{
	size_t at = str_find(unit, STR("so với"), 0);

	return utf8_trim(str_sub(unit, 0, at));
}

/* The words that stand around the number, which is read already. */
static enum figure_status
read_around(
    struct arena *a, struct str prefix, struct str rest, struct figure *out)
{
	enum figure_status st = read_prefix(a, prefix, &out->op);
	size_t i = 0;

	if (st != FIGURE_OK)
		return st;
	st = read_suffix(a, &rest, &out->op);
	if (st != FIGURE_OK)
		return st;
	if (rest.n > 0) {
		uint32_t c = utf8_next(rest, &i);

		if (c == EN_DASH || c == EM_DASH || c == '-' || c == '.' ||
		    c == ',')
			return FIGURE_AMBIGUOUS;
	}
	out->unit = without_comparison(rest);
	return second_number(out->unit) ? FIGURE_AMBIGUOUS : FIGURE_OK;
}

enum figure_status
figure_parse(struct arena *a, struct str s, struct figure *out)
{
	struct str prefix, number, rest;
	enum figure_status sign, around, st;
	bool negative;
	size_t at = 0;

	*out = (struct figure) { .op = OP_NONE };
	s = utf8_trim(s);
	if (s.n > 0 &&
	    (s.p[s.n - 1] == '.' || s.p[s.n - 1] == ';' || s.p[s.n - 1] == ','))
		s = utf8_trim(str_sub(s, 0, s.n - 1));
	while (at < s.n && !is_digit(s.p[at]))
		at++;
	if (at == s.n)
		return FIGURE_NONE;
	prefix = str_sub(s, 0, at);
	number = number_at(s, at);
	rest = utf8_trim(str_sub(s, at + number.n, s.n));
	sign = read_sign(&prefix, &negative);
	if (sign == FIGURE_NONE)
		return sign;
	around = read_around(a, prefix, rest, out);
	if (around == FIGURE_NONE || sign != FIGURE_OK)
		return around == FIGURE_NONE ? around : sign;
	st = read_number(number, negative, &out->value);
	return st != FIGURE_OK ? st : around;
}
