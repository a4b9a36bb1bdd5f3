/* recognise.c - paragraphs cut into pieces; the stages of recognition. */
#include "inspect/recognise.h"

#include "base/buf.h"
#include "base/vec.h"
#include "text/utf8.h"
#include "text/viet.h"

enum {
	WIDE_GAP = 5, /* blanks typed to stand for a column */
	MAX_PIECES = 400000,
	LIST_MAX = 500, /* lines of one component */
	KEY_LENGTH = 400 /* bytes of a piece that recognition looks at */
};

typedef VEC(struct piece) piece_list;

bool
key_begins(struct str key, const char *with)
{
	return str_starts(key, str_of(with));
}

bool
key_holds(struct str key, const char *what)
{
	return str_find(key, str_of(what), 0) < key.n;
}

void
list_add(struct form *f, struct list *l, size_t what)
{
	if (l->v == NULL)
		l->v = NEW_ARRAY(f->a, LIST_MAX, size_t);
	if (l->n < LIST_MAX)
		l->v[l->n++] = what;
}

bool
list_holds(const struct list *l, size_t what)
{
	for (size_t i = 0; i < l->n; i++)
		if (l->v[i] == what)
			return true;
	return false;
}

const struct wpara *
piece_para(const struct form *f, size_t piece)
{
	return &f->w->para[f->piece[piece].para];
}

bool
is_upper_text(struct str s)
{
	bool some = false;
	size_t i = 0;

	while (i < s.n) {
		uint32_t c = utf8_next(s, &i);

		if (viet_is_lower(c))
			return false;
		some = some || viet_is_upper(c);
	}
	return some;
}

/* Only signs that draw a line. */
static bool
is_typed_rule(struct str s)
{
	size_t i = 0, n = 0;

	while (i < s.n) {
		uint32_t c = utf8_next(s, &i);

		if (utf8_is_blank(c))
			continue;
		if (c != '-' && c != '_' && c != '=' && c != 0x2013 &&
		    c != 0x2014 && c != 0x2015 && c != 0x2500 && c != '*' &&
		    c != 0x203E && c != 0xAF)
			return false;
		n++;
	}
	return n >= 3;
}

bool
is_ruler(const struct form *f, size_t para)
{
	const struct wpara *p = &f->w->para[para];
	struct str s = utf8_trim(p->text);

	if (s.n > 0)
		return is_typed_rule(s);
	if (p->form.border[WORD_TOP] || p->form.border[WORD_BOTTOM])
		return true;
	for (size_t i = 0; i < f->w->ndrawings; i++)
		if (f->w->drawing[i].para == para && f->w->drawing[i].line)
			return true;
	return false;
}

/* Signs that are not seen and part nothing; R56 tells of them. */
static bool
is_unseen(uint32_t c)
{
	return c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 ||
	    c == 0xFEFF;
}

/* All kinds of blanks as one, none at the ends, in NFC. */
static struct str
fold_blanks(struct arena *a, struct str s)
{
	struct buf b = { .arena = a };
	bool blank = false;
	size_t i = 0;

	while (i < s.n) {
		size_t at = i;
		uint32_t c = utf8_next(s, &i);

		if (utf8_is_blank(c)) {
			blank = b.n > 0;
			continue;
		}
		if (is_unseen(c))
			continue;
		if (blank)
			buf_addc(&b, ' ');
		blank = false;
		buf_add(&b, str_sub(s, at, i));
	}
	return utf8_nfc(a, buf_str(&b));
}

static void
add_piece(struct form *f, piece_list *list, size_t para, size_t from, size_t to,
    bool labelled)
{
	const struct wpara *p = &f->w->para[para];
	struct str s = fold_blanks(f->a, str_sub(p->text, from, to));
	struct piece *x;

	if (s.n == 0 || list->n >= MAX_PIECES)
		return;
	if (labelled && p->label.n > 0)
		s = str_printf(
		    f->a, "%.*s %.*s", STR_ARG(p->label), STR_ARG(s));
	x = vec_add(f->a, list);
	*x = (struct piece) { .para = para, .from = from, .to = to };
	x->text = s;
	/* whole characters only */
	to = s.n < KEY_LENGTH ? s.n : KEY_LENGTH;
	while (to > 0 && to < s.n && ((unsigned char)s.p[to] & 0xC0) == 0x80)
		to--;
	x->key = viet_fold(f->a, str_sub(s, 0, to));
}

static bool
is_gap(char c)
{
	return c == ' ' || c == '\t';
}

/* The end of a gap at i that parts two columns; i if there is none. */
static size_t
column_gap(struct str s, size_t i)
{
	size_t at = i, k, n = 0;

	while (at < s.n && is_gap(s.p[at])) {
		n += s.p[at] == '\t' ? WIDE_GAP : 1;
		at++;
	}
	k = at;
	if (n < WIDE_GAP || at == s.n || s.p[at] == '\n')
		return i;
	/* "Số:      /KH-UBND" is one piece */
	return viet_is_letter(utf8_next(s, &k)) || s.p[at] == '-' ? at : i;
}

static void
cut_line(struct form *f, piece_list *list, size_t para, size_t from, size_t to)
{
	struct str s = str_sub(f->w->para[para].text, 0, to);
	size_t begin = from, first = list->n, gap;
	bool labelled = from == 0;

	for (size_t i = from; i < to; i++) {
		gap = column_gap(s, i);
		if (gap == i) {
			/* blanks that part nothing are passed at once */
			while (
			    is_gap(s.p[i]) && i + 1 < to && is_gap(s.p[i + 1]))
				i++;
			continue;
		}
		add_piece(f, list, para, begin, i, labelled);
		labelled = labelled && list->n == first;
		begin = gap;
		i = gap - 1;
	}
	add_piece(f, list, para, begin, to, labelled);
	for (size_t i = first; i < list->n; i++) {
		list->v[i].part = (unsigned)(i - first);
		list->v[i].nparts = (unsigned)(list->n - first);
		list->v[i].indented = column_gap(s, from) > from;
	}
}

void
find_pieces(struct form *f)
{
	piece_list list = { 0 };

	for (size_t p = 0; p < f->w->nbody; p++) {
		struct str s = f->w->para[p].text;
		size_t from = 0, to;

		while (from < s.n) {
			to = str_find(s, STR("\n"), from);
			cut_line(f, &list, p, from, to);
			from = to + 1;
		}
	}
	f->piece = list.v;
	f->npieces = list.n;
}

const struct form *
recognise(const struct word *w, struct arena *a)
{
	struct form *f = NEW(a, struct form);

	f->w = w;
	f->a = a;
	f->nation = f->motto = f->number = f->place_date = NOWHERE;
	f->type = f->about = f->addressee = f->recipients = NOWHERE;
	f->name = f->drafter = f->nation_rest = NOWHERE;
	f->doctype = DOCTYPE_MAX;
	find_pieces(f);
	find_head(f);
	find_sign(f);
	find_front(f);
	find_body(f);
	find_appendices(f);
	f->official = f->nation != NOWHERE || f->motto != NOWHERE ||
	    f->number != NOWHERE || f->recipients != NOWHERE;
	return f;
}
