/*
 * agree.c - what the reports of a campaign say of each other: a number used
 * twice, a document cited with another date than it carries, figures that
 * differ or do not add up, a person proposed twice.
 */
#include "project/agree.h"

#include "check/fact.h"

struct campaign {
	const struct project *project;
	struct result *r;
	size_t n;
	struct arena *a;
};

/* The next fact of that kind behind *at, which starts at 0; NULL: no more. */
static const struct fact *
next_fact(const struct result *r, enum fact_kind kind, size_t *at)
{
	while (*at < r->nfacts) {
		const struct fact *f = &r->fact[(*at)++];

		if (f->kind == kind)
			return f;
	}
	return NULL;
}

static const struct fact *
fact_of(const struct result *r, enum fact_kind kind, struct str key)
{
	const struct fact *f;
	size_t at = 0;

	while ((f = next_fact(r, kind, &at)) != NULL)
		if (str_eq(f->key, key))
			return f;
	return NULL;
}

static struct str
place(struct arena *a, const struct fact *f)
{
	return str_printf(a, "%s:%u", f->pos.file, f->pos.line);
}

static void
tell(struct campaign *c, size_t i, enum diag_id id, const struct fact *here,
    const struct fact *there)
{
	struct result *r = &c->r[i];

	diag_add(r->diags, id, here->pos, "%.*s / %.*s (%.*s)",
	    STR_ARG(here->text), STR_ARG(there->text),
	    STR_ARG(place(c->a, there)));
	if (diag_rules[id].level == LEVEL_ERROR && r->outcome == DONE) {
		r->outcome = REJECTED;
		r->docx = r->pdf = r->metadata = STR_NONE;
	}
}

/* One issuer gives a number once a year (Điều 15). */
static void
compare_numbers(struct campaign *c, size_t i, size_t k)
{
	const struct result *x = &c->r[i], *y = &c->r[k];
	const struct fact *f, *g;
	size_t at = 0;

	f = next_fact(x, FACT_NUMBER, &at);
	if (x->obligation.n > 0 && str_eq(x->obligation, y->obligation))
		return; /* told already: one duty answered twice */
	if (f == NULL || !str_eq(x->unit, y->unit) ||
	    x->date.year != y->date.year)
		return;
	g = fact_of(y, FACT_NUMBER, f->key);
	if (g != NULL)
		tell(c, i, DIAG_PROJECT_NUMBER_DUPLICATE, f, g);
}

/* x cites y: with the date that y carries? */
static void
compare_citations(struct campaign *c, size_t i, size_t k)
{
	const struct plan *p = c->project->plan;
	const struct fact *f, *g;
	struct str own = str_printf(
	    c->a, "%.*s/%.*s", STR_ARG(p->number), STR_ARG(p->symbol));
	size_t at = 0;

	while ((f = next_fact(&c->r[i], FACT_CITED, &at)) != NULL) {
		g = fact_of(&c->r[k], FACT_NUMBER, f->key);
		if (g != NULL && f->value.n > 0 && g->value.n > 0 &&
		    !str_eq(f->value, g->value) && !str_eq(f->key, own))
			tell(c, i, DIAG_PROJECT_CITATION_DIFFERS, f, g);
	}
}

/* x says how many are proposed, and refers to y for the list. */
static void
compare_counts(struct campaign *c, size_t i, size_t k)
{
	const struct result *x = &c->r[i], *y = &c->r[k];
	const struct fact *number, *said, *listed;
	size_t at = 0;

	number = next_fact(y, FACT_NUMBER, &at);
	if (number == NULL || fact_of(x, FACT_CITED, number->key) == NULL)
		return;
	at = 0;
	while ((said = next_fact(x, FACT_PROPOSED, &at)) != NULL) {
		listed = fact_of(y, FACT_LISTED, said->key);
		if (listed != NULL &&
		    fact_of(x, FACT_LISTED, said->key) == NULL &&
		    !str_eq(said->value, listed->value))
			tell(c, i, DIAG_PROJECT_AWARD_DIFFERS, said, listed);
	}
}

