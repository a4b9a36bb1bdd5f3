/*
 * seen_form.c - how paragraphs stand, worked out from where their lines are:
 * margins and sections, alignment, indents, gaps, pitch.
 */
#include "inspect/seen.h"

enum {
	EDGE = 6350,    /* EMU, half a point: so near is at an edge */
	OUTSIDE = 72000, /* 2 mm that a table may stand outside the text */
	MIDDLE = 54000, /* 1.5 mm */
	INSET = 36000,  /* 1 mm that a centred line leaves at both sides */
	LONG_RULE = 100, /* mm */
	ENOUGH = 120,   /* twips: a gap that is not measured */
	SINGLE = 240,
	PAGES_MAX = 100000
};

/* By the fonts, or by the proportions of Times New Roman. */
emu
seen_height(const struct font_set *fonts, int64_t half_points)
{
	return fonts != NULL ?
	    font_line_height(fonts, (unsigned)half_points) :
	    half_points * EMU_PER_PT * 1149 / 2000;
}

emu
seen_above(const struct font_set *fonts, int64_t half_points)
{
	return fonts != NULL ? font_baseline(fonts, (unsigned)half_points) :
			       half_points * EMU_PER_PT * 933 / 2000;
}

/* -- what is printed -------------------------------------------------- */

static void
grow(struct spage *p, emu left, emu right, emu top, emu bottom)
{
	if (p->empty || left < p->left)
		p->left = left;
	if (p->empty || right > p->right)
		p->right = right;
	if (p->empty || top < p->top)
		p->top = top;
	if (p->empty || bottom > p->bottom)
		p->bottom = bottom;
	p->empty = false;
}

static bool
is_text(const struct wpara *p)
{
	return p->place == WORD_BODY || p->place == WORD_CELL ||
	    p->place == WORD_NOTE;
}

/* A line of the box around a stamp in the upper margin (III.2.c). */
static bool
boxes_header(const struct seer *r, const struct sstroke *k)
{
	enum { NEAR = 8 }; /* mm: as high as a stamp */

	for (size_t i = 0; i < r->s->nlines; i++) {
		const struct sline *l = &r->s->line[i];

		if (l->page == k->page &&
		    r->blocks.v[l->para].p.place == WORD_HEADER &&
		    k->top > l->base - MM(NEAR) &&
		    k->bottom < l->base + MM(NEAR))
			return true;
	}
	return false;
}

/* Text first: borders of tables may stand a little outside it. */
static void
measure_pages(struct seer *r)
{
	struct seen *s = r->s;

	for (size_t i = 0; i < s->npages; i++)
		s->page[i].empty = true;
	for (size_t i = 0; i < s->nlines; i++) {
		const struct sline *l = &s->line[i];
		const struct wpara *p = &r->blocks.v[l->para].p;
		emu above = seen_above(r->fonts, l->half_points);
		emu top = l->base - above;

		if (is_text(p) && l->half_points > 0)
			grow(&s->page[l->page], l->left, l->right, top,
			    top + seen_height(r->fonts, l->half_points));
	}
	for (size_t i = 0; i < s->npages; i++) {
		s->page[i].text_left = s->page[i].left;
		s->page[i].text_right = s->page[i].right;
	}
	for (size_t i = 0; i < s->nstrokes; i++) {
		const struct sstroke *k = &s->stroke[i];

		if (k->grid && !boxes_header(r, k))
			grow(&s->page[k->page], k->left, k->right, k->top,
			    k->bottom);
	}
}

/* -- sections --------------------------------------------------------- */

/* 12.4.2: what readers show as the page's number, and where they begin. */
static bool
label_begins(struct seer *r, size_t page, int64_t *start)
{
	const struct pdf_value *nums = pdf_get(r->f,
	    pdf_get(r->f, r->s->view->catalog, "PageLabels"), "Nums");

	for (size_t i = 0; nums->kind == PDF_ARRAY && i + 1 < nums->n; i += 2)
		if (pdf_int(&nums->item[i], 0, PAGES_MAX, -1) ==
		    (int64_t)page) {
			*start = pdf_int(
			    pdf_get(r->f,
				pdf_resolve(r->f, &nums->item[i + 1]), "St"),
			    1, PAGES_MAX, 1);
			return true;
		}
	return false;
}

static void
close_section(struct seer *r, struct wsection *w, size_t from, size_t to)
{
	const struct spage *p = r->s->page;
	emu left = p[from].width, right = 0, grid_left = left, grid_right = 0;

	for (size_t i = from; i < to; i++) {
		if (p[i].empty)
			continue;
		left = p[i].text_left < left ? p[i].text_left : left;
		right = p[i].text_right > right ? p[i].text_right : right;
		grid_left = p[i].left < grid_left ? p[i].left : grid_left;
		grid_right = p[i].right > grid_right ? p[i].right : grid_right;
	}
	/* a section that is one table: its text never reaches the margins */
	if (grid_left < left - OUTSIDE)
		left = grid_left;
	if (grid_right > right + OUTSIDE)
		right = grid_right;
	w->left = twips(left);
	w->right = right > left ? w->width - twips(right) : 0;
}

