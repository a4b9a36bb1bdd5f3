/*
 * check_citations.c - documents cited in the text (II.6.b, R34): complete the
 * first time, short later, the same date each time; days that no calendar has;
 * acts that are no longer in force (house rule H01).  Căn cứ of the header are
 * read first (check_bases.c).
 */
#include "check/run.h"
#include "text/act.h"
#include "text/cite.h"
#include "text/viet.h"

enum { CITED_MAX = 500 }; /* documents remembered */

struct date
report_day(const struct check *c)
{
	return date_is_set(c->out->date) ? c->out->date : c->plan->date;
}

static struct cited *
find_cited(struct check *c, struct str symbol)
{
	for (size_t i = 0; i < c->cited.n; i++)
		if (str_eq(c->cited.v[i].symbol, symbol))
			return &c->cited.v[i];
	return NULL;
}

/* "ngày 12 tháng 9 năm 2025" as a citation writes it. */
static struct str
day_in_words(struct check *c, struct date d)
{
	return str_printf(c->a, "ngày %.*s tháng %.*s năm %d",
	    STR_ARG(date_day(c->a, d)), STR_ARG(date_month(c->a, d)), d.year);
}

/* The plan that the report answers; check_cited.c judges how it is cited. */
static bool
is_own_plan(const struct check *c, struct str symbol)
{
	return str_eq(symbol,
	    str_printf(c->a, "%.*s/%.*s", STR_ARG(c->plan->number),
		STR_ARG(c->plan->symbol)));
}

/* The day given before. */
static struct date
known_day(const struct check *c, struct str symbol, const struct cited *before)
{
	if (before == NULL || is_own_plan(c, symbol))
		return (struct date) { 0 };
	return before->day;
}

/* "ngày 9/9/2025" in a citation: the samples write it out. */
static void
check_written(struct check *c, const struct flat *f, const struct citation *t)
{
	if (!date_is_set(t->day) || str_find(t->date, STR("/"), 0) == t->date.n)
		return;
	diag_add(c->ds, DIAG_TEXT_CITATION_DATE_FORM, flat_pos(f, t->date_at),
	    "%.*s", STR_ARG(quote(c->a, t->date)));
	diag_near(c->ds, day_in_words(c, t->day));
}

static void
check_again(struct check *c, const struct flat *f, const struct citation *t,
    const struct cited *before)
{
	struct date known = known_day(c, t->symbol, before);

	if (date_is_set(t->day) && date_is_set(known) &&
	    date_cmp(t->day, known) != 0) {
		diag_add(c->ds, DIAG_TEXT_CITATION_DATE_DIFFERS,
		    flat_pos(f, t->date_at), "%.*s; %.*s", STR_ARG(t->symbol),
		    STR_ARG(quote(c->a, t->date)));
		diag_near(c->ds, day_in_words(c, known));
	} else if (before != NULL && before->dated && t->dated) {
		diag_add(c->ds, DIAG_TEXT_CITATION_REPEATED, flat_pos(f, t->at),
		    "%.*s %.*s", STR_ARG(t->type), STR_ARG(t->symbol));
	}
}

static void
remember(struct check *c, const struct citation *t)
{
	struct cited *one;

	if (c->cited.n >= CITED_MAX)
		return;
	one = vec_add(c->a, &c->cited);
	one->symbol = t->symbol;
	one->dated = t->dated;
	one->day = t->day;
}

static void
check_first(struct check *c, const struct flat *f, const struct citation *t)
{
	if (!t->word) {
		diag_add(c->ds, DIAG_FORM_BASE_NUMBER_WORD, flat_pos(f, t->at),
		    "\"%.*s %.*s\"", STR_ARG(t->type), STR_ARG(t->symbol));
		diag_near(c->ds,
		    str_printf(c->a, "%.*s số %.*s", STR_ARG(t->type),
			STR_ARG(t->symbol)));
	}
	/* whoever asked for the report knows which plan is meant */
	if (!t->dated && f->block->kind == NODE_PARAGRAPH &&
	    !is_own_plan(c, t->symbol))
		diag_add(c->ds, DIAG_TEXT_CITATION_INCOMPLETE,
		    flat_pos(f, t->at), "%.*s %.*s", STR_ARG(t->type),
		    STR_ARG(t->symbol));
}

