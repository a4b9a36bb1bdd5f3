/*
 * md_inline.c - the inline content of one Markdown block: text, marks, links,
 * images, note marks; paragraphs that are split at typed labels.
 */
#include <stdlib.h>
#include <string.h>

#include "read/md_tree.h"
#include "text/label.h"

/*
 * "[^label]" left in a text is a mark whose text is missing, unless its bracket
 * is escaped.
 */
static void
take_text(struct span *s, struct str text)
{
	size_t hit, at;

	for (;;) {
		hit = str_find(text, STR("[^"), 0);
		at = cursor_take(&s->cur, str_sub(text, 0, hit));
		ink_text(&s->ink, str_sub(text, 0, hit), pos_of(s->m, at));
		if (hit == text.n)
			return;
		text = str_sub(text, hit, text.n);
		hit = str_find(text, STR("]"), 0);
		hit = hit == text.n ? hit : hit + 1;
		at = cursor_take(&s->cur, str_sub(text, 0, hit));
		if (hit > 3 && text.p[hit - 1] == ']' &&
		    s->cur.text.p[at] == '[')
			diag_add(s->m->r->ds, DIAG_READ_NOTE_MISSING,
			    pos_of(s->m, at), "\"%.*s\"",
			    STR_ARG(str_sub(text, 0, hit)));
		ink_text(&s->ink, str_sub(text, 0, hit), pos_of(s->m, at));
		text = str_sub(text, hit, text.n);
	}
}

/* Our number for the library's; 0 when the mark may not be used (reported). */
static unsigned
note_number(struct md *m, unsigned ix, struct str label, struct pos pos)
{
	if (m->in_note) {
		diag_add(m->r->ds, DIAG_READ_NOTE_PLACE, pos, "\"[^%.*s]\"",
		    STR_ARG(label));
		return 0;
	}
	if (ix == 0 || ix > m->nnumbers)
		return 0;
	if (m->number[ix - 1] != 0) {
		diag_add(m->r->ds, DIAG_READ_NOTE_REPEATED, pos, "\"[^%.*s]\"",
		    STR_ARG(label));
		return 0;
	}
	m->number[ix - 1] = note_new(m->r, pos)->as.footnote.number;
	return m->number[ix - 1];
}

static void
take_note_ref(struct span *s, cmark_node *c)
{
	const char *literal = cmark_node_get_literal(c);
	size_t at = s->cur.at;
	struct str label = cursor_note(&s->cur);
	struct pos pos;
	unsigned n;

	if (label.p != NULL)
		at = (size_t)(label.p - s->cur.text.p) - 2;
	pos = pos_of(s->m, at);
	n = literal == NULL ? 0 : (unsigned)strtoul(literal, NULL, 10);
	n = note_number(s->m, n, label, pos);
	if (n > 0)
		ink_leaf(&s->ink, NODE_NOTE_REF, pos)->as.note_ref.number = n;
}

static void
enter_mark(struct span *s, cmark_node *c, enum node_kind kind)
{
	struct pos pos = pos_of(s->m, s->cur.at);
	struct node *n = ink_open(&s->ink, kind, pos);
	const char *title;

	if (kind != NODE_LINK) {
		cursor_signs(&s->cur, "*_", kind == NODE_STRONG ? 2 : 1);
		return;
	}
	cursor_signs(&s->cur, "[<", 1);
	if (n == NULL)
		return;
	n->as.link.url = str_dup(s->m->r->a, str_of(cmark_node_get_url(c)));
	check_link(s->m->r, n->as.link.url, pos);
	title = cmark_node_get_title(c);
	if (title != NULL && title[0] != '\0')
		refuse(s->m, pos, title);
}

static void
exit_mark(struct span *s, enum node_kind kind)
{
	if (kind == NODE_LINK)
		cursor_link_end(&s->cur);
	else
		cursor_signs(&s->cur, "*_", kind == NODE_STRONG ? 2 : 1);
	ink_close(&s->ink);
}

/* One that stands alone is read by md_figure.c and does not come here. */
static void
exit_image(struct span *s, cmark_node *c)
{
	cursor_link_end(&s->cur);
	diag_add(s->m->r->ds, DIAG_READ_IMAGE_PLACE, s->image_pos, "\"%s\"",
	    cmark_node_get_url(c));
	/* A word, so that nothing more is told of where it stands. */
	ink_text(&s->ink, STR("a"), s->image_pos);
}

/* Inside an image only its text counts. */
static void
image_part(struct span *s, cmark_node *c, bool entering)
{
	const char *literal = cmark_node_get_literal(c);

	if (is_kind(c, "image"))
		s->image += entering ? 1 : -1U;
	if (s->image == 0) {
		exit_image(s, c);
	} else if (entering && is_kind(c, "text")) {
		(void)cursor_take(&s->cur, str_of(literal));
	} else if (entering && is_kind(c, "softbreak")) {
		cursor_line(&s->cur);
	}
}

