/*
 * inline.c - the inline content of one block being put together: blanks are
 * folded to one, across marks too, and dropped at both ends and around line
 * breaks; pieces of text are joined; what turns out empty is left out.  This
 * is where the two forms become one tree.
 */
#include <string.h>

#include "read/reader.h"
#include "text/utf8.h"

struct ink
ink_begin(struct reader *r, struct node *block)
{
	return (struct ink) {
		.r = r,
		.block = block,
		.at = block,
		.text = { .arena = r->a },
	};
}

void
node_unlink(struct node *n)
{
	*(n->prev != NULL ? &n->prev->next : &n->parent->first) = n->next;
	*(n->next != NULL ? &n->next->prev : &n->parent->last) = n->prev;
	n->parent = n->prev = n->next = NULL;
}

/* Where lines of the source begin in n's text, which starts as k->text. */
static void
flush_lines(struct ink *k, struct node *n)
{
	struct text_line *line;

	if (k->lines.n == 0 || !str_eq(n->as.text, buf_str(&k->text)))
		return;
	line = NEW_ARRAY(k->r->a, k->lines.n, struct text_line);
	for (size_t i = 0; i < k->lines.n; i++) {
		line[i].at = n->as.text.p + k->lines.v[i].offset;
		line[i].pos = k->lines.v[i].pos;
	}
	n->as.line = line;
	n->as.nlines = (unsigned)k->lines.n;
}

/* Put the gathered text into the tree. */
static void
flush(struct ink *k)
{
	struct node *n;

	if (k->text.n == 0)
		return;
	n = reader_node(k->r, NODE_TEXT, k->pos);
	n->as.text = utf8_nfc(k->r->a, str_dup(k->r->a, buf_str(&k->text)));
	flush_lines(k, n);
	node_append(k->at, n);
	k->text.n = 0;
	k->lines.n = 0;
}

/*
 * Characters that XML 1.0 (2.2) has no place for, or that would end a line;
 * Markdown lets them in as "&#1;".
 */
static bool
is_bad(uint32_t c)
{
	return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x2028 ||
	    c == 0x2029 || (c >= 0xFFFD && c <= 0xFFFF);
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* The bytes of s from i that need no thought. */
static size_t
plain_run(struct str s, size_t i)
{
	size_t from = i, next;

	while (i < s.n && !is_blank(s.p[i])) {
		next = i;
		if (is_bad(utf8_next(s, &next)))
			break;
		i = next;
	}
	return i - from;
}

/* Something comes: a blank before it, the marks it stands in. */
static void
settle(struct ink *k, struct pos pos)
{
	if (k->text.n == 0)
		k->pos = pos;
	if (k->state == INK_DUE)
		buf_addc(&k->text, ' ');
	if (k->nopen == 0)
		return;
	flush(k);
	for (unsigned i = 0; i < k->nopen; i++) {
		node_append(k->at, k->open[i]);
		k->at = k->open[i];
	}
	k->nopen = 0;
	k->pos = pos;
}

/* A piece of text without blanks. */
static void
put_word(struct ink *k, struct str s, struct pos pos)
{
	settle(k, pos);
	if (k->text.n > 0 && pos.line > k->seen.line)
		*vec_add(k->r->a, &k->lines) =
		    (struct ink_line) { k->text.n, pos };
	k->seen = pos;
	buf_add(&k->text, s);
	k->state = INK_WORD;
	k->last = s.p[s.n - 1];
}

/* A blank in the source; in Markdown a line end in a text is only "&#10;". */
static void
pass_blank(struct ink *k, char c, struct pos *pos)
{
	if (k->state == INK_WORD)
		k->state = INK_DUE;
	pos->col++;
	if (c == '\n' && k->r->doc->format == FORMAT_XML) {
		pos->line++;
		pos->col = 1;
	}
}

void
ink_text(struct ink *k, struct str s, struct pos pos)
{
	size_t i = 0, n;

	while (i < s.n) {
		n = plain_run(s, i);
		if (n > 0) {
			put_word(k, str_sub(s, i, i + n), pos);
			pos.col += (uint32_t)utf8_count(str_sub(s, i, i + n));
			i += n;
		} else if (is_blank(s.p[i])) {
			pass_blank(k, s.p[i++], &pos);
		} else {
			diag_add(k->r->ds, DIAG_READ_CHARACTER_BAD, pos,
			    "U+%04X", (unsigned)utf8_next(s, &i));
		}
	}
}

void
ink_break(struct ink *k, struct pos pos)
{
	if (k->block->first == NULL && k->text.n == 0)
		return;
	k->state = INK_EDGE;
	ink_leaf(k, NODE_BREAK, pos);
	k->state = INK_EDGE;
}

struct node *
ink_open(struct ink *k, enum node_kind kind, struct pos pos)
{
	struct node *n;

	if (k->depth == MAX_INLINE_DEPTH) {
		reader_stop(k->r, pos, k->depth + 1, MAX_INLINE_DEPTH);
		return NULL;
	}
	n = reader_node(k->r, kind, pos);
	k->open[k->nopen++] = n;
	k->depth++;
	return n;
}

void
ink_close(struct ink *k)
{
	k->depth--;
	if (k->nopen > 0) { /* it stayed empty, and is left out */
		struct node *n = k->open[--k->nopen];

		if (n->kind == NODE_LINK)
			diag_add(k->r->ds, DIAG_READ_LINK_EMPTY, n->pos,
			    "\"%.*s\"", STR_ARG(n->as.link.url));
		return;
	}
	flush(k);
	k->at = k->at->parent;
}

struct node *
ink_leaf(struct ink *k, enum node_kind kind, struct pos pos)
{
	struct node *n;

	settle(k, pos);
	flush(k);
	n = reader_node(k->r, kind, pos);
	node_append(k->at, n);
	k->state = INK_WORD;
	k->last = '\0';
	return n;
}

void
ink_end(struct ink *k)
{
	struct node *last;

	flush(k);
	while ((last = k->block->last) != NULL && last->kind == NODE_BREAK)
		node_unlink(last);
}

static bool
starts_folded(struct str s, const char *prefix)
{
	size_t n = strlen(prefix);

	return s.n > n && strncasecmp(s.p, prefix, n) == 0;
}

void
check_link(struct reader *r, struct str url, struct pos pos)
{
	static const char *const schemes[] = { "http://", "https://",
		"mailto:" };
	bool good = false;

	for (size_t i = 0; i < sizeof(schemes) / sizeof(schemes[0]); i++)
		good = good || starts_folded(url, schemes[i]);
	for (size_t i = 0; i < url.n; i++)
		good =
		    good && (unsigned char)url.p[i] > ' ' && url.p[i] != 0x7F;
	if (!good)
		diag_add(r->ds, DIAG_READ_LINK_ADDRESS, pos, "\"%.*s\"",
		    STR_ARG(url));
}
