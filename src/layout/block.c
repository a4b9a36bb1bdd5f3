/*
 * block.c - paragraphs and runs put together.
 */
#include <string.h>

#include "base/vec.h"
#include "layout/build.h"
#include "text/utf8.h"
#include "text/viet.h"

enum { NO_BREAK_SPACE = 0xa0, NO_BREAK_HYPHEN = 0x2011 };

struct lblock *
add_paragraph(struct build *b, struct blocks *to, const struct place_of *where)
{
	struct lblock *block = vec_add(b->arena, to);
	struct style *style = &block->as.paragraph.style;

	block->kind = LAID_PARAGRAPH;
	block->role = where->role;
	block->level = where->level;
	block->component = where->component;
	block->pos = where->pos;
	block->as.paragraph.style_id = where->style;
	*style = b->tpl->style[where->style];
	if (to == &b->body) {
		if (style->before < b->gap)
			style->before = b->gap;
		b->gap = 0;
	}
	return block;
}

struct lblock *
add_line(struct build *b, struct blocks *to, const struct place_of *where,
    struct str text)
{
	struct lblock *block = add_paragraph(b, to, where);
	struct look how = look_of(b, where->style, where->pos);
	struct runs runs = { 0 };

	put_text(b, &runs, &how, text);
	set_runs(block, &runs);
	return block;
}

void
add_spacer(struct build *b, struct blocks *to)
{
	emu gap = b->gap;
	struct lblock *block;

	b->gap = 0;
	block = add_paragraph(b, to,
	    &(struct place_of) { .style = STYLE_NORMAL,
		.role = ROLE_FORM,
		.component = COMPONENT_BODY,
		.pos = POS_FILE(b->c->doc->path) });
	b->gap = gap;
	block->as.paragraph.style.before = 0;
	block->as.paragraph.style.after = 0;
	block->as.paragraph.style.first = 0;
	block->as.paragraph.exact = SPACER;
}

struct look
look_of(const struct build *b, enum style_id style, struct pos pos)
{
	const struct style *s = &b->tpl->style[style];

	return (struct look) { .bold = s->bold,
		.italic = s->italic,
		.caps = s->caps,
		.half_points = s->half_points,
		.pos = pos };
}

/* Tell of each character once that the face does not have. */
static void
check_characters(struct build *b, const struct look *how, struct str text)
{
	enum face face = face_of(how->bold, how->italic);
	struct pos pos = how->pos;

	for (size_t i = 0; i < text.n;) {
		size_t at = i, k = 0;
		uint32_t c = utf8_next(text, &i);

		pos.col += at > 0;
		if (c == NO_BREAK_SPACE || c == NO_BREAK_HYPHEN ||
		    font_covers(b->fs, face, c))
			continue; /* those two are set as ' ' and '-' */
		while (k < b->missing.n && b->missing.v[k] != c)
			k++;
		if (k < b->missing.n || k == MISSING_MAX)
			continue;
		*vec_add(b->arena, &b->missing) = c;
		diag_add(b->diags, DIAG_LAYOUT_CHARACTER_MISSING, pos,
		    "\"%.*s\" U+%04X", STR_ARG(str_sub(text, at, i)),
		    (unsigned)c);
	}
}

static bool
same_look(const struct lrun *r, const struct look *how)
{
	return r->kind == RUN_TEXT && r->bold == how->bold &&
	    r->italic == how->italic && r->half_points == how->half_points &&
	    r->label == how->label && str_eq(r->link, how->link);
}

/* Lengthen the last run; the buffer spares copying it for every piece. */
static void
join(struct build *b, struct runs *to, struct str text)
{
	struct lrun *last = &to->v[to->n - 1];

	if (to->text.p == NULL) {
		to->text = (struct buf) { .arena = b->arena };
		buf_add(&to->text, last->text);
	}
	buf_add(&to->text, text);
	last->text = buf_str(&to->text);
}

void
put_text(
    struct build *b, struct runs *to, const struct look *how, struct str text)
{
	struct str shown = how->caps ? viet_upper(b->arena, text) : text;

	if (shown.n == 0)
		return;
	check_characters(b, how, shown);
	if (to->n > 0 && same_look(&to->v[to->n - 1], how)) {
		join(b, to, shown);
		return;
	}
	to->text = (struct buf) { 0 };
	*vec_add(b->arena, to) = (struct lrun) { .kind = RUN_TEXT,
		.text = shown,
		.bold = how->bold,
		.italic = how->italic,
		.half_points = how->half_points,
		.link = how->link,
		.label = how->label };
}

void
set_runs(struct lblock *block, const struct runs *runs)
{
	block->as.paragraph.run = runs->v;
	block->as.paragraph.nruns = runs->n;
}

emu
style_width(const struct build *b, enum style_id style, struct str text)
{
	const struct style *s = &b->tpl->style[style];

	if (s->caps)
		text = viet_upper(b->arena, text);
	return font_width(
	    b->fs, face_of(s->bold, s->italic), s->half_points, text);
}

struct str
blanks(struct arena *a, unsigned n)
{
	struct buf out = { .arena = a };

	while (n-- > 0)
		utf8_put(&out, NO_BREAK_SPACE);
	return buf_str(&out);
}
