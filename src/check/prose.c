/* prose.c - a sentence as words, numbers and marks, and the figures in it. */
#include "check/prose.h"

#include "text/utf8.h"
#include "text/viet.h"

enum { EN_DASH = 0x2013 };

/* --- words, numbers, marks ---------------------------------------------- */

/* The digits at `at`, with points and commas between digits. */
static size_t
number_end(struct str s, size_t at)
{
	while (at < s.n &&
	    (is_digit(s.p[at]) ||
		((s.p[at] == '.' || s.p[at] == ',') && at + 1 < s.n &&
		    is_digit(s.p[at + 1]))))
		at++;
	return at;
}

/* The letters at `at`, and digits behind them: "m2". */
static size_t
word_end(struct str s, size_t at)
{
	while (at < s.n) {
		size_t next = at;
		uint32_t ch = utf8_next(s, &next);

		if (!viet_is_letter(ch) && !(ch >= '0' && ch <= '9'))
			break;
		at = next;
	}
	return at;
}

/* "Tỉ lệ" and "tỷ lệ" are one. */
static void
fold_word(struct arena *a, struct token *t)
{
	t->word = viet_lower(a, t->word);
	if (str_is(t->word, "tỉ"))
		t->word = STR("tỷ");
	t->key = viet_fold_tone_place(a, t->word);
}

struct tokens
tokens_of(struct arena *a, struct str text)
{
	VEC(struct token) v = { 0 };
	size_t i = 0;

	while (i < text.n) {
		struct token t = { .at = i };
		uint32_t ch = utf8_next(text, &i);

		if (utf8_is_blank(ch))
			continue;
		if (ch >= '0' && ch <= '9') {
			t.kind = TOKEN_NUMBER;
			i = number_end(text, t.at);
		} else if (viet_is_letter(ch)) {
			t.kind = TOKEN_WORD;
			i = word_end(text, t.at);
		} else {
			t.kind = TOKEN_MARK;
			t.mark = ch;
		}
		t.end = i;
		t.word = str_sub(text, t.at, t.end);
		if (t.kind == TOKEN_WORD)
			fold_word(a, &t);
		*vec_add(a, &v) = t;
	}
	return (struct tokens) { text, v.v, v.n };
}

bool
token_is_mark(const struct tokens *ts, size_t i, uint32_t mark)
{
	return i < ts->n && ts->v[i].kind == TOKEN_MARK &&
	    ts->v[i].mark == mark;
}

bool
token_is_number(const struct tokens *ts, size_t i)
{
	return i < ts->n && ts->v[i].kind == TOKEN_NUMBER;
}

bool
token_is_word(const struct tokens *ts, size_t i, const char *word)
{
	return i < ts->n && ts->v[i].kind == TOKEN_WORD &&
	    str_is(ts->v[i].word, word);
}

bool
token_ends_sentence(const struct tokens *ts, size_t i)
{
	return i >= ts->n || token_is_mark(ts, i, '.') ||
	    token_is_mark(ts, i, ';') || token_is_mark(ts, i, '!') ||
	    token_is_mark(ts, i, '?');
}

size_t
phrase_at(const struct tokens *ts, size_t i, const char *phrase)
{
	struct str rest = str_of(phrase), word;
	size_t n = 0;

	while (str_split(&rest, ' ', &word)) {
		if (i + n >= ts->n || ts->v[i + n].kind != TOKEN_WORD ||
		    !str_eq(ts->v[i + n].word, word))
			return 0;
		n++;
	}
	return n;
}

size_t
phrase_of(
    const struct tokens *ts, size_t i, const char *const *phrases, size_t n)
{
	size_t best = 0, length;

	for (size_t k = 0; k < n; k++) {
		length = phrase_at(ts, i, phrases[k]);
		if (length > best)
			best = length;
	}
	return best;
}

bool
phrase_between(const struct tokens *ts, size_t from, size_t to,
    const char *const *phrases, size_t n)
{
	for (size_t i = from; i < to && i < ts->n; i++) {
		size_t length = phrase_of(ts, i, phrases, n);

		if (length > 0 && i + length <= to)
			return true;
	}
	return false;
}

/* --- figures ------------------------------------------------------------- */

static bool
is_dash(const struct tokens *ts, size_t i)
{
	return token_is_mark(ts, i, '-') || token_is_mark(ts, i, EN_DASH);
}

static enum figure_status
read_value(struct arena *a, struct str s, struct decimal *out)
{
	struct figure f;
	enum figure_status status = figure_parse(a, s, &f);

	*out = f.value;
	return status;
}

bool
share_read(struct arena *a, const struct tokens *ts, size_t k,
    struct decimal *part, struct decimal *whole, size_t *end)
{
	if (!token_is_number(ts, k) || !token_is_mark(ts, k + 1, '/') ||
	    !token_is_number(ts, k + 2) || token_is_mark(ts, k + 3, '/') ||
	    (k > 0 && token_is_mark(ts, k - 1, '/')))
		return false;
	if (k > 0 &&
	    (token_is_word(ts, k - 1, "ngày") ||
		token_is_word(ts, k - 1, "số")))
		return false;
	*end = k + 3;
	return read_value(a, ts->v[k].word, part) == FIGURE_OK &&
	    read_value(a, ts->v[k + 2].word, whole) == FIGURE_OK &&
	    whole->mantissa > 0;
}

