/*
 * tree.c - structure elements for blocks and runs.
 *
 * Items in sequence make nested lists: L > LI > Lbl, LBody > P, L.  The caption
 * before a table becomes its first child.  A cell with one paragraph holds its
 * text itself.  The blocks of the official form are P below one Div, since
 * their table is there for the eye only.
 */
#include "typeset/tree.h"

#include "base/buf.h"

void
tree_start(struct tree *t, struct arena *a)
{
	*t = (struct tree){ .arena = a };
	t->root = NEW(a, struct elem);
	t->root->role = TAG_DOCUMENT;
}

struct elem *
tree_add(struct tree *t, struct elem *parent, enum role role)
{
	struct elem *e = NEW(t->arena, struct elem);

	e->role = role;
	e->parent = parent;
	if (parent->last != NULL)
		parent->last->next = e;
	else
		parent->first = e;
	parent->last = e;
	return e;
}

static bool
is_real_table(const struct lblock *b)
{
	return b->kind == LAID_TABLE && b->as.table.bordered;
}

void
tree_expect(struct tree *t, struct elem *parent, const struct lblock *b,
    const struct lblock *next)
{
	if (b->role != ROLE_ITEM)
		t->depth = 0;
	if (b->role == ROLE_CAPTION && next != NULL && is_real_table(next))
		t->table = tree_add(t, parent, TAG_TABLE);
	else if (!is_real_table(b))
		t->table = NULL;
}

/* The text of a heading, for the bookmark. */
static struct str
heading_title(struct tree *t, const struct lparagraph *p)
{
	struct buf title = { .arena = t->arena };

	for (size_t i = 0; i < p->nruns; i++) {
		if (p->run[i].kind == RUN_TEXT)
			buf_add(&title, p->run[i].text);
		else if (p->run[i].kind == RUN_BREAK)
			buf_addc(&title, ' ');
	}
	return str_trim(buf_str(&title));
}

/*
 * PDF/UA-1, 7.4.2: the first heading is H1 and none skips a depth.  How deep
 * one is follows from the open headings above it: a decision begins with
 * Điều, which is the second level of a report.
 */
static enum role
heading_role(struct tree *t, unsigned level)
{
	while (t->headings > 0 && t->heading[t->headings - 1] >= level)
		t->headings--;
	if (t->headings < HEADING_DEPTH)
		t->heading[t->headings++] = level;
	return (enum role)(TAG_H1 + t->headings - 1);
}

static struct elem *
heading(struct tree *t, struct elem *parent, const struct lblock *b)
{
	struct elem *e = tree_add(t, parent, heading_role(t, b->level));

	e->title = heading_title(t, &b->as.paragraph);
	return e;
}

static bool
has_label(const struct lparagraph *p)
{
	return p->nruns > 0 && p->run[0].label;
}

static struct elem *
item(struct tree *t, struct elem *parent, const struct lblock *b,
    struct elem **label)
{
	unsigned level = b->level == 0 ? 1 : b->level;
	struct elem *li;

	if (level > t->depth + 1)
		level = t->depth + 1;
	if (level > LIST_DEPTH)
		level = LIST_DEPTH;
	if (level > t->depth) {
		t->level[level - 1].list = tree_add(t,
		    level > 1 ? t->level[level - 2].body : parent, TAG_L);
	} else if (!has_label(&b->as.paragraph)) {
		t->depth = level;
		return *label = tree_add(t, t->level[level - 1].body, TAG_P);
	}
	t->depth = level;
	li = tree_add(t, t->level[level - 1].list, TAG_LI);
	if (has_label(&b->as.paragraph))
		*label = tree_add(t, li, TAG_LBL);
	t->level[level - 1].body = tree_add(t, li, TAG_LBODY);
	return tree_add(t, t->level[level - 1].body, TAG_P);
}

