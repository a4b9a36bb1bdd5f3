/*
 * appendix.c - appendices (III.1): each a section of its own behind the
 * signature, its pages counted from 1, turned when the author asks for it.
 */
#include <string.h>

#include "layout/build.h"

/* What a form for electronic documents leaves open (III.1.c). */
#define OPEN STR("…")
#define OPEN_SYMBOL STR("…-…")

static struct place_of
at(enum component_id id, enum lrole role, struct pos pos)
{
	return (struct place_of) { .style = components[id].style,
		.role = role,
		.level = role == ROLE_HEADING,
		.component = id,
		.pos = pos };
}

/* "Phụ lục I", or "Phụ lục" when it is the only one. */
static struct str
appendix_label(struct build *b, size_t index)
{
	return str_trim(template_fill(b->arena, b->tpl->word[WORD_APPENDIX],
	    "number", b->c->appendix[index], NULL));
}

static struct str
about_filled(struct build *b)
{
	const struct checked *c = b->c;
	struct arena *a = b->arena;
	bool dated = date_is_set(c->date);

	return template_fill(a, b->tpl->word[WORD_APPENDIX_ABOUT], "type",
	    str_of(doctypes[c->type].name), "number",
	    c->number.n > 0 ? c->number : blanks(a, BLANK_NUMBER), "symbol",
	    c->symbol, "day",
	    dated ? date_day(a, c->date) : blanks(a, BLANK_DAY), "month",
	    dated ? date_month(a, c->date) : blanks(a, BLANK_DAY), "year",
	    dated ? str_printf(a, "%d", c->date.year) : blanks(a, BLANK_YEAR),
	    "issuer", c->unit->name, NULL);
}

static struct str
about_open(struct build *b)
{
	return template_fill(b->arena, b->tpl->word[WORD_APPENDIX_ABOUT],
	    "type", str_of(doctypes[b->c->type].name), "number", OPEN, "symbol",
	    OPEN_SYMBOL, "day", OPEN, "month", OPEN, "year", OPEN, "issuer",
	    OPEN, NULL);
}

/* "(Kèm theo ...)" and the short rule of samples 2.1 and 2.2. */
static void
put_about(struct build *b, struct pos pos)
{
	struct place_of where = at(COMPONENT_APPENDIX_ABOUT, ROLE_TITLE, pos);

	add_ruled_title(b, &b->body, &where, b->measure,
	    b->tpl->about_filled ? about_filled(b) : about_open(b));
}

/* The title is the heading; without one, the number is. */
static void
put_head(struct build *b, const struct node *n, struct str label)
{
	struct str title = n->as.appendix.title;
	struct place_of where = at(COMPONENT_APPENDIX,
	    title.n > 0 ? ROLE_PARAGRAPH : ROLE_HEADING, n->pos);

	add_line(b, &b->body, &where, label);
	where = at(
	    COMPONENT_APPENDIX_TITLE, ROLE_HEADING, n->as.appendix.title_pos);
	if (title.n > 0)
		add_title(b, &b->body, &where, b->measure, title);
	if (b->tpl->shown[COMPONENT_APPENDIX_ABOUT])
		put_about(b, n->pos);
	if (n->first == NULL || n->first->kind != NODE_TABLE ||
	    n->first->as.table.caption.n > 0)
		return;
	add_spacer(b, &b->body); /* what has no gap of its own */
	b->body.v[b->body.n - 1].as.paragraph.style.before = b->gap;
	b->gap = 0;
}

static void
put_appendix(struct build *b, const struct node *n, size_t index)
{
	struct str label = appendix_label(b, index);

	begin_pages(b, n->as.appendix.landscape);
	memset(b->heading, 0, sizeof(b->heading));
	b->governing = LABEL_NONE;
	put_head(b, n, label);
	for (const struct node *k = n->first; k != NULL; k = k->next)
		put_block(b, k, 1, b->governing);
	if (b->body.v[b->body.n - 1].kind == LAID_TABLE)
		add_spacer(b, &b->body);
	end_pages(b)->label = label;
}

void
put_appendices(struct build *b)
{
	size_t index = 0;

	for (const struct node *n = b->c->doc->root->first;
	     n != NULL && index < b->c->nappendices; n = n->next)
		if (n->kind == NODE_APPENDIX)
			put_appendix(b, n, index++);
}
