/* seen_draw.c - what is drawn on the pages: rules, tables' grids, boxes. */
#include "inspect/seen.h"

enum {
	TOUCH = 19050,    /* EMU, 1.5 pt: so near is touching */
	UNDER = 12,       /* points a rule stands below its text at most */
	STROKES = 20000,  /* looked at against each other */
	PAGE_STROKES = 600
};

static emu
emu_of(int64_t milli_points)
{
	return milli_points * 127 / 10;
}

/* Does the upright one v cross or end at the level one h? */
static bool
meet(const struct sstroke *h, const struct sstroke *v)
{
	emu x = (v->left + v->right) / 2, y = (h->top + h->bottom) / 2;

	return x >= h->left - TOUCH && x <= h->right + TOUCH &&
	    y >= v->top - TOUCH && y <= v->bottom + TOUCH;
}

static void
find_grids(struct seen *s, size_t from)
{
	for (size_t i = from; i < s->nstrokes; i++)
		for (size_t k = from;
		     k < s->nstrokes && k < from + PAGE_STROKES; k++)
			if (s->stroke[i].level && !s->stroke[k].level &&
			    meet(&s->stroke[i], &s->stroke[k]))
				s->stroke[i].grid = s->stroke[k].grid = true;
}

void
seen_strokes(struct seer *r)
{
	const pdf_pages *pages = &r->s->view->page;
	struct seen *s = r->s;
	size_t n = 0, from;

	for (size_t i = 0; i < pages->n; i++)
		n += pages->v[i].shown.rects.n;
	n = n < STROKES ? n : STROKES;
	s->stroke = NEW_ARRAY(r->a, n + 1, struct sstroke);
	for (size_t i = 0; i < pages->n; i++) {
		const struct pdf_shown *shown = &pages->v[i].shown;

		from = s->nstrokes;
		for (size_t k = 0; k < shown->rects.n && s->nstrokes < n; k++) {
			const int64_t *b = shown->rects.v[k].box;

			s->stroke[s->nstrokes++] = (struct sstroke) {
				.page = i,
				.left = emu_of(b[0]),
				.right = emu_of(b[0] + b[2]),
				.top = s->page[i].height - emu_of(b[1] + b[3]),
				.bottom = s->page[i].height - emu_of(b[1]),
				.level = b[2] >= b[3],
			};
		}
		find_grids(s, from);
	}
}

const struct sstroke *
seen_under(const struct seen *s, size_t page, emu base, emu left, emu right)
{
	const struct sstroke *best = NULL;

	for (size_t i = 0; i < s->nstrokes; i++) {
		const struct sstroke *x = &s->stroke[i];

		if (x->page == page && x->level && !x->grid && x->top >= base &&
		    x->top <= base + PT(UNDER) && x->left < right &&
		    x->right > left && (best == NULL || x->top < best->top))
			best = x;
	}
	return best;
}

/* The nearest stroke of the page beside or around a line, by direction. */
static const struct sstroke *
side(const struct seen *s, const struct sline *l, enum word_side at)
{
	const struct sstroke *best = NULL;
	emu x = (l->left + l->right) / 2, y = l->base - PT(4), d, nearest = 0;

	for (size_t i = 0; i < s->nstrokes; i++) {
		const struct sstroke *k = &s->stroke[i];
		bool across = k->level ? k->left <= x && k->right >= x :
					 k->top <= y && k->bottom >= y;

		if (k->page != l->page || !k->grid || !across ||
		    k->level != (at == WORD_TOP || at == WORD_BOTTOM))
			continue;
		d = at == WORD_TOP     ? y - k->bottom :
		    at == WORD_BOTTOM  ? k->top - y :
		    at == WORD_START   ? x - k->right :
					 k->left - x;
		if (d < 0 || (best != NULL && d >= nearest))
			continue;
		best = k;
		nearest = d;
	}
	return best;
}

/* A box around a line that is in no table, measured on its lines' middles. */
static bool
box_around(const struct seen *s, const struct sline *l, struct wdrawing *d)
{
	const struct sstroke *side_of[WORD_SIDES];

	for (enum word_side i = 0; i < WORD_SIDES; i++) {
		side_of[i] = side(s, l, i);
		if (side_of[i] == NULL)
			return false;
	}
	d->x = (side_of[WORD_START]->left + side_of[WORD_START]->right) / 2;
	d->width = (side_of[WORD_END]->left + side_of[WORD_END]->right) / 2 -
	    d->x;
	d->height = (side_of[WORD_BOTTOM]->top + side_of[WORD_BOTTOM]->bottom -
			side_of[WORD_TOP]->top - side_of[WORD_TOP]->bottom) /
	    2;
	return true;
}

/* Boxes round lines of the form, which in Word are drawings. */
void
seen_boxes(struct seer *r)
{
	struct seen *s = r->s;
	VEC(struct wdrawing) list = { 0 };
	struct wdrawing d;

	for (size_t i = 0; i < s->w->ndrawings; i++)
		*vec_add(r->a, &list) = s->w->drawing[i];
	for (size_t i = 0; i < s->nlines; i++) {
		const struct wpara *p = &s->w->para[s->line[i].para];

		d = (struct wdrawing) { .para = s->line[i].para };
		if ((p->table != WORD_NO_TABLE &&
			s->w->table[p->table].bordered) ||
		    !box_around(s, &s->line[i], &d))
			continue;
		d.first_inside = d.para;
		d.n_inside = 1;
		*vec_add(r->a, &list) = d;
	}
	s->w->drawing = list.v;
	s->w->ndrawings = list.n;
}
