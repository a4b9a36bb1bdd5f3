/*
 * rules_seen.c - what only a page shows, measured on a PDF's pages: paper,
 * margins and page numbers (R01-R04, R07-R08), lines that part the form (R53),
 * the file itself (R59, R60), page breaks (H02, H03), room to sign (H06).
 */
#include <stdlib.h>

#include "inspect/rules.h"
#include "text/utf8.h"

/* Tolerances of measured lengths, in EMU. */
enum {
	PAPER_SLACK = 18000,  /* 0.5 mm */
	MARGIN_SLACK = 10800, /* 0.3 mm */
	CENTRE_SLACK = 54000, /* 1.5 mm */
	RULE_SLACK = 36000,   /* 1 mm */
	RULE_ABOVE = 24,      /* points from a line of cell 13 to its rule */
	SIGN_LINES = 2        /* of text on the page of the signature */
};

/* "PDF 3" before a value, for what is no paragraph. */
static void
broken_page(struct inspect *x, enum diag_id id, size_t page, struct str value)
{
	broken(x, id, NOWHERE, "PDF %zu: %.*s", page + 1, STR_ARG(value));
}

static struct str
mm(struct inspect *x, emu length)
{
	return millimetres(x, twips(length));
}

static bool
differs(emu v, emu want, emu slack)
{
	return v > want + slack || v < want - slack;
}

void
seen_page_size(struct inspect *x)
{
	for (size_t i = 0; i < x->seen->npages; i++) {
		const struct spage *p = &x->seen->page[i];
		bool lying = p->width > p->height;
		emu w = lying ? p->height : p->width;
		emu h = lying ? p->width : p->height;

		if (differs(w, MM(210), PAPER_SLACK) ||
		    differs(h, MM(297), PAPER_SLACK))
			broken_page(x, DIAG_INSPECT_PAGE_SIZE, i,
			    str_printf(x->a,
				"%.*s x %.*s mm / 210 x 297 mm",
				STR_ARG(mm(x, w)), STR_ARG(mm(x, h))));
	}
}

static void
check_margin(struct inspect *x, enum diag_id id, size_t page, const char *sign,
    emu v, int low, int high)
{
	if (v >= MM(low) - MARGIN_SLACK && v <= MM(high) + MARGIN_SLACK)
		return;
	broken_page(x, id, page,
	    str_printf(x->a, "%s %.*s mm / %d-%d mm", sign,
		STR_ARG(mm(x, v)), low, high));
}

/* A line and its note go together: where notes stand next, room may be left. */
static bool
has_note(const struct inspect *x, size_t page)
{
	for (size_t i = 0; i < x->seen->nlines; i++)
		if (x->seen->line[i].page == page &&
		    x->w->para[x->seen->line[i].para].place == WORD_NOTE)
			return true;
	return false;
}

/* Does a paragraph go on from page to the next? Then the page is full. */
static bool
is_full(const struct inspect *x, size_t page)
{
	for (size_t i = 0; i + 1 < x->seen->nlines; i++) {
		const struct sline *l = &x->seen->line[i];

		if (l[0].para == l[1].para && l[0].page == page &&
		    l[1].page == page + 1 && !l->artifact &&
		    x->w->para[l->para].place == WORD_BODY)
			return !has_note(x, page + 1);
	}
	return false;
}

/*
 * Nothing of the text stands in the margin, and where a page is filled it is
 * filled up to it: but for two lines that may have been kept together.
 */
