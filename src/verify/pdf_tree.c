/*
 * pdf_tree.c - the structure tree of the file (ISO 32000-1, 14.7): every piece
 * of content belongs to exactly one element, the way back (ParentTree) leads
 * to it, and element for element, in order, type and text are those laid out.
 * So what a screen reader says is what the typesetter meant.
 */
#include <string.h>

#include "verify/pdf_check.h"

enum { DEPTH_MAX = 64, FLAG_PRINT = 4 };

/* An element met on the way, in document order. */
struct met {
	struct str type;
	unsigned object;
	struct buf text; /* its own, without its children's */
	struct str alt;
};

struct walk {
	struct pdf_check *ck;
	VEC(struct met) met;
	bool *seen;          /* by object number */
	unsigned **holder;   /* by page and MCID: the element's object */
	size_t **piece;      /* by page and MCID: index + 1 in its content */
	bool sound;
};

static void
broken(struct walk *w, unsigned object)
{
	if (w->sound)
		pdf_fault(w->ck, DIAG_VERIFY_PDF_STRUCTURE, "%u 0 obj", object);
	w->sound = false;
}

/* The index of the page that v refers to, or the number of pages. */
static size_t
page_of(const struct pdf_check *ck, const struct pdf_value *v)
{
	size_t i = 0;

	while (i < ck->page.n &&
	    (v->kind != PDF_REF || ck->page.v[i].object != v->object))
		i++;
	return i;
}

/* The element met[m] holds piece mcid of a page. */
static void
take_piece(struct walk *w, size_t m, const struct pdf_value *page, int64_t mcid)
{
	struct met *met = &w->met.v[m];
	size_t index = page_of(w->ck, page);
	struct pdf_shown *shown;

	if (index == w->ck->page.n) {
		broken(w, met->object);
		return;
	}
	shown = &w->ck->page.v[index].shown;
	if (mcid < 0 || (size_t)mcid >= shown->pieces.n ||
	    w->piece[index][mcid] == 0 || w->holder[index][mcid] != 0) {
		broken(w, met->object); /* no such piece, or held already */
		return;
	}
	w->holder[index][mcid] = met->object;
	buf_add(&met->text,
	    buf_str(&shown->pieces.v[w->piece[index][mcid] - 1].text));
}

static void visit(struct walk *w, const struct pdf_value *ref, unsigned depth);

/* 14.7.2, table 323: an MCID, a reference to one, an object, an element. */
static void
take_kid(struct walk *w, size_t m, const struct pdf_value *kid,
    const struct pdf_value *page, unsigned depth)
{
	struct pdf_file *f = &w->ck->file;
	const struct pdf_value *v = pdf_resolve(f, kid), *own;

	if (v->kind == PDF_NUMBER) {
		take_piece(w, m, page, pdf_int(v, 0, INT32_MAX, -1));
	} else if (pdf_is_name(pdf_get(f, v, "Type"), "MCR")) {
		own = pdf_get_raw(v, "Pg");
		take_piece(w, m, own->kind == PDF_REF ? own : page,
		    pdf_int(pdf_get(f, v, "MCID"), 0, INT32_MAX, -1));
	} else if (pdf_is_name(pdf_get(f, v, "Type"), "OBJR")) {
		if (pdf_get(f, v, "Obj")->kind != PDF_DICT)
			broken(w, w->met.v[m].object);
	} else {
		visit(w, kid, depth + 1);
	}
}

static void
visit(struct walk *w, const struct pdf_value *ref, unsigned depth)
{
	struct pdf_file *f = &w->ck->file;
	const struct pdf_value *v = pdf_resolve(f, ref), *kids, *page;
	struct met *met;
	size_t m = w->met.n;

	if (ref->kind != PDF_REF || v->kind != PDF_DICT ||
	    w->seen[ref->object] || depth > DEPTH_MAX ||
	    pdf_get(f, v, "S")->kind != PDF_NAME) {
		broken(w, ref->object);
		return;
	}
	w->seen[ref->object] = true;
	met = vec_add(w->ck->arena, &w->met);
	met->type = pdf_get(f, v, "S")->text;
	met->object = ref->object;
	met->text.arena = w->ck->arena;
	met->alt = pdf_text(w->ck->arena, pdf_get(f, v, "Alt"));
	page = pdf_get_raw(v, "Pg");
	kids = pdf_get(f, v, "K");
	if (kids->kind != PDF_ARRAY && kids->kind != PDF_NULL)
		take_kid(w, m, pdf_get_raw(v, "K"), page, depth);
	for (size_t i = 0; kids->kind == PDF_ARRAY && i < kids->n; i++)
		take_kid(w, m, &kids->item[i], page, depth);
}

