/*
 * check_recipients.c - Kính gửi, cell 9a, and Nơi nhận with Lưu, cell 9b
 * (II.9).  What the report leaves out comes from the plan and the office.
 */
#include "check/run.h"
#include "text/utf8.h"
#include "text/viet.h"

enum { ENTRIES_MAX = 500 }; /* of one list; no document has more */

struct entry {
	struct str text;
	struct pos pos;
};

struct entries {
	struct entry *v;
	size_t n, cap;
};

/* Kính gửi is foreseen for these only (II.9.b). */
static bool
may_address(enum doctype type)
{
	return type == DOCTYPE_TTR || type == DOCTYPE_BC ||
	    type == DOCTYPE_CV || type == DOCTYPE_MAX;
}

static struct entries
entries_of(struct check *c, enum field f)
{
	const struct value_list *list = &c->doc->field[f];
	struct entries e = { 0 };
	struct str s;

	if (list->n > ENTRIES_MAX)
		diag_add(c->ds, DIAG_FORM_FIELD_LONG, list->key, "%zu > %u",
		    list->n, (unsigned)ENTRIES_MAX);
	for (size_t i = 0; i < list->n && i < ENTRIES_MAX; i++) {
		s = item_text(list->v[i].text);
		if (s.n > 0)
			*vec_add(c->a, &e) = (struct entry){ s,
				list->v[i].pos };
	}
	return e;
}

/* Report what stands twice; names are compared without their purposes. */
static void
check_twice(struct check *c, const struct entries *e, enum diag_id id)
{
	struct str *key = NEW_ARRAY(c->a, e->n, struct str), inside;

	for (size_t i = 0; i < e->n; i++) {
		key[i] =
		    key_of(c->a, without_brackets(e->v[i].text, &inside));
		for (size_t k = 0; k < i; k++) {
			if (!str_eq(key[i], key[k]))
				continue;
			diag_add(c->ds, id, e->v[i].pos, "%.*s",
			    STR_ARG(quote(c->a, e->v[i].text)));
			break;
		}
	}
}

/* The same body: the same words, purposes left out, or the same unit. */
static bool
same_body(struct check *c, struct str x, struct str y)
{
	const struct unit *ux, *uy;
	struct str inside;

	if (key_same(c->a, x, y))
		return true;
	x = without_brackets(x, &inside);
	y = without_brackets(y, &inside);
	if (key_same(c->a, x, y))
		return true;
	ux = office_unit(c->office, c->a, x);
	uy = office_unit(c->office, c->a, y);
	return ux != NULL && ux == uy;
}

static bool
is_among(struct check *c, const struct entries *e, struct str name)
{
	for (size_t i = 0; i < e->n; i++)
		if (same_body(c, e->v[i].text, name))
			return true;
	return false;
}

/* What the plan says when the report says nothing. */
static void
default_addressees(struct check *c)
{
	const struct obligation *o = c->obligation;

	if (o == NULL)
		return;
	c->out->addressee = o->addressee;
	c->out->naddressees = o->naddressees;
	if (o->naddressees > 0 || o->to == NULL || o->to == c->unit)
		return;
	c->out->addressee = NEW(c->a, struct str);
	c->out->addressee[0] = o->to->name;
	c->out->naddressees = 1;
}

static void
take_addressees(struct check *c, const struct entries *e)
{
	const struct obligation *o = c->obligation;

	c->out->addressee = NEW_ARRAY(c->a, e->n, struct str);
	for (size_t i = 0; i < e->n; i++)
		c->out->addressee[c->out->naddressees++] = e->v[i].text;
	check_twice(c, e, DIAG_FORM_ADDRESSEE_DUPLICATE);
	for (size_t i = 0; o != NULL && i < o->naddressees; i++)
		if (!is_among(c, e, o->addressee[i]))
			diag_add(c->ds, DIAG_PLAN_ADDRESSEE_MISSING,
			    e->v[0].pos, "\"%.*s\"", STR_ARG(o->addressee[i]));
}

