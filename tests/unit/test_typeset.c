/*
 * test_typeset.c - line and page breaks, footnotes, tables and tags, on laid
 * values made by hand.  Widths are those of the words that shall fit, so that
 * each case says what it tests.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/vec.h"
#include "typeset/typeset.h"

enum { SIZE = 28, LINE = 322 }; /* 14 pt, its line height in twips */

static struct arena *a;
static struct font_set *fonts;
static struct diags *diags;

/* One laid document being made. */
static struct laid laid;
static struct lsection section;
static VEC(struct lblock) blocks;
static VEC(struct lnote) notes;

static int
open_fonts(void **state)
{
	struct err err = { 0 };

	(void)state;
	fonts = font_set_open(&err);
	return fonts == NULL;
}

static int
close_fonts(void **state)
{
	(void)state;
	font_set_close(fonts);
	return 0;
}

/* An empty document on paper without margins. */
static int
begin(void **state)
{
	(void)state;
	a = arena_new();
	diags = diags_new(a);
	memset(&laid, 0, sizeof(laid));
	memset(&section, 0, sizeof(section));
	memset(&blocks, 0, sizeof(blocks));
	memset(&notes, 0, sizeof(notes));
	section.page.width = TWIP(9000);
	section.page.height = TWIP(14000);
	laid.notes_above = TWIP(124);
	laid.section = &section;
	laid.nsections = 1;
	return 0;
}

static int
end(void **state)
{
	(void)state;
	arena_free(a);
	return 0;
}

static const struct pages *
pages_of(void)
{
	section.block = blocks.v;
	section.nblocks = blocks.n;
	laid.note = notes.v;
	laid.nnotes = notes.n;
	return typeset(&laid, fonts, a, diags);
}

static struct lrun
text_run(const char *text)
{
	return (struct lrun){ .text = str_of(text), .half_points = SIZE };
}

/* A paragraph of one run, left aligned, single lines, no space around. */
static struct lblock
paragraph(const char *text)
{
	struct lblock b = { .kind = LAID_PARAGRAPH,
		.component = COMPONENT_BODY };

	b.as.paragraph.style = (struct style){ .half_points = SIZE,
		.align = ALIGN_LEFT,
		.line = 240 };
	b.as.paragraph.run = NEW_ARRAY(a, 4, struct lrun);
	b.as.paragraph.run[0] = text_run(text);
	b.as.paragraph.nruns = text[0] != '\0';
	return b;
}

static struct lblock *
add(struct lblock b)
{
	struct lblock *p = vec_add(a, &blocks);

	*p = b;
	return p;
}

/* A paragraph of n lines: words as long as the measure. */
static struct lblock
lines(unsigned n)
{
	struct buf text = { .arena = a };
	char word[128];

	memset(word, 'n', sizeof(word) - 1);
	word[sizeof(word) - 1] = '\0';
	word[section.page.width / TWIP(140)] = '\0';
	for (unsigned i = 0; i < n; i++)
		buf_printf(&text, "%s%s", i > 0 ? " " : "", word);
	return paragraph(buf_str(&text).p);
}

/* The lines of all pages, joined by '|'; pages by '#'. */
static const char *
broken(const struct pages *p)
{
	struct buf out = { .arena = a };

	for (size_t i = 0; i < p->npages; i++) {
		if (i > 0)
			buf_addc(&out, '#');
		for (size_t k = 0; k < p->page[i].nfrags; k++) {
			if (k > 0 && p->page[i].frag[k].line_start)
				buf_addc(&out, '|');
			buf_add(&out, p->page[i].frag[k].text);
		}
	}
	return buf_str(&out).p;
}

/* text set on lines as wide as what fits. */
static const char *
set_in(const char *text, const char *fits)
{
	section.page.width =
	    font_width(fonts, FACE_REGULAR, SIZE, str_of(fits));
	blocks.n = 0;
	add(paragraph(text));
	return broken(pages_of());
}

static void
hyphen_breaks(void **state)
{
	(void)state;
	assert_string_equal(
	    set_in("số 232/KH-UBND ngày", "số 232/KH-U"),
	    "số 232/KH-|UBND ngày");
	assert_string_equal(set_in("khóa 2021-2025", "khóa 2021-2"),
	    "khóa 2021-|2025");
}

