/*
 * source.c - the index of lines of a clean source, and places in it; the order
 * in which bytes are made clean (mend.c, chars.c).
 */
#include "parse/source.h"

#include <string.h>

#include "parse/mend.h"
#include "text/viet.h"

enum { LINE_MAX_BYTES = 100000 };

/* A last line without an end counts; an empty text has one empty line. */
static void
index_lines(struct arena *a, struct source *src)
{
	const char *p = src->text.p, *end = p + src->text.n;
	size_t n = 1;

	for (const char *q = p;
	     (q = memchr(q, '\n', (size_t)(end - q))) != NULL;)
		n += ++q < end;
	src->line = NEW_ARRAY(a, n, uint32_t);
	src->nlines = n;
	for (size_t i = 1; i < n; i++) {
		p = memchr(p, '\n', (size_t)(end - p));
		src->line[i] = (uint32_t)(++p - src->text.p);
	}
}

static bool
begins_char(char c)
{
	return ((unsigned char)c & 0xc0) != 0x80;
}

/* So that a place in a very long line costs no more than in a short one. */
static void
index_chars(struct arena *a, struct source *src)
{
	uint32_t count = 0;

	src->chars = NEW_ARRAY(a, src->text.n / SOURCE_STEP + 1, uint32_t);
	for (size_t i = 0; i < src->text.n; i++) {
		if (i % SOURCE_STEP == 0)
			src->chars[i / SOURCE_STEP] = count;
		count += begins_char(src->text.p[i]);
	}
	if (src->text.n % SOURCE_STEP == 0)
		src->chars[src->text.n / SOURCE_STEP] = count;
}

/* Code points that begin before offset. */
static uint32_t
chars_before(const struct source *src, size_t offset)
{
	uint32_t count = src->chars[offset / SOURCE_STEP];

	for (size_t i = offset - offset % SOURCE_STEP; i < offset; i++)
		count += begins_char(src->text.p[i]);
	return count;
}

/* The end of line i (from 0), without its LF. */
static size_t
line_end(const struct source *src, size_t i)
{
	size_t end = i + 1 < src->nlines ? src->line[i + 1] : src->text.n;

	if (end > src->line[i] && src->text.p[end - 1] == '\n')
		end--;
	return end;
}

static bool
check_line_lengths(const struct source *src, struct diags *ds)
{
	size_t first = src->nlines, count = 0, longest = 0;

	for (size_t i = 0; i < src->nlines; i++) {
		size_t n = line_end(src, i) - src->line[i];

		if (n <= LINE_MAX_BYTES)
			continue;
		if (count++ == 0)
			first = i;
		if (n > longest)
			longest = n;
	}
	if (count == 0)
		return true;
	diag_add(ds, DIAG_PARSE_LINE_LONG,
	    (struct pos) { src->path, (uint32_t)first + 1, 1 },
	    "%zu > %d (%zu)", longest, LINE_MAX_BYTES, count);
	return false;
}

static bool
check_pasted(const struct source *src, struct diags *ds)
{
	size_t at = 0;
	enum viet_legacy legacy = viet_legacy_pasted(src->text, &at);

	if (legacy == LEGACY_NONE)
		return true;
	diag_add(ds, DIAG_PARSE_LEGACY_PASTED, source_pos(src, at), "%s",
	    viet_legacy_name(legacy));
	return false;
}

const struct source *
source_clean(
    struct arena *a, const char *path, struct str bytes, struct diags *ds)
{
	struct mend m = { a, path, bytes, ds, false };
	struct source *src;
	bool good;

	diags_add_file(ds, path, bytes);
	if (bytes.n > INT32_MAX / 2) {
		diag_add(
		    ds, DIAG_IO_FILE_TOO_LARGE, POS_FILE(path), "%zu", bytes.n);
		return NULL;
	}
	mend_encoding(&m);
	if (m.refused)
		return NULL;
	mend_line_ends(&m);
	mend_nfc(&m);
	src = NEW(a, struct source);
	src->path = path;
	src->text = str_dup(a, m.text);
	index_lines(a, src);
	index_chars(a, src);
	good = check_line_lengths(src, ds);
	good = chars_check(src, ds) && good;
	good = check_pasted(src, ds) && good;
	return good ? src : NULL;
}

struct pos
source_pos(const struct source *src, size_t offset)
{
	size_t low = 0, high = src->nlines, end;

	while (high - low > 1) {
		size_t mid = low + (high - low) / 2;

		if (src->line[mid] <= offset)
			low = mid;
		else
			high = mid;
	}
	end = line_end(src, low);
	if (offset > end)
		offset = end;
	while (offset > src->line[low] && offset < end &&
	    !begins_char(src->text.p[offset]))
		offset--;
	return (struct pos) { src->path, (uint32_t)low + 1,
		chars_before(src, offset) - chars_before(src, src->line[low]) +
		    1 };
}

struct pos
source_pos_bytes(const struct source *src, uint32_t line, uint32_t byte_col)
{
	size_t i = line > 0 ? line - 1 : 0, offset;

	if (i >= src->nlines)
		i = src->nlines - 1;
	offset = src->line[i] + (size_t)(byte_col > 0 ? byte_col - 1 : 0);
	if (offset > line_end(src, i))
		offset = line_end(src, i);
	return source_pos(src, offset);
}
