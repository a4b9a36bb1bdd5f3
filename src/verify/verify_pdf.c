/*
 * verify_pdf.c - the written PDF, read back by a reader of its own: syntax,
 * pages, fonts, text, and what the catalogue must say for PDF/A-2a and
 * PDF/UA-1.  The structure tree is pdf_tree.c's.
 */
#include <stdlib.h>
#include <string.h>

#include "text/utf8.h"
#include "verify/pdf_check.h"
#include "verify/verify.h"

enum {
	SIZE_SLACK = 10,  /* thousandths of a point */
	ID_BYTES = 16,
	SHOW_BEFORE = 12, /* bytes shown before a difference, and behind */
	SHOW_BEHIND = 40
};

void
pdf_fault(struct pdf_check *ck, enum diag_id id, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	diag_add(ck->diags, id, ck->pos, "%s",
	    arena_vprintf(ck->arena, fmt, ap));
	va_end(ap);
	ck->failed = true;
}

/* s from..to, widened to whole characters. */
static struct str
excerpt(struct str s, size_t from, size_t to)
{
	if (to > s.n)
		to = s.n;
	while (from > 0 && from < s.n && (s.p[from] & 0xC0) == 0x80)
		from--;
	while (to < s.n && (s.p[to] & 0xC0) == 0x80)
		to++;
	return str_sub(s, from, to);
}

void
pdf_differ(struct pdf_check *ck, enum diag_id id, const char *where,
    struct str want, struct str got)
{
	size_t i = 0, from;
	struct str w, g;

	while (i < want.n && i < got.n && want.p[i] == got.p[i])
		i++;
	from = i > SHOW_BEFORE ? i - SHOW_BEFORE : 0;
	w = excerpt(want, from, i + SHOW_BEHIND);
	g = excerpt(got, from, i + SHOW_BEHIND);
	pdf_fault(ck, id, "%s: \"%.*s\" <> \"%.*s\"", where, STR_ARG(w),
	    STR_ARG(g));
}

void
pdf_frag_text(struct buf *b, const struct frag *f)
{
	uint32_t c = 0;

	for (size_t i = 0; i < f->text.n;) {
		c = utf8_next(f->text, &i);
		utf8_put(b, c == 0xA0 ? ' ' : c);
	}
	if (f->line_end && f->text.n > 0 && c != ' ')
		buf_addc(b, ' ');
}

/* Images are large: pdf_check_images() looks at them, one by one. */
static bool
is_image(struct pdf_check *ck, const struct pdf_value *v)
{
	return pdf_is_name(pdf_get(&ck->file, v, "Subtype"), "Image");
}

/* Every object and stream must be readable, used or not. */
static bool
check_syntax(struct pdf_check *ck, struct str bytes)
{
	const struct pdf_value *v;
	struct str data;

	if (!pdf_open(&ck->file, bytes, ck->arena) ||
	    !str_starts(bytes, STR("%PDF-1.7"))) {
		pdf_fault(ck, DIAG_VERIFY_PDF_SYNTAX, "%s", "startxref");
		return false;
	}
	for (unsigned i = 1; i < ck->file.nobjects; i++) {
		v = pdf_object(&ck->file, i);
		if (v->kind == PDF_END ||
		    (v->kind == PDF_DICT && v->is_stream && !is_image(ck, v) &&
			!pdf_data(&ck->file, v, &data))) {
			pdf_fault(ck, DIAG_VERIFY_PDF_SYNTAX, "%u 0 obj", i);
			return false;
		}
	}
	ck->catalog = pdf_get(&ck->file, &ck->file.trailer, "Root");
	if (!pdf_is_name(pdf_get(&ck->file, ck->catalog, "Type"), "Catalog"))
		pdf_fault(ck, DIAG_VERIFY_PDF_SYNTAX, "/Root");
	return !ck->failed;
}

