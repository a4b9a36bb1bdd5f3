/*
 * check_districts.c - districts as if they were still there: Luật Tổ chức chính
 * quyền địa phương 72/2025/QH15 knows provinces and communes only; the level
 * between ended on 01/7/2025 (R15).  Quiet where the past is told.
 */
#include "check/run.h"
#include "text/cite.h"
#include "text/utf8.h"
#include "text/viet.h"

static const struct date ended = { 2025, 7, 1 };

static const char *const nouns[] = { "huyện ", "quận ", "thị xã " };

/* Words of a sentence, small letters, that speak of former times or of names
   that live on. */
static const char *const of_past[] = { "trước đây", "cũ", "sáp nhập", "sắp xếp",
	"hợp nhất", "giải thể", "kết thúc", "nguyên", "lịch sử", "kháng chiến",
	"truyền thống", "thời kỳ", "trước khi", "trước ngày", "chuyển giao",
	"kế thừa", "trường", "bệnh viện", "di tích", "lễ hội", "quê",
	"sinh ngày", "sinh năm", "đường", "quốc lộ", "từ huyện", "từ quận",
	"từ thị xã", "không tổ chức", "không còn", "bỏ cấp" };

/* A year before 2025, or a day before the end. */
static bool
has_old_date(struct str s)
{
	size_t at = 0, n;
	struct date day;

	while ((at = str_find(s, STR("ngày "), at)) < s.n) {
		at += sizeof("ngày ") - 1;
		n = cite_date(s, at, &day);
		if (n > 0 && date_is_set(day) && date_cmp(day, ended) < 0)
			return true;
	}
	for (at = 0; at + 4 <= s.n; at++) {
		struct str y = str_sub(s, at, at + 4);

		if (all_digits(y) && !is_digit(at > 0 ? s.p[at - 1] : ' ') &&
		    (at + 4 == s.n || !is_digit(s.p[at + 4])) &&
		    str_cmp(y, STR("1900")) >= 0 && str_cmp(y, STR("2025")) < 0)
			return true;
	}
	return false;
}

static bool
tells_of_past(struct check *c, struct str sentence)
{
	struct str lower = viet_lower(c->a, sentence);

	for (size_t i = 0; i < COUNT(of_past); i++)
		if (has_word(lower, str_of(of_past[i])))
			return true;
	return has_old_date(sentence);
}

/* The offset of "huyện Nam Sách" at or behind from; s.n if none. */
static size_t
next_district(struct check *c, struct str s, size_t from)
{
	struct str lower = viet_lower(c->a, s);
	size_t best = s.n;

	if (lower.n != s.n)
		return s.n;
	for (size_t i = 0; i < COUNT(nouns); i++) {
		struct str w = str_of(nouns[i]);
		size_t at = from;

		while ((at = str_find(lower, w, at)) < best) {
			if (!viet_is_letter(utf8_before(s, at)) &&
			    viet_is_upper(utf8_at(s, at + w.n)))
				best = at;
			else
				at++;
		}
	}
	return best;
}

/* "huyện Nam Sách": the noun and the capitalised words behind it. */
static struct str
district_name(struct str s, size_t at)
{
	size_t end = at, i = at;
	bool named = false;

	while (i < s.n) {
		bool upper = viet_is_upper(utf8_at(s, i));

		if (!viet_is_letter(utf8_at(s, i)) || (named && !upper))
			break;
		named = named || (upper && i > at);
		while (viet_is_letter(utf8_at(s, i)))
			(void)utf8_next(s, &i);
		end = i;
		if (utf8_at(s, i) != ' ')
			break;
		i++;
	}
	return str_sub(s, at, end);
}

void
check_districts(struct check *c, const struct flat *f)
{
	struct str s = f->text;
	size_t found = c->ds->n;

	if (!date_is_set(report_day(c)) || date_cmp(report_day(c), ended) < 0)
		return;
	for (size_t at = next_district(c, s, 0); at < s.n;
	     at = next_district(c, s, at + 1)) {
		if (c->ds->n - found >= FAULTS_MAX)
			return;
		if (!tells_of_past(c, sentence_at(s, at)))
			diag_add(c->ds, DIAG_TEXT_DISTRICT_ENDED,
			    flat_pos(f, at), "%.*s",
			    STR_ARG(quote(c->a, district_name(s, at))));
	}
}

/* Whom the paper goes to, and what is printed above the issuer. */
void
check_header_districts(struct check *c)
{
	static const enum field of[] = { FIELD_ADDRESSEES, FIELD_RECIPIENTS };
	struct date day = report_day(c);

	for (size_t k = 0; k < COUNT(of); k++) {
		const struct value_list *list = &c->doc->field[of[k]];

		for (size_t i = 0; i < list->n; i++) {
			struct flat f = flat_value(c, &list->v[i]);

			check_districts(c, &f);
		}
	}
	if (c->unit == NULL || !date_is_set(day) || date_cmp(day, ended) < 0 ||
	    next_district(c, c->unit->superior, 0) == c->unit->superior.n)
		return;
	diag_add(c->ds, DIAG_FORM_SUPERIOR_DISTRICT, c->unit->pos, "\"%.*s\"",
	    STR_ARG(c->unit->superior));
}
