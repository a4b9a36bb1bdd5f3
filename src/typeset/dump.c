/*
 * dump.c - pages as text.  Lengths in points, to a tenth.
 */
#include "typeset/pages.h"

const char *const role_names[TAG_MAX] = {
#define ROLE(id, name) [TAG_##id] = name,
#include "typeset/role.def"
#undef ROLE
};

static const char *const face_marks[FACE_MAX] = {
	[FACE_REGULAR] = "",
	[FACE_BOLD] = " b",
	[FACE_ITALIC] = " i",
	[FACE_BOLD_ITALIC] = " bi",
};

static void
put_length(struct buf *out, emu length)
{
	emu tenths = length >= 0 ? length : -length;

	tenths = (tenths * 10 + EMU_PER_PT / 2) / EMU_PER_PT;
	buf_printf(out, " %s%lld.%lld", length < 0 ? "-" : "",
	    (long long)(tenths / 10), (long long)(tenths % 10));
}

static void
put_frag(struct buf *out, const struct frag *f)
{
	buf_adds(out, f->line_start ? "line" : "frag");
	put_length(out, f->x);
	put_length(out, f->y - f->rise);
	put_length(out, f->width);
	buf_printf(out, " %u.%u%s", f->half_points / 2,
	    f->half_points % 2 * 5, face_marks[f->face]);
	if (f->color != 0)
		buf_printf(out, " %06X", (unsigned)f->color);
	if (f->elem != NULL)
		buf_printf(out, " %s#%u", role_names[f->elem->role],
		    f->elem->index);
	else
		buf_adds(out, " -");
	buf_printf(out, " \"%.*s\"%s\n", STR_ARG(f->text),
	    f->line_end ? " +" : "");
}

static void
put_stroke(struct buf *out, const struct stroke *s)
{
	buf_adds(out, "rule");
	put_length(out, s->x1);
	put_length(out, s->y1);
	put_length(out, s->x2);
	put_length(out, s->y2);
	buf_printf(out, " x");
	put_length(out, s->thickness);
	if (s->color != 0)
		buf_printf(out, " %06X", (unsigned)s->color);
	buf_addc(out, '\n');
}

static void
put_picture(struct buf *out, const struct picture *g)
{
	buf_printf(out, "image #%u", g->asset);
	put_length(out, g->x);
	put_length(out, g->y);
	put_length(out, g->width);
	put_length(out, g->height);
	buf_printf(out, " %s#%u\n", role_names[g->elem->role],
	    g->elem->index);
}

static void
put_field(struct buf *out, const struct sign_field *f)
{
	buf_printf(out, "field %s", f->name);
	put_length(out, f->x);
	put_length(out, f->y);
	put_length(out, f->width);
	put_length(out, f->height);
	buf_printf(out, " %s#%u \"%.*s\"\n", role_names[f->elem->role],
	    f->elem->index, STR_ARG(f->title));
}

static void
put_elem(struct buf *out, const struct elem *e)
{
	unsigned depth = 0;

	for (const struct elem *up = e->parent; up != NULL; up = up->parent)
		depth++;
	buf_printf(out, "%*s%s#%u", (int)depth * 2, "", role_names[e->role],
	    e->index);
	if (e->colspan > 1 || e->rowspan > 1)
		buf_printf(out, " %ux%u", e->colspan, e->rowspan);
	if (e->note > 0)
		buf_printf(out, " note %u", e->note);
	if (e->link.n > 0)
		buf_printf(out, " <%.*s>", STR_ARG(e->link));
	if (e->title.n > 0)
		buf_printf(out, " \"%.*s\"", STR_ARG(e->title));
	if (e->alt.n > 0)
		buf_printf(out, " (%.*s)", STR_ARG(e->alt));
	buf_addc(out, '\n');
}

void
pages_dump(const struct pages *p, struct buf *out)
{
	for (size_t i = 0; i < p->npages; i++) {
		const struct page *page = &p->page[i];

		buf_printf(out, "page %u", page->number);
		put_length(out, page->width);
		put_length(out, page->height);
		if (page->label.n > 0)
			buf_printf(out, " \"%.*s\"", STR_ARG(page->label));
		buf_addc(out, '\n');
		for (size_t k = 0; k < page->nfrags; k++)
			put_frag(out, &page->frag[k]);
		for (size_t k = 0; k < page->nstrokes; k++)
			put_stroke(out, &page->stroke[k]);
		for (size_t k = 0; k < page->npictures; k++)
			put_picture(out, &page->picture[k]);
		for (size_t k = 0; k < p->nfields; k++)
			if (p->field[k].page == i)
				put_field(out, &p->field[k]);
	}
	for (size_t i = 0; i < p->nelems; i++)
		put_elem(out, p->elem[i]);
}

void
pages_text(const struct pages *p, struct buf *out)
{
	for (size_t i = 0; i < p->npages; i++) {
		const struct page *page = &p->page[i];

		if (i > 0)
			buf_addc(out, '\f');
		for (size_t k = 0; k < page->nfrags; k++) {
			if (k > 0 && page->frag[k].line_start)
				buf_addc(out, '\n');
			buf_add(out, page->frag[k].text);
		}
		if (page->nfrags > 0)
			buf_addc(out, '\n');
	}
}