/* Two units propose the same person in answer to the same obligation. */
static void
compare_people(struct campaign *c, size_t i, size_t k)
{
	const struct result *x = &c->r[i], *y = &c->r[k];
	const struct fact *f, *g;
	size_t at = 0;

	if (!str_eq(x->obligation, y->obligation) || x->obligation.n == 0 ||
	    str_eq(x->unit, y->unit))
		return;
	while ((f = next_fact(x, FACT_PERSON, &at)) != NULL) {
		g = fact_of(y, FACT_PERSON, f->key);
		if (g != NULL)
			tell(c, i, DIAG_PROJECT_AWARD_TWICE, f, g);
	}
}

static enum combine
combine_of(const struct campaign *c, struct str id)
{
	const struct plan *p = c->project->plan;

	for (size_t i = 0; i < p->ntargets; i++)
		if (str_eq(p->target[i].id, id))
			return p->target[i].combine;
	return COMBINE_NONE;
}

/* A figure of the whole commune is one in every report; a unit's own is one in
   all of its reports. */
static void
compare_figures(struct campaign *c, size_t i, size_t k)
{
	const struct result *x = &c->r[i], *y = &c->r[k];
	const struct fact *f, *g;
	size_t at = 0;

	if (x->obligation.n == 0 || y->obligation.n == 0)
		return;
	while ((f = next_fact(x, FACT_FIGURE, &at)) != NULL) {
		if (combine_of(c, f->key) != COMBINE_SAME &&
		    !str_eq(x->unit, y->unit))
			continue;
		g = fact_of(y, FACT_FIGURE, f->key);
		if (g != NULL && !str_eq(f->value, g->value))
			tell(c, i, DIAG_PROJECT_FIGURE_DIFFERS, f, g);
	}
}

static const struct obligation *
obligation_of(const struct campaign *c, const struct result *r)
{
	const struct plan *p = c->project->plan;

	for (size_t i = 0; i < p->nobligations; i++)
		if (str_eq(p->obligation[i].id, r->obligation))
			return &p->obligation[i];
	return NULL;
}

/* The sum of a target over the reports that answer o; false if one that was
   accepted does not give it. */
static bool
sum_of(const struct campaign *c, const struct obligation *o, struct str id,
    struct decimal *sum, size_t *reports)
{
	*sum = (struct decimal) { 0 };
	*reports = 0;
	for (size_t i = 0; i < c->n; i++) {
		const struct fact *f;
		struct figure figure;

		if (!str_eq(c->r[i].obligation, o->id))
			continue;
		f = fact_of(&c->r[i], FACT_FIGURE, id);
		if (f == NULL ||
		    figure_parse(c->a, f->value, &figure) != FIGURE_OK ||
		    !decimal_add(*sum, figure.value, sum))
			return false;
		(*reports)++;
	}
	return *reports > 0;
}

/* What sums up the reports of the units is their sum. */
static void
check_sums(struct campaign *c, size_t i)
{
	const struct obligation *o = obligation_of(c, &c->r[i]);
	const struct fact *f;
	struct figure said;
	struct decimal sum;
	size_t at = 0, reports;

	if (o == NULL || o->sums_up == NULL)
		return;
	while ((f = next_fact(&c->r[i], FACT_FIGURE, &at)) != NULL) {
		if (combine_of(c, f->key) != COMBINE_SUM ||
		    !sum_of(c, o->sums_up, f->key, &sum, &reports) ||
		    figure_parse(c->a, f->value, &said) != FIGURE_OK ||
		    decimal_cmp(said.value, sum) == 0)
			continue;
		diag_add(c->r[i].diags, DIAG_PROJECT_SUM_DIFFERS, f->pos,
		    "%.*s / %.*s (%zu)", STR_ARG(f->text),
		    STR_ARG(decimal_print(c->a, sum)), reports);
		diag_near(c->r[i].diags, decimal_print(c->a, sum));
	}
}

void
agree_check(
    const struct project *p, struct result *r, size_t n, struct arena *a)
{
	struct campaign c = { p, r, n, a };

	for (size_t i = 0; i < n; i++) {
		for (size_t k = 0; k < n; k++) {
			if (k < i) {
				compare_numbers(&c, i, k);
				compare_people(&c, i, k);
				compare_figures(&c, i, k);
			}
			if (k != i) {
				compare_citations(&c, i, k);
				compare_counts(&c, i, k);
			}
		}
		check_sums(&c, i);
	}
}
