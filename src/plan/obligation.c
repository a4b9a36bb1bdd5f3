/* obligation.c - one <obligation> of the plan file: who owes what, and when. */
#include "plan/obligation.h"

#include "base/vec.h"
#include "text/label.h"
#include "text/viet.h"

/* Something referred to by id; kept once. */
static bool
is_new_ref(struct plan_reading *pr, const void *const *seen, size_t n,
    const void *p, const struct xelem *e, const char *attr)
{
	struct str id = xml_attr(e, attr);

	if (p == NULL)
		return false;
	for (size_t i = 0; i < n; i++)
		if (seen[i] == p) {
			diag_add(pr->rd.ds, DIAG_PLANFILE_REFERENCE_REPEATED,
			    xml_attr_pos(e, attr), "\"%.*s\"", STR_ARG(id));
			return false;
		}
	return true;
}

static void
read_units(struct plan_reading *pr, const struct xelem *e, struct obligation *o)
{
	size_t max = value_count(&pr->rd, e, "unit");

	o->unit = NEW_ARRAY(pr->rd.a, max, const struct unit *);
	for (e = xml_child(e, "unit"); e != NULL && max-- > 0;
	     e = xml_sibling(e->next, "unit")) {
		const struct unit *u = read_unit_ref(pr, e, "ref");

		if (is_new_ref(pr, (const void *const *)o->unit, o->nunits, u,
			e, "ref"))
			o->unit[o->nunits++] = u;
	}
}

static const struct target *
target_ref(struct plan_reading *pr, const struct xelem *e)
{
	struct str id = value_text(&pr->rd, e, "target");
	const struct plan *p = pr->plan;

	for (size_t i = 0; i < p->ntargets; i++)
		if (str_eq(p->target[i].id, id))
			return &p->target[i];
	if (id.n == 0)
		return NULL;
	diag_add(pr->rd.ds, DIAG_PLANFILE_TARGET_UNKNOWN,
	    xml_attr_pos(e, "target"), "\"%.*s\"", STR_ARG(id));
	diag_near(pr->rd.ds, plan_target_near(p, pr->rd.a, id));
	return NULL;
}

static void
read_targets(
    struct plan_reading *pr, const struct xelem *e, struct obligation *o)
{
	size_t max = value_count(&pr->rd, e, "report");

	o->target = NEW_ARRAY(pr->rd.a, max, const struct target *);
	for (e = xml_child(e, "report"); e != NULL && max-- > 0;
	     e = xml_sibling(e->next, "report")) {
		const struct target *t = target_ref(pr, e);

		if (is_new_ref(pr, (const void *const *)o->target, o->ntargets,
			t, e, "target"))
			o->target[o->ntargets++] = t;
	}
}

static const struct topic *
topic_ref(struct plan_reading *pr, const struct xelem *e)
{
	struct str id = value_text(&pr->rd, e, "topic");
	const struct plan *p = pr->plan;
	VEC(struct str) all = { 0 };

	for (size_t i = 0; i < p->ntopics; i++) {
		if (str_eq(p->topic[i].id, id))
			return &p->topic[i];
		*vec_add(pr->rd.a, &all) = p->topic[i].id;
	}
	if (id.n == 0)
		return NULL;
	diag_add(pr->rd.ds, DIAG_PLANFILE_TOPIC_UNKNOWN,
	    xml_attr_pos(e, "topic"), "\"%.*s\"", STR_ARG(id));
	diag_near(pr->rd.ds, viet_near(pr->rd.a, id, all.v, all.n));
	return NULL;
}

static void
read_mentions(struct plan_reading *pr, const struct xelem *e, struct section *s)
{
	size_t max = value_count(&pr->rd, e, "mention");

	s->mention = NEW_ARRAY(pr->rd.a, max, const struct topic *);
	for (e = xml_child(e, "mention"); e != NULL && max-- > 0;
	     e = xml_sibling(e->next, "mention")) {
		const struct topic *t = topic_ref(pr, e);

		if (is_new_ref(pr, (const void *const *)s->mention,
			s->nmentions, t, e, "topic"))
			s->mention[s->nmentions++] = t;
	}
}

/* The title without a number that was typed before it. */
static struct str
without_label(struct plan_reading *pr, struct str title, struct pos pos)
{
	struct label label = label_parse(title);

	if (label.kind == LABEL_NONE)
		return title;
	diag_add(pr->rd.ds, DIAG_PLANFILE_SECTION_NUMBERED, pos, "\"%.*s\"",
	    STR_ARG(str_trim(str_sub(title, 0, label.length))));
	return str_trim(str_sub(title, label.length, title.n));
}

