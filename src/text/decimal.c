/*
 * decimal.c - exact decimals: comparing and printing.  Figures in text are
 * read in figure.c, units compared in unit.c.
 */
#include "text/decimal.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>

#include "base/buf.h"

enum { SCALE_MAX = 9 };

static const int64_t power[SCALE_MAX + 1] = { 1, 10, 100, 1000, 10000, 100000,
	1000000, 10000000, 100000000, 1000000000 };

static int
order(int64_t x, int64_t y)
{
	return x < y ? -1 : x > y;
}

/* Whole parts first, then billionths: neither can overflow.  Both parts have
   the sign of the number, because C divides towards zero. */
int
decimal_cmp(struct decimal x, struct decimal y)
{
	int d;

	assert(x.scale <= SCALE_MAX && y.scale <= SCALE_MAX);
	d = order(x.mantissa / power[x.scale], y.mantissa / power[y.scale]);
	if (d != 0)
		return d;
	return order(x.mantissa % power[x.scale] * power[SCALE_MAX - x.scale],
	    y.mantissa % power[y.scale] * power[SCALE_MAX - y.scale]);
}

bool
decimal_holds(struct decimal value, enum compare_op op, struct decimal bound)
{
	int d = decimal_cmp(value, bound);

	switch (op) {
	case OP_NONE:
		return true;
	case OP_GT:
		return d > 0;
	case OP_GE:
		return d >= 0;
	case OP_LT:
		return d < 0;
	case OP_LE:
		return d <= 0;
	case OP_EQ:
		return d == 0;
	}
	assert(!"compare_op");
	return false;
}

static bool
times_ten(int64_t *m)
{
	if (*m > INT64_MAX / 10 || *m < INT64_MIN / 10)
		return false;
	*m *= 10;
	return true;
}

bool
decimal_shift(struct decimal *d, int n)
{
	for (; n > 0 && d->scale > 0; n--)
		d->scale--;
	for (; n > 0; n--)
		if (!times_ten(&d->mantissa))
			return false;
	for (; n < 0; n++)
		if (++d->scale > SCALE_MAX)
			return false;
	return true;
}

bool
decimal_add(struct decimal x, struct decimal y, struct decimal *sum)
{
	while (x.scale != y.scale) {
		struct decimal *less = x.scale < y.scale ? &x : &y;

		if (!times_ten(&less->mantissa))
			return false;
		less->scale++;
	}
	if ((y.mantissa > 0 && x.mantissa > INT64_MAX - y.mantissa) ||
	    (y.mantissa < 0 && x.mantissa < INT64_MIN - y.mantissa))
		return false;
	*sum = (struct decimal) { x.mantissa + y.mantissa, x.scale };
	return true;
}

bool
decimal_percent(struct decimal part, struct decimal whole, unsigned scale,
    struct decimal *out)
{
	int64_t up = part.mantissa, down = whole.mantissa;
	int powers = 2 + (int)scale + (int)whole.scale - (int)part.scale;

	if (up < 0 || down <= 0 || scale > SCALE_MAX)
		return false;
	for (; powers > 0; powers--)
		if (!times_ten(&up))
			return false;
	for (; powers < 0; powers++)
		if (!times_ten(&down))
			return false;
	*out = (struct decimal) { up / down, scale };
	if (up % down >= down - up % down)
		out->mantissa++;
	return true;
}

struct decimal
decimal_round(struct decimal d, unsigned scale)
{
	int64_t rest;

	if (d.scale <= scale)
		return d;
	rest = d.mantissa % power[d.scale - scale];
	d.mantissa /= power[d.scale - scale];
	if (rest >= power[d.scale - scale] / 2)
		d.mantissa++;
	else if (-rest >= power[d.scale - scale] / 2)
		d.mantissa--;
	d.scale = scale;
	return d;
}

struct str
decimal_print(struct arena *a, struct decimal d)
{
	uint64_t magnitude =
	    d.mantissa < 0 ? 0 - (uint64_t)d.mantissa : (uint64_t)d.mantissa;
	struct buf out = { .arena = a };
	uint64_t unit;
	char digits[24];
	int n;

	assert(d.scale <= SCALE_MAX);
	unit = (uint64_t)power[d.scale];
	n = snprintf(digits, sizeof(digits), "%" PRIu64, magnitude / unit);
	if (d.mantissa < 0)
		buf_addc(&out, '-');
	for (int i = 0; i < n; i++) {
		if (i > 0 && (n - i) % 3 == 0)
			buf_addc(&out, '.');
		buf_addc(&out, digits[i]);
	}
	if (d.scale > 0)
		buf_printf(&out, ",%0*" PRIu64, (int)d.scale, magnitude % unit);
	return buf_str(&out);
}

static const char *const signs[] = {
	[OP_NONE] = "",
	[OP_GT] = ">",
	[OP_GE] = ">=",
	[OP_LT] = "<",
	[OP_LE] = "<=",
	[OP_EQ] = "=",
};

enum compare_op
compare_op_parse(struct str s)
{
	for (size_t i = OP_GT; i < sizeof(signs) / sizeof(signs[0]); i++)
		if (str_is(s, signs[i]))
			return (enum compare_op)i;
	return OP_NONE;
}

const char *
compare_op_sign(enum compare_op op)
{
	return signs[op];
}
