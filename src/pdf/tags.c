/*
 * tags.c - the structure tree (ISO 32000-1, 14.7 and 14.8; PDF/UA-1 clause 7):
 * one StructElem an element, the way back from marked content to it
 * (ParentTree), attributes of tables and lists.
 */
#include <assert.h>

#include "pdf/parts.h"

struct elem *
tags_next(const struct elem *e, const struct elem *root)
{
	if (e->first != NULL)
		return e->first;
	for (; e != root; e = e->parent)
		if (e->next != NULL)
			return e->next;
	return NULL;
}

const char *
tag_name(const struct pdf *pdf, const struct elem *e)
{
	const struct tag *t = &pdf->tag[e->index];

	if (e->role == TAG_LINK && t->uri.n == 0)
		return "Span";
	return t->link != NULL ? "Link" : role_names[e->role];
}

/* The tag of the note with this number, or NULL. */
const struct tag *
tag_note(const struct pdf *pdf, unsigned note)
{
	return note < pdf->pages->nelems ? pdf->note[note] : NULL;
}

static void
start_tag(struct pdf *pdf, const struct elem *e)
{
	struct tag *t = &pdf->tag[e->index];

	assert(e->index < pdf->pages->nelems && t->elem == NULL);
	t->elem = e;
	t->object = pdf_dict(pdf);
	if (e->role == TAG_NOTE && e->note < pdf->pages->nelems)
		pdf->note[e->note] = t;
	if (e->role == TAG_LINK)
		t->uri = pdf_uri(pdf->arena, e->link);
	if (t->uri.n > STRING_MAX)
		t->uri = STR_NONE;
}

void
tags_start(struct pdf *pdf)
{
	const struct elem *root = pdf->pages->root;
	struct tag *t;

	pdf->tag = NEW_ARRAY(pdf->arena, pdf->pages->nelems, struct tag);
	pdf->note = NEW_ARRAY(pdf->arena, pdf->pages->nelems, struct tag *);
	for (const struct elem *e = root; e != NULL; e = tags_next(e, root))
		start_tag(pdf, e);
	for (size_t i = 0; i < pdf->pages->nelems; i++) {
		t = &pdf->tag[i];
		if (t->elem != NULL && t->elem->role == TAG_REFERENCE &&
		    t->elem->first == NULL && t->elem->note > 0 &&
		    tag_note(pdf, t->elem->note) != NULL)
			t->link = pdf_dict(pdf);
	}
}

unsigned
tag_piece(struct pdf *pdf, const struct elem *e, size_t page, emu x, emu y)
{
	struct parents *parents = &pdf->parents[page];
	struct tag *t = &pdf->tag[e->index];
	unsigned mcid = (unsigned)parents->by_mcid.n;

	pdf->order++;
	*vec_add(pdf->arena, &t->held) = (struct held){
		.page = page, .mcid = mcid, .order = pdf->order
	};
	*vec_add(pdf->arena, &parents->by_mcid) = t;
	for (; e != NULL && pdf->tag[e->index].order == 0; e = e->parent) {
		t = &pdf->tag[e->index];
		t->order = pdf->order;
		t->page = page;
		t->x = x;
		t->y = y;
	}
	return mcid;
}

static void
put_ref(struct buf *b, HPDF_Dict d)
{
	buf_addc(b, ' ');
	syntax_int(b, pdf_number(d));
	buf_adds(b, " 0 R");
}

/* A piece of content, or an annotation, in /K of an element on page pg. */
static void
put_held(struct pdf *pdf, struct buf *b, const struct held *h, size_t pg)
{
	if (h->annotation != NULL) {
		buf_adds(b, " <</Type/OBJR/Pg");
		put_ref(b, pdf->page[h->page]);
		buf_adds(b, "/Obj");
		put_ref(b, h->annotation);
		buf_adds(b, ">>");
	} else if (h->page != pg) {
		buf_adds(b, " <</Type/MCR/Pg");
		put_ref(b, pdf->page[h->page]);
		buf_adds(b, "/MCID ");
		syntax_int(b, h->mcid);
		buf_adds(b, ">>");
	} else {
		buf_addc(b, ' ');
		syntax_int(b, h->mcid);
	}
}

/*
 * What is inside t: its children in the tree's order, and between them its
 * own pieces, where their content stands (a note mark inside a paragraph).
 */
static void
put_kids(struct pdf *pdf, struct buf *b, const struct tag *t)
{
	size_t i = 0;

	for (const struct elem *e = t->elem->first; e != NULL; e = e->next) {
		const struct tag *kid = &pdf->tag[e->index];

		for (; i < t->held.n && t->held.v[i].order < kid->order; i++)
			put_held(pdf, b, &t->held.v[i], t->page);
		put_ref(b, kid->object);
	}
	if (t->link != NULL) {
		put_ref(b, t->link);
		return;
	}
	for (; i < t->held.n; i++)
		put_held(pdf, b, &t->held.v[i], t->page);
}

