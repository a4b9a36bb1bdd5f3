/*
 * check_fields.c - the subject, cell 5 (II.5), and what holds for fields of
 * many kinds: their length, and whether this type of document prints them.
 */
#include "check/run.h"
#include "text/utf8.h"
#include "text/viet.h"

/* Cut the stops off the end; a subject is no sentence. */
static struct str
without_stop(struct str s)
{
	s = item_text(s);
	if (str_ends(s, STR("./")))
		s = str_sub(s, 0, s.n - 2);
	while (s.n > 0 && (s.p[s.n - 1] == ':' || s.p[s.n - 1] == '.'))
		s = utf8_trim(str_sub(s, 0, s.n - 1));
	return s;
}

/* "V/v" is the form's wording of a công văn (cell 5b). */
static struct str
without_about(struct str s)
{
	if (!str_starts(s, STR("V/v")) && !str_starts(s, STR("v/v")))
		return s;
	return utf8_trim(str_sub(s, 3, s.n));
}

static bool
is_all_upper(struct str s)
{
	unsigned upper = 0;
	size_t i = 0;

	while (i < s.n) {
		uint32_t ch = utf8_next(s, &i);

		if (viet_is_lower(ch))
			return false;
		upper += viet_is_upper(ch);
	}
	return upper > 8;
}

static void
check_subject_text(struct check *c, struct str s, struct pos pos)
{
	bool letter = c->type == DOCTYPE_CV;

	c->out->subject = without_stop(s);
	if (c->out->subject.n < s.n)
		diag_add(c->ds, DIAG_FORM_SUBJECT_STOP, pos, "\"%.*s\"",
		    STR_ARG(str_sub(s, c->out->subject.n, s.n)));
	if ((!letter && viet_is_lower(utf8_at(s, 0))) || is_all_upper(s))
		diag_add(c->ds, DIAG_FORM_SUBJECT_CASE, pos, "%.*s",
		    STR_ARG(quote(c->a, s)));
}

void
check_subject(struct check *c)
{
	struct str s = utf8_trim(doc_value(c->doc, FIELD_SUBJECT).text);
	struct pos pos = doc_field_pos(c->doc, FIELD_SUBJECT);

	if (c->type == DOCTYPE_CV)
		s = without_about(s);
	if (s.n > 0)
		check_subject_text(c, s, pos);
	else if (c->obligation != NULL && c->obligation->subject.n > 0)
		c->out->subject = without_stop(c->obligation->subject);
	else if (c->type != DOCTYPE_MAX)
		diag_add(c->ds, DIAG_FORM_SUBJECT_MISSING, pos, "%s", "");
}

/* Lengths of Phụ lục VI, Phần II, in code points after NFC. */
static const struct {
	enum field field;
	unsigned max;
} lengths[] = {
	{ FIELD_NUMBER, 42 }, /* 11, "/" and 30 if the symbol is with it */
	{ FIELD_SYMBOL, 30 },
	{ FIELD_SUBJECT, 500 },
	{ FIELD_ADDRESSEES, 200 },
	{ FIELD_RECIPIENTS, 200 },
	{ FIELD_POSITION, 100 },
	{ FIELD_NAME, 50 },
};

void
check_lengths(struct check *c)
{
	const struct value_list *list;
	size_t n;

	for (size_t i = 0; i < COUNT(lengths); i++) {
		list = &c->doc->field[lengths[i].field];
		for (size_t k = 0; k < list->n; k++) {
			n = utf8_count(list->v[k].text);
			if (n > lengths[i].max)
				diag_add(c->ds, DIAG_FORM_FIELD_LONG,
				    list->v[k].pos, "%zu > %u", n,
				    lengths[i].max);
		}
	}
}

/* Does any component of this template take its text from field f? */
static bool
is_shown(const struct check *c, enum field f)
{
	for (unsigned i = 0; i < COMPONENT_MAX; i++)
		if (components[i].field == f && c->tpl->shown[i])
			return true;
	return false;
}

/*
 * Kính gửi has a finding of its own.  The type and the unit say what the
 * document is, whether or not they are printed.
 */
void
check_unused(struct check *c)
{
	for (unsigned i = 0; c->tpl != NULL && i < COMPONENT_MAX; i++) {
		enum field f = components[i].field;

		if (f == FIELD_NONE || f == FIELD_ADDRESSEES ||
		    f == FIELD_TYPE || f == FIELD_UNIT || c->tpl->shown[i] ||
		    c->doc->field[f].n == 0 || is_shown(c, f))
			continue;
		diag_add(c->ds, DIAG_FORM_FIELD_UNUSED,
		    doc_field_pos(c->doc, f), "\"%s\"", fields[f].label);
	}
}
