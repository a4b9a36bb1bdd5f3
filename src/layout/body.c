/*
 * body.c - the content: headings, paragraphs and lists, with their numbers.
 *
 * The numbers are made here when the author has not typed them; a typed one is
 * kept as it is (check/ has judged it) and the next is counted from it.
 */
#include "layout/build.h"

/* How a heading level is numbered and set. */
struct level {
	enum label_kind label;
	enum style_id style;
};

/* V.6b: mục, khoản, điểm; what is deeper has a dash by custom. */
static const struct level by_muc[HEADING_LEVELS] = {
	{ LABEL_MUC, STYLE_HEADING1 },
	{ LABEL_KHOAN, STYLE_HEADING2 },
	{ LABEL_DIEM, STYLE_HEADING3 },
	{ LABEL_DASH, STYLE_HEADING3 },
};

/* II.6.đ for decisions (form 1.2): điều, khoản, điểm. */
static const struct level by_dieu[HEADING_LEVELS] = {
	{ LABEL_DIEU, STYLE_HEADING2 },
	{ LABEL_KHOAN, STYLE_HEADING2 },
	{ LABEL_DIEM, STYLE_HEADING3 },
	{ LABEL_DASH, STYLE_HEADING3 },
};

/*
 * The label of list items by the label above them (heading or outer item):
 * what comes next in mục - khoản - điểm - dash - plus.
 */
static const struct {
	enum label_kind bullet, ordered;
} below[] = {
	[LABEL_NONE] = { LABEL_DASH, LABEL_KHOAN },
	[LABEL_PHAN] = { LABEL_DASH, LABEL_KHOAN },
	[LABEL_CHUONG] = { LABEL_DASH, LABEL_KHOAN },
	[LABEL_DIEU] = { LABEL_DASH, LABEL_KHOAN },
	[LABEL_MUC] = { LABEL_DASH, LABEL_KHOAN },
	[LABEL_KHOAN] = { LABEL_DASH, LABEL_DIEM },
	[LABEL_DECIMAL] = { LABEL_DASH, LABEL_DIEM },
	[LABEL_DIEM] = { LABEL_DASH, LABEL_DASH },
	[LABEL_DASH] = { LABEL_PLUS, LABEL_PLUS },
	[LABEL_PLUS] = { LABEL_PLUS, LABEL_PLUS },
};

static const struct level *
level_of(const struct build *b, unsigned level)
{
	const char *form = doctypes[b->c->type].form;
	const struct level *levels =
	    form != NULL && str_is(str_of(form), "1.2") ? by_dieu : by_muc;

	if (level == 0)
		level = 1;
	return &levels[(level < HEADING_LEVELS ? level : HEADING_LEVELS) - 1];
}

/* The label and a blank, as a run of its own; "Điều 1." is bold (II.6.đ). */
static void
put_label(struct build *b, struct runs *to, struct look how, struct str label)
{
	struct str shown = str_printf(b->arena, "%.*s ", STR_ARG(label));

	if (label.n == 0)
		return;
	how.label = true;
	how.caps = false;
	how.bold = how.bold || label_parse(shown).kind == LABEL_DIEU;
	put_text(b, to, &how, shown);
}

/* The number of heading n in its level, and its label into *label. */
static void
number_heading(struct build *b, const struct node *n, struct str *label)
{
	const struct level *rule = level_of(b, n->as.heading.level);
	unsigned level = n->as.heading.level;
	struct str typed = n->as.heading.label;
	struct label read =
	    label_parse(str_printf(b->arena, "%.*s ", STR_ARG(typed)));

	if (level == 0)
		level = 1;
	if (level > HEADING_LEVELS)
		level = HEADING_LEVELS;
	b->heading[level - 1]++;
	for (unsigned i = level; i < HEADING_LEVELS; i++)
		b->heading[i] = 0;
	b->governing = rule->label;
	*label = typed;
	if (typed.n == 0) {
		*label =
		    label_print(b->arena, rule->label, b->heading[level - 1]);
		return;
	}
	if (read.kind != LABEL_NONE)
		b->governing = read.kind;
	if (read.kind == rule->label && read.number > 0)
		b->heading[level - 1] = read.number;
}

