/*
 * blocks.c - what headings, paragraphs, lists and notes have in common in both
 * forms: typed labels, the order of heading levels, what may not be empty.
 */
#include "read/reader.h"
#include "text/label.h"
#include "text/utf8.h"

/* The first TEXT under block, if nothing but marks stands before it. */
static struct node *
first_text(struct node *block)
{
	struct node *n = block->first;

	while (n != NULL && n->kind != NODE_TEXT)
		n = n->first;
	return n;
}

/* A text begins behind what was cut off: drop blanks there. */
static void
trim_start(struct node *text, size_t n)
{
	struct str s = text->as.text;

	while (n < s.n && s.p[n] == ' ')
		n++;
	text->pos.col += (uint32_t)utf8_count(str_sub(s, 0, n));
	text->as.text = str_sub(s, n, s.n);
	while (text->as.nlines > 0 && text->as.line->at <= text->as.text.p) {
		text->pos = text->as.line->pos;
		text->as.line++;
		text->as.nlines--;
	}
}

/* Take out an empty text and the marks that held only it. */
static void
drop_empty(struct node *n, const struct node *block)
{
	struct node *up;

	while (n != block && n->first == NULL) {
		up = n->parent;
		node_unlink(n);
		n = up;
	}
}

/*
 * Cut the label that block's text begins with off it.  A label that is all
 * there is stays: it is the text.
 */
static struct str
cut_label(struct node *block, struct node *text, struct label label)
{
	struct str s = text->as.text;
	struct str cut = str_trim(str_sub(s, 0, label.length));

	if (label.length >= s.n && block->first == block->last &&
	    (text == block->first || text->parent->first == text->parent->last))
		return STR_NONE;
	trim_start(text, label.length);
	if (text->as.text.n > 0)
		return cut;
	drop_empty(text, block);
	text = first_text(block);
	if (text != NULL)
		trim_start(text, 0);
	if (text != NULL && text->as.text.n == 0)
		drop_empty(text, block);
	return cut;
}

static struct str
heading_label(struct node *h)
{
	struct node *text = first_text(h);
	struct label label;

	if (text == NULL)
		return STR_NONE;
	label = label_parse(text->as.text);
	return label.kind == LABEL_NONE ? STR_NONE : cut_label(h, text, label);
}

/* "C. Mác ..." begins a sentence; "1- ..." and "a. ..." are badly typed labels.
 */
static bool
is_paragraph_label(struct label label)
{
	return label.well_formed || label.kind == LABEL_KHOAN ||
	    label.kind == LABEL_DIEM || label.kind == LABEL_DASH ||
	    label.kind == LABEL_PLUS;
}

static struct str
paragraph_label(struct node *p)
{
	struct label label;

	if (p->first->kind != NODE_TEXT)
		return STR_NONE;
	label = label_parse(p->first->as.text);
	if (label.kind == LABEL_NONE || !is_paragraph_label(label))
		return STR_NONE;
	return cut_label(p, p->first, label);
}

void
block_heading(struct reader *r, struct node *h)
{
	unsigned level = h->as.heading.level;

	if (level > MAX_HEADING) {
		diag_add(r->ds, DIAG_READ_HEADING_DEEP, h->pos, "%u > %u",
		    level, (unsigned)MAX_HEADING);
		h->as.heading.level = level = MAX_HEADING;
	} else if (level > r->level + 1) {
		diag_add(r->ds, DIAG_READ_HEADING_SKIPPED, h->pos, "%u -> %u",
		    r->level, level);
	}
	r->level = level;
	if (h->first == NULL) {
		diag_add(r->ds, DIAG_READ_HEADING_EMPTY, h->pos, "%s", "");
		return;
	}
	if (h->as.heading.label.n == 0)
		h->as.heading.label = heading_label(h);
	node_append(r->at, h);
}

/* What parts the words of "Phụ lục I: TÊN", "Phụ lục I - TÊN"; its length. */
static size_t
parting(struct str s)
{
	if (s.n > 0 && (s.p[0] == ' ' || s.p[0] == ':' || s.p[0] == '.' ||
	    s.p[0] == '-'))
		return 1;
	return str_starts(s, STR("–")) ? STR("–").n : 0;
}

/* Bytes of the word at the beginning of s. */
static size_t
first_word(struct str s)
{
	size_t n = 0;

	while (n < s.n && parting(str_sub(s, n, s.n)) == 0)
		n++;
	return n;
}

bool
appendix_word(struct str s, struct str *number, size_t *title)
{
	static const char *const words[] = {
		"Phụ lục", "PHỤ LỤC", "phụ lục", "Phụ Lục"
	};
	size_t at = 0, n = 0;

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (str_starts(s, str_of(words[i])))
			at = str_of(words[i]).n;
	if (at == 0 || first_word(str_sub(s, at, s.n)) > 0)
		return false;
	while (at < s.n && s.p[at] == ' ')
		at++;
	n = first_word(str_sub(s, at, s.n));
	*number = str_sub(s, at, at + n);
	if (roman_parse(*number) > 0 || parse_count(*number, MAX_NODES) > 0)
		at += n;
	else
		*number = STR_NONE;
	while ((n = parting(str_sub(s, at, s.n))) > 0)
		at += n;
	*title = at;
	return true;
}

void
block_appendix(struct reader *r, struct node *n)
{
	r->level = 1; /* its headings may begin with either level */
	node_append(r->root, n);
	r->at = n;
}

void
block_paragraph(struct reader *r, struct node *parent, struct node *p)
{
	(void)r;
	if (p->first == NULL)
		return;
	if (p->as.paragraph.label.n == 0)
		p->as.paragraph.label = paragraph_label(p);
	node_append(parent, p);
}

void
block_list(struct node *parent, struct node *list)
{
	if (list->first != NULL)
		node_append(parent, list);
}

void
block_item(
    struct reader *r, struct node *list, struct node *item, size_t before)
{
	if (item->first != NULL)
		node_append(list, item);
	else if (r->ds->n == before)
		diag_add(r->ds, DIAG_READ_ITEM_EMPTY, item->pos, "%s", "");
}

struct node *
note_new(struct reader *r, struct pos pos)
{
	struct node *note = reader_node(r, NODE_FOOTNOTE, pos);

	if (r->notes.n >= MAX_NOTES)
		reader_stop(r, pos, r->notes.n + 1, MAX_NOTES);
	*vec_add(r->a, &r->notes) = note;
	note->as.footnote.number = (unsigned)r->notes.n;
	return note;
}

void
note_end(struct reader *r, struct node *note, struct node *p)
{
	if (p != NULL && p->first != NULL)
		node_append(note, p);
	else
		diag_add(r->ds, DIAG_READ_NOTE_EMPTY, note->pos, "%s", "");
}
