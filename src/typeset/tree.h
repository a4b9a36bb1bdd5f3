/*
 * tree.h - the structure tree of a document (ISO 32000-1, 14.8) as its blocks
 * come by.  Private to typeset/.
 */
#ifndef TYPESET_TREE_H
#define TYPESET_TREE_H

#include "base/arena.h"
#include "layout/laid.h"
#include "typeset/pages.h"

enum { LIST_DEPTH = 8, HEADING_DEPTH = TAG_H4 - TAG_H1 + 1 };

struct tree {
	struct arena *arena;
	struct elem *root;
	struct {
		struct elem *list, *body; /* L, and LBody of its last item */
	} level[LIST_DEPTH];
	unsigned depth;     /* open lists */
	unsigned heading[HEADING_DEPTH], headings; /* levels of open ones */
	struct elem *table; /* made early, for the caption before it */
	struct elem *alone; /* a cell that holds nothing but one paragraph */
};

void tree_start(struct tree *t, struct arena *a);

struct elem *tree_add(struct tree *t, struct elem *parent, enum role role);

/* Say before each block what comes after it, so that captions find tables. */
void tree_expect(struct tree *t, struct elem *parent, const struct lblock *b,
    const struct lblock *next);

/*
 * The element of paragraph b below parent; *label is the one for its number,
 * the same as the paragraph's when that has none of its own.  A cell that is
 * alone is the element of its paragraph: most elements of a report are cells,
 * and a P in each would say nothing more (ISO 32000-1, 14.8.4.3.4).
 */
struct elem *tree_paragraph(struct tree *t, struct elem *parent,
    const struct lblock *b, struct elem **label);

/* The element for each run of p; note marks are numbered from 1. */
struct elem **tree_runs(struct tree *t, const struct lparagraph *p,
    struct elem *paragraph, struct elem *label, bool in_note);

struct elem *tree_table(struct tree *t, struct elem *parent,
    const struct lblock *b);

/* Number the elements in reading order; all of them, in *n. */
struct elem **tree_number(struct tree *t, size_t *n);

#endif
