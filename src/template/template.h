/*
 * template.h - how an official document looks: page, styles, wording, and which
 * components a type has.  Templates are XML in layers, a later one overriding
 * single values of the earlier: decree < office < document type < unit.
 *
 *	<template version="1">
 *	 <page top="20mm" bottom="20mm" left="30mm" right="20mm" header="10mm"/>
 *	 <columns header-left="62mm" signature-left="75mm"/>
 *	 <space signature="70pt" .../>
 *	 <appendix filled="yes"/>
 *	 <style name="body" size="14pt" align="both" first="12.7mm" after="6pt"
 *	        line="1.0" bold="no" italic="no" keep-next="no"/>
 *	 <word name="number">Số: {number}/{symbol}</word>
 *	 <component name="addressees" show="no"/>
 *	</template>
 *
 * A value outside the decree's range is an error with the clause; an unknown
 * name is one with a near name; both at their line and column.
 */
#ifndef TEMPLATE_TEMPLATE_H
#define TEMPLATE_TEMPLATE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/length.h"
#include "base/str.h"
#include "diag/diag.h"
#include "doc/doc.h"
#include "doc/doctype.h"
#include "parse/source.h"

enum style_id {
#define STYLE(id, name, word, min, max, bold, italic, align, clause) STYLE_##id,
#include "template/style.def"
#undef STYLE
	STYLE_MAX
};

enum word_id {
#define WORD(id, name, fields, clause) WORD_##id,
#include "template/word.def"
#undef WORD
	WORD_MAX
};

enum component_id {
#define COMPONENT(id, name, cell, field, style, place, line) COMPONENT_##id,
#include "template/form.def"
#undef COMPONENT
	COMPONENT_MAX
};

/* Marks in boxes: stamp.def. */
enum stamp_id {
	STAMP_NONE,
#define STAMP(id, field, words, width, clause) STAMP_##id,
#include "template/stamp.def"
#undef STAMP
	STAMP_MAX
};

struct stamp_row {
	enum field field;
	const char *words;
	unsigned width; /* of the box, mm; 0: as the words need */
	const char *clause;
};
extern const struct stamp_row stamp_rows[STAMP_MAX];

/* The height of every box, III.2.b. */
#define STAMP_HEIGHT MM(8)

enum place { PLACE_LEFT, PLACE_RIGHT, PLACE_CENTER, PLACE_BODY };
enum line_under { LINE_NONE, LINE_FULL, LINE_PART };

struct component {
	const char *name, *cell;
	enum field field; /* FIELD_NONE: not from the report */
	enum style_id style;
	enum place place;
	enum line_under line;
};
extern const struct component components[COMPONENT_MAX];

/* The fixed part of a style: its row in style.def. */
struct style_row {
	const char *name; /* in templates */
	const char *word; /* style name in Word */
	const char *clause;
};
extern const struct style_row style_rows[STYLE_MAX];

struct page_setup {
	emu width, height; /* A4: 210 x 297 mm */
	emu top, bottom, left, right;
	emu header; /* from the paper's edge to the page number's line top */
};

/*
 * All values resolved: nothing is inherited any more.  Lengths, here and below,
 * are whole twips: what Word can store, so that both outputs start equal.
 *
 * In a component of several paragraphs (issuer, addressees, signature ...)
 * before counts for the first and after for the last one, but every căn cứ and
 * body paragraph has its own.  after of the subject lies below its rule.
 */
struct style {
	unsigned half_points;
	bool bold, italic, caps; /* caps: text is put into capitals by layout */
	enum align align;        /* never ALIGN_DEFAULT */
	emu left, right, first;  /* first: of the first line, negative hangs */
	emu before, after;       /* between paragraphs the larger one counts */
	unsigned line;           /* 240 = single, 360 = 1.5 lines */
	bool keep_next, keep_lines;
};

struct template {
	struct page_setup page;
	emu header_left;    /* left column of the header table */
	emu signature_left; /* left column of the signature table */
	emu signature_gap;  /* room for the signature, cell 7c */
	emu rule_width;     /* thickness of the drawn rules */
	emu notes_above;    /* the footnotes' separator; 0: a line of normal */
	bool about_filled;  /* "(Kèm theo ...)" of an appendix, III.1.c */
	struct style style[STYLE_MAX];
	struct str word[WORD_MAX];  /* blanks folded */
	bool shown[COMPONENT_MAX];
};

/*
 * One template from its layers, lowest first; the first must set everything.
 * NULL after an error finding in any layer.
 */
const struct template *template_read(struct arena *a,
    const struct source *const *layer, size_t n, struct diags *ds);

/*
 * The file (below templates/) of the layer for a type: "types/bao-cao.xml".  A
 * type without such a file is set by the layers above alone: form 1.4 without
 * Kính gửi.
 */
struct str template_type_file(struct arena *a, enum doctype type);

/*
 * A single layer checked on its own (`vanthu template lint`): everything but
 * what only all layers together can lack.  True without an error finding.
 */
bool template_lint(struct arena *a, const struct source *src,
    struct diags *ds);

/*
 * wording with its {fields} filled; pairs of const char * and struct str, ended
 * by a NULL name.  The lint has made sure that only known fields occur.
 */
struct str template_fill(struct arena *a, struct str wording, ...);

#endif
