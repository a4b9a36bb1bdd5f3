/* act.c - acts no longer in force, found in a text by symbol or by name. */
#include "text/act.h"

#include <stdio.h>

enum { YEAR_REACH = 48 }; /* bytes from a law's name to its year */

static const struct act acts[] = {
#define ACT(symbol, name, year, y, m, d, successor, sure) \
	{ symbol, name, year, { y, m, d }, successor, sure },
#include "text/act.def"
#undef ACT
};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Where the symbol stands as a whole number: not 198/2023 for 98/2023. */
static size_t
find_symbol(struct str s, const char *symbol, size_t from)
{
	struct str w = str_of(symbol);
	size_t at = from;

	while ((at = str_find(s, w, at)) < s.n) {
		if (at == 0 || !is_digit(s.p[at - 1]))
			return at;
		at++;
	}
	return s.n;
}

/* "Luật Lưu trữ ngày 11 tháng 11 năm 2011", "Luật Lưu trữ năm 2011". */
static size_t
find_name(struct str s, const struct act *a, size_t from)
{
	struct str w = str_of(a->name);
	char year[sizeof("năm 2147483647")];
	size_t at = from;

	if (w.n == 0)
		return s.n;
	(void)snprintf(year, sizeof(year), "năm %d", a->year);
	while ((at = str_find(s, w, at)) < s.n) {
		struct str behind = str_sub(s, at + w.n, at + w.n + YEAR_REACH);

		if (str_find(behind, str_of(year), 0) < behind.n)
			return at;
		at++;
	}
	return s.n;
}

const struct act *
act_expired(struct str s, struct date day, size_t *at)
{
	const struct act *found = NULL;
	size_t best = s.n, from = *at, k;

	for (size_t i = 0; i < COUNT(acts) && date_is_set(day); i++) {
		if (date_cmp(day, acts[i].ended) < 0)
			continue;
		k = find_symbol(s, acts[i].symbol, from);
		if (k == s.n)
			k = find_name(s, &acts[i], from);
		if (k < best) {
			best = k;
			found = &acts[i];
		}
	}
	*at = best;
	return found;
}
