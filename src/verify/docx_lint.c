/*
 * docx_lint.c - what Word calls a damaged file and no schema catches: ids that
 * aim at nothing or stand twice, cells and bodies that end wrongly, parts that
 * no content type or relationship knows of.
 */
#include "verify/docx_view.h"

#include <string.h>

#include "base/vec.h"

static void
structure(const struct view *v, struct str part, const char *element,
    struct str value)
{
	diag_add(v->ds, DIAG_VERIFY_DOCX_STRUCTURE, v->pos, "%.*s: %s \"%.*s\"",
	    STR_ARG(part), element, STR_ARG(value));
}

static bool
is_rels(struct str name)
{
	return str_ends(name, STR(".rels"));
}

/* "word/_rels/document.xml.rels": "word/document.xml", "word/". */
static struct str
rels_owner(const struct view *v, struct str rels, struct str *folder)
{
	size_t at = str_find(rels, STR("_rels/"), 0);
	struct str file = str_sub(rels, at + 6, rels.n - 5);

	*folder = str_sub(rels, 0, at);
	return str_printf(v->a, "%.*s%.*s", STR_ARG(*folder), STR_ARG(file));
}

/* The .rels that belongs to a part. */
static struct str
rels_of(const struct view *v, struct str part)
{
	size_t slash = part.n;

	while (slash > 0 && part.p[slash - 1] != '/')
		slash--;
	return str_printf(v->a, "%.*s_rels/%.*s.rels", (int)slash, part.p,
	    (int)(part.n - slash), part.p + slash);
}

struct str
view_target(
    const struct view *v, struct str part, struct str id, bool *external)
{
	struct str rels = rels_of(v, part), folder;
	const struct scan_elem *e =
	    scan_child(view_root(v, rels), "Relationship");

	*external = false;
	for (; e != NULL; e = scan_beside(e, "Relationship")) {
		struct str target = scan_get(e, "Target");

		if (id.n == 0 || !str_eq(scan_get(e, "Id"), id))
			continue;
		*external = str_is(scan_get(e, "TargetMode"), "External");
		if (*external)
			return STR_NONE;
		rels_owner(v, rels, &folder);
		return str_printf(
		    v->a, "%.*s%.*s", STR_ARG(folder), STR_ARG(target));
	}
	return STR_NONE;
}

/* Ids are there once, and what is aimed at within the package exists. */
static void
lint_rels(const struct view *v, const struct view_part *p)
{
	const struct scan_elem *e = scan_child(p->root, "Relationship"), *f;
	struct str folder, target;

	target = rels_owner(v, p->name, &folder);
	if (target.n > 0 && view_root(v, target) == NULL)
		structure(v, p->name, "Relationships", target);
	for (; e != NULL; e = scan_beside(e, "Relationship")) {
		for (f = scan_beside(e, "Relationship"); f != NULL;
		     f = scan_beside(f, "Relationship"))
			if (str_eq(scan_get(e, "Id"), scan_get(f, "Id")))
				structure(v, p->name, "Id", scan_get(e, "Id"));
		if (str_is(scan_get(e, "TargetMode"), "External"))
			continue;
		target = str_printf(v->a, "%.*s%.*s", STR_ARG(folder),
		    STR_ARG(scan_get(e, "Target")));
		if (!view_has(v, target))
			structure(v, p->name, "Target", target);
	}
}

/* Some relationship of the package or the document aims at the part. */
static bool
is_aimed_at(const struct view *v, struct str name)
{
	struct str folder, target;

	for (size_t i = 0; i < v->nparts; i++) {
		const struct scan_elem *e;

		if (!is_rels(v->part[i].name))
			continue;
		rels_owner(v, v->part[i].name, &folder);
		e = scan_child(v->part[i].root, "Relationship");
		for (; e != NULL; e = scan_beside(e, "Relationship")) {
			target = str_printf(v->a, "%.*s%.*s", STR_ARG(folder),
			    STR_ARG(scan_get(e, "Target")));
			if (str_eq(target, name))
				return true;
		}
	}
	return false;
}

