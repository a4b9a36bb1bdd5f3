/*
 * pdf_view.c - pages and fonts of a PDF (ISO 32000-1, 7.7.3, 9.7, 9.9) for
 * those who compare or measure them.
 */
#include "verify/pdf_view.h"

#include "verify/pdf_font.h"

enum {
	TREE_DEPTH = 16, /* of page tree nodes */
	TAG = 7          /* "ABCDEF+": 9.6.4 */
};

/* Pages below node, each node once, so that a loop ends. */
static void
collect(struct pdf_file *f, const struct pdf_value *node, bool *seen,
    unsigned depth, pdf_pages *pages)
{
	const struct pdf_value *kids = pdf_get(f, node, "Kids"), *kid;
	unsigned n;

	for (size_t i = 0; kids->kind == PDF_ARRAY && i < kids->n; i++) {
		n = kids->item[i].object;
		if (kids->item[i].kind != PDF_REF || n >= f->nobjects ||
		    seen[n] || depth > TREE_DEPTH)
			continue;
		seen[n] = true;
		kid = pdf_object(f, n);
		if (pdf_is_name(pdf_get(f, kid, "Type"), "Page"))
			*vec_add(f->arena, pages) = (struct pdf_page) {
				.object = n, .dict = kid
			};
		else
			collect(f, kid, seen, depth + 1, pages);
	}
}

void
pdf_pages_collect(
    struct pdf_file *f, const struct pdf_value *catalog, pdf_pages *pages)
{
	collect(f, pdf_get(f, catalog, "Pages"),
	    NEW_ARRAY(f->arena, f->nobjects, bool), 0, pages);
}

static struct str
face_name(struct pdf_file *f, const struct pdf_value *font)
{
	const struct pdf_value *base = pdf_get(f, font, "BaseFont");
	struct str s = base->kind == PDF_NAME ? base->text : STR_NONE;

	return s.n > TAG && s.p[TAG - 1] == '+' ? str_sub(s, TAG, s.n) : s;
}

static const struct pdf_font *
open_fonts(struct pdf_file *f, const struct pdf_value *resources, size_t *n)
{
	const struct pdf_value *all = pdf_get(f, resources, "Font");
	struct pdf_font *font;
	struct str cmap;

	*n = all->kind == PDF_DICT ? all->n : 0;
	font = NEW_ARRAY(f->arena, *n + 1, struct pdf_font);
	for (size_t i = 0; i < *n; i++) {
		const struct pdf_value *v =
		    pdf_resolve(f, &all->item[2 * i + 1]);

		font[i].name = all->item[2 * i].text;
		font[i].face = face_name(f, v);
		pdf_font_widths(f, &font[i],
		    pdf_get(f, pdf_item(f, pdf_get(f, v, "DescendantFonts"), 0),
			"W"));
		font[i].sound = pdf_font_sound(f, v, &font[i]) &&
		    pdf_data(f, pdf_get(f, v, "ToUnicode"), &cmap) &&
		    pdf_unicode_read(&font[i].unicode, cmap, f->arena);
	}
	return font;
}

void
pdf_pages_show(struct pdf_file *f, pdf_pages *pages)
{
	const struct pdf_value *before = NULL, *resources;
	const struct pdf_font *font = NULL;
	size_t nfonts = 0;
	struct str content;
	bool there;

	for (size_t i = 0; i < pages->n; i++) {
		struct pdf_page *page = &pages->v[i];

		resources = pdf_get(f, page->dict, "Resources");
		if (resources != before)
			font = open_fonts(f, resources, &nfonts);
		before = resources;
		page->font = font;
		page->nfonts = nfonts;
		content = STR_NONE;
		there =
		    pdf_data(f, pdf_get(f, page->dict, "Contents"), &content);
		pdf_show(&page->shown, there ? content : STR_NONE, font, nfonts,
		    f->arena);
		page->shown.sound = page->shown.sound && there;
	}
}

bool
pdf_view_open(struct pdf_view *v, struct str bytes, struct arena *a)
{
	*v = (struct pdf_view) { .catalog = NULL };
	if (pdf_open_updated(&v->file, bytes, a) != PDF_SOUND)
		return false;
	v->catalog = pdf_get(&v->file, &v->file.trailer, "Root");
	pdf_pages_collect(&v->file, v->catalog, &v->page);
	pdf_pages_show(&v->file, &v->page);
	for (size_t i = 0; i < v->page.n; i++)
		if (!v->page.v[i].shown.sound)
			return false;
	return v->page.n > 0;
}
