/*
 * test_image.c - headers of PNG and JPEG, pixels of every kind of PNG, and
 * files that somebody damaged.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <libdeflate.h>
#include <png.h>

#include "base/buf.h"
#include "docx/docx.h"
#include "image/image.h"
#include "pdf/pdf.h"
#include "pdf/picture.h"
#include "typeset/typeset.h"
#include "verify/verify.h"

#include "sample_laid.h"

enum { SIDE = 9, MUTANTS = 400 };

static struct arena *arena;

static int
setup(void **state)
{
	(void)state;
	arena = arena_new();
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

/* --- seeds ----------------------------------------------------------- */

struct kind {
	int colour, depth;
	bool interlaced, trns;
	unsigned channels;
	bool alpha;
};

static const struct kind kinds[] = {
	{ PNG_COLOR_TYPE_GRAY, 1, false, false, 1, false },
	{ PNG_COLOR_TYPE_GRAY, 4, true, false, 1, false },
	{ PNG_COLOR_TYPE_GRAY, 8, false, true, 1, true },
	{ PNG_COLOR_TYPE_GRAY, 16, false, false, 1, false },
	{ PNG_COLOR_TYPE_RGB, 8, false, false, 3, false },
	{ PNG_COLOR_TYPE_RGB, 8, true, true, 3, true },
	{ PNG_COLOR_TYPE_RGB, 16, false, false, 3, false },
	{ PNG_COLOR_TYPE_PALETTE, 1, false, false, 3, false },
	{ PNG_COLOR_TYPE_PALETTE, 4, false, true, 3, true },
	{ PNG_COLOR_TYPE_PALETTE, 8, true, true, 3, true },
	{ PNG_COLOR_TYPE_GRAY_ALPHA, 8, false, false, 1, true },
	{ PNG_COLOR_TYPE_GRAY_ALPHA, 16, true, false, 1, true },
	{ PNG_COLOR_TYPE_RGB_ALPHA, 8, true, false, 3, true },
	{ PNG_COLOR_TYPE_RGB_ALPHA, 16, false, false, 3, true },
};
enum { KINDS = sizeof(kinds) / sizeof(kinds[0]) };

static void
put_bytes(png_structp png, png_bytep data, size_t n)
{
	buf_add(png_get_io_ptr(png), (struct str) { (const char *)data, n });
}

static void
flush_bytes(png_structp png)
{
	(void)png;
}

