/*
 * seen_read.c - a PDF's pages to a model of a Word file: the stages joined, and
 * the paragraphs put in the order in which Word has them.
 */
#include "inspect/seen.h"

enum { MILLI = 1000 };

static emu
corner(struct pdf_file *f, const struct pdf_value *box, size_t i)
{
	return pdf_item(f, box, i)->milli * EMU_PER_PT / MILLI;
}

static void
open_pages(struct seer *r)
{
	const pdf_pages *pages = &r->s->view->page;

	r->s->npages = pages->n;
	r->s->page = NEW_ARRAY(r->a, pages->n + 1, struct spage);
	r->block_of = NEW_ARRAY(r->a, pages->n + 1, size_t *);
	r->npieces = NEW_ARRAY(r->a, pages->n + 1, size_t);
	for (size_t i = 0; i < pages->n; i++) {
		const struct pdf_value *box =
		    pdf_get(r->f, pages->v[i].dict, "MediaBox");

		r->s->page[i].width = corner(r->f, box, 2) -
		    corner(r->f, box, 0);
		r->s->page[i].height = corner(r->f, box, 3) -
		    corner(r->f, box, 1);
		r->npieces[i] = pages->v[i].shown.pieces.n;
		r->block_of[i] =
		    NEW_ARRAY(r->a, r->npieces[i] + 1, size_t);
	}
}

static bool
is_body(const struct sblock *b)
{
	return b->p.place == WORD_BODY || b->p.place == WORD_CELL;
}

static void
put_para(struct seer *r, size_t block, size_t *to, size_t *paras)
{
	struct sblock *b = &r->blocks.v[block];
	struct word *w = r->s->w;

	w->para[*paras] = b->p;
	w->para[*paras].text = buf_str(&b->text);
	w->para[*paras].run = b->runs.v;
	w->para[*paras].nruns = b->runs.n;
	to[block] = (*paras)++;
}

/* In Word a rule under a paragraph is one by itself. */
static void
put_rule(struct seer *r, size_t block, size_t *paras)
{
	const struct seen *s = r->s;
	const struct sstroke *k;
	const struct sline *l;
	struct wdrawing *d;

	if (s->first[block] == s->first[block + 1])
		return;
	l = &s->line[s->first[block + 1] - 1];
	k = seen_under(s, l->page, l->base, l->left, l->right);
	if (k == NULL || r->blocks.v[block].p.place == WORD_NOTE)
		return;
	d = &s->w->drawing[s->w->ndrawings++];
	*d = (struct wdrawing) { .para = *paras,
		.width = k->right - k->left,
		.line = true };
	s->w->para[*paras] = r->blocks.v[block].p;
	s->w->para[*paras].form.after = 0;
	(*paras)++;
}

/* The document's paragraphs, then those of margins and notes. */
static void
put_paras(struct seer *r, size_t *to)
{
	struct word *w = r->s->w;
	size_t n = 0;

	w->para = NEW_ARRAY(r->a, 2 * r->blocks.n + 1, struct wpara);
	w->drawing = NEW_ARRAY(r->a, r->blocks.n + 1, struct wdrawing);
	for (size_t i = 0; i < r->blocks.n; i++)
		if (is_body(&r->blocks.v[i])) {
			put_para(r, i, to, &n);
			put_rule(r, i, &n);
		}
	w->nbody = n;
	for (size_t i = 0; i < r->blocks.n; i++)
		if (!is_body(&r->blocks.v[i]))
			put_para(r, i, to, &n);
	w->nparas = n;
}

/* Lines and their index by the paragraphs' final numbers. */
static void
renumber(struct seer *r, const size_t *to)
{
	struct seen *s = r->s;
	size_t n = s->w->nparas, at = 0;
	size_t *first = NEW_ARRAY(r->a, n + 1, size_t);
	size_t *block = NEW_ARRAY(r->a, n + 1, size_t); /* + 1 */
	struct sline *line = NEW_ARRAY(r->a, s->nlines + 1, struct sline);

	for (size_t i = 0; i < r->blocks.n; i++)
		block[to[i]] = i + 1;
	for (size_t p = 0; p < n; p++) {
		first[p] = at;
		for (size_t k = block[p] == 0 ? 0 : s->first[block[p] - 1];
		     block[p] != 0 && k < s->first[block[p]]; k++) {
			line[at] = s->line[k];
			line[at++].para = p;
		}
	}
	first[n] = at;
	s->first = first;
	s->line = line;
}

/* The cells that hold paragraph i; those of the text come in its order. */
static void
note_cell(struct wtable *t, const struct wpara *p, size_t i, size_t *cursor)
{
	size_t k = t->bordered ? *cursor : 0;

	while (k < t->ncells &&
	    (t->cell[k].row != p->row || t->cell[k].column != p->column))
		k++;
	if (k == t->ncells)
		return;
	*cursor = k;
	if (t->cell[k].n++ == 0)
		t->cell[k].first = i;
}

/* Where tables and sections lie among the paragraphs. */
static void
note_extents(struct seer *r)
{
	struct word *w = r->s->w;
	size_t *cursor = NEW_ARRAY(r->a, r->tables.n + 1, size_t);

	w->table = r->tables.v;
	w->ntables = r->tables.n;
	for (size_t i = 0; i < w->nbody; i++) {
		const struct wpara *p = &w->para[i];
		struct wsection *s = &w->section[p->section];
		struct wtable *t;

		if (s->n++ == 0)
			s->first = i;
		if (p->table == WORD_NO_TABLE)
			continue;
		t = &w->table[p->table];
		t->section = p->section;
		if (t->n++ == 0)
			t->first = i;
		note_cell(t, p, i, &cursor[p->table]);
	}
}

const struct seen *
seen_read(
    const struct pdf_view *v, const struct font_set *fonts, struct arena *a)
{
	struct seer *r = NEW(a, struct seer);
	struct pdf_file *f = NEW(a, struct pdf_file);
	size_t *to;

	*f = v->file; /* objects read are remembered in it */
	r->a = a;
	r->f = f;
	r->fonts = fonts;
	r->s = NEW(a, struct seen);
	r->s->view = v;
	r->s->w = NEW(a, struct word);
	open_pages(r);
	seen_tree(r);
	seen_text(r);
	seen_strokes(r);
	seen_sections(r);
	seen_forms(r);
	to = NEW_ARRAY(a, r->blocks.n + 1, size_t);
	put_paras(r, to);
	renumber(r, to);
	note_extents(r);
	seen_boxes(r);
	return r->s;
}
