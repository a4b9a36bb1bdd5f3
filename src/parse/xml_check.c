/* xml_check.c - a tree against the vocabulary of its kind of file. */
#include "parse/xml.h"

#include <assert.h>
#include <string.h>

#include "base/vec.h"
#include "text/utf8.h"
#include "text/viet.h"

struct checker {
	struct arena *a;
	struct diags *ds;
	const struct xrule *rule;
	size_t nrules;
	bool good;
};

/* A word of a list such as "id! name! unit"; mark 0: none. */
struct word {
	struct str name;
	char mark;
};

static bool
next_word(const char **list, struct word *w)
{
	const char *p = *list == NULL ? "" : *list;

	p += strspn(p, " ");
	if (*p == '\0')
		return false;
	w->name = (struct str) { p, strcspn(p, " !+?") };
	p += w->name.n;
	w->mark = *p != ' ' ? *p : '\0';
	*list = p + strcspn(p, " ");
	return true;
}

static bool
listed(const char *list, struct str name)
{
	struct word w;

	while (next_word(&list, &w))
		if (str_eq(w.name, name))
			return true;
	return false;
}

static struct str
near_word(struct arena *a, const char *list, struct str name)
{
	VEC(struct str) all = { 0 };
	struct word w;

	while (next_word(&list, &w))
		*vec_add(a, &all) = w.name;
	return viet_near(a, name, all.v, all.n);
}

static const struct xrule *
rule_for(const struct checker *c, struct str name)
{
	for (size_t i = 0; i < c->nrules; i++)
		if (str_is(name, c->rule[i].element))
			return &c->rule[i];
	return NULL;
}

static void
check_attrs(struct checker *c, const struct xelem *e, const struct xrule *rule)
{
	const char *list = rule->attributes;
	struct word w;

	for (size_t i = 0; i < e->nattrs; i++) {
		struct xattr *x = &e->attr[i];

		if (listed(rule->attributes, x->name))
			continue;
		c->good = false;
		diag_add(c->ds, DIAG_PARSE_ATTRIBUTE_UNKNOWN, x->pos, "%.*s",
		    STR_ARG(x->name));
		diag_near(c->ds, near_word(c->a, rule->attributes, x->name));
	}
	while (next_word(&list, &w)) {
		if (w.mark != '!' ||
		    xml_attr(e, arena_strndup(c->a, w.name.p, w.name.n)).p !=
			NULL)
			continue;
		c->good = false;
		diag_add(c->ds, DIAG_PARSE_ATTRIBUTE_MISSING, e->pos, "%.*s",
		    STR_ARG(w.name));
	}
}

/* Is each child there as often as its mark says? */
static void
check_counts(struct checker *c, const struct xelem *e, const struct xrule *rule)
{
	const char *list = rule->children;
	struct word w;

	while (next_word(&list, &w)) {
		const char *name = arena_strndup(c->a, w.name.p, w.name.n);
		const struct xelem *one = xml_child(e, name), *more = NULL;

		if (one != NULL)
			more = xml_sibling(one->next, name);
		if (one == NULL && (w.mark == '!' || w.mark == '+')) {
			c->good = false;
			diag_add(c->ds, DIAG_PARSE_ELEMENT_MISSING, e->pos,
			    "<%s>", name);
		} else if (more != NULL && (w.mark == '!' || w.mark == '?')) {
			c->good = false;
			diag_add(c->ds, DIAG_PARSE_ELEMENT_REPEATED, more->pos,
			    "<%s>", name);
		}
	}
}

/* The beginning of a stray text, enough to find it. */
static struct str
excerpt(struct str text)
{
	enum { EXCERPT = 30 };
	struct str s = str_trim(text);
	size_t i = 0;

	for (unsigned n = 0; i < s.n && n < EXCERPT; n++)
		if (utf8_next(s, &i) == '\n') {
			i--;
			break;
		}
	return str_sub(s, 0, i);
}

static void
check_text(struct checker *c, const struct xelem *text)
{
	struct str s = excerpt(text->text);

	if (s.n == 0)
		return;
	c->good = false;
	diag_add(c->ds, DIAG_PARSE_TEXT_MISPLACED, xml_text_pos(text),
	    "\"%.*s\"", STR_ARG(s));
}

static void
unknown(struct checker *c, const struct xelem *e, struct str near)
{
	c->good = false;
	diag_add(c->ds, DIAG_PARSE_ELEMENT_UNKNOWN, e->pos, "<%.*s>",
	    STR_ARG(e->name));
	diag_near(c->ds, near);
}

/* Depth is bounded by the parser.  What is unknown is not looked into. */
static void
check_element(struct checker *c, const struct xelem *e)
{
	const struct xrule *rule = rule_for(c, e->name);

	assert(rule != NULL); /* every listed child has a rule */
	check_attrs(c, e, rule);
	check_counts(c, e, rule);
	for (const struct xelem *k = e->first; k != NULL; k = k->next) {
		if (k->name.n == 0) {
			if (!rule->text)
				check_text(c, k);
		} else if (!listed(rule->children, k->name)) {
			unknown(c, k, near_word(c->a, rule->children, k->name));
		} else {
			check_element(c, k);
		}
	}
}

bool
xml_check(struct arena *a, const struct xelem *root, const struct xrule *rule,
    size_t n, struct diags *ds)
{
	struct checker c = { a, ds, rule, n, true };

	if (str_is(root->name, rule[0].element))
		check_element(&c, root);
	else
		unknown(&c, root, str_of(rule[0].element));
	return c.good;
}