static void
numbers_stay_whole(void **state)
{
	(void)state;
	assert_string_equal(set_in("ngày 9/9/2025 của", "ngày 9/9/20"),
	    "ngày|9/9/2025|của");
	assert_string_equal(set_in("đạt 1.000,5% số", "đạt 1.000,5"),
	    "đạt|1.000,5%|số");
	assert_string_equal(set_in("gồm 100.000₫ và", "gồm 100.000"),
	    "gồm|100.000₫ và");
}

/* A break behind a slash goes back to a blank, one at its edge to a hyphen. */
static void
slash_rule(void **state)
{
	(void)state;
	assert_string_equal(set_in("Chỉ thị số 41-CT/TW, ngày",
				"Chỉ thị số 41-CT/T"),
	    "Chỉ thị số|41-CT/TW, ngày");
	assert_string_equal(set_in("Nghị quyết 59-NQ/TW, ngày",
				"Nghị quyết 59-NQ/"),
	    "Nghị quyết 59-|NQ/TW, ngày");
}

static void
signs_stay(void **state)
{
	(void)state;
	assert_string_equal(set_in("nêu rõ (xem bảng) sau", "nêu rõ ("),
	    "nêu rõ|(xem|bảng)|sau");
	assert_string_equal(set_in("các xã \"Thi đua\" này", "các xã \"Thi"),
	    "các xã \"Thi|đua\" này");
	assert_string_equal(
	    set_in("12 tháng năm", "tháng n"), "12|tháng|năm");
}

static void
blanks_hang(void **state)
{
	(void)state;
	assert_string_equal(
	    set_in("Ủy ban   nhân", "Ủy ban"), "Ủy ban|nhân");
	assert_string_equal(set_in("Ủy ban   ", "Ủy ban"), "Ủy ban");
}

static void
long_word_is_cut(void **state)
{
	(void)state;
	assert_string_equal(set_in("nnnnnnnn", "nnn"), "nnn|nnn|nn");
	section.page.width = 0;
	blocks.n = 0;
	add(paragraph("ab"));
	assert_string_equal(broken(pages_of()), "a|b");
}

/* Indents narrow the lines; the first may have its own. */
static void
indents(void **state)
{
	emu n = font_width(fonts, FACE_REGULAR, SIZE, STR("nn"));
	struct lblock *b;

	(void)state;
	section.page.width = 3 * n;
	b = add(paragraph("nn nn nn nn"));
	b->as.paragraph.style.first = n;
	assert_string_equal(broken(pages_of()), "nn|nn nn|nn");
	b->as.paragraph.style.left = n;
	b->as.paragraph.style.first = -n;
	assert_string_equal(broken(pages_of()), "nn nn|nn|nn");
}

static const struct frag *
last_of_line(const struct page *page, size_t line)
{
	const struct frag *last = NULL;
	size_t seen = 0;

	for (size_t i = 0; i < page->nfrags; i++) {
		seen += page->frag[i].line_start;
		if (seen == line + 1)
			last = &page->frag[i];
	}
	return last;
}

/* Both edges true; last lines and lines with a break keep their blanks. */
static void
justification(void **state)
{
	struct lblock *b = add(paragraph("Thi đua "));
	struct lparagraph *p = &b->as.paragraph;
	const struct page *page;
	const struct frag *f;

	(void)state;
	section.page.width = TWIP(2600);
	p->style.align = ALIGN_BOTH;
	p->run[1] = text_run("yêu nước thành phố");
	p->run[1].bold = true;
	p->run[2].kind = RUN_BREAK;
	p->run[2].half_points = SIZE;
	p->run[3] = text_run("lần thứ nhất năm 2025");
	p->nruns = 4;
	assert_string_equal(broken(pages_of()),
	    "Thi đua yêu nước|thành phố|lần thứ nhất năm 2025");
	page = &pages_of()->page[0];
	f = last_of_line(page, 0);
	assert_int_equal(f->x + f->width, TWIP(2600));
	assert_true(f->stretch > 0);
	assert_true(f->line_end);
	f = last_of_line(page, 1); /* up to the break */
	assert_int_equal(f->stretch, 0);
	assert_true(f->line_end);
	f = last_of_line(page, 2);
	assert_int_equal(f->stretch, 0);
	assert_false(f->line_end);
}

