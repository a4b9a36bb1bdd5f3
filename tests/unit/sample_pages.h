/*
 * sample_pages.h - three pages put together by hand, with all that a page can
 * hold: four faces, headings, list, table with spans, notes, links (one over
 * two lines, one that leads nowhere), justified lines, letter spacing, a
 * repeated table head and page numbers as artifacts, strokes, characters that
 * share a glyph, places to sign.  For the tests of pdf/ and verify/.
 */
#ifndef SAMPLE_PAGES_H
#define SAMPLE_PAGES_H

#include <string.h>

#include "base/vec.h"
#include "typeset/pages.h"

enum { SAMPLE_PAGES = 3, SAMPLE_LEFT = 85 /* pt */, SAMPLE_WIDTH = 467 };

struct sample {
	struct arena *a;
	const struct font_set *fs;
	struct pages *pages;
	VEC(struct frag) frags[SAMPLE_PAGES];
	VEC(struct stroke) strokes[SAMPLE_PAGES];
	size_t page;
	emu y; /* baseline of the next line */
};

/* A fragment of text under e; its width is the font's. */
static inline struct frag *
sample_frag(struct sample *s, struct elem *e, enum face face,
    unsigned half_points, emu x, const char *text)
{
	struct frag *f = vec_add(s->a, &s->frags[s->page]);

	f->x = x;
	f->y = s->y;
	f->text = str_of(text);
	f->face = face;
	f->half_points = half_points;
	f->width = font_width(s->fs, face, half_points, f->text);
	f->elem = e;
	return f;
}

static inline void
sample_down(struct sample *s, int points)
{
	s->y += PT(points);
}

static inline struct elem *
sample_elem(struct sample *s, struct elem *parent, enum role role)
{
	struct elem *e = NEW(s->a, struct elem);

	e->role = role;
	e->index = (unsigned)s->pages->nelems++;
	e->parent = parent;
	e->colspan = e->rowspan = 1;
	if (parent == NULL)
		return e;
	if (parent->last != NULL)
		parent->last->next = e;
	else
		parent->first = e;
	parent->last = e;
	return e;
}

/* One justified line that the paragraph goes on behind. */
static inline void
sample_justified(struct sample *s, struct elem *e, const char *text)
{
	struct frag *f = sample_frag(s, e, FACE_REGULAR, 28, PT(SAMPLE_LEFT),
	    text);

	f->stretch = PT(SAMPLE_WIDTH) - f->width;
	f->width = PT(SAMPLE_WIDTH);
	f->line_end = true;
	sample_down(s, 20);
}

static inline void
sample_line(struct sample *s, struct elem *e, enum face face, const char *text)
{
	(void)sample_frag(s, e, face, 28, PT(SAMPLE_LEFT), text);
	sample_down(s, 20);
}

static inline void
sample_stroke(struct sample *s, emu x1, emu y1, emu x2, emu y2)
{
	*vec_add(s->a, &s->strokes[s->page]) = (struct stroke){ x1, y1, x2, y2,
		EMU_PER_PT / 2, 0 };
}

static inline struct elem *
sample_heading(struct sample *s, struct elem *root, enum role role,
    const char *text)
{
	struct elem *e = sample_elem(s, root, role);

	e->title = str_of(text);
	sample_line(s, e, FACE_BOLD, text);
	return e;
}

