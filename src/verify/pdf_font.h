/*
 * pdf_font.h - is a font of a written PDF as PDF/A wants it?  Private to the
 * readers of PDF.
 */
#ifndef VERIFY_PDF_FONT_H
#define VERIFY_PDF_FONT_H

#include "verify/pdf_content.h"
#include "verify/pdf_read.h"

/* The widths of /W, into font. */
void pdf_font_widths(struct pdf_file *f, struct pdf_font *font,
    const struct pdf_value *w);

/* Embedded, a subset, described; its widths, read before, are the program's. */
bool pdf_font_sound(struct pdf_file *f, const struct pdf_value *font,
    const struct pdf_font *read);

#endif
