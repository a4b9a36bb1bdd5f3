/*
 * pdf_font.c - the characters each face draws, and the objects of a face:
 * Type0 -> CIDFontType2 -> FontDescriptor -> the subset's bytes, and the way
 * back to Unicode (ISO 32000-1, 9.7 and 9.10).  Codes in the file are the
 * subset's glyph numbers, from 1 on by width: Identity-H, CIDToGIDMap Identity.
 */
#include "base/digest.h"
#include "pdf/parts.h"
#include "text/utf8.h"

enum { NBSP = 0x00A0, NB_HYPHEN = 0x2011, LETTERS = 6, BFCHAR_MAX = 100 };

/* Flags of a font descriptor (9.8.2). Vietnamese letters are no part of the
   standard Latin set, hence symbolic. */
enum { FLAG_SERIF = 1 << 1, FLAG_SYMBOLIC = 1 << 2, FLAG_ITALIC = 1 << 6 };

static struct glyph *
glyph_slot(struct arena *a, struct typeface *f, uint32_t c)
{
	struct glyph ***plane = &f->plane[c >> 16], **page;

	if (*plane == NULL)
		*plane = NEW_ARRAY(a, GLYPH_PAGES, struct glyph *);
	page = &(*plane)[c >> 8 & 0xFF];
	if (*page == NULL)
		*page = NEW_ARRAY(a, GLYPH_PAGE, struct glyph);
	return &(*page)[c & 0xFF];
}

static inline bool
is_collected(const struct typeface *f, uint32_t c)
{
	struct glyph **plane = f->plane[c >> 16];
	const struct glyph *page;

	page = plane != NULL ? plane[c >> 8 & 0xFF] : NULL;
	return page != NULL && page[c & 0xFF].code != 0;
}

static void
face_open(struct pdf *pdf, enum face face)
{
	const struct font_info *info = font_info(pdf->fonts, face);
	struct typeface *f = &pdf->face[face];

	f->upem = info->upem;
	f->ascent = info->ascent * EMU_PER_PT / (emu)info->upem;
	f->descent = info->descent * EMU_PER_PT / (emu)info->upem;
	f->object = pdf_dict(pdf);
}

/* The character c stands for when its glyph is copied out of the file. */
static uint32_t
plain(uint32_t c)
{
	return c == NBSP ? ' ' : c == NB_HYPHEN ? '-' : c;
}

/* The index of glyph id among those drawn, at the end if it is new. */
static size_t
find_drawn(struct pdf *pdf, struct typeface *f, uint16_t id, uint32_t c)
{
	size_t i = 0;

	while (i < f->drawn.n && f->drawn.v[i].glyph != id)
		i++;
	if (i == f->drawn.n)
		*vec_add(pdf->arena, &f->drawn) =
		    (struct drawn) { .glyph = id, .c = plain(c) };
	return i;
}

/*
 * ISO 19005-2, 6.2.11.8: .notdef may not be drawn.
 *
 * Two characters may share a glyph (D with stroke and eth, hyphen and
 * non-breaking hyphen): all but the one that ToUnicode names, the first met,
 * need /ActualText.  The non-breaking blank may come out as a blank.
 */
static bool
collect(struct pdf *pdf, enum face face, uint32_t c)
{
	struct typeface *f = &pdf->face[face];
	struct glyph *g;
	uint32_t id;
	size_t i;

	if (is_collected(f, c))
		return true;
	g = glyph_slot(pdf->arena, f, c);
	id = font_glyph(pdf->fonts, face, c);
	if (id == 0 || id > UINT16_MAX)
		return err_set(pdf->err, ERR_LIBRARY,
		    "%s has no glyph for U+%04X",
		    font_info(pdf->fonts, face)->postscript_name, (unsigned)c);
	i = find_drawn(pdf, f, (uint16_t)id, c);
	g->code = (uint16_t)(i + 1);
	g->advance = (uint16_t)font_advance(pdf->fonts, face, c);
	g->actual = c == NB_HYPHEN || f->drawn.v[i].c != plain(c);
	f->drawn.v[i].advance = g->advance;
	return true;
}

static bool
collect_frag(struct pdf *pdf, const struct frag *f)
{
	struct typeface *face = &pdf->face[f->face];
	uint32_t c;

	if (face->object == NULL)
		face_open(pdf, f->face);
	for (size_t i = 0; i < f->text.n;) {
		c = utf8_next(f->text, &i);
		if (!is_collected(face, c) && !collect(pdf, f->face, c))
			return false;
	}
	return !f->line_end || collect(pdf, f->face, ' ');
}

/* By width, so that /W is short. */
static bool
comes_before(const struct drawn *a, const struct drawn *b)
{
	return a->advance != b->advance ? a->advance < b->advance :
					  a->glyph < b->glyph;
}

/* There are a hundred or two: insertion is quicker than qsort(). */
static void
sort_by_advance(struct drawn *v, size_t n)
{
	struct drawn d;
	size_t k;

	for (size_t i = 1; i < n; i++) {
		d = v[i];
		for (k = i; k > 0 && comes_before(&d, &v[k - 1]); k--)
			v[k] = v[k - 1];
		v[k] = d;
	}
}