/* Every part has a content type of its own; every Override has its part. */
static void
lint_types(const struct view *v)
{
	struct str types = STR("[Content_Types].xml"), name;
	const struct scan_elem *root = view_root(v, types), *e;

	for (size_t i = 0; i < v->nparts; i++) {
		struct str part = v->part[i].name;
		bool found = view_is_media(part) && view_media_typed(v, part);

		if (is_rels(part) || str_eq(part, types))
			continue;
		name = str_printf(v->a, "/%.*s", STR_ARG(part));
		for (e = scan_child(root, "Override"); e != NULL && !found;
		     e = scan_beside(e, "Override"))
			found = str_eq(scan_get(e, "PartName"), name);
		if (!found)
			structure(v, types, "Override", name);
		if (!is_aimed_at(v, part))
			structure(v, part, "Relationship", part);
	}
	for (e = scan_child(root, "Override"); e != NULL;
	     e = scan_beside(e, "Override")) {
		name = scan_get(e, "PartName");
		if (view_root(v, str_sub(name, 1, name.n)) == NULL)
			structure(v, types, "PartName", name);
	}
}

bool
view_continues(const struct scan_elem *cell)
{
	const struct scan_elem *m =
	    scan_child(scan_child(cell, "w:tcPr"), "w:vMerge");

	return m != NULL && !str_is(scan_get(m, "w:val"), "restart");
}

static const struct scan_elem *
last_child(const struct scan_elem *e)
{
	const struct scan_elem *at = scan_child(e, NULL), *next = at;

	while (next != NULL) {
		at = next;
		next = scan_beside(at, NULL);
	}
	return at;
}

/* A cell ends with a paragraph; one under another has nothing to show. */
static void
lint_cell(const struct view *v, struct str part, const struct scan_elem *tc)
{
	const struct scan_elem *last = last_child(tc), *e;

	if (last == NULL || !scan_is(last, "w:p"))
		structure(v, part, "w:tc", last == NULL ? STR("") : last->name);
	if (!view_continues(tc))
		return;
	for (e = tc; e != NULL; e = scan_after(e, tc))
		if (scan_is(e, "w:r"))
			structure(v, part, "w:vMerge", STR("w:r"));
}

/* Each row fills the grid; tables do not touch. */
static void
lint_table(const struct view *v, struct str part, const struct scan_elem *tbl)
{
	const struct scan_elem *e, *tc;
	int64_t columns = 0, filled;

	for (e = scan_child(scan_child(tbl, "w:tblGrid"), "w:gridCol");
	     e != NULL; e = scan_beside(e, "w:gridCol"))
		columns++;
	for (e = scan_child(tbl, "w:tr"); e != NULL;
	     e = scan_beside(e, "w:tr")) {
		filled = 0;
		for (tc = scan_child(e, "w:tc"); tc != NULL;
		     tc = scan_beside(tc, "w:tc")) {
			const struct scan_elem *span =
			    scan_child(scan_child(tc, "w:tcPr"), "w:gridSpan");

			filled += span == NULL ? 1 : scan_int(span, "w:val");
		}
		if (filled != columns)
			structure(v, part, "w:tr",
			    str_printf(
				v->a, "%d/%d", (int)columns, (int)filled));
	}
	e = scan_beside(tbl, NULL);
	if (e != NULL && scan_is(e, "w:tbl"))
		structure(v, part, "w:tbl", STR("w:tbl"));
}

static void
lint_style_name(
    const struct view *v, struct str part, const struct scan_elem *e)
{
	static const struct {
		const char *element, *type;
	} refs[] = { { "w:pStyle", "paragraph" }, { "w:rStyle", "character" },
		{ "w:tblStyle", "table" }, { "w:basedOn", NULL },
		{ "w:next", NULL } };
	const struct scan_elem *style;

	for (size_t i = 0; i < sizeof(refs) / sizeof(refs[0]); i++) {
		if (!scan_is(e, refs[i].element))
			continue;
		style = view_style(v, scan_get(e, "w:val"));
		if (style == NULL ||
		    (refs[i].type != NULL &&
			!str_is(scan_get(style, "w:type"), refs[i].type)))
			structure(
			    v, part, refs[i].element, scan_get(e, "w:val"));
	}
}

