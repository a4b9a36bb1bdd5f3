/*
 * fix_prose.c - signs and blanks of running text: labels, quotation marks,
 * dashes of fixed phrases, blanks beside punctuation.  Each function goes over
 * the whole text and touches prose only.
 */
#include <string.h>

#include "fix/work.h"
#include "text/label.h"
#include "text/utf8.h"
#include "text/viet.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

enum {
	STRAIGHT = '"',
	OPEN = 0x201C,
	CLOSE = 0x201D,
	QUOTES_MAX = 200 /* in one paragraph */
};

/* --- blanks -----------------------------------------------------------------
 */

/* Leave out every blank that the function says is too much. */
static void
drop_blanks(struct work *w, bool (*is_extra)(const struct work *, size_t))
{
	struct buf out = { .arena = w->a };
	size_t from = 0;

	for (size_t i = 0; i < w->text.n; i++) {
		if (w->text.p[i] != ' ' || !w->prose[i] || !is_extra(w, i))
			continue;
		buf_add(&out, str_sub(w->text, from, i));
		from = i + 1;
		w->count++;
	}
	if (w->count == 0)
		return;
	buf_add(&out, str_sub(w->text, from, w->text.n));
	w->text = buf_str(&out);
}

static char
byte_at(const struct work *w, size_t i)
{
	return i < w->text.n && w->prose[i] ? w->text.p[i] : '\0';
}

static bool
is_text(const struct work *w, size_t i)
{
	char c = byte_at(w, i);

	return c != '\0' && strchr(" \t\n", c) == NULL;
}

/* The first byte behind the blanks at i. */
static size_t
behind_blanks(const struct work *w, size_t i)
{
	while (i < w->text.n && w->text.p[i] == ' ')
		i++;
	return i;
}

/* " ,", " ." and so on, where check_spacing.c finds them. */
static bool
is_before_sign(const struct work *w, size_t i)
{
	size_t sign = behind_blanks(w, i);
	uint32_t after = utf8_at(w->text, sign + 1);

	if (!is_text(w, sign) || strchr(",.;:?!", w->text.p[sign]) == NULL)
		return false;
	while (i > 0 && byte_at(w, i - 1) == ' ')
		i--;
	if (i == 0 || !is_text(w, i - 1))
		return false;
	return after == 0 || after == ' ' || after == '\n' ||
	    (w->text.p[sign] == ',' && viet_is_letter(after));
}

void
fix_space_before(struct work *w)
{
	drop_blanks(w, is_before_sign);
}

/* Behind "(" or an opening quotation mark, before what closes. */
static bool
is_inside(const struct work *w, size_t i)
{
	size_t from = i, to = behind_blanks(w, i);
	uint32_t before, after;

	while (from > 0 && byte_at(w, from - 1) == ' ')
		from--;
	if (from == 0 || !is_text(w, from - 1) || !is_text(w, to))
		return false;
	before = utf8_before(w->text, from);
	after = utf8_at(w->text, to);
	return before == '(' || before == OPEN || after == ')' ||
	    after == CLOSE;
}

void
fix_space_inside(struct work *w)
{
	drop_blanks(w, is_inside);
}

/* Tables are laid out by hand: whoever made them keeps their columns. */
static bool
is_table_line(const struct work *w, size_t i)
{
	size_t from = i;

	while (from > 0 && w->text.p[from - 1] != '\n')
		from--;
	for (; from < w->text.n && w->text.p[from] != '\n'; from++)
		if (w->text.p[from] == '|')
			return true;
	return false;
}

/* One of two blanks between words of a line. */
static bool
is_double(const struct work *w, size_t i)
{
	size_t from = i;

	if (i + 1 >= w->text.n || byte_at(w, i + 1) != ' ')
		return false;
	while (from > 0 && byte_at(w, from - 1) == ' ')
		from--;
	return from > 0 && is_text(w, from - 1) &&
	    is_text(w, behind_blanks(w, i)) &&
	    !(w->kind == FIX_MARKDOWN && is_table_line(w, i));
}

void
fix_space_double(struct work *w)
{
	drop_blanks(w, is_double);
}

/* Two blanks at the end of a line are a line break in Markdown, unless the
   paragraph ends there. */
