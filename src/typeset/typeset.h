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
 * l as all programs set it alike: with character spacing of a twentieth of a
 * point where the lines of a paragraph would hang on a rounding (docx facts
 * 3.6), and without what an office program would part otherwise (settle.c).
 * Whoever writes l writes this instead.
 */
const struct laid *typeset_settle(const struct laid *l,
    const struct font_set *fs, struct arena *a);

/* Never fails; what looks wrong on the pages is a finding at its author's
   place (a heading alone, a row taller than a page). */
const struct pages *typeset(const struct laid *l, const struct font_set *fs,
    struct arena *a, struct diags *ds);

#endif
