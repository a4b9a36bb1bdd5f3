/*
 * build.h - a laid document under construction, for the files of this folder.
 */
#ifndef LAYOUT_BUILD_H
#define LAYOUT_BUILD_H

#include "base/vec.h"
#include "layout/laid.h"
#include "layout/layout.h"
#include "text/label.h"

struct blocks {
	struct lblock *v;
	size_t n, cap;
};

struct runs {
	struct lrun *v;
	size_t n, cap;
	struct buf text; /* of the last run, while pieces are added to it */
};

enum {
	HEADING_LEVELS = 4,
	MISSING_MAX = 64,
	/* no-break spaces for what is filled in by hand (II.3, II.4) */
	BLANK_NUMBER = 8,
	BLANK_DAY = 4,
	BLANK_YEAR = 6
};

/* A twentieth of a point: invisible, but a paragraph (docx facts 0.6). */
#define SPACER TWIP(20)

/*
 * What a line of the form needs beside its width, so that no renderer's
 * rounding wraps it: 0.2 mm.
 */
#define SLACK TWIP(10)

struct build {
	struct arena *arena;
	struct diags *diags;
	const struct checked *c;
	const struct template *tpl;
	const struct font_set *fs;
	emu measure, height; /* between the margins */
	VEC(struct lsection) section; /* the last may be open */
	struct blocks body; /* blocks of the section */
	emu gap; /* at least this before its next paragraph */
	struct lnote *note;
	size_t nnotes;
	unsigned captions, figures; /* numbered so far */
	VEC(const struct asset *) asset; /* met so far, each once */
	unsigned heading[HEADING_LEVELS]; /* number last given, by level - 1 */
	enum label_kind governing; /* label of the heading in force */
	struct {
		uint32_t *v;
		size_t n, cap;
	} missing; /* characters told as missing, MISSING_MAX at most */
};

/* Where a block belongs. */
struct place_of {
	enum style_id style;
	enum lrole role;
	unsigned level;
	enum component_id component;
	struct pos pos;
};

/* How text is set. */
struct look {
	bool bold, italic, caps, label;
	unsigned half_points;
	struct str link;
	struct pos pos;
};

/* block.c */

/* A paragraph with the style as defined; valid until the next addition. */
struct lblock *add_paragraph(
    struct build *b, struct blocks *to, const struct place_of *where);

/* The same holding text in the style's own face. */
struct lblock *add_line(struct build *b, struct blocks *to,
    const struct place_of *where, struct str text);

/* An empty paragraph of exact height between tables. */
void add_spacer(struct build *b, struct blocks *to);

/* The face and size of a style. */
struct look look_of(const struct build *b, enum style_id style, struct pos pos);

/* Append text, in capitals where the look says so; every character is looked
   for in the face. */
void put_text(
    struct build *b, struct runs *to, const struct look *how, struct str text);

void set_runs(struct lblock *block, const struct runs *runs);

/* Width of text as a style sets it. */
emu style_width(const struct build *b, enum style_id style, struct str text);

/* n no-break spaces. */
struct str blanks(struct arena *a, unsigned n);

/* rule.c */

/* A rule as long as its text allows under the last of its lines. */
void add_rule(struct build *b, struct blocks *to, emu column, emu width,
    enum component_id component, struct pos pos);

/* Length of a rule of 1/3 to 1/2 of the line (II.2.b, II.5.b). */
emu rule_part(emu longest, emu last);

/* title.c */

/* Centred text over a column, its lines about equally long. */
struct lblock *add_title(struct build *b, struct blocks *to,
    const struct place_of *where, emu column, struct str text);

/*
 * The same with a rule of its component below, 1/3 to 1/2 of its line; the gap
 * behind the text comes behind the rule.
 */
void add_ruled_title(struct build *b, struct blocks *to,
    const struct place_of *where, emu column, struct str text);

/* inline.c */

/* The inline nodes below n. */
void put_inline(struct build *b, struct runs *to, const struct look *how,
    const struct node *n);

/* head.c, addressees.c, sign.c, form_table.c: the official form. */
void put_header(struct build *b);
void put_type(struct build *b);
void put_subject(struct build *b);
void put_addressees(struct build *b);
void put_decider(struct build *b);
void put_bases(struct build *b);
void put_enact(struct build *b);
void put_signature(struct build *b);

/* A line of the form that may not wrap. */
struct form_line {
	enum component_id component;
	enum style_id style;
	struct str text;
	struct pos pos;
};

/*
 * The width of the left of two columns, first tried with left, moved so that
 * the lines of both fit; what cannot is a finding.  least: of the left.
 */
emu fit_columns(struct build *b, emu left, emu least,
    const struct form_line *lines, size_t n);

/* A table of the form without borders: two columns, rows of two cells. */
void add_form_table(struct build *b, emu left, enum component_id component,
    struct blocks (*cells)[2], size_t nrows);

/* layout.c: a section; the one begun is what body and measure belong to. */
void begin_pages(struct build *b, bool landscape);
struct lsection *end_pages(struct build *b);

/* stamp.c */
emu stamp_width(const struct build *b, enum stamp_id id, enum style_id style);
void put_urgency(struct build *b, struct blocks *to, emu column);
void put_circulation(struct build *b, struct blocks *to);

/* address.c: the foot; how far its end is from the paper's edge, or 0. */
emu put_address(struct build *b, struct blocks *to);

/* appendix.c */
void put_appendices(struct build *b);

/* body.c */
void put_body(struct build *b);
void put_block(struct build *b, const struct node *n, unsigned depth,
    enum label_kind above);

/* The label of a list's items by the label above them. */
enum label_kind item_label(enum label_kind above, bool ordered);

/* note.c: the notes under their numbers; before any mark is set. */
void put_notes(struct build *b);

/* figure.c */
void put_figure(struct build *b, const struct node *n);

/* table.c, columns.c */
void put_table(struct build *b, const struct node *n);

/* What a column holds. */
struct column_need {
	int64_t least, natural; /* twips, cell margins included */
	unsigned share; /* relative width asked for; 0: none */
};

/* A column of the content is at least 7 mm wide, its margins included. */
enum { COLUMN_LEAST = 400 };

/*
 * Whole twips for n columns that together are measure; width comes zeroed.
 * Every need is above 0.
 */
void share_columns(struct arena *a, const struct column_need *need, size_t n,
    int64_t measure, int64_t *width);

#endif
