/* clock.c - now and today in Vietnam, and time that only goes forward. */
#include "os/clock.h"

#include <stdbool.h>
#include <stdlib.h>
#include <time.h>

enum { DAY_SECONDS = 86400, EPOCH_DIGITS = 12 };

/* Decimal digits only; the variable may be set and not be a number. */
static bool
source_date_epoch(int64_t *seconds, bool *set)
{
	const char *s = getenv("SOURCE_DATE_EPOCH");
	size_t n = 0;

	*set = s != NULL && s[0] != '\0';
	if (!*set)
		return false;
	for (*seconds = 0; s[n] >= '0' && s[n] <= '9'; n++) {
		if (n == EPOCH_DIGITS)
			return false;
		*seconds = *seconds * 10 + (s[n] - '0');
	}
	return s[n] == '\0';
}

bool
clock_epoch_is_sound(void)
{
	int64_t seconds;
	bool set;

	return source_date_epoch(&seconds, &set) || !set;
}

int64_t
clock_now(void)
{
	struct timespec now;
	int64_t seconds;
	bool set;

	if (source_date_epoch(&seconds, &set))
		return seconds;
	(void)clock_gettime(CLOCK_REALTIME, &now);
	return now.tv_sec;
}

struct clock_time
clock_there(int64_t seconds)
{
	struct clock_time t;
	int rest;

	seconds += CLOCK_ZONE_SECONDS;
	/* Down, also before 1970. */
	t.day = seconds / DAY_SECONDS - (seconds % DAY_SECONDS < 0);
	rest = (int)(seconds - t.day * DAY_SECONDS);
	t.hour = rest / 3600;
	t.minute = rest / 60 % 60;
	t.second = rest % 60;
	return t;
}

int64_t
clock_today(void)
{
	return clock_there(clock_now()).day;
}

int64_t
clock_monotonic_ms(void)
{
	struct timespec now;

	(void)clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}
