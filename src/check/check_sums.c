/*
 * check_sums.c - tables recomputed: a row "Tổng cộng" is the sum of its
 * columns, a column "Tỷ lệ (%)" the quotient of two others.  A table can be
 * laid out in many ways; where no reading of it fits, nothing is said.
 */
#include "check/prose.h"

/* A column with one of these in its heading is not added up. */
static const char *const not_added[] = { "stt", "tt", "tỷ lệ", "bình quân",
	"trung bình", "ghi chú", "đơn giá", "điểm", "xếp hạng", "xếp loại",
	"thứ hạng", "ngày", "tháng", "số hiệu", "mức", "năm sinh", "năng suất",
	"tuổi", "mật độ", "tốc độ", "chỉ số", "hệ số", "định mức", "so sánh" };

static const char *const totals[] = { "tổng cộng", "tổng số", "tổng", "cộng",
	"cộng chung", "tổng chung", "toàn xã" };

static const char *const parts_of[] = { "trong đó", "gồm", "bao gồm" };

static const char *const wholes[] = { "tổng số", "tổng", "kế hoạch",
	"được giao", "giao", "chỉ tiêu" };
static const char *const results[] = { "thực hiện", "kết quả", "ước thực hiện",
	"đạt được" };

enum row_kind { ROW_LEAF, ROW_HEAD, ROW_TOTAL, ROW_PART };

struct number {
	bool given, blank;
	struct decimal value;
	struct str unit;
};

struct sheet {
	struct check *c;
	struct grid g;
	enum row_kind *row;
	struct number *cell; /* as in the grid */
	bool *added, *percent; /* of columns */
	bool *wrong; /* of rows: a total is, and its percentage tells no more */
};

static struct number *
cell_of(const struct sheet *s, unsigned row, unsigned column)
{
	return &s->cell[row * s->g.columns + column];
}

static struct str
heading_of(const struct sheet *s, unsigned column)
{
	struct str inside,
	    head = grid_text(s->c, &s->g, s->g.header - 1, column);

	return without_brackets(head, &inside);
}

/* --- reading the table ------------------------------------------------------
 */

static bool
is_total_label(struct check *c, struct str text)
{
	struct tokens ts = tokens_of(c->a, text);
	size_t n = phrase_of(&ts, 0, totals, COUNT(totals));

	return n > 0 && (n == ts.n || ts.v[n].kind == TOKEN_MARK);
}

/* What the first two cells say of the row. */
static enum row_kind
kind_of_row(struct check *c, const struct grid *g, unsigned r)
{
	struct label label;
	struct tokens ts;

	for (unsigned k = 0; k < g->columns && k < 2; k++)
		if (is_total_label(c, grid_text(c, g, r, k)))
			return ROW_TOTAL;
	for (unsigned k = 0; k < g->columns && k < 2; k++) {
		ts = tokens_of(c->a, grid_text(c, g, r, k));
		if (token_is_mark(&ts, 0, '-') || token_is_mark(&ts, 0, '+') ||
		    phrase_of(&ts, 0, parts_of, COUNT(parts_of)) > 0)
			return ROW_PART;
	}
	ts = tokens_of(c->a, grid_text(c, g, r, 0));
	if (ts.n == 1 && ts.v[0].kind == TOKEN_NUMBER)
		return str_find(ts.v[0].word, STR("."), 0) < ts.v[0].word.n ?
		    ROW_PART :
		    ROW_LEAF;
	label = label_parse(str_printf(
	    c->a, "%.*s. x", STR_ARG(item_text(grid_text(c, g, r, 0)))));
	return ts.n <= 2 && label.kind == LABEL_MUC ? ROW_HEAD : ROW_LEAF;
}

static struct number
number_of(struct check *c, struct str text)
{
	struct number n = { .blank = false };
	struct figure f;

	if (text.n == 0 || str_is(text, "-") || str_is(text, "–")) {
		n.blank = true;
		return n;
	}
	n.given = is_digit(text.p[0]) &&
	    figure_parse(c->a, text, &f) == FIGURE_OK && f.op == OP_NONE;
	if (n.given) {
		n.value = f.value;
		n.unit = f.unit;
	}
	return n;
}

