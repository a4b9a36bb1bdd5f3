/*
 * measure.c - widths and line heights as LibreOffice computes them: on a
 * reference device of 8640 dots to the inch, 6 to the twip (docx facts 3.2, 4).
 */
#include "font/font.h"
#include "text/utf8.h"

enum { PX_PER_TWIP = 6 };

/* px to whole twips, the half up. */
static int64_t
px_twips(int64_t px)
{
	return (px + PX_PER_TWIP / 2) / PX_PER_TWIP;
}

int64_t
font_width_px(
    const struct font_set *fs, enum face f, unsigned half_points, struct str s)
{
	const struct font_info *info = font_info(fs, f);
	int64_t sum = 0;

	for (size_t i = 0; i < s.n;)
		sum += font_units_px(info, half_points,
		    font_advance(fs, f, utf8_next(s, &i)));
	return sum;
}

emu
font_width(
    const struct font_set *fs, enum face f, unsigned half_points, struct str s)
{
	int64_t px = font_width_px(fs, f, half_points, s);

	return TWIP((px + PX_PER_TWIP - 1) / PX_PER_TWIP);
}

/* The leading above the ascent, in twips. */
static int64_t
leading(const struct font_info *info, unsigned half_points)
{
	return px_twips(font_units_px(info, half_points, info->line_gap));
}

emu
font_line_height(const struct font_set *fs, unsigned half_points)
{
	const struct font_info *info = font_info(fs, FACE_REGULAR);
	int64_t a = font_units_px(info, half_points, info->ascent);
	int64_t d = font_units_px(info, half_points, -info->descent);

	return TWIP(px_twips(a + d) + leading(info, half_points));
}

emu
font_baseline(const struct font_set *fs, unsigned half_points)
{
	const struct font_info *info = font_info(fs, FACE_REGULAR);
	int64_t a = font_units_px(info, half_points, info->ascent);

	return TWIP(px_twips(a) + leading(info, half_points));
}
