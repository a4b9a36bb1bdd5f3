/*
 * figure.c - images of the content: how large they are printed, and their
 * captions.
 */
#include <inttypes.h>
#include <string.h>

#include "layout/build.h"

/* An image may take so much of the height between the margins: 2/3. */
enum { PART = 2, PARTS = 3 };

/* Fewer dots an inch look coarse in print. */
enum { DPI_LEAST = 100 };

/* Lengths both writers can hold: whole twips, at least a point. */
static emu
whole(emu length)
{
	return length < PT(1) ? PT(1) : TWIP(twips(length));
}

/* As wide as asked for or as it is, but not out of proportion to the page. */
static void
fit(struct build *b, const struct node *n, struct limage *to)
{
	const struct image *image = &b->asset.v[to->asset]->image;
	emu most = b->height * PART / PARTS;
	emu wide = image->natural_width, high = image->natural_height;
	emu asked = n->as.image.width > 0 ? n->as.image.width : wide;
	emu w = asked < b->measure ? asked : b->measure;
	emu h = w * high / wide;

	if (h > most) {
		w = most * wide / high;
		h = most;
	}
	to->width = whole(w);
	to->height = whole(h);
	if (w < asked)
		diag_add(b->diags, DIAG_LAYOUT_IMAGE_SCALED, n->pos,
		    "\"%.*s\" %" PRId64 " x %" PRId64 " -> %" PRId64
		    " x %" PRId64 " mm",
		    STR_ARG(n->as.image.path), asked / EMU_PER_MM,
		    asked * high / wide / EMU_PER_MM, w / EMU_PER_MM,
		    h / EMU_PER_MM);
}

static void
check_dots(struct build *b, const struct node *n, const struct limage *to)
{
	const struct image *image = &b->asset.v[to->asset]->image;
	int64_t dpi = image->width * EMU_PER_INCH / to->width;

	if (dpi < DPI_LEAST)
		diag_add(b->diags, DIAG_LAYOUT_IMAGE_COARSE, n->pos,
		    "\"%.*s\" %" PRId64 " < %d dpi", STR_ARG(n->as.image.path),
		    dpi, (int)DPI_LEAST);
}

/* The same bytes are one image, whatever their names. */
static unsigned
asset_index(struct build *b, const struct asset *asset)
{
	size_t i = 0;

	while (i < b->asset.n &&
	    memcmp(&b->asset.v[i]->digest, &asset->digest,
		sizeof(asset->digest)) != 0)
		i++;
	if (i == b->asset.n)
		*vec_add(b->arena, &b->asset) = asset;
	return (unsigned)i;
}

static void
put_legend(struct build *b, const struct node *n)
{
	struct place_of where = { .style = STYLE_CAPTION,
		.role = ROLE_LEGEND,
		.component = COMPONENT_BODY,
		.pos = n->pos };
	struct lblock *block;

	block = add_line(b, &b->body, &where,
	    template_fill(b->arena, b->tpl->word[WORD_FIGURE], "number",
		str_printf(b->arena, "%u", ++b->figures), "caption",
		n->as.image.caption, NULL));
	block->as.paragraph.style.keep_next = false;
	block->as.paragraph.style.keep_lines = true;
}

void
put_figure(struct build *b, const struct node *n)
{
	const struct asset *asset = doc_asset(b->c->doc, n->as.image.path);
	bool named = n->as.image.caption.n > 0;
	struct place_of where = { .style = STYLE_FIGURE,
		.role = ROLE_PARAGRAPH,
		.component = COMPONENT_BODY,
		.pos = n->pos };
	struct limage image = { .alt = n->as.image.alt };
	struct lblock *block;

	if (asset == NULL)
		return; /* told when it was looked for */
	image.asset = asset_index(b, asset);
	fit(b, n, &image);
	check_dots(b, n, &image);
	block = add_paragraph(b, &b->body, &where);
	image.paragraph = block->as.paragraph;
	image.paragraph.style.line = 240; /* Word would stretch the image's */
	image.paragraph.style.keep_next = named;
	if (!named)
		image.paragraph.style.after =
		    b->tpl->style[STYLE_CAPTION].after;
	block->kind = LAID_IMAGE;
	block->as.image = image;
	if (named)
		put_legend(b, n);
}
