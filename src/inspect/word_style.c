/*
 * word_style.c - what paragraphs and runs look like after defaults, table
 * style, paragraph styles, character style and direct formatting (ISO/IEC
 * 29500-1, 17.7.2).
 */
#include "inspect/word_read.h"
#include "text/viet.h"

enum { MAX_STYLES = 4096 };

static const struct {
	const char *name;
	enum word_align align;
} aligns[] = { { "left", WORD_LEFT }, { "start", WORD_LEFT },
	{ "right", WORD_RIGHT }, { "end", WORD_RIGHT },
	{ "center", WORD_CENTER }, { "both", WORD_BOTH },
	{ "distribute", WORD_SPREAD }, { "mediumKashida", WORD_BOTH },
	{ "lowKashida", WORD_BOTH }, { "highKashida", WORD_BOTH },
	{ "thaiDistribute", WORD_SPREAD } };

static void
set_length(const struct scan_elem *e, const char *name, int64_t *value)
{
	struct str s = scan_get(e, name);

	if (s.p != NULL)
		*value = reader_length(s, *value);
}

/* 17.3.1.33: hundredths of a line, which count before any length. */
static void
set_lines(const struct scan_elem *e, const char *name, int64_t *value)
{
	enum { LINE = 240 };
	int64_t v = scan_int(e, name);

	if (v >= 0 && v <= 10000)
		*value = v * LINE / 100;
}

static void
apply_spacing(const struct scan_elem *e, struct wform *f)
{
	enum { AUTOSPACE = 280 }; /* what Word takes for "auto", 14 pt */
	struct str rule = scan_get(e, "w:lineRule");
	struct str b = scan_get(e, "w:beforeAutospacing");
	struct str a = scan_get(e, "w:afterAutospacing");

	set_length(e, "w:before", &f->before);
	set_length(e, "w:after", &f->after);
	set_length(e, "w:line", &f->line);
	set_lines(e, "w:beforeLines", &f->before);
	set_lines(e, "w:afterLines", &f->after);
	if (str_is(b, "1") || str_is(b, "true") || str_is(b, "on"))
		f->before = AUTOSPACE;
	if (str_is(a, "1") || str_is(a, "true") || str_is(a, "on"))
		f->after = AUTOSPACE;
	if (rule.p != NULL)
		f->rule = str_is(rule, "exact") ? WORD_EXACT :
		    str_is(rule, "atLeast")     ? WORD_AT_LEAST :
						  WORD_AUTO;
	else if (scan_get(e, "w:line").p != NULL)
		f->rule = WORD_AUTO;
}

static void
apply_indents(const struct scan_elem *e, struct wform *f)
{
	int64_t hanging = 0;

	if (e == NULL)
		return;
	f->has_ind = true;
	set_length(e, "w:start", &f->left);
	set_length(e, "w:left", &f->left);
	set_length(e, "w:end", &f->right);
	set_length(e, "w:right", &f->right);
	set_length(e, "w:firstLine", &f->first);
	if (scan_get(e, "w:hanging").p != NULL) {
		set_length(e, "w:hanging", &hanging);
		f->first = -hanging;
	}
}

static bool
is_drawn(const struct scan_elem *e)
{
	struct str s = scan_get(e, "w:val");

	return s.n > 0 && !str_is(s, "nil") && !str_is(s, "none");
}

static void
apply_borders(const struct scan_elem *e, struct wform *f)
{
	static const char *const side[WORD_SIDES] = { "w:top", "w:bottom",
		"w:left", "w:right" };

	for (size_t i = 0; i < WORD_SIDES; i++) {
		const struct scan_elem *b = scan_child(e, side[i]);

		if (b == NULL)
			continue;
		f->border[i] = is_drawn(b);
		f->edge[i] = 8 * reader_length(scan_get(b, "w:space"), 0) +
		    reader_length(scan_get(b, "w:sz"), 0) / 2;
	}
}

static void
apply_frame(const struct scan_elem *e, struct wform *f)
{
	if (e == NULL)
		return;
	f->framed = true;
	f->frame_centred = str_is(scan_get(e, "w:xAlign"), "center");
}