/* "Phần I", "Chương I" stand centred on a line of their own (II.6.đ). */
static void
put_part_line(struct build *b, const struct place_of *where, struct str label)
{
	struct place_of line = *where;
	struct look how = look_of(b, where->style, where->pos);
	struct runs runs = { 0 };
	struct lblock *block;

	line.role = ROLE_PARAGRAPH;
	block = add_paragraph(b, &b->body, &line);
	how.caps = false;
	put_text(b, &runs, &how, label);
	set_runs(block, &runs);
	block->as.paragraph.style.align = ALIGN_CENTER;
	block->as.paragraph.style.first = 0;
	block->as.paragraph.style.keep_next = true;
}

static void
put_heading(struct build *b, const struct node *n)
{
	const struct level *rule = level_of(b, n->as.heading.level);
	struct place_of where = { .style = rule->style,
		.role = ROLE_HEADING,
		.level = n->as.heading.level > 0 ? n->as.heading.level : 1,
		.component = COMPONENT_BODY,
		.pos = n->pos };
	struct look how = look_of(b, rule->style, n->pos);
	struct runs runs = { 0 };
	struct lblock *block;
	struct str label;
	bool part;

	number_heading(b, n, &label);
	part = b->governing == LABEL_PHAN || b->governing == LABEL_CHUONG;
	if (part)
		put_part_line(b, &where, label);
	block = add_paragraph(b, &b->body, &where);
	if (!part)
		put_label(b, &runs, how, label);
	put_inline(b, &runs, &how, n);
	set_runs(block, &runs);
	block->as.paragraph.style.keep_next = true;
	if (part) {
		block->as.paragraph.style.align = ALIGN_CENTER;
		block->as.paragraph.style.first = 0;
	}
}

/* A paragraph in a style; label empty: none but the one it brings itself. */
static void
put_paragraph(struct build *b, const struct place_of *where,
    const struct node *n, struct str label)
{
	struct look how = look_of(b, where->style, where->pos);
	struct str typed = n != NULL ? n->as.paragraph.label : STR_NONE;
	struct lblock *block = add_paragraph(b, &b->body, where);
	struct runs runs = { 0 };

	put_label(b, &runs, how, typed.n > 0 ? typed : label);
	if (n != NULL)
		put_inline(b, &runs, &how, n);
	set_runs(block, &runs);
}

/* One item: its first paragraph carries the label. */
static void
put_item(struct build *b, const struct node *item, unsigned depth,
    enum label_kind kind, struct str label)
{
	const struct node *n = item->first;
	struct place_of where = { .style = STYLE_ITEM,
		.role = ROLE_ITEM,
		.level = depth,
		.component = COMPONENT_BODY,
		.pos = item->pos };

	if (n != NULL && n->kind == NODE_PARAGRAPH) {
		where.pos = n->pos;
		put_paragraph(b, &where, n, label);
		n = n->next;
	} else
		put_paragraph(b, &where, NULL, label);
	for (; n != NULL; n = n->next)
		put_block(b, n, depth + 1, kind);
}

enum label_kind
item_label(enum label_kind above, bool ordered)
{
	return ordered ? below[above].ordered : below[above].bullet;
}

static void
put_list(struct build *b, const struct node *list, unsigned depth,
    enum label_kind above)
{
	enum label_kind kind = item_label(above, list->as.list.ordered);
	unsigned number = list->as.list.start > 0 ? list->as.list.start : 1;

	for (const struct node *i = list->first; i != NULL; i = i->next)
		put_item(
		    b, i, depth, kind, label_print(b->arena, kind, number++));
}

void
put_block(struct build *b, const struct node *n, unsigned depth,
    enum label_kind above)
{
	struct place_of where = { .style = STYLE_BODY,
		.role = ROLE_PARAGRAPH,
		.component = COMPONENT_BODY,
		.pos = n->pos };

	switch (n->kind) {
	case NODE_HEADING:
		put_heading(b, n);
		break;
	case NODE_PARAGRAPH:
		put_paragraph(b, &where, n, STR_NONE);
		break;
	case NODE_LIST:
		put_list(b, n, depth, above);
		break;
	case NODE_TABLE:
		put_table(b, n);
		break;
	case NODE_IMAGE:
		put_figure(b, n);
		break;
	default: /* put_notes() and put_appendices() have the others */
		break;
	}
}

void
put_body(struct build *b)
{
	for (const struct node *n = b->c->doc->root->first; n != NULL;
	     n = n->next)
		put_block(b, n, 1, b->governing);
}
