/*
 * face.c - one font file opened: accepted or refused, its metrics read.
 * Offsets are those of the OpenType specification, tables head, hhea, OS/2,
 * post.
 */
#include "font/face.h"

#include <string.h>

#include <hb-ot.h>

#include "base/str.h"

enum {
	NON_BREAKING_HYPHEN = 0x2011,
	BMP_LAST = 0xffff,
	CELLS = 256,
	CELL_PAGES = 256
};

static hb_blob_t *
table_of(hb_face_t *hb, const char tag[5])
{
	return hb_face_reference_table(hb, hb_tag_from_string(tag, 4));
}

/* Big-endian numbers of a font table; 0 beyond its end. */
static unsigned
u16(hb_blob_t *table, unsigned at)
{
	unsigned n;
	const char *raw = hb_blob_get_data(table, &n);
	const unsigned char *p = (const unsigned char *)raw;

	return at + 2 <= n ? (unsigned)p[at] << 8 | p[at + 1] : 0;
}

static int
s16(hb_blob_t *table, unsigned at)
{
	return (int16_t)u16(table, at);
}

struct font_cell *
face_slot(struct face_file *f, uint32_t c)
{
	return &f->cells.page[c / CELLS][c % CELLS];
}

static struct font_cell
read_cell(const struct face_file *f, hb_codepoint_t glyph)
{
	return (struct font_cell) { (uint16_t)glyph,
		(uint16_t)hb_font_get_glyph_h_advance(f->font, glyph), 0 };
}

struct font_cell
face_beyond(const struct face_file *f, uint32_t c)
{
	hb_codepoint_t g;

	if (!hb_font_get_nominal_glyph(f->font, c, &g) || g > BMP_LAST)
		g = 0;
	return read_cell(f, g);
}

/* A page with none of its characters in the font. */
static struct font_cell *
empty_page(const struct face_file *f, struct arena *a)
{
	struct font_cell *page = NEW_ARRAY(a, CELLS, struct font_cell);

	for (size_t i = 0; i < CELLS; i++)
		page[i] = read_cell(f, 0);
	return page;
}

/* The cells of all characters in the BMP; most pages are the same empty one. */
static void
read_cells(struct face_file *f, struct arena *a)
{
	hb_set_t *chars = hb_set_create();
	hb_codepoint_t c = HB_SET_VALUE_INVALID;
	struct font_cell *empty = empty_page(f, a);

	for (size_t i = 0; i < CELL_PAGES; i++)
		f->cells.page[i] = empty;
	hb_face_collect_unicodes(f->hb, chars);
	hb_set_add(chars, NON_BREAKING_HYPHEN);
	while (hb_set_next(chars, &c) && c <= BMP_LAST) {
		if (f->cells.page[c / CELLS] == empty)
			f->cells.page[c / CELLS] = empty_page(f, a);
		*face_slot(f, c) = face_beyond(f, c);
	}
	hb_set_destroy(chars);
	*face_slot(f, NON_BREAKING_HYPHEN) = *face_slot(f, '-');
}

static const char *
read_name(const struct face_file *f, struct arena *a, hb_ot_name_id_t id)
{
	char text[128] = "";
	unsigned n = sizeof(text);

	hb_ot_name_get_utf8(f->hb, id, HB_LANGUAGE_INVALID, &n, text);
	return arena_strndup(a, text, strlen(text));
}

static int
cap_height(const struct face_file *f, hb_blob_t *os2)
{
	hb_glyph_extents_t box;

	if (u16(os2, 0) >= 2 && s16(os2, 88) > 0)
		return s16(os2, 88);
	if (hb_font_get_glyph_extents(
		f->font, font_cell(&f->cells, 'H')->glyph, &box))
		return box.y_bearing;
	return 0;
}

