/*
 * fact.h - what one report says that another may contradict: its number, the
 * documents it cites, its figures, who is proposed for an award.  Strings only,
 * so that facts cross from a worker to its parent.
 */
#ifndef CHECK_FACT_H
#define CHECK_FACT_H

#include "base/pos.h"
#include "base/str.h"

enum fact_kind {
	FACT_NUMBER, /* its own: key "21/TTr-PVHXH", value its date, ISO */
	FACT_CITED, /* another document's: the same; value may be empty */
	FACT_FIGURE, /* key a target's id, value in the target's unit */
	FACT_PERSON, /* key name and position */
	FACT_LISTED, /* key "people" or "groups", value how many in a list */
	FACT_PROPOSED, /* as a sentence says it */
	FACT_MAX
};

struct fact {
	enum fact_kind kind;
	struct str key, value;
	struct str text; /* for people */
	struct pos pos;
};

#endif