/* The value of a key in a flat number tree (7.9.7). */
static const struct pdf_value *
number_tree_get(struct pdf_file *f, const struct pdf_value *tree, int64_t key)
{
	static const struct pdf_value none = { .kind = PDF_NULL };
	const struct pdf_value *nums = pdf_get(f, tree, "Nums");
	size_t low = 0, high = nums->kind == PDF_ARRAY ? nums->n / 2 : 0, i;
	int64_t found;

	while (key >= 0 && low < high) {
		i = (low + high) / 2;
		found = pdf_int(&nums->item[2 * i], 0, INT32_MAX, INT32_MAX);
		if (found == key)
			return &nums->item[2 * i + 1];
		if (found < key)
			low = i + 1;
		else
			high = i;
	}
	return &none;
}

/* Each piece is held, once, and the way back leads to who holds it. */
static void
check_parents(struct walk *w, const struct pdf_value *tree, size_t index)
{
	struct pdf_file *f = &w->ck->file;
	const struct pdf_page *page = &w->ck->page.v[index];
	const struct pdf_value *own = pdf_resolve(f,
	    number_tree_get(f, tree,
		pdf_int(pdf_get(f, page->dict, "StructParents"), 0, INT32_MAX,
		    -1)));

	for (size_t i = 0; i < page->shown.pieces.n; i++) {
		if (w->holder[index][i] == 0 || own->kind != PDF_ARRAY ||
		    i >= own->n ||
		    own->item[i].object != w->holder[index][i]) {
			pdf_fault(w->ck, DIAG_VERIFY_PDF_STRUCTURE,
			    "%zu: /MCID %zu", index + 1, i);
			return;
		}
	}
}

/* ISO 14289-1, 7.18: a link says where it leads, and is in a Link element; a
   field says what it is for, and is in a Form element. */
static bool
is_tagged(struct pdf_file *f, const struct pdf_value *v,
    const struct pdf_value *e)
{
	if (pdf_int(pdf_get(f, v, "F"), 0, INT32_MAX, 0) != FLAG_PRINT)
		return false; /* ISO 19005-2, 6.3.2 */
	if (pdf_is_name(pdf_get(f, v, "Subtype"), "Widget"))
		return pdf_get(f, v, "TU")->text.n > 0 &&
		    pdf_is_name(pdf_get(f, e, "S"), "Form");
	return pdf_is_name(pdf_get(f, v, "Subtype"), "Link") &&
	    pdf_get(f, v, "Contents")->text.n > 0 &&
	    pdf_is_name(pdf_get(f, e, "S"), "Link");
}

static void
check_annotations(struct walk *w, const struct pdf_value *tree, size_t index)
{
	struct pdf_file *f = &w->ck->file;
	const struct pdf_page *page = &w->ck->page.v[index];
	const struct pdf_value *all = pdf_get(f, page->dict, "Annots");

	/* ISO 14289-1, 7.18.3: the order of the structure is the tab order */
	if (!pdf_is_name(pdf_get(f, page->dict, "Tabs"), "S"))
		pdf_fault(w->ck, DIAG_VERIFY_PDF_STRUCTURE, "%zu: /Tabs",
		    index + 1);

	for (size_t i = 0; all->kind == PDF_ARRAY && i < all->n; i++) {
		const struct pdf_value *v = pdf_item(f, all, i);
		const struct pdf_value *e = pdf_resolve(f,
		    number_tree_get(f, tree,
			pdf_int(pdf_get(f, v, "StructParent"), 0, INT32_MAX,
			    -1)));

		if (!is_tagged(f, v, e))
			pdf_fault(w->ck, DIAG_VERIFY_PDF_STRUCTURE,
			    "%zu: /Annots %zu", index + 1, i + 1);
	}
}