void
seen_margins_vertical(struct inspect *x)
{
	/* mm: 25 and two lines of the widest pitch; an empty line of a point
	   may stand before the first */
	enum { LOWEST = 45, HIGHEST = 26 };
	const struct spage *p = x->seen->page;
	emu best = MM(297);
	size_t at = 0;

	for (size_t i = 0; i < x->seen->npages; i++) {
		if (p[i].empty)
			continue;
		if (p[i].top < best)
			at = i;
		best = p[i].top < best ? p[i].top : best;
		if (p[i].top < MM(20) - MARGIN_SLACK)
			check_margin(x, DIAG_INSPECT_MARGIN_VERTICAL, i, "↑",
			    p[i].top, 20, 25);
		check_margin(x, DIAG_INSPECT_MARGIN_VERTICAL, i, "↓",
		    p[i].height - p[i].bottom, 20,
		    is_full(x, i) ? LOWEST : 297);
	}
	if (best > MM(HIGHEST))
		check_margin(
		    x, DIAG_INSPECT_MARGIN_VERTICAL, at, "↑", best, 20, 25);
}

/*
 * By section: its text reaches both margins somewhere, unless every line of it
 * is short, and then it may be indented as well.
 */
void
seen_margins_horizontal(struct inspect *x)
{
	enum { INDENTED = 35 + 13 }; /* mm: the widest margin, 1.27 cm */
	const struct spage *p = x->seen->page;
	size_t from = 0, to;

	for (; from < x->seen->npages; from = to) {
		emu left = p[from].width, right = p[from].width, w = right;
		bool lying = p[from].width > p[from].height;
		bool filled = x->seen->filled[p[from].section];

		for (to = from; to < x->seen->npages &&
		     p[to].section == p[from].section;
		     to++) {
			if (p[to].empty)
				continue;
			left = p[to].left < left ? p[to].left : left;
			right = w - p[to].right < right ? w - p[to].right :
							  right;
		}
		/* a lying page may be turned: the ranges turn with it */
		check_margin(x, DIAG_INSPECT_MARGIN_HORIZONTAL, from, "←",
		    left, lying ? 15 : 30, filled ? 35 : INDENTED);
		check_margin(x, DIAG_INSPECT_MARGIN_HORIZONTAL, from, "→",
		    right, 15,
		    !filled ? 297 :
			lying ? 35 :
				20);
	}
}

/* The number printed in a page's margin, or NULL. */
static const struct sline *
number_on(const struct inspect *x, size_t page, enum word_place place)
{
	for (size_t i = x->w->nbody; i < x->w->nparas; i++) {
		size_t first = x->seen->first[i];

		if (x->w->para[i].page_field && x->w->para[i].place == place &&
		    first < x->seen->first[i + 1] &&
		    x->seen->line[first].page == page)
			return &x->seen->line[first];
	}
	return NULL;
}

static void
check_number(struct inspect *x, const struct sline *l)
{
	const struct spage *p = &x->seen->page[l->page];
	const struct wpara *n = &x->w->para[l->para];
	emu off = seen_off_centre(x, l);

	if (differs(off, 0, CENTRE_SLACK))
		broken(x, DIAG_INSPECT_PAGE_NUMBER, l->para, ">< %.*s mm",
		    STR_ARG(mm(x, off)));
	if (l->half_points < 26 || l->half_points > 28)
		broken(x, DIAG_INSPECT_PAGE_NUMBER, l->para,
		    "%.*s pt / 13-14 pt", STR_ARG(points(x, l->half_points)));
	if (n->page_face.italic || n->page_face.bold)
		broken(x, DIAG_INSPECT_PAGE_NUMBER, l->para, "%s",
		    n->page_face.italic ? "+I" : "+B");
	if (!p->empty && l->base > p->top)
		broken(x, DIAG_INSPECT_PAGE_NUMBER, l->para,
		    "%.*s mm / < %.*s mm", STR_ARG(mm(x, l->base)),
		    STR_ARG(mm(x, p->top)));
	if (p->number > 0 &&
	    strtol(utf8_trim(n->text).p, NULL, 10) != p->number)
		broken(x, DIAG_INSPECT_PAGE_NUMBER, l->para, "/ %d",
		    (int)p->number);
}

