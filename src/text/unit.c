/*
 * unit.c - names of units: the same thing under several names, and powers of
 * ten between them.  A unit is parts between slashes; only the first may
 * differ by a power ("tỷ đồng/năm", "triệu đồng/năm").
 */
#include "text/decimal.h"

#include "base/buf.h"
#include "text/viet.h"

/* Folded, without points.  The longer names of one beginning stand first. */
static const struct {
	const char *word;
	int power;
} multipliers[] = {
	{ "nghin", 3 },
	{ "ngan", 3 },
	{ "trieu", 6 },
	{ "tr", 6 },
	{ "ty", 9 },
	{ "ti", 9 },
};

/* What one name stands for, in another of the table's. */
static const struct {
	const char *name, *is;
	int power;
} synonyms[] = {
	{ "phan tram", "%", 0 },
	{ "d", "dong", 0 },
	{ "vnd", "dong", 0 },
	{ "viet nam dong", "dong", 0 },
	{ "dong viet nam", "dong", 0 },
	{ "trd", "dong", 6 },
	{ "hecta", "ha", 0 },
	{ "hec ta", "ha", 0 },
	{ "m\u00b2", "m2", 0 },
	{ "met vuong", "m2", 0 },
	{ "km\u00b2", "km2", 0 },
	{ "kilomet vuong", "km2", 0 },
	{ "m\u00b3", "m3", 0 },
	{ "met khoi", "m3", 0 },
	{ "met", "m", 0 },
	{ "km", "m", 3 },
	{ "kilomet", "m", 3 },
	{ "kilogam", "kg", 0 },
	{ "yen", "kg", 1 },
	{ "ta", "kg", 2 },
	{ "tan", "kg", 3 },
};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* Cut a multiplier off the words; those alone ("triệu") leave nothing. */
static struct str
without_multiplier(struct str words, int *power)
{
	struct str w;

	for (size_t i = 0; i < COUNT(multipliers); i++) {
		w = str_of(multipliers[i].word);
		if (!str_starts(words, w) ||
		    (words.n > w.n && words.p[w.n] != ' '))
			continue;
		*power += multipliers[i].power;
		return str_trim(str_sub(words, w.n, words.n));
	}
	return words;
}

/* One part of a unit in its standard name, and its power of ten. */
static struct str
standard(struct arena *a, struct str part, int *power)
{
	struct buf plain = { .arena = a };
	struct str words, shorter;

	words = viet_fold(a, part);
	for (size_t i = 0; i < words.n; i++)
		buf_addc(&plain, words.p[i] == '.' ? ' ' : words.p[i]);
	words = viet_fold(a, buf_str(&plain)); /* runs of blanks again */
	for (;;) {
		shorter = without_multiplier(words, power);
		if (shorter.n == words.n)
			break;
		words = shorter;
	}
	for (size_t i = 0; i < COUNT(synonyms); i++)
		if (str_is(words, synonyms[i].name)) {
			*power += synonyms[i].power;
			return str_of(synonyms[i].is);
		}
	return words;
}

bool
unit_same(struct arena *a, struct str x, struct str y, int *factor10)
{
	struct str part_x, part_y;
	bool first = true, more_x, more_y;

	*factor10 = 0;
	for (;; first = false) {
		int power_x = 0, power_y = 0;

		more_x = str_split(&x, '/', &part_x);
		more_y = str_split(&y, '/', &part_y);
		if (!more_x || !more_y)
			break;
		if (!str_eq(standard(a, part_x, &power_x),
			standard(a, part_y, &power_y)))
			return false;
		if (!first && power_x != power_y)
			return false;
		*factor10 += power_x - power_y;
	}
	return more_x == more_y;
}
