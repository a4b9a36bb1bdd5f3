/*
 * date.h - calendar dates (proleptic Gregorian), no time of day, no zone.
 */
#ifndef TEXT_DATE_H
#define TEXT_DATE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

struct date {
	int year, month, day; /* year 0: no date */
};

enum date_form {
	DATE_NONE,    /* not a date, or no such day */
	DATE_ISO,     /* 2025-12-09 */
	DATE_SLASHED, /* 9/12/2025 or 09/12/2025 */
	DATE_WORDS    /* ngày 09 tháng 12 năm 2025 */
};

/* Read all of s (trimmed) as a date. */
enum date_form date_parse(struct str s, struct date *out);

bool date_is_set(struct date d);
bool date_valid(struct date d);

/* Days since 1970-01-01, and back. */
int64_t date_serial(struct date d);
struct date date_of_serial(int64_t days);

int date_cmp(struct date x, struct date y);

/*
 * The decree's two digits (II.4.b): days 1-9 and months 1 and 2 get a zero,
 * other months none.  "09", "3".
 */
struct str date_day(struct arena *a, struct date d);
struct str date_month(struct arena *a, struct date d);

struct str date_iso(struct arena *a, struct date d);

/* "09/12/2025", for people on a terminal. */
struct str date_short(struct arena *a, struct date d);

#endif
