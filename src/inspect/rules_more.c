/*
 * rules_more.c - appendices, stamps, address, signature information, tables
 * (R49, R50, R52, R53, R55, H04, H05, H11).
 */
#include "inspect/rules.h"
#include "text/utf8.h"
#include "text/viet.h"

static size_t
para_of(const struct inspect *x, size_t piece)
{
	return x->f->piece[piece].para;
}

/* "II" of "Phụ lục II". */
static struct str
appendix_label(const struct inspect *x, size_t i)
{
	struct str s = x->f->piece[x->f->appendix[i].head].text;
	size_t n = sizeof("Phụ lục") - 1;

	s = str_trim(str_sub(s, n < s.n ? n : s.n, s.n));
	while (s.n > 0 && (s.p[s.n - 1] == ':' || s.p[s.n - 1] == '.'))
		s.n--;
	return s;
}

static bool
text_mentions(const struct inspect *x)
{
	for (size_t i = 0; i < x->f->nbody; i++) {
		struct str key = viet_fold(x->a, x->f->body[i].text);

		if (key_holds(key, "phu luc") || key_holds(key, "kem theo") ||
		    key_holds(key, "dinh kem"))
			return true;
	}
	return false;
}

void
measure_appendix_references(struct inspect *x)
{
	const struct form *f = x->f;

	if (f->nappendices == 0 || f->separate) {
		rule_absent(x);
		return;
	}
	x->wording = true;
	if (!text_mentions(x))
		broken(x, DIAG_INSPECT_APPENDIX_REFERENCE, f->appendix[0].first,
		    "%s", "-");
	for (size_t i = 0; f->nappendices > 1 && i < f->nappendices; i++)
		if (roman_parse(appendix_label(x, i)) != i + 1)
			broken(x, DIAG_INSPECT_APPENDIX_REFERENCE,
			    f->appendix[i].first, "\"%.*s\" / %.*s",
			    STR_ARG(appendix_label(x, i)),
			    STR_ARG(roman_print(x->a, (unsigned)i + 1)));
}

void
measure_appendix_heads(struct inspect *x)
{
	static const struct want head = { 28, 28, YES, NO, NO, true };
	static const struct want title = { 26, 28, YES, NO, YES, true };
	static const struct want reference = { 26, 28, NO, YES, ANY, true };

	if (x->f->nappendices == 0)
		rule_absent(x);
	for (size_t i = 0; i < x->f->nappendices; i++) {
		const struct appendix *p = &x->f->appendix[i];

		check_look(x, DIAG_INSPECT_APPENDIX_HEAD, p->head, &head);
		if (p->title != NOWHERE)
			check_look(
			    x, DIAG_INSPECT_APPENDIX_HEAD, p->title, &title);
		if (p->reference != NOWHERE)
			check_look(x, DIAG_INSPECT_APPENDIX_HEAD, p->reference,
			    &reference);
		x->wording = true;
		if (!str_starts(x->f->piece[p->head].text, STR("Phụ lục")) &&
		    !is_upper_text(x->f->piece[p->head].text))
			broken_near(x, DIAG_INSPECT_APPENDIX_HEAD, p->first,
			    STR("Phụ lục ..."), STR_NONE);
		x->wording = false;
	}
}

/* III.2.b: widths by word, all 8 mm high; folded for oả and ỏa. */
static const struct {
	const char *key;
	int width; /* mm */
} stamps[] = { { "hoa toc", 30 }, { "thuong khan", 40 }, { "khan", 20 } };

enum { STAMP_HEIGHT = 8, STAMP_SLACK = 18000 /* EMU, half a millimetre */ };

static void
check_box(struct inspect *x, size_t para, emu width, emu height, int want)
{
	emu w = width - MM(want), h = height - MM(STAMP_HEIGHT);

	if (w > STAMP_SLACK || w < -STAMP_SLACK || h > STAMP_SLACK ||
	    h < -STAMP_SLACK)
		broken(x, DIAG_INSPECT_STAMP, para,
		    "%.*s x %.*s mm / %d x %d mm",
		    STR_ARG(millimetres(x, twips(width))),
		    STR_ARG(millimetres(x, twips(height))), want, STAMP_HEIGHT);
}

