/*
 * test_diag.c - how findings are said: the part of the document they are
 * about, the faulty line with its caret, columns, modes and waivers.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "diag/diag.h"
#include "parse/source.h"
#include "parse/xml.h"
#include "project/compile.h"
#include "read/read.h"
#include "text/utf8.h"

/* The line shown for a finding at 1:col of a text. */
static struct str
shown(struct arena *a, const char *text, uint32_t col)
{
	struct diags *ds = diags_new(a);
	struct buf out = { .arena = a };

	diags_add_file(ds, "f", str_of(text));
	diag_add(ds, DIAG_TEXT_PLACEHOLDER, (struct pos){ "f", 1, col }, "%s",
	    "");
	diags_locate(ds);
	diag_print_line(&ds->v[0], &out);
	return buf_str(&out);
}

static void
test_caret(void **state)
{
	static const struct {
		const char *text;
		uint32_t col;
		const char *want;
	} t[] = {
		{ "abc", 2, "     1 | abc\n       |  ^\n" },
		{ "abc", 4, "     1 | abc\n       |    ^\n" },
		{ "abc\r\nd", 3, "     1 | abc\n       |   ^\n" },
		{ "\xef\xbb\xbf" "abc", 1, "     1 | abc\n       | ^\n" },
		/* NFC letters are one cell, wide ones two */
		{ "Tiếng Việt", 7, "     1 | Tiếng Việt\n       |       ^\n" },
		{ "漢字x", 2, "     1 | 漢字x\n       |   ^^\n" },
		{ "漢字x", 3, "     1 | 漢字x\n       |     ^\n" },
		/* marks that combine take no cell; "e" + two marks + "x" */
		{ "e\xcc\x82\xcc\x81x", 2,
		    "     1 | e\xcc\x82\xcc\x81x\n       |  ^\n" },
		{ "a\tb", 3, "     1 | a       b\n       |         ^\n" },
		{ "1234567\tb", 9, "     1 | 1234567 b\n       |         ^\n" },
		{ "a\tb", 2, "     1 | a       b\n       |  ^\n" },
		/* nothing is hidden: U+200B, U+202E, ESC */
		{ "a\xe2\x80\x8b" "b", 2,
		    "     1 | a<U+200B>b\n       |  ^^^^^^^^\n" },
		{ "\xe2\x80\xae" "b", 2,
		    "     1 | <U+202E>b\n       |         ^\n" },
		{ "\x1b[31mb", 7, "     1 | <U+001B>[31mb\n"
				  "       |              ^\n" },
		/* not UTF-8: shown as such, one place a byte */
		{ "a\xb5\xb6" "b", 4,
		    "     1 | a\xef\xbf\xbd\xef\xbf\xbd" "b\n       |    ^\n" },
		{ "", 1, "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(t) / sizeof(t[0]); i++) {
		struct arena *a = arena_new();

		assert_string_equal(
		    shown(a, t[i].text, t[i].col).p, t[i].want);
		arena_free(a);
	}
}

/* A long line is cut on both sides of the place, at most 72 cells remain. */
static void
test_caret_long(void **state)
{
	struct arena *a = arena_new();
	struct buf text = { .arena = a };

	(void)state;
	for (unsigned i = 0; i < 5000; i++)
		buf_printf(&text, "%s", i == 3000 ? "ỗ" : "漢");
	for (uint32_t col = 1; col <= 5001; col += 1000) {
		struct str said = shown(a, buf_str(&text).p, col);
		size_t end = str_find(said, STR("\n"), 0), cells = 0, at = 0;
		struct str row = str_sub(said, 9, end), mark;

		for (size_t i = 0; i < row.n;) {
			if (str_starts(str_sub(row, i, row.n), STR("ỗ")))
				at = cells;
			cells += (size_t)utf8_width(utf8_next(row, &i));
		}
		assert_in_range(cells, 20, 74);
		assert_int_equal(
		    str_starts(row, STR("…")), col > 1);
		assert_int_equal(str_ends(row, STR("…")), col <= 4001);
		mark = str_sub(said, end + 10, said.n);
		if (col == 3001) /* the caret is in the cell of the letter */
			assert_int_equal(at, str_find(mark, STR("^"), 0));
	}
	arena_free(a);
}

static void
test_columns(void **state)
{
	static const char nfd[] = "Tie\xcc\x82\xcc\x81ng a";
	static const uint32_t want[] = { 1, 2, 3, 6, 7, 8, 9, 10, 11 };
	struct arena *a = arena_new();

	(void)state;
	for (uint32_t i = 0; i < 9; i++)
		assert_int_equal(
		    line_column(a, str_of(nfd), i + 1), want[i]);
	assert_int_equal(line_column(a, STR("Tiếng a"), 4), 4);
	assert_int_equal(line_column(a, STR(""), 1), 1);
	assert_string_equal(
	    str_dup(a, line_of(STR("a\rb\r\nc\nd"), 3)).p, "c");
	assert_int_equal(line_of(STR("a\n"), 2).n, 0);
	assert_int_equal(line_of(STR("a\n"), 9).n, 0);
	arena_free(a);
}

static const char report[] =
"---\n"                                                  /* 1 */
"Báo cáo cho: ket-qua\n"
"Đơn vị: phong-kt\n"
"Nơi nhận:\n"                                            /* 4 */
"  - Như trên\n"
"  - Sở Nội vụ\n"                                        /* 6 */
"Người ký:\n"
"  Chức vụ: TRƯỞNG PHÒNG\n"                              /* 8 */
"Chỉ tiêu:\n"
"  tang-truong: 10 %\n"                                  /* 10 */
"  ho-ngheo: {giá trị: 1 %, ghi chú: ước}\n"             /* 11 */
"---\n"
"Mở đầu[^a].\n"                                          /* 13 */
"\n"
"# MỘT\n"                                                /* 15 */
"\n"
"Đoạn.\n"                                                /* 17 */
"\n"
"# II. HAI\n"                                            /* 19 */
"\n"
"## Khoản\n"                                             /* 21 */
"\n"
"Đoạn một:\n"                                            /* 23 */
"\n"
"- ý một\n"                                              /* 25 */
"- ý hai:\n"
"  + con\n"                                              /* 27 */
"\n"
"Đoạn hai.\n"                                            /* 29 */
"\n"
"| A | B |\n"                                            /* 31 */
"|---|---|\n"
"| 1 | 2 |\n"                                            /* 33 */
"\n"
"# Phụ lục I: DANH SÁCH\n"                               /* 35 */
"\n"
"Một.\n"                                                 /* 37 */
"\n"
"| C |\n"                                                /* 39 */
"|---|\n"
"| 3 |\n"                                                /* 41 */
"\n"
"[^a]: Lời chú.\n";                                      /* 43 */

/* One place a line: where it is, in both languages. */
static void
test_where(void **state)
{
	static const struct {
		struct pos pos;
		const char *vi, *en;
	} t[] = {
		{ { "f", 1, 1 }, "", "" },
		{ { "f", 3, 9 }, "đơn vị", "unit" },
		{ { "f", 4, 1 }, "nơi nhận", "recipients" },
		{ { "f", 6, 5 }, "nơi nhận[2]", "recipients[2]" },
		{ { "f", 8, 12 }, "người ký.chức vụ", "signer.position" },
		{ { "f", 9, 1 }, "chỉ tiêu", "targets" },
		{ { "f", 10, 3 }, "chỉ tiêu[1]", "targets[1]" },
		{ { "f", 10, 16 }, "chỉ tiêu[1].kết quả", "targets[1].result" },
		{ { "f", 11, 37 }, "chỉ tiêu[2].ghi chú", "targets[2].note" },
		{ { "f", 13, 4 }, "đoạn 1", "paragraph 1" },
		{ { "f", 15, 3 }, "mục I", "section I" },
		{ { "f", 17, 1 }, "mục I, đoạn 1", "section I, paragraph 1" },
		{ { "f", 18, 1 }, "mục I, đoạn 1", "section I, paragraph 1" },
		{ { "f", 19, 1 }, "mục II", "section II" },
		{ { "f", 21, 4 }, "mục II.1", "section II.1" },
		{ { "f", 23, 2 }, "mục II.1, đoạn 1",
		    "section II.1, paragraph 1" },
		{ { "f", 25, 3 }, "mục II.1, ý 1", "section II.1, item 1" },
		{ { "f", 27, 5 }, "mục II.1, ý 2, ý 1",
		    "section II.1, item 2, item 1" },
		{ { "f", 29, 1 }, "mục II.1, đoạn 2",
		    "section II.1, paragraph 2" },
		{ { "f", 31, 7 }, "mục II.1, bảng 1, hàng 1, cột 2",
		    "section II.1, table 1, row 1, column 2" },
		{ { "f", 33, 3 }, "mục II.1, bảng 1, hàng 2, cột 1",
		    "section II.1, table 1, row 2, column 1" },
		{ { "f", 35, 14 }, "phụ lục I", "appendix I" },
		{ { "f", 37, 1 }, "phụ lục I, đoạn 1",
		    "appendix I, paragraph 1" },
		{ { "f", 41, 3 }, "phụ lục I, bảng 2, hàng 2, cột 1",
		    "appendix I, table 2, row 2, column 1" },
		{ { "f", 43, 8 }, "chú thích 1", "note 1" },
	};
	struct arena *a = arena_new();
	struct diags *ds = diags_new(a);
	const struct source *src = source_clean(a, "f", str_of(report), ds);
	const struct doc *doc;

	(void)state;
	doc = read_report(a, src, FORMAT_MARKDOWN, ds);
	assert_non_null(doc);
	for (size_t i = 0; i < sizeof(t) / sizeof(t[0]); i++) {
		struct str where[LANG_MAX] = { { NULL, 0 } };

		doc_where(doc, t[i].pos, a, where);
		assert_string_equal(where[LANG_VI].p, t[i].vi);
		assert_string_equal(where[LANG_EN].p, t[i].en);
	}
	arena_free(a);
}

static void
test_where_xml(void **state)
{
	static const char text[] = "<plan a='1'>\n"
				   " <target id='x'><alias>A</alias></target>\n"
				   " <target id='y' name='z'/>\n"
				   " <period/>\n"
				   "</plan>\n";
	static const struct {
		struct pos pos;
		const char *want;
	} t[] = {
		{ { "f", 1, 1 }, "/plan" },
		{ { "f", 1, 7 }, "/plan/@a" },
		{ { "f", 2, 24 }, "/plan/target[1]/alias" },
		{ { "f", 3, 17 }, "/plan/target[2]/@name" },
		{ { "f", 4, 2 }, "/plan/period" },
	};
	struct arena *a = arena_new();
	struct diags *ds = diags_new(a);
	const struct source *src = source_clean(a, "f", str_of(text), ds);

	(void)state;
	assert_non_null(xml_parse(a, src, ds));
	for (size_t i = 0; i < sizeof(t) / sizeof(t[0]); i++) {
		diag_add(ds, DIAG_PLANFILE_VALUE_EMPTY, t[i].pos, "%s", "");
		diags_locate(ds);
		assert_string_equal(ds->v[i].where[LANG_VI].p, t[i].want);
	}
	arena_free(a);
}

/* No mode lets pass what the catalogue calls an error; ISSUE stops more. */
static void
test_modes(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	for (enum diag_id id = 0; id < DIAG_MAX; id++) {
		bool error = diag_rules[id].level == LEVEL_ERROR;

		assert_int_equal(diag_level_in(MODE_REVIEW, id),
		    diag_rules[id].level);
		assert_true(diag_level_in(MODE_DRAFT, id) <=
		    diag_rules[id].level);
		assert_true(diag_level_in(MODE_ISSUE, id) >=
		    diag_rules[id].level);
		for (enum diag_mode m = 0; m < MODE_MAX; m++) {
			struct diags *ds = diags_new(a);

			diags_rule(ds, m, NULL);
			diag_add(ds, id, POS_FILE("f"), "%s", "");
			assert_int_equal(diags_have_errors(ds),
			    error || diag_level_in(m, id) == LEVEL_ERROR);
		}
	}
	arena_free(a);
}

/* What one waiver covers, and that it crosses from a worker to its parent. */
static void
test_waivers(void **state)
{
	static struct waiver w = { .id = DIAG_TEXT_PLACEHOLDER,
		.line = 2,
		.pos = { "waivers.xml", 2, 2 } };
	static const struct waivers all = { &w, 1 };
	static const struct {
		enum diag_id id;
		struct pos pos;
		const char *detail;
		bool waived;
	} t[] = {
		{ DIAG_TEXT_PLACEHOLDER, { "d/reports/r.md", 2, 1 }, "", true },
		{ DIAG_TEXT_PLACEHOLDER, { "reports/r.md", 2, 9 }, "", true },
		{ DIAG_TEXT_PLACEHOLDER, { "xreports/r.md", 2, 1 }, "", false },
		{ DIAG_TEXT_PLACEHOLDER, { "d/reports/r.md", 3, 1 }, "…",
		    false },
		{ DIAG_TEXT_SPACE_AFTER, { "d/reports/r.md", 2, 1 }, "",
		    false },
	};
	struct arena *a = arena_new();
	struct diags *ds = diags_new(a);
	struct result r = { .diags = ds }, back;

	(void)state;
	w.file = STR("reports/r.md");
	w.text = STR("…");
	w.unit = STR("u");
	diags_rule(ds, MODE_REVIEW, &all);
	diags_add_file(ds, "d/reports/r.md", STR("x\n… y\n"));
	diags_add_file(ds, "reports/r.md", STR("x\n… y\n"));
	diags_add_file(ds, "xreports/r.md", STR("x\n… y\n"));
	for (size_t i = 0; i < sizeof(t) / sizeof(t[0]); i++)
		diag_add(ds, t[i].id, t[i].pos, "%s", t[i].detail);
	assert_int_equal(diags_waived(ds), 0); /* of another unit */
	diags_set_unit(ds, STR("u"));
	for (size_t i = 0; i < ds->n; i++)
		assert_int_equal(ds->v[i].waiver != NULL, t[i].waived);
	assert_true(diags_have_errors(ds)); /* the one that is not waived */
	diags_locate(ds);
	ds = diags_new(a);
	diags_rule(ds, MODE_REVIEW, &all);
	assert_true(result_unpack(result_pack(&r, a), a, ds, &back));
	assert_int_equal(ds->n, r.diags->n);
	for (size_t i = 0; i < ds->n; i++) {
		assert_ptr_equal(ds->v[i].waiver, r.diags->v[i].waiver);
		assert_int_equal(ds->v[i].level, r.diags->v[i].level);
		assert_true(str_eq(ds->v[i].line, r.diags->v[i].line));
	}
	assert_string_equal(ds->v[0].line.p, "… y");
	assert_false(result_unpack(
	    result_pack(&r, a), a, diags_new(a), &back)); /* no such waiver */
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_caret),
		cmocka_unit_test(test_caret_long),
		cmocka_unit_test(test_columns),
		cmocka_unit_test(test_where),
		cmocka_unit_test(test_where_xml),
		cmocka_unit_test(test_modes),
		cmocka_unit_test(test_waivers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
