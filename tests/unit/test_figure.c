/* test_figure.c - figures in text, exact comparison, units. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "text/decimal.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static int
setup(void **state)
{
	*state = arena_new();
	return 0;
}

static int
teardown(void **state)
{
	arena_free(*state);
	return 0;
}

static void
reading(void **state)
{
	static const struct {
		const char *text;
		int64_t mantissa;
		unsigned scale;
		enum compare_op op;
		const char *unit;
	} rows[] = {
		{ "1.200", 1200, 0, OP_NONE, "" },
		{ "75,5", 755, 1, OP_NONE, "" },
		{ "trên 10%", 10, 0, OP_GT, "%" },
		{ "dưới 1 %", 1, 0, OP_LT, "%" },
		{ "từ 95% trở lên", 95, 0, OP_GE, "%" },
		{ "95 % trở lên", 95, 0, OP_GE, "%" },
		{ "từ 5 hộ trở xuống", 5, 0, OP_LE, "hộ" },
		{ "10 trở lên", 10, 0, OP_GE, "" },
		{ "1,2 tỷ đồng", 12, 1, OP_NONE, "tỷ đồng" },
		{ "1.000,5", 10005, 1, OP_NONE, "" },
		{ "1.234.567,89", 123456789, 2, OP_NONE, "" },
		{ "0,5", 5, 1, OP_NONE, "" },
		{ "0", 0, 0, OP_NONE, "" },
		{ "007", 7, 0, OP_NONE, "" },
		{ "75,50", 7550, 2, OP_NONE, "" },
		{ "-1,5", -15, 1, OP_NONE, "" },
		{ "\u22121,5%", -15, 1, OP_NONE, "%" },
		{ "+3", 3, 0, OP_NONE, "" },
		{ "- 100% hộ dân", 100, 0, OP_NONE, "% hộ dân" },
		{ "đạt trên 75 triệu đồng/người/năm", 75, 0, OP_GT,
		    "triệu đồng/người/năm" },
		{ "ít nhất 3 mô hình", 3, 0, OP_GE, "mô hình" },
		{ "Không quá 5 ngày", 5, 0, OP_LE, "ngày" },
		{ "tối đa 5", 5, 0, OP_LE, "" },
		{ "≥ 95%", 95, 0, OP_GE, "%" },
		{ ">=95", 95, 0, OP_GE, "" },
		{ "<1%", 1, 0, OP_LT, "%" },
		{ "bằng 100%", 100, 0, OP_EQ, "%" },
		{ "  12\u00a0hộ. ", 12, 0, OP_NONE, "hộ" },
		{ "75%;", 75, 0, OP_NONE, "%" },
		{ "500 m2", 500, 0, OP_NONE, "m2" },
		{ "10,5% so với năm 2024", 105, 1, OP_NONE, "%" },
		{ "20 bác sĩ/10.000 dân", 20, 0, OP_NONE, "bác sĩ/10.000 dân" },
		{ "999999999999999999", 999999999999999999, 0, OP_NONE, "" },
		{ "9223372036854775807", INT64_MAX, 0, OP_NONE, "" },
		{ "0,123456789", 123456789, 9, OP_NONE, "" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct figure f;

		if (figure_parse(*state, str_of(rows[i].text), &f) != FIGURE_OK)
			fail_msg("not read: %s", rows[i].text);
		if (f.value.mantissa != rows[i].mantissa ||
		    f.value.scale != rows[i].scale || f.op != rows[i].op ||
		    !str_is(f.unit, rows[i].unit))
			fail_msg("%s: %lld/%u op %d \"%.*s\"", rows[i].text,
			    (long long)f.value.mantissa, f.value.scale, f.op,
			    STR_ARG(f.unit));
	}
}

static void
refusing(void **state)
{
	static const struct {
		const char *text;
		enum figure_status status;
	} rows[] = {
		{ "", FIGURE_NONE },
		{ "trên", FIGURE_NONE },
		{ "hai mươi", FIGURE_NONE },
		{ ",", FIGURE_NONE },
		{ "%", FIGURE_NONE },
		{ "Thôn 3", FIGURE_NONE },
		{ "COVID-19", FIGURE_NONE },
		{ "0.5", FIGURE_AMBIGUOUS },
		{ "1.5", FIGURE_AMBIGUOUS },
		{ "1.2345", FIGURE_AMBIGUOUS },
		{ "0.500", FIGURE_AMBIGUOUS },
		{ "1200.500", FIGURE_AMBIGUOUS },
		{ "1,200.5", FIGURE_AMBIGUOUS },
		{ "1,200,300", FIGURE_AMBIGUOUS },
		{ "1.20.300", FIGURE_AMBIGUOUS },
		{ "1.200.50", FIGURE_AMBIGUOUS },
		{ "1..200", FIGURE_AMBIGUOUS },
		{ "1 200", FIGURE_AMBIGUOUS },
		{ "1\u00a0200 hộ", FIGURE_AMBIGUOUS },
		{ "10-15%", FIGURE_AMBIGUOUS },
		{ "10 – 15%", FIGURE_AMBIGUOUS },
		{ "từ 5 đến 10%", FIGURE_AMBIGUOUS },
		{ "12/15 hộ", FIGURE_AMBIGUOUS },
		{ "9/12/2025", FIGURE_AMBIGUOUS },
		{ "2025-12-09", FIGURE_AMBIGUOUS },
		{ "khoảng 10%", FIGURE_AMBIGUOUS },
		{ "giảm 2%", FIGURE_AMBIGUOUS },
		{ "–5", FIGURE_AMBIGUOUS },
		{ "dưới 5% trở lên", FIGURE_AMBIGUOUS },
		{ "trên 5% trở lên", FIGURE_AMBIGUOUS },
		{ "9223372036854775808", FIGURE_RANGE },
		{ "99999999999999999999999999999999", FIGURE_RANGE },
		{ "-9.223.372.036.854.775.808", FIGURE_RANGE },
		{ "0,1234567891", FIGURE_RANGE },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct figure f;
		enum figure_status st =
		    figure_parse(*state, str_of(rows[i].text), &f);

		if (st != rows[i].status)
			fail_msg("\"%s\": %d", rows[i].text, st);
	}
}

static void
comparing(void **state)
{
	static const struct {
		struct decimal x, y;
		int order;
	} rows[] = {
		{ { 5, 1 }, { 50, 2 }, 0 },
		{ { 10, 0 }, { 101, 1 }, -1 },
		{ { -5, 1 }, { 0, 0 }, -1 },
		{ { -5, 1 }, { 5, 1 }, -1 },
		{ { -15, 1 }, { -14, 1 }, -1 },
		{ { INT64_MAX, 0 }, { INT64_MAX, 9 }, 1 },
		{ { INT64_MIN, 0 }, { INT64_MAX, 9 }, -1 },
		{ { INT64_MAX, 9 }, { INT64_MAX - 1, 9 }, 1 },
		{ { 999999999, 9 }, { 1, 0 }, -1 },
	};
	struct decimal ten = { 10, 0 }, more = { 10001, 3 };

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		assert_int_equal(
		    decimal_cmp(rows[i].x, rows[i].y), rows[i].order);
		assert_int_equal(
		    decimal_cmp(rows[i].y, rows[i].x), -rows[i].order);
	}
	assert_true(decimal_holds(more, OP_GT, ten));
	assert_false(decimal_holds(ten, OP_GT, ten));
	assert_true(decimal_holds(ten, OP_GE, ten));
	assert_false(decimal_holds(ten, OP_LT, ten));
	assert_true(decimal_holds(ten, OP_LE, ten));
	assert_false(decimal_holds(more, OP_LE, ten));
	assert_true(decimal_holds(ten, OP_EQ, (struct decimal) { 100, 1 }));
	assert_true(decimal_holds(more, OP_NONE, ten));
}

static void
printing(void **state)
{
	static const struct {
		struct decimal d;
		const char *text;
	} rows[] = {
		{ { 0, 0 }, "0" },
		{ { 999, 0 }, "999" },
		{ { 1000, 0 }, "1.000" },
		{ { 10005, 1 }, "1.000,5" },
		{ { 5, 1 }, "0,5" },
		{ { 5, 3 }, "0,005" },
		{ { -5, 1 }, "-0,5" },
		{ { 7550, 2 }, "75,50" },
		{ { -123456, 0 }, "-123.456" },
		{ { INT64_MIN, 0 }, "-9.223.372.036.854.775.808" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct str got = decimal_print(*state, rows[i].d);

		if (!str_is(got, rows[i].text))
			fail_msg("%s: %.*s", rows[i].text, STR_ARG(got));
	}
}

static void
signs(void **state)
{
	(void)state;
	for (enum compare_op op = OP_NONE; op <= OP_EQ; op++)
		assert_int_equal(
		    compare_op_parse(str_of(compare_op_sign(op))), op);
	assert_int_equal(compare_op_parse(STR("=>")), OP_NONE);
	assert_int_equal(compare_op_parse(STR("> ")), OP_NONE);
}

static void
units(void **state)
{
	static const struct {
		const char *x, *y;
		bool same;
		int factor;
	} rows[] = {
		{ "%", "%", true, 0 },
		{ "%", "phần trăm", true, 0 },
		{ "", "", true, 0 },
		{ "", "%", false, 0 },
		{ "hộ", "Hộ", true, 0 },
		{ "hộ", "người", false, 0 },
		{ "triệu đồng/người/năm", "trđ/người/năm", true, 0 },
		{ "triệu đồng/người/năm", "Tr.đ / người / năm", true, 0 },
		{ "triệu đồng/người/năm", "triệu đồng/người", false, 0 },
		{ "triệu đồng/người", "triệu đồng/người/năm", false, 0 },
		{ "tỷ đồng", "triệu đồng", true, 3 },
		{ "triệu đồng", "tỉ đồng", true, -3 },
		{ "nghìn tỷ đồng", "đồng", true, 12 },
		{ "ngàn đồng", "VNĐ", true, 3 },
		{ "tấn", "tạ", true, 1 },
		{ "km2", "km²", true, 0 },
		{ "triệu lượt", "lượt", true, 6 },
		{ "đồng/triệu người", "đồng/người", false, 0 },
		{ "trường", "ường", false, 0 },
		{ "ha", "héc-ta", true, 0 },
	};
	int factor;

	for (size_t i = 0; i < COUNT(rows); i++) {
		bool got = unit_same(
		    *state, str_of(rows[i].x), str_of(rows[i].y), &factor);

		if (got != rows[i].same || (got && factor != rows[i].factor))
			fail_msg("%s, %s: %d, %d", rows[i].x, rows[i].y, got,
			    factor);
	}
}

static void
arithmetic(void **state)
{
	static const struct {
		int64_t part, whole;
		unsigned scale;
		int64_t want; /* of that scale */
	} shares[] = {
		{ 380, 400, 0, 95 },       { 8162, 8520, 1, 958 },
		{ 8126, 8520, 1, 954 },    { 34, 4250, 1, 8 },
		{ 6, 571, 1, 11 },         { 1, 8, 2, 1250 },
		{ 1, 8, 0, 13 },           { 0, 7, 1, 0 },
		{ 7, 7, 0, 100 },          { 412, 400, 0, 103 },
	};
	struct decimal d = { 105, 1 }, sum;

	(void)state;
	for (size_t i = 0; i < sizeof(shares) / sizeof(shares[0]); i++) {
		struct decimal p;

		assert_true(decimal_percent(
		    (struct decimal){ shares[i].part, 0 },
		    (struct decimal){ shares[i].whole, 0 }, shares[i].scale,
		    &p));
		assert_int_equal(p.mantissa, shares[i].want);
		assert_int_equal(p.scale, shares[i].scale);
	}
	assert_false(decimal_percent(d, (struct decimal){ 0, 0 }, 1, &sum));
	assert_false(
	    decimal_percent((struct decimal){ INT64_MAX, 0 }, d, 1, &sum));
	assert_true(decimal_add(d, (struct decimal){ 25, 2 }, &sum));
	assert_int_equal(sum.mantissa, 1075); /* 10,5 + 0,25 = 10,75 */
	assert_int_equal(sum.scale, 2);
	assert_false(decimal_add((struct decimal){ INT64_MAX, 0 },
	    (struct decimal){ 1, 0 }, &sum));
	assert_true(decimal_shift(&d, 3)); /* 10,5 tỷ = 10.500 triệu */
	assert_int_equal(d.mantissa, 10500);
	assert_int_equal(d.scale, 0);
	assert_int_equal(
	    decimal_round((struct decimal){ 9579, 2 }, 1).mantissa, 958);
	assert_int_equal(
	    decimal_round((struct decimal){ -9575, 2 }, 1).mantissa, -958);
	assert_int_equal(
	    decimal_round((struct decimal){ 9574, 2 }, 1).mantissa, 957);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reading),
		cmocka_unit_test(refusing),
		cmocka_unit_test(comparing),
		cmocka_unit_test(printing),
		cmocka_unit_test(arithmetic),
		cmocka_unit_test(signs),
		cmocka_unit_test(units),
	};

	return cmocka_run_group_tests_name("figure", tests, setup, teardown);
}