/* A reader puts a blank between two lines only where the text has one. */
static void
words_over_lines(void **state)
{
	(void)state;
	assert_string_equal(set_in("nnn 41-CT", "nnn 41-"), "nnn 41-|CT");
	assert_false(pages_of()->page[0].frag[0].line_end);
	assert_string_equal(set_in("nnnnn n", "nnn"), "nnn|nn|n");
	assert_false(pages_of()->page[0].frag[0].line_end);
	assert_true(pages_of()->page[0].frag[1].line_end);
	assert_false(pages_of()->page[0].frag[2].line_end);
}

static void
centre_and_right(void **state)
{
	struct lblock *b = add(paragraph("nn"));
	const struct frag *f;

	(void)state;
	b->as.paragraph.style.align = ALIGN_RIGHT;
	f = &pages_of()->page[0].frag[0];
	assert_int_equal(f->x + f->width, TWIP(9000));
	b->as.paragraph.style.align = ALIGN_CENTER;
	f = &pages_of()->page[0].frag[0];
	assert_in_range(f->x * 2 + f->width - TWIP(9000) + 2, 0, 4);
}

/* On how many lines each page ends, e.g. "4,2". */
static const char *
lines_a_page(const struct pages *p)
{
	struct buf out = { .arena = a };

	for (size_t i = 0; i < p->npages; i++) {
		unsigned n = 0;

		for (size_t k = 0; k < p->page[i].nfrags; k++)
			n += p->page[i].frag[k].elem != NULL &&
			    p->page[i].frag[k].line_start;
		buf_printf(&out, "%s%u", i > 0 ? "," : "", n);
	}
	return buf_str(&out).p;
}

static void
widows_and_orphans(void **state)
{
	(void)state;
	section.page.height = TWIP(5 * LINE);
	add(lines(6));
	assert_string_equal(lines_a_page(pages_of()), "4,2");
	blocks.n = 0;
	add(lines(4)); /* leaves room for one line */
	add(lines(4));
	assert_string_equal(lines_a_page(pages_of()), "4,4");
	blocks.n = 0;
	add(lines(3)); /* leaves room for two lines of three */
	add(lines(3));
	assert_string_equal(lines_a_page(pages_of()), "3,3");
	blocks.n = 0;
	add(lines(3));
	add(lines(4));
	assert_string_equal(lines_a_page(pages_of()), "5,2");
}

static void
keeping_together(void **state)
{
	(void)state;
	section.page.height = TWIP(5 * LINE);
	add(lines(3));
	add(lines(1))->as.paragraph.style.keep_next = true;
	add(lines(4)); /* two of its lines would not fit */
	assert_string_equal(lines_a_page(pages_of()), "3,5");
	blocks.n = 0;
	add(lines(2));
	add(lines(1))->as.paragraph.style.keep_next = true;
	add(lines(4));
	assert_string_equal(lines_a_page(pages_of()), "5,2");
	blocks.n = 0;
	add(lines(2));
	add(lines(4))->as.paragraph.style.keep_lines = true;
	assert_string_equal(lines_a_page(pages_of()), "2,4");
	assert_int_equal(diags->n, 0);
}

static void
heading_alone(void **state)
{
	struct lblock *b;

	(void)state;
	section.page.height = TWIP(5 * LINE);
	add(lines(4));
	b = add(lines(1));
	b->role = ROLE_HEADING;
	b->level = 1;
	add(lines(2));
	assert_string_equal(lines_a_page(pages_of()), "5,2");
	assert_int_equal(diags->n, 1);
	assert_int_equal(diags->v[0].id, DIAG_TYPESET_HEADING_ALONE);
}

/* The larger gap counts; none at the top after an automatic break. */
static void
space_between(void **state)
{
	const struct pages *p;

	(void)state;
	section.page.height = TWIP(3 * LINE);
	add(lines(1))->as.paragraph.style.after = TWIP(100);
	add(lines(1))->as.paragraph.style.before = TWIP(200);
	blocks.v[0].as.paragraph.style.before = TWIP(60);
	add(lines(1))->as.paragraph.style.before = TWIP(500);
	p = pages_of();
	assert_int_equal(p->page[0].frag[0].y, TWIP(60 + 262));
	assert_int_equal(p->page[0].frag[1].y, TWIP(60 + LINE + 200 + 262));
	assert_int_equal(p->page[1].frag[0].y, TWIP(262));
}

