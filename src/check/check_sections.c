/*
 * check_sections.c - the sections that the plan asks for: there, in order,
 * once, under a title of the plan, with enough text and not too much, and
 * speaking of what they must speak of.
 */
#include "check/run.h"
#include "text/viet.h"

/* A heading of the first level, or one that is a required section. */
struct spot {
	const struct node *heading;
	struct str title;
	size_t section; /* index in the obligation; nsections: none */
	bool by_title;
};

struct spots {
	struct spot *v;
	size_t n, cap;
};

static size_t
section_by_id(const struct obligation *o, struct str id)
{
	for (size_t i = 0; id.n > 0 && i < o->nsections; i++)
		if (str_eq(id, o->section[i].id))
			return i;
	return o->nsections;
}

/* The titles of a section: its title, then its aliases. */
static struct str
nth_title(const struct section *s, size_t i)
{
	return i == 0 ? s->title : s->alias[i - 1];
}

/* The title of s that is this one but for case and marks; or STR_NONE. */
static struct str
same_title(const struct check *c, const struct section *s, struct str title)
{
	struct str key = key_of(c->a, title);

	for (size_t i = 0; i <= s->naliases; i++)
		if (str_eq(key, key_of(c->a, nth_title(s, i))))
			return nth_title(s, i);
	return STR_NONE;
}

static size_t
section_by_title(const struct check *c, struct str title)
{
	const struct obligation *o = c->obligation;

	for (size_t i = 0; i < o->nsections; i++)
		if (same_title(c, &o->section[i], title).n > 0)
			return i;
	return o->nsections;
}

/* Recognise the headings: by {#id} at any level, by title at the first. */
static struct spots
find_spots(struct check *c)
{
	struct spots found = { 0 };
	const struct node *n;

	for (n = c->doc->root->first; n != NULL; n = n->next) {
		struct spot p = { .heading = n };

		if (n->kind != NODE_HEADING)
			continue;
		p.title = node_text(c->a, n);
		p.section = section_by_id(c->obligation, n->as.heading.id);
		p.by_title = p.section == c->obligation->nsections;
		if (p.by_title)
			p.section = section_by_title(c, p.title);
		*vec_add(c->a, &found) = p;
	}
	return found;
}

static const struct spot *
spot_of(const struct spots *all, size_t section, unsigned level)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].section == section &&
		    all->v[i].heading->as.heading.level <= level)
			return &all->v[i];
	return NULL;
}

static void
add_misspelt(struct check *c, const struct spot *p, struct str near)
{
	diag_add(c->ds, DIAG_PLAN_SECTION_MISSPELT, p->heading->pos, "%.*s",
	    STR_ARG(quote(c->a, p->title)));
	diag_near(c->ds, near);
}

/*
 * A heading of the first level that is nearly the title of a section not met
 * otherwise is that section, misspelt.
 */
static void
find_misspelt(struct check *c, struct spots *all)
{
	const struct obligation *o = c->obligation;
	VEC(struct str) titles = { 0 };
	struct str near;

	for (size_t i = 0; i < o->nsections; i++)
		for (size_t k = 0; k <= o->section[i].naliases; k++)
			if (spot_of(all, i, 1) == NULL)
				*vec_add(c->a, &titles) =
				    nth_title(&o->section[i], k);
	for (size_t i = 0; i < all->n && titles.n > 0; i++) {
		struct spot *p = &all->v[i];

		if (p->section < o->nsections ||
		    p->heading->as.heading.level != 1)
			continue;
		near = viet_near(c->a, p->title, titles.v, titles.n);
		if (near.n == 0)
			continue;
		p->section = section_by_title(c, near);
		add_misspelt(c, p, near);
	}
}

/*
 * "CHI TIÊU" is found as "CHỈ TIÊU" and would be printed as it is typed: the
 * marks must be the plan's.  Case and the place of the tone mark are free.
 */
