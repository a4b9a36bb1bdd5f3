/*
 * test_pdf.c - the written file as other programs read it (those that are not
 * installed are passed by), and its arithmetic.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "pdf/parts.h"
#include "pdf/pdf.h"
#include "sample_pages.h"
#include "text/utf8.h"

struct made {
	struct arena *a;
	struct font_set *fs;
	struct str bytes;
	char path[64];
};

static void
write_file(const char *path, struct str bytes)
{
	FILE *f = fopen(path, "wb");

	assert_non_null(f);
	assert_int_equal(fwrite(bytes.p, 1, bytes.n, f), bytes.n);
	assert_int_equal(fclose(f), 0);
}

static int
make(void **state)
{
	struct made *m = calloc(1, sizeof(*m));
	struct err err = { 0 };
	int fd;

	assert_non_null(m);
	m->a = arena_new();
	m->fs = font_set_open(&err);
	if (m->fs == NULL ||
	    !pdf_write(sample_pages(m->a, m->fs), m->fs, m->a, &m->bytes,
		&err)) {
		print_error("%s\n", err.text);
		return 1;
	}
	strcpy(m->path, "/tmp/vanthu-test-XXXXXX.pdf");
	fd = mkstemps(m->path, 4);
	assert_true(fd >= 0);
	assert_int_equal(close(fd), 0);
	write_file(m->path, m->bytes);
	*state = m;
	return 0;
}

static int
unmake(void **state)
{
	struct made *m = *state;

	(void)unlink(m->path);
	font_set_close(m->fs);
	arena_free(m->a);
	free(m);
	return 0;
}

/* What `tool args` prints on the file; the test is skipped without tool. */
static struct str
run(const struct made *m, const char *tool, const char *args, int *status)
{
	struct buf b = { .arena = m->a };
	char block[4096];
	size_t n;
	FILE *p;

	if (system(arena_printf(m->a, "command -v %s >/dev/null", tool)) != 0)
		skip();
	p = popen(arena_printf(m->a, "%s %s %s %s 2>&1", tool, args, m->path,
		      strcmp(tool, "pdftotext") == 0 ? "-" : ""),
	    "r");
	assert_non_null(p);
	while ((n = fread(block, 1, sizeof(block), p)) > 0)
		buf_add(&b, (struct str){ block, n });
	*status = pclose(p);
	return buf_str(&b);
}

static void
expect(struct str in, const char *what)
{
	if (str_find(in, str_of(what), 0) == in.n)
		fail_msg("no \"%s\" in:\n%.*s", what, STR_ARG(in));
}

static void
refuse(struct str in, const char *what)
{
	if (str_find(in, str_of(what), 0) != in.n)
		fail_msg("\"%s\" in:\n%.*s", what, STR_ARG(in));
}

static void
same_bytes_twice(void **state)
{
	const struct made *m = *state;
	struct arena *a = arena_new();
	struct err err = { 0 };
	struct str again;

	assert_true(
	    pdf_write(sample_pages(a, m->fs), m->fs, a, &again, &err));
	assert_true(str_eq(again, m->bytes));
	arena_free(a);
}

/* The text of the first fragment of page 2 replaced, and the file of that. */
static struct str
written_with(struct font_set *fs, struct arena *a, struct str text)
{
	struct pages *p = sample_pages(a, fs);
	struct err err = { 0 };
	struct str out = STR_NONE;

	p->page[1].frag[0].text = text;
	p->page[1].frag[0].half_points = 1; /* all of it on the page */
	assert_true(pdf_write(p, fs, a, &out, &err));
	return out;
}

/* Every character of the regular face from U+00A1 to U+04FF: a few hundred
   beyond the core. */
static struct str
many_characters(const struct made *m, struct arena *a)
{
	struct buf b = { .arena = a };

	for (uint32_t c = 0xA1; c < 0x500; c++)
		if (c != 0xAD && font_covers(m->fs, FACE_REGULAR, c))
			utf8_put(&b, c);
	return buf_str(&b);
}

/* What other documents of the process draw does not show in this one. */
static void
nothing_stays_behind(void **state)
{
	const struct made *m = *state;
	struct arena *a = arena_new();
	struct err err = { 0 };
	struct font_set *fresh = font_set_open(&err);
	struct str text = many_characters(m, a), before, after;

	before = written_with(fresh, a, STR("Ẵ @"));
	(void)written_with(fresh, a, text);
	after = written_with(fresh, a, STR("Ẵ @"));
	assert_true(str_eq(before, after));
	assert_true(str_eq(before, written_with(m->fs, a, STR("Ẵ @"))));
	font_set_close(fresh);
	arena_free(a);
}