/* An image of SIDE x SIDE in which every byte of a row is 0x5A. */
static struct str
make_png(const struct kind *k, unsigned dpi)
{
	struct buf b = { .arena = arena };
	png_color palette[16] = { { 1, 2, 3 } };
	png_byte alpha[16] = { 0, 128 };
	png_color_16 clear = { 0 };
	png_byte row[SIDE * 8];
	png_structp png = png_create_write_struct(
	    PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
	png_infop info = png_create_info_struct(png);
	int passes;

	assert_non_null(info);
	for (int i = 0; i < 16; i++)
		palette[i] = (png_color) { (png_byte)(i * 16), (png_byte)i,
			(png_byte)(255 - i) };
	memset(row, k->depth == 8 &&
		    k->colour == PNG_COLOR_TYPE_PALETTE ? 10 : 0x5A,
	    sizeof(row));
	png_set_write_fn(png, &b, put_bytes, flush_bytes);
	png_set_IHDR(png, info, SIDE, SIDE, k->depth, k->colour,
	    k->interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE,
	    PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
	if (k->colour == PNG_COLOR_TYPE_PALETTE)
		png_set_PLTE(png, info, palette, 1 << (k->depth < 4 ?
			k->depth : 4));
	if (k->trns)
		png_set_tRNS(png, info, alpha,
		    k->colour == PNG_COLOR_TYPE_PALETTE ? 2 : 0, &clear);
	if (dpi > 0)
		png_set_pHYs(png, info, dpi * 10000 / 254, dpi * 10000 / 254,
		    PNG_RESOLUTION_METER);
	png_write_info(png, info);
	passes = png_set_interlace_handling(png);
	while (passes-- > 0)
		for (int y = 0; y < SIDE; y++)
			png_write_row(png, row);
	png_write_end(png, info);
	png_destroy_write_struct(&png, &info);
	return buf_str(&b);
}

/* A segment of a JPEG. */
static void
put_segment(struct buf *b, unsigned marker, const char *data, size_t n)
{
	buf_addc(b, '\xFF');
	buf_addc(b, (char)marker);
	buf_addc(b, (char)((n + 2) >> 8));
	buf_addc(b, (char)(n + 2));
	buf_add(b, (struct str) { data, n });
}

struct jpeg {
	unsigned frame, precision, width, height, components;
	struct str app0, app1;
	bool open; /* without EOI */
};

/* Headers are right, the scan is nonsense: nobody here decodes it. */
static struct str
make_jpeg(const struct jpeg *j)
{
	struct buf b = { .arena = arena }, f = { .arena = arena };

	buf_adds(&b, "\xFF\xD8");
	if (j->app0.n > 0)
		put_segment(&b, 0xE0, j->app0.p, j->app0.n);
	if (j->app1.n > 0)
		put_segment(&b, 0xE1, j->app1.p, j->app1.n);
	buf_addc(&f, (char)j->precision);
	buf_addc(&f, (char)(j->height >> 8));
	buf_addc(&f, (char)j->height);
	buf_addc(&f, (char)(j->width >> 8));
	buf_addc(&f, (char)j->width);
	buf_addc(&f, (char)j->components);
	for (unsigned i = 0; i < j->components; i++) {
		buf_addc(&f, (char)(i + 1));
		buf_addc(&f, 0x11);
		buf_addc(&f, 0);
	}
	put_segment(&b, j->frame, f.p, f.n);
	put_segment(&b, 0xDA, "\1\1\0\0\x3F\0", 6);
	buf_adds(&b, "scan");
	if (!j->open)
		buf_adds(&b, "\xFF\xD9");
	return buf_str(&b);
}

static const struct jpeg plain = {
	.frame = 0xC0, .precision = 8, .width = 40, .height = 30,
	.components = 3
};

/* --- headers ---------------------------------------------------------- */

static void
png_headers_tell_kind_and_size(void **state)
{
	struct image image;

	(void)state;
	for (size_t i = 0; i < KINDS; i++) {
		assert_int_equal(image_parse(make_png(&kinds[i], 0), &image),
		    IMAGE_SOUND);
		assert_int_equal(image.kind, IMAGE_PNG);
		assert_int_equal(image.width, SIDE);
		assert_int_equal(image.height, SIDE);
		assert_int_equal((int)image.depth, kinds[i].depth);
		assert_int_equal(image.channels, kinds[i].channels);
		assert_int_equal(image.alpha, kinds[i].alpha);
	}
}

/* 9 dots are 9/150 inch unless the file says 9/300. */
static void
resolution_gives_the_natural_size(void **state)
{
	struct image image;
	struct jpeg j = plain;

	(void)state;
	assert_int_equal(image_parse(make_png(&kinds[4], 0), &image), 0);
	assert_int_equal(image.natural_width, 9 * 914400 / 150);
	assert_int_equal(image_parse(make_png(&kinds[4], 300), &image), 0);
	assert_in_range(image.natural_width, 9 * 914400 / 300 - 9,
	    9 * 914400 / 300 + 9);
	/* 2 dots an inch were not meant */
	assert_int_equal(image_parse(make_png(&kinds[4], 2), &image), 0);
	assert_int_equal(image.natural_width, 9 * 914400 / 150);
	j.app0 = STR("JFIF\0\1\1\1\0\xC8\0\x64\0\0"); /* 200 x 100 dpi */
	assert_int_equal(image_parse(make_jpeg(&j), &image), 0);
	assert_int_equal(image.natural_width, 40 * 914400 / 200);
	assert_int_equal(image.natural_height, 30 * 914400 / 100);
	j.app0 = STR("JFIF\0\1\1\2\0\x64\0\x64\0\0"); /* 100 a centimetre */
	assert_int_equal(image_parse(make_jpeg(&j), &image), 0);
	assert_int_equal(image.natural_width, 40 * 360000 / 100);
	j.app0 = STR("JFIF\0\1\1\0\0\1\0\1\0\0"); /* a ratio only */
	assert_int_equal(image_parse(make_jpeg(&j), &image), 0);
	assert_int_equal(image.natural_width, 40 * 914400 / 150);
}

static enum image_fault
fault_of(struct jpeg j)
{
	struct image image;

	return image_parse(make_jpeg(&j), &image);
}

#define WITH(...) ((struct jpeg){ .frame = 0xC0, .precision = 8, \
	.width = 40, .height = 30, .components = 3, __VA_ARGS__ })
