/*
 * rows.h - the vocabulary of templates as tables, for the files of this folder.
 */
#ifndef TEMPLATE_ROWS_H
#define TEMPLATE_ROWS_H

#include "template/template.h"

/* What the decree says of a style; -1 and ALIGN_DEFAULT: nothing. */
struct style_limit {
	int min, max; /* points */
	int bold, italic;
	enum align align;
};
extern const struct style_limit style_limits[STYLE_MAX];

struct word_row {
	const char *name;
	const char *fields; /* separated by blanks; '?': may be left out */
	const char *clause;
};
extern const struct word_row word_rows[WORD_MAX];

struct name_list {
	size_t n;
	const char *(*name)(size_t i);
};
extern const struct name_list style_names, word_names, component_names;

/* The index of name, or list->n. */
size_t name_lookup(const struct name_list *list, struct str name);

struct str name_near(
    struct arena *a, const struct name_list *list, struct str name);

#endif