/* "34 hộ trên tổng số 4.250 hộ" at k. */
static bool
share_in_words(
    struct arena *a, const struct tokens *ts, size_t k, struct amount *m)
{
	enum { WORDS_MAX = 3 };
	static const char *const over[] = { "trên tổng số", "trong tổng số",
		"trên tổng" };
	size_t i = k + 1, n = 0;

	for (; i < k + 1 + WORDS_MAX && n == 0; i++) {
		n = phrase_of(ts, i, over, COUNT(over));
		if (n == 0 && (i >= ts->n || ts->v[i].kind != TOKEN_WORD))
			return false;
	}
	if (n == 0 || !token_is_number(ts, i - 1 + n))
		return false;
	m->part = m->value;
	m->end = i + n;
	return read_value(a, ts->v[i - 1 + n].word, &m->whole) == FIGURE_OK &&
	    m->whole.mantissa > 0;
}

/* Words before the number at k: "trên", "không quá"; their meaning in *m. */
static void
read_before(
    struct arena *a, const struct tokens *ts, size_t k, struct amount *m)
{
	static const char *const vague[] = { "khoảng", "gần", "xấp xỉ",
		"ước khoảng", "chừng" };
	enum { WORDS_MAX = 3 };
	struct figure f;

	for (size_t n = WORDS_MAX; n > 0; n--) {
		if (n > k || phrase_at(ts, k - n, "tăng") > 0 ||
		    phrase_at(ts, k - n, "giảm") > 0)
			continue;
		if (phrase_of(ts, k - n, vague, COUNT(vague)) == n)
			m->vague = true;
		else if (figure_parse(a,
			     str_sub(ts->text, ts->v[k - n].at, ts->v[k].end),
			     &f) != FIGURE_OK)
			continue;
		else
			m->op = f.op;
		return;
	}
}

/* How many of the tokens at i are the unit; 0 if none. *power: to be
   multiplied with ten to that. */
static size_t
unit_tokens(struct arena *a, const struct tokens *ts, size_t i, struct str unit,
    int *power)
{
	enum { UNIT_MAX = 8 };
	struct str head = str_sub(unit, 0, str_find(unit, STR("/"), 0));
	size_t end = i, n;

	while (end < ts->n && end < i + UNIT_MAX &&
	    (ts->v[end].kind == TOKEN_WORD || token_is_mark(ts, end, '%') ||
		token_is_mark(ts, end, '/')))
		end++;
	for (n = end - i; n > 0; n--) {
		struct str s =
		    str_sub(ts->text, ts->v[i].at, ts->v[i + n - 1].end);

		if (unit_same(a, s, unit, power) ||
		    (str_find(s, STR("/"), 0) == s.n &&
			unit_same(a, s, head, power)))
			return n;
	}
	return 0;
}

static bool
is_difference(const struct tokens *ts, size_t end)
{
	return token_is_word(ts, end, "điểm") ||
	    (is_dash(ts, end) && token_is_number(ts, end + 1)) ||
	    (token_is_word(ts, end, "đến") && token_is_number(ts, end + 1));
}

/* "hộ" behind "34/4.250", if a mark follows it. */
static void
pass_counted(const struct tokens *ts, size_t *end)
{
	if (*end < ts->n && ts->v[*end].kind == TOKEN_WORD &&
	    (*end + 1 == ts->n || ts->v[*end + 1].kind == TOKEN_MARK))
		(*end)++;
}

bool
amount_read(struct arena *a, const struct tokens *ts, size_t k, struct str unit,
    struct amount *m)
{
	int power = 0;
	size_t n;

	*m = (struct amount) { .from = k, .end = k + 1 };
	if (!token_is_number(ts, k) || is_difference(ts, k + 1) ||
	    (k > 1 && is_dash(ts, k - 1) && token_is_number(ts, k - 2)) ||
	    (k > 0 && token_is_mark(ts, k - 1, '/')))
		return false;
	m->status = read_value(a, ts->v[k].word, &m->value);
	read_before(a, ts, k, m);
	if (str_is(unit, "%") && m->status == FIGURE_OK &&
	    (share_read(a, ts, k, &m->part, &m->whole, &m->end) ||
		share_in_words(a, ts, k, m))) {
		pass_counted(ts, &m->end);
		return true;
	}
	m->whole = (struct decimal) { 0 };
	n = unit_tokens(a, ts, k + 1, unit, &power);
	if (n == 0 && unit.n > 0)
		return false;
	m->end = k + 1 + n;
	if (phrase_at(ts, m->end, "trở lên") > 0 ||
	    phrase_at(ts, m->end, "trở xuống") > 0) {
		m->op = token_is_word(ts, m->end + 1, "lên") ? OP_GE : OP_LE;
		m->end += 2;
	}
	return !is_difference(ts, m->end) &&
	    (m->status != FIGURE_OK || decimal_shift(&m->value, power));
}

struct str
amount_text(const struct tokens *ts, const struct amount *m)
{
	return str_sub(ts->text, ts->v[m->from].at, ts->v[m->end - 1].end);
}
