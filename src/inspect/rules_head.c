/* rules_head.c - Quốc hiệu to trích yếu as set (R09-R11, R14-R15, R23-R27). */
#include "inspect/rules.h"
#include "text/viet.h"

static size_t
para_of(const struct inspect *x, size_t piece)
{
	return x->f->piece[piece].para;
}

/* Tone marks' places and case put aside. */
static bool
same_text(const struct inspect *x, struct str s, const char *want)
{
	return str_eq(viet_fold_tone_place(x->a, s),
	    viet_fold_tone_place(x->a, str_of(want)));
}

static struct str
nation_text(const struct inspect *x)
{
	struct str s = x->f->piece[x->f->nation].text;

	if (x->f->nation_rest == NOWHERE)
		return s;
	return str_printf(x->a, "%.*s %.*s", STR_ARG(s),
	    STR_ARG(x->f->piece[x->f->nation_rest].text));
}

void
measure_nation(struct inspect *x)
{
	static const struct want want = { 24, 26, YES, NO, YES, true };
	const char *text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";

	if (x->f->separate) {
		rule_absent(x);
		return;
	}
	if (x->f->nation == NOWHERE) {
		broken(x, DIAG_INSPECT_NATION, NOWHERE, "-");
		return;
	}
	if (!same_text(x, nation_text(x), text))
		broken_near(x, DIAG_INSPECT_NATION, para_of(x, x->f->nation),
		    str_of(text), STR_NONE);
	check_look(x, DIAG_INSPECT_NATION, x->f->nation, &want);
}

void
measure_motto(struct inspect *x)
{
	static const struct want want = { 26, 28, YES, NO, ANY, true };
	const char *text = "Độc lập - Tự do - Hạnh phúc";

	if (x->f->separate) {
		rule_absent(x);
		return;
	}
	if (x->f->motto == NOWHERE) {
		broken(x, DIAG_INSPECT_MOTTO, NOWHERE, "-");
		return;
	}
	if (!str_is(x->f->piece[x->f->motto].text, text))
		broken_near(x, DIAG_INSPECT_MOTTO, para_of(x, x->f->motto),
		    str_of(text), STR_NONE);
	check_look(x, DIAG_INSPECT_MOTTO, x->f->motto, &want);
}

static int64_t
size_of(const struct inspect *x, size_t piece)
{
	const struct piece *p = &x->f->piece[piece];

	return face_look(piece_para(x->f, piece), p->from, p->to).max;
}

void
measure_size_profile(struct inspect *x)
{
	int64_t nation, motto, date;

	if (x->f->nation == NOWHERE || x->f->motto == NOWHERE) {
		rule_absent(x);
		return;
	}
	nation = size_of(x, x->f->nation);
	motto = size_of(x, x->f->motto);
	date = x->f->place_date == NOWHERE ? nation + 2 :
					     size_of(x, x->f->place_date);
	/* sizes outside their ranges are told by R09, R10, R23 */
	if (nation < 24 || nation > 26 || motto < 26 || motto > 28 ||
	    date < 26 || date > 28)
		return;
	if (motto != nation + 2 || date != nation + 2)
		broken(x, DIAG_INSPECT_SIZE_PROFILE, para_of(x, x->f->nation),
		    "%.*s-%.*s-%.*s", STR_ARG(points(x, nation)),
		    STR_ARG(points(x, motto)), STR_ARG(points(x, date)));
}

void
measure_issuer(struct inspect *x)
{
	static const struct want want = { 24, 26, YES, NO, YES, true };

	if (x->f->separate) {
		rule_absent(x);
		return;
	}
	if (x->f->issuer.n == 0)
		broken(x, DIAG_INSPECT_ISSUER, NOWHERE, "-");
	check_list_look(x, DIAG_INSPECT_ISSUER, &x->f->issuer, &want);
}

/* Year at the end of the date line, 0 when it cannot be read. */
static int
year_of(const struct inspect *x)
{
	struct str s;
	int year = 0;

	if (x->f->place_date == NOWHERE)
		return 0;
	s = x->f->piece[x->f->place_date].text;
	for (size_t i = s.n > 4 ? s.n - 4 : s.n; i < s.n; i++) {
		if (!is_number_char(s.p[i]))
			return 0;
		year = year * 10 + (s.p[i] - '0');
	}
	return year;
}

/* The district level ended on 01/7/2025; a year is enough to be sure. */
static bool
names_district(const struct inspect *x, struct str key)
{
	enum { LAST_YEAR = 2025 };

	return year_of(x) > LAST_YEAR &&
	    (key_holds(key, " huyen ") || key_holds(key, " quan ") ||
		key_holds(key, " thi xa "));
}

void
measure_superior(struct inspect *x)
{
	static const struct want want = { 24, 26, NO, NO, YES, true };
	const struct list *l = &x->f->superior;

	if (l->n == 0) {
		rule_absent(x);
		return;
	}
	check_list_look(x, DIAG_INSPECT_SUPERIOR, l, &want);
	for (size_t i = 0; i < l->n; i++)
		if (names_district(x, x->f->piece[l->v[i]].key))
			broken(x, DIAG_INSPECT_SUPERIOR, para_of(x, l->v[i]),
			    "%d", year_of(x));
	if (x->f->issuer.n > 0 &&
	    (key_begins(x->f->piece[x->f->issuer.v[0]].key, "uy ban nhan") ||
		key_begins(x->f->piece[x->f->issuer.v[0]].key, "ubnd")))
		broken(x, DIAG_INSPECT_SUPERIOR_NEEDLESS, para_of(x, l->v[0]),
		    "%s", "");
}

