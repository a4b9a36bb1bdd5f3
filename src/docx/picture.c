/*
 * picture.c - <w:drawing> (ISO 29500-1, 20.4.2.8 and 20.2.2): an image in line
 * with the text, and its file among the parts.
 */
#include "docx/block.h"
#include "docx/props.h"

#define NS_DML "http://schemas.openxmlformats.org/drawingml/2006/"
#define NS_PICTURE NS_DML "picture"

const char *
media_extension(const struct asset *asset)
{
	return asset->image.kind == IMAGE_PNG ? "png" : "jpeg";
}

struct str
media_path(struct arena *a, const struct laid *l, size_t index)
{
	return str_printf(a, "word/media/image%zu.%s", index + 1,
	    media_extension(l->asset[index]));
}

static void
write_extent(struct xw *x, const char *name, const struct limage *g)
{
	xw_open(x, name);
	xw_attr_int(x, "cx", g->width);
	xw_attr_int(x, "cy", g->height);
	xw_close(x, name);
}

/* Ids of drawings are unique in the document and not 0. */
static void
write_names(struct flow *f, const char *name, const struct limage *g, size_t id)
{
	struct xw *x = f->x;

	xw_open(x, name);
	xw_attr_int(x, "id", (int64_t)id);
	xw_attr_str(
	    x, "name", str_printf(f->p->arena, "image%u", g->asset + 1));
	xw_attr_str(x, "descr", g->alt);
	xw_close(x, name);
}

static void
write_blip(struct flow *f, const struct limage *g)
{
	struct xw *x = f->x;

	xw_open(x, "pic:blipFill");
	xw_open(x, "a:blip");
	xw_attr_str(x, "r:embed", media_rid(f->p, g->asset));
	xw_close(x, "a:blip");
	xw_open(x, "a:stretch");
	xw_empty(x, "a:fillRect");
	xw_close(x, "a:stretch");
	xw_close(x, "pic:blipFill");
}

static void
write_shape(struct xw *x, const struct limage *g)
{
	xw_open(x, "pic:spPr");
	xw_open(x, "a:xfrm");
	xw_open(x, "a:off");
	xw_attr_int(x, "x", 0);
	xw_attr_int(x, "y", 0);
	xw_close(x, "a:off");
	write_extent(x, "a:ext", g);
	xw_close(x, "a:xfrm");
	xw_open(x, "a:prstGeom");
	xw_attr(x, "prst", "rect");
	xw_empty(x, "a:avLst");
	xw_close(x, "a:prstGeom");
	xw_close(x, "pic:spPr");
}

static void
write_graphic(struct flow *f, const struct limage *g, size_t id)
{
	struct xw *x = f->x;

	xw_open(x, "a:graphic");
	xw_attr(x, "xmlns:a", NS_DML "main");
	xw_open(x, "a:graphicData");
	xw_attr(x, "uri", NS_PICTURE);
	xw_open(x, "pic:pic");
	xw_attr(x, "xmlns:pic", NS_PICTURE);
	xw_open(x, "pic:nvPicPr");
	write_names(f, "pic:cNvPr", g, id);
	xw_empty(x, "pic:cNvPicPr");
	xw_close(x, "pic:nvPicPr");
	write_blip(f, g);
	write_shape(x, g);
	xw_close(x, "pic:pic");
	xw_close(x, "a:graphicData");
	xw_close(x, "a:graphic");
}

void
write_drawing(struct flow *f, const struct limage *g)
{
	static const char *const distances[] = { "distT", "distB", "distL",
		"distR" };
	size_t id = ++f->p->drawings;
	struct xw *x = f->x;

	xw_open(x, "w:r");
	xw_open(x, "w:drawing");
	xw_open(x, "wp:inline");
	xw_attr(x, "xmlns:wp", NS_DML "wordprocessingDrawing");
	for (size_t i = 0; i < sizeof(distances) / sizeof(distances[0]); i++)
		xw_attr_int(x, distances[i], 0);
	write_extent(x, "wp:extent", g);
	write_names(f, "wp:docPr", g, id);
	write_graphic(f, g, id);
	xw_close(x, "wp:inline");
	xw_close(x, "w:drawing");
	xw_close(x, "w:r");
}
