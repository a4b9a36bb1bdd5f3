/*
 * test_seen.c - the decree's rules measured on the pages of a PDF: what we lay
 * out breaks none; a measure that is wrong when laid out is found in the bytes
 * written, although they are just what was laid out; and no file, however
 * damaged, brings the reader down.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "inspect/inspect.h"
#include "pdf/pdf.h"
#include "sample_laid.h"
#include "typeset/typeset.h"
#include "verify/verify.h"

struct fix {
	struct arena *a;
	struct font_set *fonts;
};

static int
set_up(void **state)
{
	struct arena *a = arena_new();
	struct fix *f = NEW(a, struct fix);
	struct err err = { 0 };

	f->a = a;
	f->fonts = font_set_open(&err);
	assert_non_null(f->fonts);
	*state = f;
	return 0;
}

static int
tear_down(void **state)
{
	struct fix *f = *state;

	font_set_close(f->fonts);
	arena_free(f->a);
	return 0;
}

/* The first block of a component in any section or cell, of a kind. */
static struct lblock *
block_in(struct lblock *b, size_t n, enum component_id id,
    enum lblock_kind kind)
{
	struct lblock *found;

	for (size_t i = 0; i < n; i++) {
		struct ltable *t = &b[i].as.table;

		if (b[i].kind == kind && b[i].component == id)
			return &b[i];
		for (size_t r = 0; b[i].kind == LAID_TABLE && r < t->nrows; r++)
			for (size_t c = 0; c < t->row[r].ncells; c++) {
				found = block_in(t->row[r].cell[c].block,
				    t->row[r].cell[c].nblocks, id, kind);
				if (found != NULL)
					return found;
			}
	}
	return NULL;
}

static struct lblock *
block_of(struct laid *l, enum component_id id, enum lblock_kind kind)
{
	struct lblock *b =
	    block_in(l->section[0].block, l->section[0].nblocks, id, kind);

	assert_non_null(b);
	return b;
}

static struct lparagraph *
paragraph_of(struct laid *l, enum component_id id)
{
	return &block_of(l, id, LAID_PARAGRAPH)->as.paragraph;
}

/* -- measures that a wrong template might bring -------------------------- */

static void
top_margin(struct laid *l)
{
	l->section[0].page.top = MM(15);
}

static void
left_margin(struct laid *l)
{
	l->section[0].page.left = MM(25);
}

static void
paper(struct laid *l)
{
	l->section[0].page.height = MM(279);
}

static void
motto_rule(struct laid *l)
{
	block_of(l, COMPONENT_MOTTO, LAID_RULE)->as.rule.width = MM(52);
}

static void
issuer_rule(struct laid *l)
{
	block_of(l, COMPONENT_ISSUER, LAID_RULE)->as.rule.width = MM(30);
}

static void
number_size(struct laid *l)
{
	paragraph_of(l, COMPONENT_NUMBER)->run[0].half_points = 28;
}

static void
motto_italic(struct laid *l)
{
	paragraph_of(l, COMPONENT_MOTTO)->run[0].italic = true;
}

static void
date_upright(struct laid *l)
{
	paragraph_of(l, COMPONENT_PLACE_DATE)->run[0].italic = false;
}

static void
type_left(struct laid *l)
{
	paragraph_of(l, COMPONENT_TYPE)->style.align = ALIGN_LEFT;
}

static void
name_left(struct laid *l)
{
	paragraph_of(l, COMPONENT_SIGNER)->style.align = ALIGN_LEFT;
}

static void
red_text(struct laid *l)
{
	paragraph_of(l, COMPONENT_ISSUER)->run[0].color = 0xFF0000;
}

static struct lparagraph *
prose(struct laid *l)
{
	for (size_t i = 0; i < l->section[0].nblocks; i++)
		if (l->section[0].block[i].kind == LAID_PARAGRAPH &&
		    l->section[0].block[i].role == ROLE_PARAGRAPH &&
		    l->section[0].block[i].as.paragraph.nruns > 0)
			return &l->section[0].block[i].as.paragraph;
	fail();
	return NULL;
}

static void
first_line(struct laid *l)
{
	prose(l)->style.first = TWIP(400);
}

