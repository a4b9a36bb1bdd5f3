/*
 * verify_docx.c - the bytes of a DOCX read back: every part is well-formed XML,
 * the package holds together, and it says what was laid out.
 */
#include "verify/verify.h"

#include "base/err.h"
#include "verify/docx_view.h"
#include "zip/zip.h"

/* A report of a thousand pages has some ten million bytes. */
enum { MAX_INFLATED = 256 * 1024 * 1024 };

const struct scan_elem *
view_root(const struct view *v, struct str name)
{
	for (size_t i = 0; i < v->nparts; i++)
		if (str_eq(v->part[i].name, name))
			return v->part[i].root;
	return NULL;
}

/* All parts as trees; false after a finding. */
static bool
open_view(struct view *v, struct str bytes)
{
	static const struct str needed[] = {
		{ "[Content_Types].xml", 19 },
		{ "_rels/.rels", 11 },
		{ "word/document.xml", 17 },
		{ "word/_rels/document.xml.rels", 28 },
		{ "word/styles.xml", 15 },
		{ "word/settings.xml", 17 },
		{ "docProps/core.xml", 17 },
	};
	struct err err = { 0 };
	struct zip_entry *entry;
	size_t before = v->ds->n, where = 0;

	if (!package_unpack(
		v->a, bytes, MAX_INFLATED, &entry, &v->nparts, &err)) {
		diag_add(v->ds, DIAG_VERIFY_DOCX_PACKAGE, v->pos, "zip");
		return false;
	}
	v->part = NEW_ARRAY(v->a, v->nparts + 1, struct view_part);
	for (size_t i = 0; i < v->nparts; i++) {
		v->part[i].name = entry[i].name;
		v->part[i].bytes = entry[i].bytes;
		if (view_is_media(entry[i].name))
			continue;
		v->part[i].root = scan_xml(v->a, entry[i].bytes, &where);
		if (v->part[i].root == NULL)
			diag_add(v->ds, DIAG_VERIFY_DOCX_XML, v->pos,
			    "%.*s: %zu", STR_ARG(entry[i].name), where);
	}
	for (size_t i = 0; i < sizeof(needed) / sizeof(needed[0]); i++)
		if (v->ds->n == before && view_root(v, needed[i]) == NULL)
			diag_add(v->ds, DIAG_VERIFY_DOCX_PACKAGE, v->pos,
			    "%.*s", STR_ARG(needed[i]));
	v->styles = view_root(v, STR("word/styles.xml"));
	return v->ds->n == before;
}

static void
compare_property(const struct view *v, const char *name, struct str want)
{
	const struct scan_elem *root = view_root(v, STR("docProps/core.xml"));
	const struct scan_elem *e = scan_child(root, name);
	struct str found =
	    e == NULL || e->first == NULL ? STR("") : e->first->text;

	if (!str_eq(want, found))
		diag_add(v->ds, DIAG_VERIFY_DOCX_TEXT, v->pos,
		    "docProps/core.xml: %s: \"%.*s\" / \"%.*s\"", name,
		    STR_ARG(want), STR_ARG(found));
}

/* Lines break as in the PDF only in compatibility mode 14. */
static void
compare_mode(const struct view *v)
{
	const struct scan_elem *root = view_root(v, STR("word/settings.xml"));
	const struct scan_elem *compat = scan_child(root, "w:compat");
	const struct scan_elem *e = scan_child(compat, "w:compatSetting");

	while (e != NULL && !str_is(scan_get(e, "w:name"), "compatibilityMode"))
		e = scan_beside(e, "w:compatSetting");
	if (scan_int(e, "w:val") != 14)
		diag_add(v->ds, DIAG_VERIFY_DOCX_GEOMETRY, v->pos,
		    "word/settings.xml: compatibilityMode");
	if (scan_child(compat, "w:doNotExpandShiftReturn") == NULL)
		diag_add(v->ds, DIAG_VERIFY_DOCX_GEOMETRY, v->pos,
		    "word/settings.xml: w:doNotExpandShiftReturn");
}

bool
verify_docx(struct str bytes, const struct laid *l, const char *path,
    struct arena *a, struct diags *ds)
{
	struct view v = { .a = a, .ds = ds, .pos = POS_FILE(path) };
	size_t before = ds->n;

	if (!open_view(&v, bytes))
		return false;
	lint_package(&v);
	compare_text(&v, l);
	compare_sections(&v, l);
	compare_tables(&v, l);
	compare_mode(&v);
	compare_property(&v, "dc:title", l->meta.title);
	compare_property(&v, "dc:creator", l->meta.author);
	compare_property(&v, "dc:language", STR("vi-VN"));
	return ds->n == before;
}