/* A multiple of the line: the extra lies below and may leave the page. */
static void
line_spacing(void **state)
{
	const struct pages *p;
	struct lblock *b = add(lines(2));

	(void)state;
	section.page.height = TWIP(483 + LINE);
	b->as.paragraph.style.line = 360;
	p = pages_of();
	assert_int_equal(p->npages, 1);
	assert_int_equal(p->page[0].frag[1].y, TWIP(483 + 262));
	b->as.paragraph.exact = TWIP(20);
	assert_int_equal(pages_of()->page[0].frag[0].y, TWIP(16));
}

static void
page_numbers(void **state)
{
	const struct pages *p;

	(void)state;
	section.page.height = TWIP(3000);
	section.page.top = TWIP(1000);
	section.page.header = TWIP(500);
	section.page_number = paragraph("?").as.paragraph;
	section.page_number.run[0].kind = RUN_PAGE;
	add(lines(20));
	p = pages_of();
	assert_ptr_not_equal(p->page[0].frag[0].elem, NULL);
	assert_null(p->page[1].frag[0].elem);
	assert_true(str_is(p->page[1].frag[0].text, "2"));
	assert_int_equal(p->page[1].frag[0].y, TWIP(500 + 262));
}

/* A table of one column with rows of one line. */
static struct lblock *
add_table(unsigned nrows, unsigned nheaders)
{
	struct lblock b = { .kind = LAID_TABLE,
		.component = COMPONENT_BODY };
	struct ltable *t = &b.as.table;

	t->ncolumns = 1;
	t->column = NEW(a, emu);
	t->column[0] = section.page.width;
	t->row = NEW_ARRAY(a, nrows, struct lrow);
	t->nrows = nrows;
	t->bordered = true;
	t->border = TWIP(10);
	for (unsigned i = 0; i < nrows; i++) {
		struct lcell *c = NEW(a, struct lcell);

		c->colspan = c->rowspan = 1;
		c->block = NEW(a, struct lblock);
		c->block[0] = paragraph(i < nheaders ? "H" : "r");
		c->nblocks = 1;
		t->row[i] = (struct lrow){ .cell = c,
			.ncells = 1,
			.header = i < nheaders,
			.cant_split = true };
	}
	return add(b);
}

static void
header_rows_repeat(void **state)
{
	const struct pages *p;

	(void)state;
	section.page.height = TWIP(10 + 3 * (LINE + 10));
	add_table(5, 1);
	p = pages_of();
	assert_string_equal(broken(p), "H|r|r#H|r|r");
	assert_null(p->page[1].frag[0].elem);
	assert_int_equal(p->page[1].frag[0].y, TWIP(10 + 262));
	assert_int_equal(
	    p->page[1].frag[1].y, TWIP(10 + LINE + 10 + 262));
	/* a line above, between and below; left and right */
	assert_int_equal(p->page[1].nstrokes, 4 + 2);
}

static void
rows_move_whole(void **state)
{
	struct lblock *b;

	(void)state;
	section.page.height = TWIP(1500);
	add(lines(2));
	b = add_table(2, 0);
	b->as.table.row[1].cell[0].block[0] = lines(3);
	b->as.table.row[1].cell[0].block[0].as.paragraph.style.right = 0;
	assert_int_equal(pages_of()->page[0].nfrags, 3);
	assert_int_equal(diags->n, 0);
	b->as.table.row[1].cell[0].block[0] = lines(9);
	assert_true(pages_of()->npages > 2);
	assert_int_equal(diags->v[0].id, DIAG_TYPESET_ROW_SPLIT);
}

static const struct lblock *
settled(void)
{
	(void)pages_of();
	return typeset_settle(&laid, fonts, a)->section[0].block;
}

