/*
 * check_claims.c - what a sentence says of a target ("tỷ lệ hộ nghèo còn
 * 0,8%") against the figure reported in the header or a table.
 *
 * A sentence can speak of so much else (another year, a village, a plan, a
 * change) that only what is certain is compared: between the target's name and
 * the figure stand words of a short list, and around them none of another
 * (claim_context.c).
 */
#include "check/claims.h"

static const char *const plan_words[] = { "giao", "được giao", "đề ra", "là",
	"đặt ra", "của xã", "năm", "đạt" };

/* Words between a name and its figure. */
enum link_kind {
	LINK_PLAIN,
	LINK_LEVEL, /* says that the figure is a state ... */
	LINK_CHANGE, /* ... or what it went up or down by */
	LINK_LOOSE /* the figure must end the clause */
};

static const struct {
	const char *phrase;
	enum link_kind kind;
} links[] = {
	{ "đạt", LINK_LEVEL },
	{ "là", LINK_LEVEL },
	{ "còn", LINK_LEVEL },
	{ "xuống", LINK_LEVEL },
	{ "lên", LINK_LEVEL },
	{ "chiếm", LINK_LEVEL },
	{ "ở mức", LINK_LEVEL },
	{ "bằng", LINK_LEVEL },
	{ "giảm", LINK_CHANGE },
	{ "tăng", LINK_CHANGE },
	{ "có", LINK_LOOSE },
	{ "với", LINK_LOOSE },
	{ "ước", LINK_PLAIN },
	{ "đã", LINK_PLAIN },
	{ "chỉ", LINK_PLAIN },
	{ "được", LINK_PLAIN },
	{ "thực hiện", LINK_PLAIN },
	{ "thực tế", LINK_PLAIN },
	{ "hiện", LINK_PLAIN },
	{ "hiện nay", LINK_PLAIN },
	{ "đến nay", LINK_PLAIN },
	{ "đến", LINK_PLAIN },
	{ "đến hết", LINK_PLAIN },
	{ "cuối", LINK_PLAIN },
	{ "vẫn", LINK_PLAIN },
	{ "đều", LINK_PLAIN },
	{ "duy trì", LINK_PLAIN },
	{ "giữ", LINK_PLAIN },
	{ "giữ vững", LINK_PLAIN },
	{ "kết quả", LINK_PLAIN },
	{ "cả năm", LINK_PLAIN },
	{ "toàn xã", LINK_PLAIN },
	{ "của xã", LINK_PLAIN },
	{ "của toàn xã", LINK_PLAIN },
	{ "xã", LINK_PLAIN },
	{ "trên địa bàn", LINK_PLAIN },
	{ "trên địa bàn xã", LINK_PLAIN },
	{ "của địa phương", LINK_PLAIN },
	{ "tương ứng", LINK_PLAIN },
	{ "tỷ lệ", LINK_PLAIN },
	{ "con số", LINK_PLAIN },
	{ "tính", LINK_PLAIN },
	{ "theo giá so sánh", LINK_PLAIN },
	{ "trên", LINK_PLAIN },
	{ "hơn", LINK_PLAIN },
	{ "dưới", LINK_PLAIN },
	{ "không quá", LINK_PLAIN },
	{ "không dưới", LINK_PLAIN },
	{ "ít nhất", LINK_PLAIN },
	{ "tối thiểu", LINK_PLAIN },
	{ "tối đa", LINK_PLAIN },
	{ "khoảng", LINK_PLAIN },
	{ "gần", LINK_PLAIN },
	{ "xấp xỉ", LINK_PLAIN },
	{ "từ", LINK_PLAIN },
};

/* --- from a name to its figure -------------------------------------------- */

struct path {
	size_t at; /* the next token */
	enum link_kind last; /* of LEVEL and CHANGE */
	bool loose;
};

/* "(năm) 2025", "ngày 30", "tháng 11", "xã Thái Tân": behind `at`, if so. */
static size_t
pass_time_or_place(const struct check *c, const struct tokens *ts, size_t i)
{
	if ((token_is_word(ts, i, "ngày") || token_is_word(ts, i, "tháng")) &&
	    token_is_number(ts, i + 1))
		return 2;
	if (token_is_word(ts, i, "năm"))
		return token_is_number(ts, i + 1) ?
		    (other_year(c, ts, i, i + 2) ? 0 : 2) :
		    token_is_word(ts, i + 1, "nay") ? 2 :
						      0;
	if (c->unit != NULL && c->unit->place.n > 0) {
		struct str place = key_of(c->a, c->unit->place), word;
		size_t n = 0;

		while (str_split(&place, ' ', &word) && i + n < ts->n &&
		    str_eq(key_of(c->a, ts->v[i + n].word), word))
			n++;
		return place.p == NULL && n > 1 ? n : 0;
	}
	return 0;
}

