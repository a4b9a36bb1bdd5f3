/* dump.c - the facts as text, one line each, for --dump=checked. */
#include "base/buf.h"
#include "check/check.h"

static void
put(struct buf *out, const char *name, struct str value)
{
	buf_printf(out, "%s \"", name);
	for (size_t i = 0; i < value.n; i++) {
		unsigned char ch = (unsigned char)value.p[i];

		if (ch == '"' || ch == '\\')
			buf_printf(out, "\\%c", ch);
		else if (ch < 0x20)
			buf_printf(out, "\\x%02x", ch);
		else
			buf_addc(out, (char)ch);
	}
	buf_adds(out, "\"\n");
}

static void
put_all(struct buf *out, const char *name, const struct str *v, size_t n)
{
	for (size_t i = 0; i < n; i++)
		put(out, name, v[i]);
}

static void
put_date(struct buf *out, const struct checked *c)
{
	if (date_is_set(c->date))
		buf_printf(out, "date %04d-%02d-%02d%s\n", c->date.year,
		    c->date.month, c->date.day, c->late ? " late" : "");
	if (date_is_set(c->received))
		put(out, "received", date_iso(out->arena, c->received));
}

static void
put_marks(struct buf *out, const struct checked *c)
{
	if (c->urgency != STAMP_NONE)
		put(out, "urgency", str_of(stamp_rows[c->urgency].words));
	if (c->circulation != STAMP_NONE)
		put(out, "circulation",
		    str_of(stamp_rows[c->circulation].words));
	if (c->drafter.n > 0)
		put(out, "drafter", c->drafter);
	put_all(out, "appendix", c->appendix, c->nappendices);
}

static void
put_sections(struct buf *out, const struct checked *c)
{
	for (size_t i = 0; i < c->nsections; i++) {
		const struct section_answer *s = &c->section[i];

		buf_printf(out, "section %.*s", STR_ARG(s->section->id));
		if (s->heading != NULL)
			buf_printf(out, " @%u:%u", s->heading->pos.line,
			    s->heading->pos.col);
		buf_addc(out, '\n');
	}
}

static void
put_targets(struct buf *out, const struct checked *c)
{
	for (size_t i = 0; i < c->ntargets; i++) {
		const struct target_answer *t = &c->target[i];
		const char *sign = compare_op_sign(t->figure.op);

		buf_printf(out, "target %.*s %s%s%.*s%s%.*s %s @%u:%u\n",
		    STR_ARG(t->target->id),
		    t->figure.op == OP_NONE ? "" : sign,
		    t->figure.op == OP_NONE ? "" : " ",
		    STR_ARG(decimal_print(out->arena, t->figure.value)),
		    t->figure.unit.n > 0 ? " " : "", STR_ARG(t->figure.unit),
		    t->met ? "met" : "missed", t->pos.line, t->pos.col);
	}
}

void
checked_dump(const struct checked *c, struct buf *out)
{
	put(out, "type", str_of(doctypes[c->type].name));
	if (c->obligation != NULL)
		put(out, "obligation", c->obligation->id);
	put(out, "unit", c->unit->id);
	put(out, "number", c->number);
	put(out, "symbol", c->symbol);
	put(out, "place", c->place);
	put_date(out, c);
	put(out, "subject", c->subject);
	if (c->decider.n > 0)
		put(out, "decider", c->decider);
	put_all(out, "base", c->base, c->nbases);
	put_all(out, "addressee", c->addressee, c->naddressees);
	put_all(out, "authority", c->authority, c->nauthority);
	put(out, "position", c->position);
	put(out, "signer", c->signer);
	put_all(out, "recipient", c->recipient, c->nrecipients);
	put(out, "archive", c->archive);
	put_marks(out, c);
	put_sections(out, c);
	put_targets(out, c);
}
