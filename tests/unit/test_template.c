/*
 * test_template.c - template layers: the shipped ones read, and every fault is
 * told at its line and column with the clause.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "template/template.h"

struct fixture {
	struct arena *a;
	struct diags *ds;
};

static int
setup(void **state)
{
	static struct fixture f;

	f.a = arena_new();
	f.ds = diags_new(f.a);
	*state = &f;
	return 0;
}

static int
teardown(void **state)
{
	struct fixture *f = *state;

	arena_free(f->a);
	return 0;
}

static struct str
file_text(struct arena *a, const char *path)
{
	struct buf b = { .arena = a };
	FILE *fp = fopen(path, "rb");
	char part[4096];
	size_t n;

	assert_non_null(fp);
	while ((n = fread(part, 1, sizeof(part), fp)) > 0)
		buf_add(&b, (struct str) { part, n });
	fclose(fp);
	return buf_str(&b);
}

static const struct source *
layer_file(struct fixture *f, const char *path)
{
	const struct source *src =
	    source_clean(f->a, path, file_text(f->a, path), f->ds);

	assert_non_null(src);
	return src;
}

static const struct source *
layer_text(struct fixture *f, const char *inside)
{
	struct str s = str_printf(
	    f->a, "<template version=\"1\">\n%s\n</template>\n", inside);

	return source_clean(f->a, "t.xml", s, f->ds);
}

static struct str
printed(struct fixture *f)
{
	struct diag_style how = { .lang = LANG_EN };
	struct buf b = { .arena = f->a };

	diags_print(f->ds, &how, &b);
	return buf_str(&b);
}

static void
no_findings(struct fixture *f)
{
	if (f->ds->n > 0)
		fail_msg("%.*s", STR_ARG(printed(f)));
}

/* One finding: this id, at line:col, with this detail. */
static void
only(struct fixture *f, enum diag_id id, unsigned line, unsigned col,
    const char *detail)
{
	if (f->ds->n != 1)
		fail_msg("%zu findings: %.*s", f->ds->n, STR_ARG(printed(f)));
	assert_int_equal(f->ds->v[0].id, id);
	assert_string_equal(f->ds->v[0].detail.p, detail);
	assert_int_equal(f->ds->v[0].pos.line, line);
	assert_int_equal(f->ds->v[0].pos.col, col);
}

static const struct template *
over_decree(struct fixture *f, const char *inside)
{
	const struct source *layers[] = { layer_file(f, "templates/decree.xml"),
		layer_text(f, inside) };

	return template_read(f->a, layers, 2, f->ds);
}

static void
lint(struct fixture *f, const char *inside)
{
	bool ok = template_lint(f->a, layer_text(f, inside), f->ds);

	assert_int_equal(ok, !diags_have_errors(f->ds));
}

static void
test_shipped(void **state)
{
	static const char *const types[] = { "bao-cao", "ke-hoach", "to-trinh",
		"cong-van", "thong-bao", "quyet-dinh" };
	struct fixture *f = *state;

	for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++) {
		const struct source *layers[] = {
			layer_file(f, "templates/decree.xml"),
			layer_file(f, "templates/office.xml"),
			layer_file(f,
			    arena_printf(
				f->a, "templates/types/%s.xml", types[i])),
		};

		assert_non_null(template_read(f->a, layers, 3, f->ds));
	}
	no_findings(f);
}

static void
test_values(void **state)
{
	struct fixture *f = *state;
	const struct template *t = over_decree(f,
	    "<page right=\"1.5cm\"/>"
	    "<style name=\"body\" "
	    "first=\"10mm\" line=\"1.15\" "
	    "size=\"13.5pt\"/>");

	assert_non_null(t);
	/* A4 and margins in the twips of docx facts, head. */
	assert_int_equal(twips(t->page.width), 11906);
	assert_int_equal(twips(t->page.height), 16838);
	assert_int_equal(twips(t->page.top), 1134);
	assert_int_equal(twips(t->page.left), 1701);
	assert_int_equal(twips(t->page.right), 850);
	assert_int_equal(t->page.left % EMU_PER_TWIP, 0);
	assert_int_equal(t->style[STYLE_BODY].half_points, 27);
	assert_int_equal(twips(t->style[STYLE_BODY].first), 567);
	assert_int_equal(t->style[STYLE_BODY].line, 276);
	assert_int_equal(t->style[STYLE_ITEM].first, TWIP(720));
	assert_int_equal(t->style[STYLE_BODY].align, ALIGN_BOTH);
	assert_true(t->style[STYLE_HEADING1].caps);
	assert_false(t->shown[COMPONENT_ADDRESSEES]);
}

