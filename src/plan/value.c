/* value.c - values of the office and plan files, checked one by one. */
#include "plan/value.h"

#include <stdlib.h>
#include <string.h>

#include "text/viet.h"

/* Blanks folded to one. */
static struct str
fold_blanks(struct arena *a, struct str s)
{
	struct xelem piece = { .text = s };

	return xml_text(a, &piece);
}

struct str
value_optional(struct reading *rd, const struct xelem *e, const char *attr)
{
	return fold_blanks(rd->a, xml_attr(e, attr));
}

struct str
value_text(struct reading *rd, const struct xelem *e, const char *attr)
{
	struct str s = value_optional(rd, e, attr);

	if (s.n > 0)
		return s;
	if (xml_attr(e, attr).p != NULL)
		diag_add(
		    rd->ds, rd->ids->empty, xml_attr_pos(e, attr), "%s", attr);
	return STR_NONE;
}

static bool
is_alnum(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    (c >= '0' && c <= '9');
}

struct str
value_id(struct reading *rd, const struct xelem *e)
{
	struct str s = xml_attr(e, "id");
	bool good = s.n > 0 && is_alnum(s.p[0]);

	if (s.p == NULL)
		return STR_NONE;
	for (size_t i = 0; i < s.n && good; i++)
		good = is_alnum(s.p[i]) || strchr("-_.", s.p[i]) != NULL;
	if (!good)
		diag_add(rd->ds, rd->ids->id_invalid, xml_attr_pos(e, "id"),
		    "\"%.*s\"", STR_ARG(s));
	return s;
}

struct str
value_symbol(struct reading *rd, const struct xelem *e)
{
	struct str s = value_text(rd, e, "symbol");

	if (s.n > 0 && memchr(s.p, ' ', s.n) != NULL)
		diag_add(rd->ds, rd->ids->symbol, xml_attr_pos(e, "symbol"),
		    "\"%.*s\"", STR_ARG(s));
	return s;
}

void
value_version(struct reading *rd, const struct xelem *e)
{
	struct str s = xml_attr(e, "version");

	if (s.p != NULL && !str_is(s, "1"))
		diag_add(rd->ds, rd->ids->version, xml_attr_pos(e, "version"),
		    "\"%.*s\"", STR_ARG(s));
}

size_t
value_count(struct reading *rd, const struct xelem *e, const char *child)
{
	size_t n = 0;

	for (e = xml_child(e, child); e != NULL;
	     e = xml_sibling(e->next, child)) {
		if (n == ENTRIES_MAX) {
			diag_add(rd->ds, rd->ids->too_many, e->pos, "<%s> > %d",
			    child, ENTRIES_MAX);
			break;
		}
		n++;
	}
	return n;
}

struct str *
value_texts(
    struct reading *rd, const struct xelem *e, const char *child, size_t *n)
{
	size_t max = value_count(rd, e, child);
	struct str *v = NEW_ARRAY(rd->a, max, struct str);

	*n = 0;
	for (e = xml_child(e, child); e != NULL && max > 0;
	     e = xml_sibling(e->next, child), max--) {
		struct str s = xml_text(rd->a, e);

		if (s.n > 0)
			v[(*n)++] = s;
		else
			diag_add(rd->ds, rd->ids->empty, e->pos, "<%s>", child);
	}
	return v;
}

struct named
value_named(struct str name, struct pos pos, size_t owner)
{
	return (struct named) { .name = name, .pos = pos, .owner = owner };
}

/* By key, then by place, so that the later one is the repetition. */
static int
cmp_named(const void *px, const void *py)
{
	const struct named *x = px, *y = py;
	int d = str_cmp(x->key, y->key);

	if (d == 0)
		d = x->pos.line < y->pos.line ? -1 : x->pos.line > y->pos.line;
	if (d == 0)
		d = x->pos.col < y->pos.col ? -1 : x->pos.col > y->pos.col;
	return d;
}

static bool
same_key(const struct named *x, const struct named *y)
{
	return x->key.n > 0 && str_eq(x->key, y->key);
}

static void
report(struct reading *rd, enum diag_id id, const struct named *n)
{
	diag_add(rd->ds, id, n->pos, "\"%.*s\"", STR_ARG(n->name));
}

void
value_check_ids(struct reading *rd, const struct named *v, size_t n)
{
	struct named *s = NEW_ARRAY(rd->a, n, struct named);

	for (size_t i = 0; i < n; i++) {
		s[i] = v[i];
		s[i].key = v[i].name;
	}
	qsort(s, n, sizeof(*s), cmp_named);
	for (size_t i = 1; i < n; i++)
		if (same_key(&s[i], &s[i - 1]))
			report(rd, rd->ids->id_repeated, &s[i]);
}

/* One thing may be called the same twice; two things may not. */
void
value_check_names(struct reading *rd, const struct named *v, size_t n)
{
	struct named *s = NEW_ARRAY(rd->a, n, struct named);

	for (size_t i = 0; i < n; i++) {
		s[i] = v[i];
		s[i].key = viet_fold(rd->a, v[i].name);
	}
	qsort(s, n, sizeof(*s), cmp_named);
	for (size_t i = 1; i < n; i++)
		if (same_key(&s[i], &s[i - 1]) && s[i].owner != s[i - 1].owner)
			report(rd, rd->ids->name_repeated, &s[i]);
}
