/* facts.c - what the report says that another may contradict; see fact.h. */
#include "check/run.h"

void
add_fact(struct check *c, enum fact_kind kind, struct str key, struct str value,
    struct str text, struct pos pos)
{
	*vec_add(c->a, &c->facts) =
	    (struct fact) { kind, key, value, text, pos };
}

struct str
document_text(struct arena *a, struct str number, struct date date)
{
	if (!date_is_set(date))
		return number;
	return str_printf(
	    a, "%.*s %.*s", STR_ARG(number), STR_ARG(date_short(a, date)));
}

static void
note_number(struct check *c)
{
	struct str number = c->out->number, name;
	struct date date = c->out->date;

	while (number.n > 1 && number.p[0] == '0')
		number = str_sub(number, 1, number.n);
	if (number.n == 0 || c->out->symbol.n == 0)
		return;
	name = str_printf(
	    c->a, "%.*s/%.*s", STR_ARG(number), STR_ARG(c->out->symbol));
	add_fact(c, FACT_NUMBER, name,
	    date_is_set(date) ? date_iso(c->a, date) : STR_NONE,
	    document_text(c->a, name, date),
	    doc_field_pos(c->doc, FIELD_NUMBER));
}

/* 10,40 and 10,4 are one figure. */
static struct decimal
shortest(struct decimal d)
{
	while (d.scale > 0 && d.mantissa % 10 == 0) {
		d.mantissa /= 10;
		d.scale--;
	}
	return d;
}

static void
note_figures(struct check *c)
{
	for (size_t i = 0; i < c->out->ntargets; i++) {
		const struct target_answer *t = &c->out->target[i];
		struct str value = decimal_print(c->a, shortest(t->value));

		if (t->figure.op == OP_NONE || t->figure.op == OP_EQ)
			add_fact(c, FACT_FIGURE, t->target->id, value,
			    str_printf(c->a, "\"%.*s\": %.*s %.*s",
				STR_ARG(t->target->name), STR_ARG(value),
				STR_ARG(t->target->unit)),
			    t->pos);
	}
}

void
collect_facts(struct check *c)
{
	note_number(c);
	note_figures(c);
	c->out->fact = c->facts.v;
	c->out->nfacts = c->facts.n;
}