static void
test_margin_range(void **state)
{
	struct fixture *f = *state;

	assert_null(over_decree(f, " <page right=\"10mm\"/>"));
	only(f, DIAG_TEMPLATE_MARGIN_RANGE, 2, 8, "page right 10 mm; 15-20 mm");
	assert_string_equal(
	    diag_rules[DIAG_TEMPLATE_MARGIN_RANGE].clause, "I.3");
}

static void
test_paper(void **state)
{
	lint(*state, "<page width=\"216mm\"/>");
	only(*state, DIAG_TEMPLATE_PAPER_SIZE, 2, 7,
	    "page width 216 mm; 210 mm");
}

static void
test_size_range(void **state)
{
	lint(*state, "<style name=\"number\" size=\"14pt\"/>");
	only(*state, DIAG_TEMPLATE_STYLE_RANGE, 2, 22,
	    "number size 14 pt; 13 pt [II.3]");
}

static void
test_indent(void **state)
{
	lint(*state, "<style name=\"body\" first=\"12mm\"/>");
	only(*state, DIAG_TEMPLATE_STYLE_RANGE, 2, 20,
	    "body first 12 mm; 10 mm, 12.7 mm [II.6.e]");
}

static void
test_gap(void **state)
{
	lint(*state, "<style name=\"body\" after=\"5pt\"/>");
	only(*state, DIAG_TEMPLATE_STYLE_RANGE, 2, 20,
	    "body after 5 pt; 6-72 pt [II.6.e]");
}

static void
test_switch_fixed(void **state)
{
	lint(*state, "<style name=\"superior\" bold=\"yes\"/>");
	only(*state, DIAG_TEMPLATE_STYLE_RANGE, 2, 24,
	    "superior bold yes; no [II.2.b]");
}

static void
test_house(void **state)
{
	lint(*state, "<style name=\"table-cell\" size=\"10pt\"/>");
	only(*state, DIAG_TEMPLATE_STYLE_HOUSE, 2, 26,
	    "table-cell size 10 pt; 11-14 pt");
}

static void
test_malformed(void **state)
{
	static const char *const wrong[] = { "20", "20 mm", "20,5mm", "mm", "-",
		"", "20mmm", "1e3mm", "20.mm", "99999mm", "0.0001mm", ".5mm" };
	struct fixture *f = *state;

	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		f->ds->n = 0;
		lint(f, arena_printf(f->a, "<page top=\"%s\"/>", wrong[i]));
		only(f, DIAG_TEMPLATE_VALUE_MALFORMED, 2, 7,
		    arena_printf(f->a, "page top=\"%s\"", wrong[i]));
	}
}

static void
test_unknown_names(void **state)
{
	struct fixture *f = *state;

	lint(f, "<style name=\"bdy\" size=\"14pt\"/>");
	only(f, DIAG_TEMPLATE_STYLE_UNKNOWN, 2, 8, "\"bdy\"");
	assert_true(str_is(f->ds->v[0].near, "body"));
	f->ds->n = 0;
	lint(f, "<word name=\"moto\">x</word>");
	only(f, DIAG_TEMPLATE_WORD_UNKNOWN, 2, 7, "\"moto\"");
	assert_true(str_is(f->ds->v[0].near, "motto"));
	f->ds->n = 0;
	lint(f, "<component name=\"adressees\" show=\"no\"/>");
	only(f, DIAG_TEMPLATE_COMPONENT_UNKNOWN, 2, 12, "\"adressees\"");
	assert_true(str_is(f->ds->v[0].near, "addressees"));
}

static void
test_unknown_vocabulary(void **state)
{
	struct fixture *f = *state;

	lint(f, "<page topp=\"20mm\"/>");
	assert_true(f->ds->n == 1 && f->ds->v[0].pos.line == 2);
	f->ds->n = 0;
	lint(f, "<pages/>");
	assert_true(f->ds->n == 1 && f->ds->v[0].pos.line == 2);
	f->ds->n = 0;
	template_lint(f->a,
	    source_clean(
		f->a, "t.xml", STR("<template version=\"2\"/>"), f->ds),
	    f->ds);
	only(f, DIAG_TEMPLATE_VERSION_UNKNOWN, 1, 11, "\"2\"");
}

static void
test_repeated(void **state)
{
	lint(*state,
	    "<style name=\"body\" size=\"14pt\"/>\n"
	    "<style name=\"body\" size=\"13pt\"/>");
	only(*state, DIAG_TEMPLATE_NAME_REPEATED, 3, 8, "style \"body\"");
}

