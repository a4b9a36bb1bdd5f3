/*
 * cite.h - documents cited in running text: "Kế hoạch số 232/KH-UBND ngày 09
 * tháng 9 năm 2025 của ...", "Chỉ thị số 41-CT/TW, ngày 26/12/2024".
 */
#ifndef TEXT_CITE_H
#define TEXT_CITE_H

#include "base/str.h"
#include "text/date.h"

struct citation {
	size_t at; /* where the type begins */
	struct str type; /* "Kế hoạch" */
	bool word; /* "số" stands before the number */
	size_t symbol_at;
	struct str symbol; /* "232/KH-UBND" */
	bool comma; /* before "ngày" */
	bool dated; /* "ngày" follows */
	size_t date_at; /* where the date begins, behind "ngày " */
	struct str date; /* "9/9/2025", "09 tháng 9 năm 2025"; may be empty */
	struct date day; /* year 0: not a date of the calendar */
	size_t end; /* behind all of this */
};

/* The next citation at or behind from; false if there is none. */
bool cite_next(struct str s, size_t from, struct citation *out);

/*
 * The date at s[at], where "ngày " stands before: "9/9/2025" or "09 tháng 9 năm
 * 2025".  Its bytes, 0 if nothing of that shape is there; day->year is 0 when
 * the calendar has no such day.
 */
size_t cite_date(struct str s, size_t at, struct date *day);

#endif
