/*
 * picture_stream.c - a PNG as the data of image objects (ISO 32000-1, 8.9.5),
 * for those who write them without libharu.
 */
#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>

#include "pdf/picture.h"

enum { DEFLATE_LEVEL = 6 };

/* Channels from..to of each pixel, deflated. */
static bool
deflate_plane(const unsigned char *pixels, size_t n, size_t step, size_t from,
    size_t to, struct arena *a, struct str *out)
{
	struct libdeflate_compressor *c =
	    libdeflate_alloc_compressor(DEFLATE_LEVEL);
	size_t width = to - from, room;
	unsigned char *plane = calloc(n, width);
	char *p;
	bool done = c != NULL && plane != NULL;

	if (done) {
		for (size_t i = 0; i < n; i++)
			memcpy(plane + i * width, pixels + i * step + from,
			    width);
		room = libdeflate_zlib_compress_bound(c, n * width);
		p = arena_alloc(a, room);
		*out = (struct str){ p,
			libdeflate_zlib_compress(c, plane, n * width, p,
			    room) };
	}
	free(plane);
	libdeflate_free_compressor(c);
	return done;
}

bool
picture_streams(struct str png, const struct image *image, struct arena *a,
    struct str *color, struct str *alpha)
{
	size_t n = (size_t)image->width * image->height;
	size_t step = picture_channels(image), colors = image->channels;
	unsigned char *pixels = calloc(n, step);
	bool done;

	*alpha = STR_NONE;
	done = pixels != NULL && picture_decode(png, image, pixels) &&
	    deflate_plane(pixels, n, step, 0, colors, a, color) &&
	    (!image->alpha ||
		deflate_plane(pixels, n, step, colors, step, a, alpha));
	free(pixels);
	return done;
}
