/*
 * clock.h - now and today in Asia/Ho_Chi_Minh (UTC+7, no daylight saving since
 * 1975), whatever the zone of the machine; SOURCE_DATE_EPOCH replaces the clock
 * (reproducible-builds.org specification).
 */
#ifndef OS_CLOCK_H
#define OS_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

/* Days since 1970-01-01 of today there. */
int64_t clock_today(void);

/* Seconds since 1970-01-01T00:00:00Z. */
int64_t clock_now(void);

/* A moment by the calendar and the clock there (+07:00). */
struct clock_time {
	int64_t day; /* since 1970-01-01 */
	int hour, minute, second;
};
struct clock_time clock_there(int64_t seconds);

enum { CLOCK_ZONE_SECONDS = 7 * 3600 };

/*
 * False if SOURCE_DATE_EPOCH is set and not a number of seconds: the program
 * should stop (the specification says so); clock_today() gives the clock's.
 */
bool clock_epoch_is_sound(void);

/* Milliseconds of a clock that only goes forward. */
int64_t clock_monotonic_ms(void);

#endif