static bool
is_at_end(const struct work *w, size_t i)
{
	size_t from = i, to = behind_blanks(w, i), next;

	while (from > 0 && byte_at(w, from - 1) == ' ')
		from--;
	if ((to < w->text.n && w->text.p[to] != '\n') || from == 0 ||
	    !is_text(w, from - 1))
		return false;
	if (w->kind == FIX_XML || to - from == 1 || to >= w->text.n)
		return true;
	next = behind_blanks(w, to + 1);
	return next >= w->text.n || w->text.p[next] == '\n';
}

void
fix_space_end(struct work *w)
{
	drop_blanks(w, is_at_end);
}

/* --- fixed phrases -----------------------------------------------------------
 */

/* What the decree, the office or everybody writes with a hyphen. */
static const struct {
	const char *wrong, *right;
} phrases[] = {
	{ "Độc lập – Tự do", "Độc lập - Tự do" },
	{ "Tự do – Hạnh phúc", "Tự do - Hạnh phúc" },
	{ "kinh tế – xã hội", "kinh tế - xã hội" },
	{ "Kinh tế – xã hội", "Kinh tế - xã hội" },
	{ "văn hóa – xã hội", "văn hóa - xã hội" },
	{ "Văn hóa – Xã hội", "Văn hóa - Xã hội" },
	{ "văn hoá – xã hội", "văn hoá - xã hội" },
	{ "Văn hoá – Xã hội", "Văn hoá - Xã hội" },
	{ "quốc phòng – an ninh", "quốc phòng - an ninh" },
	{ "Thi đua – Khen thưởng", "Thi đua - Khen thưởng" },
};

void
fix_dashes(struct work *w)
{
	struct buf out = { .arena = w->a };
	size_t from = 0;

	for (size_t i = 0; i < w->text.n; i++)
		for (size_t k = 0; w->prose[i] && k < COUNT(phrases); k++) {
			struct str wrong = str_of(phrases[k].wrong);

			if (w->text.p[i] != wrong.p[0] ||
			    !str_starts(str_sub(w->text, i, w->text.n), wrong))
				continue;
			/* the sign alone, so that the next phrase may begin
			   with the last word of this one */
			size_t dash = str_find(w->text, STR("–"), i);

			buf_add(&out, str_sub(w->text, from, dash));
			buf_addc(&out, '-');
			from = dash + sizeof("–") - 1;
			w->count++;
			break;
		}
	if (w->count == 0)
		return;
	buf_add(&out, str_sub(w->text, from, w->text.n));
	w->text = buf_str(&out);
}

/* --- labels ------------------------------------------------------------------
 */

/*
 * Where the text of a line begins if a label may stand there: behind "## ", or
 * at the beginning of a paragraph.  A number there would become an item of a
 * list; so only letters are mended outside headings.
 */
static bool
may_be_labelled(const struct work *w, size_t line, size_t *at, bool *heading)
{
	size_t i = line;

	while (i < w->text.n && w->text.p[i] == '#')
		i++;
	*heading = i > line;
	if (*heading)
		i = behind_blanks(w, i);
	*at = i;
	if (i >= w->text.n || !w->prose[i])
		return false;
	return *heading || line == 0 ||
	    (line > 1 && w->text.p[line - 2] == '\n');
}

static struct str
better_label(struct work *w, size_t at, bool heading, size_t *length)
{
	const char *lf = memchr(w->text.p + at, '\n', w->text.n - at);
	size_t end = lf == NULL ? w->text.n : (size_t)(lf - w->text.p);
	struct label l = label_parse(str_sub(w->text, at, end));

	*length = l.length;
	if (l.well_formed || l.number == 0 || at + l.length >= end)
		return STR_NONE;
	if (l.kind != LABEL_DIEM &&
	    !(heading && (l.kind == LABEL_MUC || l.kind == LABEL_KHOAN)))
		return STR_NONE;
	return str_printf(
	    w->a, "%.*s ", STR_ARG(label_print(w->a, l.kind, l.number)));
}

void
fix_labels(struct work *w)
{
	struct buf out = { .arena = w->a };
	struct str s = w->text, label;
	size_t from = 0, at, length;
	bool heading;

	if (w->kind == FIX_XML)
		return;
	for (size_t line = 0; line < s.n; line++) {
		if (line > 0 && s.p[line - 1] != '\n')
			continue;
		if (!may_be_labelled(w, line, &at, &heading))
			continue;
		label = better_label(w, at, heading, &length);
		if (label.n == 0 ||
		    !fix_same_words(str_sub(s, at, at + length), label))
			continue;
		buf_add(&out, str_sub(s, from, at));
		buf_add(&out, label);
		from = at + length;
		w->count++;
	}
	if (w->count == 0)
		return;
	buf_add(&out, str_sub(s, from, s.n));
	w->text = buf_str(&out);
}

