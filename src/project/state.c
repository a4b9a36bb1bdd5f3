/* state.c - the campaign's state as XML, for stylesheets. */
#include "project/generate.h"
#include "project/xml_write.h"
#include "text/label.h"

static void
put_section(struct buf *b, const struct section *s, unsigned number)
{
	static const char *const kind[] = {
		[TOPIC_MOVEMENT] = "movement",
		[TOPIC_RESOLUTION] = "resolution",
	};

	buf_adds(b, "<section");
	put_xml_attr(b, "id", s->id);
	put_xml_attr(b, "title", s->title);
	put_xml_attr(b, "number", roman_print(b->arena, number));
	put_xml_attr(b, "required", s->required ? STR("yes") : STR("no"));
	put_xml_attr(b, "min-words", str_printf(b->arena, "%u", s->min_words));
	put_xml_attr(b, "max-words", str_printf(b->arena, "%u", s->max_words));
	buf_adds(b, ">");
	for (size_t i = 0; i < s->nmentions; i++) {
		buf_adds(b, "<mention");
		put_xml_attr(b, "kind", str_of(kind[s->mention[i]->kind]));
		put_xml_attr(b, "name", s->mention[i]->name);
		buf_adds(b, "/>");
	}
	buf_adds(b, "</section>\n");
}

static void
put_target(struct buf *b, const struct target *t)
{
	buf_adds(b, "<target");
	put_xml_attr(b, "id", t->id);
	put_xml_attr(b, "name", t->name);
	put_xml_attr(b, "unit", t->unit);
	put_xml_attr(b, "op", str_of(compare_op_sign(t->op)));
	put_xml_attr(b, "value", decimal_print(b->arena, t->value));
	put_xml_attr(b, "note", t->note);
	buf_adds(b, "/>\n");
}

static void
put_obligation(struct buf *b, const struct obligation *o)
{
	const struct doctype_row *type = &doctypes[o->type];

	buf_adds(b, "<obligation");
	put_xml_attr(b, "id", o->id);
	put_xml_attr(b, "name", o->name);
	put_xml_attr(b, "type", str_of(type->name));
	put_xml_attr(b, "abbreviation", str_of(type->abbreviation));
	put_xml_attr(b, "subject", o->subject);
	put_xml_attr(b, "last", date_short(b->arena, o->last));
	put_xml_attr(b, "to", o->to == NULL ? STR_NONE : o->to->name);
	buf_adds(b, ">\n");
	for (size_t i = 0; i < o->nsections; i++)
		put_section(b, &o->section[i], (unsigned)i + 1);
	for (size_t i = 0; i < o->ntargets; i++)
		put_target(b, o->target[i]);
	for (size_t i = 0; i < o->naddressees; i++)
		put_xml_element(b, "addressee", o->addressee[i]);
	for (size_t i = 0; i < o->nrecipients; i++) {
		buf_adds(b, "<recipient");
		put_xml_attr(b, "purpose", o->recipient[i].purpose);
		buf_adds(b, ">");
		put_xml_text(b, o->recipient[i].name);
		buf_adds(b, "</recipient>\n");
	}
	buf_adds(b, "</obligation>\n");
}

static void
put_unit(struct buf *b, const struct unit *u)
{
	buf_adds(b, "<unit");
	put_xml_attr(b, "id", u->id);
	put_xml_attr(b, "name", u->name);
	put_xml_attr(b, "symbol", u->symbol);
	put_xml_attr(b, "place", u->place);
	put_xml_attr(b, "archive", u->archive);
	buf_adds(b, ">");
	for (size_t i = 0; i < u->nsigners; i++) {
		const struct signer *s = &u->signer[i];

		buf_adds(b, "<signer");
		put_xml_attr(b, "position", s->position);
		put_xml_attr(b, "name", s->name);
		buf_adds(b, ">");
		for (size_t k = 0; k < s->nauthority; k++)
			put_xml_element(b, "authority", s->authority[k]);
		buf_adds(b, "</signer>");
	}
	buf_adds(b, "</unit>\n");
}

struct str
state_xml(const struct project *p, const struct obligation *o,
    const struct unit *u, struct arena *a)
{
	const struct plan *plan = p->plan;
	struct buf b = { .arena = a };

	buf_adds(&b, "<state>\n<plan");
	put_xml_attr(&b, "number", plan->number);
	put_xml_attr(&b, "symbol", plan->symbol);
	put_xml_attr(&b, "day", date_day(a, plan->date));
	put_xml_attr(&b, "month", date_month(a, plan->date));
	put_xml_attr(&b, "year", str_printf(a, "%d", plan->date.year));
	put_xml_attr(&b, "issuer",
	    plan->issuer == NULL ? STR_NONE : plan->issuer->name);
	put_xml_attr(&b, "subject", plan->subject);
	buf_adds(&b, "/>\n");
	put_obligation(&b, o);
	put_unit(&b, u);
	buf_adds(&b, "</state>\n");
	return buf_str(&b);
}
