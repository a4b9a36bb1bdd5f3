/* follow.c - findings that only follow from another are left out. */
#include "diag/diag.h"

#include <string.h>

#include "text/viet.h"

enum relation { REL_AT, REL_IN, REL_FIELD };

/* clang-format off */
static const struct follow {
	enum relation relation;
	enum diag_id follower, cause; /* cause: not of REL_FIELD */
	const char *label, *name;
} follows[] = {
#define AT(follower, cause) \
	{ REL_AT, DIAG_##follower, DIAG_##cause, NULL, NULL },
#define IN(follower, cause) \
	{ REL_IN, DIAG_##follower, DIAG_##cause, NULL, NULL },
#define FIELD(follower, label, name) \
	{ REL_FIELD, DIAG_##follower, DIAG_MAX, label, name },
#include "diag/follow.def"
#undef AT
#undef IN
#undef FIELD
};
/* clang-format on */

static bool
same_folded(struct arena *a, struct str s, const char *name)
{
	return str_eq(viet_fold(a, s), viet_fold(a, str_of(name)));
}

/* Is d about the field of the row, which could not be read? */
static bool
spoils_field(struct arena *a, const struct diag *d, const struct follow *row)
{
	struct str field = d->id == DIAG_READ_FIELD_UNKNOWN ?
	    d->near :
	    d->where[LANG_VI];

	return (d->id == DIAG_READ_FIELD_UNKNOWN ||
		   d->id == DIAG_READ_FIELD_SHAPE) &&
	    (same_folded(a, field, row->label) ||
		same_folded(a, field, row->name));
}

/* Does part, "mục II", hold where, "mục II, đoạn 1"? */
static bool
holds(struct str part, struct str where)
{
	return part.n > 0 && str_starts(where, part) &&
	    (where.n == part.n || where.p[part.n] == ',' ||
		where.p[part.n] == '.');
}

static bool
comes_of(struct arena *a, const struct diag *d, const struct diag *cause,
    const struct follow *row)
{
	if (cause->waiver != NULL || (diag_stops(d) && !diag_stops(cause)) ||
	    d->pos.file == NULL || cause->pos.file == NULL ||
	    strcmp(d->pos.file, cause->pos.file) != 0)
		return false;
	if (row->relation == REL_FIELD)
		return spoils_field(a, cause, row);
	if (cause->id != row->cause)
		return false;
	if (row->relation == REL_IN)
		return holds(d->where[LANG_VI], cause->where[LANG_VI]);
	return d->pos.line == cause->pos.line && d->pos.col == cause->pos.col;
}

static bool
is_follower(const struct diags *ds, const struct diag *d)
{
	for (size_t i = 0; i < sizeof(follows) / sizeof(follows[0]); i++) {
		if (follows[i].follower != d->id)
			continue;
		for (size_t k = 0; k < ds->n; k++)
			if (comes_of(ds->arena, d, &ds->v[k], &follows[i]))
				return true;
	}
	return false;
}

void
diags_settle(struct diags *ds)
{
	bool *silent = NEW_ARRAY(ds->arena, ds->n, bool);
	size_t kept = 0;

	for (size_t i = 0; i < ds->n; i++)
		silent[i] = is_follower(ds, &ds->v[i]);
	for (size_t i = 0; i < ds->n; i++)
		if (!silent[i])
			ds->v[kept++] = ds->v[i];
	ds->n = kept;
}
