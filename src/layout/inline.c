/*
 * inline.c - text with emphasis, links and note marks to runs.
 */
#include <assert.h>

#include "base/vec.h"
#include "layout/build.h"

static void
put_mark(struct build *b, struct runs *to, const struct look *how,
    const struct node *n)
{
	unsigned number = n->as.note_ref.number;

	assert(number >= 1 && number <= b->nnotes);
	*vec_add(b->arena, to) = (struct lrun) { .kind = RUN_NOTE_REF,
		.text = str_printf(b->arena, "%u", number),
		.bold = how->bold,
		.italic = how->italic,
		.half_points = how->half_points,
		.note = number - 1 };
}

static void
put_node(
    struct build *b, struct runs *to, struct look how, const struct node *n)
{
	how.pos = n->pos;
	switch (n->kind) {
	case NODE_TEXT:
		put_text(b, to, &how, n->as.text);
		break;
	case NODE_STRONG:
		how.bold = true;
		put_inline(b, to, &how, n);
		break;
	case NODE_EMPH:
		how.italic = true;
		put_inline(b, to, &how, n);
		break;
	case NODE_LINK:
		how.link = n->as.link.url;
		put_inline(b, to, &how, n);
		break;
	case NODE_BREAK:
		*vec_add(b->arena, to) = (struct lrun) { .kind = RUN_BREAK,
			.bold = how.bold,
			.italic = how.italic,
			.half_points = how.half_points };
		break;
	case NODE_NOTE_REF:
		put_mark(b, to, &how, n);
		break;
	default:
		assert(!"an inline node");
	}
}

void
put_inline(struct build *b, struct runs *to, const struct look *how,
    const struct node *n)
{
	for (const struct node *k = n->first; k != NULL; k = k->next)
		put_node(b, to, *how, k);
}
