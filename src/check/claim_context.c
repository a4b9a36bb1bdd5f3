/*
 * claim_context.c - what a sentence, its list and the headings above it are
 * about: only the result of this unit, in the year of the plan, is a claim.
 */
#include "check/claims.h"

/* Somebody else's, or no result: anywhere in the sentence before the figure,
   in the paragraph that opens the list, in the headings above. */
static const char *const elsewhere[] = { "thôn", "xóm", "khu dân cư",
	"tổ dân phố", "cụm dân cư", "cùng kỳ", "phấn đấu", "dự kiến",
	"giai đoạn", "nhiệm kỳ", "thành phố", "cả nước", "toàn tỉnh", "tỉnh",
	"huyện", "quận", "quý", "đầu năm", "tháng đầu", "trước khi",
	"trước đây", "trong số", "nghị quyết", "chỉ thị", "năm trước",
	"năm ngoái", "năm sau", "năm tới", "hằng năm", "hàng năm" };

/* Between the mark before the name and the name. */
static const char *const no_result[] = { "kế hoạch", "mục tiêu", "giao",
	"yêu cầu", "đăng ký", "cam kết", "để", "nhằm", "nếu", "khi", "theo",
	"mức giảm", "mức tăng", "tốc độ giảm", "tốc độ tăng tỷ lệ", "chưa",
	"không", "thuộc" };

/* Headings of what is to come. */
static const char *const to_come[] = { "phương hướng", "dự kiến", "kiến nghị",
	"đăng ký", "nhiệm vụ và giải pháp" };

/* What may stand before a short name ("hộ nghèo"), or a longer one. */
static const char *const openers[] = { "tỷ lệ", "chỉ tiêu", "tiêu chí", "về",
	"và", "tốc độ", "mức", "kết quả", "xã", "riêng", "đó", "đưa", "nâng",
	"là", "số" };

static const char *const plans[] = { "kế hoạch", "chỉ tiêu", "mục tiêu" };

/* What may go on behind a figure without a mark. */
static const char *const followers[] = { "và", "vượt", "tăng", "giảm",
	"tính đến", "vào cuối", "trong năm", "trong đó", "cao hơn", "thấp hơn",
	"hoàn thành", "số hộ", "tổng số", "năm" };

size_t
plan_word(const struct tokens *ts, size_t i)
{
	return phrase_of(ts, i, plans, COUNT(plans));
}

static int
year_of(const struct check *c)
{
	return date_is_set(c->plan->to) ? c->plan->to.year : c->plan->date.year;
}

bool
other_year(
    const struct check *c, const struct tokens *ts, size_t from, size_t to)
{
	struct str year = str_printf(c->a, "%d", year_of(c));
	bool other = false;

	for (size_t i = from; i + 1 < to; i++)
		if (token_is_word(ts, i, "năm") && token_is_number(ts, i + 1) &&
		    ts->v[i + 1].word.n == 4)
			other = !str_eq(ts->v[i + 1].word, year);
	return other;
}

static bool
is_elsewhere(
    const struct check *c, const struct tokens *ts, size_t from, size_t to)
{
	return other_year(c, ts, from, to) ||
	    phrase_between(ts, from, to, elsewhere, COUNT(elsewhere));
}

/* What of a node above or before a block tells what the block is about. */
struct context {
	unsigned level; /* of the last heading */
	bool opener; /* the next paragraph upwards may open a list */
};

static bool
heading_allows(struct check *c, struct context *x, const struct node *n)
{
	struct tokens ts = tokens_of(c->a, node_text(c->a, n));

	x->level = n->as.heading.level;
	x->opener = false;
	return !other_year(c, &ts, 0, ts.n) &&
	    !phrase_between(&ts, 0, ts.n, to_come, COUNT(to_come));
}

/* Behind "Năm 2024:" stand figures of that year. */
static bool
opener_allows(struct check *c, struct context *x, const struct node *n)
{
	struct tokens ts = tokens_of(c->a, node_text(c->a, n));
	bool opens = ts.n > 0 && token_is_mark(&ts, ts.n - 1, ':');

	x->opener = !opens && n->as.paragraph.label.n > 0;
	return !opens || !is_elsewhere(c, &ts, 0, ts.n);
}

bool
context_allows(struct check *c, const struct node *n)
{
	struct context x = { UINT32_MAX, true };

	while (n->prev != NULL || n->parent != NULL) {
		if (n->prev == NULL) {
			n = n->parent;
			x.opener = x.level == UINT32_MAX;
			if (n->kind == NODE_FOOTNOTE)
				return false;
			continue;
		}
		n = n->prev;
		if (n->kind == NODE_APPENDIX)
			return true;
		if (n->kind == NODE_HEADING && n->as.heading.level < x.level &&
		    !heading_allows(c, &x, n))
			return false;
		if (n->kind == NODE_PARAGRAPH && x.opener &&
		    !opener_allows(c, &x, n))
			return false;
	}
	return true;
}

/* Parts between semicolons are about the same year and place. */
static size_t
sentence_start(const struct tokens *ts, size_t i)
{
	while (i > 0 &&
	    (token_is_mark(ts, i - 1, ';') || !token_ends_sentence(ts, i - 1)))
		i--;
	return i;
}

static size_t
segment_start(const struct tokens *ts, size_t i)
{
	while (i > 0 && ts->v[i - 1].kind != TOKEN_MARK)
		i--;
	return i;
}

bool
before_allows(
    const struct check *c, const struct tokens *ts, size_t i, bool is_short)
{
	size_t sentence = sentence_start(ts, i), from = segment_start(ts, i);

	if (is_elsewhere(c, ts, sentence, i) ||
	    phrase_between(ts, from, i, no_result, COUNT(no_result)))
		return false;
	if (i > 0 &&
	    (token_is_number(ts, i - 1) || token_is_mark(ts, i - 1, '%') ||
		token_is_mark(ts, i - 1, '/')))
		return false;
	if (!is_short || from == i)
		return true;
	for (size_t k = from; k < i; k++)
		if (k + phrase_of(ts, k, openers, COUNT(openers)) == i)
			return true;
	return false;
}

bool
same_unit_follows(struct check *c, const struct tokens *ts, size_t i,
    const struct target *t, struct amount *m)
{
	for (size_t n = 0; n < 4; n++, i++) {
		if (token_is_number(ts, i))
			return amount_read(c->a, ts, i, t->unit, m);
		if (i >= ts->n || ts->v[i].kind != TOKEN_WORD)
			return false;
	}
	return false;
}

bool
after_allows(struct check *c, const struct tokens *ts, size_t i,
    const struct target *t, bool loose)
{
	struct amount goal;
	size_t n, end = i;

	while (end < ts->n && ts->v[end].kind != TOKEN_MARK)
		end++;
	if (is_elsewhere(c, ts, i, end) && phrase_at(ts, i, "so với") == 0)
		return false;
	if (i >= ts->n || ts->v[i].kind == TOKEN_MARK)
		return !token_is_mark(ts, i, '%') && !token_is_mark(ts, i, '/');
	n = phrase_at(ts, i, "so với");
	if (n > 0 && plan_word(ts, i + n) > 0)
		return same_unit_follows(c, ts, i + n + 2, t, &goal);
	if (n > 0)
		return str_find(t->note, STR("so với"), 0) < t->note.n;
	if (plan_word(ts, i) > 0)
		return false;
	return !loose && phrase_of(ts, i, followers, COUNT(followers)) > 0;
}
