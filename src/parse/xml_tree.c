/* xml_tree.c - questions to the tree that xml.c makes. */
#include "parse/xml.h"

static const struct xattr *
find_attr(const struct xelem *e, const char *name)
{
	for (size_t i = 0; i < e->nattrs; i++)
		if (str_is(e->attr[i].name, name))
			return &e->attr[i];
	return NULL;
}

struct str
xml_attr(const struct xelem *e, const char *name)
{
	const struct xattr *x = find_attr(e, name);

	return x != NULL ? x->value : STR_NONE;
}

struct pos
xml_attr_pos(const struct xelem *e, const char *name)
{
	const struct xattr *x = find_attr(e, name);

	return x != NULL ? x->pos : e->pos;
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Depth is bounded by the parser. */
static void
gather(struct buf *out, const struct xelem *e)
{
	buf_add(out, e->text);
	for (const struct xelem *c = e->first; c != NULL; c = c->next)
		gather(out, c);
}

struct str
xml_text(struct arena *a, const struct xelem *e)
{
	struct buf all = { .arena = a }, out = { .arena = a };
	bool gap = false;

	gather(&all, e);
	for (size_t i = 0; i < all.n; i++) {
		if (is_blank(all.p[i])) {
			gap = out.n > 0;
			continue;
		}
		if (gap)
			buf_addc(&out, ' ');
		gap = false;
		buf_addc(&out, all.p[i]);
	}
	return out.n > 0 ? buf_str(&out) : STR("");
}

/*
 * Blanks are stepped over as they stand in the source; a blank written as a
 * character reference would put the place a little to the left.
 */
struct pos
xml_text_pos(const struct xelem *text)
{
	struct pos pos = text->pos;

	for (size_t i = 0; i < text->text.n && is_blank(text->text.p[i]); i++) {
		pos.col++;
		if (text->text.p[i] != '\n')
			continue;
		pos.line++;
		pos.col = 1;
	}
	return pos;
}

const struct xelem *
xml_sibling(const struct xelem *e, const char *name)
{
	for (; e != NULL; e = e->next)
		if (e->name.n > 0 && (name == NULL || str_is(e->name, name)))
			return e;
	return NULL;
}

const struct xelem *
xml_child(const struct xelem *parent, const char *name)
{
	return xml_sibling(parent->first, name);
}
