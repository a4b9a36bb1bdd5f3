/*
 * content.c - what is drawn on a page (ISO 32000-1, 9.4 and 14.6): one text
 * object with every fragment as one TJ, then the strokes.  Text of an element
 * is one marked-content sequence as long as nothing else comes between; what
 * belongs to no element is an artifact.
 *
 * Coordinates are in thousandths of a point, so that relative moves add up.
 * Adjustments in TJ are in thousandths of an em; what rounding leaves over at
 * one blank is carried to the next.
 */
#include <assert.h>
#include <string.h>

#include "pdf/parts.h"
#include "text/utf8.h"

enum open { OPEN_NOTHING, OPEN_ARTIFACT, OPEN_ELEMENT };

/* What the operators written so far have set. */
struct drawing {
	struct pdf *pdf;
	struct buf b;
	size_t page;
	int64_t x, y; /* of the last Td */
	int face; /* -1: none yet */
	unsigned half_points;
	int spacing;
	emu rise;
	uint32_t color;
	enum open open;
	const struct elem *elem; /* OPEN_ELEMENT */
};

/* One fragment being shown. */
struct showing {
	const struct frag *frag;
	const struct shown *shown;
	emu slack; /* to be spread over the blanks */
	int64_t blank; /* how many of them are met so far */
	int64_t given; /* 1/1000 em, so far */
	bool array, string; /* inside [ ] and ( ) */
};

static void
close_marked(struct drawing *d)
{
	if (d->open != OPEN_NOTHING)
		buf_adds(&d->b, "EMC\n");
	d->open = OPEN_NOTHING;
}

/* Is f of the sequence that is open? */
static bool
goes_on(const struct drawing *d, const struct frag *f)
{
	if (f->elem == NULL)
		return d->open == OPEN_ARTIFACT;
	return d->open == OPEN_ELEMENT && d->elem == f->elem;
}

static void
put_mcid(struct drawing *d, const struct frag *f)
{
	emu top = f->y - d->pdf->face[f->face].ascent * f->half_points / 2;

	buf_adds(&d->b, "/MCID ");
	syntax_int(&d->b, tag_piece(d->pdf, f->elem, d->page, f->x, top));
}

/* Page numbers and repeated heads are no part of the text (14.8.2.2). */
static void
open_marked(struct drawing *d, const struct frag *f)
{
	if (goes_on(d, f))
		return;
	close_marked(d);
	d->elem = f->elem;
	if (f->elem == NULL) {
		d->open = OPEN_ARTIFACT;
		buf_adds(&d->b, "/Artifact<</Type/Pagination>>BDC\n");
		return;
	}
	d->open = OPEN_ELEMENT;
	buf_addc(&d->b, '/');
	buf_adds(&d->b, tag_name(d->pdf, f->elem));
	buf_adds(&d->b, "<<");
	put_mcid(d, f);
	buf_adds(&d->b, ">>BDC\n");
}

/* Of what is filled from now on; text is filled too. */
static void
set_color(struct drawing *d, uint32_t color)
{
	if (d->color == color)
		return;
	d->color = color;
	if (color == 0) {
		buf_adds(&d->b, "0 g\n");
		return;
	}
	for (int shift = 16; shift >= 0; shift -= 8) {
		syntax_milli(&d->b,
		    ((int64_t)(color >> shift & 0xFF) * 1000 + 127) / 255);
		buf_addc(&d->b, ' ');
	}
	buf_adds(&d->b, "rg\n");
}

static void
set_state(struct drawing *d, const struct frag *f)
{
	struct buf *b = &d->b;

	if (d->face != (int)f->face || d->half_points != f->half_points) {
		buf_adds(b, "/F");
		syntax_int(b, f->face);
		buf_addc(b, ' ');
		syntax_milli(b, (int64_t)f->half_points * 500);
		buf_adds(b, " Tf\n");
		d->face = (int)f->face;
		d->half_points = f->half_points;
	}
	if (d->spacing != f->spacing) {
		syntax_milli(b, (int64_t)f->spacing * 50); /* twips */
		buf_adds(b, " Tc\n");
		d->spacing = f->spacing;
	}
	if (d->rise != f->rise) {
		syntax_points(b, f->rise);
		buf_adds(b, " Ts\n");
		d->rise = f->rise;
	}
	set_color(d, f->color);
}

static void
move_to(struct drawing *d, const struct frag *f)
{
	int64_t x = milli_points(f->x);
	int64_t y = milli_points(d->pdf->pages->page[d->page].height - f->y);

	syntax_milli(&d->b, x - d->x);
	buf_addc(&d->b, ' ');
	syntax_milli(&d->b, y - d->y);
	buf_adds(&d->b, " Td\n");
	d->x = x;
	d->y = y;
}

