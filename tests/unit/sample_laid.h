/*
 * sample_laid.h - a report laid out by hand, for tests of the writers: header
 * table, rules, headings, list, a bordered table of 40 rows with spanning
 * cells, footnotes, links, signature table.
 */
#ifndef TESTS_SAMPLE_LAID_H
#define TESTS_SAMPLE_LAID_H

#include "base/arena.h"
#include "base/vec.h"
#include "layout/laid.h"

enum { SAMPLE_ROWS = 40, SAMPLE_MEASURE = 9071 /* twips */ };

/* Blocks being put together. */
struct sample {
	struct arena *a;
	const struct template *t;
	VEC(struct lblock) blocks;
};

static struct style
sample_style(unsigned half_points, bool bold, bool italic, enum align align)
{
	return (struct style) { .half_points = half_points,
		.bold = bold,
		.italic = italic,
		.align = align,
		.line = 240 };
}

static const struct template *
sample_template(struct arena *a)
{
	struct template *t = NEW(a, struct template);
	struct style *s = t->style;

	t->page = (struct page_setup) { .width = MM(210),
		.height = MM(297),
		.top = MM(20),
		.bottom = MM(20),
		.left = MM(30),
		.right = MM(20),
		.header = MM(10) };
	t->header_left = MM(62);
	t->signature_left = MM(75);
	t->signature_gap = PT(70);
	t->rule_width = 9525; /* 0.75 pt */
	for (int i = 0; i < STYLE_MAX; i++)
		s[i] = sample_style(28, false, false, ALIGN_LEFT);
	s[STYLE_NATION] = sample_style(26, true, false, ALIGN_CENTER);
	s[STYLE_MOTTO] = sample_style(28, true, false, ALIGN_CENTER);
	s[STYLE_SUPERIOR] = sample_style(26, false, false, ALIGN_CENTER);
	s[STYLE_ISSUER] = sample_style(26, true, false, ALIGN_CENTER);
	s[STYLE_NUMBER] = sample_style(26, false, false, ALIGN_CENTER);
	s[STYLE_PLACE_DATE] = sample_style(28, false, true, ALIGN_CENTER);
	s[STYLE_TYPE] = sample_style(28, true, false, ALIGN_CENTER);
	s[STYLE_SUBJECT] = sample_style(28, true, false, ALIGN_CENTER);
	s[STYLE_HEADING1] = sample_style(28, true, false, ALIGN_BOTH);
	s[STYLE_HEADING2] = sample_style(28, true, false, ALIGN_BOTH);
	s[STYLE_HEADING3] = sample_style(28, true, true, ALIGN_BOTH);
	s[STYLE_BODY] = sample_style(28, false, false, ALIGN_BOTH);
	s[STYLE_ITEM] = sample_style(28, false, false, ALIGN_BOTH);
	s[STYLE_CAPTION] = sample_style(28, true, false, ALIGN_CENTER);
	s[STYLE_TABLE_HEAD] = sample_style(26, true, false, ALIGN_CENTER);
	s[STYLE_TABLE_CELL] = sample_style(26, false, false, ALIGN_LEFT);
	s[STYLE_FOOTNOTE] = sample_style(20, false, false, ALIGN_BOTH);
	s[STYLE_AUTHORITY] = sample_style(28, true, false, ALIGN_CENTER);
	s[STYLE_SIGNER] = sample_style(28, true, false, ALIGN_CENTER);
	s[STYLE_RECIPIENTS] = sample_style(24, true, true, ALIGN_LEFT);
	s[STYLE_RECIPIENT] = sample_style(22, false, false, ALIGN_LEFT);
	s[STYLE_PAGE_NUMBER] = sample_style(28, false, false, ALIGN_CENTER);
	for (int i = STYLE_HEADING1; i <= STYLE_ITEM; i++) {
		s[i].first = TWIP(720);
		s[i].after = PT(6);
		s[i].keep_next = i <= STYLE_HEADING3;
	}
	s[STYLE_CAPTION].after = PT(6);
	s[STYLE_CAPTION].keep_next = true;
	s[STYLE_SIGNER].before = PT(70);
	return t;
}

/* One more paragraph with no runs. */
static struct lblock *
sample_add(struct sample *s, enum style_id id, enum component_id component)
{
	struct lblock *b = vec_add(s->a, &s->blocks);

	b->kind = LAID_PARAGRAPH;
	b->role = component == COMPONENT_BODY ? ROLE_PARAGRAPH : ROLE_FORM;
	b->component = component;
	b->as.paragraph.style = s->t->style[id];
	b->as.paragraph.style_id = id;
	return b;
}

