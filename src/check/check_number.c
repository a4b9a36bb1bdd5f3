/*
 * check_number.c - number and symbol, cell 3: "05/BC-PKT" (II.3, Điều 15, Phụ
 * lục III).  Either field may hold both.
 */
#include "check/run.h"
#include "text/utf8.h"
#include "text/viet.h"

/* What "Số" says, cut into its parts. */
struct written {
	struct str number, year, symbol;
	bool whole; /* written with a symbol, as it will be printed */
};

static struct str
without_word(struct str s)
{
	s = utf8_trim(s);
	if (!str_starts(s, STR("Số")) && !str_starts(s, STR("số")))
		return s;
	s = utf8_trim(str_sub(s, sizeof("Số") - 1, s.n));
	return s.n > 0 && s.p[0] == ':' ? utf8_trim(str_sub(s, 1, s.n)) : s;
}

static struct written
cut(struct str s)
{
	struct written w = { .whole = false };
	struct str rest = without_word(s), part;

	if (!str_split(&rest, '/', &part))
		return w;
	w.number = utf8_trim(part);
	w.whole = rest.p != NULL;
	if (!w.whole)
		return w;
	w.symbol = utf8_trim(rest);
	if (str_split(&rest, '/', &part))
		part = utf8_trim(part);
	if (part.n == 4 && all_digits(part)) {
		w.year = part;
		w.symbol = utf8_trim(rest);
	}
	return w;
}

static struct str
without_zeros(struct str number)
{
	size_t i = 0;

	while (i < number.n && number.p[i] == '0')
		i++;
	return str_sub(number, i, number.n);
}

/* The number as the decree writes it, or STR_NONE after a finding. */
static struct str
take_number(struct check *c, const struct written *w, struct pos pos)
{
	struct str digits = without_zeros(w->number), good;
	size_t zeros = w->number.n - digits.n;

	if (!all_digits(w->number) || digits.n == 0) {
		diag_add(c->ds, DIAG_FORM_NUMBER_INVALID, pos, "%.*s",
		    STR_ARG(quote(c->a, w->number)));
		return STR_NONE;
	}
	good = digits.n > 1 ? digits :
			      str_printf(c->a, "0%.*s", STR_ARG(digits));
	/* A bare "5" is a figure, not yet a number as it is printed. */
	if (!str_eq(good, w->number) && (w->whole || zeros > 0)) {
		diag_add(c->ds, DIAG_FORM_NUMBER_ZERO, pos, "%.*s",
		    STR_ARG(quote(c->a, w->number)));
		diag_near(c->ds, good);
	}
	return good;
}

/*
 * "BC-PKT", or for a công văn "UBND-VHXH": issuer, then who drafts (II.3.b).
 * STR_NONE when it cannot be told.
 */
static struct str
expected_symbol(const struct check *c)
{
	const char *type;

	if (c->unit == NULL || c->type == DOCTYPE_MAX || c->unit->symbol.n == 0)
		return STR_NONE;
	type = doctypes[c->type].abbreviation;
	if (type != NULL)
		return str_printf(c->a, "%s-%.*s", type,
		    STR_ARG(c->unit->symbol));
	if (c->unit->archive.n == 0)
		return STR_NONE;
	return str_printf(c->a, "%.*s-%.*s", STR_ARG(c->unit->symbol),
	    STR_ARG(c->unit->archive));
}

/* Groups of letters, digits and '&' joined by single hyphens. */
static bool
is_well_formed(struct str s)
{
	bool open = true; /* a group must begin */
	size_t i = 0;

	while (i < s.n) {
		uint32_t ch = utf8_next(s, &i);

		if (ch == '-' && !open)
			open = true;
		else if (viet_is_letter(ch) || ch == '&' ||
		    (ch >= '0' && ch <= '9' && !open))
			open = false;
		else
			return false;
	}
	return !open;
}

/*
 * Abbreviations that no type has; they are met in public tools and papers
 * ("CV" is understood by doctype_by_abbreviation()).
 */
static bool
is_wrong_type(struct str group)
{
	static const char *const wrong[] = { "QCh", "DAn", "TTR", "QYD", "QyD",
		"QYĐ", "CTR", "QD", "TT", "BCáo" };

	for (size_t i = 0; i < COUNT(wrong); i++)
		if (str_is(group, wrong[i]))
			return true;
	return doctype_by_abbreviation(group) != DOCTYPE_MAX;
}

