/*
 * check_targets.c - the figures: from the header and from tables, one for each
 * target, in its unit, the same everywhere, and against the plan's bound.
 */
#include "check/run.h"
#include "text/utf8.h"

/* Headings of columns, as keys.  Any of the first may hold the names. */
static const char *const name_columns[] = { "chi tieu", "ten chi tieu",
	"noi dung chi tieu", "chi tieu thi dua", "noi dung",
	"noi dung thi dua" };
static const char *const result_columns[] = { "ket qua thuc hien", "thuc hien",
	"ket qua dat duoc", "dat duoc", "ket qua", "ket qua thuc te" };
static const char *const goal_columns[] = { "ke hoach", "ke hoach giao",
	"chi tieu ke hoach", "chi tieu giao", "chi tieu duoc giao", "muc tieu",
	"ke hoach nam" };
static const char *const unit_columns[] = { "don vi tinh", "dvt" };

/* --- collecting --------------------------------------------------------- */

/* The target a cell names: "1. Hộ nghèo (%)" too. */
static const struct target *
target_named(struct check *c, struct str name, struct str *unit)
{
	const struct target *t = plan_target(c->plan, c->a, name);
	struct label label;

	*unit = STR_NONE;
	if (t != NULL || name.n == 0)
		return t;
	label = label_parse(name);
	name = without_brackets(str_sub(name, label.length, name.n), unit);
	return name.n > 0 ? plan_target(c->plan, c->a, name) : NULL;
}

/* Was the target the obligation asks for? Without one, any is. */
static bool
is_asked(const struct check *c, const struct target *t)
{
	const struct obligation *o = c->obligation;

	for (size_t i = 0; o != NULL && i < o->ntargets; i++)
		if (o->target[i] == t)
			return true;
	return false;
}

struct columns {
	unsigned name[COUNT(name_columns)], nnames, result, unit, goal;
	struct str head_unit; /* from "Kết quả (%)" */
};

static bool
find_columns(struct check *c, const struct grid *g, struct columns *k)
{
	unsigned at;

	*k = (struct columns){ 0 };
	for (size_t i = 0; i < COUNT(name_columns); i++) {
		at = grid_column(c, g, &name_columns[i], 1);
		if (at < g->columns)
			k->name[k->nnames++] = at;
	}
	k->result = grid_column(c, g, result_columns, COUNT(result_columns));
	k->goal = grid_column(c, g, goal_columns, COUNT(goal_columns));
	k->unit = grid_column(c, g, unit_columns, COUNT(unit_columns));
	if (k->nnames == 0 || k->result == g->columns)
		return false;
	without_brackets(grid_text(c, g, g->header - 1, k->result),
	    &k->head_unit);
	return true;
}

/* The target of a row, known or nearly so, into m; false if it is none. */
static bool
row_target(struct check *c, const struct grid *g, const struct columns *k,
    unsigned row, struct mention *m)
{
	struct str name, near;

	for (unsigned i = 0; i < k->nnames; i++) {
		name = grid_text(c, g, row, k->name[i]);
		m->target = target_named(c, name, &m->unit);
		if (m->target != NULL)
			return true;
	}
	name = without_brackets(grid_text(c, g, row, k->name[0]), &near);
	near = plan_target_near(c->plan, c->a, name);
	if (near.n == 0)
		return false;
	m->target = plan_target(c->plan, c->a, near);
	m->name = name;
	m->name_pos = grid_pos(c, g, row, k->name[0]);
	return m->target != NULL;
}

/* The plan's bound as the row cites it; what it says is in unit. */
static void
check_goal(struct check *c, const struct grid *g, const struct columns *k,
    unsigned row, const struct mention *m)
{
	struct figure f;
	struct str text;
	int power = 0;

	if (k->goal == g->columns || m->name.n > 0)
		return;
	text = grid_text(c, g, row, k->goal);
	if (figure_parse(c->a, text, &f) != FIGURE_OK)
		return;
	if (f.unit.n == 0)
		f.unit = m->unit;
	if (f.unit.n > 0 &&
	    (!unit_same(c->a, f.unit, m->target->unit, &power) ||
		!decimal_shift(&f.value, power)))
		return;
	compare_goal(c, m->target, &f, text, grid_pos(c, g, row, k->goal));
}

