/* office.c - the office file read, and its units looked up. */
#include "plan/office.h"

#include "base/vec.h"
#include "plan/value.h"
#include "text/viet.h"

/* clang-format off */
static const struct xrule rules[] = {
	{ "office",    "version!", "unit+", false },
	{ "unit",      "id! name! symbol! place! under archive code",
	  "superior? line+ alias address? signer+", false },
	{ "superior",  "", "", true },
	{ "line",      "", "", true },
	{ "alias",     "", "", true },
	{ "address",   "phone fax email website", "", true },
	{ "signer",    "id! position! name!", "authority", false },
	{ "authority", "", "", true },
};
/* clang-format on */

static const struct value_ids ids = {
	.version = DIAG_OFFICE_VERSION_UNKNOWN,
	.empty = DIAG_OFFICE_VALUE_EMPTY,
	.id_invalid = DIAG_OFFICE_ID_INVALID,
	.id_repeated = DIAG_OFFICE_ID_REPEATED,
	.name_repeated = DIAG_OFFICE_NAME_REPEATED,
	.symbol = DIAG_OFFICE_SYMBOL_BLANK,
	.too_many = DIAG_OFFICE_TOO_MANY,
};

/* II.2 and II.7: issuer, authority and position are printed in capitals. */
static void
check_capitals(struct reading *rd, struct str s, struct pos pos)
{
	if (!str_eq(s, viet_upper(rd->a, s)))
		diag_add(rd->ds, DIAG_OFFICE_CAPITALS_MISSING, pos, "\"%.*s\"",
		    STR_ARG(s));
}

static void
check_capitals_of(struct reading *rd, const struct xelem *e, const char *child)
{
	for (e = xml_child(e, child); e != NULL;
	     e = xml_sibling(e->next, child))
		check_capitals(rd, xml_text(rd->a, e), e->pos);
}

static void
read_signer(struct reading *rd, const struct xelem *e, struct signer *s)
{
	s->pos = e->pos;
	s->id = value_id(rd, e);
	s->position = value_text(rd, e, "position");
	s->name = value_text(rd, e, "name");
	s->authority = value_texts(rd, e, "authority", &s->nauthority);
	check_capitals(rd, s->position, xml_attr_pos(e, "position"));
	check_capitals_of(rd, e, "authority");
}

static void
read_signers(struct reading *rd, const struct xelem *e, struct unit *u)
{
	size_t max = value_count(rd, e, "signer");
	struct named *id = NEW_ARRAY(rd->a, max, struct named);

	u->signer = NEW_ARRAY(rd->a, max, struct signer);
	for (e = xml_child(e, "signer"); e != NULL && u->nsigners < max;
	     e = xml_sibling(e->next, "signer")) {
		struct signer *s = &u->signer[u->nsigners];

		read_signer(rd, e, s);
		id[u->nsigners++] =
		    value_named(s->id, xml_attr_pos(e, "id"), 0);
	}
	value_check_ids(rd, id, u->nsigners);
}

static struct str
read_superior(struct reading *rd, const struct xelem *e)
{
	size_t n;
	struct str *v = value_texts(rd, e, "superior", &n);

	check_capitals_of(rd, e, "superior");
	return n > 0 ? v[0] : STR("");
}

static void
read_address(struct reading *rd, const struct xelem *e, struct unit *u)
{
	size_t n;
	struct str *v = value_texts(rd, e, "address", &n);

	e = xml_child(e, "address");
	if (n == 0 || e == NULL)
		return;
	u->address = v[0];
	u->phone = value_optional(rd, e, "phone");
	u->fax = value_optional(rd, e, "fax");
	u->email = value_optional(rd, e, "email");
	u->website = value_optional(rd, e, "website");
}

static void
read_unit(struct reading *rd, const struct xelem *e, struct unit *u)
{
	u->pos = e->pos;
	u->id = value_id(rd, e);
	u->name = value_text(rd, e, "name");
	u->symbol = value_symbol(rd, e);
	u->place = value_text(rd, e, "place");
	u->archive = value_optional(rd, e, "archive");
	u->code = value_optional(rd, e, "code");
	u->under = value_optional(rd, e, "under");
	u->superior = read_superior(rd, e);
	u->line = value_texts(rd, e, "line", &u->nlines);
	check_capitals_of(rd, e, "line");
	u->alias = value_texts(rd, e, "alias", &u->naliases);
	read_address(rd, e, u);
	read_signers(rd, e, u);
}

