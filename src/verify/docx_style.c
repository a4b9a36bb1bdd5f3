/*
 * docx_style.c - what a paragraph and its runs look like after all styles
 * (ISO 29500-1, 17.7.2): defaults, the paragraph's styles from the lowest,
 * the run's style, then what stands there itself.
 */
#include "verify/docx_view.h"

enum { STYLE_DEPTH = 16 };

const struct scan_elem *
view_style(const struct view *v, struct str id)
{
	const struct scan_elem *s = scan_child(v->styles, "w:style");

	for (; s != NULL; s = scan_beside(s, "w:style"))
		if (str_eq(scan_get(s, "w:styleId"), id))
			return s;
	return NULL;
}

/* The style of paragraphs that name none. */
static const struct scan_elem *
default_style(const struct view *v)
{
	const struct scan_elem *s = scan_child(v->styles, "w:style");

	for (; s != NULL; s = scan_beside(s, "w:style"))
		if (str_is(scan_get(s, "w:type"), "paragraph") &&
		    str_is(scan_get(s, "w:default"), "1"))
			return s;
	return NULL;
}

/* An on/off element below props; kept if it is not there. */
static void
toggle(const struct scan_elem *props, const char *name, bool *value)
{
	const struct scan_elem *e = scan_child(props, name);
	struct str s = scan_get(e, "w:val");

	if (e != NULL)
		*value =
		    !(str_is(s, "0") || str_is(s, "false") || str_is(s, "off"));
}

static void
number(const struct scan_elem *e, const char *attr, int64_t *value)
{
	if (e != NULL && scan_get(e, attr).p != NULL)
		*value = scan_int(e, attr);
}

/* ST_HexColor; "auto" is black. */
static int64_t
color_of(const struct scan_elem *e, const char *attr)
{
	struct str s = scan_get(e, attr);
	int64_t color = 0;

	for (size_t i = 0; i < s.n && s.n == 6; i++)
		color = color * 16 +
		    (s.p[i] <= '9' ? s.p[i] - '0' : (s.p[i] & 0xF) + 9);
	return color;
}

/* A line above alone is a rule. */
static void
apply_borders(const struct scan_elem *borders, struct view_form *f)
{
	static const char *const names[] = { "w:top", "w:left", "w:bottom",
		"w:right" };

	if (borders == NULL)
		return;
	f->ruled = scan_child(borders, "w:top") != NULL;
	for (size_t i = 0; i < 4; i++) {
		const struct scan_elem *e = scan_child(borders, names[i]);

		f->side[i] = (struct view_side) { 0 };
		number(e, "w:sz", &f->side[i].size);
		number(e, "w:space", &f->side[i].space);
		f->side[i].color = color_of(e, "w:color");
	}
	if (f->side[1].size > 0)
		f->ruled = false;
	else
		f->side[0] = (struct view_side) { 0 };
}

static void
apply_form(const struct scan_elem *props, struct view_form *f)
{
	const struct scan_elem *spacing = scan_child(props, "w:spacing");
	const struct scan_elem *ind = scan_child(props, "w:ind");
	const struct scan_elem *jc = scan_child(props, "w:jc");
	struct str rule = scan_get(spacing, "w:lineRule");
	int64_t hanging = 0;

	number(spacing, "w:before", &f->before);
	number(spacing, "w:after", &f->after);
	number(spacing, "w:line", &f->line);
	if (rule.p != NULL)
		f->exact = str_is(rule, "exact");
	number(ind, "w:left", &f->left);
	number(ind, "w:right", &f->right);
	number(ind, "w:firstLine", &f->first);
	number(ind, "w:hanging", &hanging);
	if (scan_get(ind, "w:hanging").p != NULL)
		f->first = -hanging;
	if (jc != NULL)
		f->align = scan_get(jc, "w:val");
	apply_borders(scan_child(props, "w:pBdr"), f);
	toggle(props, "w:keepNext", &f->keep_next);
	toggle(props, "w:keepLines", &f->keep_lines);
}

static void
apply_run_props(const struct scan_elem *props, struct view_face *f)
{
	number(scan_child(props, "w:sz"), "w:val", &f->half_points);
	number(scan_child(props, "w:spacing"), "w:val", &f->spacing);
	if (scan_child(props, "w:color") != NULL)
		f->color = color_of(scan_child(props, "w:color"), "w:val");
	toggle(props, "w:b", &f->bold);
	toggle(props, "w:i", &f->italic);
}

/* s and the styles it is based on, the lowest first. */
static void
apply_style(const struct view *v, const struct scan_elem *s,
    struct view_form *form, struct view_face *face)
{
	const struct scan_elem *chain[STYLE_DEPTH], *base;
	size_t n = 0;

	while (s != NULL && n < STYLE_DEPTH) {
		chain[n++] = s;
		base = scan_child(s, "w:basedOn");
		s = base == NULL ? NULL :
				   view_style(v, scan_get(base, "w:val"));
	}
	while (n-- > 0) {
		if (form != NULL)
			apply_form(scan_child(chain[n], "w:pPr"), form);
		apply_run_props(scan_child(chain[n], "w:rPr"), face);
	}
}

void
view_apply_face(
    const struct view *v, const struct scan_elem *props, struct view_face *face)
{
	const struct scan_elem *style = scan_child(props, "w:rStyle");

	if (style != NULL)
		apply_style(
		    v, view_style(v, scan_get(style, "w:val")), NULL, face);
	apply_run_props(props, face);
}

void
view_resolve(const struct view *v, const struct scan_elem *p,
    struct view_form *form, struct view_face *face)
{
	const struct scan_elem *d = scan_child(v->styles, "w:docDefaults");
	const struct scan_elem *props = scan_child(p, "w:pPr");
	const struct scan_elem *name = scan_child(props, "w:pStyle");

	/* what ISO 29500-1 says where nothing is said */
	*form = (struct view_form) { .line = 240, .align = STR("left") };
	*face = (struct view_face) { .half_points = 20 };
	apply_form(scan_child(scan_child(d, "w:pPrDefault"), "w:pPr"), form);
	apply_run_props(
	    scan_child(scan_child(d, "w:rPrDefault"), "w:rPr"), face);
	apply_style(v,
	    name == NULL ? default_style(v) :
			   view_style(v, scan_get(name, "w:val")),
	    form, face);
	apply_form(props, form);
}
