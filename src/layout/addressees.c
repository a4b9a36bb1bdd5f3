/*
 * addressees.c - Kính gửi, cell 9a (II.9.d): one recipient on the line of its
 * heading; several below it, each after a dash that stands under the colon.
 */
#include "layout/build.h"

static struct place_of
where_of(const struct build *b, size_t i)
{
	const struct value_list *own = &b->c->doc->field[FIELD_ADDRESSEES];

	return (struct place_of) { .style = STYLE_ADDRESSEE,
		.role = ROLE_FORM,
		.component = COMPONENT_ADDRESSEES,
		.pos = i < own->n ?
		    own->v[i].pos :
		    doc_field_pos(b->c->doc, FIELD_ADDRESSEES) };
}

/* The paragraph begins with what hangs; its further lines stand behind it. */
static void
hang(struct lblock *block, emu left, emu hanging)
{
	struct style *style = &block->as.paragraph.style;

	style->align = ALIGN_LEFT;
	style->left = left + hanging;
	style->first = -hanging;
}

static void
put_one(struct build *b)
{
	struct place_of where = where_of(b, 0);
	struct str heading = str_printf(
	    b->arena, "%.*s ", STR_ARG(b->tpl->word[WORD_ADDRESSEES]));
	struct str text = str_printf(b->arena, "%.*s%.*s", STR_ARG(heading),
	    STR_ARG(b->c->addressee[0]));
	struct lblock *block = add_line(b, &b->body, &where, text);
	struct style *style = &block->as.paragraph.style;

	if (style_width(b, where.style, text) + SLACK <= b->measure) {
		style->align = ALIGN_CENTER;
		style->left = style->right = style->first = 0;
	} else
		hang(block, b->tpl->style[STYLE_BODY].first,
		    style_width(b, where.style, heading));
}

/* Without the sign that a line of the list ends in; it gets its own. */
static struct str
bare(struct str name)
{
	name = str_trim(name);
	if (str_ends(name, STR(";")) || str_ends(name, STR(".")))
		name = str_trim(str_sub(name, 0, name.n - 1));
	return name;
}

static struct str
list_line(struct build *b, size_t i)
{
	bool last = i + 1 == b->c->naddressees;

	return str_printf(b->arena, "- %.*s%s",
	    STR_ARG(bare(b->c->addressee[i])), last ? "." : ";");
}

/* Where the colon stands when the whole is centred on the page. */
static emu
heading_left(struct build *b, emu colon)
{
	const emu least = b->tpl->style[STYLE_BODY].first;
	emu widest = 0, left;

	for (size_t i = 0; i < b->c->naddressees; i++) {
		emu width =
		    style_width(b, STYLE_ADDRESSEE, list_line(b, i)) + SLACK;

		widest = width > widest ? width : widest;
	}
	left = TWIP(twips((b->measure - colon - widest) / 2));
	return left > least ? left : least;
}

/* The heading up to its colon, whose left edge the dashes stand under. */
static struct str
before_colon(struct str heading)
{
	return str_sub(heading, 0, str_find(heading, STR(":"), 0));
}

static void
put_list(struct build *b)
{
	struct str heading = b->tpl->word[WORD_ADDRESSEES];
	emu colon = style_width(b, STYLE_ADDRESSEE, before_colon(heading));
	emu dash = style_width(b, STYLE_ADDRESSEE, STR("- "));
	emu left = heading_left(b, colon);
	struct place_of where = where_of(b, 0);
	struct lblock *block = add_line(b, &b->body, &where, heading);

	hang(block, left, 0);
	block->as.paragraph.style.after = 0;
	block->as.paragraph.style.keep_next = true;
	for (size_t i = 0; i < b->c->naddressees; i++) {
		where = where_of(b, i);
		block = add_line(b, &b->body, &where, list_line(b, i));
		hang(block, left + colon, dash);
		block->as.paragraph.style.before = 0;
		if (i + 1 < b->c->naddressees)
			block->as.paragraph.style.after = 0;
	}
}

void
put_addressees(struct build *b)
{
	if (b->c->naddressees == 1)
		put_one(b);
	else if (b->c->naddressees > 1)
		put_list(b);
}
