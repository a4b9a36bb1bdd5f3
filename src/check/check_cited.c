/*
 * check_cited.c - documents cited by number: the plan as it was issued (house
 * rule H12), others for project/ to compare with the documents themselves.
 */
#include "check/prose.h"
#include "text/cite.h"

/* "Kế hoạch số 45/KH-UBND ngày 12 tháng 9 năm 2025 của ..." */
struct cited_document {
	struct str number, symbol;
	struct date date; /* unset: not given */
	struct str issuer; /* the text behind "của", or empty */
	bool plan; /* "Kế hoạch" stands before it */
	struct pos pos; /* of the number */
};

/* Short citations of plans, judged when all full ones are known. */
struct citations {
	VEC(struct cited_document) short_one;
	VEC(struct str) known; /* numbers cited in full, of other plans */
};

/* Of a document with a plain number; one of a law has a year in it. */
static bool
cited_of(const struct flat *f, const struct citation *t,
    struct cited_document *out)
{
	size_t slash = str_find(t->symbol, STR("/"), 0);
	struct str rest = str_trim(str_sub(f->text, t->end, f->text.n));

	*out = (struct cited_document) {
		.number = str_sub(t->symbol, 0, slash),
		.symbol = str_sub(t->symbol, slash + 1, t->symbol.n),
		.date = t->day,
		.plan = str_eq(t->type, STR("Kế hoạch")),
		.pos = flat_pos(f, t->symbol_at),
	};
	if (slash + 1 >= t->symbol.n || !all_digits(out->number) ||
	    is_digit(out->symbol.p[0]))
		return false;
	if (str_starts(rest, STR("của ")))
		out->issuer = str_sub(rest, sizeof("của ") - 1, rest.n);
	return true;
}

/* --- against the plan --------------------------------------------------------
 */

static struct str
plain_number(struct str s)
{
	while (s.n > 1 && s.p[0] == '0')
		s = str_sub(s, 1, s.n);
	return s;
}

static bool
begins_with_name(struct check *c, struct str text, struct str name)
{
	struct str key = key_of(c->a, text), want = key_of(c->a, name);

	return str_starts(key, want) &&
	    (key.n == want.n || key.p[want.n] == ' ');
}

/* Is the issuer named another one than the plan's? */
static bool
other_issuer(struct check *c, const struct cited_document *x)
{
	const struct unit *u = c->plan->issuer;

	if (x->issuer.n == 0 || u == NULL)
		return false;
	if (begins_with_name(c, x->issuer, u->name))
		return false;
	for (size_t i = 0; i < u->naliases; i++)
		if (begins_with_name(c, x->issuer, u->alias[i]))
			return false;
	return true;
}

/* Two digits in the wrong order, or one of them another. */
static bool
is_slip(struct str x, struct str y)
{
	size_t differ = 0;

	if (x.n != y.n)
		return false;
	for (size_t i = 0; i < x.n; i++)
		differ += x.p[i] != y.p[i];
	return differ == 1 ||
	    (differ == 2 && x.n == 2 && x.p[0] == y.p[1] && x.p[1] == y.p[0]);
}

static void
report_cited(struct check *c, const struct cited_document *x)
{
	const struct plan *p = c->plan;
	struct arena *a = c->a;
	struct str own =
	    str_printf(a, "%.*s/%.*s", STR_ARG(p->number), STR_ARG(p->symbol));
	struct str said =
	    str_printf(a, "%.*s/%.*s", STR_ARG(x->number), STR_ARG(x->symbol));

	diag_add(c->ds, DIAG_PLAN_CITATION_DIFFERS, x->pos, "%.*s / %.*s (%s)",
	    STR_ARG(document_text(a, said, x->date)),
	    STR_ARG(document_text(a, own, p->date)), p->path);
	diag_near(c->ds, own);
}

static void
judge_cited(struct check *c, const struct cited_document *x)
{
	const struct plan *p = c->plan;
	bool number = str_eq(plain_number(x->number), plain_number(p->number));
	bool symbol = str_eq(x->symbol, p->symbol);
	bool dated = date_is_set(x->date);
	bool date = dated && date_cmp(x->date, p->date) == 0;

	if (!x->plan && !symbol)
		return;
	if (!dated) {
		if (symbol && !number && !other_issuer(c, x))
			*vec_add(c->a, &c->citations->short_one) = *x;
		return;
	}
	if (number + symbol + date == 2 && !other_issuer(c, x))
		report_cited(c, x);
	else if (number && symbol && date && other_issuer(c, x) &&
	    (begins_with_name(c, x->issuer, STR("Ủy ban nhân dân")) ||
		begins_with_name(c, x->issuer, STR("UBND"))))
		report_cited(c, x);
	else if (symbol && !number)
		*vec_add(c->a, &c->citations->known) = plain_number(x->number);
}

void
collect_cited(struct check *c, const struct flat *f)
{
	struct cited_document x;
	struct citation t;
	struct str name;

	if (c->citations == NULL)
		c->citations = NEW(c->a, struct citations);
	for (size_t at = 0; cite_next(f->text, at, &t); at = t.end) {
		if (!cited_of(f, &t, &x))
			continue;
		judge_cited(c, &x);
		name = str_printf(c->a, "%.*s/%.*s",
		    STR_ARG(plain_number(x.number)), STR_ARG(x.symbol));
		add_fact(c, FACT_CITED, name,
		    date_is_set(x.date) ? date_iso(c->a, x.date) : STR_NONE,
		    document_text(c->a, name, x.date), x.pos);
	}
}

/* A short citation of nothing that is cited in full, with a slip in it. */
void
check_cited(struct check *c)
{
	const struct citations *all = c->citations;

	for (size_t i = 0; all != NULL && i < all->short_one.n; i++) {
		const struct cited_document *x = &all->short_one.v[i];
		struct str number = plain_number(x->number);
		bool known = false;

		for (size_t k = 0; k < all->known.n; k++)
			known = known || str_eq(all->known.v[k], number);
		if (!known && is_slip(number, plain_number(c->plan->number)))
			report_cited(c, x);
	}
}

/* The same in what the header holds: căn cứ, the subject. */
void
collect_cited_header(struct check *c)
{
	static const enum field fields_of[] = { FIELD_BASES, FIELD_SUBJECT };

	for (size_t i = 0; i < COUNT(fields_of); i++) {
		const struct value_list *list = &c->doc->field[fields_of[i]];

		for (size_t k = 0; k < list->n; k++) {
			struct flat_part part = { 0, list->v[k].pos };
			struct flat f = { c->doc->root, list->v[k].text, &part,
				1, false };

			collect_cited(c, &f);
		}
	}
}
