/*
 * test_layout.c - the official form and the content laid out: lengths of rules,
 * places, numbers.  Figures in mm come from the decree and the width table of
 * the fact sheet (1.13), never from the program.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "layout/build.h"
#include "text/viet.h"

struct fixture {
	struct arena *a;
	struct diags *ds;
	struct font_set *fs;
	struct doc doc;
	struct unit unit;
	struct checked c;
	struct node *root;
	const struct laid *l;
};

static struct font_set *fonts;

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

static struct str lines_ubnd[] = { { "ỦY BAN NHÂN DÂN",
				       sizeof("ỦY BAN NHÂN DÂN") - 1 },
	{ "XÃ THÁI TÂN", sizeof("XÃ THÁI TÂN") - 1 } };
static struct str authority[] = { { "TM. ỦY BAN NHÂN DÂN",
    sizeof("TM. ỦY BAN NHÂN DÂN") - 1 } };
static struct str recipients[] = { { "Như trên", sizeof("Như trên") - 1 } };

static int
setup(void **state)
{
	static struct fixture f;

	memset(&f, 0, sizeof(f));
	f.a = arena_new();
	f.ds = diags_new(f.a);
	f.fs = fonts;
	f.root = node_new(f.a, NODE_DOCUMENT, (struct pos) { "r.md", 1, 1 });
	f.doc.path = "r.md";
	f.doc.root = f.root;
	f.unit.name = STR("Ủy ban nhân dân xã Thái Tân");
	f.unit.line = lines_ubnd;
	f.unit.nlines = 2;
	f.c.doc = &f.doc;
	f.c.unit = &f.unit;
	f.c.type = DOCTYPE_BC;
	f.c.number = STR("05");
	f.c.symbol = STR("BC-UBND");
	f.c.date = (struct date) { 2025, 12, 5 };
	f.c.place = STR("Thái Tân");
	f.c.subject = STR("Kết quả đợt thi đua");
	f.c.recipient = recipients;
	f.c.nrecipients = 1;
	f.c.archive = STR("VHXH");
	f.c.authority = authority;
	f.c.nauthority = 1;
	f.c.position = STR("CHỦ TỊCH");
	f.c.signer = STR("Nguyễn Văn A");
	*state = &f;
	return 0;
}

static int
teardown(void **state)
{
	struct fixture *f = *state;

	arena_free(f->a);
	return 0;
}

static const struct source *
layer(struct fixture *f, const char *path)
{
	struct buf b = { .arena = f->a };
	FILE *fp = fopen(path, "rb");
	char part[4096];
	size_t n;

	assert_non_null(fp);
	while ((n = fread(part, 1, sizeof(part), fp)) > 0)
		buf_add(&b, (struct str) { part, n });
	fclose(fp);
	return source_clean(f->a, path, buf_str(&b), f->ds);
}

static const struct laid *
try_lay(struct fixture *f)
{
	struct str file = template_type_file(f->a, f->c.type);
	const struct source *layers[] = {
		layer(f, "templates/decree.xml"),
		layer(f, arena_printf(f->a, "templates/%.*s", STR_ARG(file))),
	};
	const struct template *t = template_read(f->a, layers, 2, f->ds);

	assert_non_null(t);
	assert_int_equal(f->ds->n, 0);
	return f->l = lay_out(&f->c, t, f->fs, f->a, f->ds);
}

static struct str
printed(struct fixture *f)
{
	struct diag_style how = { .lang = LANG_EN };
	struct buf b = { .arena = f->a };

	diags_print(f->ds, &how, &b);
	return buf_str(&b);
}

static void
lay(struct fixture *f)
{
	try_lay(f);
	if (f->ds->n > 0)
		fail_msg("%.*s", STR_ARG(printed(f)));
	assert_non_null(f->l);
}

/* Trees */

static struct node *
add(struct fixture *f, struct node *parent, enum node_kind kind)
{
	struct node *n = node_new(f->a, kind, (struct pos) { "r.md", 10, 1 });

	node_append(parent, n);
	return n;
}

static void
text(struct fixture *f, struct node *parent, const char *s)
{
	add(f, parent, NODE_TEXT)->as.text = str_of(s);
}

static struct node *
paragraph(struct fixture *f, struct node *parent, const char *s)
{
	struct node *n = add(f, parent, NODE_PARAGRAPH);

	text(f, n, s);
	return n;
}

static struct node *
heading(struct fixture *f, unsigned level, const char *label, const char *s)
{
	struct node *n = add(f, f->root, NODE_HEADING);

	n->as.heading.level = level;
	n->as.heading.label = str_of(label);
	text(f, n, s);
	return n;
}

/* n items "x". */
static struct node *
list(struct fixture *f, struct node *parent, bool ordered, unsigned n)
{
	struct node *l = add(f, parent, NODE_LIST);

	l->as.list.ordered = ordered;
	l->as.list.start = 1;
	while (n-- > 0)
		paragraph(f, add(f, l, NODE_ITEM), "x");
	return l;
}

/* Looking into the result */

static struct str
block_text(struct fixture *f, const struct lblock *b)
{
	struct buf out = { .arena = f->a };

	for (size_t i = 0; i < b->as.paragraph.nruns; i++)
		buf_add(&out, b->as.paragraph.run[i].text);
	return buf_str(&out);
}

/* The k-th block of that component over the whole measure, not a spacer. */
static const struct lblock *
nth(struct fixture *f, enum component_id id, size_t k)
{
	const struct lsection *s = &f->l->section[0];

	for (size_t i = 0; i < s->nblocks; i++) {
		const struct lblock *b = &s->block[i];

		if (b->component != id || b->kind == LAID_TABLE ||
		    (b->kind == LAID_PARAGRAPH && b->as.paragraph.exact != 0))
			continue;
		if (k-- == 0)
			return b;
	}
	fail_msg("no such block");
	return NULL;
}