/* "so với năm 2024", for a target that is one of growth. */
static size_t
pass_comparison(const struct tokens *ts, size_t i, const struct target *t)
{
	size_t n = phrase_at(ts, i, "so với"), k;

	if (n == 0 || str_find(t->note, STR("so với"), 0) == t->note.n)
		return 0;
	k = phrase_at(ts, i + n, "cùng kỳ");
	n += k;
	if (token_is_word(ts, i + n, "năm") && token_is_number(ts, i + n + 1))
		return n + 2;
	return k > 0 ? n : 0;
}

/* "từ 43 hộ", before "xuống", "lên", "còn". */
static size_t
pass_from(const struct tokens *ts, size_t i)
{
	enum { UNIT_MAX = 5 };
	static const char *const to[] = { "xuống", "lên", "còn" };

	if (!token_is_word(ts, i, "từ") || !token_is_number(ts, i + 1))
		return 0;
	for (size_t n = 2; n < 2 + UNIT_MAX; n++)
		if (phrase_of(ts, i + n, to, COUNT(to)) > 0)
			return n;
	return 0;
}

static bool
take_link(struct path *p, const struct tokens *ts)
{
	size_t best = 0, n;
	enum link_kind kind = LINK_PLAIN;

	for (size_t i = 0; i < COUNT(links); i++) {
		n = phrase_at(ts, p->at, links[i].phrase);
		if (n > best) {
			best = n;
			kind = links[i].kind;
		}
	}
	if (best == 0)
		return false;
	if (kind == LINK_LEVEL || kind == LINK_CHANGE)
		p->last = kind;
	p->loose = kind == LINK_LOOSE || (p->loose && kind == LINK_PLAIN);
	p->at += best;
	return true;
}

/* One step towards the figure; false if there is none to be sure of. */
static bool
step(struct check *c, const struct tokens *ts, const struct target *t,
    struct path *p)
{
	size_t n = pass_comparison(ts, p->at, t);

	if (n == 0)
		n = pass_time_or_place(c, ts, p->at);
	if (n == 0)
		n = pass_from(ts, p->at);
	if (n > 0) {
		p->at += n;
		return true;
	}
	if (token_is_mark(ts, p->at, ':') || token_is_mark(ts, p->at, '(') ||
	    token_is_mark(ts, p->at, ')')) {
		p->loose = true;
		p->at++;
		return true;
	}
	return take_link(p, ts);
}

static void
add_claim(struct check *c, const struct flat *f, const struct tokens *ts,
    const struct target *t, const struct amount *m, bool goal)
{
	*vec_add(c->a, &claims_of(c)->claim) = (struct claim) {
		.target = t,
		.amount = *m,
		.text = amount_text(ts, m),
		.pos = flat_pos(f, ts->v[m->from].at),
		.goal = goal,
	};
}

/* "(kế hoạch trên 10%)", ", kế hoạch giao 10%", "so với kế hoạch 10%". */
static void
find_goal(struct check *c, const struct flat *f, const struct tokens *ts,
    const struct target *t, size_t i)
{
	struct amount m;
	size_t n;

	if (token_is_mark(ts, i, '(') || token_is_mark(ts, i, ','))
		i++;
	else if (phrase_at(ts, i, "so với") > 0)
		i += 2;
	else
		return;
	n = plan_word(ts, i);
	if (n == 0)
		return;
	i += n;
	while ((n = phrase_of(ts, i, plan_words, COUNT(plan_words))) > 0)
		i += n;
	if (same_unit_follows(c, ts, i, t, &m) && m.whole.mantissa == 0 &&
	    (m.end >= ts->n || ts->v[m.end].kind == TOKEN_MARK))
		add_claim(c, f, ts, t, &m, true);
}

/* A name at token i: follow it to its figure. */
static void
find_behind(struct check *c, const struct flat *f, const struct tokens *ts,
    const struct target_name *name, size_t i)
{
	enum { SHORT = 3 };
	const struct target *t = name->target;
	struct path p = { i + name->words.n, LINK_PLAIN, true };
	struct amount m;

	if (!before_allows(c, ts, i, name->words.n <= SHORT))
		return;
	while (!token_is_number(ts, p.at))
		if (!step(c, ts, t, &p))
			return;
	if (!amount_read(c->a, ts, p.at, t->unit, &m) ||
	    (p.last == LINK_CHANGE && m.whole.mantissa == 0))
		return;
	if (after_allows(c, ts, m.end, t, p.loose))
		add_claim(c, f, ts, t, &m, false);
	find_goal(c, f, ts, t, m.end);
}

/* "95,8% lao động có việc làm ổn định", "8.162/8.520 lao động có ...". */
static void
find_before(struct check *c, const struct flat *f, const struct tokens *ts,
    const struct target_name *name, size_t i)
{
	enum { WORDS_MAX = 6 };
	static const char *const counts[] = { "số", "tổng số" };
	struct amount m;
	size_t end = i + name->words.n, k = i;

	if (!name->after_figure || !str_is(name->target->unit, "%"))
		return;
	while (k > 0 && i - k < WORDS_MAX && ts->v[k - 1].kind == TOKEN_WORD)
		k--;
	k -= k > 0 && token_is_mark(ts, k - 1, '%');
	if (k == 0 || !token_is_number(ts, k - 1))
		return;
	k--;
	if (k > 1 && token_is_mark(ts, k - 1, '/'))
		k -= 2;
	if (!amount_read(c->a, ts, k, name->target->unit, &m) ||
	    (m.whole.mantissa == 0 && m.end < i &&
		m.end + phrase_of(ts, m.end, counts, COUNT(counts)) < i) ||
	    phrase_at(ts, k - (k > 0), "giảm") > 0 ||
	    phrase_at(ts, k - (k > 0), "tăng") > 0)
		return;
	if (before_allows(c, ts, k, false) &&
	    after_allows(c, ts, end, name->target, false))
		add_claim(c, f, ts, name->target, &m, false);
}