/* Put page of a face's characters in the order of drawn. */
static void
renumber_page(struct glyph *page, const uint16_t *code)
{
	for (size_t i = 0; page != NULL && i < GLYPH_PAGE; i++)
		page[i].code = code[page[i].code];
}

static void
sort_drawn(struct pdf *pdf, struct typeface *f)
{
	uint16_t *code = NEW_ARRAY(pdf->arena, f->drawn.n + 1, uint16_t);

	for (size_t i = 0; i < f->drawn.n; i++)
		f->drawn.v[i].met = (uint16_t)(i + 1);
	sort_by_advance(f->drawn.v, f->drawn.n);
	for (size_t i = 0; i < f->drawn.n; i++)
		code[f->drawn.v[i].met] = (uint16_t)(i + 1);
	for (size_t i = 0; i < PLANES; i++)
		for (size_t k = 0; f->plane[i] != NULL && k < GLYPH_PAGES; k++)
			renumber_page(f->plane[i][k], code);
}

bool
fonts_collect(struct pdf *pdf)
{
	for (size_t i = 0; i < pdf->pages->npages; i++)
		for (size_t k = 0; k < pdf->pages->page[i].nfrags; k++)
			if (!collect_frag(pdf, &pdf->pages->page[i].frag[k]))
				return false;
	for (enum face face = 0; face < FACE_MAX; face++)
		if (pdf->face[face].drawn.n > 0)
			sort_drawn(pdf, &pdf->face[face]);
	return true;
}

/* "ABCDEF+LiberationSerif-Bold": 9.6.4; the tag follows from the glyphs. */
static const char *
subset_name(
    struct pdf *pdf, const struct font_info *info, const struct typeface *f)
{
	struct buf b = { .arena = pdf->arena };
	struct digest d;
	char tag[LETTERS + 1] = "";

	buf_printf(&b, "%s %s", info->postscript_name, info->version);
	for (size_t i = 0; i < f->drawn.n; i++) {
		buf_addc(&b, (char)(f->drawn.v[i].glyph >> 8));
		buf_addc(&b, (char)f->drawn.v[i].glyph);
	}
	d = digest_of(buf_str(&b));
	for (size_t i = 0; i < LETTERS; i++)
		tag[i] = (char)('A' + d.byte[i] % 26);
	buf_add(&pdf->hashed, buf_str(&b));
	return arena_printf(pdf->arena, "%s+%s", tag, info->postscript_name);
}

/* n font units in thousandths of the PDF's glyph space (1/1000 em). */
static int64_t
milli_glyph(int n, unsigned upem)
{
	int64_t scaled = (int64_t)n * 1000000;

	return (scaled + (scaled < 0 ? -1 : 1) * (int64_t)(upem / 2)) /
	    (int64_t)upem;
}

/* /W (9.7.4.3): "first last width" of all codes from 1, with decimals. */
static struct str
widths(struct pdf *pdf, const struct typeface *f)
{
	struct buf b = { .arena = pdf->arena };
	size_t end;

	buf_addc(&b, '[');
	for (size_t i = 0; i < f->drawn.n; i = end) {
		for (end = i + 1; end < f->drawn.n &&
		     f->drawn.v[end].advance == f->drawn.v[i].advance;)
			end++;
		buf_adds(&b, i == 0 ? "" : " ");
		syntax_int(&b, (int64_t)i + 1);
		buf_addc(&b, ' ');
		syntax_int(&b, (int64_t)end);
		buf_addc(&b, ' ');
		syntax_milli(&b, milli_glyph(f->drawn.v[i].advance, f->upem));
	}
	buf_addc(&b, ']');
	return buf_str(&b);
}

/* code to c, which is UTF-16. */
static void
put_bfchar(struct buf *b, unsigned code, uint32_t c)
{
	buf_addc(b, '<');
	syntax_hex(b, code, 4);
	buf_adds(b, "> <");
	if (c >= 0x10000)
		syntax_hex(b, 0xD800 + ((c - 0x10000) >> 10), 4);
	syntax_hex(b, c < 0x10000 ? c : 0xDC00 + (c & 0x3FF), 4);
	buf_adds(b, ">\n");
}

/* 9.10.3; a block holds at most a hundred lines (Adobe note 5014). */
static HPDF_Dict
to_unicode(struct pdf *pdf, const struct typeface *f)
{
	struct buf b = { .arena = pdf->arena };
	size_t block;

	buf_adds(&b,
	    "/CIDInit /ProcSet findresource begin\n"
	    "12 dict begin\nbegincmap\n"
	    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) "
	    "/Supplement 0 >> def\n"
	    "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
	    "1 begincodespacerange\n<0000> <FFFF>\n"
	    "endcodespacerange\n");
	for (size_t i = 0; i < f->drawn.n; i += block) {
		block =
		    f->drawn.n - i < BFCHAR_MAX ? f->drawn.n - i : BFCHAR_MAX;
		buf_printf(&b, "%zu beginbfchar\n", block);
		for (size_t k = i; k < i + block; k++)
			put_bfchar(&b, (unsigned)k + 1, f->drawn.v[k].c);
		buf_adds(&b, "endbfchar\n");
	}
	buf_adds(&b,
	    "endcmap\nCMapName currentdict /CMap defineresource pop\n"
	    "end\nend\n");
	return pdf_stream(pdf, buf_str(&b), true);
}

