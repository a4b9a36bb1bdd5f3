/*
 * setting.h - what can be set in a template, as one table: the reader, the lint
 * and the vocabulary given to parse/ are made from it.
 */
#ifndef TEMPLATE_SETTING_H
#define TEMPLATE_SETTING_H

#include <stddef.h>

#include "diag/diag.h"
#include "template/template.h"
#include "template/value.h"

struct setting {
	const char *element, *attribute;
	enum value_kind kind;
	size_t offset; /* in struct template; of a style, in struct style */
	int64_t min, max;
	enum diag_id range; /* the finding outside min..max */
	bool needed; /* the lowest layer must set it; else 0 or no */
};

enum { SETTINGS = 26 };
extern const struct setting settings[SETTINGS];

/* The index of a setting, or SETTINGS. */
size_t setting_lookup(const char *element, struct str attribute);

/* Put a value into the struct at base that s->offset belongs to. */
void setting_store(const struct setting *s, void *base, int64_t v);
int64_t setting_load(const struct setting *s, const void *base);

/* What the decree fixes of single styles, beside style.def. */
struct figure_limit {
	enum style_id style;
	const char *attribute;
	int64_t min, max;
	bool ends_only; /* min or max, nothing between */
	const char *clause;
};
extern const struct figure_limit figure_limits[];
extern const size_t nfigure_limits;

#endif
