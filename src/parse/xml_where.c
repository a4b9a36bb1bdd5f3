/* xml_where.c - where in an XML file a place is, as a path of elements. */
#include "parse/xml.h"

/* Does p stand before q in one file? */
static bool
is_before(struct pos p, struct pos q)
{
	return p.line < q.line || (p.line == q.line && p.col < q.col);
}

/* The last element of the tree that begins at pos or before it; the walk is
   in the order of the file. */
static const struct xelem *
element_at(const struct xelem *root, struct pos pos)
{
	const struct xelem *e = root, *found = root;

	while (e != NULL && !is_before(pos, e->pos)) {
		found = e;
		if (e->first != NULL) {
			e = e->first;
			continue;
		}
		while (e != root && e->next == NULL)
			e = e->parent;
		e = e == root ? NULL : e->next;
	}
	return found->name.n > 0 ? found : found->parent;
}

/* Which of the siblings of its name e is, from 1; 0: it is the only one. */
static unsigned
nth_of(const struct xelem *e)
{
	unsigned nth = 0, n = 0;
	const struct xelem *k;

	if (e->parent == NULL)
		return 0;
	for (k = e->parent->first; k != NULL; k = k->next) {
		if (!str_eq(k->name, e->name))
			continue;
		n++;
		if (k == e)
			nth = n;
	}
	return n > 1 ? nth : 0;
}

static const struct xattr *
attribute_at(const struct xelem *e, struct pos pos)
{
	for (size_t i = 0; i < e->nattrs; i++)
		if (!is_before(e->attr[i].pos, pos) &&
		    !is_before(pos, e->attr[i].pos))
			return &e->attr[i];
	return NULL;
}

void
xml_where(const void *tree, struct pos pos, struct arena *a,
    struct str where[LANG_MAX])
{
	const struct xelem *e = element_at(tree, pos);
	const struct xattr *attr = attribute_at(e, pos);
	struct str path = attr == NULL ?
	    STR("") :
	    str_printf(a, "/@%.*s", STR_ARG(attr->name));

	for (; e != NULL; e = e->parent) {
		unsigned nth = nth_of(e);

		path = nth == 0 ? str_printf(a, "/%.*s%.*s", STR_ARG(e->name),
				      STR_ARG(path)) :
				  str_printf(a, "/%.*s[%u]%.*s",
				      STR_ARG(e->name), nth, STR_ARG(path));
	}
	for (int lang = 0; lang < LANG_MAX; lang++)
		where[lang] = path;
}