static void
put_box(struct pdf *pdf, HPDF_Dict d, const struct font_info *info)
{
	const int box[] = { info->x_min, info->y_min, info->x_max,
		info->y_max };
	struct buf b = { .arena = pdf->arena };

	for (size_t i = 0; i < 4; i++) {
		buf_addc(&b, i == 0 ? '[' : ' ');
		syntax_milli(&b, milli_glyph(box[i], info->upem));
	}
	buf_addc(&b, ']');
	pdf_put_raw(pdf, d, "FontBBox", buf_str(&b));
}

static void
put_number(struct pdf *pdf, HPDF_Dict d, const char *key, int64_t milli)
{
	struct buf b = { .arena = pdf->arena };

	syntax_milli(&b, milli);
	pdf_put_raw(pdf, d, key, buf_str(&b));
}

static HPDF_Dict
descriptor(struct pdf *pdf, const struct font_info *info, const char *name,
    struct str program)
{
	HPDF_Dict d = pdf_dict(pdf), file = pdf_stream(pdf, program, true);
	int flags = FLAG_SERIF | FLAG_SYMBOLIC;

	if (info->italic_angle_tenths != 0)
		flags |= FLAG_ITALIC;
	pdf_put_int(pdf, file, "Length1", (int)program.n);
	pdf_put_name(pdf, d, "Type", "FontDescriptor");
	pdf_put_name(pdf, d, "FontName", name);
	pdf_put_int(pdf, d, "Flags", flags);
	put_box(pdf, d, info);
	put_number(pdf, d, "ItalicAngle", info->italic_angle_tenths * 100);
	put_number(pdf, d, "Ascent", milli_glyph(info->ascent, info->upem));
	put_number(pdf, d, "Descent", milli_glyph(info->descent, info->upem));
	put_number(
	    pdf, d, "CapHeight", milli_glyph(info->cap_height, info->upem));
	pdf_put_int(pdf, d, "StemV", info->stem_v);
	pdf_put_ref(pdf, d, "FontFile2", file);
	return d;
}

static bool
font_write(struct pdf *pdf, enum face face)
{
	const struct font_info *info = font_info(pdf->fonts, face);
	struct typeface *f = &pdf->face[face];
	uint32_t *glyph = NEW_ARRAY(pdf->arena, f->drawn.n, uint32_t);
	const char *name = subset_name(pdf, info, f);
	HPDF_Dict cid;
	struct str program;

	for (size_t i = 0; i < f->drawn.n; i++)
		glyph[i] = f->drawn.v[i].glyph;
	if (!font_subset(pdf->fonts, face, pdf->arena, glyph, f->drawn.n,
		&program, pdf->err))
		return false;
	cid = pdf_dict(pdf);
	pdf_put_name(pdf, cid, "Type", "Font");
	pdf_put_name(pdf, cid, "Subtype", "CIDFontType2");
	pdf_put_name(pdf, cid, "BaseFont", name);
	pdf_put_raw(pdf, cid, "CIDSystemInfo",
	    STR("<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"));
	pdf_put_name(pdf, cid, "CIDToGIDMap", "Identity");
	pdf_put_ref(
	    pdf, cid, "FontDescriptor", descriptor(pdf, info, name, program));
	pdf_put_raw(pdf, cid, "W", widths(pdf, f));
	pdf_put_name(pdf, f->object, "Type", "Font");
	pdf_put_name(pdf, f->object, "Subtype", "Type0");
	pdf_put_name(pdf, f->object, "BaseFont", name);
	pdf_put_name(pdf, f->object, "Encoding", "Identity-H");
	pdf_put_raw(pdf, f->object, "DescendantFonts",
	    str_printf(pdf->arena, "[%u 0 R]", pdf_number(cid)));
	pdf_put_ref(pdf, f->object, "ToUnicode", to_unicode(pdf, f));
	return true;
}

bool
fonts_write(struct pdf *pdf)
{
	HPDF_Dict fonts = pdf_dict(pdf);
	char key[] = "F0";

	pdf->resources = pdf_dict(pdf);
	pdf_put_ref(pdf, pdf->resources, "Font", fonts);
	for (enum face face = 0; face < FACE_MAX; face++) {
		if (pdf->face[face].object == NULL)
			continue;
		if (!font_write(pdf, face))
			return false;
		key[1] = (char)('0' + face);
		pdf_put_ref(pdf, fonts, key, pdf->face[face].object);
	}
	return true;
}
