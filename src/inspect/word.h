/*
 * word.h - a DOCX of any program, read to a read-only model: every property
 * resolved through defaults, table style, paragraph styles, numbering and what
 * stands at the paragraph itself (ISO/IEC 29500-1, 17.7.2).
 *
 * The bytes are not trusted: what is not well-formed or beyond a bound is a
 * finding, never a crash.  Lengths are twips unless said.
 */
#ifndef INSPECT_WORD_H
#define INSPECT_WORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/length.h"
#include "base/str.h"
#include "diag/diag.h"

enum word_place {
	WORD_BODY,
	WORD_CELL,
	WORD_HEADER,
	WORD_FOOTER,
	WORD_NOTE,
	WORD_SHAPE /* a text box */
};

/* Which pages a header or footer is for. */
enum word_pages { WORD_DEFAULT, WORD_FIRST, WORD_EVEN, WORD_PAGES };

/* The fonts a run has for the kinds of characters (17.3.2.26). */
enum word_font { WORD_ASCII, WORD_HANSI, WORD_CS, WORD_EASTASIA, WORD_FONTS };

enum word_align {
	WORD_LEFT,
	WORD_RIGHT,
	WORD_CENTER,
	WORD_BOTH,
	WORD_SPREAD /* distribute and the like */
};

enum word_line { WORD_AUTO, WORD_EXACT, WORD_AT_LEAST };
enum word_side { WORD_TOP, WORD_BOTTOM, WORD_START, WORD_END, WORD_SIDES };

/* How text looks. */
struct wface {
	struct str font[WORD_FONTS]; /* empty: none is named */
	int64_t half_points;
	bool bold, italic, caps, small_caps, underline, strike, hidden, raised;
	struct str color; /* "", "auto" or RRGGBB */
	struct str highlight; /* "" or a name; shading is highlight too */
};

/* Bytes from..to of its paragraph's text. */
struct wrun {
	size_t from, to;
	struct wface face;
};

/* How a paragraph stands. */
struct wform {
	enum word_align align;
	int64_t left, right, first; /* first: of the first line, may be < 0 */
	int64_t before, after, line;
	enum word_line rule;
	bool contextual, keep_next, page_break_before;
	bool border[WORD_SIDES];
	int64_t edge[WORD_SIDES]; /* text to the border's middle, 1/8 pt */
	bool framed, frame_centred; /* w:framePr */
	bool has_ind; /* some indent is stated */
	int64_t num_id, level; /* numbering; num_id 0: none */
};

/* A line or box drawn at a paragraph. */
struct wdrawing {
	size_t para;
	emu width, height, x; /* x: offset, 0 when not given */
	bool line, picture;
	size_t first_inside, n_inside; /* paragraphs of its text box */
};

#define WORD_NO_TABLE ((size_t)-1)

struct wpara {
	size_t number; /* in the document from 1; 0 in headers, notes */
	enum word_place place;
	size_t section;
	size_t table, row, column; /* table WORD_NO_TABLE: in no cell */
	struct str part; /* "word/header1.xml" */
	struct str label; /* made by numbering: "1.", "a)" */
	struct str text; /* as shown: w:caps applied, tab, newline */
	struct str style; /* name, lower case */
	struct wform form;
	struct wface mark; /* of what is typed there next */
	struct wrun *run;
	size_t nruns;
	bool page_field; /* shows the page number, in face page_face */
	struct wface page_face;
	bool page_break; /* w:br type="page" in it */
};

struct wcell {
	size_t row, column, span;
	int64_t width; /* 0: not known */
	size_t first, n; /* its paragraphs, nested tables' too */
	bool border[WORD_SIDES]; /* visible */
};

struct wrow {
	bool header, cant_split;
	int64_t height; /* 0: none stated */
};

struct wtable {
	size_t outer; /* table around it, or WORD_NO_TABLE */
	size_t section;
	int64_t indent, margin_left, margin_right; /* of cells */
	int64_t width; /* sum of the columns */
	int64_t *column;
	size_t ncolumns;
	struct wcell *cell;
	size_t ncells;
	struct wrow *row;
	size_t nrows;
	size_t first, n; /* paragraphs */
	bool bordered; /* some cell shows a border */
	bool floating;
};

/* The paragraphs of a header or footer part. */
struct wstory {
	size_t first, n;
	struct str part;
	bool there;
};

struct wsection {
	size_t first, n; /* paragraphs of the document */
	int64_t width, height, top, bottom, left, right, header, footer;
	bool landscape, first_page_differs;
	int64_t page_start; /* -1: goes on */
	struct str page_format; /* "" is decimal */
	struct wstory head[WORD_PAGES], foot[WORD_PAGES];
};

struct word {
	struct wpara *para;
	size_t nparas, nbody; /* the first nbody are the document's */
	struct wtable *table;
	size_t ntables;
	struct wsection *section;
	size_t nsections;
	struct wdrawing *drawing;
	size_t ndrawings;
	bool even_and_odd;
	size_t insertions, deletions, comments;
	size_t changed_para; /* where the first of them stands */
};

/* NULL after a finding. */
const struct word *word_read(
    struct arena *a, struct str bytes, const char *path, struct diags *ds);

/* The cell a paragraph lies in; NULL if in none. */
const struct wcell *word_cell(const struct word *w, const struct wpara *p);

/* The width a paragraph's text has at most, without its own indents. */
int64_t word_measure(const struct word *w, const struct wpara *p);

#endif