bool
pdf_box_is(struct pdf_check *ck, const struct pdf_value *box,
    const emu *corner)
{
	const struct pdf_value *v;

	for (size_t i = 0; i < 4; i++) {
		v = pdf_item(&ck->file, box, i);
		if (v->kind != PDF_NUMBER ||
		    llabs(v->milli - corner[i] * 1000 / EMU_PER_PT) >
			SIZE_SLACK)
			return false;
	}
	return true;
}

static void
check_pages(struct pdf_check *ck)
{
	const struct pdf_value *tree = pdf_get(&ck->file, ck->catalog, "Pages");
	size_t want = ck->pages->npages;

	pdf_pages_collect(&ck->file, ck->catalog, &ck->page);
	if (ck->page.n != want ||
	    pdf_int(pdf_get(&ck->file, tree, "Count"), 0, INT32_MAX, -1) !=
		(int64_t)want)
		pdf_fault(ck, DIAG_VERIFY_PDF_PAGES, "%zu <> %zu", want,
		    ck->page.n);
	for (size_t i = 0; i < ck->page.n && i < want; i++) {
		const struct page *p = &ck->pages->page[i];
		const struct pdf_value *box =
		    pdf_get(&ck->file, ck->page.v[i].dict, "MediaBox");

		if (!pdf_box_is(ck, box, (const emu[]){ 0, 0, p->width,
					     p->height }))
			pdf_fault(ck, DIAG_VERIFY_PDF_PAGES, "%zu: /MediaBox",
			    i + 1);
	}
}

/* Once for all pages that have the same. */
static void
check_fonts(struct pdf_check *ck, const struct pdf_page *page)
{
	for (size_t i = 0; i < page->nfonts; i++)
		if (!page->font[i].sound)
			pdf_fault(ck, DIAG_VERIFY_PDF_FONT, "/%.*s",
			    STR_ARG(page->font[i].name));
}

static void
check_text(struct pdf_check *ck, size_t index)
{
	const struct page *p = &ck->pages->page[index];
	const struct pdf_shown *shown = &ck->page.v[index].shown;
	struct buf want = { .arena = ck->arena };

	for (size_t i = 0; i < p->nfrags; i++)
		pdf_frag_text(&want, &p->frag[i]);
	if (!str_eq(buf_str(&want), buf_str(&shown->text)))
		pdf_differ(ck, DIAG_VERIFY_PDF_TEXT,
		    arena_printf(ck->arena, "%zu", index + 1), buf_str(&want),
		    buf_str(&shown->text));
}

static void
check_content(struct pdf_check *ck)
{
	const struct pdf_font *before = NULL;

	pdf_pages_show(&ck->file, &ck->page);
	for (size_t i = 0; i < ck->page.n && i < ck->pages->npages; i++) {
		struct pdf_page *page = &ck->page.v[i];

		if (page->font != before)
			check_fonts(ck, page);
		before = page->font;
		if (!page->shown.sound)
			pdf_fault(ck, DIAG_VERIFY_PDF_SYNTAX,
			    "%zu: /Contents", i + 1);
		if (page->shown.unmapped > 0)
			pdf_fault(ck, DIAG_VERIFY_PDF_FONT, "%zu: /ToUnicode",
			    i + 1);
		if (page->shown.loose > 0)
			pdf_fault(ck, DIAG_VERIFY_PDF_STRUCTURE, "%zu: BDC",
			    i + 1);
		check_text(ck, i);
		pdf_check_images(ck, i);
		pdf_check_strokes(ck, i);
	}
}

static bool
has_lang(struct pdf_check *ck)
{
	return str_starts(pdf_text(ck->arena,
			      pdf_get(&ck->file, ck->catalog, "Lang")),
	    STR("vi"));
}

static bool
is_true(struct pdf_check *ck, const char *dict, const char *key)
{
	const struct pdf_value *d = pdf_get(&ck->file, ck->catalog, dict);
	const struct pdf_value *v = pdf_get(&ck->file, d, key);

	return v->kind == PDF_BOOL && v->milli == 1;
}

static bool
is_marked(struct pdf_check *ck)
{
	return is_true(ck, "MarkInfo", "Marked");
}

