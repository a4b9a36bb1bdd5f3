/*
 * part_styles.c - word/styles.xml (ISO 29500-1, 17.7).
 *
 * Every style of the template is written, used or not, so that who edits the
 * document finds them.  All but Normal are based on Normal and say where they
 * differ from it.
 */
#include "docx/part.h"
#include "docx/props.h"

#include <string.h>

/* Built-in styles that Word knows of (its latentStyles count). */
enum { LATENT_STYLES = 376 };

static void
write_doc_defaults(struct xw *x)
{
	static const char *const scripts[] = { "w:ascii", "w:hAnsi",
		"w:eastAsia", "w:cs" };

	xw_open(x, "w:docDefaults");
	xw_open(x, "w:rPrDefault");
	xw_open(x, "w:rPr");
	xw_open(x, "w:rFonts");
	for (size_t i = 0; i < sizeof(scripts) / sizeof(scripts[0]); i++)
		xw_attr(x, scripts[i], FONT_NAME);
	xw_close(x, "w:rFonts");
	xw_val_int(x, "w:sz", doc_defaults.half_points);
	xw_val_int(x, "w:szCs", doc_defaults.half_points);
	xw_open(x, "w:lang");
	xw_attr(x, "w:val", LANGUAGE);
	xw_attr(x, "w:eastAsia", LANGUAGE);
	xw_attr(x, "w:bidi", "ar-SA");
	xw_close(x, "w:lang");
	xw_close(x, "w:rPr");
	xw_close(x, "w:rPrDefault");
	xw_empty(x, "w:pPrDefault");
	xw_close(x, "w:docDefaults");
}

/* Word's own styles stay out of its lists until used. */
static void
write_latent_styles(struct xw *x)
{
	xw_open(x, "w:latentStyles");
	xw_attr_int(x, "w:defLockedState", 0);
	xw_attr_int(x, "w:defUIPriority", 99);
	xw_attr_int(x, "w:defSemiHidden", 1);
	xw_attr_int(x, "w:defUnhideWhenUsed", 1);
	xw_attr_int(x, "w:defQFormat", 0);
	xw_attr_int(x, "w:count", LATENT_STYLES);
	xw_close(x, "w:latentStyles");
}

static void
open_style(struct xw *x, const char *type, const char *id, const char *name,
    bool is_default)
{
	xw_open(x, "w:style");
	xw_attr(x, "w:type", type);
	if (is_default)
		xw_attr(x, "w:default", "1");
	if (strncmp(name, "VT ", 3) == 0) /* ours, not Word's */
		xw_attr(x, "w:customStyle", "1");
	xw_attr(x, "w:styleId", id);
	xw_val(x, "w:name", name);
}

/* After a heading comes body text. */
static bool
is_heading(enum style_id id)
{
	return id == STYLE_HEADING1 || id == STYLE_HEADING2 ||
	    id == STYLE_HEADING3;
}

/* Properties of the paragraph of style id, against base. */
static void
write_style_props(struct xw *x, enum style_id id, const struct style *base,
    const struct style *s, const struct template *t)
{
	struct face_props face = {
		.bold = s->bold,
		.italic = s->italic,
		.half_points = s->half_points,
	};

	xw_open(x, "w:pPr");
	write_keeps(x, base, s);
	if (id == STYLE_NORMAL)
		xw_empty(x, "w:widowControl");
	if (id == STYLE_RULE)
		write_rule_border(x, t->rule_width);
	write_spacing(x, base, s, id == STYLE_RULE ? TWIP(RULE_LINE) : 0);
	write_indents(x, base, s);
	write_jc(x, base, s);
	if (is_heading(id))
		xw_val_int(x, "w:outlineLvl", (int64_t)id - STYLE_HEADING1);
	xw_close(x, "w:pPr");
	write_face(x, base, &face);
}

/* <w:style> of a row of style.def. */
static void
write_style(struct xw *x, struct pack *p, enum style_id id)
{
	const struct template *t = p->laid->tpl;
	const struct style *normal = &t->style[STYLE_NORMAL];
	struct style rule = {
		.half_points = RULE_SIZE, .align = ALIGN_CENTER, .line = 240
	};

	open_style(x, "paragraph", style_word_id(p->arena, id),
	    style_word_name(id), id == STYLE_NORMAL);
	if (id != STYLE_NORMAL)
		xw_val(x, "w:basedOn", style_word_id(p->arena, STYLE_NORMAL));
	if (is_heading(id))
		xw_val(x, "w:next", style_word_id(p->arena, STYLE_BODY));
	xw_val_int(x, "w:uiPriority", (int64_t)id);
	xw_empty(x, "w:qFormat");
	write_style_props(x, id, id == STYLE_NORMAL ? &doc_defaults : normal,
	    id == STYLE_RULE ? &rule : &t->style[id], t);
	xw_close(x, "w:style");
}

static void
write_hidden(struct xw *x, int priority)
{
	xw_val_int(x, "w:uiPriority", priority);
	xw_empty(x, "w:semiHidden");
	xw_empty(x, "w:unhideWhenUsed");
}

static void
write_character_styles(struct xw *x)
{
	open_style(x, "character", "DefaultParagraphFont",
	    "Default Paragraph Font", true);
	write_hidden(x, 1);
	xw_close(x, "w:style");
	open_style(
	    x, "character", STYLE_ID_NOTE_MARK, "footnote reference", false);
	xw_val(x, "w:basedOn", "DefaultParagraphFont");
	xw_val_int(x, "w:uiPriority", 99);
	xw_empty(x, "w:unhideWhenUsed");
	xw_open(x, "w:rPr");
	xw_val(x, "w:vertAlign", "superscript");
	xw_close(x, "w:rPr");
	xw_close(x, "w:style");
}

static void
write_default_table(struct xw *x)
{
	open_style(x, "table", "TableNormal", "Normal Table", true);
	write_hidden(x, 99);
	xw_open(x, "w:tblPr");
	write_width(x, "w:tblInd", 0);
	write_margins(x, GRID_MARGIN);
	xw_close(x, "w:tblPr");
	xw_close(x, "w:style");
	open_style(x, "numbering", "NoList", "No List", true);
	write_hidden(x, 99);
	xw_close(x, "w:style");
}

static void
write_table_grid(struct xw *x)
{
	open_style(x, "table", STYLE_ID_TABLE, "Table Grid", false);
	xw_val(x, "w:basedOn", "TableNormal");
	xw_val_int(x, "w:uiPriority", 39);
	xw_open(x, "w:tblPr");
	write_borders(x, GRID_BORDER);
	xw_close(x, "w:tblPr");
	xw_close(x, "w:style");
}

void
write_styles(struct xw *x, struct pack *p, size_t index)
{
	(void)index;
	xw_open(x, "w:styles");
	xw_attr(x, "xmlns:w", NS_W);
	write_doc_defaults(x);
	write_latent_styles(x);
	for (int i = 0; i < STYLE_MAX; i++)
		write_style(x, p, (enum style_id)i);
	write_character_styles(x);
	write_default_table(x);
	write_table_grid(x);
	xw_close(x, "w:styles");
}
