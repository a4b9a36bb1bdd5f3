/*
 * coverage.c - the characters without which a font is of no use here: ASCII,
 * the 134 Vietnamese letters beyond it, and the signs of official papers.
 * Liberation Serif 1.x lacks 92 of them under the same family name as 2.x.
 */
#include <uchar.h>

#include "font/face.h"
#include "text/utf8.h"

static const char16_t required[] =
    u"ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ"
    u"àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
    u"“”‘’–—…§°₫≥≤×";

enum { ASCII_FIRST = 0x20, ASCII_LAST = 0x7e, NAMED = 12 };

bool
face_covers_all(const struct face_file *f, struct buf *reason)
{
	unsigned missing = 0;

	for (uint32_t c = ASCII_FIRST; c <= ASCII_LAST; c++)
		missing += font_cell(&f->cells, c)->glyph == 0;
	for (size_t i = 0; required[i] != 0; i++) {
		if (font_cell(&f->cells, required[i])->glyph != 0)
			continue;
		if (missing++ < NAMED)
			utf8_put(reason, required[i]);
	}
	if (missing > NAMED)
		buf_printf(reason, "... (%u characters)", missing);
	return missing == 0;
}

void
face_add_required(const struct face_file *f, hb_set_t *glyphs)
{
	for (uint32_t c = ASCII_FIRST; c <= ASCII_LAST; c++)
		hb_set_add(glyphs, font_cell(&f->cells, c)->glyph);
	for (size_t i = 0; required[i] != 0; i++)
		hb_set_add(glyphs, font_cell(&f->cells, required[i])->glyph);
}
