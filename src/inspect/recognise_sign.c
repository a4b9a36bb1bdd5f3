/*
 * recognise_sign.c - Nơi nhận and the block of authority, position and name (ô
 * 7 and 9b).
 */
#include "inspect/recognise.h"
#include "text/utf8.h"
#include "text/viet.h"

enum { LINE_LONG = 90 };

static bool
begins_with_dash(struct str s)
{
	return s.n > 0 &&
	    (s.p[0] == '-' || s.p[0] == '+' || str_starts(s, STR("–")) ||
		str_starts(s, STR("—")) || str_starts(s, STR("•")));
}

/* "PL.(300)": ô 12. */
static bool
is_drafter(struct str s)
{
	size_t open = str_find(s, STR("("), 0);

	if (open == s.n || open == 0 || open > 24 || !str_ends(s, STR(")")) ||
	    begins_with_dash(s))
		return false;
	for (size_t i = open + 1; i + 1 < s.n; i++)
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
	return s.n - open > 2;
}

static void
find_recipients(struct form *f)
{
	for (size_t i = 0; i < f->npieces; i++)
		if (key_begins(f->piece[i].key, "noi nhan") &&
		    f->piece[i].key.n < 24)
			f->recipients = i;
}

static bool
same_cell(const struct wpara *x, const struct wpara *y)
{
	return x->table == y->table && x->row == y->row &&
	    x->column == y->column;
}

/* Below Nơi nhận in its cell or, without a table, left of the signature. */
static void
find_items(struct form *f)
{
	const struct wpara *r = piece_para(f, f->recipients);

	for (size_t i = f->recipients + 1; i < f->npieces; i++) {
		const struct wpara *p = piece_para(f, i);
		bool dash = begins_with_dash(f->piece[i].text);

		if (is_drafter(f->piece[i].text) && f->piece[i].part == 0 &&
		    f->items.n > 0) {
			if (f->drafter == NOWHERE)
				f->drafter = i;
			continue;
		}
		if (r->table != WORD_NO_TABLE) {
			if (same_cell(p, r))
				list_add(f, &f->items, i);
			continue;
		}
		if (p->table != WORD_NO_TABLE)
			continue;
		if (f->piece[i].part == 0 && dash)
			list_add(f, &f->items, i);
		else if (f->piece[i].nparts == 1 && f->items.n > 0)
			return;
	}
}

/* Pushed to the right by a tab or an indent. */
static bool
is_pushed(const struct form *f, size_t i)
{
	const struct wpara *p = piece_para(f, i);

	return f->piece[i].part > 0 ||
	    (f->piece[i].nparts == 1 &&
		(f->piece[i].indented ||
		    p->form.left * 3 >= word_measure(f->w, p)));
}

/* Right of Nơi nhận. */
static bool
is_right_block(const struct form *f, size_t i)
{
	const struct wpara *p = piece_para(f, i);
	const struct wpara *r = piece_para(f, f->recipients);

	if (i == f->recipients || list_holds(&f->items, i) || i == f->drafter)
		return false;
	if (r->table != WORD_NO_TABLE)
		return p->table == r->table && p->row >= r->row &&
		    p->column > r->column;
	return p->table == WORD_NO_TABLE &&
	    f->piece[i].para >= f->piece[f->recipients].para && is_pushed(f, i);
}

static bool
names_authority(struct str key)
{
	static const char *const opens[] = { "tm.", "kt.", "tl.", "tuq.", "q.",
		"t/m", "k/t", "t/l", "tm ", "kt ", "tl ", "tuq " };

	for (size_t i = 0; i < sizeof(opens) / sizeof(opens[0]); i++)
		if (key_begins(key, opens[i]))
			return true;
	return false;
}

static bool
ends_text(struct str s)
{
	return str_ends(s, STR("./.")) || str_ends(s, STR("./")) ||
	    str_ends(s, STR("/."));
}

/* Paragraph behind which no text proper stands: after "./.", or before the
   first line in capitals that names an authority. */
static size_t
plain_sign_start(const struct form *f, size_t until)
{
	size_t start = until;

	for (size_t i = 0; i < f->npieces && f->piece[i].para < until; i++) {
		const struct wpara *p = piece_para(f, i);

		if (p->place != WORD_BODY)
			continue;
		if (ends_text(f->piece[i].text))
			start = f->piece[i].para + 1;
		else if (start == until && f->type != NOWHERE && i > f->type &&
		    names_authority(f->piece[i].key) &&
		    is_upper_text(f->piece[i].text))
			start = f->piece[i].para;
	}
	return start;
}

static bool
is_note(struct str s)
{
	return s.n > 0 && (s.p[0] == '(' || s.p[0] == '[' || s.p[0] == '.');
}

/* The lines of the block: authority and position, then the name. */
static void
sort_block(struct form *f, const struct list *block)
{
	size_t last = block->n;

	for (size_t i = 0; i < block->n; i++) {
		const struct piece *x = &f->piece[block->v[i]];

		if (!is_note(x->text) && x->key.n < LINE_LONG)
			last = i;
	}
	for (size_t i = 0; i < block->n; i++) {
		const struct piece *x = &f->piece[block->v[i]];

		if (is_note(x->text) || x->key.n >= LINE_LONG)
			continue;
		/* one line alone is a position: the name is to come */
		if (i == last && (f->authority.n > 0 || i > 0) &&
		    !names_authority(x->key))
			f->name = block->v[i];
		else
			list_add(f, &f->authority, block->v[i]);
	}
}

static void
find_plain_block(struct form *f, size_t until, struct list *block)
{
	for (size_t i = 0; i < f->npieces; i++) {
		const struct piece *x = &f->piece[i];

		if (x->para < f->sign_start || x->para >= until ||
		    i == f->recipients || list_holds(&f->items, i))
			continue;
		if (piece_para(f, i)->place == WORD_BODY && x->part == 0 &&
		    x->key.n < LINE_LONG)
			list_add(f, block, i);
	}
}

void
find_sign(struct form *f)
{
	struct list block = { 0 };
	size_t end = f->w->nbody;

	find_recipients(f);
	if (f->recipients == NOWHERE) {
		f->sign_start = plain_sign_start(f, end);
		if (f->sign_start < end)
			find_plain_block(f, end, &block);
		if (block.n <= 8)
			sort_block(f, &block);
		return;
	}
	find_items(f);
	for (size_t i = 0; i < f->npieces; i++)
		if (is_right_block(f, i))
			list_add(f, &block, i);
	end = f->piece[f->recipients].para;
	if (piece_para(f, f->recipients)->table != WORD_NO_TABLE)
		end = f->w->table[piece_para(f, f->recipients)->table].first;
	f->sign_start = plain_sign_start(f, end);
	if (block.n == 0)
		find_plain_block(f, end, &block);
	else
		f->sign_start = end;
	sort_block(f, &block);
}
