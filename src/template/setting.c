/*
 * setting.c - the table of settings, and the decree's figures for styles.
 */
#include "template/setting.h"

#include <string.h>

/* clang-format off */
#define PAGE(field) offsetof(struct template, page.field)
#define WHOLE(field) offsetof(struct template, field)
#define STYLE_FIELD(field) offsetof(struct style, field)

enum { SINGLE = 240, ONE_AND_HALF = 360 };

/*
 * Limits without a clause are ours: enough for any office, and small enough
 * that nothing is pushed off the page.  The header distance leaves room for a
 * line of 14 points above the text at the smallest top margin.
 */
const struct setting settings[SETTINGS] = {
	{ "page", "width", VALUE_MM, PAGE(width), MM(210), MM(210),
	  DIAG_TEMPLATE_PAPER_SIZE, true },
	{ "page", "height", VALUE_MM, PAGE(height), MM(297), MM(297),
	  DIAG_TEMPLATE_PAPER_SIZE, true },
	{ "page", "top", VALUE_MM, PAGE(top), MM(20), MM(25),
	  DIAG_TEMPLATE_MARGIN_RANGE, true },
	{ "page", "bottom", VALUE_MM, PAGE(bottom), MM(20), MM(25),
	  DIAG_TEMPLATE_MARGIN_RANGE, true },
	{ "page", "left", VALUE_MM, PAGE(left), MM(30), MM(35),
	  DIAG_TEMPLATE_MARGIN_RANGE, true },
	{ "page", "right", VALUE_MM, PAGE(right), MM(15), MM(20),
	  DIAG_TEMPLATE_MARGIN_RANGE, true },
	{ "page", "header", VALUE_MM, PAGE(header), MM(5), MM(14),
	  DIAG_TEMPLATE_NUMBER_PLACE, true },
	{ "columns", "header-left", VALUE_MM, WHOLE(header_left), MM(40),
	  MM(80), DIAG_TEMPLATE_VALUE_LIMIT, true },
	{ "columns", "signature-left", VALUE_MM, WHOLE(signature_left), MM(50),
	  MM(100), DIAG_TEMPLATE_VALUE_LIMIT, true },
	{ "space", "signature", VALUE_PT, WHOLE(signature_gap), PT(30), PT(140),
	  DIAG_TEMPLATE_VALUE_LIMIT, true },
	{ "space", "rule", VALUE_PT, WHOLE(rule_width), PT(1) / 2, PT(3) / 2,
	  DIAG_TEMPLATE_VALUE_LIMIT, true },
	{ "space", "notes", VALUE_PT, WHOLE(notes_above), PT(6), PT(36),
	  DIAG_TEMPLATE_VALUE_LIMIT, false },
	{ "appendix", "filled", VALUE_SWITCH, WHOLE(about_filled), 0, 1,
	  DIAG_TEMPLATE_VALUE_LIMIT, true },
	{ "style", "size", VALUE_SIZE, STYLE_FIELD(half_points), 2, 2 * 20,
	  DIAG_TEMPLATE_VALUE_LIMIT, true },
	{ "style", "bold", VALUE_SWITCH, STYLE_FIELD(bold), 0, 1,
	  DIAG_TEMPLATE_VALUE_LIMIT, true },
	{ "style", "italic", VALUE_SWITCH, STYLE_FIELD(italic), 0, 1,
	  DIAG_TEMPLATE_VALUE_LIMIT, true },
	{ "style", "caps", VALUE_SWITCH, STYLE_FIELD(caps), 0, 1,
	  DIAG_TEMPLATE_VALUE_LIMIT, false },
	{ "style", "align", VALUE_ALIGN, STYLE_FIELD(align), ALIGN_LEFT,
	  ALIGN_BOTH, DIAG_TEMPLATE_VALUE_LIMIT, true },
	{ "style", "left", VALUE_MM, STYLE_FIELD(left), 0, MM(60),
	  DIAG_TEMPLATE_VALUE_LIMIT, false },
	{ "style", "right", VALUE_MM, STYLE_FIELD(right), 0, MM(60),
	  DIAG_TEMPLATE_VALUE_LIMIT, false },
	{ "style", "first", VALUE_MM, STYLE_FIELD(first), -MM(30), MM(30),
	  DIAG_TEMPLATE_VALUE_LIMIT, true },
	{ "style", "before", VALUE_PT, STYLE_FIELD(before), 0, PT(72),
	  DIAG_TEMPLATE_VALUE_LIMIT, true },
	{ "style", "after", VALUE_PT, STYLE_FIELD(after), 0, PT(72),
	  DIAG_TEMPLATE_VALUE_LIMIT, true },
	{ "style", "line", VALUE_LINE, STYLE_FIELD(line), SINGLE, ONE_AND_HALF,
	  DIAG_TEMPLATE_VALUE_LIMIT, true },
	{ "style", "keep-next", VALUE_SWITCH, STYLE_FIELD(keep_next), 0, 1,
	  DIAG_TEMPLATE_VALUE_LIMIT, false },
	{ "style", "keep-lines", VALUE_SWITCH, STYLE_FIELD(keep_lines), 0, 1,
	  DIAG_TEMPLATE_VALUE_LIMIT, false },
};

