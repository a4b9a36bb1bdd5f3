/*
 * test_font.c - widths of the official form's fixed texts (rules sheet 1.13),
 * line heights (docx facts 4), coverage, and subsets.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>
#include <hb.h>

#include "font/cut.h"
#include "font/font.h"

static int
open_fonts(void **state)
{
	struct err err = { 0 };

	*state = font_set_open(&err);
	if (*state == NULL)
		print_error("%s\n", err.text);
	return *state == NULL;
}

static int
close_fonts(void **state)
{
	font_set_close(*state);
	return 0;
}

static void
known_widths(void **state)
{
	static const struct {
		const char *text;
		enum face face;
		unsigned points;
		int tenths_mm;
	} want[] = {
		{ "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", FACE_BOLD, 12, 883 },
		{ "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", FACE_BOLD, 13, 957 },
		{ "Độc lập - Tự do - Hạnh phúc", FACE_BOLD, 13, 561 },
		{ "Độc lập - Tự do - Hạnh phúc", FACE_BOLD, 14, 605 },
		{ "ỦY BAN NHÂN DÂN XÃ THÁI TÂN", FACE_BOLD, 13, 747 },
		{ "UBND XÃ THÁI TÂN", FACE_REGULAR, 13, 434 },
		{ "Thái Tân, ngày 05 tháng 12 năm 2025", FACE_ITALIC, 14, 757 },
		{ "TM. ỦY BAN NHÂN DÂN", FACE_BOLD, 14, 569 },
	};

	for (size_t i = 0; i < sizeof(want) / sizeof(want[0]); i++) {
		emu w = font_width(*state, want[i].face, want[i].points * 2,
		    str_of(want[i].text));
		emu off = w - want[i].tenths_mm * EMU_PER_MM / 10;

		assert_in_range(off + EMU_PER_MM / 10, 0, EMU_PER_MM / 5);
	}
}

static void
line_heights(void **state)
{
	static const unsigned want[][3] = { /* half points, height, baseline */
		{ 20, 231, 187 },
		{ 22, 253, 205 },
		{ 24, 276, 224 },
		{ 26, 299, 243 },
		{ 27, 311, 253 },
		{ 28, 322, 262 },
		{ 30, 345, 280 },
		{ 32, 368, 299 },
	};

	for (size_t i = 0; i < sizeof(want) / sizeof(want[0]); i++) {
		assert_int_equal(
		    font_line_height(*state, want[i][0]), TWIP(want[i][1]));
		assert_int_equal(
		    font_baseline(*state, want[i][0]), TWIP(want[i][2]));
	}
}

static void
special_characters(void **state)
{
	const struct font_set *fs = *state;

	assert_true(font_covers(fs, FACE_ITALIC, 0x1EC7)); /* ệ */
	assert_true(font_covers(fs, FACE_REGULAR, 0x20AB)); /* ₫ */
	assert_false(font_covers(fs, FACE_REGULAR, 0x4E00));
	assert_int_equal(font_glyph(fs, FACE_BOLD, 0x1F600), 0);
	assert_int_equal(font_glyph(fs, FACE_BOLD, 0x2011),
	    font_glyph(fs, FACE_BOLD, '-'));
	assert_int_equal(font_advance(fs, FACE_BOLD, 0x2011),
	    font_advance(fs, FACE_BOLD, '-'));
	assert_int_equal(font_width_px(fs, FACE_BOLD, 28, STR("")), 0);
}

static void
metrics(void **state)
{
	const struct font_info *bold = font_info(*state, FACE_BOLD);
	const struct font_info *italic = font_info(*state, FACE_ITALIC);

	assert_int_equal(bold->upem, 2048);
	assert_int_equal(bold->ascent, 1825);
	assert_int_equal(bold->descent, -443);
	assert_int_equal(bold->line_gap, 87);
	assert_true(bold->stem_v > font_info(*state, FACE_REGULAR)->stem_v);
	assert_true(italic->italic_angle_tenths < -100);
	assert_int_equal(bold->italic_angle_tenths, 0);
	assert_in_range(bold->cap_height, 1200, 1500);
}

static struct str
subset_of(const struct font_set *fs, struct arena *a, const uint32_t *glyph,
    size_t n)
{
	struct err err = { 0 };
	struct str out = STR_NONE;

	assert_true(font_subset(fs, FACE_REGULAR, a, glyph, n, &out, &err));
	return out;
}

