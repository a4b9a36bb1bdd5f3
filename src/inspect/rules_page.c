/* rules_page.c - page, margins, font, colour, page number (R01-R08, R51). */
#include <stdlib.h>
#include <strings.h>

#include "inspect/rules.h"
#include "text/utf8.h"
#include "text/viet.h"

enum {
	TOLERANCE = 2, /* twips, of stored values */
	A4_WIDTH = 11906,
	A4_HEIGHT = 16838,
	STAMP_LONG = 60 /* bytes */
};

/* Within a range of millimetres as twips, with the tolerance. */
static bool
within(int64_t v, int64_t low, int64_t high)
{
	return v >= low - TOLERANCE && v <= high + TOLERANCE;
}

static size_t
first_para(const struct inspect *x, const struct wsection *s)
{
	return x->w->nsections > 1 && s->first < x->w->nbody ? s->first :
							       NOWHERE;
}

void
measure_page_size(struct inspect *x)
{
	for (size_t i = 0; i < x->w->nsections; i++) {
		const struct wsection *s = &x->w->section[i];
		int64_t w = s->landscape ? s->height : s->width;
		int64_t h = s->landscape ? s->width : s->height;

		if (!within(w, A4_WIDTH, A4_WIDTH + 1) ||
		    !within(h, A4_HEIGHT, A4_HEIGHT + 2))
			broken(x, DIAG_INSPECT_PAGE_SIZE, first_para(x, s),
			    "%.*s x %.*s mm / 210 x 297 mm",
			    STR_ARG(millimetres(x, w)),
			    STR_ARG(millimetres(x, h)));
	}
}

static bool
section_has_table(const struct inspect *x, size_t section)
{
	for (size_t i = 0; i < x->w->ntables; i++)
		if (x->w->table[i].section == section &&
		    x->w->table[i].bordered)
			return true;
	return false;
}

static bool
in_appendix(const struct inspect *x, const struct wsection *s)
{
	for (size_t i = 0; i < x->f->nappendices; i++)
		if (x->f->appendix[i].first < s->first + s->n &&
		    x->f->appendix[i].end > s->first)
			return true;
	return false;
}

void
measure_orientation(struct inspect *x)
{
	for (size_t i = 0; i < x->w->nsections; i++) {
		const struct wsection *s = &x->w->section[i];

		if (s->landscape && !section_has_table(x, i) &&
		    !in_appendix(x, s))
			broken(x, DIAG_INSPECT_PAGE_ORIENTATION,
			    first_para(x, s), "%.*s x %.*s mm",
			    STR_ARG(millimetres(x, s->width)),
			    STR_ARG(millimetres(x, s->height)));
	}
}

static void
check_margin(struct inspect *x, enum diag_id id, const struct wsection *s,
    const char *sign, int64_t v, int64_t low, int64_t high)
{
	/* a lying page may be turned: the ranges turn with it */
	if (within(v, low, high) || (s->landscape && within(v, 850, 1984)))
		return;
	broken(x, id, first_para(x, s), "%s %.*s mm / %.*s-%.*s mm", sign,
	    STR_ARG(millimetres(x, v)), STR_ARG(millimetres(x, low)),
	    STR_ARG(millimetres(x, high)));
}

static void
check_margin_at(struct inspect *x, size_t para, const struct wsection *s,
    const char *sign, int64_t v, int64_t low)
{
	if (v < low - TOLERANCE && !s->landscape)
		broken(x, DIAG_INSPECT_MARGIN_HORIZONTAL, para,
		    "%s %.*s mm / %.*s mm", sign, STR_ARG(millimetres(x, v)),
		    STR_ARG(millimetres(x, low)));
}

void
measure_margins_vertical(struct inspect *x)
{
	for (size_t i = 0; i < x->w->nsections; i++) {
		const struct wsection *s = &x->w->section[i];

		check_margin(x, DIAG_INSPECT_MARGIN_VERTICAL, s, "↑", s->top,
		    1134, 1417);
		check_margin(x, DIAG_INSPECT_MARGIN_VERTICAL, s, "↓", s->bottom,
		    1134, 1417);
	}
}

/* Negative indents bring text into a margin that is right by itself. */
static void
check_outdents(struct inspect *x)
{
	for (size_t i = 0; i < x->w->nbody; i++) {
		const struct wpara *p = &x->w->para[i];
		const struct wsection *s;
		int64_t left = p->form.left +
		    (p->form.first < 0 ? p->form.first : 0);

		if (p->place != WORD_BODY || p->section >= x->w->nsections ||
		    p->form.framed || utf8_trim(p->text).n == 0)
			continue;
		s = &x->w->section[p->section];
		if (left < 0)
			check_margin_at(x, i, s, "←", s->left + left, 1701);
		if (p->form.right < 0)
			check_margin_at(
			    x, i, s, "→", s->right + p->form.right, 850);
	}
}