void
collect_mentions(struct check *c, const struct node *table)
{
	struct columns k;
	struct grid g;

	if (c->plan->ntargets == 0 || !grid_of(c, table, &g) ||
	    !find_columns(c, &g, &k))
		return;
	for (unsigned r = g.header; r < g.rows; r++) {
		struct mention m = { .table = table };
		struct str unit;

		if (!row_target(c, &g, &k, r, &m))
			continue;
		m.text = grid_text(c, &g, r, k.result);
		m.pos = grid_pos(c, &g, r, k.result);
		unit = k.unit < g.columns ? grid_text(c, &g, r, k.unit) :
					    STR_NONE;
		if (unit.n > 0)
			m.unit = unit;
		else if (m.unit.n == 0)
			m.unit = k.head_unit;
		*vec_add(c->a, &c->mentions) = m;
		check_goal(c, &g, &k, r, &m);
	}
}

void
collect_figures(struct check *c)
{
	struct str near, unit;

	for (size_t i = 0; i < c->doc->nfigures; i++) {
		const struct reported *r = &c->doc->figures[i];
		struct mention m = {
			.target = target_named(c, r->target.text, &unit),
			.text = r->figure.text,
			.unit = unit,
			.pos = r->figure.pos,
		};

		if (m.target == NULL) {
			near = plan_target_near(c->plan, c->a, r->target.text);
			diag_add(c->ds, DIAG_PLAN_TARGET_UNKNOWN,
			    r->target.pos, "%.*s",
			    STR_ARG(quote(c->a, r->target.text)));
			diag_near(c->ds, near);
			if (near.n > 0)
				m.target = plan_target(c->plan, c->a, near);
		}
		if (m.target != NULL)
			*vec_add(c->a, &c->mentions) = m;
	}
}

/* --- judging ------------------------------------------------------------ */

/* "0.5" -> "0,5"; STR_NONE when more than the point is doubtful. */
static struct str
with_comma(struct check *c, struct str s)
{
	struct str dup = str_dup(c->a, s);
	size_t at = str_find(s, STR("."), 0);

	if (at + 1 >= s.n || str_find(s, STR("."), at + 1) < s.n ||
	    str_find(s, STR(","), 0) < s.n || !is_digit(s.p[at + 1]))
		return STR_NONE;
	((char *)dup.p)[at] = ',';
	return dup;
}

static void
report_status(struct check *c, const struct mention *m,
    enum figure_status status)
{
	static const enum diag_id ids[] = {
		[FIGURE_NONE] = DIAG_PLAN_FIGURE_UNREADABLE,
		[FIGURE_AMBIGUOUS] = DIAG_PLAN_FIGURE_AMBIGUOUS,
		[FIGURE_RANGE] = DIAG_PLAN_FIGURE_RANGE,
	};

	diag_add(c->ds, ids[status], m->pos, "\"%.*s\": %.*s",
	    STR_ARG(m->target->name), STR_ARG(quote(c->a, m->text)));
	if (status == FIGURE_AMBIGUOUS)
		diag_near(c->ds, with_comma(c, m->text));
}

/* The figure's unit must be the target's; *value is then in that unit. */
static bool
check_unit(struct check *c, const struct mention *m, struct figure *f,
    struct decimal *value)
{
	struct str wanted = m->target->unit;
	int power = 0;

