/*
 * font.c - the set of four faces: found by family, taken by coverage, and what
 * is asked of a single character.
 */
#include "font/font.h"

#include <stdlib.h>
#include <string.h>

#include "font/core.h"
#include "font/face.h"

/* In order of preference; both have the same advances. */
static const char *const families[] = { "Times New Roman",
	"Liberation Serif" };

enum { FAMILIES = sizeof(families) / sizeof(families[0]) };

static const char *const face_names[FACE_MAX] = {
	[FACE_REGULAR] = "regular",
	[FACE_BOLD] = "bold",
	[FACE_ITALIC] = "italic",
	[FACE_BOLD_ITALIC] = "bold italic",
};

/* Open the first usable file for face f of the family. */
static bool
open_face(struct font_set *fs, const struct finder *finder,
    const char *family, enum face f, struct buf *reason)
{
	size_t n;
	struct candidate *c = find_faces(finder, fs->arena, family, f, &n);
	struct buf why;

	if (n == 0) {
		buf_printf(reason, "; %s %s: not found", family, face_names[f]);
		return false;
	}
	for (size_t i = 0; i < n; i++) {
		why = (struct buf){ .arena = fs->arena };
		if (face_load(&fs->face[f], fs->arena, c[i].path, c[i].index,
			&why))
			return true;
		buf_printf(
		    reason, "; %s: %.*s", family, STR_ARG(buf_str(&why)));
	}
	return false;
}

/* All four faces of the family, or none. */
static bool
open_family(struct font_set *fs, const struct finder *finder, unsigned which,
    struct buf *reason)
{
	for (int f = 0; f < FACE_MAX; f++) {
		if (!open_face(fs, finder, families[which], (enum face)f,
			reason)) {
			while (f-- > 0)
				face_release(&fs->face[f]);
			return false;
		}
		fs->face[f].info.substitute = which != 0;
		core_number(&fs->face[f], (enum face)f, fs->arena);
	}
	return true;
}

struct font_set *
font_set_open(struct err *err)
{
	/* for tests: a folder of font files instead of the machine's fonts */
	struct finder *finder = finder_open(getenv("VANTHU_FONTS"));
	struct arena *a = arena_new();
	struct font_set *fs = NEW(a, struct font_set);
	struct buf reason = { .arena = a };
	bool found = false;

	fs->arena = a;
	for (unsigned i = 0; i < FAMILIES && !found; i++)
		found = open_family(fs, finder, i, &reason);
	finder_close(finder);
	if (found)
		return fs;
	err_set(err, ERR_MISSING,
	    "no font with all Vietnamese letters (install fonts-liberation2)"
	    "%.*s",
	    STR_ARG(buf_str(&reason)));
	arena_free(a);
	return NULL;
}

void
font_set_close(struct font_set *fs)
{
	if (fs == NULL)
		return;
	for (int f = 0; f < FACE_MAX; f++)
		face_release(&fs->face[f]);
	arena_free(fs->arena);
}

const struct font_info *
font_info(const struct font_set *fs, enum face f)
{
	return &fs->face[f].info;
}

const struct font_cells *
font_cells(const struct font_set *fs, enum face f)
{
	return &fs->face[f].cells;
}

struct font_cell
font_char(const struct font_set *fs, enum face f, uint32_t c)
{
	const struct face_file *file = &fs->face[f];

	return c <= 0xFFFF ? *font_cell(&file->cells, c) : face_beyond(file, c);
}

bool
font_covers(const struct font_set *fs, enum face f, uint32_t c)
{
	return font_char(fs, f, c).glyph != 0;
}

uint32_t
font_glyph(const struct font_set *fs, enum face f, uint32_t c)
{
	return font_char(fs, f, c).glyph;
}

unsigned
font_advance(const struct font_set *fs, enum face f, uint32_t c)
{
	return font_char(fs, f, c).advance;
}