/* LibreOffice would lose what is below the foot of the page. */
static void
tall_row_may_split(void **state)
{
	struct lblock *b = add_table(3, 1);
	const struct lrow *row;

	(void)state;
	section.page.height = TWIP(2000);
	b->as.table.row[1].cell[0].block[0] = lines(9);
	row = settled()[0].as.table.row;
	assert_true(row[0].cant_split);
	assert_false(row[1].cant_split);
	assert_true(row[2].cant_split);
	assert_true(b->as.table.row[1].cant_split); /* what came in stays */
}

/* Header rows that fit but for their border: LibreOffice would part them. */
static void
header_at_the_edge(void **state)
{
	emu fits = TWIP(LINE + 10 + (LINE + 10));

	(void)state;
	add(lines(1));
	add_table(2, 1);
	for (int by = 0; by <= 12; by++) {
		bool edge = by > 0 && by <= 10;

		section.page.height = fits - TWIP(by);
		assert_int_equal(settled()[0].as.paragraph.style.after,
		    edge ? TWIP(10) + PT(1) : 0);
	}
}

/* Rows under one cell go on together, unless they are half a page. */
static void
rows_under_one_cell(void **state)
{
	struct lblock *b;
	const struct lrow *row;

	(void)state;
	section.page.height = TWIP(10 + 8 * (LINE + 10));
	b = add_table(9, 0);
	for (unsigned i = 6; i < 8; i++) {
		row = &b->as.table.row[i];
		row->cell[0].block[0].as.paragraph.style.keep_next = true;
	}
	assert_string_equal(broken(pages_of()), "r|r|r|r|r|r#r|r|r");
	assert_true(settled()[0].as.table.row[6]
			.cell[0]
			.block[0]
			.as.paragraph.style.keep_next);
	section.page.height = TWIP(10 + 5 * (LINE + 10));
	row = settled()[0].as.table.row;
	for (unsigned i = 0; i < 9; i++)
		assert_false(row[i].cell[0]
				 .block[0]
				 .as.paragraph.style.keep_next);
}

/* A cell over rows lines of the second column, with n lines of text, whose rows
   are to stay together. */
static struct lblock *
add_span(unsigned rows, unsigned n)
{
	struct lblock *b = add_table(rows + 2, 0);
	struct ltable *t = &b->as.table;
	emu half = section.page.width / 2;

	t->ncolumns = 2;
	t->column = NEW_ARRAY(a, 2, emu);
	t->column[0] = t->column[1] = half;
	for (unsigned i = 0; i < t->nrows; i++) {
		struct lcell *c = NEW_ARRAY(a, 2, struct lcell);

		c[0] = c[1] = t->row[i].cell[0];
		c[0].block = NEW(a, struct lblock);
		c[0].block[0] = paragraph("c");
		c[0].covered = i > 2;
		c[0].block[0].as.paragraph.style.keep_next =
		    c[1].block[0].as.paragraph.style.keep_next =
			i >= 2 && i < rows + 1;
		t->row[i].cell = c;
		t->row[i].ncells = 2;
	}
	t->row[2].cell[0].rowspan = rows;
	section.page.width = half;
	t->row[2].cell[0].block[0] = lines(n);
	section.page.width = 2 * half;
	t->row[2].cell[0].block[0].as.paragraph.style.keep_next = true;
	return b;
}

/* Unless some of the cell's own text would be parted from the rest. */
static void
text_of_a_cell_over_rows(void **state)
{
	const struct lrow *row;

	(void)state;
	section.page.height = TWIP(10 + 9 * (LINE + 10));
	(void)add_span(8, 2);
	row = settled()[0].as.table.row;
	assert_false(row[2].cell[1].block[0].as.paragraph.style.keep_next);
	blocks.n = 0;
	(void)add_span(8, 8);
	row = settled()[0].as.table.row;
	assert_true(row[2].cell[1].block[0].as.paragraph.style.keep_next);
}

