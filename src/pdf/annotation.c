/*
 * annotation.c - what can be clicked (ISO 32000-1, 12.5.6.5): addresses, and
 * note marks, which lead to their note.  One annotation an element and page;
 * text on several lines has several quadrilaterals in it.
 */
#include <string.h>

#include "pdf/parts.h"

enum { CONTENTS_MAX = 1000, FLAG_PRINT = 4 };

/* An annotation being put together. */
struct spot {
	struct tag *tag;
	struct buf quads; /* /QuadPoints of what is behind it */
	size_t nquads;
	emu left, top, right, bottom; /* of all of it */
};

static bool
is_kept(unsigned char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    (c >= '0' && c <= '9') ||
	    (c != '\0' && strchr("-._~:/?#[]@!$&'()*+,;=", c) != NULL);
}

static bool
is_hex(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') ||
	    (c >= 'A' && c <= 'F');
}

struct str
pdf_uri(struct arena *a, struct str address)
{
	struct buf b = { .arena = a };

	for (size_t i = 0; i < address.n; i++) {
		unsigned char c = (unsigned char)address.p[i];

		if (is_kept(c) ||
		    (c == '%' && i + 2 < address.n &&
			is_hex(address.p[i + 1]) && is_hex(address.p[i + 2])))
			buf_addc(&b, (char)c);
		else
			buf_printf(&b, "%%%02X", c);
	}
	return buf_str(&b);
}

static void
put_quad(struct buf *b, emu left, emu top, emu right, emu bottom)
{
	const emu point[] = { left, top, right, top, left, bottom, right,
		bottom };

	for (size_t i = 0; i < sizeof(point) / sizeof(point[0]); i++) {
		syntax_points(b, point[i]);
		buf_addc(b, ' ');
	}
}

/* Widen p by f, whose page is this high; on a new line, begin a new part. */
static void
add_frag(struct pdf *pdf, struct spot *p, const struct frag *f, emu height)
{
	const struct typeface *face = &pdf->face[f->face];
	emu base = height - f->y + f->rise;
	emu top = base + face->ascent * f->half_points / 2;
	emu bottom = base + face->descent * f->half_points / 2;
	emu right = f->x + f->width;

	if (p->nquads == 0 || bottom < p->bottom)
		p->bottom = bottom;
	if (p->nquads == 0 || top > p->top)
		p->top = top;
	if (p->nquads == 0 || f->x < p->left)
		p->left = f->x;
	if (p->nquads == 0 || right > p->right)
		p->right = right;
	put_quad(&p->quads, f->x, top, right, bottom);
	p->nquads++;
}

/* The words of a note, for the little window over its mark. */
static struct str
note_text(struct pdf *pdf, const struct tag *note)
{
	const struct page *page = &pdf->pages->page[note->page];
	struct buf b = { .arena = pdf->arena };
	const struct frag *f;
	const struct elem *e;

	for (size_t i = 0; i < page->nfrags && b.n < CONTENTS_MAX; i++) {
		f = &page->frag[i];
		for (e = f->elem; e != NULL && e != note->elem;)
			e = e->parent;
		if (e == NULL)
			continue;
		buf_add(&b, f->text);
		if (f->line_end)
			buf_addc(&b, ' ');
	}
	return buf_str(&b);
}

static void
put_target(struct pdf *pdf, HPDF_Dict d, const struct tag *t)
{
	struct buf b = { .arena = pdf->arena };
	const struct tag *note = tag_note(pdf, t->elem->note);
	emu height;

	if (t->elem->role == TAG_LINK) {
		pdf_put_text(pdf, d, "Contents", t->elem->link);
		buf_adds(&b, "<</Type/Action/S/URI/URI");
		syntax_literal(&b, t->uri);
		buf_adds(&b, ">>");
		pdf_put_raw(pdf, d, "A", buf_str(&b));
		return;
	}
	height = pdf->pages->page[note->page].height;
	pdf_put_text(pdf, d, "Contents", note_text(pdf, note));
	buf_printf(&b, "[%u 0 R /XYZ ", pdf_number(pdf->page[note->page]));
	syntax_points(&b, note->x);
	buf_addc(&b, ' ');
	syntax_points(&b, height - note->y);
	buf_adds(&b, " null]");
	pdf_put_raw(pdf, d, "Dest", buf_str(&b));
}

static HPDF_Dict
write_annotation(struct pdf *pdf, struct spot *p, size_t page)
{
	const emu rect[] = { p->left, p->bottom, p->right, p->top };
	struct buf b = { .arena = pdf->arena };
	HPDF_Dict d = pdf_dict(pdf);

	for (size_t i = 0; i < 4; i++) {
		buf_addc(&b, i == 0 ? '[' : ' ');
		syntax_points(&b, rect[i]);
	}
	buf_addc(&b, ']');
	pdf_put_name(pdf, d, "Type", "Annot");
	pdf_put_name(pdf, d, "Subtype", "Link");
	pdf_put_raw(pdf, d, "Rect", buf_str(&b));
	if (p->nquads > 1)
		pdf_put_raw(pdf, d, "QuadPoints",
		    str_printf(pdf->arena, "[%.*s]",
			STR_ARG(buf_str(&p->quads))));
	pdf_put_raw(pdf, d, "Border", STR("[0 0 0]"));
	pdf_put_int(pdf, d, "F", FLAG_PRINT);
	pdf_put_ref(pdf, d, "P", pdf->page[page]);
	put_target(pdf, d, p->tag);
	tag_annotation(pdf, p->tag, page, d);
	return d;
}

/* The tag f can be clicked for, or NULL. */
static struct tag *
clickable(struct pdf *pdf, const struct frag *f)
{
	struct tag *t;

	if (f->elem == NULL || f->text.n == 0)
		return NULL;
	t = &pdf->tag[f->elem->index];
	if (f->elem->role == TAG_LINK)
		return t->uri.n > 0 ? t : NULL;
	if (t->link == NULL || tag_note(pdf, f->elem->note)->order == 0)
		return NULL;
	return t;
}

static void
write_page(struct pdf *pdf, size_t index)
{
	const struct page *page = &pdf->pages->page[index];
	VEC(struct spot) spots = { 0 };
	struct buf b = { .arena = pdf->arena };
	struct tag *t;

	for (size_t i = 0; i < page->nfrags; i++) {
		t = clickable(pdf, &page->frag[i]);
		if (t == NULL)
			continue;
		if (spots.n == 0 || spots.v[spots.n - 1].tag != t) {
			struct spot *p = vec_add(pdf->arena, &spots);

			p->tag = t;
			p->quads.arena = pdf->arena;
		}
		add_frag(pdf, &spots.v[spots.n - 1], &page->frag[i],
		    page->height);
	}
	for (size_t i = 0; i < spots.n; i++)
		buf_printf(&b, "%s%u 0 R", i == 0 ? "[" : " ",
		    pdf_number(write_annotation(pdf, &spots.v[i], index)));
	fields_write(pdf, index, &b);
	if (b.n == 0)
		return;
	buf_addc(&b, ']');
	pdf_put_raw(pdf, pdf->page[index], "Annots", buf_str(&b));
}

void
annotations_write(struct pdf *pdf)
{
	for (size_t i = 0; i < pdf->pages->npages; i++)
		write_page(pdf, i);
	form_write(pdf);
}
