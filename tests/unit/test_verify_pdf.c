/*
 * test_verify_pdf.c - a sound file has no findings; each thing that may go
 * wrong has its own; any bytes at all are read without harm.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "pdf/pdf.h"
#include "sample_pages.h"
#include "verify/pdf_content.h"
#include "verify/pdf_read.h"
#include "verify/verify.h"

struct made {
	struct arena *a;
	struct font_set *fs;
	struct pages *pages;
	struct str bytes;
};

static int
make(void **state)
{
	struct made *m = calloc(1, sizeof(*m));
	struct err err = { 0 };

	assert_non_null(m);
	m->a = arena_new();
	m->fs = font_set_open(&err);
	if (m->fs == NULL) {
		print_error("%s\n", err.text);
		return 1;
	}
	m->pages = sample_pages(m->a, m->fs);
	assert_true(pdf_write(m->pages, m->fs, m->a, &m->bytes, &err));
	*state = m;
	return 0;
}

static int
unmake(void **state)
{
	struct made *m = *state;

	font_set_close(m->fs);
	arena_free(m->a);
	free(m);
	return 0;
}

static void
sound_file_passes(void **state)
{
	const struct made *m = *state;
	struct diags *ds = diags_new(m->a);
	struct buf b = { .arena = m->a };
	struct diag_style how = { .lang = LANG_EN };

	if (!verify_pdf(m->bytes, m->pages, "x.pdf", m->a, ds)) {
		diags_print(ds, &how, &b);
		fail_msg("%s", buf_str(&b).p);
	}
	assert_int_equal(ds->n, 0);
}

/* What verify says of the sound file when other pages were meant. */
static enum diag_id
finding(const struct made *m, const struct pages *meant)
{
	struct diags *ds = diags_new(m->a);

	assert_false(verify_pdf(m->bytes, meant, "x.pdf", m->a, ds));
	assert_true(ds->n >= 1);
	return ds->v[0].id;
}

static void
other_text(void **state)
{
	const struct made *m = *state;
	struct pages *p = sample_pages(m->a, m->fs);

	p->page[1].frag[1].text = STR("Hộ nghèọ");
	assert_int_equal(finding(m, p), DIAG_VERIFY_PDF_TEXT);
}

static void
other_pages(void **state)
{
	const struct made *m = *state;
	struct pages *p = sample_pages(m->a, m->fs);

	p->page[2].width += TWIP(20);
	assert_int_equal(finding(m, p), DIAG_VERIFY_PDF_PAGES);
	p = sample_pages(m->a, m->fs);
	p->npages = 2;
	assert_int_equal(finding(m, p), DIAG_VERIFY_PDF_PAGES);
}

static void
other_structure(void **state)
{
	const struct made *m = *state;
	struct pages *p = sample_pages(m->a, m->fs);
	struct elem *e = p->root;

	e->last->role = TAG_H2;
	assert_int_equal(finding(m, p), DIAG_VERIFY_PDF_STRUCTURE);
	p = sample_pages(m->a, m->fs);
	for (size_t i = 0; i < p->page[0].nfrags; i++)
		if (p->page[0].frag[i].elem->role == TAG_H1)
			p->page[0].frag[i].elem = p->root->first;
	assert_int_equal(finding(m, p), DIAG_VERIFY_PDF_STRUCTURE);
}