void
measure_place_date(struct inspect *x)
{
	static const struct want want = { 26, 28, NO, YES, ANY, true };
	const struct form *f = x->f;
	const struct wpara *d, *n;

	if (f->place_date == NOWHERE) {
		rule_absent(x);
		return;
	}
	check_look(x, DIAG_INSPECT_PLACE_DATE, f->place_date, &want);
	if (is_centred(x, f->place_date) == NO_IDEA)
		rule_open(x);
	if (f->nation != NOWHERE &&
	    same_column(x, f->place_date, f->nation) == WRONG)
		broken(x, DIAG_INSPECT_PLACE_DATE, para_of(x, f->place_date),
		    ">< II.1");
	if (f->number == NOWHERE)
		return;
	d = piece_para(f, f->place_date);
	n = piece_para(f, f->number);
	if (d->table == WORD_NO_TABLE || d->table != n->table)
		return;
	/* in one cell with the lines above, rows tell nothing */
	if (d->row != n->row)
		broken(x, DIAG_INSPECT_PLACE_DATE, para_of(x, f->place_date),
		    "= II.3");
}

void
measure_type(struct inspect *x)
{
	static const struct want want = { 26, 28, YES, NO, YES, true };
	const struct form *f = x->f;

	if (f->separate) {
		rule_absent(x);
		return;
	}
	if (f->type == NOWHERE) {
		if (f->about == NOWHERE)
			broken(x, DIAG_INSPECT_TYPE, NOWHERE, "-");
		else
			rule_absent(x);
		return;
	}
	check_look(x, DIAG_INSPECT_TYPE, f->type, &want);
	x->wording = true;
	if (f->doctype == DOCTYPE_CV)
		broken(x, DIAG_INSPECT_TYPE, para_of(x, f->type), "%s", "");
	else if (!str_eq(f->piece[f->type].key,
		     viet_fold(x->a, str_of(doctypes[f->doctype].name))))
		broken(x, DIAG_INSPECT_TYPE, para_of(x, f->type), "+ II.5");
}

void
measure_subject(struct inspect *x)
{
	static const struct want want = { 26, 28, YES, NO, NO, true };
	const struct form *f = x->f;
	struct str last;

	if (f->type == NOWHERE) {
		rule_absent(x);
		return;
	}
	if (f->subject.n == 0) {
		x->wording = true;
		if (str_eq(f->piece[f->type].key,
			viet_fold(x->a, str_of(doctypes[f->doctype].name))))
			broken(
			    x, DIAG_INSPECT_SUBJECT, para_of(x, f->type), "-");
		return;
	}
	check_list_look(x, DIAG_INSPECT_SUBJECT, &f->subject, &want);
	last = f->piece[f->subject.v[f->subject.n - 1]].text;
	x->wording = true;
	if (str_ends(last, STR(".")) || str_ends(last, STR(";")) ||
	    str_ends(last, STR(",")) || str_ends(last, STR(":")))
		broken(x, DIAG_INSPECT_SUBJECT_STOP,
		    para_of(x, f->subject.v[f->subject.n - 1]), "\"%.*s\"",
		    STR_ARG(str_sub(last, last.n - 1, last.n)));
}

/* Below the number, 6 pt apart, 1 pt of slack. */
static void
check_gap_above(struct inspect *x, size_t piece)
{
	enum { GAP = 120, SLACK = 20 };
	size_t para = para_of(x, piece);
	const struct wpara *p = &x->w->para[para], *above;
	int64_t gap;

	if (para == 0 || x->f->number == NOWHERE ||
	    para_of(x, x->f->number) != para - 1)
		return;
	above = &x->w->para[para - 1];
	if (above->table != p->table || above->row != p->row ||
	    above->column != p->column)
		return;
	gap = above->form.after + p->form.before;
	if (gap < GAP - SLACK || gap > GAP + SLACK)
		broken(x, DIAG_INSPECT_LETTER_SUBJECT, para,
		    "%d,%d pt / 5-7 pt", (int)(gap / 20), (int)(gap % 20 / 2));
}

void
measure_about(struct inspect *x)
{
	static const struct want want = { 24, 26, NO, NO, NO, true };
	const struct form *f = x->f;

	if (f->about == NOWHERE) {
		/* without type and V/v, R24 has told */
		rule_absent(x);
		return;
	}
	if (f->type != NOWHERE) {
		x->wording = true;
		broken(x, DIAG_INSPECT_LETTER_SUBJECT, para_of(x, f->about),
		    "%s", "");
		return;
	}
	check_look(x, DIAG_INSPECT_LETTER_SUBJECT, f->about, &want);
	check_gap_above(x, f->about);
	if (f->number != NOWHERE &&
	    same_column(x, f->about, f->number) == WRONG)
		broken(x, DIAG_INSPECT_LETTER_SUBJECT, para_of(x, f->about),
		    ">< II.3");
	x->wording = true;
	if (!str_starts(f->piece[f->about].text, STR("V/v ")))
		broken_near(x, DIAG_INSPECT_LETTER_SUBJECT,
		    para_of(x, f->about), STR("V/v ..."), STR_NONE);
}
