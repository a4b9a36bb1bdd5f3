/*
 * layout.c - the components of the form in order, and what is known of the
 * document as a whole.
 */
#include "layout/layout.h"

#include "base/vec.h"
#include "layout/build.h"

/*
 * Who sets which component.  The first and the last stand for all the
 * components of the header and of the signature table.
 */
static void (*const put_component[COMPONENT_MAX])(struct build *) = {
	[COMPONENT_NATION] = put_header,
	[COMPONENT_TYPE] = put_type,
	[COMPONENT_SUBJECT] = put_subject,
	[COMPONENT_ADDRESSEES] = put_addressees,
	[COMPONENT_DECIDER] = put_decider,
	[COMPONENT_BASES] = put_bases,
	[COMPONENT_ENACT] = put_enact,
	[COMPONENT_BODY] = put_body,
	[COMPONENT_SIGNER] = put_signature,
};

static struct lparagraph
page_number(const struct build *b)
{
	const struct style *style = &b->tpl->style[STYLE_PAGE_NUMBER];
	struct lparagraph p = {
		.style = *style, .style_id = STYLE_PAGE_NUMBER, .nruns = 1
	};

	p.run = NEW(b->arena, struct lrun);
	*p.run = (struct lrun) { .kind = RUN_PAGE,
		.bold = style->bold,
		.italic = style->italic,
		.half_points = style->half_points };
	return p;
}

static struct lmeta
meta_of(const struct build *b)
{
	const struct checked *c = b->c;
	const char *type = doctypes[c->type].name;

	return (struct lmeta) {
		.title = str_printf(
		    b->arena, "%s - %.*s", type, STR_ARG(c->subject)),
		.author = c->unit->name,
		.subject = c->subject,
		.symbol = c->number.n > 0 ?
		    str_printf(b->arena, "%.*s/%.*s", STR_ARG(c->number),
			STR_ARG(c->symbol)) :
		    c->symbol,
		.keywords = str_of(type),
		.date = c->date,
	};
}

/*
 * A page turned keeps its margins by name: the decree gives their ranges for
 * top, bottom, left and right (I.3) and has no other for a page turned.  So
 * the edge to be bound, which is its upper one, has the top margin's 20-25 mm.
 */
void
begin_pages(struct build *b, bool landscape)
{
	struct lsection *s = vec_add(b->arena, &b->section);
	struct page_setup *p = &s->page;

	*p = b->tpl->page;
	if (landscape) {
		p->width = b->tpl->page.height;
		p->height = b->tpl->page.width;
	}
	s->footer = p->header;
	b->measure = p->width - p->left - p->right;
	b->height = p->height - p->top - p->bottom;
	b->body = (struct blocks) { 0 };
	b->gap = 0;
}

struct lsection *
end_pages(struct build *b)
{
	struct lsection *s = &b->section.v[b->section.n - 1];

	s->page_number = page_number(b);
	s->block = b->body.v;
	s->nblocks = b->body.n;
	return s;
}

/* What stands in the margins of the first page: cells 11 and 13. */
static void
put_margins(struct build *b, struct lsection *s)
{
	struct blocks top = { 0 }, foot = { 0 };
	emu footer;

	put_circulation(b, &top);
	footer = put_address(b, &foot);
	s->top = top.v;
	s->ntop = top.n;
	s->foot = foot.v;
	s->nfoot = foot.n;
	if (foot.n > 0)
		s->footer = footer;
}

static void
put_main(struct build *b)
{
	begin_pages(b, false);
	add_spacer(b, &b->body);
	for (size_t i = 0; i < COMPONENT_MAX; i++)
		if (put_component[i] != NULL && b->tpl->shown[i])
			put_component[i](b);
	add_spacer(b, &b->body);
	put_margins(b, end_pages(b));
}

const struct laid *
lay_out(const struct checked *c, const struct template *tpl,
    const struct font_set *fs, struct arena *a, struct diags *ds)
{
	struct build b = {
		.arena = a,
		.diags = ds,
		.c = c,
		.tpl = tpl,
		.fs = fs,
	};
	struct laid *l = NEW(a, struct laid);
	size_t before = ds->n;

	put_notes(&b);
	put_main(&b);
	put_appendices(&b);
	if (diags_stop_after(ds, before))
		return NULL;
	l->meta = meta_of(&b);
	l->tpl = tpl;
	l->notes_above = tpl->notes_above > 0 ?
	    tpl->notes_above :
	    font_line_height(fs, tpl->style[STYLE_NORMAL].half_points);
	l->note = b.note;
	l->nnotes = b.nnotes;
	l->asset = b.asset.v;
	l->nassets = b.asset.n;
	l->section = b.section.v;
	l->nsections = b.section.n;
	return l;
}
