/*
 * check_awards.c - lists of those proposed for an award (house rule H11): a
 * table with the columns "STT" and a name.
 */
#include "check/run.h"
#include "text/viet.h"

/* Headings of columns, as keys. */
static const char *const number_columns[] = { "stt", "tt", "so tt",
	"so thu tu" };
static const char *const name_columns[] = { "ho va ten", "ho ten",
	"ho va ten ong ba", "ten tap the", "ten tap the ca nhan",
	"ten tap the ho va ten", "tap the", "ca nhan", "tap the ca nhan" };
static const char *const unit_columns[] = { "don vi", "don vi cong tac",
	"chuc vu don vi", "chuc vu don vi cong tac", "chuc danh don vi",
	"dia chi" };

static const char *const form_columns[] = { "hinh thuc", "hinh thuc de nghi",
	"hinh thuc khen thuong", "hinh thuc dang ky",
	"hinh thuc de nghi khen thuong", "de nghi khen thuong" };

struct list {
	struct grid g;
	unsigned number, name;
	unsigned unit, form; /* columns; g.columns if none */
	unsigned last;  /* the number of the row before */
	unsigned rows;  /* of people or groups so far */
	struct str *key; /* of those rows */
};

static bool
is_list(struct check *c, const struct node *table, struct list *l)
{
	struct grid *g = &l->g;

	*l = (struct list){ .last = 0 };
	if (!grid_of(c, table, g))
		return false;
	l->number = grid_column(c, g, number_columns, COUNT(number_columns));
	l->name = grid_column(c, g, name_columns, COUNT(name_columns));
	l->unit = grid_column(c, g, unit_columns, COUNT(unit_columns));
	l->form = grid_column(c, g, form_columns, COUNT(form_columns));
	return l->number < g->columns && l->name < g->columns;
}

static unsigned
number_of(struct str s)
{
	unsigned n = 0;

	for (size_t i = 0; i < s.n && i < 7; i++)
		n = n * 10 + (unsigned)(s.p[i] - '0');
	return n;
}

/* Who the row is about: name and unit; without a unit, all of the row. */
static struct str
row_key(struct check *c, const struct list *l, unsigned row)
{
	struct buf key = { .arena = c->a };

	for (unsigned k = 0; k < l->g.columns; k++) {
		if (l->unit < l->g.columns ? k != l->name && k != l->unit :
					     k == l->number)
			continue;
		buf_add(&key,
		    viet_fold_tone_place(c->a, grid_text(c, &l->g, row, k)));
		buf_addc(&key, '\n');
	}
	return buf_str(&key);
}

/* Is the list one of proposals?  Others tell who has registered. */
static bool
is_proposal(struct check *c, const struct list *l)
{
	for (unsigned k = 0; k < l->g.columns; k++)
		if (key_has(key_of(c->a,
			grid_text(c, &l->g, l->g.header - 1, k)),
			STR("dang ky")))
			return false;
	return true;
}

/* The list's length; its rows for the other reports of the campaign. */
static void
note_list(struct check *c, const struct list *l, struct pos pos)
{
	struct str head = key_of(c->a,
	    grid_text(c, &l->g, l->g.header - 1, l->name));
	bool groups = key_has(head, STR("tap the"));

	if (groups && (key_has(head, STR("ca nhan")) ||
			  key_has(head, STR("ho va ten"))))
		return; /* of both kinds */
	*vec_add(c->a, &c->lists) = (struct award_list){
		.groups = groups,
		.n = l->rows,
		.pos = pos,
	};
}

/* Does the plan let propose that form of award? */
static void
check_form(struct check *c, const struct list *l, unsigned row)
{
	const struct plan *p = c->plan;
	struct str form;

	if (p->nawards == 0 || l->form == l->g.columns)
		return;
	form = grid_text(c, &l->g, row, l->form);
	for (size_t i = 0; i < p->nawards; i++)
		if (form.n == 0 || key_same(c->a, form, p->award[i]))
			return;
	diag_add(c->ds, DIAG_FORM_AWARD_FORM,
	    grid_pos(c, &l->g, row, l->form), "%.*s",
	    STR_ARG(quote(c->a, form)));
	diag_near(c->ds, p->nawards == 1 ? p->award[0] : STR_NONE);
}

