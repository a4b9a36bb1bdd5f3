/*
 * md_scan.c - the Markdown source looked through line by line before the
 * library parses it.
 *
 * The library's inline parser is quadratic in the worst case: each '[', '<',
 * '*' ... of a paragraph may look at all of it (CVE-2023-22483 to 22486, 24824,
 * 26485).  A stretch of lines without an empty one bounds a paragraph from
 * above, so the work is bounded by signs times bytes of each stretch.
 */
#include <string.h>

#include "read/md.h"

enum {
	MAX_LINES = 100000,
	MAX_MARKERS = 32, /* ">", "-", "1." before one line's text */
	MAX_LINE_SIGNS = 2000, /* "[", "*" ... in one line */
	MAX_SIGNS = 400000 /* in the whole file */
};

/* Signs times bytes, over all stretches: about two seconds at worst. */
static const uint64_t MAX_WORK = 20000000000;

struct scan {
	struct reader *r;
	struct md_source *m;
	uint32_t line;
	size_t signs; /* in the file */
	size_t run_signs, run_len; /* in this stretch */
	size_t run_rows, run_bars; /* below and in a delimiter row */
	uint64_t work;
};

struct str
md_line(const struct reader *r, const struct md_source *m, uint32_t line)
{
	size_t from, to;

	if (line == 0 || line > r->src->nlines)
		return STR_NONE;
	from = r->src->line[line - 1];
	to = line < r->src->nlines ? r->src->line[line] : m->text.n;
	if (to > from && m->text.p[to - 1] == '\n')
		to--;
	return str_sub(m->text, from, to);
}

bool
is_delimiter_row(struct str s)
{
	bool dash = false, bar = false;

	for (size_t i = 0; i < s.n; i++) {
		if (strchr(" \t|:-", s.p[i]) == NULL || s.p[i] == '\0')
			return false;
		dash = dash || s.p[i] == '-';
		bar = bar || s.p[i] == '|' || s.p[i] == ':';
	}
	return dash && bar;
}

static struct pos
here(const struct scan *s, size_t col)
{
	return source_pos_bytes(s->r->src, s->line, (uint32_t)col + 1);
}

static bool
is_space(struct str l, size_t i)
{
	return i >= l.n || l.p[i] == ' ' || l.p[i] == '\t';
}

/* The length of the list or quote marker at i; 0 if there is none. */
static size_t
marker(struct str l, size_t i)
{
	size_t n = 0;

	if (l.p[i] == '>')
		return 1;
	if (strchr("-+*", l.p[i]) != NULL)
		return is_space(l, i + 1) ? 1 : 0;
	while (i + n < l.n && n < 9 && l.p[i + n] >= '0' && l.p[i + n] <= '9')
		n++;
	if (n > 0 && i + n < l.n && (l.p[i + n] == '.' || l.p[i + n] == ')') &&
	    is_space(l, i + n + 1))
		return n + 1;
	return 0;
}

/* Where the text of the line begins, behind blanks and markers. */
static size_t
skip_markers(struct scan *s, struct str l)
{
	size_t i = 0, markers = 0, n;

	for (; i < l.n; i += n) {
		if (is_space(l, i)) {
			n = 1;
			continue;
		}
		n = marker(l, i);
		if (n == 0)
			break;
		if (++markers > MAX_MARKERS) {
			reader_stop(s->r, here(s, 0), markers, MAX_MARKERS);
			break;
		}
	}
	return i;
}

/* "[label]:" at at: of a note, or of a link. */
static void
scan_definition(struct scan *s, struct str l, size_t at)
{
	struct str rest = str_sub(l, at, l.n);
	size_t close = str_find(rest, STR("]:"), 0);
	bool note = str_starts(rest, STR("[^"));

	if (!str_starts(rest, STR("[")) || close >= rest.n)
		return;
	if (str_find(rest, STR("]"), 0) != close || close <= (note ? 2 : 1))
		return;
	if (!note) {
		diag_add(s->r->ds, DIAG_READ_MARKUP_UNSUPPORTED, here(s, at),
		    "\"%.*s\"", STR_ARG(str_sub(rest, 0, close + 2)));
		return;
	}
	if (s->m->defs.n >= MAX_NOTES) {
		reader_stop(s->r, here(s, at), s->m->defs.n + 1, MAX_NOTES);
		return;
	}
	*vec_add(s->r->a, &s->m->defs) = (struct note_def) {
		.label = str_sub(rest, 2, close),
		.line = s->line,
		.pos = here(s, at),
	};
}

static size_t
count_signs(struct str l)
{
	size_t n = 0;

	for (size_t i = 0; i < l.n; i++)
		n += l.p[i] != '\0' && strchr("[]*_`<|!&\\~", l.p[i]) != NULL;
	return n;
}

static size_t
count_bars(struct str l)
{
	size_t n = 0;

	for (size_t i = 0; i < l.n; i++)
		n += l.p[i] == '|';
	return n;
}

/*
 * The library fills short rows up with empty cells, so that a wide delimiter
 * row over many short lines becomes more cells than the file has bytes.
 */
static void
scan_rows(struct scan *s, struct str l)
{
	if (s->run_rows > 0)
		s->run_rows++;
	if (is_delimiter_row(l)) {
		size_t bars = count_bars(l) + 1;

		if (bars > s->run_bars)
			s->run_bars = bars;
		if (s->run_rows == 0)
			s->run_rows = 1;
	}
	if (s->run_rows * s->run_bars > MAX_NODES)
		reader_stop(
		    s->r, here(s, 0), s->run_rows * s->run_bars, MAX_NODES);
}

static void
end_stretch(struct scan *s)
{
	s->work += (uint64_t)s->run_signs * s->run_len;
	if (s->work > MAX_WORK)
		reader_stop(s->r, here(s, 0), (size_t)s->work, MAX_WORK);
	s->run_signs = s->run_len = s->run_rows = s->run_bars = 0;
}

static void
scan_line(struct scan *s, struct str l)
{
	size_t text = skip_markers(s, l), signs;

	if (text == l.n) {
		end_stretch(s);
		return;
	}
	if (l.p[text] == '[')
		scan_definition(s, l, text);
	signs = count_signs(l);
	s->signs += signs;
	s->run_signs += signs;
	s->run_len += l.n + 1;
	if (signs > MAX_LINE_SIGNS)
		reader_stop(s->r, here(s, 0), signs, MAX_LINE_SIGNS);
	if (s->signs > MAX_SIGNS)
		reader_stop(s->r, here(s, 0), s->signs, MAX_SIGNS);
	scan_rows(s, l);
}

void
md_scan(struct reader *r, struct md_source *m)
{
	struct scan s = { .r = r, .m = m };

	if (r->src->nlines > MAX_LINES)
		reader_stop(r, (struct pos) { r->src->path, MAX_LINES, 1 },
		    r->src->nlines, MAX_LINES);
	for (s.line = 1; s.line <= r->src->nlines && reader_goes_on(r);
	     s.line++)
		scan_line(&s, md_line(r, m, s.line));
	if (!r->stopped)
		end_stretch(&s);
}
