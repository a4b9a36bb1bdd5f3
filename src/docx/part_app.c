/* part_app.c - docProps/app.xml (ISO 29500-1, 22.2). */
#include "docx/part.h"

void
write_app(struct xw *x, struct pack *p, size_t index)
{
	(void)index;
	xw_open(x, "Properties");
	xw_attr(x, "xmlns",
	    "http://schemas.openxmlformats.org/officeDocument/"
	    "2006/extended-properties");
	xw_leaf(x, "Application", STR("vanthu"));
	xw_leaf(x, "DocSecurity", STR("0"));
	if (p->laid->meta.author.n > 0)
		xw_leaf(x, "Company", p->laid->meta.author);
	xw_leaf(x, "AppVersion", STR("1.0000"));
	xw_close(x, "Properties");
}