#pragma GCC diagnostic ignored "-Woverride-init"
#ifdef __clang__
#pragma clang diagnostic ignored "-Winitializer-overrides"
#endif

static void
jpeg_headers_tell_what_can_be_set(void **state)
{
	(void)state;
	assert_int_equal(fault_of(plain), IMAGE_SOUND);
	assert_int_equal(fault_of(WITH(.frame = 0xC2)), IMAGE_SOUND);
	assert_int_equal(fault_of(WITH(.components = 1)), IMAGE_SOUND);
	assert_int_equal(fault_of(WITH(.components = 4)), IMAGE_COLOURS);
	assert_int_equal(fault_of(WITH(.precision = 12)), IMAGE_COLOURS);
	assert_int_equal(fault_of(WITH(.frame = 0xC3)), IMAGE_COLOURS);
	assert_int_equal(fault_of(WITH(.frame = 0xC9)), IMAGE_COLOURS);
	assert_int_equal(fault_of(WITH(.width = 0)), IMAGE_BROKEN);
	assert_int_equal(fault_of(WITH(.open = true)), IMAGE_BROKEN);
	assert_int_equal(fault_of(WITH(.width = 20001)), IMAGE_LARGE);
	assert_int_equal(fault_of(WITH(.width = 8000, .height = 8000)),
	    IMAGE_LARGE);
	assert_int_equal(fault_of(WITH(.frame = 0xC4)), IMAGE_BROKEN);
}

static void
exif_tells_that_a_photograph_is_turned(void **state)
{
	static const char little[] = "Exif\0\0II*\0\x08\0\0\0\1\0"
				     "\x12\1\3\0\1\0\0\0\6\0\0\0\0\0\0\0";
	static const char big[] = "Exif\0\0MM\0*\0\0\0\x08\0\1"
				  "\1\x12\0\3\0\0\0\1\0\6\0\0\0\0\0\0";
	struct jpeg j = plain;
	struct image image;

	(void)state;
	for (int i = 0; i < 2; i++) {
		j.app1 = i == 0 ? (struct str) { little, sizeof(little) } :
				  (struct str) { big, sizeof(big) };
		assert_int_equal(image_parse(make_jpeg(&j), &image), 0);
		assert_true(image.turned);
	}
	j.app1 = STR("Exif\0\0II*\0\xFF\xFF\xFF\xFF"); /* leads nowhere */
	assert_int_equal(image_parse(make_jpeg(&j), &image), 0);
	assert_false(image.turned);
}

static void
cut_files_are_broken(void **state)
{
	struct str png = make_png(&kinds[4], 150), jpeg = make_jpeg(&plain);
	struct image image;

	(void)state;
	for (size_t n = 8; n < png.n; n++)
		assert_int_equal(
		    image_parse(str_sub(png, 0, n), &image), IMAGE_BROKEN);
	for (size_t n = 3; n < jpeg.n; n++)
		assert_int_equal(
		    image_parse(str_sub(jpeg, 0, n), &image), IMAGE_BROKEN);
	assert_int_equal(image_parse(STR("GIF89a"), &image), IMAGE_UNKNOWN);
	assert_int_equal(image_parse(STR_NONE, &image), IMAGE_UNKNOWN);
}

