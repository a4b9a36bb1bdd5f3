/*
 * place.c - where in a report a place of its file is, in the words of the
 * paper: "mục II.1, đoạn 2", "bảng 2, hàng 3, cột 4", "nơi nhận[3]".  It is
 * taken from the tree as it was read, so that no check need say it.
 */
#include "read/read.h"

#include "text/label.h"
#include "text/viet.h"

enum word {
	WORD_SECTION,
	WORD_PARAGRAPH,
	WORD_LIST,
	WORD_ITEM,
	WORD_TABLE,
	WORD_ROW,
	WORD_COLUMN,
	WORD_FIGURE,
	WORD_APPENDIX,
	WORD_NOTE,
	WORD_RESULT,
	WORD_REMARK,
	WORD_MAX
};

static const char *const words[WORD_MAX][LANG_MAX] = {
	[WORD_SECTION] = { [LANG_VI] = "mục", [LANG_EN] = "section" },
	[WORD_PARAGRAPH] = { [LANG_VI] = "đoạn", [LANG_EN] = "paragraph" },
	[WORD_LIST] = { [LANG_VI] = "danh sách", [LANG_EN] = "list" },
	[WORD_ITEM] = { [LANG_VI] = "ý", [LANG_EN] = "item" },
	[WORD_TABLE] = { [LANG_VI] = "bảng", [LANG_EN] = "table" },
	[WORD_ROW] = { [LANG_VI] = "hàng", [LANG_EN] = "row" },
	[WORD_COLUMN] = { [LANG_VI] = "cột", [LANG_EN] = "column" },
	[WORD_FIGURE] = { [LANG_VI] = "hình", [LANG_EN] = "figure" },
	[WORD_APPENDIX] = { [LANG_VI] = "phụ lục", [LANG_EN] = "appendix" },
	[WORD_NOTE] = { [LANG_VI] = "chú thích", [LANG_EN] = "note" },
	[WORD_RESULT] = { [LANG_VI] = "kết quả", [LANG_EN] = "result" },
	[WORD_REMARK] = { [LANG_VI] = "ghi chú", [LANG_EN] = "note" },
};

/* The steps from the whole to the part, in both languages. */
struct place {
	struct buf out[LANG_MAX];
	struct arena *a;
	const struct node *root;
};

/* ", word name"; a step of its own without a word or a name. */
static void
put_step(struct place *p, enum word w, struct str name)
{
	for (int lang = 0; lang < LANG_MAX; lang++) {
		struct buf *out = &p->out[lang];

		if (out->n > 0)
			buf_adds(out, ", ");
		if (w < WORD_MAX)
			buf_adds(out, words[w][lang]);
		if (w < WORD_MAX && name.n > 0)
			buf_addc(out, ' ');
		buf_add(out, name);
	}
}

static void
put_number(struct place *p, enum word w, unsigned n)
{
	put_step(p, w, str_printf(p->a, "%u", n));
}

/* "II" of "II.", "a" of "a)". */
static struct str
bare_label(struct str s)
{
	while (s.n > 0 &&
	    (s.p[s.n - 1] == '.' || s.p[s.n - 1] == ')' ||
		s.p[s.n - 1] == '-' || s.p[s.n - 1] == ' '))
		s.n--;
	return s;
}

/* "II.1": the numbers of the headings that n stands under, n's own too. */
static void
put_section(struct place *p, const struct node *n)
{
	static const enum label_kind kinds[] = { LABEL_MUC, LABEL_KHOAN,
		LABEL_DIEM };
	enum { LEVELS = sizeof(kinds) / sizeof(kinds[0]) };
	unsigned count[LEVELS] = { 0 };
	struct str label[LEVELS] = { { NULL, 0 } }, path = STR_NONE;
	const struct node *k;

	for (k = n->parent->first; k != NULL; k = k->next) {
		unsigned level =
		    k->kind == NODE_HEADING ? k->as.heading.level - 1 : LEVELS;

		if (level < LEVELS) {
			count[level]++;
			label[level] = k->as.heading.label.n > 0 ?
			    k->as.heading.label :
			    label_print(p->a, kinds[level], count[level]);
			for (level++; level < LEVELS; level++) {
				count[level] = 0;
				label[level] = STR_NONE;
			}
		}
		if (k == n)
			break;
	}
	for (unsigned i = 0; i < LEVELS; i++)
		if (label[i].n > 0)
			path = str_printf(p->a, "%.*s%s%.*s", STR_ARG(path),
			    path.n > 0 ? "." : "",
			    STR_ARG(bare_label(label[i])));
	if (path.n > 0)
		put_step(p, WORD_SECTION, path);
}