/* A paragraph with borders on all sides; without an exact height it is open. */
static void
check_border_box(struct inspect *x, size_t para, int want)
{
	const struct wpara *p = &x->w->para[para];
	const struct wform *f = &p->form;
	int64_t measure = word_measure(x->w, p);
	int64_t w = measure - f->left - f->right +
	    (f->edge[WORD_START] + f->edge[WORD_END]) * 5 / 2;
	int64_t h =
	    f->line + (f->edge[WORD_TOP] + f->edge[WORD_BOTTOM]) * 5 / 2;

	if (f->rule != WORD_EXACT || measure <= 0)
		rule_open(x);
	else
		check_box(x, para, TWIP(w), TWIP(h), want);
}

/* The box of a stamp: the drawing or the cell around its text. */
static void
check_stamp_box(struct inspect *x, size_t para, int want)
{
	const struct wpara *p = &x->w->para[para];
	const struct wcell *c = word_cell(x->w, p);

	for (size_t i = 0; i < x->w->ndrawings; i++) {
		const struct wdrawing *d = &x->w->drawing[i];

		if (para < d->first_inside ||
		    para >= d->first_inside + d->n_inside)
			continue;
		if (d->width == 0 || d->height == 0)
			rule_open(x);
		else
			check_box(x, para, d->width, d->height, want);
		return;
	}
	if (c != NULL && c->border[WORD_TOP]) {
		const struct wrow *r = &x->w->table[p->table].row[p->row];

		if (r->height == 0)
			rule_open(x);
		else
			check_box(
			    x, para, TWIP(c->width), TWIP(r->height), want);
		return;
	}
	if (p->form.border[WORD_TOP])
		check_border_box(x, para, want);
	else
		broken(x, DIAG_INSPECT_STAMP, para, "[ ]");
}

void
measure_stamp(struct inspect *x)
{
	static const struct want want = { 26, 28, YES, NO, YES, false };
	size_t n = 0;

	for (size_t i = 0; i < x->f->npieces; i++)
		for (size_t k = 0; k < COUNT(stamps); k++) {
			const struct wpara *p;

			if (!str_is(x->f->piece[i].key, stamps[k].key) ||
			    para_of(x, i) >= x->f->front_end)
				continue;
			n++;
			p = piece_para(x->f, i);
			check_look(x, DIAG_INSPECT_STAMP, i, &want);
			check_stamp_box(x, para_of(x, i), stamps[k].width);
			if (p->nruns > 0 && p->run[0].face.color.n != 6)
				broken(x, DIAG_INSPECT_STAMP, para_of(x, i),
				    "000000 / FF0000");
		}
	if (n == 0)
		rule_absent(x);
}

static bool
is_address(struct str s, struct arena *a)
{
	struct str key = viet_fold(a, str_sub(s, 0, 300));

	return key_holds(key, "dien thoai") || key_holds(key, "website") ||
	    key_holds(key, "dia chi:") || key_holds(key, "e mail") ||
	    key_holds(key, "email:");
}

static void
check_address(struct inspect *x, const struct wstory *s, bool first_page)
{
	bool line = false;

	for (size_t i = s->first; s->there && i < s->first + s->n; i++) {
		const struct wpara *p = &x->w->para[i];
		struct look l = face_look(p, 0, p->text.n);

		line = line || is_ruler(x->f, i) || p->form.border[WORD_TOP];
		if (!is_address(p->text, x->a))
			continue;
		if (l.min < 22 || l.max > 24)
			broken(x, DIAG_INSPECT_ADDRESS, i, "%.*s pt / 11-12 pt",
			    STR_ARG(points(x, l.min < 22 ? l.min : l.max)));
		if (l.some_italic)
			broken(x, DIAG_INSPECT_ADDRESS, i, "+I");
		if (!line)
			broken(x, DIAG_INSPECT_ADDRESS, i, "----");
		if (!first_page)
			broken(x, DIAG_INSPECT_ADDRESS, i, "2, 3 / 1");
	}
}

static bool
has_address(struct inspect *x)
{
	for (size_t i = x->w->nbody; i < x->w->nparas; i++)
		if (x->w->para[i].place == WORD_FOOTER &&
		    is_address(x->w->para[i].text, x->a))
			return true;
	return false;
}

