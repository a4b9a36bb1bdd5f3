/*
 * check_counts.c - "đề nghị tặng Giấy khen cho 02 tập thể và 15 cá nhân"
 * against the lists of the document (house rule H11).
 */
#include "check/prose.h"

/* A number of people or groups, as a sentence gives it. */
struct count {
	bool groups;
	unsigned n;
	struct str text;
	struct pos pos;
};

struct counts {
	VEC(struct count) said;
};

/* What makes the sentence one about an award. */
static const char *const awards[] = { "khen thưởng", "giấy khen", "bằng khen",
	"danh sách", "tặng" };

/* Or about some other time, or a part. */
static const char *const others[] = { "trong đó", "phấn đấu", "dự kiến",
	"năm trước", "năm ngoái", "cùng kỳ", "đã được", "ít nhất", "mỗi" };

static unsigned
count_of(struct str digits)
{
	unsigned n = 0;

	for (size_t i = 0; i < digits.n; i++)
		n = n * 10 + (unsigned)(digits.p[i] - '0');
	return n;
}

static size_t
sentence_start(const struct tokens *ts, size_t i)
{
	while (i > 0 && !token_ends_sentence(ts, i - 1))
		i--;
	return i;
}

static bool
other_year(
    const struct check *c, const struct tokens *ts, size_t from, size_t to)
{
	struct str year = str_printf(c->a, "%d", c->plan->date.year);

	for (size_t i = from; i + 1 < to; i++)
		if (token_is_word(ts, i, "năm") && token_is_number(ts, i + 1) &&
		    !str_eq(ts->v[i + 1].word, year))
			return true;
	return false;
}

void
collect_counts(struct check *c, const struct flat *f)
{
	enum { DIGITS_MAX = 5 };
	struct tokens ts;
	size_t from;

	if (c->counts == NULL)
		c->counts = NEW(c->a, struct counts);
	if (f->block->kind != NODE_PARAGRAPH)
		return;
	ts = tokens_of(c->a, f->text);
	for (size_t k = 0; k < ts.n; k++) {
		bool groups = phrase_at(&ts, k + 1, "tập thể") > 0;

		if (!token_is_number(&ts, k) || !all_digits(ts.v[k].word) ||
		    ts.v[k].word.n > DIGITS_MAX ||
		    (k > 0 && token_is_mark(&ts, k - 1, '/')) ||
		    (!groups && phrase_at(&ts, k + 1, "cá nhân") == 0))
			continue;
		from = sentence_start(&ts, k);
		if (!phrase_between(&ts, from, k, awards, COUNT(awards)) ||
		    phrase_between(&ts, from, k, others, COUNT(others)) ||
		    other_year(c, &ts, from, k))
			continue;
		*vec_add(c->a, &c->counts->said) = (struct count) {
			.groups = groups,
			.n = count_of(ts.v[k].word),
			.text = str_sub(ts.text, ts.v[k].at, ts.v[k + 2].end),
			.pos = flat_pos(f, ts.v[k].at),
		};
	}
}

/* Is n the length of a list of that kind, or of all together?  *first: the
   first of them; NULL if there is none. */
static bool
is_listed(const struct check *c, const struct count *x,
    const struct award_list **first, unsigned *sum)
{
	bool found = false;

	*first = NULL;
	*sum = 0;
	for (size_t i = 0; i < c->lists.n; i++) {
		const struct award_list *l = &c->lists.v[i];

		if (l->groups != x->groups)
			continue;
		if (*first == NULL)
			*first = l;
		*sum += l->n;
		found = found || l->n == x->n;
	}
	return found || *sum == x->n;
}

void
check_counts(struct check *c)
{
	const struct award_list *list;
	unsigned sum;

	for (size_t i = 0; c->counts != NULL && i < c->counts->said.n; i++) {
		const struct count *x = &c->counts->said.v[i];
		bool fits = is_listed(c, x, &list, &sum);

		if (list != NULL && !fits)
			diag_add(c->ds, DIAG_FORM_AWARD_COUNT, x->pos,
			    "%.*s / %u (%.*s)", STR_ARG(quote(c->a, x->text)),
			    sum, STR_ARG(place_text(c->a, list->pos)));
		add_fact(c, FACT_PROPOSED,
		    x->groups ? STR("groups") : STR("people"),
		    str_printf(c->a, "%u", x->n), quote(c->a, x->text), x->pos);
	}
	for (size_t i = 0; i < c->lists.n; i++)
		add_fact(c, FACT_LISTED,
		    c->lists.v[i].groups ? STR("groups") : STR("people"),
		    str_printf(c->a, "%u", c->lists.v[i].n),
		    str_printf(c->a, "%u", c->lists.v[i].n), c->lists.v[i].pos);
}
