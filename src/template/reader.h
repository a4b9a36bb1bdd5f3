/*
 * reader.h - a template under construction, for the files of this folder: the
 * values so far and where each was set last.
 */
#ifndef TEMPLATE_READER_H
#define TEMPLATE_READER_H

#include "template/rows.h"
#include "template/setting.h"

struct reader {
	struct arena *arena;
	struct diags *diags;
	struct template *t;
	unsigned layer; /* being read, from 1 */
	/* Where a value was set last; line 0: nowhere yet. */
	struct pos page_at[SETTINGS];
	struct pos style_at[STYLE_MAX][SETTINGS];
	struct pos word_at[WORD_MAX];
	struct pos component_at[COMPONENT_MAX];
	/* The layer that named it last. */
	unsigned style_layer[STYLE_MAX], word_layer[WORD_MAX];
	unsigned component_layer[COMPONENT_MAX];
};

/* Is v of setting i what the decree allows in style s? Findings if not. */
void check_style_value(
    struct reader *r, enum style_id s, size_t i, int64_t v, struct pos pos);

/* Is text a wording for w? Findings if not. */
void check_wording(
    struct reader *r, enum word_id w, struct str text, struct pos pos);

/* May component c be shown or hidden so? */
void check_shown(
    struct reader *r, enum component_id c, bool show, struct pos pos);

/* After the lowest layer: what it has left out; at is its root. */
void check_missing(struct reader *r, struct pos at);

/* After all layers: what no single value shows. */
void check_whole(struct reader *r);

#endif