void
measure_margins_horizontal(struct inspect *x)
{
	check_outdents(x);
	for (size_t i = 0; i < x->w->nsections; i++) {
		const struct wsection *s = &x->w->section[i];

		check_margin(x, DIAG_INSPECT_MARGIN_HORIZONTAL, s, "←", s->left,
		    1701, 1984);
		check_margin(x, DIAG_INSPECT_MARGIN_HORIZONTAL, s, "→",
		    s->right, 850, 1134);
	}
}

static bool
is_times(struct str name)
{
	struct str times = STR("Times New Roman");

	return name.n == times.n && strncasecmp(name.p, times.p, name.n) == 0;
}

/* Which of its fonts the text of a run shows. */
static void
fonts_used(struct str s, bool *ascii, bool *hansi)
{
	size_t i = 0;

	while (i < s.n) {
		uint32_t c = utf8_next(s, &i);

		if (utf8_is_blank(c))
			continue;
		if (c < 0x80)
			*ascii = true;
		else
			*hansi = true;
	}
}

static void
check_font(struct inspect *x, size_t para, const struct wrun *r)
{
	const struct wface *f = &r->face;
	struct str s = str_sub(x->w->para[para].text, r->from, r->to);
	struct str odd = STR_NONE;
	bool ascii = false, hansi = false;

	fonts_used(s, &ascii, &hansi);
	if (ascii && !is_times(f->font[WORD_ASCII]))
		odd =
		    f->font[WORD_ASCII].n > 0 ? f->font[WORD_ASCII] : STR("?");
	else if (hansi && !is_times(f->font[WORD_HANSI]))
		odd =
		    f->font[WORD_HANSI].n > 0 ? f->font[WORD_HANSI] : STR("?");
	if (odd.n > 0)
		broken(x, DIAG_INSPECT_FONT_NAME, para, "%.*s / %s",
		    STR_ARG(odd), "Times New Roman");
	else if ((ascii || hansi) && f->font[WORD_CS].n > 0 &&
	    !is_times(f->font[WORD_CS]))
		broken(x, DIAG_INSPECT_FONT_COMPLEX, para, "%.*s / %s",
		    STR_ARG(f->font[WORD_CS]), "Times New Roman");
}

void
measure_fonts(struct inspect *x)
{
	for (size_t i = 0; i < x->w->nparas; i++)
		for (size_t k = 0; k < x->w->para[i].nruns; k++)
			check_font(x, i, &x->w->para[i].run[k]);
}

/* Red of the urgency mark; anything so red may be one. */
static bool
is_red(struct str color)
{
	char text[3] = { 0 };
	long v[3];

	if (color.n != 6)
		return false;
	for (size_t i = 0; i < 3; i++) {
		text[0] = color.p[2 * i];
		text[1] = color.p[2 * i + 1];
		v[i] = strtol(text, NULL, 16);
	}
	return v[0] >= 0xC0 && v[1] <= 0x40 && v[2] <= 0x40;
}

bool
is_stamp_text(struct inspect *x, struct str s)
{
	static const char *const marks[] = { "hoa toc", "hoa toc hen gio",
		"thuong khan", "khan", "mat", "toi mat", "tuyet mat",
		"luu hanh noi bo", "xem xong tra lai", "tai lieu thu hoi" };
	struct str key;

	if (!is_upper_text(s) || s.n > STAMP_LONG)
		return false;
	key = viet_fold(x->a, s);
	for (size_t i = 0; i < COUNT(marks); i++)
		if (str_is(key, marks[i]))
			return true;
	return false;
}

void
measure_color(struct inspect *x)
{
	for (size_t i = 0; i < x->w->nparas; i++)
		for (size_t k = 0; k < x->w->para[i].nruns; k++) {
			const struct wpara *p = &x->w->para[i];
			const struct wrun *r = &p->run[k];
			struct str c = r->face.color;
			struct str s = str_sub(p->text, r->from, r->to);

			if (c.n == 0 || str_is(c, "auto") ||
			    str_is(c, "000000") || utf8_trim(s).n == 0)
				continue;
			/* 10a, 10b, 11: stamps are red */
			if (is_red(c) && is_stamp_text(x, utf8_trim(p->text)))
				continue;
			broken(x, DIAG_INSPECT_TEXT_COLOR, i, "%.*s / 000000",
			    STR_ARG(c));
		}
}

/* The paragraph of the story that shows the page number, or NOWHERE. */
static size_t
page_field(const struct inspect *x, const struct wstory *s)
{
	for (size_t i = s->first; s->there && i < s->first + s->n; i++)
		if (x->w->para[i].page_field)
			return i;
	return NOWHERE;
}

static bool
footer_has_number(const struct inspect *x)
{
	for (size_t i = 0; i < x->w->nsections; i++)
		for (size_t k = 0; k < WORD_PAGES; k++)
			if (page_field(x, &x->w->section[i].foot[k]) != NOWHERE)
				return true;
	return false;
}