/* A cell over two rows makes the second higher when it needs more room. */
static void
cell_over_rows(void **state)
{
	struct lblock *b = add_table(3, 0);
	struct ltable *t = &b->as.table;
	emu half = section.page.width / 2;
	const struct pages *p;

	(void)state;
	t->ncolumns = 2;
	t->column = NEW_ARRAY(a, 2, emu);
	t->column[0] = t->column[1] = half;
	for (unsigned i = 0; i < 3; i++) {
		struct lcell *c = NEW_ARRAY(a, 2, struct lcell);

		c[0] = c[1] = t->row[i].cell[0];
		t->row[i].cell = c;
		t->row[i].ncells = 2;
	}
	t->row[0].cell[0].rowspan = 2;
	t->row[0].cell[0].block = NEW(a, struct lblock);
	section.page.width = half;
	t->row[0].cell[0].block[0] = lines(4);
	section.page.width = 2 * half;
	t->row[1].cell[0].covered = true;
	p = pages_of();
	assert_int_equal(diags->n, 0);
	/* third row: below four lines and two borders, not three */
	assert_int_equal(p->page[0].frag[p->page[0].nfrags - 1].y,
	    TWIP(10 + 4 * LINE + 10 + 262));
}

static void
footnotes(void **state)
{
	struct lblock *b = add(paragraph("Kết quả"));
	struct lnote *note = vec_add(a, &notes);
	const struct page *page;
	struct pos here = { .line = 1 };

	(void)state;
	section.page.height = TWIP(124 + 231 + 2 * LINE - 1);
	b->as.paragraph.run[1] = text_run("1");
	b->as.paragraph.run[1].kind = RUN_NOTE_REF;
	b->as.paragraph.nruns = 2;
	note->block = NEW(a, struct lblock);
	note->nblocks = 1;
	note->block[0] = paragraph("Theo báo cáo");
	note->block[0].role = ROLE_NOTE;
	note->block[0].pos = here;
	note->block[0].as.paragraph.run[0].half_points = 20;
	add(lines(1)); /* fits but for one twip */
	assert_string_equal(broken(pages_of()),
	    arena_printf(a, "Kết quả1|Theo báo cáo#%.*s",
		STR_ARG(blocks.v[1].as.paragraph.run[0].text)));
	page = &pages_of()->page[0];
	assert_true(page->frag[1].rise > 0);
	assert_int_equal(page->frag[2].y,
	    section.page.height - TWIP(231) + TWIP(187));
	assert_int_equal(page->nstrokes, 1);
	assert_int_equal(page->stroke[0].y1,
	    section.page.height - TWIP(231 + 124) + TWIP(124) * 60 / 100);
	assert_int_equal(page->stroke[0].x2, TWIP(2 * 1440));
}

/* A note of n lines, marked at the end of the paragraph. */
static void
mark(struct lblock *b, unsigned n)
{
	struct lparagraph *p = &b->as.paragraph;
	struct lnote *note = vec_add(a, &notes);

	p->run[p->nruns] = text_run("1");
	p->run[p->nruns].kind = RUN_NOTE_REF;
	p->run[p->nruns].note = (unsigned)notes.n - 1;
	p->nruns++;
	note->block = NEW(a, struct lblock);
	note->nblocks = 1;
	note->block[0] = lines(n);
	note->block[0].role = ROLE_NOTE;
}

/* Lines above the page's footnotes. */
static unsigned
text_lines(const struct page *page)
{
	unsigned n = 0;

	assert_int_equal(page->nstrokes, 1);
	for (size_t i = 0; i < page->nfrags; i++)
		n += page->frag[i].line_start &&
		    page->frag[i].y < page->stroke[0].y1;
	return n;
}

/* However long a note is, the text has a fifth of each page. */
static void
text_beside_long_notes(void **state)
{
	const struct pages *p;

	(void)state;
	section.page.height = TWIP(20 * LINE);
	mark(add(paragraph("Kết quả")), 50);
	add(lines(13));
	p = pages_of();
	assert_int_equal(text_lines(&p->page[0]), 4);
	assert_int_equal(text_lines(&p->page[1]), 4);
}

/* A mark goes to the next page with its note if no line fits below it. */
static void
mark_without_note(void **state)
{
	(void)state;
	section.page.height = TWIP(5 * LINE + 124);
	mark(add(paragraph("một")), 1);
	add(lines(1));
	mark(add(paragraph("hai")), 3); /* one line of it would be alone */
	add(lines(1));
	assert_string_equal(lines_a_page(pages_of()), "5,3");
	section.page.height -= TWIP(1);
	assert_string_equal(lines_a_page(pages_of()), "3,4,1");
}

