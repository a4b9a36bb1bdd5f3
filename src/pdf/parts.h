/*
 * parts.h - what the files of this folder share: one PDF being made.
 *
 * libharu is used for its objects only: documents, dictionaries, streams, the
 * page tree, numbers and trailer.  Its fonts, text, images and PDF/A helper are
 * not touched (slow, and what they write is not valid).
 * Arrays and strings are put into dictionaries as ready PDF syntax, which
 * leaves libharu's bounds on arrays and its rounding of numbers aside.
 *
 * Order of making: faces and pages (objects), content (gives MCIDs),
 * annotations, structure, bookmarks, metadata.
 */
#ifndef PDF_PARTS_H
#define PDF_PARTS_H

#include <hpdf.h>
#include <hpdf_objects.h>
#include <libdeflate.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/length.h"
#include "base/str.h"
#include "base/vec.h"
#include "font/font.h"
#include "typeset/pages.h"

/* ISO 19005-2, 6.1.13: no string may be longer than 32,767 bytes. */
enum { STRING_MAX = 32767 };

/*
 * How a character is drawn: its code in the file, whether justification widens
 * it, and whether ToUnicode cannot tell it, so that it needs /ActualText.
 */
enum { SHOWN_CODE = 0x3FFF, SHOWN_ACTUAL = 0x4000, SHOWN_BLANK = 0x8000 };

/* A piece of text as it is drawn. */
struct shown {
	const uint16_t *code; /* with the flags above */
	size_t n;
	size_t blanks; /* how many are SHOWN_BLANK */
	int64_t units; /* sum of advances, font units */
};

/* A character beyond the core of its face. */
struct glyph {
	uint16_t code; /* with the flags above; 0: not drawn */
	uint16_t advance; /* font units */
};

/* A glyph beyond the core, with the one character ToUnicode gives for it. */
struct drawn {
	struct font_cell cell;
	uint32_t c;
};

enum { PLANES = 17, GLYPH_PAGES = 256, GLYPH_PAGE = 256 };

/* A face of the document and what it draws. */
struct typeface {
	HPDF_Dict object; /* the Type0 font; NULL: face is not used */
	const struct font_core *core; /* codes begin with it */
	const struct font_cells *cells;
	struct glyph **plane[PLANES]; /* by plane, page and place in it */
	VEC(struct drawn) more; /* by code, from core->nglyphs on */
	unsigned upem;
	emu ascent, descent; /* of an em of EMU_PER_PT; descent < 0 */
};

/* Something an element holds: a piece of content or an annotation. */
struct held {
	size_t page;
	unsigned mcid;
	unsigned order; /* of all pieces in the document, from 1 */
	HPDF_Dict annotation; /* or NULL: content */
};

/* What the file says of one element of the structure tree. */
struct tag {
	const struct elem *elem;
	HPDF_Dict object;
	HPDF_Dict link; /* Link made inside a Reference, or NULL */
	unsigned order; /* of the first piece in it or below; 0: none */
	size_t page; /* where that piece stands, and */
	emu x, y; /* its upper left corner */
	struct str uri; /* LINK: address, percent-encoded; empty: no link */
	VEC(struct held) held;
};

/* The content of one page, by MCID. */
struct parents {
	VEC(struct tag *) by_mcid;
};

struct annotation {
	HPDF_Dict object;
	struct tag *tag;
};

struct pdf {
	struct arena *arena;
	const struct pages *pages;
	const struct font_set *fonts;
	struct err *err;

	HPDF_Doc doc;
	HPDF_STATUS first; /* libharu's first complaint */
	struct libdeflate_compressor *deflate;
	struct buf hashed; /* sums of what makes this document differ */

	struct typeface face[FACE_MAX];
	struct shown **shown; /* by page and frag in it */
	HPDF_Dict resources;
	HPDF_Dict *page; /* by index in pages->page */
	struct parents *parents; /* likewise */
	struct tag *tag; /* by elem->index */
	struct tag **note; /* by number; may have gaps */
	unsigned order; /* pieces of content so far */
	VEC(struct annotation) annotations;
	VEC(HPDF_Dict) fields;
};

/* object.c: helpers over libharu's objects; a NULL dictionary is passed by. */

/* Keep status if it is the first complaint. */
void pdf_note(struct pdf *pdf, HPDF_STATUS status);

/* A new indirect dictionary. */
HPDF_Dict pdf_dict(struct pdf *pdf);

/* Let bytes make a difference to /ID. */
void pdf_hash(struct pdf *pdf, struct str bytes);

/* bytes in zlib's format (RFC 1950). */
struct str pdf_deflated(struct pdf *pdf, struct str bytes);

/* What the bytes of a stream are, and what is made of them. */
enum stream { STREAM_PLAIN, STREAM_DEFLATED, STREAM_TO_DEFLATE };

