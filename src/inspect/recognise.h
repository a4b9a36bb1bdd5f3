/*
 * recognise.h - the components of the official form found in a Word file by
 * text and place (the diagram of Phụ lục I, Mục IV), whether the form is made
 * with tables, tabs, text boxes or plain paragraphs.
 */
#ifndef INSPECT_RECOGNISE_H
#define INSPECT_RECOGNISE_H

#include "doc/doctype.h"
#include "inspect/word.h"
#include "text/label.h"

#define NOWHERE ((size_t)-1)

/* A stretch of a paragraph between tabs and line ends. */
struct piece {
	size_t para; /* index in word->para */
	size_t from, to; /* bytes of the paragraph's text */
	struct str text; /* NFC, blanks folded; a made label before it */
	struct str key; /* viet_fold() of it */
	unsigned part, nparts; /* between tabs of its line */
	bool indented; /* its line begins with a tab or wide gap */
};

struct list {
	size_t *v;
	size_t n;
};

enum body_kind {
	BODY_TEXT,
	BODY_HEADING, /* Phần, Chương, Mục, Điều, "I. ..." */
	BODY_CENTRED, /* a title below Phần, "QUYẾT ĐỊNH:" */
	BODY_CAPTION /* above a table */
};

/* A paragraph of the text proper (ô 6). */
struct bpara {
	size_t para;
	enum body_kind kind;
	struct str text; /* NFC, blanks folded, label included */
	struct label label;
};

struct appendix {
	size_t head, title, reference; /* pieces, or NOWHERE */
	size_t first, end; /* paragraphs */
};

struct form {
	const struct word *w;
	struct arena *a;
	struct piece *piece;
	size_t npieces;
	/* pieces, or NOWHERE */
	size_t nation_rest; /* a Quốc hiệu broken into two lines */
	size_t nation, motto, number, place_date, type, about;
	size_t addressee, recipients, name, drafter;
	struct list superior, issuer, subject, bases, addressees, items,
	    authority;
	enum doctype doctype; /* DOCTYPE_MAX: not known */
	struct bpara *body;
	size_t nbody;
	size_t front_end, sign_start; /* paragraphs: the body between them */
	struct appendix *appendix;
	size_t nappendices;
	bool separate; /* an appendix in a file of its own */
	bool official; /* something of the form was found */
};

const struct form *recognise(const struct word *w, struct arena *a);

/* The paragraph of a piece. */
const struct wpara *piece_para(const struct form *f, size_t piece);

/* A paragraph that only draws a line: border, shape or typed characters. */
bool is_ruler(const struct form *f, size_t para);

/* Letters there, and none in lower case. */
bool is_upper_text(struct str s);

/* The stages of recognise(), in this order; private to recognise*.c. */
void find_pieces(struct form *f);
void find_head(struct form *f);
void find_sign(struct form *f);
void find_front(struct form *f);
void find_body(struct form *f);
void find_appendices(struct form *f);

bool key_begins(struct str key, const char *with);
bool key_holds(struct str key, const char *what);

/* One more in the list, up to a bound. */
void list_add(struct form *f, struct list *l, size_t what);
bool list_holds(const struct list *l, size_t what);

#endif
