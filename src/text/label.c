/*
 * label.c - numbers of parts at the beginning of a line.  A line that only
 * looks like one (1.200 hộ, V.I. Lenin, Điều 5 Nghị định ..., e-mail) has none.
 * Roman numbers are in roman.c.
 */
#include "text/label.h"

#include <assert.h>
#include <stdint.h>

#include "base/buf.h"
#include "text/utf8.h"
#include "text/viet.h"

enum {
	ROMAN_MAX = 99, /* as a label; "CD." and "MIX." are words */
	NUMBER_DIGITS = 3,
	PART_DIGITS = 2, /* of 1.1.; three are a group of a figure */
	DEPTH_MAX = 5, /* parts of 1.1.1.1.1. */
	D_STROKE = 0x111,
	EN_DASH = 0x2013,
	EM_DASH = 0x2014
};

static const uint32_t diem[LABEL_DIEM_MAX] = { 'a', 'b', 'c', 'd', D_STROKE,
	'e', 'g', 'h', 'i', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't',
	'u', 'v', 'x', 'y' };

/* Letters that people number with although the decree leaves them out. */
static const uint32_t not_diem[] = { 'f', 'j', 'w', 'z', 0x103, 0xe2, 0xea,
	0xf4, 0x1a1, 0x1b0 };

/* Signs that word processors put before items. */
static const uint32_t bullets[] = { EN_DASH, EM_DASH, '*', 0x2022, 0xb7, 0x25cf,
	0x25cb, 0x25aa, 0x25ab, 0x25a0, 0x2212 };

static const struct {
	const char *lower;
	struct str decree; /* its writing in the decree */
	enum label_kind kind;
} words[] = {
	{ "phần", { "Phần", sizeof("Phần") - 1 }, LABEL_PHAN },
	{ "chương", { "Chương", sizeof("Chương") - 1 }, LABEL_CHUONG },
	{ "điều", { "Điều", sizeof("Điều") - 1 }, LABEL_DIEU },
};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static const struct label none = { .kind = LABEL_NONE };

/* The character at i, 0 at the end. */
static uint32_t
peek(struct str s, size_t i)
{
	return i < s.n ? utf8_next(s, &i) : 0;
}

static bool
is_digit(uint32_t c)
{
	return c >= '0' && c <= '9';
}

static bool
ends_word(uint32_t c)
{
	return c == 0 || utf8_is_blank(c);
}

static size_t
skip_blanks(struct str s, size_t i)
{
	size_t at = i;

	while (at < s.n && utf8_is_blank(utf8_next(s, &at)))
		i = at;
	return i;
}

/* At most max digits at *i, no zero first; 0 if that is not there. */
static unsigned
take_number(struct str s, size_t *i, unsigned max)
{
	unsigned v = 0, n = 0;

	for (; is_digit(peek(s, *i + n)) && n <= max; n++)
		v = v * 10 + (peek(s, *i + n) - '0');
	if (n == 0 || n > max)
		return 0;
	*i += n;
	return v;
}

/* The Roman number in capitals at *i; 0 if that is not there. */
static unsigned
take_roman(struct str s, size_t *i)
{
	size_t n = 0;
	unsigned v;

	while (*i + n < s.n && s.p[*i + n] >= 'A' && s.p[*i + n] <= 'Z')
		n++;
	v = roman_parse(str_sub(s, *i, *i + n));
	if (v > ROMAN_MAX)
		return 0;
	*i += n;
	return v;
}

/* A label of `end` bytes; the blanks behind it are added here. */
static struct label
make(struct str s, enum label_kind kind, unsigned number, bool well, size_t end)
{
	return (struct label) { .kind = kind,
		.number = number,
		.well_formed = well,
		.length = skip_blanks(s, end) };
}

/* Behind a typed label without a blank: a word ("1.Thời gian"), not initials
   or a mark of something else ("V.I. Lenin", "3-D"). */
static bool
word_follows(struct str s, size_t i)
{
	uint32_t c = peek(s, i);

	if (!viet_is_upper(c))
		return false;
	(void)utf8_next(s, &i);
	return viet_is_letter(peek(s, i));
}

