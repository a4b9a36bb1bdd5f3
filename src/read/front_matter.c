/*
 * front_matter.c - the YAML between "---" lines at the very top of a Markdown
 * report, as header fields.
 */
#include "parse/yaml.h"
#include "read/reader.h"
#include "text/viet.h"

static bool
is_fence(struct reader *r, uint32_t line)
{
	size_t from = r->src->line[line - 1];
	size_t to = line < r->src->nlines ? r->src->line[line] : r->src->text.n;
	struct str s = str_sub(r->src->text, from, to);

	return str_starts(s, STR("---")) && str_is(str_trim(s), "---");
}

static void
wrong_shape(struct reader *r, const struct ynode *y)
{
	diag_add(
	    r->ds, DIAG_READ_FIELD_SHAPE, y->pos, "\"%.*s\"", STR_ARG(y->key));
}

/*
 * "- Lưu: VT, KT." is a line of the paper, though to YAML it is a mapping of
 * one key: it is put together again.
 */
static bool
is_colon_line(const struct ynode *y)
{
	return y->kind == YAML_MAP && y->first != NULL &&
	    y->first->next == NULL && y->first->kind == YAML_SCALAR;
}

static struct value
colon_line(struct reader *r, const struct ynode *y)
{
	const struct ynode *k = y->first;

	return (struct value) { str_printf(r->a, "%.*s: %.*s", STR_ARG(k->key),
				    STR_ARG(k->text)),
		k->key_pos };
}

/* One value; a list may also be a sequence of them, or nothing. */
static void
take_values(struct reader *r, enum field f, const struct ynode *y)
{
	bool list = fields[f].shape == SHAPE_LIST;

	if (y->kind == YAML_SCALAR) {
		if (!list || y->text.n > 0)
			field_add(r, f, (struct value) { y->text, y->pos });
		return;
	}
	if (y->kind != YAML_LIST || !list) {
		wrong_shape(r, y);
		return;
	}
	for (const struct ynode *k = y->first; k != NULL; k = k->next) {
		if (k->kind == YAML_SCALAR)
			field_add(r, f, (struct value) { k->text, k->pos });
		else if (is_colon_line(k))
			field_add(r, f, colon_line(r, k));
		else
			diag_add(r->ds, DIAG_READ_FIELD_SHAPE, k->pos, "%s",
			    fields[f].label);
	}
}

/* {value: ..., note: ...} */
static void
take_figure_part(
    struct reader *r, const struct ynode *y, struct reported *figure)
{
	struct str key = viet_fold(r->a, y->key);
	const struct str known[] = { STR("giá trị"), STR("ghi chú"),
		STR("value"), STR("note") };
	struct value *part = NULL;

	if (str_is(key, "value") || str_is(key, "gia tri"))
		part = &figure->figure;
	else if (str_is(key, "note") || str_is(key, "ghi chu"))
		part = &figure->note;
	if (part == NULL) {
		diag_add(r->ds, DIAG_READ_FIELD_UNKNOWN, y->key_pos, "\"%.*s\"",
		    STR_ARG(y->key));
		diag_near(r->ds, viet_near(r->a, y->key, known, 4));
	} else if (y->kind != YAML_SCALAR) {
		wrong_shape(r, y);
	} else {
		*part = (struct value) { y->text, y->pos };
	}
}

static void
take_figures(struct reader *r, const struct ynode *y)
{
	struct reported figure;

	if (y->kind == YAML_SCALAR && y->text.n == 0)
		return;
	if (y->kind != YAML_MAP) {
		wrong_shape(r, y);
		/* There is something: no figure is missing beside that. */
		field_add(r, FIELD_FIGURES, (struct value) { y->text, y->pos });
		return;
	}
	for (const struct ynode *k = y->first; k != NULL; k = k->next) {
		figure = (struct reported) {
			.target = { k->key, k->key_pos },
			.figure = { STR_NONE, k->pos },
			.note = { STR_NONE, k->pos },
		};
		if (k->kind == YAML_LIST) {
			wrong_shape(r, k);
			continue;
		}
		if (k->kind == YAML_SCALAR)
			figure.figure.text = k->text;
		for (const struct ynode *p = k->first; p != NULL; p = p->next)
			take_figure_part(r, p, &figure);
		figure_add(r, &figure);
	}
}

/* The fields of a mapping; those of a field inside it by one call more. */
static void
take_fields(struct reader *r, const struct ynode *map, enum field parent)
{
	enum field f;

	for (const struct ynode *y = map->first; y != NULL; y = y->next) {
		f = field_find(r, y->key, parent, y->key_pos);
		if (f == FIELD_NONE || !field_begin(r, f, y->key_pos))
			continue;
		if (fields[f].shape == SHAPE_FIGURES)
			take_figures(r, y);
		else if (fields[f].shape != SHAPE_MAP)
			take_values(r, f, y);
		else if (y->kind == YAML_MAP)
			take_fields(r, y, f);
		else if (y->kind != YAML_SCALAR || y->text.n > 0)
			wrong_shape(r, y);
	}
}

/* Something meant as front matter: lower down, or with more dashes? */
static bool
is_fence_meant(struct reader *r)
{
	return str_starts(str_trim(r->src->text), STR("---"));
}

bool
front_matter_read(struct reader *r, size_t *end)
{
	struct pos top = { r->src->path, 1, 1 };
	const struct ynode *y;
	uint32_t close = 2;

	if (r->src->nlines == 0 || !is_fence(r, 1)) {
		diag_add(r->ds, DIAG_READ_FRONT_MATTER_MISSING, top, "%s", "");
		if (is_fence_meant(r)) /* its lines are no body */
			*end = r->src->text.n + 1;
		return false;
	}
	while (close <= r->src->nlines && !is_fence(r, close))
		close++;
	if (close > r->src->nlines) {
		diag_add(r->ds, DIAG_READ_FRONT_MATTER_OPEN, top, "%s", "");
		*end = r->src->text.n + 1;
		return false;
	}
	*end = close < r->src->nlines ? r->src->line[close] : r->src->text.n;
	y = yaml_parse(r->a, r->src, 2, close - 1, r->ds);
	if (y == NULL)
		return false;
	take_fields(r, y, FIELD_NONE);
	return true;
}
