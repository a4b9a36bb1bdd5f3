/*
 * pdf_view.c - pages and fonts of a PDF (ISO 32000-1, 7.7.3, 9.7, 9.9) for
 * those who compare or measure them.
 */
#include "verify/pdf_view.h"

enum {
	TREE_DEPTH = 16, /* of page tree nodes */
	TAG = 7,         /* "ABCDEF+": 9.6.4 */
	CODES = 65536
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

/* A TrueType program whose length is as it says (9.9). */
static bool
is_embedded(struct pdf_file *f, const struct pdf_value *font)
{
	const struct pdf_value *cid, *file;
	struct str data;

	cid = pdf_item(f, pdf_get(f, font, "DescendantFonts"), 0);
	file = pdf_get(f, pdf_get(f, cid, "FontDescriptor"), "FontFile2");
	return pdf_is_name(pdf_get(f, font, "Subtype"), "Type0") &&
	    pdf_is_name(pdf_get(f, font, "Encoding"), "Identity-H") &&
	    pdf_is_name(pdf_get(f, cid, "Subtype"), "CIDFontType2") &&
	    pdf_is_name(pdf_get(f, cid, "CIDToGIDMap"), "Identity") &&
	    pdf_get(f, cid, "W")->kind == PDF_ARRAY &&
	    pdf_data(f, file, &data) &&
	    str_starts(data, (struct str){ "\0\1\0\0", 4 }) &&
	    pdf_int(pdf_get(f, file, "Length1"), 0, INT32_MAX, -1) ==
		(int64_t)data.n;
}

/* Room for the widths of codes below need. */
static void
room_for_widths(struct pdf_file *f, struct pdf_font *font, size_t need)
{
	int64_t *more;

	if (need <= font->nwidths)
		return;
	more = NEW_ARRAY(f->arena, need, int64_t);
	for (size_t k = 0; k < font->nwidths; k++)
		more[k] = font->width[k];
	font->width = more;
	font->nwidths = need;
}

/*
 * /W, 9.7.4.3: "first [width ...]" gives each code from the first its own,
 * "first last width" all of them the same.
 */
static void
read_widths(struct pdf_file *f, struct pdf_font *font,
    const struct pdf_value *w)
{
	const struct pdf_value *list;
	size_t first, end, step;

	for (size_t i = 0; w->kind == PDF_ARRAY && i + 1 < w->n; i += step) {
		list = pdf_item(f, w, i + 1);
		step = list->kind == PDF_ARRAY ? 2 : 3;
		first = (size_t)pdf_int(pdf_item(f, w, i), 0, CODES, CODES);
		end = step == 2 ?
		    first + list->n :
		    (size_t)pdf_int(list, 0, CODES - 1, CODES) + 1;
		if (first > CODES || end > CODES || i + step > w->n)
			return;
		room_for_widths(f, font, end);
		for (size_t k = first; k < end; k++)
			font->width[k] = pdf_item(f, step == 2 ? list : w,
			    step == 2 ? k - first : i + 2)
					     ->milli;
	}
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
		font[i].sound = is_embedded(f, v) &&
		    pdf_data(f, pdf_get(f, v, "ToUnicode"), &cmap) &&
		    pdf_unicode_read(&font[i].unicode, cmap, f->arena);
		read_widths(f, &font[i],
		    pdf_get(f, pdf_item(f, pdf_get(f, v, "DescendantFonts"), 0),
			"W"));
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
