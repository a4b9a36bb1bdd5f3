/*
 * subset.c - a font program cut down to the glyphs a document uses.
 *
 * hb-subset makes it ready once a process: with all glyphs asked for so far,
 * without what a PDF reader takes from the PDF itself (names, character map) or
 * never asks for (layout tables, hints).  All documents share that; each takes
 * its own glyphs out of it (cut.c).
 */
#include <hb-subset.h>

#include "font/cut.h"
#include "font/face.h"

/* ISO 32000-1, 9.9: an embedded CIDFontType2 needs none of these. */
static const hb_tag_t unwanted[] = {
	HB_TAG('G', 'S', 'U', 'B'),
	HB_TAG('G', 'P', 'O', 'S'),
	HB_TAG('G', 'D', 'E', 'F'),
	HB_TAG('k', 'e', 'r', 'n'),
	HB_TAG('c', 'm', 'a', 'p'),
	HB_TAG('n', 'a', 'm', 'e'),
	HB_TAG('p', 'o', 's', 't'),
	HB_TAG('O', 'S', '/', '2'),
	HB_TAG('D', 'S', 'I', 'G'),
	HB_TAG('m', 'e', 't', 'a'),
};

static hb_subset_input_t *
subset_input(const hb_set_t *glyphs)
{
	hb_subset_input_t *in = hb_subset_input_create_or_fail();
	hb_set_t *drop;

	if (in == NULL)
		return NULL;
	hb_subset_input_set_flags(in, HB_SUBSET_FLAGS_NO_HINTING |
		HB_SUBSET_FLAGS_RETAIN_GIDS | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
	drop = hb_subset_input_set(in, HB_SUBSET_SETS_DROP_TABLE_TAG);
	for (size_t i = 0; i < sizeof(unwanted) / sizeof(unwanted[0]); i++)
		hb_set_add(drop, unwanted[i]);
	hb_set_union(hb_subset_input_glyph_set(in), glyphs);
	return in;
}

/* The face with the glyphs of ready->has and what they are composed of. */
static bool
prepare(const struct face_file *f)
{
	struct ready *r = f->ready;
	hb_subset_input_t *in = subset_input(r->has);
	hb_face_t *cut = NULL;

	if (in != NULL) {
		cut = hb_subset_or_fail(f->hb, in);
		hb_subset_input_destroy(in);
	}
	hb_blob_destroy(r->program);
	r->program = cut != NULL ? hb_face_reference_blob(cut) : NULL;
	hb_face_destroy(cut);
	return r->program != NULL;
}

void
font_set_prepare(const struct font_set *fs)
{
	for (int f = 0; f < FACE_MAX; f++) {
		face_add_required(&fs->face[f], fs->face[f].ready->has);
		(void)prepare(&fs->face[f]); /* or again when it is needed */
	}
}

bool
font_subset(const struct font_set *fs, enum face f, struct arena *a,
    const uint32_t *glyph, size_t n, struct str *out, struct err *err)
{
	const struct face_file *face = &fs->face[f];
	struct ready *r = face->ready;
	bool has_all = r->program != NULL;
	unsigned size = 0;
	const char *p;

	for (size_t i = 0; i < n; i++) {
		if (hb_set_has(r->has, glyph[i]))
			continue;
		hb_set_add(r->has, glyph[i]);
		has_all = false;
	}
	if (has_all || prepare(face)) {
		p = hb_blob_get_data(r->program, &size);
		if (cut_glyphs((struct str){ p, size }, a, glyph, n, out))
			return true;
	}
	return err_set(err, ERR_LIBRARY,
	    "%s cannot be cut down to %zu glyphs",
	    font_info(fs, f)->postscript_name, n);
}
