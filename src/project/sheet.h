/*
 * sheet.h - the check sheet: one page for whoever signs, saying what was
 * checked of a report by which clause, what was found, and what a person must
 * still look at.  Its wording is templates/generate/check-sheet.xsl, its two
 * forms sheet-html.xsl and sheet-docx.xsl.
 */
#ifndef PROJECT_SHEET_H
#define PROJECT_SHEET_H

#include "project/compile.h"

struct sheet {
	struct str html, docx;
};

/*
 * The sheet of a report that was compiled to r with both forms wanted; a
 * rejected report has one too.  version: the program's.  Everything lives in
 * a.  False with err when a stylesheet is missing or wrong.
 */
bool sheet_make(const struct project *p, const struct report_file *file,
    const struct result *r, const struct font_set *fonts, struct date as_of,
    enum lang lang, const char *version, struct arena *a, struct sheet *out,
    struct err *err);

#endif
