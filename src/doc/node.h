/*
 * node.h - the tree of a report, the same for Markdown and XML.
 *
 * Kinds and what they may hold are one list (kind.def); every insertion asks
 * it.  Nodes live in an arena; after read/ has made the tree nobody edits it.
 */
#ifndef DOC_NODE_H
#define DOC_NODE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/length.h"
#include "base/pos.h"
#include "base/str.h"

enum node_kind {
#define KIND(name, is, holds) NODE_##name,
#include "doc/kind.def"
#undef KIND
	NODE_MAX
};

enum align { ALIGN_DEFAULT, ALIGN_LEFT, ALIGN_CENTER, ALIGN_RIGHT, ALIGN_BOTH };

/* Where a line of the source begins inside a text joined from lines. */
struct text_line {
	const char *at; /* into the text's bytes */
	struct pos pos;
};

struct node {
	enum node_kind kind;
	struct pos pos;
	struct node *parent, *prev, *next, *first, *last;
	union {
		struct {
			unsigned level;  /* 1: I., 2: 1., 3: a) */
			struct str label; /* as typed ("IV."), or empty */
			struct str id;    /* explicit {#id}, or empty */
		} heading;
		struct {
			struct str label; /* typed "a)", "1.", "-"; or empty */
			struct str id;
		} paragraph;
		struct {
			bool ordered;
			unsigned start; /* first number, from 1 */
		} list;
		struct {
			struct str caption; /* or empty */
			struct str id;
			enum align *column; /* ncolumns of them */
			unsigned *width;    /* relative widths, or NULL */
			unsigned ncolumns;
		} table;
		struct {
			bool header;
		} row;
		struct {
			enum align align;
			unsigned colspan, rowspan; /* from 1 */
		} cell;
		struct {
			struct str number; /* as typed ("II"), or empty */
			struct str title;  /* blanks folded, or empty */
			struct pos title_pos;
			struct str id;
			bool landscape;
		} appendix;
		struct {
			unsigned number; /* from 1, in order of first mark */
		} footnote, note_ref;
		struct {
			struct str text; /* TEXT: no line ends, blanks folded */
			const struct text_line *line; /* may be left out */
			unsigned nlines;
		};
		struct {
			struct str url;
		} link;
		struct {
			struct str path; /* from the report's folder */
			struct str alt;
			struct str caption; /* without number; or empty */
			emu width;          /* asked for; 0: its own */
		} image;
	} as;
};

/* A node of its own, not yet in a tree. */
struct node *node_new(struct arena *a, enum node_kind kind, struct pos pos);

/* Put n last under parent, which must be able to hold it (asserted). */
void node_append(struct node *parent, struct node *n);

/* May a node of kind parent hold one of kind child? */
bool node_may_hold(enum node_kind parent, enum node_kind child);

/* The node after n in reading order inside root; NULL at the end. */
const struct node *node_next(const struct node *n, const struct node *root);

/* As node_next(), but over the children of n. */
const struct node *node_skip(const struct node *n, const struct node *root);

/* "heading", "note_ref" ... */
const char *node_kind_name(enum node_kind kind);

/* All text under n joined, notes left out, BREAK as a blank. */
struct str node_text(struct arena *a, const struct node *n);

/* Assert that every node hangs where its kind may and links are sound. */
void node_verify(const struct node *root);

/* One line a node, indented; positions only when asked. */
void node_dump(const struct node *root, bool positions, struct buf *out);

#endif
