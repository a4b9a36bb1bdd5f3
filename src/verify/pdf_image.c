/*
 * pdf_image.c - the images of a written PDF: each page shows those laid out,
 * where they were laid out, as objects of the right size whose data is whole.
 * A JPEG is the author's file, byte for byte.
 */
#include <stdlib.h>

#include "verify/pdf_check.h"

enum { SLACK = 10 /* thousandths of a point */ };

static int64_t
milli_points(emu length)
{
	return length * 1000 / EMU_PER_PT;
}

static void
wrong(struct pdf_check *ck, size_t page, size_t i, const char *what)
{
	pdf_fault(ck, DIAG_VERIFY_PDF_IMAGE, "%zu, %zu: %s", page + 1, i + 1,
	    what);
}

/* Width, height, and rows as PNG's filters leave them (7.4.4.4). */
static bool
is_plane(struct pdf_check *ck, const struct pdf_value *v,
    const struct image *image, size_t channels)
{
	struct pdf_file *f = &ck->file;
	const struct pdf_value *parms = pdf_get(f, v, "DecodeParms");
	size_t row = image->width * channels + 1;

	return pdf_is_name(pdf_get(f, v, "Subtype"), "Image") &&
	    pdf_int(pdf_get(f, v, "Width"), 1, INT32_MAX, 0) ==
	    image->width &&
	    pdf_int(pdf_get(f, v, "Height"), 1, INT32_MAX, 0) ==
	    image->height &&
	    pdf_is_name(pdf_get(f, v, "ColorSpace"),
		channels == 1 ? "DeviceGray" : "DeviceRGB") &&
	    pdf_int(pdf_get(f, v, "BitsPerComponent"), 1, 16, 0) == 8 &&
	    pdf_get_raw(v, "Interpolate")->kind == PDF_NULL &&
	    (image->kind == IMAGE_JPEG ||
		(pdf_int(pdf_get(f, parms, "Columns"), 1, INT32_MAX, 0) ==
			image->width &&
		    pdf_inflates_to(v, row * image->height)));
}

static bool
is_asset(struct pdf_check *ck, const struct pdf_value *v,
    const struct asset *asset)
{
	const struct image *image = &asset->image;
	const struct pdf_value *mask = pdf_get(&ck->file, v, "SMask");

	if (!is_plane(ck, v, image, image->channels))
		return false;
	if (image->kind == IMAGE_JPEG)
		return pdf_is_name(
			   pdf_get(&ck->file, v, "Filter"), "DCTDecode") &&
		    str_eq(v->stream, asset->bytes);
	return mask->kind == PDF_NULL ||
	    (image->alpha && is_plane(ck, mask, image, 1));
}

static bool
stands(const struct pdf_drawn *d, const struct picture *g, emu page_height)
{
	const int64_t want[] = { milli_points(g->width), 0, 0,
		milli_points(g->height), milli_points(g->x),
		milli_points(page_height - g->y - g->height) };

	for (size_t i = 0; i < sizeof(want) / sizeof(want[0]); i++)
		if (llabs(want[i] - d->matrix[i]) > SLACK)
			return false;
	return true;
}

void
pdf_check_images(struct pdf_check *ck, size_t index)
{
	const struct page *p = &ck->pages->page[index];
	const struct pdf_page *page = &ck->page.v[index];
	const struct pdf_value *all = pdf_get(&ck->file,
	    pdf_get(&ck->file, page->dict, "Resources"), "XObject");

	if (page->shown.drawn.n != p->npictures)
		wrong(ck, index, page->shown.drawn.n, "Do");
	for (size_t i = 0; i < p->npictures && i < page->shown.drawn.n; i++) {
		const struct pdf_drawn *d = &page->shown.drawn.v[i];
		const struct asset *asset =
		    ck->pages->asset[p->picture[i].asset];
		const char *name =
		    arena_printf(ck->arena, "%.*s", STR_ARG(d->name));

		if (!stands(d, &p->picture[i], p->height))
			wrong(ck, index, i, "cm");
		if (!is_asset(ck, pdf_get(&ck->file, all, name), asset))
			wrong(ck, index, i, "/XObject");
	}
}
