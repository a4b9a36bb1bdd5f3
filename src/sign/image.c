/*
 * image.c - the picture shown in a field: a PNG, with alpha where the paper is
 * to be seen through (II.7.d, II.8.a).
 */
#include "image/image.h"
#include "pdf/picture.h"
#include "sign/parts.h"

/* A seal of 36 mm at 1200 dpi has 3 million. */
enum { SEAL_PIXELS_MAX = 4 * 1000 * 1000 };

bool
seal_read(struct signing *s, struct seal *seal)
{
	struct pos pos = POS_FILE(s->rq->image);
	struct str bytes;
	struct image image;

	if (!read_named(s, s->rq->image, IMAGE_BYTES_MAX, &bytes))
		return false;
	switch (image_parse(bytes, &image)) {
	case IMAGE_SOUND:
		break;
	case IMAGE_LARGE:
		diag_add(s->diags, DIAG_IMAGE_LARGE, pos, "%s", "");
		return false;
	default:
		diag_add(s->diags, DIAG_SIGN_IMAGE_UNFIT, pos, "%s", "");
		return false;
	}
	if (image.kind != IMAGE_PNG) {
		diag_add(s->diags, DIAG_SIGN_IMAGE_UNFIT, pos, "%s",
		    image_kind_name(image.kind));
		return false;
	}
	if ((uint64_t)image.width * image.height > SEAL_PIXELS_MAX) {
		diag_add(s->diags, DIAG_IMAGE_LARGE, pos, "%u x %u > %d",
		    image.width, image.height, SEAL_PIXELS_MAX);
		return false;
	}
	if (!picture_streams(
		bytes, &image, s->arena, &seal->color, &seal->alpha)) {
		diag_add(s->diags, DIAG_SIGN_IMAGE_UNFIT, pos, "%s", "");
		return false;
	}
	seal->width = image.width;
	seal->height = image.height;
	seal->grey = image.channels == 1;
	return true;
}