static void
check_title_marks(struct check *c, const struct spots *all)
{
	const struct obligation *o = c->obligation;

	for (size_t i = 0; i < all->n; i++) {
		const struct spot *p = &all->v[i];
		struct str title;

		if (!p->by_title || p->section == o->nsections ||
		    p->heading->as.heading.level != 1)
			continue;
		title = same_title(c, &o->section[p->section], p->title);
		if (!str_eq(marked_key_of(c->a, title),
			marked_key_of(c->a, p->title)))
			add_misspelt(c, p, title);
	}
}

static void
check_missing(struct check *c, const struct spots *all)
{
	const struct obligation *o = c->obligation;
	const struct spot *p;

	for (size_t i = 0; i < o->nsections; i++) {
		c->out->section[i].section = &o->section[i];
		p = spot_of(all, i, 1);
		if (p == NULL && o->section[i].required) {
			p = spot_of(all, i, UINT32_MAX);
			if (p != NULL)
				diag_add(c->ds, DIAG_PLAN_SECTION_LEVEL,
				    p->heading->pos, "\"%.*s\"",
				    STR_ARG(o->section[i].title));
			else
				diag_add(c->ds, DIAG_PLAN_SECTION_MISSING,
				    doc_start(c), "\"%.*s\"",
				    STR_ARG(o->section[i].title));
		}
		if (p != NULL)
			c->out->section[i].heading = p->heading;
	}
}

/* Sections met twice, and such of the first level that nobody asked for. */
static void
check_others(struct check *c, const struct spots *all)
{
	const struct obligation *o = c->obligation;

	for (size_t i = 0; i < all->n; i++) {
		const struct spot *p = &all->v[i];

		if (p->heading->as.heading.level != 1)
			continue;
		if (p->section == o->nsections)
			diag_add(c->ds, DIAG_PLAN_SECTION_EXTRA,
			    p->heading->pos, "%.*s",
			    STR_ARG(quote(c->a, p->title)));
		else if (c->out->section[p->section].heading != p->heading)
			diag_add(c->ds, DIAG_PLAN_SECTION_DUPLICATE,
			    p->heading->pos, "%.*s",
			    STR_ARG(quote(c->a, p->title)));
	}
}

/*
 * Of the sections as they stand, a longest part that is in the plan's order is
 * right; the others are out of place.  So one moved section is one finding.
 */
static void
check_order(struct check *c, const struct spots *all)
{
	size_t nsections = c->obligation->nsections, n = 0, best, at;
	const struct spot **seq = NEW_ARRAY(c->a, nsections,
	    const struct spot *);
	size_t *length = NEW_ARRAY(c->a, nsections, size_t);
	size_t *from = NEW_ARRAY(c->a, nsections, size_t);
	bool *right = NEW_ARRAY(c->a, nsections, bool);

	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].section < nsections &&
		    c->out->section[all->v[i].section].heading ==
			all->v[i].heading)
			seq[n++] = &all->v[i];
	best = n;
	for (size_t i = 0; i < n; i++) {
		length[i] = 1;
		from[i] = n;
		for (size_t k = 0; k < i; k++)
			if (seq[k]->section < seq[i]->section &&
			    length[k] + 1 > length[i]) {
				length[i] = length[k] + 1;
				from[i] = k;
			}
		if (best == n || length[i] > length[best])
			best = i;
	}
	for (at = best; at < n; at = from[at])
		right[at] = true;
	for (size_t i = 0; i < n; i++)
		if (!right[i])
			diag_add(c->ds, DIAG_PLAN_SECTION_ORDER,
			    seq[i]->heading->pos, "%.*s",
			    STR_ARG(quote(c->a, seq[i]->title)));
}

