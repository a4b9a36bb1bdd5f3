/*
 * check_ratios.c - numbers in sentences: "380/400 hộ (95%)" recomputed, and
 * numbers that can be read in two ways ("10.5%", "1,200 hộ").
 */
#include "check/prose.h"

static const char *const verbs[] = { "đạt", "bằng", "chiếm", "đạt tỷ lệ",
	"chiếm tỷ lệ", "tương ứng", "tương đương", "tỷ lệ", "tức", "là" };
static const char *const of_plan[] = { "kế hoạch", "so với", "chỉ tiêu",
	"mục tiêu", "của" };

/* The words at i, at most max; where they end. */
static size_t
pass_words(const struct tokens *ts, size_t i, size_t max)
{
	size_t from = i;

	while (i < ts->n && i - from < max && ts->v[i].kind == TOKEN_WORD)
		i++;
	return i;
}

/* The percentage at i behind a verb, or none is needed. */
static bool
percent_at(struct check *c, const struct tokens *ts, size_t i, bool verb,
    struct amount *m)
{
	size_t n = phrase_of(ts, i, verbs, COUNT(verbs));

	if (verb && n == 0)
		return false;
	for (i += n; i < ts->n && ts->v[i].kind == TOKEN_WORD; i++)
		if (n++ > 4)
			return false;
	return token_is_number(ts, i) && token_is_mark(ts, i + 1, '%') &&
	    amount_read(c->a, ts, i, STR("%"), m) && m->whole.mantissa == 0 &&
	    phrase_of(ts, m->end, of_plan, COUNT(of_plan)) == 0;
}

/*
 * The percentage that goes with a share that ends at `end`: in brackets behind
 * the words counted, or behind a comma and a verb, or a verb soon after.
 */
static bool
percent_behind(
    struct check *c, const struct tokens *ts, size_t end, struct amount *m)
{
	enum { WORDS_MAX = 14, NEAR_MAX = 3 };
	size_t i = pass_words(ts, end, WORDS_MAX);

	if (token_is_mark(ts, i, '('))
		return percent_at(c, ts, i + 1, false, m) &&
		    token_is_mark(ts, m->end, ')');
	if (token_is_mark(ts, i, ','))
		return percent_at(c, ts, i + 1, true, m);
	if (token_is_mark(ts, i, '='))
		return percent_at(c, ts, i + 1, false, m);
	for (i = end; i <= end + NEAR_MAX; i++)
		if (phrase_of(ts, i, verbs, COUNT(verbs)) > 0)
			return percent_at(c, ts, i, true, m);
		else if (i >= ts->n || ts->v[i].kind != TOKEN_WORD ||
		    token_is_word(ts, i, "có"))
			return false;
	return false;
}

/* "95% (380/400 hộ)": the percentage before a share at k. */
static bool
percent_in_front(
    struct check *c, const struct tokens *ts, size_t k, struct amount *m)
{
	size_t i = k;

	while (i > 0 && ts->v[i - 1].kind == TOKEN_WORD &&
	    phrase_of(ts, i - 1, verbs, COUNT(verbs)) > 0)
		i--;
	if (i < 3 || !token_is_mark(ts, i - 1, '(') ||
	    !token_is_mark(ts, i - 2, '%') || !token_is_number(ts, i - 3))
		return false;
	return amount_read(c->a, ts, i - 3, STR("%"), m) && m->end == i - 1;
}

static void
check_share(
    struct check *c, const struct flat *f, const struct tokens *ts, size_t k)
{
	enum { EXACT = 4 }; /* digits for a bound: "trên 95%" */
	struct decimal part, whole, right;
	struct amount m;
	size_t end;
	bool bound;

	if (!share_read(c->a, ts, k, &part, &whole, &end))
		return;
	if (!percent_in_front(c, ts, k, &m) && !percent_behind(c, ts, end, &m))
		return;
	bound = m.op != OP_NONE && m.op != OP_EQ;
	if (m.status != FIGURE_OK || m.vague ||
	    !decimal_percent(
		part, whole, bound ? EXACT : m.value.scale, &right) ||
	    decimal_holds(right, bound ? m.op : OP_EQ, m.value))
		return;
	diag_add(c->ds, DIAG_TEXT_PERCENT_DIFFERS,
	    flat_pos(f, ts->v[m.from].at), "%.*s: %.*s / %.*s%%",
	    STR_ARG(str_sub(ts->text, ts->v[k].at, ts->v[end - 1].end)),
	    STR_ARG(amount_text(ts, &m)), STR_ARG(decimal_print(c->a, right)));
	if (!bound)
		diag_near(c->ds,
		    str_printf(
			c->a, "%.*s%%", STR_ARG(decimal_print(c->a, right))));
}

/* --- shares above one, changes the wrong way */

/* Things counted one by one: "15/14 thôn" cannot be. */
static const char *const things[] = { "thôn", "tổ", "hộ", "người", "công chức",
	"viên chức", "cán bộ", "lớp", "đơn vị", "tiêu chí", "chỉ tiêu", "mẫu",
	"học sinh", "giáo viên", "trường", "phòng", "cơ quan", "hồ sơ" };

