/*
 * chars.c - single characters that do not belong into an official text, by a
 * table of ranges.  One finding per kind and file.
 */
#include "parse/mend.h"

#include "text/utf8.h"

/*
 * Sorted by first.  Line separators other than LF are counted as controls:
 * libyaml would count lines by them and we would not.
 */
/* clang-format off */
static const struct range {
	uint32_t first, last;
	enum diag_id id;
} range[] = {
	{ 0x0000, 0x0008, DIAG_PARSE_CONTROL_CHARACTER },
	{ 0x000b, 0x001f, DIAG_PARSE_CONTROL_CHARACTER },
	{ 0x007f, 0x009f, DIAG_PARSE_CONTROL_CHARACTER },
	{ 0x00ad, 0x00ad, DIAG_PARSE_ZERO_WIDTH }, /* soft hyphen */
	{ 0x00d0, 0x00d0, DIAG_PARSE_WRONG_D },    /* Icelandic eth */
	{ 0x00f0, 0x00f0, DIAG_PARSE_WRONG_D },
	{ 0x0189, 0x0189, DIAG_PARSE_WRONG_D },    /* African D */
	{ 0x061c, 0x061c, DIAG_PARSE_ZERO_WIDTH }, /* writing direction */
	{ 0x180e, 0x180e, DIAG_PARSE_ZERO_WIDTH },
	{ 0x200b, 0x200f, DIAG_PARSE_ZERO_WIDTH },
	{ 0x2028, 0x2029, DIAG_PARSE_CONTROL_CHARACTER },
	{ 0x202a, 0x202e, DIAG_PARSE_ZERO_WIDTH }, /* writing direction */
	{ 0x2060, 0x2064, DIAG_PARSE_ZERO_WIDTH },
	{ 0x2066, 0x206f, DIAG_PARSE_ZERO_WIDTH },
	{ 0xe000, 0xf8ff, DIAG_PARSE_PRIVATE_USE },
	{ 0xfdd0, 0xfdef, DIAG_PARSE_CONTROL_CHARACTER }, /* no characters */
	{ 0xfeff, 0xfeff, DIAG_PARSE_BYTE_ORDER_MARK_INSIDE },
	{ 0xfffd, 0xfffd, DIAG_PARSE_REPLACEMENT_CHARACTER },
	{ 0xfffe, 0xffff, DIAG_PARSE_CONTROL_CHARACTER },
	{ 0xf0000, 0x10ffff, DIAG_PARSE_PRIVATE_USE },
};
/* clang-format on */
enum { RANGES = sizeof(range) / sizeof(range[0]) };

enum diag_id
source_char_kind(uint32_t c)
{
	size_t low = 0, high = RANGES;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (c > range[mid].last)
			low = mid + 1;
		else if (c < range[mid].first)
			high = mid;
		else
			return range[mid].id;
	}
	return DIAG_MAX;
}

/* What was met of one kind. */
struct seen {
	uint32_t c;
	size_t at, count;
};

/* False if any is an error: the text could not be set as it is. */
static bool
report(const struct source *src, const struct seen *seen, struct diags *ds)
{
	bool good = true;

	for (int id = 0; id < DIAG_MAX; id++) {
		if (seen[id].count == 0)
			continue;
		diag_add(ds, (enum diag_id)id, source_pos(src, seen[id].at),
		    "U+%04X (%zu)", (unsigned)seen[id].c, seen[id].count);
		good = good && diag_rules[id].level != LEVEL_ERROR;
	}
	return good;
}

bool
chars_check(const struct source *src, struct diags *ds)
{
	struct seen seen[DIAG_MAX] = { 0 };

	for (size_t i = 0; i < src->text.n;) {
		size_t at = i;
		uint32_t c = utf8_next(src->text, &i);
		struct seen *s;

		if (c >= ' ' && c < 0x7f)
			continue;
		if (source_char_kind(c) == DIAG_MAX)
			continue;
		s = &seen[source_char_kind(c)];
		if (s->count++ == 0) {
			s->c = c;
			s->at = at;
		}
	}
	return report(src, seen, ds);
}

bool
chars_forbidden(struct str s, uint32_t *c)
{
	for (size_t i = 0; i < s.n;) {
		*c = utf8_next(s, &i);
		if (source_char_kind(*c) == DIAG_PARSE_CONTROL_CHARACTER)
			return true;
	}
	return false;
}