	*value = f->value;
	if (f->unit.n == 0)
		f->unit = m->unit;
	if (wanted.n == 0)
		return true;
	if (f->unit.n == 0) {
		diag_add(c->ds, DIAG_PLAN_FIGURE_UNIT_MISSING, m->pos,
		    "\"%.*s\": %.*s; %.*s", STR_ARG(m->target->name),
		    STR_ARG(quote(c->a, m->text)), STR_ARG(wanted));
		return false;
	}
	if (unit_same(c->a, f->unit, wanted, &power) &&
	    decimal_shift(value, power))
		return true;
	diag_add(c->ds, DIAG_PLAN_FIGURE_UNIT_WRONG, m->pos,
	    "\"%.*s\": %.*s / %.*s", STR_ARG(m->target->name),
	    STR_ARG(quote(c->a, f->unit)), STR_ARG(wanted));
	return false;
}

/* "trên 95 %" meets "> 95 %" although 95 does not. */
static bool
is_met(struct decimal value, enum compare_op said, const struct target *t)
{
	if ((t->op == OP_GT && said == OP_GT) ||
	    (t->op == OP_LT && said == OP_LT))
		return decimal_holds(value, t->op == OP_GT ? OP_GE : OP_LE,
		    t->value);
	return decimal_holds(value, t->op, t->value);
}

static struct str
figure_text(struct check *c, const struct figure *f)
{
	const char *sign = f->op == OP_NONE ? "" : compare_op_sign(f->op);

	return str_printf(c->a, "%s%s%.*s%s%.*s", sign,
	    *sign != '\0' ? " " : "", STR_ARG(decimal_print(c->a, f->value)),
	    f->unit.n > 0 ? " " : "", STR_ARG(f->unit));
}

static bool
is_above(enum compare_op op)
{
	return op == OP_GT || op == OP_GE;
}

static bool
is_below(enum compare_op op)
{
	return op == OP_LT || op == OP_LE;
}

void
compare_goal(struct check *c, const struct target *t,
    const struct figure *said, struct str text, struct pos pos)
{
	const struct figure bound = { t->value, t->op, t->unit };

	if (decimal_cmp(said->value, t->value) == 0 &&
	    !(is_above(said->op) && is_below(t->op)) &&
	    !(is_below(said->op) && is_above(t->op)))
		return;
	diag_add(c->ds, DIAG_PLAN_GOAL_DIFFERS, pos,
	    "\"%.*s\": %.*s / %.*s (%.*s)", STR_ARG(t->name), STR_ARG(text),
	    STR_ARG(figure_text(c, &bound)),
	    STR_ARG(place_text(c->a, t->pos)));
}

static void
check_met(struct check *c, struct target_answer *answer)
{
	const struct target *t = answer->target;
	const struct figure bound = { t->value, t->op, t->unit };

	answer->met = is_met(answer->value, answer->figure.op, t);
	if (!answer->met)
		diag_add(c->ds, DIAG_PLAN_TARGET_NOT_MET, answer->pos,
		    "\"%.*s\": %.*s; %.*s", STR_ARG(t->name),
		    STR_ARG(figure_text(c, &answer->figure)),
		    STR_ARG(figure_text(c, &bound)));
}

/* What has been learnt of one target while its mentions are gone through. */
struct judgement {
	struct target_answer answer; /* the first good figure */
	bool answered, spoilt;       /* spoilt: a finding says why not */
	const struct mention *words; /* a table's cell without any number */
	const struct node *table;    /* where it stood last */
	bool in_header;
};