void
apply_form(const struct scan_elem *props, struct wform *f)
{
	struct str jc = reader_val(props, "w:jc");
	const struct scan_elem *num = scan_child(props, "w:numPr");

	apply_spacing(scan_child(props, "w:spacing"), f);
	apply_indents(scan_child(props, "w:ind"), f);
	apply_borders(scan_child(props, "w:pBdr"), f);
	apply_frame(scan_child(props, "w:framePr"), f);
	for (size_t i = 0; jc.n > 0 && i < COUNT(aligns); i++)
		if (str_is(jc, aligns[i].name))
			f->align = aligns[i].align;
	f->contextual = reader_on(props, "w:contextualSpacing", f->contextual);
	f->keep_next = reader_on(props, "w:keepNext", f->keep_next);
	f->page_break_before =
	    reader_on(props, "w:pageBreakBefore", f->page_break_before);
	if (scan_child(num, "w:numId") != NULL)
		f->num_id = reader_length(reader_val(num, "w:numId"), 0);
	if (scan_child(num, "w:ilvl") != NULL)
		f->level = reader_length(reader_val(num, "w:ilvl"), 0);
}

/* The typeface a theme reference such as "minorHAnsi" stands for. */
static struct str
theme_font(struct reader *r, struct str ref, enum word_font kind)
{
	bool minor = str_starts(ref, STR("minor"));
	enum word_font k = kind == WORD_HANSI ? WORD_ASCII : kind;

	if (str_ends(ref, STR("EastAsia")))
		k = WORD_EASTASIA;
	else if (str_ends(ref, STR("Bidi")))
		k = WORD_CS;
	else if (str_ends(ref, STR("Ascii")) || str_ends(ref, STR("HAnsi")))
		k = WORD_ASCII;
	return r->theme[minor ? 1 : 0][k];
}

static void
apply_fonts(struct reader *r, const struct scan_elem *e, struct wface *f)
{
	static const struct {
		const char *name, *theme;
	} attr[WORD_FONTS] = {
		[WORD_ASCII] = { "w:ascii", "w:asciiTheme" },
		[WORD_HANSI] = { "w:hAnsi", "w:hAnsiTheme" },
		[WORD_CS] = { "w:cs", "w:cstheme" },
		[WORD_EASTASIA] = { "w:eastAsia", "w:eastAsiaTheme" },
	};

	for (enum word_font i = 0; e != NULL && i < WORD_FONTS; i++) {
		struct str name = scan_get(e, attr[i].name);
		struct str theme = scan_get(e, attr[i].theme);

		if (theme.n > 0 && r->theme[0][WORD_ASCII].n > 0)
			f->font[i] = theme_font(r, theme, i);
		else if (name.n > 0)
			f->font[i] = name;
	}
}

static void
apply_marks(const struct scan_elem *props, struct wface *f)
{
	const struct scan_elem *u = scan_child(props, "w:u");
	struct str color = reader_val(props, "w:color");
	struct str highlight = reader_val(props, "w:highlight");
	struct str raise = reader_val(props, "w:vertAlign");
	const struct scan_elem *shade = scan_child(props, "w:shd");
	struct str fill = scan_get(shade, "w:fill");

	if (u != NULL)
		f->underline = !str_is(scan_get(u, "w:val"), "none");
	if (color.n > 0)
		f->color = color;
	if (highlight.n > 0)
		f->highlight = str_is(highlight, "none") ? STR_NONE : highlight;
	if (shade != NULL)
		f->highlight = str_is(fill, "auto") || str_is(fill, "FFFFFF") ||
			fill.n == 0 ?
		    STR_NONE :
		    fill;
	if (raise.n > 0)
		f->raised = str_is(raise, "superscript");
}

