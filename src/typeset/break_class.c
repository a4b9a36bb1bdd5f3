/*
 * break_class.c - line breaking classes and the pairs that stay together.
 *
 * The measured rules (docx facts 3.4), not the current UAX 14: LibreOffice
 * keeps the tables of Unicode 5.0 with changes of its own.
 */
#include "typeset/break_class.h"

static const struct {
	uint32_t first, last;
	enum break_class class;
} ranges[] = {
	{ 0x0000, 0x0008, BREAK_CM },
	{ 0x0009, 0x0009, BREAK_BA },
	{ 0x000A, 0x000D, BREAK_BK },
	{ 0x000E, 0x001F, BREAK_CM },
	{ ' ', ' ', BREAK_SP },
	{ '!', '!', BREAK_EX },
	{ '"', '"', BREAK_QU },
	{ '$', '$', BREAK_PR },
	{ '%', '%', BREAK_PO },
	{ '\'', '\'', BREAK_QU },
	{ '(', '(', BREAK_OP },
	{ ')', ')', BREAK_CL },
	{ '+', '+', BREAK_PR },
	{ ',', ',', BREAK_IS },
	{ '-', '-', BREAK_HY },
	{ '.', '.', BREAK_IS },
	{ '/', '/', BREAK_SY },
	{ '0', '9', BREAK_NU },
	{ ':', ';', BREAK_IS },
	{ '?', '?', BREAK_EX },
	{ '[', '[', BREAK_OP },
	{ '\\', '\\', BREAK_SY },
	{ ']', ']', BREAK_CL },
	{ '{', '{', BREAK_OP },
	{ '|', '|', BREAK_BA },
	{ '}', '}', BREAK_CL },
	{ 0x007F, 0x009F, BREAK_CM },
	{ 0x00A0, 0x00A0, BREAK_GL },
	{ 0x00A1, 0x00A1, BREAK_OP },
	{ 0x00A2, 0x00A2, BREAK_PO },
	{ 0x00A3, 0x00A5, BREAK_PR },
	{ 0x00AB, 0x00AB, BREAK_QU },
	{ 0x00AD, 0x00AD, BREAK_BA },
	{ 0x00B1, 0x00B1, BREAK_PR },
	{ 0x00B4, 0x00B4, BREAK_BB },
	{ 0x00BB, 0x00BB, BREAK_QU },
	{ 0x00BF, 0x00BF, BREAK_OP },
	{ 0x02C8, 0x02C8, BREAK_BB },
	{ 0x02CC, 0x02CC, BREAK_BB },
	{ 0x0300, 0x034E, BREAK_CM },
	{ 0x034F, 0x034F, BREAK_GL },
	{ 0x0350, 0x036F, BREAK_CM },
	{ 0x037E, 0x037E, BREAK_IS },
	{ 0x2000, 0x2006, BREAK_BA },
	{ 0x2007, 0x2007, BREAK_GL },
	{ 0x2008, 0x200A, BREAK_BA },
	{ 0x200B, 0x200B, BREAK_ZW },
	{ 0x200C, 0x200F, BREAK_CM },
	{ 0x2010, 0x2010, BREAK_BA },
	{ 0x2011, 0x2011, BREAK_GL },
	{ 0x2012, 0x2013, BREAK_BA },
	{ 0x2014, 0x2014, BREAK_B2 },
	{ 0x2018, 0x2019, BREAK_QU },
	{ 0x201A, 0x201A, BREAK_OP },
	{ 0x201B, 0x201D, BREAK_QU },
	{ 0x201E, 0x201E, BREAK_OP },
	{ 0x201F, 0x201F, BREAK_QU },
	{ 0x2024, 0x2026, BREAK_IN },
	{ 0x2027, 0x2027, BREAK_BA },
	{ 0x202A, 0x202E, BREAK_CM },
	{ 0x202F, 0x202F, BREAK_GL },
	{ 0x2030, 0x2037, BREAK_PO },
	{ 0x2039, 0x203A, BREAK_QU },
	{ 0x203C, 0x203D, BREAK_NS },
	{ 0x2044, 0x2044, BREAK_IS },
	{ 0x2045, 0x2045, BREAK_OP },
	{ 0x2046, 0x2046, BREAK_CL },
	{ 0x2047, 0x2049, BREAK_NS },
	{ 0x205F, 0x205F, BREAK_BA },
	{ 0x2060, 0x2060, BREAK_GL },
	{ 0x207D, 0x207D, BREAK_OP },
	{ 0x207E, 0x207E, BREAK_CL },
	{ 0x20A0, 0x20A6, BREAK_PR },
	{ 0x20A7, 0x20A7, BREAK_PO },
	{ 0x20A8, 0x20B5, BREAK_PR },
	{ 0x2103, 0x2103, BREAK_PO },
	{ 0x2109, 0x2109, BREAK_PO },
	{ 0x2116, 0x2116, BREAK_PR },
	{ 0x2212, 0x2213, BREAK_PR },
	{ 0x3000, 0x3000, BREAK_BA },
	{ 0xFEFF, 0xFEFF, BREAK_GL },
};

