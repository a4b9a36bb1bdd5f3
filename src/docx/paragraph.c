/*
 * paragraph.c - <w:p> and <w:sectPr> (ISO 29500-1, 17.3.1 and 17.6).
 */
#include "docx/block.h"
#include "docx/props.h"

enum { OUTLINE_LEVELS = 9 };

/* The outline level that comes with a style; none: OUTLINE_LEVELS. */
static unsigned
style_outline(enum style_id id)
{
	if (id < STYLE_HEADING1 || id > STYLE_HEADING3)
		return OUTLINE_LEVELS;
	return (unsigned)(id - STYLE_HEADING1);
}

static void
write_outline(struct xw *x, const struct lblock *b)
{
	unsigned level = b->level;

	if (b->role != ROLE_HEADING || level == 0 || level > OUTLINE_LEVELS ||
	    level - 1 == style_outline(b->as.paragraph.style_id))
		return;
	xw_val_int(x, "w:outlineLvl", level - 1);
}

/* What is inside <w:pPr> after the borders, for a paragraph. */
static void
write_paragraph_props(
    struct flow *f, const struct lblock *b, const struct lparagraph *g)
{
	const struct style *base = &f->p->laid->tpl->style[g->style_id];
	struct face_props mark = {
		.bold = g->style.bold,
		.italic = g->style.italic,
		.half_points = g->style.half_points,
	};

	xw_val(f->x, "w:pStyle", style_word_id(f->p->arena, g->style_id));
	write_keeps(f->x, base, &g->style);
	write_box_borders(f->x, &g->box);
	write_spacing(f->x, base, &g->style, g->exact);
	write_indents(f->x, base, &g->style);
	write_jc(f->x, base, &g->style);
	write_outline(f->x, b);
	write_face(f->x, base, &mark);
}

void
write_paragraph(
    struct flow *f, const struct lblock *b, const struct lsection *end)
{
	xw_open(f->x, "w:p");
	xw_open(f->x, "w:pPr");
	write_paragraph_props(f, b, &b->as.paragraph);
	if (end != NULL)
		write_section(f, end);
	xw_close(f->x, "w:pPr");
	write_runs(f, &b->as.paragraph);
	xw_close(f->x, "w:p");
}

void
write_image(struct flow *f, const struct lblock *b, const struct lsection *end)
{
	xw_open(f->x, "w:p");
	xw_open(f->x, "w:pPr");
	write_paragraph_props(f, b, &b->as.image.paragraph);
	if (end != NULL)
		write_section(f, end);
	xw_close(f->x, "w:pPr");
	write_drawing(f, &b->as.image);
	xw_close(f->x, "w:p");
}

/* Line, height and size are in the style; here stands where and how long. */
void
write_rule(struct flow *f, const struct lblock *b, const struct lsection *end)
{
	const struct lrule *r = &b->as.rule;
	int64_t column = twips(r->column), width = twips(r->width);
	int64_t left = width < column ? (column - width) / 2 : 0;
	int64_t right = width < column ? column - width - left : 0;
	struct xw *x = f->x;

	xw_open(x, "w:p");
	xw_open(x, "w:pPr");
	xw_val(x, "w:pStyle", style_word_id(f->p->arena, STYLE_RULE));
	xw_open(x, "w:spacing");
	xw_attr_int(x, "w:before", twips(r->before));
	xw_close(x, "w:spacing");
	xw_open(x, "w:ind");
	xw_attr_int(x, "w:left", left);
	xw_attr_int(x, "w:right", right);
	xw_close(x, "w:ind");
	if (end != NULL)
		write_section(f, end);
	xw_close(x, "w:pPr");
	xw_close(x, "w:p");
}

void
write_gap(struct flow *f, const struct lsection *end)
{
	struct xw *x = f->x;

	xw_open(x, "w:p");
	xw_open(x, "w:pPr");
	xw_val(x, "w:pStyle", style_word_id(f->p->arena, STYLE_NORMAL));
	xw_open(x, "w:spacing");
	xw_attr_int(x, "w:before", 0);
	xw_attr_int(x, "w:after", 0);
	xw_attr_int(x, "w:line", GAP_LINE);
	xw_attr(x, "w:lineRule", "exact");
	xw_close(x, "w:spacing");
	if (end != NULL)
		write_section(f, end);
	xw_close(x, "w:pPr");
	xw_close(x, "w:p");
}

void
write_blocks(struct flow *f, const struct lblock *b, size_t n,
    const struct lsection *end)
{
	for (size_t i = 0; i < n; i++) {
		const struct lsection *here = i + 1 == n ? end : NULL;

		if (b[i].kind == LAID_PARAGRAPH)
			write_paragraph(f, &b[i], here);
		else if (b[i].kind == LAID_RULE)
			write_rule(f, &b[i], here);
		else if (b[i].kind == LAID_IMAGE)
			write_image(f, &b[i], here);
		else {
			write_table(f, &b[i]);
			if (i + 1 == n || b[i + 1].kind == LAID_TABLE)
				write_gap(f, here);
		}
	}
	if (n == 0)
		write_gap(f, end);
}

static void
write_reference(struct flow *f, const char *name, const char *type,
    enum part_id id, size_t index)
{
	xw_open(f->x, name);
	xw_attr(f->x, "w:type", type);
	xw_attr_str(f->x, "r:id", part_rid(f->p, id, index));
	xw_close(f->x, name);
}

/*
 * What stands in the margins.  A section without a foot says so if the one
 * before it has one, which it would show else.
 */
static void
write_references(struct flow *f, const struct lsection *s, size_t index)
{
	const struct laid *l = f->p->laid;

	write_reference(
	    f, "w:headerReference", "default", PART_HEADER, index);
	write_reference(f, "w:headerReference", "first",
	    s->ntop > 0 ? PART_HEADER_TOP : PART_HEADER_FIRST, 0);
	if (s->nfoot > 0)
		write_reference(
		    f, "w:footerReference", "first", PART_FOOTER_FOOT, 0);
	else if (l->section->nfoot > 0)
		write_reference(
		    f, "w:footerReference", "first", PART_FOOTER_FIRST, 0);
}

static void
write_page(struct xw *x, const struct lsection *s)
{
	const struct page_setup *g = &s->page;

	xw_open(x, "w:pgSz");
	xw_attr_int(x, "w:w", twips(g->width));
	xw_attr_int(x, "w:h", twips(g->height));
	if (g->width > g->height)
		xw_attr(x, "w:orient", "landscape");
	xw_close(x, "w:pgSz");
	xw_open(x, "w:pgMar");
	xw_attr_int(x, "w:top", twips(g->top));
	xw_attr_int(x, "w:right", twips(g->right));
	xw_attr_int(x, "w:bottom", twips(g->bottom));
	xw_attr_int(x, "w:left", twips(g->left));
	xw_attr_int(x, "w:header", twips(g->header));
	xw_attr_int(x, "w:footer", twips(s->footer));
	xw_attr_int(x, "w:gutter", 0);
	xw_close(x, "w:pgMar");
}

void
write_section(struct flow *f, const struct lsection *s)
{
	size_t index = (size_t)(s - f->p->laid->section);

	xw_open(f->x, "w:sectPr");
	write_references(f, s, index);
	write_page(f->x, s);
	if (index > 0) { /* each appendix counts on its own (III.1.đ) */
		xw_open(f->x, "w:pgNumType");
		xw_attr_int(f->x, "w:start", 1);
		xw_close(f->x, "w:pgNumType");
	}
	xw_empty(f->x, "w:titlePg"); /* no number on the first page (I.7) */
	xw_close(f->x, "w:sectPr");
}
