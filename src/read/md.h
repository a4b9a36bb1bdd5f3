/*
 * md.h - the Markdown source beside the library's tree: what is read off the
 * source itself because the library does not tell it.  Private to read/.
 */
#ifndef READ_MD_H
#define READ_MD_H

#include "read/reader.h"

/* "[^label]:" at the beginning of a line. */
struct note_def {
	struct str label;
	uint32_t line;
	struct pos pos;
	bool met; /* the library has it too, or it stands in a comment */
};

struct md_source {
	struct str text; /* the front matter blanked */
	VEC(struct note_def) defs;
};

/*
 * Look through the source before the library does: notes are collected, link
 * definitions (which vanish) reported, and what the library would need too much
 * time, memory or stack for stops the reader.
 */
void md_scan(struct reader *r, struct md_source *m);

/* The line (from 1), without its end; empty outside the text. */
struct str md_line(
    const struct reader *r, const struct md_source *m, uint32_t line);

/* Is s a delimiter row of a table ("|---|:-:|")? */
bool is_delimiter_row(struct str s);

/* One cell of a row: the bytes from..to of the line, trimmed. */
struct md_cell {
	size_t from, to;
};

/*
 * Cut a row at its unescaped bars into at most max cells; gives the number of
 * cells there are and in *bars the number of bars.
 */
unsigned split_row(
    struct str line, struct md_cell *cell, unsigned max, unsigned *bars);

/*
 * A place in the source that moves along with the library's inline nodes, whose
 * own positions are unreliable (none for breaks, wrong above tables).
 */
struct cursor {
	struct str text;
	size_t at, end;
};

/* Pass what stands for the literal s; gives the offset where it began. */
size_t cursor_take(struct cursor *c, struct str s);
/* Pass n times the sign c, as far as they are there. */
void cursor_signs(struct cursor *c, const char *signs, size_t n);
/* Pass "](...)", "][...]", "]" or ">". */
void cursor_link_end(struct cursor *c);
/* Pass "[^label]"; gives the label. */
struct str cursor_note(struct cursor *c);
/* Pass a code span or a raw tag. */
void cursor_code(struct cursor *c);
/* Go behind the end of the line. */
void cursor_line(struct cursor *c);

#endif