static void
read_info(struct face_file *f, struct arena *a)
{
	struct font_info *info = &f->info;
	hb_blob_t *head = table_of(f->hb, "head");
	hb_blob_t *hhea = table_of(f->hb, "hhea");
	hb_blob_t *os2 = table_of(f->hb, "OS/2");
	hb_blob_t *post = table_of(f->hb, "post");
	unsigned weight = u16(os2, 4);

	info->postscript_name =
	    read_name(f, a, HB_OT_NAME_ID_POSTSCRIPT_NAME);
	info->family = read_name(f, a, HB_OT_NAME_ID_FONT_FAMILY);
	info->version = read_name(f, a, HB_OT_NAME_ID_VERSION_STRING);
	info->upem = hb_face_get_upem(f->hb);
	info->x_min = s16(head, 36);
	info->y_min = s16(head, 38);
	info->x_max = s16(head, 40);
	info->y_max = s16(head, 42);
	info->ascent = s16(hhea, 4);
	info->descent = s16(hhea, 6);
	info->line_gap = s16(hhea, 8);
	info->cap_height = cap_height(f, os2);
	/* post.italicAngle is 16.16; tenths of it to the nearest */
	info->italic_angle_tenths =
	    s16(post, 4) * 10 + (int)((u16(post, 6) * 10 + 0x8000) >> 16);
	/* no table has it; the usual estimate from the weight */
	info->stem_v = (int)(50 + weight * weight / (65 * 65));
	hb_blob_destroy(head);
	hb_blob_destroy(hhea);
	hb_blob_destroy(os2);
	hb_blob_destroy(post);
}

/* Is it a plain TrueType font that may be embedded and subset? */
static const char *
refusal(hb_face_t *hb)
{
	enum { RESTRICTED = 0x0002, NO_SUBSET = 0x0100, BITMAP_ONLY = 0x0200 };
	hb_blob_t *glyf = table_of(hb, "glyf");
	hb_blob_t *os2 = table_of(hb, "OS/2");
	hb_blob_t *fvar = table_of(hb, "fvar");
	unsigned type = u16(os2, 8);
	const char *why = NULL;

	if (hb_blob_get_length(glyf) == 0)
		why = "no TrueType outlines";
	else if (hb_blob_get_length(fvar) != 0)
		why = "a variable font";
	else if ((type & 0xf) == RESTRICTED ||
	    (type & (NO_SUBSET | BITMAP_ONLY)) != 0)
		why = "its licence bits forbid embedding";
	hb_blob_destroy(glyf);
	hb_blob_destroy(os2);
	hb_blob_destroy(fvar);
	return why;
}

static bool
face_usable(struct face_file *f, struct arena *a, struct buf *reason)
{
	const char *why = refusal(f->hb);

	if (why != NULL) {
		buf_adds(reason, why);
		return false;
	}
	read_cells(f, a);
	buf_adds(reason, "lacks ");
	if (!face_covers_all(f, reason))
		return false;
	read_info(f, a);
	if (f->info.upem == 0 || f->info.ascent <= 0) {
		buf_adds(reason, "its metrics are damaged");
		return false;
	}
	return true;
}

bool
face_load(struct face_file *f, struct arena *a, const char *path, int index,
    struct buf *reason)
{
	hb_blob_t *blob = hb_blob_create_from_file_or_fail(path);

	*f = (struct face_file){ 0 };
	buf_printf(reason, "%s ", path);
	if (blob == NULL) {
		buf_adds(reason, "cannot be read");
		return false;
	}
	f->hb = hb_face_create(blob, (unsigned)index);
	hb_blob_destroy(blob);
	f->font = hb_font_create(f->hb); /* its scale is upem already */
	f->ready = NEW(a, struct ready);
	f->ready->has = hb_set_create();
	if (face_usable(f, a, reason))
		return true;
	face_release(f);
	return false;
}

void
face_release(struct face_file *f)
{
	if (f->ready != NULL) {
		hb_set_destroy(f->ready->has);
		hb_blob_destroy(f->ready->program);
		hb_blob_destroy(f->ready->first);
	}
	hb_font_destroy(f->font);
	hb_face_destroy(f->hb);
	*f = (struct face_file){ 0 };
}
