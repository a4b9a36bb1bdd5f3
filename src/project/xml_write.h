/*
 * xml_write.h - XML put together: text and values escaped, names as given.
 */
#ifndef PROJECT_XML_WRITE_H
#define PROJECT_XML_WRITE_H

#include "base/buf.h"
#include "base/str.h"

/* Text of an element or value in quotation marks, escaped for either. */
void put_xml_text(struct buf *b, struct str s);

/*  name="value", with a blank before it. */
void put_xml_attr(struct buf *b, const char *name, struct str value);

/* <name>text</name> */
void put_xml_element(struct buf *b, const char *name, struct str text);

#endif