/* The drawn rule: a line of 0.75 pt, 7.5 twips below the space before it. */
static void
drawn_rule(void **state)
{
	struct lblock b = { .kind = LAID_RULE };
	const struct stroke *s;

	(void)state;
	b.as.rule = (struct lrule){ TWIP(9000), TWIP(3000), TWIP(40) };
	add(b);
	add(lines(1));
	s = &pages_of()->page[0].stroke[0];
	assert_int_equal(s->x1, TWIP(3000));
	assert_int_equal(s->x2, TWIP(6000));
	assert_in_range(s->y1 * 2, TWIP(95) - 1, TWIP(95));
	assert_int_equal(s->thickness, EMU_PER_PT * 3 / 4);
	assert_int_equal(
	    pages_of()->page[0].frag[0].y, TWIP(40 + 15 + 60 + 262));
}

static struct lblock
item(const char *label, unsigned level)
{
	struct lblock b = paragraph(label);

	b.role = ROLE_ITEM;
	b.level = level;
	b.as.paragraph.run[0].label = true;
	b.as.paragraph.run[1] = text_run(" nội dung");
	b.as.paragraph.nruns = 2;
	return b;
}

static const char *
tags(const struct pages *p)
{
	static const char *const names[TAG_MAX] = { "Document", "Div", "H1",
		"H2", "H3", "H4", "P", "L", "LI", "Lbl", "LBody", "Table",
		"THead", "TBody", "TR", "TH", "TD", "Caption", "Note",
		"Reference", "Link" };
	struct buf out = { .arena = a };

	for (size_t i = 1; i < p->nelems; i++) {
		const struct elem *e = p->elem[i];

		assert_int_equal(e->index, i);
		for (e = e->parent; e->parent != NULL; e = e->parent)
			buf_addc(&out, '.');
		buf_printf(&out, "%s ", names[p->elem[i]->role]);
	}
	return buf_str(&out).p;
}

static void
structure(void **state)
{
	struct lblock *b = add(paragraph("I. Kết quả"));
	const struct pages *p;

	(void)state;
	b->role = ROLE_HEADING;
	b->level = 1;
	add(item("a)", 1));
	add(item("-", 2));
	add(item("b)", 1));
	b = add(paragraph("Bảng 1"));
	b->role = ROLE_CAPTION;
	add_table(2, 1);
	b = add(paragraph("xem "));
	b->as.paragraph.run[1] = text_run("cổng tin");
	b->as.paragraph.run[1].link = STR("https://example.vn/");
	b->as.paragraph.nruns = 2;
	p = pages_of();
	assert_string_equal(tags(p),
	    "H1 L .LI ..Lbl ..LBody ...P ...L ....LI .....Lbl .....LBody "
	    "......P .LI ..Lbl ..LBody ...P Table .Caption .THead ..TR "
	    "...TH .TBody ..TR ...TD P .Link ");
	assert_true(str_is(p->elem[1]->title, "I. Kết quả"));
	assert_true(str_is(p->elem[p->nelems - 1]->link,
	    "https://example.vn/"));
}

static const char *
heading_tags(size_t n, const unsigned *level)
{
	blocks.n = 0;
	for (size_t i = 0; i < n; i++) {
		struct lblock *b = add(paragraph("Điều"));

		b->role = ROLE_HEADING;
		b->level = level[i];
	}
	return tags(pages_of());
}

#define HEADINGS(...)                                            \
	heading_tags(sizeof((unsigned[]){ __VA_ARGS__ }) /       \
		sizeof(unsigned),                                \
	    (unsigned[]){ __VA_ARGS__ })

/* PDF/UA-1, 7.4.2 */
static void
headings_skip_no_depth(void **state)
{
	(void)state;
	assert_string_equal(HEADINGS(1, 2, 3, 2, 1), "H1 H2 H3 H2 H1 ");
	assert_string_equal(HEADINGS(2, 2, 3, 2), "H1 H1 H2 H1 ");
	assert_string_equal(HEADINGS(1, 3, 3, 2, 4), "H1 H2 H2 H2 H3 ");
	assert_string_equal(HEADINGS(3, 1, 2), "H1 H1 H2 ");
	assert_string_equal(
	    HEADINGS(1, 2, 3, 4, 5, 5, 3), "H1 H2 H3 H4 H4 H4 H3 ");
}

