/* roman.c - Roman numbers, 1 to 3999. */
#include "text/label.h"

#include <string.h>

enum { ROMAN_MAX = 3999, ROMAN_ROOM = 16 /* MMMDCCCLXXXVIII and the end */ };

static const struct {
	unsigned value;
	const char *sign;
} steps[] = {
	{ 1000, "M" },
	{ 900, "CM" },
	{ 500, "D" },
	{ 400, "CD" },
	{ 100, "C" },
	{ 90, "XC" },
	{ 50, "L" },
	{ 40, "XL" },
	{ 10, "X" },
	{ 9, "IX" },
	{ 5, "V" },
	{ 4, "IV" },
	{ 1, "I" },
};

enum { STEPS = sizeof(steps) / sizeof(steps[0]) };

/* n is 1 to ROMAN_MAX. */
static struct str
write_roman(unsigned n, char out[ROMAN_ROOM])
{
	size_t used = 0, len;

	for (size_t i = 0; i < STEPS; i++)
		for (; n >= steps[i].value; n -= steps[i].value) {
			len = strlen(steps[i].sign);
			memcpy(out + used, steps[i].sign, len);
			used += len;
		}
	return (struct str) { out, used };
}

/* Add up the signs in falling order; "IXI" and "VIV" pass this too, but are
   not what is written for their sum. */
unsigned
roman_parse(struct str s)
{
	char room[ROMAN_ROOM];
	struct str sign;
	size_t used = 0;
	unsigned n = 0;

	if (s.n == 0 || s.n >= ROMAN_ROOM)
		return 0;
	for (size_t i = 0; i < STEPS; i++) {
		sign = str_of(steps[i].sign);
		while (str_starts(str_sub(s, used, s.n), sign)) {
			n += steps[i].value;
			used += sign.n;
		}
	}
	if (used < s.n || n > ROMAN_MAX)
		return 0;
	return str_eq(write_roman(n, room), s) ? n : 0;
}

struct str
roman_print(struct arena *a, unsigned n)
{
	char room[ROMAN_ROOM];

	if (n == 0 || n > ROMAN_MAX)
		return str_printf(a, "%u", n);
	return str_dup(a, write_roman(n, room));
}