static void
check_person(struct check *c, struct list *l, unsigned row, struct str number)
{
	unsigned n = number_of(number);
	struct str key = row_key(c, l, row);

	if (n != l->last + 1)
		diag_add(c->ds, DIAG_FORM_AWARD_SEQUENCE,
		    grid_pos(c, &l->g, row, l->number), "%u -> %u", l->last, n);
	l->last = n;
	for (unsigned i = 0; i < l->rows; i++)
		if (str_eq(key, l->key[i])) {
			diag_add(c->ds, DIAG_FORM_AWARD_DUPLICATE,
			    grid_pos(c, &l->g, row, l->name), "%.*s",
			    STR_ARG(quote(c->a,
				grid_text(c, &l->g, row, l->name))));
			break;
		}
	if (l->unit < l->g.columns && is_proposal(c, l))
		add_fact(c, FACT_PERSON, key, STR_NONE,
		    quote(c->a, grid_text(c, &l->g, row, l->name)),
		    grid_pos(c, &l->g, row, l->name));
	l->key[l->rows++] = key;
}

/* "Tổng cộng: 12 cá nhân", or the number in the column of names. */
static void
check_total(struct check *c, const struct list *l, unsigned row,
    unsigned column)
{
	unsigned places[] = { column, l->name };
	struct str s;
	size_t from, to;

	for (size_t i = 0; i < COUNT(places); i++) {
		s = grid_text(c, &l->g, row, places[i]);
		for (from = 0; from < s.n && !is_digit(s.p[from]); from++)
			;
		for (to = from; to < s.n && is_digit(s.p[to]); to++)
			;
		if (from == to)
			continue;
		if (number_of(str_sub(s, from, to)) != l->rows)
			diag_add(c->ds, DIAG_FORM_AWARD_TOTAL,
			    grid_pos(c, &l->g, row, places[i]), "%.*s / %u",
			    STR_ARG(str_sub(s, from, to)), l->rows);
		return;
	}
}

/* The column of "Tổng", "Tổng cộng", "Tổng số"; g.columns if none. */
static unsigned
total_column(struct check *c, const struct list *l, unsigned row)
{
	for (unsigned k = 0; k < l->g.columns; k++)
		if (str_starts(key_of(c->a, grid_text(c, &l->g, row, k)),
			STR("tong")) && (k == l->number || k == l->name))
			return k;
	return l->g.columns;
}

/*
 * A row whose number is no number ("I", "A", empty) heads a group: numbers may
 * go on behind it or begin again.
 */
void
check_awards(struct check *c, const struct node *table)
{
	enum { ROWS_MAX = 2000 }; /* each row is compared with all before it */
	struct list l;
	struct str s;
	unsigned total;
	bool group = false;

	if (!is_list(c, table, &l))
		return;
	l.key = NEW_ARRAY(c->a, l.g.rows, struct str);
	for (unsigned r = l.g.header; r < l.g.rows && r < ROWS_MAX; r++) {
		s = grid_text(c, &l.g, r, l.number);
		if (s.n > 0 && s.p[s.n - 1] == '.')
			s = str_sub(s, 0, s.n - 1);
		total = total_column(c, &l, r);
		if (total < l.g.columns) {
			check_total(c, &l, r, total);
		} else if (!all_digits(s)) {
			group = true;
		} else {
			if (group && number_of(s) == 1)
				l.last = 0;
			group = false;
			check_person(c, &l, r, s);
			check_form(c, &l, r);
		}
	}
	if (l.rows > 0)
		note_list(c, &l, table->pos);
}
