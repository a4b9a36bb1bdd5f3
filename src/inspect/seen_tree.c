/*
 * seen_tree.c - the structure tree (ISO 32000-1, 14.7) walked once: a block for
 * every paragraph, heading, caption and table cell, in reading order.
 */
#include "inspect/seen.h"

enum { DEPTH_MAX = 64, MCID_MAX = 1 << 20 };

/* Where in the tree we are. */
struct at {
	size_t block; /* + 1; 0: none yet */
	size_t table; /* or WORD_NO_TABLE */
	size_t *item; /* block + 1 of the label of this LI or Note */
	bool cell, note, head;
	unsigned page; /* object */
};

struct walk {
	struct seer *r;
	bool *seen; /* by object number */
};

static size_t
new_block(struct walk *w, const struct at *at, struct str style)
{
	struct sblock *b = vec_add(w->r->a, &w->r->blocks);

	b->text.arena = w->r->a;
	b->p.table = at->table;
	b->p.style = style;
	b->p.place = at->note        ? WORD_NOTE :
	    at->table != WORD_NO_TABLE ? WORD_CELL :
					 WORD_BODY;
	if (at->cell) {
		const struct wtable *t = &w->r->tables.v[at->table];

		b->p.row = t->nrows - 1;
		b->p.column = t->cell[t->ncells - 1].column;
	}
	return w->r->blocks.n;
}

static size_t
new_table(struct walk *w, bool bordered)
{
	struct wtable *t = vec_add(w->r->a, &w->r->tables);

	t->outer = WORD_NO_TABLE;
	t->bordered = bordered;
	return w->r->tables.n - 1;
}

/* Arrays of struct wtable grow by doubling. */
static void
new_row(struct walk *w, size_t table, bool header)
{
	struct wtable *t = &w->r->tables.v[table];
	struct wrow *more;

	if ((t->nrows & (t->nrows - 1)) == 0) {
		more = NEW_ARRAY(w->r->a, 2 * t->nrows + 1, struct wrow);
		for (size_t i = 0; i < t->nrows; i++)
			more[i] = t->row[i];
		t->row = more;
	}
	t->row[t->nrows++] = (struct wrow) { header, true, 0 };
}

static void
new_cell(struct walk *w, size_t table, size_t row, size_t column)
{
	struct wtable *t = &w->r->tables.v[table];
	struct wcell *more;

	if ((t->ncells & (t->ncells - 1)) == 0) {
		more = NEW_ARRAY(w->r->a, 2 * t->ncells + 1, struct wcell);
		for (size_t i = 0; i < t->ncells; i++)
			more[i] = t->cell[i];
		t->cell = more;
	}
	t->cell[t->ncells++] = (struct wcell) { .row = row,
		.column = column,
		.span = 1,
		.border = { t->bordered, t->bordered, t->bordered,
		    t->bordered } };
	if (column + 1 > t->ncolumns)
		t->ncolumns = column + 1;
}

static bool
is_heading(struct str s)
{
	return s.n == 2 && s.p[0] == 'H' && s.p[1] >= '1' && s.p[1] <= '6';
}

/* A table of the text, or the one that the official form is set with. */
static bool
enter_table(struct walk *w, struct str s, struct at *at)
{
	const struct wtable *t;

	if (str_is(s, "Div") || str_is(s, "Table")) {
		at->table = new_table(w, str_is(s, "Table"));
		at->block = 0;
		if (str_is(s, "Div")) {
			new_row(w, at->table, false);
			new_cell(w, at->table, 0, 0);
			new_cell(w, at->table, 0, 1);
		}
	} else if (str_is(s, "THead")) {
		at->head = true;
	} else if (at->table == WORD_NO_TABLE) {
		return false;
	} else if (str_is(s, "TR")) {
		new_row(w, at->table, at->head);
	} else if (str_is(s, "TH") || str_is(s, "TD")) {
		t = &w->r->tables.v[at->table];
		if (t->nrows == 0)
			return false;
		new_cell(w, at->table, t->nrows - 1,
		    t->ncells > 0 &&
			    t->cell[t->ncells - 1].row == t->nrows - 1 ?
			t->cell[t->ncells - 1].column + 1 :
			0);
		at->cell = true;
		at->block = 0;
	} else {
		return false;
	}
	return true;
}

