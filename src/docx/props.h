/*
 * props.h - the properties of styles, paragraphs and runs, written where they
 * differ from what is inherited.
 */
#ifndef DOCX_PROPS_H
#define DOCX_PROPS_H

#include "docx/xw.h"
#include "layout/laid.h"

/* A style's id and name in styles.xml. */
const char *style_word_id(struct arena *a, enum style_id id);
const char *style_word_name(enum style_id id);

/* Ids that are not from style.def. */
#define STYLE_ID_NOTE_MARK "FootnoteReference"
#define STYLE_ID_TABLE "TableGrid"

/* What <w:docDefaults> says; every style differs from it or from Normal. */
extern const struct style doc_defaults;

/* How thick a table's border and how wide a cell's margin Table Grid has. */
enum {
	GRID_BORDER = 4 /* eighths of a point */,
	GRID_MARGIN = 108 /* twips */
};

/* A rule's paragraph (docx facts 2.1), in twips and half points. */
enum { RULE_LINE = 60, RULE_SIZE = 4 };

/* A thickness in eighths of a point (ST_EighthPointMeasure). */
int64_t eighths(emu thickness);

/* keepNext, keepLines. */
void write_keeps(struct xw *x, const struct style *base, const struct style *s);

/* spacing, ind, jc; exact as in struct lparagraph. */
void write_spacing(
    struct xw *x, const struct style *base, const struct style *s, emu exact);
void write_indents(
    struct xw *x, const struct style *base, const struct style *s);
void write_jc(struct xw *x, const struct style *base, const struct style *s);

/* What a run may differ in. */
struct face_props {
	const char *style; /* of the characters, or NULL */
	bool bold, italic;
	unsigned half_points;
	int spacing; /* twips */
	uint32_t color; /* 0xRRGGBB; 0: as inherited, black */
};

/* <w:rPr>, or nothing when nothing differs from base. */
void write_face(
    struct xw *x, const struct style *base, const struct face_props *r);

/* The border above a rule's paragraph; those around a box. */
void write_rule_border(struct xw *x, emu thickness);
void write_box_borders(struct xw *x, const struct lbox *box);

/* <name w:w= w:type="dxa"/>, <w:tblBorders>, <w:tblCellMar> (table.c). */
void write_width(struct xw *x, const char *name, int64_t width);
void write_borders(struct xw *x, int64_t size);
void write_margins(struct xw *x, int64_t margin);

#endif