static void
check_above(
    struct check *c, const struct flat *f, const struct tokens *ts, size_t k)
{
	struct decimal part, whole;
	size_t end;

	if (!share_read(c->a, ts, k, &part, &whole, &end) ||
	    phrase_of(ts, end, things, COUNT(things)) == 0 ||
	    decimal_cmp(part, whole) <= 0)
		return;
	diag_add(c->ds, DIAG_TEXT_SHARE_ABOVE, flat_pos(f, ts->v[k].at),
	    "%.*s > %.*s", STR_ARG(ts->v[k].word), STR_ARG(ts->v[k + 2].word));
}

/* The number at k and the word of its unit, if it is a plain one. */
static bool
plain_number(
    struct check *c, const struct tokens *ts, size_t k, struct decimal *value)
{
	struct figure f;

	if (!token_is_number(ts, k) || token_is_mark(ts, k + 1, '/') ||
	    figure_parse(c->a, ts->v[k].word, &f) != FIGURE_OK)
		return false;
	*value = f.value;
	return k + 1 < ts->n;
}

/* "giảm từ 43 hộ xuống còn 34 hộ": k is the first word. */
static void
check_direction(
    struct check *c, const struct flat *f, const struct tokens *ts, size_t k)
{
	enum { UNIT_MAX = 5 };
	static const char *const to[] = { "xuống", "xuống còn", "còn", "lên" };
	struct decimal from, value;
	size_t i = k + 3, n = 0;
	bool down = token_is_word(ts, k, "giảm");
	int d;

	if ((!down && !token_is_word(ts, k, "tăng")) ||
	    !token_is_word(ts, k + 1, "từ") ||
	    !plain_number(c, ts, k + 2, &from))
		return;
	for (; i < k + 3 + UNIT_MAX && n == 0; i++)
		n = phrase_of(ts, i, to, COUNT(to));
	i += n - 1;
	if (n == 0 || !plain_number(c, ts, i, &value) ||
	    !str_eq(ts->v[i + 1].word, ts->v[k + 3].word))
		return;
	d = decimal_cmp(value, from);
	if (down ? d < 0 : d > 0)
		return;
	diag_add(c->ds, DIAG_TEXT_CHANGE_WRONG, flat_pos(f, ts->v[i].at),
	    "\"%.*s\": %.*s -> %.*s", STR_ARG(ts->v[k].word),
	    STR_ARG(ts->v[k + 2].word), STR_ARG(ts->v[i].word));
}

/* --- numbers that can be read in two ways ------------------------------------
 */

/* What is measured, and may have decimals; what is counted. */
static const char *const measures[] = { "phần trăm", "đồng", "triệu", "tỷ",
	"ha", "km", "km2", "m2", "m3", "kg", "tấn", "tạ" };
static const char *const counts[] = { "hộ", "người", "đồng", "lượt", "cây",
	"con", "học sinh", "lao động", "khẩu", "cháu", "hồ sơ", "phiếu" };

/*
 * "10.5": a point that groups nothing.  With more of them it is no number: of a
 * telephone, a section, a version.
 */
static bool
has_stray_point(struct check *c, struct str number)
{
	struct figure f;
	size_t point = str_find(number, STR("."), 0);

	return point < number.n &&
	    str_find(number, STR("."), point + 1) == number.n &&
	    figure_parse(c->a, number, &f) == FIGURE_AMBIGUOUS;
}

/* "1,200": a comma that looks as if it grouped. */
static bool
groups_by_comma(struct str number)
{
	size_t comma = str_find(number, STR(","), 0);

	return comma < number.n && number.n - comma == 4 &&
	    str_find(number, STR("."), 0) == number.n;
}

static void
check_form(
    struct check *c, const struct flat *f, const struct tokens *ts, size_t k)
{
	struct str number = ts->v[k].word;
	bool measured = token_is_mark(ts, k + 1, '%') ||
	    phrase_of(ts, k + 1, measures, COUNT(measures)) > 0;
	bool counted = phrase_of(ts, k + 1, counts, COUNT(counts)) > 0;

	if (!(measured && has_stray_point(c, number)) &&
	    !(counted && groups_by_comma(number)))
		return;
	diag_add(c->ds, DIAG_TEXT_NUMBER_FORM, flat_pos(f, ts->v[k].at), "%.*s",
	    STR_ARG(quote(c->a, number)));
}

/* Percentages are as they were said; the table's own are in check_sums.c. */
void
check_ratios(struct check *c, const struct flat *f)
{
	struct tokens ts;

	if (f->block->kind == NODE_APPENDIX)
		return;
	ts = tokens_of(c->a, f->text);
	for (size_t k = 0; k < ts.n; k++) {
		if (ts.v[k].kind == TOKEN_WORD)
			check_direction(c, f, &ts, k);
		if (ts.v[k].kind != TOKEN_NUMBER)
			continue;
		check_share(c, f, &ts, k);
		check_above(c, f, &ts, k);
		check_form(c, f, &ts, k);
	}
}
