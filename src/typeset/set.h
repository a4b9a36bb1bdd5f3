/*
 * set.h - blocks set in lines, not yet on pages.  Private to typeset/.
 *
 * Lengths here are whole twips, as in the DOCX; frags and strokes are EMU from
 * the left edge of their column, y from the baseline (frags) or from the
 * line's top (strokes).
 */
#ifndef TYPESET_SET_H
#define TYPESET_SET_H

#include "base/arena.h"
#include "diag/diag.h"
#include "font/font.h"
#include "layout/laid.h"
#include "typeset/lines.h"
#include "typeset/pages.h"
#include "typeset/tree.h"

/* Room to sign in, across the column; it ends where its line begins. */
struct set_room {
	int64_t width, height;
	struct str title; /* who signs */
	const struct elem *person, *office;
};

struct set_line {
	const struct frag *frag;
	size_t nfrags;
	const struct stroke *stroke; /* of a rule or a box */
	size_t nstrokes;
	const struct picture *picture; /* or NULL; y from the line's top */
	const struct set_room *room; /* above it, or NULL */
	int64_t height, ascent;
	int64_t need; /* of the page: height without extra line spacing */
	const unsigned *note; /* footnotes marked on it, indices into laid */
	size_t nnotes;
};

struct set_paragraph {
	struct set_line *line;
	size_t nlines;
	int64_t before, after;
	bool keep_next, keep_lines;
	bool empty; /* nothing to see */
};

/* A line of a cell. */
struct cell_line {
	const struct set_line *line;
	int64_t top; /* from the cell's upper edge */
	int64_t before; /* its paragraph's, also where that goes on */
};

struct set_cell {
	struct cell_line *line;
	size_t nlines;
	size_t column, colspan, rowspan;
	int64_t x; /* where its text begins, from the table's left */
	int64_t height; /* with the space below its last line */
	bool covered;
};

struct set_row {
	struct set_cell *cell;
	size_t ncells;
	int64_t height; /* of cells in this row alone, and the border below */
	int64_t full;   /* with those that end in it, set since row begin */
	size_t begin;
	bool header, cant_split;
	bool joined; /* stays on the page of the row below */
	bool whole;  /* also if that leaves much of a page empty */
	struct pos pos;
};

struct set_table {
	int64_t *edge; /* ncolumns + 1 of them, from the table's left */
	size_t ncolumns;
	int64_t border;
	struct set_row *row;
	size_t nrows, nheaders;
};

struct set_block {
	const struct lblock *block;
	bool table;
	union {
		struct set_paragraph paragraph; /* rules too */
		struct set_table table;
	} as;
};

struct note_line {
	const struct set_line *line;
	int64_t gap; /* above it, behind the lines before */
	size_t begin, end; /* of its paragraph, among the note's lines */
};

struct set_note {
	struct note_line *line;
	size_t nlines;
	int64_t after; /* space below */
	bool set; /* marked so far */
};

/* What all of them are set with. */
struct setter {
	struct arena *arena;
	const struct laid *laid;
	const struct font_set *fonts;
	struct diags *diags;
	struct tree tree;
	struct letters letters; /* room for those of one paragraph */
	struct set_note *note; /* laid->nnotes of them */
	int64_t measure; /* of the section */
	bool in_note;
	bool signed_once; /* there is room to sign already */
};

/* A paragraph or rule in a column of that width, tagged below parent. */
struct set_paragraph set_paragraph(struct setter *s, const struct lblock *b,
    int64_t width, struct elem *parent);

/*
 * Only where its lines break; exact: with widths that are not rounded and the
 * classes of newer programs than LibreOffice 7.
 */
struct line_range *paragraph_lines(struct setter *s, const struct lparagraph *p,
    int64_t width, bool exact, size_t *n);

/* The same of an image. */
struct set_paragraph set_picture(struct setter *s, const struct lblock *b,
    int64_t width, struct elem *parent);

/*
 * Blocks of a margin, in a column of the section's measure: their lines, each
 * with the space above it as gap.
 */
struct margin_line {
	const struct set_line *line;
	int64_t gap;
};
struct margin_line *set_margin(
    struct setter *s, const struct lblock *b, size_t n, size_t *nlines);

/* The line of the page's number. */
struct set_paragraph set_page_number(
    struct setter *s, const struct lparagraph *p, unsigned number);

/* What its cells have of a table's width: the edges of its columns, and the
   room for text in columns of it. */
int64_t *table_edges(struct arena *a, const struct ltable *t);
int64_t table_room(
    const struct ltable *t, const int64_t *edge, size_t column, size_t columns);

struct set_table set_table(
    struct setter *s, const struct lblock *b, struct elem *parent);

/* room.c: room above block n of the cell if that is the name of who signs,
   else NULL.  Its elements come next below parent. */
struct set_room *set_room(struct setter *s, const struct lcell *cell, size_t n,
    int64_t width, struct elem *parent);

/* At least so many lines of a paragraph on either side of a page break. */
enum { MIN_LINES = 2 };

/* The space between two paragraphs: the larger one counts (docx facts 4). */
static inline int64_t
gap_between(int64_t after, int64_t before)
{
	return after > before ? after : before;
}

/* nudge.c: a copy of l with the character spacing that makes lines certain. */
struct laid *nudge_lines(
    const struct laid *l, const struct font_set *fs, struct arena *a);

#endif
