/*
 * pdf_font.c - the characters each face draws, and the objects of a face:
 * Type0 -> CIDFontType2 -> FontDescriptor -> the subset's bytes, and the way
 * back to Unicode (ISO 32000-1, 9.7 and 9.10).  Codes in the file are the
 * subset's glyph numbers, Identity-H, CIDToGIDMap Identity: first the face's
 * core, the same in all documents, then what this document draws beyond it.
 */
#include "base/digest.h"
#include "pdf/parts.h"
#include "text/utf8.h"

enum { NBSP = 0x00A0, NB_HYPHEN = 0x2011, LETTERS = 6 };

/* Flags of a font descriptor (9.8.2). Vietnamese letters are no part of the
   standard Latin set, hence symbolic. */
enum { FLAG_SERIF = 1 << 1, FLAG_SYMBOLIC = 1 << 2, FLAG_ITALIC = 1 << 6 };

/* The place of c among the characters beyond the core. */
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

static bool
face_open(struct pdf *pdf, enum face face)
{
	const struct font_info *info = font_info(pdf->fonts, face);
	struct typeface *f = &pdf->face[face];

	f->core = font_core(pdf->fonts, face, pdf->err);
	if (f->core == NULL)
		return false;
	f->cells = font_cells(pdf->fonts, face);
	f->upem = info->upem;
	f->ascent = info->ascent * EMU_PER_PT / (emu)info->upem;
	f->descent = info->descent * EMU_PER_PT / (emu)info->upem;
	f->object = pdf_dict(pdf);
	return true;
}

/* The character c stands for when its glyph is copied out of the file. */
static uint32_t
plain(uint32_t c)
{
	return c == NBSP ? ' ' : c == NB_HYPHEN ? '-' : c;
}

/* The code of that glyph, a new one if no other character has it; and what
   character ToUnicode gives for it. */
static size_t
code_of(struct pdf *pdf, struct typeface *f, struct font_cell cell, uint32_t *c)
{
	const struct font_core *core = f->core;
	size_t i;

	for (i = 1; i <= core->nchars; i++)
		if (font_cell(f->cells, core->c[i])->glyph == cell.glyph) {
			*c = core->c[i];
			return i;
		}
	for (i = 0; i < f->more.n; i++)
		if (f->more.v[i].cell.glyph == cell.glyph) {
			*c = f->more.v[i].c;
			return core->nglyphs + i;
		}
	*c = plain(*c);
	*vec_add(pdf->arena, &f->more) = (struct drawn) { cell, *c };
	return core->nglyphs + i;
}

/*
 * A character that the core has not.  ISO 19005-2, 6.2.11.8: .notdef may not be
 * drawn.
 *
 * Two characters may share a glyph (D with stroke and eth, hyphen and
 * non-breaking hyphen): all but the one that ToUnicode names need /ActualText.
 * The non-breaking blank may come out as a blank.
 */
static const struct glyph *
collect(struct pdf *pdf, enum face face, uint32_t c)
{
	struct typeface *f = &pdf->face[face];
	struct glyph *g = glyph_slot(pdf->arena, f, c);
	struct font_cell cell;
	uint32_t given = c;
	size_t code;

	if (g->code != 0)
		return g;
	cell = font_char(pdf->fonts, face, c);
	if (cell.glyph == 0) {
		(void)err_set(pdf->err, ERR_LIBRARY,
		    "%s has no glyph for U+%04X",
		    font_info(pdf->fonts, face)->postscript_name, (unsigned)c);
		return NULL;
	}
	code = code_of(pdf, f, cell, &given);
	if (code > SHOWN_CODE) {
		(void)err_set(pdf->err, ERR_LIBRARY,
		    "too many characters in one face");
		return NULL;
	}
	g->code = (uint16_t)code;
	g->advance = cell.advance;
	if (c == NB_HYPHEN || given != plain(c))
		g->code |= SHOWN_ACTUAL;
	return g;
}

/* The codes of a piece of text, and how wide it is. */
static bool
collect_frag(struct pdf *pdf, const struct frag *frag, struct shown *out)
{
	struct typeface *f = &pdf->face[frag->face];
	uint16_t *code = NEW_ARRAY(pdf->arena, frag->text.n, uint16_t);
	const struct font_cell *cell;
	const struct glyph *g;
	size_t n = 0;

	if (f->object == NULL && !face_open(pdf, frag->face))
		return false;
	for (size_t i = 0; i < frag->text.n; n++) {
		uint32_t c = utf8_next(frag->text, &i);

		cell = c <= UINT16_MAX ? font_cell(f->cells, c) : NULL;
		if (cell != NULL && cell->number != 0) {
			code[n] = cell->number;
			out->units += cell->advance;
			if (is_blank(c)) {
				code[n] |= SHOWN_BLANK;
				out->blanks++;
			}
			continue;
		}
		g = collect(pdf, frag->face, c);
		if (g == NULL)
			return false;
		code[n] = g->code;
		out->units += g->advance;
	}
	out->code = code;
	out->n = n;
	return true;
}

bool
fonts_collect(struct pdf *pdf)
{
	size_t npages = pdf->pages->npages;

	pdf->shown = NEW_ARRAY(pdf->arena, npages, struct shown *);
	for (size_t i = 0; i < npages; i++) {
		const struct page *page = &pdf->pages->page[i];

		pdf->shown[i] =
		    NEW_ARRAY(pdf->arena, page->nfrags, struct shown);
		for (size_t k = 0; k < page->nfrags; k++)
			if (!collect_frag(
				pdf, &page->frag[k], &pdf->shown[i][k]))
				return false;
	}
	return true;
}

