/* plan.c - the plan file read: head, period, targets and topics. */
#include "plan/plan.h"

#include <string.h>

#include "base/vec.h"
#include "plan/obligation.h"
#include "plan/value.h"
#include "text/viet.h"

/* clang-format off */
static const struct xrule rules[] = {
	{ "plan",       "version! id! number! symbol! date! issuer! subject!",
	  "period! target award topic obligation+", false },
	{ "period",     "from! to!", "", false },
	{ "target",     "id! name! unit op! value! note combine", "alias", false },
	{ "award",      "", "", true },
	{ "topic",      "id! kind! name!", "alias", false },
	{ "obligation", "id! name! type! before by to subject! sums-up "
	  "copies",
	  "unit+ section+ report addressee recipient", false },
	{ "unit",       "ref!", "", false },
	{ "section",    "id! title! min-words max-words required",
	  "alias mention", false },
	{ "mention",    "topic!", "", false },
	{ "report",     "target!", "", false },
	{ "alias",      "", "", true },
	{ "addressee",  "", "", true },
	{ "recipient",  "purpose", "", true },
};
/* clang-format on */

static const struct value_ids ids = {
	.version = DIAG_PLANFILE_VERSION_UNKNOWN,
	.empty = DIAG_PLANFILE_VALUE_EMPTY,
	.id_invalid = DIAG_PLANFILE_ID_INVALID,
	.id_repeated = DIAG_PLANFILE_ID_REPEATED,
	.name_repeated = DIAG_PLANFILE_NAME_REPEATED,
	.symbol = DIAG_PLANFILE_SYMBOL_BLANK,
	.too_many = DIAG_PLANFILE_TOO_MANY,
};

/* Only the ISO form: the files are for programs too. */
struct date
read_date(struct plan_reading *pr, const struct xelem *e, const char *attr)
{
	enum { ISO_LENGTH = 10 };
	struct str s = xml_attr(e, attr);
	struct date d = { 0 };

	if (s.p == NULL)
		return d;
	if (s.n == ISO_LENGTH && date_parse(s, &d) == DATE_ISO)
		return d;
	diag_add(pr->rd.ds, DIAG_PLANFILE_DATE_INVALID, xml_attr_pos(e, attr),
	    "\"%.*s\"", STR_ARG(s));
	return (struct date) { 0 };
}

const struct unit *
read_unit_ref(struct plan_reading *pr, const struct xelem *e, const char *attr)
{
	struct str id = value_text(&pr->rd, e, attr);
	const struct office *o = pr->office;

	for (size_t i = 0; i < o->nunits; i++)
		if (str_eq(o->unit[i].id, id))
			return &o->unit[i];
	if (id.n == 0)
		return NULL;
	diag_add(pr->rd.ds, DIAG_PLANFILE_UNIT_UNKNOWN, xml_attr_pos(e, attr),
	    "\"%.*s\"", STR_ARG(id));
	diag_near(pr->rd.ds, office_near(o, pr->rd.a, id));
	return NULL;
}

static void
read_period(struct plan_reading *pr, const struct xelem *root)
{
	const struct xelem *e = xml_child(root, "period");
	struct plan *p = pr->plan;

	if (e == NULL)
		return;
	p->from = read_date(pr, e, "from");
	p->to = read_date(pr, e, "to");
	if (date_is_set(p->from) && date_is_set(p->to) &&
	    date_cmp(p->from, p->to) > 0)
		diag_add(pr->rd.ds, DIAG_PLANFILE_PERIOD_REVERSED,
		    xml_attr_pos(e, "to"), "%.*s > %.*s",
		    STR_ARG(date_short(pr->rd.a, p->from)),
		    STR_ARG(date_short(pr->rd.a, p->to)));
}

static struct str
read_number(struct plan_reading *pr, const struct xelem *e)
{
	struct str s = value_text(&pr->rd, e, "number");

	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] < '0' || s.p[i] > '9') {
			diag_add(pr->rd.ds, DIAG_PLANFILE_NUMBER_INVALID,
			    xml_attr_pos(e, "number"), "\"%.*s\"", STR_ARG(s));
			break;
		}
	return s;
}

/* Nothing but a number: unit and comparison are attributes of their own. */
static bool
is_bare(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (strchr("0123456789.,-", s.p[i]) == NULL)
			return false;
	return true;
}

