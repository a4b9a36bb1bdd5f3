/*
 * near.c - the name that was probably meant: Damerau-Levenshtein distance with
 * exchanges of neighbours (optimal string alignment), on folded names.
 */
#include "text/viet.h"

#include "text/utf8.h"

enum {
	NAME_MAX_LETTERS = 128, /* longer names are compared for equality */
	DISTANCE_MAX = 3
};

struct letters {
	uint32_t c[NAME_MAX_LETTERS];
	size_t n;
};

static bool
letters_of(struct str s, struct letters *l)
{
	size_t i = 0;

	for (l->n = 0; i < s.n; l->n++) {
		if (l->n == NAME_MAX_LETTERS)
			return false;
		l->c[l->n] = utf8_next(s, &i);
	}
	return true;
}

static size_t
least(size_t x, size_t y)
{
	return x < y ? x : y;
}

/* Letters added, lost, changed or exchanged between x and y. */
static size_t
distance(const struct letters *x, const struct letters *y)
{
	size_t row[3][NAME_MAX_LETTERS + 1];
	size_t *now, *up, *upup;

	for (size_t j = 0; j <= y->n; j++)
		row[0][j] = j;
	for (size_t i = 1; i <= x->n; i++) {
		now = row[i % 3];
		up = row[(i + 2) % 3];
		upup = row[(i + 1) % 3];
		now[0] = i;
		for (size_t j = 1; j <= y->n; j++) {
			now[j] = least(least(up[j], now[j - 1]) + 1,
			    up[j - 1] + (x->c[i - 1] != y->c[j - 1]));
			if (i > 1 && j > 1 && x->c[i - 1] == y->c[j - 2] &&
			    x->c[i - 2] == y->c[j - 1])
				now[j] = least(now[j], upup[j - 2] + 1);
		}
	}
	return row[x->n % 3][y->n];
}

/* Of candidates equally near the first is given. */
struct str
viet_near(
    struct arena *a, struct str name, const struct str *candidate, size_t n)
{
	struct str folded = viet_fold(a, name), other, best = STR_NONE;
	struct letters x, y;
	bool fits = letters_of(folded, &x);
	size_t bound = 0, d;

	if (folded.n == 0)
		return STR_NONE;
	if (fits)
		bound = least(DISTANCE_MAX, x.n / 3);
	for (size_t i = 0; i < n; i++) {
		other = viet_fold(a, candidate[i]);
		if (str_eq(folded, other))
			return candidate[i];
		if (!fits || bound == 0 || !letters_of(other, &y) ||
		    x.n > y.n + bound || y.n > x.n + bound)
			continue;
		d = distance(&x, &y);
		if (d <= bound) {
			best = candidate[i];
			bound = d - 1; /* only nearer ones from here on */
		}
	}
	return best;
}
