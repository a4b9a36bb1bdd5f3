/*
 * stamp.c - the marks in boxes: urgency in the left column of the header
 * (cell 10b), circulation in the upper margin of the first page (cell 11).
 *
 * A box is a paragraph with a border on each side.  Word and LibreOffice draw
 * it outside the indents, so that from the middle of one line to that of the
 * other it is as wide as the text's column and one thickness more.
 */
#include <inttypes.h>

#include "layout/build.h"

/* Bright red (III.2.b). */
enum { RED = 0xFF0000 };

/* Between line and border, whole points: capitals then stand in the middle. */
#define ROOM_ABOVE PT(2)
#define ROOM_BELOW PT(3)

/* On either side of words whose box has no width of its own. */
#define ROOM_BESIDE MM(2)

static struct place_of
at(const struct build *b, enum component_id id)
{
	const struct component *c = &components[id];

	return (struct place_of) { .style = c->style,
		.role = ROLE_FORM,
		.component = id,
		.pos = doc_field_pos(b->c->doc, c->field) };
}

emu
stamp_width(const struct build *b, enum stamp_id id, enum style_id style)
{
	const struct stamp_row *row = &stamp_rows[id];

	if (row->width > 0)
		return TWIP(twips(row->width * MM(1)));
	return style_width(b, style, str_of(row->words)) + 2 * ROOM_BESIDE;
}

/* Words of stamp id in a box that begins left of a column's edge. */
static void
put_box(struct build *b, struct blocks *to, enum component_id component,
    enum stamp_id id, emu column, emu left, uint32_t color)
{
	struct place_of where = at(b, component);
	emu border = TWIP(twips(b->tpl->rule_width));
	emu inner = stamp_width(b, id, where.style) - border;
	struct lblock *block =
	    add_line(b, to, &where, str_of(stamp_rows[id].words));
	struct lparagraph *p = &block->as.paragraph;

	p->style.align = ALIGN_CENTER;
	p->style.first = 0;
	p->style.left = left;
	p->style.right = column - left - inner;
	p->box = (struct lbox) { .border = border,
		.above = ROOM_ABOVE,
		.below = ROOM_BELOW,
		.color = color };
	p->exact =
	    TWIP(twips(STAMP_HEIGHT)) - border - ROOM_ABOVE - ROOM_BELOW;
	for (size_t i = 0; i < p->nruns; i++)
		p->run[i].color = color;
}

/* In the middle of the column. */
void
put_urgency(struct build *b, struct blocks *to, emu column)
{
	enum stamp_id id = b->c->urgency;
	emu border = b->tpl->rule_width, inner;

	if (id == STAMP_NONE || !b->tpl->shown[COMPONENT_URGENCY])
		return;
	inner = stamp_width(b, id, STYLE_URGENCY) - border;
	put_box(b, to, COMPONENT_URGENCY, id, column,
	    TWIP(twips((column - inner) / 2)), RED);
}

/* At the right margin; the box has its border outside the column. */
void
put_circulation(struct build *b, struct blocks *to)
{
	enum stamp_id id = b->c->circulation;
	emu over;

	if (id == STAMP_NONE || !b->tpl->shown[COMPONENT_CIRCULATION])
		return;
	put_box(b, to, COMPONENT_CIRCULATION, id, b->measure,
	    b->measure - stamp_width(b, id, STYLE_CIRCULATION), 0);
	over = b->tpl->page.header + STAMP_HEIGHT + b->tpl->rule_width -
	    b->tpl->page.top;
	if (over > 0) /* it would push the text down */
		diag_add(b->diags, DIAG_LAYOUT_LINE_TOO_LONG,
		    at(b, COMPONENT_CIRCULATION).pos, "%s +%" PRId64 " mm",
		    components[COMPONENT_CIRCULATION].name,
		    over / EMU_PER_MM + 1);
}
