/* words.c - keys to compare names by, and small questions about text. */
#include <string.h>

#include "check/run.h"
#include "text/utf8.h"
#include "text/viet.h"

enum { D_STROKE = 0x111, ETH = 0xf0 };

enum {
	QUOTE_MAX = 60, /* characters of a quoted detail */
	SHOWN = 16,     /* bytes of text shown before and behind a fault */
	WORD = 256      /* bytes looked at for the end of a word */
};

struct pos
doc_start(const struct check *c)
{
	return (struct pos){ c->doc->path, 1, 1 };
}

/* The letters and digits of a folded text, a blank for all between. */
static struct str
letters_of(struct arena *a, struct str folded)
{
	struct buf key = { .arena = a };
	bool blank = false;
	size_t i = 0;

	while (i < folded.n) {
		uint32_t ch = utf8_next(folded, &i);

		if (ch == ETH) /* told by parse/wrong-d */
			ch = D_STROKE;
		if (!viet_is_letter(ch) && !(ch >= '0' && ch <= '9')) {
			blank = key.n > 0;
			continue;
		}
		if (blank)
			buf_addc(&key, ' ');
		blank = false;
		utf8_put(&key, ch);
	}
	return buf_str(&key);
}

struct str
key_of(struct arena *a, struct str s)
{
	return letters_of(a, viet_fold(a, s));
}

struct str
marked_key_of(struct arena *a, struct str s)
{
	return letters_of(a, viet_fold_tone_place(a, s));
}

bool
key_same(struct arena *a, struct str x, struct str y)
{
	return str_eq(key_of(a, x), key_of(a, y));
}

bool
key_has(struct str hay, struct str needle)
{
	size_t at = 0, end;

	if (needle.n == 0)
		return false;
	for (;;) {
		at = str_find(hay, needle, at);
		if (at >= hay.n)
			return false;
		end = at + needle.n;
		if ((at == 0 || hay.p[at - 1] == ' ') &&
		    (end == hay.n || hay.p[end] == ' '))
			return true;
		at++;
	}
}

bool
has_word(struct str s, struct str word)
{
	size_t at = 0;

	for (; (at = str_find(s, word, at)) < s.n; at += word.n)
		if (!viet_is_letter(utf8_before(s, at)) &&
		    !viet_is_letter(utf8_at(s, at + word.n)))
			return true;
	return false;
}

unsigned
count_words(struct str s)
{
	bool inside = false, counted = false;
	unsigned n = 0;
	size_t i = 0;

	while (i < s.n) {
		uint32_t ch = utf8_next(s, &i);

		if (utf8_is_blank(ch)) {
			inside = counted = false;
			continue;
		}
		inside = viet_is_letter(ch) || (ch >= '0' && ch <= '9');
		if (inside && !counted) {
			counted = true;
			n++;
		}
	}
	return n;
}

struct str
item_text(struct str s)
{
	s = utf8_trim(s);
	if (s.n > 1 && s.p[0] == '-' && s.p[1] == ' ')
		s = utf8_trim(str_sub(s, 1, s.n));
	while (s.n > 0 && (s.p[s.n - 1] == ';' || s.p[s.n - 1] == '.' ||
	    s.p[s.n - 1] == ','))
		s = utf8_trim(str_sub(s, 0, s.n - 1));
	return s;
}

struct str
without_brackets(struct str s, struct str *inside)
{
	size_t at;

	*inside = STR_NONE;
	s = utf8_trim(s);
	if (s.n == 0 || s.p[s.n - 1] != ')')
		return s;
	at = str_find(s, STR("("), 0);
	if (at == s.n)
		return s;
	*inside = utf8_trim(str_sub(s, at + 1, s.n - 1));
	return utf8_trim(str_sub(s, 0, at));
}

struct str
quote(struct arena *a, struct str s)
{
	size_t i = 0;

	for (unsigned n = 0; i < s.n && n < QUOTE_MAX; n++)
		(void)utf8_next(s, &i);
	return str_printf(a, "\"%.*s%s\"", STR_ARG(str_sub(s, 0, i)),
	    i < s.n ? "…" : "");
}

struct str
place_text(struct arena *a, struct pos pos)
{
	return str_printf(a, "%s:%u", pos.file, pos.line);
}

struct str
words_around(struct str s, size_t at)
{
	size_t from = at > SHOWN ? at - SHOWN : 0;
	size_t to = at + SHOWN < s.n ? at + SHOWN : s.n;

	while (from > 0 && at - from < WORD && s.p[from - 1] != ' ')
		from--;
	while (to < s.n && to - at < WORD && s.p[to] != ' ')
		to++;
	return str_trim(str_sub(s, from, to));
}

struct str
sentence_at(struct str s, size_t at)
{
	size_t from = at, to = at;

	while (from > 1 && !(s.p[from - 1] == ' ' &&
	    strchr(".?!", s.p[from - 2]) != NULL))
		from--;
	if (from == 1)
		from = 0;
	while (to < s.n && !(strchr(".?!", s.p[to]) != NULL &&
	    (to + 1 == s.n || s.p[to + 1] == ' ')))
		to++;
	return str_sub(s, from, to);
}

bool
is_digit(char ch)
{
	return ch >= '0' && ch <= '9';
}

bool
all_digits(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!is_digit(s.p[i]))
			return false;
	return s.n > 0;
}