/* --- pixels ----------------------------------------------------------- */

static unsigned char *
decoded(struct str png, const struct image *image)
{
	unsigned char *p = malloc(
	    (size_t)image->width * image->height * picture_channels(image));

	assert_non_null(p);
	if (picture_decode(png, image, p))
		return p;
	free(p);
	return NULL;
}

/* What the byte 0x5A means in each kind, for the first pixel. */
static void
pixels_are_those_of_the_file(void **state)
{
	static const unsigned char first[KINDS][4] = {
		{ 0 },			 /* 0 of 1 bit */
		{ 5 * 17 },		 /* 5 of 15 */
		{ 0x5A, 255 },		 /* only 0 is clear */
		{ 0x5A },		 /* 0x5A5A of 16 bits */
		{ 0x5A, 0x5A, 0x5A },
		{ 0x5A, 0x5A, 0x5A, 255 },
		{ 0x5A, 0x5A, 0x5A },
		{ 0, 0, 255 },		 /* colour 0 of the palette */
		{ 80, 5, 250, 255 },	 /* colour 5 */
		{ 160, 10, 245, 255 },	 /* colour 10 */
		{ 0x5A, 0x5A },
		{ 0x5A, 0x5A },
		{ 0x5A, 0x5A, 0x5A, 0x5A },
		{ 0x5A, 0x5A, 0x5A, 0x5A },
	};

	(void)state;
	for (size_t i = 0; i < KINDS; i++) {
		struct str png = make_png(&kinds[i], 0);
		struct image image;
		unsigned char *p;

		assert_int_equal(image_parse(png, &image), IMAGE_SOUND);
		assert_true(picture_decodes(png, &image));
		p = decoded(png, &image);
		assert_non_null(p);
		assert_memory_equal(p, first[i], picture_channels(&image));
		free(p);
	}
}

/* --- outputs ---------------------------------------------------------- */

/* The sample report with an image, 60 mm by 40, twice in it. */
static struct laid *
laid_with(struct arena *a, struct asset *asset, const struct asset **list)
{
	struct laid *l = sample_laid(a, false);
	struct lsection *s = &l->section[0];
	struct lblock *b = NEW_ARRAY(a, s->nblocks + 2, struct lblock);
	struct lblock image = { .kind = LAID_IMAGE,
		.component = COMPONENT_BODY };
	struct limage *g = &image.as.image;

	asset->bytes = make_png(&kinds[12], 150);
	assert_int_equal(image_parse(asset->bytes, &asset->image), 0);
	g->paragraph.style = l->tpl->style[STYLE_FIGURE];
	g->paragraph.style_id = STYLE_FIGURE;
	g->width = TWIP(twips(MM(60)));
	g->height = TWIP(twips(MM(40)));
	g->alt = STR("Biểu đồ \"cột\" & <đường>");
	memcpy(b, s->block, s->nblocks * sizeof(*b));
	b[s->nblocks] = b[s->nblocks - 1];
	b[s->nblocks - 1] = image;
	b[s->nblocks + 1] = b[s->nblocks];
	b[s->nblocks] = image;
	s->block = b;
	s->nblocks += 2;
	*list = asset;
	l->asset = list;
	l->nassets = 1;
	return l;
}

static bool
has(const struct diags *ds, enum diag_id id)
{
	for (size_t i = 0; i < ds->n; i++)
		if (ds->v[i].id == id)
			return true;
	return false;
}

