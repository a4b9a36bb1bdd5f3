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
		.pos = pos,
		.detail = str_of(arena_vprintf(ds->arena, fmt, ap)),
	};
	va_end(ap);
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
		if (diag_rules[ds->v[i].id].level == level)
			count++;
	return count;
}

bool
diags_have_errors(const struct diags *ds)
{
	return diags_count(ds, LEVEL_ERROR) > 0;
}
