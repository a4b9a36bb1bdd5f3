/*
 * part_rels.c - [Content_Types].xml and the .rels parts (ISO 29500-2, 6.2 and
 * 6.5), made by walking parts[].
 */
#include "docx/part.h"

#define NS_TYPES "http://schemas.openxmlformats.org/package/2006/content-types"
#define NS_RELS "http://schemas.openxmlformats.org/package/2006/relationships"
#define LINK_TYPE NS_R "/hyperlink"
#define IMAGE_TYPE NS_R "/image"

static void
write_default(struct xw *x, const char *extension, const char *type)
{
	xw_open(x, "Default");
	xw_attr(x, "Extension", extension);
	xw_attr(x, "ContentType", type);
	xw_close(x, "Default");
}

/* A type by extension for each kind of image there is. */
static void
write_image_types(struct xw *x, const struct laid *l)
{
	bool there[] = { [IMAGE_PNG] = false, [IMAGE_JPEG] = false };

	for (size_t i = 0; i < l->nassets; i++) {
		const char *extension = media_extension(l->asset[i]);

		if (!there[l->asset[i]->image.kind])
			write_default(x, extension,
			    l->asset[i]->image.kind == IMAGE_PNG ?
				"image/png" :
				"image/jpeg");
		there[l->asset[i]->image.kind] = true;
	}
}

void
write_content_types(struct xw *x, const struct pack *p)
{
	xw_open(x, "Types");
	xw_attr(x, "xmlns", NS_TYPES);
	write_default(x, "rels",
	    "application/vnd.openxmlformats-package.relationships+xml");
	write_default(x, "xml", "application/xml");
	write_image_types(x, p->laid);
	for (int id = 0; id < PART_MAX; id++)
		for (size_t i = 0; i < parts[id].count(p->laid); i++) {
			struct str path =
			    part_path(p->arena, (enum part_id)id, i);

			xw_open(x, "Override");
			xw_attr_str(x, "PartName",
			    str_printf(p->arena, "/%.*s", STR_ARG(path)));
			xw_attr(x, "ContentType", parts[id].type);
			xw_close(x, "Override");
		}
	xw_close(x, "Types");
}

static void
write_rel(struct xw *x, struct str rid, const char *type, struct str target,
    bool external)
{
	xw_open(x, "Relationship");
	xw_attr_str(x, "Id", rid);
	xw_attr(x, "Type", type);
	xw_attr_str(x, "Target", target);
	if (external)
		xw_attr(x, "TargetMode", "External");
	xw_close(x, "Relationship");
}

/* Targets are relative to the owner's folder: of the document, word/. */
static void
write_part_rels(struct xw *x, const struct pack *p, enum part_owner owner)
{
	struct str folder = STR("word/"), target;

	for (int id = 0; id < PART_MAX; id++)
		for (size_t i = 0;
		     parts[id].owner == owner && i < parts[id].count(p->laid);
		     i++) {
			target = part_path(p->arena, (enum part_id)id, i);
			if (owner == OWNED_BY_DOCUMENT)
				target = str_sub(target, folder.n, target.n);
			write_rel(x, part_rid(p, (enum part_id)id, i),
			    parts[id].rel, target, false);
		}
}

static void
write_images(struct xw *x, const struct pack *p)
{
	struct str folder = STR("word/"), path;

	for (size_t i = 0; i < p->laid->nassets; i++) {
		path = media_path(p->arena, p->laid, i);
		write_rel(x, media_rid(p, i), IMAGE_TYPE,
		    str_sub(path, folder.n, path.n), false);
	}
}

static void
write_links(struct xw *x, const struct pack *p)
{
	for (size_t i = 0; i < p->links.n; i++)
		write_rel(x, str_printf(p->arena, "rId%zu", p->links_from + i),
		    LINK_TYPE, p->links.v[i], true);
}

void
write_package_rels(struct xw *x, const struct pack *p)
{
	xw_open(x, "Relationships");
	xw_attr(x, "xmlns", NS_RELS);
	write_part_rels(x, p, OWNED_BY_PACKAGE);
	xw_close(x, "Relationships");
}

void
write_document_rels(struct xw *x, const struct pack *p)
{
	xw_open(x, "Relationships");
	xw_attr(x, "xmlns", NS_RELS);
	write_part_rels(x, p, OWNED_BY_DOCUMENT);
	write_images(x, p);
	write_links(x, p);
	xw_close(x, "Relationships");
}

void
write_link_rels(struct xw *x, const struct pack *p)
{
	xw_open(x, "Relationships");
	xw_attr(x, "xmlns", NS_RELS);
	write_links(x, p);
	xw_close(x, "Relationships");
}