/* A note stands behind its paragraph, below the same parent. */
static bool
marks_note(const struct lparagraph *p)
{
	for (size_t i = 0; i < p->nruns; i++)
		if (p->run[i].kind == RUN_NOTE_REF)
			return true;
	return false;
}

struct elem *
tree_paragraph(struct tree *t, struct elem *parent, const struct lblock *b,
    struct elem **label)
{
	struct elem *e;

	*label = NULL;
	switch (b->role) {
	case ROLE_HEADING:
		e = heading(t, parent, b);
		break;
	case ROLE_ITEM:
		e = item(t, parent, b, label);
		break;
	case ROLE_CAPTION:
		e = t->table != NULL ? tree_add(t, t->table, TAG_CAPTION) :
				       tree_add(t, parent, TAG_P);
		break;
	case ROLE_NOTE:
		if (has_label(&b->as.paragraph) ||
		    (b->as.paragraph.nruns > 0 &&
			b->as.paragraph.run[0].kind == RUN_NOTE_REF))
			*label = tree_add(t, parent, TAG_LBL);
		e = tree_add(t, parent, TAG_P);
		break;
	default:
		e = parent == t->alone && !marks_note(&b->as.paragraph) ?
		    parent :
		    tree_add(t, parent, TAG_P);
	}
	if (*label == NULL)
		*label = e;
	return e;
}

/* The link that run i belongs to: the one before it, or a new one. */
static struct elem *
link_of(struct tree *t, const struct lparagraph *p, size_t i,
    struct elem *paragraph, struct elem *before)
{
	struct elem *e;

	if (i > 0 && before != NULL && before->role == TAG_LINK &&
	    str_eq(p->run[i].link, p->run[i - 1].link))
		return before;
	e = tree_add(t, paragraph, TAG_LINK);
	e->link = p->run[i].link;
	return e;
}

static struct elem *
reference(struct tree *t, const struct lrun *r, struct elem *paragraph)
{
	struct elem *e = tree_add(t, paragraph, TAG_REFERENCE);

	e->note = r->note + 1;
	return e;
}

struct elem **
tree_runs(struct tree *t, const struct lparagraph *p, struct elem *paragraph,
    struct elem *label, bool in_note)
{
	struct elem **of = NEW_ARRAY(t->arena, p->nruns, struct elem *);
	bool leading = true; /* the label comes first or not at all */

	for (size_t i = 0; i < p->nruns; i++) {
		const struct lrun *r = &p->run[i];

		leading = leading &&
		    (r->label || (in_note && r->kind == RUN_NOTE_REF));
		if (leading)
			of[i] = label;
		else if (r->kind == RUN_NOTE_REF && !in_note)
			of[i] = reference(t, r, paragraph);
		else if (r->link.n > 0)
			of[i] = link_of(t, p, i, paragraph,
			    i > 0 ? of[i - 1] : NULL);
		else
			of[i] = paragraph;
	}
	return of;
}

struct elem *
tree_table(struct tree *t, struct elem *parent, const struct lblock *b)
{
	struct elem *e = t->table;

	t->table = NULL;
	if (!b->as.table.bordered)
		return tree_add(t, parent, TAG_DIV);
	return e != NULL ? e : tree_add(t, parent, TAG_TABLE);
}

/* The element after e in reading order. */
static struct elem *
next_elem(struct elem *e)
{
	if (e->first != NULL)
		return e->first;
	while (e != NULL && e->next == NULL)
		e = e->parent;
	return e != NULL ? e->next : NULL;
}

struct elem **
tree_number(struct tree *t, size_t *n)
{
	struct elem **all;
	size_t count = 0;

	for (struct elem *e = t->root; e != NULL; e = next_elem(e))
		e->index = (unsigned)count++;
	all = NEW_ARRAY(t->arena, count, struct elem *);
	for (struct elem *e = t->root; e != NULL; e = next_elem(e))
		all[e->index] = e;
	*n = count;
	return all;
}