/* Two lines that end together at the far right end at the margin. */
static void
find_filled(struct seer *r)
{
	struct seen *s = r->s;
	size_t *n = NEW_ARRAY(r->a, s->w->nsections + 1, size_t);

	s->filled = NEW_ARRAY(r->a, s->w->nsections + 1, bool);
	for (size_t i = 0; i < s->nlines; i++) {
		const struct spage *p = &s->page[s->line[i].page];
		const struct wsection *w = &s->w->section[p->section];
		emu edge = TWIP(w->width - w->right);

		if (s->line[i].right >= edge - EDGE && ++n[p->section] > 1)
			s->filled[p->section] = true;
	}
	/* a table does; a stamp stands on the left or above the text */
	for (size_t i = 0; i < s->nstrokes; i++) {
		const struct sstroke *k = &s->stroke[i];

		if (k->grid && !boxes_header(r, k) &&
		    k->right > s->page[k->page].width / 2)
			s->filled[s->page[k->page].section] = true;
	}
}

void
seen_sections(struct seer *r)
{
	struct seen *s = r->s;
	struct wsection *w = NEW_ARRAY(r->a, s->npages, struct wsection);
	size_t n = 0, from = 0;
	int64_t number = 0, start;

	measure_pages(r);
	for (size_t i = 0; i < s->npages; i++) {
		struct spage *p = &s->page[i];
		bool begins = label_begins(r, i, &start);

		if (i == 0 || begins || p->width != p[-1].width ||
		    p->height != p[-1].height) {
			if (n > 0)
				close_section(r, &w[n - 1], from, i);
			from = i;
			w[n++] = (struct wsection) {
				.width = twips(p->width),
				.height = twips(p->height),
				.landscape = p->width > p->height,
				.page_start = begins ? start : -1,
			};
			number = begins ? start - 1 : number;
		}
		p->section = n - 1;
		p->number = number == 0 && !begins && i == 0 ? 0 : ++number;
	}
	close_section(r, &w[n - 1], from, s->npages);
	s->w->section = w;
	s->w->nsections = n;
	find_filled(r);
}

/* -- paragraphs ------------------------------------------------------- */

/* Where a paragraph may stand. */
struct room {
	emu left, right;
};

static bool
in_middle(const struct sline *l, const struct room *m)
{
	emu off = l->left + l->right - m->left - m->right;

	return off <= 2 * MIDDLE && off >= -2 * MIDDLE &&
	    l->left >= m->left + INSET && l->right <= m->right - INSET;
}

static bool
is_near(emu x, emu y)
{
	return x - y <= EDGE && y - x <= EDGE;
}

/* A line that begins at the first indent is text, centred by chance. */
static bool
is_indented(const struct sline *l, const struct room *m)
{
	return is_near(l->left - m->left, TWIP(567)) ||
	    is_near(l->left - m->left, TWIP(720));
}

/*
 * A line that the author ended: the next one's first word would have had room.
 * In a text that is not justified it would not.
 */
static bool
is_ended(const struct seer *r, struct str text, const struct sline *l,
    const struct room *m)
{
	struct str next = str_sub(text, l[1].from, l[1].to);
	struct str word = str_sub(next, 0, str_find(next, STR(" "), 0));
	emu width = r->fonts != NULL ?
	    font_width(r->fonts, FACE_REGULAR, (unsigned)l[1].half_points,
		word) :
	    (emu)word.n * l[1].half_points * EMU_PER_PT / 4;

	return m->right - l->right > width + PT(4);
}

/* A line of one word has no blank to stretch. */
static bool
is_stretchable(struct str text, const struct sline *l)
{
	struct str s = str_trim(str_sub(text, l->from, l->to));

	return str_find(s, STR(" "), 0) < s.n;
}

static enum word_align
align_of(const struct seer *r, struct str text, const struct sline *l, size_t n,
    const struct room *m)
{
	bool middle = true, both = true;

	for (size_t i = 0; i < n; i++) {
		middle = middle && in_middle(&l[i], m);
		if ((i + 1 < n && !is_near(l[i].right, m->right) &&
			is_stretchable(text, &l[i]) &&
			!is_ended(r, text, &l[i], m)) ||
		    (i > 1 && !is_near(l[i].left, l[1].left)))
			both = false;
	}
	/* the longest line of a centred text may fill it */
	if (n > 1 && !both && in_middle(&l[n - 1], m))
		middle = true;
	if (middle && (n > 1 || !is_indented(l, m)))
		return WORD_CENTER;
	if (n == 1 && is_near(l->right, m->right) && l->left > m->left + MM(40))
		return WORD_RIGHT;
	return both ? WORD_BOTH : WORD_LEFT;
}

