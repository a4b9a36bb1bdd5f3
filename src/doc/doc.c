/* doc.c - the header fields of a report. */
#include "doc/doc.h"

#include <assert.h>

/* clang-format off */
const struct field_row fields[FIELD_MAX] = {
#define FIELD(id, name, label, parent, shape) \
	[FIELD_##id] = { name, label, FIELD_##parent, SHAPE_##shape },
#include "doc/field.def"
#undef FIELD
};
/* clang-format on */

struct value
doc_value(const struct doc *d, enum field f)
{
	assert(f < FIELD_MAX);
	if (d->field[f].n == 0)
		return (struct value) { STR_NONE, d->field[f].key };
	return d->field[f].v[0];
}

struct pos
doc_field_pos(const struct doc *d, enum field f)
{
	const struct value_list *list;

	assert(f < FIELD_MAX);
	list = &d->field[f];
	if (list->n > 0 && list->v[0].pos.line > 0)
		return list->v[0].pos;
	if (list->key.line > 0)
		return list->key;
	return (struct pos) { d->path, 1, 1 };
}

const struct asset *
doc_asset(const struct doc *d, struct str path)
{
	for (size_t i = 0; i < d->nassets; i++)
		if (str_eq(d->asset[i].path, path))
			return &d->asset[i];
	return NULL;
}
