/*
 * core.c - which characters a face's core has, and the pieces made of it.
 *
 * A character in the core that a document does not draw costs it some 45 bytes;
 * one that it draws and the core has not costs it as much more than it would in
 * the core.  So a core has what about half of all papers or more draw in that
 * face, by those of the sample, written out by hand: in the regular face nearly
 * all of the small letters, in the bold one capitals of titles, in the italic
 * one those of dates and of what stands under a name, in the bold italic one
 * those of "Nơi nhận:".
 */
#include <uchar.h>

#include "font/core.h"

static const char16_t *const characters[FACE_MAX] = {
	[FACE_REGULAR] = u" %()+,-./0123456789:;"
			 u"ABCDGHIKLMNPQRSTUVWXabcdeghiklmnopqrstuvxy"
			 u"ÁÃÂÔỦĐàáảãạăằắặâầấẩẫậèéêềếểễệìíỉịòóỏõọ"
			 u"ôồốổỗộơờớởỡợùúủụưừứửữựýỷđ“”",
	[FACE_BOLD] = u" ,-.0125"
		      u"ABCDGHIKMNOPQRSTUVXYabcdeghiklmnopqrtuvxy"
		      u"ÀÁẢÃẠÂỀẾỆỈĨỊÒÓÔỔỘỞỦƯĐ"
		      u"àáảãạăắâầậêềếểễệìíịòọôốổộơớởợúủụưứựđ",
	[FACE_ITALIC] = u" ,.01259BDKTaceghikmnqstuyàáảăâếủđ",
	[FACE_BOLD_ITALIC] = u" :Nhinậơ",
};

/* By width, so that /W is short. */
static bool
comes_before(const struct font_cell *a, const struct font_cell *b)
{
	return a->advance != b->advance ? a->advance < b->advance :
					  a->glyph < b->glyph;
}

/* Two characters with one glyph would be one code: the first one has it. */
static bool
is_known(struct font_cell *const *cell, size_t n, const struct font_cell *new)
{
	for (size_t i = 0; i < n; i++)
		if (cell[i]->glyph == new->glyph)
			return true;
	return new->glyph == 0;
}

void
core_number(struct face_file *file, enum face f, struct arena *a)
{
	const char16_t *c = characters[f];
	struct font_cell **cell, *new;
	size_t n = 0, count = 0, k;

	while (c[count] != 0)
		count++;
	cell = NEW_ARRAY(a, count, struct font_cell *);
	file->core = NEW_ARRAY(a, count + 1, uint32_t);
	for (size_t i = 0; i < count; i++) {
		new = face_slot(file, c[i]);
		if (is_known(cell, n, new))
			continue;
		for (k = n++; k > 0 && comes_before(new, cell[k - 1]); k--) {
			cell[k] = cell[k - 1];
			file->core[k + 1] = file->core[k];
		}
		cell[k] = new;
		file->core[k + 1] = c[i];
	}
	for (size_t i = 0; i < n; i++)
		cell[i]->number = (uint16_t)(i + 1);
	file->ncore = n;
}

uint32_t *
core_glyphs(const struct face_file *file, struct arena *a)
{
	uint32_t *glyph = NEW_ARRAY(a, file->ncore, uint32_t);

	for (size_t i = 0; i < file->ncore; i++)
		glyph[i] =
		    font_cell(&file->cells, file->core[i + 1])->glyph;
	return glyph;
}

static void
show(struct core *core, const struct face_file *file, struct arena *a)
{
	size_t n = core->cut.glyph.n;
	uint16_t *advance = NEW_ARRAY(a, n, uint16_t);
	const unsigned char *p = (const unsigned char *)core->cut.hmtx.p;

	for (size_t i = 0; i < n; i++, p += 4)
		advance[i] = (uint16_t)(p[0] << 8 | p[1]);
	core->shown = (struct font_core) { .nchars = file->ncore,
		.nglyphs = n,
		.c = file->core,
		.advance = advance };
}

bool
core_make(struct core *core, const struct face_file *file, struct str program,
    struct arena *a)
{
	struct str glyf, hmtx;

	if (!cut_glyphs(program, NULL, a, core_glyphs(file, a), file->ncore,
		&core->cut))
		return false;
	glyf = buf_str(&core->cut.glyf);
	hmtx = buf_str(&core->cut.hmtx);
	core->sums = (struct cut_sums) { cut_sum(glyf), cut_sum(hmtx) };
	show(core, file, a);
	return piece_new(&core->glyf, a, glyf) &&
	    piece_new(&core->hmtx, a, hmtx) &&
	    piece_new(&core->to_unicode, a,
		to_unicode_begin(a, file->core + 1, file->ncore));
}
