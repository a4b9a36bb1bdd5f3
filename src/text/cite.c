/* cite.c - the parts of a citation in running text (II.6.b). */
#include "text/cite.h"

#include "text/utf8.h"
#include "text/viet.h"

/* What is cited with "số", number, date and issuer. */
static const char *const types[] = { "Nghị định", "Nghị quyết", "Quyết định",
	"Thông tư", "Chỉ thị", "Kế hoạch", "Công văn", "Tờ trình", "Thông báo",
	"Báo cáo", "Hướng dẫn", "Chương trình", "Đề án", "Kết luận", "Quy định",
	"Công điện", "Văn bản" };

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static size_t
digits(struct str s, size_t at)
{
	size_t i = at;

	while (i < s.n && is_digit(s.p[i]))
		i++;
	return i - at;
}

static uint32_t
peek(struct str s, size_t i)
{
	return i < s.n ? utf8_next(s, &i) : 0;
}

static bool
take(struct str s, size_t *at, const char *word)
{
	struct str w = str_of(word);

	if (!str_starts(str_sub(s, *at, s.n), w))
		return false;
	*at += w.n;
	return true;
}

/* "30/2020/NĐ-CP", "41-CT/TW", "232/KH-UBND": its bytes, or 0. */
static size_t
symbol_length(struct str s, size_t at)
{
	size_t i = at + digits(s, at), end = i;
	bool capital = false;

	if (i == at || i >= s.n || (s.p[i] != '/' && s.p[i] != '-'))
		return 0;
	while (i < s.n) {
		size_t k = i;
		uint32_t c = utf8_next(s, &k);

		if (viet_is_upper(c))
			capital = true;
		else if (c != '/' && c != '-' && !viet_is_letter(c) &&
		    !(c < 0x80 && is_digit((char)c)))
			break;
		i = k;
		if (c != '-' && c != '/')
			end = i; /* a sign at the end is not part of it */
	}
	return capital ? end - at : 0;
}

/* "9/9/2025" */
static size_t
slashed(struct str s, size_t at)
{
	size_t i = at, n;

	for (unsigned part = 0; part < 3; part++) {
		n = digits(s, i);
		if (n == 0 || n > (part == 2 ? 4 : 2))
			return 0;
		i += n;
		if (part < 2 && !take(s, &i, "/"))
			return 0;
	}
	return i - at;
}

/* "9 tháng 9 năm 2025" */
static size_t
in_words(struct str s, size_t at)
{
	size_t i = at, n = digits(s, i);

	if (n == 0 || n > 2)
		return 0;
	i += n;
	if (!take(s, &i, " tháng ") || (n = digits(s, i)) == 0 || n > 2)
		return 0;
	i += n;
	if (!take(s, &i, " năm ") || digits(s, i) != 4)
		return 0;
	return i + 4 - at;
}

size_t
cite_date(struct str s, size_t at, struct date *day)
{
	size_t n = slashed(s, at), from = at;

	*day = (struct date) { 0 };
	if (n == 0) {
		n = in_words(s, at);
		from = at - (sizeof("ngày ") - 1);
	}
	if (n > 0 && date_parse(str_sub(s, from, at + n), day) == DATE_NONE)
		day->year = 0;
	return n;
}

static void
take_date(struct str s, struct citation *c)
{
	size_t i = c->end;

	c->comma = take(s, &i, ",");
	if (!take(s, &i, " ngày ")) {
		c->comma = false;
		return;
	}
	c->dated = true;
	c->date_at = i;
	c->date = str_sub(s, i, i + cite_date(s, i, &c->day));
	c->end = i + c->date.n;
}

/* A citation whose type is the row's, at `at`. */
static bool
cite_at(struct str s, size_t at, struct str type, struct citation *out)
{
	struct citation c = { .at = at, .type = type };
	size_t i = at + type.n, n;

	if (!str_starts(str_sub(s, at, s.n), type) || !take(s, &i, " "))
		return false;
	c.word = take(s, &i, "số ");
	n = symbol_length(s, i);
	if (n == 0)
		return false;
	c.symbol_at = i;
	c.symbol = str_sub(s, i, i + n);
	c.end = i + n;
	if (viet_is_letter(peek(s, c.end)))
		return false;
	take_date(s, &c);
	*out = c;
	return true;
}

bool
cite_next(struct str s, size_t from, struct citation *out)
{
	for (size_t i = from; i < s.n; i++)
		for (size_t k = 0; k < COUNT(types); k++)
			if (s.p[i] == types[k][0] &&
			    cite_at(s, i, str_of(types[k]), out))
				return true;
	return false;
}
