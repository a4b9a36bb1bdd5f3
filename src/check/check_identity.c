/*
 * check_identity.c - which obligation a report answers, who issues it, and of
 * which type it is.  Everything else is checked by the answers.
 */
#include "check/run.h"
#include "text/viet.h"

struct asking {
	const struct doc *doc;
	const struct plan *plan;
	const struct office *office;
	struct arena *a;
	struct diags *ds;
};

/* Where to report that field f is missing: its empty key, or the document. */
static struct pos
field_pos(const struct asking *q, enum field f)
{
	return doc_field_pos(q->doc, f);
}

static const struct obligation *
find_obligation(const struct asking *q, struct str name)
{
	const struct obligation *o;

	if (name.n == 0)
		return NULL;
	o = plan_obligation(q->plan, q->a, name);
	if (o != NULL)
		return o;
	diag_add(q->ds, DIAG_PLAN_OBLIGATION_UNKNOWN,
	    field_pos(q, FIELD_OBLIGATION), "%.*s", STR_ARG(quote(q->a, name)));
	diag_near(q->ds, plan_obligation_near(q->plan, q->a, name));
	return NULL;
}

static const struct unit *
find_unit(const struct asking *q)
{
	struct str name = doc_value(q->doc, FIELD_UNIT).text;
	const struct unit *u;

	if (name.n == 0) {
		diag_add(q->ds, DIAG_PLAN_UNIT_MISSING,
		    field_pos(q, FIELD_UNIT), "%s", "");
		return NULL;
	}
	u = office_unit(q->office, q->a, name);
	if (u != NULL)
		return u;
	diag_add(q->ds, DIAG_PLAN_UNIT_UNKNOWN, field_pos(q, FIELD_UNIT),
	    "%.*s", STR_ARG(quote(q->a, name)));
	diag_near(q->ds, office_near(q->office, q->a, name));
	return NULL;
}

static enum doctype
doctype_named(struct arena *a, struct str name)
{
	enum doctype t = doctype_by_abbreviation(name);
	struct str key = key_of(a, name);

	if (t != DOCTYPE_MAX)
		return t;
	for (unsigned i = 0; i < DOCTYPE_MAX; i++)
		if (str_eq(key, key_of(a, str_of(doctypes[i].name))))
			return (enum doctype)i;
	return DOCTYPE_MAX;
}

static struct str
doctype_near(struct arena *a, struct str name)
{
	struct str names[DOCTYPE_MAX];

	for (unsigned i = 0; i < DOCTYPE_MAX; i++)
		names[i] = str_of(doctypes[i].name);
	return viet_near(a, name, names, DOCTYPE_MAX);
}

/* The type written in the report; DOCTYPE_MAX if none, or reported. */
static enum doctype
find_type(const struct asking *q, struct str name)
{
	enum doctype t;

	if (name.n == 0)
		return DOCTYPE_MAX;
	t = doctype_named(q->a, name);
	if (t == DOCTYPE_MAX) {
		diag_add(q->ds, DIAG_FORM_TYPE_UNKNOWN,
		    field_pos(q, FIELD_TYPE), "%.*s",
		    STR_ARG(quote(q->a, name)));
		diag_near(q->ds, doctype_near(q->a, name));
	} else if (doctypes[t].form == NULL) {
		diag_add(q->ds, DIAG_FORM_TYPE_UNSUPPORTED,
		    field_pos(q, FIELD_TYPE), "\"%s\"", doctypes[t].name);
		return DOCTYPE_MAX;
	}
	return t;
}

/* The report answers id->obligation: its type and its unit must be asked for */
static void
check_asked(const struct asking *q, struct identity *id)
{
	const struct obligation *o = id->obligation;

	if (id->type != DOCTYPE_MAX && id->type != o->type)
		diag_add(q->ds, DIAG_PLAN_TYPE_DIFFERS,
		    field_pos(q, FIELD_TYPE), "\"%s\" / \"%s\"",
		    doctypes[id->type].name, doctypes[o->type].name);
	id->type = o->type;
	if (doctypes[o->type].form == NULL) {
		diag_add(q->ds, DIAG_FORM_TYPE_UNSUPPORTED,
		    field_pos(q, FIELD_OBLIGATION), "\"%s\"",
		    doctypes[o->type].name);
		id->type = DOCTYPE_MAX;
	}
	if (id->unit != NULL && !obligation_owed_by(o, id->unit))
		diag_add(q->ds, DIAG_PLAN_UNIT_NOT_ASKED,
		    field_pos(q, FIELD_UNIT), "\"%.*s\" / \"%.*s\"",
		    STR_ARG(id->unit->name), STR_ARG(o->name));
}

/*
 * A report that nobody asked for, in documents/: it names its own subject.  In
 * reports/ the obligation was forgotten.
 */
static bool
stands_alone(const struct doc *doc)
{
	struct str path = str_of(doc->path), folder = STR("documents/");
	size_t at = str_find(path, folder, 0);

	return at < path.n && (at == 0 || path.p[at - 1] == '/') &&
	    doc_value(doc, FIELD_SUBJECT).text.n > 0;
}

struct identity
check_identity(const struct doc *doc, const struct plan *plan,
    const struct office *office, struct arena *a, struct diags *ds)
{
	const struct asking q = { doc, plan, office, a, ds };
	struct str answers = doc_value(doc, FIELD_OBLIGATION).text;
	struct str type = doc_value(doc, FIELD_TYPE).text;
	struct identity id = {
		.obligation = find_obligation(&q, answers),
		.unit = find_unit(&q),
		.type = find_type(&q, type),
	};

	if (id.obligation != NULL) {
		check_asked(&q, &id);
		return id;
	}
	if (answers.n == 0 && id.type == DOCTYPE_BC && stands_alone(doc))
		return id;
	if (answers.n == 0 && (type.n == 0 || id.type == DOCTYPE_BC))
		diag_add(ds, DIAG_PLAN_OBLIGATION_MISSING,
		    field_pos(&q, FIELD_TYPE), "%s", "");
	/* What a report without its obligation must have cannot be told. */
	if (answers.n > 0 || id.type == DOCTYPE_BC)
		id.type = DOCTYPE_MAX;
	return id;
}
