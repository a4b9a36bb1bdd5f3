/*
 * docx_media.c - the images of a written DOCX against what was laid out: the
 * same file, in the same size, with the same words for who cannot see it.
 */
#include "verify/docx_view.h"

#include "base/vec.h"

bool
view_is_media(struct str part)
{
	return str_starts(part, STR("word/media/"));
}

bool
view_has(const struct view *v, struct str name)
{
	for (size_t i = 0; i < v->nparts; i++)
		if (str_eq(v->part[i].name, name))
			return true;
	return false;
}

static struct str
bytes_of(const struct view *v, struct str name)
{
	for (size_t i = 0; i < v->nparts; i++)
		if (str_eq(v->part[i].name, name))
			return v->part[i].bytes;
	return STR_NONE;
}

/* Has [Content_Types].xml a type for files that end as part does? */
bool
view_media_typed(const struct view *v, struct str part)
{
	const struct scan_elem *root =
	    view_root(v, STR("[Content_Types].xml"));
	const struct scan_elem *e = scan_child(root, "Default");
	struct str ending;

	for (; e != NULL; e = scan_beside(e, "Default")) {
		ending = str_printf(
		    v->a, ".%.*s", STR_ARG(scan_get(e, "Extension")));
		if (str_ends(part, ending) &&
		    str_starts(scan_get(e, "ContentType"), STR("image/")))
			return true;
	}
	return false;
}

/* The first element of that name below root. */
static const struct scan_elem *
below(const struct scan_elem *root, const char *name)
{
	const struct scan_elem *e = root;

	while (e != NULL && !scan_is(e, name))
		e = scan_after(e, root);
	return e;
}

void
compare_image(const struct view *v, const char *part, size_t number,
    const struct scan_elem *p, const struct limage *g,
    const struct asset *asset)
{
	const struct scan_elem *extent = below(p, "wp:extent");
	const struct scan_elem *size = below(p, "a:ext");
	const struct scan_elem *blip = below(p, "a:blip");
	const struct scan_elem *name = below(p, "wp:docPr");
	bool external;
	struct str file;

	if (extent == NULL || size == NULL || blip == NULL || name == NULL) {
		diag_add(v->ds, DIAG_VERIFY_DOCX_STRUCTURE, v->pos,
		    "%s, %zu: w:drawing", part, number);
		return;
	}
	if (scan_int(extent, "cx") != g->width ||
	    scan_int(extent, "cy") != g->height ||
	    scan_int(size, "cx") != g->width ||
	    scan_int(size, "cy") != g->height)
		diag_add(v->ds, DIAG_VERIFY_DOCX_GEOMETRY, v->pos,
		    "%s, %zu: wp:extent", part, number);
	if (!str_eq(scan_get(name, "descr"), g->alt))
		diag_add(v->ds, DIAG_VERIFY_DOCX_TEXT, v->pos,
		    "%s, %zu: descr", part, number);
	file = view_target(v, str_of(part), scan_get(blip, "r:embed"),
	    &external);
	if (!str_eq(bytes_of(v, file), asset->bytes))
		diag_add(v->ds, DIAG_VERIFY_DOCX_STRUCTURE, v->pos,
		    "%s, %zu: r:embed", part, number);
}

/* Word repairs a file whose drawings share an id. */
void
lint_drawings(const struct view *v)
{
	struct str part = STR("word/document.xml");
	const struct scan_elem *root = view_root(v, part), *e = root;
	int64_t before = 0, id;

	for (; e != NULL; e = scan_after(e, root)) {
		if (!scan_is(e, "wp:docPr"))
			continue;
		id = scan_int(e, "id"); /* they are written in order */
		if (id <= before)
			diag_add(v->ds, DIAG_VERIFY_DOCX_STRUCTURE, v->pos,
			    "%.*s: wp:docPr", STR_ARG(part));
		before = id;
	}
}
