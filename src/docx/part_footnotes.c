/*
 * part_footnotes.c - word/footnotes.xml (ISO 29500-1, 17.11).  Word wants the
 * two separators that the settings name, ids -1 and 0, before the notes.
 */
#include "docx/block.h"
#include "docx/props.h"

enum { SINGLE = 240 }; /* w:line of a line as high as its font */

/*
 * By the standard this paragraph's height counts; newer LibreOffice takes that
 * of a line of Normal, LibreOffice 7 always 124 twips (docx facts 4).  Word was
 * not measured.
 */
static void
write_separator(
    struct xw *x, struct pack *p, int id, const char *type, const char *mark)
{
	emu exact = p->laid->tpl->notes_above;

	xw_open(x, "w:footnote");
	xw_attr(x, "w:type", type);
	xw_attr_int(x, "w:id", id);
	xw_open(x, "w:p");
	xw_open(x, "w:pPr");
	xw_val(x, "w:pStyle", style_word_id(p->arena, STYLE_NORMAL));
	xw_open(x, "w:spacing");
	xw_attr_int(x, "w:before", 0);
	xw_attr_int(x, "w:after", 0);
	xw_attr_int(x, "w:line", exact > 0 ? twips(exact) : SINGLE);
	xw_attr(x, "w:lineRule", exact > 0 ? "exact" : "auto");
	xw_close(x, "w:spacing");
	xw_close(x, "w:pPr");
	xw_open(x, "w:r");
	xw_empty(x, mark);
	xw_close(x, "w:r");
	xw_close(x, "w:p");
	xw_close(x, "w:footnote");
}

void
write_footnotes(struct xw *x, struct pack *p, size_t index)
{
	const struct laid *l = p->laid;
	struct flow f = { .x = x, .p = p, .story = STORY_NOTE };

	(void)index;
	xw_open(x, "w:footnotes");
	xw_attr(x, "xmlns:w", NS_W);
	xw_attr(x, "xmlns:r", NS_R);
	write_separator(x, p, -1, "separator", "w:separator");
	write_separator(
	    x, p, 0, "continuationSeparator", "w:continuationSeparator");
	for (size_t i = 0; i < l->nnotes; i++) {
		xw_open(x, "w:footnote");
		xw_attr_int(x, "w:id", (int64_t)i + 1);
		write_blocks(&f, l->note[i].block, l->note[i].nblocks, NULL);
		xw_close(x, "w:footnote");
	}
	xw_close(x, "w:footnotes");
}