static void
read_columns(struct sheet *s)
{
	for (unsigned k = 0; k < s->g.columns; k++) {
		bool plain = true;

		for (unsigned r = 0; r < s->g.header; r++) {
			struct tokens ts =
			    tokens_of(s->c->a, grid_text(s->c, &s->g, r, k));

			for (size_t i = 0; i < ts.n; i++)
				if (token_is_mark(&ts, i, '%') ||
				    phrase_at(&ts, i, "tỷ lệ") > 0)
					s->percent[k] = true;
			if (phrase_between(
				&ts, 0, ts.n, not_added, COUNT(not_added)) ||
			    (ts.n == 1 && token_is_word(&ts, 0, "năm")))
				plain = false;
		}
		s->added[k] = plain && !s->percent[k];
	}
}

static bool
sheet_of(struct check *c, const struct node *table, struct sheet *s)
{
	enum { CELLS_MAX = 20000 };
	size_t cells;

	*s = (struct sheet) { .c = c };
	if (!grid_of(c, table, &s->g))
		return false;
	cells = (size_t)s->g.rows * s->g.columns;
	if (s->g.header >= s->g.rows || cells > CELLS_MAX)
		return false;
	s->row = NEW_ARRAY(c->a, s->g.rows, enum row_kind);
	s->cell = NEW_ARRAY(c->a, cells, struct number);
	s->added = NEW_ARRAY(c->a, s->g.columns, bool);
	s->percent = NEW_ARRAY(c->a, s->g.columns, bool);
	s->wrong = NEW_ARRAY(c->a, s->g.rows, bool);
	read_columns(s);
	for (unsigned r = s->g.header; r < s->g.rows; r++) {
		s->row[r] = kind_of_row(c, &s->g, r);
		for (unsigned k = 0; k < s->g.columns; k++)
			*cell_of(s, r, k) =
			    number_of(c, grid_text(c, &s->g, r, k));
	}
	return true;
}

/* --- totals
 * ------------------------------------------------------------------- */

/*
 * The sum of the rows of that kind from..to in column k.  False if fewer than
 * two are given, or one is neither a number nor blank, or of another unit.
 */
static bool
sum_of(const struct sheet *s, unsigned k, enum row_kind kind, unsigned from,
    unsigned to, struct decimal *sum)
{
	const struct number *first = NULL;
	unsigned n = 0;

	*sum = (struct decimal) { 0 };
	for (unsigned r = from; r < to; r++) {
		const struct number *x = cell_of(s, r, k);

		if (s->row[r] != kind || x->blank)
			continue;
		if (first == NULL)
			first = x;
		if (!x->given || !key_same(s->c->a, x->unit, first->unit) ||
		    !decimal_add(*sum, x->value, sum))
			return false;
		n++;
	}
	return n >= 2;
}

/* The rows before r back to the last total or head. */
static unsigned
group_start(const struct sheet *s, unsigned r)
{
	while (r > s->g.header && s->row[r - 1] != ROW_TOTAL &&
	    s->row[r - 1] != ROW_HEAD)
		r--;
	return r;
}

/* Is the total in row r one of the sums it can be?  *sum: the likeliest. */
static bool
total_fits(const struct sheet *s, unsigned r, unsigned k, struct decimal *sum,
    bool *known)
{
	bool below = r == s->g.header;
	unsigned from = below ? r + 1 : s->g.header;
	unsigned to = below ? s->g.rows : r;
	const struct {
		enum row_kind kind;
		unsigned from;
	} ways[] = {
		{ ROW_TOTAL, from },
		{ ROW_HEAD, from },
		{ ROW_LEAF, below ? from : group_start(s, r) },
		{ ROW_LEAF, from },
	};

	*known = false;
	for (size_t i = 0; i < COUNT(ways); i++) {
		struct decimal x;

		if (!sum_of(s, k, ways[i].kind, ways[i].from, to, &x))
			continue;
		if (decimal_cmp(x, cell_of(s, r, k)->value) == 0)
			return true;
		*sum = x;
		*known = true;
	}
	return false;
}

static void
report_sum(const struct sheet *s, enum diag_id id, unsigned r, unsigned k,
    struct decimal right)
{
	struct arena *a = s->c->a;
	struct str good = decimal_print(a, right);

	diag_add(s->c->ds, id, grid_pos(s->c, &s->g, r, k), "%.*s: %.*s / %.*s",
	    STR_ARG(quote(a, heading_of(s, k))),
	    STR_ARG(grid_text(s->c, &s->g, r, k)), STR_ARG(good));
	diag_near(s->c->ds, good);
}

static void
check_totals(const struct sheet *s)
{
	struct decimal sum;
	bool known;

	for (unsigned r = s->g.header; r < s->g.rows; r++)
		for (unsigned k = 0; k < s->g.columns; k++) {
			if (s->row[r] != ROW_TOTAL || !s->added[k] ||
			    !cell_of(s, r, k)->given)
				continue;
			if (total_fits(s, r, k, &sum, &known) || !known)
				continue;
			report_sum(s, DIAG_TEXT_TOTAL_DIFFERS, r, k, sum);
			s->wrong[r] = true;
		}
}

