/*
 * lint.c - a template against the decree: single values by the tables of
 * style.def and setting.c, and what only the whole shows.
 */
#include <string.h>

#include "template/reader.h"

static void
style_fault(struct reader *r, enum style_id s, size_t k, int64_t v,
    struct str allowed, const char *clause, struct pos pos)
{
	const struct setting *set = &settings[k];
	struct str found = value_print(r->arena, set->kind, v);

	if (clause != NULL)
		diag_add(r->diags, DIAG_TEMPLATE_STYLE_RANGE, pos,
		    "%s %s %.*s; %.*s [%s]", style_rows[s].name, set->attribute,
		    STR_ARG(found), STR_ARG(allowed), clause);
	else
		diag_add(r->diags, DIAG_TEMPLATE_STYLE_HOUSE, pos,
		    "%s %s %.*s; %.*s", style_rows[s].name, set->attribute,
		    STR_ARG(found), STR_ARG(allowed));
}

/* The range of setting k in style s by style.def; false if it says nothing. */
static bool
row_range(enum style_id s, size_t k, int64_t *min, int64_t *max)
{
	const struct style_limit *limit = &style_limits[s];
	const char *attribute = settings[k].attribute;
	int64_t one = -1;

	if (strcmp(attribute, "size") == 0) {
		*min = 2 * (int64_t)limit->min;
		*max = 2 * (int64_t)limit->max;
		return limit->min >= 0;
	}
	if (strcmp(attribute, "bold") == 0)
		one = limit->bold;
	else if (strcmp(attribute, "italic") == 0)
		one = limit->italic;
	else if (strcmp(attribute, "align") == 0 &&
	    limit->align != ALIGN_DEFAULT)
		one = limit->align;
	*min = *max = one;
	return one >= 0;
}

void
check_style_value(
    struct reader *r, enum style_id s, size_t k, int64_t v, struct pos pos)
{
	const struct setting *set = &settings[k];
	int64_t min, max;

	if (row_range(s, k, &min, &max) && (v < min || v > max))
		style_fault(r, s, k, v,
		    value_print_range(r->arena, set->kind, min, max),
		    style_rows[s].clause, pos);
	for (size_t i = 0; i < nfigure_limits; i++) {
		const struct figure_limit *f = &figure_limits[i];

		if (f->style != s || strcmp(f->attribute, set->attribute) != 0)
			continue;
		if (f->ends_only ? v == f->min || v == f->max :
				   v >= f->min && v <= f->max)
			continue;
		style_fault(r, s, k, v,
		    f->ends_only ?
			str_printf(r->arena, "%.*s, %.*s",
			    STR_ARG(value_print(r->arena, set->kind, f->min)),
			    STR_ARG(value_print(r->arena, set->kind, f->max))) :
			value_print_range(r->arena, set->kind, f->min, f->max),
		    f->clause, pos);
	}
}

/* Điều 8 khoản 2: what no document may lack, nor an appendix (III.1.b). */
static const enum component_id required[] = {
	COMPONENT_NATION,
	COMPONENT_MOTTO,
	COMPONENT_ISSUER,
	COMPONENT_NUMBER,
	COMPONENT_PLACE_DATE,
	COMPONENT_BODY,
	COMPONENT_RECIPIENTS,
	COMPONENT_POSITION,
	COMPONENT_SIGNER,
	COMPONENT_APPENDIX,
	COMPONENT_APPENDIX_TITLE,
};

void
check_shown(struct reader *r, enum component_id c, bool show, struct pos pos)
{
	for (size_t i = 0; i < sizeof(required) / sizeof(required[0]); i++)
		if (required[i] == c && !show)
			diag_add(r->diags, DIAG_TEMPLATE_COMPONENT_REQUIRED,
			    pos, "%s (%s)", components[c].name,
			    components[c].cell);
}

