/*
 * word_draw.c - lines, boxes and pictures at a paragraph: DrawingML (20.4) and
 * VML.  What is wide and hardly high, or says that it is a line, is a line.
 */
#include "inspect/word_read.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_DRAWINGS = 2000 };

static emu
emu_of(const struct scan_elem *e, const char *name)
{
	int64_t v = scan_int(e, name);

	return v == INT64_MIN || v > MM(2000) || v < -MM(2000) ? 0 : v;
}

/* "12.5pt", "3mm", "100" (pixels of 1/96 inch) as a length. */
static emu
vml_length(struct str s)
{
	size_t n = s.n;

	while (n > 0 && s.p[n - 1] >= 'a' && s.p[n - 1] <= 'z')
		n--;
	if (n == s.n) { /* pixels: 15 twips each */
		int64_t tenths = reader_length(s, 0);

		return tenths * 15 * EMU_PER_TWIP;
	}
	return reader_length(s, 0) * EMU_PER_TWIP;
}

/* The value of a property in "width:10pt;height:2pt". */
static struct str
css(struct str style, const char *name)
{
	struct str part, key;

	while (str_split(&style, ';', &part)) {
		str_split(&part, ':', &key);
		if (str_is(str_trim(key), name) && part.p != NULL)
			return str_trim(part);
	}
	return STR_NONE;
}

/* from="0,5pt" to="100pt,5pt". */
static void
vml_line(const struct scan_elem *e, struct wdrawing *d)
{
	struct str from = scan_get(e, "from"), to = scan_get(e, "to"), x1, x2;
	emu a, b;

	d->line = true;
	if (!str_split(&from, ',', &x1) || !str_split(&to, ',', &x2))
		return;
	a = vml_length(str_trim(x1));
	b = vml_length(str_trim(x2));
	d->x = a < b ? a : b;
	d->width = a < b ? b - a : a - b;
}

static void
vml_shape(const struct scan_elem *e, struct wdrawing *d)
{
	struct str style = scan_get(e, "style"), type = scan_get(e, "type");

	if (d->width == 0 && d->height == 0) {
		d->width = vml_length(css(style, "width"));
		d->height = vml_length(css(style, "height"));
		d->x = vml_length(css(style, "margin-left"));
	}
	if (str_ends(type, STR("_t32")) || str_ends(type, STR("_t20")))
		d->line = true;
	if (scan_is(e, "v:line"))
		vml_line(e, d);
}

static bool
is_line_form(struct str prst)
{
	return str_is(prst, "line") || str_is(prst, "straightConnector1");
}

static void
look_at(const struct scan_elem *e, struct wdrawing *d)
{
	if (scan_is(e, "wp:extent")) {
		d->width = emu_of(e, "cx");
		d->height = emu_of(e, "cy");
	} else if (scan_is(e, "a:prstGeom")) {
		d->line = d->line || is_line_form(scan_get(e, "prst"));
	} else if (scan_is(e, "pic:pic") || scan_is(e, "v:imagedata")) {
		d->picture = true;
	} else if (scan_is(e, "wp:posOffset") && e->first != NULL &&
	    scan_is(e->parent, "wp:positionH")) {
		d->x = reader_length(e->first->text, 0);
	} else if (e->name.n > 2 && memcmp(e->name.p, "v:", 2) == 0 &&
	    scan_get(e, "style").n + scan_get(e, "from").n > 0) {
		vml_shape(e, d);
	}
}

void
read_drawing(struct reader *r, const struct scan_elem *root,
    const struct wwhere *at, size_t para)
{
	struct wdrawing d = { .para = para };
	struct wwhere in = *at;
	const struct scan_elem *e = root;
	size_t index = r->drawings.n;

	if (index >= MAX_DRAWINGS) {
		r->full = true;
		return;
	}
	(void)vec_add(r->a, &r->drawings);
	d.first_inside = r->paras.n;
	in.place = WORD_SHAPE;
	while (e != NULL) {
		look_at(e, &d);
		if (scan_is(e, "w:txbxContent")) {
			read_blocks(r, e, &in);
			e = scan_past(e, root);
		} else if (scan_is(e, "mc:Fallback")) {
			e = scan_past(e, root);
		} else {
			e = scan_after(e, root);
		}
	}
	d.n_inside = r->paras.n - d.first_inside;
	if (!d.picture && d.n_inside == 0 && d.width > 0 && d.height <= PT(3))
		d.line = true;
	r->drawings.v[index] = d;
}