/* How many footnotes have that id. */
static size_t
notes_with(const struct view *v, struct str id)
{
	const struct scan_elem *e =
	    scan_child(view_root(v, STR("word/footnotes.xml")), "w:footnote");
	size_t n = 0;

	for (; e != NULL; e = scan_beside(e, "w:footnote"))
		n += str_eq(scan_get(e, "w:id"), id);
	return n;
}

/* A note's id as a mark, a setting or a note says it, is of just one note. */
static void
lint_note_id(const struct view *v, struct str part, const struct scan_elem *e)
{
	struct str id = scan_get(e, "w:id");

	if (notes_with(v, id) != 1)
		structure(v, part, "w:id", id);
}

static void
lint_text(const struct view *v, struct str part, const struct scan_elem *e)
{
	struct str s = e->first == NULL ? STR_NONE : e->first->text;

	if (s.n != str_trim(s).n &&
	    !str_is(scan_get(e, "xml:space"), "preserve"))
		structure(v, part, "xml:space", s);
}

static void
lint_rid(const struct view *v, struct str part, const struct scan_elem *e)
{
	struct str id = scan_get(e, "r:id"), target;
	bool external;

	if (id.p == NULL)
		id = scan_get(e, "r:embed");
	if (id.p == NULL)
		return;
	target = view_target(v, part, id, &external);
	if (target.n == 0 && !external)
		structure(v, part, "r:id", id);
}

static void
lint_wml(const struct view *v, const struct view_part *p)
{
	for (const struct scan_elem *e = p->root; e != NULL;
	     e = scan_after(e, p->root)) {
		if (e->name.n == 0)
			continue;
		lint_rid(v, p->name, e);
		lint_style_name(v, p->name, e);
		if (scan_is(e, "w:tc"))
			lint_cell(v, p->name, e);
		else if (scan_is(e, "w:tbl"))
			lint_table(v, p->name, e);
		else if (scan_is(e, "w:footnoteReference") ||
		    scan_is(e, "w:footnote"))
			lint_note_id(v, p->name, e);
		else if (scan_is(e, "w:t"))
			lint_text(v, p->name, e);
	}
}

static void
lint_styles(const struct view *v)
{
	const struct scan_elem *s = scan_child(v->styles, "w:style"), *t;
	struct str part = STR("word/styles.xml");

	for (; s != NULL; s = scan_beside(s, "w:style"))
		for (t = scan_beside(s, "w:style"); t != NULL;
		     t = scan_beside(t, "w:style"))
			if (str_eq(scan_get(s, "w:styleId"),
				scan_get(t, "w:styleId")))
				structure(v, part, "w:styleId",
				    scan_get(s, "w:styleId"));
}

/* The body closes with its section, and before that with a paragraph. */
static void
lint_body(const struct view *v)
{
	struct str part = STR("word/document.xml");
	const struct scan_elem *body = scan_child(view_root(v, part), "w:body");
	const struct scan_elem *last = last_child(body), *before;

	if (last == NULL || !scan_is(last, "w:sectPr")) {
		structure(
		    v, part, "w:body", last == NULL ? STR("") : last->name);
		return;
	}
	before = last->prev;
	if (before == NULL || !scan_is(before, "w:p"))
		structure(
		    v, part, "w:body", before == NULL ? STR("") : before->name);
}

void
lint_package(const struct view *v)
{
	lint_types(v);
	lint_styles(v);
	lint_body(v);
	lint_drawings(v);
	for (size_t i = 0; i < v->nparts; i++)
		if (is_rels(v->part[i].name))
			lint_rels(v, &v->part[i]);
		else if (str_starts(v->part[i].name, STR("word/")))
			lint_wml(v, &v->part[i]);
}
