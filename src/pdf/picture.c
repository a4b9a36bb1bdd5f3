/*
 * picture.c - images as objects of the file (ISO 32000-1, 8.9).  A JPEG goes in
 * as it is (7.4.8).  A PNG is decoded and written anew, each row under the
 * filter of PNG that makes it smallest to deflate (7.4.4.4), its alpha as a
 * soft mask (11.6.5.3).
 *
 * Pixels are many bytes: they live outside the arena and are freed at once.
 */
#include "pdf/picture.h"

#include <stdlib.h>
#include <string.h>

#include "pdf/parts.h"

/* The filters of PNG (ISO/IEC 15948, 9.2) that are tried. */
enum filter { FILTER_NONE, FILTER_SUB, FILTER_UP, FILTERS };

/* One plane of an image: colour or alpha. */
struct plane {
	const unsigned char *pixels;
	size_t width, height;
	size_t step;     /* bytes from pixel to pixel */
	size_t channels; /* of them, from */
	size_t from;     /* this one on */
};

static unsigned char
sample(const struct plane *p, size_t x, size_t y, size_t c)
{
	return p->pixels[(y * p->width + x) * p->step + p->from + c];
}

/* Row y filtered, behind the filter's number, to out. */
static void
filter_row(const struct plane *p, size_t y, enum filter f, unsigned char *out)
{
	*out++ = (unsigned char)f;
	for (size_t x = 0; x < p->width; x++) {
		for (size_t c = 0; c < p->channels; c++) {
			unsigned before = 0;

			if (f == FILTER_SUB && x > 0)
				before = sample(p, x - 1, y, c);
			else if (f == FILTER_UP && y > 0)
				before = sample(p, x, y - 1, c);
			*out++ = (unsigned char)(sample(p, x, y, c) - before);
		}
	}
}

/* How far the bytes are from 0 on either side: less deflates better. */
static uint64_t
cost(const unsigned char *row, size_t n)
{
	uint64_t sum = 0;

	for (size_t i = 1; i < n; i++)
		sum += row[i] < 128 ? row[i] : 256u - row[i];
	return sum;
}

/* All rows, each under the cheapest filter; tried: room for one row. */
static void
filter_plane(const struct plane *p, unsigned char *out, unsigned char *tried)
{
	size_t n = p->width * p->channels + 1;
	uint64_t least, now;

	for (size_t y = 0; y < p->height; y++, out += n) {
		filter_row(p, y, FILTER_NONE, out);
		least = cost(out, n);
		for (enum filter f = FILTER_SUB; f < FILTERS; f++) {
			filter_row(p, y, f, tried);
			now = cost(tried, n);
			if (now >= least)
				continue;
			least = now;
			memcpy(out, tried, n);
		}
	}
}

/* A stream of bytes, deflated outside the arena. */
static HPDF_Dict
deflated_stream(struct pdf *pdf, const unsigned char *bytes, size_t n)
{
	size_t room = libdeflate_zlib_compress_bound(pdf->deflate, n);
	char *p = malloc(room);
	HPDF_Dict d = NULL;

	if (p != NULL) {
		n = libdeflate_zlib_compress(pdf->deflate, bytes, n, p, room);
		d = pdf_stream(pdf,
		    (struct str){ arena_strndup(pdf->arena, p, n), n },
		    STREAM_DEFLATED);
	} else {
		pdf_note(pdf, HPDF_FAILD_TO_ALLOC_MEM);
	}
	free(p);
	return d;
}

static void
put_image(struct pdf *pdf, HPDF_Dict d, const struct image *image,
    size_t channels)
{
	pdf_put_name(pdf, d, "Type", "XObject");
	pdf_put_name(pdf, d, "Subtype", "Image");
	pdf_put_int(pdf, d, "Width", (int)image->width);
	pdf_put_int(pdf, d, "Height", (int)image->height);
	pdf_put_name(pdf, d, "ColorSpace",
	    channels == 1 ? "DeviceGray" : "DeviceRGB");
	pdf_put_int(pdf, d, "BitsPerComponent", 8);
}

static HPDF_Dict
write_plane(struct pdf *pdf, const struct image *image, const struct plane *p)
{
	size_t row = p->width * p->channels + 1;
	unsigned char *rows = malloc(row * (p->height + 1));
	HPDF_Dict d = NULL;

	if (rows != NULL) {
		filter_plane(p, rows, rows + row * p->height);
		d = deflated_stream(pdf, rows, row * p->height);
	} else {
		pdf_note(pdf, HPDF_FAILD_TO_ALLOC_MEM);
	}
	free(rows);
	put_image(pdf, d, image, p->channels);
	pdf_put_raw(pdf, d, "DecodeParms",
	    str_printf(pdf->arena, "<</Predictor 15/Colors %zu/Columns %zu>>",
		p->channels, p->width));
	return d;
}

static bool
is_opaque(const struct plane *alpha)
{
	for (size_t y = 0; y < alpha->height; y++)
		for (size_t x = 0; x < alpha->width; x++)
			if (sample(alpha, x, y, 0) != 255)
				return false;
	return true;
}

static HPDF_Dict
write_pixels(struct pdf *pdf, const struct image *image,
    const unsigned char *pixels)
{
	struct plane plane = { .pixels = pixels,
		.width = image->width,
		.height = image->height,
		.step = picture_channels(image),
		.channels = image->channels };
	HPDF_Dict d = write_plane(pdf, image, &plane);

	if (!image->alpha)
		return d;
	plane.from = image->channels;
	plane.channels = 1;
	if (!is_opaque(&plane))
		pdf_put_ref(pdf, d, "SMask", write_plane(pdf, image, &plane));
	return d;
}

static HPDF_Dict
write_png(struct pdf *pdf, const struct asset *asset)
{
	const struct image *image = &asset->image;
	size_t n = (size_t)image->width * image->height;
	unsigned char *pixels = calloc(n, picture_channels(image));
	HPDF_Dict d = NULL;

	if (pixels == NULL)
		pdf_note(pdf, HPDF_FAILD_TO_ALLOC_MEM);
	else if (!picture_decode(asset->bytes, image, pixels))
		(void)err_set(pdf->err, ERR_LIBRARY,
		    "libpng: %.*s cannot be decoded", STR_ARG(asset->path));
	else
		d = write_pixels(pdf, image, pixels);
	free(pixels);
	return d;
}

static HPDF_Dict
write_jpeg(struct pdf *pdf, const struct asset *asset)
{
	HPDF_Dict d = pdf_stream(pdf, asset->bytes, STREAM_PLAIN);

	pdf_put_raw(pdf, d, "Filter", STR("/DCTDecode"));
	put_image(pdf, d, &asset->image, asset->image.channels);
	return d;
}

bool
pictures_write(struct pdf *pdf)
{
	HPDF_Dict all = pdf->pages->nassets > 0 ? pdf_dict(pdf) : NULL, d;

	for (size_t i = 0; i < pdf->pages->nassets; i++) {
		const struct asset *asset = pdf->pages->asset[i];

		d = asset->image.kind == IMAGE_PNG ? write_png(pdf, asset) :
						     write_jpeg(pdf, asset);
		if (pdf->err->kind != ERR_NONE)
			return false;
		pdf_put_ref(pdf, all, arena_printf(pdf->arena, "I%zu", i), d);
		buf_add(&pdf->hashed,
		    (struct str){ (const char *)asset->digest.byte,
			sizeof(asset->digest.byte) });
	}
	pdf_put_ref(pdf, pdf->resources, "XObject", all);
	return true;
}