void
seen_page_number(struct inspect *x)
{
	const struct spage *p = x->seen->page;

	for (size_t i = 1; i < x->seen->npages; i++) {
		const struct sline *l = number_on(x, i, WORD_HEADER);

		/* whether the first page of an appendix has one is not said */
		if (l != NULL)
			check_number(x, l);
		else if (p[i].section == p[i - 1].section &&
		    number_on(x, i, WORD_FOOTER) == NULL)
			broken_page(
			    x, DIAG_INSPECT_PAGE_NUMBER, i, STR("-"));
	}
	if (x->seen->npages == 1)
		rule_absent(x);
}

void
seen_page_number_place(struct inspect *x)
{
	const struct sline *l = number_on(x, 0, WORD_HEADER);

	if (l != NULL)
		broken(x, DIAG_INSPECT_PAGE_NUMBER_PLACE, l->para, "1");
	for (size_t i = 0; i < x->seen->npages; i++) {
		l = number_on(x, i, WORD_FOOTER);
		if (l != NULL)
			broken(x, DIAG_INSPECT_PAGE_NUMBER_PLACE, l->para,
			    "↓ / ↑");
	}
}

/* The rule above a line of cell 13, or NULL. */
static const struct sstroke *
rule_above(const struct inspect *x, const struct sline *l)
{
	for (size_t i = 0; i < x->seen->nstrokes; i++) {
		const struct sstroke *k = &x->seen->stroke[i];

		if (k->page == l->page && k->level && !k->grid &&
		    k->bottom < l->base && k->bottom > l->base - PT(RULE_ABOVE))
			return k;
	}
	return NULL;
}

static void
check_address_rule(struct inspect *x, const struct sline *l)
{
	const struct wsection *s =
	    &x->w->section[x->seen->page[l->page].section];
	const struct sstroke *k = rule_above(x, l);
	emu want = TWIP(s->width - s->left - s->right);

	if (k == NULL)
		broken(x, DIAG_INSPECT_ADDRESS, l->para, "----");
	else if (differs(k->right - k->left, want, RULE_SLACK) ||
	    differs(k->left, TWIP(s->left), RULE_SLACK))
		broken(x, DIAG_INSPECT_ADDRESS, l->para, "%.*s mm / %.*s mm",
		    STR_ARG(mm(x, k->right - k->left)), STR_ARG(mm(x, want)));
}

void
seen_address(struct inspect *x)
{
	size_t n = 0;

	for (size_t i = x->w->nbody; i < x->w->nparas; i++) {
		const struct wpara *p = &x->w->para[i];
		const struct sline *l = &x->seen->line[x->seen->first[i]];
		struct look look = face_look(p, 0, p->text.n);

		if (p->place != WORD_FOOTER || p->page_field)
			continue;
		if (n++ == 0)
			check_address_rule(x, l);
		if (look.min < 22 || look.max > 24)
			broken(x, DIAG_INSPECT_ADDRESS, i, "%.*s pt / 11-12 pt",
			    STR_ARG(points(
				x, look.min < 22 ? look.min : look.max)));
		if (look.some_italic)
			broken(x, DIAG_INSPECT_ADDRESS, i, "+I");
		if (l->page > 0)
			broken(x, DIAG_INSPECT_ADDRESS, i, "%zu / 1",
			    l->page + 1);
	}
	if (n == 0)
		rule_absent(x);
}

void
seen_nation(struct inspect *x)
{
	if (x->f->nation == NOWHERE)
		rule_absent(x);
}

void
seen_page_count(struct inspect *x)
{
	struct pdf_file f = x->seen->view->file;
	const struct pdf_value *tree =
	    pdf_get(&f, x->seen->view->catalog, "Pages");
	int64_t count = pdf_int(pdf_get(&f, tree, "Count"), 0, INT32_MAX, -1);

	if (count != (int64_t)x->seen->npages)
		broken(x, DIAG_INSPECT_PDF_CONTENT, NOWHERE, "/Count %d <> %zu",
		    (int)count, x->seen->npages);
}

