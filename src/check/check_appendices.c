/*
 * check_appendices.c - appendices (III.1): their numbers and titles, and that
 * the main text speaks of each of them and of no other (R49).
 *
 * "Phụ lục I Nghị định số 30/2020/NĐ-CP" speaks of somebody else's: a number
 * that is not ours is a finding only when no other document is named behind it.
 */
#include "check/run.h"
#include "text/utf8.h"
#include "text/viet.h"

/* Appendices that are looked for; more are not numbered by anybody. */
enum { APPENDICES_MAX = 100, BEHIND_MAX = 120 /* bytes behind a mention */ };

struct appendices {
	struct check *c;
	const struct node *node[APPENDICES_MAX];
	size_t n;
	bool met[APPENDICES_MAX + 1], told[APPENDICES_MAX + 1]; /* by number */
};

static void
find_appendices(struct appendices *all)
{
	const struct node *n = all->c->doc->root->first;

	for (; n != NULL && all->n < APPENDICES_MAX; n = n->next)
		if (n->kind == NODE_APPENDIX)
			all->node[all->n++] = n;
}

/* A number typed must be the one due; what is left out is filled in. */
static struct str
check_appendix_number(struct appendices *all, size_t i)
{
	struct check *c = all->c;
	const struct node *n = all->node[i];
	struct str typed = n->as.appendix.number;
	struct str due = roman_print(c->a, (unsigned)i + 1);

	if (all->n == 1) {
		if (typed.n > 0)
			diag_add(c->ds, DIAG_FORM_APPENDIX_ALONE, n->pos,
			    "\"%.*s\"", STR_ARG(typed));
		return typed;
	}
	if (typed.n > 0 && !str_eq(typed, due)) {
		diag_add(c->ds, DIAG_FORM_APPENDIX_NUMBER, n->pos, "\"%.*s\"",
		    STR_ARG(typed));
		diag_near(c->ds, due);
	}
	return due;
}

/* What a finding calls it: its title, else its number. */
static struct str
name_of(const struct appendices *all, size_t i)
{
	struct str title = all->node[i]->as.appendix.title;

	return quote(all->c->a, title.n > 0 ? title : all->c->out->appendix[i]);
}

static void
check_one(struct appendices *all, size_t i)
{
	struct check *c = all->c;
	const struct node *n = all->node[i];

	c->out->appendix[i] = check_appendix_number(all, i);
	if (n->as.appendix.title.n == 0)
		diag_add(
		    c->ds, DIAG_FORM_APPENDIX_UNTITLED, n->pos, "%s", "");
	if (n->first == NULL)
		diag_add(c->ds, DIAG_FORM_APPENDIX_EMPTY, n->pos, "%.*s",
		    STR_ARG(name_of(all, i)));
}

/* --- what the main text says ---------------------------------------------- */

/* One mention of appendices in a text, being read. */
struct mentioned {
	struct str text, lower; /* of one length */
	size_t at;
};

static void
pass_blanks(struct mentioned *m)
{
	while (m->at < m->text.n && m->text.p[m->at] == ' ')
		m->at++;
}

/* Pass word if it stands there as a whole; in lower case. */
static bool
pass_word(struct mentioned *m, struct str word)
{
	size_t at = m->at;

	pass_blanks(m);
	if (str_starts(str_sub(m->lower, m->at, m->lower.n), word) &&
	    !viet_is_letter(utf8_at(m->lower, m->at + word.n))) {
		m->at += word.n;
		return true;
	}
	m->at = at;
	return false;
}

/* Pass "IV" or "4"; 0 if there is no number. */
static unsigned
pass_number(struct mentioned *m)
{
	size_t at = m->at, from;
	struct str word;
	unsigned n;

	pass_blanks(m);
	from = m->at;
	while (viet_is_letter(utf8_at(m->text, m->at)) ||
	    (m->at < m->text.n && is_digit(m->text.p[m->at])))
		(void)utf8_next(m->text, &m->at);
	word = str_sub(m->text, from, m->at);
	n = roman_parse(word);
	if (all_digits(word) && word.n <= 3)
		for (size_t i = 0; i < word.n; i++)
			n = n * 10 + (unsigned)(word.p[i] - '0');
	if (n == 0)
		m->at = at;
	return n;
}

/* Is another document named behind the mention? "Báo cáo này" is this one. */
static bool
is_foreign(const struct mentioned *m)
{
	static const char *const others[] = { "nghị định", "thông tư", "luật",
		"pháp lệnh", "quyết định", "nghị quyết", "chỉ thị", "kế hoạch",
		"hướng dẫn", "công văn", "quy chế", "quy định", "hợp đồng",
		"báo cáo", "tờ trình", "thông báo", "chương trình", "đề án" };
	size_t end = m->at + BEHIND_MAX, found;
	struct mentioned behind = *m;
	struct str rest;

	if (end > m->lower.n)
		end = m->lower.n;
	for (size_t i = m->at; i < end; i++)
		if (m->lower.p[i] == ';' || m->lower.p[i] == ')')
			end = i;
	rest = str_sub(m->lower, m->at, end);
	for (size_t i = 0; i < COUNT(others); i++) {
		found = str_find(rest, str_of(others[i]), 0);
		if (found == rest.n)
			continue;
		behind.at = m->at + found + str_of(others[i]).n;
		if (!pass_word(&behind, STR("này")))
			return true;
	}
	return false;
}

