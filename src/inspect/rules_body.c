/* rules_body.c - the text proper as set (R28-R32). */
#include "inspect/rules.h"
#include "text/utf8.h"

enum {
	CM_1 = 567,
	CM_127 = 720,
	TOLERANCE = 2,
	GAP = 120, /* 6 pt */
	SINGLE = 240, /* a line */
	ONE_AND_HALF = 360
};

static bool
is_note_text(struct str s)
{
	return s.n > 0 &&
	    (s.p[0] == '(' || str_starts(s, STR("Ghi chú")) ||
		str_starts(s, STR("“")) || s.p[0] == '"');
}

static void
check_text_face(struct inspect *x, const struct bpara *b)
{
	const struct wpara *p = &x->w->para[b->para];
	struct look l = face_look(p, 0, p->text.n);
	int64_t odd = l.min < 26 ? l.min : l.max;

	if (l.min == 0)
		return;
	if (l.min < 26 || l.max > 28)
		broken(x, DIAG_INSPECT_BODY_FACE, b->para, "%.*s pt / 13-14 pt",
		    STR_ARG(points(x, odd)));
	x->wording = true; /* a writer may have stressed it */
	if (b->kind == BODY_TEXT && l.all_italic && !is_note_text(b->text))
		broken(x, DIAG_INSPECT_BODY_FACE, b->para, "+I");
	x->wording = false;
	if (b->kind == BODY_TEXT && p->form.align != WORD_BOTH &&
	    p->form.align != WORD_SPREAD)
		broken(x, DIAG_INSPECT_BODY_FACE, b->para, "|< / |<>|");
}

/* The size of most of the text; others inside the range are a second one. */
static void
check_one_size(struct inspect *x)
{
	size_t count[3] = { 0 }, first[3] = { NOWHERE, NOWHERE, NOWHERE };

	for (size_t i = 0; i < x->f->nbody; i++) {
		const struct wpara *p = &x->w->para[x->f->body[i].para];
		struct look l = face_look(p, 0, p->text.n);

		if (x->f->body[i].kind == BODY_CAPTION || l.min < 26 ||
		    l.max > 28)
			continue;
		for (int64_t k = l.min; k <= l.max; k++) {
			if (k != l.min && k != l.max)
				continue;
			if (first[k - 26] == NOWHERE)
				first[k - 26] = x->f->body[i].para;
			count[k - 26] += p->text.n;
		}
	}
	for (size_t k = 0; k < 3; k++)
		for (size_t m = 0; m < 3; m++)
			if (count[k] > 0 &&
			    (count[m] > count[k] ||
				(count[m] == count[k] && m > k))) {
				broken(x, DIAG_INSPECT_BODY_FACE, first[k],
				    "%.*s pt / %.*s pt",
				    STR_ARG(points(x, (int64_t)k + 26)),
				    STR_ARG(points(x, (int64_t)m + 26)));
				break;
			}
}

void
measure_body_face(struct inspect *x)
{
	if (x->f->nbody == 0) {
		rule_absent(x);
		return;
	}
	for (size_t i = 0; i < x->f->nbody; i++)
		if (x->f->body[i].kind != BODY_CAPTION)
			check_text_face(x, &x->f->body[i]);
	check_one_size(x);
}

static bool
near(int64_t v, int64_t want)
{
	return v >= want - TOLERANCE && v <= want + TOLERANCE;
}

void
measure_body_indent(struct inspect *x)
{
	size_t one = NOWHERE, other = NOWHERE, n = 0;

	for (size_t i = 0; i < x->f->nbody; i++) {
		const struct bpara *b = &x->f->body[i];
		const struct wpara *p = &x->w->para[b->para];
		int64_t start = p->form.left + p->form.first;

		if (b->kind == BODY_CENTRED || b->kind == BODY_CAPTION ||
		    p->form.align == WORD_CENTER || p->form.align == WORD_RIGHT)
			continue;
		n++;
		if (p->text.p[0] == '\t' || p->text.p[0] == ' ' ||
		    str_starts(p->text, STR("\xC2\xA0")))
			broken(x, DIAG_INSPECT_BODY_INDENT, b->para, "\"%s\"",
			    p->text.p[0] == '\t' ? "→" : " ");
		else if (near(start, CM_1))
			one = one == NOWHERE ? b->para : one;
		else if (near(start, CM_127))
			other = other == NOWHERE ? b->para : other;
		else
			broken(x, DIAG_INSPECT_BODY_INDENT, b->para,
			    "%.*s mm / 10; 12,7 mm",
			    STR_ARG(millimetres(x, start)));
	}
	if (one != NOWHERE && other != NOWHERE)
		broken(x, DIAG_INSPECT_BODY_INDENT_MIXED,
		    one > other ? one : other, "10; 12,7 mm");
	if (n == 0)
		rule_absent(x);
}

