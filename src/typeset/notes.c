/*
 * notes.c - the footnote zone: what marks on the page's lines put into it, and
 * notes that go on at the foot of the next page.
 *
 * The zone stands on the bottom of the body.  A line needs its notes on the
 * page, a long one at least with its first lines (docx facts 4).
 */
#include "typeset/page.h"

/*
 * The separator as newer LibreOffice draws it for a DOCX: 0.5 pt thick, 2
 * inches long, and a little below the middle of its line.
 */
enum { SEPARATOR = 10, SEPARATOR_LENGTH = 2880 };
enum { PERCENT_ABOVE = 60, PERCENT = 100 };

/* Space above line i of a note that stands behind other notes' text. */
static int64_t
space_above(const struct set_note *note, size_t i, size_t from,
    int64_t after)
{
	if (i > from)
		return note->line[i].gap;
	return from == 0 ? gap_between(after, note->line[0].gap) : 0;
}

/* Line spacing below the zone's last line hangs out of the body. */
static int64_t
overhang(const struct set_note *note, struct note_part p)
{
	const struct set_line *last = note->line[p.to - 1].line;

	return last->height - last->need;
}

static int64_t
part_height(const struct set_note *note, struct note_part p, int64_t after)
{
	int64_t height = 0;

	for (size_t i = p.from; i < p.to; i++)
		height += space_above(note, i, p.from, after) +
		    note->line[i].line->height;
	return height;
}

/* Where before line k the note may be parted; there are no widows in notes. */
static size_t
part_at(const struct set_note *note, size_t from, size_t k)
{
	size_t begin;

	if (k == note->nlines || k == from)
		return k;
	begin = note->line[k].begin;
	if (begin >= from && k < begin + MIN_LINES)
		k = begin;
	return k > from ? k : from;
}

/* The lines of the note from `from` on that fit into room. */
static struct note_part
fit_part(const struct set_note *note, unsigned number, size_t from,
    int64_t room, int64_t after)
{
	size_t k = from;

	for (; k < note->nlines; k++) {
		room -= space_above(note, k, from, after) +
		    note->line[k].line->height;
		if (room + overhang(note, (struct note_part){ .to = k + 1 }) <
		    0)
			break;
	}
	return (struct note_part){ number, from, part_at(note, from, k) };
}

/*
 * Add as much of the note as fits above the zone's floor and below bottom; the
 * text keeps its least part of the page, also where it ends above.
 */
static struct note_part
add_part(const struct pager *pg, struct cursor *c, unsigned number,
    size_t from, int64_t bottom)
{
	const struct set_note *note = &pg->s->note[number];
	int64_t zone = c->notes > 0 ? c->note_over :
				      twips(pg->s->laid->notes_above);
	struct note_part p = { number, from, from };

	if (bottom < pg->least)
		bottom = pg->least;
	if (!c->parted)
		p = fit_part(note, number, from,
		    pg->height - bottom - c->notes - zone, c->note_after);
	if (p.to > p.from) {
		c->note_over = overhang(note, p);
		c->notes += zone + part_height(note, p, c->note_after) -
		    c->note_over;
		c->note_after = note->after;
	}
	c->parted = c->parted || p.to < note->nlines;
	return p;
}

/*
 * A note that cannot begin on this page takes its line along to the next, but
 * not from a place where one line more would fit above the zone: there it
 * would leave a gap, and LibreOffice lets the mark stay without its note
 * (SwTextFormatter::NewFootnotePortion).
 */
static bool
may_wait(const struct pager *pg, const struct cursor *c,
    const struct set_line *line, int64_t bottom)
{
	return c->notes > 0 && bottom - line->need + 2 * line->height <=
	    pg->height - c->notes;
}

bool
notes_take(const struct pager *pg, struct cursor *c,
    const struct set_line *line, int64_t bottom, bool whole)
{
	struct note_part p;

	for (size_t i = 0; i < line->nnotes; i++) {
		unsigned number = line->note[i];

		if (pg->note_placed[number])
			continue;
		p = add_part(pg, c, number, 0, bottom);
		if (p.to == 0 && (whole || !may_wait(pg, c, line, bottom)))
			return false;
		if (whole && p.to < pg->s->note[number].nlines)
			return false;
	}
	return bottom + c->notes <= pg->height;
}

/* A line that fits no page is put on the one it has for itself. */
static struct note_part
force_part(struct pager *pg, struct note_part p)
{
	const struct set_note *note = &pg->s->note[p.note];

	p.to = p.from + 1;
	pg->at.note_over = overhang(note, p);
	pg->at.notes = twips(pg->s->laid->notes_above) +
	    part_height(note, p, 0) - pg->at.note_over;
	return p;
}

/* Put what fits of the note on the page; the rest waits for the next. */
static void
put_note(struct pager *pg, unsigned number, size_t from, int64_t bottom)
{
	struct note_part p = add_part(pg, &pg->at, number, from, bottom);
	size_t all = pg->s->note[number].nlines;

	if (p.to == p.from && !pg->filled && pg->notes.n == 0)
		p = force_part(pg, p);
	if (p.to > p.from)
		*vec_add(pg->s->arena, &pg->notes) = p;
	if (p.to < all)
		*vec_add(pg->s->arena, &pg->waiting) =
		    (struct note_part){ number, p.to, all };
}

void
notes_put(struct pager *pg, const struct set_line *line, int64_t bottom)
{
	for (size_t i = 0; i < line->nnotes; i++) {
		unsigned number = line->note[i];

		if (pg->note_placed[number] ||
		    pg->s->note[number].nlines == 0)
			continue;
		pg->note_placed[number] = true;
		put_note(pg, number, 0, bottom);
	}
}

void
notes_carry(struct pager *pg)
{
	size_t n = pg->waiting.n;
	struct note_part *waiting = pg->waiting.v;

	pg->waiting.v = NULL;
	pg->waiting.n = pg->waiting.cap = 0;
	for (size_t i = 0; i < n; i++)
		put_note(pg, waiting[i].note, waiting[i].from, 0);
}

void
notes_draw(struct pager *pg)
{
	int64_t y = pg->height - pg->at.notes, after = 0;
	int64_t above = twips(pg->s->laid->notes_above);
	int64_t length = pg->measure < SEPARATOR_LENGTH ? pg->measure :
							  SEPARATOR_LENGTH;
	emu rule = TWIP(pg->top + y) + TWIP(above) * PERCENT_ABOVE / PERCENT;

	if (pg->notes.n == 0)
		return;
	page_stroke(pg,
	    (struct stroke){ TWIP(pg->left), rule, TWIP(pg->left + length),
		rule, TWIP(SEPARATOR), 0 });
	y += above;
	for (size_t k = 0; k < pg->notes.n; k++) {
		struct note_part p = pg->notes.v[k];
		const struct set_note *note = &pg->s->note[p.note];

		for (size_t i = p.from; i < p.to; i++) {
			y += space_above(note, i, p.from, after);
			page_draw(pg, note->line[i].line, TWIP(pg->left),
			    TWIP(pg->top + y), false);
			y += note->line[i].line->height;
		}
		after = note->after;
	}
}