/* Which of its kind n is since the heading before it, from 1. */
static unsigned
nth_of(const struct node *n, bool *alone)
{
	unsigned nth = 1;
	const struct node *k;

	*alone = n->next == NULL || n->next->kind != n->kind;
	for (k = n->prev; k != NULL && k->kind != NODE_HEADING; k = k->prev)
		nth += k->kind == n->kind;
	*alone = *alone && nth == 1;
	return nth;
}

/* Which of its kind n is in the whole report, from 1. */
static unsigned
nth_in_report(const struct place *p, const struct node *n)
{
	unsigned nth = 1;

	for (const struct node *k = p->root; k != n; k = node_next(k, p->root))
		nth += k->kind == n->kind;
	return nth;
}

static unsigned
column_of(const struct node *cell)
{
	unsigned column = 1;

	for (const struct node *k = cell->prev; k != NULL; k = k->prev)
		column += k->as.cell.colspan;
	return column;
}

static void
put_paragraph(struct place *p, const struct node *n)
{
	struct str label =
	    str_printf(p->a, "%.*s ", STR_ARG(n->as.paragraph.label));
	bool alone;
	unsigned nth = nth_of(n, &alone);

	if (label_parse(label).kind == LABEL_DIEU)
		put_step(p, WORD_MAX, bare_label(label));
	else if (n->parent->kind == NODE_DOCUMENT ||
	    n->parent->kind == NODE_APPENDIX || !alone)
		put_number(p, WORD_PARAGRAPH, nth);
}

/* The step of n itself. */
static void
put_own(struct place *p, const struct node *n)
{
	bool alone;
	unsigned nth;

	switch (n->kind) {
	case NODE_PARAGRAPH:
		put_paragraph(p, n);
		break;
	case NODE_LIST:
		nth = nth_of(n, &alone);
		if (!alone)
			put_number(p, WORD_LIST, nth);
		break;
	case NODE_ITEM:
		put_number(p, WORD_ITEM, nth_of(n, &alone));
		break;
	case NODE_TABLE:
		put_number(p, WORD_TABLE, nth_in_report(p, n));
		break;
	case NODE_ROW:
		put_number(p, WORD_ROW, nth_of(n, &alone));
		break;
	case NODE_CELL:
		put_number(p, WORD_COLUMN, column_of(n));
		break;
	case NODE_IMAGE:
		put_number(p, WORD_FIGURE, nth_in_report(p, n));
		break;
	case NODE_APPENDIX:
		put_step(p, WORD_APPENDIX, n->as.appendix.number);
		break;
	case NODE_FOOTNOTE:
		put_number(p, WORD_NOTE, n->as.footnote.number);
		break;
	default: /* a heading is its section; inline content has no step */
		break;
	}
}

/* The way down to n; the depth of a tree is bounded by the readers. */
static void
put_node(struct place *p, const struct node *n)
{
	if (n->parent == NULL)
		return;
	put_node(p, n->parent);
	if (n->kind != NODE_APPENDIX && n->kind != NODE_FOOTNOTE &&
	    (n->parent->kind == NODE_DOCUMENT ||
		n->parent->kind == NODE_APPENDIX))
		put_section(p, n);
	put_own(p, n);
}

/* --- the header --------------------------------------------------------- */