/*
 * How far f must be widened to end where the typesetter says.  Measured from
 * the true advances: the typesetter's are rounded, glyph by glyph, to those of
 * the reference device, and the line must be flush all the same.
 */
static emu
slack(const struct typeface *face, const struct frag *f, const struct shown *t)
{
	emu natural;

	if (f->stretch == 0 || t->blanks == 0)
		return 0;
	natural = t->units * f->half_points * (EMU_PER_PT / 2) / face->upem +
	    (int64_t)t->n * f->spacing * EMU_PER_TWIP;
	return f->width - natural;
}

/* The adjustment after the next blank, in 1/1000 em. */
static int64_t
next_adjustment(struct showing *s)
{
	/* 1/1000 em is half_points * 6.35 EMU */
	int64_t num = s->slack * ++s->blank * 100;
	int64_t den = (int64_t)s->shown->blanks * s->frag->half_points * 635;
	int64_t due, step;

	due = (num + (num < 0 ? -den : den) / 2) / den;
	step = due - s->given;
	s->given = due;
	return step;
}

static void
open_string(struct buf *b, struct showing *s)
{
	if (!s->array)
		buf_addc(b, '[');
	if (!s->string)
		buf_addc(b, '(');
	s->array = s->string = true;
}

static void
close_string(struct buf *b, struct showing *s)
{
	if (s->string)
		buf_addc(b, ')');
	s->string = false;
}

static void
close_array(struct buf *b, struct showing *s)
{
	close_string(b, s);
	if (s->array)
		buf_adds(b, "]TJ\n");
	s->array = false;
}

/* Codes are two bytes each of a literal string. */
static void
put_codes(struct buf *b, const uint16_t *code, size_t n)
{
	char *p;

	buf_reserve(b, 4 * n);
	p = b->p + b->n;
	for (size_t i = 0; i < n; i++) {
		p = syntax_escaped(p, (code[i] & SHOWN_CODE) >> 8);
		p = syntax_escaped(p, code[i] & 0xFF);
	}
	b->n = (size_t)(p - b->p);
	*p = '\0';
}

/* The character at place k of the text of f. */
static uint32_t
character_at(const struct frag *f, size_t k)
{
	uint32_t c = 0;
	size_t i = 0;

	do
		c = utf8_next(f->text, &i);
	while (k-- > 0);
	return c;
}

/*
 * Character k, which ToUnicode would give as another one (14.9.4).  A piece of
 * its own: some readers lose what stands behind a sequence inside a sequence.
 */
static void
show_actual(struct drawing *d, struct showing *s, size_t k)
{
	const struct frag *f = s->frag;
	struct buf utf8 = { .arena = d->pdf->arena };

	close_array(&d->b, s);
	utf8_put(&utf8, character_at(f, k));
	if (f->elem == NULL)
		open_marked(d, f);
	else
		close_marked(d);
	buf_adds(&d->b, "/Span<</ActualText");
	syntax_text(&d->b, buf_str(&utf8));
	if (f->elem != NULL)
		put_mcid(d, f);
	buf_adds(&d->b, ">>BDC\n");
	open_string(&d->b, s);
	put_codes(&d->b, &s->shown->code[k], 1);
	close_array(&d->b, s);
	buf_adds(&d->b, "EMC\n");
}

/* Characters from k on up to end make one string: where that ends. */
static size_t
string_end(const struct showing *s, size_t k)
{
	unsigned special = SHOWN_ACTUAL | (s->slack != 0 ? SHOWN_BLANK : 0);
	const struct shown *t = s->shown;

	while (k < t->n && (t->code[k] & special) == 0)
		k++;
	return k < t->n && (t->code[k] & SHOWN_ACTUAL) == 0 ? k + 1 : k;
}

static void
show_string(
    struct drawing *d, struct showing *s, const uint16_t *code, size_t n)
{
	int64_t step;

	open_marked(d, s->frag);
	open_string(&d->b, s);
	put_codes(&d->b, code, n);
	if (s->slack == 0 || (code[n - 1] & SHOWN_BLANK) == 0)
		return;
	step = next_adjustment(s);
	if (step != 0) {
		close_string(&d->b, s);
		syntax_int(&d->b, -step);
	}
}