static struct decimal
read_value(struct plan_reading *pr, const struct xelem *e)
{
	struct str s = value_text(&pr->rd, e, "value");
	struct figure f = { 0 };

	if (s.n == 0)
		return f.value;
	if (!is_bare(s) || figure_parse(pr->rd.a, s, &f) != FIGURE_OK)
		diag_add(pr->rd.ds, DIAG_PLANFILE_FIGURE_INVALID,
		    xml_attr_pos(e, "value"), "\"%.*s\"", STR_ARG(s));
	return f.value;
}

static enum compare_op
read_op(struct plan_reading *pr, const struct xelem *e)
{
	struct str s = xml_attr(e, "op");
	enum compare_op op = compare_op_parse(s);

	if (op == OP_NONE && s.p != NULL)
		diag_add(pr->rd.ds, DIAG_PLANFILE_OPERATOR_UNKNOWN,
		    xml_attr_pos(e, "op"), "\"%.*s\"", STR_ARG(s));
	return op;
}

static enum combine
read_combine(struct plan_reading *pr, const struct xelem *e)
{
	struct str s = xml_attr(e, "combine");

	if (str_is(s, "sum"))
		return COMBINE_SUM;
	if (s.p == NULL || str_is(s, "same"))
		return s.p == NULL ? COMBINE_NONE : COMBINE_SAME;
	diag_add(pr->rd.ds, DIAG_PLANFILE_CHOICE_UNKNOWN,
	    xml_attr_pos(e, "combine"), "\"%.*s\", same sum", STR_ARG(s));
	return COMBINE_NONE;
}

static void
read_targets(struct plan_reading *pr, const struct xelem *root)
{
	size_t max = value_count(&pr->rd, root, "target");
	struct plan *p = pr->plan;
	VEC(struct named) id = { 0 }, name = { 0 };

	p->target = NEW_ARRAY(pr->rd.a, max, struct target);
	for (const struct xelem *e = xml_child(root, "target");
	     e != NULL && p->ntargets < max;
	     e = xml_sibling(e->next, "target")) {
		size_t i = p->ntargets++;
		struct target *t = &p->target[i];

		t->pos = e->pos;
		t->id = value_id(&pr->rd, e);
		t->name = value_text(&pr->rd, e, "name");
		t->unit = value_optional(&pr->rd, e, "unit");
		t->note = value_optional(&pr->rd, e, "note");
		t->op = read_op(pr, e);
		t->value = read_value(pr, e);
		t->combine = read_combine(pr, e);
		t->alias = value_texts(&pr->rd, e, "alias", &t->naliases);
		*vec_add(pr->rd.a, &id) =
		    value_named(t->id, xml_attr_pos(e, "id"), i);
		*vec_add(pr->rd.a, &name) =
		    value_named(t->name, xml_attr_pos(e, "name"), i);
		for (const struct xelem *k = xml_child(e, "alias"); k != NULL;
		     k = xml_sibling(k->next, "alias"))
			*vec_add(pr->rd.a, &name) =
			    value_named(xml_text(pr->rd.a, k), k->pos, i);
	}
	value_check_ids(&pr->rd, id.v, id.n);
	value_check_names(&pr->rd, name.v, name.n);
}

static enum topic_kind
read_kind(struct plan_reading *pr, const struct xelem *e)
{
	struct str s = xml_attr(e, "kind");
	const struct str all[] = { STR("movement"), STR("resolution") };

	if (s.p != NULL && !str_eq(s, all[0]) && !str_eq(s, all[1])) {
		diag_add(pr->rd.ds, DIAG_PLANFILE_CHOICE_UNKNOWN,
		    xml_attr_pos(e, "kind"), "\"%.*s\", movement resolution",
		    STR_ARG(s));
		diag_near(pr->rd.ds, viet_near(pr->rd.a, s, all, 2));
	}
	return str_eq(s, all[1]) ? TOPIC_RESOLUTION : TOPIC_MOVEMENT;
}

