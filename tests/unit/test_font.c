/*
 * test_font.c - widths of the official form's fixed texts (rules sheet 1.13),
 * line heights (docx facts 4), coverage, and subsets.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <hb.h>
#include <zlib.h>

#include "font/cut.h"
#include "font/font.h"
#include "font/piece.h"

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

/* What zlib's own reader makes of a stream. */
static struct str
inflated(struct arena *a, struct str deflated, size_t most)
{
	char *p = arena_alloc(a, most);
	uLongf n = (uLongf)most;

	assert_int_equal(uncompress((Bytef *)p, &n, (const Bytef *)deflated.p,
			     (uLong)deflated.n),
	    Z_OK);
	return (struct str){ p, n };
}

/* The program of a subset of the regular face with these glyphs. */
static struct str
subset_of(const struct font_set *fs, struct arena *a, const uint32_t *glyph,
    size_t n)
{
	uint32_t *c = NEW_ARRAY(a, n, uint32_t);
	struct err err = { 0 };
	struct font_subset out;
	struct str program;

	assert_true(
	    font_subset(fs, FACE_REGULAR, a, glyph, c, n, &out, &err));
	program = inflated(a, out.program, out.length);
	assert_int_equal(program.n, out.length);
	return program;
}

/* Both ways of dividing give the same. */
static void
rounded_half_up(void **state)
{
	static const unsigned upems[] = { 16, 1000, 2048, 16384 };
	static const unsigned sizes[] = { 1, 13, 26, 28, 500, 501, 3276 };
	struct font_info info = *font_info(*state, FACE_REGULAR);

	for (size_t u = 0; u < sizeof(upems) / sizeof(upems[0]); u++)
		for (size_t k = 0; k < sizeof(sizes) / sizeof(sizes[0]); k++)
			for (int64_t n = 0; n <= 0x10001; n += 13) {
				info.upem = upems[u];
				assert_int_equal(
				    font_units_px(&info, sizes[k], n),
				    (n * sizes[k] * 120 + upems[u]) /
					(2 * (int64_t)upems[u]));
			}
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

/* The core comes first, by number; then the glyphs given, which look as alone;
   a letter with marks brings its parts.  Much less remains than of the whole
   font. */
static void
subset(void **state)
{
	static const uint32_t chars[] = { 0x1EB4, 'Z', 0x1EC6, '@', 0x20AB };
	enum { N = sizeof(chars) / sizeof(chars[0]) };
	struct err err = { 0 };
	const struct font_core *core = font_core(*state, FACE_REGULAR, &err);
	struct arena *a = arena_new();
	uint32_t glyph[N];
	hb_font_t *all, *one;
	struct str out;

	for (size_t i = 0; i < N; i++)
		glyph[i] = font_glyph(*state, FACE_REGULAR, chars[i]);
	out = subset_of(*state, a, glyph, N);
	assert_in_range(out.n, 5000, 15000);
	all = font_of(out);
	assert_in_range(hb_face_get_glyph_count(hb_font_get_face(all)),
	    core->nglyphs + N, core->nglyphs + N + 5);
	for (unsigned i = 0; i < N; i++) {
		unsigned number = (unsigned)core->nglyphs + i;

		one = font_of(subset_of(*state, a, &glyph[i], 1));
		assert_string_equal(shape(a, all, number),
		    shape(a, one, (unsigned)core->nglyphs));
		assert_int_equal(hb_font_get_glyph_h_advance(all, number),
		    font_advance(*state, FACE_REGULAR, chars[i]));
		hb_font_destroy(one);
	}
	for (unsigned i = 1; i <= core->nchars; i++)
		assert_int_equal(hb_font_get_glyph_h_advance(all, i),
		    font_advance(*state, FACE_REGULAR, core->c[i]));
	hb_font_destroy(all);
	arena_free(a);
}

/* A core that leaves out a common letter would be right, and slow. */
static void
cores(void **state)
{
	struct err err = { 0 };

	for (enum face f = 0; f < FACE_MAX; f++) {
		const struct font_core *core = font_core(*state, f, &err);
		const struct font_cells *cells = font_cells(*state, f);

		assert_non_null(core);
		assert_in_range(core->nchars, 8, core->nglyphs - 1);
		assert_true(font_cell(cells, ' ')->number > 0);
		assert_int_equal(font_cell(cells, 0x2011)->number, 0);
		for (unsigned i = 1; i <= core->nchars; i++) {
			const struct font_cell *cell =
			    font_cell(cells, core->c[i]);

			assert_int_equal(cell->number, i);
			assert_int_equal(cell->advance, core->advance[i]);
			assert_true(i == 1 ||
			    core->advance[i] >= core->advance[i - 1]);
		}
	}
}

/* The sums in a font file: every table's, and the whole file's. */
static void
sums(void **state)
{
	struct arena *a = arena_new();
	uint32_t glyph = font_glyph(*state, FACE_REGULAR, 0x1EB4);
	struct str program = subset_of(*state, a, &glyph, 1), table;
	const unsigned char *p = (const unsigned char *)program.p;
	uint32_t head = 0;

	assert_int_equal(program.n % 4, 0);
	assert_int_equal(cut_sum(program), 0xB1B0AFBA);
	for (size_t at = 12; at < 12 + 6 * 16; at += 16) {
		uint32_t from = cut_sum(str_sub(program, at + 8, at + 12));
		uint32_t n = cut_sum(str_sub(program, at + 12, at + 16));

		assert_int_equal(from % 4, 0);
		assert_true(from + n <= program.n);
		table = str_sub(program, from, from + (n + 3) / 4 * 4);
		if (memcmp(p + at, "head", 4) == 0)
			head = cut_sum(str_sub(program, from + 8, from + 12));
		assert_int_equal(cut_sum(table) -
			(memcmp(p + at, "head", 4) == 0 ? head : 0),
		    cut_sum(str_sub(program, at + 4, at + 8)));
	}
	assert_true(head != 0);
	arena_free(a);
}

/* Codes lead back to characters: the core's, then those given. */
static void
way_back(void **state)
{
	struct arena *a = arena_new();
	struct err err = { 0 };
	const struct font_core *core = font_core(*state, FACE_ITALIC, &err);
	uint32_t c[] = { 0x1EB4, 0x1F600 };
	uint32_t glyph[] = { font_glyph(*state, FACE_ITALIC, 0x1EB4),
		font_glyph(*state, FACE_ITALIC, '@') };
	struct font_subset out;
	struct str cmap;

	assert_true(
	    font_subset(*state, FACE_ITALIC, a, glyph, c, 2, &out, &err));
	cmap = str_dup(a, inflated(a, out.to_unicode, 8192));
	assert_non_null(strstr(cmap.p, "\n<0001> <0020>\n"));
	assert_non_null(strstr(cmap.p,
	    arena_printf(a,
		"\n2 beginbfchar\n<%04zX> <1EB4>\n<%04zX> <D83DDE00>\n"
		"endbfchar\nendcmap\n",
		core->nglyphs, core->nglyphs + 1)));
	arena_free(a);
}

/* What other documents have asked for before does not show. */
static void
subset_stands_alone(void **state)
{
	struct arena *a = arena_new();
	struct err err = { 0 };
	struct font_set *fresh = font_set_open(&err);
	uint32_t glyph[3];
	struct str alone, foreign;

	glyph[0] = font_glyph(fresh, FACE_REGULAR, 0x1EB4);
	glyph[1] = font_glyph(fresh, FACE_REGULAR, 'Z');
	glyph[2] = font_glyph(fresh, FACE_REGULAR, 0x0416); /* not Vietnamese */
	alone = subset_of(fresh, a, glyph, 2);
	foreign = subset_of(fresh, a, &glyph[2], 1);
	assert_true(str_eq(alone, subset_of(fresh, a, glyph, 2)));
	font_set_close(fresh);
	fresh = font_set_open(&err);
	font_set_prepare(fresh);
	assert_true(str_eq(foreign, subset_of(fresh, a, &glyph[2], 1)));
	assert_true(str_eq(alone, subset_of(fresh, a, glyph, 2)));
	font_set_close(fresh);
	assert_true(str_eq(alone, subset_of(*state, a, glyph, 2)));
	arena_free(a);
}

/* Pieces mean the same wherever they stand; stored ones may be long. */
static void
pieces(void **state)
{
	enum { LONG = 200000 };
	struct arena *a = arena_new();
	char *p = arena_alloc(a, LONG);
	struct str s = { p, LONG }, out;
	struct stream stream = { .out.arena = a };
	struct piece piece, none;

	(void)state;
	for (size_t i = 0; i < LONG; i++)
		p[i] = (char)(i * i / 7);
	assert_true(piece_new(&piece, a, s));
	assert_true(piece_new(&none, a, STR_NONE));
	assert_true(piece.deflated.n < LONG);
	stream_begin(&stream);
	stream_add(&stream, &piece);
	stream_store(&stream, s);
	stream_store(&stream, STR_NONE);
	stream_add(&stream, &none);
	stream_add(&stream, &piece);
	out = inflated(a, stream_end(&stream), 3 * LONG + 1);
	assert_int_equal(out.n, 3 * LONG);
	for (size_t i = 0; i < 3; i++)
		assert_memory_equal(out.p + i * LONG, p, LONG);
	arena_free(a);
}

/* Damaged programs are refused, whatever is cut off. */
static void
damaged_program(void **state)
{
	struct arena *a = arena_new();
	uint32_t glyph = font_glyph(*state, FACE_REGULAR, 0x1EC6), one = 1;
	struct str program = subset_of(*state, a, &glyph, 1), cut;
	struct cut base, more;
	struct cut_frame frame;
	struct cut_sums none = { 0, 0 };
	char *copy;

	assert_true(cut_glyphs(program, NULL, a, &one, 1, &base));
	assert_false(cut_glyphs(program, NULL, a, (uint32_t[]){ 1, 1 }, 2,
	    &more)); /* twice */
	for (size_t n = 0; n < program.n - 4; n += 7) {
		cut = str_dup(a, str_sub(program, 0, n));
		assert_false(cut_glyphs(cut, NULL, a, &one, 1, &more));
		assert_false(
		    cut_frame(cut, &base, &base, &none, a, &frame));
	}
	for (size_t i = 0; i < program.n; i++) { /* no crash */
		struct arena *b = arena_new();

		copy = arena_strndup(b, program.p, program.n);
		copy[i] = (char)~copy[i];
		cut = (struct str){ copy, program.n };
		if (cut_glyphs(cut, NULL, b, &one, 1, &more))
			(void)cut_frame(cut, &more, &base, &none, b, &frame);
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
		cmocka_unit_test(rounded_half_up),
		cmocka_unit_test(cores),
		cmocka_unit_test(sums),
		cmocka_unit_test(way_back),
		cmocka_unit_test(subset_stands_alone),
		cmocka_unit_test(pieces),
		cmocka_unit_test(damaged_program),
		cmocka_unit_test(no_font),
	};

	return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}
