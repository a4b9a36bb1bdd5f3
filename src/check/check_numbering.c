/*
 * check_numbering.c - typed numbers of headings and paragraphs: their form,
 * their level, their sequence (II.6.đ, V.6).  Numbers that are left out are
 * given by the layout; the typed ones must be those that it would give.
 */
#include <string.h>

#include "check/run.h"
#include "text/utf8.h"

enum { LEVEL_MAX = 3, KINDS = LABEL_DECIMAL + 1, DEPTH_MAX = 32 };

/* A sequence of one kind.  After a gap two numbers may follow. */
struct counter {
	unsigned last, other;
};

struct numbering {
	struct check *c;
	unsigned shift; /* 1: the first level is Phần or Chương */
	struct counter heading[LEVEL_MAX + 1];
	struct counter paragraph[KINDS]; /* since the last heading */
	unsigned article;                /* the last Điều, whole document */
	unsigned typed[LEVEL_MAX + 1], untyped[LEVEL_MAX + 1];
};

static const enum label_kind kind_of_depth[] = { LABEL_MUC, LABEL_KHOAN,
	LABEL_DIEM, LABEL_DASH };

/* What a heading of this level is numbered with (scheme b of V.6). */
static enum label_kind
kind_of_level(const struct numbering *n, unsigned level)
{
	if (n->shift == 1 && level == 1)
		return LABEL_PHAN;
	return kind_of_depth[level - 1 - n->shift];
}

static void
bad_label(struct numbering *n, enum diag_id id, struct pos pos,
    struct str typed, enum label_kind kind, unsigned number)
{
	diag_add(n->c->ds, id, pos, "\"%.*s\"", STR_ARG(typed));
	if (number > 0 && kind != LABEL_DECIMAL)
		diag_near(n->c->ds, label_print(n->c->a, kind, number));
}

/*
 * The number must follow the last one.  Behind a gap either the sequence as
 * typed or the one as it should be may go on, so that a gap is one finding.
 */
static void
count(struct numbering *n, struct counter *k, const struct label *label,
    struct str typed, struct pos pos)
{
	unsigned next = k->last + 1;

	if (label->number == next ||
	    (k->other > 0 && label->number == k->other + 1)) {
		*k = (struct counter){ label->number, 0 };
		return;
	}
	bad_label(n, DIAG_TEXT_LABEL_SEQUENCE, pos, typed, label->kind, next);
	*k = (struct counter){ label->number, next };
}

/* Điều are numbered through the whole document. */
static void
count_article(struct numbering *n, const struct label *label, struct str typed,
    struct pos pos)
{
	if (label->number != n->article + 1)
		bad_label(n, DIAG_TEXT_LABEL_SEQUENCE, pos, typed, LABEL_DIEU,
		    n->article + 1);
	n->article = label->number;
}

static void
check_typed(struct numbering *n, const struct node *h, struct label label)
{
	unsigned level = h->as.heading.level;
	enum label_kind kind = kind_of_level(n, level);
	struct str typed = h->as.heading.label;
	bool chapter = label.kind == LABEL_CHUONG && kind == LABEL_PHAN;

	if (label.kind == LABEL_DIEU) {
		count_article(n, &label, typed, h->pos);
		return;
	}
	if (label.kind == LABEL_DECIMAL)
		bad_label(n, DIAG_TEXT_LABEL_DECIMAL, h->pos, typed, kind, 0);
	else if (label.kind != kind && !chapter)
		bad_label(n, DIAG_TEXT_LABEL_LEVEL, h->pos, typed, kind,
		    label.number);
	else if (!label.well_formed)
		bad_label(n, DIAG_TEXT_LABEL_FORM, h->pos, typed, label.kind,
		    label.number);
	if (label.kind == kind || chapter)
		count(n, &n->heading[level], &label, typed, h->pos);
	else
		n->heading[level].last++;
}

static void
check_mixed(struct numbering *n, const struct node *h, bool typed)
{
	unsigned level = h->as.heading.level;
	unsigned *own = typed ? n->typed : n->untyped;
	unsigned *other = typed ? n->untyped : n->typed;

	if (own[level]++ == 0 && other[level] > 0)
		diag_add(n->c->ds, DIAG_TEXT_LABEL_MIXED, h->pos, "%.*s",
		    STR_ARG(quote(n->c->a, node_text(n->c->a, h))));
}

static void
check_title(struct numbering *n, const struct node *h)
{
	struct str title = str_trim(node_text(n->c->a, h));

	if (title.n == 0)
		return; /* found by the reader */
	if (label_parse(title).length == title.n)
		diag_add(n->c->ds, DIAG_TEXT_HEADING_EMPTY, h->pos, "%.*s",
		    STR_ARG(quote(n->c->a, title)));
	else if (title.p[title.n - 1] == ':')
		diag_add(n->c->ds, DIAG_TEXT_HEADING_COLON, h->pos, "%.*s",
		    STR_ARG(quote(n->c->a, title)));
	else if (label_parse(h->as.heading.label).kind != LABEL_DIEU &&
	    strchr(".;,", title.p[title.n - 1]) != NULL)
		diag_add(n->c->ds, DIAG_TEXT_HEADING_END, h->pos, "%.*s",
		    STR_ARG(quote(n->c->a, title)));
}

