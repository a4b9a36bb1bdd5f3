/*
 * picture.c - an image set as the only thing on a line of its paragraph.
 *
 * To LibreOffice the line is as high as the image, or as the face's line if
 * that is more; Word adds the face's descent below the image.  So the style's
 * face is as small as can be (template/style.def, FIGURE).
 */
#include "typeset/set.h"

struct set_paragraph
set_picture(struct setter *s, const struct lblock *b, int64_t width,
    struct elem *parent)
{
	const struct limage *g = &b->as.image;
	const struct style *st = &g->paragraph.style;
	struct picture *picture = NEW(s->arena, struct picture);
	struct set_line *line = NEW(s->arena, struct set_line);
	int64_t left = twips(st->left), right = twips(st->right);
	int64_t slack = width - left - right - twips(g->width);
	int64_t least = twips(font_line_height(s->fonts, st->half_points));
	struct elem *e = tree_add(&s->tree, parent, TAG_FIGURE);

	e->alt = g->alt;
	picture->x = TWIP(left);
	if (st->align == ALIGN_CENTER)
		picture->x += TWIP(slack) / 2;
	else if (st->align == ALIGN_RIGHT)
		picture->x += TWIP(slack);
	picture->width = g->width;
	picture->height = g->height;
	picture->asset = g->asset;
	picture->elem = e;
	picture->pos = b->pos;
	line->height = twips(g->height);
	if (line->height < least)
		line->height = least;
	line->ascent = line->need = line->height;
	line->picture = picture;
	return (struct set_paragraph){ .line = line,
		.nlines = 1,
		.before = twips(st->before),
		.after = twips(st->after),
		.keep_next = st->keep_next,
		.keep_lines = true };
}