/* PDF/UA-1, 7.6: how the labels of a list count, by the first of them. */
static const char *
numbering(const struct pdf *pdf, const struct elem *list)
{
	const struct tag *t;
	const struct page *page;
	char c = '-';

	for (const struct elem *e = list; e != NULL; e = tags_next(e, list)) {
		t = &pdf->tag[e->index];
		if (e->role != TAG_LBL || t->order == 0)
			continue;
		page = &pdf->pages->page[t->page];
		for (size_t i = 0; i < page->nfrags; i++)
			if (page->frag[i].elem == e && page->frag[i].text.n > 0)
				c = page->frag[i].text.p[0];
		break;
	}
	if (c >= '0' && c <= '9')
		return "Decimal";
	if (c == 'I' || c == 'V' || c == 'X')
		return "UpperRoman";
	return c >= 'a' && c <= 'z' ? "LowerAlpha" : "Disc";
}

static void
put_cell(struct pdf *pdf, HPDF_Dict d, const struct elem *e)
{
	struct buf b = { .arena = pdf->arena };
	bool row = e->parent != NULL && e->parent->parent != NULL &&
	    e->parent->parent->role == TAG_TBODY;

	if (e->role == TAG_TD && e->colspan <= 1 && e->rowspan <= 1)
		return;
	buf_adds(&b, "<</O/Table");
	if (e->role == TAG_TH)
		buf_adds(&b, row ? "/Scope/Row" : "/Scope/Column");
	if (e->colspan > 1)
		buf_printf(&b, "/ColSpan %u", e->colspan);
	if (e->rowspan > 1)
		buf_printf(&b, "/RowSpan %u", e->rowspan);
	buf_adds(&b, ">>");
	pdf_put_raw(pdf, d, "A", buf_str(&b));
}

/* PDF/UA-1, 7.3: words instead of the image, and where it stands. */
static void
put_figure(struct pdf *pdf, HPDF_Dict d, const struct elem *e)
{
	const struct page *page = &pdf->pages->page[pdf->tag[e->index].page];
	struct buf b = { .arena = pdf->arena };

	pdf_put_text(pdf, d, "Alt", e->alt);
	for (size_t i = 0; i < page->npictures; i++) {
		const struct picture *g = &page->picture[i];
		emu y = page->height - g->y;
		const emu corner[] = { g->x, y - g->height, g->x + g->width,
			y };

		if (g->elem != e)
			continue;
		buf_adds(&b, "<</O/Layout/Placement/Block/BBox[");
		for (size_t k = 0; k < 4; k++) {
			buf_addc(&b, ' ');
			syntax_points(&b, corner[k]);
		}
		buf_adds(&b, "]>>");
		pdf_put_raw(pdf, d, "A", buf_str(&b));
		return;
	}
}

/* What a structure type must say of itself (14.8.5; PDF/UA-1, 7.5-7.9). */
static void
put_attributes(struct pdf *pdf, HPDF_Dict d, const struct elem *e)
{
	if (e->role == TAG_TH || e->role == TAG_TD)
		put_cell(pdf, d, e);
	if (e->role == TAG_L)
		pdf_put_raw(pdf, d, "A",
		    str_printf(pdf->arena, "<</O/List/ListNumbering/%s>>",
			numbering(pdf, e)));
	if (e->role == TAG_FIGURE)
		put_figure(pdf, d, e);
	if (e->role == TAG_NOTE)
		pdf_put_raw(pdf, d, "ID",
		    str_printf(pdf->arena, "(note-%08u)", e->index));
}

/* A Reference holds a Link of ours, which holds the mark (7.18.5). */
static void
write_inner_link(struct pdf *pdf, const struct tag *t)
{
	struct buf b = { .arena = pdf->arena };

	buf_addc(&b, '[');
	for (size_t i = 0; i < t->held.n; i++)
		put_held(pdf, &b, &t->held.v[i], t->page);
	buf_addc(&b, ']');
	pdf_put_name(pdf, t->link, "S", "Link");
	pdf_put_ref(pdf, t->link, "P", t->object);
	pdf_put_ref(pdf, t->link, "Pg", pdf->page[t->page]);
	pdf_put_raw(pdf, t->link, "K", buf_str(&b));
}

/* How many kids put_kids() puts. */
static size_t
count_kids(const struct tag *t)
{
	size_t n = t->link != NULL ? 1 : t->held.n;

	for (const struct elem *e = t->elem->first; e != NULL; e = e->next)
		n++;
	return n;
}

/* There are hundreds of these, in the open: no byte more than it takes.  What
   it holds is added to kids too. */
