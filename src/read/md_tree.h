/*
 * md_tree.h - what the files that walk libcmark-gfm's tree share; they are its
 * only users: md.c (blocks), md_inline.c, md_table.c.  Private to read/.
 *
 * The library keeps its extensions in globals: they are registered once, and
 * one thread reads.  Table kinds get their numbers only then, so kinds are
 * matched by name.
 */
#ifndef READ_MD_TREE_H
#define READ_MD_TREE_H

#define CMARK_NO_SHORT_NAMES /* its NODE_HEADING is not ours */
#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>

#include "read/md.h"

struct md {
	struct reader *r;
	struct md_source src;
	struct caption caption; /* met before its table; pos.line 0: none */
	unsigned *number; /* of ours, by the library's footnote number */
	unsigned nnumbers;
	bool in_note;
};

/* What is being read of one block's inline content. */
struct span {
	struct md *m;
	struct ink ink;
	struct cursor cur;
	struct node *block, *parent; /* parent: of paragraphs to split */
	bool splits;
	unsigned image; /* depth inside an image */
	struct pos image_pos;
};

/* --- md_place.c: places of the library's nodes ---------------------- */

/* The byte offset of a line and byte column of the library's. */
size_t offset_of(const struct md *m, int line, int col);
struct pos pos_of(const struct md *m, size_t offset);
bool is_kind(cmark_node *c, const char *name);
/* The line of a table's delimiter row. */
uint32_t delimiter_line(const struct md *m, cmark_node *table);
/* The bytes of a block. */
struct cursor block_cursor(const struct md *m, cmark_node *c);
struct pos block_pos(const struct md *m, cmark_node *c);

/* Report that reports may not use a construct, named by its sign. */
void refuse(struct md *m, struct pos pos, const char *sign);
void refuse_html(struct md *m, struct pos pos, struct str html);

/* --- md_inline.c ----------------------------------------------------- */

/* All inline content of c; s->block is the last paragraph begun. */
void take_inlines(struct span *s, cmark_node *c);

/* --- md_figure.c ----------------------------------------------------- */

/* Is the paragraph c one image and nothing else?  Then it is taken. */
bool take_figure(struct md *m, cmark_node *c, struct node *parent);

/* --- md_table.c ------------------------------------------------------ */

void take_table(
    struct md *m, cmark_node *c, struct node *parent, unsigned depth);

/*
 * Report a table that is a paragraph, bars and all, to the library because its
 * header has not as many cells as its delimiter row.
 */
bool is_broken_table(struct md *m, const struct cursor *cur);

/* Is p, by where it stands, a table's caption?  Then it is taken. */
bool take_caption(
    struct md *m, cmark_node *c, struct node *parent, struct node *p);

#endif
