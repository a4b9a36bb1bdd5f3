/*
 * docx_view.h - a written DOCX opened for comparison, shared by the files
 * docx_*.c of this folder.
 */
#ifndef VERIFY_DOCX_VIEW_H
#define VERIFY_DOCX_VIEW_H

#include "base/arena.h"
#include "base/pos.h"
#include "diag/diag.h"
#include "layout/laid.h"
#include "verify/xml_scan.h"

struct view_part {
	struct str name, bytes;
	const struct scan_elem *root; /* NULL: an image */
};

struct view {
	struct arena *a;
	struct diags *ds;
	struct pos pos; /* the file, for findings */
	struct view_part *part;
	size_t nparts;
	const struct scan_elem *styles; /* root of word/styles.xml */
};

/* The root of a part, or NULL. */
const struct scan_elem *view_root(const struct view *v, struct str name);

/*
 * The relationship id of the part: the name of the part it aims at; STR_NONE
 * if there is none, or it is external (then *external is set).
 */
struct str view_target(
    const struct view *v, struct str part, struct str id, bool *external);

/* <w:style> of that id, or NULL. */
const struct scan_elem *view_style(const struct view *v, struct str id);

/* Where a <w:vMerge> continues a cell from above. */
bool view_continues(const struct scan_elem *cell);

/* How a run looks, resolved. */
struct view_face {
	int64_t half_points;
	bool bold, italic;
	int64_t spacing;
	int64_t color; /* 0xRRGGBB */
};

/* A border of a paragraph: eighths of a point, points, 0xRRGGBB. */
struct view_side {
	int64_t size, space, color;
};

/* How a paragraph stands, resolved; lengths in twips. */
struct view_form {
	int64_t left, right, first, before, after, line;
	bool exact, keep_next, keep_lines, ruled;
	struct view_side side[4]; /* top, left, bottom, right of a box */
	struct str align;
};

/* Of the <w:p> p through its styles and the defaults (ISO 29500-1, 17.7.2). */
void view_resolve(const struct view *v, const struct scan_elem *p,
    struct view_form *form, struct view_face *face);

/* Change face by <w:rPr>, its style first; NULL changes nothing. */
void view_apply_face(const struct view *v, const struct scan_elem *props,
    struct view_face *face);

/* docx_media.c: parts that are images, and whether they have a type. */
bool view_is_media(struct str part);
bool view_media_typed(const struct view *v, struct str part);

/* Is there such a part, image or not? */
bool view_has(const struct view *v, struct str name);

/* The image in p against g, whose file is asset. */
void compare_image(const struct view *v, const char *part, size_t number,
    const struct scan_elem *p, const struct limage *g,
    const struct asset *asset);
void lint_drawings(const struct view *v);

/* Findings about the structure of the package (docx_lint.c). */
void lint_package(const struct view *v);

/* Paragraphs, notes and page headers against l (docx_text.c). */
void compare_text(const struct view *v, const struct laid *l);

/* Sections and tables against l (docx_form.c). */
void compare_sections(const struct view *v, const struct laid *l);
void compare_tables(const struct view *v, const struct laid *l);

/* All paragraphs of a header or footer part against n blocks. */
void compare_margin(const struct view *v, struct str part,
    const struct lblock *b, size_t n);

/* One paragraph p of part against g. */
void compare_paragraph(const struct view *v, const char *part, size_t number,
    const struct scan_elem *p, const struct lparagraph *g);

#endif
