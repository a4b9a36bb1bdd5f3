/*
 * test_plan.c - office and plan files: what is read from them, and each fault
 * at its place.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "plan/plan.h"

struct world {
	struct arena *a;
	struct diags *ds;
	const struct office *office;
};

/* clang-format off */
#define UNIT_A \
	"<unit id='ubnd' name='Ủy ban nhân dân xã Thái Tân' symbol='UBND'" \
	" place='Thái Tân'>\n<line>ỦY BAN NHÂN DÂN</line>\n" \
	"<line>XÃ THÁI TÂN</line>\n<alias>UBND xã</alias>\n" \
	"<signer id='ct' position='CHỦ TỊCH' name='Nguyễn Văn A'>" \
	"<authority>TM. ỦY BAN NHÂN DÂN</authority></signer></unit>\n"
#define UNIT_B(attrs) \
	"<unit id='phong-kt' name='Phòng Kinh tế' symbol='PKT'" \
	" place='Thái Tân' " attrs "><superior>UBND XÃ THÁI TÂN</superior>" \
	"<line>PHÒNG KINH TẾ</line><alias> Phòng\n KT</alias>" \
	"<address phone='0220 3' email='p@x.vn'> thôn\n 1</address>" \
	"<signer id='t' position='TRƯỞNG PHÒNG' name='Trần Thị B'/></unit>\n"
#define OFFICE(units) "<office version='1'>\n" units "</office>\n"

static const char office_text[] = OFFICE(UNIT_A UNIT_B("under='ubnd'"));

/* The plan with its parts open to change; lines are numbered in comments. */
#define PLAN(head, period, targets, obligation, inside) \
	"<plan version='1' id='p' number='45' symbol='KH-UBND'" \
	" date='2025-09-12' issuer='ubnd' " head ">\n" /* 1 */ \
	    period "\n" /* 2 */ targets "\n" /* 3 */ \
	"<topic id='nq' kind='resolution' name='Nghị quyết 57'/>\n" /* 4 */ \
	"<obligation " obligation ">\n" /* 5 */ inside "\n" /* 6 */ \
	"</obligation></plan>\n"
#define HEAD "subject='Phát động'"
#define PERIOD "<period from='2025-09-12' to='2025-12-31'/>"
#define TARGET(attrs) "<target id='t' name='Hộ nghèo' " attrs "/>"
#define GOOD_TARGET TARGET("unit='%' op='&lt;' value='1,5'")
#define OWED "id='o' name='Báo cáo' subject='Kết quả' type='BC' to='ubnd' "
#define BEFORE "before='2025-12-10'"
#define INSIDE \
	"<unit ref='phong-kt'/><section id='s' title='CHỈ ĐẠO'>" \
	"<mention topic='nq'/></section><report target='t'/>"

/* clang-format on */

static int
setup(void **state)
{
	struct world *w = calloc(1, sizeof(*w));
	const struct source *src;

	w->a = arena_new();
	w->ds = diags_new(w->a);
	src = source_clean(w->a, "office.xml", str_of(office_text), w->ds);
	w->office = office_read(w->a, src, w->ds);
	*state = w;
	return w->office == NULL || w->ds->n > 0;
}

static int
teardown(void **state)
{
	struct world *w = *state;

	arena_free(w->a);
	free(w);
	return 0;
}

static const struct office *
read_office(struct world *w, struct str text)
{
	const struct source *src;

	w->ds->n = 0;
	src = source_clean(w->a, "t", text, w->ds);
	return src != NULL ? office_read(w->a, src, w->ds) : NULL;
}

static const struct plan *
read_plan(struct world *w, struct str text)
{
	const struct source *src;

	w->ds->n = 0;
	src = source_clean(w->a, "t", text, w->ds);
	return src != NULL ? plan_read(w->a, src, w->office, w->ds) : NULL;
}

/* Exactly one finding, there. */
static void
want(const struct world *w, enum diag_id id, uint32_t line, uint32_t col)
{
	const struct diag *d = w->ds->v;

	if (w->ds->n != 1)
		fail_msg("%s: %zu findings", diag_rules[id].id, w->ds->n);
	if (d->id != id)
		fail_msg("%s, not %s", diag_rules[d->id].id, diag_rules[id].id);
	if (d->pos.line != line || (col > 0 && d->pos.col != col))
		fail_msg("%s at %u:%u, not %u:%u", diag_rules[id].id,
		    d->pos.line, d->pos.col, line, col);
}