/* Somebody else's image, size or words are noticed in the DOCX. */
static void
docx_holds_the_images_laid_out(void **state)
{
	struct asset asset = { 0 }, other;
	const struct asset *list[1];
	struct laid *l = laid_with(arena, &asset, list);
	struct lblock *b = l->section[0].block;
	struct limage *g = &b[l->section[0].nblocks - 2].as.image;
	struct diags *ds = diags_new(arena);
	struct err err = { 0 };
	struct str out;

	(void)state;
	assert_true(docx_write(l, arena, &out, &err));
	assert_true(verify_docx(out, l, "x", arena, ds));
	assert_int_equal(ds->n, 0);
	g->width += TWIP(1);
	assert_false(verify_docx(out, l, "x", arena, ds));
	assert_true(has(ds, DIAG_VERIFY_DOCX_GEOMETRY));
	g->width -= TWIP(1);
	g->alt = STR("Ảnh");
	assert_false(verify_docx(out, l, "x", arena, ds));
	assert_true(has(ds, DIAG_VERIFY_DOCX_TEXT));
	g->alt = b[l->section[0].nblocks - 3].as.image.alt;
	other = asset;
	other.bytes = make_png(&kinds[4], 150);
	list[0] = &other;
	assert_false(verify_docx(out, l, "x", arena, ds));
	assert_true(has(ds, DIAG_VERIFY_DOCX_STRUCTURE));
}

/* The same of the PDF: place, words, pixels. */
static void
pdf_shows_the_images_laid_out(void **state)
{
	struct err err = { 0 };
	struct font_set *fs = font_set_open(&err);
	struct asset asset = { 0 }, other;
	const struct asset *list[1];
	struct laid *l = laid_with(arena, &asset, list);
	struct diags *ds = diags_new(arena);
	const struct pages *pages;
	struct picture *g = NULL;
	struct str out;
	size_t n = 0;

	(void)state;
	assert_non_null(fs);
	pages = typeset(l, fs, arena, ds);
	for (size_t i = 0; i < pages->npages; i++) {
		n += pages->page[i].npictures;
		if (g == NULL && n > 0)
			g = pages->page[i].picture;
	}
	assert_int_equal(n, 2);
	assert_int_equal(g->height, TWIP(twips(MM(40))));
	assert_true(pdf_write(pages, fs, arena, &out, &err));
	assert_true(verify_pdf(out, pages, "x", arena, ds));
	g->x += PT(1);
	assert_false(verify_pdf(out, pages, "x", arena, ds));
	assert_true(has(ds, DIAG_VERIFY_PDF_IMAGE));
	g->x -= PT(1);
	other = asset;
	other.image.width++;
	list[0] = &other;
	ds->n = 0;
	assert_false(verify_pdf(out, pages, "x", arena, ds));
	assert_true(has(ds, DIAG_VERIFY_PDF_IMAGE));
	list[0] = &asset;
	pages->elem[g->elem->index]->alt = STR("Ảnh");
	ds->n = 0;
	assert_false(verify_pdf(out, pages, "x", arena, ds));
	assert_true(has(ds, DIAG_VERIFY_PDF_STRUCTURE));
	font_set_close(fs);
}

/* --- damage ----------------------------------------------------------- */

static uint32_t
next_random(uint32_t *seed)
{
	*seed = *seed * 1664525 + 1013904223;
	return *seed >> 8;
}

/* Make the check sums right again, so that what is inside is looked at. */
static void
mend_sums(char *p, size_t n)
{
	size_t at = 8;

	while (n - at >= 12) {
		struct str all = { p, n };
		uint32_t size = image_u32(all, at), sum;

		if (size > n - at - 12)
			return;
		sum = libdeflate_crc32(0, p + at + 4, size + 4);
		for (int i = 0; i < 4; i++)
			p[at + 8 + size + (size_t)i] =
			    (char)(sum >> (24 - 8 * i));
		at += 12 + size;
	}
}

/* A damaged copy, in memory of just its size. */
static char *
mutant(struct str seed, uint32_t number, size_t *n)
{
	uint32_t r = number * 2654435761u + 1;
	char *p = malloc(seed.n);
	unsigned times = 1 + next_random(&r) % 4;

	assert_non_null(p);
	memcpy(p, seed.p, seed.n);
	*n = seed.n;
	for (; times > 0; times--) {
		size_t at = next_random(&r) % *n, to;

		switch (next_random(&r) % 4) {
		case 0:
			p[at] = (char)next_random(&r);
			break;
		case 1:
			p[at] = (char)(p[at] ^ 1 << next_random(&r) % 8);
			break;
		case 2:
			to = next_random(&r) % *n;
			memmove(p + to, p + at, *n - (at > to ? at : to));
			break;
		default:
			if (next_random(&r) % 4 == 0 && at > 8)
				*n = at;
			else
				p[at] = (char)0xFF;
		}
	}
	if (number % 2 == 0 && *n > 8 && p[0] == '\x89')
		mend_sums(p, *n);
	return realloc(p, *n);
}

