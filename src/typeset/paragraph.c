/*
 * paragraph.c - a paragraph or rule set in lines: its runs as letters, the
 * lines' heights, and every stretch of text at its place on its line.
 *
 * Lines are broken with LibreOffice's rounded widths; what is drawn is placed
 * with the exact ones, so that both edges are true.
 */
#include "base/vec.h"
#include "text/utf8.h"
#include "typeset/break_class.h"
#include "typeset/lines.h"
#include "typeset/set.h"

/* Of a note mark against its text: size and rise in per cent. */
enum { MARK_SIZE = 58, MARK_RISE = 39 };

/* docx facts 2.1: the border's centre and the paragraph's exact height. */
enum { RULE_HEIGHT = 75, RULE_CENTRE_X2 = 15 };

struct shaping {
	struct setter *s;
	const struct lparagraph *p;
	struct elem **elem; /* of each run; NULL: an artifact */
	struct letters letters; /* the setter's, while this lasts */
	VEC(struct portion) portions;
	size_t *run_end; /* of each run, behind its last letter */
	struct line_range *range;
	size_t nlines;
	int64_t width; /* of the column */
	bool exact; /* widths of letters are not rounded ... */
	int64_t owed; /* ... but what one lacks the next one gets */
};

static bool
is_mark(const struct lrun *r)
{
	return r->kind == RUN_NOTE_REF;
}

/* The size it is drawn in. */
static unsigned
drawn_size(const struct lrun *r)
{
	return is_mark(r) ? (r->half_points * MARK_SIZE + 50) / 100 :
			    r->half_points;
}

/* A run whose letters are being measured. */
struct pen {
	const struct lrun *run;
	uint32_t index;
	enum face face;
	const struct font_cells *cells;
	const struct font_info *info;
	int spacing; /* px after each letter */
};

static struct pen
pen_of(const struct shaping *sh, uint32_t index)
{
	const struct lrun *r = &sh->p->run[index];
	enum face f = face_of(r->bold, r->italic);

	return (struct pen) { r, index, f, font_cells(sh->s->fonts, f),
		font_info(sh->s->fonts, f), sh->p->spacing * PX_PER_TWIP };
}

/* Advance in px; LibreOffice cuts a mark's size to whole twips. */
static int
advance_px(const struct pen *pen, unsigned units)
{
	int64_t size, upem = pen->info->upem;
	unsigned half_points = pen->run->half_points;

	if (!is_mark(pen->run))
		return (int)font_units_px(pen->info, half_points, units) +
		    pen->spacing;
	size = (int64_t)half_points * 10 * MARK_SIZE / 100;
	return (int)(((int64_t)units * size * PX_PER_TWIP * 2 + upem) /
		   (2 * upem)) +
	    pen->spacing;
}

/* The same so that sums of widths are not rounded, as in newer programs. */
static int
exact_px(struct shaping *sh, const struct pen *pen, unsigned units)
{
	int64_t upem = pen->info->upem, px;

	if (is_mark(pen->run))
		return advance_px(pen, units);
	sh->owed += (int64_t)units * pen->run->half_points * 10 * PX_PER_TWIP;
	px = (2 * sh->owed + upem) / (2 * upem);
	sh->owed -= px * upem;
	return (int)px + pen->spacing;
}

/* Do a and b make one stretch for LibreOffice? */
static bool
same_portion(const struct lrun *a, const struct lrun *b)
{
	return !is_mark(a) && !is_mark(b) && a->bold == b->bold &&
	    a->italic == b->italic && a->half_points == b->half_points &&
	    str_eq(a->link, b->link);
}

/*
 * Newer programs (tables of Unicode 16) break before a backslash, not after
 * it, and not after a hyphen that begins a word.
 */
static enum break_class
newer_class(const struct shaping *sh, uint32_t c)
{
	size_t n = sh->letters.n;
	bool begins = n == 0 || sh->letters.v[n - 1].class == BREAK_SP;

	if (c == '\\' || (c == '-' && begins))
		return BREAK_PR;
	return break_class(c);
}

/* There is room for it already. */
static inline void
add_letter(struct shaping *sh, const struct pen *pen, uint32_t c, size_t at)
{
	enum break_class class = is_mark(pen->run) ? BREAK_CM :
	    sh->exact                              ? newer_class(sh, c) :
						     break_class(c);
	struct letter *l = &sh->letters.v[sh->letters.n++];

	*l = (struct letter) { .c = c, .run = pen->index, .at = (uint32_t)at };
	l->class = (uint8_t)class;
	if (l->class == BREAK_BK) {
		l->c = '\n';
		return;
	}
	l->advance = c <= UINT16_MAX ?
	    font_cell(pen->cells, c)->advance :
	    font_char(sh->s->fonts, pen->face, c).advance;
	l->px = sh->exact ? exact_px(sh, pen, l->advance) :
			    advance_px(pen, l->advance);
}

