/*
 * xml.h - XML to a small read-only tree with positions; the only user of
 * libxml2.  No network, no entities but the five predefined and character
 * references (a DOCTYPE is refused: parse/xml-doctype), bounded depth and size.
 * No namespaces: an element or attribute with a prefix (xml: apart) is refused.
 */
#ifndef PARSE_XML_H
#define PARSE_XML_H

#include "parse/source.h"

struct xattr {
	struct str name, value;
	struct pos pos; /* of the name */
};

/* An element, or (name empty) a piece of text. */
struct xelem {
	struct str name;
	struct str text; /* of a text piece, entities resolved */
	struct pos pos; /* of '<', or of the text's first character */
	struct xattr *attr;
	size_t nattrs;
	struct xelem *parent, *first, *next;
};

/* The root element; NULL after an error finding.  Tells ds of the tree. */
const struct xelem *xml_parse(
    struct arena *a, const struct source *src, struct diags *ds);

/* The attribute's value, or STR_NONE; its place through xml_attr_pos(). */
struct str xml_attr(const struct xelem *e, const char *name);
struct pos xml_attr_pos(const struct xelem *e, const char *name);

/* All text below e, blanks folded to one and trimmed, in a. */
struct str xml_text(struct arena *a, const struct xelem *e);

/* The place of the first character of a text piece that is not blank. */
struct pos xml_text_pos(const struct xelem *text);

/* The next element sibling (or e itself) of that name; NULL name: any. */
const struct xelem *xml_child(const struct xelem *parent, const char *name);
const struct xelem *xml_sibling(const struct xelem *e, const char *name);

/* "/plan/target[2]/@value": the element or attribute that pos lies in, for
   diags_add_tree(); tree is a root element. */
diag_where_fn xml_where;

/*
 * The vocabulary of a file as a table, so that every reader refuses what it
 * does not know in one voice (parse/element-unknown, parse/attribute-unknown,
 * parse/attribute-missing, with near names).  attributes: names separated by
 * blanks, a required one with '!' ("id! name! unit"); children: names separated
 * by blanks, with '!' for exactly one, '+' for at least one, '?' for at most
 * one; text: whether characters may stand there.  The first rule is the root's.
 */
struct xrule {
	const char *element, *attributes, *children;
	bool text;
};
/* True if all elements of the tree are as the rules say. */
bool xml_check(struct arena *a, const struct xelem *root,
    const struct xrule *rule, size_t n, struct diags *ds);

#endif
