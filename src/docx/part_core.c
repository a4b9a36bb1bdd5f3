/*
 * part_core.c - docProps/core.xml (ISO 29500-2, 11).
 *
 * created and modified are the document's date, not the clock's; a document
 * that is not dated yet has neither: both are optional, and an invented day
 * would be taken for a true one.
 */
#include "docx/part.h"

static void
write_filled(struct xw *x, const char *name, struct str value)
{
	if (value.n > 0)
		xw_leaf(x, name, value);
}

static void
write_time(struct xw *x, const char *name, struct str when)
{
	xw_open(x, name);
	xw_attr(x, "xsi:type", "dcterms:W3CDTF");
	xw_text(x, when);
	xw_close(x, name);
}

void
write_core(struct xw *x, struct pack *p, size_t index)
{
	const struct lmeta *m = &p->laid->meta;
	struct str when;

	(void)index;
	xw_open(x, "cp:coreProperties");
	xw_attr(x, "xmlns:cp",
	    "http://schemas.openxmlformats.org/package/"
	    "2006/metadata/core-properties");
	xw_attr(x, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
	xw_attr(x, "xmlns:dcterms", "http://purl.org/dc/terms/");
	xw_attr(x, "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
	write_filled(x, "dc:title", m->title);
	write_filled(x, "dc:subject", m->subject);
	write_filled(x, "dc:creator", m->author);
	write_filled(x, "cp:keywords", m->keywords);
	write_filled(x, "dc:identifier", m->symbol);
	xw_leaf(x, "dc:language", STR(LANGUAGE));
	if (m->date.year != 0) {
		when = str_printf(p->arena, "%04d-%02d-%02dT00:00:00Z",
		    m->date.year, m->date.month, m->date.day);
		write_time(x, "dcterms:created", when);
		write_time(x, "dcterms:modified", when);
	}
	xw_close(x, "cp:coreProperties");
}