void
collect_claims(struct check *c, const struct flat *f)
{
	const struct claims *all = claims_of(c);
	const struct target_name *name;
	struct tokens ts;

	if (all->nnames == 0 ||
	    (f->block->kind != NODE_PARAGRAPH && f->block->kind != NODE_CELL))
		return;
	ts = tokens_of(c->a, f->text);
	for (size_t i = 0; i < ts.n; i++) {
		name = name_at(all, &ts, i);
		if (name == NULL)
			continue;
		if (context_allows(c, f->block)) {
			find_behind(c, f, &ts, name, i);
			find_before(c, f, &ts, name, i);
		}
		i += name->words.n - 1;
	}
}

/* --- judging ----------------------------------------------------------------
 */

/* Is x within a tenth of y? */
static bool
is_near(struct decimal x, struct decimal y)
{
	struct decimal gap;

	x.mantissa = -x.mantissa;
	if (!decimal_add(x, y, &gap) || !decimal_shift(&gap, 1))
		return true;
	if (gap.mantissa < 0)
		gap.mantissa = -gap.mantissa;
	return decimal_cmp(gap, y) <= 0;
}

/* Does what was said agree with the figure reported? */
static bool
agrees(const struct amount *said, const struct target_answer *reported)
{
	struct decimal value = said->value, share;
	enum compare_op op = reported->figure.op;

	if (said->whole.mantissa > 0) {
		if (!decimal_percent(
			said->part, said->whole, reported->value.scale, &share))
			return true;
		return decimal_holds(
		    share, op == OP_NONE ? OP_EQ : op, reported->value);
	}
	if (op != OP_NONE && op != OP_EQ)
		return said->op == OP_NONE ?
		    decimal_holds(value, op, reported->value) :
		    decimal_cmp(value, reported->value) == 0;
	if (said->vague)
		return is_near(value, reported->value);
	if (said->op != OP_NONE && said->op != OP_EQ)
		return decimal_holds(reported->value, said->op, value);
	return decimal_cmp(value, reported->value) == 0 ||
	    (value.scale > 0 &&
		decimal_cmp(
		    decimal_round(reported->value, value.scale), value) == 0);
}

static struct str
reported_text(struct check *c, const struct target_answer *t)
{
	const char *sign = compare_op_sign(t->figure.op);

	return str_printf(c->a, "%s%s%.*s%s%.*s", sign,
	    *sign != '\0' ? " " : "",
	    STR_ARG(decimal_print(c->a, t->figure.value)),
	    t->figure.unit.n > 0 ? " " : "", STR_ARG(t->figure.unit));
}

/* Has check_ratios() told that the figure goes the wrong way? */
static bool
is_told(const struct check *c, struct pos pos)
{
	for (size_t i = 0; i < c->ds->n; i++) {
		const struct diag *d = &c->ds->v[i];

		if (d->id == DIAG_TEXT_CHANGE_WRONG &&
		    d->pos.line == pos.line && d->pos.col == pos.col)
			return true;
	}
	return false;
}

/* A number that cannot be read is told by check_ratios() too. */
static void
judge_result(
    struct check *c, const struct claim *m, const struct target_answer *t)
{
	if (m->amount.status == FIGURE_OK && !agrees(&m->amount, t) &&
	    !is_told(c, m->pos))
		diag_add(c->ds, DIAG_PLAN_PROSE_DIFFERS, m->pos,
		    "\"%.*s\": %.*s / %.*s (%.*s)", STR_ARG(m->target->name),
		    STR_ARG(m->text), STR_ARG(reported_text(c, t)),
		    STR_ARG(place_text(c->a, t->pos)));
}

bool
is_claimed(struct check *c, const struct target *t)
{
	const struct claims *all = claims_of(c);

	for (size_t i = 0; i < all->claim.n; i++)
		if (all->claim.v[i].target == t && !all->claim.v[i].goal)
			return true;
	return false;
}

void
check_claims(struct check *c)
{
	const struct claims *all = claims_of(c);

	for (size_t i = 0; i < all->claim.n; i++) {
		const struct claim *m = &all->claim.v[i];

		if (m->goal && m->amount.status == FIGURE_OK)
			compare_goal(c, m->target,
			    &(struct figure) {
				m->amount.value, m->amount.op, STR_NONE },
			    m->text, m->pos);
		for (size_t k = 0; !m->goal && k < c->out->ntargets; k++)
			if (c->out->target[k].target == m->target)
				judge_result(c, m, &c->out->target[k]);
	}
}
