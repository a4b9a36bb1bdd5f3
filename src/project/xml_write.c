/* xml_write.c - XML put together. */
#include "project/xml_write.h"

void
put_xml_text(struct buf *b, struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		switch (s.p[i]) {
		case '&':
			buf_adds(b, "&amp;");
			break;
		case '<':
			buf_adds(b, "&lt;");
			break;
		case '>':
			buf_adds(b, "&gt;");
			break;
		case '"':
			buf_adds(b, "&quot;");
			break;
		default:
			buf_addc(b, s.p[i]);
		}
	}
}

void
put_xml_attr(struct buf *b, const char *name, struct str value)
{
	buf_printf(b, " %s=\"", name);
	put_xml_text(b, value);
	buf_addc(b, '"');
}

void
put_xml_element(struct buf *b, const char *name, struct str text)
{
	buf_printf(b, "<%s>", name);
	put_xml_text(b, text);
	buf_printf(b, "</%s>", name);
}