/* "ABCDEF+LiberationSerif-Bold": 9.6.4; the tag follows from the
   glyphs beyond the core, which is the same for all. */
static const char *
subset_name(
    struct pdf *pdf, const struct font_info *info, const struct typeface *f)
{
	struct buf b = { .arena = pdf->arena };
	struct digest d;
	char tag[LETTERS + 1] = "";

	buf_printf(&b, "%s %s", info->postscript_name, info->version);
	for (size_t i = 0; i < f->more.n; i++) {
		buf_addc(&b, (char)(f->more.v[i].cell.glyph >> 8));
		buf_addc(&b, (char)f->more.v[i].cell.glyph);
	}
	d = digest_of(buf_str(&b));
	for (size_t i = 0; i < LETTERS; i++)
		tag[i] = (char)('A' + d.byte[i] % 26);
	pdf_hash(pdf, buf_str(&b));
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

/* The advance of that code's glyph. */
static unsigned
advance_of(const struct typeface *f, size_t code)
{
	return code < f->core->nglyphs ?
	    f->core->advance[code] :
	    f->more.v[code - f->core->nglyphs].cell.advance;
}

/* Behind the codes from first on that are as wide as it is, before n. */
static size_t
same_width(const struct typeface *f, size_t first, size_t n)
{
	size_t end = first + 1;

	while (end < n && advance_of(f, end) == advance_of(f, first))
		end++;
	return end;
}

/* /W (9.7.4.3) of all codes from 1, with decimals: "first last width" of many
   that are equally wide, "first [width ...]" of others in a row. */
static struct str
widths(struct pdf *pdf, const struct typeface *f)
{
	struct buf b = { .arena = pdf->arena };
	size_t n = f->core->nglyphs + f->more.n, end;
	bool row = false;

	buf_addc(&b, '[');
	for (size_t i = 1; i < n; i = end) {
		end = same_width(f, i, n);
		if (row && end > i + 1)
			buf_addc(&b, ']');
		if (!row || end > i + 1) {
			buf_adds(&b, i > 1 ? " " : "");
			syntax_int(&b, (int64_t)i);
		}
		buf_addc(&b, !row && end == i + 1 ? '[' : ' ');
		if (end > i + 1) {
			syntax_int(&b, (int64_t)end - 1);
			buf_addc(&b, ' ');
		}
		syntax_milli(&b, milli_glyph((int)advance_of(f, i), f->upem));
		row = end == i + 1;
	}
	buf_adds(&b, row ? "]]" : "]");
	return buf_str(&b);
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
    const struct font_subset *subset)
{
	HPDF_Dict d = pdf_dict(pdf), file = pdf_stream(pdf, subset->program,
				     STREAM_DEFLATED);
	int flags = FLAG_SERIF | FLAG_SYMBOLIC;

	if (info->italic_angle_tenths != 0)
		flags |= FLAG_ITALIC;
	pdf_put_int(pdf, file, "Length1", (int)subset->length);
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

/* What is embedded: the core and the glyphs of this document. */
static bool
make_subset(struct pdf *pdf, enum face face, struct font_subset *out)
{
	const struct typeface *f = &pdf->face[face];
	size_t n = f->more.n;
	uint32_t *glyph = NEW_ARRAY(pdf->arena, n, uint32_t);
	uint32_t *c = NEW_ARRAY(pdf->arena, n, uint32_t);

	for (size_t i = 0; i < n; i++) {
		glyph[i] = f->more.v[i].cell.glyph;
		c[i] = f->more.v[i].c;
	}
	return font_subset(
	    pdf->fonts, face, pdf->arena, glyph, c, n, out, pdf->err);
}

static bool
font_write(struct pdf *pdf, enum face face)
{
	const struct font_info *info = font_info(pdf->fonts, face);
	struct typeface *f = &pdf->face[face];
	const char *name = subset_name(pdf, info, f);
	struct font_subset subset;
	HPDF_Dict cid;

	if (!make_subset(pdf, face, &subset))
		return false;
	cid = pdf_dict(pdf);
	pdf_put_name(pdf, cid, "Type", "Font");
	pdf_put_name(pdf, cid, "Subtype", "CIDFontType2");
	pdf_put_name(pdf, cid, "BaseFont", name);
	pdf_put_raw(pdf, cid, "CIDSystemInfo",
	    STR("<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"));
	pdf_put_name(pdf, cid, "CIDToGIDMap", "Identity");
	pdf_put_ref(
	    pdf, cid, "FontDescriptor", descriptor(pdf, info, name, &subset));
	pdf_put_raw(pdf, cid, "W", widths(pdf, f));
	pdf_put_name(pdf, f->object, "Type", "Font");
	pdf_put_name(pdf, f->object, "Subtype", "Type0");
	pdf_put_name(pdf, f->object, "BaseFont", name);
	pdf_put_name(pdf, f->object, "Encoding", "Identity-H");
	pdf_put_raw(pdf, f->object, "DescendantFonts",
	    str_printf(pdf->arena, "[%u 0 R]", pdf_number(cid)));
	pdf_put_ref(pdf, f->object, "ToUnicode",
	    pdf_stream(pdf, subset.to_unicode, STREAM_DEFLATED));
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
