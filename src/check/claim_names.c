/*
 * claim_names.c - targets by their names, as sentences call them.
 */
#include "check/claims.h"

static void
add_name(struct check *c, struct target_name *out, const struct target *t,
    struct str name, bool after_figure)
{
	*out = (struct target_name) { t, tokens_of(c->a, name), after_figure };
}

/* "Tỷ lệ X" is X behind a figure: "95% X"; so is an alias that is long. */
static void
add_names(struct check *c, struct claims *all, const struct target *t,
    struct str name)
{
	enum { LONG = 4 };
	struct tokens words = tokens_of(c->a, name);
	size_t rate = phrase_at(&words, 0, "tỷ lệ");

	add_name(c, &all->name[all->nnames++], t, name,
	    rate == 0 && words.n >= LONG);
	if (rate == 0 || words.n < rate + LONG)
		return;
	name = str_sub(name, words.v[rate].at, name.n);
	add_name(c, &all->name[all->nnames++], t, name, true);
}

struct claims *
claims_of(struct check *c)
{
	const struct plan *p = c->plan;
	size_t n = 0;

	if (c->claims != NULL)
		return c->claims;
	c->claims = NEW(c->a, struct claims);
	for (size_t i = 0; i < p->ntargets; i++)
		n += 2 * (1 + p->target[i].naliases);
	c->claims->name = NEW_ARRAY(c->a, n, struct target_name);
	for (size_t i = 0; i < p->ntargets; i++) {
		const struct target *t = &p->target[i];

		add_names(c, c->claims, t, t->name);
		for (size_t k = 0; k < t->naliases; k++)
			add_names(c, c->claims, t, t->alias[k]);
	}
	return c->claims;
}

static bool
same_word(const struct token *x, const struct token *y)
{
	return x->kind == y->kind &&
	    (x->kind == TOKEN_WORD ? str_eq(x->key, y->key) :
				     str_eq(x->word, y->word));
}

static bool
stands_at(const struct tokens *ts, size_t i, const struct tokens *words)
{
	if (words->n == 0 || i + words->n > ts->n)
		return false;
	for (size_t k = 0; k < words->n; k++)
		if (!same_word(&ts->v[i + k], &words->v[k]))
			return false;
	return true;
}

const struct target_name *
name_at(const struct claims *all, const struct tokens *ts, size_t i)
{
	const struct target_name *best = NULL;

	for (size_t k = 0; k < all->nnames; k++)
		if (stands_at(ts, i, &all->name[k].words) &&
		    (best == NULL || all->name[k].words.n > best->words.n))
			best = &all->name[k];
	return best;
}
