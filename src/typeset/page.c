/*
 * page.c - the page being filled: what fits on it, its number, its close.
 */
#include "typeset/page.h"

/*
 * Notes leave one part in five of the page's height between its edge margins,
 * upper margin included, to the text, as LibreOffice does
 * (SwFootnoteBossFrame::GetVarSpace).
 */
enum { TEXT_PARTS = 5 };

int64_t
page_gap(const struct cursor *c, int64_t before)
{
	if (c->top)
		return c->hard ? before : 0;
	return gap_between(c->after, before);
}

bool
page_take(const struct pager *pg, struct cursor *c,
    const struct set_line *line)
{
	struct cursor next = *c;

	if (!notes_take(pg, &next, line, next.y + line->need, false))
		return false;
	next.y += line->height;
	next.top = false;
	*c = next;
	return true;
}

bool
page_take_row(const struct pager *pg, struct cursor *c,
    const struct set_row *row, int64_t height)
{
	struct cursor next = *c;

	next.y += height;
	next.top = false;
	next.after = 0;
	if (next.y + next.notes > pg->height)
		return false;
	for (size_t i = 0; i < row->ncells; i++)
		for (size_t k = 0; k < row->cell[i].nlines; k++)
			if (!notes_take(pg, &next, row->cell[i].line[k].line,
				next.y, true))
				return false;
	*c = next;
	return true;
}

void
page_stroke(struct pager *pg, struct stroke stroke)
{
	*vec_add(pg->s->arena, &pg->strokes) = stroke;
}

void
page_draw(struct pager *pg, const struct set_line *line, emu x, emu y,
    bool artifact)
{
	struct frag *f;
	struct stroke s;

	for (size_t i = 0; i < line->nfrags; i++) {
		f = vec_add(pg->s->arena, &pg->frags);
		*f = line->frag[i];
		f->x += x;
		f->y = y + TWIP(line->ascent);
		if (artifact)
			f->elem = NULL;
	}
	if (line->picture != NULL) {
		struct picture *g = vec_add(pg->s->arena, &pg->pictures);

		*g = *line->picture;
		g->x += x;
		g->y += y;
	}
	for (size_t i = 0; i < line->nstrokes; i++) {
		s = line->stroke[i];
		s.x1 += x;
		s.x2 += x;
		s.y1 += y;
		s.y2 += y;
		page_stroke(pg, s);
	}
}

void
page_put(struct pager *pg, const struct set_line *line, int64_t x, int64_t y,
    bool artifact)
{
	page_draw(pg, line, TWIP(pg->left + x), TWIP(pg->top + y), artifact);
	pg->filled = true;
	if (line->room != NULL && !artifact)
		room_put(pg, line->room, TWIP(pg->left + x),
		    TWIP(pg->top + y));
	if (!artifact)
		notes_put(pg, line, y + line->need);
}

/* The page's number, in the upper margin of all pages but the first. */
static void
draw_number(struct pager *pg)
{
	struct set_paragraph p;
	int64_t y = twips(pg->section->page.header);

	if (pg->section_page == 0)
		return;
	p = set_page_number(pg->s, &pg->section->page_number, pg->number);
	for (size_t k = 0; k < p.nlines; k++) {
		page_draw(pg, &p.line[k], TWIP(pg->left), TWIP(y), true);
		y += p.line[k].height;
	}
}

static void
put_margin(
    struct pager *pg, const struct margin_line *line, size_t n, int64_t y)
{
	for (size_t i = 0; i < n; i++) {
		y += line[i].gap;
		page_draw(pg, line[i].line, TWIP(pg->left), TWIP(y), false);
		y += line[i].line->height;
	}
}

void
page_put_top(struct pager *pg, const struct margin_line *line, size_t n)
{
	put_margin(pg, line, n, twips(pg->section->page.header));
}

void
page_keep_foot(struct pager *pg, const struct margin_line *line, size_t n)
{
	pg->foot = line;
	pg->nfoot = n;
}

/* The foot grows up from its end, as in Word and LibreOffice. */
static void
draw_foot(struct pager *pg)
{
	int64_t y = twips(pg->section->page.height) -
	    twips(pg->section->footer);

	for (size_t i = 0; i < pg->nfoot; i++)
		y -= pg->foot[i].gap + pg->foot[i].line->height;
	put_margin(pg, pg->foot, pg->nfoot, y);
	pg->nfoot = 0;
}

static void
page_open(struct pager *pg, bool hard)
{
	pg->at = (struct cursor){ .top = true, .hard = hard };
	pg->filled = false;
	pg->heading = NULL;
	pg->body_lines = 0;
	pg->number++;
	/* the former page keeps its arrays */
	pg->notes.v = NULL;
	pg->notes.n = pg->notes.cap = 0;
	pg->frags.v = NULL;
	pg->frags.n = pg->frags.cap = 0;
	pg->strokes.v = NULL;
	pg->strokes.n = pg->strokes.cap = 0;
	pg->pictures.v = NULL;
	pg->pictures.n = pg->pictures.cap = 0;
	draw_number(pg);
	notes_carry(pg);
}

static void
page_close(struct pager *pg)
{
	notes_draw(pg);
	draw_foot(pg);
	*vec_add(pg->s->arena, &pg->pages) = (struct page){
		.width = pg->section->page.width,
		.height = pg->section->page.height,
		.number = pg->number,
		.label = pg->section->label,
		.frag = pg->frags.v,
		.nfrags = pg->frags.n,
		.stroke = pg->strokes.v,
		.nstrokes = pg->strokes.n,
		.picture = pg->pictures.v,
		.npictures = pg->pictures.n,
	};
}

void
page_break(struct pager *pg)
{
	if (pg->heading != NULL)
		diag_add(pg->s->diags, DIAG_TYPESET_HEADING_ALONE,
		    pg->heading->pos, "%u", pg->number);
	page_close(pg);
	pg->section_page++;
	page_open(pg, false);
}

void
page_begin_section(struct pager *pg, const struct lsection *section)
{
	const struct page_setup *p = &section->page;

	pg->section = section;
	pg->section_page = 0;
	pg->number = 0;
	pg->left = twips(p->left);
	pg->top = twips(p->top);
	pg->height = twips(p->height) - twips(p->top) - twips(p->bottom);
	pg->measure = twips(p->width) - twips(p->left) - twips(p->right);
	pg->least = (twips(p->height) - twips(p->header) - twips(p->bottom)) /
	    TEXT_PARTS;
	page_open(pg, true);
}

void
page_end_section(struct pager *pg)
{
	pg->heading = NULL;
	while (pg->waiting.n > 0)
		page_break(pg);
	page_close(pg);
}