void
apply_face(struct reader *r, const struct scan_elem *props, struct wface *f)
{
	const struct scan_elem *size = scan_child(props, "w:sz");

	if (props == NULL)
		return;
	apply_fonts(r, scan_child(props, "w:rFonts"), f);
	/* half points, or a length with a unit in strict files */
	if (size != NULL) {
		struct str s = scan_get(size, "w:val");
		bool unit = s.n > 0 && s.p[s.n - 1] > '9';

		f->half_points = unit ? reader_length(s, 0) / 10 :
					reader_length(s, f->half_points);
	}
	f->bold = reader_on(props, "w:b", f->bold);
	f->italic = reader_on(props, "w:i", f->italic);
	f->caps = reader_on(props, "w:caps", f->caps);
	f->small_caps = reader_on(props, "w:smallCaps", f->small_caps);
	f->strike = reader_on(props, "w:strike", f->strike);
	f->hidden = reader_on(props, "w:vanish", f->hidden);
	apply_marks(props, f);
}

const struct wstyle *
find_style(struct reader *r, struct str id, const char *type)
{
	for (size_t i = 0; id.n > 0 && i < r->nstyles; i++)
		if (str_eq(r->style[i].id, id) &&
		    str_is(r->style[i].type, type))
			return &r->style[i];
	return NULL;
}

const struct wstyle *
resolve_style(struct reader *r, const struct wstyle *style)
{
	struct wstyle *s = &r->style[style - r->style];
	bool toggles = str_is(s->type, "character");

	if (s->resolved || s->resolving)
		return s;
	s->resolving = true; /* a circle ends here */
	s->form = r->base_form;
	s->face = toggles ? (struct wface) { 0 } : r->base_face;
	if (s->based_on < r->nstyles) {
		const struct wstyle *b =
		    resolve_style(r, &r->style[s->based_on]);

		if (b->resolved) {
			s->form = b->form;
			s->face = b->face;
		}
	}
	apply_form(scan_child(s->elem, "w:pPr"), &s->form);
	apply_face(r, scan_child(s->elem, "w:rPr"), &s->face);
	s->resolved = true;
	return s;
}

static void
read_style(struct reader *r, const struct scan_elem *e, struct wstyle *s)
{
	struct str on = scan_get(e, "w:default");

	s->elem = e;
	s->id = scan_get(e, "w:styleId");
	s->type = scan_get(e, "w:type");
	if (s->type.n == 0)
		s->type = STR("paragraph");
	s->name = viet_lower(r->a, reader_val(e, "w:name"));
	s->is_default =
	    str_is(on, "1") || str_is(on, "true") || str_is(on, "on");
}

static void
link_styles(struct reader *r)
{
	r->default_paragraph = r->default_table = r->nstyles;
	for (size_t i = 0; i < r->nstyles; i++) {
		struct wstyle *s = &r->style[i];
		const struct wstyle *b =
		    find_style(r, reader_val(s->elem, "w:basedOn"), s->type.p);

		s->based_on = b == NULL ? r->nstyles : (size_t)(b - r->style);
		if (s->is_default && str_is(s->type, "paragraph"))
			r->default_paragraph = i;
		if (s->is_default && str_is(s->type, "table"))
			r->default_table = i;
	}
}

static void
read_theme(struct reader *r)
{
	static const char *const group[] = { "a:majorFont", "a:minorFont" };
	static const struct {
		const char *name;
		enum word_font font;
	} script[] = { { "a:latin", WORD_ASCII }, { "a:ea", WORD_EASTASIA },
		{ "a:cs", WORD_CS } };
	const struct scan_elem *root =
	    reader_part(r, reader_related(r, r->document, "theme"));
	const struct scan_elem *fonts =
	    scan_child(scan_child(root, "a:themeElements"), "a:fontScheme");

	for (size_t i = 0; i < COUNT(group); i++)
		for (size_t k = 0; k < COUNT(script); k++)
			r->theme[i][script[k].font] =
			    scan_get(scan_child(scan_child(fonts, group[i]),
					 script[k].name),
				"typeface");
}