/* Lines, colours and the numbers of pages. */
static void
other_strokes(void **state)
{
	const struct made *m = *state;
	struct pages *p = sample_pages(m->a, m->fs);
	size_t i = 0;

	while (p->page[i].nstrokes == 0)
		i++;
	p->page[i].stroke[0].x2 += TWIP(2);
	assert_int_equal(finding(m, p), DIAG_VERIFY_PDF_STROKE);
	p = sample_pages(m->a, m->fs);
	p->page[i].stroke[0].color = 0xFF0000;
	assert_int_equal(finding(m, p), DIAG_VERIFY_PDF_STROKE);
	p = sample_pages(m->a, m->fs);
	p->page[i].nstrokes--;
	assert_int_equal(finding(m, p), DIAG_VERIFY_PDF_STROKE);
	p = sample_pages(m->a, m->fs);
	p->page[0].frag[0].color = 0xFF0000;
	assert_int_equal(finding(m, p), DIAG_VERIFY_PDF_STROKE);
	p = sample_pages(m->a, m->fs);
	p->page[1].label = STR("Phụ lục I");
	assert_int_equal(finding(m, p), DIAG_VERIFY_PDF_STRUCTURE);
	p = sample_pages(m->a, m->fs);
	p->page[1].number = 7;
	assert_int_equal(finding(m, p), DIAG_VERIFY_PDF_STRUCTURE);
}

/* What is red when laid out is red in the file. */
static void
colors_and_labels(void **state)
{
	const struct made *m = *state;
	struct made red = *m;
	struct err err = { 0 };
	size_t i = 0;

	red.pages = sample_pages(m->a, m->fs);
	while (red.pages->page[i].nstrokes == 0)
		i++;
	red.pages->page[i].stroke[0].color = 0x12C0FF;
	red.pages->page[0].frag[1].color = 0xFF0000;
	red.pages->page[2].label = STR("Phụ lục I");
	red.pages->page[2].number = 1;
	assert_true(
	    pdf_write(red.pages, red.fs, red.a, &red.bytes, &err));
	assert_true(verify_pdf(
	    red.bytes, red.pages, "x.pdf", red.a, diags_new(red.a)));
	assert_int_equal(finding(&red, m->pages), DIAG_VERIFY_PDF_STROKE);
}

static void
other_fields(void **state)
{
	const struct made *m = *state;
	struct pages *p = sample_pages(m->a, m->fs);

	p->nfields = 1;
	assert_int_equal(finding(m, p), DIAG_VERIFY_PDF_STRUCTURE);
	p = sample_pages(m->a, m->fs);
	p->field[0].name = SIGN_OFFICE;
	assert_int_equal(finding(m, p), DIAG_VERIFY_PDF_STRUCTURE);
	p = sample_pages(m->a, m->fs);
	p->field[1].width += TWIP(2);
	assert_int_equal(finding(m, p), DIAG_VERIFY_PDF_STRUCTURE);
	p = sample_pages(m->a, m->fs);
	p->field[1].title = STR("UBND");
	assert_int_equal(finding(m, p), DIAG_VERIFY_PDF_STRUCTURE);
	p = sample_pages(m->a, m->fs);
	p->field[1].page = 1;
	assert_int_equal(finding(m, p), DIAG_VERIFY_PDF_STRUCTURE);
}

static enum diag_id patched(const struct made *m, const char *from,
    const char *to);

/* The file inside the file. */
static void
attached(void **state)
{
	const struct made *m = *state;
	struct attachment file = { .name = STR("ghi-chú.xml"),
		.title = STR("Dữ liệu"), .type = "text/xml",
		.bytes = STR("<a>ấ</a>") };
	struct made with = *m;
	struct err err = { 0 };
	struct diags *ds = diags_new(m->a);

	with.pages = sample_pages(m->a, m->fs);
	with.pages->attachment = &file;
	assert_true(pdf_write(with.pages, m->fs, m->a, &with.bytes, &err));
	assert_true(verify_pdf(with.bytes, with.pages, "x", m->a, ds));
	assert_int_equal(ds->n, 0);
	assert_int_equal(
	    finding(&with, m->pages), DIAG_VERIFY_PDF_STRUCTURE);
	assert_int_equal(
	    finding(m, with.pages), DIAG_VERIFY_PDF_STRUCTURE);
	file.bytes = STR("<a>á</a>");
	assert_int_equal(
	    finding(&with, with.pages), DIAG_VERIFY_PDF_STRUCTURE);
	file.bytes = STR("<a>ấ</a>");
	file.name = STR("b.xml");
	assert_int_equal(
	    finding(&with, with.pages), DIAG_VERIFY_PDF_STRUCTURE);
	file.name = STR("ghi-chú.xml");
	assert_int_equal(patched(&with, "/AF [", "/AX ["),
	    DIAG_VERIFY_PDF_STRUCTURE);
	assert_int_equal(
	    patched(&with, "/AFRelationship /S", "/AFRelationship /T"),
	    DIAG_VERIFY_PDF_STRUCTURE);
	assert_int_equal(patched(&with, "/CheckSum<", "/CheckSux<"),
	    DIAG_VERIFY_PDF_STRUCTURE);
}

