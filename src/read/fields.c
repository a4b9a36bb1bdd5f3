/*
 * fields.c - header fields by their names, for both forms: keys are compared
 * folded with the names and labels of doc/field.def.
 */
#include "read/reader.h"
#include "text/viet.h"

/* The names near key among the fields under parent. */
static struct str
near_field(struct reader *r, struct str key, enum field parent)
{
	struct str names[2 * FIELD_MAX];
	size_t n = 0;

	for (int f = 0; f < FIELD_MAX; f++) {
		if (fields[f].parent != parent)
			continue;
		names[n++] = str_of(fields[f].label);
		names[n++] = str_of(fields[f].name);
	}
	return viet_near(r->a, key, names, n);
}

enum field
field_find(struct reader *r, struct str key, enum field parent, struct pos pos)
{
	struct str folded = viet_fold(r->a, key);

	for (int f = 0; f < FIELD_MAX; f++) {
		if (fields[f].parent != parent)
			continue;
		if (str_is(folded, fields[f].name) ||
		    str_eq(folded, viet_fold(r->a, str_of(fields[f].label))))
			return (enum field)f;
	}
	diag_add(r->ds, DIAG_READ_FIELD_UNKNOWN, pos, "\"%.*s\"", STR_ARG(key));
	diag_near(r->ds, near_field(r, key, parent));
	return FIELD_NONE;
}

bool
field_begin(struct reader *r, enum field f, struct pos key)
{
	struct value_list *list = &r->doc->field[f];

	if (list->key.line > 0) {
		diag_add(r->ds, DIAG_READ_FIELD_DUPLICATE, key, "\"%s\" (%u)",
		    fields[f].label, list->key.line);
		return false;
	}
	list->key = key;
	if (fields[f].shape == SHAPE_FIGURES)
		r->doc->figures_key = key;
	return true;
}

void
field_add(struct reader *r, enum field f, struct value v)
{
	struct value_list *list = &r->doc->field[f];
	/* Doubled at each power of two: the list has no room to note its cap */
	size_t cap = list->n, n = list->n;

	if ((n & (n - 1)) == 0)
		list->v = vec_grow(r->a, list->v, n, &cap, sizeof(*list->v));
	list->v[list->n++] = v;
}

void
figure_add(struct reader *r, const struct reported *figure)
{
	struct doc *d = r->doc;
	size_t cap = d->nfigures, n = d->nfigures;
	struct str folded = viet_fold(r->a, figure->target.text);

	if (n >= MAX_FIGURES) {
		reader_stop(r, figure->target.pos, n + 1, MAX_FIGURES);
		return;
	}
	for (size_t i = 0; i < n; i++) {
		if (!str_eq(folded, viet_fold(r->a, d->figures[i].target.text)))
			continue;
		diag_add(r->ds, DIAG_READ_FIELD_DUPLICATE, figure->target.pos,
		    "\"%.*s\" (%u)", STR_ARG(figure->target.text),
		    d->figures[i].target.pos.line);
		return;
	}
	if ((n & (n - 1)) == 0)
		d->figures =
		    vec_grow(r->a, d->figures, n, &cap, sizeof(*d->figures));
	d->figures[d->nfigures++] = *figure;
}