static const struct unit *
unit_by_id(const struct office *o, struct str id)
{
	for (size_t i = 0; i < o->nunits; i++)
		if (str_eq(o->unit[i].id, id))
			return &o->unit[i];
	return NULL;
}

/* Every unit above is known, and going up comes to an end. */
static void
check_under(struct reading *rd, const struct office *o, const struct xelem *e,
    const struct unit *u)
{
	struct pos pos = xml_attr_pos(e, "under");
	const struct unit *up = u;

	if (u->under.n == 0)
		return;
	if (unit_by_id(o, u->under) == NULL) {
		diag_add(rd->ds, DIAG_OFFICE_UNIT_UNKNOWN, pos, "\"%.*s\"",
		    STR_ARG(u->under));
		diag_near(rd->ds, office_near(o, rd->a, u->under));
		return;
	}
	for (size_t i = 0; i <= o->nunits && up->under.n > 0; i++) {
		up = unit_by_id(o, up->under);
		if (up == NULL)
			return;
		if (up == u) {
			diag_add(rd->ds, DIAG_OFFICE_UNDER_LOOP, pos,
			    "\"%.*s\"", STR_ARG(u->under));
			return;
		}
	}
}

/* Ids, and everything by which a unit may be called. */
static void
check_names(
    struct reading *rd, const struct office *o, const struct xelem *root)
{
	VEC(struct named) id = { 0 }, name = { 0 };
	const struct xelem *e = xml_child(root, "unit");

	for (size_t i = 0; i < o->nunits;
	     i++, e = xml_sibling(e->next, "unit")) {
		const struct unit *u = &o->unit[i];
		const struct xelem *alias = xml_child(e, "alias");

		*vec_add(rd->a, &id) =
		    value_named(u->id, xml_attr_pos(e, "id"), i);
		*vec_add(rd->a, &name) =
		    value_named(u->name, xml_attr_pos(e, "name"), i);
		for (; alias != NULL; alias = xml_sibling(alias->next, "alias"))
			*vec_add(rd->a, &name) =
			    value_named(xml_text(rd->a, alias), alias->pos, i);
		check_under(rd, o, e, u);
	}
	value_check_ids(rd, id.v, id.n);
	value_check_names(rd, name.v, name.n);
}

const struct office *
office_read(struct arena *a, const struct source *src, struct diags *ds)
{
	struct reading rd = { a, ds, &ids };
	size_t before = ds->n, max;
	const struct xelem *root = xml_parse(a, src, ds), *e;
	struct office *o;

	if (root == NULL)
		return NULL;
	xml_check(a, root, rules, sizeof(rules) / sizeof(rules[0]), ds);
	if (!str_is(root->name, "office"))
		return NULL;
	value_version(&rd, root);
	o = NEW(a, struct office);
	o->path = src->path;
	max = value_count(&rd, root, "unit");
	o->unit = NEW_ARRAY(a, max, struct unit);
	for (e = xml_child(root, "unit"); e != NULL && o->nunits < max;
	     e = xml_sibling(e->next, "unit"))
		read_unit(&rd, e, &o->unit[o->nunits++]);
	check_names(&rd, o, root);
	return diags_stop_after(ds, before) ? NULL : o;
}

static bool
is_called(const struct unit *u, struct arena *a, struct str folded)
{
	if (str_eq(viet_fold(a, u->id), folded) ||
	    str_eq(viet_fold(a, u->name), folded))
		return true;
	for (size_t i = 0; i < u->naliases; i++)
		if (str_eq(viet_fold(a, u->alias[i]), folded))
			return true;
	return false;
}

/* An id as it is written wins over a name that folds to the same. */
const struct unit *
office_unit(const struct office *o, struct arena *a, struct str name)
{
	struct str folded = viet_fold(a, name);
	const struct unit *u = unit_by_id(o, name);

	if (u != NULL || folded.n == 0)
		return folded.n == 0 ? NULL : u;
	for (size_t i = 0; i < o->nunits; i++)
		if (is_called(&o->unit[i], a, folded))
			return &o->unit[i];
	return NULL;
}

struct str
office_near(const struct office *o, struct arena *a, struct str name)
{
	VEC(struct str) all = { 0 };

	for (size_t i = 0; i < o->nunits; i++) {
		const struct unit *u = &o->unit[i];

		*vec_add(a, &all) = u->id;
		*vec_add(a, &all) = u->name;
		for (size_t k = 0; k < u->naliases; k++)
			*vec_add(a, &all) = u->alias[k];
	}
	return viet_near(a, name, all.v, all.n);
}
