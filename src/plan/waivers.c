/* waivers.c - the file of waivers read. */
#include "plan/waivers.h"

#include "plan/value.h"
#include "text/viet.h"

/* clang-format off */
static const struct xrule rules[] = {
	{ "waivers", "version!", "waiver", false },
	{ "waiver",  "finding! file! unit line text until! by!", "", true },
};
/* clang-format on */

static const struct value_ids ids = {
	.version = DIAG_WAIVER_VERSION_UNKNOWN,
	.empty = DIAG_WAIVER_VALUE_EMPTY,
	.too_many = DIAG_WAIVER_TOO_MANY,
};

static enum diag_id
read_finding(struct reading *rd, const struct xelem *e)
{
	struct str name = value_text(rd, e, "finding");
	enum diag_id id = diag_lookup(rd->a, name);
	struct str *all;

	if (name.n == 0 || id != DIAG_MAX)
		return id;
	all = NEW_ARRAY(rd->a, DIAG_MAX, struct str);
	for (enum diag_id i = 0; i < DIAG_MAX; i++)
		all[i] = diag_name(rd->a, i);
	diag_add(rd->ds, DIAG_WAIVER_FINDING_UNKNOWN,
	    xml_attr_pos(e, "finding"), "\"%.*s\"", STR_ARG(name));
	diag_near(rd->ds, viet_near(rd->a, name, all, DIAG_MAX));
	return DIAG_MAX;
}

/* Unset after a finding. */
static struct date
read_until(struct reading *rd, const struct xelem *e)
{
	enum { ISO_LENGTH = 10 };
	struct str s = xml_attr(e, "until");
	struct date d = { 0 };

	if (s.p == NULL)
		return d;
	if (s.n == ISO_LENGTH && date_parse(s, &d) == DATE_ISO)
		return d;
	diag_add(rd->ds, DIAG_WAIVER_DATE_INVALID, xml_attr_pos(e, "until"),
	    "\"%.*s\"", STR_ARG(s));
	return (struct date) { 0 };
}

static uint32_t
read_line(struct reading *rd, const struct xelem *e)
{
	enum { DIGITS_MAX = 9 };
	struct str s = xml_attr(e, "line");
	bool good = s.n > 0 && s.n <= DIGITS_MAX && s.p[0] != '0';
	uint32_t n = 0;

	if (s.p == NULL)
		return 0;
	for (size_t i = 0; i < s.n && good; i++) {
		good = s.p[i] >= '0' && s.p[i] <= '9';
		n = n * 10 + (uint32_t)(s.p[i] - '0');
	}
	if (!good)
		diag_add(rd->ds, DIAG_WAIVER_LINE_INVALID,
		    xml_attr_pos(e, "line"), "\"%.*s\"", STR_ARG(s));
	return good ? n : 0;
}

/* An optional attribute that is there says something. */
static struct str
read_narrow(struct reading *rd, const struct xelem *e, const char *attr)
{
	return xml_attr(e, attr).p == NULL ? STR_NONE : value_text(rd, e, attr);
}

static void
check_scope(struct reading *rd, const struct xelem *e, const struct waiver *w)
{
	struct pos pos = xml_attr_pos(e, "finding");
	struct str name = diag_name(rd->a, w->id);

	if (!diag_waivable(w->id))
		diag_add(
		    rd->ds, DIAG_WAIVER_FORBIDDEN, pos, "%.*s", STR_ARG(name));
	else if (diag_rules[w->id].level == LEVEL_ERROR && w->line == 0 &&
	    w->text.n == 0)
		diag_add(
		    rd->ds, DIAG_WAIVER_SCOPE_WIDE, pos, "%.*s", STR_ARG(name));
}

/* True if it is sound and holds on the day. */
static bool
read_waiver(struct reading *rd, const struct xelem *e, struct date as_of,
    struct waiver *w)
{
	size_t before = rd->ds->n;
	struct date until = read_until(rd, e);

	*w = (struct waiver) {
		.id = read_finding(rd, e),
		.file = value_text(rd, e, "file"),
		.unit = read_narrow(rd, e, "unit"),
		.line = read_line(rd, e),
		.text = read_narrow(rd, e, "text"),
		.by = value_text(rd, e, "by"),
		.until = xml_attr(e, "until"),
		.reason = xml_text(rd->a, e),
		.pos = e->pos,
	};
	if (w->reason.n == 0)
		diag_add(rd->ds, DIAG_WAIVER_VALUE_EMPTY, e->pos, "<waiver>");
	if (rd->ds->n > before || w->id == DIAG_MAX || !date_is_set(until) ||
	    w->file.n == 0 || w->by.n == 0)
		return false; /* what is missing was told by xml_check() */
	check_scope(rd, e, w);
	if (rd->ds->n > before)
		return false;
	if (date_cmp(as_of, until) <= 0)
		return true;
	diag_add(rd->ds, DIAG_WAIVER_EXPIRED, xml_attr_pos(e, "until"),
	    "%.*s, %.*s", STR_ARG(w->until), STR_ARG(diag_name(rd->a, w->id)));
	return false;
}

const struct waivers *
waivers_read(struct arena *a, const struct source *src, struct date as_of,
    struct diags *ds)
{
	struct reading rd = { a, ds, &ids };
	size_t before = ds->n, max;
	const struct xelem *root = xml_parse(a, src, ds);
	struct waivers *all;

	if (root == NULL)
		return NULL;
	xml_check(a, root, rules, sizeof(rules) / sizeof(rules[0]), ds);
	if (!str_is(root->name, "waivers"))
		return NULL;
	value_version(&rd, root);
	max = value_count(&rd, root, "waiver");
	all = NEW(a, struct waivers);
	all->v = NEW_ARRAY(a, max, struct waiver);
	for (const struct xelem *e = xml_child(root, "waiver");
	     e != NULL && max > 0; e = xml_sibling(e->next, "waiver"), max--)
		all->n += read_waiver(&rd, e, as_of, &all->v[all->n]);
	return diags_stop_after(ds, before) ? NULL : all;
}