void
read_styles(struct reader *r)
{
	const struct scan_elem *root =
	    reader_part(r, reader_related(r, r->document, "styles"));
	const struct scan_elem *d = scan_child(root, "w:docDefaults");
	const struct scan_elem *e = scan_child(root, "w:style");
	size_t n = 0;

	/* what the standard says where nothing is said */
	r->base_form = (struct wform) { .line = 240 };
	r->base_face = (struct wface) { .half_points = 20 };
	read_theme(r);
	apply_form(
	    scan_child(scan_child(d, "w:pPrDefault"), "w:pPr"), &r->base_form);
	apply_face(r, scan_child(scan_child(d, "w:rPrDefault"), "w:rPr"),
	    &r->base_face);
	for (; e != NULL; e = scan_beside(e, "w:style"))
		n++;
	if (n > MAX_STYLES) {
		r->full = true;
		n = 0;
	}
	r->style = NEW_ARRAY(r->a, n + 1, struct wstyle);
	e = scan_child(root, "w:style");
	for (size_t i = 0; i < n; i++, e = scan_beside(e, "w:style"))
		read_style(r, e, &r->style[i]);
	r->nstyles = n;
	link_styles(r);
}

static const struct wstyle *
paragraph_style(struct reader *r, const struct scan_elem *props)
{
	const struct wstyle *s =
	    find_style(r, reader_val(props, "w:pStyle"), "paragraph");

	if (s == NULL && r->default_paragraph < r->nstyles)
		s = &r->style[r->default_paragraph];
	return s == NULL ? NULL : resolve_style(r, s);
}

/*
 * A table style counts below the paragraph style: what Normal does not say
 * itself comes from the table.
 */
static void
apply_table_style(
    struct reader *r, const struct wwhere *at, struct wform *f, struct wface *c)
{
	const struct wstyle *s = at->table_style;

	if (s == NULL)
		return;
	if (s->based_on < r->nstyles)
		(void)resolve_style(r, &r->style[s->based_on]);
	apply_form(scan_child(s->elem, "w:pPr"), f);
	apply_face(r, scan_child(s->elem, "w:rPr"), c);
}

void
resolve_paragraph(struct reader *r, const struct scan_elem *p,
    const struct wwhere *at, struct wpara *out)
{
	const struct scan_elem *props = scan_child(p, "w:pPr");
	const struct wstyle *s = paragraph_style(r, props);
	const struct wstyle *own =
	    find_style(r, reader_val(props, "w:pStyle"), "paragraph");
	bool own_ind;

	out->form = s == NULL ? r->base_form : s->form;
	out->mark = s == NULL ? r->base_face : s->face;
	out->style = s == NULL ? STR("") : s->name;
	if (own == NULL)
		apply_table_style(r, at, &out->form, &out->mark);
	own_ind = out->form.has_ind && out->form.num_id != 0;
	if (scan_child(props, "w:numPr") != NULL) {
		struct wform direct = out->form;

		apply_form(props, &direct);
		out->form.num_id = direct.num_id;
		out->form.level = direct.level;
		own_ind = false;
	}
	if (!own_ind)
		number_form(r, &out->form);
	apply_form(props, &out->form);
}

/* Toggles of a character style turn over those below them (17.7.3). */
static void
apply_character_style(
    struct reader *r, const struct wstyle *style, struct wface *f)
{
	const struct wface *c = &resolve_style(r, style)->face;
	struct wface below = *f;

	/* once more over the whole chain for what is not a toggle */
	for (size_t i = 0; i < WORD_FONTS; i++)
		if (c->font[i].n > 0)
			f->font[i] = c->font[i];
	if (c->half_points != 0)
		f->half_points = c->half_points;
	if (c->color.n > 0)
		f->color = c->color;
	if (c->highlight.n > 0)
		f->highlight = c->highlight;
	f->underline = below.underline || c->underline;
	f->raised = below.raised || c->raised;
	f->bold = below.bold != c->bold;
	f->italic = below.italic != c->italic;
	f->caps = below.caps != c->caps;
	f->hidden = below.hidden != c->hidden;
}

struct wface
resolve_run(
    struct reader *r, const struct scan_elem *props, const struct wpara *in)
{
	struct wface f = in->mark;
	const struct wstyle *s =
	    find_style(r, reader_val(props, "w:rStyle"), "character");

	if (s != NULL)
		apply_character_style(r, s, &f);
	apply_face(r, props, &f);
	return f;
}