void
measure_body_gap(struct inspect *x)
{
	size_t n = 0;

	for (size_t i = 1; i < x->f->nbody; i++) {
		const struct bpara *b = &x->f->body[i];
		const struct wpara *p = &x->w->para[b[-1].para];
		const struct wpara *q = &x->w->para[b->para];
		int64_t gap = p->form.after + q->form.before;
		bool same = str_eq(p->style, q->style);

		if (b->para != b[-1].para + 1 || p->section != q->section)
			continue;
		n++;
		if (same && p->form.contextual)
			gap -= p->form.after;
		if (same && q->form.contextual)
			gap -= q->form.before;
		if (gap < GAP - TOLERANCE)
			broken(x, DIAG_INSPECT_BODY_GAP, b->para,
			    "%d,%d pt / 6 pt", (int)(gap / 20),
			    (int)(gap % 20 / 2));
	}
	if (n == 0)
		rule_absent(x);
}

/* Line spacing in points: between 1.15 and 1.725 times the size. */
static void
check_exact(struct inspect *x, const struct wpara *p, size_t para)
{
	struct look l = face_look(p, 0, p->text.n);
	int64_t size = l.max * 10; /* twips */

	if (size == 0)
		return;
	if (p->form.rule == WORD_AT_LEAST && p->form.line * 1000 <= size * 1725)
		return;
	if (p->form.line * 1000 < size * 1150 - 1000 ||
	    p->form.line * 1000 > size * 1725 + 1000)
		broken(x, DIAG_INSPECT_BODY_LINE, para, "%d,%d pt",
		    (int)(p->form.line / 20), (int)(p->form.line % 20 / 2));
	else if (p->form.rule == WORD_EXACT)
		broken(x, DIAG_INSPECT_BODY_LINE_EXACT, para, "%d,%d pt",
		    (int)(p->form.line / 20), (int)(p->form.line % 20 / 2));
}

void
measure_body_line(struct inspect *x)
{
	if (x->f->nbody == 0)
		rule_absent(x);
	for (size_t i = 0; i < x->f->nbody; i++) {
		size_t para = x->f->body[i].para;
		const struct wpara *p = &x->w->para[para];

		if (p->form.rule != WORD_AUTO)
			check_exact(x, p, para);
		else if (p->form.line < SINGLE || p->form.line > ONE_AND_HALF)
			broken(x, DIAG_INSPECT_BODY_LINE, para,
			    "%d,%02d / 1-1,5", (int)(p->form.line / 240),
			    (int)(p->form.line % 240 * 100 / 240));
	}
}

static bool
some_italic(const struct inspect *x, const struct list *l)
{
	for (size_t i = 0; i < l->n; i++) {
		const struct piece *p = &x->f->piece[l->v[i]];

		if (face_look(piece_para(x->f, l->v[i]), p->from, p->to)
			.some_italic)
			return true;
	}
	return false;
}

void
measure_bases(struct inspect *x)
{
	static const struct want want = { 26, 28, NO, YES, ANY, false };
	const struct list *l = &x->f->bases;

	if (l->n == 0) {
		rule_absent(x);
		return;
	}
	/* none of them slanted: prose that somebody began with the words */
	x->wording = !some_italic(x, l);
	check_list_look(x, DIAG_INSPECT_BASES, l, &want);
	x->wording = true;
	for (size_t i = 0; i < l->n; i++) {
		const struct piece *p = &x->f->piece[l->v[i]];
		const char *sign = i + 1 == l->n ? "." : ";";

		if (!str_ends(p->text, str_of(sign)))
			broken(x, DIAG_INSPECT_BASES, p->para, "\"%s\"", sign);
		if (i > 0 && x->f->piece[l->v[i - 1]].para == p->para)
			broken(x, DIAG_INSPECT_BASES, p->para, "↵");
	}
}