/* What an element of type s opens; inline ones stay in their block. */
static void
enter(struct walk *w, struct str s, struct at *at, size_t *item)
{
	if (enter_table(w, s, at))
		return;
	if (str_is(s, "LI") || str_is(s, "Note")) {
		*item = 0;
		at->item = item;
		at->note = at->note || str_is(s, "Note");
		at->block = 0;
	} else if (str_is(s, "Lbl") && at->item != NULL) {
		at->block = *at->item = new_block(w, at, STR_NONE);
	} else if (str_is(s, "Caption")) {
		struct at outside = *at;

		outside.table = WORD_NO_TABLE;
		at->block = new_block(w, &outside, STR("caption"));
	} else if (str_is(s, "P") || is_heading(s)) {
		if (at->item != NULL && *at->item != 0) {
			at->block = *at->item;
			*at->item = 0;
			return;
		}
		at->block = new_block(
		    w, at, is_heading(s) ? STR("heading") : STR_NONE);
	}
}

/* A cell may hold its text without a paragraph around it. */
static void
take_piece(struct walk *w, struct at *at, unsigned page, int64_t mcid)
{
	const pdf_pages *pages = &w->r->s->view->page;
	size_t i = 0;

	if (at->block == 0)
		at->block = new_block(w, at, STR_NONE);
	while (i < pages->n && pages->v[i].object != page)
		i++;
	if (i < pages->n && mcid >= 0 && (size_t)mcid < w->r->npieces[i])
		w->r->block_of[i][mcid] = at->block;
}

static void visit(struct walk *w, const struct pdf_value *ref, struct at at,
    unsigned depth);

static void
take_kid(struct walk *w, const struct pdf_value *kid, struct at *at,
    unsigned depth)
{
	struct pdf_file *f = w->r->f;
	const struct pdf_value *v = pdf_resolve(f, kid), *own;

	if (v->kind == PDF_NUMBER) {
		take_piece(w, at, at->page, pdf_int(v, 0, MCID_MAX, -1));
	} else if (pdf_is_name(pdf_get(f, v, "Type"), "MCR")) {
		own = pdf_get_raw(v, "Pg");
		take_piece(w, at, own->kind == PDF_REF ? own->object : at->page,
		    pdf_int(pdf_get(f, v, "MCID"), 0, MCID_MAX, -1));
	} else if (!pdf_is_name(pdf_get(f, v, "Type"), "OBJR")) {
		visit(w, kid, *at, depth + 1);
	}
}

static void
visit(struct walk *w, const struct pdf_value *ref, struct at at, unsigned depth)
{
	struct pdf_file *f = w->r->f;
	const struct pdf_value *v = pdf_resolve(f, ref), *kids, *page;
	size_t item = 0;

	if (v->kind != PDF_DICT || depth > DEPTH_MAX || ref->kind != PDF_REF ||
	    ref->object >= f->nobjects || w->seen[ref->object])
		return;
	w->seen[ref->object] = true;
	page = pdf_get_raw(v, "Pg");
	if (page->kind == PDF_REF)
		at.page = page->object;
	enter(w, pdf_get(f, v, "S")->text, &at, &item);
	kids = pdf_get(f, v, "K");
	if (kids->kind != PDF_ARRAY && kids->kind != PDF_NULL)
		take_kid(w, pdf_get_raw(v, "K"), &at, depth);
	for (size_t i = 0; kids->kind == PDF_ARRAY && i < kids->n; i++)
		take_kid(w, &kids->item[i], &at, depth);
}

void
seen_tree(struct seer *r)
{
	struct walk w = { .r = r };
	struct at at = { .table = WORD_NO_TABLE };
	const struct pdf_value *root =
	    pdf_get(r->f, r->s->view->catalog, "StructTreeRoot");
	const struct pdf_value *top = pdf_get(r->f, root, "K");

	w.seen = NEW_ARRAY(r->a, r->f->nobjects, bool);
	if (top->kind != PDF_ARRAY)
		visit(&w, pdf_get_raw(root, "K"), at, 0);
	for (size_t i = 0; top->kind == PDF_ARRAY && i < top->n; i++)
		visit(&w, &top->item[i], at, 0);
}