static void
show_text(struct drawing *d, const struct frag *f, const struct shown *t)
{
	const struct typeface *face = &d->pdf->face[f->face];
	struct showing s = {
		.frag = f, .shown = t, .slack = slack(face, f, t)
	};
	uint16_t blank = font_cell(face->cells, ' ')->number;

	for (size_t k = 0, end; k < t->n; k = end) {
		if ((t->code[k] & SHOWN_ACTUAL) != 0) {
			show_actual(d, &s, k);
			end = k + 1;
			continue;
		}
		end = string_end(&s, k);
		show_string(d, &s, &t->code[k], end - k);
	}
	/* Else readers join the words of two lines. */
	if (f->line_end && (t->code[t->n - 1] & SHOWN_BLANK) == 0) {
		open_marked(d, f);
		open_string(&d->b, &s);
		put_codes(&d->b, &blank, 1);
	}
	close_array(&d->b, &s);
}

static void
draw_frag(struct drawing *d, const struct frag *f, const struct shown *shown)
{
	if (f->text.n == 0)
		return;
	if (!goes_on(d, f))
		close_marked(d);
	set_state(d, f);
	move_to(d, f);
	show_text(d, f, shown);
}

/* A stroke as a filled rectangle: no line state, exact ends. */
static void
draw_stroke(struct drawing *d, const struct stroke *s)
{
	emu height = d->pdf->pages->page[d->page].height;
	emu x = s->x1 < s->x2 ? s->x1 : s->x2;
	emu y = s->y1 > s->y2 ? s->y1 : s->y2;
	emu w = s->x1 < s->x2 ? s->x2 - s->x1 : s->x1 - s->x2;
	emu h = s->y1 < s->y2 ? s->y2 - s->y1 : s->y1 - s->y2;

	if (w >= h) {
		y += s->thickness / 2;
		h = s->thickness;
	} else {
		x -= s->thickness / 2;
		w = s->thickness;
	}
	syntax_points(&d->b, x);
	buf_addc(&d->b, ' ');
	syntax_points(&d->b, height - y);
	buf_addc(&d->b, ' ');
	syntax_points(&d->b, w);
	buf_addc(&d->b, ' ');
	syntax_points(&d->b, h);
	buf_adds(&d->b, " re\n");
}

/* 8.9.5: an image is a unit square, stretched. */
static void
draw_picture(struct drawing *d, const struct picture *g)
{
	emu height = d->pdf->pages->page[d->page].height;
	struct buf *b = &d->b;

	buf_adds(b, "/Figure<</MCID ");
	syntax_int(b, tag_piece(d->pdf, g->elem, d->page, g->x, g->y));
	buf_adds(b, ">>BDC\nq ");
	syntax_points(b, g->width);
	buf_adds(b, " 0 0 ");
	syntax_points(b, g->height);
	buf_addc(b, ' ');
	syntax_points(b, g->x);
	buf_addc(b, ' ');
	syntax_points(b, height - g->y - g->height);
	buf_adds(b, " cm /I");
	syntax_int(b, g->asset);
	buf_adds(b, " Do Q\nEMC\n");
}

/* The content of a page, in b, whose room serves one page after the other. */
static void
draw_page(struct pdf *pdf, size_t index, struct buf *b)
{
	const struct page *page = &pdf->pages->page[index];
	struct drawing d = { .pdf = pdf, .page = index, .face = -1 };

	d.b = *b;
	d.b.n = 0;
	buf_adds(&d.b, "BT\n");
	for (size_t i = 0; i < page->nfrags; i++)
		draw_frag(&d, &page->frag[i], &pdf->shown[index][i]);
	close_marked(&d);
	buf_adds(&d.b, "ET\n");
	if (page->nstrokes > 0) {
		buf_adds(&d.b, "/Artifact<</Type/Layout>>BDC\n");
		for (size_t i = 0; i < page->nstrokes; i++) {
			if (i > 0 && d.color != page->stroke[i].color)
				buf_adds(&d.b, "f\n");
			set_color(&d, page->stroke[i].color);
			draw_stroke(&d, &page->stroke[i]);
		}
		buf_adds(&d.b, "f\nEMC\n");
	}
	for (size_t i = 0; i < page->npictures; i++)
		draw_picture(&d, &page->picture[i]);
	*b = d.b;
}

void
content_write(struct pdf *pdf)
{
	struct buf drawn = { .arena = pdf->arena };
	struct str content;
	HPDF_Dict d;

	for (size_t i = 0; i < pdf->pages->npages; i++) {
		draw_page(pdf, i, &drawn);
		content = pdf_deflated(pdf, buf_str(&drawn));
		pdf_hash(pdf, content);
		d = pdf_stream(pdf, content, STREAM_DEFLATED);
		pdf_put_ref(pdf, pdf->page[i], "Contents", d);
	}
}
