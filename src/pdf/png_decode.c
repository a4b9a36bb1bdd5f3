/*
 * png_decode.c - libpng used from memory (ISO/IEC 15948).  Its errors come back
 * by longjmp to decode() only; its warnings are about what does not matter to
 * the pixels.  Palettes, small depths and transparent colours are expanded, 16
 * bits become 8.
 */
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

#include <png.h>

#include "pdf/picture.h"

/* Text and profiles in a file are not wanted, and need no room. */
enum { CHUNKS_MAX = 64, CHUNK_BYTES_MAX = 1024 * 1024 };

struct decoder {
	png_structp png;
	png_infop info;
	struct str bytes;
	size_t at;
	const struct image *image;
	unsigned char *row;    /* one row, when no pixels are wanted */
	unsigned char *pixels; /* or NULL */
};

static void
read_bytes(png_structp png, png_bytep out, size_t n)
{
	struct decoder *d = png_get_io_ptr(png);

	if (n > d->bytes.n - d->at)
		png_error(png, "cut off");
	memcpy(out, d->bytes.p + d->at, n);
	d->at += n;
}

static void
on_error(png_structp png, png_const_charp message)
{
	(void)message;
	png_longjmp(png, 1);
}

static void
on_warning(png_structp png, png_const_charp message)
{
	(void)png;
	(void)message;
}

size_t
picture_channels(const struct image *image)
{
	return image->channels + (image->alpha ? 1 : 0);
}

static void
prepare(struct decoder *d)
{
	png_set_read_fn(d->png, d, read_bytes);
	png_set_user_limits(d->png, IMAGE_SIDE_MAX, IMAGE_SIDE_MAX);
	png_set_chunk_cache_max(d->png, CHUNKS_MAX);
	png_set_chunk_malloc_max(d->png, CHUNK_BYTES_MAX);
	png_read_info(d->png, d->info);
	png_set_expand(d->png);
	png_set_scale_16(d->png);
}

/* May not change locals after setjmp(): all that changes is behind d. */
static bool
decode(struct decoder *d)
{
	size_t stride = picture_channels(d->image) * d->image->width;

	if (setjmp(png_jmpbuf(d->png)) != 0)
		return false;
	prepare(d);
	for (int passes = png_set_interlace_handling(d->png), pass = 0;
	     pass < passes; pass++) {
		if (pass == 0)
			png_read_update_info(d->png, d->info);
		if (png_get_rowbytes(d->png, d->info) != stride ||
		    png_get_image_height(d->png, d->info) != d->image->height)
			return false; /* the header was read otherwise */
		for (size_t y = 0; y < d->image->height; y++)
			png_read_row(d->png,
			    d->pixels != NULL ? d->pixels + y * stride :
						d->row,
			    NULL);
	}
	png_read_end(d->png, NULL);
	return true;
}

bool
picture_decode(struct str png, const struct image *image, unsigned char *pixels)
{
	struct decoder d = { .bytes = png, .image = image, .pixels = pixels };
	bool done = false;

	d.png = png_create_read_struct(
	    PNG_LIBPNG_VER_STRING, &d, on_error, on_warning);
	if (d.png == NULL)
		return false;
	d.info = png_create_info_struct(d.png);
	d.row = calloc(image->width, picture_channels(image));
	if (d.info != NULL && d.row != NULL)
		done = decode(&d);
	png_destroy_read_struct(&d.png, &d.info, NULL);
	free(d.row);
	return done;
}

bool
picture_decodes(struct str png, const struct image *image)
{
	return picture_decode(png, image, NULL);
}
