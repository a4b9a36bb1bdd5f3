/*
 * pdf.c - the order of things: faces and pages, what is drawn, how it is
 * tagged, what is said of it, the file.
 */
#include "pdf/pdf.h"

#include "pdf/parts.h"

enum { DEFLATE_LEVEL = 1 };

/* libharu overwrites its error with the next one; the first is the cause. */
static void
note_error(HPDF_STATUS code, HPDF_STATUS detail, void *user)
{
	(void)detail;
	pdf_note(user, code);
}

/* The page dictionary without its content. */
static HPDF_Dict
open_page(struct pdf *pdf, const struct page *page)
{
	HPDF_Dict d = pdf_dict(pdf);
	struct buf box = { .arena = pdf->arena };

	if (d == NULL)
		return NULL;
	buf_adds(&box, "[0 0 ");
	syntax_points(&box, page->width);
	buf_addc(&box, ' ');
	syntax_points(&box, page->height);
	buf_addc(&box, ']');
	pdf_put_name(pdf, d, "Type", "Page");
	pdf_note(pdf, HPDF_Pages_AddKids(pdf->doc->root_pages, d));
	/* The class makes it count as a page; to AddKids() it would also mean
	   that libharu's own page attributes are there. */
	d->header.obj_class |= HPDF_OSUBCLASS_PAGE;
	pdf_put_raw(pdf, d, "MediaBox", buf_str(&box));
	pdf_put_raw(pdf, d, "Tabs", STR("/S"));
	return d;
}

static void
open_pages(struct pdf *pdf)
{
	size_t n = pdf->pages->npages;

	pdf->page = NEW_ARRAY(pdf->arena, n, HPDF_Dict);
	pdf->parents = NEW_ARRAY(pdf->arena, n, struct parents);
	for (size_t i = 0; i < n; i++)
		pdf->page[i] = open_page(pdf, &pdf->pages->page[i]);
}

/* All objects. */
static bool
write_all(struct pdf *pdf)
{
	open_pages(pdf);
	if (!fonts_collect(pdf) || !fonts_write(pdf) || !pictures_write(pdf))
		return false;
	for (size_t i = 0; i < pdf->pages->npages; i++)
		pdf_put_ref(pdf, pdf->page[i], "Resources", pdf->resources);
	tags_start(pdf);
	content_write(pdf);
	annotations_write(pdf);
	tags_write(pdf);
	outline_write(pdf);
	page_labels_write(pdf);
	attachment_write(pdf);
	metadata_write(pdf);
	return true;
}

/*
 * libharu asks for five pieces of memory an object and gives each back at the
 * end; it takes them from the arena, which does that quicker.  Its own pool is
 * no choice: what that gives is not aligned.  Its calls say not for whom they
 * are: memory belongs to the document that this thread is writing.
 */
static _Thread_local struct arena *memory;

static void *
take(HPDF_UINT size)
{
	return arena_alloc(memory, size);
}

static void
give_back(void *p)
{
	(void)p;
}

bool
pdf_write(const struct pages *p, const struct font_set *fs, struct arena *a,
    struct str *out, struct err *err)
{
	struct pdf pdf = { .arena = a, .pages = p, .fonts = fs, .err = err };
	bool done = false;

	pdf.hashed.arena = a;
	memory = a;
	pdf.doc = HPDF_NewEx(note_error, take, give_back, 0, &pdf);
	pdf.deflate = libdeflate_alloc_compressor(DEFLATE_LEVEL);
	if (pdf.doc == NULL || pdf.deflate == NULL)
		(void)err_set(err, ERR_LIBRARY, "PDF: out of memory");
	else
		done = write_all(&pdf) && file_write(&pdf, out);
	libdeflate_free_compressor(pdf.deflate);
	if (pdf.doc != NULL)
		HPDF_Free(pdf.doc);
	memory = NULL;
	return done;
}