static void
double_lines(struct laid *l)
{
	prose(l)->style.line = 480;
}

static void
ragged(struct laid *l)
{
	prose(l)->style.align = ALIGN_LEFT;
}

static void
recipients_size(struct laid *l)
{
	paragraph_of(l, COMPONENT_RECIPIENTS)->run[0].half_points = 28;
}

static const struct {
	const char *rule; /* NULL: none is broken */
	void (*change)(struct laid *);
} wrong[] = {
	{ NULL, NULL },
	{ "R01", paper },
	{ "R03", top_margin },
	{ "R04", left_margin },
	{ "R06", red_text },
	{ "R10", motto_italic },
	{ "R13", motto_rule },
	{ "R16", issuer_rule },
	{ "R17", number_size },
	{ "R23", date_upright },
	{ "R24", type_left },
	{ "R28", ragged },
	{ "R29", first_line },
	{ "R31", double_lines },
	{ "R41", recipients_size },
	{ "R46", name_left },
};

static struct str
written(struct fix *f, struct arena *a, void (*change)(struct laid *),
    const struct pages **pages)
{
	struct laid *l = sample_laid(a, false);
	struct err err = { 0 };
	struct str pdf;

	if (change != NULL)
		change(l);
	*pages = typeset(l, f->fonts, a, diags_new(a));
	assert_true(pdf_write(*pages, f->fonts, a, &pdf, &err));
	return pdf;
}

static void
show(struct arena *a, const struct diags *ds)
{
	struct diag_style how = { .lang = LANG_EN };
	struct buf b = { .arena = a };

	diags_print(ds, &how, &b);
	print_message("%.*s\n", STR_ARG(buf_str(&b)));
}

static void
test_wrong_measures(void **state)
{
	struct fix *f = *state;
	size_t missed = 0;

	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		struct arena *a = arena_new();
		struct diags *ds = diags_new(a);
		const struct pages *pages;
		struct pdf_view view;
		struct str pdf = written(f, a, wrong[i].change, &pages);
		bool found = false;

		/* it is what was laid out, and yet wrong */
		assert_true(verify_pdf_view(pdf, pages, "x", a, ds, &view));
		found = inspect_pages(&view, "x", f->fonts, a, ds) &&
		    wrong[i].rule == NULL;
		for (size_t k = 0; k < ds->n; k++)
			found = found ||
			    (ds->v[k].id == DIAG_VERIFY_RULE_BROKEN &&
				wrong[i].rule != NULL &&
				str_starts(ds->v[k].detail,
				    str_of(wrong[i].rule)));
		if (!found) {
			print_message("%s:\n",
			    wrong[i].rule == NULL ? "-" : wrong[i].rule);
			show(a, ds);
			missed++;
		}
		arena_free(a);
	}
	assert_int_equal(missed, 0);
}

/* Marsaglia's xorshift: the same damage on every run. */
static uint32_t
next_random(uint32_t *x)
{
	*x ^= *x << 13;
	*x ^= *x >> 17;
	*x ^= *x << 5;
	return *x;
}

static void
test_damage(void **state)
{
	enum { ROUNDS = 400 };
	struct fix *f = *state;
	const struct pages *pages;
	struct str pdf = written(f, f->a, NULL, &pages);
	uint32_t seed = 20251205;
	size_t refused = 0;

	for (int i = 0; i < ROUNDS; i++) {
		struct arena *a = arena_new();
		struct diags *ds = diags_new(a);
		char *copy = arena_strndup(a, pdf.p, pdf.n);
		struct inspection in;

		for (int k = 0; k <= i % 3; k++)
			copy[next_random(&seed) % pdf.n] =
			    (char)next_random(&seed);
		if (!inspect_pdf((struct str) { copy, pdf.n }, "x", f->fonts,
			a, ds, &in)) {
			refused++;
			assert_int_equal(ds->n, 1);
			assert_int_equal(
			    ds->v[0].id, DIAG_INSPECT_FILE_PDF);
		}
		arena_free(a);
	}
	assert_true(refused > 0 && refused < ROUNDS);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
		    test_wrong_measures, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_damage, set_up, tear_down),
	};

	return cmocka_run_group_tests_name("seen", tests, NULL, NULL);
}