/* One more run of b, in the face of its style. */
static struct lrun *
sample_run(struct sample *s, struct lblock *b, const char *text)
{
	struct lparagraph *g = &b->as.paragraph;
	struct lrun *old = g->run, *r;

	g->run = NEW_ARRAY(s->a, g->nruns + 1, struct lrun);
	for (size_t i = 0; i < g->nruns; i++)
		g->run[i] = old[i];
	r = &g->run[g->nruns++];
	r->text = str_of(text);
	r->bold = s->t->style[g->style_id].bold;
	r->italic = s->t->style[g->style_id].italic;
	r->half_points = s->t->style[g->style_id].half_points;
	return r;
}

static struct lblock *
sample_text(struct sample *s, enum style_id id, enum component_id component,
    const char *text)
{
	struct lblock *b = sample_add(s, id, component);

	sample_run(s, b, text);
	return b;
}

static void
sample_heading(struct sample *s, unsigned level, const char *text)
{
	struct lblock *b =
	    sample_text(s, (enum style_id)(STYLE_HEADING1 + (int)level - 1),
		COMPONENT_BODY, text);

	b->role = ROLE_HEADING;
	b->level = level;
}

static void
sample_gap(struct sample *s)
{
	struct lblock *b = sample_add(s, STYLE_NORMAL, COMPONENT_BODY);

	b->as.paragraph.exact = TWIP(20);
}

static void
sample_rule(
    struct sample *s, enum component_id component, emu column, emu width)
{
	struct lblock *b = vec_add(s->a, &s->blocks);

	b->kind = LAID_RULE;
	b->role = ROLE_FORM;
	b->component = component;
	b->as.rule = (struct lrule) { column, width, TWIP(40) };
}

/* The blocks so far as a cell; the list is empty again. */
static void
sample_cell(struct sample *s, struct lcell *c)
{
	*c = (struct lcell) { s->blocks.v, s->blocks.n, 1, 1, false };
	s->blocks.v = NULL;
	s->blocks.n = s->blocks.cap = 0;
}

/* A table of rows x columns of empty cells. */
static struct ltable
sample_table(struct sample *s, size_t rows, size_t columns)
{
	struct ltable t = { .ncolumns = columns, .nrows = rows };

	t.column = NEW_ARRAY(s->a, columns, emu);
	t.row = NEW_ARRAY(s->a, rows, struct lrow);
	for (size_t i = 0; i < rows; i++) {
		t.row[i].cell = NEW_ARRAY(s->a, columns, struct lcell);
		t.row[i].ncells = columns;
		t.row[i].cant_split = true;
	}
	return t;
}

static void
sample_put_table(struct sample *s, struct ltable t, enum component_id component)
{
	struct lblock *b = vec_add(s->a, &s->blocks);

	b->kind = LAID_TABLE;
	b->role = component == COMPONENT_BODY ? ROLE_PARAGRAPH : ROLE_FORM;
	b->component = component;
	b->as.table = t;
}