static void
says(struct fixture *f, const struct lblock *b, const char *s)
{
	struct str got = block_text(f, b);

	if (!str_is(got, s))
		fail_msg("\"%.*s\" is not \"%s\"", STR_ARG(got), s);
}

static void
near_mm(emu got, double mm, double tolerance)
{
	double is = (double)got / EMU_PER_MM;

	if (is < mm - tolerance || is > mm + tolerance)
		fail_msg("%.2f mm is not %.2f mm", is, mm);
}

static const struct ltable *
form_table(struct fixture *f, enum component_id id)
{
	const struct lsection *s = &f->l->section[0];

	for (size_t i = 0; i < s->nblocks; i++)
		if (s->block[i].kind == LAID_TABLE &&
		    s->block[i].component == id)
			return &s->block[i].as.table;
	fail_msg("no such table");
	return NULL;
}

/* Tests */

static void
test_rule_part(void **state)
{
	(void)state;
	/* both lines: 14.4-21.6 and 10.1-15.2 mm have 14.4-15.2 in common */
	near_mm(rule_part(MM(432) / 10, MM(303) / 10), 14.8, 0.4);
	/* one line */
	near_mm(rule_part(MM(60), MM(60)), 25, 5);
	/* a last line too short: by the longest */
	near_mm(rule_part(MM(150), MM(20)), 62.5, 12.5);
	assert_int_equal(rule_part(MM(77), MM(77)) % EMU_PER_TWIP, 0);
}

