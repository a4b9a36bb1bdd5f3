/* date.c - calendar dates: reading, arithmetic, writing. */
#include "text/date.h"

#include "text/utf8.h"
#include "text/viet.h"

enum {
	YEAR_MAX = 9999,
	DAYS_400_YEARS = 146097,
	/* From 0000-03-01 to 1970-01-01; years are counted from March so that
	   the leap day is their last. */
	DAYS_TO_EPOCH = 719468
};

static bool
is_leap(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

bool
date_is_set(struct date d)
{
	return d.year != 0;
}

bool
date_valid(struct date d)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30,
		31 };

	if (d.year < 1 || d.year > YEAR_MAX || d.month < 1 || d.month > 12)
		return false;
	return d.day >= 1 &&
	    d.day <= days[d.month - 1] + (d.month == 2 && is_leap(d.year));
}

/* The number of from..to digits at *i, or -1. */
static int
take_number(struct str s, size_t *i, size_t from, size_t to)
{
	size_t n = 0;
	int v = 0;

	while (*i + n < s.n && s.p[*i + n] >= '0' && s.p[*i + n] <= '9') {
		if (n == to)
			return -1;
		v = v * 10 + (s.p[*i + n] - '0');
		n++;
	}
	*i += n;
	return n < from ? -1 : v;
}

static bool
take_char(struct str s, size_t *i, char c)
{
	if (*i == s.n || s.p[*i] != c)
		return false;
	(*i)++;
	return true;
}

/* The blanks at *i; were there any? */
static bool
take_blanks(struct str s, size_t *i)
{
	size_t from = *i, at;

	while (*i < s.n) {
		at = *i;
		if (!utf8_is_blank(utf8_next(s, i))) {
			*i = at;
			break;
		}
	}
	return *i > from;
}

static bool
read_iso(struct str s, struct date *d)
{
	size_t i = 0;

	d->year = take_number(s, &i, 4, 4);
	if (!take_char(s, &i, '-'))
		return false;
	d->month = take_number(s, &i, 2, 2);
	if (!take_char(s, &i, '-'))
		return false;
	d->day = take_number(s, &i, 2, 2);
	return i == s.n;
}

static bool
read_slashed(struct str s, struct date *d)
{
	size_t i = 0;

	d->day = take_number(s, &i, 1, 2);
	if (!take_char(s, &i, '/'))
		return false;
	d->month = take_number(s, &i, 1, 2);
	if (!take_char(s, &i, '/'))
		return false;
	d->year = take_number(s, &i, 4, 4);
	return i == s.n;
}

static bool
read_words(struct str s, struct date *d)
{
	size_t i = 0;

	if (!viet_take_word(s, &i, STR("ngày")) || !take_blanks(s, &i))
		return false;
	d->day = take_number(s, &i, 1, 2);
	if (!take_blanks(s, &i) || !viet_take_word(s, &i, STR("tháng")) ||
	    !take_blanks(s, &i))
		return false;
	d->month = take_number(s, &i, 1, 2);
	if (!take_blanks(s, &i) || !viet_take_word(s, &i, STR("năm")) ||
	    !take_blanks(s, &i))
		return false;
	d->year = take_number(s, &i, 4, 4);
	return i == s.n;
}

enum date_form
date_parse(struct str s, struct date *out)
{
	static const struct {
		bool (*read)(struct str, struct date *);
		enum date_form form;
	} forms[] = {
		{ read_iso, DATE_ISO },
		{ read_slashed, DATE_SLASHED },
		{ read_words, DATE_WORDS },
	};
	struct date d;

	*out = (struct date) { 0 };
	s = utf8_trim(s);
	for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
		d = (struct date) { 0 };
		if (!forms[i].read(s, &d) || !date_valid(d))
			continue;
		*out = d;
		return forms[i].form;
	}
	return DATE_NONE;
}

int64_t
date_serial(struct date d)
{
	int64_t year = d.month <= 2 ? d.year - 1 : d.year;
	int64_t era = (year >= 0 ? year : year - 399) / 400;
	int64_t of_era = year - era * 400;
	int64_t of_year = (153 * ((d.month + 9) % 12) + 2) / 5 + d.day - 1;

	return era * DAYS_400_YEARS + of_era * 365 + of_era / 4 - of_era / 100 +
	    of_year - DAYS_TO_EPOCH;
}

/* No date outside the years 1 to 9999. */
struct date
date_of_serial(int64_t days)
{
	int64_t z, era, day, year, month;
	struct date d;

	if (days < -DAYS_TO_EPOCH || days > (int64_t)YEAR_MAX * 366)
		return (struct date) { 0 };
	z = days + DAYS_TO_EPOCH;
	era = z / DAYS_400_YEARS;
	day = z % DAYS_400_YEARS;
	year = (day - day / 1460 + day / 36524 - day / 146096) / 365;
	day -= 365 * year + year / 4 - year / 100;
	month = (5 * day + 2) / 153; /* from March */
	d.day = (int)(day - (153 * month + 2) / 5 + 1);
	d.month = (int)(month < 10 ? month + 3 : month - 9);
	d.year = (int)(era * 400 + year + (d.month <= 2));
	return date_valid(d) ? d : (struct date) { 0 };
}

int
date_cmp(struct date x, struct date y)
{
	int64_t a = date_serial(x), b = date_serial(y);

	return a < b ? -1 : a > b;
}

struct str
date_day(struct arena *a, struct date d)
{
	return str_printf(a, "%02d", d.day);
}

struct str
date_month(struct arena *a, struct date d)
{
	return str_printf(a, d.month <= 2 ? "%02d" : "%d", d.month);
}

struct str
date_iso(struct arena *a, struct date d)
{
	return str_printf(a, "%04d-%02d-%02d", d.year, d.month, d.day);
}

struct str
date_short(struct arena *a, struct date d)
{
	return str_printf(a, "%02d/%02d/%04d", d.day, d.month, d.year);
}