static void
enter_image(struct span *s)
{
	s->image = 1;
	s->image_pos = pos_of(s->m, s->cur.at);
	cursor_signs(&s->cur, "!", 1);
	cursor_signs(&s->cur, "[", 1);
}

/* What the paragraph's text begins with. */
static struct label
own_label(const struct span *s)
{
	const struct node *first = s->block->first;

	if (first == NULL)
		return label_parse(buf_str(&s->ink.text));
	return label_parse(
	    first->kind == NODE_TEXT ? first->as.text : STR_NONE);
}

/*
 * Does a new paragraph begin with the label next?  "điểm / a) khoản 1" and a
 * dash in a sentence only happened to be wrapped there.
 */
static bool
begins_paragraph(const struct span *s, struct label next)
{
	switch (next.kind) {
	case LABEL_DIEM:
		if (next.well_formed)
			return !str_ends(buf_str(&s->ink.text), STR("điểm"));
		break;
	case LABEL_MUC:
		if (!next.well_formed)
			return false; /* "C. Mác" */
		break;
	case LABEL_KHOAN:
	case LABEL_DECIMAL:
	case LABEL_DASH:
	case LABEL_PLUS:
		break;
	default:
		return false;
	}
	if (s->ink.last != '\0' && strchr(":;.,", s->ink.last) != NULL)
		return true;
	return own_label(s).kind == next.kind;
}

/*
 * "a) ..." is no list to the library: several such lines are one paragraph.
 * The same goes for dashes and numbers that may not interrupt a paragraph.
 */
static void
take_softbreak(struct span *s, cmark_node *c)
{
	struct md *m = s->m;
	cmark_node *next = cmark_node_next(c);
	struct str text = STR_NONE;

	cursor_line(&s->cur);
	if (s->splits && s->ink.depth == 0 && is_kind(next, "text"))
		text = str_trim(str_of(cmark_node_get_literal(next)));
	if (text.n == 0 || !begins_paragraph(s, label_parse(text))) {
		ink_text(&s->ink, STR(" "), pos_of(m, s->cur.at));
		return;
	}
	ink_end(&s->ink);
	block_paragraph(m->r, s->parent, s->block);
	while (s->cur.at < s->cur.end &&
	    (s->cur.text.p[s->cur.at] == ' ' ||
		s->cur.text.p[s->cur.at] == '\t'))
		s->cur.at++;
	s->block = reader_node(m->r, NODE_PARAGRAPH, pos_of(m, s->cur.at));
	s->ink = ink_begin(m->r, s->block);
}

static void
take_html_inline(struct span *s, struct str html)
{
	struct pos pos = pos_of(s->m, s->cur.at);

	if (!str_starts(html, STR("<!--")))
		refuse_html(s->m, pos, html);
	cursor_code(&s->cur);
}

static enum node_kind
mark_kind(cmark_node *c)
{
	switch (cmark_node_get_type(c)) {
	case CMARK_NODE_STRONG:
		return NODE_STRONG;
	case CMARK_NODE_EMPH:
		return NODE_EMPH;
	case CMARK_NODE_LINK:
		return NODE_LINK;
	default:
		return NODE_MAX;
	}
}

static void
inline_event(struct span *s, cmark_node *c, bool entering)
{
	struct str literal = str_of(cmark_node_get_literal(c));
	cmark_node_type type = cmark_node_get_type(c);
	enum node_kind kind = mark_kind(c);

	if (s->image > 0) {
		image_part(s, c, entering);
	} else if (kind != NODE_MAX) {
		if (entering)
			enter_mark(s, c, kind);
		else
			exit_mark(s, kind);
	} else if (!entering) {
		return;
	} else if (type == CMARK_NODE_TEXT) {
		take_text(s, literal);
	} else if (type == CMARK_NODE_SOFTBREAK) {
		take_softbreak(s, c);
	} else if (type == CMARK_NODE_LINEBREAK) {
		ink_break(&s->ink, pos_of(s->m, s->cur.at));
		cursor_line(&s->cur);
	} else if (type == CMARK_NODE_IMAGE) {
		enter_image(s);
	} else if (type == CMARK_NODE_FOOTNOTE_REFERENCE) {
		take_note_ref(s, c);
	} else if (type == CMARK_NODE_HTML_INLINE) {
		take_html_inline(s, literal);
	} else {
		refuse(s->m, pos_of(s->m, s->cur.at), "`");
		cursor_code(&s->cur);
	}
}

void
take_inlines(struct span *s, cmark_node *c)
{
	cmark_iter *iter = cmark_iter_new(c);
	cmark_event_type event;

	s->ink = ink_begin(s->m->r, s->block);
	while (reader_goes_on(s->m->r) &&
	    (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *at = cmark_iter_get_node(iter);

		if (at != c)
			inline_event(s, at, event == CMARK_EVENT_ENTER);
	}
	cmark_iter_free(iter);
	if (!s->m->r->stopped)
		ink_end(&s->ink);
}