/* A new stream; its bytes, unless they are deflated here, must last until the
   file is written. */
HPDF_Dict pdf_stream(struct pdf *pdf, struct str bytes, enum stream kind);

/* Its number, for references in ready syntax ("%u 0 R"). */
unsigned pdf_number(HPDF_Dict d);

void pdf_put_name(
    struct pdf *pdf, HPDF_Dict d, const char *key, const char *value);
void pdf_put_int(struct pdf *pdf, HPDF_Dict d, const char *key, int value);
void pdf_put_ref(struct pdf *pdf, HPDF_Dict d, const char *key, HPDF_Dict to);

/* What is written into d, not NULL, beside its keys: ready syntax. */
struct buf *pdf_raw(struct pdf *pdf, HPDF_Dict d);

/* key and a value in ready syntax. */
void pdf_put_raw(
    struct pdf *pdf, HPDF_Dict d, const char *key, struct str value);

/* key and a text string (ISO 32000-1, 7.9.2.2). */
void pdf_put_text(
    struct pdf *pdf, HPDF_Dict d, const char *key, struct str text);

/* The object into file if it is a dictionary of ready syntax alone; else false,
   and nothing. */
bool pdf_put_ready(struct buf *file, void *object);

/* Ready syntax: a text string, a literal string, numbers. */
void syntax_text(struct buf *b, struct str text);
void syntax_literal(struct buf *b, struct str bytes);
/*
 * A byte of such a string at p (ISO 32000-1, 7.3.4.2), which takes two bytes at
 * most; behind it.  A bare CR would be read as LF.
 */
static inline char *
syntax_escaped(char *p, unsigned char c)
{
	if (c == '(' || c == ')' || c == '\\' || c == '\r')
		*p++ = '\\';
	*p++ = c == '\r' ? 'r' : (char)c;
	return p;
}

void syntax_hex(struct buf *b, unsigned n, unsigned digits);
void syntax_int(struct buf *b, int64_t n);
void syntax_milli(struct buf *b, int64_t thousandths);
void syntax_points(struct buf *b, emu length);

/* length in thousandths of a point. */
int64_t milli_points(emu length);

/* pdf_font.c: what each face draws, and its objects. */

/* Give every character of the document its code; false with err if one has no
   glyph. */
bool fonts_collect(struct pdf *pdf);

/* Write the objects of all faces used. */
bool fonts_write(struct pdf *pdf);

/* Blanks that justification widens, and that end a line. */
static inline bool
is_blank(uint32_t c)
{
	return c == ' ';
}

/* picture.c: the images, each once, as /I<index> of the resources.  False with
   err if one cannot be decoded. */
bool pictures_write(struct pdf *pdf);

/* content.c: the pieces of text, the strokes and the images of each page. */
void content_write(struct pdf *pdf);

/* tags.c: the structure tree. */

void tags_start(struct pdf *pdf);

/* The MCID of a new piece of e on page, whose first text begins at x, y. */
unsigned tag_piece(
    struct pdf *pdf, const struct elem *e, size_t page, emu x, emu y);

/* The structure type of e in the file (a link that leads nowhere is a Span). */
const char *tag_name(const struct pdf *pdf, const struct elem *e);

/* The note with this number, or NULL. */
const struct tag *tag_note(const struct pdf *pdf, unsigned note);

void tags_write(struct pdf *pdf);

/* The element behind e in document order, below root; NULL at the end. */
struct elem *tags_next(const struct elem *e, const struct elem *root);

/* d, on page, belongs to the element of t. */
void tag_annotation(struct pdf *pdf, struct tag *t, size_t page, HPDF_Dict d);

/* form.c: a page's fields, added to its list of annotations; all of them. */
void fields_write(struct pdf *pdf, size_t page, struct buf *annots);
void form_write(struct pdf *pdf);

/* annotation.c: addresses and note marks that can be clicked. */

/* An address with everything percent-encoded that RFC 3986 asks for. */
struct str pdf_uri(struct arena *a, struct str address);

void annotations_write(struct pdf *pdf);

/* outline.c: bookmarks and page labels. */
void outline_write(struct pdf *pdf);
void page_labels_write(struct pdf *pdf);

/* attachment.c: the file inside the file, if there is one. */
void attachment_write(struct pdf *pdf);

/* metadata.c: XMP, Info, /ID, output intent. */
void metadata_write(struct pdf *pdf);

/* Midnight of d in Viet Nam, as a date string (7.9.4). */
struct str pdf_date(struct pdf *pdf, struct date d);

/* file.c: the whole file, in the arena; false with err if libharu refused. */
bool file_write(struct pdf *pdf, struct str *out);

/* icc.c: a profile for sRGB (ICC.1:2010, version 4.2). */
struct str icc_srgb(struct arena *a);

#endif
