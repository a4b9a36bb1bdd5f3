/*
 * fix_file.c - bytes and characters of a whole file: encoding, byte order mark,
 * line ends, composed letters, letters that only look right, signs that nobody
 * sees.
 */
#include <string.h>

#include "fix/work.h"
#include "parse/source.h"
#include "text/utf8.h"
#include "text/viet.h"

enum { D_STROKE = 0x110, SMALL_D_STROKE = 0x111 };

void
fix_legacy(struct work *w)
{
	struct str text;

	if (utf8_invalid(w->text) == w->text.n)
		return;
	if (!viet_legacy_convert(w->a, w->text, &text)) {
		w->refused = true;
		return;
	}
	w->text = text;
	w->count = 1;
}

void
fix_bom(struct work *w)
{
	struct str mark = STR("\xef\xbb\xbf");

	if (!str_starts(w->text, mark))
		return;
	w->text = str_sub(w->text, mark.n, w->text.n);
	w->count = 1;
}

/* CR LF and lone CR, each one line end. */
void
fix_line_ends(struct work *w)
{
	struct buf out = { .arena = w->a };
	struct str s = w->text;

	if (s.n == 0 || memchr(s.p, '\r', s.n) == NULL)
		return;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] != '\r') {
			buf_addc(&out, s.p[i]);
			continue;
		}
		buf_addc(&out, '\n');
		w->count++;
		if (i + 1 < s.n && s.p[i + 1] == '\n')
			i++;
	}
	w->text = buf_str(&out);
}

void
fix_nfc(struct work *w)
{
	if (utf8_is_nfc(w->text))
		return;
	w->text = utf8_nfc(w->a, w->text);
	w->count = 1;
}

/* Characters of one kind replaced; 0: left out. */
static void
replace(struct work *w, enum diag_id kind, uint32_t (*by)(uint32_t))
{
	struct buf out = { .arena = w->a };
	size_t i = 0, from;

	while (i < w->text.n) {
		from = i;
		uint32_t c = utf8_next(w->text, &i), to;

		if (c < 0x80 || source_char_kind(c) != kind) {
			buf_add(&out, str_sub(w->text, from, i));
			continue;
		}
		w->count++;
		to = by(c);
		if (to != 0)
			utf8_put(&out, to);
	}
	if (w->count > 0)
		w->text = buf_str(&out);
}

static uint32_t
d_for(uint32_t c)
{
	return c == 0xf0 ? SMALL_D_STROKE : D_STROKE;
}

static uint32_t
nothing_for(uint32_t c)
{
	(void)c;
	return 0;
}

void
fix_wrong_d(struct work *w)
{
	replace(w, DIAG_PARSE_WRONG_D, d_for);
}

/* Then letters and marks may stand together that did not before. */
void
fix_invisible(struct work *w)
{
	size_t n;

	replace(w, DIAG_PARSE_ZERO_WIDTH, nothing_for);
	n = w->count;
	w->count = 0;
	replace(w, DIAG_PARSE_BYTE_ORDER_MARK_INSIDE, nothing_for);
	w->count += n;
	if (w->count > 0)
		w->text = utf8_nfc(w->a, w->text);
}
