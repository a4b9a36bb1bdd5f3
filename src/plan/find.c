/* find.c - obligations and targets of a plan looked up; deadlines as data. */
#include "plan/plan.h"

#include "base/vec.h"
#include "text/viet.h"

const struct obligation *
plan_obligation(const struct plan *p, struct arena *a, struct str name)
{
	struct str folded = viet_fold(a, name);

	if (folded.n == 0)
		return NULL;
	for (size_t i = 0; i < p->nobligations; i++)
		if (str_eq(p->obligation[i].id, name))
			return &p->obligation[i];
	for (size_t i = 0; i < p->nobligations; i++) {
		const struct obligation *o = &p->obligation[i];

		if (str_eq(viet_fold(a, o->id), folded) ||
		    str_eq(viet_fold(a, o->name), folded))
			return o;
	}
	return NULL;
}

static bool
is_called(const struct target *t, struct arena *a, struct str folded)
{
	if (str_eq(viet_fold(a, t->id), folded) ||
	    str_eq(viet_fold(a, t->name), folded))
		return true;
	for (size_t i = 0; i < t->naliases; i++)
		if (str_eq(viet_fold(a, t->alias[i]), folded))
			return true;
	return false;
}

const struct target *
plan_target(const struct plan *p, struct arena *a, struct str name)
{
	struct str folded = viet_fold(a, name);

	if (folded.n == 0)
		return NULL;
	for (size_t i = 0; i < p->ntargets; i++)
		if (str_eq(p->target[i].id, name))
			return &p->target[i];
	for (size_t i = 0; i < p->ntargets; i++)
		if (is_called(&p->target[i], a, folded))
			return &p->target[i];
	return NULL;
}

struct str
plan_obligation_near(const struct plan *p, struct arena *a, struct str name)
{
	VEC(struct str) all = { 0 };

	for (size_t i = 0; i < p->nobligations; i++) {
		*vec_add(a, &all) = p->obligation[i].id;
		*vec_add(a, &all) = p->obligation[i].name;
	}
	return viet_near(a, name, all.v, all.n);
}

struct str
plan_target_near(const struct plan *p, struct arena *a, struct str name)
{
	VEC(struct str) all = { 0 };

	for (size_t i = 0; i < p->ntargets; i++) {
		const struct target *t = &p->target[i];

		*vec_add(a, &all) = t->id;
		*vec_add(a, &all) = t->name;
		for (size_t k = 0; k < t->naliases; k++)
			*vec_add(a, &all) = t->alias[k];
	}
	return viet_near(a, name, all.v, all.n);
}

bool
obligation_owed_by(const struct obligation *o, const struct unit *u)
{
	for (size_t i = 0; i < o->nunits; i++)
		if (o->unit[i] == u)
			return true;
	return false;
}

struct str
obligation_deadline(const struct obligation *o, struct arena *a)
{
	bool before = date_is_set(o->before);

	return str_printf(a, "%s %.*s", before ? "<" : "<=",
	    STR_ARG(date_short(a, before ? o->before : o->by)));
}