/* Outline box and advance of a glyph, as text. */
static const char *
shape(struct arena *a, hb_font_t *font, hb_codepoint_t glyph)
{
	hb_glyph_extents_t box;

	assert_true(hb_font_get_glyph_extents(font, glyph, &box));
	return arena_printf(a, "%d %d %d %d, %d", box.x_bearing, box.y_bearing,
	    box.width, box.height, hb_font_get_glyph_h_advance(font, glyph));
}

static hb_font_t *
font_of(struct str program)
{
	hb_blob_t *blob = hb_blob_create(program.p, (unsigned)program.n,
	    HB_MEMORY_MODE_READONLY, NULL, NULL);
	hb_face_t *face = hb_face_create(blob, 0);
	hb_font_t *font = hb_font_create(face);

	hb_face_destroy(face);
	hb_blob_destroy(blob);
	return font;
}

/* Glyphs are numbered as given and look as alone; a letter with marks brings
   its parts.  Much less remains than of the whole font. */
static void
subset(void **state)
{
	static const uint32_t chars[] = { 0x1EB7, 'A', 0x1EC6, 'i', ' ',
		0x1B0, 0x20AB };
	enum { N = sizeof(chars) / sizeof(chars[0]) };
	struct arena *a = arena_new();
	uint32_t glyph[N];
	hb_font_t *all, *one;
	struct str out;

	for (size_t i = 0; i < N; i++)
		glyph[i] = font_glyph(*state, FACE_REGULAR, chars[i]);
	out = subset_of(*state, a, glyph, N);
	assert_in_range(out.n, 1000, 5000);
	all = font_of(out);
	assert_in_range(
	    hb_face_get_glyph_count(hb_font_get_face(all)), N + 2, N + 12);
	for (unsigned i = 0; i < N; i++) {
		one = font_of(subset_of(*state, a, &glyph[i], 1));
		assert_string_equal(shape(a, all, i + 1), shape(a, one, 1));
		assert_int_equal(hb_font_get_glyph_h_advance(all, i + 1),
		    font_advance(*state, FACE_REGULAR, chars[i]));
		hb_font_destroy(one);
	}
	hb_font_destroy(all);
	arena_free(a);
}

/* What other documents have asked for before does not show. */
static void
subset_stands_alone(void **state)
{
	struct arena *a = arena_new();
	struct err err = { 0 };
	struct font_set *fresh = font_set_open(&err);
	uint32_t glyph[2];
	struct str alone;

	glyph[0] = font_glyph(fresh, FACE_REGULAR, 0x1EB7);
	glyph[1] = font_glyph(fresh, FACE_REGULAR, 'B');
	alone = subset_of(fresh, a, glyph, 2);
	font_set_prepare(fresh);
	assert_true(str_eq(alone, subset_of(fresh, a, glyph, 2)));
	font_set_close(fresh);
	assert_true(str_eq(alone, subset_of(*state, a, glyph, 2)));
	arena_free(a);
}

/* Damaged programs are refused, whatever is cut off. */
static void
damaged_program(void **state)
{
	struct arena *a = arena_new();
	uint32_t glyph = font_glyph(*state, FACE_REGULAR, 0x1EC6), one = 1;
	struct str program = subset_of(*state, a, &glyph, 1), out;
	char *copy;

	for (size_t n = 0; n < program.n - 4; n += 7)
		assert_false(cut_glyphs(
		    str_dup(a, str_sub(program, 0, n)), a, &one, 1, &out));
	for (size_t i = 0; i < program.n; i++) { /* no crash */
		struct arena *b = arena_new();

		copy = arena_strndup(b, program.p, program.n);
		copy[i] = (char)~copy[i];
		(void)cut_glyphs(
		    (struct str){ copy, program.n }, b, &one, 1, &out);
		arena_free(b);
	}
	arena_free(a);
}

static void
no_font(void **state)
{
	struct err err = { 0 };

	(void)state;
	setenv("VANTHU_FONTS", "/nonexistent", 1);
	assert_null(font_set_open(&err));
	unsetenv("VANTHU_FONTS");
	assert_int_equal(err.kind, ERR_MISSING);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(known_widths),
		cmocka_unit_test(line_heights),
		cmocka_unit_test(special_characters),
		cmocka_unit_test(metrics),
		cmocka_unit_test(subset),
		cmocka_unit_test(subset_stands_alone),
		cmocka_unit_test(damaged_program),
		cmocka_unit_test(no_font),
	};

	return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}