enum break_class
break_class_other(uint32_t c)
{
	size_t low = 0, high = sizeof(ranges) / sizeof(ranges[0]), mid;

	while (low < high) {
		mid = low + (high - low) / 2;
		if (c > ranges[mid].last)
			low = mid + 1;
		else if (c < ranges[mid].first)
			high = mid;
		else
			return ranges[mid].class;
	}
	return BREAK_AL;
}

#define ONE(c) (UINT32_C(1) << BREAK_##c)
#define ALL (~UINT32_C(0))

/* Never first after a character that is no space. */
#define NEVER_FIRST                                                            \
	(ONE(HY) | ONE(BA) | ONE(SY) | ONE(CL) | ONE(QU) | ONE(EX) | ONE(IS) | \
	    ONE(GL) | ONE(NS) | ONE(ZW) | ONE(CM) | ONE(SP) | ONE(BK))

/* Not even after spaces. */
#define NEVER_AFTER_SPACES \
	(ONE(SY) | ONE(CL) | ONE(EX) | ONE(IS) | ONE(ZW) | ONE(SP) | ONE(BK))

/* What may not be parted from a character of the class right before it. */
static const uint32_t glued[BREAK_CLASSES] = {
	[BREAK_AL] =
	    NEVER_FIRST | ONE(AL) | ONE(NU) | ONE(OP) | ONE(IN) | ONE(PR),
	[BREAK_SP] = NEVER_AFTER_SPACES,
	[BREAK_GL] = ALL,
	[BREAK_OP] = ALL,
	[BREAK_CL] = NEVER_FIRST | ONE(AL) | ONE(NU),
	[BREAK_QU] = ALL,
	[BREAK_EX] = NEVER_FIRST,
	[BREAK_IS] = NEVER_FIRST | ONE(AL) | ONE(NU),
	[BREAK_SY] = NEVER_FIRST,
	[BREAK_HY] = NEVER_FIRST,
	[BREAK_BA] = NEVER_FIRST,
	[BREAK_BB] = ALL,
	[BREAK_B2] = NEVER_FIRST | ONE(B2),
	[BREAK_NS] = NEVER_FIRST,
	[BREAK_NU] = NEVER_FIRST | ONE(AL) | ONE(NU) | ONE(OP) | ONE(IN) |
	    ONE(PR) | ONE(PO),
	[BREAK_IN] = NEVER_FIRST | ONE(IN),
	[BREAK_PR] = NEVER_FIRST | ONE(AL) | ONE(NU),
	[BREAK_PO] = NEVER_FIRST | ONE(AL) | ONE(NU),
	[BREAK_ZW] = ONE(SP) | ONE(ZW) | ONE(BK),
	[BREAK_CM] = ALL, /* never asked: resolved before */
	[BREAK_BK] = 0,
};

/* The same with spaces between. */
static const uint32_t glued_over_spaces[BREAK_CLASSES] = {
	[BREAK_OP] = ALL,
	[BREAK_CL] = ONE(NS),
	[BREAK_B2] = ONE(B2),
};

/* Where we are in (PR|PO)? OP? NU (NU|SY|IS)* CL? (PR|PO)? */
enum number { NO_NUMBER, IN_NUMBER, NUMBER_CLOSED };

static enum number
number_next(enum number state, enum break_class class)
{
	if (class == BREAK_NU)
		return IN_NUMBER;
	if (state == IN_NUMBER && (class == BREAK_SY || class == BREAK_IS))
		return IN_NUMBER;
	if (state == IN_NUMBER && class == BREAK_CL)
		return NUMBER_CLOSED;
	return NO_NUMBER;
}

/* Does the number that ends with, or the sign that is, prev go on with b? */
static bool
number_goes_on(enum number state, enum break_class prev, enum break_class b,
    enum break_class after)
{
	bool sign = b == BREAK_PR || b == BREAK_PO;

	if (state == IN_NUMBER && (b == BREAK_NU || sign))
		return true;
	if (state == NUMBER_CLOSED && sign)
		return true;
	return (prev == BREAK_PR || prev == BREAK_PO) && b == BREAK_OP &&
	    after == BREAK_NU;
}

void
break_find(const uint8_t *class, size_t n, bool *may)
{
	enum break_class base = BREAK_BK; /* the last but SP and CM */
	enum break_class prev = BREAK_BK, now, after;
	enum number state = NO_NUMBER;

	for (size_t i = 0; i < n; i++) {
		now = (enum break_class) class[i];
		after = i + 1 < n ? (enum break_class) class[i + 1] : BREAK_BK;
		may[i] = false;
		if (now == BREAK_CM) {
			if (prev != BREAK_SP && prev != BREAK_BK)
				continue; /* as if it were not there */
			now = BREAK_AL;
		}
		if (i > 0)
			may[i] = (glued[prev] & UINT32_C(1) << now) == 0;
		if (prev == BREAK_SP &&
		    (glued_over_spaces[base] & UINT32_C(1) << now) != 0)
			may[i] = false;
		if (number_goes_on(state, prev, now, after))
			may[i] = false;
		state = number_next(state, now);
		prev = now;
		if (now != BREAK_SP)
			base = now;
	}
}
