/* look.c - how components look, against how they must. */
#include "inspect/rules.h"
#include "text/utf8.h"
#include "text/viet.h"

bool
is_number_char(char c)
{
	return c >= '0' && c <= '9';
}

bool
take_text(struct str s, size_t *at, const char *what)
{
	struct str w = str_of(what);

	if (!str_starts(str_sub(s, *at, s.n), w))
		return false;
	*at += w.n;
	return true;
}

struct str
points(struct inspect *x, int64_t half_points)
{
	return str_printf(x->a, "%d%s", (int)(half_points / 2),
	    half_points % 2 != 0 ? ",5" : "");
}

struct str
millimetres(struct inspect *x, int64_t t)
{
	/* 1 mm is 56.693 twips; rounded to tenths */
	int64_t sign = t < 0 ? -1 : 1;
	int64_t tenths = (sign * t * 10000 + 28346) / 56693;

	return str_printf(x->a, "%s%d,%d", sign < 0 ? "-" : "",
	    (int)(tenths / 10), (int)(tenths % 10));
}

/* The first run that ends behind offset from. */
static size_t
run_at(const struct wpara *p, size_t from)
{
	size_t low = 0, high = p->nruns;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (p->run[mid].to <= from)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

struct look
face_look(const struct wpara *p, size_t from, size_t to)
{
	struct look l = { .all_bold = true, .all_italic = true };

	for (size_t i = run_at(p, from); i < p->nruns && p->run[i].from < to;
	     i++) {
		const struct wrun *r = &p->run[i];
		const struct wface *f = &r->face;
		size_t a = r->from > from ? r->from : from;
		size_t b = r->to < to ? r->to : to;

		if (a >= b || f->raised ||
		    utf8_trim(str_sub(p->text, a, b)).n == 0)
			continue;
		if (l.min == 0 || f->half_points < l.min)
			l.min = f->half_points;
		if (f->half_points > l.max)
			l.max = f->half_points;
		l.some_bold = l.some_bold || f->bold;
		l.all_bold = l.all_bold && f->bold;
		l.some_italic = l.some_italic || f->italic;
		l.all_italic = l.all_italic && f->italic;
		l.underline = l.underline || f->underline;
	}
	return l;
}

enum answer
is_centred(const struct inspect *x, size_t piece)
{
	/* 1.5 mm of the centre is 3 mm of the indents' difference */
	enum { TOLERANCE = 170 };
	const struct wpara *p = piece_para(x->f, piece);
	int64_t off = p->form.left + p->form.first - p->form.right;

	if (x->seen != NULL) /* places.c measures it */
		return RIGHT;
	if (x->f->piece[piece].nparts > 1 || x->f->piece[piece].indented ||
	    p->form.framed || p->place == WORD_SHAPE)
		return NO_IDEA;
	if (p->form.align != WORD_CENTER)
		return WRONG;
	return off <= TOLERANCE && off >= -TOLERANCE ? RIGHT : WRONG;
}

enum answer
same_column(const struct inspect *x, size_t p, size_t q)
{
	const struct wpara *a = piece_para(x->f, p);
	const struct wpara *b = piece_para(x->f, q);

	if (x->seen != NULL)
		return RIGHT;
	if (a->table == WORD_NO_TABLE || b->table == WORD_NO_TABLE ||
	    a->table != b->table)
		return NO_IDEA;
	return a->column == b->column ? RIGHT : WRONG;
}

static void
add_value(struct buf *b, const char *sign)
{
	if (b->n > 0)
		buf_adds(b, ", ");
	buf_adds(b, sign);
}

static void
compare_size(struct inspect *x, const struct look *l, const struct want *w,
    struct buf *b)
{
	struct str low = points(x, w->min), high = points(x, w->max);
	int64_t odd = l->min < w->min ? l->min : l->max;

	if (w->max == 0 || l->min == 0 ||
	    (l->min >= w->min && l->max <= w->max))
		return;
	add_value(b, "");
	buf_printf(b, "%.*s pt / %.*s%s%.*s pt", STR_ARG(points(x, odd)),
	    STR_ARG(low), w->min == w->max ? "" : "-",
	    STR_ARG(w->min == w->max ? STR("") : high));
}

/* +B: bold and must not be; -I: not italic and must be. */
static void
compare_switch(struct buf *b, enum must must, bool some, bool all,
    const char *plus, const char *minus)
{
	if (must == YES && !all)
		add_value(b, minus);
	if (must == NO && some)
		add_value(b, plus);
}

/* Only an initial capital or none: everything that is not all capitals. */
static bool
is_all_caps(struct str s)
{
	size_t letters = 0, i = 0;

	while (i < s.n)
		letters += viet_is_letter(utf8_next(s, &i)) ? 1 : 0;
	return letters > 3 && is_upper_text(s);
}

void
check_look(
    struct inspect *x, enum diag_id id, size_t piece, const struct want *w)
{
	const struct piece *p = &x->f->piece[piece];
	struct look l = face_look(piece_para(x->f, piece), p->from, p->to);
	struct buf b = { .arena = x->a };

	compare_size(x, &l, w, &b);
	compare_switch(&b, w->bold, l.some_bold, l.all_bold, "+B", "-B");
	compare_switch(&b, w->italic, l.some_italic, l.all_italic, "+I", "-I");
	if (w->upper == YES && !is_upper_text(p->text))
		add_value(&b, "Aa / AA");
	if (w->centred && is_centred(x, piece) == WRONG)
		add_value(&b, "|< / ><");
	if (b.n > 0)
		broken(x, id, p->para, "%.*s", STR_ARG(buf_str(&b)));
	if (w->upper == NO && is_all_caps(p->text)) {
		bool wording = x->wording;

		x->wording = true;
		broken(x, id, p->para, "AA / Aa");
		x->wording = wording;
	}
}

void
check_list_look(struct inspect *x, enum diag_id id, const struct list *l,
    const struct want *w)
{
	for (size_t i = 0; i < l->n; i++)
		check_look(x, id, l->v[i], w);
}

struct str
joined(const struct inspect *x, const struct list *l)
{
	struct buf b = { .arena = x->a };

	for (size_t i = 0; i < l->n; i++) {
		if (i > 0)
			buf_addc(&b, ' ');
		buf_add(&b, x->f->piece[l->v[i]].text);
	}
	return buf_str(&b);
}