/* However many characters are beyond the core, all come back. */
static void
many_come_back(void **state)
{
	const struct made *m = *state;
	struct made other = { .a = arena_new(), .fs = m->fs };
	struct str text = many_characters(m, other.a), out, bytes;
	int status;

	assert_true(utf8_count(text) > 500);
	bytes = written_with(m->fs, other.a, text);
	strcpy(other.path, "/tmp/vanthu-test-XXXXXX.pdf");
	assert_int_equal(close(mkstemps(other.path, 4)), 0);
	write_file(other.path, bytes);
	out = run(&other, "qpdf", "--check", &status);
	assert_int_equal(status, 0);
	out = run(&other, "pdftotext", "-raw", &status);
	(void)unlink(other.path);
	for (size_t i = 0; i < text.n;) {
		size_t from = i;

		(void)utf8_next(text, &i);
		expect(out, str_dup(other.a, str_sub(text, from, i)).p);
	}
	arena_free(other.a);
}

static struct str
id_of(struct str file)
{
	size_t at = str_find(file, STR("/ID [<"), 0);

	assert_true(at < file.n);
	return str_sub(file, at, at + 76);
}

/* 14.4: two files are told apart, be it by the order of two letters. */
static void
id_tells_apart(void **state)
{
	const struct made *m = *state;
	struct arena *a = arena_new();
	struct str one = id_of(written_with(m->fs, a, STR("ab")));
	struct pages *p = sample_pages(a, m->fs);
	struct lmeta meta = *p->meta;
	struct err err = { 0 };
	struct str out;

	assert_true(
	    str_eq(one, id_of(written_with(m->fs, a, STR("ab")))));
	assert_false(
	    str_eq(one, id_of(written_with(m->fs, a, STR("ba")))));
	meta.title = STR("b");
	p->meta = &meta;
	assert_true(pdf_write(p, m->fs, a, &out, &err));
	assert_false(str_eq(id_of(out), id_of(m->bytes)));
	arena_free(a);
}

static void
sound_for_qpdf(void **state)
{
	int status;
	struct str out = run(*state, "qpdf", "--check", &status);

	expect(out, "No syntax or stream encoding errors found");
	expect(out, "PDF Version: 1.7");
	refuse(out, "WARNING");
	assert_int_equal(status, 0);
}

static void
fonts_embedded(void **state)
{
	int status;
	struct str out = run(*state, "pdffonts", "", &status), line;
	size_t n = 0;

	while (str_split(&out, '\n', &line)) {
		if (str_find(line, STR("CID TrueType"), 0) == line.n)
			continue;
		expect(line, "Identity-H       yes yes yes");
		assert_int_equal(str_find(line, STR("+"), 0), 6);
		n++;
	}
	assert_int_equal(n, FACE_MAX);
}

static void
facts_of_the_file(void **state)
{
	static const char *const want[] = {
		"Title:           Báo cáo - Kết quả <đợt 1> & \"phong trào\"",
		"Subject:         Kết quả thi đua",
		"Keywords:        thi đua, báo cáo",
		"Author:          UBND xã Thái Tân",
		("Producer:        vanthu " VERSION),
		"Tagged:          yes",
		"Metadata Stream: yes",
		"Pages:           3",
		"Page size:       595.3 x 841.9 pts (A4)",
		"PDF version:     1.7",
	};
	int status;
	struct str out = run(*state, "pdfinfo", "", &status);

	for (size_t i = 0; i < sizeof(want) / sizeof(want[0]); i++)
		expect(out, want[i]);
	out = run(*state, "pdfinfo", "-rawdates", &status);
	expect(out, "CreationDate:    D:20251205000000+07'00'");
}

/* The same lines in the same order as the structure tree has them. */
static void
structure_reads_on(void **state)
{
	static const char *const want[] = {
		"Document", "UBND XÃ THÁI TÂN", "H1", "BÁO CÁO",
		"minh chứng) trong đợt thi đua \\ 2025; kết quả vượt chỉ tiêu",
		"Reference (inline)", "Link (inline)", "Object", "(xem",
		"trang tin của xã", "Đồng Tháp", "Note", "Theo Kế hoạch số 12",
		"H3", "1. Chỉ tiêu", "/ListNumbering /LowerAlpha",
		"Giảm tỷ lệ", "II. TỒN TẠI", "Table", "Bảng 1",
		"TH:", "/Scope /Column", "TD", "Hộ nghèo",
		"/ColSpan 2", "trân trọng báo cáo để các cơ quan, đơn vị ",
		"cấp trên"
	};
	int status;
	struct str out = run(*state, "pdfinfo", "-struct-text", &status);
	size_t at = 0, found;

	for (size_t i = 0; i < sizeof(want) / sizeof(want[0]); i++) {
		found = str_find(out, str_of(want[i]), at);
		if (found == out.n)
			fail_msg("no \"%s\" in its place in:\n%.*s", want[i],
			    STR_ARG(out));
		at = found;
	}
}

