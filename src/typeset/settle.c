/*
 * settle.c - tables that programs would part otherwise than we do.
 *
 * Rows under one cell need not stay together where that may leave half a page
 * empty, unless the cell's own text would be parted (LibreOffice 25 hides the
 * rest of it); and where no page holds them all, since programs do not agree
 * where to part them.  Two ways of LibreOffice cannot be followed.  A row that
 * may not split is moved to the next page also when it is taller than one, and
 * what is below the foot of that page is lost from view; so such a row may
 * split.  And a table whose header rows fit on the page but for the border
 * below them begins there, and its header is never repeated
 * (SwTabFrame::Split); so it begins a little lower, where it goes to the next
 * page in all programs.
 */
#include "typeset/page.h"
#include "typeset/typeset.h"

/* Every table moved down may bring another to the edge of its page. */
enum { ROUNDS = 8 };

static bool
has_tables(const struct laid *l)
{
	for (size_t i = 0; i < l->nsections; i++)
		for (size_t k = 0; k < l->section[i].nblocks; k++)
			if (l->section[i].block[k].kind == LAID_TABLE &&
			    l->section[i].block[k].as.table.bordered)
				return true;
	return false;
}

/* The block of l that is table, and the one before it or NULL. */
static struct lblock *
find_table(
    struct laid *l, const struct lblock *table, struct lblock **before)
{
	for (size_t i = 0; i < l->nsections; i++) {
		struct lsection *s = &l->section[i];

		for (size_t k = 0; k < s->nblocks; k++) {
			*before = k > 0 ? &s->block[k - 1] : NULL;
			if (&s->block[k] == table)
				return &s->block[k];
		}
	}
	return NULL;
}

/*
 * Gives whether that is new.  A row is made whole once only: to part rows may
 * be wished for after it, and the two wishes would take turns.
 */
static bool
keep_row(struct lrow *row, bool keep)
{
	bool changed = false;

	if (keep && row->whole)
		return false;
	row->whole = row->whole || keep;
	for (size_t i = 0; i < row->ncells; i++)
		for (size_t k = 0; k < row->cell[i].nblocks; k++) {
			struct lblock *b = &row->cell[i].block[k];

			if (b->kind != LAID_PARAGRAPH)
				continue;
			changed = changed ||
			    b->as.paragraph.style.keep_next != keep;
			b->as.paragraph.style.keep_next = keep;
		}
	return changed;
}

/* Gives false if there is nothing to do it with. */
static bool
grant(struct laid *l, const struct wish *wish)
{
	struct lblock *before, *b = find_table(l, wish->table, &before);

	if (b == NULL)
		return false;
	if (wish->kind == WISH_SPLIT) {
		b->as.table.row[wish->row].cant_split = false;
		return true;
	}
	if (wish->kind == WISH_APART || wish->kind == WISH_WHOLE)
		return keep_row(&b->as.table.row[wish->row],
		    wish->kind == WISH_WHOLE);
	if (before == NULL || before->kind != LAID_PARAGRAPH)
		return false;
	before->as.paragraph.style.after += b->as.table.border + PT(1);
	return true;
}

const struct laid *
typeset_settle(
    const struct laid *l, const struct font_set *fs, struct arena *a)
{
	struct laid *out = nudge_lines(l, fs, a);
	bool again = has_tables(out);

	for (int round = 0; again && round < ROUNDS; round++) {
		struct arena *scratch = arena_new();
		struct setter s = { .arena = scratch,
			.laid = out,
			.fonts = fs,
			.diags = diags_new(scratch) };
		struct wishes wishes = { 0 };
		struct pager pg = { .wishes = &wishes };

		set_document(&s, &pg);
		again = false;
		for (size_t i = 0; i < wishes.n; i++)
			again = grant(out, &wishes.v[i]) || again;
		arena_free(scratch);
	}
	return out;
}