static void
check_heading(struct numbering *n, const struct node *h)
{
	unsigned level = h->as.heading.level;
	struct label label = label_parse(h->as.heading.label);

	check_title(n, h);
	for (unsigned i = level + 1; i <= LEVEL_MAX; i++)
		n->heading[i] = (struct counter){ 0, 0 };
	for (unsigned i = 0; i < KINDS; i++)
		n->paragraph[i] = (struct counter){ 0, 0 };
	if (label.kind != LABEL_DIEU)
		check_mixed(n, h, label.kind != LABEL_NONE);
	if (label.kind != LABEL_NONE)
		check_typed(n, h, label);
	else
		n->heading[level] =
		    (struct counter){ n->heading[level].last + 1, 0 };
}

/*
 * The first number of paragraphs may go on where headings of the same kind
 * stopped: "## 1. ..." and then a paragraph "2. ...".
 */
static void
begin_paragraphs(struct numbering *n, struct counter *k,
    const struct label *label)
{
	for (unsigned level = 1; level <= LEVEL_MAX; level++)
		if (k->last == 0 && kind_of_level(n, level) == label->kind &&
		    label->number > 1)
			k->other = n->heading[level].last;
}

static void
check_paragraph(struct numbering *n, const struct node *p)
{
	struct str typed = p->as.paragraph.label;
	struct label label = label_parse(typed);

	if (label.kind == LABEL_NONE) /* "**Điều 1.** ..." has none */
		label = label_parse(node_text(n->c->a, p));
	if (label.kind == LABEL_DIEU) {
		count_article(n, &label,
		    label_print(n->c->a, LABEL_DIEU, label.number), p->pos);
		n->paragraph[LABEL_KHOAN] = n->paragraph[LABEL_DIEM] =
		    (struct counter){ 0, 0 };
		return;
	}
	if (typed.n == 0)
		return;
	if (label.kind == LABEL_DECIMAL)
		bad_label(n, DIAG_TEXT_LABEL_DECIMAL, p->pos, typed,
		    LABEL_DECIMAL, 0);
	if (label.kind != LABEL_KHOAN && label.kind != LABEL_DIEM)
		return;
	if (!label.well_formed)
		bad_label(n, DIAG_TEXT_LABEL_FORM, p->pos, typed, label.kind,
		    label.number);
	if (label.kind == LABEL_KHOAN)
		n->paragraph[LABEL_DIEM] = (struct counter){ 0, 0 };
	begin_paragraphs(n, &n->paragraph[label.kind], &label);
	count(n, &n->paragraph[label.kind], &label, typed, p->pos);
}

static void check_blocks(struct numbering *n, const struct node *first,
    unsigned depth);

/*
 * Items of a numbered list are khoản; Markdown gives only the number of the
 * first.  What stands inside an item counts on its own.
 */
static void
check_list(struct numbering *n, const struct node *list, unsigned depth)
{
	struct counter *k = &n->paragraph[LABEL_KHOAN];
	struct label label = { LABEL_KHOAN, list->as.list.start, true, 0 };
	struct counter outer[KINDS];
	const struct node *item;
	unsigned items = 0;

	for (unsigned i = 0; i < KINDS; i++)
		outer[i] = n->paragraph[i];
	for (item = list->first; item != NULL; item = item->next, items++) {
		for (unsigned i = 0; i < KINDS; i++)
			n->paragraph[i] = (struct counter){ 0, 0 };
		check_blocks(n, item->first, depth + 1);
	}
	for (unsigned i = 0; i < KINDS; i++)
		n->paragraph[i] = outer[i];
	if (!list->as.list.ordered || items == 0)
		return;
	n->paragraph[LABEL_DIEM] = (struct counter){ 0, 0 };
	if (label.number == 1)
		*k = (struct counter){ 0, 0 };
	begin_paragraphs(n, k, &label);
	count(n, k, &label, label_print(n->c->a, LABEL_KHOAN, label.number),
	    list->pos);
	k->last += items - 1;
}

static void
check_blocks(struct numbering *n, const struct node *first, unsigned depth)
{
	const struct node *b;

	if (depth > DEPTH_MAX)
		return;
	for (b = first; b != NULL; b = b->next) {
		if (b->kind == NODE_HEADING &&
		    b->as.heading.level <= LEVEL_MAX)
			check_heading(n, b);
		else if (b->kind == NODE_PARAGRAPH)
			check_paragraph(n, b);
		else if (b->kind == NODE_LIST)
			check_list(n, b, depth);
	}
}

/* Phần or Chương at the first level moves the others down by one. */
static unsigned
find_shift(const struct node *root)
{
	const struct node *b;
	enum label_kind kind;

	for (b = root->first; b != NULL; b = b->next) {
		if (b->kind != NODE_HEADING || b->as.heading.level != 1)
			continue;
		kind = label_parse(b->as.heading.label).kind;
		if (kind == LABEL_PHAN || kind == LABEL_CHUONG)
			return 1;
	}
	return 0;
}

/* The headings under root; an appendix counts on its own. */
static void
check_under(struct check *c, const struct node *root)
{
	struct numbering n = { .c = c, .shift = find_shift(root) };

	check_blocks(&n, root->first, 0);
}

void
check_numbering(struct check *c)
{
	const struct node *n;

	check_under(c, c->doc->root);
	for (n = c->doc->root->first; n != NULL; n = n->next)
		if (n->kind == NODE_APPENDIX)
			check_under(c, n);
}