static void
office_good(void **state)
{
	struct world *w = *state;
	const struct office *o = w->office;
	const struct unit *u = office_unit(o, w->a, STR("phòng  kinh tế"));

	assert_int_equal(o->nunits, 2);
	assert_ptr_equal(u, &o->unit[1]);
	assert_ptr_equal(office_unit(o, w->a, STR("PHONG-KT")), u);
	assert_ptr_equal(office_unit(o, w->a, STR("Phòng KT")), u);
	assert_ptr_equal(office_unit(o, w->a, STR("ubnd xa")), &o->unit[0]);
	assert_null(office_unit(o, w->a, STR("Phòng Kinh")));
	assert_null(office_unit(o, w->a, STR("")));
	assert_true(
	    str_is(office_near(o, w->a, STR("Phòng Kin tế")), "Phòng Kinh tế"));
	assert_true(str_is(u->alias[0], "Phòng KT"));
	assert_true(str_is(u->superior, "UBND XÃ THÁI TÂN"));
	assert_true(str_is(u->under, "ubnd"));
	assert_int_equal(u->archive.n, 0);
	assert_int_equal(o->unit[0].nlines, 2);
	assert_true(
	    str_is(o->unit[0].signer[0].authority[0], "TM. ỦY BAN NHÂN DÂN"));
	assert_int_equal(u->signer[0].nauthority, 0);
	assert_true(str_is(u->address, "thôn 1"));
	assert_true(str_is(u->phone, "0220 3"));
	assert_true(str_is(u->email, "p@x.vn"));
	assert_int_equal(u->website.n + u->fax.n + o->unit[0].address.n, 0);
	assert_int_equal(o->unit[0].pos.line, 2);
}

static void
office_bad(void **state)
{
	struct world *w = *state;

	assert_null(
	    read_office(w, STR("<office version='2'>" UNIT_A "</office>")));
	want(w, DIAG_OFFICE_VERSION_UNKNOWN, 1, 9);
	assert_null(read_office(w, STR(OFFICE(UNIT_A UNIT_B("under='x'")))));
	want(w, DIAG_OFFICE_UNIT_UNKNOWN, 7, 72);
	assert_null(
	    read_office(w, STR(OFFICE(UNIT_A UNIT_B("under='phong-kt'")))));
	want(w, DIAG_OFFICE_UNDER_LOOP, 7, 72);
	/* twice the same unit: its id, its name and its alias */
	assert_null(read_office(w, STR(OFFICE(UNIT_A UNIT_A))));
	assert_int_equal(w->ds->n, 3);
	assert_int_equal(w->ds->v[0].id, DIAG_OFFICE_ID_REPEATED);
	assert_int_equal(w->ds->v[0].pos.line, 7);
	assert_int_equal(w->ds->v[0].pos.col, 7);
	assert_int_equal(w->ds->v[1].id, DIAG_OFFICE_NAME_REPEATED);
	assert_null(read_office(w,
	    STR("<office version='1'><unit id='a b' name=' ' symbol='A B'"
		" place='x'>\n<line/><line>ỦY</line>\n<signer id='s'"
		" position='TRƯỞNG'/></unit></office>")));
	diags_sort(w->ds);
	assert_int_equal(w->ds->n, 5);
	assert_int_equal(w->ds->v[0].id, DIAG_OFFICE_ID_INVALID);
	assert_int_equal(w->ds->v[1].id, DIAG_OFFICE_VALUE_EMPTY);
	assert_int_equal(w->ds->v[2].id, DIAG_OFFICE_SYMBOL_BLANK);
	assert_int_equal(w->ds->v[3].id, DIAG_OFFICE_VALUE_EMPTY);
	assert_int_equal(w->ds->v[3].pos.line, 2);
	assert_int_equal(w->ds->v[4].id, DIAG_PARSE_ATTRIBUTE_MISSING);
	assert_null(read_office(w, STR("<plan/>")));
	want(w, DIAG_PARSE_ELEMENT_UNKNOWN, 1, 1);
}

