/*
 * layout.h - a checked report put into the official form.
 */
#ifndef LAYOUT_LAYOUT_H
#define LAYOUT_LAYOUT_H

#include "base/arena.h"
#include "check/check.h"
#include "diag/diag.h"
#include "font/font.h"
#include "layout/laid.h"

/*
 * The laid document.  fs measures the texts whose rules have a length to obey
 * (II.1.b, II.2.b, II.5.b) and the names that must stay on their lines.
 * NULL after an error finding (layout/line-too-long, layout/character-missing).
 */
const struct laid *lay_out(const struct checked *c, const struct template *tpl,
    const struct font_set *fs, struct arena *a, struct diags *ds);

#endif
