/*
 * seen_text.c - the strings of each page put together to lines, and lines to
 * the paragraphs of the structure tree.  What belongs to none, a page number
 * or a table's repeated head, becomes a paragraph of the page's margin.
 */
#include <string.h>

#include "inspect/seen.h"
#include "text/utf8.h"

enum {
	SAME_BASE = 100, /* thousandths of a point */
	MARGIN = 20,     /* mm: the least upper and lower margin */
	SMALL = 24       /* half points of what may stand at the foot */
};

/* Names of faces that are Times New Roman or have its widths. */
static const char *const times[] = { "TimesNewRoman", "LiberationSerif" };

static struct str
font_name(const struct pdf_font *font)
{
	if (font == NULL)
		return STR("?");
	for (size_t i = 0; i < sizeof(times) / sizeof(times[0]); i++)
		if (str_starts(font->face, str_of(times[i])))
			return STR("Times New Roman");
	return font->face;
}

static bool
names(const struct pdf_font *font, const char *what)
{
	return font != NULL &&
	    str_find(font->face, str_of(what), 0) < font->face.n;
}

static struct wface
face_of_string(struct seer *r, const struct pdf_string *s)
{
	struct wface f = { .half_points = (2 * s->size + 500) / 1000,
		.bold = names(s->font, "Bold"),
		.italic = names(s->font, "Italic") || names(s->font, "Oblique"),
		.raised = s->rise != 0 };

	for (size_t i = 0; i < WORD_FONTS; i++)
		f.font[i] = font_name(s->font);
	if (s->color != 0)
		f.color = str_printf(r->a, "%06X", (unsigned)s->color);
	return f;
}

static emu
emu_of(int64_t milli_points)
{
	return milli_points * 127 / 10;
}

/* Does s go on with the line? */
static bool
goes_on(const struct seer *r, const struct sline *l, size_t page, size_t block,
    const struct pdf_string *s)
{
	emu base = r->s->page[page].height - emu_of(s->y), off = base - l->base;

	return l->page == page && l->para == block &&
	    off <= emu_of(SAME_BASE) && off >= -emu_of(SAME_BASE) &&
	    emu_of(s->x) >= l->left;
}

/*
 * What parts this line from the one before: a blank, which the file may hold
 * already, but nothing where a word was broken behind its hyphen ("KH-UBND").
 */
static void
part_lines(struct buf *b)
{
	if (b->n == 0)
		return;
	if (b->p[b->n - 1] != ' ')
		buf_addc(b, ' ');
	if (b->n > 2 && b->p[b->n - 2] == '-' && b->p[b->n - 3] != ' ')
		b->n--;
}

static void
add_string(struct seer *r, size_t page, size_t block,
    const struct pdf_string *s, struct str text)
{
	struct sblock *b = &r->blocks.v[block];
	struct sline *l =
	    r->lines.n > 0 ? &r->lines.v[r->lines.n - 1] : NULL;
	emu left = emu_of(s->x);
	struct wrun *run;

	if (l == NULL || !goes_on(r, l, page, block, s)) {
		part_lines(&b->text);
		l = vec_add(r->a, &r->lines);
		*l = (struct sline) { .page = page,
			.para = block,
			.from = b->text.n,
			.left = left,
			.right = left,
			.base = r->s->page[page].height - emu_of(s->y),
			.artifact = s->piece == PDF_NO_PIECE };
	}
	run = vec_add(r->a, &b->runs);
	*run = (struct wrun) { b->text.n, b->text.n + text.n,
		face_of_string(r, s) };
	buf_add(&b->text, text);
	l->to = b->text.n;
	if (left + emu_of(s->width) > l->right)
		l->right = left + emu_of(s->width);
	if (!run->face.raised && run->face.half_points > l->half_points)
		l->half_points = run->face.half_points;
}

/* A block of its own for what is no part of the text. */
static size_t
margin_block(struct seer *r, enum word_place place)
{
	struct sblock *b = vec_add(r->a, &r->blocks);

	b->text.arena = r->a;
	b->p.table = WORD_NO_TABLE;
	b->p.place = place;
	return r->blocks.n - 1;
}

static void
read_page(struct seer *r, size_t page)
{
	const struct pdf_shown *shown = &r->s->view->page.v[page].shown;
	struct str all = buf_str(&shown->text);
	size_t block = 0, before = 0; /* + 1 */
	int64_t y = 0;

	for (size_t i = 0; i < shown->strings.n; i++) {
		const struct pdf_string *s = &shown->strings.v[i];
		struct str text = str_sub(all, s->from, s->to);

		block = 0;
		if (s->piece != PDF_NO_PIECE &&
		    shown->pieces.v[s->piece].mcid < r->npieces[page])
			block = r->block_of[page]
					   [shown->pieces.v[s->piece].mcid];
		if (block == 0)
			block = before != 0 && s->y == y &&
				r->blocks.v[before - 1].p.place == WORD_HEADER ?
			    before :
			    margin_block(r, WORD_HEADER) + 1;
		add_string(r, page, block - 1, s, text);
		before = block;
		y = s->y;
	}
}

static bool
is_digits(struct str s)
{
	s = utf8_trim(s);
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
	return s.n > 0;
}

/* Lines stand by paragraph: the order of blocks may not be that of pages. */
static void
sort_lines(struct seer *r)
{
	struct seen *s = r->s;
	size_t *at;

	s->nlines = r->lines.n;
	s->first = NEW_ARRAY(r->a, r->blocks.n + 2, size_t);
	s->line = NEW_ARRAY(r->a, r->lines.n + 1, struct sline);
	for (size_t i = 0; i < r->lines.n; i++)
		s->first[r->lines.v[i].para + 1]++;
	for (size_t i = 0; i < r->blocks.n; i++)
		s->first[i + 1] += s->first[i];
	at = NEW_ARRAY(r->a, r->blocks.n + 1, size_t);
	memcpy(at, s->first, r->blocks.n * sizeof(*at));
	for (size_t i = 0; i < r->lines.n; i++)
		s->line[at[r->lines.v[i].para]++] = r->lines.v[i];
}

/*
 * Cell 11 stands above the text of page 1 and cell 13 below it: in Word they
 * are header and footer.
 */
static void
place_block(struct seer *r, size_t block)
{
	struct sblock *b = &r->blocks.v[block];
	const struct sline *l = &r->s->line[r->s->first[block]];
	emu height;

	if (r->s->first[block] == r->s->first[block + 1])
		return;
	height = r->s->page[l->page].height;
	if (b->p.place == WORD_HEADER) {
		b->p.page_field = is_digits(buf_str(&b->text));
		b->p.page_face = b->runs.v[0].face;
		if (l->base > height / 2)
			b->p.place = WORD_FOOTER;
	} else if (b->p.place == WORD_BODY && l->page == 0) {
		if (l->base > height - MM(MARGIN) && l->half_points <= SMALL)
			b->p.place = WORD_FOOTER;
		else if (l->base < MM(MARGIN))
			b->p.place = WORD_HEADER;
	}
}

void
seen_text(struct seer *r)
{
	for (size_t i = 0; i < r->s->npages; i++)
		read_page(r, i);
	sort_lines(r);
	for (size_t i = 0; i < r->blocks.n; i++)
		place_block(r, i);
}
