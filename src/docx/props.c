/*
 * props.c - the properties of styles, paragraphs and runs (ISO 29500-1, 17.3;
 * the order of elements is that of CT_PPrBase and CT_RPr).
 */
#include "docx/props.h"

static const char *const jc_names[] = {
	[ALIGN_DEFAULT] = "left",
	[ALIGN_LEFT] = "left",
	[ALIGN_CENTER] = "center",
	[ALIGN_RIGHT] = "right",
	[ALIGN_BOTH] = "both",
};

const struct style doc_defaults = {
	.half_points = 28,
	.align = ALIGN_LEFT,
	.line = 240,
};

int64_t
eighths(emu thickness)
{
	return (thickness * 8 + EMU_PER_PT / 2) / EMU_PER_PT;
}

/* An on/off property: silence means as inherited. */
static void
write_toggle(struct xw *x, const char *name, bool base, bool on)
{
	if (base == on)
		return;
	if (on)
		xw_empty(x, name);
	else
		xw_val(x, name, "0");
}

void
write_keeps(struct xw *x, const struct style *base, const struct style *s)
{
	write_toggle(x, "w:keepNext", base->keep_next, s->keep_next);
	write_toggle(x, "w:keepLines", base->keep_lines, s->keep_lines);
}

void
write_spacing(
    struct xw *x, const struct style *base, const struct style *s, emu exact)
{
	bool before = twips(base->before) != twips(s->before);
	bool after = twips(base->after) != twips(s->after);
	bool line = base->line != s->line || exact != 0;

	if (!before && !after && !line)
		return;
	xw_open(x, "w:spacing");
	if (before)
		xw_attr_int(x, "w:before", twips(s->before));
	if (after)
		xw_attr_int(x, "w:after", twips(s->after));
	if (line) {
		xw_attr_int(x, "w:line", exact != 0 ? twips(exact) : s->line);
		xw_attr(x, "w:lineRule", exact != 0 ? "exact" : "auto");
	}
	xw_close(x, "w:spacing");
}

/* firstLine and hanging are one property with two signs. */
void
write_indents(struct xw *x, const struct style *base, const struct style *s)
{
	bool left = twips(base->left) != twips(s->left);
	bool right = twips(base->right) != twips(s->right);
	bool first = twips(base->first) != twips(s->first);

	if (!left && !right && !first)
		return;
	xw_open(x, "w:ind");
	if (left)
		xw_attr_int(x, "w:left", twips(s->left));
	if (right)
		xw_attr_int(x, "w:right", twips(s->right));
	if (first && twips(s->first) < 0)
		xw_attr_int(x, "w:hanging", -twips(s->first));
	else if (first)
		xw_attr_int(x, "w:firstLine", twips(s->first));
	xw_close(x, "w:ind");
}

void
write_jc(struct xw *x, const struct style *base, const struct style *s)
{
	if (jc_names[base->align] != jc_names[s->align])
		xw_val(x, "w:jc", jc_names[s->align]);
}

/* An element (NULL: the one that is open) with a colour, "FF0000". */
static void
write_color(struct xw *x, const char *name, const char *attr, uint32_t color)
{
	static const char digits[] = "0123456789ABCDEF";
	char s[] = "000000";

	for (int i = 0; i < 6; i++)
		s[i] = digits[color >> (20 - 4 * i) & 0xF];
	if (name != NULL)
		xw_open(x, name);
	xw_attr(x, attr, s);
	if (name != NULL)
		xw_close(x, name);
}

void
write_face(struct xw *x, const struct style *base, const struct face_props *r)
{
	if (r->style == NULL && base->bold == r->bold &&
	    base->italic == r->italic && r->spacing == 0 && r->color == 0 &&
	    base->half_points == r->half_points)
		return;
	xw_open(x, "w:rPr");
	if (r->style != NULL)
		xw_val(x, "w:rStyle", r->style);
	write_toggle(x, "w:b", base->bold, r->bold);
	write_toggle(x, "w:i", base->italic, r->italic);
	if (r->color != 0)
		write_color(x, "w:color", "w:val", r->color);
	if (r->spacing != 0)
		xw_val_int(x, "w:spacing", r->spacing);
	if (base->half_points != r->half_points) {
		xw_val_int(x, "w:sz", r->half_points);
		xw_val_int(x, "w:szCs", r->half_points);
	}
	xw_close(x, "w:rPr");
}

/* One side of <w:pBdr>; space: to the text, whole points. */
static void
write_side(
    struct xw *x, const char *name, emu thickness, emu space, uint32_t color)
{
	xw_open(x, name);
	xw_attr(x, "w:val", "single");
	xw_attr_int(x, "w:sz", eighths(thickness));
	xw_attr_int(x, "w:space", space / EMU_PER_PT);
	write_color(x, NULL, "w:color", color);
	xw_close(x, name);
}

void
write_rule_border(struct xw *x, emu thickness)
{
	xw_open(x, "w:pBdr");
	write_side(x, "w:top", thickness, 0, 0);
	xw_close(x, "w:pBdr");
}

void
write_box_borders(struct xw *x, const struct lbox *box)
{
	if (box->border == 0)
		return;
	xw_open(x, "w:pBdr");
	write_side(x, "w:top", box->border, box->above, box->color);
	write_side(x, "w:left", box->border, 0, box->color);
	write_side(x, "w:bottom", box->border, box->below, box->color);
	write_side(x, "w:right", box->border, 0, box->color);
	xw_close(x, "w:pBdr");
}
