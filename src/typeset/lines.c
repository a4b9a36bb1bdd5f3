/*
 * lines.c - greedy line breaking on LibreOffice's reference device.
 *
 * A line takes portions as long as they fit.  In the first that does not, the
 * first character beyond the edge is found; the line ends there, or at the last
 * opportunity before it.
 */
#include "typeset/lines.h"

#include "base/vec.h"
#include "typeset/break_class.h"

/* How far back from a slash a space is looked for (docx facts 3.4, rule 6). */
enum { SLASH_REACH = 66 };

struct breaker {
	const struct line_input *in;
	int64_t *sum;    /* px of the letters before each */
	bool *may;       /* a line may end before this letter */
	size_t portion;  /* the one that holds the next line's first letter */
};

static bool
blank(const struct breaker *b, size_t i)
{
	return b->in->letter[i].class == BREAK_SP;
}

/* px of letters from..to; no spacing after the last. */
static int64_t
extent(const struct breaker *b, size_t from, size_t to)
{
	return b->sum[to] - b->sum[from] - b->in->spacing * PX_PER_TWIP;
}

/* Whole twips, the half up. */
static int64_t
to_twips(int64_t px)
{
	return px >= 0 ? (px + PX_PER_TWIP / 2) / PX_PER_TWIP : 0;
}

/*
 * How far a whole portion moves the next one, in twips: LibreOffice leaves
 * wider spacing after its last letter, but not narrower.
 */
static int64_t
advance(const struct breaker *b, size_t from, size_t to)
{
	int64_t px = b->sum[to] - b->sum[from];

	return to_twips(b->in->spacing < 0 ? extent(b, from, to) : px);
}

/*
 * The first letter of from..to beyond room twips, or to.  LibreOffice first
 * tries the whole in rounded twips, if the room is wide for so few characters,
 * then letter by letter, then the whole again: the spacing after its last
 * letter counts there, and only there.
 */
static size_t
first_beyond(const struct breaker *b, size_t from, size_t to, int64_t room,
    int64_t height)
{
	int64_t all = to_twips(b->sum[to] - b->sum[from]);
	size_t i;

	if (2 * room > (int64_t)(to - from) * height && all <= room)
		return to;
	for (i = from; i < to; i++)
		if (extent(b, from, i + 1) > room * PX_PER_TWIP)
			return i;
	return all <= room ? to : to - 1;
}

/* The end of the portion that letter i lies in, or the next '\n' before it. */
static size_t
portion_end(const struct breaker *b, size_t k, size_t stop)
{
	size_t end = b->in->portion[k].end;

	return end < stop ? end : stop;
}

/* Behind the last letter that fits a line of width twips from begin. */
static size_t
fill(struct breaker *b, size_t begin, size_t stop, int64_t width)
{
	size_t i = begin, k, end, cut;
	int64_t x = 0;

	while (b->in->portion[b->portion].end <= begin &&
	    b->portion + 1 < b->in->nportions)
		b->portion++;
	for (k = b->portion; i < stop; k++) {
		end = portion_end(b, k, stop);
		cut = first_beyond(
		    b, i, end, width - x, b->in->portion[k].height);
		if (cut < end)
			return cut;
		x += advance(b, i, end);
		i = end;
	}
	return stop;
}

/* Go back from a break behind a slash to the nearest space. */
static size_t
before_slash(const struct breaker *b, size_t at)
{
	for (size_t i = at - 1; i > 0 && at - i < SLASH_REACH;)
		if (blank(b, --i))
			return i + 1;
	return at;
}

static bool
behind_slash(const struct breaker *b, size_t i)
{
	return i > 0 && b->in->letter[i - 1].c == '/';
}

/*
 * Where a word longer than the line is cut.  When its first portion ends before
 * the edge, LibreOffice goes back to that portion and makes it too long by a
 * twip: its last letter goes to the next line.  The rest of a word that was cut
 * already is cut at the edge.
 */
static size_t
cut_word(const struct breaker *b, size_t begin, size_t cut)
{
	size_t k = b->portion, end;
	bool whole = begin == 0 || b->may[begin];

	while (k + 1 < b->in->nportions && b->in->portion[k + 1].joined)
		k++;
	end = b->in->portion[k].end;
	if (whole && end <= cut)
		cut = end - 1;
	return cut > begin ? cut : begin + 1;
}

/* Where the line from begin ends whose letter cut does not fit. */
static size_t
find_break(const struct breaker *b, size_t begin, size_t cut)
{
	size_t at;

	if (b->may[cut] && cut > begin && !behind_slash(b, cut))
		return cut;
	for (at = cut; at > begin + 1;) {
		if (!b->may[--at])
			continue;
		if (behind_slash(b, at))
			at = before_slash(b, at);
		if (at > begin)
			return at;
		break;
	}
	return cut_word(b, begin, cut);
}

/* The next line from begin; gives where the one after it begins. */
static size_t
next_line(struct breaker *b, size_t begin, size_t stop, int64_t width,
    struct line_range *line)
{
	size_t end = fill(b, begin, stop, width), next = end;

	if (end < stop && !blank(b, end))
		next = end = find_break(b, begin, end);
	while (next < stop && blank(b, next))
		next++;
	while (end > begin + 1 && blank(b, end - 1))
		end--; /* blanks at the end of a line hang */
	*line = (struct line_range){ begin, end, false };
	return next;
}

/* The next '\n' at or behind i, or the end of the text. */
static size_t
next_stop(const struct line_input *in, size_t i)
{
	while (i < in->n && in->letter[i].c != '\n')
		i++;
	return i;
}

static struct breaker
breaker_new(const struct line_input *in, struct arena *a)
{
	struct breaker b = { .in = in };
	uint8_t *class = arena_alloc(a, in->n);

	b.sum = NEW_ARRAY(a, in->n + 1, int64_t);
	b.may = NEW_ARRAY(a, in->n, bool);
	for (size_t i = 0; i < in->n; i++) {
		b.sum[i + 1] = b.sum[i] + in->letter[i].px;
		class[i] = in->letter[i].class;
	}
	break_find(class, in->n, b.may);
	return b;
}

struct line_range *
lines_break(const struct line_input *in, struct arena *a, size_t *n)
{
	VEC(struct line_range) lines = { 0 };
	struct breaker b = breaker_new(in, a);
	struct line_range line = { 0 };
	size_t i = 0, stop = next_stop(in, 0);

	do {
		i = next_line(&b, i, stop,
		    lines.n == 0 ? in->first_width : in->width, &line);
		line.forced = i == stop && stop < in->n;
		*vec_add(a, &lines) = line;
		if (line.forced) {
			i = stop + 1;
			stop = next_stop(in, i);
		}
	} while (i < in->n || line.forced);
	*n = lines.n;
	return lines.v;
}
