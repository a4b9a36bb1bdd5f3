/*
 * rules_line.c - the drawn lines under Tiêu ngữ, issuer and trích yếu, and the
 * width of the Quốc hiệu (R12, R13, R16, R26).
 *
 * A line is a border, a drawing or, wrongly, typed signs or w:u.  Its length
 * is compared with the text's, measured in the fonts of font/.
 */
#include "inspect/rules.h"
#include "text/utf8.h"

enum {
	MM_TWIPS_X10 = 567, /* ten millimetres */
	LENGTH_SLACK = 85, /* 1.5 mm */
	CENTRE_SLACK = 57, /* 1 mm */
	MAX_LINES = 16,
	NEAR = 4 /* paragraphs looked at below the text */
};

enum method { NOT_THERE, BORDER, DRAWING, TYPED, UNDERLINED, ELSEWHERE };

struct ruler {
	enum method method;
	int64_t length; /* twips; 0: not known */
	int64_t off; /* of its centre from the column's centre */
	size_t para;
};

/* Widths of the lines a text takes, in twips. */
struct widths {
	int64_t v[MAX_LINES];
	size_t n;
};

static int64_t
width_of(const struct inspect *x, const struct look *l, struct str s)
{
	emu w = font_width(
	    x->fonts, face_of(l->all_bold, l->all_italic), (unsigned)l->max, s);

	return twips(w);
}

/* The lines of a piece as they stand on the page. */
static void
seen_widths(const struct inspect *x, size_t piece, struct widths *out)
{
	size_t n;
	const struct sline *l = seen_lines(x, piece, &n);

	for (size_t i = 0; i < n && out->n < MAX_LINES; i++)
		out->v[out->n++] = twips(l[i].right - l[i].left);
}

/* The lines a piece is broken into in its column, greedily at blanks. */
static void
break_piece(const struct inspect *x, size_t piece, struct widths *out)
{
	const struct piece *p = &x->f->piece[piece];
	const struct wpara *para = piece_para(x->f, piece);
	struct look l = face_look(para, p->from, p->to);
	int64_t room =
	    word_measure(x->w, para) - para->form.left - para->form.right;
	size_t from = 0, end = 0;

	if (x->seen != NULL) {
		seen_widths(x, piece, out);
		return;
	}
	while (end < p->text.n) {
		size_t next = str_find(p->text, STR(" "), end + 1);
		int64_t w = width_of(x, &l, str_sub(p->text, from, next));

		if (room > 0 && w > room && end > from) {
			if (out->n < MAX_LINES)
				out->v[out->n++] = width_of(
				    x, &l, str_sub(p->text, from, end));
			from = end + 1;
			continue;
		}
		end = next;
	}
	if (out->n < MAX_LINES)
		out->v[out->n++] =
		    width_of(x, &l, str_sub(p->text, from, p->text.n));
}

static struct ruler
border_ruler(const struct inspect *x, size_t para)
{
	const struct wpara *p = &x->w->para[para];
	int64_t room = word_measure(x->w, p);
	int64_t ends = p->form.left + p->form.right;

	if (room > 0 && ends >= room)
		return (struct ruler) { .method = NOT_THERE, .para = para };
	return (struct ruler) { BORDER, room > 0 ? room - ends : 0,
		(p->form.left - p->form.right) / 2, para };
}

/* The line drawn at a paragraph; method NOT_THERE if none is. */
static struct ruler
drawn_at(const struct inspect *x, size_t para)
{
	for (size_t i = 0; i < x->w->ndrawings; i++) {
		const struct wdrawing *d = &x->w->drawing[i];

		if (d->para == para && d->line)
			return (
			    struct ruler) { DRAWING, twips(d->width), 0, para };
	}
	return (struct ruler) { .method = NOT_THERE };
}

/* What is drawn by an empty paragraph or one of typed signs. */
static struct ruler
ruler_at(const struct inspect *x, size_t para)
{
	const struct wpara *p = &x->w->para[para];
	struct ruler r = drawn_at(x, para);

	if (r.method != NOT_THERE)
		return r;
	if (utf8_trim(p->text).n > 0)
		return (struct ruler) { TYPED, 0, 0, para };
	return border_ruler(x, para);
}

static bool
same_place(const struct wpara *p, const struct wpara *q)
{
	return p->table == q->table && p->row == q->row &&
	    p->column == q->column;
}

/* A cell's own lower border, or the next row's. */
static struct ruler
cell_ruler(const struct inspect *x, const struct wpara *p, size_t para)
{
	const struct wcell *c = word_cell(x->w, p);

	if (c != NULL && c->border[WORD_BOTTOM] && !c->border[WORD_START])
		return (struct ruler) { BORDER, c->width, 0, para };
	return (struct ruler) { .method = NOT_THERE };
}

/* The line under the last line of a piece on its page. */
static struct ruler
seen_ruler(const struct inspect *x, size_t piece)
{
	size_t para = x->f->piece[piece].para, n;
	const struct sline *l = seen_lines(x, piece, &n);
	const struct sstroke *k;

	if (n == 0)
		return (struct ruler) { .method = NOT_THERE, .para = para };
	l += n - 1;
	k = seen_under(x->seen, l->page, l->base, l->left, l->right);
	if (k == NULL)
		return (struct ruler) { .method = NOT_THERE, .para = para };
	return (struct ruler) { BORDER, twips(k->right - k->left),
		twips((k->left + k->right - l->left - l->right) / 2), para };
}

/*
 * The line under a piece: at its own paragraph, at one of the next in the same
 * place, or anchored somewhere else in the head.
 */