/* The node behind the section that h begins. */
static const struct node *
section_end(const struct node *h)
{
	const struct node *n;

	for (n = h->next; n != NULL; n = n->next)
		if (n->kind == NODE_FOOTNOTE || n->kind == NODE_APPENDIX ||
		    (n->kind == NODE_HEADING &&
			n->as.heading.level <= h->as.heading.level))
			break;
	return n;
}

/* The text of the section, headings left out or not. */
static struct str
section_text(struct check *c, const struct node *h, bool headings)
{
	const struct node *n, *in, *end = section_end(h);
	struct buf text = { .arena = c->a };

	for (n = headings ? h : h->next; n != end; n = n->next) {
		if (n->kind == NODE_HEADING && !headings)
			continue;
		for (in = n; in != NULL; in = node_next(in, n)) {
			if (in->kind == NODE_TEXT)
				buf_add(&text, in->as.text);
			else if (in->kind == NODE_PARAGRAPH ||
			    in->kind == NODE_CELL || in->kind == NODE_BREAK ||
			    in->kind == NODE_HEADING || in->kind == NODE_IMAGE)
				buf_addc(&text, ' ');
			if (in->kind == NODE_IMAGE)
				buf_add(&text, in->as.image.caption);
		}
	}
	return buf_str(&text);
}

/*
 * Is the topic named in key?  A resolution may stand in a list, "các Nghị quyết
 * số 57-NQ/TW, số 59-NQ/TW", so that its number and symbol are enough.
 */
static bool
speaks_of(struct check *c, struct str key, const struct topic *t)
{
	size_t at = str_find(t->name, STR("số "), 0);

	if (key_has(key, key_of(c->a, t->name)))
		return true;
	for (size_t i = 0; i < t->naliases; i++)
		if (key_has(key, key_of(c->a, t->alias[i])))
			return true;
	return t->kind == TOPIC_RESOLUTION && at < t->name.n &&
	    key_has(key,
		key_of(c->a,
		    str_sub(t->name, at + sizeof("số ") - 1, t->name.n)));
}

static void
check_content(struct check *c, const struct section_answer *answer)
{
	const struct section *s = answer->section;
	const struct node *h = answer->heading;
	unsigned words = count_words(section_text(c, h, false));
	struct str key;

	if (words == 0) {
		diag_add(c->ds, DIAG_PLAN_SECTION_EMPTY, h->pos, "\"%.*s\"",
		    STR_ARG(s->title));
		return;
	}
	if (words < s->min_words)
		diag_add(c->ds, DIAG_PLAN_SECTION_SHORT, h->pos,
		    "\"%.*s\": %u < %u", STR_ARG(s->title), words,
		    s->min_words);
	if (s->max_words > 0 && words > s->max_words)
		diag_add(c->ds, DIAG_PLAN_SECTION_LONG, h->pos,
		    "\"%.*s\": %u > %u", STR_ARG(s->title), words,
		    s->max_words);
	key = s->nmentions > 0 ? key_of(c->a, section_text(c, h, true)) :
				 STR_NONE;
	for (size_t i = 0; i < s->nmentions; i++)
		if (!speaks_of(c, key, s->mention[i]))
			diag_add(c->ds, DIAG_PLAN_TOPIC_MISSING, h->pos,
			    "\"%.*s\"", STR_ARG(s->mention[i]->name));
}

void
check_sections(struct check *c)
{
	const struct obligation *o = c->obligation;
	struct spots all;

	if (o == NULL || o->nsections == 0)
		return;
	if (c->doc->root->first == NULL) /* told by check_end() */
		return;
	c->out->nsections = o->nsections;
	c->out->section =
	    NEW_ARRAY(c->a, o->nsections, struct section_answer);
	all = find_spots(c);
	check_title_marks(c, &all);
	find_misspelt(c, &all);
	check_missing(c, &all);
	check_others(c, &all);
	check_order(c, &all);
	for (size_t i = 0; i < o->nsections; i++)
		if (c->out->section[i].heading != NULL)
			check_content(c, &c->out->section[i]);
}