void
measure_address(struct inspect *x)
{
	const struct wsection *s = &x->w->section[0];

	if (!has_address(x)) {
		rule_absent(x);
		return;
	}
	check_address(x, &s->foot[WORD_FIRST], true);
	check_address(x, &s->foot[WORD_DEFAULT], false);
}

/* 2025-12-05T14:59:33+07:00, or with a stop or blank between. */
static bool
has_time(struct str s)
{
	size_t at = str_find(s, STR("+07:00"), 0);

	return at < s.n && at >= 8 && s.p[at - 3] == ':' && s.p[at - 6] == ':';
}

void
measure_signature_info(struct inspect *x)
{
	static const struct want want = { 20, 20, NO, NO, ANY, false };
	enum { MANY_TIMES = 20 };
	size_t n = 0;

	for (size_t i = 0; i < x->f->npieces && n < MANY_TIMES; i++) {
		struct str s = x->f->piece[i].text;

		if (str_find(s, STR("+07:00"), 0) == s.n || s.n > 300)
			continue;
		n++;
		check_look(x, DIAG_INSPECT_SIGNATURE_INFO, i, &want);
		x->wording = true;
		if (!has_time(s))
			broken(x, DIAG_INSPECT_SIGNATURE_INFO, para_of(x, i),
			    "hh:mm:ss+07:00");
		x->wording = false;
	}
	if (n == 0)
		rule_absent(x);
}

static void
check_form_table(struct inspect *x, size_t piece, size_t *done)
{
	enum { HALF_MM = 28 };
	const struct wpara *p = piece_para(x->f, piece);
	const struct wtable *t;
	const struct wsection *s;

	if (p->table == WORD_NO_TABLE || *done == p->table)
		return;
	*done = p->table;
	t = &x->w->table[p->table];
	s = &x->w->section[t->section < x->w->nsections ? t->section : 0];
	for (size_t i = 0; i < t->ncells; i++) {
		const struct wcell *c = &t->cell[i];

		/* a lower border alone may be the line under the issuer */
		if (c->border[WORD_START] || c->border[WORD_END] ||
		    c->border[WORD_TOP]) {
			broken(x, DIAG_INSPECT_FORM_BORDER, t->first, "%s", "");
			break;
		}
	}
	if (t->width > s->width - s->left - s->right + t->margin_left +
		t->margin_right + HALF_MM)
		broken(x, DIAG_INSPECT_FORM_TABLE, t->first,
		    "%.*s mm / %.*s mm", STR_ARG(millimetres(x, t->width)),
		    STR_ARG(millimetres(x, s->width - s->left - s->right)));
	for (size_t i = 0; i < t->nrows; i++)
		if (!t->row[i].cant_split) {
			broken(x, DIAG_INSPECT_FORM_TABLE, t->first,
			    "cantSplit 0 / 1");
			break;
		}
}

void
measure_form_tables(struct inspect *x)
{
	size_t done = WORD_NO_TABLE;

	if (x->f->nation != NOWHERE)
		check_form_table(x, x->f->nation, &done);
	if (x->f->recipients != NOWHERE)
		check_form_table(x, x->f->recipients, &done);
	if (done == WORD_NO_TABLE)
		rule_absent(x);
}

/* Tables of the text: with borders, and not in the form. */
static bool
is_content(const struct inspect *x, size_t table)
{
	return x->w->table[table].bordered &&
	    x->w->table[table].outer == WORD_NO_TABLE &&
	    (x->f->nation == NOWHERE ||
		piece_para(x->f, x->f->nation)->table != table) &&
	    (x->f->recipients == NOWHERE ||
		piece_para(x->f, x->f->recipients)->table != table);
}

static void
check_table(struct inspect *x, const struct wtable *t)
{
	enum { SLACK = 17, SMALLEST = 22, LONG_TABLE = 12 };
	const struct wsection *s =
	    &x->w->section[t->section < x->w->nsections ? t->section : 0];
	int64_t room = s->width - s->left - s->right;

	if (t->width == 0)
		rule_open(x);
	/* cell margins may hang out on both sides, the text stays inside */
	else if (t->width > room + t->margin_left + t->margin_right + SLACK)
		broken(x, DIAG_INSPECT_TABLE_WIDTH, t->first,
		    "%.*s mm / %.*s mm", STR_ARG(millimetres(x, t->width)),
		    STR_ARG(millimetres(x, room)));
	if (t->nrows > LONG_TABLE && !t->row[0].header)
		broken(x, DIAG_INSPECT_TABLE_TEXT, t->first, "tblHeader 0 / 1");
	for (size_t i = t->first; i < t->first + t->n; i++) {
		const struct wpara *p = &x->w->para[i];
		struct look l = face_look(p, 0, p->text.n);

		if (l.min > 0 && l.min < SMALLEST)
			broken(x, DIAG_INSPECT_TABLE_TEXT, i, "%.*s pt / 11 pt",
			    STR_ARG(points(x, l.min)));
	}
}

