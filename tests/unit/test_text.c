/* test_text.c - UTF-8, normalisation, folding, near names, dates. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "text/date.h"
#include "text/utf8.h"
#include "text/viet.h"

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
same(struct str got, const char *want)
{
	if (!str_is(got, want))
		fail_msg("got \"%.*s\", want \"%s\"", STR_ARG(got), want);
}

/* The offsets follow from RFC 3629, sections 3 and 4. */
static void
invalid_bytes(void **state)
{
	static const struct {
		struct str bytes;
		size_t at;
	} rows[] = {
		{ { "", 0 }, 0 },
		{ { "abc", 3 }, 3 },
		{ { "a\0b", 3 }, 3 },
		{ { "\xc2\x80", 2 }, 2 }, /* U+0080 */
		{ { "\xdf\xbf", 2 }, 2 }, /* U+07FF */
		{ { "\xe0\xa0\x80", 3 }, 3 }, /* U+0800 */
		{ { "\xed\x9f\xbf", 3 }, 3 }, /* U+D7FF */
		{ { "\xee\x80\x80", 3 }, 3 }, /* U+E000 */
		{ { "\xef\xbf\xbf", 3 }, 3 }, /* U+FFFF */
		{ { "\xf0\x90\x80\x80", 4 }, 4 }, /* U+10000 */
		{ { "\xf4\x8f\xbf\xbf", 4 }, 4 }, /* U+10FFFF */
		{ { "ab\x80", 3 }, 2 }, /* lone continuation */
		{ { "\xc0\xaf", 2 }, 0 }, /* overlong "/" */
		{ { "\xc1\xbf", 2 }, 0 }, /* overlong */
		{ { "\xe0\x80\xaf", 3 }, 0 }, /* overlong */
		{ { "\xe0\x9f\xbf", 3 }, 0 }, /* overlong */
		{ { "\xf0\x80\x80\xaf", 4 }, 0 }, /* overlong */
		{ { "\xf0\x8f\xbf\xbf", 4 }, 0 }, /* overlong */
		{ { "x\xed\xa0\x80", 4 }, 1 }, /* U+D800 */
		{ { "x\xed\xbf\xbf", 4 }, 1 }, /* U+DFFF */
		{ { "\xf4\x90\x80\x80", 4 }, 0 }, /* U+110000 */
		{ { "\xf5\x80\x80\x80", 4 }, 0 },
		{ { "\xf8\x88\x80\x80\x80", 5 }, 0 }, /* five bytes */
		{ { "\xfe", 1 }, 0 },
		{ { "\xff", 1 }, 0 },
		{ { "ab\xc3", 3 }, 2 }, /* cut short */
		{ { "\xe1\xba", 2 }, 0 },
		{ { "\xf0\x9f\x98", 3 }, 0 },
		{ { "\xc3(", 2 }, 0 },
		{ { "\xe1\xba(", 3 }, 0 },
		{ { "\xf0\x9f\x98(", 4 }, 0 },
		{ { "\xc3\xc3\xa1", 3 }, 0 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		if (utf8_invalid(rows[i].bytes) != rows[i].at)
			fail_msg(
			    "row %zu: got %zu", i, utf8_invalid(rows[i].bytes));
}

/* Every code point goes out and comes back. */
static void
round_trip(void **state)
{
	for (uint32_t c = 0; c <= 0x10ffff; c++) {
		char room[8];
		struct buf b = { .arena = *state, .p = room, .cap = 8 };
		size_t i = 0;

		if (c >= 0xd800 && c <= 0xdfff)
			continue;
		utf8_put(&b, c);
		assert_int_equal(utf8_invalid(buf_str(&b)), b.n);
		assert_int_equal(utf8_next(buf_str(&b), &i), c);
		assert_int_equal(i, b.n);
	}
}

static void
counting_and_trimming(void **state)
{
	size_t i = 1;

	(void)state;
	assert_int_equal(utf8_count(STR("Nghị định")), 9);
	assert_int_equal(utf8_count(STR_NONE), 0);
	assert_int_equal(utf8_at(STR("aị"), 1), 0x1ECB);
	assert_int_equal(utf8_at(STR("aị"), 4), 0);
	assert_int_equal(utf8_before(STR("aịb"), 4), 0x1ECB);
	assert_int_equal(utf8_before(STR("aịb"), 1), 'a');
	assert_int_equal(utf8_before(STR("aịb"), 0), 0);
	/* A bad byte is one character and never leads over the end. */
	assert_int_equal(utf8_count(STR("a\xe1\xba")), 3);
	assert_int_equal(utf8_next(STR("a\xf0\x9f"), &i), 0xfffd);
	assert_int_equal(i, 2);
	same(utf8_trim(STR("\t\u00a0 xã\u2003\u3000\n")), "xã");
	same(utf8_trim(STR(" \u00a0 ")), "");
	same(utf8_trim(STR_NONE), "");
}

static void
normalising(void **state)
{
	static const struct {
		const char *in, *out;
	} rows[] = {
		{ "", "" }, { "Điều 1. ế", "Điều 1. ế" },
		{ "e\u0302\u0301", "ế" },
		{ "e\u0301\u0302", "é\u0302" }, /* one class: order counts */
		{ "a\u0323\u0302", "ậ" }, { "a\u0302\u0323", "ậ" },
		{ "\u01a1\u0300", "ờ" }, { "o\u0300\u031b", "ờ" },
		{ "\u212b", "\u00c5" }, /* angstrom sign */
		{ "\u1e9b\u0323", "\u1e9b\u0323" }, /* TR15, example */
		{ "\u1100\u1161\u11a8", "\uac01" }, { "\u2000", "\u2002" },
		{ "\u0958", "\u0915\u093c" }, /* composition exclusion */
		{ "ế\u0323", "ệ\u0301" }, /* dot below goes first */
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct str in = str_of(rows[i].in);

		same(utf8_nfc(*state, in), rows[i].out);
		assert_int_equal(
		    utf8_is_nfc(in), strcmp(rows[i].in, rows[i].out) == 0);
		assert_true(utf8_is_nfc(str_of(rows[i].out)));
	}
}

/* A million marks in the worst order: an exchange sort takes hours. */
static void
normalising_is_linear(void **state)
{
	enum { PAIRS = 500000 };
	struct buf b = { .arena = *state };
	struct str out;

	buf_addc(&b, 'x');
	for (size_t i = 0; i < PAIRS; i++)
		buf_adds(&b, "\u0301\u0323");
	out = utf8_nfc(*state, buf_str(&b));
	assert_true(str_starts(out, STR("x\u0323\u0323")));
	assert_true(str_ends(out, STR("\u0301\u0301")));
	assert_int_equal(out.n, b.n);
	assert_true(utf8_is_nfc(out));
}

static void
letter_case(void **state)
{
	same(viet_upper(*state, STR("Ủy ban nhân dân xã đường ơ ư")),
	    "ỦY BAN NHÂN DÂN XÃ ĐƯỜNG Ơ Ư");
	same(viet_lower(*state, STR("CỘNG HÒA ĐẶNG")), "cộng hòa đặng");
	same(viet_upper(*state, STR("12%")), "12%");
	assert_true(viet_is_letter(0x1ebf) && viet_is_lower(0x1ebf));
	assert_true(viet_is_upper(0x110) && !viet_is_lower(0x110));
	assert_true(!viet_is_letter('1') && !viet_is_letter(0x301));
}

static void
folding(void **state)
{
	static const struct {
		const char *in, *out;
	} rows[] = {
		{ "Phòng Văn hóa – Xã hội", "phong van hoa xa hoi" },
		{ "PHÒNG VĂN HOÁ-XÃ HỘI", "phong van hoa xa hoi" },
		{ "  Đơn_vị\u00a0 “Thôn 1” ", "don vi thon 1" },
		{ "Đường \u00d0", "duong d" },
		{ "Nghi\u0302\u0323 đ", "nghi d" }, /* not composed */
		{ "so\u00adsánh\u200b", "sosanh" },
		{ "---", "" },
		{ "", "" },
		{ "75,5%", "75,5%" },
		{ "Ơ Ư Ă Â Ê Ô", "o u a a e o" },
	};

	for (size_t i = 0; i < COUNT(rows); i++)
		same(viet_fold(*state, str_of(rows[i].in)), rows[i].out);
}

static void
tone_places(void **state)
{
	static const struct {
		const char *x, *y;
		bool equal;
	} rows[] = {
		{ "hoá", "hóa", true },
		{ "Văn hoá", "VĂN HÓA", true },
		{ "uỷ", "ủy", true },
		{ "Uỷ ban", "Ủy ban", true },
		{ "khoẻ", "khỏe", true },
		{ "quý", "qúy", true },
		{ "của", "cuả", true },
		{ "hoàn", "hòan", true },
		{ "hoá", "hoà", false },
		{ "hoá", "hoa", false },
		{ "ơ", "o", false },
		{ "lý", "lí", false },
		{ "đa", "da", false },
		{ "hóa học", "hóa hoc", false },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct str x = viet_fold_tone_place(*state, str_of(rows[i].x));
		struct str y = viet_fold_tone_place(*state, str_of(rows[i].y));

		if (str_eq(x, y) != rows[i].equal)
			fail_msg("%s %s", rows[i].x, rows[i].y);
	}
	same(viet_fold_tone_place(*state, STR("Nghị định 30, úúú")),
	    "nghị định 30, úúú");
}

static void
near_names(void **state)
{
	static const struct str units[] = {
		{ "Văn phòng", sizeof("Văn phòng") - 1 },
		{ "Phòng Kinh tế", sizeof("Phòng Kinh tế") - 1 },
		{ "Phòng Văn hóa - Xã hội",
		    sizeof("Phòng Văn hóa - Xã hội") - 1 },
		{ "Thôn 1", sizeof("Thôn 1") - 1 },
		{ "Thôn 2", sizeof("Thôn 2") - 1 },
	};
	static const struct {
		const char *name, *near; /* NULL: none */
	} rows[] = {
		{ "phong kinh te", "Phòng Kinh tế" },
		{ "Phòng Knih tế", "Phòng Kinh tế" }, /* exchanged: 1 */
		{ "Phòng Văn hoá", NULL },
		{ "Phòng Văn hóa xã hôij", "Phòng Văn hóa - Xã hội" },
		{ "Thon 3", "Thôn 1" }, /* both at 1: the first */
		{ "Thôn 2", "Thôn 2" }, /* equal beats near */
		{ "Trường học", NULL },
		{ "xy", NULL }, /* no distance allowed for two letters */
		{ "", NULL },
	};
	struct buf longer = { .arena = *state };
	struct str name;

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct str got = viet_near(
		    *state, str_of(rows[i].name), units, COUNT(units));

		if (rows[i].near == NULL)
			assert_null(got.p);
		else
			same(got, rows[i].near);
	}
	for (size_t i = 0; i < 10000; i++)
		buf_addc(&longer, 'a');
	name = buf_str(&longer);
	assert_null(viet_near(*state, name, units, COUNT(units)).p);
	assert_ptr_equal(viet_near(*state, name, &name, 1).p, name.p);
	assert_null(viet_near(*state, STR("Thôn 1"), NULL, 0).p);
}

static void
reading_dates(void **state)
{
	static const struct {
		const char *text;
		enum date_form form;
		struct date d;
	} rows[] = {
		{ "2025-12-09", DATE_ISO, { 2025, 12, 9 } },
		{ "9/12/2025", DATE_SLASHED, { 2025, 12, 9 } },
		{ " 09/12/2025\n", DATE_SLASHED, { 2025, 12, 9 } },
		{ "ngày 09 tháng 12 năm 2025", DATE_WORDS, { 2025, 12, 9 } },
		{ "ngày 9 tháng 2 năm 2025", DATE_WORDS, { 2025, 2, 9 } },
		{ "Ngày\u00a019  tháng 8 năm 2025", DATE_WORDS,
		    { 2025, 8, 19 } },
		{ "NGÀY 01 THÁNG 01 NĂM 2026", DATE_WORDS, { 2026, 1, 1 } },
		{ "29/02/2024", DATE_SLASHED, { 2024, 2, 29 } },
		{ "29/02/2000", DATE_SLASHED, { 2000, 2, 29 } },
		{ "31/11/2025", DATE_NONE, { 0 } },
		{ "29/02/2025", DATE_NONE, { 0 } },
		{ "29/02/1900", DATE_NONE, { 0 } },
		{ "2025-13-01", DATE_NONE, { 0 } },
		{ "2025-00-01", DATE_NONE, { 0 } },
		{ "2025-01-00", DATE_NONE, { 0 } },
		{ "0000-01-01", DATE_NONE, { 0 } },
		{ "2025-1-9", DATE_NONE, { 0 } },
		{ "2025-12-099", DATE_NONE, { 0 } },
		{ "99999999999999/1/2025", DATE_NONE, { 0 } },
		{ "9/12/25", DATE_NONE, { 0 } },
		{ "9-12-2025", DATE_NONE, { 0 } },
		{ "9/12/2025 x", DATE_NONE, { 0 } },
		{ "ngày 9 tháng 12", DATE_NONE, { 0 } },
		{ "ngày9 tháng 12 năm 2025", DATE_NONE, { 0 } },
		{ "ngày    tháng    năm 2025", DATE_NONE, { 0 } },
		{ "-5/12/2025", DATE_NONE, { 0 } },
		{ "", DATE_NONE, { 0 } },
		{ "ngày", DATE_NONE, { 0 } },
	};
	struct date d;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		if (date_parse(str_of(rows[i].text), &d) != rows[i].form)
			fail_msg("%s", rows[i].text);
		assert_memory_equal(&d, &rows[i].d, sizeof(d));
	}
}

