/*
 * part_settings.c - word/settings.xml (ISO 29500-1, 17.15; the order is that of
 * CT_Settings).
 *
 * Compatibility mode 14: from 15 on Word squeezes the blanks of justified lines
 * to take in one more word, so its lines would differ from the PDF's.
 */
#include "docx/part.h"

enum { COMPATIBILITY_MODE = 14, TAB_STOP = 720 /* twips */ };

#define OFFICE_URI "http://schemas.microsoft.com/office/word"

static void
write_compat_setting(struct xw *x, const char *name, int value)
{
	xw_open(x, "w:compatSetting");
	xw_attr(x, "w:name", name);
	xw_attr(x, "w:uri", OFFICE_URI);
	xw_attr_int(x, "w:val", value);
	xw_close(x, "w:compatSetting");
}

static void
write_compat(struct xw *x)
{
	xw_open(x, "w:compat");
	/* else a line that ends in <w:br/> is stretched */
	xw_empty(x, "w:doNotExpandShiftReturn");
	write_compat_setting(x, "compatibilityMode", COMPATIBILITY_MODE);
	write_compat_setting(
	    x, "overrideTableStyleFontSizeAndJustification", 1);
	write_compat_setting(x, "enableOpenTypeFeatures", 1);
	write_compat_setting(x, "doNotFlipMirrorIndents", 1);
	xw_close(x, "w:compat");
}

static void
write_separator_id(struct xw *x, int id)
{
	xw_open(x, "w:footnote");
	xw_attr_int(x, "w:id", id);
	xw_close(x, "w:footnote");
}

void
write_settings(struct xw *x, struct pack *p, size_t index)
{
	(void)index;
	xw_open(x, "w:settings");
	xw_attr(x, "xmlns:w", NS_W);
	xw_open(x, "w:zoom");
	xw_attr_int(x, "w:percent", 100);
	xw_close(x, "w:zoom");
	xw_val_int(x, "w:defaultTabStop", TAB_STOP);
	xw_val(x, "w:characterSpacingControl", "doNotCompress");
	if (p->laid->nnotes > 0) {
		xw_open(x, "w:footnotePr");
		write_separator_id(x, -1);
		write_separator_id(x, 0);
		xw_close(x, "w:footnotePr");
	}
	write_compat(x);
	xw_val(x, "w:themeFontLang", LANGUAGE);
	xw_val(x, "w:decimalSymbol", ",");
	xw_val(x, "w:listSeparator", ";");
	xw_close(x, "w:settings");
}
