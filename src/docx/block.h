/*
 * block.h - paragraphs, rules and tables: what stands in the body, in cells,
 * in footnotes and in headers.
 */
#ifndef DOCX_BLOCK_H
#define DOCX_BLOCK_H

#include "docx/part.h"

/* Which part the runs stand in: a note's mark differs by it. */
enum story { STORY_BODY, STORY_NOTE, STORY_HEADER };

/* The line height of a paragraph that only has to be there, in twips. */
enum { GAP_LINE = 20 };

/* Where blocks are written to. */
struct flow {
	struct xw *x;
	struct pack *p;
	enum story story;
};

/*
 * <w:p> of b.  end: the section that ends with it, to be written into its
 * properties, or NULL.
 */
void write_paragraph(
    struct flow *f, const struct lblock *b, const struct lsection *end);
void write_rule(
    struct flow *f, const struct lblock *b, const struct lsection *end);

void write_image(
    struct flow *f, const struct lblock *b, const struct lsection *end);

/* <w:r> with the image in it. */
void write_drawing(struct flow *f, const struct limage *g);

/* <w:tbl> of b. */
void write_table(struct flow *f, const struct lblock *b);

/*
 * An empty paragraph of 1 pt.  Word joins two tables that touch, and a cell or
 * a body may not end on a table: it stands after such tables.
 */
void write_gap(struct flow *f, const struct lsection *end);

/* n blocks, the last with end; ends with <w:p> whatever they are. */
void write_blocks(struct flow *f, const struct lblock *b, size_t n,
    const struct lsection *end);

/* Content of <w:p>. */
void write_runs(struct flow *f, const struct lparagraph *g);

/* <w:sectPr>. */
void write_section(struct flow *f, const struct lsection *s);

#endif
