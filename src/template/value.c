/*
 * value.c - attribute values: "12.7mm" to EMU and back, without fractions.
 */
#include "template/value.h"

#include <inttypes.h>

#include "base/length.h"
#include "doc/node.h"

enum {
	DECIMALS = 3,
	SCALE = 1000, /* 10 to the DECIMALS */
	NUMBER_MAX = 9999, /* of any unit: far above a page */
	SINGLE = 240
};

static const struct {
	const char *name;
	emu length;
} units[] = {
	{ "mm", EMU_PER_MM },
	{ "cm", 10 * EMU_PER_MM },
	{ "pt", EMU_PER_PT },
};

static const char *const aligns[] = {
	[ALIGN_LEFT] = "left",
	[ALIGN_CENTER] = "center",
	[ALIGN_RIGHT] = "right",
	[ALIGN_BOTH] = "both",
};

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/*
 * The decimal number s begins with, in thousandths, cut off *s.  The sign of
 * decimals is a point, as in every attribute of CSS or XSL.
 */
static bool
take_number(struct str *s, int64_t *out)
{
	bool minus = s->n > 0 && s->p[0] == '-';
	size_t i = minus ? 1 : 0, first = i;
	int64_t v = 0;
	int decimals = 0;

	for (; i < s->n && is_digit(s->p[i]); i++) {
		v = v * 10 + (s->p[i] - '0');
		if (v > NUMBER_MAX)
			return false;
	}
	if (i == first)
		return false;
	if (i + 1 < s->n && s->p[i] == '.' && is_digit(s->p[i + 1]))
		for (i++; i < s->n && is_digit(s->p[i]); i++) {
			if (++decimals > DECIMALS)
				return false;
			v = v * 10 + (s->p[i] - '0');
		}
	for (; decimals < DECIMALS; decimals++)
		v *= 10;
	*out = minus ? -v : v;
	*s = str_sub(*s, i, s->n);
	return true;
}

static bool
parse_length(struct str s, int64_t *out)
{
	int64_t number;

	if (!take_number(&s, &number))
		return false;
	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++) {
		if (!str_is(s, units[i].name))
			continue;
		if (number * units[i].length % SCALE != 0)
			return false; /* finer than any unit of OOXML */
		*out = number * units[i].length / SCALE;
		return true;
	}
	*out = 0;
	return number == 0 && s.n == 0; /* nothing needs no unit */
}

static bool
parse_size(struct str s, int64_t *out)
{
	int64_t number;

	if (!take_number(&s, &number) || !str_is(s, "pt"))
		return false;
	if (number <= 0 || number % (SCALE / 2) != 0)
		return false;
	*out = number / (SCALE / 2);
	return true;
}

static bool
parse_line(struct str s, int64_t *out)
{
	int64_t number;

	if (!take_number(&s, &number) || s.n > 0 || number <= 0)
		return false;
	*out = (number * SINGLE + SCALE / 2) / SCALE;
	return true;
}

static bool
parse_align(struct str s, int64_t *out)
{
	for (int i = ALIGN_LEFT; i <= ALIGN_BOTH; i++)
		if (str_is(s, aligns[i])) {
			*out = i;
			return true;
		}
	return false;
}

bool
value_parse(struct str s, enum value_kind kind, int64_t *out)
{
	switch (kind) {
	case VALUE_MM:
	case VALUE_PT:
		return parse_length(s, out);
	case VALUE_SIZE:
		return parse_size(s, out);
	case VALUE_LINE:
		return parse_line(s, out);
	case VALUE_SWITCH:
		*out = str_is(s, "yes");
		return *out != 0 || str_is(s, "no");
	case VALUE_ALIGN:
		return parse_align(s, out);
	}
	return false;
}

/* v/unit with at most two decimals, no zeros behind. */
static struct str
print_number(struct arena *a, int64_t v, int64_t unit)
{
	int64_t size = v < 0 ? -v : v;
	int64_t hundredths = (size * 100 + unit / 2) / unit;
	struct str s = str_printf(a, "%s%" PRId64 ".%02" PRId64,
	    v < 0 ? "-" : "", hundredths / 100, hundredths % 100);

	while (str_ends(s, STR("0")))
		s.n--;
	if (str_ends(s, STR(".")))
		s.n--;
	return s;
}

/* The number, and in *unit what stands behind it. */
static struct str
print_bare(struct arena *a, enum value_kind kind, int64_t v, const char **unit)
{
	*unit = "";
	switch (kind) {
	case VALUE_MM:
		*unit = " mm";
		return print_number(a, v, EMU_PER_MM);
	case VALUE_PT:
		*unit = " pt";
		return print_number(a, v, EMU_PER_PT);
	case VALUE_SIZE:
		*unit = " pt";
		return print_number(a, v, 2);
	case VALUE_LINE:
		return print_number(a, v, SINGLE);
	case VALUE_SWITCH:
		return v != 0 ? STR("yes") : STR("no");
	case VALUE_ALIGN:
		return str_of(aligns[v]);
	}
	return STR_NONE;
}

struct str
value_print(struct arena *a, enum value_kind kind, int64_t v)
{
	return value_print_range(a, kind, v, v);
}

struct str
value_print_range(
    struct arena *a, enum value_kind kind, int64_t min, int64_t max)
{
	const char *unit;
	struct str from = print_bare(a, kind, min, &unit);

	if (min == max)
		return str_printf(a, "%.*s%s", STR_ARG(from), unit);
	return str_printf(a, "%.*s-%.*s%s", STR_ARG(from),
	    STR_ARG(print_bare(a, kind, max, &unit)), unit);
}
