/*
 * picture.h - PNG decoded to pixels of 8 bits a channel; the only user of
 * libpng.
 */
#ifndef PDF_PICTURE_H
#define PDF_PICTURE_H

#include <stdbool.h>

#include "image/image.h"

/* Can the PNG be decoded to its end, as the image its header describes? */
bool picture_decodes(struct str png, const struct image *image);

/* Bytes of a pixel: the colour channels, and one of alpha if there is any. */
size_t picture_channels(const struct image *image);

/*
 * The pixels, row by row from the top, into width * height *
 * picture_channels() bytes; false if the PNG is not sound.
 */
bool picture_decode(
    struct str png, const struct image *image, unsigned char *pixels);

/*
 * The same as the data of image objects, deflated, in a: colour (grey or RGB,
 * 8 bits), and alpha, empty if there is none.
 */
bool picture_streams(struct str png, const struct image *image,
    struct arena *a, struct str *color, struct str *alpha);

#endif
