/*
 * nudge.c - paragraphs whose lines hang on a rounding.
 *
 * LibreOffice 7 rounds the width of each character, newer versions and Word do
 * not.  Once in a hundred paragraphs that decides whether a word still fits on
 * its line.  There the characters are moved a twip or two nearer to each other,
 * or apart, until all ways to measure agree.  The eye does not see it.
 */
#include <string.h>

#include "typeset/set.h"

/* By how many twips another program's measure may differ from ours. */
enum { TOLERANCE = 2 };

/* What is tried, in twips for each character. */
static const int spacings[] = { 0, -1, -2, 1, 2 };

struct nudger {
	struct setter s; /* its arena lives for one paragraph */
	struct arena *arena;
	struct lnote *note;
	bool *note_done;
	int64_t measure;
};

struct ranges {
	const struct line_range *v;
	size_t n;
};

static struct ranges
break_as(struct nudger *g, const struct lparagraph *p, int64_t width,
    bool exact)
{
	struct ranges r;

	r.v = paragraph_lines(&g->s, p, width, exact, &r.n);
	return r;
}

static bool
same_ranges(struct ranges a, struct ranges b)
{
	if (a.n != b.n)
		return false;
	for (size_t i = 0; i < a.n; i++)
		if (a.v[i].begin != b.v[i].begin)
			return false;
	return true;
}

/* Are the lines those of r whatever the program measures? */
static bool
certain(struct nudger *g, const struct lparagraph *p, int64_t width,
    struct ranges r)
{
	for (int off = -TOLERANCE; off <= TOLERANCE; off += TOLERANCE)
		if (!same_ranges(r, break_as(g, p, width + off, true)) ||
		    !same_ranges(r, break_as(g, p, width + off, false)))
			return false;
	return true;
}

/* fixed: the lines must stay as they are, a rule has been drawn after them. */
static int
find_spacing(struct nudger *g, const struct lparagraph *p, int64_t width,
    bool fixed)
{
	struct lparagraph copy = *p;
	struct ranges as_is = break_as(g, p, width, false), r;

	for (size_t i = 0; i < sizeof(spacings) / sizeof(spacings[0]); i++) {
		copy.spacing = p->spacing + spacings[i];
		r = break_as(g, &copy, width, false);
		if ((!fixed || same_ranges(as_is, r)) &&
		    certain(g, &copy, width, r))
			return copy.spacing;
	}
	return p->spacing;
}

static struct lblock *copy_blocks(struct nudger *g, const struct lblock *b,
    size_t n, int64_t width);

/* The notes marked in p are as wide as the page's text. */
static void
nudge_notes(struct nudger *g, const struct lparagraph *p)
{
	for (size_t i = 0; i < p->nruns; i++) {
		unsigned k = p->run[i].note;
		struct lnote *note;

		if (p->run[i].kind != RUN_NOTE_REF ||
		    k >= g->s.laid->nnotes || g->note_done[k])
			continue;
		g->note_done[k] = true;
		note = &g->note[k];
		note->block =
		    copy_blocks(g, note->block, note->nblocks, g->measure);
	}
}

static void
nudge_paragraph(struct nudger *g, struct lblock *b, int64_t width)
{
	struct lparagraph *p = &b->as.paragraph;

	g->s.arena = arena_new();
	g->s.letters = (struct letters){ 0 };
	p->spacing = find_spacing(g, p, width, b->role == ROLE_TITLE);
	arena_free(g->s.arena);
	nudge_notes(g, p);
}

static struct lrow
copy_row(struct nudger *g, const struct ltable *t, const int64_t *edge,
    const struct lrow *row)
{
	struct lrow out = *row;
	size_t at = 0, span;

	out.cell = NEW_ARRAY(g->arena, row->ncells, struct lcell);
	for (size_t i = 0; i < row->ncells; i++, at += span) {
		const struct lcell *c = &row->cell[i];

		out.cell[i] = *c;
		span = c->colspan > 0 ? c->colspan : 1;
		if (at + span <= t->ncolumns && !c->covered)
			out.cell[i].block = copy_blocks(g, c->block,
			    c->nblocks, table_room(t, edge, at, span));
	}
	return out;
}

static void
nudge_table(struct nudger *g, struct ltable *t)
{
	const int64_t *edge = table_edges(g->arena, t);
	struct lrow *row = NEW_ARRAY(g->arena, t->nrows, struct lrow);

	for (size_t i = 0; i < t->nrows; i++)
		row[i] = copy_row(g, t, edge, &t->row[i]);
	t->row = row;
}

static struct lblock *
copy_blocks(struct nudger *g, const struct lblock *b, size_t n,
    int64_t width)
{
	struct lblock *out = NEW_ARRAY(g->arena, n, struct lblock);

	for (size_t i = 0; i < n; i++) {
		out[i] = b[i];
		if (b[i].kind == LAID_PARAGRAPH)
			nudge_paragraph(g, &out[i], width);
		else if (b[i].kind == LAID_TABLE)
			nudge_table(g, &out[i].as.table);
	}
	return out;
}

struct laid *
nudge_lines(const struct laid *l, const struct font_set *fs, struct arena *a)
{
	struct laid *out = NEW(a, struct laid);
	struct nudger g = { .s = { .laid = l, .fonts = fs }, .arena = a };

	*out = *l;
	out->section = NEW_ARRAY(a, l->nsections, struct lsection);
	out->note = g.note = NEW_ARRAY(a, l->nnotes, struct lnote);
	g.note_done = NEW_ARRAY(a, l->nnotes, bool);
	if (l->nnotes > 0)
		memcpy(g.note, l->note, l->nnotes * sizeof(*g.note));
	for (size_t i = 0; i < l->nsections; i++) {
		const struct page_setup *page = &l->section[i].page;

		g.measure = twips(page->width) - twips(page->left) -
		    twips(page->right);
		out->section[i] = l->section[i];
		out->section[i].block = copy_blocks(&g, l->section[i].block,
		    l->section[i].nblocks, g.measure);
	}
	return out;
}
