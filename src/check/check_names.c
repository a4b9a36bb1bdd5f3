/*
 * check_names.c - names of bodies as office.xml has them: their capitals
 * (Phụ lục II, IV) and one name for one body (house rule H08).  A name is found
 * by its words, whatever their case, tone marks and hyphens.
 */
#include "check/run.h"
#include "text/utf8.h"
#include "text/viet.h"

enum { NAMED_MAX = 200 }; /* names remembered */

struct token {
	size_t from, to;
	struct str key;
};

/* The words of s. */
static struct token *
tokens_of(struct check *c, struct str s, size_t *n)
{
	VEC(struct token) v = { 0 };
	size_t i = 0, from;

	while (i < s.n) {
		from = i;
		if (!viet_is_letter(utf8_next(s, &i)))
			continue;
		while (viet_is_letter(utf8_at(s, i)))
			(void)utf8_next(s, &i);
		*vec_add(c->a, &v) = (struct token) { from, i,
			viet_fold(c->a, str_sub(s, from, i)) };
	}
	*n = v.n;
	return v.v;
}

static void
add_form(struct check *c, const struct unit *u, struct str name)
{
	struct form form = { .unit = u, .name = name };

	form.token = tokens_of(c, name, &form.n);
	if (form.n > 1)
		*vec_add(c->a, &c->forms) = form;
}

static void
collect_forms(struct check *c)
{
	if (c->forms.n > 0)
		return;
	for (size_t i = 0; i < c->office->nunits; i++) {
		const struct unit *u = &c->office->unit[i];

		add_form(c, u, u->name);
		for (size_t k = 0; k < u->naliases; k++)
			add_form(c, u, u->alias[k]);
	}
}

/* Only blanks and hyphens between two words of a name. */
static bool
is_joint(struct str s)
{
	size_t i = 0;

	while (i < s.n) {
		uint32_t ch = utf8_next(s, &i);

		if (!utf8_is_blank(ch) && ch != '-' && ch != 0x2013)
			return false;
	}
	return true;
}

static bool
stands_at(struct str s, const struct token *t, size_t n, const struct form *f)
{
	if (n < f->n)
		return false;
	for (size_t i = 0; i < f->n; i++)
		if (!str_eq(t[i].key, f->token[i].key) ||
		    (i > 0 && !is_joint(str_sub(s, t[i - 1].to, t[i].from))))
			return false;
	return true;
}

/* The longest form that stands at t. */
static const struct form *
find_form(struct check *c, struct str s, const struct token *t, size_t n)
{
	const struct form *best = NULL;

	for (size_t i = 0; i < c->forms.n; i++) {
		const struct form *f = &c->forms.v[i];

		if (stands_at(s, t, n, f) && (best == NULL || f->n > best->n))
			best = f;
	}
	return best;
}

/* Same letters, tone marks apart in their place; other case. */
static bool
differs_in_case(struct check *c, struct str x, struct str y)
{
	size_t i = 0, k = 0;
	bool other = false;

	if (!str_eq(
		viet_fold_tone_place(c->a, x), viet_fold_tone_place(c->a, y)))
		return false;
	while (i < x.n && k < y.n)
		other = (viet_is_upper(utf8_next(x, &i)) !=
			    viet_is_upper(utf8_next(y, &k))) ||
		    other;
	return other;
}

/* A name in the text begins with a capital and is not all capitals. */
static bool
looks_like_name(struct check *c, struct str s)
{
	return viet_is_upper(utf8_at(s, 0)) && !str_eq(viet_upper(c->a, s), s);
}

static bool
is_miscased(
    struct check *c, struct str s, const struct token *t, const struct form *f)
{
	bool bad = false;

	if (!looks_like_name(c, str_sub(s, t[0].from, t[f->n - 1].to)))
		return false;
	for (size_t i = 0; i < f->n; i++)
		bad = bad ||
		    differs_in_case(c, str_sub(s, t[i].from, t[i].to),
			str_sub(f->name, f->token[i].from, f->token[i].to));
	return bad;
}

static void
remember(struct check *c, const struct form *form, struct pos pos)
{
	struct named *one;

	for (size_t i = 0; i < c->named.n; i++) {
		one = &c->named.v[i];
		if (one->unit == form->unit && str_eq(one->name, form->name)) {
			one->n++;
			return;
		}
	}
	if (c->named.n < NAMED_MAX)
		*vec_add(c->a, &c->named) =
		    (struct named) { form->unit, form->name, 1, pos };
}

void
check_names(struct check *c, const struct flat *f)
{
	struct str s = f->text;
	size_t n, found = c->ds->n;
	struct token *t = tokens_of(c, s, &n);

	collect_forms(c);
	for (size_t i = 0; i < n && c->ds->n - found < FAULTS_MAX; i++) {
		const struct form *form = find_form(c, s, t + i, n - i);
		struct str met;

		if (form == NULL)
			continue;
		met = str_sub(s, t[i].from, t[i + form->n - 1].to);
		if (looks_like_name(c, met))
			remember(c, form, flat_pos(f, t[i].from));
		if (is_miscased(c, s, t + i, form)) {
			diag_add(c->ds, DIAG_TEXT_CAPITAL_BODY,
			    flat_pos(f, t[i].from), "%.*s",
			    STR_ARG(quote(c->a, met)));
			diag_near(c->ds, form->name);
		}
		i += form->n - 1;
	}
}

/* Whom the paper goes to, by the same rules as the text. */
void
check_header_names(struct check *c)
{
	static const enum field of[] = { FIELD_ADDRESSEES, FIELD_RECIPIENTS };

	for (size_t k = 0; k < COUNT(of); k++) {
		const struct value_list *list = &c->doc->field[of[k]];

		for (size_t i = 0; i < list->n; i++) {
			struct flat f = flat_value(c, &list->v[i]);

			check_names(c, &f);
		}
	}
}

/*
 * "UBND xã" is short for "Ủy ban nhân dân xã Thái Tân"; "Ban ..." and "Hội
 * đồng ..." are two names: short forms keep the first letter.
 */
static char
head_of(struct check *c, struct str name)
{
	struct str key = viet_fold(c->a, name);

	return key.n > 0 ? key.p[0] : '\0';
}

void
check_one_name(struct check *c)
{
	for (size_t i = 0; i < c->named.n; i++)
		for (size_t k = 0; k < i; k++) {
			const struct named *x = &c->named.v[k];
			const struct named *y = &c->named.v[i];

			if (x->unit != y->unit ||
			    head_of(c, x->name) == head_of(c, y->name))
				continue;
			diag_add(c->ds, DIAG_TEXT_BODY_NAMES,
			    x->n < y->n ? x->pos : y->pos, "%.*s %u; %.*s %u",
			    STR_ARG(x->name), x->n, STR_ARG(y->name), y->n);
			diag_near(c->ds, x->unit->name);
			i = c->named.n; /* one finding is enough */
			break;
		}
}
