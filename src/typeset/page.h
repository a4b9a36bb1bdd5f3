/*
 * page.h - set blocks put on pages: the page being filled, and what a line
 * needs to stand on it.  Private to typeset/.
 *
 * y is in twips from the top of the body.
 */
#ifndef TYPESET_PAGE_H
#define TYPESET_PAGE_H

#include "base/vec.h"
#include "typeset/set.h"

/* Where the next line goes, and what the page owes already. */
struct cursor {
	int64_t y;
	int64_t after;      /* of the paragraph above */
	int64_t notes;      /* height of the footnote zone, 0 without notes */
	int64_t note_after; /* of the last footnote */
	int64_t note_over;  /* line spacing below its last line */
	bool parted;        /* a note goes on: no other may begin */
	bool top;           /* nothing above on this page */
	bool hard;          /* the page began with a section: before counts */
};

/* Lines from..to of a footnote. */
struct note_part {
	unsigned note; /* index into laid */
	size_t from, to;
};

/* What settle.c is to change about a table of the laid document. */
enum wish_kind {
	WISH_LOWER, /* it shall begin a little lower */
	WISH_SPLIT, /* row may split */
	WISH_APART, /* row need not stay with the next */
	WISH_WHOLE  /* row has to */
};
struct wish {
	enum wish_kind kind;
	const struct lblock *table;
	size_t row;
};
struct wishes {
	struct wish *v;
	size_t n, cap;
};

struct pager {
	struct setter *s;
	const struct lsection *section;
	int64_t left, top;       /* of the body on the paper */
	int64_t height, measure; /* of the body */
	int64_t least;           /* of its height, what notes leave free */
	struct cursor at;
	bool filled;                   /* something stands on the page */
	size_t section_page;           /* of the section, from 0 */
	unsigned number;               /* as printed */
	size_t body_lines;             /* of report text on the page */
	const struct lblock *heading;  /* last on the page so far, or NULL */
	bool *note_placed;             /* laid->nnotes of them */
	const struct margin_line *foot; /* of the section's first page */
	size_t nfoot;
	VEC(struct note_part) notes;   /* on this page */
	VEC(struct note_part) waiting; /* for the next */
	VEC(struct frag) frags;
	VEC(struct stroke) strokes;
	VEC(struct picture) pictures;
	VEC(struct page) pages;
	VEC(struct sign_field) fields;
	struct wishes *wishes; /* for settle.c, else NULL */
};

/* typeset.c: s->laid on pages; pg is zero but for its wishes. */
void set_document(struct setter *s, struct pager *pg);

/* Begin the section's first page; end its last. */
void page_begin_section(struct pager *pg, const struct lsection *section);
void page_end_section(struct pager *pg);

/* What stands in the upper margin of the page begun; the page's foot. */
void page_put_top(struct pager *pg, const struct margin_line *line, size_t n);
void page_keep_foot(
    struct pager *pg, const struct margin_line *line, size_t n);

/* An automatic page break. */
void page_break(struct pager *pg);

/* Room for the line with its notes at c?  If so c moves on. */
bool page_take(const struct pager *pg, struct cursor *c,
    const struct set_line *line);

/* The same for a whole row of that height. */
bool page_take_row(const struct pager *pg, struct cursor *c,
    const struct set_row *row, int64_t height);

/* How far c moves down before a paragraph with that space before it. */
int64_t page_gap(const struct cursor *c, int64_t before);

/*
 * Put a line with its upper left corner at x, y (twips from the body's) and
 * its notes on the page; artifact: without its tags, for repeated headers.
 */
void page_put(struct pager *pg, const struct set_line *line, int64_t x,
    int64_t y, bool artifact);
void page_stroke(struct pager *pg, struct stroke stroke);

/* room.c: the fields above a line at x, y (EMU, on the paper). */
void room_put(struct pager *pg, const struct set_room *room, emu x, emu y);

/* The same on the paper (EMU), and without notes. */
void page_draw(struct pager *pg, const struct set_line *line, emu x, emu y,
    bool artifact);

/*
 * notes.c.  Room in the zone for the notes of a line that ends at bottom?
 * whole: a long one may not be parted.  notes_carry() begins a page with what
 * waited for it.
 */
bool notes_take(const struct pager *pg, struct cursor *c,
    const struct set_line *line, int64_t bottom, bool whole);
void notes_put(struct pager *pg, const struct set_line *line, int64_t bottom);
void notes_carry(struct pager *pg);
void notes_draw(struct pager *pg);

/* flow_table.c: rows on pages.  flow.c: everything else. */
void flow_table(struct pager *pg, const struct set_block *b);
void flow_blocks(struct pager *pg, const struct set_block *b, size_t n);

/* Would the first rows of the table fit at c? */
bool table_starts(const struct pager *pg, struct cursor c,
    const struct set_block *b);

#endif
