/*
 * pdf_check.h - a written PDF being compared with the pages it was made from.
 * Private to the checks of PDF.
 */
#ifndef VERIFY_PDF_CHECK_H
#define VERIFY_PDF_CHECK_H

#include "base/vec.h"
#include "diag/diag.h"
#include "typeset/pages.h"
#include "verify/pdf_view.h"

struct pdf_check {
	struct arena *arena;
	struct diags *diags;
	struct pos pos;
	const struct pages *pages;
	struct pdf_file file;
	const struct pdf_value *catalog;
	pdf_pages page;
	bool failed;
};

/* Add a finding; the detail holds data only. */
void pdf_fault(struct pdf_check *ck, enum diag_id id, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

/* What a fragment must read as: blanks are all alike, and a blank closes a
   line that goes on. */
void pdf_frag_text(struct buf *b, const struct frag *f);

/* The first place where got differs from want, with what stands there. */
void pdf_differ(struct pdf_check *ck, enum diag_id id, const char *where,
    struct str want, struct str got);

/* pdf_image.c: what a page shows of pages->asset. */
void pdf_check_images(struct pdf_check *ck, size_t index);

/* pdf_attachment.c: the file inside against pages->attachment. */
bool pdf_attachment_agrees(struct pdf_check *ck);

/* pdf_form.c: the places to sign against pages->field. */
void pdf_check_form(struct pdf_check *ck);

/* Is box a rectangle with these corners: left, bottom, right, top? */
bool pdf_box_is(struct pdf_check *ck, const struct pdf_value *box,
    const emu *corner);

/* pdf_stroke.c: lines, boxes and colours of a page; the pages' labels. */
void pdf_check_strokes(struct pdf_check *ck, size_t index);
bool pdf_labels_agree(struct pdf_check *ck);

/* pdf_tree.c: the structure tree against pages->root and the content. */
void pdf_check_tree(struct pdf_check *ck);

#endif
