/*
 * part_header.c - word/header*.xml and word/footer*.xml (ISO 29500-1, 17.10):
 * the page's number in the middle of the upper margin, but not on the first
 * page (I.7), which may have marks there and an address at its foot.
 */
#include "docx/block.h"
#include "docx/props.h"

static void
open_part(struct xw *x, const char *name)
{
	xw_open(x, name);
	xw_attr(x, "xmlns:w", NS_W);
	xw_attr(x, "xmlns:r", NS_R);
}

void
write_header(struct xw *x, struct pack *p, size_t index)
{
	struct flow f = { .x = x, .p = p, .story = STORY_HEADER };
	struct lblock b = { .kind = LAID_PARAGRAPH, .role = ROLE_FORM };

	b.as.paragraph = p->laid->section[index].page_number;
	open_part(x, "w:hdr");
	write_paragraph(&f, &b, NULL);
	xw_close(x, "w:hdr");
}

static void
write_margin(struct xw *x, struct pack *p, const char *name,
    const struct lblock *b, size_t n)
{
	struct flow f = { .x = x, .p = p, .story = STORY_HEADER };

	open_part(x, name);
	write_blocks(&f, b, n, NULL);
	xw_close(x, name);
}

static void
write_empty(struct xw *x, struct pack *p, const char *name)
{
	open_part(x, name);
	xw_open(x, "w:p");
	xw_open(x, "w:pPr");
	xw_val(x, "w:pStyle", style_word_id(p->arena, STYLE_PAGE_NUMBER));
	xw_close(x, "w:pPr");
	xw_close(x, "w:p");
	xw_close(x, name);
}

void
write_header_top(struct xw *x, struct pack *p, size_t index)
{
	const struct lsection *s = &p->laid->section[index];

	write_margin(x, p, "w:hdr", s->top, s->ntop);
}

void
write_header_first(struct xw *x, struct pack *p, size_t index)
{
	(void)index;
	write_empty(x, p, "w:hdr");
}

void
write_footer_foot(struct xw *x, struct pack *p, size_t index)
{
	const struct lsection *s = &p->laid->section[index];

	write_margin(x, p, "w:ftr", s->foot, s->nfoot);
}

void
write_footer_first(struct xw *x, struct pack *p, size_t index)
{
	(void)index;
	write_empty(x, p, "w:ftr");
}