static void
missing(struct reader *r, struct pos at, const char *what, const char *name)
{
	diag_add(
	    r->diags, DIAG_TEMPLATE_VALUE_MISSING, at, "%s %s", what, name);
}

void
check_missing(struct reader *r, struct pos at)
{
	for (size_t k = 0; k < SETTINGS; k++) {
		const struct setting *set = &settings[k];
		bool style = strcmp(set->element, "style") == 0;

		if (!set->needed)
			continue;
		if (!style && r->page_at[k].line == 0)
			missing(r, at, set->element, set->attribute);
		for (size_t s = 0; style && s < STYLE_MAX; s++)
			if (r->style_at[s][k].line == 0 &&
			    r->style_layer[s] != 0)
				missing(
				    r, at, style_rows[s].name, set->attribute);
	}
	for (size_t s = 0; s < STYLE_MAX; s++)
		if (r->style_layer[s] == 0)
			missing(r, at, "style", style_rows[s].name);
	for (size_t w = 0; w < WORD_MAX; w++)
		if (r->word_at[w].line == 0)
			missing(r, at, "word", word_rows[w].name);
	for (size_t c = 0; c < COMPONENT_MAX; c++)
		if (r->component_at[c].line == 0)
			missing(r, at, "component", components[c].name);
}

/* The footnote to V, column "Cỡ chữ": 12-13-13 or 13-14-14. */
static void
check_profile(struct reader *r)
{
	size_t k = setting_lookup("style", STR("size"));
	unsigned nation = r->t->style[STYLE_NATION].half_points;
	unsigned motto = r->t->style[STYLE_MOTTO].half_points;
	unsigned place = r->t->style[STYLE_PLACE_DATE].half_points;

	if (motto != nation + 2 || place != motto)
		diag_add(r->diags, DIAG_TEMPLATE_SIZES_MIXED,
		    r->style_at[STYLE_NATION][k], "%.*s, %.*s, %.*s",
		    STR_ARG(value_print(r->arena, VALUE_SIZE, nation)),
		    STR_ARG(value_print(r->arena, VALUE_SIZE, motto)),
		    STR_ARG(value_print(r->arena, VALUE_SIZE, place)));
}

static void
check_content(struct reader *r)
{
	static const enum style_id content[] = { STYLE_BASE, STYLE_HEADING1,
		STYLE_HEADING2, STYLE_HEADING3, STYLE_ITEM };
	static const char *const same[] = { "size", "first" };

	for (size_t i = 0; i < sizeof(content) / sizeof(content[0]); i++)
		for (size_t j = 0; j < sizeof(same) / sizeof(same[0]); j++) {
			enum style_id s = content[i];
			size_t k = setting_lookup("style", str_of(same[j]));
			const struct setting *set = &settings[k];
			int64_t v = setting_load(set, &r->t->style[s]);
			int64_t body =
			    setting_load(set, &r->t->style[STYLE_BODY]);

			if (v == body)
				continue;
			diag_add(r->diags, DIAG_TEMPLATE_BODY_MIXED,
			    r->style_at[s][k], "%s %s %.*s; body %.*s",
			    style_rows[s].name, set->attribute,
			    STR_ARG(value_print(r->arena, set->kind, v)),
			    STR_ARG(value_print(r->arena, set->kind, body)));
		}
}

void
check_whole(struct reader *r)
{
	const bool *shown = r->t->shown;

	check_profile(r);
	check_content(r);
	if (!shown[COMPONENT_SUBJECT] && !shown[COMPONENT_ABOUT])
		diag_add(r->diags, DIAG_TEMPLATE_COMPONENT_REQUIRED,
		    r->component_at[COMPONENT_SUBJECT], "%s (%s), %s (%s)",
		    components[COMPONENT_SUBJECT].name,
		    components[COMPONENT_SUBJECT].cell,
		    components[COMPONENT_ABOUT].name,
		    components[COMPONENT_ABOUT].cell);
}