/* The pitch of lines k..k+1 of a page; 0 across pages. */
static emu
pitch_at(const struct sline *l)
{
	return l[0].page == l[1].page ? l[1].base - l[0].base : 0;
}

/* Lines as a multiple of single ones, the one that is furthest from it. */
static int64_t
line_width(const struct seer *r, const struct sline *l, size_t n)
{
	int64_t odd = SINGLE, v;
	emu height;

	for (size_t i = 0; i + 1 < n; i++) {
		int64_t size = l[i + 1].half_points > l[i].half_points ?
		    l[i + 1].half_points :
		    l[i].half_points;

		height = seen_height(r->fonts, size);
		if (pitch_at(&l[i]) <= 0 || height <= 0)
			continue;
		v = (pitch_at(&l[i]) * SINGLE + height / 2) / height;
		/* a third of a per cent is rounding */
		if (v >= SINGLE - 1 && v <= SINGLE + 1)
			v = SINGLE;
		if (i == 0 || v < SINGLE || v > odd)
			odd = v;
		if (v < SINGLE)
			break;
	}
	return odd;
}

static int64_t
least(int64_t a, int64_t b)
{
	return a < b ? a : b;
}

/*
 * Between two paragraphs of one size: the distance of their bases less that of
 * two lines of the text, of the narrower pitch: on which side of a line its
 * spacing lies is the program's own.
 */
static int64_t
gap_below(const struct seer *r, const struct sline *last,
    const struct sline *next, int64_t line)
{
	emu pitch = seen_height(r->fonts, next->half_points) * line / SINGLE;

	if (last->page != next->page || next->base <= last->base ||
	    last->half_points != next->half_points)
		return ENOUGH;
	return twips(next->base - last->base - pitch);
}

static struct room
room_of(const struct seer *r, size_t section)
{
	const struct wsection *w = &r->s->w->section[section];

	return (struct room) { TWIP(w->left), TWIP(w->width - w->right) };
}

/* Left and right half of a table that is there for the eye. */
static void
form_cell(struct seer *r, struct wpara *p, const struct sline *l,
    const struct room *m)
{
	p->column = l->left + l->right > m->left + m->right ? 1 : 0;
	p->form.align = is_near(l->left, m->left) ? WORD_LEFT : WORD_CENTER;
	p->form.first = p->form.align == WORD_LEFT ?
	    0 :
	    twips(l->left - m->left);
	(void)r;
}

static void
form_block(struct seer *r, size_t block)
{
	struct wpara *p = &r->blocks.v[block].p;
	const struct sline *l = &r->s->line[r->s->first[block]];
	size_t n = r->s->first[block + 1] - r->s->first[block];
	struct room m;

	p->form.line = SINGLE; /* of one line: the least it may be */
	if (n == 0)
		return;
	p->section = r->s->page[l->page].section;
	p->part = str_printf(r->a, "PDF %zu", l->page + 1);
	m = room_of(r, p->section);
	if (p->place == WORD_CELL && !r->tables.v[p->table].bordered) {
		form_cell(r, p, l, &m);
		return;
	}
	p->form.align = p->place == WORD_HEADER && in_middle(l, &m) ?
	    WORD_CENTER :
	    align_of(r, buf_str(&r->blocks.v[block].text), l, n, &m);
	if (n > 1) {
		p->form.left = twips(l[1].left - m.left);
		p->form.line = line_width(r, l, n);
	}
	if (p->form.align != WORD_CENTER)
		p->form.first = twips(l->left - m.left) - p->form.left;
	else
		p->form.left = 0;
}

void
seen_forms(struct seer *r)
{
	struct seen *s = r->s;
	size_t before = 0; /* + 1: of the paragraph above */

	for (size_t i = 0; i < r->blocks.n; i++)
		form_block(r, i);
	for (size_t i = 0; i < r->blocks.n; i++) {
		struct wpara *p = &r->blocks.v[i].p, *above;

		if (p->place == WORD_NOTE || p->place == WORD_HEADER ||
		    s->first[i] == s->first[i + 1])
			continue;
		above = before != 0 ? &r->blocks.v[before - 1].p : NULL;
		if (above != NULL)
			above->form.after = gap_below(r,
			    &s->line[s->first[before] - 1],
			    &s->line[s->first[i]],
			    least(above->form.line, p->form.line));
		p->form.after = ENOUGH;
		before = i + 1;
	}
}
