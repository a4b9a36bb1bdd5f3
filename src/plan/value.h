/*
 * value.h - values of the office and plan files, for the readers here: each is
 * trimmed, checked, and reported at its attribute.  An attribute that is not
 * there gives nothing and no finding: xml_check() has spoken of it.
 */
#ifndef PLAN_VALUE_H
#define PLAN_VALUE_H

#include "parse/xml.h"

enum { ENTRIES_MAX = 1000 }; /* of one kind under one element */

/* What the findings that both files share are called in this one. */
struct value_ids {
	enum diag_id version, empty, id_invalid, id_repeated, name_repeated,
	    symbol, too_many;
};

struct reading {
	struct arena *a;
	struct diags *ds;
	const struct value_ids *ids;
};

/* Not empty, blanks folded to one; STR_NONE after a finding. */
struct str value_text(
    struct reading *rd, const struct xelem *e, const char *attr);
/* The same, but may be empty or missing (then STR("")). */
struct str value_optional(
    struct reading *rd, const struct xelem *e, const char *attr);
struct str value_id(struct reading *rd, const struct xelem *e);
struct str value_symbol(struct reading *rd, const struct xelem *e);
void value_version(struct reading *rd, const struct xelem *e);

/* How many children of that name, at most ENTRIES_MAX. */
size_t value_count(
    struct reading *rd, const struct xelem *e, const char *child);

/* The texts of the children of that name. */
struct str *value_texts(
    struct reading *rd, const struct xelem *e, const char *child, size_t *n);

/* A name by which one of a kind is called; owner tells the ones of it apart. */
struct named {
	struct str name;
	struct pos pos;
	size_t owner;
	struct str key; /* what is compared; value.c sets it */
};
struct named value_named(struct str name, struct pos pos, size_t owner);

/* Ids are compared as they are, names folded. */
void value_check_ids(struct reading *rd, const struct named *v, size_t n);
void value_check_names(struct reading *rd, const struct named *v, size_t n);

#endif