static void
test_wording(void **state)
{
	struct fixture *f = *state;

	lint(f,
	    "<word name=\"nation\">CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM</word>");
	no_findings(f);
	lint(f, "<word name=\"motto\">Độc lập – Tự do – Hạnh phúc</word>");
	only(f, DIAG_TEMPLATE_WORD_CHANGED, 2, 1,
	    "motto \"Độc lập – Tự do – Hạnh phúc\" [II.1.b]");
	assert_true(str_is(f->ds->v[0].near, "Độc lập - Tự do - Hạnh phúc"));
}

static void
test_fields(void **state)
{
	struct fixture *f = *state;

	lint(f, "<word name=\"table\">Bảng {nmber}. {caption}</word>");
	only(f, DIAG_TEMPLATE_FIELD_UNKNOWN, 2, 1,
	    "table {nmber}; \"number? caption\"");
	f->ds->n = 0;
	lint(f, "<word name=\"subject\">Về việc</word>");
	only(f, DIAG_TEMPLATE_FIELD_MISSING, 2, 1, "subject {subject}");
	f->ds->n = 0;
	lint(f, "<word name=\"subject\">{subject</word>");
	only(f, DIAG_TEMPLATE_FIELD_MALFORMED, 2, 1, "subject \"{subject\"");
	f->ds->n = 0;
	lint(f, "<word name=\"table\">{caption}</word>");
	no_findings(f);
}

static void
test_required(void **state)
{
	lint(*state, "<component name=\"recipients\" show=\"no\"/>");
	only(
	    *state, DIAG_TEMPLATE_COMPONENT_REQUIRED, 2, 30, "recipients (9b)");
}

static void
test_missing(void **state)
{
	struct fixture *f = *state;
	const struct source *layers[] = { layer_text(
	    f, "<page top=\"20mm\"/>") };

	assert_null(template_read(f->a, layers, 1, f->ds));
	for (size_t i = 0; i < f->ds->n; i++)
		assert_int_equal(f->ds->v[i].id, DIAG_TEMPLATE_VALUE_MISSING);
	/* 11 plain settings, and each style, word and component by its name */
	assert_int_equal(f->ds->n, 11 + STYLE_MAX + WORD_MAX + COMPONENT_MAX);
}

static void
test_profile(void **state)
{
	struct fixture *f = *state;

	assert_non_null(
	    over_decree(f, "<style name=\"nation\" size=\"12pt\"/>"));
	only(f, DIAG_TEMPLATE_SIZES_MIXED, 2, 22, "12 pt, 14 pt, 14 pt");
}

static void
test_mixed_content(void **state)
{
	struct fixture *f = *state;

	assert_non_null(
	    over_decree(f, "<style name=\"item\" first=\"10mm\"/>"));
	only(f, DIAG_TEMPLATE_BODY_MIXED, 2, 20,
	    "item first 10 mm; body 12.7 mm");
}

static void
test_neither_subject(void **state)
{
	struct fixture *f = *state;

	assert_null(
	    over_decree(f, "<component name=\"subject\" show=\"no\"/>"));
	only(f, DIAG_TEMPLATE_COMPONENT_REQUIRED, 2, 1,
	    "subject (5a), about (5b)");
}

static void
test_type_file(void **state)
{
	struct fixture *f = *state;

	assert_true(
	    str_is(template_type_file(f->a, DOCTYPE_BC), "types/bao-cao.xml"));
	assert_true(str_is(
	    template_type_file(f->a, DOCTYPE_QD), "types/quyet-dinh.xml"));
}

static void
test_fill(void **state)
{
	struct fixture *f = *state;
	struct str s = template_fill(f->a, STR("Số: {number}/{symbol}"),
	    "symbol", STR("BC-PKT"), "number", STR("05"), NULL);

	assert_true(str_is(s, "Số: 05/BC-PKT"));
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
		TEST(test_shipped),
		TEST(test_values),
		TEST(test_margin_range),
		TEST(test_paper),
		TEST(test_size_range),
		TEST(test_indent),
		TEST(test_gap),
		TEST(test_switch_fixed),
		TEST(test_house),
		TEST(test_malformed),
		TEST(test_unknown_names),
		TEST(test_unknown_vocabulary),
		TEST(test_repeated),
		TEST(test_wording),
		TEST(test_fields),
		TEST(test_required),
		TEST(test_missing),
		TEST(test_profile),
		TEST(test_mixed_content),
		TEST(test_neither_subject),
		TEST(test_type_file),
		TEST(test_fill),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
