/* flat.c - a block's inline content as one text that knows its places. */
#include "check/run.h"
#include "text/utf8.h"

static void
add_part(const struct check *c, struct flat *f, size_t *cap, size_t at,
    struct pos pos)
{
	f->part = vec_grow(c->a, f->part, f->nparts, cap, sizeof(f->part[0]));
	f->part[f->nparts++] = (struct flat_part){ at, pos };
}

/* A text, and the lines it was joined from. */
static void
add_text(const struct check *c, struct flat *f, size_t *cap, struct buf *text,
    const struct node *n)
{
	struct str s = n->as.text;
	size_t blank = s.n > 0 && s.p[0] == ' '; /* the place is behind it */

	add_part(c, f, cap, text->n + blank, n->pos);
	for (unsigned i = 0; i < n->as.nlines; i++) {
		const char *at = n->as.line[i].at;

		if (at > s.p && at < s.p + s.n)
			add_part(c, f, cap, text->n + (size_t)(at - s.p),
			    n->as.line[i].pos);
	}
	buf_add(text, s);
}

struct flat
flat_of(const struct check *c, const struct node *block)
{
	struct flat f = { .block = block, .exact = true };
	struct buf text = { .arena = c->a };
	const struct node *n;
	size_t cap = 0;

	if (block->kind == NODE_APPENDIX) { /* its title */
		add_part(c, &f, &cap, 0, block->as.appendix.title_pos);
		f.text = block->as.appendix.title;
		f.exact = c->doc->format == FORMAT_MARKDOWN;
		return f;
	}
	for (n = block; n != NULL; n = node_next(n, block)) {
		if (n->kind == NODE_TEXT)
			add_text(c, &f, &cap, &text, n);
		else if (n->kind == NODE_BREAK)
			buf_addc(&text, ' ');
	}
	f.text = buf_str(&text);
	return f;
}

struct flat
flat_value(const struct check *c, const struct value *v)
{
	struct flat f = { .block = c->doc->root, .text = v->text };
	size_t cap = 0;

	add_part(c, &f, &cap, 0, v->pos);
	return f;
}

struct pos
flat_pos(const struct flat *f, size_t offset)
{
	const struct flat_part *part = NULL;
	struct pos pos;

	for (size_t i = 0; i < f->nparts && f->part[i].at <= offset; i++)
		part = &f->part[i];
	if (part == NULL)
		return f->block->pos;
	pos = part->pos;
	if (f->exact)
		pos.col +=
		    (uint32_t)utf8_count(str_sub(f->text, part->at, offset));
	return pos;
}

struct pos
flat_start(const struct flat *f)
{
	return f->nparts > 0 ? f->part[0].pos : f->block->pos;
}