static inline void
sample_head(struct sample *s, struct elem *root)
{
	struct elem *e = sample_elem(s, root, TAG_DIV);

	s->y = PT(80);
	(void)sample_frag(s, sample_elem(s, e, TAG_P), FACE_BOLD, 26,
	    PT(SAMPLE_LEFT), "UBND XÃ THÁI TÂN");
	(void)sample_frag(s, sample_elem(s, e, TAG_P), FACE_BOLD, 24, PT(300),
	    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
	sample_down(s, 16);
	(void)sample_frag(s, sample_elem(s, e, TAG_P), FACE_REGULAR, 26,
	    PT(SAMPLE_LEFT), "Số: 05/BC-PKT");
	(void)sample_frag(s, sample_elem(s, e, TAG_P), FACE_BOLD, 26, PT(330),
	    "Độc lập - Tự do - Hạnh phúc");
	sample_stroke(s, PT(330), s->y + PT(5), PT(490), s->y + PT(5));
	sample_down(s, 24);
	(void)sample_frag(s, sample_elem(s, e, TAG_P), FACE_ITALIC, 28, PT(320),
	    "Thái Tân, ngày 05 tháng 12 năm 2025");
	sample_down(s, 30);
}

/* A paragraph with a note mark, and a link over two lines. */
static inline struct elem *
sample_prose(struct sample *s, struct elem *root)
{
	struct elem *p = sample_elem(s, root, TAG_P), *ref, *link;
	struct frag *f;

	sample_justified(s, p,
	    "Đồng chí Nguyễn Văn A và Trần Thị B đã được biểu dương vì");
	sample_justified(s, p,
	    "những nỗ lực (có minh chứng) trong đợt thi đua \\ 2025; kết quả");
	f = sample_frag(s, p, FACE_REGULAR, 28, PT(SAMPLE_LEFT),
	    "vượt chỉ tiêu đề ra");
	ref = sample_elem(s, p, TAG_REFERENCE);
	ref->note = 1;
	f = sample_frag(s, ref, FACE_REGULAR, 28, f->x + f->width, "1");
	f->rise = PT(5);
	f->half_points = 18;
	f = sample_frag(s, p, FACE_REGULAR, 28, f->x + PT(6), " (xem ");
	link = sample_elem(s, p, TAG_LINK);
	link->link = STR("https://thaitan.example.vn/thi đua/?q=a%20b");
	f = sample_frag(s, link, FACE_ITALIC, 28, f->x + f->width,
	    "trang tin của");
	f->line_end = true;
	sample_down(s, 20);
	f = sample_frag(s, link, FACE_ITALIC, 28, PT(SAMPLE_LEFT), "xã");
	f = sample_frag(s, p, FACE_REGULAR, 28, f->x + f->width,
	    ") – phòng khám\u2011chữa bệnh, Ðà\u00A0Nẵng, Đồng Tháp. ");
	link = sample_elem(s, p, TAG_LINK);
	(void)sample_frag(s, link, FACE_BOLD_ITALIC, 28, f->x + f->width,
	    "Hết.");
	sample_down(s, 24);
	return p;
}

static inline void
sample_list(struct sample *s, struct elem *root)
{
	static const char *const item[] = { "Giảm tỷ lệ hộ nghèo còn 1,2%.",
		"Trồng mới 1.200 cây xanh.", "Hiến đất làm đường: 75 hộ." };
	static const char *const label[] = { "a)", "b)", "c)" };
	struct elem *l = sample_elem(s, root, TAG_L), *li;

	for (size_t i = 0; i < 3; i++) {
		li = sample_elem(s, l, TAG_LI);
		(void)sample_frag(s, sample_elem(s, li, TAG_LBL), FACE_REGULAR,
		    28, PT(SAMPLE_LEFT + 28), label[i]);
		li = sample_elem(s, li, TAG_LBODY);
		(void)sample_frag(s, sample_elem(s, li, TAG_P), FACE_REGULAR,
		    28, PT(SAMPLE_LEFT + 50), item[i]);
		sample_down(s, 20);
	}
}

static inline void
sample_note(struct sample *s, struct elem *p)
{
	struct elem *note = sample_elem(s, p, TAG_NOTE), *body;
	struct frag *f;

	note->note = 1;
	s->y = PT(760);
	sample_stroke(s, PT(SAMPLE_LEFT), s->y - PT(14), PT(SAMPLE_LEFT + 144),
	    s->y - PT(14));
	f = sample_frag(s, sample_elem(s, note, TAG_LBL), FACE_REGULAR, 20,
	    PT(SAMPLE_LEFT), "1");
	body = sample_elem(s, note, TAG_P);
	(void)sample_frag(s, body, FACE_REGULAR, 20, f->x + PT(8),
	    "Theo Kế hoạch số 12/KH-UBND.");
}

static inline struct elem *
sample_row(struct sample *s, struct elem *parent, enum role role,
    const char *const *text, unsigned n)
{
	struct elem *tr = sample_elem(s, parent, TAG_TR), *cell, *p;

	for (unsigned i = 0; i < n; i++) {
		cell = sample_elem(s, tr, role);
		p = sample_elem(s, cell, TAG_P);
		if (text[i] != NULL)
			(void)sample_frag(s, p,
			    role == TAG_TH ? FACE_BOLD : FACE_REGULAR, 26,
			    PT(SAMPLE_LEFT + 4 + (int)i * 155), text[i]);
	}
	sample_stroke(s, PT(SAMPLE_LEFT), s->y + PT(5), PT(550), s->y + PT(5));
	sample_down(s, 20);
	return tr;
}

static inline void
sample_table(struct sample *s, struct elem *root)
{
	static const char *const head[] = { "Chỉ tiêu", "Kế hoạch",
		"Kết quả" };
	static const char *const row[] = { "Hộ nghèo", NULL, "1,2%" };
	static const char *const sum[] = { "Cộng", "75 hộ" };
	struct elem *t, *body, *tr;

	s->page = 1;
	s->y = PT(100);
	t = sample_elem(s, root, TAG_TABLE);
	sample_line(s, sample_elem(s, t, TAG_CAPTION), FACE_BOLD_ITALIC,
	    "Bảng 1. Kết quả thực hiện");
	sample_stroke(s, PT(SAMPLE_LEFT), s->y - PT(15), PT(550),
	    s->y - PT(15));
	(void)sample_row(s, sample_elem(s, t, TAG_THEAD), TAG_TH, head, 3);
	body = sample_elem(s, t, TAG_TBODY);
	(void)sample_row(s, body, TAG_TD, row, 3);
	s->page = 2;
	s->y = PT(100);
	(void)sample_frag(s, NULL, FACE_BOLD, 26, PT(SAMPLE_LEFT + 4),
	    "Chỉ tiêu");
	sample_down(s, 20);
	tr = sample_row(s, body, TAG_TD, sum, 2);
	tr->first->colspan = 2;
	sample_stroke(s, PT(SAMPLE_LEFT), PT(85), PT(SAMPLE_LEFT), s->y);
}

/* The places to sign above the name. */
static inline void
sample_fields(struct sample *s, struct elem *root)
{
	struct sign_field *f = NEW_ARRAY(s->a, 2, struct sign_field);

	for (size_t i = 0; i < 2; i++) {
		f[i].name = i == 0 ? SIGN_PERSON : SIGN_OFFICE;
		f[i].title = i == 0 ? STR("TRƯỞNG PHÒNG Nguyễn Văn A") :
				      STR("UBND xã Thái Tân");
		f[i].page = s->page;
		f[i].x = PT(SAMPLE_LEFT) + (i == 0 ? MM(30) : MM(14));
		f[i].y = s->y;
		f[i].width = i == 0 ? MM(60) : MM(36);
		f[i].height = MM(24);
		f[i].elem = sample_elem(s, root, TAG_FORM);
	}
	s->pages->field = f;
	s->pages->nfields = 2;
	sample_down(s, 80);
}

/* A paragraph that begins on the second page and ends on the third. */
static inline void
sample_across(struct sample *s, struct elem *root)
{
	struct elem *p = sample_elem(s, root, TAG_P);
	struct frag *f;

	s->page = 1;
	s->y = PT(700);
	sample_justified(s, p, "Ủy ban nhân dân xã Thái Tân trân trọng báo cáo để các cơ quan, đơn vị");
	s->page = 2;
	s->y = PT(300);
	f = sample_frag(s, p, FACE_REGULAR, 28, PT(SAMPLE_LEFT),
	    "cấp trên theo dõi./.");
	f->spacing = -4;
	sample_down(s, 40);
	sample_fields(s, root);
	sample_line(s, sample_elem(s, root, TAG_P), FACE_BOLD, "Nguyễn Văn A");
}

static inline void
sample_finish(struct sample *s)
{
	static const char *const number[] = { NULL, "2", "3" };
	struct page *page;

	s->pages->npages = SAMPLE_PAGES;
	s->pages->page = NEW_ARRAY(s->a, SAMPLE_PAGES, struct page);
	for (size_t i = 0; i < SAMPLE_PAGES; i++) {
		s->page = i;
		s->y = PT(50);
		if (number[i] != NULL)
			(void)sample_frag(s, NULL, FACE_REGULAR, 28, PT(295),
			    number[i]);
		page = &s->pages->page[i];
		page->width = TWIP(11906);
		page->height = TWIP(16838);
		page->number = (unsigned)i + 1;
		page->frag = s->frags[i].v;
		page->nfrags = s->frags[i].n;
		page->stroke = s->strokes[i].v;
		page->nstrokes = s->strokes[i].n;
	}
}

static inline struct pages *
sample_pages(struct arena *a, const struct font_set *fs)
{
	struct sample s = { .a = a, .fs = fs };
	struct lmeta *meta = NEW(a, struct lmeta);
	struct elem *root, *p;

	meta->title = STR("Báo cáo - Kết quả <đợt 1> & \"phong trào\"");
	meta->author = STR("UBND xã Thái Tân");
	meta->subject = STR("Kết quả thi đua");
	meta->symbol = STR("05/BC-PKT");
	meta->keywords = STR("thi đua, báo cáo");
	meta->date = (struct date){ 2025, 12, 5 };
	s.pages = NEW(a, struct pages);
	s.pages->meta = meta;
	s.pages->root = root = sample_elem(&s, NULL, TAG_DOCUMENT);
	sample_head(&s, root);
	(void)sample_heading(&s, root, TAG_H1, "BÁO CÁO");
	(void)sample_heading(&s, root, TAG_H2, "I. KẾT QUẢ ĐẠT ĐƯỢC");
	p = sample_prose(&s, root);
	(void)sample_heading(&s, root, TAG_H3, "1. Chỉ tiêu cụ thể");
	sample_list(&s, root);
	(void)sample_heading(&s, root, TAG_H2, "II. TỒN TẠI, HẠN CHẾ");
	sample_note(&s, p);
	sample_table(&s, root);
	sample_across(&s, root);
	sample_finish(&s);
	return s.pages;
}

#endif
