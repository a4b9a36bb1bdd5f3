/*
 * xml_scan.h - the XML of a written package to a read-only tree.
 *
 * Strict and small on purpose: names keep their prefixes, and what our writers
 * never write (DOCTYPE, comments, processing instructions, CDATA) is refused
 * together with all that is not well-formed (XML 1.0; Namespaces in XML 1.0).
 * scan_foreign() reads what other programs write: all of these but DOCTYPE, and
 * any prefix for a namespace that is known.
 */
#ifndef VERIFY_XML_SCAN_H
#define VERIFY_XML_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

struct scan_attr {
	struct str name, value;
};

/* An element, or (name empty) a piece of text. */
struct scan_elem {
	struct str name, text;
	const struct scan_attr *attr;
	size_t nattrs;
	struct scan_elem *parent, *first, *last, *prev, *next;
};

/* The root; NULL with the offset of the fault in *where. */
const struct scan_elem *scan_xml(
    struct arena *a, struct str bytes, size_t *where);

/* A namespace and the prefix that names in it get ("" for none). */
struct scan_ns {
	const char *uri, *prefix;
};

/*
 * As scan_xml(), but names in the n namespaces have their prefix whatever the
 * file calls it, names in others begin with "_:"; comments and processing
 * instructions are passed over, CDATA is text.  Bounded in elements,
 * attributes and declarations, so that time stays linear.
 */
const struct scan_elem *scan_foreign(struct arena *a, struct str bytes,
    const struct scan_ns *ns, size_t n, size_t *where);

/* The attribute's value, or STR_NONE. */
struct str scan_get(const struct scan_elem *e, const char *name);

/* The attribute as a whole number; INT64_MIN if it is not one. */
int64_t scan_int(const struct scan_elem *e, const char *name);

bool scan_is(const struct scan_elem *e, const char *name);

/* The first child element of that name (NULL: of any); of NULL, NULL. */
const struct scan_elem *scan_child(const struct scan_elem *e, const char *name);

/* The next element beside e of that name (NULL: any). */
const struct scan_elem *scan_beside(
    const struct scan_elem *e, const char *name);

/* What follows e in document order below root; NULL at the end. */
const struct scan_elem *scan_after(
    const struct scan_elem *e, const struct scan_elem *root);

/* The same, but past what is below e. */
const struct scan_elem *scan_past(
    const struct scan_elem *e, const struct scan_elem *root);

#endif
