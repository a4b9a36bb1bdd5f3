/*
 * runs.c - <w:r>, <w:hyperlink> and the page's number (ISO 29500-1, 17.3.2,
 * 17.16).
 */
#include "docx/block.h"
#include "docx/link.h"
#include "docx/props.h"

/* <w:rPr> of r in g. */
static void
write_run_props(
    struct flow *f, const struct lparagraph *g, const struct lrun *r)
{
	const struct style *base = &f->p->laid->tpl->style[g->style_id];
	struct face_props face = {
		.style = r->kind == RUN_NOTE_REF ? STYLE_ID_NOTE_MARK : NULL,
		.bold = r->bold,
		.italic = r->italic,
		.half_points = r->half_points,
		.spacing = g->spacing,
		.color = r->color,
	};

	write_face(f->x, base, &face);
}

static void
write_t(struct xw *x, struct str text)
{
	xw_open(x, "w:t");
	xw_attr(x, "xml:space", "preserve");
	xw_text(x, text);
	xw_close(x, "w:t");
}

/* <w:r>. */
static void
write_run(struct flow *f, const struct lparagraph *g, const struct lrun *r)
{
	struct xw *x = f->x;

	xw_open(x, "w:r");
	write_run_props(f, g, r);
	switch (r->kind) {
	case RUN_TEXT:
	case RUN_PAGE:
		write_t(x, r->text);
		break;
	case RUN_BREAK:
		xw_empty(x, "w:br");
		break;
	case RUN_NOTE_REF:
		if (f->story == STORY_NOTE) {
			xw_empty(x, "w:footnoteRef");
			break;
		}
		xw_open(x, "w:footnoteReference");
		xw_attr_int(x, "w:id", (int64_t)r->note + 1);
		xw_close(x, "w:footnoteReference");
		break;
	}
	xw_close(x, "w:r");
}

/* <w:fldSimple>; its text is what is shown until the field is computed. */
static void
write_page_field(
    struct flow *f, const struct lparagraph *g, const struct lrun *r)
{
	struct lrun shown = *r;

	if (shown.text.n == 0)
		shown.text = STR("2");
	xw_open(f->x, "w:fldSimple");
	xw_attr(f->x, "w:instr", " PAGE ");
	write_run(f, g, &shown);
	xw_close(f->x, "w:fldSimple");
}

/* <w:hyperlink> around the n runs from r. */
static void
write_hyperlink(struct flow *f, const struct lparagraph *g,
    const struct lrun *r, size_t n, struct str target)
{
	struct pack *p = f->p;
	struct str rid =
	    str_printf(p->arena, "rId%zu", p->links_from + p->links.n);

	*vec_add(p->arena, &p->links) = target;
	xw_open(f->x, "w:hyperlink");
	xw_attr_str(f->x, "r:id", rid);
	xw_attr(f->x, "w:history", "1");
	for (size_t i = 0; i < n; i++)
		write_run(f, g, &r[i]);
	xw_close(f->x, "w:hyperlink");
}

/* How many runs from r on are one link. */
static size_t
link_length(const struct lrun *r, size_t n)
{
	size_t i = 1;

	while (i < n && r[i].kind == RUN_TEXT && str_eq(r[i].link, r[0].link))
		i++;
	return i;
}

void
write_runs(struct flow *f, const struct lparagraph *g)
{
	for (size_t i = 0, n; i < g->nruns; i += n) {
		const struct lrun *r = &g->run[i];
		struct str target = STR_NONE;

		n = 1;
		if (r->kind == RUN_TEXT && r->link.n > 0)
			target = link_target(f->p->arena, r->link);
		if (target.n > 0) {
			n = link_length(r, g->nruns - i);
			write_hyperlink(f, g, r, n, target);
		} else if (r->kind == RUN_PAGE)
			write_page_field(f, g, r);
		else
			write_run(f, g, r);
	}
}
