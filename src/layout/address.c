/*
 * address.c - the address of the issuing body at the foot of the first page,
 * under a rule as long as the text is wide (cell 13, III.4).
 *
 * It is broken into lines here, each a paragraph that certainly fits, since
 * both writers must know how high it is: the foot may not push the text up.
 */
#include "base/vec.h"
#include "layout/build.h"

/* Under the text, and from the paper's edge as far as printers reach. */
#define ABOVE_FOOT TWIP(57)
#define BELOW_FOOT MM(4)

/* docx facts 2.1: the height of a rule's paragraph. */
#define RULE_HEIGHT TWIP(75)

struct address {
	struct build *b;
	struct blocks *to;
	struct str line; /* being filled */
};

static struct place_of
where_of(const struct build *b)
{
	return (struct place_of) { .style = STYLE_ADDRESS,
		.role = ROLE_FORM,
		.component = COMPONENT_ADDRESS,
		.pos = b->c->unit->pos };
}

static bool
fits(const struct build *b, struct str line)
{
	return style_width(b, STYLE_ADDRESS, line) + SLACK <= b->measure;
}

static void
end_line(struct address *a)
{
	struct build *b = a->b;
	struct place_of where = where_of(b);
	struct style *style;

	if (a->line.n == 0)
		return;
	if (!fits(b, a->line))
		diag_add(b->diags, DIAG_LAYOUT_LINE_TOO_LONG, where.pos,
		    "%s \"%.*s\"", components[COMPONENT_ADDRESS].name,
		    STR_ARG(a->line));
	style = &add_line(b, a->to, &where, a->line)->as.paragraph.style;
	style->left = style->right = style->first = 0;
	style->before = style->after = 0;
	a->line = STR_NONE;
}

/* "Điện thoại: ...", on the line if there is room for it. */
static void
add_part(struct address *a, enum word_id w, const char *field, struct str text)
{
	struct build *b = a->b;
	struct str part, line;

	if (text.n == 0)
		return;
	part = template_fill(b->arena, b->tpl->word[w], field, text, NULL);
	line = str_printf(
	    b->arena, "%.*s; %.*s", STR_ARG(a->line), STR_ARG(part));
	if (a->line.n > 0 && fits(b, line)) {
		a->line = line;
		return;
	}
	if (a->line.n > 0)
		a->line = str_printf(b->arena, "%.*s;", STR_ARG(a->line));
	end_line(a);
	a->line = part;
}

emu
put_address(struct build *b, struct blocks *to)
{
	const struct unit *u = b->c->unit;
	struct address a = { .b = b, .to = to };
	struct place_of where = where_of(b);
	emu height = RULE_HEIGHT, below;

	if (!b->tpl->shown[COMPONENT_ADDRESS] || u->address.n == 0)
		return 0;
	add_rule(b, to, b->measure, b->measure, COMPONENT_ADDRESS, where.pos);
	to->v[0].as.rule.before = 0; /* nothing counts above a foot */
	add_part(&a, WORD_ADDRESS, "address", u->address);
	add_part(&a, WORD_PHONE, "phone", u->phone);
	add_part(&a, WORD_FAX, "fax", u->fax);
	add_part(&a, WORD_EMAIL, "email", u->email);
	add_part(&a, WORD_WEBSITE, "website", u->website);
	end_line(&a);
	height += (emu)(to->n - 1) *
	    font_line_height(b->fs, b->tpl->style[STYLE_ADDRESS].half_points);
	below = b->tpl->page.bottom - ABOVE_FOOT - height;
	if (below < BELOW_FOOT)
		diag_add(b->diags, DIAG_LAYOUT_LINE_TOO_LONG, where.pos, "%s",
		    components[COMPONENT_ADDRESS].name);
	return below;
}