static struct ruler
find_ruler(const struct inspect *x, size_t piece)
{
	size_t para = x->f->piece[piece].para;
	const struct wpara *p = &x->w->para[para];
	struct ruler r = drawn_at(x, para);

	if (x->seen != NULL)
		return seen_ruler(x, piece);
	if (r.method != NOT_THERE)
		return r;
	if (p->form.border[WORD_BOTTOM])
		return border_ruler(x, para);
	for (size_t i = para + 1; i < x->w->nbody && i <= para + NEAR; i++) {
		const struct wpara *q = &x->w->para[i];

		if (!same_place(p, q) && q->place != WORD_SHAPE)
			break;
		if (is_ruler(x->f, i))
			return ruler_at(x, i);
		if (utf8_trim(q->text).n > 0)
			break;
	}
	r = cell_ruler(x, p, para);
	if (r.method != NOT_THERE)
		return r;
	if (face_look(p, x->f->piece[piece].from, x->f->piece[piece].to)
		.underline)
		return (struct ruler) { UNDERLINED, 0, 0, para };
	for (size_t i = 0; i < x->w->ndrawings; i++)
		if (x->w->drawing[i].line &&
		    x->w->drawing[i].para < x->f->front_end)
			return (struct ruler) { ELSEWHERE, 0, 0, para };
	return (struct ruler) { .method = NOT_THERE, .para = para };
}

/* Method and centre; false when the length need not be looked at. */
static bool
check_method(struct inspect *x, enum diag_id id, const struct ruler *r)
{
	if (r->method == NOT_THERE) {
		broken(x, id, r->para, "0 mm");
		return false;
	}
	if (r->method == TYPED || r->method == UNDERLINED) {
		broken(x, DIAG_INSPECT_RULE_METHOD, r->para, "%s",
		    r->method == TYPED ? "----" : "U");
		return false;
	}
	if (r->method == BORDER &&
	    (r->off > CENTRE_SLACK || r->off < -CENTRE_SLACK))
		broken(x, id, r->para, ">< %.*s mm",
		    STR_ARG(millimetres(x, r->off)));
	if (r->method == ELSEWHERE || r->length == 0 ||
	    (x->fonts == NULL && x->seen == NULL)) {
		rule_open(x);
		return false;
	}
	return true;
}

void
measure_motto_rule(struct inspect *x)
{
	struct widths w = { .n = 0 };
	struct ruler r;
	int64_t slack;

	if (x->f->motto == NOWHERE) {
		rule_absent(x);
		return;
	}
	r = find_ruler(x, x->f->motto);
	if (!check_method(x, DIAG_INSPECT_MOTTO_RULE, &r))
		return;
	break_piece(x, x->f->motto, &w);
	slack = w.v[0] * 3 / 100;
	slack = slack > LENGTH_SLACK ? slack : LENGTH_SLACK;
	if (r.length < w.v[0] - slack || r.length > w.v[0] + slack)
		broken(x, DIAG_INSPECT_MOTTO_RULE, r.para, "%.*s mm / %.*s mm",
		    STR_ARG(millimetres(x, r.length)),
		    STR_ARG(millimetres(x, w.v[0])));
}

/* A third to a half, 0.02 of slack, of any of the lines. */
static void
check_part(struct inspect *x, enum diag_id id, const struct list *l)
{
	struct widths w = { .n = 0 };
	struct ruler r = find_ruler(x, l->v[l->n - 1]);
	int64_t longest = 0;

	if (!check_method(x, id, &r))
		return;
	for (size_t i = 0; i < l->n; i++)
		break_piece(x, l->v[i], &w);
	for (size_t i = 0; i < w.n; i++) {
		if (r.length * 1000 >= w.v[i] * 313 &&
		    r.length * 1000 <= w.v[i] * 520)
			return;
		if (w.v[i] > longest)
			longest = w.v[i];
	}
	broken(x, id, r.para, "%.*s mm / %.*s-%.*s mm",
	    STR_ARG(millimetres(x, r.length)),
	    STR_ARG(millimetres(x, longest / 3)),
	    STR_ARG(millimetres(x, longest / 2)));
}

void
measure_issuer_rule(struct inspect *x)
{
	if (x->f->issuer.n == 0)
		rule_absent(x);
	else
		check_part(x, DIAG_INSPECT_ISSUER_RULE, &x->f->issuer);
}

void
measure_subject_rule(struct inspect *x)
{
	if (x->f->type == NOWHERE || x->f->subject.n == 0)
		rule_absent(x);
	else
		check_part(x, DIAG_INSPECT_SUBJECT_RULE, &x->f->subject);
}

void
measure_nation_line(struct inspect *x)
{
	struct widths w = { .n = 0 };
	const struct wpara *p;

	if (x->f->nation == NOWHERE) {
		rule_absent(x);
		return;
	}
	if (x->f->nation_rest != NOWHERE) {
		broken(x, DIAG_INSPECT_NATION_WRAPPED,
		    x->f->piece[x->f->nation_rest].para, "2 / 1");
		return;
	}
	p = piece_para(x->f, x->f->nation);
	if (x->fonts == NULL || word_measure(x->w, p) <= 0 ||
	    x->f->piece[x->f->nation].nparts > 1) {
		rule_open(x);
		return;
	}
	break_piece(x, x->f->nation, &w);
	if (w.n > 1)
		broken(x, DIAG_INSPECT_NATION_WRAPPED,
		    x->f->piece[x->f->nation].para, "%.*s mm",
		    STR_ARG(millimetres(x, word_measure(x->w, p))));
	if (x->f->motto != NOWHERE &&
	    same_column(x, x->f->nation, x->f->motto) == WRONG)
		broken(x, DIAG_INSPECT_MOTTO, x->f->piece[x->f->motto].para,
		    ">< II.1");
}
