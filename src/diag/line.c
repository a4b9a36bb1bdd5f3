/*
 * line.c - the lines that findings name, as their authors wrote them.  The
 * program reads a cleaned text (LF, NFC, no BOM); here its places become those
 * of the file that an editor opens.
 */
#include "diag/diag.h"

#include <string.h>

#include "text/utf8.h"

/* Of a longer line only what is near the place is kept, for showing it. */
enum { LINE_KEPT = 400, LINE_BEFORE = 200 };

/* The offset behind the line that begins at `at`, its end in *end. */
static size_t
next_line(struct str s, size_t at, size_t *end)
{
	while (at < s.n && s.p[at] != '\n' && s.p[at] != '\r')
		at++;
	*end = at;
	if (at + 1 < s.n && s.p[at] == '\r' && s.p[at + 1] == '\n')
		at++;
	return at < s.n ? at + 1 : at;
}

struct str
line_of(struct str bytes, uint32_t line)
{
	size_t at, end;

	if (str_starts(bytes, STR("\xef\xbb\xbf")))
		bytes = str_sub(bytes, 3, bytes.n);
	if (line == 0)
		return STR_NONE;
	for (at = 0; line > 1; line--)
		at = next_line(bytes, at, &end);
	(void)next_line(bytes, at, &end);
	return str_sub(bytes, at, end);
}

/* The offset of the n-th character (from 0), or s.n. */
static size_t
offset_of(struct str s, uint32_t n)
{
	size_t i = 0;

	while (i < s.n && n-- > 0)
		(void)utf8_next(s, &i);
	return i;
}

/* Characters that the first n ones of line come to in NFC. */
static uint32_t
composed(struct arena *a, struct str line, uint32_t n)
{
	return (uint32_t)utf8_count(
	    utf8_nfc(a, str_sub(line, 0, offset_of(line, n))));
}

/*
 * The least number of characters of line that make col of them in NFC ends
 * with the one that is meant.
 */
uint32_t
line_column(struct arena *a, struct str line, uint32_t col)
{
	uint32_t low = 0, high, all;

	if (utf8_is_nfc(line))
		return col;
	high = (uint32_t)utf8_count(line);
	all = composed(a, line, high);
	if (col > all)
		return high + (col - all);
	while (low < high) {
		uint32_t mid = low + (high - low) / 2;

		if (composed(a, line, mid) < col)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* Bytes that are no UTF-8 as U+FFFD each. */
static struct str
readable(struct arena *a, struct str s)
{
	struct buf out = { .arena = a };

	if (utf8_invalid(s) == s.n)
		return s;
	for (size_t i = 0; i < s.n;)
		utf8_put(&out, utf8_next(s, &i));
	return buf_str(&out);
}

static void
keep_line(struct diag *d, struct str line, struct arena *a)
{
	uint32_t n = (uint32_t)utf8_count(line), from = 0;

	if (n > LINE_KEPT && d->pos.col > LINE_BEFORE)
		from = d->pos.col - LINE_BEFORE;
	if (from > n)
		from = n;
	line = str_sub(line, offset_of(line, from), line.n);
	line = str_sub(line, 0, offset_of(line, LINE_KEPT));
	d->line = str_dup(a, line);
	d->line_from = from;
	d->line_cut = n - from > LINE_KEPT;
}

bool
diag_has_line(const struct diag *d)
{
	return d->line.n > 0 && d->line_from == 0 && !d->line_cut;
}

static void
locate(struct diag *d, const struct diag_file *f, struct arena *a)
{
	struct str line;

	d->located = true;
	if (d->pos.line == 0)
		return;
	if (f->where != NULL)
		f->where(f->tree, d->pos, a, d->where);
	line = readable(a, line_of(f->bytes, d->pos.line));
	d->pos.col = line_column(a, line, d->pos.col);
	keep_line(d, line, a);
}

void
diags_locate(struct diags *ds)
{
	for (size_t i = 0; i < ds->n; i++) {
		struct diag *d = &ds->v[i];

		for (size_t k = 0; k < ds->files.n && !d->located; k++)
			if (d->pos.file != NULL &&
			    strcmp(d->pos.file, ds->files.v[k].path) == 0)
				locate(d, &ds->files.v[k], ds->arena);
	}
}