void
measure_tables(struct inspect *x)
{
	size_t n = 0;

	for (size_t i = 0; i < x->w->ntables; i++)
		if (is_content(x, i)) {
			check_table(x, &x->w->table[i]);
			n++;
		}
	if (n == 0)
		rule_absent(x);
}

/* The whole text of a cell, folded. */
static struct str
cell_key(
    const struct inspect *x, const struct wtable *t, size_t row, size_t column)
{
	struct buf b = { .arena = x->a };

	for (size_t i = 0; i < t->ncells; i++) {
		const struct wcell *c = &t->cell[i];

		if (c->row != row || c->column != column)
			continue;
		for (size_t k = c->first; k < c->first + c->n; k++) {
			buf_add(&b, x->w->para[k].label);
			buf_addc(&b, ' ');
			buf_add(&b, x->w->para[k].text);
			buf_addc(&b, ' ');
		}
	}
	return viet_fold(x->a, utf8_trim(buf_str(&b)));
}

static int
number_of(struct str s)
{
	int v = 0;

	while (s.n > 0 && s.p[s.n - 1] == '.')
		s.n--;
	for (size_t i = 0; i < s.n; i++) {
		if (!is_number_char(s.p[i]) || i > 5)
			return -1;
		v = v * 10 + (s.p[i] - '0');
	}
	return s.n > 0 ? v : -1;
}

/* Names that stand in two rows with the same unit or achievement. */
static void
check_doubles(struct inspect *x, const struct wtable *t, size_t rows)
{
	enum { LONGEST_LIST = 2000 };
	struct str *key = NEW_ARRAY(x->a, rows + 1, struct str);

	if (rows > LONGEST_LIST)
		return;
	for (size_t i = 0; i < rows; i++) {
		key[i] =
		    str_printf(x->a, "%.*s|%.*s", STR_ARG(cell_key(x, t, i, 1)),
			STR_ARG(cell_key(x, t, i, 2)));
		for (size_t k = 0; k < i; k++)
			if (key[i].n > 4 && str_eq(key[i], key[k]))
				broken(x, DIAG_INSPECT_LIST_DUPLICATE, t->first,
				    "%zu, %zu", k + 1, i + 1);
	}
}

enum { MAX_CELLS = 8000 };

/* A list has STT above its first column and a name above the second. */
static bool
is_list_table(const struct inspect *x, const struct wtable *t)
{
	struct str first, second;

	if (t->nrows < 2 || t->ncolumns < 2 || t->ncells > MAX_CELLS)
		return false;
	first = cell_key(x, t, 0, 0);
	second = cell_key(x, t, 0, 1);
	return (str_is(first, "stt") || str_is(first, "tt") ||
		   str_is(first, "so tt")) &&
	    (key_holds(second, "ten") || key_holds(second, "tap the") ||
		key_holds(second, "ca nhan") || key_holds(second, "don vi"));
}

void
measure_lists(struct inspect *x)
{
	size_t n = 0;

	x->wording = true;
	for (size_t i = 0; i < x->w->ntables; i++) {
		const struct wtable *t = &x->w->table[i];
		int last = 0;

		if (!is_list_table(x, t))
			continue;
		n++;
		for (size_t r = 1; r < t->nrows; r++) {
			int v = number_of(cell_key(x, t, r, 0));

			if (v < 0)
				continue;
			if (v != last + 1 && !(v == 1 && last > 1))
				broken(x, DIAG_INSPECT_LIST_SEQUENCE, t->first,
				    "%d / %d", v, last + 1);
			last = v;
		}
		check_doubles(x, t, t->nrows);
	}
	if (n == 0)
		rule_absent(x);
}