/* Small letters are a warning: the file can be used. */
static void
office_capitals(void **state)
{
	struct world *w = *state;

	assert_non_null(read_office(w,
	    STR("<office version='1'><unit id='a' name='A' symbol='A'"
		" place='x'>\n<line>Phòng</line>\n<signer id='s'"
		" position='TRƯỞNG' name='Nguyễn Văn A'/></unit></office>")));
	want(w, DIAG_OFFICE_CAPITALS_MISSING, 2, 1);
}

static void
plan_good(void **state)
{
	struct world *w = *state;
	const struct plan *p = read_plan(
	    w, STR(PLAN(HEAD, PERIOD, GOOD_TARGET, OWED BEFORE, INSIDE)));
	const struct obligation *o;

	assert_non_null(p);
	assert_int_equal(w->ds->n, 0);
	assert_ptr_equal(p->issuer, &w->office->unit[0]);
	assert_int_equal(p->date.day, 12);
	assert_int_equal(p->target[0].op, OP_LT);
	assert_int_equal(p->target[0].value.mantissa, 15);
	assert_int_equal(p->target[0].value.scale, 1);
	assert_int_equal(p->topic[0].kind, TOPIC_RESOLUTION);
	o = &p->obligation[0];
	assert_int_equal(o->type, DOCTYPE_BC);
	assert_int_equal(o->last.day, 9); /* before the 10th */
	assert_true(str_is(obligation_deadline(o, w->a), "< 10/12/2025"));
	assert_true(obligation_owed_by(o, &w->office->unit[1]));
	assert_false(obligation_owed_by(o, &w->office->unit[0]));
	assert_true(o->section[0].required);
	assert_ptr_equal(o->section[0].mention[0], &p->topic[0]);
	assert_ptr_equal(o->target[0], &p->target[0]);
	assert_int_equal(o->naddressees, 1); /* the name of to */
	assert_true(str_is(o->addressee[0], "Ủy ban nhân dân xã Thái Tân"));
	assert_ptr_equal(plan_obligation(p, w->a, STR("bao cao")), o);
	assert_ptr_equal(plan_obligation(p, w->a, STR("o")), o);
	assert_null(plan_obligation(p, w->a, STR("q")));
	assert_ptr_equal(plan_target(p, w->a, STR("hộ  NGHEO")), &p->target[0]);
	assert_true(
	    str_is(plan_target_near(p, w->a, STR("Hộ ngheoo")), "Hộ nghèo"));
	assert_true(
	    str_is(plan_obligation_near(p, w->a, STR("Báo cá")), "Báo cáo"));
}

/* by: that day is the last one; the first of a month steps back over it. */
static void
plan_last_day(void **state)
{
	struct world *w = *state;
	const struct plan *p = read_plan(w,
	    STR(PLAN(
		HEAD, PERIOD, GOOD_TARGET, OWED "by='2025-12-10'", INSIDE)));

	assert_int_equal(p->obligation[0].last.day, 10);
	assert_true(str_is(
	    obligation_deadline(&p->obligation[0], w->a), "<= 10/12/2025"));
	p = read_plan(w,
	    STR(PLAN(HEAD, PERIOD, GOOD_TARGET, OWED "before='2025-12-01'",
		INSIDE)));
	assert_int_equal(p->obligation[0].last.month, 11);
	assert_int_equal(p->obligation[0].last.day, 30);
}

#define WITH_PERIOD(x) PLAN(HEAD, x, GOOD_TARGET, OWED BEFORE, INSIDE)
#define WITH_TARGET(x) PLAN(HEAD, PERIOD, TARGET(x), OWED BEFORE, INSIDE)
#define WITH_TARGETS(x) PLAN(HEAD, PERIOD, x, OWED BEFORE, INSIDE)
#define WITH_OWED(x) PLAN(HEAD, PERIOD, GOOD_TARGET, x, INSIDE)
#define WITH_INSIDE(x) PLAN(HEAD, PERIOD, GOOD_TARGET, OWED BEFORE, x)
#define U "<unit ref='ubnd'/>"
#define S "<section id='s' title='A'/>"