void
check_addressees(struct check *c)
{
	struct entries e = entries_of(c, FIELD_ADDRESSEES);

	if (!may_address(c->type)) {
		if (e.n > 0)
			diag_add(c->ds, DIAG_FORM_ADDRESSEES_FORBIDDEN,
			    e.v[0].pos, "\"%s\"", doctypes[c->type].name);
		return;
	}
	if (e.n > 0)
		take_addressees(c, &e);
	else
		default_addressees(c);
	if (c->out->naddressees == 0 &&
	    (c->type == DOCTYPE_TTR || c->type == DOCTYPE_CV))
		diag_add(c->ds, DIAG_FORM_ADDRESSEES_MISSING,
		    doc_field_pos(c->doc, FIELD_ADDRESSEES), "%s", "");
}

static struct str
recipient_text(struct check *c, const struct recipient *r)
{
	if (r->purpose.n == 0)
		return r->name;
	return str_printf(c->a, "%.*s (%.*s)", STR_ARG(r->name),
	    STR_ARG(r->purpose));
}

/* "Lưu: VT, VHXH" -> "VHXH"; "VT" is the form's. */
static struct str
archive_of(struct check *c, struct str s)
{
	struct buf out = { .arena = c->a };
	struct str part;
	bool first = true;

	s = item_text(s);
	if (str_starts(s, STR("Lưu")) || str_starts(s, STR("lưu")))
		s = utf8_trim(str_sub(s, sizeof("Lưu") - 1, s.n));
	if (s.n > 0 && s.p[0] == ':')
		s = utf8_trim(str_sub(s, 1, s.n));
	while (s.n > 0 && str_split(&s, ',', &part)) {
		part = utf8_trim(part);
		if (part.n == 0 || (first && str_is(part, "VT")))
			continue;
		if (!first)
			buf_adds(&out, ", ");
		first = false;
		buf_add(&out, part);
	}
	return buf_str(&out);
}

static bool
is_archive(struct str s)
{
	return str_starts(s, STR("Lưu:")) || str_starts(s, STR("Lưu VT")) ||
	    str_starts(s, STR("Lưu :")) || str_is(s, "Lưu");
}

/* A drafter's mark may stand in the line "Lưu" too: "Lưu: VT, PL.(30)". */
static void
check_archive_copies(struct check *c, struct pos pos)
{
	struct str rest = c->out->archive, part;

	while (rest.n > 0 && str_split(&rest, ',', &part))
		if (is_drafter_mark(utf8_trim(part)))
			check_copies(c, utf8_trim(part), pos);
}

/* Take the line "Lưu" out of e; where it stood, for the check of its place. */
static void
take_archive(struct check *c, struct entries *e)
{
	struct str given = doc_value(c->doc, FIELD_ARCHIVE).text;
	struct pos pos = doc_field_pos(c->doc, FIELD_ARCHIVE);
	size_t kept = 0;

	for (size_t i = 0; i < e->n; i++) {
		if (!is_archive(e->v[i].text)) {
			e->v[kept++] = e->v[i];
			continue;
		}
		if (i + 1 < e->n)
			diag_add(c->ds, DIAG_FORM_ARCHIVE_PLACE, e->v[i].pos,
			    "%.*s", STR_ARG(quote(c->a, e->v[i].text)));
		if (given.n == 0) {
			given = e->v[i].text;
			pos = e->v[i].pos;
		}
	}
	e->n = kept;
	c->out->archive = archive_of(c, given);
	check_archive_copies(c, pos);
	if (c->out->archive.n == 0 && c->unit != NULL)
		c->out->archive = c->unit->archive;
	if (c->out->archive.n == 0 && c->unit != NULL)
		diag_add(c->ds, DIAG_FORM_ARCHIVE_BARE, pos, "%s", "");
}

static bool
is_as_above(struct check *c, struct str s)
{
	struct str inside;

	return str_is(key_of(c->a, without_brackets(s, &inside)), "nhu tren");
}

static struct str
near_recipient(struct check *c, const struct entries *e, struct str name)
{
	struct str *names = NEW_ARRAY(c->a, e->n, struct str), inside;

	for (size_t i = 0; i < e->n; i++)
		names[i] = without_brackets(e->v[i].text, &inside);
	return viet_near(c->a, name, names, e->n);
}

