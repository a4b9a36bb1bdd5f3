/*
 * verify.h - the written bytes, read back by readers that know nothing of how
 * they were made, against what was laid out.  A difference is our fault
 * (verify/...): an error finding, and nothing is published.
 */
#ifndef VERIFY_VERIFY_H
#define VERIFY_VERIFY_H

#include <stdbool.h>

#include "base/arena.h"
#include "diag/diag.h"
#include "layout/laid.h"
#include "typeset/pages.h"
#include "verify/pdf_view.h"

/* path: what the findings name. True if nothing differs. */
bool verify_docx(struct str bytes, const struct laid *l, const char *path,
    struct arena *a, struct diags *ds);
bool verify_pdf(struct str bytes, const struct pages *p, const char *path,
    struct arena *a, struct diags *ds);

/* The same; what was read is left in *view for others to measure, if true. */
bool verify_pdf_view(struct str bytes, const struct pages *p, const char *path,
    struct arena *a, struct diags *ds, struct pdf_view *view);

#endif