/* LibreOffice makes a portion of its own for each of these. */
static bool
stands_alone(uint32_t c)
{
	enum { NO_BREAK_SPACE = 0xa0, NON_BREAKING_HYPHEN = 0x2011 };

	return c == NO_BREAK_SPACE || c == NON_BREAKING_HYPHEN;
}

/* The portion before ends where this one begins. */
static void
begin_portion(struct shaping *sh, const struct lrun *r, bool joined)
{
	struct portion *p;

	if (sh->portions.n > 0)
		sh->portions.v[sh->portions.n - 1].end = sh->letters.n;
	p = vec_add(sh->s->arena, &sh->portions);
	p->height = twips(font_line_height(sh->s->fonts, r->half_points));
	p->joined = joined;
}

/* Room for all letters: there is none without a byte, but for forced breaks. */
static void
make_room(struct shaping *sh)
{
	size_t n = 0;

	sh->letters = sh->s->letters;
	sh->letters.n = 0;
	for (size_t i = 0; i < sh->p->nruns; i++)
		n += sh->p->run[i].text.n + 1;
	if (n <= sh->letters.cap)
		return;
	sh->letters.cap = 2 * n;
	sh->letters.v =
	    NEW_ARRAY(sh->s->arena, sh->letters.cap, struct letter);
}

static void
shape_run(struct shaping *sh, const struct pen *pen, bool *alone)
{
	struct str text = pen->run->text;
	uint32_t c;

	if (pen->run->kind == RUN_BREAK)
		add_letter(sh, pen, '\n', 0);
	for (size_t at = 0, from = 0; at < text.n; from = at) {
		c = utf8_next(text, &at);
		if (*alone || stands_alone(c))
			begin_portion(sh, pen->run, true);
		*alone = stands_alone(c);
		add_letter(sh, pen, c, from);
	}
}

/* The runs as letters and portions. */
static void
shape(struct shaping *sh)
{
	static const struct lrun none;
	const struct lrun *before = NULL;
	bool alone = false;

	make_room(sh);
	sh->run_end = NEW_ARRAY(sh->s->arena, sh->p->nruns, size_t);
	for (uint32_t i = 0; i < sh->p->nruns; i++) {
		struct pen pen = pen_of(sh, i);

		if (before == NULL || !same_portion(before, pen.run))
			begin_portion(sh, pen.run, false);
		shape_run(sh, &pen, &alone);
		sh->run_end[i] = sh->letters.n;
		before = pen.run;
	}
	if (sh->portions.n == 0) /* lines_break() wants one */
		begin_portion(sh, &none, false);
	sh->portions.v[sh->portions.n - 1].end = sh->letters.n;
	sh->s->letters = sh->letters;
}

static void
break_lines(struct shaping *sh)
{
	const struct style *st = &sh->p->style;
	struct line_input in = {
		.letter = sh->letters.v,
		.n = sh->letters.n,
		.portion = sh->portions.v,
		.nportions = sh->portions.n,
		.spacing = sh->p->spacing,
	};

	in.width = sh->width - twips(st->left) - twips(st->right);
	in.first_width = in.width - twips(st->first);
	sh->range = lines_break(&in, sh->s->arena, &sh->nlines);
}

struct line_range *
paragraph_lines(struct setter *s, const struct lparagraph *p, int64_t width,
    bool exact, size_t *n)
{
	struct shaping sh = { .s = s, .p = p, .width = width, .exact = exact };

	shape(&sh);
	break_lines(&sh);
	*n = sh.nlines;
	return sh.range;
}

/* Letters from..: how many belong to the same run, before to. */
static size_t
same_run(const struct shaping *sh, size_t from, size_t to)
{
	size_t end = sh->run_end[sh->letters.v[from].run];

	return (end < to ? end : to) - from;
}

static struct str
text_of(const struct shaping *sh, size_t from, size_t to)
{
	const struct letter *l = sh->letters.v;
	struct str text = sh->p->run[l[from].run].text;
	size_t end =
	    to < sh->letters.n && l[to].run == l[from].run ? l[to].at : text.n;

	return str_sub(text, l[from].at, end);
}