/* The text speaks of number n, as it stands from..to. */
static void
note_number(struct appendices *all, const struct flat *f, size_t from,
    const struct mentioned *m, unsigned n)
{
	if (n >= 1 && n <= all->n) {
		all->met[n] = true;
		return;
	}
	if (n > APPENDICES_MAX || all->told[n] || is_foreign(m))
		return;
	all->told[n] = true;
	diag_add(all->c->ds, DIAG_FORM_APPENDIX_MISSING, flat_pos(f, from),
	    "%.*s",
	    STR_ARG(quote(all->c->a, str_sub(f->text, from, m->at))));
}

/* "Phụ lục I, II và III", "Phụ lục I đến Phụ lục III". */
static void
note_numbers(struct appendices *all, const struct flat *f, size_t from,
    struct mentioned *m, unsigned n)
{
	const struct str word = STR("phụ lục");
	struct mentioned next;
	unsigned last = n;
	bool range;

	note_number(all, f, from, m, n);
	for (next = *m;; next = *m) {
		range = pass_word(&next, STR("đến")) ||
		    pass_word(&next, STR("-")) || pass_word(&next, STR("–"));
		if (!range && !pass_word(&next, STR(",")) &&
		    !pass_word(&next, STR("và")))
			return;
		(void)pass_word(&next, word);
		n = pass_number(&next);
		if (n == 0)
			return;
		*m = next;
		for (; range && last + 1 < n && last < APPENDICES_MAX; last++)
			note_number(all, f, from, m, last + 1);
		note_number(all, f, from, m, n);
		last = n;
	}
}

/* "các phụ lục kèm theo", "Phụ lục": all of them, or the only one. */
static void
note_unnumbered(struct appendices *all, const struct flat *f, size_t from,
    const struct mentioned *m)
{
	struct mentioned next = *m;
	struct str before = str_trim(str_sub(m->lower, 0, from));

	if (all->n == 1 || str_ends(before, STR("các")))
		for (size_t i = 1; i <= all->n; i++)
			all->met[i] = true;
	if (all->n > 0 || all->told[0] ||
	    (!pass_word(&next, STR("kèm theo")) &&
		!pass_word(&next, STR("đính kèm"))) ||
	    is_foreign(&next))
		return;
	all->told[0] = true;
	diag_add(all->c->ds, DIAG_FORM_APPENDIX_MISSING, flat_pos(f, from),
	    "%.*s",
	    STR_ARG(quote(all->c->a, str_sub(f->text, from, next.at))));
}

static void
read_mentions(struct appendices *all, const struct flat *f)
{
	const struct str word = STR("phụ lục");
	struct mentioned m = { .text = f->text,
		.lower = viet_lower(all->c->a, f->text) };
	size_t from = 0;
	unsigned n;

	if (m.lower.n != m.text.n) /* offsets would not fit */
		m.lower = m.text;
	while ((from = str_find(m.lower, word, from)) < m.lower.n) {
		m.at = from + word.n;
		if (viet_is_letter(utf8_at(m.lower, m.at))) {
			from = m.at;
			continue;
		}
		n = pass_number(&m);
		if (n > 0)
			note_numbers(all, f, from, &m, n);
		else
			note_unnumbered(all, f, from, &m);
		from = m.at;
	}
}

void
check_appendices(struct check *c)
{
	struct appendices *all = NEW(c->a, struct appendices);
	const struct node *root = c->doc->root, *n;
	struct flat f;

	all->c = c;
	find_appendices(all);
	c->out->nappendices = all->n;
	c->out->appendix = NEW_ARRAY(c->a, all->n, struct str);
	for (size_t i = 0; i < all->n; i++)
		check_one(all, i);
	for (n = root->first; n != NULL && n->kind != NODE_APPENDIX;
	     n = node_next(n, root)) {
		if (n->kind != NODE_HEADING && n->kind != NODE_PARAGRAPH &&
		    n->kind != NODE_CELL)
			continue;
		f = flat_of(c, n);
		read_mentions(all, &f);
	}
	for (size_t i = 0; i < all->n; i++)
		if (!all->met[i + 1])
			diag_add(c->ds, DIAG_FORM_APPENDIX_UNMENTIONED,
			    all->node[i]->pos, "%.*s",
			    STR_ARG(name_of(all, i)));
}
