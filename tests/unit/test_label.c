/* test_label.c - numbers of parts, made and recognised. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "text/label.h"

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

/* rest: what stands behind the label and its blanks. */
static void
recognising(void **state)
{
	static const struct {
		const char *line;
		enum label_kind kind;
		unsigned number;
		bool well;
		const char *rest;
	} rows[] = {
		{ "Phần I", LABEL_PHAN, 1, true, "" },
		{ "Phần IV", LABEL_PHAN, 4, true, "" },
		{ "PHẦN I", LABEL_PHAN, 1, false, "" },
		{ "Phần I. KẾT QUẢ", LABEL_PHAN, 1, false, "KẾT QUẢ" },
		{ "Phần 1", LABEL_PHAN, 1, false, "" },
		{ "Chương XII", LABEL_CHUONG, 12, true, "" },
		{ "chương II", LABEL_CHUONG, 2, false, "" },
		{ "Điều 1. Phạm vi", LABEL_DIEU, 1, true, "Phạm vi" },
		{ "Điều 12: Phạm vi", LABEL_DIEU, 12, false, "Phạm vi" },
		{ "Điều 5", LABEL_DIEU, 5, false, "" },
		{ "I. KẾT QUẢ", LABEL_MUC, 1, true, "KẾT QUẢ" },
		{ "XIV.  KẾT QUẢ", LABEL_MUC, 14, true, "KẾT QUẢ" },
		{ "I.KẾT QUẢ", LABEL_MUC, 1, false, "KẾT QUẢ" },
		{ "I- KẾT QUẢ", LABEL_MUC, 1, false, "KẾT QUẢ" },
		{ "I - KẾT QUẢ", LABEL_MUC, 1, false, "KẾT QUẢ" },
		{ "I) KẾT QUẢ", LABEL_MUC, 1, false, "KẾT QUẢ" },
		{ "A- KẾT QUẢ", LABEL_MUC, 1, false, "KẾT QUẢ" },
		{ "D. KẾT QUẢ", LABEL_MUC, 4, false, "KẾT QUẢ" },
		{ "Đ. KẾT QUẢ", LABEL_MUC, 5, false, "KẾT QUẢ" },
		{ "1. Công tác", LABEL_KHOAN, 1, true, "Công tác" },
		{ "12.\tCông tác", LABEL_KHOAN, 12, true, "Công tác" },
		{ "1.", LABEL_KHOAN, 1, true, "" },
		{ "1.Thời gian", LABEL_KHOAN, 1, false, "Thời gian" },
		{ "1- Thời gian", LABEL_KHOAN, 1, false, "Thời gian" },
		{ "5-Thời gian", LABEL_KHOAN, 5, false, "Thời gian" },
		{ "1 – Thời gian", LABEL_KHOAN, 1, false, "Thời gian" },
		{ "1) Thời gian", LABEL_KHOAN, 1, false, "Thời gian" },
		{ "1/ Thời gian", LABEL_KHOAN, 1, false, "Thời gian" },
		{ "01. Thời gian", LABEL_KHOAN, 1, false, "Thời gian" },
		{ "a) Về", LABEL_DIEM, 1, true, "Về" },
		{ "d) Về", LABEL_DIEM, 4, true, "Về" },
		{ "đ) Về", LABEL_DIEM, 5, true, "Về" },
		{ "e) Về", LABEL_DIEM, 6, true, "Về" },
		{ "g) Về", LABEL_DIEM, 7, true, "Về" },
		{ "i) Về", LABEL_DIEM, 9, true, "Về" },
		{ "y) Về", LABEL_DIEM, 23, true, "Về" },
		{ "f) Về", LABEL_DIEM, 0, false, "Về" },
		{ "ă) Về", LABEL_DIEM, 0, false, "Về" },
		{ "a. Về", LABEL_DIEM, 1, false, "Về" },
		{ "a- về", LABEL_DIEM, 1, false, "về" },
		{ "a)Về việc", LABEL_DIEM, 1, false, "Về việc" },
		{ "- Xã", LABEL_DASH, 0, true, "Xã" },
		{ "-\u00a0Xã", LABEL_DASH, 0, true, "Xã" },
		{ "-", LABEL_DASH, 0, true, "" },
		{ "-Xã", LABEL_DASH, 0, false, "Xã" },
		{ "– Xã", LABEL_DASH, 0, false, "Xã" },
		{ "• Xã", LABEL_DASH, 0, false, "Xã" },
		{ "+ Xã", LABEL_PLUS, 0, true, "Xã" },
		{ "1.1. Về", LABEL_DECIMAL, 1, true, "Về" },
		{ "4.1.12. Về", LABEL_DECIMAL, 12, true, "Về" },
		{ "4.5.", LABEL_DECIMAL, 5, true, "" },
		{ "1.1 Về", LABEL_DECIMAL, 1, false, "Về" },
		{ "1.2) Về", LABEL_DECIMAL, 2, false, "Về" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct str s = str_of(rows[i].line);
		struct label l = label_parse(s);

		if (l.kind != rows[i].kind || l.number != rows[i].number ||
		    l.well_formed != rows[i].well ||
		    !str_is(str_sub(s, l.length, s.n), rows[i].rest))
			fail_msg("\"%s\": kind %d number %u well %d length %zu",
			    rows[i].line, l.kind, l.number, l.well_formed,
			    l.length);
	}
}

static void
leaving_alone(void **state)
{
	static const char *const lines[] = { "", " ", "Kết quả", "1.200 hộ",
		"1.200.000 đồng", "1.5 triệu đồng", "0. Không", "9.12.2025",
		"9/12/2025", "2025. Năm", "75,5%", "5 - 10% số hộ", "5-10%",
		"-5%", "--", "V.I. Lenin", "CD. Nhạc", "MIX. Nhạc", "IIII. Sai",
		"Phần mềm", "Phần Inox", "Phần I đã nêu",
		"Điều 5 Nghị định số 30", "Điều động", "Phần", "Điều", "e-mail",
		"X-quang", "3-D", "ii) hai", "aa) đôi", "a", "1", "I", "ơ",
		"I đã", "đ", "1000) Lớn", "\xc4", "\xe1\xba", "+5%", "Xã A" };

	(void)state;
	for (size_t i = 0; i < COUNT(lines); i++) {
		struct label l = label_parse(str_of(lines[i]));

		if (l.kind != LABEL_NONE)
			fail_msg("\"%s\": kind %d", lines[i], l.kind);
		assert_int_equal(l.length, 0);
	}
}

static void
letters(void **state)
{
	static const char *const order[LABEL_DIEM_MAX] = { "a)", "b)", "c)",
		"d)", "đ)", "e)", "g)", "h)", "i)", "k)", "l)", "m)", "n)",
		"o)", "p)", "q)", "r)", "s)", "t)", "u)", "v)", "x)", "y)" };

	for (unsigned i = 0; i < LABEL_DIEM_MAX; i++) {
		struct str s = label_print(*state, LABEL_DIEM, i + 1);

		assert_true(str_is(s, order[i]));
		assert_int_equal(label_parse(s).number, i + 1);
		assert_true(label_parse(s).well_formed);
	}
	assert_true(str_is(label_print(*state, LABEL_DIEM, 24), "aa)"));
}

static void
printing(void **state)
{
	static const struct {
		enum label_kind kind;
		unsigned number;
		const char *text;
	} rows[] = {
		{ LABEL_NONE, 0, "" },
		{ LABEL_PHAN, 2, "Phần II" },
		{ LABEL_CHUONG, 9, "Chương IX" },
		{ LABEL_DIEU, 10, "Điều 10." },
		{ LABEL_MUC, 4, "IV." },
		{ LABEL_KHOAN, 4, "4." },
		{ LABEL_DASH, 0, "-" },
		{ LABEL_PLUS, 0, "+" },
	};

	for (size_t i = 0; i < COUNT(rows); i++)
		assert_true(
		    str_is(label_print(*state, rows[i].kind, rows[i].number),
			rows[i].text));
}

static void
roman(void **state)
{
	static const char *const wrong[] = { "", "IIII", "VV", "IC", "IXI",
		"VIV", "XIXX", "CMC", "CMCD", "LL", "MMMM", "i", "iv", "IVX",
		"IIX", "A", "I ", "IM", "XXXX", "DD",
		"MMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMM" };

	assert_int_equal(roman_parse(STR("IV")), 4);
	assert_int_equal(roman_parse(STR("XLIX")), 49);
	assert_int_equal(roman_parse(STR("MCMXCIV")), 1994);
	assert_int_equal(roman_parse(STR("MMMCMXCIX")), 3999);
	for (size_t i = 0; i < COUNT(wrong); i++)
		if (roman_parse(str_of(wrong[i])) != 0)
			fail_msg("%s", wrong[i]);
	for (unsigned n = 1; n <= 3999; n++)
		assert_int_equal(roman_parse(roman_print(*state, n)), n);
	assert_true(str_is(roman_print(*state, 3888), "MMMDCCCLXXXVIII"));
	assert_true(str_is(roman_print(*state, 0), "0"));
	assert_true(str_is(roman_print(*state, 4000), "4000"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(recognising),
		cmocka_unit_test(leaving_alone),
		cmocka_unit_test(letters),
		cmocka_unit_test(printing),
		cmocka_unit_test(roman),
	};

	return cmocka_run_group_tests_name("label", tests, setup, teardown);
}
