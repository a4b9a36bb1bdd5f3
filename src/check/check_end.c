/*
 * check_end.c - the end mark "./." behind the last paragraph of the main text
 * and of each appendix, and nowhere else (Phụ lục III; the text of the decree
 * does not mention it).
 */
#include "check/run.h"
#include "text/utf8.h"

/* The node behind n in the same part; appendices are parts of their own. */
static const struct node *
next_in(const struct node *n, const struct node *part)
{
	n = node_next(n, part);
	while (n != NULL && n->kind == NODE_APPENDIX)
		n = node_skip(n, part);
	return n;
}

/* The first node of the main text, or of an appendix. */
static const struct node *
first_in(const struct node *part)
{
	const struct node *n = part->first;

	while (n != NULL && n->kind == NODE_APPENDIX)
		n = n->next;
	return n;
}

/* The last paragraph that is no note; tables and headings may follow it. */
static const struct node *
last_paragraph(const struct node *part)
{
	const struct node *n, *last = NULL;

	for (n = first_in(part); n != NULL; n = next_in(n, part)) {
		if (n->kind == NODE_FOOTNOTE)
			break;
		if (n->kind == NODE_PARAGRAPH)
			last = n;
	}
	return last;
}

/* Where the signs '.', '/' and blanks at the end of s begin. */
static size_t
tail_of(struct str s)
{
	size_t i = s.n;

	while (i > 0 && (s.p[i - 1] == '.' || s.p[i - 1] == '/' ||
	    s.p[i - 1] == ' '))
		i--;
	return i;
}

/*
 * Report every "./." before offset end.  A sign behind it makes it part of
 * something else, such as a path.
 */
static bool
find_early(struct check *c, const struct flat *f, size_t end)
{
	size_t at = 0, before = c->ds->n;

	while ((at = str_find(f->text, STR("./."), at)) < end &&
	    c->ds->n - before < FAULTS_MAX) {
		uint32_t after = utf8_at(f->text, at + 3);

		if ((after == 0 || utf8_is_blank(after)) &&
		    utf8_before(f->text, at) != '.')
			diag_add(c->ds, DIAG_FORM_END_MARK_PLACE,
			    flat_pos(f, at), "%s", "");
		at += 3;
	}
	return c->ds->n > before;
}

/* Is there an end mark before the last paragraph's end? */
static bool
check_early(struct check *c, const struct node *part, const struct node *last,
    size_t tail)
{
	const struct node *n;
	bool found = false;

	for (n = first_in(part); n != NULL; n = next_in(n, part)) {
		struct flat f;

		if (n->kind != NODE_HEADING && n->kind != NODE_PARAGRAPH)
			continue;
		f = flat_of(c, n);
		if (find_early(c, &f, n == last ? tail : f.text.n))
			found = true;
	}
	return found;
}

static void
check_tail(struct check *c, const struct flat *f, size_t at, bool early,
    enum diag_id missing)
{
	struct str tail = str_trim(str_sub(f->text, at, f->text.n));

	if (str_is(tail, "./."))
		return;
	if (str_find(tail, STR("/"), 0) < tail.n)
		diag_add(c->ds, DIAG_FORM_END_MARK_FORM, flat_pos(f, at),
		    "\"%.*s\"", STR_ARG(tail));
	else if (!early)
		diag_add(c->ds, missing, flat_pos(f, at), "%s", "");
}

/* An appendix that ends with a table has no place for the mark. */
static void
check_appendix_end(struct check *c, const struct node *part)
{
	const struct node *last = last_paragraph(part);
	struct flat f;
	size_t tail;
	bool early;

	if (last == NULL)
		return;
	f = flat_of(c, last);
	tail = tail_of(f.text);
	early = check_early(c, part, last, tail);
	if (part->last->kind == NODE_PARAGRAPH || part->last->kind == NODE_LIST)
		check_tail(c, &f, tail, early, DIAG_FORM_APPENDIX_END);
}

void
check_end(struct check *c)
{
	const struct node *root = c->doc->root, *last = last_paragraph(root);
	struct flat f;
	size_t tail;

	for (const struct node *n = root->first; n != NULL; n = n->next)
		if (n->kind == NODE_APPENDIX)
			check_appendix_end(c, n);
	if (first_in(root) == NULL || first_in(root)->kind == NODE_FOOTNOTE) {
		diag_add(c->ds, DIAG_FORM_BODY_EMPTY, doc_start(c), "%s", "");
		return;
	}
	if (last == NULL) {
		diag_add(c->ds, DIAG_FORM_END_MARK_MISSING, root->last->pos,
		    "%s", "");
		return;
	}
	f = flat_of(c, last);
	tail = tail_of(f.text);
	check_tail(c, &f, tail, check_early(c, root, last, tail),
	    DIAG_FORM_END_MARK_MISSING);
}