void
seen_file(struct inspect *x)
{
	struct str bytes = x->seen->view->file.bytes;
	const pdf_pages *pages = &x->seen->view->page;

	if (bytes.n < 8 || str_cmp(str_sub(bytes, 0, 8), STR("%PDF-1.4")) < 0)
		broken(x, DIAG_INSPECT_PDF_CONTENT, NOWHERE, "%.*s / %s",
		    STR_ARG(str_sub(bytes, 1, 8)), "PDF-1.4");
	for (size_t i = 0; i < pages->n; i++) {
		const struct pdf_page *p = &pages->v[i];

		for (size_t k = 0; k < p->nfonts; k++)
			if (!p->font[k].sound)
				broken(x, DIAG_INSPECT_PDF_CONTENT, NOWHERE,
				    "%.*s", STR_ARG(p->font[k].face));
		if (p->shown.unmapped > 0)
			broken_page(
			    x, DIAG_INSPECT_PDF_CONTENT, i, STR("ToUnicode"));
		if (!utf8_is_nfc(buf_str(&p->shown.text)))
			broken_page(x, DIAG_INSPECT_PDF_CONTENT, i, STR("NFC"));
	}
}

/* The last line of the text on a page; NOWHERE if there is none. */
static size_t
last_para(const struct inspect *x, size_t page)
{
	size_t found = NOWHERE;
	emu base = 0;

	for (size_t i = 0; i < x->seen->nlines; i++) {
		const struct sline *l = &x->seen->line[i];

		if (l->page != page || l->para >= x->w->nbody ||
		    l->base <= base)
			continue;
		found = l->para;
		base = l->base;
	}
	return found;
}

void
seen_headings(struct inspect *x)
{
	for (size_t i = 0; i + 1 < x->seen->npages; i++) {
		size_t para = last_para(x, i);

		for (size_t k = 0; k < x->f->nbody; k++)
			if (x->f->body[k].para == para &&
			    x->f->body[k].kind == BODY_HEADING &&
			    x->seen->line[x->seen->first[para + 1] - 1].page ==
				i)
				broken(x, DIAG_INSPECT_PAGE_BREAK, para, "↓");
	}
}

static size_t
page_of(const struct inspect *x, size_t piece)
{
	return x->seen->line[x->seen->first[x->f->piece[piece].para]].page;
}

void
seen_signature(struct inspect *x)
{
	const struct form *f = x->f;
	size_t page, lines = 0;

	if (f->recipients == NOWHERE || f->name == NOWHERE) {
		rule_absent(x);
		return;
	}
	page = page_of(x, f->recipients);
	if (page_of(x, f->name) != page)
		broken(x, DIAG_INSPECT_PAGE_BREAK, f->piece[f->name].para,
		    "%zu <> %zu", page + 1, page_of(x, f->name) + 1);
	for (size_t i = 0; i < x->seen->nlines; i++)
		if (x->seen->line[i].page == page &&
		    x->seen->line[i].para < f->sign_start)
			lines++;
	if (lines < SIGN_LINES)
		broken(x, DIAG_INSPECT_PAGE_BREAK,
		    f->piece[f->recipients].para, "%zu / %d", lines,
		    SIGN_LINES);
}

/* Left and right of a field of that name; false if there is none. */
static bool
field_span(struct inspect *x, const char *name, int64_t *left, int64_t *right)
{
	struct pdf_file f = x->seen->view->file;
	const struct pdf_value *all = pdf_get(&f,
	    pdf_get(&f, x->seen->view->catalog, "AcroForm"), "Fields");

	for (size_t i = 0; all->kind == PDF_ARRAY && i < all->n; i++) {
		const struct pdf_value *v = pdf_item(&f, all, i), *box;

		if (!str_is(pdf_text(x->a, pdf_get(&f, v, "T")), name))
			continue;
		box = pdf_get(&f, v, "Rect");
		*left = pdf_item(&f, box, 0)->milli;
		*right = pdf_item(&f, box, 2)->milli;
		return *right > *left;
	}
	return false;
}

