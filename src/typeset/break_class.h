/*
 * break_class.h - where a line may break: the line breaking classes of UAX 14
 * as LibreOffice's own rule file uses them (docx facts 3.4).  Private to
 * typeset/.
 */
#ifndef TYPESET_BREAK_CLASS_H
#define TYPESET_BREAK_CLASS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum break_class {
	BREAK_AL, /* letters and everything not named below */
	BREAK_SP, /* space */
	BREAK_GL, /* glue */
	BREAK_OP, /* opening bracket */
	BREAK_CL, /* closing bracket */
	BREAK_QU, /* quotation mark */
	BREAK_EX, /* exclamation and question mark */
	BREAK_IS, /* . , : ; */
	BREAK_SY, /* slash */
	BREAK_HY, /* hyphen */
	BREAK_BA, /* break after: en dash, bar */
	BREAK_BB, /* break before */
	BREAK_B2, /* em dash */
	BREAK_NS, /* never first on a line */
	BREAK_NU, /* digits */
	BREAK_IN, /* ellipsis */
	BREAK_PR, /* sign before a number */
	BREAK_PO, /* sign after a number */
	BREAK_ZW, /* zero width space */
	BREAK_CM, /* belongs to the character before it */
	BREAK_BK, /* a line end the author asked for */
	BREAK_CLASSES
};

/* Nearly every character is one of these, in no row of the table of others. */
static inline bool
is_plain_letter(uint32_t c)
{
	return (c >= 'a' && c <= 'z') || (c >= 0x00C0 && c <= 0x02C7) ||
	    (c >= 0x1E00 && c <= 0x1FFF) || (c >= 'A' && c <= 'Z');
}

/* break_class() of the others. */
enum break_class break_class_other(uint32_t c);

static inline enum break_class
break_class(uint32_t c)
{
	if (is_plain_letter(c))
		return BREAK_AL;
	return c == ' ' ? BREAK_SP : break_class_other(c);
}

/* may[i] becomes true where a line may end before character i of n. */
void break_find(const uint8_t *class, size_t n, bool *may);

#endif
