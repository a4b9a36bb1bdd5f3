/* diag.c - findings collected, sorted and counted. */
#include "diag/diag.h"

#include <assert.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/vec.h"

struct diags *
diags_new(struct arena *a)
{
	struct diags *ds = NEW(a, struct diags);

	ds->arena = a;
	return ds;
}

void
diags_rule(
    struct diags *ds, enum diag_mode mode, const struct waivers *waivers)
{
	ds->mode = mode;
	ds->waivers = waivers;
}

static struct diag_file *
find_file(struct diags *ds, const char *path)
{
	for (size_t i = 0; i < ds->files.n; i++)
		if (strcmp(ds->files.v[i].path, path) == 0)
			return &ds->files.v[i];
	return NULL;
}

void
diags_add_file(struct diags *ds, const char *path, struct str bytes)
{
	struct diag_file *f = find_file(ds, path);

	if (f == NULL)
		f = vec_add(ds->arena, &ds->files);
	*f = (struct diag_file){ .path = path, .bytes = bytes };
}

void
diags_add_tree(struct diags *ds, const char *path, diag_where_fn *where,
    const void *tree)
{
	struct diag_file *f = find_file(ds, path);

	if (f == NULL)
		return;
	f->where = where;
	f->tree = tree;
}

/* The last part of path is file: "input/reports/x.md", "reports/x.md". */
static bool
names_file(const char *path, struct str file)
{
	struct str p = str_of(path);

	return str_ends(p, file) &&
	    (p.n == file.n || p.p[p.n - file.n - 1] == '/');
}

static bool
has_text(const struct diags *ds, const struct diag *d, struct str text)
{
	if (str_find(d->detail, text, 0) < d->detail.n)
		return true;
	for (size_t i = 0; i < ds->files.n; i++) {
		const struct diag_file *f = &ds->files.v[i];
		struct str line;

		if (strcmp(f->path, d->pos.file) != 0)
			continue;
		line = line_of(f->bytes, d->pos.line);
		return str_find(line, text, 0) < line.n;
	}
	return false;
}

static const struct waiver *
find_waiver(const struct diags *ds, const struct diag *d)
{
	const struct waivers *all = ds->waivers;

	if (all == NULL || d->pos.file == NULL)
		return NULL;
	for (size_t i = 0; i < all->n; i++) {
		const struct waiver *w = &all->v[i];

		if (w->id == d->id && names_file(d->pos.file, w->file) &&
		    (w->line == 0 || w->line == d->pos.line) &&
		    (w->unit.n == 0 || str_eq(w->unit, ds->unit)) &&
		    (w->text.n == 0 || has_text(ds, d, w->text)))
			return w;
	}
	return NULL;
}

void
diags_set_unit(struct diags *ds, struct str unit)
{
	ds->unit = unit;
	for (size_t i = 0; i < ds->n; i++)
		ds->v[i].waiver = find_waiver(ds, &ds->v[i]);
}

void
diag_add(struct diags *ds, enum diag_id id, struct pos pos, const char *fmt,
    ...)
{
	struct diag *d;
	va_list ap;

	assert(id < DIAG_MAX);
	d = vec_add(ds->arena, ds);
	va_start(ap, fmt);
	*d = (struct diag){
		.id = id,
		.level = diag_level_in(ds->mode, id),
		.pos = pos,
		.detail = str_of(arena_vprintf(ds->arena, fmt, ap)),
	};
	va_end(ap);
	d->waiver = find_waiver(ds, d);
}

void
diag_near(struct diags *ds, struct str near)
{
	assert(ds->n > 0);
	if (near.n > 0)
		ds->v[ds->n - 1].near = str_dup(ds->arena, near);
}

void
diags_append(struct diags *to, const struct diags *from)
{
	for (size_t i = 0; i < from->n; i++) {
		struct diag *d = vec_add(to->arena, to);

		*d = from->v[i];
		d->detail = str_dup(to->arena, d->detail);
		d->near = str_dup(to->arena, d->near);
		d->line = str_dup(to->arena, d->line);
		for (int lang = 0; lang < LANG_MAX; lang++)
			d->where[lang] = str_dup(to->arena, d->where[lang]);
		if (d->pos.file != NULL)
			d->pos.file = arena_strndup(to->arena, d->pos.file,
			    strlen(d->pos.file));
	}
}

static int
cmp_number(size_t x, size_t y)
{
	return x < y ? -1 : x > y;
}

static int
cmp_diag(const void *px, const void *py)
{
	const struct diag *x = px, *y = py;
	int d = str_cmp(str_of(x->pos.file), str_of(y->pos.file));

	if (d == 0)
		d = cmp_number(x->pos.line, y->pos.line);
	if (d == 0)
		d = cmp_number(x->pos.col, y->pos.col);
	if (d == 0)
		d = cmp_number(x->id, y->id);
	if (d == 0)
		d = str_cmp(x->detail, y->detail);
	return d;
}

void
diags_sort(struct diags *ds)
{
	size_t kept = 0;

	if (ds->n == 0)
		return;
	qsort(ds->v, ds->n, sizeof(ds->v[0]), cmp_diag);
	for (size_t i = 1; i < ds->n; i++)
		if (cmp_diag(&ds->v[kept], &ds->v[i]) != 0)
			ds->v[++kept] = ds->v[i];
	ds->n = kept + 1;
}

size_t
diags_count(const struct diags *ds, enum diag_level level)
{
	size_t count = 0;

	for (size_t i = 0; i < ds->n; i++)
		if (ds->v[i].level == level && ds->v[i].waiver == NULL)
			count++;
	return count;
}

size_t
diags_waived(const struct diags *ds)
{
	size_t count = 0;

	for (size_t i = 0; i < ds->n; i++)
		count += ds->v[i].waiver != NULL;
	return count;
}

bool
diag_stops(const struct diag *d)
{
	return d->waiver == NULL &&
	    (d->level == LEVEL_ERROR ||
		diag_rules[d->id].level == LEVEL_ERROR);
}

bool
diags_stop_after(const struct diags *ds, size_t n)
{
	for (; n < ds->n; n++)
		if (diag_stops(&ds->v[n]))
			return true;
	return false;
}

bool
diags_have_errors(const struct diags *ds)
{
	return diags_stop_after(ds, 0);
}
