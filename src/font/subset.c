/*
 * subset.c - a font program cut down to the glyphs a document uses.
 *
 * hb-subset makes it ready once a process: with all Vietnamese letters and what
 * else has been asked for so far, without what a PDF reader takes from the PDF
 * itself (names, character map) or never asks for (layout tables, hints).  Out
 * of that the core is made, once too (core.c).  A document takes the core as it
 * is and its other glyphs, a few, out of the program (cut.c).
 *
 * The bytes of a document follow from its own glyphs alone: a glyph is the same
 * whichever others are there, and the small tables are those of the first
 * program, which has the same glyphs in every process.
 */
#include <hb-subset.h>

#include "font/core.h"
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

/* The face with the glyphs of has and what they are composed of. */
static hb_blob_t *
reduce(const struct face_file *f, const hb_set_t *has)
{
	hb_subset_input_t *in = subset_input(has);
	hb_face_t *cut;
	hb_blob_t *program;

	if (in == NULL)
		return NULL;
	cut = hb_subset_or_fail(f->hb, in);
	hb_subset_input_destroy(in);
	program = cut != NULL ? hb_face_reference_blob(cut) : NULL;
	hb_face_destroy(cut);
	return program;
}

static struct str
bytes_of(hb_blob_t *blob)
{
	unsigned n = 0;
	const char *p = hb_blob_get_data(blob, &n);

	return (struct str) { p, n };
}

/* The core and the program it is made of, which is the first. */
static bool
prepare(const struct face_file *f, struct arena *a)
{
	struct ready *r = f->ready;
	struct core *core;

	if (r->core != NULL)
		return true;
	if (r->first == NULL) {
		face_add_required(f, r->has);
		for (size_t i = 1; i <= f->ncore; i++)
			hb_set_add(r->has,
			    font_cell(&f->cells, f->core[i])->glyph);
		r->first = reduce(f, r->has);
		r->program = hb_blob_reference(r->first);
	}
	core = NEW(a, struct core);
	if (r->first != NULL && core_make(core, f, bytes_of(r->first), a))
		r->core = core;
	return r->core != NULL;
}

/* Have these glyphs in the program too. */
static bool
prepare_more(const struct face_file *f, const uint32_t *glyph, size_t n)
{
	struct ready *r = f->ready;
	bool has_all = r->program != NULL;

	for (size_t i = 0; i < n; i++) {
		if (hb_set_has(r->has, glyph[i]))
			continue;
		hb_set_add(r->has, glyph[i]);
		has_all = false;
	}
	if (has_all)
		return true;
	hb_blob_destroy(r->program);
	r->program = reduce(f, r->has);
	return r->program != NULL;
}

void
font_set_prepare(const struct font_set *fs)
{
	for (int f = 0; f < FACE_MAX; f++) /* or again when it is needed */
		(void)prepare(&fs->face[f], fs->arena);
}

static bool
refuse(const struct font_set *fs, enum face f, size_t n, struct err *err)
{
	return err_set(err, ERR_LIBRARY,
	    "%s cannot be cut down to its core and %zu glyphs",
	    font_info(fs, f)->postscript_name, n);
}

const struct font_core *
font_core(const struct font_set *fs, enum face f, struct err *err)
{
	const struct face_file *file = &fs->face[f];

	if (prepare(file, fs->arena))
		return &file->ready->core->shown;
	(void)refuse(fs, f, 0, err);
	return NULL;
}

/* The core's pieces, and around them what is the document's own. */
static struct str
join_program(const struct core *core, const struct cut *more,
    const struct cut_frame *frame, struct arena *a)
{
	struct stream s = { .out.arena = a };

	buf_reserve(&s.out, frame->n);
	stream_begin(&s);
	stream_store(&s, frame->before);
	stream_add(&s, &core->glyf);
	stream_store(&s, buf_str(&more->glyf));
	stream_add(&s, &core->hmtx);
	stream_store(&s, buf_str(&more->hmtx));
	stream_store(&s, frame->behind);
	return stream_end(&s);
}

static struct str
join_to_unicode(
    const struct core *core, const uint32_t *c, size_t n, struct arena *a)
{
	struct stream s = { .out.arena = a };

	stream_begin(&s);
	stream_add(&s, &core->to_unicode);
	stream_store(&s,
	    to_unicode_end(a, (unsigned)core->shown.nglyphs, c, n));
	return stream_end(&s);
}

bool
font_subset(const struct font_set *fs, enum face f, struct arena *a,
    const uint32_t *glyph, const uint32_t *c, size_t n, struct font_subset *out,
    struct err *err)
{
	const struct face_file *file = &fs->face[f];
	struct ready *r = file->ready;
	struct cut_frame frame;
	struct cut more;

	if (!prepare(file, fs->arena) || !prepare_more(file, glyph, n) ||
	    !cut_glyphs(bytes_of(r->program), &r->core->cut, a, glyph, n,
		&more) ||
	    !cut_frame(bytes_of(r->first), &r->core->cut, &more,
		&r->core->sums, a, &frame))
		return refuse(fs, f, n, err);
	out->program = join_program(r->core, &more, &frame, a);
	out->length = frame.n;
	out->to_unicode = join_to_unicode(r->core, c, n, a);
	return true;
}
