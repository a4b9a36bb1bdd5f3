/*
 * typeset.h - a laid document broken into lines and pages.
 */
#ifndef TYPESET_TYPESET_H
#define TYPESET_TYPESET_H

#include "base/arena.h"
#include "diag/diag.h"
#include "font/font.h"
#include "layout/laid.h"
#include "typeset/pages.h"

/*
 * l with character spacing of a twentieth of a point where the lines of a
 * paragraph would hang on a rounding, so that programs that measure otherwise
 * break them alike (docx facts 3.6).  Whoever writes l writes this instead.
 */
const struct laid *typeset_nudge(const struct laid *l,
    const struct font_set *fs, struct arena *a);

/* Never fails; what looks wrong on the pages is a finding at its author's
   place (a heading alone, a row taller than a page). */
const struct pages *typeset(const struct laid *l, const struct font_set *fs,
    struct arena *a, struct diags *ds);

#endif