/* Paragraphs of the content: indent 1 or 1.27 cm, 6 pt between (II.6.e). */
#define CONTENT(id) \
	{ STYLE_##id, "first", MM(10), PT(36), true, "II.6.e" }, \
	{ STYLE_##id, "after", PT(6), PT(72), false, "II.6.e" }, \
	{ STYLE_##id, "line", SINGLE, ONE_AND_HALF, false, "II.6.e" }
#define CAPITALS(id, yes, clause) \
	{ STYLE_##id, "caps", yes, yes, false, clause }

const struct figure_limit figure_limits[] = {
	CONTENT(BODY),
	CONTENT(ITEM),
	CONTENT(BASE),
	CONTENT(HEADING1),
	CONTENT(HEADING2),
	CONTENT(HEADING3),
	{ STYLE_NATION, "line", SINGLE, SINGLE, false, "II.1.c" },
	{ STYLE_MOTTO, "line", SINGLE, SINGLE, false, "II.1.c" },
	{ STYLE_SUPERIOR, "line", SINGLE, SINGLE, false, "II.2.b" },
	{ STYLE_ISSUER, "line", SINGLE, SINGLE, false, "II.2.b" },
	{ STYLE_ABOUT, "before", PT(6), PT(6), false, "II.5.b" },
	CAPITALS(NATION, 1, "II.1.a"),
	CAPITALS(MOTTO, 0, "II.1.b"),
	CAPITALS(SUPERIOR, 1, "II.2.b"),
	CAPITALS(ISSUER, 1, "II.2.b"),
	CAPITALS(NUMBER, 0, "II.3"),
	CAPITALS(PLACE_DATE, 0, "II.4.c"),
	CAPITALS(ABOUT, 0, "II.5.b"),
	CAPITALS(TYPE, 1, "II.5.b"),
	CAPITALS(SUBJECT, 0, "II.5.b"),
	CAPITALS(BASE, 0, "II.6.a"),
	CAPITALS(HEADING1, 1, "V.6b"),
	CAPITALS(HEADING2, 0, "V.6b"),
	CAPITALS(HEADING3, 0, "V.6b"),
	CAPITALS(BODY, 0, "II.6.e"),
	CAPITALS(ITEM, 0, "II.6.e"),
	CAPITALS(ADDRESSEE, 0, "II.9.d"),
	CAPITALS(AUTHORITY, 1, "II.7.đ"),
	CAPITALS(SIGNER, 0, "II.7.đ"),
	CAPITALS(RECIPIENTS, 0, "II.9.d"),
	CAPITALS(RECIPIENT, 0, "II.9.d"),
	CAPITALS(CIRCULATION, 1, "III.2.c"),
	CAPITALS(URGENCY, 1, "III.2.b"),
	CAPITALS(ADDRESS, 0, "III.4"),
	CAPITALS(APPENDIX, 0, "III.1.b"),
	CAPITALS(APPENDIX_TITLE, 1, "III.1.b"),
	CAPITALS(APPENDIX_ABOUT, 0, "III.1.c"),
	{ STYLE_CIRCULATION, "line", SINGLE, SINGLE, false, "III.2.c" },
	{ STYLE_URGENCY, "line", SINGLE, SINGLE, false, "III.2.b" },
	{ STYLE_ADDRESS, "line", SINGLE, SINGLE, false, "III.4" },
};
/* clang-format on */
const size_t nfigure_limits = sizeof(figure_limits) / sizeof(figure_limits[0]);

size_t
setting_lookup(const char *element, struct str attribute)
{
	size_t i;

	for (i = 0; i < SETTINGS; i++)
		if (strcmp(settings[i].element, element) == 0 &&
		    str_is(attribute, settings[i].attribute))
			break;
	return i;
}

void
setting_store(const struct setting *s, void *base, int64_t v)
{
	void *at = (char *)base + s->offset;

	switch (s->kind) {
	case VALUE_MM:
	case VALUE_PT:
		*(emu *)at = TWIP(twips(v)); /* what Word can store */
		break;
	case VALUE_SIZE:
	case VALUE_LINE:
		*(unsigned *)at = (unsigned)v;
		break;
	case VALUE_SWITCH:
		*(bool *)at = v != 0;
		break;
	case VALUE_ALIGN:
		*(enum align *)at = (enum align)v;
		break;
	}
}

int64_t
setting_load(const struct setting *s, const void *base)
{
	const void *at = (const char *)base + s->offset;

	switch (s->kind) {
	case VALUE_MM:
	case VALUE_PT:
		return *(const emu *)at;
	case VALUE_SIZE:
	case VALUE_LINE:
		return *(const unsigned *)at;
	case VALUE_SWITCH:
		return *(const bool *)at;
	case VALUE_ALIGN:
		return *(const enum align *)at;
	}
	return 0;
}