/* --- quotation marks ---------------------------------------------------------
 */

struct quotes {
	size_t at[QUOTES_MAX];
	size_t n; /* more than QUOTES_MAX: too many */
};

static bool
is_quote(uint32_t c)
{
	return c == STRAIGHT || c == OPEN || c == CLOSE;
}

/* Those of the paragraph from..to that are prose. */
static struct quotes
quotes_of(const struct work *w, size_t from, size_t to)
{
	struct quotes q = { .n = 0 };
	size_t i = from, at;

	while (i < to) {
		at = i;
		uint32_t c = utf8_next(w->text, &i);

		if (!is_quote(c) || !w->prose[at])
			continue;
		if (q.n < QUOTES_MAX)
			q.at[q.n] = at;
		q.n++;
	}
	return q;
}

static bool
may_open(uint32_t before)
{
	return before == 0 || utf8_is_blank(before) || before == '(' ||
	    before == '[' || before == '>' || before == '*' || before == '_' ||
	    before == 0x2018 || before == '|';
}

static bool
may_close(uint32_t after)
{
	return after == 0 || utf8_is_blank(after) ||
	    (after < 0x80 && strchr(".,;:?!)]<*_|-/", (int)after) != NULL) ||
	    after == 0x2019 || after == 0x2013 || after == 0x2026;
}

/* Open and close by turns, each where such a mark may stand. */
static bool
are_paired(const struct work *w, const struct quotes *q)
{
	if (q->n % 2 != 0 || q->n > QUOTES_MAX)
		return false;
	for (size_t i = 0; i < q->n; i++) {
		uint32_t c = utf8_at(w->text, q->at[i]);
		size_t end = q->at[i] + (c == STRAIGHT ? 1 : sizeof("“") - 1);
		bool opens = i % 2 == 0;

		if (c == (opens ? (uint32_t)CLOSE : (uint32_t)OPEN))
			return false;
		if (opens ? !may_open(utf8_before(w->text, q->at[i])) :
			    !may_close(utf8_at(w->text, end)))
			return false;
	}
	return true;
}

/* The end of the paragraph: an empty line, or a tag's line in XML. */
static size_t
paragraph_end(const struct work *w, size_t at)
{
	struct str s = w->text;

	if (w->kind == FIX_XML) {
		size_t end = str_find(s, STR("</p>"), at);

		return end < s.n ? end + 4 : s.n;
	}
	for (; at < s.n; at++)
		if (s.p[at] == '\n' &&
		    (behind_blanks(w, at + 1) >= s.n ||
			s.p[behind_blanks(w, at + 1)] == '\n'))
			return at + 1;
	return s.n;
}

static bool
is_mixed(const struct work *w)
{
	bool straight = false, curly = false;
	size_t i = 0, at;

	while (i < w->text.n) {
		at = i;
		uint32_t c = utf8_next(w->text, &i);

		straight = straight || (c == STRAIGHT && w->prose[at]);
		curly = curly || (is_quote(c) && c != STRAIGHT && w->prose[at]);
	}
	return straight && curly;
}

static size_t
copy_curly(struct work *w, const struct quotes *q, size_t from, struct buf *out)
{
	for (size_t i = 0; i < q->n; i++) {
		if (w->text.p[q->at[i]] != '"')
			continue;
		buf_add(out, str_sub(w->text, from, q->at[i]));
		buf_adds(out, i % 2 == 0 ? "“" : "”");
		from = q->at[i] + 1;
		w->count++;
	}
	return from;
}

void
fix_quotes(struct work *w)
{
	struct buf out = { .arena = w->a };
	size_t from = 0, end;

	if (!is_mixed(w))
		return;
	for (size_t at = 0; at < w->text.n; at = end) {
		struct quotes q;

		end = paragraph_end(w, at);
		q = quotes_of(w, at, end);
		if (q.n > 0 && are_paired(w, &q))
			from = copy_curly(w, &q, from, &out);
	}
	if (w->count == 0)
		return;
	buf_add(&out, str_sub(w->text, from, w->text.n));
	w->text = buf_str(&out);
}
