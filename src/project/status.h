/*
 * status.h - who has reported what: units by obligations, as of a day.
 */
#ifndef PROJECT_STATUS_H
#define PROJECT_STATUS_H

#include "project/run.h"

enum duty_state {
	DUTY_DONE,     /* accepted, dated and received in time */
	DUTY_LATE,     /* accepted, dated or received after the last good day */
	DUTY_MISSING,  /* no report, or one of after the day asked for */
	DUTY_REJECTED, /* there is a report, with errors */
	DUTY_MAX
};

/* One unit's duty to answer one obligation. */
struct duty {
	const struct obligation *obligation;
	const struct unit *unit;
	enum duty_state state;
	int64_t days_left; /* to the last good day; negative: overdue by */
	const struct report_file *file; /* NULL: none */
	struct date date, received;     /* of the report; may be unset */
};

struct status {
	struct date as_of;
	struct duty *v; /* by obligation, then unit, in plan order */
	size_t n;
	size_t count[DUTY_MAX];
};

/*
 * Check all reports as a build would (fs: some findings come from the layout)
 * and fill in the status; findings go to ds.
 */
bool status_make(const struct project *p, const struct font_set *fs,
    struct date as_of, unsigned jobs, struct arena *a, struct diags *ds,
    struct status *st, struct err *err);

/* Nothing is missing and nothing rejected. */
bool status_complete(const struct status *st);

void status_print(const struct status *st, enum lang lang, bool color,
    struct buf *out);
void status_json(const struct status *st, struct buf *out);

#endif
