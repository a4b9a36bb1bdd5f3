/*
 * note.c - the footnotes, in order of their marks.
 */
#include <assert.h>

#include "base/vec.h"
#include "layout/build.h"

/* A note under construction. */
struct note {
	struct build *b;
	struct blocks blocks;
	unsigned number;
};

/* The number that opens a note, and a blank. */
static void
put_number(struct note *note, struct runs *to, const struct look *how)
{
	struct build *b = note->b;

	*vec_add(b->arena, to) = (struct lrun) { .kind = RUN_NOTE_REF,
		.text = str_printf(b->arena, "%u", note->number),
		.half_points = how->half_points,
		.note = note->number - 1,
		.label = true };
	put_text(b, to, how, STR(" "));
}

/* n is NULL for an empty note; label: of a list's item, or empty. */
static void
put_paragraph(
    struct note *note, const struct node *n, struct pos pos, struct str label)
{
	struct build *b = note->b;
	struct place_of where = { .style = STYLE_FOOTNOTE,
		.role = ROLE_NOTE,
		.component = COMPONENT_BODY,
		.pos = pos };
	struct look how = look_of(b, where.style, pos);
	struct lblock *block = add_paragraph(b, &note->blocks, &where);
	struct str typed = n != NULL ? n->as.paragraph.label : STR_NONE;
	struct runs runs = { 0 };

	if (note->blocks.n == 1)
		put_number(note, &runs, &how);
	if (typed.n > 0)
		label = typed;
	if (label.n > 0)
		put_text(b, &runs, &how,
		    str_printf(b->arena, "%.*s ", STR_ARG(label)));
	if (n != NULL)
		put_inline(b, &runs, &how, n);
	set_runs(block, &runs);
}

static void put_blocks(struct note *note, const struct node *parent,
    enum label_kind above, struct str label);

static void
put_list(struct note *note, const struct node *list, enum label_kind above)
{
	enum label_kind kind = item_label(above, list->as.list.ordered);
	unsigned number = list->as.list.start > 0 ? list->as.list.start : 1;

	for (const struct node *i = list->first; i != NULL; i = i->next)
		put_blocks(
		    note, i, kind, label_print(note->b->arena, kind, number++));
}

/* The blocks below parent; its first paragraph has the label. */
static void
put_blocks(struct note *note, const struct node *parent, enum label_kind above,
    struct str label)
{
	for (const struct node *n = parent->first; n != NULL; n = n->next) {
		/* the readers put nothing else into a note */
		assert(n->kind == NODE_PARAGRAPH || n->kind == NODE_LIST);
		if (n->kind == NODE_PARAGRAPH)
			put_paragraph(note, n, n->pos, label);
		else
			put_list(note, n, above);
		label = STR_NONE;
	}
}

static void
put_note(struct build *b, const struct node *n)
{
	struct note note = { .b = b, .number = n->as.footnote.number };
	struct lnote *to;

	assert(note.number >= 1 && note.number <= b->nnotes);
	put_blocks(&note, n, LABEL_NONE, STR_NONE);
	if (note.blocks.n == 0)
		put_paragraph(&note, NULL, n->pos, STR_NONE);
	to = &b->note[note.number - 1];
	to->block = note.blocks.v;
	to->nblocks = note.blocks.n;
}

void
put_notes(struct build *b)
{
	b->nnotes = b->c->doc->nnotes;
	b->note = NEW_ARRAY(b->arena, b->nnotes, struct lnote);
	for (const struct node *n = b->c->doc->root->first; n != NULL;
	     n = n->next)
		if (n->kind == NODE_FOOTNOTE)
			put_note(b, n);
	for (unsigned i = 0; i < b->nnotes; i++)
		assert(b->note[i].nblocks > 0);
}