static void
test_header(void **state)
{
	struct fixture *f = *state;
	const struct ltable *t;
	const struct lcell *left, *right;

	lay(f);
	t = form_table(f, COMPONENT_NATION);
	assert_false(t->bordered);
	assert_int_equal(t->margin, 0);
	near_mm(t->column[0] + t->column[1], 160, 0.05);
	near_mm(t->column[0], 62, 0.05);
	left = &t->row[0].cell[0];
	right = &t->row[0].cell[1];
	assert_int_equal(left->nblocks, 3); /* two lines and the rule */
	assert_int_equal(right->nblocks, 3);
	says(f, &left->block[0], "ỦY BAN NHÂN DÂN");
	near_mm(left->block[2].as.rule.width, 14.8, 0.4);
	says(f, &right->block[0], "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
	near_mm(right->block[2].as.rule.width, 60.5, 0.1);
	near_mm(right->block[2].as.rule.column, 98, 0.05);
	says(f, &t->row[1].cell[0].block[0], "Số: 05/BC-UBND");
	says(f, &t->row[1].cell[1].block[0],
	    "Thái Tân, ngày 05 tháng 12 năm 2025");
	assert_true(t->row[1].cell[1].block[0].as.paragraph.run[0].italic);
}

/* docx facts 0.6: the first block is 20 twips high, and so is the last. */
static void
test_spacers(void **state)
{
	struct fixture *f = *state;
	const struct lsection *s;

	lay(f);
	s = &f->l->section[0];
	assert_int_equal(s->block[0].as.paragraph.exact, TWIP(20));
	assert_int_equal(s->block[1].kind, LAID_TABLE);
	assert_int_equal(s->block[s->nblocks - 1].kind, LAID_PARAGRAPH);
	assert_int_equal(s->block[s->nblocks - 1].as.paragraph.exact, TWIP(20));
}

static void
test_superior(void **state)
{
	struct fixture *f = *state;
	const struct lcell *left;

	f->unit.superior = STR("UBND XÃ THÁI TÂN");
	lay(f);
	left = &form_table(f, COMPONENT_NATION)->row[0].cell[0];
	assert_int_equal(left->nblocks, 4);
	says(f, &left->block[0], "UBND XÃ THÁI TÂN");
	assert_false(left->block[0].as.paragraph.run[0].bold);
	assert_true(left->block[1].as.paragraph.run[0].bold);
}

/* With a hyphen it takes 60 mm; '&' is half an em wider than '-'. */
static void
test_columns_move(void **state)
{
	struct fixture *f = *state;
	struct str line = STR("PHÒNG VĂN HÓA & XÃ HỘI");
	emu needs = font_width(f->fs, FACE_BOLD, 26, line);

	f->unit.line = &line;
	f->unit.nlines = 1;
	assert_true(needs > MM(62) && needs < MM(64));
	lay(f);
	assert_true(form_table(f, COMPONENT_NATION)->column[0] >= needs);
	assert_true(form_table(f, COMPONENT_NATION)->column[1] >= MM(957) / 10);
}

/* 74.7 mm beside 95.7 mm: fact sheet 1.13 says it cannot be. */
static void
test_issuer_too_long(void **state)
{
	struct fixture *f = *state;
	struct str line = STR("ỦY BAN NHÂN DÂN XÃ THÁI TÂN");

	f->unit.line = &line;
	f->unit.nlines = 1;
	assert_null(try_lay(f));
	assert_int_equal(f->ds->n, 1);
	assert_int_equal(f->ds->v[0].id, DIAG_LAYOUT_LINE_TOO_LONG);
	/* 74.7 + 95.7 - 160 = 10.4, and 0.35 mm of slack in both columns */
	assert_string_equal(f->ds->v[0].detail.p,
	    "issuer \"ỦY BAN NHÂN DÂN XÃ THÁI TÂN\" +10,8 mm");
}

static void
test_undated(void **state)
{
	struct fixture *f = *state;
	const struct ltable *t;
	struct obligation o = { .last = { 2025, 12, 9 } };
	struct str number, date;
	const char nbsp[] = "\u00a0";

	f->c.date = (struct date) { 0 };
	f->c.number = STR_NONE;
	f->c.obligation = &o;
	lay(f);
	t = form_table(f, COMPONENT_NATION);
	number = block_text(f, &t->row[1].cell[0].block[0]);
	date = block_text(f, &t->row[1].cell[1].block[0]);
	assert_int_equal(number.n, strlen("Số: /BC-UBND") + 8 * strlen(nbsp));
	assert_true(str_ends(number, STR("/BC-UBND")));
	assert_true(str_starts(date, STR("Thái Tân, ngày \u00a0")));
	assert_true(str_ends(date, STR("\u00a0 năm 2025")));
}

/* Lines of a bold title of 14 points over a column, broken at blanks. */
static int
greedy(const struct fixture *f, const char *title, emu column, emu *longest,
    emu *last, bool *dash)
{
	const char *line = title, *end = title;
	int n = 1;

	*longest = *last = 0;
	*dash = false;
	while (*end != '\0') {
		const char *next = strchr(end, ' ');
		emu width;

		next = next == NULL ? end + strlen(end) : next;
		width = font_width(f->fs, FACE_BOLD, 28,
		    (struct str) { line, (size_t)(next - line) });
		if (width > column) {
			*dash |= *end == '-';
			line = end;
			n++;
			continue;
		}
		*last = width;
		*longest = width > *longest ? width : *longest;
		end = *next == ' ' ? next + 1 : next;
	}
	return n;
}

static void
test_type_subject(void **state)
{
	struct fixture *f = *state;
	const struct lblock *type, *subject, *rule, *body;

	paragraph(f, f->root, "Nội dung.");
	lay(f);
	type = nth(f, COMPONENT_TYPE, 0);
	subject = nth(f, COMPONENT_SUBJECT, 0);
	rule = nth(f, COMPONENT_SUBJECT, 1);
	body = nth(f, COMPONENT_BODY, 0);
	says(f, type, "BÁO CÁO");
	assert_int_equal(type->role, ROLE_TITLE);
	says(f, subject, "Kết quả đợt thi đua");
	assert_int_equal(rule->kind, LAID_RULE);
	{
		emu w = font_width(
		    f->fs, FACE_BOLD, 28, STR("Kết quả đợt thi đua"));

		assert_true(rule->as.rule.width * 3 >= w);
		assert_true(rule->as.rule.width * 2 <= w);
	}
	assert_true(subject + 1 == rule && rule + 1 == body);
	assert_int_equal(subject->as.paragraph.style.after, 0);
	assert_int_equal(body->as.paragraph.style.before, PT(12));
	assert_int_equal(body->as.paragraph.style.first, TWIP(720));
	assert_int_equal(body->as.paragraph.style.align, ALIGN_BOTH);
	assert_true(str_is(f->l->meta.title, "Báo cáo - Kết quả đợt thi đua"));
	assert_true(str_is(f->l->meta.symbol, "05/BC-UBND"));
}

/*
 * A title that wraps leaves no single word on its last line and begins no line
 * with a dash; it is as many lines as over the whole measure.
 */
static void
test_title_balanced(void **state)
{
	static const char *const titles[] = {
		"Tổng hợp kết quả thực hiện Đợt thi đua thực hiện thắng lợi "
		"nhiệm vụ phát triển kinh tế - xã hội, bảo đảm quốc phòng - an "
		"ninh năm 2025 của xã Thái Tân",
		"Kết quả thực hiện Đợt thi đua thực hiện thắng lợi nhiệm vụ "
		"phát triển kinh tế - xã hội năm 2025",
		"Kết quả thực hiện Đợt thi đua thực hiện thắng lợi các nhiệm "
		"vụ của xã năm 2025",
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < sizeof(titles) / sizeof(titles[0]); i++) {
		const struct style *style;
		emu longest, last, measure = MM(160);
		int whole;
		bool dash;

		f->c.subject = str_of(titles[i]);
		lay(f);
		style = &nth(f, COMPONENT_SUBJECT, 0)->as.paragraph.style;
		assert_int_equal(style->left, style->right);
		assert_true(style->left > 0);
		whole = greedy(
		    f, titles[i], measure, &longest, &last, &dash);
		assert_true(whole > 1);
		assert_int_equal(greedy(f, titles[i],
				     measure - style->left - style->right,
				     &longest, &last, &dash),
		    whole);
		assert_true(last * 3 >= longest * 2);
		assert_false(dash);
	}
}

static void
test_headings(void **state)
{
	struct fixture *f = *state;
	const struct lblock *b;

	heading(f, 1, "", "Công tác chỉ đạo, đợt 1");
	heading(f, 2, "", "Kết quả");
	heading(f, 3, "", "Chi tiết");
	heading(f, 3, "", "Chi tiết");
	heading(f, 1, "IV.", "Tồn tại");
	heading(f, 1, "", "Phương hướng");
	heading(f, 2, "", "Đầu");
	lay(f);
	b = nth(f, COMPONENT_BODY, 0);
	says(f, b, "I. CÔNG TÁC CHỈ ĐẠO, ĐỢT 1");
	assert_true(b->as.paragraph.run[0].label);
	assert_true(b->as.paragraph.run[0].bold);
	assert_true(b->as.paragraph.style.keep_next);
	assert_int_equal(b->as.paragraph.style.first, TWIP(720));
	assert_int_equal(b->role, ROLE_HEADING);
	assert_int_equal(b->level, 1);
	says(f, nth(f, COMPONENT_BODY, 1), "1. Kết quả");
	says(f, nth(f, COMPONENT_BODY, 2), "a) Chi tiết");
	says(f, nth(f, COMPONENT_BODY, 3), "b) Chi tiết");
	says(f, nth(f, COMPONENT_BODY, 4), "IV. TỒN TẠI");
	says(f, nth(f, COMPONENT_BODY, 5), "V. PHƯƠNG HƯỚNG");
	says(f, nth(f, COMPONENT_BODY, 6), "1. Đầu");
}

/* A typed label takes the place of the made one. */
static void
test_typed_label(void **state)
{
	struct fixture *f = *state;
	struct node *p = paragraph(f, f->root, "Hai");

	p->as.paragraph.label = STR("b)");
	list(f, f->root, true, 1)->last->last->as.paragraph.label = STR("c)");
	p = paragraph(f, f->root, "-5 %");
	p->as.paragraph.label = STR("-");
	lay(f);
	says(f, nth(f, COMPONENT_BODY, 0), "b) Hai");
	says(f, nth(f, COMPONENT_BODY, 1), "c) x");
	says(f, nth(f, COMPONENT_BODY, 2), "- -5 %");
}

static void
test_list_below_muc(void **state)
{
	struct fixture *f = *state;
	struct node *l;

	heading(f, 1, "", "x");
	l = list(f, f->root, true, 2);
	list(f, l->last, true, 5);
	list(f, l->last->last->last, false, 1);
	lay(f);
	says(f, nth(f, COMPONENT_BODY, 1), "1. x");
	says(f, nth(f, COMPONENT_BODY, 2), "2. x");
	says(f, nth(f, COMPONENT_BODY, 3), "a) x");
	says(f, nth(f, COMPONENT_BODY, 6), "d) x");
	says(f, nth(f, COMPONENT_BODY, 7), "đ) x");
	says(f, nth(f, COMPONENT_BODY, 8), "- x");
	assert_int_equal(nth(f, COMPONENT_BODY, 1)->role, ROLE_ITEM);
	assert_int_equal(nth(f, COMPONENT_BODY, 8)->level, 3);
	assert_int_equal(nth(f, COMPONENT_BODY, 8)->as.paragraph.style.left, 0);
	assert_int_equal(
	    nth(f, COMPONENT_BODY, 8)->as.paragraph.style.first, TWIP(720));
}

static void
test_list_below_khoan(void **state)
{
	struct fixture *f = *state;
	struct node *l;

	heading(f, 2, "", "x");
	list(f, f->root, true, 1);
	l = list(f, f->root, false, 1);
	list(f, l->last, false, 1);
	paragraph(f, l->last, "tiếp");
	lay(f);
	says(f, nth(f, COMPONENT_BODY, 1), "a) x");
	says(f, nth(f, COMPONENT_BODY, 2), "- x");
	says(f, nth(f, COMPONENT_BODY, 3), "+ x");
	says(f, nth(f, COMPONENT_BODY, 4), "tiếp");
	assert_int_equal(
	    nth(f, COMPONENT_BODY, 4)->as.paragraph.style_id, STYLE_BODY);
}

static void
test_one_addressee(void **state)
{
	struct fixture *f = *state;
	struct str to[] = { STR("Sở Nội vụ") };

	f->c.addressee = to;
	f->c.naddressees = 1;
	lay(f);
	says(f, nth(f, COMPONENT_ADDRESSEES, 0), "Kính gửi: Sở Nội vụ");
	assert_int_equal(
	    nth(f, COMPONENT_ADDRESSEES, 0)->as.paragraph.style.align,
	    ALIGN_CENTER);
}

/* R40: the dashes stand under the colon. */
static void
test_dash_under_colon(void **state)
{
	struct fixture *f = *state;
	struct str to[] = { STR("Ủy ban nhân dân thành phố Hải Phòng"),
		STR("Ban Thi đua - Khen thưởng thành phố;") };
	const struct style *head, *first, *last;
	emu colon;

	f->c.addressee = to;
	f->c.naddressees = 2;
	lay(f);
	says(f, nth(f, COMPONENT_ADDRESSEES, 0), "Kính gửi:");
	says(f, nth(f, COMPONENT_ADDRESSEES, 1),
	    "- Ủy ban nhân dân thành phố Hải Phòng;");
	says(f, nth(f, COMPONENT_ADDRESSEES, 2),
	    "- Ban Thi đua - Khen thưởng thành phố.");
	head = &nth(f, COMPONENT_ADDRESSEES, 0)->as.paragraph.style;
	first = &nth(f, COMPONENT_ADDRESSEES, 1)->as.paragraph.style;
	last = &nth(f, COMPONENT_ADDRESSEES, 2)->as.paragraph.style;
	colon = head->left + head->first +
	    font_width(f->fs, FACE_REGULAR, 28, STR("Kính gửi"));
	assert_int_equal(first->left + first->first, colon);
	assert_int_equal(last->left + last->first, colon);
	assert_int_equal(
	    -first->first, font_width(f->fs, FACE_REGULAR, 28, STR("- ")));
}

static void
test_official_letter(void **state)
{
	struct fixture *f = *state;
	const struct lcell *left;

	f->c.type = DOCTYPE_CV;
	f->c.symbol = STR("UBND-VHXH");
	f->c.subject = STR("v/v báo cáo kết quả");
	lay(f);
	left = &form_table(f, COMPONENT_NATION)->row[1].cell[0];
	assert_int_equal(left->nblocks, 2);
	says(f, &left->block[1], "V/v báo cáo kết quả");
	/* II.5.b: 6 points below the number */
	assert_int_equal(left->block[1].as.paragraph.style.before, PT(6));
	for (size_t i = 0; i < f->l->section[0].nblocks; i++)
		assert_int_not_equal(
		    f->l->section[0].block[i].component, COMPONENT_TYPE);
}

static void
test_decision(void **state)
{
	struct fixture *f = *state;
	struct str base[] = { STR("Căn cứ Luật Tổ chức chính quyền địa "
				  "phương;"),
		STR("Theo đề nghị của Trưởng phòng Văn hóa - Xã hội.") };

	f->c.type = DOCTYPE_QD;
	f->c.decider = STR("Chủ tịch Ủy ban nhân dân xã Thái Tân");
	f->c.subject = STR("Về việc khen thưởng");
	f->c.base = base;
	f->c.nbases = 2;
	heading(f, 1, "", "Tặng Giấy khen");
	lay(f);
	says(f, nth(f, COMPONENT_SUBJECT, 0), "Về việc khen thưởng");
	says(f, nth(f, COMPONENT_DECIDER, 0),
	    "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ THÁI TÂN");
	assert_true(nth(f, COMPONENT_BASES, 1)->as.paragraph.run[0].italic);
	says(f, nth(f, COMPONENT_ENACT, 0), "QUYẾT ĐỊNH:");
	says(f, nth(f, COMPONENT_BODY, 0), "Điều 1. Tặng Giấy khen");
}

static void
test_signature(void **state)
{
	struct fixture *f = *state;
	const struct ltable *t;
	const struct lcell *left, *right;

	paragraph(f, f->root, "Đoạn đầu.");
	paragraph(f, f->root, "Đoạn một dòng.");
	paragraph(f, f->root, "Đoạn cuối./.");
	lay(f);
	t = form_table(f, COMPONENT_SIGNER);
	assert_int_equal(t->nrows, 1);
	assert_true(t->row[0].cant_split);
	left = &t->row[0].cell[0];
	right = &t->row[0].cell[1];
	says(f, &left->block[0], "Nơi nhận:");
	says(f, &left->block[1], "- Như trên;");
	says(f, &left->block[2], "- Lưu: VT, VHXH.");
	assert_int_equal(left->block[0].as.paragraph.run[0].half_points, 24);
	assert_int_equal(left->block[1].as.paragraph.run[0].half_points, 22);
	says(f, &right->block[0], "TM. ỦY BAN NHÂN DÂN");
	says(f, &right->block[1], "CHỦ TỊCH");
	says(f, &right->block[2], "Nguyễn Văn A");
	assert_int_equal(left->block[0].as.paragraph.style.before,
	    right->block[0].as.paragraph.style.before);
	assert_int_equal(right->block[1].as.paragraph.style.before, 0);
	assert_int_equal(right->block[2].as.paragraph.style.before, PT(70));
	/* H03: two lines stay with it */
	assert_false(nth(f, COMPONENT_BODY, 0)->as.paragraph.style.keep_next);
	assert_true(nth(f, COMPONENT_BODY, 1)->as.paragraph.style.keep_next);
	assert_true(nth(f, COMPONENT_BODY, 2)->as.paragraph.style.keep_next);
}

static void
test_character_missing(void **state)
{
	struct fixture *f = *state;

	paragraph(f, f->root, "ab \u0e01 x\u00a0y 1\u20112 \u0e01");
	assert_null(try_lay(f));
	assert_int_equal(f->ds->n, 1);
	assert_int_equal(f->ds->v[0].id, DIAG_LAYOUT_CHARACTER_MISSING);
	assert_string_equal(f->ds->v[0].detail.p, "\"\u0e01\" U+0E01");
	assert_int_equal(f->ds->v[0].pos.line, 10);
	assert_int_equal(f->ds->v[0].pos.col, 4);
}

static void
test_inline(void **state)
{
	struct fixture *f = *state;
	struct node *p = add(f, f->root, NODE_PARAGRAPH), *link, *note;
	const struct lparagraph *laid;

	f->doc.nnotes = 1;
	text(f, p, "một ");
	text(f, p, "hai ");
	text(f, add(f, p, NODE_STRONG), "ba");
	link = add(f, p, NODE_LINK);
	link->as.link.url = STR("https://example.org/");
	text(f, link, "bốn");
	add(f, p, NODE_NOTE_REF)->as.note_ref.number = 1;
	note = add(f, f->root, NODE_FOOTNOTE);
	note->as.footnote.number = 1;
	paragraph(f, note, "Chú thích.");
	lay(f);
	laid = &nth(f, COMPONENT_BODY, 0)->as.paragraph;
	assert_int_equal(laid->nruns, 4);
	assert_true(str_is(laid->run[0].text, "một hai "));
	assert_true(laid->run[1].bold);
	assert_true(str_is(laid->run[2].link, "https://example.org/"));
	assert_int_equal(laid->run[3].kind, RUN_NOTE_REF);
	assert_int_equal(f->l->nnotes, 1);
	says(f, &f->l->note[0].block[0], "1 Chú thích.");
	assert_int_equal(
	    f->l->note[0].block[0].as.paragraph.run[0].kind, RUN_NOTE_REF);
}

static int64_t
total(const int64_t *width, size_t n)
{
	int64_t sum = 0;

	while (n-- > 0)
		sum += width[n];
	return sum;
}

static void
test_share_columns(void **state)
{
	struct fixture *f = *state;
	/* number, name, long text, figure */
	const struct column_need need[] = { { 500, 600, 0 }, { 900, 2500, 0 },
		{ 1200, 60000, 0 }, { 700, 1000, 0 } };
	const struct column_need word[] = { { 100, 20000, 0 },
		{ 7000, 9000, 0 }, { 100, 20000, 0 } };
	const struct column_need fits[] = { { 500, 1000, 0 },
		{ 500, 2000, 0 } };
	const struct column_need shares[] = { { 500, 1000, 1 },
		{ 500, 2000, 2 } };
	int64_t w[4] = { 0 };

	share_columns(f->a, need, 4, 9071, w);
	assert_int_equal(total(w, 4), 9071);
	assert_int_equal(w[0], 600); /* short ones get all they need */
	assert_int_equal(w[3], 1000);
	assert_true(w[2] > w[1]);
	memset(w, 0, sizeof(w));
	share_columns(f->a, word, 3, 9071, w);
	assert_int_equal(total(w, 3), 9071);
	assert_true(w[1] >= 7000);
	memset(w, 0, sizeof(w));
	share_columns(f->a, fits, 2, 9071, w);
	assert_int_equal(w[0], 3023);
	assert_int_equal(total(w, 2), 9071);
	memset(w, 0, sizeof(w));
	share_columns(f->a, shares, 2, 9071, w);
	assert_int_equal(w[0], 3023);
	assert_int_equal(total(w, 2), 9071);
}

/* Whatever is asked: the sum is the measure, and no word is cut when all fit.
 */
static void
test_share_any(void **state)
{
	struct fixture *f = *state;
	uint32_t seed = 1;

	for (unsigned round = 0; round < 20000; round++) {
		struct column_need need[8];
		int64_t w[8] = { 0 }, least = 0;
		size_t n = 1 + round % 8;

		for (size_t i = 0; i < n; i++) {
			seed = seed * 1664525u + 1013904223u;
			need[i] = (struct column_need) {
				.least = 1 + (seed >> 20),
			};
			seed = seed * 1664525u + 1013904223u;
			need[i].natural =
			    need[i].least + (seed >> (12 + seed % 8));
			least += need[i].least;
		}
		share_columns(f->a, need, n, 9071, w);
		assert_int_equal(total(w, n), 9071);
		for (size_t i = 0; i < n; i++)
			assert_true(w[i] > 0 &&
			    (least > 9071 || w[i] >= need[i].least));
	}
}

static struct node *
row(struct fixture *f, struct node *table, bool header, const char *first,
    const char *second)
{
	struct node *r = add(f, table, NODE_ROW);
	const char *const texts[] = { first, second };

	r->as.row.header = header;
	for (size_t i = 0; i < 2; i++) {
		struct node *c;

		if (texts[i] == NULL)
			continue;
		c = add(f, r, NODE_CELL);
		c->as.cell.colspan = c->as.cell.rowspan = 1;
		text(f, c, texts[i]);
	}
	return r;
}

static void
test_table(void **state)
{
	struct fixture *f = *state;
	enum align align[] = { ALIGN_DEFAULT, ALIGN_RIGHT };
	struct node *t = add(f, f->root, NODE_TABLE), *r;
	const struct ltable *laid;

	t->as.table.ncolumns = 2;
	t->as.table.column = align;
	t->as.table.caption = STR("Kết quả");
	row(f, t, true, "Chỉ tiêu", "Kết quả");
	r = row(f, t, false, "Hộ nghèo", "0,8 %");
	r->first->as.cell.rowspan = 2;
	row(f, t, false, "0,9 %", NULL);
	paragraph(f, f->root, "Sau bảng.");
	lay(f);
	says(f, nth(f, COMPONENT_BODY, 0), "Bảng 1. Kết quả");
	assert_true(nth(f, COMPONENT_BODY, 0)->as.paragraph.style.keep_next);
	laid = form_table(f, COMPONENT_BODY);
	near_mm(laid->column[0] + laid->column[1], 160, 0.05);
	assert_int_equal(laid->border, PT(1) / 2);
	assert_int_equal(laid->margin, TWIP(108));
	assert_true(laid->row[0].header && laid->row[0].cant_split);
	assert_int_equal(
	    laid->row[0].cell[1].block->as.paragraph.style.align, ALIGN_CENTER);
	assert_int_equal(
	    laid->row[1].cell[1].block->as.paragraph.style.align, ALIGN_RIGHT);
	assert_int_equal(laid->row[1].cell[0].rowspan, 2);
	assert_true(laid->row[2].cell[0].covered);
	assert_false(laid->row[0].cell[0].block->as.paragraph.style.keep_next);
	assert_true(laid->row[1].cell[0].block->as.paragraph.style.keep_next);
	assert_true(laid->row[1].cell[1].block->as.paragraph.style.keep_next);
	assert_false(laid->row[2].cell[1].block->as.paragraph.style.keep_next);
	says(f, laid->row[2].cell[1].block, "0,9 %");
	assert_int_equal(
	    nth(f, COMPONENT_BODY, 1)->as.paragraph.style.before, PT(6));
}

/* An image that lies in the report's folder, as wide and high as said. */
static void
figure(struct fixture *f, struct asset *asset, emu wide, emu high, emu width,
    const char *caption)
{
	struct node *n = add(f, f->root, NODE_IMAGE);

	asset->path = asset->file =
	    str_printf(f->a, "%zu.png", f->doc.nassets);
	asset->digest.byte[0] = (uint8_t)f->doc.nassets;
	asset->image.width = asset->image.height = 1200;
	asset->image.natural_width = wide;
	asset->image.natural_height = high;
	n->as.image.path = asset->path;
	n->as.image.alt = STR("Biểu đồ");
	n->as.image.caption = str_of(caption);
	n->as.image.width = width;
	f->doc.nassets++;
}

/*
 * The measure is 160 mm, the body 257 mm high: an image takes 171.3 mm of it at
 * most.  1200 dots over 160 mm are 190 an inch.
 */
static void
test_figures(void **state)
{
	static const struct {
		emu wide, high, asked;
		double width, height;
	} row[] = {
		{ MM(100), MM(50), 0, 100, 50 },
		{ MM(100), MM(50), MM(80), 80, 40 },
		{ MM(320), MM(100), 0, 160, 50 },
		{ MM(100), MM(50), MM(400), 160, 80 },
		{ MM(100), MM(400), 0, 171.33 / 4, 171.33 },
		{ MM(100), MM(50), 0, 100, 50 }, /* the first once more */
	};
	enum { ROWS = sizeof(row) / sizeof(row[0]) };
	struct fixture *f = *state;
	struct asset asset[ROWS] = { 0 };
	unsigned met = 0;

	f->doc.asset = asset;
	for (size_t i = 0; i < ROWS; i++)
		figure(f, &asset[i], row[i].wide, row[i].high, row[i].asked,
		    i == 1 ? NULL : "Kết quả");
	asset[5].digest = asset[0].digest;
	paragraph(f, f->root, "Sau hình."); /* two lines stay with the ... */
	paragraph(f, f->root, "Hết./.");    /* ... signature */
	f->l = try_lay(f);
	assert_non_null(f->l);
	assert_int_equal(f->l->nassets, ROWS - 1);
	for (size_t i = 0; i < f->l->section->nblocks; i++) {
		const struct lblock *b = &f->l->section->block[i];

		if (b->kind != LAID_IMAGE)
			continue;
		near_mm(b->as.image.width, row[met].width, 0.02);
		near_mm(b->as.image.height, row[met].height, 0.02);
		assert_int_equal(b->as.image.width % EMU_PER_TWIP, 0);
		assert_int_equal(b->as.image.asset, met == 5 ? 0 : met);
		assert_int_equal(
		    b->as.image.paragraph.style.keep_next, met != 1);
		if (met != 1) {
			assert_int_equal(b[1].role, ROLE_LEGEND);
			assert_false(b[1].as.paragraph.style.keep_next);
		}
		met++;
	}
	assert_int_equal(met, ROWS);
	says(f, nth(f, COMPONENT_BODY, 1), "Hình 1. Kết quả");
	assert_int_equal(f->ds->n, 3); /* three of them were made smaller */
	for (size_t i = 0; i < f->ds->n; i++)
		assert_int_equal(f->ds->v[i].id, DIAG_LAYOUT_IMAGE_SCALED);
}

/* Two tables in a row, and one before the signature, stay apart in Word. */
static void
test_tables_apart(void **state)
{
	struct fixture *f = *state;
	const struct lsection *s;

	for (int i = 0; i < 2; i++) {
		struct node *t = add(f, f->root, NODE_TABLE);

		t->as.table.ncolumns = 2;
		row(f, t, false, "a", "b");
	}
	lay(f);
	s = &f->l->section[0];
	for (size_t i = 1; i < s->nblocks; i++)
		assert_false(s->block[i].kind == LAID_TABLE &&
		    s->block[i - 1].kind == LAID_TABLE);
}

/* R52: on the lines, 20, 40 and 30 by 8 mm, within 0.1; red. */
static void
test_urgency(void **state)
{
	static const struct {
		enum stamp_id id;
		double width;
	} box[] = {
		{ STAMP_URGENT, 20 },
		{ STAMP_VERY_URGENT, 40 },
		{ STAMP_EXPRESS, 30 },
	};
	struct fixture *f = *state;

	f->c.type = DOCTYPE_CV;
	for (size_t i = 0; i < 3; i++) {
		const struct ltable *t;
		const struct lparagraph *p;

		f->c.urgency = box[i].id;
		lay(f);
		t = form_table(f, COMPONENT_NATION);
		assert_int_equal(t->row[1].cell[0].nblocks, 3);
		p = &t->row[1].cell[0].block[2].as.paragraph;
		near_mm(t->column[0] - p->style.left - p->style.right +
			p->box.border,
		    box[i].width, 0.1);
		near_mm(p->exact + p->box.above + p->box.below + p->box.border,
		    8, 0.1);
		/* in the middle of its column */
		near_mm(p->style.left - p->style.right, 0, 0.1);
		assert_int_equal(p->box.color, 0xFF0000);
		assert_int_equal(p->run[0].color, 0xFF0000);
		/* the words fit on one line, and no line is cut */
		assert_true(font_width(f->fs, FACE_BOLD, 28, p->run[0].text) <
		    t->column[0] - p->style.left - p->style.right);
		assert_true(p->exact >= font_line_height(f->fs, 28));
	}
}

/* Cell 11: in the upper margin, its right edge on the margin, black. */
static void
test_circulation(void **state)
{
	struct fixture *f = *state;
	const struct lsection *s;
	const struct lparagraph *p;

	f->c.circulation = STAMP_INTERNAL;
	lay(f);
	s = &f->l->section[0];
	assert_int_equal(s->ntop, 1);
	says(f, &s->top[0], "LƯU HÀNH NỘI BỘ");
	p = &s->top[0].as.paragraph;
	assert_int_equal(p->style.right, p->box.border);
	assert_int_equal(p->run[0].color, 0);
	/* above the text, as high as it is */
	assert_true(s->page.header + p->exact + p->box.above + p->box.below +
		2 * p->box.border <
	    s->page.top);
}

/* III.4: under a rule of the whole width, and clear of the text. */
static void
test_address(void **state)
{
	struct fixture *f = *state;
	const struct lsection *s;
	emu height = TWIP(75);

	f->c.type = DOCTYPE_CV;
	f->unit.address = STR("Trụ sở Ủy ban nhân dân xã Thái Tân, thành phố "
			      "Hải Phòng");
	f->unit.phone = STR("0220 3000 000");
	f->unit.email = STR("ubnd@example.gov.vn");
	lay(f);
	s = &f->l->section[0];
	assert_int_equal(s->nfoot, 3);
	assert_int_equal(s->foot[0].kind, LAID_RULE);
	near_mm(s->foot[0].as.rule.width, 160, 0.1);
	says(f, &s->foot[1],
	    "Địa chỉ: Trụ sở Ủy ban nhân dân xã Thái Tân, thành phố Hải Phòng; "
	    "Điện thoại: 0220 3000 000;");
	says(f, &s->foot[2], "Thư điện tử: ubnd@example.gov.vn");
	height += 2 * font_line_height(f->fs, 22);
	assert_true(s->footer + height < s->page.bottom);
	assert_true(s->footer >= MM(4));
	f->c.type = DOCTYPE_BC; /* only in a công văn, if nobody asks */
	lay(f);
	assert_int_equal(f->l->section[0].nfoot, 0);
	f->c.type = DOCTYPE_CV; /* no room for so many lines */
	f->unit.website = f->unit.fax = f->unit.address;
	f->unit.phone = f->unit.address;
	assert_null(try_lay(f));
	assert_int_equal(f->ds->v[0].id, DIAG_LAYOUT_LINE_TOO_LONG);
}

/* III.3: at the end of the left column, 11 points. */
static void
test_drafter(void **state)
{
	struct fixture *f = *state;
	const struct lcell *left;

	f->c.drafter = STR("PL.(30)");
	lay(f);
	left = &form_table(f, COMPONENT_SIGNER)->row[0].cell[0];
	says(f, &left->block[left->nblocks - 1], "PL.(30)");
	assert_int_equal(left->block[left->nblocks - 1]
			     .as.paragraph.run[0]
			     .half_points,
	    22);
}

static struct node *
appendix(struct fixture *f, const char *title, bool landscape)
{
	struct node *n = add(f, f->root, NODE_APPENDIX);

	n->as.appendix.title = str_of(title);
	n->as.appendix.landscape = landscape;
	return n;
}

/* III.1: own pages, number, title, reference; a table uses all the width. */
static void
test_appendices(void **state)
{
	struct fixture *f = *state;
	struct str number[] = { STR("I"), STR("II") };
	const struct lsection *s;
	struct node *t;
	emu width = 0;

	paragraph(f, f->root, "x");
	paragraph(f, appendix(f, "Danh sách", false), "y");
	t = add(f, appendix(f, "Biểu", true), NODE_TABLE);
	t->as.table.ncolumns = 2;
	row(f, t, false, "a", "b");
	f->c.appendix = number;
	f->c.nappendices = 2;
	lay(f);
	assert_int_equal(f->l->nsections, 3);
	s = &f->l->section[1];
	says(f, &s->block[0], "Phụ lục I");
	says(f, &s->block[1], "DANH SÁCH");
	says(f, &s->block[2],
	    "(Kèm theo Báo cáo số 05/BC-UBND ngày 05 tháng 12 năm 2025 của "
	    "Ủy ban nhân dân xã Thái Tân)");
	assert_int_equal(s->block[3].kind, LAID_RULE);
	says(f, &s->block[4], "y");
	assert_true(str_is(s->label, "Phụ lục I"));
	near_mm(s->page.width, 210, 0.1);
	s = &f->l->section[2];
	near_mm(s->page.width, 297, 0.1);
	near_mm(s->page.height, 210, 0.1);
	near_mm(s->page.left, 30, 0.1); /* I.3 */
	near_mm(s->page.top, 20, 0.1);
	assert_int_equal(s->block[5].kind, LAID_TABLE);
	for (size_t i = 0; i < 2; i++)
		width += s->block[5].as.table.column[i];
	near_mm(width, 297 - 50, 0.1);
	/* a section ends with a paragraph in Word */
	assert_int_equal(s->block[s->nblocks - 1].kind, LAID_PARAGRAPH);
}

/* A single one has no number; what is not known yet is left blank. */
static void
test_one_appendix(void **state)
{
	struct fixture *f = *state;
	struct str number[] = { STR("") };

	paragraph(f, f->root, "x");
	paragraph(f, appendix(f, "Danh sách", false), "y");
	f->c.appendix = number;
	f->c.nappendices = 1;
	f->c.number = STR_NONE;
	f->c.date = (struct date) { 0, 0, 0 };
	lay(f);
	says(f, &f->l->section[1].block[0], "Phụ lục");
	assert_int_equal(str_find(block_text(f, &f->l->section[1].block[2]),
			     STR("/BC-UBND ngày"), 0) <
		block_text(f, &f->l->section[1].block[2]).n,
	    true);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
		TEST(test_rule_part),
		TEST(test_header),
		TEST(test_spacers),
		TEST(test_superior),
		TEST(test_columns_move),
		TEST(test_issuer_too_long),
		TEST(test_undated),
		TEST(test_type_subject),
		TEST(test_title_balanced),
		TEST(test_headings),
		TEST(test_typed_label),
		TEST(test_list_below_muc),
		TEST(test_list_below_khoan),
		TEST(test_one_addressee),
		TEST(test_dash_under_colon),
		TEST(test_official_letter),
		TEST(test_decision),
		TEST(test_signature),
		TEST(test_character_missing),
		TEST(test_inline),
		TEST(test_share_columns),
		TEST(test_share_any),
		TEST(test_table),
		TEST(test_figures),
		TEST(test_tables_apart),
		TEST(test_urgency),
		TEST(test_circulation),
		TEST(test_address),
		TEST(test_drafter),
		TEST(test_appendices),
		TEST(test_one_appendix),
	};

	return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}