static void
writing_dates(void **state)
{
	struct date d = { 2025, 3, 9 };

	same(date_day(*state, d), "09");
	same(date_month(*state, d), "3");
	same(date_iso(*state, d), "2025-03-09");
	same(date_short(*state, d), "09/03/2025");
	same(date_month(*state, (struct date) { 2025, 1, 31 }), "01");
	same(date_month(*state, (struct date) { 2025, 2, 10 }), "02");
	same(date_month(*state, (struct date) { 2025, 10, 10 }), "10");
	same(date_day(*state, (struct date) { 2025, 10, 10 }), "10");
}

/* Every day of years 1 to 9999, counted on from one to the next. */
static void
counting_days(void **state)
{
	struct date d = { 1, 1, 1 }, back;
	int64_t serial = date_serial(d);

	(void)state;
	assert_int_equal(date_serial((struct date) { 1970, 1, 1 }), 0);
	assert_int_equal(date_serial((struct date) { 2000, 3, 1 }), 11017);
	assert_int_equal(date_serial((struct date) { 2025, 12, 9 }), 20431);
	while (d.year <= 9999) {
		assert_true(date_valid(d));
		assert_int_equal(date_serial(d), serial);
		back = date_of_serial(serial);
		assert_int_equal(date_cmp(back, d), 0);
		assert_memory_equal(&back, &d, sizeof(d));
		serial++;
		d.day++;
		if (!date_valid(d))
			d = (struct date) { d.year, d.month + 1, 1 };
		if (d.month > 12)
			d = (struct date) { d.year + 1, 1, 1 };
	}
	assert_false(date_is_set(date_of_serial(serial)));
	assert_false(date_is_set(date_of_serial(INT64_MAX)));
	assert_false(date_is_set(date_of_serial(INT64_MIN)));
	assert_true(date_cmp((struct date) { 2025, 12, 9 },
			(struct date) { 2025, 12, 10 }) < 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(invalid_bytes),
		cmocka_unit_test(round_trip),
		cmocka_unit_test(counting_and_trimming),
		cmocka_unit_test(normalising),
		cmocka_unit_test(normalising_is_linear),
		cmocka_unit_test(letter_case),
		cmocka_unit_test(folding),
		cmocka_unit_test(tone_places),
		cmocka_unit_test(near_names),
		cmocka_unit_test(reading_dates),
		cmocka_unit_test(writing_dates),
		cmocka_unit_test(counting_days),
	};

	return cmocka_run_group_tests_name("text", tests, setup, teardown);
}
