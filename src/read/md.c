/*
 * md.c - Markdown to the tree: the library's blocks, and notes.  Its tree is
 * walked by calls only over list items, which are bounded; everything else by
 * its iterator.
 */
#include <string.h>

#include "read/md_tree.h"
#include "text/utf8.h"

enum { MAX_HASHES = 6 }; /* before a heading, to CommonMark */

static void take_blocks(
    struct md *m, cmark_node *c, struct node *parent, unsigned depth);

/* "{#chi-dao}" at the end of a heading is its id. */
static void
heading_id(struct md *m, struct node *h)
{
	struct node *last = h->last;
	struct str id;

	if (last == NULL || last->kind != NODE_TEXT ||
	    !cut_attributes(&last->as.text, &id))
		return;
	h->as.heading.id = reader_id(m->r, str_sub(id, 1, id.n), h->pos);
	if (last->as.text.n == 0)
		node_unlink(last);
}

/* What stands in braces: "#pl-1 ngang"; ngang: a page turned. */
static void
appendix_attributes(struct md *m, struct node *n, struct str attributes)
{
	struct str word;

	while (str_split(&attributes, ' ', &word)) {
		if (str_starts(word, STR("#")))
			n->as.appendix.id =
			    reader_id(m->r, str_sub(word, 1, word.n), n->pos);
		else if (str_is(word, "ngang"))
			n->as.appendix.landscape = true;
		else if (word.n > 0)
			diag_add(m->r->ds, DIAG_READ_ID_INVALID, n->pos,
			    "\"%.*s\"", STR_ARG(word));
	}
}

/* "# Phụ lục I: TÊN PHỤ LỤC {#pl-1 ngang}"; its title is plain text. */
static bool
take_appendix(struct md *m, const struct node *h)
{
	struct node *n;
	struct str text, number, attributes;
	size_t title;

	if (h->as.heading.level != 1 || h->first == NULL)
		return false;
	text = node_text(m->r->a, h);
	if (!appendix_word(text, &number, &title))
		return false;
	n = reader_node(m->r, NODE_APPENDIX, h->pos);
	for (const struct node *k = h->first; k != NULL; k = node_next(k, h))
		if (k->kind == NODE_NOTE_REF || k->kind == NODE_LINK)
			diag_add(m->r->ds, DIAG_READ_MARKUP_UNSUPPORTED, k->pos,
			    "%s", node_kind_name(k->kind));
	n->as.appendix.number = number;
	n->as.appendix.title_pos = h->first->pos;
	n->as.appendix.title_pos.col +=
	    (uint32_t)utf8_count(str_sub(text, 0, title));
	text = str_sub(text, title, text.n);
	if (cut_attributes(&text, &attributes))
		appendix_attributes(m, n, attributes);
	n->as.appendix.title = str_trim(text);
	block_appendix(m->r, n);
	return true;
}

/* "# ", not a paragraph with a line of "=" or "-" below it. */
static bool
is_atx(const struct cursor *cur)
{
	struct cursor c = *cur;

	cursor_signs(&c, "#", 7);
	return c.at > cur->at && c.at - cur->at <= MAX_HASHES &&
	    (c.at == c.end || strchr(" \t\n", c.text.p[c.at]) != NULL);
}

static void
take_heading(struct md *m, cmark_node *c, struct node *parent, unsigned depth)
{
	struct span s = { .m = m, .cur = block_cursor(m, c) };
	struct pos pos = pos_of(m, s.cur.at);
	int level = cmark_node_get_heading_level(c);

	(void)depth;
	if (!is_atx(&s.cur)) {
		refuse(m, pos, level == 1 ? "===" : "---");
		return;
	}
	if (parent != m->r->at) {
		diag_add(m->r->ds, DIAG_READ_HEADING_PLACE, pos, "%s", "");
		return;
	}
	s.block = reader_node(m->r, NODE_HEADING, pos);
	s.block->as.heading.level = (unsigned)level;
	cursor_signs(&s.cur, "#", MAX_HASHES);
	cursor_signs(&s.cur, " \t", s.cur.end - s.cur.at);
	take_inlines(&s, c);
	if (m->r->stopped || take_appendix(m, s.block))
		return;
	heading_id(m, s.block);
	block_heading(m->r, s.block);
}