static void
text_comes_back(void **state)
{
	static const char *const want[] = {
		"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
		"những nỗ lực (có minh chứng) trong đợt thi đua \\ 2025;",
		"phòng khám\u2011chữa bệnh, Ðà Nẵng, Đồng Tháp.",
		"Thái Tân trân trọng báo cáo để các cơ quan, đơn vị",
	};
	int status;
	struct str out = run(*state, "pdftotext", "", &status);

	for (size_t i = 0; i < sizeof(want) / sizeof(want[0]); i++)
		expect(out, want[i]);
}

static void
quiet_in_mupdf(void **state)
{
	int status;
	struct str out = run(*state, "mutool", "draw -q -F text -o /dev/null",
	    &status);

	assert_int_equal(status, 0);
	refuse(out, "error");
}

static void
no_glyph_is_an_error(void **state)
{
	const struct made *m = *state;
	struct arena *a = arena_new();
	struct pages *p = sample_pages(a, m->fs);
	struct err err = { 0 };
	struct str out;

	p->page[1].frag[0].text = STR("a\U0001F600");
	assert_false(pdf_write(p, m->fs, a, &out, &err));
	assert_int_equal(err.kind, ERR_LIBRARY);
	expect(str_of(err.text), "U+1F600");
	arena_free(a);
}

static void
addresses_encoded(void **state)
{
	static const char *const pair[][2] = {
		{ "http://a.vn/x?y=1&z=2#n", "http://a.vn/x?y=1&z=2#n" },
		{ "http://a.vn/thi đua", "http://a.vn/thi%20%C4%91ua" },
		{ "a%20b%2", "a%20b%252" },
		{ "a<b>\"`{}|\\^", "a%3Cb%3E%22%60%7B%7D%7C%5C%5E" },
		{ "", "" },
	};
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < sizeof(pair) / sizeof(pair[0]); i++)
		assert_string_equal(pdf_uri(a, str_of(pair[i][0])).p,
		    pair[i][1]);
	arena_free(a);
}

static void
numbers_in_syntax(void **state)
{
	static const struct {
		int64_t milli;
		const char *text;
	} want[] = { { 0, "0" }, { 1, "0.001" }, { -1, "-0.001" },
		{ 500, "0.5" }, { -1500, "-1.5" }, { 595300, "595.3" },
		{ 10050, "10.05" }, { 12000, "12" } };
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < sizeof(want) / sizeof(want[0]); i++) {
		struct buf b = { .arena = a };

		syntax_milli(&b, want[i].milli);
		assert_string_equal(buf_str(&b).p, want[i].text);
	}
	assert_int_equal(milli_points(PT(1)), 1000);
	assert_int_equal(milli_points(TWIP(11906)), 595300);
	assert_int_equal(milli_points(-MM(127)), -360000);
	arena_free(a);
}

/* ISO 32000-1, 7.9.2.2 and 7.3.4.2. */
static void
text_strings(void **state)
{
	static const struct {
		const char *text, *bytes;
		size_t n;
	} pair[] = {
		{ "a(b)\\c", "(a\\(b\\)\\\\c)", 11 },
		{ "Đ", "(\xFE\xFF\x01\x10)", 6 },
		{ "a\U0001F600", "(\xFE\xFF\0a\xD8\x3D\xDE\0)", 10 },
		/* U+010D: the second byte is a carriage return */
		{ "č(", "(\xFE\xFF\1\\r\0\\()", 10 },
	};
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < sizeof(pair) / sizeof(pair[0]); i++) {
		struct buf b = { .arena = a };

		syntax_text(&b, str_of(pair[i].text));
		assert_int_equal(b.n, pair[i].n);
		assert_memory_equal(b.p, pair[i].bytes, b.n);
	}
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(same_bytes_twice),
		cmocka_unit_test(nothing_stays_behind),
		cmocka_unit_test(many_come_back),
		cmocka_unit_test(id_tells_apart),
		cmocka_unit_test(sound_for_qpdf),
		cmocka_unit_test(fonts_embedded),
		cmocka_unit_test(facts_of_the_file),
		cmocka_unit_test(structure_reads_on),
		cmocka_unit_test(text_comes_back),
		cmocka_unit_test(quiet_in_mupdf),
		cmocka_unit_test(no_glyph_is_an_error),
		cmocka_unit_test(addresses_encoded),
		cmocka_unit_test(numbers_in_syntax),
		cmocka_unit_test(text_strings),
	};

	return cmocka_run_group_tests(tests, make, unmake);
}
