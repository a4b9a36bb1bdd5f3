/*
 * border.h - the lines of a table on one page.  Private to typeset/.
 */
#ifndef TYPESET_BORDER_H
#define TYPESET_BORDER_H

#include "typeset/page.h"

/* A row, or the part of it, that stands on the page. */
struct placed_row {
	const struct set_row *row;
	int64_t top, bottom; /* from above its text to below its border */
};

/* Draw the borders around and between n rows. */
void draw_borders(struct pager *pg, const struct set_table *t,
    const struct placed_row *row, size_t n);

#endif