static void
take_paragraph(struct md *m, cmark_node *c, struct node *parent, unsigned depth)
{
	struct span s = { .m = m,
		.parent = parent,
		.splits = true,
		.cur = block_cursor(m, c) };

	(void)depth;
	if (is_broken_table(m, &s.cur) || take_figure(m, c, parent))
		return;
	s.block = reader_node(m->r, NODE_PARAGRAPH, pos_of(m, s.cur.at));
	take_inlines(&s, c);
	if (!m->r->stopped && !take_caption(m, c, parent, s.block))
		block_paragraph(m->r, parent, s.block);
}

/* The number typed before an item, and the sign of a bullet. */
static unsigned
item_sign(const struct md *m, cmark_node *item, char *sign)
{
	size_t at = offset_of(m, cmark_node_get_start_line(item),
	    cmark_node_get_start_column(item));
	unsigned n = 0;

	*sign = at < m->src.text.n ? m->src.text.p[at] : '\0';
	for (; at < m->src.text.n && m->src.text.p[at] >= '0' &&
	     m->src.text.p[at] <= '9' && n < 100000000;
	     at++)
		n = n * 10 + (unsigned)(m->src.text.p[at] - '0');
	return n;
}

/* The library counts on from the first number, whatever is typed below. */
static void
check_number(struct md *m, cmark_node *item, unsigned start, unsigned nth)
{
	char sign;
	unsigned n = item_sign(m, item, &sign);

	if (n != start + nth && n != start)
		diag_add(m->r->ds, DIAG_READ_LIST_NUMBER, block_pos(m, item),
		    "%u (%u)", n, start + nth);
}

/*
 * "+" is the level below "-" in official papers (V.6.b): a list of "+" right
 * behind one of "-" belongs into the last item of that, and the list of "-"
 * goes on behind it.  *depth grows with it.
 */
static struct node *
bullet_parent(struct md *m, cmark_node *c, struct node *parent, unsigned *depth)
{
	struct node *last = parent->last;
	char own, before;

	if (cmark_node_get_list_type(c) != CMARK_BULLET_LIST ||
	    !is_kind(cmark_node_previous(c), "list") || last == NULL ||
	    last->kind != NODE_LIST || last->as.list.ordered)
		return parent;
	(void)item_sign(m, cmark_node_first_child(c), &own);
	(void)item_sign(
	    m, cmark_node_first_child(cmark_node_previous(c)), &before);
	if (own != '+' || before == '+')
		return parent;
	++*depth;
	return last->last;
}

/* The list that c continues behind a list of "+"; NULL if none. */
static struct node *
continued_list(struct md *m, cmark_node *c, struct node *parent)
{
	cmark_node *before = cmark_node_previous(c);
	struct node *last = parent->last;
	char own, between, first;

	if (!is_kind(before, "list") ||
	    !is_kind(cmark_node_previous(before), "list") || last == NULL ||
	    last->kind != NODE_LIST || last->as.list.ordered)
		return NULL;
	(void)item_sign(m, cmark_node_first_child(c), &own);
	(void)item_sign(m, cmark_node_first_child(before), &between);
	(void)item_sign(
	    m, cmark_node_first_child(cmark_node_previous(before)), &first);
	return between == '+' && own == first && own != '+' ? last : NULL;
}

/* The line of the source, without its end. */
static struct str
line_text(struct md *m, int line)
{
	return str_trim(str_sub(
	    m->r->src->text, offset_of(m, line, 1), offset_of(m, line + 1, 1)));
}

/*
 * The same within a list: "- phát triển kinh tế\n- xã hội" makes two items of a
 * phrase.  It is one if the words on both sides stand elsewhere in the file
 * with the dash between them.
 */
