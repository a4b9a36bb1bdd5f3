/*
 * inspect.c - all rules on one file: each is measured by its function, and its
 * faults become findings with the paragraph, or the page, and its beginning.
 */
#include "inspect/inspect.h"

#include <stdarg.h>

#include "inspect/rules.h"
#include "text/utf8.h"

enum {
	SHOWN = 36, /* characters of a paragraph that are shown */
	MAX_FAULTS = 300, /* different causes in one file */
	VALUE_LONG = 400
};

const struct rule_row rule_rows[RULE_MAX] = {
#define RULE(                                                          \
    id, level, class, clause, made, measure, seen, check, en, vi, rest_en,    \
    rest_vi) \
	[RULE_##id] = { #id, LEVEL_##level, CLASS_##class, clause,     \
		(made) == YES, check, { [LANG_VI] = vi, [LANG_EN] = en },     \
		{ [LANG_VI] = rest_vi, [LANG_EN] = rest_en } },
#include "inspect/rules.def"
#undef RULE
};

/* On a Word file, on a PDF. */
static struct {
	measure_fn *word, *pages;
} const measures[RULE_MAX] = {
#define RULE(                                                          \
    id, level, class, clause, made, measure, seen, check, en, vi, rest_en,    \
    rest_vi) \
	[RULE_##id] = { measure, seen },
#include "inspect/rules.def"
#undef RULE
};

bool
rule_is_measured(enum rule_id id)
{
	return measures[id].word != not_measured;
}

bool
rule_is_seen(enum rule_id id)
{
	return measures[id].pages != not_measured;
}

void
not_measured(struct inspect *x)
{
	rule_open(x);
}

void
rule_open(struct inspect *x)
{
	x->opened = true;
}

void
rule_absent(struct inspect *x)
{
	x->absent = true;
}

static struct str
shorten(struct str s, size_t characters)
{
	size_t i = 0;

	while (i < s.n && characters-- > 0)
		(void)utf8_next(s, &i);
	return str_sub(s, 0, i);
}

void
broken_near(struct inspect *x, enum diag_id id, size_t para, struct str near,
    struct str value)
{
	struct fault *f;

	for (size_t i = x->faults.n; i > 0; i--) {
		f = &x->faults.v[i - 1];
		if (f->rule == x->rule && f->id == id &&
		    str_eq(f->value, value)) {
			f->times++;
			return;
		}
	}
	if (x->faults.n == MAX_FAULTS)
		return;
	f = vec_add(x->a, &x->faults);
	*f = (struct fault) { x->rule, id, para, value, near, 1, x->wording };
}

void
broken(struct inspect *x, enum diag_id id, size_t para, const char *fmt, ...)
{
	struct str value;
	va_list ap;

	va_start(ap, fmt);
	value = str_of(arena_vprintf(x->a, fmt, ap));
	va_end(ap);
	broken_near(x, id, para, STR_NONE, shorten(value, VALUE_LONG));
}

/* 12 "Trong thời gian...": value (+3) */
static struct str
detail_of(struct inspect *x, const struct fault *f)
{
	struct buf b = { .arena = x->a };
	const struct wpara *p =
	    f->para < x->w->nparas ? &x->w->para[f->para] : NULL;

	if (p != NULL && p->number > 0)
		buf_printf(&b, "%zu", p->number);
	else if (p != NULL)
		buf_add(&b, p->part);
	if (p != NULL && p->text.n > 0) {
		struct str s = str_trim(p->text);
		struct str shown = shorten(s, SHOWN);

		buf_adds(&b, b.n > 0 ? " \"" : "\"");
		for (size_t i = 0; i < shown.n; i++)
			buf_addc(&b,
			    (unsigned char)shown.p[i] < ' ' ? ' ' : shown.p[i]);
		buf_adds(&b, shown.n < s.n ? "…\"" : "\"");
	}
	if (f->value.n > 0)
		buf_printf(
		    &b, "%s%.*s", b.n > 0 ? ": " : "", STR_ARG(f->value));
	if (f->times > 1)
		buf_printf(&b, " (+%zu)", f->times - 1);
	return buf_str(&b);
}

static void
measure_all(struct inspect *x, struct inspection *out)
{
	for (enum rule_id id = 0; id < RULE_MAX; id++) {
		size_t before = x->faults.n;

		x->rule = id;
		x->opened = x->absent = x->wording = false;
		if (x->seen == NULL) {
			measures[id].word(x);
		} else {
			measures[id].pages(x);
			x->wording = false;
			seen_places(x);
		}
		out->outcome[id] = x->faults.n > before ? RULE_BROKEN :
		    x->opened                           ? RULE_OPEN :
		    x->absent                           ? RULE_ABSENT :
							  RULE_PASSED;
		switch (out->outcome[id]) {
		case RULE_OPEN:
			out->open++;
			break;
		case RULE_ABSENT:
			out->absent++;
			break;
		case RULE_PASSED:
			out->passed++;
			break;
		case RULE_BROKEN:
			out->broken++;
			break;
		}
	}
}