static bool
read_required(struct plan_reading *pr, const struct xelem *e)
{
	struct str s = xml_attr(e, "required");

	if (s.p != NULL && !str_is(s, "yes") && !str_is(s, "no"))
		diag_add(pr->rd.ds, DIAG_PLANFILE_CHOICE_UNKNOWN,
		    xml_attr_pos(e, "required"), "\"%.*s\", yes no",
		    STR_ARG(s));
	return !str_is(s, "no");
}

/* A whole number of at least that much; 0 after a finding, or without it. */
static unsigned
read_count(struct plan_reading *pr, const struct xelem *e, const char *attr,
    unsigned least)
{
	enum { DIGITS_MAX = 5 };
	struct str s = xml_attr(e, attr);
	bool good = s.n > 0 && s.n <= DIGITS_MAX;
	unsigned n = 0;

	if (s.p == NULL)
		return 0;
	for (size_t i = 0; i < s.n && good; i++) {
		good = s.p[i] >= '0' && s.p[i] <= '9';
		n = 10 * n + (unsigned)(s.p[i] - '0');
	}
	if (good && n >= least)
		return n;
	diag_add(pr->rd.ds, DIAG_PLANFILE_NUMBER_INVALID,
	    xml_attr_pos(e, attr), "\"%.*s\"", STR_ARG(s));
	return 0;
}

static void
read_lengths(
    struct plan_reading *pr, const struct xelem *e, struct section *s)
{
	s->min_words = read_count(pr, e, "min-words", 0);
	s->max_words = read_count(pr, e, "max-words", 1);
	if (s->max_words > 0 && s->max_words < s->min_words)
		diag_add(pr->rd.ds, DIAG_PLANFILE_WORDS_REVERSED,
		    xml_attr_pos(e, "max-words"), "%u < %u", s->max_words,
		    s->min_words);
}

static void
read_section(struct plan_reading *pr, const struct xelem *e, struct section *s)
{
	s->pos = e->pos;
	s->id = value_id(&pr->rd, e);
	s->title = without_label(
	    pr, value_text(&pr->rd, e, "title"), xml_attr_pos(e, "title"));
	s->required = read_required(pr, e);
	read_lengths(pr, e, s);
	read_mentions(pr, e, s);
}

/* Where each title of any section stands, so that none is used twice. */
typedef VEC(struct named) titles;

static void
read_titles(struct plan_reading *pr, const struct xelem *e, struct section *s,
    size_t owner, titles *all)
{
	size_t i = 0;

	s->alias = value_texts(&pr->rd, e, "alias", &s->naliases);
	*vec_add(pr->rd.a, all) =
	    value_named(s->title, xml_attr_pos(e, "title"), owner);
	for (e = xml_child(e, "alias"); e != NULL && i < s->naliases;
	     e = xml_sibling(e->next, "alias")) {
		if (xml_text(pr->rd.a, e).n == 0)
			continue;
		s->alias[i] = without_label(pr, s->alias[i], e->pos);
		*vec_add(pr->rd.a, all) =
		    value_named(s->alias[i++], e->pos, owner);
	}
}

static void
read_sections(
    struct plan_reading *pr, const struct xelem *e, struct obligation *o)
{
	size_t max = value_count(&pr->rd, e, "section");
	VEC(struct named) id = { 0 };
	titles title = { 0 };

	o->section = NEW_ARRAY(pr->rd.a, max, struct section);
	for (e = xml_child(e, "section"); e != NULL && o->nsections < max;
	     e = xml_sibling(e->next, "section")) {
		size_t i = o->nsections++;
		struct section *s = &o->section[i];

		read_section(pr, e, s);
		*vec_add(pr->rd.a, &id) =
		    value_named(s->id, xml_attr_pos(e, "id"), i);
		read_titles(pr, e, s, i, &title);
	}
	value_check_ids(&pr->rd, id.v, id.n);
	value_check_names(&pr->rd, title.v, title.n);
}

static void
read_recipients(
    struct plan_reading *pr, const struct xelem *e, struct obligation *o)
{
	size_t max = value_count(&pr->rd, e, "recipient");

	o->recipient = NEW_ARRAY(pr->rd.a, max, struct recipient);
	for (e = xml_child(e, "recipient"); e != NULL && max-- > 0;
	     e = xml_sibling(e->next, "recipient")) {
		struct recipient *r = &o->recipient[o->nrecipients];

		r->pos = e->pos;
		r->name = xml_text(pr->rd.a, e);
		r->purpose = value_optional(&pr->rd, e, "purpose");
		if (r->name.n > 0)
			o->nrecipients++;
		else
			diag_add(pr->rd.ds, pr->rd.ids->empty, e->pos,
			    "<recipient>");
	}
}