static void
check_split_phrase(struct md *m, cmark_node *item)
{
	cmark_node *before = cmark_node_previous(item);
	int line = cmark_node_get_start_line(item);
	struct str last, first, rest, phrase;

	if (before == NULL || cmark_node_get_end_line(before) + 1 != line)
		return;
	last = line_text(m, line - 1);
	rest = line_text(m, line);
	if (!str_starts(rest, STR("- ")))
		return;
	rest = str_sub(rest, 2, rest.n);
	while (str_split(&last, ' ', &first) && last.n > 0)
		;
	last = first;
	str_split(&rest, ' ', &first);
	phrase = str_printf(m->r->a, "%.*s - %.*s", STR_ARG(last),
	    STR_ARG(first));
	if (last.n > 0 && first.n > 0 &&
	    str_find(m->r->src->text, phrase, 0) < m->r->src->text.n)
		diag_add(m->r->ds, DIAG_READ_DASH_WRAPPED, block_pos(m, item),
		    "%s", "");
}

static void
take_items(struct md *m, cmark_node *c, struct node *list, unsigned depth)
{
	unsigned nth = 0;
	cmark_node *item;
	struct node *n;
	size_t before;

	for (item = cmark_node_first_child(c);
	     item != NULL && reader_goes_on(m->r);
	     item = cmark_node_next(item)) {
		n = reader_node(m->r, NODE_ITEM, block_pos(m, item));
		if (list->as.list.ordered)
			check_number(m, item, list->as.list.start, nth++);
		else
			check_split_phrase(m, item);
		before = m->r->ds->n;
		take_blocks(m, item, n, depth);
		if (!m->r->stopped)
			block_item(m->r, list, n, before);
	}
}

/*
 * A list right below a paragraph's line that does not end a clause is mostly
 * no list: "kinh tế\n- xã hội" is one phrase, wrapped before its dash.  Inside
 * an item a list of several is meant as one.
 */
static void
check_interruption(struct md *m, cmark_node *c)
{
	static const char enders[] = ".:;!?";
	cmark_node *before = cmark_node_previous(c);
	int line = cmark_node_get_start_line(c);
	struct str text;

	if (!is_kind(before, "paragraph") ||
	    cmark_node_get_end_line(before) + 1 != line)
		return;
	if (is_kind(cmark_node_parent(c), "item") &&
	    cmark_node_next(cmark_node_first_child(c)) != NULL)
		return;
	text = line_text(m, line - 1);
	if (text.n > 0 && strchr(enders, text.p[text.n - 1]) == NULL)
		diag_add(m->r->ds, DIAG_READ_DASH_WRAPPED, block_pos(m, c),
		    "%s", "");
}

static void
take_list(struct md *m, cmark_node *c, struct node *parent, unsigned depth)
{
	struct node *list = continued_list(m, c, parent);
	int start = cmark_node_get_list_start(c);

	check_interruption(m, c);
	if (list != NULL) {
		take_items(m, c, list, depth + 1);
		return;
	}
	parent = bullet_parent(m, c, parent, &depth);
	list = reader_node(m->r, NODE_LIST, block_pos(m, c));
	if (depth >= MAX_LIST_DEPTH) {
		diag_add(m->r->ds, DIAG_READ_LIST_DEEP, list->pos, "%u > %u",
		    depth + 1, (unsigned)MAX_LIST_DEPTH);
		return;
	}
	list->as.list.ordered =
	    cmark_node_get_list_type(c) == CMARK_ORDERED_LIST;
	if (list->as.list.ordered && start < 1)
		diag_add(m->r->ds, DIAG_READ_LIST_NUMBER, list->pos, "%d (1)",
		    start);
	else if (list->as.list.ordered)
		list->as.list.start = (unsigned)start;
	take_items(m, c, list, depth + 1);
	if (!m->r->stopped)
		block_list(parent, list);
}

/* --- what is refused, and comments ------------------------------------- */

/* Definitions inside a comment are none. */
static void
forget_notes(struct md *m, uint32_t line, struct str comment)
{
	uint32_t end = line;

	for (size_t i = 0; i + 1 < comment.n; i++)
		end += comment.p[i] == '\n';
	for (size_t i = 0; i < m->src.defs.n; i++)
		if (m->src.defs.v[i].line >= line &&
		    m->src.defs.v[i].line <= end)
			m->src.defs.v[i].met = true;
}

