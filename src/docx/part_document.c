/*
 * part_document.c - word/document.xml (ISO 29500-1, 17.2).
 *
 * A section but the last ends with a paragraph that carries its properties;
 * the last one's close the body.
 */
#include "docx/block.h"

void
write_document(struct xw *x, struct pack *p, size_t index)
{
	const struct laid *l = p->laid;
	struct flow f = { .x = x, .p = p, .story = STORY_BODY };

	(void)index;
	xw_open(x, "w:document");
	xw_attr(x, "xmlns:w", NS_W);
	xw_attr(x, "xmlns:r", NS_R);
	xw_open(x, "w:body");
	for (size_t i = 0; i < l->nsections; i++) {
		const struct lsection *s = &l->section[i];
		bool last = i + 1 == l->nsections;

		write_blocks(&f, s->block, s->nblocks, last ? NULL : s);
		if (last)
			write_section(&f, s);
	}
	xw_close(x, "w:body");
	xw_close(x, "w:document");
}
