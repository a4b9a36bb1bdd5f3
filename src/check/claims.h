/*
 * claims.h - what sentences say of targets: names, context, claims.  Private to
 * check_claims.c and its claim_*.c.
 */
#ifndef CHECK_CLAIMS_H
#define CHECK_CLAIMS_H

#include "check/prose.h"

/* A target by one of its names. */
struct target_name {
	const struct target *target;
	struct tokens words;
	bool after_figure; /* "95% lao động có việc làm ổn định" */
};

/* A figure said of a target. */
struct claim {
	const struct target *target;
	struct amount amount;
	struct str text;
	struct pos pos;
	bool goal; /* of the plan's bound, not of the result */
};

struct claims {
	struct target_name *name;
	size_t nnames;
	VEC(struct claim) claim;
};

/* --- claim_names.c -------------------------------------------------------- */

/* Of this run, with the names of all targets. */
struct claims *claims_of(struct check *c);

/* The longest name at token i; NULL if none. */
const struct target_name *name_at(
    const struct claims *all, const struct tokens *ts, size_t i);

/* --- claim_context.c ------------------------------------------------------ */

/* Is the last year named between two tokens another than the plan's? */
bool other_year(
    const struct check *c, const struct tokens *ts, size_t from, size_t to);

/* Headings above, and the sentences that open the lists the block is in. */
bool context_allows(struct check *c, const struct node *n);

/*
 * May the words before the name or figure at i be those of a result?  Before a
 * short name fewer may stand.
 */
bool before_allows(
    const struct check *c, const struct tokens *ts, size_t i, bool is_short);

/* May the words behind a figure for t, from token i on?  Loose: only a stop. */
bool after_allows(struct check *c, const struct tokens *ts, size_t i,
    const struct target *t, bool loose);

/* A figure in the unit of t, at token i or a few words behind, as *m. */
bool same_unit_follows(struct check *c, const struct tokens *ts, size_t i,
    const struct target *t, struct amount *m);

/* "kế hoạch", "chỉ tiêu", "mục tiêu" at token i: its tokens; 0 if none. */
size_t plan_word(const struct tokens *ts, size_t i);

#endif