/* The text of each element as laid out, by its index. */
static struct buf *
texts_laid(struct pdf_check *ck)
{
	struct buf *text = NEW_ARRAY(ck->arena, ck->pages->nelems, struct buf);

	for (size_t i = 0; i < ck->pages->npages; i++) {
		const struct page *p = &ck->pages->page[i];

		for (size_t k = 0; k < p->nfrags; k++) {
			if (p->frag[k].elem == NULL)
				continue;
			struct buf *b = &text[p->frag[k].elem->index];

			b->arena = ck->arena;
			pdf_frag_text(b, &p->frag[k]);
		}
	}
	return text;
}

static const struct elem *
next_elem(const struct elem *e)
{
	if (e->first != NULL)
		return e->first;
	while (e != NULL && e->next == NULL)
		e = e->parent;
	return e != NULL ? e->next : NULL;
}

/* Does the file's element say what e does? */
static bool
agrees(const struct elem *e, const struct met *met, struct str want,
    struct str got)
{
	return (str_is(met->type, role_names[e->role]) ||
		   (e->role == TAG_LINK && str_is(met->type, "Span"))) &&
	    str_eq(want, got) && str_eq(e->alt, met->alt);
}

/*
 * Both trees in step.  A note's mark may have been put into a Link of its own
 * inside its Reference, which is passed by.
 */
static void
compare(struct walk *w)
{
	struct buf *text = texts_laid(w->ck);
	const struct elem *e = w->ck->pages->root;
	struct str got, want;
	size_t m = 0;

	for (; e != NULL && m < w->met.n; e = next_elem(e), m++) {
		got = buf_str(&w->met.v[m].text);
		want = buf_str(&text[e->index]);
		if (!agrees(e, &w->met.v[m], want, got) &&
		    (e->role != TAG_REFERENCE || m + 1 == w->met.n ||
			got.n > 0 || e->first != NULL ||
			!str_is(w->met.v[m + 1].type, "Link") ||
			!str_eq(want, buf_str(&w->met.v[++m].text))))
			break;
	}
	if (e == NULL && m == w->met.n)
		return;
	pdf_differ(w->ck, DIAG_VERIFY_PDF_STRUCTURE,
	    m < w->met.n ?
		arena_printf(w->ck->arena, "%s <> %.*s",
		    e != NULL ? role_names[e->role] : "",
		    STR_ARG(w->met.v[m].type)) :
		role_names[e->role],
	    e != NULL ? buf_str(&text[e->index]) : STR_NONE,
	    m < w->met.n ? buf_str(&w->met.v[m].text) : STR_NONE);
}

/* MCIDs of a page count from 0 without gaps: ParentTree has them by index. */
static void
number_pieces(struct walk *w)
{
	struct pdf_check *ck = w->ck;

	w->holder = NEW_ARRAY(ck->arena, ck->page.n, unsigned *);
	w->piece = NEW_ARRAY(ck->arena, ck->page.n, size_t *);
	for (size_t i = 0; i < ck->page.n; i++) {
		const struct pdf_shown *shown = &ck->page.v[i].shown;
		size_t n = shown->pieces.n;

		w->holder[i] = NEW_ARRAY(ck->arena, n, unsigned);
		w->piece[i] = NEW_ARRAY(ck->arena, n, size_t);
		for (size_t k = 0; k < n; k++)
			if (shown->pieces.v[k].mcid < n)
				w->piece[i][shown->pieces.v[k].mcid] = k + 1;
	}
}

void
pdf_check_tree(struct pdf_check *ck)
{
	struct walk w = { .ck = ck, .sound = true };
	const struct pdf_value *root, *tree, *top;

	root = pdf_get(&ck->file, ck->catalog, "StructTreeRoot");
	tree = pdf_get(&ck->file, root, "ParentTree");
	w.seen = NEW_ARRAY(ck->arena, ck->file.nobjects, bool);
	number_pieces(&w);
	top = pdf_get_raw(root, "K");
	if (top->kind != PDF_REF) {
		pdf_fault(ck, DIAG_VERIFY_PDF_STRUCTURE, "/StructTreeRoot");
		return;
	}
	visit(&w, top, 0);
	for (size_t i = 0; i < ck->page.n; i++) {
		check_parents(&w, tree, i);
		check_annotations(&w, tree, i);
	}
	if (w.sound && !ck->failed)
		compare(&w);
}