static const struct {
	const char *text;
	enum diag_id id;
	uint32_t line, col;
	const char *near;
} bad[] = {
	{ WITH_PERIOD("<period from='2025-02-30' to='2025-12-31'/>"),
	    DIAG_PLANFILE_DATE_INVALID, 2, 9, NULL },
	{ WITH_PERIOD("<period from='2025-9-12' to='2025-12-31'/>"),
	    DIAG_PLANFILE_DATE_INVALID, 2, 9, NULL },
	{ WITH_PERIOD("<period from='2025-12-12' to='2025-12-11'/>"),
	    DIAG_PLANFILE_PERIOD_REVERSED, 2, 27, NULL },
	{ WITH_PERIOD(""), DIAG_PARSE_ELEMENT_MISSING, 1, 1, NULL },
	{ WITH_TARGET("op='=' value='0.5'"), DIAG_PLANFILE_FIGURE_INVALID, 3,
	    39, NULL },
	{ WITH_TARGET("op='=' value='5%'"), DIAG_PLANFILE_FIGURE_INVALID, 3, 39,
	    NULL },
	{ WITH_TARGET("op='=' value='một'"), DIAG_PLANFILE_FIGURE_INVALID, 3,
	    39, NULL },
	{ WITH_TARGET("op='~' value='5'"), DIAG_PLANFILE_OPERATOR_UNKNOWN, 3,
	    32, NULL },
	{ WITH_TARGET("op='='"), DIAG_PARSE_ATTRIBUTE_MISSING, 3, 1, NULL },
	{ WITH_TARGETS(
	      GOOD_TARGET "<target id='t' name='Hộ giàu' op='=' value='1'/>"),
	    DIAG_PLANFILE_ID_REPEATED, 3, 72, NULL },
	{ WITH_TARGETS(
	      GOOD_TARGET "<target id='u' name='Hộ Nghèo' op='=' value='1'/>"),
	    DIAG_PLANFILE_NAME_REPEATED, 3, 79, NULL },
	{ WITH_OWED(OWED), DIAG_PLANFILE_DEADLINE_MISSING, 5, 1, NULL },
	{ WITH_OWED("by='2025-12-09' " OWED BEFORE),
	    DIAG_PLANFILE_DEADLINE_TWICE, 5, 13, NULL },
	{ WITH_OWED("before='2026-01-02' " OWED),
	    DIAG_PLANFILE_DEADLINE_OUTSIDE, 5, 13, NULL },
	{ WITH_OWED(
	      "type='Báo cá' " BEFORE " id='o' name='B' subject='K' to='ubnd'"),
	    DIAG_PLANFILE_TYPE_UNKNOWN, 5, 13, "Báo cáo" },
	{ WITH_OWED(
	      "type='HĐ' " BEFORE " id='o' name='B' subject='K' to='ubnd'"),
	    DIAG_PLANFILE_TYPE_UNSUPPORTED, 5, 13, NULL },
	{ WITH_OWED("id='o' name='B' subject='K' type='BC' " BEFORE),
	    DIAG_PLANFILE_ADDRESSEE_MISSING, 5, 1, NULL },
	{ WITH_OWED("to='ubnb' id='o' name='B' subject='K' type='BC' " BEFORE),
	    DIAG_PLANFILE_UNIT_UNKNOWN, 5, 13, "ubnd" },
	{ WITH_INSIDE("<unit ref='phong-ktt'/>" S), DIAG_PLANFILE_UNIT_UNKNOWN,
	    6, 7, "phong-kt" },
	{ WITH_INSIDE(U U S), DIAG_PLANFILE_REFERENCE_REPEATED, 6, 25, NULL },
	{ WITH_INSIDE(S), DIAG_PARSE_ELEMENT_MISSING, 5, 1, NULL },
	{ WITH_INSIDE(U), DIAG_PARSE_ELEMENT_MISSING, 5, 1, NULL },
	{ WITH_INSIDE(U "<section id='s' title='A'/>"
			"<section id='s' title='B'/>"),
	    DIAG_PLANFILE_ID_REPEATED, 6, 55, NULL },
	{ WITH_INSIDE(U "<section id='s' title='Đánh giá'/>"
			"<section id='r' title='ĐÁNH GIÁ'/>"),
	    DIAG_PLANFILE_NAME_REPEATED, 6, 69, NULL },
	{ WITH_INSIDE(U "<section id='s' title='I. ĐÁNH GIÁ'/>"),
	    DIAG_PLANFILE_SECTION_NUMBERED, 6, 35, NULL },
	{ WITH_INSIDE(U "<section id='s' title='A' required='No'/>"),
	    DIAG_PLANFILE_CHOICE_UNKNOWN, 6, 45, NULL },
	{ WITH_INSIDE(U "<section id='s' title='A' min-words='1e3'/>"),
	    DIAG_PLANFILE_NUMBER_INVALID, 6, 45, NULL },
	{ WITH_INSIDE(U S "<report target='ho'/>"),
	    DIAG_PLANFILE_TARGET_UNKNOWN, 6, 54, NULL },
	{ WITH_INSIDE(U "<section id='s' title='A'>"
			"<mention topic='nqq'/></section>"),
	    DIAG_PLANFILE_TOPIC_UNKNOWN, 6, 54, NULL },
	{ WITH_INSIDE(U S "<recipient purpose='x'/>"),
	    DIAG_PLANFILE_VALUE_EMPTY, 6, 46, NULL },
	{ PLAN("subject=''", PERIOD, GOOD_TARGET, OWED BEFORE, INSIDE),
	    DIAG_PLANFILE_VALUE_EMPTY, 1, 87, NULL },
};