/* Exact width in EMU of the letters, spacing included; their blanks. */
static emu
exact_width(const struct shaping *sh, size_t from, size_t to, size_t *blanks)
{
	const struct lrun *r = &sh->p->run[sh->letters.v[from].run];
	enum face f = face_of(r->bold, r->italic);
	int64_t upem = font_info(sh->s->fonts, f)->upem, units = 0;

	*blanks = 0;
	for (size_t i = from; i < to; i++) {
		units += sh->letters.v[i].advance;
		*blanks += sh->letters.v[i].class == BREAK_SP;
	}
	return (units * drawn_size(r) * (EMU_PER_PT / 2) + upem / 2) / upem +
	    TWIP(sh->p->spacing) * (emu)(to - from);
}

/* Are there blanks only? */
static bool
all_blank(const struct shaping *sh)
{
	for (size_t i = 0; i < sh->letters.n; i++)
		if (sh->letters.v[i].class != BREAK_SP)
			return false;
	return true;
}

static struct frag
make_frag(const struct shaping *sh, size_t from, size_t to, struct pos pos,
    size_t *blanks)
{
	uint32_t run = sh->letters.v[from].run;
	const struct lrun *r = &sh->p->run[run];
	struct frag f = {
		.width = exact_width(sh, from, to, blanks),
		.text = text_of(sh, from, to),
		.face = face_of(r->bold, r->italic),
		.half_points = drawn_size(r),
		.spacing = sh->p->spacing,
		.color = r->color,
		.elem = sh->elem != NULL ? sh->elem[run] : NULL,
		.pos = pos,
	};

	if (is_mark(r))
		f.rise =
		    (emu)r->half_points * (EMU_PER_PT / 2) * MARK_RISE / 100;
	return f;
}

/* Share slack out over the blanks of the line's frags, to the last EMU. */
static void
justify(struct frag *frag, const size_t *blanks, size_t n, emu slack)
{
	size_t all = 0, seen = 0;
	emu given = 0;

	for (size_t i = 0; i < n; i++)
		all += blanks[i];
	for (size_t i = 0; i < n && all > 0; i++) {
		seen += blanks[i];
		frag[i].stretch = slack * (emu)seen / (emu)all - given;
		frag[i].width += frag[i].stretch;
		given += frag[i].stretch;
	}
}

/* Line k of the paragraph: its frags at their places. */
static void
place_frags(const struct shaping *sh, size_t k, struct frag *frag,
    const size_t *blanks, size_t n)
{
	const struct style *st = &sh->p->style;
	const struct line_range *r = &sh->range[k];
	bool last = k + 1 == sh->nlines;
	emu x = TWIP(twips(st->left) + (k == 0 ? twips(st->first) : 0));
	emu slack = TWIP(sh->width - twips(st->right)) - x;

	for (size_t i = 0; i < n; i++)
		slack -= frag[i].width;
	if (st->align == ALIGN_CENTER)
		x += slack / 2;
	else if (st->align == ALIGN_RIGHT)
		x += slack;
	else if (st->align == ALIGN_BOTH && !last && !r->forced)
		justify(frag, blanks, n, slack);
	for (size_t i = 0; i < n; i++) {
		frag[i].x = x;
		x += frag[i].width;
	}
	frag[0].line_start = true;
	/* a word cut in two, or broken behind its hyphen, stays one word */
	frag[n - 1].line_end = !last && r->end < sh->range[k + 1].begin;
}

static void
make_frags(
    const struct shaping *sh, size_t k, struct pos pos, struct set_line *line)
{
	const struct line_range *r = &sh->range[k];
	struct frag *frag;
	size_t count = 0, *blanks;

	for (size_t i = r->begin; i < r->end; i += same_run(sh, i, r->end))
		count++;
	frag = NEW_ARRAY(sh->s->arena, count, struct frag);
	blanks = NEW_ARRAY(sh->s->arena, count, size_t);
	for (size_t i = r->begin, n, f = 0; i < r->end; i += n, f++) {
		n = same_run(sh, i, r->end);
		frag[f] = make_frag(sh, i, i + n, pos, &blanks[f]);
	}
	if (count > 0)
		place_frags(sh, k, frag, blanks, count);
	line->frag = frag;
	line->nfrags = count;
}

/* docx facts 4: single, multiple and exact line heights. */
static void
set_height(const struct shaping *sh, struct set_line *line, int64_t ascent,
    int64_t descent)
{
	int64_t percent = ((int64_t)sh->p->style.line * 100 + 120) / 240;

	line->height = ascent + descent;
	line->ascent = ascent;
	if (sh->p->exact != 0) {
		line->height = twips(sh->p->exact);
		line->ascent = line->height * 4 / 5;
	} else if (percent != 100 && percent > 0) {
		line->height = line->height * percent / 100;
		if (percent < 100)
			line->ascent -= ascent + descent - line->height;
	}
	line->need = line->height;
	if (sh->p->exact == 0 && ascent + descent < line->need)
		line->need = ascent + descent;
}

