/*
 * head.c - the head of the official form, cells 1 to 6: the header table, type
 * and subject, căn cứ and the words of a decision.
 */
#include "base/vec.h"
#include "layout/build.h"
#include "text/viet.h"

/* The left column of the header holds a short name at least. */
#define HEADER_LEFT_LEAST TWIP(2268)

static struct pos
field_pos(const struct build *b, enum field f)
{
	return doc_field_pos(b->c->doc, f);
}

static struct place_of
at(const struct build *b, enum component_id id)
{
	const struct component *c = &components[id];

	return (struct place_of) { .style = c->style,
		.role = c->place == PLACE_CENTER ? ROLE_TITLE : ROLE_FORM,
		.component = id,
		.pos = field_pos(
		    b, c->field == FIELD_NONE ? FIELD_UNIT : c->field) };
}

static struct str
wording_number(struct build *b)
{
	struct str number = b->c->number;

	if (number.n == 0)
		number = blanks(b->arena, BLANK_NUMBER);
	return template_fill(b->arena, b->tpl->word[WORD_NUMBER], "number",
	    number, "symbol", b->c->symbol, NULL);
}

/* The year a document without a date will most likely bear, or 0. */
static int
expected_year(const struct checked *c)
{
	if (c->obligation != NULL && date_is_set(c->obligation->last))
		return c->obligation->last.year;
	return c->plan != NULL ? c->plan->date.year : 0;
}

static struct str
wording_place_date(struct build *b)
{
	struct arena *a = b->arena;
	bool dated = date_is_set(b->c->date);
	int year = dated ? b->c->date.year : expected_year(b->c);

	return template_fill(a, b->tpl->word[WORD_PLACE_DATE], "place",
	    b->c->place, "day",
	    dated ? date_day(a, b->c->date) : blanks(a, BLANK_DAY), "month",
	    dated ? date_month(a, b->c->date) : blanks(a, BLANK_DAY), "year",
	    year > 0 ? str_printf(a, "%d", year) : blanks(a, BLANK_YEAR), NULL);
}

/*
 * The wording with the subject in it; what stands before the field ("V/v ")
 * is not doubled when the author has typed it.
 */
static struct str
wording_subject(struct build *b, enum word_id w)
{
	struct arena *a = b->arena;
	struct str wording = b->tpl->word[w], subject = b->c->subject;
	struct str before = str_sub(wording, 0, str_find(wording, STR("{"), 0));
	struct str lower = viet_lower(a, subject);

	if (lower.n == subject.n && str_starts(lower, viet_lower(a, before)))
		subject = str_sub(subject, before.n, subject.n);
	return template_fill(a, wording, "subject", subject, NULL);
}

struct lines {
	struct form_line *v;
	size_t n, cap;
};

static void
add_form_line(
    struct build *b, struct lines *to, enum component_id id, struct str text)
{
	if (!b->tpl->shown[id])
		return;
	*vec_add(b->arena, to) = (struct form_line) { .component = id,
		.style = components[id].style,
		.text = text,
		.pos = at(b, id).pos };
}

/* The paragraphs of component id among lines, the first with its before. */
static void
put_lines(struct build *b, struct blocks *to, const struct lines *lines,
    enum component_id id)
{
	bool first = true;

	for (size_t i = 0; i < lines->n; i++) {
		const struct form_line *line = &lines->v[i];
		struct place_of where = at(b, line->component);
		struct lblock *block;

		if (line->component != id)
			continue;
		block = add_line(b, to, &where, line->text);
		if (!first)
			block->as.paragraph.style.before = 0;
		first = false;
	}
}

/* Cells 1 and 2: issuer with its rule, nation and motto with theirs. */
static void
put_top_row(
    struct build *b, struct blocks cell[2], const struct lines *lines, emu left)
{
	emu width, longest = 0, last = 0;
	struct place_of where = at(b, COMPONENT_SUPERIOR);
	struct str superior = b->c->unit->superior;

