/*
 * seen.h - the pages of a PDF as an eye sees them: lines of text, drawn lines
 * and boxes at their places, and the paragraphs that a Word file would have for
 * them (struct word).  So one recogniser and one table of rules serve both
 * forms, and what only a page shows is measured on the page.
 *
 * Lengths are EMU from the paper's upper left corner, y downward.
 */
#ifndef INSPECT_SEEN_H
#define INSPECT_SEEN_H

#include "base/buf.h"
#include "base/vec.h"
#include "font/font.h"
#include "inspect/word.h"
#include "verify/pdf_view.h"

/* A line of text, or of one table cell. */
struct sline {
	size_t page, para;
	size_t from, to; /* bytes of the paragraph's text */
	emu left, right; /* of its ink */
	emu base;
	int64_t half_points; /* of its largest text */
	bool artifact;       /* no part of the text: a page number */
};

/* A filled rectangle: a line, if thin. */
struct sstroke {
	size_t page;
	emu left, right, top, bottom;
	bool level; /* wider than high */
	bool grid;  /* of a table or a box: it meets one that crosses it */
};

struct spage {
	emu width, height;
	size_t section;
	int64_t number; /* that readers show, from /PageLabels; 0: none */
	/* what is printed of the text and its tables */
	emu left, right, top, bottom;
	emu text_left, text_right; /* without its tables' borders */
	bool empty;
};

struct seen {
	const struct pdf_view *view;
	struct word *w;
	struct sline *line; /* sorted by paragraph, then as read */
	size_t nlines;
	size_t *first; /* of a paragraph; one more at the end */
	struct sstroke *stroke;
	size_t nstrokes;
	struct spage *page;
	size_t npages;
	bool *filled; /* by section: lines end together at its right margin */
};

/* Never fails; what has no place on the page is left out. */
const struct seen *seen_read(
    const struct pdf_view *v, const struct font_set *fonts, struct arena *a);

/*
 * The level line next under base, at most 12 points, that lies below left..
 * right and is no part of a table or box; NULL if none.
 */
const struct sstroke *seen_under(
    const struct seen *s, size_t page, emu base, emu left, emu right);

/* Height of a line of single spacing, and of what stands above its base. */
emu seen_height(const struct font_set *fonts, int64_t half_points);
emu seen_above(const struct font_set *fonts, int64_t half_points);

/* The stages of seen_read(); private to seen_*.c. */

/* A paragraph being put together. */
struct sblock {
	struct wpara p;
	struct buf text;
	VEC(struct wrun) runs;
};

struct seer {
	struct seen *s;
	struct pdf_file *f;
	const struct font_set *fonts;
	struct arena *a;
	VEC(struct sblock) blocks;
	VEC(struct sline) lines;
	VEC(struct wtable) tables;
	size_t **block_of; /* by page and MCID: block + 1 */
	size_t *npieces;   /* by page */
};

/* seen_tree.c: blocks and tables in reading order, and what they hold. */
void seen_tree(struct seer *r);
/* seen_text.c: lines and their text. */
void seen_text(struct seer *r);
/* seen_draw.c: lines drawn and boxes. */
void seen_strokes(struct seer *r);
void seen_boxes(struct seer *r);
/* seen_form.c: sections, and how paragraphs stand. */
void seen_sections(struct seer *r);
void seen_forms(struct seer *r);

#endif