static void
take_html(struct md *m, cmark_node *c, struct node *parent, unsigned depth)
{
	struct str html = str_of(cmark_node_get_literal(c));
	struct pos pos = block_pos(m, c);
	size_t end;

	(void)parent;
	(void)depth;
	forget_notes(m, pos.line, html);
	html = str_trim(html);
	while (str_starts(html, STR("<!--"))) {
		end = str_find(html, STR("-->"), 4);
		if (end == html.n) {
			diag_add(
			    m->r->ds, DIAG_READ_COMMENT_OPEN, pos, "%s", "");
			m->r->stopped = true; /* the rest is not known */
			return;
		}
		html = str_trim(str_sub(html, end + 3, html.n));
	}
	if (str_starts(html, STR("<")))
		refuse_html(m, pos, html);
	else if (html.n > 0) /* text behind a comment is no text to Markdown */
		refuse(m, pos, "<!--");
}

static void
take_code(struct md *m, cmark_node *c, struct node *parent, unsigned depth)
{
	int length, offset;
	char sign[4] = "```";

	(void)parent;
	(void)depth;
	if (cmark_node_get_fenced(c, &length, &offset, &sign[0])) {
		sign[1] = sign[2] = sign[0];
		refuse(m, block_pos(m, c), sign);
	} else {
		diag_add(
		    m->r->ds, DIAG_READ_INDENT_DEEP, block_pos(m, c), "%s", "");
	}
}

static void
take_quote(struct md *m, cmark_node *c, struct node *parent, unsigned depth)
{
	(void)parent;
	(void)depth;
	refuse(m, block_pos(m, c), ">");
}

static void
take_rule(struct md *m, cmark_node *c, struct node *parent, unsigned depth)
{
	struct cursor cur = block_cursor(m, c);
	char sign[4] = "---";

	(void)parent;
	(void)depth;
	if (cur.at < cur.end)
		memset(sign, cur.text.p[cur.at], 3);
	refuse(m, pos_of(m, cur.at), sign);
}

/* The text of a note: one paragraph. */
static void
take_note(struct md *m, cmark_node *c, unsigned number)
{
	struct node *note = m->r->notes.v[number - 1];
	cmark_node *p = cmark_node_first_child(c);
	struct span s = { .m = m };

	if (p == NULL) {
		note_end(m->r, note, NULL);
		return;
	}
	if (!is_kind(p, "paragraph") || cmark_node_next(p) != NULL) {
		diag_add(m->r->ds, DIAG_READ_NOTE_CONTENT,
		    block_pos(
			m, is_kind(p, "paragraph") ? cmark_node_next(p) : p),
		    "%s", "");
		return;
	}
	s.cur = block_cursor(m, p);
	s.block = reader_node(m->r, NODE_PARAGRAPH, pos_of(m, s.cur.at));
	m->in_note = true;
	take_inlines(&s, p);
	m->in_note = false;
	if (!m->r->stopped)
		note_end(m->r, note, s.block);
}

/* clang-format off */
static const struct {
	const char *name;
	void (*take)(struct md *, cmark_node *, struct node *, unsigned);
} block_kinds[] = {
	{ "heading", take_heading },
	{ "paragraph", take_paragraph },
	{ "list", take_list },
	{ "table", take_table },
	{ "html_block", take_html },
	{ "code_block", take_code },
	{ "block_quote", take_quote },
	{ "thematic_break", take_rule },
};
/* clang-format on */

static void
take_blocks(struct md *m, cmark_node *c, struct node *parent, unsigned depth)
{
	const size_t n = sizeof(block_kinds) / sizeof(block_kinds[0]);
	bool top = parent == m->r->root;

	for (c = cmark_node_first_child(c); c != NULL && reader_goes_on(m->r);
	     c = cmark_node_next(c))
		for (size_t i = 0; i < n; i++)
			if (is_kind(c, block_kinds[i].name))
				block_kinds[i].take(
				    m, c, top ? m->r->at : parent, depth);
}

