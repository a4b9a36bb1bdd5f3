/*
 * pdf_view.h - a PDF opened page by page: what its fonts are, what each page
 * shows and where.  Of any PDF with classic cross-reference tables; what cannot
 * be read is said, not guessed.
 */
#ifndef VERIFY_PDF_VIEW_H
#define VERIFY_PDF_VIEW_H

#include "base/vec.h"
#include "verify/pdf_content.h"
#include "verify/pdf_read.h"

/* A page of the file. */
struct pdf_page {
	unsigned object;
	const struct pdf_value *dict;
	const struct pdf_font *font;
	size_t nfonts;
	struct pdf_shown shown;
};

typedef VEC(struct pdf_page) pdf_pages;

struct pdf_view {
	struct pdf_file file;
	const struct pdf_value *catalog;
	pdf_pages page;
};

/* All pages below the catalogue, in order. */
void pdf_pages_collect(
    struct pdf_file *f, const struct pdf_value *catalog, pdf_pages *pages);

/*
 * What they show.  All pages have the same resources, mostly: their fonts are
 * opened once.  A content stream that cannot be read is not sound.
 */
void pdf_pages_show(struct pdf_file *f, pdf_pages *pages);

/* The whole of a file, updated or not; false when it cannot be read. */
bool pdf_view_open(struct pdf_view *v, struct str bytes, struct arena *a);

#endif