static struct str
near_type(struct arena *a, struct str s)
{
	struct str all[2 * DOCTYPE_MAX];
	size_t n = 0;

	for (size_t i = 0; i < DOCTYPE_MAX; i++) {
		all[n++] = str_of(doctypes[i].name);
		if (doctypes[i].abbreviation != NULL)
			all[n++] = str_of(doctypes[i].abbreviation);
	}
	return viet_near(a, s, all, n);
}

static enum doctype
read_type(struct plan_reading *pr, const struct xelem *e)
{
	struct str s = value_text(&pr->rd, e, "type");
	enum doctype type = doctype_by_abbreviation(s);

	if (s.n == 0)
		return DOCTYPE_MAX;
	if (type == DOCTYPE_MAX)
		type = doctype_by_name(s);
	if (type == DOCTYPE_MAX) {
		diag_add(pr->rd.ds, DIAG_PLANFILE_TYPE_UNKNOWN,
		    xml_attr_pos(e, "type"), "\"%.*s\"", STR_ARG(s));
		diag_near(pr->rd.ds, near_type(pr->rd.a, s));
	} else if (doctypes[type].form == NULL) {
		diag_add(pr->rd.ds, DIAG_PLANFILE_TYPE_UNSUPPORTED,
		    xml_attr_pos(e, "type"), "\"%s\"", doctypes[type].name);
	}
	return type;
}

static void
check_period(
    struct plan_reading *pr, struct pos pos, const struct obligation *o)
{
	const struct plan *p = pr->plan;
	struct arena *a = pr->rd.a;

	if (!date_is_set(o->last) || !date_is_set(p->from) ||
	    !date_is_set(p->to) || date_cmp(p->from, p->to) > 0)
		return;
	if (date_cmp(o->last, p->from) >= 0 && date_cmp(o->last, p->to) <= 0)
		return;
	diag_add(pr->rd.ds, DIAG_PLANFILE_DEADLINE_OUTSIDE, pos,
	    "%.*s; %.*s - %.*s", STR_ARG(date_short(a, o->last)),
	    STR_ARG(date_short(a, p->from)), STR_ARG(date_short(a, p->to)));
}

static void
read_deadline(
    struct plan_reading *pr, const struct xelem *e, struct obligation *o)
{
	bool before = xml_attr(e, "before").p != NULL;
	bool by = xml_attr(e, "by").p != NULL;

	o->before = read_date(pr, e, "before");
	o->by = read_date(pr, e, "by");
	if (before && by)
		diag_add(pr->rd.ds, DIAG_PLANFILE_DEADLINE_TWICE,
		    xml_attr_pos(e, "by"), "before, by");
	else if (!before && !by)
		diag_add(pr->rd.ds, DIAG_PLANFILE_DEADLINE_MISSING, e->pos,
		    "before, by");
	if (date_is_set(o->before))
		o->last = date_of_serial(date_serial(o->before) - 1);
	else
		o->last = o->by;
	check_period(pr, xml_attr_pos(e, before ? "before" : "by"), o);
}

/* Without an addressee of its own the obligation goes to the unit it names. */
static void
read_addressees(
    struct plan_reading *pr, const struct xelem *e, struct obligation *o)
{
	if (xml_attr(e, "to").p != NULL)
		o->to = read_unit_ref(pr, e, "to");
	o->addressee = value_texts(&pr->rd, e, "addressee", &o->naddressees);
	if (o->naddressees > 0 || xml_child(e, "addressee") != NULL)
		return;
	if (xml_attr(e, "to").p == NULL)
		diag_add(pr->rd.ds, DIAG_PLANFILE_ADDRESSEE_MISSING, e->pos,
		    "to, <addressee>");
	if (o->to == NULL)
		return;
	o->addressee = NEW(pr->rd.a, struct str);
	o->addressee[0] = o->to->name;
	o->naddressees = 1;
}

void
obligation_read(
    struct plan_reading *pr, const struct xelem *e, struct obligation *o)
{
	o->pos = e->pos;
	o->id = value_id(&pr->rd, e);
	o->name = value_text(&pr->rd, e, "name");
	o->subject = value_text(&pr->rd, e, "subject");
	o->type = read_type(pr, e);
	read_deadline(pr, e, o);
	o->copies = read_count(pr, e, "copies", 1);
	read_units(pr, e, o);
	read_sections(pr, e, o);
	read_targets(pr, e, o);
	read_addressees(pr, e, o);
	read_recipients(pr, e, o);
}