void
check_citations(struct check *c, const struct flat *f)
{
	struct citation t;
	size_t before = c->ds->n;

	for (size_t at = 0; cite_next(f->text, at, &t); at = t.end) {
		const struct cited *known = find_cited(c, t.symbol);

		if (c->ds->n - before >= FAULTS_MAX)
			return;
		if (t.comma) {
			diag_add(c->ds, DIAG_TEXT_CITATION_COMMA,
			    flat_pos(f, t.symbol_at + t.symbol.n),
			    "\"%.*s, "
			    "ngày\"",
			    STR_ARG(t.symbol));
			diag_near(c->ds,
			    str_printf(c->a, "%.*s ngày", STR_ARG(t.symbol)));
		}
		check_written(c, f, &t);
		check_again(c, f, &t, known);
		if (known != NULL)
			continue;
		check_first(c, f, &t);
		remember(c, &t);
	}
}

void
note_citations(struct check *c, struct str s)
{
	struct citation t;

	for (size_t at = 0; cite_next(s, at, &t); at = t.end)
		if (find_cited(c, t.symbol) == NULL)
			remember(c, &t);
}

/* --- days of the calendar --------------------------------------------------
 */

/* "ngày 5 tháng 09 năm 2025" written out, but not as II.4.b has it. */
static void
check_zeros(struct check *c, const struct flat *f, size_t at, size_t n,
    struct date day)
{
	struct str said = str_sub(f->text, at, at + n);
	struct str right = day_in_words(c, day);
	struct str date = str_sub(right, sizeof("ngày ") - 1, right.n);

	if (str_find(said, STR("/"), 0) < said.n || str_eq(date, said))
		return;
	diag_add(c->ds, DIAG_TEXT_DATE_ZERO, flat_pos(f, at), "%.*s",
	    STR_ARG(quote(c->a, said)));
	diag_near(c->ds, right);
}

/* "ngày 31 tháng 02 năm 2025", wherever it stands. */
void
check_days(struct check *c, const struct flat *f)
{
	struct str s = f->text;
	size_t at = 0, n, before = c->ds->n;
	struct date day;

	while ((at = str_find(s, STR("ngày "), at)) < s.n &&
	    c->ds->n - before < FAULTS_MAX) {
		at += sizeof("ngày ") - 1;
		n = cite_date(s, at, &day);
		if (n == 0)
			continue;
		if (date_is_set(day)) {
			check_zeros(c, f, at, n, day);
			continue;
		}
		diag_add(c->ds, DIAG_TEXT_DATE_IMPOSSIBLE, flat_pos(f, at),
		    "%.*s", STR_ARG(quote(c->a, str_sub(s, at, at + n))));
	}
}

/* --- acts no longer in force -----------------------------------------------
 */

/* Words of a sentence that tells of the past, in small letters. */
static const char *const of_past[] = { "thay thế", "bãi bỏ", "hết hiệu lực",
	"trước đây", "trước ngày", "giai đoạn", "đến hết ngày", "sửa đổi",
	"có hiệu lực đến", "chuyển tiếp" };

static bool
tells_of_past(struct str lower)
{
	for (size_t i = 0; i < COUNT(of_past); i++)
		if (has_word(lower, str_of(of_past[i])))
			return true;
	return false;
}

void
check_acts(struct check *c, const struct flat *f)
{
	struct date day = report_day(c);
	const struct act *act;
	size_t at = 0;

	while ((act = act_expired(f->text, day, &at)) != NULL) {
		if (tells_of_past(viet_lower(c->a, sentence_at(f->text, at))))
			return;
		diag_add(c->ds, DIAG_TEXT_ACT_EXPIRED, flat_pos(f, at),
		    "%s; %.*s", act->symbol,
		    STR_ARG(date_short(c->a, act->ended)));
		diag_near(c->ds, str_of(act->successor));
		at++;
	}
}
