/*
 * check_date.c - place and date, cell 4 (II.4), the day of receipt, and the
 * plan's deadline.  "Ngày" may hold place and date, as they are printed.
 */
#include "check/run.h"
#include "text/utf8.h"
#include "text/viet.h"

/* "Thái Tân, ngày 09 tháng 12 năm 2025": the part from "ngày" on. */
static struct str
date_part(struct str s, struct str *place)
{
	size_t comma = str_find(s, STR(","), 0);
	struct str rest = utf8_trim(str_sub(s, comma + 1, s.n));

	*place = STR_NONE;
	if (comma == s.n || !str_starts(rest, STR("ngày")))
		return s;
	*place = utf8_trim(str_sub(s, 0, comma));
	return rest;
}

/* The next run of digits in *s, which then begins behind it. */
static struct str
next_digits(struct str *s)
{
	size_t from = 0, to;

	while (from < s->n && !is_digit(s->p[from]))
		from++;
	for (to = from; to < s->n && is_digit(s->p[to]);)
		to++;
	struct str digits = str_sub(*s, from, to);
	*s = str_sub(*s, to, s->n);
	return digits;
}

/* Written in words it is as it will be printed; its zeros must be right. */
static void
check_zeros(struct check *c, struct str text, struct date d, struct pos pos)
{
	struct str rest = text;
	struct str day = next_digits(&rest), month = next_digits(&rest);
	struct str good_day = date_day(c->a, d);
	struct str good_month = date_month(c->a, d);

	if (str_eq(day, good_day) && str_eq(month, good_month))
		return;
	diag_add(c->ds, DIAG_FORM_DATE_ZERO, pos, "%.*s",
	    STR_ARG(quote(c->a, text)));
	diag_near(c->ds,
	    str_printf(c->a, "ngày %.*s tháng %.*s năm %d", STR_ARG(good_day),
		STR_ARG(good_month), d.year));
}

static bool
is_after_last(const struct check *c, struct date d)
{
	const struct obligation *o = c->obligation;

	return o != NULL && date_is_set(o->last) && date_is_set(d) &&
	    date_cmp(d, o->last) > 0;
}

static void
add_late(struct check *c, enum diag_id id, struct date d, struct pos pos)
{
	c->out->late = true;
	diag_add(c->ds, id, pos, "%.*s; %.*s", STR_ARG(date_short(c->a, d)),
	    STR_ARG(obligation_deadline(c->obligation, c->a)));
}

/* Against the plan: not after the deadline, not before the plan itself. */
static void
check_time(struct check *c, struct date d, struct pos pos)
{
	if (is_after_last(c, d))
		add_late(c, DIAG_PLAN_DEADLINE_PASSED, d, pos);
	else if (c->obligation != NULL && date_is_set(c->plan->date) &&
	    date_cmp(d, c->plan->date) < 0)
		diag_add(c->ds, DIAG_PLAN_DATE_EARLY, pos, "%.*s < %.*s",
		    STR_ARG(date_short(c->a, d)),
		    STR_ARG(date_short(c->a, c->plan->date)));
}

/* The date in that field as *d, and its text without a place. */
static enum date_form
read_day(struct check *c, enum field f, struct str *text, struct date *d)
{
	struct str place;
	enum date_form form;

	*text = date_part(doc_value(c->doc, f).text, &place);
	form = date_parse(*text, d);
	if (form == DATE_NONE)
		diag_add(c->ds, DIAG_FORM_DATE_INVALID,
		    doc_field_pos(c->doc, f), "%.*s",
		    STR_ARG(quote(c->a, *text)));
	return form;
}

/*
 * When the report arrived, if the clerk notes it: what is dated in time may
 * come late.  One that is dated late is told of already.
 */
static void
check_receipt(struct check *c)
{
	struct pos pos = doc_field_pos(c->doc, FIELD_RECEIVED);
	struct str text;
	struct date d;

	if (utf8_trim(doc_value(c->doc, FIELD_RECEIVED).text).n == 0 ||
	    read_day(c, FIELD_RECEIVED, &text, &d) == DATE_NONE)
		return;
	c->out->received = d;
	if (date_is_set(c->out->date) && date_cmp(d, c->out->date) < 0)
		diag_add(c->ds, DIAG_PLAN_RECEIVED_EARLY, pos, "%.*s < %.*s",
		    STR_ARG(date_short(c->a, d)),
		    STR_ARG(date_short(c->a, c->out->date)));
	else if (is_after_last(c, d) && !c->out->late)
		add_late(c, DIAG_PLAN_RECEIVED_LATE, d, pos);
}

static void
check_issue(struct check *c)
{
	struct pos pos = doc_field_pos(c->doc, FIELD_DATE);
	struct str text;
	enum date_form form;
	struct date d;

	if (doc_value(c->doc, FIELD_DATE).text.n == 0) {
		if (c->ds->mode == MODE_ISSUE)
			diag_add(c->ds, DIAG_FORM_DATE_OPEN, pos, "%s", "");
		return; /* not yet given, as in every text before its issue */
	}
	form = read_day(c, FIELD_DATE, &text, &d);
	if (form == DATE_NONE)
		return;
	c->out->date = d;
	if (form == DATE_WORDS)
		check_zeros(c, text, d, pos);
	check_time(c, d, pos);
}

void
check_date(struct check *c)
{
	check_issue(c);
	check_receipt(c);
}

void
check_place(struct check *c)
{
	struct str given = item_text(doc_value(c->doc, FIELD_PLACE).text);
	enum field from = FIELD_PLACE;

	if (given.n == 0) {
		date_part(doc_value(c->doc, FIELD_DATE).text, &given);
		from = FIELD_DATE;
	}
	c->out->place = given;
	if (c->unit == NULL || c->unit->place.n == 0)
		return;
	if (given.n == 0) {
		c->out->place = c->unit->place;
		return;
	}
	if (str_eq(viet_fold_tone_place(c->a, given),
		viet_fold_tone_place(c->a, c->unit->place)) &&
	    viet_is_upper(utf8_at(given, 0)))
		return;
	diag_add(c->ds, DIAG_FORM_PLACE_DIFFERS, doc_field_pos(c->doc, from),
	    "%.*s", STR_ARG(quote(c->a, given)));
	diag_near(c->ds, c->unit->place);
}
