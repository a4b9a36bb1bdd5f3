/* part_font_table.c - word/fontTable.xml (ISO 29500-1, 17.8). */
#include "docx/part.h"

void
write_font_table(struct xw *x, struct pack *p, size_t index)
{
	(void)p;
	(void)index;
	xw_open(x, "w:fonts");
	xw_attr(x, "xmlns:w", NS_W);
	xw_open(x, "w:font");
	xw_attr(x, "w:name", FONT_NAME);
	/* what to take where it is missing: a roman face of these traits */
	xw_val(x, "w:altName", "Liberation Serif");
	xw_val(x, "w:panose1", "02020603050405020304");
	xw_val(x, "w:charset", "00");
	xw_val(x, "w:family", "roman");
	xw_val(x, "w:pitch", "variable");
	xw_close(x, "w:font");
	xw_close(x, "w:fonts");
}
