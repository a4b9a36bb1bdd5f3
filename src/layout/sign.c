/*
 * sign.c - the foot of the official form: recipients (cell 9b), the drafter's
 * mark below them (cell 12) and who signs (cells 7a, 7b), level with each other
 * in a table that is never split; and the lines of text that must stay with it
 * (house rule H03).
 */
#include "base/vec.h"
#include "layout/build.h"

/* The left column keeps room for a recipient's name. */
#define SIGNATURE_LEFT_LEAST TWIP(2835)

static struct place_of
at(const struct build *b, enum component_id id)
{
	const struct component *c = &components[id];

	return (struct place_of) { .style = c->style,
		.role = ROLE_FORM,
		.component = id,
		.pos = doc_field_pos(b->c->doc, c->field) };
}

static void
put_recipients(struct build *b, struct blocks *to)
{
	const struct value_list *own = &b->c->doc->field[FIELD_RECIPIENTS];
	struct place_of where = at(b, COMPONENT_RECIPIENTS);
	struct str archive = STR("VT");

	where.style = STYLE_RECIPIENTS;
	add_line(b, to, &where, b->tpl->word[WORD_RECIPIENTS]);
	where.style = STYLE_RECIPIENT;
	for (size_t i = 0; i < b->c->nrecipients; i++) {
		if (i < own->n)
			where.pos = own->v[i].pos;
		add_line(b, to, &where,
		    template_fill(b->arena, b->tpl->word[WORD_RECIPIENT],
			"recipient", b->c->recipient[i], NULL));
	}
	if (b->c->archive.n > 0)
		archive =
		    str_printf(b->arena, "VT, %.*s", STR_ARG(b->c->archive));
	where.pos = doc_field_pos(b->c->doc, FIELD_ARCHIVE);
	add_line(b, to, &where,
	    template_fill(b->arena, b->tpl->word[WORD_ARCHIVE], "archive",
		archive, NULL));
	where = at(b, COMPONENT_DRAFTER);
	if (b->c->drafter.n > 0 && b->tpl->shown[COMPONENT_DRAFTER])
		add_line(b, to, &where, b->c->drafter);
}

/*
 * The lines of the right column: authority, position, name.  The name stands
 * below the room for the signature.
 */
static void
put_signer(
    struct build *b, struct blocks *to, const struct form_line *lines, size_t n)
{
	emu first = b->tpl->style[STYLE_RECIPIENTS].before;

	for (size_t i = 0; i < n; i++) {
		struct place_of where = at(b, lines[i].component);
		struct style *style;

		style =
		    &add_line(b, to, &where, lines[i].text)->as.paragraph.style;
		/* level with "Nơi nhận:" (II.9.d) */
		style->before = i == 0 ? first : 0;
		if (lines[i].component == COMPONENT_SIGNER)
			style->before = b->tpl->signature_gap;
	}
}

static size_t
signer_lines(const struct build *b, struct form_line *lines)
{
	const struct checked *c = b->c;
	size_t n = 0;

	for (size_t i = 0;
	     b->tpl->shown[COMPONENT_AUTHORITY] && i < c->nauthority; i++)
		lines[n++] =
		    (struct form_line) { .component = COMPONENT_AUTHORITY,
			    .text = c->authority[i] };
	lines[n++] = (struct form_line) { .component = COMPONENT_POSITION,
		.text = c->position };
	lines[n++] = (struct form_line) { .component = COMPONENT_SIGNER,
		.text = c->signer };
	for (size_t i = 0; i < n; i++) {
		struct place_of where = at(b, lines[i].component);

		lines[i].style = where.style;
		lines[i].pos = where.pos;
	}
	return n;
}

/* Does the paragraph certainly stand on one line? */
static bool
one_line(const struct build *b, const struct lparagraph *p)
{
	emu width = p->style.left + p->style.right + p->style.first;

	for (size_t i = 0; i < p->nruns; i++) {
		const struct lrun *r = &p->run[i];

		if (r->kind == RUN_BREAK)
			return false;
		width += font_width(b->fs, face_of(r->bold, r->italic),
		    r->half_points, r->text);
	}
	return width <= b->measure;
}

/* Keep the last two lines before block n of the body with what follows. */
static void
keep_with_next(struct build *b)
{
	unsigned lines = 0;

	for (size_t i = b->body.n; i > 0 && lines < 2; i--) {
		struct lblock *block = &b->body.v[i - 1];

		if (block->kind != LAID_PARAGRAPH)
			return;
		block->as.paragraph.style.keep_next = true;
		/* two lines of a longer paragraph stay together anyway */
		lines += one_line(b, &block->as.paragraph) ? 1 : 2;
	}
}

void
put_signature(struct build *b)
{
	struct blocks cells[1][2] = { 0 };
	size_t max = b->c->nauthority + 2;
	struct form_line *lines = NEW_ARRAY(b->arena, max, struct form_line);
	size_t n = signer_lines(b, lines);
	emu left = fit_columns(
	    b, b->tpl->signature_left, SIGNATURE_LEFT_LEAST, lines, n);

	if (b->body.n > 0 && b->body.v[b->body.n - 1].kind == LAID_TABLE)
		add_spacer(b, &b->body); /* else the two become one table */
	keep_with_next(b);
	put_recipients(b, &cells[0][0]);
	put_signer(b, &cells[0][1], lines, n);
	add_form_table(b, left, COMPONENT_SIGNER, cells, 1);
}
