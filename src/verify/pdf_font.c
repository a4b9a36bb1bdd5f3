/*
 * pdf_font.c - a font of a written PDF (ISO 32000-1, 9.7 to 9.9): embedded as a
 * subset of a TrueType program, described, and with widths that are those of
 * the program (ISO 19005-2, 6.2.11.4 and 6.2.11.5).
 */
#include <string.h>

#include "verify/pdf_font.h"

enum {
	CODES = 65536,
	TAG = 6,         /* letters of a subset's name, before the plus sign */
	DIRECTORY = 12,  /* of the program: bytes before the first entry */
	ENTRY = 16,
	HEAD_UPEM = 18,
	HHEA_METRICS = 34,
	WIDTH_SLACK = 10 /* thousandths of 1/1000 em */
};

static unsigned
u16(struct str s, size_t at)
{
	const unsigned char *p = (const unsigned char *)s.p + at;

	return at + 2 <= s.n ? (unsigned)p[0] << 8 | p[1] : 0;
}

static struct str
table(struct str program, const char *tag)
{
	for (size_t i = 0; i < u16(program, 4); i++) {
		size_t at = DIRECTORY + i * ENTRY;
		size_t from, n;

		if (at + ENTRY > program.n)
			break;
		if (memcmp(program.p + at, tag, 4) != 0)
			continue;
		from = (size_t)u16(program, at + 8) << 16 |
		    u16(program, at + 10);
		n = (size_t)u16(program, at + 12) << 16 |
		    u16(program, at + 14);
		return str_sub(program, from, from + n);
	}
	return STR_NONE;
}

/* Room for the widths of codes below end; false beyond all codes. */
static bool
make_room(struct pdf_file *f, struct pdf_font *font, size_t end)
{
	int64_t *more;

	if (end > CODES)
		return false;
	if (end <= font->nwidths)
		return true;
	more = NEW_ARRAY(f->arena, end, int64_t);
	if (font->nwidths > 0)
		memcpy(more, font->width, font->nwidths * sizeof(*more));
	font->width = more;
	font->nwidths = end;
	return true;
}

/* 9.7.4.3: "first [w w]", or "first last w". */
void
pdf_font_widths(struct pdf_file *f, struct pdf_font *font,
    const struct pdf_value *w)
{
	const struct pdf_value *second;
	size_t first, end;

	for (size_t i = 0; w->kind == PDF_ARRAY && i + 1 < w->n; i += 2) {
		second = pdf_item(f, w, i + 1);
		first = (size_t)pdf_int(pdf_item(f, w, i), 0, CODES, CODES);
		if (second->kind == PDF_ARRAY) {
			if (second->n > CODES ||
			    !make_room(f, font, first + second->n))
				return;
			for (size_t k = 0; k < second->n; k++)
				font->width[first + k] =
				    pdf_item(f, second, k)->milli;
			continue;
		}
		end = (size_t)pdf_int(second, 0, CODES - 1, CODES) + 1;
		i++;
		if (!make_room(f, font, end))
			return;
		for (size_t c = first; c < end; c++)
			font->width[c] = pdf_item(f, w, i + 1)->milli;
	}
}

/* Codes are glyphs here: each width in the file is the program's. */
static bool
widths_agree(const struct pdf_font *font, struct str program)
{
	struct str hmtx = table(program, "hmtx");
	int64_t upem = u16(table(program, "head"), HEAD_UPEM), milli;
	size_t n = u16(table(program, "hhea"), HHEA_METRICS);

	if (upem == 0 || n == 0 || font->nwidths > n)
		return false;
	for (size_t c = 1; c < font->nwidths; c++) {
		milli = (int64_t)u16(hmtx, 4 * c) * 1000000 / upem;
		if (milli - font->width[c] > WIDTH_SLACK ||
		    font->width[c] - milli > WIDTH_SLACK)
			return false;
	}
	return font->nwidths > 1;
}

static bool
is_subset_name(struct str s)
{
	if (s.n <= TAG + 1 || s.p[TAG] != '+')
		return false;
	for (size_t i = 0; i < TAG; i++)
		if (s.p[i] < 'A' || s.p[i] > 'Z')
			return false;
	return true;
}

/* Table 122: what a reader without the program would need. */
static bool
is_described(struct pdf_file *f, const struct pdf_value *d, struct str name)
{
	static const char *const number[] = { "Flags", "ItalicAngle", "Ascent",
		"Descent", "CapHeight", "StemV" };

	for (size_t i = 0; i < sizeof(number) / sizeof(number[0]); i++)
		if (pdf_get(f, d, number[i])->kind != PDF_NUMBER)
			return false;
	return pdf_get(f, d, "CapHeight")->milli > 0 &&
	    pdf_get(f, d, "FontBBox")->n == 4 &&
	    str_eq(pdf_get(f, d, "FontName")->text, name);
}

bool
pdf_font_sound(struct pdf_file *f, const struct pdf_value *font,
    const struct pdf_font *read)
{
	const struct pdf_value *cid, *d, *file;
	struct str data, name = pdf_get(f, font, "BaseFont")->text;

	cid = pdf_item(f, pdf_get(f, font, "DescendantFonts"), 0);
	d = pdf_get(f, cid, "FontDescriptor");
	file = pdf_get(f, d, "FontFile2");
	return pdf_is_name(pdf_get(f, font, "Subtype"), "Type0") &&
	    pdf_is_name(pdf_get(f, font, "Encoding"), "Identity-H") &&
	    pdf_is_name(pdf_get(f, cid, "Subtype"), "CIDFontType2") &&
	    pdf_is_name(pdf_get(f, cid, "CIDToGIDMap"), "Identity") &&
	    is_subset_name(name) &&
	    str_eq(pdf_get(f, cid, "BaseFont")->text, name) &&
	    is_described(f, d, name) && pdf_data(f, file, &data) &&
	    str_starts(data, (struct str){ "\0\1\0\0", 4 }) &&
	    pdf_int(pdf_get(f, file, "Length1"), 0, INT32_MAX, -1) ==
		(int64_t)data.n &&
	    widths_agree(read, data);
}