/*
 * What parts a number from its text at i: the sign wanted is well formed when
 * a blank follows; the other signs are recognised as mistakes.  0: no label.
 */
static size_t
separator(struct str s, size_t i, char wanted, bool *well)
{
	size_t at = skip_blanks(s, i), end;
	uint32_t c = peek(s, at), after;

	if (at == s.n)
		return 0;
	end = at;
	(void)utf8_next(s, &end);
	after = peek(s, end);
	*well = false;
	if (c == '-' || c == EN_DASH || c == EM_DASH) {
		if (is_digit(peek(s, skip_blanks(s, end))))
			return 0; /* 5 - 10% */
		if (ends_word(after))
			return end;
		return is_digit(peek(s, i - 1)) && word_follows(s, end) ? end :
									  0;
	}
	if (at > i || (c != '.' && c != ')' && c != '/' && c != ':'))
		return 0;
	*well = c == (uint32_t)wanted && ends_word(after);
	if (ends_word(after))
		return end;
	return (c == '.' || c == ')') && word_follows(s, end) ? end : 0;
}

/* The number behind "Phần ", "Chương ", "Điều ". */
static struct label
parse_word_number(struct str s, size_t i, enum label_kind kind, bool well)
{
	bool roman = kind != LABEL_DIEU, sign_well = false;
	unsigned n = roman ? take_roman(s, &i) : 0;
	size_t end;

	if (n == 0) {
		n = take_number(s, &i, NUMBER_DIGITS);
		well = well && !roman;
	}
	if (n == 0)
		return none;
	end = separator(s, i, '.', &sign_well);
	if (end > 0)
		return make(s, kind, n, well && sign_well && !roman, end);
	if (i < s.n &&
	    (!roman || !ends_word(peek(s, i)) ||
		viet_is_lower(peek(s, skip_blanks(s, i)))))
		return none; /* running text: Điều 5 Luật ..., Phần I đã nêu */
	return make(s, kind, n, well && roman, i);
}

static struct label
parse_word(struct str s)
{
	size_t i, from;

	for (size_t w = 0; w < COUNT(words); w++) {
		i = 0;
		if (!viet_take_word(s, &i, str_of(words[w].lower)))
			continue;
		from = skip_blanks(s, i);
		if (from == i)
			return none;
		return parse_word_number(s, from, words[w].kind,
		    str_starts(s, words[w].decree) && from == i + 1 &&
			s.p[i] == ' ');
	}
	return none;
}

/* "1.1.", "1.1.1."; without its last point only before a capital, because
   "1.5 triệu" is a figure. */
static struct label
parse_decimal(struct str s)
{
	unsigned n = 0, parts = 0;
	size_t i = 0, end;
	bool well;

	while (parts < DEPTH_MAX) {
		n = take_number(s, &i, PART_DIGITS);
		if (n == 0)
			return none;
		parts++;
		if (peek(s, i) != '.' || !is_digit(peek(s, i + 1)))
			break;
		i++;
	}
	if (parts < 2)
		return none;
	end = separator(s, i, '.', &well);
	if (end > 0)
		return make(s, LABEL_DECIMAL, n, well, end);
	if (utf8_is_blank(peek(s, i)) &&
	    viet_is_upper(peek(s, skip_blanks(s, i))))
		return make(s, LABEL_DECIMAL, n, false, i);
	return none;
}

/* "1." and, as mistakes, "1)", "1-", "01." */
static struct label
parse_khoan(struct str s)
{
	bool zero = peek(s, 0) == '0', well;
	size_t i = zero ? 1 : 0, end;
	unsigned n = take_number(s, &i, NUMBER_DIGITS);

	end = n == 0 ? 0 : separator(s, i, '.', &well);
	return end == 0 ? none : make(s, LABEL_KHOAN, n, well && !zero, end);
}

/* The number of the letter c in điểm order, 0 if it has none. */
static unsigned
diem_number(uint32_t c)
{
	for (unsigned i = 0; i < LABEL_DIEM_MAX; i++)
		if (diem[i] == c)
			return i + 1;
	return 0;
}