/* The box's lines stand outside the indents and around the line. */
static void
boxes(void **state)
{
	struct lblock *b = add(paragraph("nn"));
	const struct page *page;

	(void)state;
	b->as.paragraph.style.left = TWIP(1000);
	b->as.paragraph.style.right = TWIP(9000 - 1000 - 2000);
	b->as.paragraph.style.align = ALIGN_CENTER;
	b->as.paragraph.exact = TWIP(400);
	b->as.paragraph.box = (struct lbox){ .border = TWIP(20),
		.above = PT(2), .below = PT(3), .color = 0xFF0000 };
	add(paragraph("n"));
	page = &pages_of()->page[0];
	assert_int_equal(page->nstrokes, 4);
	/* above, below, left, right; their middles */
	assert_int_equal(page->stroke[0].y1, TWIP(10));
	assert_int_equal(
	    page->stroke[1].y1, TWIP(20 + 40 + 400 + 60 + 10));
	assert_int_equal(page->stroke[2].x1, TWIP(1000 - 10));
	assert_int_equal(page->stroke[3].x1, TWIP(3000 + 10));
	assert_int_equal(page->stroke[3].color, 0xFF0000);
	/* docx facts 4: the baseline of an exact line at 0.8 of it */
	assert_int_equal(page->frag[0].y, TWIP(20 + 40 + 320));
	assert_int_equal(
	    page->frag[1].y, TWIP(20 + 40 + 400 + 60 + 20 + 262));
}

/* On the first page of its section only, and it takes nothing of the text. */
static void
margins_of_first_page(void **state)
{
	struct lblock top = paragraph("nn"), foot[2];
	const struct pages *p;

	(void)state;
	section.page.top = section.page.bottom = TWIP(1000);
	section.page.header = TWIP(300);
	section.footer = TWIP(250);
	foot[0] = (struct lblock){ .kind = LAID_RULE };
	foot[0].as.rule.column = foot[0].as.rule.width = TWIP(9000);
	foot[1] = paragraph("nnn");
	section.top = &top;
	section.ntop = 1;
	section.foot = foot;
	section.nfoot = 2;
	section.page.height = TWIP(2000 + 3 * LINE);
	for (int i = 0; i < 6; i++)
		add(paragraph("n"));
	p = pages_of();
	assert_int_equal(p->npages, 2);
	assert_int_equal(p->page[0].nfrags, 1 + 3 + 1);
	assert_int_equal(p->page[0].frag[0].y, TWIP(300 + 262));
	assert_int_equal(p->page[0].frag[1].y, TWIP(1000 + 262));
	/* the last line ends 250 twips above the paper's edge */
	assert_int_equal(p->page[0].frag[4].y,
	    TWIP(2000 + 3 * LINE - 250 - LINE + 262));
	assert_int_equal(p->page[0].nstrokes, 1);
	assert_int_equal(p->page[1].nstrokes, 0);
	/* the text of them is read, the header's first */
	assert_string_equal(tags(p), "P P P P P P P P ");
}

#define CASE(f) cmocka_unit_test_setup_teardown(f, begin, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(hyphen_breaks),
		CASE(numbers_stay_whole),
		CASE(slash_rule),
		CASE(signs_stay),
		CASE(blanks_hang),
		CASE(long_word_is_cut),
		CASE(indents),
		CASE(justification),
		CASE(words_over_lines),
		CASE(centre_and_right),
		CASE(widows_and_orphans),
		CASE(keeping_together),
		CASE(heading_alone),
		CASE(space_between),
		CASE(line_spacing),
		CASE(page_numbers),
		CASE(header_rows_repeat),
		CASE(rows_move_whole),
		CASE(tall_row_may_split),
		CASE(header_at_the_edge),
		CASE(rows_under_one_cell),
		CASE(text_of_a_cell_over_rows),
		CASE(cell_over_rows),
		CASE(footnotes),
		CASE(text_beside_long_notes),
		CASE(mark_without_note),
		CASE(drawn_rule),
		CASE(structure),
		CASE(headings_skip_no_depth),
		CASE(boxes),
		CASE(margins_of_first_page),
	};

	return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}