/* Behind the last letter on line k, hanging blanks included. */
static size_t
hang_end(const struct shaping *sh, size_t k)
{
	if (sh->range[k].forced)
		return sh->range[k].end;
	return k + 1 < sh->nlines ? sh->range[k + 1].begin : sh->letters.n;
}

/* The height of line k: of its highest and its deepest run. */
static void
measure_line(const struct shaping *sh, size_t k, struct set_line *line)
{
	const struct font_set *fonts = sh->s->fonts;
	size_t begin = sh->range[k].begin, end = hang_end(sh, k);
	int64_t ascent = 0, descent = 0, a, d;
	unsigned size = sh->p->style.half_points;

	for (size_t i = begin; i < end || i == begin;) {
		if (i < sh->letters.n)
			size = sh->p->run[sh->letters.v[i].run].half_points;
		a = twips(font_baseline(fonts, size));
		d = twips(font_line_height(fonts, size)) - a;
		ascent = a > ascent ? a : ascent;
		descent = d > descent ? d : descent;
		i += i < end ? same_run(sh, i, end) : 1;
	}
	set_height(sh, line, ascent, descent);
}

/* The notes marked on line k. */
static void
find_notes(const struct shaping *sh, size_t k, struct set_line *line)
{
	const struct line_range *r = &sh->range[k];
	VEC(unsigned) notes = { 0 };
	const struct lrun *run;

	for (size_t i = r->begin; i < r->end; i += same_run(sh, i, r->end)) {
		run = &sh->p->run[sh->letters.v[i].run];
		if (is_mark(run) && run->note < sh->s->laid->nnotes)
			*vec_add(sh->s->arena, &notes) = run->note;
	}
	line->note = notes.v;
	line->nnotes = notes.n;
}

/*
 * The box around all lines: outside their column, and higher than they are by
 * what stands between it and them.
 */
static void
set_box(const struct shaping *sh, struct set_line *line, size_t n)
{
	const struct lbox *box = &sh->p->box;
	const struct style *st = &sh->p->style;
	int64_t border = twips(box->border), above = twips(box->above);
	struct stroke *s = NEW_ARRAY(sh->s->arena, 4, struct stroke);
	emu half = box->border / 2, left, right, bottom = 0;

	line[0].height += border + above;
	line[0].ascent += border + above;
	line[0].need += border + above;
	line[n - 1].height += border + twips(box->below);
	line[n - 1].need += border + twips(box->below);
	for (size_t k = 0; k < n; k++)
		bottom += TWIP(line[k].height);
	bottom -= half;
	left = TWIP(twips(st->left)) - half;
	right = TWIP(sh->width - twips(st->right)) + half;
	for (size_t i = 0; i < 4; i++) /* over the corners too */
		s[i] = (struct stroke) { .x1 = left - half,
			.y1 = 0,
			.x2 = right + half,
			.y2 = bottom + half,
			.thickness = box->border,
			.color = box->color };
	s[0].y1 = s[0].y2 = half;
	s[1].y1 = s[1].y2 = bottom;
	s[2].x1 = s[2].x2 = left;
	s[3].x1 = s[3].x2 = right;
	line[0].stroke = s;
	line[0].nstrokes = 4;
}

static struct set_paragraph
set_text(struct setter *s, const struct lparagraph *p, struct elem **elem,
    int64_t width, struct pos pos)
{
	struct shaping sh = { .s = s, .p = p, .elem = elem, .width = width };
	struct set_paragraph out = {
		.before = twips(p->style.before),
		.after = twips(p->style.after),
		.keep_next = p->style.keep_next,
		.keep_lines = p->style.keep_lines,
	};

	shape(&sh);
	break_lines(&sh);
	out.empty = all_blank(&sh);
	out.nlines = sh.nlines;
	out.line = NEW_ARRAY(s->arena, sh.nlines, struct set_line);
	for (size_t k = 0; k < sh.nlines; k++) {
		measure_line(&sh, k, &out.line[k]);
		make_frags(&sh, k, pos, &out.line[k]);
		if (!s->in_note)
			find_notes(&sh, k, &out.line[k]);
	}
	if (p->box.border > 0)
		set_box(&sh, out.line, out.nlines);
	return out;
}

/* The lines of a paragraph as the next ones of a note. */
static void
add_note_lines(
    struct setter *s, struct set_note *out, const struct set_paragraph *p)
{
	struct note_line *line =
	    NEW_ARRAY(s->arena, out->nlines + p->nlines, struct note_line);
	size_t begin = out->nlines, end = begin + p->nlines;