/* II.8.a: the seal covers about a third of the signature, on its left. */
void
seen_sign_room(struct inspect *x)
{
	enum { LEAST = 250, MOST = 400 /* thousandths */ };
	int64_t left, right, seal_left, seal_right, part;

	if (!field_span(x, "nguoi-ky", &left, &right) ||
	    !field_span(x, "co-quan", &seal_left, &seal_right)) {
		rule_absent(x);
		return;
	}
	part = (seal_right - left) * 1000 / (right - left);
	if (part < LEAST || part > MOST || seal_left >= left)
		broken(x, DIAG_INSPECT_SIGN_ROOM, NOWHERE, "%d %% / 25-40 %%",
		    (int)(part / 10));
}

/* Do two lines stand one on the other? Nearer than 0.7 of the size. */
static bool
overlap(const struct sline *a, const struct sline *b)
{
	int64_t size = a->half_points < b->half_points ? a->half_points :
							 b->half_points;
	emu apart = a->base < b->base ? b->base - a->base : a->base - b->base;

	return a->page == b->page && a->left < b->right &&
	    b->left < a->right && apart < size * EMU_PER_PT * 35 / 100;
}

void
seen_body_line(struct inspect *x)
{
	enum { AHEAD = 80 }; /* lines looked at behind each */

	measure_body_line(x);
	for (size_t i = 0; i < x->seen->nlines; i++) {
		const struct sline *l = &x->seen->line[i];

		for (size_t k = 1; k < AHEAD && i + k < x->seen->nlines; k++)
			if (overlap(l, &l[k])) {
				broken(x, DIAG_INSPECT_BODY_LINE, l[k].para,
				    "↕ %.*s mm",
				    STR_ARG(mm(x, l[k].base - l->base)));
				break;
			}
	}
}

/* H04: boxes around the form's own lines are borders, but for the marks'. */
void
seen_form_borders(struct inspect *x)
{
	for (size_t i = 0; i < x->w->ndrawings; i++) {
		const struct wdrawing *d = &x->w->drawing[i];
		const struct wpara *p = &x->w->para[d->para];

		if (d->n_inside > 0 && p->place == WORD_CELL &&
		    !x->w->table[p->table].bordered &&
		    !is_stamp_text(x, utf8_trim(p->text)))
			broken(x, DIAG_INSPECT_FORM_BORDER, d->para, "%s", "");
	}
	if (x->f->nation == NOWHERE && x->f->recipients == NOWHERE)
		rule_absent(x);
}

/* H05: as on paper; how a Word file says it is another matter. */
void
seen_tables(struct inspect *x)
{
	enum { SMALLEST = 22 };
	size_t n = 0;

	for (size_t i = 0; i < x->w->nbody; i++) {
		const struct wpara *p = &x->w->para[i];
		struct look l = face_look(p, 0, p->text.n);

		if (p->table == WORD_NO_TABLE ||
		    !x->w->table[p->table].bordered)
			continue;
		n++;
		if (l.min > 0 && l.min < SMALLEST)
			broken(x, DIAG_INSPECT_TABLE_TEXT, i, "%.*s pt / 11 pt",
			    STR_ARG(points(x, l.min)));
	}
	for (size_t i = 0; i < x->seen->nstrokes; i++) {
		const struct sstroke *k = &x->seen->stroke[i];
		emu right = x->seen->page[k->page].width - k->right;

		if (k->grid &&
		    (k->left < MM(15) - MARGIN_SLACK ||
			right < MM(15) - MARGIN_SLACK))
			broken_page(x, DIAG_INSPECT_TABLE_WIDTH, k->page,
			    str_printf(x->a, "%.*s mm",
				STR_ARG(mm(x, k->right - k->left))));
	}
	if (n == 0)
		rule_absent(x);
}
