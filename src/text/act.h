/*
 * act.h - acts no longer in force (act.def), for whoever checks citations.
 */
#ifndef TEXT_ACT_H
#define TEXT_ACT_H

#include "base/str.h"
#include "text/date.h"

enum sureness { SURE, LIKELY };

struct act {
	const char *symbol; /* "98/2023/NĐ-CP" */
	const char *name; /* of a law, with its year; empty: none */
	int year;
	struct date ended;
	const char *successor;
	enum sureness sure;
};

/*
 * The first act cited in s at or behind *at that had ended on day; *at is where
 * it stands.  NULL if there is none, or day is not set.
 */
const struct act *act_expired(struct str s, struct date day, size_t *at);

#endif