	if (b->tpl->shown[COMPONENT_SUPERIOR] && superior.n > 0)
		add_title(b, &cell[0], &where, left, superior);
	put_lines(b, &cell[0], lines, COMPONENT_ISSUER);
	for (size_t i = 0; i < lines->n; i++) {
		const struct form_line *line = &lines->v[i];

		if (line->component != COMPONENT_ISSUER)
			continue;
		last = style_width(b, line->style, line->text);
		longest = last > longest ? last : longest;
	}
	if (longest > 0)
		add_rule(b, &cell[0], left, rule_part(longest, last),
		    COMPONENT_ISSUER, at(b, COMPONENT_ISSUER).pos);
	put_lines(b, &cell[1], lines, COMPONENT_NATION);
	put_lines(b, &cell[1], lines, COMPONENT_MOTTO);
	width = style_width(b, STYLE_MOTTO, b->tpl->word[WORD_MOTTO]);
	add_rule(b, &cell[1], b->measure - left, width, COMPONENT_MOTTO,
	    at(b, COMPONENT_MOTTO).pos);
}

/* A box of urgency with its border must have room as well. */
static emu
header_least(const struct build *b)
{
	emu box = b->c->urgency == STAMP_NONE ?
	    0 :
	    stamp_width(b, b->c->urgency, STYLE_URGENCY) +
		2 * b->tpl->rule_width;

	return box > HEADER_LEFT_LEAST ? box : HEADER_LEFT_LEAST;
}

void
put_header(struct build *b)
{
	struct lines lines = { 0 };
	struct blocks cells[2][2] = { 0 };
	struct place_of where = at(b, COMPONENT_ABOUT);
	emu left;

	for (size_t i = 0; i < b->c->unit->nlines; i++)
		add_form_line(b, &lines, COMPONENT_ISSUER, b->c->unit->line[i]);
	add_form_line(b, &lines, COMPONENT_NATION, b->tpl->word[WORD_NATION]);
	add_form_line(b, &lines, COMPONENT_MOTTO, b->tpl->word[WORD_MOTTO]);
	add_form_line(b, &lines, COMPONENT_NUMBER, wording_number(b));
	add_form_line(b, &lines, COMPONENT_PLACE_DATE, wording_place_date(b));
	left = fit_columns(
	    b, b->tpl->header_left, header_least(b), lines.v, lines.n);
	put_top_row(b, cells[0], &lines, left);
	put_lines(b, &cells[1][0], &lines, COMPONENT_NUMBER);
	if (b->tpl->shown[COMPONENT_ABOUT])
		add_title(b, &cells[1][0], &where, left,
		    wording_subject(b, WORD_ABOUT));
	put_urgency(b, &cells[1][0], left);
	put_lines(b, &cells[1][1], &lines, COMPONENT_PLACE_DATE);
	add_form_table(b, left, COMPONENT_NATION, cells, 2);
	b->gap = b->tpl->style[STYLE_SUBJECT].after;
}

void
put_type(struct build *b)
{
	struct place_of where = at(b, COMPONENT_TYPE);

	add_line(b, &b->body, &where,
	    template_fill(b->arena, b->tpl->word[WORD_TYPE], "type",
		str_of(doctypes[b->c->type].name), NULL));
}

void
put_subject(struct build *b)
{
	struct place_of where = at(b, COMPONENT_SUBJECT);

	add_ruled_title(
	    b, &b->body, &where, b->measure, wording_subject(b, WORD_SUBJECT));
}

void
put_decider(struct build *b)
{
	struct place_of where = at(b, COMPONENT_DECIDER);

	if (b->c->decider.n > 0)
		add_line(b, &b->body, &where, b->c->decider);
}

void
put_bases(struct build *b)
{
	struct place_of where = at(b, COMPONENT_BASES);
	const struct value_list *own = &b->c->doc->field[FIELD_BASES];

	for (size_t i = 0; i < b->c->nbases; i++) {
		if (i < own->n)
			where.pos = own->v[i].pos;
		add_line(b, &b->body, &where, b->c->base[i]);
	}
}

void
put_enact(struct build *b)
{
	struct place_of where = at(b, COMPONENT_ENACT);

	add_line(b, &b->body, &where, b->tpl->word[WORD_ENACT]);
}