static void
bad_symbol(struct check *c, enum diag_id id, struct str symbol, struct pos pos)
{
	diag_add(c->ds, id, pos, "%.*s", STR_ARG(quote(c->a, symbol)));
	diag_near(c->ds, expected_symbol(c));
}

/* The symbol of a công văn: the issuer first, then at least one group more. */
static void
check_letter_symbol(struct check *c, struct str symbol, struct pos pos)
{
	struct str rest = symbol, group, unit = c->unit->symbol;

	str_split(&rest, '-', &group);
	if (str_eq(group, unit) || str_starts(symbol, unit)) {
		if (symbol.n <= unit.n + 1)
			bad_symbol(c, DIAG_FORM_SYMBOL_INVALID, symbol, pos);
		return;
	}
	bad_symbol(c, is_wrong_type(group) ? DIAG_FORM_SYMBOL_TYPE :
					     DIAG_FORM_SYMBOL_UNIT,
	    symbol, pos);
}

static void
check_symbol(struct check *c, struct str symbol, struct pos pos)
{
	struct str rest = symbol, group;
	const char *type;

	if (!is_well_formed(symbol)) {
		bad_symbol(c, DIAG_FORM_SYMBOL_INVALID, symbol, pos);
		return;
	}
	if (c->unit == NULL || c->type == DOCTYPE_MAX)
		return;
	type = doctypes[c->type].abbreviation;
	if (type == NULL) {
		check_letter_symbol(c, symbol, pos);
		return;
	}
	str_split(&rest, '-', &group);
	if (!str_is(group, type))
		bad_symbol(c,
		    rest.p == NULL && !is_wrong_type(group) ?
			DIAG_FORM_SYMBOL_INVALID : DIAG_FORM_SYMBOL_TYPE,
		    symbol, pos);
	else if (!str_eq(rest, c->unit->symbol))
		bad_symbol(c,
		    rest.p == NULL ? DIAG_FORM_SYMBOL_INVALID :
				     DIAG_FORM_SYMBOL_UNIT,
		    symbol, pos);
}

/* The symbol from either field, or the one that follows from type and unit. */
static struct str
take_symbol(struct check *c, struct str beside, struct pos pos)
{
	struct str own = doc_value(c->doc, FIELD_SYMBOL).text;
	struct pos own_pos = doc_field_pos(c->doc, FIELD_SYMBOL);

	if (own.n > 0 && beside.n > 0 && !str_eq(own, beside))
		diag_add(c->ds, DIAG_FORM_SYMBOL_CONFLICT, own_pos,
		    "%.*s / %.*s", STR_ARG(quote(c->a, beside)),
		    STR_ARG(quote(c->a, own)));
	if (own.n > 0) {
		check_symbol(c, own, own_pos);
		return own;
	}
	if (beside.n > 0) {
		check_symbol(c, beside, pos);
		return beside;
	}
	own = expected_symbol(c);
	if (own.n == 0 && c->unit != NULL && c->type != DOCTYPE_MAX)
		diag_add(c->ds, DIAG_FORM_SYMBOL_MISSING, own_pos, "%s", "");
	return own;
}

void
check_number(struct check *c)
{
	struct pos pos = doc_field_pos(c->doc, FIELD_NUMBER);
	struct str text = doc_value(c->doc, FIELD_NUMBER).text;
	struct written w = cut(text);

	if (w.year.n > 0) {
		diag_add(c->ds, DIAG_FORM_NUMBER_YEAR, pos, "%.*s",
		    STR_ARG(quote(c->a, text)));
		diag_near(c->ds,
		    w.symbol.n == 0 ? w.number :
		    str_printf(c->a, "%.*s/%.*s", STR_ARG(w.number),
			STR_ARG(w.symbol)));
	}
	if (w.number.n > 0)
		c->out->number = take_number(c, &w, pos);
	else if (text.n == 0 && c->ds->mode == MODE_ISSUE)
		diag_add(c->ds, DIAG_FORM_NUMBER_OPEN, pos, "%s", "");
	c->out->symbol = take_symbol(c, w.symbol, pos);
}
