/*
 * reader.h - what the readers of the two forms share: the state of one reading,
 * its bounds, and the rules that hold in both forms.  Private to read/.
 */
#ifndef READ_READER_H
#define READ_READER_H

#include "base/vec.h"
#include "diag/diag.h"
#include "doc/doc.h"
#include "parse/source.h"

/* Bounds; what exceeds them is refused with a finding. */
enum {
	MAX_HEADING = 3, /* mục, khoản, điểm (II.6.d) */
	MAX_LIST_DEPTH = 4,
	MAX_INLINE_DEPTH = 16,
	MAX_COLUMNS = 63, /* of a table, as in Word */
	MAX_WIDTH = 1000, /* a relative column width */
	MAX_NOTES = 1000,
	MAX_NODES = 200000,
	MAX_FIGURES = 500,
	MAX_FINDINGS = 1000
};

struct reader {
	struct arena *a;
	const struct source *src;
	struct diags *ds;
	struct doc *doc;
	struct node *root;
	struct node *at; /* what blocks go into: root or the last appendix */
	bool stopped; /* a bound was met: no tree will come of this */
	unsigned nodes; /* made so far */
	size_t before; /* findings of others in ds */
	unsigned level; /* of the last heading */
	unsigned images, captioned; /* so far, and those with a caption */
	VEC(struct value) ids;
	VEC(struct node *) notes; /* FOOTNOTE nodes; number i at i - 1 */
};

/* The two forms; false when there is no sensible tree. */
bool md_read(struct reader *r);
bool xml_read(struct reader *r);

/*
 * The front matter's fields; *end receives the offset behind its last line.
 * False after an error that leaves no fields; the body can be read still.
 */
bool front_matter_read(struct reader *r, size_t *end);

/* A node of the tree to be; counts it. */
struct node *reader_node(struct reader *r, enum node_kind kind, struct pos pos);

/* Report that a bound was met, once, and stop. */
void reader_stop(struct reader *r, struct pos pos, size_t found, size_t bound);

/* False when the reader stopped; too many findings stop it. */
bool reader_goes_on(struct reader *r);

/* Remember an explicit id; a bad one is reported and left out. */
struct str reader_id(struct reader *r, struct str id, struct pos pos);

/* --- fields.c ------------------------------------------------------- */

/* The field of that name or label under parent; FIELD_NONE, reported. */
enum field field_find(
    struct reader *r, struct str key, enum field parent, struct pos pos);

/* A field's key was met; false, reported, if it was met before. */
bool field_begin(struct reader *r, enum field f, struct pos key);

void field_add(struct reader *r, enum field f, struct value v);
void figure_add(struct reader *r, const struct reported *figure);

/* --- inline.c: the inline content of one block, blanks folded ------- */

enum ink_state {
	INK_EDGE, /* at the beginning of a line: blanks are dropped */
	INK_WORD,
	INK_DUE /* a blank was met; it counts if something follows */
};

struct ink_line {
	size_t offset; /* in the text */
	struct pos pos;
};

struct ink {
	struct reader *r;
	struct node *block, *at;
	struct node *open[MAX_INLINE_DEPTH]; /* below at, still empty */
	unsigned nopen, depth;
	struct buf text; /* of at, not in the tree yet */
	VEC(struct ink_line) lines; /* that begin inside text */
	struct pos seen; /* of the last piece in text */
	struct pos pos; /* where it began */
	enum ink_state state;
	char last; /* the last byte that is not blank */
};

struct ink ink_begin(struct reader *r, struct node *block);
/* pos is that of s's first character, a blank too. */
void ink_text(struct ink *k, struct str s, struct pos pos);
void ink_break(struct ink *k, struct pos pos);
/* STRONG, EMPH or LINK; NULL when nested too deep (the reader stops). */
struct node *ink_open(struct ink *k, enum node_kind kind, struct pos pos);
void ink_close(struct ink *k);
/* BREAK or NOTE_REF */
struct node *ink_leaf(struct ink *k, enum node_kind kind, struct pos pos);
void ink_end(struct ink *k);

/* Take n, which has no children, out of its tree. */
void node_unlink(struct node *n);

/* Report an address that is not http, https or mailto. */
void check_link(struct reader *r, struct str url, struct pos pos);

/* --- blocks.c: what headings, paragraphs and lists have in common --- */

/*
 * Is it the heading of an appendix, "Phụ lục I: TÊN PHỤ LỤC"?  The number or
 * STR_NONE, and where the title begins.
 */
bool appendix_word(struct str s, struct str *number, size_t *title);
/* Append n; the blocks that follow belong to it. */
void block_appendix(struct reader *r, struct node *n);
/* Append a heading whose inline content is complete. */
void block_heading(struct reader *r, struct node *h);
/* Append a paragraph, with its typed label split off; empty ones are dropped */
void block_paragraph(struct reader *r, struct node *parent, struct node *p);
/* Append list unless it has no items. */
void block_list(struct node *parent, struct node *list);
/*
 * Append item to list unless it is empty, which is reported when nothing inside
 * it was: before is the number of findings at its beginning.
 */
void block_item(
    struct reader *r, struct node *list, struct node *item, size_t before);
/* A new FOOTNOTE with the next number. */
struct node *note_new(struct reader *r, struct pos pos);
/* Its text is complete. */
void note_end(struct reader *r, struct node *note, struct node *p);

/* --- figures.c ------------------------------------------------------ */

/* An image as either form names it; width.p NULL: not given. */
struct figure {
	struct str path, alt, caption, width;
	struct pos pos, caption_pos, width_pos;
};

/* Append it, with whatever is wrong with it reported. */
void block_figure(
    struct reader *r, struct node *parent, const struct figure *f);

/* --- tables.c ------------------------------------------------------- */

/* A caption with what stands in braces behind it. */
struct caption {
	struct str text, id, widths;
	struct pos pos;
};

/* Cut a trailing {#id ...} off *s; false if there is none. */
bool cut_attributes(struct str *s, struct str *attributes);

/* Is s the beginning of a caption ("Bảng:", "Table:")?  Its length, or 0. */
size_t caption_word(struct str s);

/* Split what stands in a caption paragraph. */
struct caption caption_parse(struct reader *r, struct str text, struct pos pos);

/* Give the table its caption, id and widths ("1,3,2"). */
void table_caption(
    struct reader *r, struct node *table, const struct caption *c);

/* Report rows that do not fill the table, spans counted. */
void table_check(struct reader *r, const struct node *table);

/* A number from 1 to max, all of s; 0 if it is not one. */
unsigned parse_count(struct str s, unsigned max);

#endif