static void
sample_header(struct sample *s)
{
	struct ltable t = sample_table(s, 2, 2);
	struct sample c = { .a = s->a, .t = s->t };
	emu left = s->t->header_left, right = TWIP(SAMPLE_MEASURE) - left;

	t.column[0] = left;
	t.column[1] = right;
	sample_text(&c, STYLE_SUPERIOR, COMPONENT_SUPERIOR, "UBND XÃ THÁI TÂN");
	sample_text(&c, STYLE_ISSUER, COMPONENT_ISSUER, "PHÒNG KINH TẾ");
	sample_rule(&c, COMPONENT_ISSUER, left, TWIP(900));
	sample_cell(&c, &t.row[0].cell[0]);
	sample_text(&c, STYLE_NATION, COMPONENT_NATION,
	    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
	sample_text(
	    &c, STYLE_MOTTO, COMPONENT_MOTTO, "Độc lập - Tự do - Hạnh phúc");
	sample_rule(&c, COMPONENT_MOTTO, right, TWIP(3428));
	sample_cell(&c, &t.row[0].cell[1]);
	sample_text(&c, STYLE_NUMBER, COMPONENT_NUMBER, "Số: 05/BC-PKT");
	sample_cell(&c, &t.row[1].cell[0]);
	sample_text(&c, STYLE_PLACE_DATE, COMPONENT_PLACE_DATE,
	    "Thái Tân, ngày 09 tháng 12 năm 2025");
	sample_cell(&c, &t.row[1].cell[1]);
	sample_put_table(s, t, COMPONENT_NATION);
}

/* A head of two rows with both kinds of spans, then rows of figures. */
static void
sample_figures(struct sample *s)
{
	static const emu widths[] = { 700, 4571, 1900, 1900 };
	struct ltable t = sample_table(s, SAMPLE_ROWS + 2, 4);
	struct sample c = { .a = s->a, .t = s->t };
	static const char *const head[] = { "STT", "Chỉ tiêu", "Kết quả", NULL,
		"", "", "Kế hoạch", "Thực hiện" };

	t.bordered = true;
	t.border = PT(1) / 2;
	t.margin = TWIP(108);
	t.caption = STR("Bảng 1. Kết quả thực hiện chỉ tiêu");
	for (size_t i = 0; i < 4; i++)
		t.column[i] = TWIP(widths[i]);
	for (size_t i = 0; i < 8; i++)
		if (head[i] != NULL) {
			sample_text(
			    &c, STYLE_TABLE_HEAD, COMPONENT_BODY, head[i]);
			sample_cell(&c, &t.row[i / 4].cell[i % 4]);
		}
	t.row[0].cell[0].rowspan = t.row[0].cell[1].rowspan = 2;
	t.row[0].cell[2].colspan = 2;
	t.row[0].ncells = 3;
	t.row[1].cell[0].covered = t.row[1].cell[1].covered = true;
	t.row[0].header = t.row[1].header = true;
	for (size_t i = 2; i < SAMPLE_ROWS + 2; i++)
		for (size_t j = 0; j < 4; j++) {
			struct lblock *b =
			    sample_add(&c, STYLE_TABLE_CELL, COMPONENT_BODY);

			sample_run(&c, b,
			    arena_printf(s->a,
				j == 1 ? "Chỉ tiêu số %zu" : "%zu",
				i - 1 + 10 * j));
			if (j != 1)
				b->as.paragraph.style.align = ALIGN_CENTER;
			sample_cell(&c, &t.row[i].cell[j]);
		}
	sample_put_table(s, t, COMPONENT_BODY);
}

static void
sample_signature(struct sample *s)
{
	struct ltable t = sample_table(s, 1, 2);
	struct sample c = { .a = s->a, .t = s->t };

	t.column[0] = s->t->signature_left;
	t.column[1] = TWIP(SAMPLE_MEASURE) - t.column[0];
	sample_text(&c, STYLE_RECIPIENTS, COMPONENT_RECIPIENTS, "Nơi nhận:");
	sample_text(&c, STYLE_RECIPIENT, COMPONENT_RECIPIENTS,
	    "- Ủy ban nhân dân xã Thái Tân;");
	sample_text(
	    &c, STYLE_RECIPIENT, COMPONENT_RECIPIENTS, "- Lưu: VT, PKT.");
	sample_cell(&c, &t.row[0].cell[0]);
	sample_text(
	    &c, STYLE_AUTHORITY, COMPONENT_AUTHORITY, "KT. TRƯỞNG PHÒNG");
	sample_text(
	    &c, STYLE_AUTHORITY, COMPONENT_POSITION, "PHÓ TRƯỞNG PHÒNG");
	sample_text(&c, STYLE_SIGNER, COMPONENT_SIGNER, "Nguyễn Văn A");
	sample_cell(&c, &t.row[0].cell[1]);
	sample_put_table(s, t, COMPONENT_AUTHORITY);
}

/* Body text with every kind of run. */
static void
sample_body(struct sample *s)
{
	struct lblock *b;
	struct lrun *r;

	sample_heading(s, 1, "I. KẾT QUẢ THỰC HIỆN");
	sample_heading(s, 2, "1. Sản xuất nông nghiệp");
	b = sample_text(s, STYLE_BODY, COMPONENT_BODY,
	    "Thực hiện Kế hoạch số 232/KH-UBND của Ủy ban nhân dân xã, phòng "
	    "đã tổ chức  phát động phong trào thi đua <nước rút> & hoàn thành "
	    "các chỉ tiêu");
	r = sample_run(s, b, "1");
	r->kind = RUN_NOTE_REF;
	sample_run(s, b, " với kết quả ");
	sample_run(s, b, "rất tốt")->bold = true;
	sample_run(s, b, "; xem thêm ");
	r = sample_run(s, b, "trang của xã");
	r->link = STR("https://thaitan.example/thi-đua?a=1&b=2");
	sample_run(s, b, " và ")->italic = true;
	r = sample_run(s, b, "nơi khác");
	r->link = STR("javascript:alert(1)");
	sample_run(s, b, ".");
	b->as.paragraph.spacing = -1;
	for (int i = 0; i < 3; i++) {
		b = sample_add(s, STYLE_ITEM, COMPONENT_BODY);
		b->role = ROLE_ITEM;
		b->level = 1;
		b->as.paragraph.style.left = TWIP(1080);
		b->as.paragraph.style.first = -TWIP(360);
		sample_run(s, b, "- ")->label = true;
		sample_run(s, b,
		    "Diện tích gieo trồng đạt 1.200 ha, bằng 102,5% so với "
		    "cùng kỳ; năng suất bình quân 65 tạ/ha, cao hơn năm trước");
	}
	r = sample_run(s, b, "2");
	r->kind = RUN_NOTE_REF;
	r->note = 1;
	b = sample_text(s, STYLE_BODY, COMPONENT_BODY, "Dòng một");
	sample_run(s, b, "")->kind = RUN_BREAK;
	sample_run(s, b, "dòng hai, do tác giả ngắt dòng.");
	sample_text(s, STYLE_CAPTION, COMPONENT_BODY,
	    "Bảng 1. Kết quả thực hiện chỉ tiêu")
	    ->role = ROLE_CAPTION;
	sample_figures(s);
	b = sample_text(s, STYLE_BODY, COMPONENT_BODY,
	    "Trên đây là báo cáo kết quả của Phòng Kinh tế./.");
	b->as.paragraph.style.before = PT(6);
}

static void
sample_notes(struct sample *s, struct laid *l)
{
	static const char *const text[] = {
		" Nghị quyết số 59-NQ/TW của Bộ Chính trị.",
		" Theo số liệu của cơ quan thống kê."
	};

	l->nnotes = 2;
	l->note = NEW_ARRAY(s->a, l->nnotes, struct lnote);
	for (unsigned i = 0; i < 2; i++) {
		struct sample c = { .a = s->a, .t = s->t };
		struct lblock *b =
		    sample_add(&c, STYLE_FOOTNOTE, COMPONENT_BODY);
		struct lrun *r = sample_run(&c, b, i == 0 ? "1" : "2");

		b->role = ROLE_NOTE;
		r->kind = RUN_NOTE_REF;
		r->note = i;
		sample_run(&c, b, text[i]);
		l->note[i].block = c.blocks.v;
		l->note[i].nblocks = c.blocks.n;
	}
}

/* The report; with a second, lying section if wanted. */
static struct laid *
sample_laid(struct arena *a, bool two_sections)
{
	struct laid *l = NEW(a, struct laid);
	struct sample s = { .a = a, .t = sample_template(a) };
	struct lblock *b;

	l->tpl = s.t;
	l->meta = (struct lmeta) { .title = STR("Báo cáo - Kết quả thi đua"),
		.author = STR("Phòng Kinh tế xã Thái Tân"),
		.subject = STR("Kết quả thi đua"),
		.symbol = STR("05/BC-PKT"),
		.keywords = STR("thi đua"),
		.date = { 2025, 12, 9 } };
	l->nsections = two_sections ? 2 : 1;
	l->section = NEW_ARRAY(a, l->nsections, struct lsection);
	sample_gap(&s);
	sample_header(&s);
	b = sample_text(&s, STYLE_TYPE, COMPONENT_TYPE, "BÁO CÁO");
	b->role = ROLE_TITLE;
	b->as.paragraph.style.before = PT(18);
	b = sample_text(&s, STYLE_SUBJECT, COMPONENT_SUBJECT,
	    "Kết quả đợt thi đua cao điểm");
	b->role = ROLE_TITLE;
	sample_rule(&s, COMPONENT_SUBJECT, TWIP(SAMPLE_MEASURE), TWIP(1500));
	sample_body(&s);
	sample_signature(&s);
	sample_gap(&s);
	for (size_t i = 0; i < l->nsections; i++) {
		struct lsection *x = &l->section[i];
		struct sample h = { .a = a, .t = s.t };
		struct lrun *r;

		if (i == 1)
			sample_text(
			    &s, STYLE_BODY, COMPONENT_BODY, "Phụ lục I");
		x->page = s.t->page;
		x->footer = x->page.header;
		if (i == 1) {
			x->page.width = MM(297);
			x->page.height = MM(210);
		}
		b = sample_add(&h, STYLE_PAGE_NUMBER, COMPONENT_BODY);
		r = sample_run(&h, b, "");
		r->kind = RUN_PAGE;
		x->page_number = b->as.paragraph;
		x->block = s.blocks.v;
		x->nblocks = s.blocks.n;
		s.blocks.v = NULL;
		s.blocks.n = s.blocks.cap = 0;
	}
	sample_notes(&s, l);
	return l;
}

#endif
