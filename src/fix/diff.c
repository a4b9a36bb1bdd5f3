/*
 * diff.c - what changed, line by line.  Mending adds and removes no line, so
 * line n of one is line n of the other.
 */
#include <string.h>

#include "base/vec.h"
#include "fix/fix.h"
#include "text/utf8.h"

/* Cut the first line off *rest; CR LF, CR and LF end one.  False: no more. */
static bool
take_line(struct str *rest, struct str *line)
{
	size_t n = 0, skip;

	if (rest->n == 0)
		return false;
	while (n < rest->n && rest->p[n] != '\n' && rest->p[n] != '\r')
		n++;
	*line = str_sub(*rest, 0, n);
	skip = n + 1 < rest->n && rest->p[n] == '\r' && rest->p[n + 1] == '\n' ?
	    2 :
	    1;
	*rest = str_sub(*rest, n + skip, rest->n);
	return true;
}

/* Signs that would be lost on a terminal, or would act on it. */
static bool
is_unseen(uint32_t c)
{
	return (c < ' ' && c != '\t') || (c >= 0x7f && c < 0xa1) || c == 0xad ||
	    c == 0xd0 || c == 0xf0 || c == 0x189 || c == 0x61c || c == 0x180e ||
	    (c >= 0x300 && c < 0x370) || (c >= 0x200b && c <= 0x200f) ||
	    (c >= 0x2028 && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) ||
	    c == 0xfeff || (c >= 0xe000 && c <= 0xf8ff);
}

static void
show_line(struct buf *out, char sign, struct str line)
{
	size_t i = 0, from;

	buf_addc(out, sign);
	while (i < line.n) {
		struct str rest = str_sub(line, i, line.n);

		if (utf8_invalid(str_sub(rest, 0, 4)) == 0) {
			buf_printf(out, "<%02X>", (unsigned char)line.p[i++]);
			continue;
		}
		from = i;
		uint32_t c = utf8_next(line, &i);

		if (is_unseen(c))
			buf_printf(out, "<U+%04X>", (unsigned)c);
		else
			buf_add(out, str_sub(line, from, i));
	}
	buf_addc(out, '\n');
}

/* Lines first..last (from 0) differ: show them as one piece. */
static void
show_piece(const struct str *old, const struct str *new, size_t first,
    size_t last, struct buf *out)
{
	buf_printf(out, "@@ -%zu,%zu +%zu,%zu @@\n", first + 1,
	    last - first + 1, first + 1, last - first + 1);
	for (size_t i = first; i <= last; i++)
		show_line(out, '-', old[i]);
	for (size_t i = first; i <= last; i++)
		show_line(out, '+', new[i]);
}

static struct str *
lines_of(struct arena *a, struct str s, size_t *n)
{
	size_t cap = 0;
	struct str *v = NULL, line;

	*n = 0;
	while (take_line(&s, &line)) {
		v = vec_grow(a, v, *n, &cap, sizeof(v[0]));
		v[(*n)++] = line;
	}
	return v;
}

void
fix_diff(const char *from, const char *to, struct str bytes, struct str text,
    struct buf *out)
{
	struct str mark = STR("\xef\xbb\xbf");
	size_t nold, nnew, first;
	struct str *old, *new;

	if (str_starts(bytes, mark))
		bytes = str_sub(bytes, mark.n, bytes.n);
	old = lines_of(out->arena, bytes, &nold);
	new = lines_of(out->arena, text, &nnew);
	buf_printf(out, "--- %s\n+++ %s\n", from, to);
	for (size_t i = 0; i < nold && i < nnew; i++) {
		if (str_eq(old[i], new[i]))
			continue;
		first = i;
		while (i + 1 < nold && i + 1 < nnew &&
		    !str_eq(old[i + 1], new[i + 1]))
			i++;
		show_piece(old, new, first, i, out);
	}
}
