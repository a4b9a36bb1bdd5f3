/*
 * pdf_stroke.c - the lines and boxes on each page, what stands there in
 * colour, and the numbers that readers show for pages, against those laid out.
 */
#include <stdlib.h>

#include "verify/pdf_check.h"

enum { STROKE_SLACK = 10 /* thousandths of a point */ };

static int64_t
milli_points(emu length)
{
	return length * 1000 / EMU_PER_PT;
}

/* Does the rectangle lie where the stroke is, as thick and in its colour? */
static bool
covers(const struct pdf_rect *r, const struct stroke *s, emu height)
{
	bool level = s->y1 == s->y2;
	emu left = s->x1 < s->x2 ? s->x1 : s->x2;
	emu low = s->y1 > s->y2 ? s->y1 : s->y2;
	emu w = level ? llabs(s->x2 - s->x1) : s->thickness;
	emu h = level ? s->thickness : llabs(s->y2 - s->y1);
	const int64_t want[] = {
		milli_points(level ? left : left - s->thickness / 2),
		milli_points(height - (level ? low + s->thickness / 2 : low)),
		milli_points(w), milli_points(h)
	};

	for (size_t i = 0; i < 4; i++)
		if (llabs(r->box[i] - want[i]) > STROKE_SLACK)
			return false;
	return r->color == s->color;
}

static void
check_strokes(struct pdf_check *ck, size_t index)
{
	const struct page *p = &ck->pages->page[index];
	const struct pdf_shown *shown = &ck->page.v[index].shown;
	size_t i = 0;

	while (i < p->nstrokes && i < shown->rects.n &&
	    covers(&shown->rects.v[i], &p->stroke[i], p->height))
		i++;
	if (i < p->nstrokes || i < shown->rects.n)
		pdf_fault(ck, DIAG_VERIFY_PDF_STROKE, "%zu: %zu (%zu/%zu)",
		    index + 1, i + 1, p->nstrokes, shown->rects.n);
}

static void
check_colors(struct pdf_check *ck, size_t index)
{
	const struct page *p = &ck->pages->page[index];
	const struct pdf_shown *shown = &ck->page.v[index].shown;
	struct buf want = { .arena = ck->arena };

	for (size_t i = 0; i < p->nfrags; i++) {
		if (p->frag[i].color == 0)
			continue;
		buf_printf(&want, "%06X ", (unsigned)p->frag[i].color);
		pdf_frag_text(&want, &p->frag[i]);
	}
	if (!str_eq(buf_str(&want), buf_str(&shown->colored)))
		pdf_differ(ck, DIAG_VERIFY_PDF_STROKE,
		    arena_printf(ck->arena, "%zu", index + 1), buf_str(&want),
		    buf_str(&shown->colored));
}

void
pdf_check_strokes(struct pdf_check *ck, size_t index)
{
	check_strokes(ck, index);
	check_colors(ck, index);
}

/* 12.4.2: what is said of the page, or of the last one before it. */
static const struct pdf_value *
label_of(struct pdf_check *ck, size_t page, size_t *from)
{
	const struct pdf_value *labels =
	    pdf_get(&ck->file, ck->catalog, "PageLabels");
	const struct pdf_value *nums = pdf_get(&ck->file, labels, "Nums");
	const struct pdf_value *found = NULL;

	for (size_t i = 0; nums->kind == PDF_ARRAY && i + 1 < nums->n; i += 2) {
		int64_t key = pdf_int(&nums->item[i], 0, INT32_MAX, -1);

		if (key < 0 || (size_t)key > page)
			break;
		*from = (size_t)key;
		found = pdf_resolve(&ck->file, &nums->item[i + 1]);
	}
	return found;
}

bool
pdf_labels_agree(struct pdf_check *ck)
{
	struct pdf_file *f = &ck->file;
	const struct pdf_value *v;
	struct str prefix;
	size_t from = 0;

	for (size_t i = 0; i < ck->pages->npages; i++) {
		const struct page *p = &ck->pages->page[i];

		v = label_of(ck, i, &from);
		if (v == NULL)
			return false;
		prefix = pdf_text(ck->arena, pdf_get(f, v, "P"));
		if (!pdf_is_name(pdf_get(f, v, "S"), "D") ||
		    pdf_int(pdf_get(f, v, "St"), 1, INT32_MAX, 1) +
			    (int64_t)(i - from) !=
			p->number ||
		    (p->label.n > 0) != (prefix.n > 0) ||
		    !str_starts(prefix, p->label))
			return false;
	}
	return true;
}