/* Two topics may share an alias: speaking of it speaks of both. */
static void
read_topics(struct plan_reading *pr, const struct xelem *root)
{
	size_t max = value_count(&pr->rd, root, "topic");
	struct plan *p = pr->plan;
	struct named *id = NEW_ARRAY(pr->rd.a, max, struct named);

	p->topic = NEW_ARRAY(pr->rd.a, max, struct topic);
	for (const struct xelem *e = xml_child(root, "topic");
	     e != NULL && p->ntopics < max; e = xml_sibling(e->next, "topic")) {
		size_t i = p->ntopics++;
		struct topic *t = &p->topic[i];

		t->pos = e->pos;
		t->id = value_id(&pr->rd, e);
		t->name = value_text(&pr->rd, e, "name");
		t->kind = read_kind(pr, e);
		t->alias = value_texts(&pr->rd, e, "alias", &t->naliases);
		id[i] = value_named(t->id, xml_attr_pos(e, "id"), i);
	}
	value_check_ids(&pr->rd, id, p->ntopics);
}

/* The obligation whose reports e sums up: one of the plan, not itself. */
static void
read_sums_up(struct plan_reading *pr, const struct xelem *e,
    struct obligation *o)
{
	struct str id = xml_attr(e, "sums-up");
	const struct plan *p = pr->plan;
	VEC(struct str) all = { 0 };

	for (size_t i = 0; id.p != NULL && i < p->nobligations; i++) {
		if (&p->obligation[i] == o)
			continue;
		if (str_eq(p->obligation[i].id, id))
			o->sums_up = &p->obligation[i];
		*vec_add(pr->rd.a, &all) = p->obligation[i].id;
	}
	if (id.p == NULL || o->sums_up != NULL)
		return;
	diag_add(pr->rd.ds, DIAG_PLANFILE_OBLIGATION_UNKNOWN,
	    xml_attr_pos(e, "sums-up"), "\"%.*s\"", STR_ARG(id));
	diag_near(pr->rd.ds, viet_near(pr->rd.a, id, all.v, all.n));
}

static void
read_obligations(struct plan_reading *pr, const struct xelem *root)
{
	size_t max = value_count(&pr->rd, root, "obligation");
	struct plan *p = pr->plan;
	struct named *id = NEW_ARRAY(pr->rd.a, max, struct named);
	struct named *name = NEW_ARRAY(pr->rd.a, max, struct named);
	size_t summed = 0;

	p->obligation = NEW_ARRAY(pr->rd.a, max, struct obligation);
	for (const struct xelem *e = xml_child(root, "obligation");
	     e != NULL && p->nobligations < max;
	     e = xml_sibling(e->next, "obligation")) {
		size_t i = p->nobligations++;
		struct obligation *o = &p->obligation[i];

		obligation_read(pr, e, o);
		id[i] = value_named(o->id, xml_attr_pos(e, "id"), i);
		name[i] = value_named(o->name, xml_attr_pos(e, "name"), i);
	}
	for (const struct xelem *e = xml_child(root, "obligation");
	     e != NULL && summed < p->nobligations;
	     e = xml_sibling(e->next, "obligation"))
		read_sums_up(pr, e, &p->obligation[summed++]);
	value_check_ids(&pr->rd, id, p->nobligations);
	value_check_names(&pr->rd, name, p->nobligations);
}

const struct plan *
plan_read(struct arena *a, const struct source *src,
    const struct office *office, struct diags *ds)
{
	struct plan_reading pr = { { a, ds, &ids }, office, NULL };
	size_t before = ds->n;
	const struct xelem *root = xml_parse(a, src, ds);
	struct plan *p;

	if (root == NULL)
		return NULL;
	xml_check(a, root, rules, sizeof(rules) / sizeof(rules[0]), ds);
	if (!str_is(root->name, "plan"))
		return NULL;
	p = pr.plan = NEW(a, struct plan);
	p->path = src->path;
	value_version(&pr.rd, root);
	p->id = value_id(&pr.rd, root);
	p->number = read_number(&pr, root);
	p->symbol = value_symbol(&pr.rd, root);
	p->subject = value_text(&pr.rd, root, "subject");
	p->date = read_date(&pr, root, "date");
	p->issuer = read_unit_ref(&pr, root, "issuer");
	read_period(&pr, root);
	read_targets(&pr, root);
	p->award = value_texts(&pr.rd, root, "award", &p->nawards);
	read_topics(&pr, root);
	read_obligations(&pr, root);
	return diags_stop_after(ds, before) ? NULL : p;
}