/* The file opened and all rules measured; false if it cannot be read. */
static bool
run(struct inspect *x, struct str docx, const char *path,
    struct inspection *out, struct diags *ds)
{
	*out = (struct inspection) { .open = 0 };
	x->w = word_read(x->a, docx, path, ds);
	if (x->w == NULL)
		return false;
	x->f = recognise(x->w, x->a);
	measure_all(x, out);
	return true;
}

/* Rules that only a whole document of the form can break. */
static bool
is_page_rule(enum rule_id id)
{
	return id <= RULE_R08 || id == RULE_R56 || id >= RULE_H01;
}

/* One finding for each fault of the file. */
static void
report(struct inspect *x, const char *path, struct diags *ds)
{
	struct pos pos = POS_FILE(path);

	if (!x->f->official && !x->f->separate)
		diag_add(ds, DIAG_INSPECT_FORM_MISSING, pos, "%s", "");
	for (size_t i = 0; i < x->faults.n; i++) {
		const struct fault *f = &x->faults.v[i];

		/* one finding per cause: nothing of the form is there */
		if (!x->f->official && !x->f->separate &&
		    !is_page_rule(f->rule))
			continue;
		diag_add(ds, f->id, pos, "%s: %.*s", rule_rows[f->rule].id,
		    STR_ARG(detail_of(x, f)));
		diag_near(ds, f->near);
	}
}

/* Faults that are not the author's but ours. */
static void
report_ours(struct inspect *x, const char *path, struct diags *ds)
{
	for (size_t i = 0; i < x->faults.n; i++) {
		const struct fault *f = &x->faults.v[i];

		if (rule_rows[f->rule].made && !f->wording &&
		    diag_rules[f->id].level == LEVEL_ERROR &&
		    diag_rules[f->id].class == CLASS_LEGAL)
			diag_add(ds, DIAG_VERIFY_RULE_BROKEN, POS_FILE(path),
			    "%s: %.*s", rule_rows[f->rule].id,
			    STR_ARG(detail_of(x, f)));
	}
}

bool
inspect_docx(struct str docx, const char *path, const struct font_set *fonts,
    struct arena *a, struct diags *ds, struct inspection *out)
{
	struct inspect x = { .a = a, .fonts = fonts };

	if (!run(&x, docx, path, out, ds))
		return false;
	report(&x, path, ds);
	return true;
}

bool
inspect_output(struct str docx, const char *path, const struct font_set *fonts,
    struct arena *a, struct diags *ds)
{
	struct inspect x = { .a = a, .fonts = fonts };
	struct inspection out;
	size_t before = ds->n;

	if (!run(&x, docx, path, &out, ds))
		return false;
	report_ours(&x, path, ds);
	return ds->n == before;
}

static void
run_pages(
    struct inspect *x, const struct pdf_view *pdf, struct inspection *out)
{
	*out = (struct inspection) { .open = 0 };
	x->seen = seen_read(pdf, x->fonts, x->a);
	x->w = x->seen->w;
	x->f = recognise(x->w, x->a);
	measure_all(x, out);
}

/* Tagged, and nothing moved in a way that is not followed. */
static bool
can_be_seen(struct pdf_view *pdf)
{
	for (size_t i = 0; i < pdf->page.n; i++)
		if (pdf->page.v[i].shown.unplaced > 0)
			return false;
	return pdf_get(&pdf->file, pdf->catalog, "StructTreeRoot")->kind ==
	    PDF_DICT;
}

bool
inspect_pdf(struct str bytes, const char *path, const struct font_set *fonts,
    struct arena *a, struct diags *ds, struct inspection *out)
{
	struct inspect x = { .a = a, .fonts = fonts };
	struct pdf_view pdf;

	if (!pdf_view_open(&pdf, bytes, a) || !can_be_seen(&pdf)) {
		diag_add(ds, DIAG_INSPECT_FILE_PDF, POS_FILE(path), "%s", "");
		return false;
	}
	run_pages(&x, &pdf, out);
	report(&x, path, ds);
	return true;
}

bool
inspect_pages(const struct pdf_view *pdf, const char *path,
    const struct font_set *fonts, struct arena *a, struct diags *ds)
{
	struct inspect x = { .a = a, .fonts = fonts };
	struct inspection out;
	size_t before = ds->n;

	run_pages(&x, pdf, &out);
	report_ours(&x, path, ds);
	return ds->n == before;
}