static void
other_title(void **state)
{
	const struct made *m = *state;
	struct pages *p = sample_pages(m->a, m->fs);
	struct lmeta meta = *p->meta;

	meta.title = STR("Tờ trình");
	p->meta = &meta;
	assert_int_equal(finding(m, p), DIAG_VERIFY_PDF_STRUCTURE);
}

/* The sound file with from (once) overwritten by to, of the same length. */
static enum diag_id
patched(const struct made *m, const char *from, const char *to)
{
	struct diags *ds = diags_new(m->a);
	char *copy = arena_strndup(m->a, m->bytes.p, m->bytes.n);
	size_t at = str_find(m->bytes, str_of(from), 0);

	if (at == m->bytes.n)
		fail_msg("no %s", from);
	assert_int_equal(strlen(from), strlen(to));
	memcpy(copy + at, to, strlen(to));
	if (verify_pdf((struct str){ copy, m->bytes.n }, m->pages, "x.pdf",
		m->a, ds))
		fail_msg("not noticed: %s", from);
	return ds->v[0].id;
}

static void
patched_files(void **state)
{
	static const struct {
		const char *from, *to;
		enum diag_id id;
	} want[] = {
		{ "%PDF-1.7", "%PDF-1.3", DIAG_VERIFY_PDF_SYNTAX },
		{ "startxref", "startxrex", DIAG_VERIFY_PDF_SYNTAX },
		{ "/Pages ", "/Pagex ", DIAG_VERIFY_PDF_PAGES },
		{ "/MediaBox [0 0 595.3", "/MediaBox [0 0 595.1",
		    DIAG_VERIFY_PDF_PAGES },
		{ "/ToUnicode", "/TpUnicode", DIAG_VERIFY_PDF_FONT },
		{ "/FontFile2", "/FontFile3", DIAG_VERIFY_PDF_FONT },
		{ "/CapHeight", "/CapHeighx", DIAG_VERIFY_PDF_FONT },
		{ "+LiberationSerif", "-LiberationSerif",
		    DIAG_VERIFY_PDF_FONT },
		{ "/CIDToGIDMap /Identity", "/CIDToGIDMap /Identitx",
		    DIAG_VERIFY_PDF_FONT },
		{ "/W [1 ", "/W [2 ", DIAG_VERIFY_PDF_FONT },
		{ "/Encoding /Identity-H", "/Encoding /Identity-V",
		    DIAG_VERIFY_PDF_FONT },
		{ "/Tabs /S", "/Tabs /R", DIAG_VERIFY_PDF_STRUCTURE },
		{ "/F 4\n", "/F 6\n", DIAG_VERIFY_PDF_STRUCTURE },
		{ "/DisplayDocTitle true", "/DisplayDocTitlx true",
		    DIAG_VERIFY_PDF_STRUCTURE },
		{ "<pdfuaid:part>1", "<pdfuaid:part>2",
		    DIAG_VERIFY_PDF_STRUCTURE },
		{ "<pdfaid:part>2", "<pdfaid:part>3",
		    DIAG_VERIFY_PDF_STRUCTURE },
		{ "<pdfaExtension:schemas>", "<pdfaExtensiox:schemas>",
		    DIAG_VERIFY_PDF_STRUCTURE },
		{ "/ID [<", "/IX [<", DIAG_VERIFY_PDF_STRUCTURE },
		{ "/PageLabels", "/PageLabelx", DIAG_VERIFY_PDF_STRUCTURE },
		{ "/Lang (vi-VN)", "/Lang (en-VN)",
		    DIAG_VERIFY_PDF_STRUCTURE },
		{ "/Marked true", "/Markex true", DIAG_VERIFY_PDF_STRUCTURE },
		{ "/StructTreeRoot ", "/StructTreeRoox ",
		    DIAG_VERIFY_PDF_STRUCTURE },
		{ "/OutputIntents", "/OutputIntentx",
		    DIAG_VERIFY_PDF_STRUCTURE },
		{ "<pdfaid:conformance>A", "<pdfaid:conformance>B",
		    DIAG_VERIFY_PDF_STRUCTURE },
		{ "/StructParents 1", "/StructParents 2",
		    DIAG_VERIFY_PDF_STRUCTURE },
		{ "/StructParent 3", "/StructParent 9",
		    DIAG_VERIFY_PDF_STRUCTURE },
		{ "/FT /Sig", "/FT /Btn", DIAG_VERIFY_PDF_STRUCTURE },
		{ "/Subtype /Form", "/Subtype /Fxrm",
		    DIAG_VERIFY_PDF_STRUCTURE },
		{ "/S/Form", "/S/Span", DIAG_VERIFY_PDF_STRUCTURE },
		{ "/TU (", "/TX (", DIAG_VERIFY_PDF_STRUCTURE },
		{ "/AcroForm", "/AcroFxrm", DIAG_VERIFY_PDF_STRUCTURE },
		{ "/S/TH/", "/S/TD/", DIAG_VERIFY_PDF_STRUCTURE },
		{ "/Contents (", "/Xontents (", DIAG_VERIFY_PDF_STRUCTURE },
	};

	for (size_t i = 0; i < sizeof(want) / sizeof(want[0]); i++)
		if (patched(*state, want[i].from, want[i].to) != want[i].id)
			fail_msg("%s", want[i].from);
}

