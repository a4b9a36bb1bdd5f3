/*
 * check_stamps.c - the marks of a document: urgency (cell 10b), limits of
 * circulation (cell 11), who drafted it and the copies issued (cell 12).
 */
#include "check/run.h"
#include "text/utf8.h"
#include "text/viet.h"

enum { COPIES_MAX = 100000 }; /* more than a plan can ask for */

/* The stamp that field f asks for. */
static enum stamp_id
stamp_of(struct check *c, enum field f)
{
	struct value v = doc_value(c->doc, f);
	struct str words[STAMP_MAX];
	size_t n = 0;

	if (utf8_trim(v.text).n == 0)
		return STAMP_NONE;
	for (unsigned i = STAMP_NONE + 1; i < STAMP_MAX; i++) {
		if (stamp_rows[i].field != f)
			continue;
		words[n++] = str_of(stamp_rows[i].words);
		if (key_same(c->a, v.text, words[n - 1]))
			return (enum stamp_id)i;
	}
	diag_add(c->ds, DIAG_FORM_STAMP_UNKNOWN, v.pos, "%.*s",
	    STR_ARG(quote(c->a, v.text)));
	diag_near(c->ds, viet_near(c->a, v.text, words, n));
	return STAMP_NONE;
}

void
check_stamps(struct check *c)
{
	c->out->urgency = stamp_of(c, FIELD_URGENCY);
	c->out->circulation = stamp_of(c, FIELD_CIRCULATION);
}

/* III.3: the drafter's symbol in capitals, the copies in brackets. */
bool
is_drafter_mark(struct str s)
{
	size_t i = 0, digits;

	while (i < s.n && ((s.p[i] >= 'A' && s.p[i] <= 'Z') ||
	    str_starts(str_sub(s, i, s.n), STR("Đ"))))
		i += s.p[i] >= 'A' && s.p[i] <= 'Z' ? 1 : STR("Đ").n;
	if (i == 0 || !str_starts(str_sub(s, i, s.n), STR(".(")))
		return false;
	digits = i + 2;
	for (i = digits; i < s.n && is_digit(s.p[i]);)
		i++;
	return i > digits && i + 1 == s.n && s.p[i] == ')';
}

/* What was meant: the letters, and the digits in brackets. */
static struct str
drafter_near(struct check *c, struct str s)
{
	struct buf letters = { .arena = c->a }, digits = { .arena = c->a };
	struct str near;

	for (size_t i = 0; i < s.n;) {
		uint32_t ch = utf8_next(s, &i);

		if (viet_is_letter(ch))
			utf8_put(&letters, ch);
		else if (ch < 0x80 && is_digit((char)ch))
			buf_addc(&digits, (char)ch);
	}
	near = str_printf(c->a, "%.*s.(%.*s)",
	    STR_ARG(viet_upper(c->a, buf_str(&letters))),
	    STR_ARG(buf_str(&digits)));
	return is_drafter_mark(near) ? near : STR_NONE;
}

void
check_copies(struct check *c, struct str mark, struct pos pos)
{
	unsigned asked = c->obligation != NULL ? c->obligation->copies : 0;
	size_t open = str_find(mark, STR("("), 0);
	unsigned given = 0;

	for (size_t i = open + 1; i + 1 < mark.n && given < COPIES_MAX; i++)
		given = 10 * given + (unsigned)(mark.p[i] - '0');
	if (asked == 0 || given == asked)
		return;
	diag_add(c->ds, DIAG_PLAN_COPIES_DIFFER, pos, "%.*s",
	    STR_ARG(quote(c->a, mark)));
	diag_near(c->ds, str_printf(c->a, "%.*s(%u)",
	    STR_ARG(str_sub(mark, 0, open)), asked));
}

void
check_drafter(struct check *c)
{
	struct value v = doc_value(c->doc, FIELD_DRAFTER);

	c->out->drafter = utf8_trim(v.text);
	if (is_drafter_mark(c->out->drafter))
		check_copies(c, c->out->drafter, v.pos);
	if (c->out->drafter.n == 0 || is_drafter_mark(c->out->drafter))
		return;
	diag_add(c->ds, DIAG_FORM_DRAFTER_FORM, v.pos, "%.*s",
	    STR_ARG(quote(c->a, v.text)));
	diag_near(c->ds, drafter_near(c, c->out->drafter));
}
