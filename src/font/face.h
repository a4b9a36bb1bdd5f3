/*
 * face.h - one font file open: its program, its character table, its metrics.
 * Private to font/.
 */
#ifndef FONT_FACE_H
#define FONT_FACE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <hb.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "font/font.h"

/* What is asked most of a character, in font units. */
struct cell {
	uint16_t glyph; /* 0: not in the font */
	uint16_t advance;
};

enum { CELLS = 256, CELL_PAGES = 0x10000 / CELLS };

/* What the documents of this process have asked for (subset.c). */
struct ready {
	hb_set_t *has;      /* glyphs */
	hb_blob_t *program; /* a font program with them; NULL: none yet */
};

struct face_file {
	hb_face_t *hb;
	hb_font_t *font;               /* at the scale of upem */
	struct cell *page[CELL_PAGES]; /* NULL: none of these is in the font */
	unsigned missing_advance;      /* of .notdef */
	struct font_info info;
	struct ready *ready;
};

struct font_set {
	struct arena *arena;
	struct face_file face[FACE_MAX];
};

/* The glyph and advance of c, U+2011 as '-'. */
struct cell face_cell(const struct face_file *f, uint32_t c);

/*
 * Open the file at path as f.  False when it is no TrueType outline font, may
 * not be embedded, or lacks letters; why is then added to reason.
 */
bool face_load(struct face_file *f, struct arena *a, const char *path,
    int index, struct buf *reason);
void face_release(struct face_file *f);

/* Append the required characters that f lacks to reason; true if none. */
bool face_covers_all(const struct face_file *f, struct buf *reason);

/* Add the glyphs of those characters to glyphs. */
void face_add_required(const struct face_file *f, hb_set_t *glyphs);

/* A font file that may serve as a face. */
struct candidate {
	const char *path;
	int index;   /* within a collection */
	int version; /* head.fontRevision, 16.16 */
};

/* The machine's fonts; with dir, only those in that folder. */
struct finder *finder_open(const char *dir);
void finder_close(struct finder *finder);

/*
 * Every file of the family for that face, newest version first, then by path.
 */
struct candidate *find_faces(const struct finder *finder, struct arena *a,
    const char *family, enum face f, size_t *n);

#endif