/* A fixed sequence: the same bytes are tried on every machine. */
static uint32_t
next_random(uint32_t *seed)
{
	*seed = *seed * 1664525 + 1013904223;
	return *seed >> 8;
}

/* Which bytes of the file are no stream's data: damage there goes deepest. */
static bool *
outside_streams(const struct made *m)
{
	bool *outside = NEW_ARRAY(m->a, m->bytes.n, bool);
	size_t at = 0, from, to;

	while (at < m->bytes.n) {
		from = str_find(m->bytes, STR("\nstream\r\n"), at);
		to = str_find(m->bytes, STR("\nendstream"), from);
		for (; at < from; at++)
			outside[at] = true;
		at = to;
	}
	return outside;
}

/* A copy of s with some bytes changed, where allowed says so if not NULL. */
static char *
damage(struct str s, const bool *allowed, uint32_t *seed)
{
	static const char syntax[] = "()<>[]/R0123456789 \n%";
	char *copy = malloc(s.n + 1); /* so that ASan sees its end */
	uint32_t n = next_random(seed) % 8 + 1, kind = next_random(seed) % 2;
	size_t at;

	assert_non_null(copy);
	memcpy(copy, s.p, s.n);
	while (s.n > 0 && n > 0) {
		at = next_random(seed) % s.n;
		if (allowed != NULL && !allowed[at])
			continue;
		copy[at] = kind == 0 ?
		    (char)next_random(seed) :
		    syntax[next_random(seed) % (sizeof(syntax) - 1)];
		n--;
	}
	return copy;
}

static long
rounds(void)
{
	const char *n = getenv("VERIFY_ROUNDS");

	return n != NULL ? atol(n) : 300;
}

static void
damaged_files(void **state)
{
	const struct made *m = *state;
	bool *outside = outside_streams(m);
	uint32_t seed = 30;

	for (long k = rounds(); k > 0; k--) {
		struct arena *a = arena_new();
		struct diags *ds = diags_new(a);
		struct str s = m->bytes;
		char *copy;

		if (k % 8 == 0)
			s.n = next_random(&seed) % s.n;
		copy = damage(s, k % 8 < 2 ? NULL : outside, &seed);
		s.p = copy;
		if (!verify_pdf(s, m->pages, "x", a, ds))
			assert_true(ds->n > 0);
		free(copy);
		arena_free(a);
	}
}

