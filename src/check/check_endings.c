/*
 * check_endings.c - how paragraphs and items of a list end: a habit of good
 * papers, not a rule of the decree.
 */
#include "check/run.h"
#include "text/utf8.h"
#include "text/viet.h"

enum { WORDS_MIN = 12 /* of a paragraph that must be a sentence */ };

/* The paragraph of an item; NULL if more than a paragraph stands in it. */
static const struct node *
only_paragraph(const struct node *item)
{
	const struct node *p = item->first;

	return p != NULL && p->next == NULL && p->kind == NODE_PARAGRAPH ? p :
									   NULL;
}

/* The last character of an item, 0 if it holds more than a paragraph. */
static uint32_t
end_of(struct check *c, const struct node *item, struct flat *f)
{
	const struct node *p = only_paragraph(item);

	if (p == NULL)
		return 0;
	*f = flat_of(c, p);
	f->text = utf8_trim(f->text);
	return utf8_before(f->text, f->text.n);
}

static void
bad_end(struct check *c, enum diag_id id, const struct flat *f)
{
	size_t last = f->text.n;

	do
		last--;
	while (last > 0 && ((unsigned char)f->text.p[last] & 0xC0) == 0x80);
	diag_add(c->ds, id, flat_pos(f, last), "%.*s",
	    STR_ARG(quote(c->a, words_around(f->text, last))));
}

static bool
is_open_end(uint32_t ch)
{
	return ch == ',' || ch == ':' || viet_is_letter(ch) ||
	    (ch >= '0' && ch <= '9') || ch == '%' || ch == ')';
}

/* Do most items before the last one end with a semicolon, at least two? */
static bool
is_list_of_semicolons(struct check *c, const struct node *list)
{
	unsigned semicolons = 0, others = 0;
	struct flat f;

	for (const struct node *i = list->first; i != NULL && i->next != NULL;
	     i = i->next) {
		if (end_of(c, i, &f) == ';')
			semicolons++;
		else
			others++;
	}
	return semicolons >= 2 && semicolons > others;
}

/* What stands behind the list does not go on with it. */
static bool
is_closed(const struct node *list)
{
	if (list->parent->kind == NODE_ITEM && list->parent->next != NULL)
		return false; /* the outer list goes on */
	return list->next == NULL || list->next->kind == NODE_HEADING ||
	    list->next->kind == NODE_PARAGRAPH ||
	    list->next->kind == NODE_APPENDIX;
}

static void
check_list(struct check *c, const struct node *list)
{
	bool semicolons = is_list_of_semicolons(c, list);
	struct flat f;

	for (const struct node *i = list->first; i != NULL; i = i->next) {
		uint32_t ch = end_of(c, i, &f);

		if (ch == 0)
			continue;
		if (i->next != NULL ? semicolons && is_open_end(ch) :
				      is_closed(list) &&
			    (ch == ',' ||
				(semicolons && (ch == ';' || is_open_end(ch)))))
			bad_end(c, DIAG_TEXT_ITEM_END, &f);
	}
}

/* A whole paragraph in bold is a title. */
static bool
is_title(const struct node *p)
{
	return p->first != NULL && p->first == p->last &&
	    p->first->kind != NODE_TEXT;
}

static void
check_paragraph(struct check *c, const struct node *p)
{
	struct flat f;
	uint32_t ch;

	/* before a list it may be a sentence that a dash broke: read/ tells */
	if (is_title(p) || (p->next != NULL && p->next->kind == NODE_LIST))
		return;
	f = flat_of(c, p);
	f.text = utf8_trim(f.text);
	if (count_words(f.text) < WORDS_MIN || f.text.p[0] == '(')
		return;
	ch = utf8_before(f.text, f.text.n);
	if (ch == ',' || viet_is_letter(ch) || (ch >= '0' && ch <= '9'))
		bad_end(c, DIAG_TEXT_PARAGRAPH_END, &f);
}

/* The main text; appendices may be forms to fill in. */
void
check_endings(struct check *c)
{
	const struct node *root = c->doc->root, *n = root->first, *last = NULL;

	for (; n != NULL; n = n->next)
		if (n->kind == NODE_PARAGRAPH)
			last = n; /* its end is check_end()'s */
	for (n = root; n != NULL;) {
		if (n->kind == NODE_APPENDIX || n->kind == NODE_FOOTNOTE) {
			n = node_skip(n, root);
			continue;
		}
		if (n->kind == NODE_LIST)
			check_list(c, n);
		else if (n->kind == NODE_PARAGRAPH && n->parent == root &&
		    n != last)
			check_paragraph(c, n);
		n = node_next(n, root);
	}
}
