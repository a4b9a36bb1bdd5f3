/* obligation.h - the reader of obligations, for plan.c. */
#ifndef PLAN_OBLIGATION_H
#define PLAN_OBLIGATION_H

#include "plan/plan.h"
#include "plan/value.h"

/* A plan on its way: targets, topics and period are read already. */
struct plan_reading {
	struct reading rd;
	const struct office *office;
	struct plan *plan;
};

/* The date in that attribute; not set after a finding, or without it. */
struct date read_date(
    struct plan_reading *pr, const struct xelem *e, const char *attr);

/* The unit whose id stands in that attribute; NULL after a finding. */
const struct unit *read_unit_ref(
    struct plan_reading *pr, const struct xelem *e, const char *attr);

void obligation_read(
    struct plan_reading *pr, const struct xelem *e, struct obligation *o);

#endif
