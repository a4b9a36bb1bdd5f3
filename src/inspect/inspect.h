/*
 * inspect.h - the decree's rules R01-R60 and the house rules H01-H12, measured
 * on the stored values of a Word file, ours or anybody's, and on the pages of a
 * PDF.
 *
 * What a form cannot decide (what needs the office or a person, and in a Word
 * file pages) is named, never guessed.
 */
#ifndef INSPECT_INSPECT_H
#define INSPECT_INSPECT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/str.h"
#include "diag/diag.h"
#include "font/font.h"
#include "verify/pdf_view.h"

enum rule_id {
#define RULE(                                                          \
    id, level, class, clause, made, measure, seen, check, en, vi, rest_en,    \
    rest_vi) \
	RULE_##id,
#include "inspect/rules.def"
#undef RULE
	RULE_MAX
};

enum rule_outcome {
	RULE_OPEN, /* not decided */
	RULE_ABSENT, /* decided: nothing in this file is under it */
	RULE_PASSED,
	RULE_BROKEN
};

struct rule_row {
	const char *id; /* "R01" */
	enum diag_level level;
	enum diag_class class;
	const char *clause; /* or NULL */
	bool made; /* `vanthu build` writes it so */
	const char *check; /* findings of `vanthu check` on it; or NULL */
	const char *name[LANG_MAX];
	const char *rest[LANG_MAX]; /* what a person must look at; or NULL */
};
extern const struct rule_row rule_rows[RULE_MAX];

/* Can stored values and text of a Word file decide it? The pages of a PDF? */
bool rule_is_measured(enum rule_id id);
bool rule_is_seen(enum rule_id id);

struct inspection {
	enum rule_outcome outcome[RULE_MAX];
	size_t open, passed, absent, broken;
};

/*
 * Measure the file; fonts may be NULL (then lengths of lines are open).  False
 * when it is no Word file that can be read.
 */
bool inspect_docx(struct str docx, const char *path,
    const struct font_set *fonts, struct arena *a, struct diags *ds,
    struct inspection *out);

/*
 * The same for what this program has written: a broken rule of the decree at
 * level error is our fault (verify/rule-broken).  True if none is.
 */
bool inspect_output(struct str docx, const char *path,
    const struct font_set *fonts, struct arena *a, struct diags *ds);

/*
 * The same for a PDF: its tagged pages, read back, measured against the decree
 * and not only against what was laid out.  The PDF of another program can be
 * measured only if it is as simple as ours; else it is told so.
 */
bool inspect_pdf(struct str pdf, const char *path,
    const struct font_set *fonts, struct arena *a, struct diags *ds,
    struct inspection *out);
bool inspect_pages(const struct pdf_view *pdf, const char *path,
    const struct font_set *fonts, struct arena *a, struct diags *ds);

#endif
