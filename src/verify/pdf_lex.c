/*
 * pdf_lex.c - values of PDF syntax (ISO 32000-1, 7.2 and 7.3), in files,
 * content streams and character maps alike.
 */
#include <string.h>

#include "base/buf.h"
#include "base/vec.h"
#include "verify/pdf_lexer.h"

enum { DEPTH_MAX = 32, DIGITS_MAX = 12 };

static struct pdf_value next_value(struct pdf_lexer *l, unsigned depth);

static bool
is_space(int c)
{
	return c == 0 || c == '\t' || c == '\n' || c == '\f' || c == '\r' ||
	    c == ' ';
}

static bool
is_regular(int c)
{
	return c >= 0 && !is_space(c) && strchr("()<>[]{}/%", c) == NULL;
}

/* The byte that is off ahead, or -1. */
static int
peek(const struct pdf_lexer *l, size_t off)
{
	size_t at = l->at + off;

	return at < l->text.n ? (unsigned char)l->text.p[at] : -1;
}

/* Move on by n bytes; the end of the budget is the end of the text. */
static void
advance(struct pdf_lexer *l, size_t n)
{
	if (n > l->text.n - l->at)
		n = l->text.n - l->at;
	if (n > *l->budget) {
		*l->budget = 0;
		l->at = l->text.n;
		l->bad = true;
		return;
	}
	*l->budget -= n;
	l->at += n;
}

void
pdf_skip_space(struct pdf_lexer *l)
{
	for (;;) {
		while (is_space(peek(l, 0)))
			advance(l, 1);
		if (peek(l, 0) != '%')
			return;
		while (peek(l, 0) >= 0 && peek(l, 0) != '\n' &&
		    peek(l, 0) != '\r')
			advance(l, 1);
	}
}

void
pdf_skip_line_end(struct pdf_lexer *l)
{
	while (peek(l, 0) == '\r' || peek(l, 0) == '\n' || peek(l, 0) == ' ')
		advance(l, 1);
}

static struct pdf_value
end_value(struct pdf_lexer *l)
{
	l->at = l->text.n;
	l->bad = true;
	return (struct pdf_value){ .kind = PDF_END };
}

