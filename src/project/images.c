/*
 * images.c - the images a report names, read.
 *
 * Their paths are relative to the report's folder, and root_read() lets none
 * leave the campaign.  PNG is decoded once here, so that what is broken inside
 * is the author's finding and not a failure of the writer.
 */
#include "project/images.h"

#include "base/vec.h"
#include "pdf/picture.h"
#include "project/limits.h"

struct loader {
	const struct project *project;
	struct str folder; /* of the report: "reports/", or empty */
	struct arena *arena;
	struct diags *diags;
	VEC(struct str) met; /* paths, good or bad: one finding each */
	VEC(struct asset) assets;
	size_t bytes;
};

/* What is wrong with an image, as a finding at its author's line. */
static const enum diag_id finding[] = {
	[IMAGE_UNKNOWN] = DIAG_IMAGE_KIND,
	[IMAGE_BROKEN] = DIAG_IMAGE_DAMAGED,
	[IMAGE_LARGE] = DIAG_IMAGE_LARGE,
	[IMAGE_COLOURS] = DIAG_IMAGE_COLOURS,
};

static struct str
folder_of(struct str path)
{
	size_t n = path.n;

	while (n > 0 && path.p[n - 1] != '/')
		n--;
	return str_sub(path, 0, n);
}

static void
refuse_file(struct loader *l, const struct err *err, const struct node *n)
{
	struct str path = n->as.image.path;
	enum diag_id id = DIAG_IO_FILE_UNREADABLE;

	if (err->kind == ERR_MISSING)
		id = DIAG_READ_IMAGE_MISSING;
	else if (err->kind == ERR_OUTSIDE)
		id = DIAG_IO_PATH_OUTSIDE;
	else if (err->kind == ERR_LIMIT)
		id = DIAG_IMAGE_LARGE;
	if (err->kind == ERR_LIMIT)
		diag_add(l->diags, id, n->pos, "\"%.*s\" > %d MB",
		    STR_ARG(path), IMAGE_BYTES_MAX / (1024 * 1024));
	else
		diag_add(l->diags, id, n->pos, "\"%.*s\"", STR_ARG(path));
}

static bool
is_sound(struct loader *l, const struct node *n, struct asset *asset)
{
	enum image_fault fault = image_parse(asset->bytes, &asset->image);
	struct str path = asset->path;

	if (fault == IMAGE_SOUND && asset->image.kind == IMAGE_PNG &&
	    !picture_decodes(asset->bytes, &asset->image))
		fault = IMAGE_BROKEN;
	if (fault == IMAGE_LARGE)
		diag_add(l->diags, finding[fault], n->pos,
		    "\"%.*s\" > %d x %d, %d", STR_ARG(path), IMAGE_SIDE_MAX,
		    IMAGE_SIDE_MAX, IMAGE_PIXELS_MAX);
	else if (fault != IMAGE_SOUND)
		diag_add(l->diags, finding[fault], n->pos, "\"%.*s\"",
		    STR_ARG(path));
	else if (asset->image.turned)
		diag_add(l->diags, DIAG_IMAGE_TURNED, n->pos, "\"%.*s\"",
		    STR_ARG(path));
	return fault == IMAGE_SOUND;
}

static bool
is_met(const struct loader *l, struct str path)
{
	for (size_t i = 0; i < l->met.n; i++)
		if (str_eq(l->met.v[i], path))
			return true;
	return false;
}

static void
load(struct loader *l, const struct node *n)
{
	struct asset asset = { .path = n->as.image.path };
	struct err err = { 0 };

	if (asset.path.n == 0 || is_met(l, asset.path))
		return; /* a bad path has its finding */
	*vec_add(l->arena, &l->met) = asset.path;
	asset.file = str_printf(l->arena, "%.*s%.*s", STR_ARG(l->folder),
	    STR_ARG(asset.path));
	if (!root_read(l->project->root, l->arena, asset.file.p,
		IMAGE_BYTES_MAX, &asset.bytes, &err)) {
		refuse_file(l, &err, n);
		return;
	}
	l->bytes += asset.bytes.n;
	if (l->bytes > LIMIT_IMAGES) {
		diag_add(l->diags, DIAG_IMAGE_LARGE, n->pos, "+ > %d MB",
		    LIMIT_IMAGES / (1024 * 1024));
		return;
	}
	if (!is_sound(l, n, &asset))
		return;
	asset.digest = digest_of(asset.bytes);
	*vec_add(l->arena, &l->assets) = asset;
}

const struct doc *
load_images(const struct project *p, const struct report_file *file,
    const struct doc *doc, struct arena *a, struct diags *ds)
{
	struct loader l = {
		.project = p,
		.folder = folder_of(file->path),
		.arena = a,
		.diags = ds,
	};
	struct doc *out = NEW(a, struct doc);

	for (const struct node *n = doc->root; n != NULL;
	     n = node_next(n, doc->root))
		if (n->kind == NODE_IMAGE)
			load(&l, n);
	*out = *doc;
	out->asset = l.assets.v;
	out->nassets = l.assets.n;
	return out;
}