static void
check_number_look(struct inspect *x, size_t para)
{
	const struct wpara *p = &x->w->para[para];
	const struct wface *f = &p->page_face;
	bool centred = p->form.align == WORD_CENTER || p->form.frame_centred ||
	    p->place == WORD_SHAPE;

	/* a tab may bring it to the centre as well */
	if (!centred && str_find(p->text, STR("\t"), 0) == p->text.n)
		broken(x, DIAG_INSPECT_PAGE_NUMBER, para, "|< / ><");
	if (f->half_points < 26 || f->half_points > 28)
		broken(x, DIAG_INSPECT_PAGE_NUMBER, para, "%.*s pt / 13-14 pt",
		    STR_ARG(points(x, f->half_points)));
	if (f->italic)
		broken(x, DIAG_INSPECT_PAGE_NUMBER, para, "+I");
}

/* Text for two pages at least, or a page break in it. */
static bool
has_two_pages(const struct inspect *x)
{
	enum { PAGE_BYTES = 9000 }; /* some 60 full lines of Vietnamese */
	size_t bytes = 0;

	for (size_t i = 0; i < x->w->nbody; i++) {
		bytes += x->w->para[i].text.n;
		if (x->w->para[i].page_break ||
		    (i > 0 && x->w->para[i].form.page_break_before))
			return true;
	}
	return bytes > PAGE_BYTES || x->w->nsections > 1;
}

void
measure_page_number(struct inspect *x)
{
	const struct wsection *s = &x->w->section[0];
	size_t para = page_field(x, &s->head[WORD_DEFAULT]);

	if (para == NOWHERE) {
		if (footer_has_number(x))
			return; /* R08 tells */
		if (has_two_pages(x))
			broken(x, DIAG_INSPECT_PAGE_NUMBER, NOWHERE, "-PAGE");
		else
			rule_open(x);
		return;
	}
	check_number_look(x, para);
	if (x->w->even_and_odd) {
		para = page_field(x, &s->head[WORD_EVEN]);
		if (para == NOWHERE)
			broken(x, DIAG_INSPECT_PAGE_NUMBER, NOWHERE,
			    "2, 4, 6: -PAGE");
		else
			check_number_look(x, para);
	}
	if (s->page_start >= 0 && s->page_start != 1)
		broken(x, DIAG_INSPECT_PAGE_NUMBER, NOWHERE, "%d / 1",
		    (int)s->page_start);
	if (s->page_format.n > 0)
		broken(x, DIAG_INSPECT_PAGE_NUMBER, NOWHERE, "%.*s / 1, 2, 3",
		    STR_ARG(s->page_format));
	if (s->header >= s->top)
		broken(x, DIAG_INSPECT_PAGE_NUMBER, NOWHERE,
		    "%.*s mm / < %.*s mm", STR_ARG(millimetres(x, s->header)),
		    STR_ARG(millimetres(x, s->top)));
}

void
measure_page_number_place(struct inspect *x)
{
	const struct wsection *s = &x->w->section[0];

	for (size_t i = 0; i < x->w->nsections; i++)
		for (size_t k = 0; k < WORD_PAGES; k++) {
			const struct wsection *t = &x->w->section[i];
			size_t para = page_field(x, &t->foot[k]);

			if (para == NOWHERE ||
			    (k == WORD_FIRST && !t->first_page_differs) ||
			    (k == WORD_EVEN && !x->w->even_and_odd))
				continue;
			broken(x, DIAG_INSPECT_PAGE_NUMBER_PLACE, para,
			    "↓ PAGE / ↑ PAGE");
		}
	if (!s->first_page_differs &&
	    page_field(x, &s->head[WORD_DEFAULT]) != NOWHERE)
		broken(x, DIAG_INSPECT_PAGE_NUMBER_PLACE, NOWHERE,
		    "titlePg 0 / 1");
	if (s->first_page_differs &&
	    page_field(x, &s->head[WORD_FIRST]) != NOWHERE)
		broken(x, DIAG_INSPECT_PAGE_NUMBER_PLACE,
		    page_field(x, &s->head[WORD_FIRST]), "PAGE 1");
}

void
measure_appendix_pages(struct inspect *x)
{
	if (x->f->nappendices == 0 || x->f->separate) {
		rule_absent(x);
		return;
	}
	for (size_t i = 0; i < x->f->nappendices; i++) {
		const struct appendix *p = &x->f->appendix[i];
		size_t section = x->w->para[p->first].section;
		const struct wsection *s =
		    &x->w->section[section < x->w->nsections ? section : 0];

		if (s->page_start != 1)
			broken(x, DIAG_INSPECT_APPENDIX_PAGES, p->first,
			    "pgNumType / 1");
	}
}