/* "(để báo cáo)": as the plan says, where it says anything. */
static void
check_purpose(struct check *c, const struct entries *e,
    const struct recipient *r)
{
	struct str given, name;

	for (size_t i = 0; r->purpose.n > 0 && i < e->n; i++) {
		name = without_brackets(e->v[i].text, &given);
		if (!same_body(c, name, r->name) ||
		    key_same(c->a, given, r->purpose))
			continue;
		diag_add(c->ds, DIAG_PLAN_RECIPIENT_PURPOSE, e->v[i].pos,
		    "%.*s", STR_ARG(quote(c->a, e->v[i].text)));
		diag_near(c->ds, recipient_text(c, r));
	}
}

static void
check_planned(struct check *c, const struct entries *e)
{
	const struct obligation *o = c->obligation;

	for (size_t i = 0; o != NULL && i < o->nrecipients; i++) {
		const struct recipient *r = &o->recipient[i];

		check_purpose(c, e, r);
		if (is_as_above(c, r->name) || is_among(c, e, r->name))
			continue;
		diag_add(c->ds, DIAG_PLAN_RECIPIENT_MISSING,
		    doc_field_pos(c->doc, FIELD_RECIPIENTS), "\"%.*s\"",
		    STR_ARG(recipient_text(c, r)));
		diag_near(c->ds, near_recipient(c, e, r->name));
	}
}

static void
default_recipients(struct check *c, struct entries *e)
{
	const struct obligation *o = c->obligation;
	struct pos pos = doc_field_pos(c->doc, FIELD_RECIPIENTS);

	for (size_t i = 0; o != NULL && i < o->nrecipients; i++)
		*vec_add(c->a, e) = (struct entry){
			recipient_text(c, &o->recipient[i]), pos };
}

/* Put "Như trên" first in e, at `at` until now; e->n: it is not there. */
static void
put_first(struct check *c, struct entries *e, size_t at)
{
	struct entry first = { STR("Như trên"), doc_start(c) };

	if (at < e->n)
		first = e->v[at];
	else
		(void)vec_add(c->a, e);
	for (; at > 0; at--)
		e->v[at] = e->v[at - 1];
	e->v[0] = first;
}

/* "Như trên" stands first if, and only if, there is a Kính gửi (R43). */
static void
check_as_above(struct check *c, struct entries *e, bool given)
{
	size_t at = 0;

	while (at < e->n && !is_as_above(c, e->v[at].text))
		at++;
	if (c->out->naddressees == 0) {
		if (given && at < e->n && c->type != DOCTYPE_MAX)
			diag_add(c->ds, DIAG_FORM_AS_ABOVE_NEEDLESS,
			    e->v[at].pos, "%s", "");
		return;
	}
	if (at == 0 && e->n > 0)
		return;
	if (given)
		diag_add(c->ds,
		    at < e->n ? DIAG_FORM_AS_ABOVE_PLACE :
				DIAG_FORM_AS_ABOVE_MISSING,
		    at < e->n ? e->v[at].pos :
				doc_field_pos(c->doc, FIELD_RECIPIENTS),
		    "%s", "");
	put_first(c, e, at);
}

static void
check_decision_recipient(struct check *c, const struct entries *e)
{
	if (c->type != DOCTYPE_QD || e->n == 0)
		return;
	if (!str_starts(key_of(c->a, e->v[0].text), STR("nhu dieu")))
		diag_add(c->ds, DIAG_FORM_ARTICLE_RECIPIENT, e->v[0].pos,
		    "%.*s", STR_ARG(quote(c->a, e->v[0].text)));
}

void
check_recipients(struct check *c)
{
	struct entries e = entries_of(c, FIELD_RECIPIENTS);
	bool given;

	take_archive(c, &e);
	given = e.n > 0;
	if (given) {
		check_twice(c, &e, DIAG_FORM_RECIPIENT_DUPLICATE);
		check_planned(c, &e);
	} else {
		default_recipients(c, &e);
	}
	check_decision_recipient(c, &e);
	check_as_above(c, &e, given);
	if (e.n == 0 && c->type != DOCTYPE_MAX)
		diag_add(c->ds, DIAG_FORM_RECIPIENTS_MISSING,
		    doc_field_pos(c->doc, FIELD_RECIPIENTS), "%s", "");
	c->out->recipient = NEW_ARRAY(c->a, e.n, struct str);
	for (size_t i = 0; i < e.n; i++)
		c->out->recipient[c->out->nrecipients++] = e.v[i].text;
}