static void
judge(struct check *c, struct judgement *j, const struct mention *m)
{
	enum figure_status status;
	struct decimal value;
	struct figure f;

	if (m->table == NULL ? j->in_header : j->table == m->table) {
		diag_add(c->ds, DIAG_PLAN_TARGET_DUPLICATE, m->pos, "\"%.*s\"",
		    STR_ARG(m->target->name));
		return;
	}
	j->in_header = j->in_header || m->table == NULL;
	j->table = m->table;
	status = figure_parse(c->a, m->text, &f);
	if (status == FIGURE_NONE && m->table != NULL) {
		j->words = j->words == NULL ? m : j->words;
		return; /* "Đạt", "Vượt": a word beside figures elsewhere */
	}
	if (status != FIGURE_OK)
		report_status(c, m, status);
	if (status != FIGURE_OK || !check_unit(c, m, &f, &value)) {
		j->spoilt = true;
	} else if (!j->answered) {
		j->answered = true;
		j->answer = (struct target_answer){ .target = m->target,
			.figure = f, .value = value, .pos = m->pos };
	} else if (decimal_cmp(value, j->answer.value) != 0) {
		diag_add(c->ds, DIAG_PLAN_TARGET_MISMATCH, m->pos,
		    "\"%.*s\": %.*s / %.*s", STR_ARG(m->target->name),
		    STR_ARG(figure_text(c, &j->answer.figure)),
		    STR_ARG(figure_text(c, &f)));
	}
}

static struct pos
figures_pos(const struct check *c)
{
	return c->doc->figures_key.line > 0 ? c->doc->figures_key :
					      doc_start(c);
}

/* A misspelt name counts only if the right one is nowhere. */
static bool
has_right_name(const struct check *c, const struct target *t)
{
	for (size_t i = 0; i < c->mentions.n; i++)
		if (c->mentions.v[i].target == t &&
		    c->mentions.v[i].name.n == 0)
			return true;
	return false;
}

/* Given in the header alone, while a table prints two others at least. */
static void
check_printed(struct check *c, const struct target_answer *t)
{
	size_t others = 0;

	for (size_t i = 0; i < c->mentions.n; i++) {
		if (c->mentions.v[i].table == NULL)
			continue;
		if (c->mentions.v[i].target == t->target)
			return;
		others++;
	}
	if (others >= 2 && is_asked(c, t->target) &&
	    !is_claimed(c, t->target))
		diag_add(c->ds, DIAG_PLAN_TARGET_UNPRINTED, t->pos,
		    "\"%.*s\"", STR_ARG(t->target->name));
}

static void
check_target(struct check *c, const struct target *t)
{
	struct judgement j = { .answered = false };
	bool right = has_right_name(c, t);

	for (size_t i = 0; i < c->mentions.n; i++) {
		const struct mention *m = &c->mentions.v[i];

		if (m->target != t || (m->name.n > 0 && (right ||
		    !is_asked(c, t))))
			continue;
		if (m->name.n > 0) {
			diag_add(c->ds, DIAG_PLAN_TARGET_UNKNOWN, m->name_pos,
			    "%.*s", STR_ARG(quote(c->a, m->name)));
			diag_near(c->ds, t->name);
		}
		judge(c, &j, m);
	}
	if (!j.answered && !j.spoilt && j.words != NULL)
		report_status(c, j.words, FIGURE_NONE);
	else if (!j.answered && !j.spoilt && is_asked(c, t) &&
	    c->doc->field[FIELD_FIGURES].n == 0)
		diag_add(c->ds, DIAG_PLAN_TARGET_MISSING, figures_pos(c),
		    "\"%.*s\"", STR_ARG(t->name));
	if (!j.answered)
		return;
	check_met(c, &j.answer);
	check_printed(c, &j.answer);
	c->out->target[c->out->ntargets++] = j.answer;
}

/* The obligation's targets in its order, then others that were reported. */
void
check_targets(struct check *c)
{
	const struct plan *p = c->plan;
	const struct obligation *o = c->obligation;

	c->out->target = NEW_ARRAY(c->a,
	    p->ntargets + (o != NULL ? o->ntargets : 0), struct target_answer);
	for (size_t i = 0; o != NULL && i < o->ntargets; i++)
		check_target(c, o->target[i]);
	for (size_t i = 0; i < p->ntargets; i++)
		if (!is_asked(c, &p->target[i]))
			check_target(c, &p->target[i]);
}