/* --- percentages
 * ---------------------------------------------------------------- */

/* The total row; g.rows if there is none, or more than one. */
static unsigned
total_row(const struct sheet *s)
{
	unsigned at = s->g.rows;

	for (unsigned r = s->g.header; r < s->g.rows; r++)
		if (s->row[r] == ROW_TOTAL) {
			if (at < s->g.rows)
				return s->g.rows;
			at = r;
		}
	return at;
}

/* A way to read column p: part / whole, or part / its total (whole ==
   columns). */
struct reading_of {
	unsigned part, whole;
	unsigned rows, agree;
	bool named; /* by the headings */
};

/* The percentage of row r; false if the row does not tell. */
static bool
percent_of(const struct sheet *s, const struct reading_of *way, unsigned r,
    unsigned p, struct decimal *out)
{
	const struct number *shown = cell_of(s, r, p);
	const struct number *part = cell_of(s, r, way->part), *whole;
	unsigned total = total_row(s);

	if (way->whole == s->g.columns && total == s->g.rows)
		return false;
	whole = way->whole == s->g.columns ? cell_of(s, total, way->part) :
					     cell_of(s, r, way->whole);
	return shown->given && part->given && whole->given &&
	    (shown->unit.n == 0 || str_is(shown->unit, "%")) &&
	    key_same(s->c->a, part->unit, whole->unit) &&
	    decimal_percent(part->value, whole->value, shown->value.scale, out);
}

static void
try_reading(const struct sheet *s, struct reading_of *way, unsigned p)
{
	struct decimal x;

	for (unsigned r = s->g.header; r < s->g.rows; r++)
		if (percent_of(s, way, r, p, &x)) {
			way->rows++;
			way->agree +=
			    decimal_cmp(x, cell_of(s, r, p)->value) == 0;
		}
}

static bool
heading_has(
    const struct sheet *s, unsigned k, const char *const *phrases, size_t n)
{
	struct tokens ts = tokens_of(s->c->a, heading_of(s, k));

	return phrase_of(&ts, 0, phrases, n) > 0;
}

/*
 * A reading is trusted when most rows agree with it; one that the headings
 * give ("Kế hoạch", "Thực hiện") when a row does, or there is but one.
 */
static bool
is_trusted(const struct reading_of *way)
{
	enum { ROWS_MIN = 3 };

	if (way->named)
		return way->agree > 0 || way->rows == 1;
	return way->rows >= ROWS_MIN && way->agree * 3 >= way->rows * 2;
}

static bool
find_reading(const struct sheet *s, unsigned p, struct reading_of *best)
{
	unsigned n = s->g.columns;
	bool found = false;

	*best = (struct reading_of) { .part = n };
	for (unsigned part = 0; part < n; part++)
		for (unsigned whole = 0; whole <= n; whole++) {
			struct reading_of way = { .part = part,
				.whole = whole };

			if (part == whole || !s->added[part] ||
			    (whole < n && !s->added[whole]))
				continue;
			way.named = whole < n && part < p && whole < p &&
			    heading_has(s, whole, wholes, COUNT(wholes)) &&
			    !heading_has(s, part, wholes, COUNT(wholes)) &&
			    (p - part == 1 ||
				heading_has(s, part, results, COUNT(results)));
			try_reading(s, &way, p);
			if (!is_trusted(&way) ||
			    (found && way.agree <= best->agree))
				continue;
			*best = way;
			found = true;
		}
	return found;
}

static void
check_percents(const struct sheet *s)
{
	enum { COLUMNS_MAX = 16 }; /* all pairs of them are tried */
	struct reading_of way;
	struct decimal right;

	for (unsigned p = 0; p < s->g.columns && s->g.columns <= COLUMNS_MAX;
	     p++) {
		if (!s->percent[p] || !find_reading(s, p, &way))
			continue;
		for (unsigned r = s->g.header; r < s->g.rows; r++)
			if (!s->wrong[r] && percent_of(s, &way, r, p, &right) &&
			    decimal_cmp(right, cell_of(s, r, p)->value) != 0)
				report_sum(
				    s, DIAG_TEXT_PERCENT_DIFFERS, r, p, right);
	}
}

void
check_sums(struct check *c, const struct node *table)
{
	struct sheet s;

	if (!sheet_of(c, table, &s))
		return;
	check_totals(&s);
	check_percents(&s);
}