/* A page with the image, written and read back. */
static void
write_and_verify(const struct asset *asset, const struct font_set *fs)
{
	struct arena *a = arena_new();
	struct lmeta meta = { .title = STR("Hình") };
	struct elem root = { .role = TAG_DOCUMENT };
	struct elem figure = { .role = TAG_FIGURE, .index = 1,
		.parent = &root, .alt = STR("Biểu đồ") };
	struct elem *elems[] = { &root, &figure };
	struct picture picture = { .x = MM(30), .y = MM(20), .width = MM(60),
		.height = MM(40), .elem = &figure };
	struct page page = { .width = MM(210), .height = MM(297),
		.number = 1, .picture = &picture, .npictures = 1 };
	struct pages pages = { .meta = &meta, .asset = &asset, .nassets = 1,
		.page = &page, .npages = 1, .root = &root, .elem = elems,
		.nelems = 2 };
	struct diags *ds = diags_new(a);
	struct err err = { 0 };
	struct str out;

	root.first = root.last = &figure;
	assert_true(pdf_write(&pages, fs, a, &out, &err));
	assert_true(verify_pdf(out, &pages, "x", a, ds));
	arena_free(a);
}

static void
damaged_files_do_no_harm(void **state)
{
	struct str seed[KINDS + 2];
	struct err err = { 0 };
	struct font_set *fs = font_set_open(&err);
	unsigned sound = 0, broken = 0;
	struct jpeg j = plain;

	(void)state;
	assert_non_null(fs);
	j.app0 = STR("JFIF\0\1\1\1\0\xC8\0\x64\0\0");
	for (size_t i = 0; i < KINDS; i++)
		seed[i] = make_png(&kinds[i], 150);
	seed[KINDS] = make_jpeg(&plain);
	seed[KINDS + 1] = make_jpeg(&j);
	for (uint32_t i = 0; i < MUTANTS; i++) {
		struct asset asset = { .path = STR("a") };
		size_t n;
		char *p = mutant(seed[i % (KINDS + 2)], i, &n);
		enum image_fault fault;

		asset.bytes = (struct str) { p, n };
		fault = image_parse(asset.bytes, &asset.image);
		if (fault == IMAGE_SOUND && asset.image.kind == IMAGE_PNG &&
		    !picture_decodes(asset.bytes, &asset.image))
			fault = IMAGE_BROKEN;
		if (fault == IMAGE_SOUND)
			write_and_verify(&asset, fs);
		sound += fault == IMAGE_SOUND;
		broken += fault != IMAGE_SOUND;
		free(p);
	}
	font_set_close(fs);
	print_message("# %u sound, %u refused\n", sound, broken);
	assert_int_equal(sound + broken, MUTANTS);
	assert_true(sound > 0 && broken > MUTANTS / 4);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(png_headers_tell_kind_and_size),
		cmocka_unit_test(resolution_gives_the_natural_size),
		cmocka_unit_test(jpeg_headers_tell_what_can_be_set),
		cmocka_unit_test(exif_tells_that_a_photograph_is_turned),
		cmocka_unit_test(cut_files_are_broken),
		cmocka_unit_test(pixels_are_those_of_the_file),
		cmocka_unit_test(docx_holds_the_images_laid_out),
		cmocka_unit_test(pdf_shows_the_images_laid_out),
		cmocka_unit_test(damaged_files_do_no_harm),
	};

	return cmocka_run_group_tests_name("image", tests, setup, teardown);
}