static void
put_field(struct place *p, enum field f, size_t nth)
{
	for (int lang = 0; lang < LANG_MAX; lang++) {
		struct buf *out = &p->out[lang];
		enum field up = fields[f].parent;
		bool vi = lang == LANG_VI;

		if (up != FIELD_NONE) {
			buf_add(out,
			    vi ? viet_lower(p->a, str_of(fields[up].label)) :
				 str_of(fields[up].name));
			buf_addc(out, '.');
		}
		buf_add(out,
		    vi ? viet_lower(p->a, str_of(fields[f].label)) :
			 str_of(fields[f].name));
		if (nth > 0)
			buf_printf(out, "[%zu]", nth);
	}
}

static void
put_member(struct place *p, enum word w)
{
	for (int lang = 0; lang < LANG_MAX; lang++)
		buf_printf(&p->out[lang], ".%s", words[w][lang]);
}

/* --- what begins last before a place ------------------------------------ */

struct search {
	struct pos pos, best; /* best: where the part found begins */
	const struct node *node;
	enum field field; /* FIELD_NONE: it is node */
	size_t nth; /* of a list, or of the figures; 0: the key */
	enum word member; /* of a figure; WORD_MAX: its name */
};

/* Does a part that begins at pos come nearer than the best so far? */
static bool
is_nearer(struct search *s, struct pos pos)
{
	bool before = pos.line > 0 &&
	    (pos.line < s->pos.line ||
		(pos.line == s->pos.line && pos.col <= s->pos.col));
	bool nearer = pos.line > s->best.line ||
	    (pos.line == s->best.line && pos.col >= s->best.col);

	if (!before || !nearer)
		return false;
	s->best = pos;
	return true;
}

static void
search_field(struct search *s, const struct doc *d, enum field f)
{
	const struct value_list *list = &d->field[f];

	if (is_nearer(s, list->key)) {
		s->field = f;
		s->nth = 0;
	}
	for (size_t i = 0; i < list->n; i++)
		if (is_nearer(s, list->v[i].pos)) {
			s->field = f;
			s->nth = list->n > 1 ? i + 1 : 0;
		}
}

static void
search_figure(struct search *s, const struct reported *r, size_t nth)
{
	const struct {
		struct pos pos;
		enum word member;
	} part[] = {
		{ r->target.pos, WORD_MAX },
		{ r->figure.pos, WORD_RESULT },
		{ r->note.pos, WORD_REMARK },
	};

	size_t n = r->note.text.n > 0 ? 3 : 2;

	for (size_t i = 0; i < n; i++)
		if (is_nearer(s, part[i].pos)) {
			s->field = FIELD_FIGURES;
			s->nth = nth;
			s->member = part[i].member;
		}
}

void
doc_where(const void *tree, struct pos pos, struct arena *a,
    struct str where[LANG_MAX])
{
	const struct doc *d = tree;
	struct search s = {
		.pos = pos, .field = FIELD_NONE, .member = WORD_MAX
	};
	struct place p = { .a = a, .root = d->root };

	for (int lang = 0; lang < LANG_MAX; lang++)
		p.out[lang].arena = a;
	for (enum field f = 0; f < FIELD_MAX; f++)
		search_field(&s, d, f);
	if (is_nearer(&s, d->figures_key)) {
		s.field = FIELD_FIGURES;
		s.nth = 0;
	}
	for (size_t i = 0; i < d->nfigures; i++)
		search_figure(&s, &d->figures[i], i + 1);
	for (const struct node *n = d->root; n != NULL;
	     n = node_next(n, d->root))
		if (is_nearer(&s, n->pos)) {
			s.field = FIELD_NONE;
			s.node = n;
		}
	if (s.field != FIELD_NONE)
		put_field(&p, s.field, s.nth);
	else if (s.node != NULL)
		put_node(&p, s.node);
	if (s.field == FIELD_FIGURES && s.member != WORD_MAX)
		put_member(&p, s.member);
	for (int lang = 0; lang < LANG_MAX; lang++)
		where[lang] = buf_str(&p.out[lang]);
}
