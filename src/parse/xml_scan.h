/*
 * xml_scan.h - where the tags and attributes stand in an XML source, for xml.c:
 * libxml2 tells what it read but not where an attribute began.  The scanner
 * follows the parser tag by tag and is exact on what the parser has accepted;
 * on anything else it stays inside the source.
 */
#ifndef PARSE_XML_SCAN_H
#define PARSE_XML_SCAN_H

#include "base/str.h"

/* A start tag; offsets in the source. */
struct xml_tag {
	size_t start; /* of '<' */
	size_t attrs; /* behind the element's name */
	size_t end; /* behind '>' */
	bool empty; /* ends with "/>" */
};

/* The first start tag at or after from; false if there is none. */
bool xml_scan_start(struct str s, size_t from, struct xml_tag *tag);

/* The offset behind the first end tag at or after from. */
size_t xml_scan_end(struct str s, size_t from);

/* The offset of the first character of text at or after from. */
size_t xml_scan_text(struct str s, size_t from);

/* The next attribute at or after *at, which moves behind it. */
struct xml_scan_attr {
	struct str name;
	size_t start;
};
bool xml_scan_attr(struct str s, size_t *at, struct xml_scan_attr *attr);

/* The offset of a DOCTYPE before the first element, or s.n. */
size_t xml_scan_doctype(struct str s);

/* The encoding named in the XML declaration, or STR_NONE. */
struct str xml_scan_encoding(struct str s, size_t *at);

/* The offset of the first tag with more than max attributes, or s.n. */
size_t xml_scan_crowded(struct str s, size_t max);

#endif
