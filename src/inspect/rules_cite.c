/* rules_cite.c - documents cited (R33, R34, H01). */
#include "inspect/rules.h"
#include "text/act.h"
#include "text/date.h"
#include "text/utf8.h"
#include "text/viet.h"

/* What is cited with "số", number, date and issuer (II.6.b). */
static const char *const acts[] = { "Nghị định", "Nghị quyết", "Quyết định",
	"Thông tư", "Chỉ thị", "Kế hoạch", "Công văn", "Tờ trình", "Thông báo",
	"Báo cáo", "Hướng dẫn", "Chương trình", "Đề án", "Kết luận",
	"Văn bản" };

void
measure_basis_law(struct inspect *x)
{
	static const char *const laws[] = { "can cu luat ", "can cu bo luat ",
		"can cu phap lenh " };
	const struct list *l = &x->f->bases;

	if (l->n == 0)
		rule_absent(x);
	x->wording = true;
	for (size_t i = 0; i < l->n; i++) {
		const struct piece *p = &x->f->piece[l->v[i]];
		struct str s = p->text;
		bool law = false;
		size_t at;

		for (size_t k = 0; k < COUNT(laws); k++)
			law = law || key_begins(p->key, laws[k]);
		at = str_find(s, STR(" số "), 0);
		if (law &&
		    ((at < s.n && at + 6 < s.n &&
			 is_number_char(s.p[at + sizeof(" số ") - 1])) ||
			str_find(s, STR("/QH"), 0) < s.n ||
			str_find(s, STR("của Quốc hội"), 0) < s.n))
			broken(x, DIAG_INSPECT_BASIS_LAW, p->para, "%s", "");
	}
}

/* "30/2020/NĐ-CP", "232/KH-UBND" at i: its end, or i. */
static size_t
symbol_end(struct str s, size_t i)
{
	size_t at = i, digits = 0, end;
	bool slash = false, letter = false;

	while (at < s.n && is_number_char(s.p[at])) {
		at++;
		digits++;
	}
	if (digits == 0)
		return i;
	for (end = at; end < s.n;) {
		size_t k = end;
		uint32_t c = utf8_next(s, &k);

		if (c == '/')
			slash = true;
		else if (viet_is_upper(c))
			letter = true;
		else if (c != '-' && !viet_is_letter(c) &&
		    !(c < 0x80 && is_number_char((char)c)))
			break;
		end = k;
	}
	return letter && (slash || s.p[at] == '-') ? end : i;
}

struct cited {
	struct str symbol;
	bool dated;
};

struct citing {
	struct inspect *x;
	VEC(struct cited) seen;
	size_t para;
};

static void
cite(struct citing *c, struct str s, size_t from, size_t to, bool word)
{
	enum { DATE_REACH = 12, MAX_CITED = 500 };
	struct inspect *x = c->x;
	struct str symbol = str_sub(s, from, to);
	struct str rest = str_trim(str_sub(s, to, to + DATE_REACH));
	bool dated = str_starts(rest, STR("ngày"));
	bool comma = str_starts(rest, STR(", ngày"));
	struct cited *one;

	for (size_t i = 0; i < c->seen.n; i++)
		if (str_eq(c->seen.v[i].symbol, symbol)) {
			if (dated && c->seen.v[i].dated)
				broken(x, DIAG_INSPECT_CITATION_REPEATED,
				    c->para, "%.*s", STR_ARG(symbol));
			return;
		}
	if (c->seen.n == MAX_CITED)
		return;
	one = vec_add(x->a, &c->seen);
	one->symbol = symbol;
	one->dated = dated || comma;
	if (!word)
		broken(x, DIAG_INSPECT_CITATION, c->para, "+ \"số\" %.*s",
		    STR_ARG(symbol));
	else if (comma)
		broken(x, DIAG_INSPECT_CITATION, c->para, "%.*s \",\"",
		    STR_ARG(symbol));
	else if (!dated)
		broken(x, DIAG_INSPECT_CITATION, c->para, "%.*s + \"ngày ...\"",
		    STR_ARG(symbol));
}

/* Every "<type> [số] <symbol>" of a paragraph, in order. */
static void
cite_all(struct citing *c, struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		for (size_t k = 0; k < COUNT(acts); k++) {
			struct str rest = str_sub(s, i, s.n);
			size_t at = str_of(acts[k]).n, end;
			bool word;

			if (!str_starts(rest, str_of(acts[k])))
				continue;
			if (!take_text(rest, &at, " "))
				continue;
			word = take_text(rest, &at, "số ");
			end = symbol_end(rest, at);
			if (end > at)
				cite(c, rest, at, end, word);
		}
}

void
measure_citations(struct inspect *x)
{
	struct citing c = { .x = x };

	x->wording = true;
	for (size_t i = 0; i < x->f->bases.n; i++) {
		const struct piece *p = &x->f->piece[x->f->bases.v[i]];

		c.para = p->para;
		cite_all(&c, p->text);
	}
	for (size_t i = 0; i < x->f->nbody; i++) {
		c.para = x->f->body[i].para;
		cite_all(&c, x->f->body[i].text);
	}
	if (c.seen.n == 0)
		rule_absent(x);
}

/* The day of the document, year 0 when it is not given in full. */
static struct date
date_of(const struct inspect *x)
{
	struct date d = { 0, 0, 0 };
	struct str s;
	size_t at;

	if (x->f->place_date == NOWHERE)
		return d;
	s = x->f->piece[x->f->place_date].text;
	at = str_find(s, STR("ngày"), 0);
	if (date_parse(str_sub(s, at, s.n), &d) == DATE_NONE)
		d.year = 0;
	return d;
}

static void
check_expired(struct inspect *x, size_t para, struct str s, struct date day)
{
	const struct act *act;
	size_t at = 0;

	for (; (act = act_expired(s, day, &at)) != NULL; at++)
		broken_near(x, DIAG_INSPECT_ACT_EXPIRED, para,
		    str_of(act->successor), str_of(act->symbol));
}

void
measure_expired(struct inspect *x)
{
	struct date day = date_of(x);

	if (!date_is_set(day)) {
		rule_open(x);
		return;
	}
	x->wording = true;
	for (size_t i = 0; i < x->f->bases.n; i++) {
		const struct piece *p = &x->f->piece[x->f->bases.v[i]];

		check_expired(x, p->para, p->text, day);
	}
	for (size_t i = 0; i < x->f->nbody; i++)
		check_expired(x, x->f->body[i].para, x->f->body[i].text, day);
}
