/*
 * pdf.h - pages as PDF 1.7, tagged, fonts subset and embedded.
 */
#ifndef PDF_PDF_H
#define PDF_PDF_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"
#include "font/font.h"
#include "typeset/pages.h"

/* The file's bytes in a; false with err filled if the library refused. */
bool pdf_write(const struct pages *p, const struct font_set *fs,
    struct arena *a, struct str *out, struct err *err);

#endif