/* Each fault alone gives one finding, at its attribute. */
static void
plan_bad(void **state)
{
	struct world *w = *state;

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		const struct plan *p = read_plan(w, str_of(bad[i].text));

		want(w, bad[i].id, bad[i].line, bad[i].col);
		assert_int_equal(p == NULL, diags_have_errors(w->ds));
		if (bad[i].near != NULL)
			assert_string_equal(w->ds->v[0].near.p, bad[i].near);
	}
}

/* Four faults of the head, found in one run. */
static void
plan_bad_head(void **state)
{
	struct world *w = *state;

	assert_null(read_plan(w,
	    STR("<plan version='2' id='á' number='4a' symbol='K H'\n"
		" date='2025-09-12' issuer='ubnd' subject='x'>" PERIOD
		"<obligation " OWED BEFORE ">" U S "</obligation></plan>")));
	assert_int_equal(w->ds->n, 4);
	diags_sort(w->ds);
	assert_int_equal(w->ds->v[0].id, DIAG_PLANFILE_VERSION_UNKNOWN);
	assert_int_equal(w->ds->v[1].id, DIAG_PLANFILE_ID_INVALID);
	assert_int_equal(w->ds->v[2].id, DIAG_PLANFILE_NUMBER_INVALID);
	assert_int_equal(w->ds->v[3].id, DIAG_PLANFILE_SYMBOL_BLANK);
	assert_int_equal(w->ds->v[3].pos.col, 38);
}

/* Every prefix ends in an error and nothing worse. */
static void
all_prefixes(void **state)
{
	static const char text[] =
	    PLAN(HEAD, PERIOD, GOOD_TARGET, OWED BEFORE, INSIDE);
	struct world *w = *state;
	const size_t plan_end = strlen(text) - 1, end = strlen(office_text) - 1;

	for (size_t n = 0; n < plan_end; n++)
		assert_null(read_plan(w, (struct str) { text, n }));
	for (size_t n = 0; n < end; n++)
		assert_null(read_office(w, (struct str) { office_text, n }));
}

static void
too_many(void **state)
{
	struct world *w = *state;
	struct buf b = { .arena = w->a };

	buf_adds(&b, "<office version='1'>\n");
	for (unsigned i = 0; i < 1001; i++)
		buf_printf(&b,
		    "<unit id='%u' name='A%u' symbol='A' place='x'><line>A"
		    "</line><signer id='s' position='A' name='B'/></unit>\n",
		    i, i);
	buf_adds(&b, "</office>");
	assert_null(read_office(w, buf_str(&b)));
	want(w, DIAG_OFFICE_TOO_MANY, 1002, 1);
	b.n = 0;
	buf_adds(&b,
	    "<plan version='1' id='p' number='1' symbol='A'"
	    " date='2025-09-12' issuer='ubnd' subject='x'>" PERIOD
	    "<obligation " OWED BEFORE ">" U S "</obligation>\n");
	for (unsigned i = 0; i < 1001; i++)
		buf_printf(
		    &b, "<topic id='%u' kind='movement' name='A'/>\n", i);
	buf_adds(&b, "</plan>");
	assert_null(read_plan(w, buf_str(&b)));
	want(w, DIAG_PLANFILE_TOO_MANY, 1002, 1);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(office_good),
		TEST(office_bad),
		TEST(office_capitals),
		TEST(plan_good),
		TEST(plan_last_day),
		TEST(plan_bad),
		TEST(plan_bad_head),
		TEST(all_prefixes),
		TEST(too_many),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
