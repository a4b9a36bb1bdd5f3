/*
 * title.c - centred text that wraps: trích yếu (II.5.b), the subject of a công
 * văn, the title of an appendix.  Its lines are made about equally long, as a
 * careful typist does, by indents of the same length on both sides; a line
 * neither holds one left-over word nor begins with the dash of "kinh tế - xã
 * hội".
 */
#include "layout/build.h"

/* A column is widened by this until no line begins with a dash. */
#define STEP TWIP(57) /* 1 mm */

struct wrapped {
	unsigned lines;
	emu longest, last;
	bool dashed; /* a line begins with a dash */
};

/* The end of the word that begins at from. */
static size_t
word_end(struct str text, size_t from)
{
	return str_find(text, STR(" "), from);
}

static bool
is_dash(struct str word)
{
	return str_eq(word, STR("-")) || str_eq(word, STR("–"));
}

/* text over a column, broken at blanks only. */
static struct wrapped
wrap(const struct build *b, enum style_id style, emu column, struct str text)
{
	struct wrapped w = { .lines = text.n > 0 };
	size_t from = 0, end = 0, next;

	while (end < text.n) {
		emu width;

		next = word_end(text, end);
		width = style_width(b, style, str_sub(text, from, next));
		if (width > column && end > from) {
			w.dashed |= is_dash(str_sub(text, end, next));
			w.lines++;
			from = end; /* this word begins a line */
			continue;
		}
		w.last = width;
		if (width > w.longest)
			w.longest = width;
		end = next < text.n ? next + 1 : next;
	}
	return w;
}

/* The narrowest column that holds text in no more lines than column does. */
static emu
narrowest(const struct build *b, enum style_id style, emu column,
    struct str text, unsigned lines)
{
	emu less = column / 2, most = column;

	while (most - less > TWIP(1)) {
		emu middle = TWIP(twips((less + most) / 2));
		struct wrapped w;

		if (middle <= less || middle >= most)
			break;
		w = wrap(b, style, middle, text);
		if (w.lines <= lines && w.longest <= middle)
			most = middle;
		else
			less = middle;
	}
	return most;
}

/*
 * The column to set text in: column itself for one line, or where a word is
 * wider than it.
 */
static emu
balanced(
    const struct build *b, enum style_id style, emu column, struct str text)
{
	struct wrapped w = wrap(b, style, column, text);
	emu least;

	if (w.lines < 2 || w.longest > column)
		return column;
	least = narrowest(b, style, column, text, w.lines);
	for (emu c = least; c + SLACK < column; c += STEP)
		if (!wrap(b, style, c, text).dashed)
			return c + SLACK;
	return least + SLACK < column ? least + SLACK : column;
}

struct lblock *
add_title(struct build *b, struct blocks *to, const struct place_of *where,
    emu column, struct str text)
{
	struct lblock *block = add_line(b, to, where, text);
	struct style *style = &block->as.paragraph.style;
	emu room = column - style->left - style->right;
	emu side =
	    TWIP(twips((room - balanced(b, where->style, room, text)) / 2));

	style->left += side;
	style->right += side;
	return block;
}

void
add_ruled_title(struct build *b, struct blocks *to,
    const struct place_of *where, emu column, struct str text)
{
	struct style *style =
	    &add_title(b, to, where, column, text)->as.paragraph.style;
	struct wrapped w =
	    wrap(b, where->style, column - style->left - style->right, text);

	b->gap = style->after; /* the rule belongs to the text */
	style->after = 0;
	add_rule(b, to, column, rule_part(w.longest, w.last), where->component,
	    where->pos);
}