static void
write_element(struct pdf *pdf, const struct tag *t, HPDF_Dict tree_root,
    struct buf *kids)
{
	const struct elem *e = t->elem;
	HPDF_Dict d = t->object;
	size_t n = count_kids(t), from;
	struct buf *b;

	if (d == NULL)
		return;
	b = pdf_raw(pdf, d);
	buf_adds(b, "/S/");
	buf_adds(b, t->link != NULL ? role_names[e->role] : tag_name(pdf, e));
	buf_adds(b, "/P");
	put_ref(b,
	    e->parent != NULL ? pdf->tag[e->parent->index].object : tree_root);
	if (t->held.n > 0) {
		buf_adds(b, "/Pg");
		put_ref(b, pdf->page[t->page]);
	}
	from = b->n;
	buf_adds(b, n == 0 ? "" : n == 1 ? "/K" : "/K[");
	put_kids(pdf, b, t);
	buf_adds(b, n > 1 ? "]\n" : "\n");
	buf_add(kids, str_sub(buf_str(b), from, b->n));
	put_attributes(pdf, d, e);
	if (t->link != NULL)
		write_inner_link(pdf, t);
}

static HPDF_Dict
holder(const struct tag *t)
{
	return t->link != NULL ? t->link : t->object;
}

/* 14.7.4.4: keys 0... are pages, then come the annotations. */
static HPDF_Dict
write_parents(struct pdf *pdf)
{
	struct buf b = { .arena = pdf->arena };
	HPDF_Dict d = pdf_dict(pdf);
	size_t key = 0;

	buf_addc(&b, '[');
	for (; key < pdf->pages->npages; key++) {
		const struct parents *p = &pdf->parents[key];

		buf_printf(&b, "%zu [", key);
		for (size_t i = 0; i < p->by_mcid.n; i++)
			put_ref(&b, holder(p->by_mcid.v[i]));
		buf_adds(&b, "]\n");
		pdf_put_int(pdf, pdf->page[key], "StructParents", (int)key);
	}
	for (size_t i = 0; i < pdf->annotations.n; i++, key++) {
		syntax_int(&b, (int64_t)key);
		put_ref(&b, holder(pdf->annotations.v[i].tag));
		buf_addc(&b, '\n');
		pdf_put_int(pdf, pdf->annotations.v[i].object, "StructParent",
		    (int)key);
	}
	buf_addc(&b, ']');
	pdf_put_raw(pdf, d, "Nums", buf_str(&b));
	return d;
}

/* Where an element with an /ID is found; IDs sort as the indices do. */
static void
write_ids(struct pdf *pdf, HPDF_Dict root)
{
	struct buf b = { .arena = pdf->arena };
	HPDF_Dict d;

	for (size_t i = 0; i < pdf->pages->nelems; i++) {
		const struct tag *t = &pdf->tag[i];

		if (t->elem == NULL || t->elem->role != TAG_NOTE)
			continue;
		buf_printf(&b, "(note-%08u)", t->elem->index);
		put_ref(&b, t->object);
		buf_addc(&b, '\n');
	}
	if (b.n == 0)
		return;
	d = pdf_dict(pdf);
	pdf_put_raw(pdf, d, "Names",
	    str_printf(pdf->arena, "[%.*s]", STR_ARG(buf_str(&b))));
	pdf_put_ref(pdf, root, "IDTree", d);
}

void
tag_annotation(struct pdf *pdf, struct tag *t, size_t page, HPDF_Dict d)
{
	*vec_add(pdf->arena, &pdf->annotations) = (struct annotation){ d, t };
	*vec_add(pdf->arena, &t->held) = (struct held){
		.page = page, .order = pdf->order + 1, .annotation = d
	};
	if (t->order == 0) /* there is no text in it */
		t->page = page;
}

void
tags_write(struct pdf *pdf)
{
	HPDF_Dict root = pdf_dict(pdf);
	struct buf kids = { .arena = pdf->arena };

	pdf_put_name(pdf, root, "Type", "StructTreeRoot");
	pdf_put_ref(pdf, root, "K", pdf->tag[pdf->pages->root->index].object);
	for (size_t i = 0; i < pdf->pages->nelems; i++)
		if (pdf->tag[i].elem != NULL)
			write_element(pdf, &pdf->tag[i], root, &kids);
	pdf_hash(pdf, buf_str(&kids));
	pdf_put_ref(pdf, root, "ParentTree", write_parents(pdf));
	pdf_put_int(pdf, root, "ParentTreeNextKey",
	    (int)(pdf->pages->npages + pdf->annotations.n));
	write_ids(pdf, root);
	pdf_put_ref(pdf, pdf->doc->catalog, "StructTreeRoot", root);
	pdf_put_raw(pdf, pdf->doc->catalog, "MarkInfo",
	    STR("<</Marked true>>"));
}
