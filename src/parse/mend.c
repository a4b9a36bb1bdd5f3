/*
 * mend.c - bytes made UTF-8 without BOM, with LF line ends, in NFC.  What only
 * concerns storage is mended and told; an encoding that must be guessed is
 * refused, because a wrong guess would change words.
 */
#include "parse/mend.h"

#include <string.h>

#include "base/buf.h"
#include "text/utf8.h"
#include "text/viet.h"

/*
 * The place of a byte in text that is not yet clean: CR LF, CR and LF each end
 * a line, columns are counted after NFC.  The bytes before it are valid.
 */
static struct pos
raw_pos(const struct mend *m, size_t offset)
{
	struct pos pos = { m->path, 1, 1 };
	size_t start = 0;

	for (size_t i = 0; i < offset; i++) {
		char c = m->text.p[i];
		bool crlf =
		    c == '\r' && i + 1 < m->text.n && m->text.p[i + 1] == '\n';

		if ((c != '\n' && c != '\r') || crlf)
			continue;
		pos.line++;
		start = i + 1;
	}
	pos.col += (uint32_t)utf8_count(
	    utf8_nfc(m->a, str_sub(m->text, start, offset)));
	return pos;
}

/* Bytes that are not UTF-8, counted one by one. */
static void
refuse_bytes(struct mend *m, size_t bad)
{
	enum viet_legacy legacy = viet_legacy_guess(m->text);
	struct pos pos = raw_pos(m, bad);
	unsigned byte = (unsigned char)m->text.p[bad];
	struct str rest = m->text;
	size_t count = 0;

	m->refused = true;
	if (legacy != LEGACY_NONE) {
		diag_add(m->ds, DIAG_PARSE_LEGACY_ENCODING, pos, "%s",
		    viet_legacy_name(legacy));
		return;
	}
	for (size_t i; (i = utf8_invalid(rest)) < rest.n; count++)
		rest = str_sub(rest, i + 1, rest.n);
	diag_add(
	    m->ds, DIAG_PARSE_UTF8_INVALID, pos, "0x%02X (%zu)", byte, count);
}

void
mend_encoding(struct mend *m)
{
	size_t bad;

	if (str_starts(m->text, STR("\xff\xfe")) ||
	    str_starts(m->text, STR("\xfe\xff"))) {
		diag_add(m->ds, DIAG_PARSE_UTF16,
		    (struct pos) { m->path, 1, 1 }, "%s",
		    m->text.p[0] == '\xff' ? "UTF-16LE" : "UTF-16BE");
		m->refused = true;
		return;
	}
	if (str_starts(m->text, STR("\xef\xbb\xbf"))) {
		diag_add(m->ds, DIAG_PARSE_BYTE_ORDER_MARK,
		    (struct pos) { m->path, 1, 1 }, "U+FEFF");
		m->text = str_sub(m->text, 3, m->text.n);
	}
	bad = utf8_invalid(m->text);
	if (bad < m->text.n)
		refuse_bytes(m, bad);
}

void
mend_line_ends(struct mend *m)
{
	struct str s = m->text;
	const char *first = s.n > 0 ? memchr(s.p, '\r', s.n) : NULL;
	struct buf out = { .arena = m->a };
	size_t count = 0, at = 0, crlf = 0;

	if (first == NULL)
		return;
	for (size_t i; at < s.n; at = i + 1) {
		const char *cr = memchr(s.p + at, '\r', s.n - at);

		i = cr == NULL ? s.n : (size_t)(cr - s.p);
		buf_add(&out, str_sub(s, at, i));
		if (cr == NULL)
			break;
		count++;
		buf_addc(&out, '\n');
		if (i + 1 < s.n && s.p[i + 1] == '\n') {
			crlf++;
			i++;
		}
	}
	diag_add(m->ds, DIAG_PARSE_LINE_END, raw_pos(m, (size_t)(first - s.p)),
	    "%s (%zu)",
	    crlf == count ? "CR LF" :
		crlf == 0 ? "CR" :
			    "CR LF, CR",
	    count);
	m->text = buf_str(&out);
}

/* Characters that line and nfc have in common at the beginning. */
static uint32_t
common_beginning(struct str line, struct str nfc)
{
	size_t i = 0, k = 0;
	uint32_t count = 0;

	while (i < line.n && k < nfc.n &&
	    utf8_next(line, &i) == utf8_next(nfc, &k))
		count++;
	return count;
}

/* No character composes across a line end, so lines are looked at alone. */
void
mend_nfc(struct mend *m)
{
	struct str rest = m->text, line;
	struct pos pos = { m->path, 0, 0 };
	size_t count = 0;

	if (utf8_is_nfc(m->text))
		return;
	for (uint32_t n = 1; str_split(&rest, '\n', &line); n++) {
		if (utf8_is_nfc(line))
			continue;
		if (count++ == 0) {
			pos.line = n;
			pos.col =
			    common_beginning(line, utf8_nfc(m->a, line)) + 1;
		}
	}
	diag_add(m->ds, DIAG_PARSE_NOT_NFC, pos, "%zu", count);
	m->text = utf8_nfc(m->a, m->text);
}