/* Content and character maps as they are behind their compression. */
static void
damaged_streams(void **state)
{
	const struct made *m = *state;
	uint32_t seed = 2020;

	for (long k = rounds(); k > 0; k--) {
		struct arena *a = arena_new();
		struct pdf_font font = { .name = STR("F0") };
		struct pdf_file file;
		struct pdf_shown shown;
		const struct pdf_value *v;
		struct str data;
		char *copy;

		assert_true(pdf_open(&file, m->bytes, a));
		v = pdf_object(&file, next_random(&seed) % file.nobjects);
		if (v->kind == PDF_DICT && v->is_stream) {
			assert_true(pdf_data(&file, v, &data));
			copy = damage(data, NULL, &seed);
			data.p = copy;
			(void)pdf_unicode_read(&font.unicode, data, a);
			pdf_show(&shown, data, &font, 1, a);
			free(copy);
		}
		arena_free(a);
	}
}

/* ISO 32000-1, 7.3. */
static void
values(void **state)
{
	static const char text[] =
	    "12 -.5 +3.25 /A#20b (a\\(b\\051\\n\\\r\nc(d)) <4a4> true null "
	    "[1 0 R [] <</K 7 0 R>>] % note\n TJ";
	struct arena *a = arena_new();
	size_t budget = sizeof(text) * 4;
	struct pdf_lexer l = { .arena = a, .text = str_of(text), .refs = true,
		.budget = &budget };
	struct pdf_value v;

	(void)state;
	assert_int_equal(pdf_next(&l).milli, 12000);
	assert_int_equal(pdf_next(&l).milli, -500);
	assert_int_equal(pdf_next(&l).milli, 3250);
	v = pdf_next(&l);
	assert_true(pdf_is_name(&v, "A b"));
	assert_true(str_is(pdf_next(&l).text, "a(b)\nc(d)"));
	assert_true(str_is(pdf_next(&l).text, "J@"));
	assert_int_equal(pdf_next(&l).kind, PDF_BOOL);
	assert_int_equal(pdf_next(&l).kind, PDF_NULL);
	v = pdf_next(&l);
	assert_int_equal(v.kind, PDF_ARRAY);
	assert_int_equal(v.n, 3);
	assert_int_equal(v.item[0].object, 1);
	assert_int_equal(pdf_get_raw(&v.item[2], "K")->object, 7);
	assert_true(str_is(pdf_next(&l).text, "TJ"));
	assert_false(l.bad);
	assert_int_equal(pdf_next(&l).kind, PDF_END);
	assert_false(l.bad);
	arena_free(a);
}

static void
no_values(void **state)
{
	static const char *const text[] = { "(a", "<4", "<4x>", "[1", "<<1 2>>",
		"<</A>>", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", ")", "]",
		"[f]" };
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < sizeof(text) / sizeof(text[0]); i++) {
		size_t budget = 1000;
		struct pdf_lexer l = { .arena = a, .text = str_of(text[i]),
			.budget = &budget };

		assert_int_equal(pdf_next(&l).kind, PDF_END);
		assert_true(l.bad);
	}
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sound_file_passes),
		cmocka_unit_test(other_text),
		cmocka_unit_test(other_pages),
		cmocka_unit_test(other_structure),
		cmocka_unit_test(other_strokes),
		cmocka_unit_test(colors_and_labels),
		cmocka_unit_test(other_fields),
		cmocka_unit_test(other_title),
		cmocka_unit_test(attached),
		cmocka_unit_test(patched_files),
		cmocka_unit_test(damaged_files),
		cmocka_unit_test(damaged_streams),
		cmocka_unit_test(values),
		cmocka_unit_test(no_values),
	};

	return cmocka_run_group_tests(tests, make, unmake);
}
