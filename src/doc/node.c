/* node.c - building and walking the tree; what may hang where. */
#include "doc/node.h"

#include <assert.h>

/* What a kind is, is one bit; what it may hold is a set of those bits. */
enum {
	IS_ROOT = 0,
	IS_BLOCK = 1,
	IS_ITEM = 2,
	IS_ROW = 4,
	IS_CELL = 8,
	IS_INLINE = 16
};

enum {
	HOLDS_NONE = 0,
	HOLDS_BLOCKS = IS_BLOCK,
	HOLDS_ITEMS = IS_ITEM,
	HOLDS_ROWS = IS_ROW,
	HOLDS_CELLS = IS_CELL,
	HOLDS_INLINE = IS_INLINE
};

/* clang-format off */
static const struct {
	unsigned is, holds;
} kinds[NODE_MAX] = {
#define KIND(name, is, holds) [NODE_##name] = { is, holds },
#include "doc/kind.def"
#undef KIND
};
/* clang-format on */

struct node *
node_new(struct arena *a, enum node_kind kind, struct pos pos)
{
	struct node *n = NEW(a, struct node);

	assert(kind < NODE_MAX);
	n->kind = kind;
	n->pos = pos;
	if (kind == NODE_CELL)
		n->as.cell.colspan = n->as.cell.rowspan = 1;
	if (kind == NODE_LIST)
		n->as.list.start = 1;
	return n;
}

bool
node_may_hold(enum node_kind parent, enum node_kind child)
{
	/* Notes and appendices stand under the root; headings make sections. */
	if (child == NODE_FOOTNOTE || child == NODE_APPENDIX)
		return parent == NODE_DOCUMENT;
	if (child == NODE_HEADING)
		return parent == NODE_DOCUMENT || parent == NODE_APPENDIX;
	return (kinds[parent].holds & kinds[child].is) != 0;
}

void
node_append(struct node *parent, struct node *n)
{
	assert(node_may_hold(parent->kind, n->kind));
	assert(n->parent == NULL && n->prev == NULL && n->next == NULL);
	n->parent = parent;
	n->prev = parent->last;
	if (parent->last != NULL)
		parent->last->next = n;
	else
		parent->first = n;
	parent->last = n;
}

const struct node *
node_next(const struct node *n, const struct node *root)
{
	return n->first != NULL ? n->first : node_skip(n, root);
}

const struct node *
node_skip(const struct node *n, const struct node *root)
{
	while (n != root && n->next == NULL)
		n = n->parent;
	return n == root ? NULL : n->next;
}

struct str
node_text(struct arena *a, const struct node *n)
{
	struct buf b = { .arena = a };
	const struct node *k = n;

	while (k != NULL) {
		if (k->kind == NODE_TEXT)
			buf_add(&b, k->as.text);
		else if (k->kind == NODE_BREAK)
			buf_addc(&b, ' ');
		k = k->kind == NODE_FOOTNOTE && k != n ? node_skip(k, n) :
							 node_next(k, n);
	}
	return buf_str(&b);
}

/* What the union must hold for n to be of use to later stages. */
static void
verify_one(const struct node *n)
{
	switch (n->kind) {
	case NODE_DOCUMENT:
		assert(n->parent == NULL);
		break;
	case NODE_HEADING:
		assert(n->as.heading.level >= 1);
		break;
	case NODE_TABLE:
		assert(n->as.table.ncolumns > 0 && n->first != NULL);
		break;
	case NODE_CELL:
		assert(n->as.cell.colspan > 0 && n->as.cell.rowspan > 0);
		break;
	case NODE_APPENDIX:
		assert(n->next == NULL || n->next->kind == NODE_APPENDIX ||
		    n->next->kind == NODE_FOOTNOTE);
		break;
	case NODE_FOOTNOTE:
		assert(n->as.footnote.number > 0);
		assert(n->next == NULL || n->next->kind == NODE_FOOTNOTE);
		break;
	case NODE_NOTE_REF:
		assert(n->as.note_ref.number > 0);
		break;
	case NODE_TEXT:
		assert(n->as.text.n > 0);
		break;
	default:
		break;
	}
}

void
node_verify(const struct node *root)
{
	for (const struct node *n = root; n != NULL; n = node_next(n, root)) {
		assert(n->kind < NODE_MAX);
		verify_one(n);
		assert((n->first == NULL) == (n->last == NULL));
		assert(n->last == NULL || n->last->next == NULL);
		assert(n->first == NULL || n->first->prev == NULL);
		for (const struct node *k = n->first; k != NULL; k = k->next) {
			assert(k->parent == n);
			assert(k->next == NULL || k->next->prev == k);
			assert(node_may_hold(n->kind, k->kind));
		}
	}
}