static bool
is_label_letter(uint32_t c)
{
	for (size_t i = 0; i < COUNT(not_diem); i++)
		if (not_diem[i] == c)
			return true;
	return diem_number(c) != 0;
}

/* "a)" and, as mistakes, "a.", "a-", "f)". */
static struct label
parse_diem(struct str s)
{
	uint32_t c = peek(s, 0);
	size_t i = 0, end;
	bool well;

	if (!is_label_letter(c))
		return none;
	(void)utf8_next(s, &i);
	end = separator(s, i, ')', &well);
	if (end == 0)
		return none;
	return make(
	    s, LABEL_DIEM, diem_number(c), well && diem_number(c) != 0, end);
}

/* "I." and, as mistakes, "I-", "I)"; "A.", "B-" stand for the same level. */
static struct label
parse_muc(struct str s)
{
	size_t i = 0, letter = 0, end;
	uint32_t c = peek(s, 0);
	unsigned n;
	bool well;

	if (!viet_is_upper(c))
		return none;
	(void)utf8_next(s, &letter);
	n = take_roman(s, &i);
	if (n == 0 || (i == 1 && n > 10)) { /* C, D, L, M: letters */
		n = diem_number(viet_lower_letter(c));
		end = n == 0 ? 0 : separator(s, letter, '.', &well);
		return end == 0 ? none : make(s, LABEL_MUC, n, false, end);
	}
	end = separator(s, i, '.', &well);
	return end == 0 ? none : make(s, LABEL_MUC, n, well, end);
}

/* "-", "+" and, as mistakes, other dashes, bullets and a missing blank. */
static struct label
parse_item(struct str s)
{
	uint32_t c = peek(s, 0);
	bool plus = c == '+', well = plus || c == '-', known = well;
	size_t i = 0;

	for (size_t k = 0; k < COUNT(bullets); k++)
		known = known || bullets[k] == c;
	if (!known)
		return none;
	(void)utf8_next(s, &i);
	if (!ends_word(peek(s, i))) {
		if (!viet_is_letter(peek(s, i)))
			return none;
		well = false;
	}
	return make(s, plus ? LABEL_PLUS : LABEL_DASH, 0, well, i);
}

struct label
label_parse(struct str s)
{
	static struct label (*const parse[])(struct str) = { parse_word,
		parse_muc, parse_decimal, parse_khoan, parse_diem, parse_item };
	struct label l;

	for (size_t i = 0; i < COUNT(parse); i++) {
		l = parse[i](s);
		if (l.kind != LABEL_NONE)
			return l;
	}
	return none;
}

/* The decree has no điểm behind y; the letters begin again doubled. */
static struct str
print_diem(struct arena *a, unsigned number)
{
	struct buf out = { .arena = a };

	for (unsigned k = 0; k <= (number - 1) / LABEL_DIEM_MAX && k < 9; k++)
		utf8_put(&out, diem[(number - 1) % LABEL_DIEM_MAX]);
	buf_addc(&out, ')');
	return buf_str(&out);
}

struct str
label_print(struct arena *a, enum label_kind kind, unsigned number)
{
	assert(number > 0 || kind == LABEL_DASH || kind == LABEL_PLUS ||
	    kind == LABEL_NONE);
	switch (kind) {
	case LABEL_NONE:
		break;
	case LABEL_PHAN:
		return str_printf(a, "Phần %s", roman_print(a, number).p);
	case LABEL_CHUONG:
		return str_printf(a, "Chương %s", roman_print(a, number).p);
	case LABEL_DIEU:
		return str_printf(a, "Điều %u.", number);
	case LABEL_MUC:
		return str_printf(a, "%s.", roman_print(a, number).p);
	case LABEL_KHOAN:
	case LABEL_DECIMAL:
		return str_printf(a, "%u.", number);
	case LABEL_DIEM:
		return print_diem(a, number);
	case LABEL_DASH:
		return STR("-");
	case LABEL_PLUS:
		return STR("+");
	}
	return STR("");
}