static int
hex_digit(int c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

static struct str
read_regular(struct pdf_lexer *l)
{
	size_t from = l->at;

	while (is_regular(peek(l, 0)))
		advance(l, 1);
	return str_sub(l->text, from, l->at);
}

static struct pdf_value
read_name(struct pdf_lexer *l)
{
	struct buf b = { .arena = l->arena };
	struct str plain;
	size_t from;
	int c;

	advance(l, 1);
	from = l->at;
	plain = read_regular(l);
	if (str_find(plain, STR("#"), 0) == plain.n)
		return (struct pdf_value){ .kind = PDF_NAME, .text = plain };
	l->at = from;
	while (is_regular(c = peek(l, 0))) {
		if (c == '#' && hex_digit(peek(l, 1)) >= 0 &&
		    hex_digit(peek(l, 2)) >= 0) {
			c = hex_digit(peek(l, 1)) * 16 + hex_digit(peek(l, 2));
			advance(l, 2);
		}
		buf_addc(&b, (char)c);
		advance(l, 1);
	}
	return (struct pdf_value){ .kind = PDF_NAME, .text = buf_str(&b) };
}

/* What stands behind a backslash (7.3.4.2, table 3). */
static void
read_escape(struct pdf_lexer *l, struct buf *b)
{
	static const char letter[] = "nrtbf", value[] = "\n\r\t\b\f";
	int c = peek(l, 0), n = 0;
	const char *p = c > 0 ? strchr(letter, c) : NULL;

	if (c >= '0' && c <= '7') {
		for (int i = 0; i < 3 && (c = peek(l, 0)) >= '0' && c <= '7';
		     i++) {
			n = n * 8 + c - '0';
			advance(l, 1);
		}
		buf_addc(b, (char)(n & 0xFF));
		return;
	}
	advance(l, 1);
	if (c == '\r' && peek(l, 0) == '\n')
		advance(l, 1);
	else if (p != NULL)
		buf_addc(b, value[p - letter]);
	else if (c >= 0 && c != '\n' && c != '\r')
		buf_addc(b, (char)c);
}

/* The rest of a literal string that has nothing to decode in it. */
static bool
read_plain(struct pdf_lexer *l, struct str *out)
{
	size_t from = l->at, n = 0;
	int c;

	while ((c = peek(l, n)) >= 0 && c != '(' && c != ')' && c != '\\' &&
	    c != '\r')
		n++;
	if (c != ')')
		return false;
	advance(l, n + 1);
	*out = str_sub(l->text, from, from + n);
	return true;
}

static struct pdf_value
read_literal(struct pdf_lexer *l)
{
	struct buf b = { .arena = l->arena };
	struct str plain;
	size_t open = 1;
	int c;

	advance(l, 1);
	if (read_plain(l, &plain))
		return (struct pdf_value){ .kind = PDF_STRING, .text = plain };
	while ((c = peek(l, 0)) >= 0) {
		advance(l, 1);
		if (c == '\\') {
			read_escape(l, &b);
			continue;
		}
		if (c == '\r') { /* any line end is read as one LF */
			c = '\n';
			if (peek(l, 0) == '\n')
				advance(l, 1);
		}
		open += c == '(';
		if (c == ')' && --open == 0)
			return (struct pdf_value){ .kind = PDF_STRING,
				.text = buf_str(&b) };
		buf_addc(&b, (char)c);
	}
	return end_value(l);
}

static struct pdf_value
read_hex(struct pdf_lexer *l)
{
	struct buf b = { .arena = l->arena };
	int c, high = -1;

	for (advance(l, 1); (c = peek(l, 0)) >= 0; advance(l, 1)) {
		if (c == '>') {
			if (high >= 0)
				buf_addc(&b, (char)(high * 16));
			advance(l, 1);
			return (struct pdf_value){ .kind = PDF_STRING,
				.text = buf_str(&b) };
		}
		if (is_space(c))
			continue;
		if (hex_digit(c) < 0)
			break;
		if (high >= 0)
			buf_addc(&b, (char)(high * 16 + hex_digit(c)));
		high = high >= 0 ? -1 : hex_digit(c);
	}
	return end_value(l);
}

/* All digits as thousandths; false if s is no number. */
static bool
parse_number(struct str s, int64_t *milli)
{
	size_t i = 0, digits = 0, whole = 0;
	int64_t place = 100, n = 0;
	bool point = false, minus = false;

	if (s.n > 0 && (s.p[0] == '-' || s.p[0] == '+'))
		minus = s.p[i++] == '-';
	for (; i < s.n; i++) {
		if (s.p[i] == '.' && !point) {
			point = true;
			continue;
		}
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
		digits++;
		if (point) {
			n += (s.p[i] - '0') * place;
			place /= 10;
		} else {
			if (++whole > DIGITS_MAX)
				return false;
			n = n * 10 + (s.p[i] - '0') * 1000;
		}
	}
	*milli = minus ? -n : n;
	return digits > 0;
}

/* Behind a whole number: " 0 R" makes it a reference. */
static bool
read_reference(struct pdf_lexer *l, struct pdf_value *v)
{
	size_t back = l->at;
	struct str generation, r;

	if (!l->refs || v->milli < 0 || v->milli % 1000 != 0 ||
	    v->milli / 1000 > UINT32_MAX)
		return false;
	pdf_skip_space(l);
	generation = read_regular(l);
	pdf_skip_space(l);
	if (str_is(generation, "0") && peek(l, 0) == 'R') {
		r = read_regular(l);
		if (str_is(r, "R")) {
			v->kind = PDF_REF;
			v->object = (unsigned)(v->milli / 1000);
			return true;
		}
	}
	l->at = back;
	return false;
}

static struct pdf_value
read_word(struct pdf_lexer *l)
{
	struct pdf_value v = { .kind = PDF_WORD };

	v.text = read_regular(l);
	if (v.text.n == 0) /* a delimiter that nothing begins with */
		return end_value(l);
	if (parse_number(v.text, &v.milli)) {
		v.kind = PDF_NUMBER;
		(void)read_reference(l, &v);
	} else if (str_is(v.text, "true") || str_is(v.text, "false")) {
		v.kind = PDF_BOOL;
		v.milli = v.text.p[0] == 't';
	} else if (str_is(v.text, "null")) {
		v.kind = PDF_NULL;
	}
	return v;
}

/* The values up to `close`, which is ']' or the first of ">>". */
static struct pdf_value
read_list(struct pdf_lexer *l, unsigned depth, int close)
{
	VEC(struct pdf_value) all = { 0 };
	bool dict = close == '>';
	struct pdf_value v;

	advance(l, dict ? 2 : 1);
	for (;;) {
		pdf_skip_space(l);
		if (peek(l, 0) == close && (!dict || peek(l, 1) == '>'))
			break;
		v = next_value(l, depth + 1);
		if (v.kind == PDF_END || v.kind == PDF_WORD ||
		    (dict && all.n % 2 == 0 && v.kind != PDF_NAME))
			return end_value(l);
		*vec_add(l->arena, &all) = v;
	}
	advance(l, dict ? 2 : 1);
	if (dict && all.n % 2 != 0)
		return end_value(l);
	return (struct pdf_value){ .kind = dict ? PDF_DICT : PDF_ARRAY,
		.item = all.v,
		.n = dict ? all.n / 2 : all.n };
}

static struct pdf_value
next_value(struct pdf_lexer *l, unsigned depth)
{
	pdf_skip_space(l);
	if (depth > DEPTH_MAX)
		return end_value(l);
	switch (peek(l, 0)) {
	case -1:
		return (struct pdf_value){ .kind = PDF_END };
	case '/':
		return read_name(l);
	case '(':
		return read_literal(l);
	case '[':
		return read_list(l, depth, ']');
	case '<':
		return peek(l, 1) == '<' ? read_list(l, depth, '>') :
					   read_hex(l);
	default:
		return read_word(l);
	}
}

struct pdf_value
pdf_next(struct pdf_lexer *l)
{
	return next_value(l, 0);
}