static bool
shows_title(struct pdf_check *ck)
{
	return is_true(ck, "ViewerPreferences", "DisplayDocTitle");
}

/* ISO 19005-2, 6.6.2: not compressed, and it says what the file is. */
static bool
has_metadata(struct pdf_check *ck)
{
	const struct pdf_value *v = pdf_get(&ck->file, ck->catalog, "Metadata");
	const char *const want[] = {
		ck->pages->attachment != NULL ? "<pdfaid:part>3<" :
						"<pdfaid:part>2<",
		"<pdfaid:conformance>A<", "<pdfuaid:part>1<", "<dc:title>",
		"<pdfaExtension:schemas>" };

	if (v->kind != PDF_DICT || !v->is_stream ||
	    pdf_get_raw(v, "Filter")->kind != PDF_NULL)
		return false;
	for (size_t i = 0; i < sizeof(want) / sizeof(want[0]); i++)
		if (str_find(v->stream, str_of(want[i]), 0) == v->stream.n)
			return false;
	return true;
}

static bool
has_intent(struct pdf_check *ck)
{
	struct pdf_file *f = &ck->file;
	const struct pdf_value *v =
	    pdf_item(f, pdf_get(f, ck->catalog, "OutputIntents"), 0);
	struct str profile;

	return pdf_is_name(pdf_get(f, v, "S"), "GTS_PDFA1") &&
	    pdf_data(f, pdf_get(f, v, "DestOutputProfile"), &profile) &&
	    profile.n > 128 && memcmp(profile.p + 36, "acsp", 4) == 0;
}

static bool
has_id(struct pdf_check *ck)
{
	const struct pdf_value *id =
	    pdf_get(&ck->file, &ck->file.trailer, "ID");

	return id->kind == PDF_ARRAY && id->n == 2 &&
	    id->item[0].text.n == ID_BYTES && id->item[1].text.n == ID_BYTES;
}

static bool
has_title(struct pdf_check *ck)
{
	const struct pdf_value *info =
	    pdf_get(&ck->file, &ck->file.trailer, "Info");

	return str_eq(pdf_text(ck->arena, pdf_get(&ck->file, info, "Title")),
	    ck->pages->meta->title);
}

/* What the finding names, and whether it is as it should be. */
static const struct {
	const char *name;
	bool (*holds)(struct pdf_check *);
} rules[] = {
	{ "/Lang", has_lang },
	{ "/MarkInfo", is_marked },
	{ "/ViewerPreferences", shows_title },
	{ "/Metadata", has_metadata },
	{ "/OutputIntents", has_intent },
	{ "/ID", has_id },
	{ "/PageLabels", pdf_labels_agree },
	{ "/Title", has_title },
	{ "/AF", pdf_attachment_agrees },
};

bool
verify_pdf(struct str bytes, const struct pages *p, const char *path,
    struct arena *a, struct diags *ds)
{
	struct pdf_view view;

	return verify_pdf_view(bytes, p, path, a, ds, &view);
}

bool
verify_pdf_view(struct str bytes, const struct pages *p, const char *path,
    struct arena *a, struct diags *ds, struct pdf_view *view)
{
	struct pdf_check *ck = NEW(a, struct pdf_check);

	ck->arena = a;
	ck->diags = ds;
	ck->pos = POS_FILE(path);
	ck->pages = p;
	if (!check_syntax(ck, bytes))
		return false;
	check_pages(ck);
	if (ck->failed) /* the rest would say the same, page by page */
		return false;
	check_content(ck);
	for (size_t i = 0; i < sizeof(rules) / sizeof(rules[0]); i++)
		if (!rules[i].holds(ck))
			pdf_fault(ck, DIAG_VERIFY_PDF_STRUCTURE, "%s",
			    rules[i].name);
	pdf_check_form(ck);
	if (!ck->failed)
		pdf_check_tree(ck);
	*view = (struct pdf_view) { ck->file, ck->catalog, ck->page };
	return !ck->failed;
}
