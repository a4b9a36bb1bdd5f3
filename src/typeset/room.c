/*
 * room.c - the places to sign: cell 7c between position and name, and cell 8,
 * the seal, which covers a third of it on its left (II.7.d, II.8.a).  Only the
 * first signature table of a document has them.
 */
#include "base/buf.h"
#include "typeset/page.h"

/* A signature as wide as most; a seal at its size on paper (II.8.a). */
#define PERSON_WIDTH MM(60)
#define SEAL_SIDE MM(36)

/* All texts of the cell's blocks of that component, joined by blanks. */
static void
add_texts(struct buf *out, const struct lcell *cell, enum component_id id)
{
	for (size_t i = 0; i < cell->nblocks; i++) {
		const struct lblock *b = &cell->block[i];
		const struct lparagraph *p = &b->as.paragraph;

		if (b->kind != LAID_PARAGRAPH || b->component != id)
			continue;
		if (out->n > 0)
			buf_addc(out, ' ');
		for (size_t k = 0; k < p->nruns; k++)
			if (p->run[k].kind == RUN_TEXT)
				buf_add(out, p->run[k].text);
			else if (p->run[k].kind == RUN_BREAK)
				buf_addc(out, ' ');
	}
}

struct set_room *
set_room(struct setter *s, const struct lcell *cell, size_t n, int64_t width,
    struct elem *parent)
{
	struct buf title = { .arena = s->arena };
	struct set_room *room;

	if (cell->block[n].component != COMPONENT_SIGNER || s->signed_once ||
	    cell->block[n].kind != LAID_PARAGRAPH)
		return NULL;
	s->signed_once = true;
	add_texts(&title, cell, COMPONENT_POSITION);
	add_texts(&title, cell, COMPONENT_SIGNER);
	room = NEW(s->arena, struct set_room);
	room->width = width;
	room->title = buf_str(&title);
	room->person = tree_add(&s->tree, parent, TAG_FORM);
	room->office = tree_add(&s->tree, parent, TAG_FORM);
	return room;
}

static void
add_field(struct pager *pg, const struct sign_field *f)
{
	*vec_add(pg->s->arena, &pg->fields) = *f;
}

void
room_put(struct pager *pg, const struct set_room *room, emu x, emu y)
{
	emu width = TWIP(room->width), height = TWIP(room->height);
	struct sign_field person = { .name = SIGN_PERSON,
		.title = room->title,
		.page = pg->pages.n,
		.x = x,
		.y = y - height,
		.width = width,
		.height = height,
		.elem = room->person };
	struct sign_field office = { .name = SIGN_OFFICE,
		.title = pg->s->laid->meta.author,
		.page = pg->pages.n,
		.width = SEAL_SIDE,
		.height = SEAL_SIDE,
		.elem = room->office };

	if (width > PERSON_WIDTH) {
		person.x += (width - PERSON_WIDTH) / 2;
		person.width = PERSON_WIDTH;
	}
	office.x = person.x + person.width / 3 - office.width;
	office.y = person.y + (person.height - office.height) / 2;
	add_field(pg, &person);
	add_field(pg, &office);
}