/* --- notes and the whole ----------------------------------------------- */

static struct note_def *
note_def_at(struct md *m, uint32_t line)
{
	for (size_t i = 0; i < m->src.defs.n; i++)
		if (m->src.defs.v[i].line == line)
			return &m->src.defs.v[i];
	return NULL;
}

/*
 * The library puts the notes that are referred to last, in the order of its
 * numbers, which also counts marks in what we refuse.
 */
static void
take_notes(struct md *m, cmark_node *root)
{
	struct note_def *def;
	unsigned ix = 0;

	for (cmark_node *c = cmark_node_first_child(root);
	     c != NULL && !m->r->stopped; c = cmark_node_next(c)) {
		if (cmark_node_get_type(c) != CMARK_NODE_FOOTNOTE_DEFINITION)
			continue;
		def = note_def_at(m, (uint32_t)cmark_node_get_start_line(c));
		if (ix >= m->nnumbers)
			break;
		/* no mark of ours: set in what was refused, or in a note */
		if (m->number[ix++] == 0) {
			if (def != NULL)
				def->met = diags_have_errors(m->r->ds);
			continue;
		}
		if (def != NULL) {
			def->met = true;
			m->r->notes.v[m->number[ix - 1] - 1]->pos = def->pos;
		}
		take_note(m, c, m->number[ix - 1]);
	}
}

/* Definitions the library dropped: of a label met before, or of no mark. */
static void
check_notes(struct md *m)
{
	for (size_t i = 0; i < m->src.defs.n; i++) {
		struct note_def *def = &m->src.defs.v[i];
		bool twice = false;

		for (size_t k = 0; k < i && !def->met; k++)
			twice =
			    twice || str_eq(m->src.defs.v[k].label, def->label);
		if (!def->met)
			diag_add(m->r->ds,
			    twice ? DIAG_READ_NOTE_DUPLICATE :
				    DIAG_READ_NOTE_UNUSED,
			    def->pos, "\"[^%.*s]\"", STR_ARG(def->label));
	}
}

static unsigned
count_notes(cmark_node *root)
{
	unsigned n = 0;

	for (cmark_node *c = cmark_node_first_child(root); c != NULL;
	     c = cmark_node_next(c))
		n += cmark_node_get_type(c) == CMARK_NODE_FOOTNOTE_DEFINITION;
	return n;
}

static cmark_node *
parse(struct str text)
{
	cmark_parser *parser;
	cmark_node *root;

	cmark_gfm_core_extensions_ensure_registered();
	parser = cmark_parser_new(CMARK_OPT_FOOTNOTES);
	cmark_parser_attach_syntax_extension(
	    parser, cmark_find_syntax_extension("table"));
	cmark_parser_feed(parser, text.p, text.n);
	root = cmark_parser_finish(parser);
	cmark_parser_free(parser);
	return root;
}

/* A copy of the source in which the first n bytes are blanks and line ends. */
static struct str
blanked(struct reader *r, size_t n)
{
	struct str text = r->src->text;
	char *copy = arena_strndup(r->a, text.p, text.n);

	for (size_t i = 0; i < n && i < text.n; i++)
		if (copy[i] != '\n')
			copy[i] = ' ';
	return (struct str) { copy, text.n };
}

bool
md_read(struct reader *r)
{
	struct md m = { .r = r };
	cmark_node *root;
	size_t end = 0;
	bool ok = front_matter_read(r, &end);

	if (end > r->src->text.n) /* never closed: there is no body */
		return false;
	m.src.text = blanked(r, end);
	md_scan(r, &m.src);
	if (r->stopped)
		return false;
	root = parse(m.src.text);
	m.nnumbers = count_notes(root);
	m.number = NEW_ARRAY(r->a, m.nnumbers + 1, unsigned);
	take_blocks(&m, root, r->root, 0);
	take_notes(&m, root);
	if (!r->stopped)
		check_notes(&m);
	cmark_node_free(root);
	return ok;
}
