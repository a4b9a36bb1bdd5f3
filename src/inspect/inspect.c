/*
 * inspect.c - all rules on one file: each is measured by its function, and its
 * faults become findings with the paragraph and its beginning.
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
    id, level, class, clause, made, measure, en, vi, rest_en, rest_vi) \
	[RULE_##id] = { #id, LEVEL_##level, CLASS_##class, clause,     \
		(made) == YES, { [LANG_VI] = vi, [LANG_EN] = en },     \
		{ [LANG_VI] = rest_vi, [LANG_EN] = rest_en } },
#include "inspect/rules.def"
#undef RULE
};

static measure_fn *const measures[RULE_MAX] = {
#define RULE(                                                          \
    id, level, class, clause, made, measure, en, vi, rest_en, rest_vi) \
	[RULE_##id] = measure,
#include "inspect/rules.def"
#undef RULE
};

bool
rule_is_measured(enum rule_id id)
{
	return measures[id] != not_measured;
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
		measures[id](x);
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

bool
inspect_docx(struct str docx, const char *path, const struct font_set *fonts,
    struct arena *a, struct diags *ds, struct inspection *out)
{
	struct inspect x = { .a = a, .fonts = fonts };
	struct pos pos = POS_FILE(path);

	if (!run(&x, docx, path, out, ds))
		return false;
	if (!x.f->official && !x.f->separate)
		diag_add(ds, DIAG_INSPECT_FORM_MISSING, pos, "%s", "");
	for (size_t i = 0; i < x.faults.n; i++) {
		const struct fault *f = &x.faults.v[i];

		/* one finding per cause: nothing of the form is there */
		if (!x.f->official && !x.f->separate && !is_page_rule(f->rule))
			continue;
		diag_add(ds, f->id, pos, "%s: %.*s", rule_rows[f->rule].id,
		    STR_ARG(detail_of(&x, f)));
		diag_near(ds, f->near);
	}
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
	for (size_t i = 0; i < x.faults.n; i++) {
		const struct fault *f = &x.faults.v[i];

		if (rule_rows[f->rule].made && !f->wording &&
		    diag_rules[f->id].level == LEVEL_ERROR &&
		    diag_rules[f->id].class == CLASS_LEGAL)
			diag_add(ds, DIAG_VERIFY_RULE_BROKEN, POS_FILE(path),
			    "%s: %.*s", rule_rows[f->rule].id,
			    STR_ARG(detail_of(&x, f)));
	}
	return ds->n == before;
}
