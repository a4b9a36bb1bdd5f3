/*
 * columns.c - the widths of a table's columns, in whole twips, by integers
 * only: the same table is the same everywhere.
 */
#include "layout/build.h"

/* A column's text counts for no more than this many measures. */
enum { MEASURES_MAX = 2 };

/*
 * Add total to width by weight; what rounding leaves goes where the running sum
 * crosses the next twip.
 */
static void
give_by_weight(const int64_t *weight, size_t n, int64_t total, int64_t *width)
{
	int64_t sum = 0, seen = 0, given = 0;

	for (size_t i = 0; i < n; i++)
		sum += weight[i];
	for (size_t i = 0; i < n && sum > 0; i++) {
		seen += weight[i];
		width[i] += total * seen / sum - given;
		given = total * seen / sum;
	}
}

/* The length a column's text counts for. */
static int64_t
weight_of(const struct column_need *need, int64_t measure)
{
	return need->natural < MEASURES_MAX * measure ? need->natural :
							MEASURES_MAX * measure;
}

/*
 * Columns whose whole text fits into an even part of what is left get what
 * they need, unless a long word elsewhere needs the room; weight is 0 for those
 * that are done.  Returns what is left.
 */
static int64_t
settle_short(const struct column_need *need, size_t n, int64_t left,
    int64_t *weight, int64_t *width)
{
	size_t open = n, i = 0;
	int64_t least = 0;

	for (size_t k = 0; k < n; k++)
		least += need[k].least;
	while (i < n && open > 0) {
		if (weight[i] == 0 || need[i].natural > left / (int64_t)open ||
		    left - need[i].natural < least - need[i].least) {
			i++;
			continue;
		}
		width[i] = need[i].natural;
		weight[i] = 0;
		left -= width[i];
		least -= need[i].least;
		open--;
		i = 0; /* the even part may have grown */
	}
	return left;
}

/*
 * Give out left among the open columns by weight, none less than its longest
 * word: one that would get too little is settled at that, the rest shared anew.
 */
static void
settle_long(const struct column_need *need, size_t n, int64_t left,
    int64_t *weight, int64_t *width)
{
	int64_t sum = 0;
	size_t i = 0;

	for (size_t k = 0; k < n; k++)
		sum += weight[k];
	while (i < n) {
		if (weight[i] == 0 || left * weight[i] / sum >= need[i].least) {
			i++;
			continue;
		}
		width[i] = need[i].least;
		left -= width[i];
		sum -= weight[i];
		weight[i] = 0;
		i = 0;
	}
	if (sum > 0)
		give_by_weight(weight, n, left, width);
}

/* Short columns first, then the long ones by their length. */
static void
settle(struct arena *a, const struct column_need *need, size_t n,
    int64_t measure, int64_t *width)
{
	int64_t *weight = NEW_ARRAY(a, n, int64_t);
	int64_t left;

	for (size_t i = 0; i < n; i++)
		weight[i] = weight_of(&need[i], measure);
	left = settle_short(need, n, measure, weight, width);
	settle_long(need, n, left, weight, width);
}

/*
 * As the author's shares say, but no column narrower than its longest word when
 * all of those fit, else than least.
 */
static void
settle_shares(struct arena *a, const struct column_need *need, size_t n,
    int64_t measure, bool words_fit, int64_t least, int64_t *width)
{
	struct column_need *floor = NEW_ARRAY(a, n, struct column_need);
	int64_t *weight = NEW_ARRAY(a, n, int64_t);

	for (size_t i = 0; i < n; i++) {
		floor[i].least = words_fit ? need[i].least : least;
		weight[i] = need[i].share > 0 ? need[i].share : 1;
	}
	settle_long(floor, n, measure, weight, width);
}

/* Longest words that do not fit side by side: the long ones are cut. */
static void
settle_words(struct arena *a, const struct column_need *need, size_t n,
    int64_t measure, int64_t least, int64_t *width)
{
	struct column_need *words = NEW_ARRAY(a, n, struct column_need);

	for (size_t i = 0; i < n; i++) {
		words[i].natural = need[i].least;
		words[i].least = need[i].least < least ? need[i].least : least;
	}
	settle(a, words, n, measure, width);
}

void
share_columns(struct arena *a, const struct column_need *need, size_t n,
    int64_t measure, int64_t *width)
{
	int64_t natural = 0, words = 0, shares = 0;
	int64_t least = measure / (int64_t)n;

	if (least > COLUMN_LEAST)
		least = COLUMN_LEAST;
	for (size_t i = 0; i < n; i++) {
		natural += need[i].natural;
		words += need[i].least;
		shares += need[i].share;
	}
	if (shares > 0)
		settle_shares(
		    a, need, n, measure, words <= measure, least, width);
	else if (words > measure)
		settle_words(a, need, n, measure, least, width);
	else if (natural > measure)
		settle(a, need, n, measure, width);
	else {
		int64_t *weight = NEW_ARRAY(a, n, int64_t);

		for (size_t i = 0; i < n; i++)
			weight[i] = need[i].natural;
		give_by_weight(weight, n, measure, width);
	}
}
