/* capital.c - capitals of Phụ lục II, found by a table of words and of what
   must stand around them. */
#include "text/capital.h"

#include <string.h>

#include "text/utf8.h"
#include "text/viet.h"

enum where { ANYWHERE, UNIT, SYMBOL, ACT, PART, DAY, YEAR };

static const struct {
	enum capital_kind kind;
	const char *wrong, *right;
	enum where where;
} rows[] = {
#define CAPITAL(kind, wrong, right, where) { kind, wrong, right, where },
#include "text/capital.def"
#undef CAPITAL
};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* Provinces and cities since 01/7/2025, and names that went into them and are
   still written; Thành phố Hồ Chí Minh is special (III.1.c). */
static const char *const provinces[] = { "Hà Nội", "Hải Phòng", "Huế",
	"Đà Nẵng", "Cần Thơ", "Lai Châu", "Điện Biên", "Sơn La", "Lạng Sơn",
	"Quảng Ninh", "Thanh Hóa", "Thanh Hoá", "Nghệ An", "Hà Tĩnh",
	"Cao Bằng", "Tuyên Quang", "Lào Cai", "Thái Nguyên", "Phú Thọ",
	"Bắc Ninh", "Hưng Yên", "Ninh Bình", "Quảng Trị", "Quảng Ngãi",
	"Gia Lai", "Khánh Hòa", "Khánh Hoà", "Lâm Đồng", "Đắk Lắk", "Đồng Nai",
	"Tây Ninh", "Vĩnh Long", "Đồng Tháp", "Cà Mau", "An Giang", "Hải Dương",
	"Thái Bình", "Nam Định", "Bắc Giang", "Vĩnh Phúc", "Hà Nam",
	"Hòa Bình" };

/* Behind "điều 5": what shows that a part of a document is meant. */
static const char *const acts[] = { " Luật ", " Bộ luật ", " Nghị định ",
	" Thông tư ", " Quyết định ", " Nghị quyết ", " của Luật ",
	" của Nghị định ", " của Thông tư ", " của Quy chế " };
static const char *const parts[] = { " khoản ", " Khoản ", " Điều ", " điều " };
static const char *const days[] = { ", ngày ", " ngày ", " (ngày ",
	" hằng tuần", " hàng tuần" };

static uint32_t
peek(struct str s, size_t i)
{
	return i < s.n ? utf8_next(s, &i) : 0;
}

/* The character that ends at `end`, 0 at the beginning. */
static uint32_t
before(struct str s, size_t end)
{
	size_t i = end;

	while (i > 0 && ((unsigned char)s.p[--i] & 0xc0) == 0x80)
		;
	return end == 0 ? 0 : utf8_next(s, &i);
}

static bool
is_digit(uint32_t c)
{
	return c >= '0' && c <= '9';
}

static bool
begins(struct str rest, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_starts(rest, str_of(words[i])))
			return true;
	return false;
}

/* Behind a word, a figure or a comma: the sentence goes on. */
static bool
is_inside(struct str s, size_t at)
{
	uint32_t c;

	if (at < 2 || s.p[at - 1] != ' ')
		return false;
	c = before(s, at - 1);
	return c == ',' || is_digit(c) || viet_is_letter(c);
}

static bool
names_place(struct str rest, struct str name)
{
	return str_starts(rest, name) && !viet_is_letter(peek(rest, name.n));
}

static bool
place_follows(struct str s, size_t end, const struct str *place, size_t nplaces)
{
	struct str rest = str_sub(s, end + 1, s.n);

	if (end >= s.n || s.p[end] != ' ')
		return false;
	for (size_t i = 0; i < nplaces; i++)
		if (place[i].n > 0 && names_place(rest, place[i]))
			return true;
	for (size_t i = 0; i < COUNT(provinces); i++)
		if (names_place(rest, str_of(provinces[i])))
			return true;
	return false;
}

/* " số 30/2020/NĐ-CP", " số 41-CT/TW" */
static bool
symbol_follows(struct str s, size_t end)
{
	struct str word = STR(" số ");
	size_t i = end + word.n, from = i;

	if (!str_starts(str_sub(s, end, s.n), word))
		return false;
	while (i < s.n && is_digit((unsigned char)s.p[i]))
		i++;
	return i > from && i + 1 < s.n && (s.p[i] == '/' || s.p[i] == '-') &&
	    (is_digit((unsigned char)s.p[i + 1]) ||
		viet_is_upper(peek(s, i + 1)));
}

/* " 5" or " a" or " IV", then one of words. */
static bool
label_then(
    struct str s, size_t end, const char *const *words, size_t n, bool letter)
{
	size_t i = end + 1, from = i;

	if (end >= s.n || s.p[end] != ' ')
		return false;
	if (letter && viet_is_lower(peek(s, i)))
		(void)utf8_next(s, &i);
	else
		while (i < s.n &&
		    (is_digit((unsigned char)s.p[i]) ||
			strchr("IVXLC", s.p[i]) != NULL))
			i++;
	return i > from && begins(str_sub(s, i, s.n), words, n);
}

static bool
year_follows(struct str s, size_t end)
{
	struct str word = STR(" năm ");

	return str_starts(str_sub(s, end, s.n), word) &&
	    is_digit(peek(s, end + word.n));
}

static bool
fits(struct str s, size_t at, size_t end, enum where where,
    const struct str *place, size_t nplaces)
{
	switch (where) {
	case ANYWHERE:
		return true;
	case UNIT:
		return is_inside(s, at) &&
		    place_follows(s, end, place, nplaces);
	case SYMBOL:
		return symbol_follows(s, end);
	case ACT:
		return label_then(s, end, acts, COUNT(acts), false);
	case PART:
		return is_inside(s, at) &&
		    label_then(s, end, parts, COUNT(parts), true);
	case DAY:
		return begins(str_sub(s, end, s.n), days, COUNT(days));
	case YEAR:
		return year_follows(s, end);
	}
	return false;
}

bool
capital_next(struct str s, size_t from, const struct str *place, size_t nplaces,
    struct capital_fault *out)
{
	size_t best = s.n;

	for (size_t r = 0; r < COUNT(rows); r++) {
		struct str w = str_of(rows[r].wrong);
		size_t at = from;

		while ((at = str_find(s, w, at)) < best) {
			size_t end = at + w.n;

			if (!viet_is_letter(before(s, at)) &&
			    !viet_is_letter(peek(s, end)) &&
			    fits(s, at, end, rows[r].where, place, nplaces)) {
				*out = (struct capital_fault) { rows[r].kind,
					at, rows[r].wrong, rows[r].right };
				best = at;
				break;
			}
			at = end;
		}
	}
	return best < s.n;
}
