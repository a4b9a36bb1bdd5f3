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

/* What is made once a process for its documents (subset.c). */
struct ready {
	hb_set_t *has;      /* glyphs of program */
	hb_blob_t *program; /* a font program with them; NULL: none yet */
	hb_blob_t *first;   /* the first one, of which the core was made */
	struct core *core;  /* NULL: none yet */
};

struct face_file {
	hb_face_t *hb;
	hb_font_t *font; /* at the scale of upem */
	struct font_cells cells;
	uint32_t *core; /* the core's characters by number, from 1 (core.c) */
	size_t ncore;
	struct font_info info;
	struct ready *ready;
};

struct font_set {
	struct arena *arena;
	struct face_file face[FACE_MAX];
};

/* Where the cell of c is, a character of the BMP, to be written to. */
struct font_cell *face_slot(struct face_file *f, uint32_t c);

/* The cell of a character that is not in the table of them. */
struct font_cell face_beyond(const struct face_file *f, uint32_t c);

/*
 * Open the file at path as f.  False when it is no TrueType outline font, may
 * not be embedded, or lacks letters; why is then added to reason.  Its cells
 * have no numbers of a core yet.
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
