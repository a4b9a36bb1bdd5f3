/*
 * pages.h - a document as pages: every piece of text and every rule at its
 * place, with the structure it belongs to.  Origin is the upper left corner of
 * the paper, y grows downward, lengths are EMU.
 */
#ifndef TYPESET_PAGES_H
#define TYPESET_PAGES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/length.h"
#include "base/pos.h"
#include "base/str.h"
#include "font/font.h"
#include "layout/laid.h"

/* Structure types of ISO 32000-1, 14.8.4. */
enum role {
#define ROLE(id, name) TAG_##id,
#include "typeset/role.def"
#undef ROLE
	TAG_MAX
};
extern const char *const role_names[TAG_MAX];

/* A node of the structure tree. */
struct elem {
	enum role role;
	unsigned index; /* its place in pages->elem */
	struct elem *parent, *first, *last, *next;
	unsigned colspan, rowspan; /* TH, TD */
	unsigned note;             /* NOTE, REFERENCE: number from 1, else 0 */
	struct str link;           /* LINK: address */
	struct str title;          /* headings: text for the bookmark */
	struct str alt;            /* FIGURE: what it shows */
};

/* A piece of text on one line in one face and size. */
struct frag {
	emu x, y;  /* left end, baseline */
	emu width; /* with all of stretch */
	struct str text;
	enum face face;
	unsigned half_points;
	emu rise;          /* baseline raised by this (note marks) */
	emu stretch;       /* added in all over the blanks (U+0020) in text */
	int spacing;       /* twips added after each character */
	uint32_t color;    /* 0xRRGGBB; 0: black */
	bool line_start;   /* first on its line */
	bool line_end;     /* last on its line, a blank or break follows */
	const struct elem *elem; /* NULL: an artifact (page number) */
	struct pos pos;
};

/* An image. */
struct picture {
	emu x, y; /* upper left corner */
	emu width, height;
	unsigned asset; /* index into pages->asset */
	const struct elem *elem;
	struct pos pos;
};

/* A straight stroke, horizontal or vertical; always an artifact. */
struct stroke {
	emu x1, y1, x2, y2;
	emu thickness; /* centred on the line */
	uint32_t color; /* 0xRRGGBB; 0: black */
};

/* A place to sign, in the file a form field without a signature yet. */
struct sign_field {
	const char *name; /* SIGN_PERSON, SIGN_OFFICE */
	struct str title; /* who signs there */
	size_t page;      /* index into pages->page */
	emu x, y;         /* upper left corner */
	emu width, height;
	const struct elem *elem;
};

/* Cell 7c, and cell 8, which covers a third of it on its left (II.8.a). */
#define SIGN_PERSON "nguoi-ky"
#define SIGN_OFFICE "co-quan"

struct page {
	emu width, height;
	unsigned number; /* as printed */
	struct str label; /* of the appendix it is in, or empty */
	struct frag *frag;
	size_t nfrags; /* in reading order */
	struct stroke *stroke;
	size_t nstrokes;
	struct picture *picture;
	size_t npictures;
};

/* A file that travels inside the PDF, which is PDF/A-3 then. */
struct attachment {
	struct str name;  /* "bao-cao.metadata.xml" */
	struct str title; /* what it is */
	const char *type; /* "text/xml" */
	struct str bytes;
};

struct pages {
	const struct lmeta *meta;
	const struct attachment *attachment; /* NULL: none, PDF/A-2 */
	const struct asset *const *asset; /* images, each once */
	size_t nassets;
	struct page *page;
	size_t npages;
	struct sign_field *field; /* in reading order */
	size_t nfields;
	struct elem *root;  /* TAG_DOCUMENT */
	struct elem **elem; /* all of them by index, in reading order */
	size_t nelems;
};

/* One line a fragment, for golden tests and --dump=pages. */
void pages_dump(const struct pages *p, struct buf *out);

/* The text of every line, page by page (form feed between pages). */
void pages_text(const struct pages *p, struct buf *out);

#endif
