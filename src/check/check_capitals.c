/*
 * check_capitals.c - capitals (Phụ lục II): words of a table
 * (text/capital.def), where a sentence begins, and where it goes on behind a
 * comma or semicolon.
 */
#include "check/run.h"
#include "text/capital.h"
#include "text/utf8.h"
#include "text/viet.h"

enum { ABBREVIATION = 3 /* letters of "tr.", "TP.": no end of a sentence */ };

static const enum diag_id fault_of[CAPITAL_MAX] = {
	[CAPITAL_UNIT] = DIAG_TEXT_CAPITAL_UNIT,
	[CAPITAL_NOUN] = DIAG_TEXT_CAPITAL_NOUN,
	[CAPITAL_TYPE] = DIAG_TEXT_CAPITAL_TYPE,
	[CAPITAL_PART] = DIAG_TEXT_CITATION_CASE,
	[CAPITAL_CALENDAR] = DIAG_TEXT_CAPITAL_CALENDAR,
};

/*
 * Words that open a clause and are no part of a name.  Behind a semicolon: what
 * begins a task too; behind a comma a list of names may run, so only words that
 * no name begins with.
 */
static const char *const openers[] = { "Các", "Những", "Mỗi", "Một số",
	"Trong đó", "Đồng thời", "Do đó", "Vì vậy", "Nhưng", "Nếu", "Khi",
	"Từng", "Mọi", "Nhất là" };
static const char *const tasks[] = { "Ứng dụng", "Tập trung", "Tiếp tục",
	"Tăng cường", "Đẩy mạnh", "Thực hiện", "Triển khai", "Phong trào",
	"Phối hợp", "Phát huy", "Nâng cao", "Chủ động", "Kịp thời", "Chỉ đạo",
	"Tham mưu", "Hoàn thành", "Thường xuyên", "Tuyên truyền", "Khen thưởng",
	"Khơi dậy", "Bảo đảm", "Đảm bảo", "Giải quyết", "Quan tâm", "Động viên",
	"Tạo", "Huy động" };

/* wrong: bytes of what is wrong at `at`. */
static void
bad_capital(struct check *c, enum diag_id id, const struct flat *f, size_t at,
    size_t wrong, struct str right)
{
	diag_add(c->ds, id, flat_pos(f, at), "%.*s",
	    STR_ARG(quote(c->a, words_around(f->text, at + wrong / 2))));
	diag_near(c->ds, right);
}

void
check_capitals(struct check *c, const struct flat *f)
{
	struct str *place = NEW_ARRAY(c->a, c->office->nunits + 1, struct str);
	size_t at = 0, before = c->ds->n;
	struct capital_fault fault;

	for (size_t i = 0; i < c->office->nunits; i++)
		place[i] = c->office->unit[i].place;
	while (c->ds->n - before < FAULTS_MAX &&
	    capital_next(f->text, at, place, c->office->nunits, &fault)) {
		size_t n = str_of(fault.wrong).n;

		bad_capital(c, fault_of[fault.kind], f, fault.at, n,
		    str_of(fault.right));
		at = fault.at + n;
	}
}

/* The word of words that stands at `at`, followed by a small letter. */
static struct str
clause_word(struct str s, size_t at, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct str w = str_of(words[i]);

		if (str_starts(str_sub(s, at, s.n), w) &&
		    utf8_at(s, at + w.n) == ' ' &&
		    viet_is_lower(utf8_at(s, at + w.n + 1)))
			return w;
	}
	return STR_NONE;
}

/* "Kế hoạch này, Các cơ quan"; "2021 - 2025; Ứng dụng" */
static void
check_clause(struct check *c, const struct flat *f, size_t sign)
{
	struct str s = f->text, w;
	size_t at = sign + 2;

	w = clause_word(s, at, openers, COUNT(openers));
	if (w.n == 0 && s.p[sign] == ';')
		w = clause_word(s, at, tasks, COUNT(tasks));
	if (w.n > 0)
		bad_capital(c, DIAG_TEXT_CAPITAL_CLAUSE, f, at, w.n,
		    viet_lower(c->a, w));
}

/* The small letters directly before offset at; 0 if a capital is among them. */
static unsigned
small_before(struct str s, size_t at)
{
	unsigned n = 0;

	for (; at > 0; n++) {
		uint32_t ch = utf8_before(s, at);

		if (viet_is_upper(ch))
			return 0;
		if (!viet_is_letter(ch))
			break;
		do
			at--;
		while (at > 0 && ((unsigned char)s.p[at] & 0xC0) == 0x80);
	}
	return n;
}

/* "xong. tiếp theo": a small letter where a sentence begins. */
static bool
is_small_sentence(struct str s, size_t sign)
{
	return small_before(s, sign) >= ABBREVIATION &&
	    viet_is_lower(utf8_at(s, sign + 2));
}

/*
 * A paragraph of the text that begins with a small letter.  Items of a list may
 * go on with the sentence above them, notes are what they are.
 */
static bool
is_small_paragraph(const struct flat *f)
{
	const struct node *b = f->block;

	return b->kind == NODE_PARAGRAPH && b->parent->kind != NODE_FOOTNOTE &&
	    b->parent->kind != NODE_ITEM && f->text.n > 1 &&
	    viet_is_lower(utf8_at(f->text, 0)) &&
	    str_find(f->text, STR("://"), 0) == f->text.n;
}

void
check_sentences(struct check *c, const struct flat *f)
{
	struct str s = f->text, first;
	size_t before = c->ds->n, i = 0;

	if (is_small_paragraph(f)) {
		(void)utf8_next(s, &i);
		first = viet_upper(c->a, str_sub(s, 0, i));
		bad_capital(c, DIAG_TEXT_CAPITAL_SENTENCE, f, 0, 0, first);
	}
	for (i = 0; i + 2 < s.n && c->ds->n - before < FAULTS_MAX; i++) {
		if (s.p[i + 1] != ' ')
			continue;
		if (s.p[i] == ',' || s.p[i] == ';')
			check_clause(c, f, i);
		else if ((s.p[i] == '.' || s.p[i] == '?' || s.p[i] == '!') &&
		    is_small_sentence(s, i))
			bad_capital(c, DIAG_TEXT_CAPITAL_SENTENCE, f, i + 2, 0,
			    STR_NONE);
	}
}