	for (size_t i = 0; i < begin; i++)
		line[i] = out->line[i];
	for (size_t i = begin; i < end; i++)
		line[i] = (struct note_line) { &p->line[i - begin],
			i == begin ? gap_between(out->after, p->before) : 0,
			begin, end };
	out->line = line;
	out->nlines = end;
	out->after = p->after;
}

/* Footnote number i is set, and tagged below parent, when first marked. */
static void
set_note(struct setter *s, unsigned i, struct elem *parent)
{
	const struct lnote *note = &s->laid->note[i];
	struct set_paragraph p;
	struct elem *e;

	if (s->note[i].set)
		return;
	s->note[i].set = true;
	e = tree_add(&s->tree, parent, TAG_NOTE);
	e->note = i + 1;
	s->in_note = true;
	for (size_t k = 0; k < note->nblocks; k++) {
		if (note->block[k].kind != LAID_PARAGRAPH)
			continue;
		p = set_paragraph(s, &note->block[k], s->measure, e);
		add_note_lines(s, &s->note[i], &p);
	}
	s->in_note = false;
}

static struct set_paragraph
set_rule(struct setter *s, const struct lrule *r, int64_t width)
{
	int64_t column = r->column > 0 ? twips(r->column) : width;
	int64_t length = twips(r->width), left = (column - length) / 2;
	struct stroke *stroke = NEW(s->arena, struct stroke);
	struct set_line *line = NEW(s->arena, struct set_line);

	stroke->x1 = TWIP(left);
	stroke->x2 = TWIP(left + length);
	stroke->y1 = stroke->y2 = TWIP(RULE_CENTRE_X2) / 2;
	stroke->thickness = EMU_PER_PT * 3 / 4;
	line->height = line->need = RULE_HEIGHT;
	line->stroke = stroke;
	line->nstrokes = 1;
	return (struct set_paragraph) { .line = line,
		.nlines = 1,
		.before = twips(r->before),
		.empty = true };
}

static bool
has_text(const struct lparagraph *p)
{
	for (size_t i = 0; i < p->nruns; i++)
		if (p->run[i].kind != RUN_BREAK &&
		    str_trim(p->run[i].text).n > 0)
			return true;
	return false;
}

struct set_paragraph
set_paragraph(struct setter *s, const struct lblock *b, int64_t width,
    struct elem *parent)
{
	const struct lparagraph *p = &b->as.paragraph;
	struct elem *label = NULL, *e, **elem = NULL;
	struct set_paragraph out;

	if (b->kind == LAID_RULE)
		return set_rule(s, &b->as.rule, width);
	if (b->kind == LAID_IMAGE)
		return set_picture(s, b, width, parent);
	if (has_text(p)) {
		e = tree_paragraph(&s->tree, parent, b, &label);
		elem = tree_runs(&s->tree, p, e, label, s->in_note);
		parent = e->parent;
	}
	out = set_text(s, p, elem, width, b->pos);
	for (size_t k = 0; k < out.nlines; k++)
		for (size_t i = 0; i < out.line[k].nnotes; i++)
			set_note(s, out.line[k].note[i], parent);
	return out;
}

struct margin_line *
set_margin(struct setter *s, const struct lblock *b, size_t n, size_t *nlines)
{
	VEC(struct margin_line) lines = { 0 };
	struct set_paragraph p;
	int64_t after = 0;

	for (size_t i = 0; i < n; i++) {
		if (b[i].kind == LAID_TABLE)
			continue; /* layout/ puts none into a margin */
		tree_expect(&s->tree, s->tree.root, &b[i], NULL);
		p = set_paragraph(s, &b[i], s->measure, s->tree.root);
		for (size_t k = 0; k < p.nlines; k++)
			*vec_add(s->arena, &lines) =
			    (struct margin_line) { &p.line[k],
				    k == 0 ? gap_between(after, p.before) : 0 };
		after = p.after;
	}
	*nlines = lines.n;
	return lines.v;
}

struct set_paragraph
set_page_number(struct setter *s, const struct lparagraph *p, unsigned number)
{
	struct lparagraph copy = *p;

	copy.run = NEW_ARRAY(s->arena, p->nruns, struct lrun);
	for (size_t i = 0; i < p->nruns; i++) {
		copy.run[i] = p->run[i];
		if (p->run[i].kind == RUN_PAGE)
			copy.run[i].text = str_printf(s->arena, "%u", number);
	}
	return set_text(s, &copy, NULL, s->measure, (struct pos) { 0 });
}
