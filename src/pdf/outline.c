/*
 * outline.c - bookmarks from the headings (ISO 32000-1, 12.3.3) and the
 * numbers that readers show for pages (12.4.2).
 */
#include "pdf/parts.h"

enum { TITLE_MAX = 2000 };

struct bookmark {
	HPDF_Dict object;
	const struct tag *tag;
	unsigned level; /* 1-3 */
	size_t parent, first, last, previous, next; /* index + 1; 0: none */
	int below; /* how many are in it, at any depth */
};

struct bookmarks {
	struct bookmark *v;
	size_t n, cap;
};

static unsigned
bookmark_level(const struct tag *t)
{
	if (t->order == 0 || t->elem->title.n == 0)
		return 0;
	switch (t->elem->role) {
	case TAG_H1:
		return 1;
	case TAG_H2:
		return 2;
	case TAG_H3:
		return 3;
	default:
		return 0;
	}
}

/* Hang number n (from 1) under the last bookmark of a higher level. */
static void
hang(struct bookmarks *all, size_t n)
{
	struct bookmark *b = &all->v[n - 1], *brother;
	size_t parent = n - 1;

	while (parent > 0 && all->v[parent - 1].level >= b->level)
		parent = all->v[parent - 1].parent;
	b->parent = parent;
	if (parent == 0) {
		for (size_t i = n - 1; i > 0; i = all->v[i - 1].parent)
			b->previous = i;
	} else if (all->v[parent - 1].first == 0) {
		all->v[parent - 1].first = n;
	} else {
		b->previous = all->v[parent - 1].last;
	}
	if (b->previous > 0) {
		brother = &all->v[b->previous - 1];
		brother->next = n;
	}
	if (parent > 0)
		all->v[parent - 1].last = n;
	for (; parent > 0; parent = all->v[parent - 1].parent)
		all->v[parent - 1].below++;
}

static void
put_link(struct pdf *pdf, const struct bookmarks *all, HPDF_Dict d,
    const char *key, size_t n)
{
	if (n > 0)
		pdf_put_ref(pdf, d, key, all->v[n - 1].object);
}

static void
write_bookmark(struct pdf *pdf, const struct bookmarks *all,
    const struct bookmark *b, HPDF_Dict root)
{
	const struct tag *t = b->tag;
	struct buf dest = { .arena = pdf->arena };
	struct str title = t->elem->title;

	if (title.n > TITLE_MAX) /* cut between characters */
		for (title.n = TITLE_MAX; (title.p[title.n] & 0xC0) == 0x80;)
			title.n--;
	pdf_put_text(pdf, b->object, "Title", title);
	buf_printf(&dest, "[%u 0 R /XYZ ", pdf_number(pdf->page[t->page]));
	syntax_points(&dest, t->x);
	buf_addc(&dest, ' ');
	syntax_points(&dest, pdf->pages->page[t->page].height - t->y);
	buf_adds(&dest, " null]");
	pdf_put_raw(pdf, b->object, "Dest", buf_str(&dest));
	pdf_put_ref(pdf, b->object, "SE", t->object);
	if (b->parent == 0)
		pdf_put_ref(pdf, b->object, "Parent", root);
	put_link(pdf, all, b->object, "Parent", b->parent);
	put_link(pdf, all, b->object, "Prev", b->previous);
	put_link(pdf, all, b->object, "Next", b->next);
	put_link(pdf, all, b->object, "First", b->first);
	put_link(pdf, all, b->object, "Last", b->last);
	if (b->below > 0)
		pdf_put_int(pdf, b->object, "Count", b->below);
}

void
outline_write(struct pdf *pdf)
{
	const struct elem *top = pdf->pages->root;
	struct bookmarks all = { 0 };
	struct bookmark *b;
	HPDF_Dict root;
	size_t last = 0;

	for (const struct elem *e = top; e != NULL; e = tags_next(e, top)) {
		const struct tag *t = &pdf->tag[e->index];

		if (bookmark_level(t) == 0)
			continue;
		b = vec_add(pdf->arena, &all);
		b->tag = t;
		b->level = bookmark_level(t);
		hang(&all, all.n);
	}
	if (all.n == 0)
		return;
	root = pdf_dict(pdf);
	for (size_t i = 0; i < all.n; i++) {
		all.v[i].object = pdf_dict(pdf);
		if (all.v[i].parent == 0)
			last = i + 1;
	}
	for (size_t i = 0; i < all.n; i++)
		write_bookmark(pdf, &all, &all.v[i], root);
	pdf_put_name(pdf, root, "Type", "Outlines");
	put_link(pdf, &all, root, "First", 1);
	put_link(pdf, &all, root, "Last", last);
	pdf_put_int(pdf, root, "Count", (int)all.n);
	pdf_put_ref(pdf, pdf->doc->catalog, "Outlines", root);
}

/* Pages of an appendix are "Phụ lục I - 1". */
static void
put_prefix(struct buf *b, struct str label)
{
	if (label.n == 0)
		return;
	buf_adds(b, "/P");
	syntax_text(
	    b, str_printf(b->arena, "%.*s - ", STR_ARG(label)));
}

void
page_labels_write(struct pdf *pdf)
{
	struct buf b = { .arena = pdf->arena };
	struct str label = STR_NONE;
	unsigned due = 0;

	buf_adds(&b, "<</Nums[");
	for (size_t i = 0; i < pdf->pages->npages; i++) {
		const struct page *page = &pdf->pages->page[i];
		unsigned number = page->number;

		if (i == 0 || number != due || !str_eq(label, page->label)) {
			buf_printf(&b, "%zu<</S/D/St %u", i,
			    number > 0 ? number : 1);
			put_prefix(&b, page->label);
			buf_adds(&b, ">>");
		}
		label = page->label;
		due = number + 1;
	}
	buf_adds(&b, "]>>");
	pdf_put_raw(pdf, pdf->doc->catalog, "PageLabels", buf_str(&b));
}
