/*
 * test_read.c - reports to trees: the two forms of one report agree, and each
 * wrong input gives its finding at its place.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "parse/source.h"
#include "read/read.h"

/* clang-format off */
static const char full_md[] =
"---\n"
"Báo cáo cho: ket-qua\n"
"don vi: Phòng Văn hóa - Xã hội\n"
"Số: 12\n"
"Ký hiệu: BC-PVHXH\n"
"date: 2025-12-09\n"
"Trích yếu: Kết quả Đợt thi đua\n"
"Căn cứ:\n"
"  - Kế hoạch số 45/KH-UBND\n"
"  - Công văn số 7\n"
"Kính gửi: Ủy ban nhân dân xã Thái Tân\n"
"Nơi nhận: [Như trên, \"Lưu: VT\"]\n"
"Người ký:\n"
"  Quyền hạn: TM. ỦY BAN NHÂN DÂN\n"
"  Chức vụ: TRƯỞNG PHÒNG\n"
"  Họ tên: Nguyễn Văn A\n"
"Chỉ tiêu:\n"
"  tang-truong: 10,4 %\n"
"  Thu nhập: {giá trị: 75 triệu đồng, ghi chú: ước cả năm}\n"
"---\n"
"# I. CÔNG TÁC  CHỈ ĐẠO {#chi-dao}\n"
"\n"
"Đoạn *nghiêng* và **đậm *cả hai***, xem\n"
"[trang](https://example.org/x) &amp; 5\\* sao[^a].  \n"
"Dòng sau.\n"
"\n"
"## 1- **Kết quả**\n"
"\n"
"Gồm:\n"
"a) điểm một;\n"
"b) điểm hai\n"
"\n"
"1.1. Đoạn có số.\n"
"\n"
"<!-- ghi chú ẩn -->\n"
"3. ba\n"
"4. bốn:\n"
"   - gạch\n"
"     tiếp:\n"
"     + cộng\n"
"\n"
"- một\n"
"+ dưới một\n"
"- hai\n"
"\n"
"### c) Bảng\n"
"\n"
"Bảng: Số **liệu** {#so-lieu widths=1,3,2}\n"
"\n"
"| TT | Nội dung | Số[^b] |\n"
"|---:|:--------|:--:|\n"
"| 1 | *hộ* a\\|b | |\n"
"\n"
"![Ảnh *chụp*\n"
"sân](anh/mo%20hinh.png \"Hình 1. Sân  chơi\"){width=12cm}\n"
"\n"
"Cuối.\n"
"\n"
"[^b]: Ước **tính**.\n"
"[^a]: Theo [báo cáo](mailto:a@example.org).\n";

static const char full_xml[] =
"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
"<report version=\"1\">\n"
"<header>\n"
" <obligation>ket-qua</obligation>\n"
" <unit>Phòng Văn hóa - Xã hội</unit>\n"
" <number>12</number>\n"
" <symbol>BC-PVHXH</symbol>\n"
" <date>2025-12-09</date>\n"
" <subject>\n  Kết quả Đợt thi đua\n </subject>\n"
" <bases><item>Kế hoạch số 45/KH-UBND</item><item>Công văn số 7</item></bases>\n"
" <addressees>Ủy ban nhân dân xã Thái Tân</addressees>\n"
" <recipients><item>Như trên</item><item>Lưu: VT</item></recipients>\n"
" <signer>\n"
"  <name>Nguyễn Văn A</name>\n"
"  <authority><item>TM. ỦY BAN NHÂN DÂN</item></authority>\n"
"  <position>TRƯỞNG PHÒNG</position>\n"
" </signer>\n"
" <targets>\n"
"  <target ref=\"tang-truong\">10,4 %</target>\n"
"  <target ref=\"Thu nhập\" note=\"ước cả năm\">75 triệu đồng</target>\n"
" </targets>\n"
"</header>\n"
"<body>\n"
" <heading level=\"1\" label=\"I.\" id=\"chi-dao\">CÔNG TÁC\n  CHỈ ĐẠO</heading>\n"
" <p>Đoạn <i>nghiêng</i> và <b>đậm <i>cả hai</i><i></i></b>, xem\n"
"  <a href=\"https://example.org/x\">trang</a> &amp; 5* sao<note>Theo\n"
"  <a href=\"mailto:a@example.org\">báo cáo</a>.</note>.<br/>\n"
"  Dòng sau.</p>\n"
" <heading level=\"2\"><b>1- Kết quả</b></heading>\n"
" <p>Gồm:</p>\n"
" <p label=\"a)\">điểm một;</p>\n"
" <p> b) điểm hai </p>\n"
" <p>1.1. Đoạn có số.</p>\n"
" <list ordered=\"yes\" start=\"3\">\n"
"  <item><p>ba</p></item>\n"
"  <item><p>bốn:</p>\n"
"   <list><item><p>gạch tiếp:</p>\n"
"    <list><item><p>cộng</p></item></list></item></list></item>\n"
" </list>\n"
" <list><item><p>một</p><list><item><p>dưới một</p></item></list></item>\n"
"  <item><p>hai</p></item></list>\n"
" <heading level=\"3\" label=\"c)\">Bảng</heading>\n"
" <table caption=\"Số liệu\" id=\"so-lieu\" widths=\"1,3,2\"\n"
"   columns=\"right left center\">\n"
"  <row header=\"yes\"><cell>TT</cell><cell> Nội dung </cell>\n"
"   <cell>Số<note> Ước <b>tính</b>. </note></cell></row>\n"
"  <row><cell>1</cell><cell><i>hộ</i> a|b</cell><cell/></row>\n"
" </table>\n"
" <image path=\"anh/mo hinh.png\" alt=\"Ảnh chụp sân\"\n"
"  caption=\"Hình 1. Sân chơi\" width=\"120mm\"/>\n"
" <p>Cuối.</p>\n"
" <p> </p>\n"
"</body>\n"
"</report>\n";

static const char full_tree[] =
"document\n"
"  heading level=1 label=\"I.\" id=\"chi-dao\"\n"
"    text \"CÔNG TÁC CHỈ ĐẠO\"\n"
"  paragraph\n"
"    text \"Đoạn \"\n"
"    emph\n"
"      text \"nghiêng\"\n"
"    text \" và \"\n"
"    strong\n"
"      text \"đậm \"\n"
"      emph\n"
"        text \"cả hai\"\n"
"    text \", xem \"\n"
"    link url=\"https://example.org/x\"\n"
"      text \"trang\"\n"
"    text \" & 5* sao\"\n"
"    note_ref 1\n"
"    text \".\"\n"
"    break\n"
"    text \"Dòng sau.\"\n"
"  heading level=2 label=\"1-\"\n"
"    strong\n"
"      text \"Kết quả\"\n"
"  paragraph\n"
"    text \"Gồm:\"\n"
"  paragraph label=\"a)\"\n"
"    text \"điểm một;\"\n"
"  paragraph label=\"b)\"\n"
"    text \"điểm hai\"\n"
"  paragraph label=\"1.1.\"\n"
"    text \"Đoạn có số.\"\n"
"  list start=3\n"
"    item\n"
"      paragraph\n"
"        text \"ba\"\n"
"    item\n"
"      paragraph\n"
"        text \"bốn:\"\n"
"      list\n"
"        item\n"
"          paragraph\n"
"            text \"gạch tiếp:\"\n"
"          list\n"
"            item\n"
"              paragraph\n"
"                text \"cộng\"\n"
"  list\n"
"    item\n"
"      paragraph\n"
"        text \"một\"\n"
"      list\n"
"        item\n"
"          paragraph\n"
"            text \"dưới một\"\n"
"    item\n"
"      paragraph\n"
"        text \"hai\"\n"
"  heading level=3 label=\"c)\"\n"
"    text \"Bảng\"\n"
"  table id=\"so-lieu\" caption=\"Số liệu\" columns=right,left,center"
    " widths=1,3,2\n"
"    row header\n"
"      cell\n"
"        text \"TT\"\n"
"      cell\n"
"        text \"Nội dung\"\n"
"      cell\n"
"        text \"Số\"\n"
"        note_ref 2\n"
"    row\n"
"      cell\n"
"        text \"1\"\n"
"      cell\n"
"        emph\n"
"          text \"hộ\"\n"
"        text \" a|b\"\n"
"      cell\n"
"  image path=\"anh/mo hinh.png\" alt=\"Ảnh chụp sân\" caption=\"Sân chơi\""
    " width=120.0mm\n"
"  paragraph\n"
"    text \"Cuối.\"\n"
"  footnote 1\n"
"    paragraph\n"
"      text \"Theo \"\n"
"      link url=\"mailto:a@example.org\"\n"
"        text \"báo cáo\"\n"
"      text \".\"\n"
"  footnote 2\n"
"    paragraph\n"
"      text \"Ước \"\n"
"      strong\n"
"        text \"tính\"\n"
"      text \".\"\n";
/* clang-format on */

struct reading {
	struct arena *a;
	struct diags *ds;
	const struct doc *doc;
};

static struct reading
read_text(struct str text, enum doc_format format)
{
	struct reading g = { .a = arena_new() };
	const struct source *src;

	g.ds = diags_new(g.a);
	src = source_clean(g.a, "b", text, g.ds);
	if (src != NULL)
		g.doc = read_report(g.a, src, format, g.ds);
	if (g.doc != NULL)
		node_verify(g.doc->root);
	diags_sort(g.ds);
	return g;
}

static const char *
findings(const struct reading *g)
{
	struct buf out = { .arena = g->a };
	struct diag_style how = { LANG_EN, false, false };

	diags_print(g->ds, &how, &out);
	return buf_str(&out).p;
}

static const char *
dump(const struct reading *g)
{
	struct buf out = { .arena = g->a };

	assert_non_null(g->doc);
	doc_dump(g->doc, false, &out);
	return buf_str(&out).p;
}

static void
test_forms_agree(void **state)
{
	struct reading md = read_text(str_of(full_md), FORMAT_MARKDOWN);
	struct reading xml = read_text(str_of(full_xml), FORMAT_XML);

	(void)state;
	assert_string_equal(findings(&md), "");
	assert_string_equal(findings(&xml), "");
	assert_string_equal(dump(&md), dump(&xml));
	assert_non_null(strstr(dump(&md), full_tree));
	arena_free(md.a);
	arena_free(xml.a);
}

/* An appendix holds what follows it, in both forms alike. */
static void
test_appendices(void **state)
{
	static const char md_text[] = "---\nĐơn vị: x\n---\n\nđầu\n\n"
		"# Phụ lục I: Danh  sách *A* {#pl-1 ngang}\n\n"
		"- một\n\n# I. Mục\n\n## 1. Khoản\n\nđoạn[^n]\n\n"
		"# PHỤ LỤC II\n\n## 1. Khoản\n\nhết\n\n[^n]: Lời.\n";
	static const char xml_text[] = "<report version=\"1\"><header>"
		"<unit>x</unit></header><body><p>đầu</p>"
		"<appendix number=\"I\" title=\" Danh  sách A\" id=\"pl-1\" "
		"landscape=\"yes\"><list><item><p>một</p></item></list>"
		"<heading level=\"1\">I. Mục</heading>"
		"<heading level=\"2\">1. Khoản</heading>"
		"<p>đoạn<note>Lời.</note></p></appendix>"
		"<appendix number=\"II\"><heading level=\"2\">1. Khoản"
		"</heading><p>hết</p></appendix></body></report>";
	static const char tree[] =
		"  appendix number=\"I\" title=\"Danh sách A\" id=\"pl-1\" "
		"landscape\n"
		"    list\n";
	struct reading md = read_text(str_of(md_text), FORMAT_MARKDOWN);
	struct reading xml = read_text(str_of(xml_text), FORMAT_XML);

	(void)state;
	assert_string_equal(findings(&md), "");
	assert_string_equal(findings(&xml), "");
	assert_string_equal(dump(&md), dump(&xml));
	assert_non_null(strstr(dump(&md), tree));
	arena_free(md.a);
	arena_free(xml.a);
}

/* What is an appendix and what is not. */
static void
test_appendix_headings(void **state)
{
	static const struct {
		const char *heading, *number, *title; /* NULL: it is none */
	} row[] = {
		{ "Phụ lục", "", "" },
		{ "Phụ lục: Mẫu số 1", "", "Mẫu số 1" },
		{ "Phụ lục I", "I", "" },
		{ "PHỤ LỤC IV - MẪU", "IV", "MẪU" },
		{ "Phụ lục 2. Mẫu", "2", "Mẫu" },
		{ "Phụ lục III – Mẫu", "III", "Mẫu" },
		{ "Phụ lục: DI SẢN", "", "DI SẢN" },
		{ "Phụ lụcI", NULL, NULL },
		{ "Các phụ lục", NULL, NULL },
		{ "I. Phụ lục", NULL, NULL },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(row) / sizeof(row[0]); i++) {
		struct arena *a = arena_new();
		struct str text = str_printf(a,
		    "---\nĐơn vị: x\n---\n\na\n\n# %s\n\nb\n",
		    row[i].heading);
		struct reading g = read_text(text, FORMAT_MARKDOWN);
		const struct node *n = g.doc->root->last;

		assert_int_equal(
		    n->kind == NODE_APPENDIX, row[i].number != NULL);
		if (n->kind == NODE_APPENDIX) {
			assert_true(
			    str_is(n->as.appendix.number, row[i].number));
			assert_true(str_is(n->as.appendix.title, row[i].title));
		}
		arena_free(g.a);
		arena_free(a);
	}
}

/* The nth node of a kind in reading order. */
static const struct node *
nth(const struct doc *d, enum node_kind kind, unsigned n)
{
	const struct node *k = d->root;

	while (k != NULL && (k->kind != kind || n-- > 0))
		k = node_next(k, d->root);
	assert_non_null(k);
	return k;
}

static void
test_positions(void **state)
{
	static const struct {
		enum node_kind kind;
		unsigned n, line, col;
	} want[] = {
		{ NODE_HEADING, 0, 21, 1 },
		{ NODE_TEXT, 0, 21, 6 }, /* behind the label */
		{ NODE_EMPH, 0, 23, 6 },
		{ NODE_TEXT, 2, 23, 7 }, /* nghiêng */
		{ NODE_STRONG, 0, 23, 19 },
		{ NODE_EMPH, 1, 23, 25 },
		{ NODE_LINK, 0, 24, 1 },
		{ NODE_NOTE_REF, 0, 24, 45 },
		{ NODE_BREAK, 0, 24, 50 },
		{ NODE_PARAGRAPH, 1, 29, 1 },
		{ NODE_PARAGRAPH, 2, 30, 1 },
		{ NODE_PARAGRAPH, 3, 31, 1 },
		{ NODE_LIST, 0, 36, 1 },
		{ NODE_ITEM, 1, 37, 1 },
		{ NODE_LIST, 1, 38, 4 },
		{ NODE_TABLE, 0, 50, 1 },
		{ NODE_CELL, 1, 50, 8 },
		{ NODE_NOTE_REF, 1, 50, 21 },
		{ NODE_CELL, 4, 52, 7 },
		{ NODE_IMAGE, 0, 54, 1 },
		{ NODE_FOOTNOTE, 0, 60, 1 },
		{ NODE_FOOTNOTE, 1, 59, 1 },
	};
	struct reading g = read_text(str_of(full_md), FORMAT_MARKDOWN);

	(void)state;
	assert_non_null(g.doc);
	for (size_t i = 0; i < sizeof(want) / sizeof(want[0]); i++) {
		struct pos pos = nth(g.doc, want[i].kind, want[i].n)->pos;

		if (pos.line != want[i].line || pos.col != want[i].col)
			fail_msg("%s %u: %u:%u, not %u:%u",
			    node_kind_name(want[i].kind), want[i].n, pos.line,
			    pos.col, want[i].line, want[i].col);
	}
	assert_int_equal(doc_field_pos(g.doc, FIELD_NUMBER).col, 5);
	assert_int_equal(doc_field_pos(g.doc, FIELD_TYPE).line, 1);
	arena_free(g.a);
}

/* A text joined from lines knows where each of them begins. */
static void
test_lines(void **state)
{
	static const struct {
		enum doc_format format;
		const char *text;
		unsigned col[2];
	} both[] = {
		{ FORMAT_MARKDOWN, "---\n---\n- a) một\n   hai\n\tba\n",
		    { 4, 2 } },
		{ FORMAT_XML,
		    "<report version=\"1\"><header/><body>\n\n<p>a) một\n"
		    "   hai\n\tba </p></body></report>",
		    { 4, 2 } },
	};

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		struct reading g =
		    read_text(str_of(both[i].text), both[i].format);
		const struct node *n = nth(g.doc, NODE_TEXT, 0);

		assert_string_equal(findings(&g), "");
		assert_true(str_is(n->as.text, "một hai ba"));
		assert_int_equal(n->as.nlines, 2);
		for (unsigned k = 0; k < 2; k++) {
			assert_int_equal(n->as.line[k].pos.line, 4 + k);
			assert_int_equal(n->as.line[k].pos.col, both[i].col[k]);
		}
		assert_ptr_equal(
		    n->as.line[1].at, n->as.text.p + strlen("một hai "));
		arena_free(g.a);
	}
}

/* A wrong input: the only finding, unless id is DIAG_MAX for "none". */
struct wrong {
	const char *text; /* behind a front matter of two lines, if body */
	enum diag_id id;
	unsigned line, col;
};

#define HEAD "---\n---\n"

/* clang-format off */
static const struct wrong wrong_md[] = {
	/* front matter */
	{ "", DIAG_READ_FRONT_MATTER_MISSING, 1, 1 },
	{ "\n---\n---\n", DIAG_READ_FRONT_MATTER_MISSING, 1, 1 },
	{ "# I. A\n", DIAG_READ_FRONT_MATTER_MISSING, 1, 1 },
	{ "----\n----\n", DIAG_READ_FRONT_MATTER_MISSING, 1, 1 },
	{ "---\nSố: 1\n\n> x\n", DIAG_READ_FRONT_MATTER_OPEN, 1, 1 },
	{ "---", DIAG_READ_FRONT_MATTER_OPEN, 1, 1 },
	{ "---\nSố: 1\n---", DIAG_MAX, 0, 0 },
	{ "---\nSố: 1\nTrich yêu: x\nNguoi nhan: x\n---\n",
	  DIAG_READ_FIELD_UNKNOWN, 4, 1 },
	{ "---\nHọ tên: Trần Thị B\n---\n", DIAG_READ_FIELD_UNKNOWN, 2, 1 },
	{ "---\nSố: 1\nnumber: 2\n---\n", DIAG_READ_FIELD_DUPLICATE, 3, 1 },
	{ "---\nSố: [1, 2]\n---\n", DIAG_READ_FIELD_SHAPE, 2, 5 },
	{ "---\nNơi nhận:\n  - a\n  - {b: c, d: e}\n---\n",
	  DIAG_READ_FIELD_SHAPE, 4, 5 },
	{ "---\nNơi nhận:\n  - a\n  - Lưu: VT, KT.\n---\n", DIAG_MAX, 0, 0 },
	{ "---\nNgười ký: Nguyễn Văn A\n---\n", DIAG_READ_FIELD_SHAPE, 2, 11 },
	{ "---\nChỉ tiêu: 5\n---\n", DIAG_READ_FIELD_SHAPE, 2, 11 },
	{ "---\nChỉ tiêu:\n  a: {giá trị: 5, ghi: x}\n---\n",
	  DIAG_READ_FIELD_UNKNOWN, 3, 19 },
	{ "---\nSố:\nQuyền_hạn: x\n---\n", DIAG_READ_FIELD_UNKNOWN, 3, 1 },
	/* headings */
	{ HEAD "## 1. A\n", DIAG_READ_HEADING_SKIPPED, 3, 1 },
	{ HEAD "# I. A\n\n### a) B\n", DIAG_READ_HEADING_SKIPPED, 5, 1 },
	{ HEAD "# A\n## B\n### C\n# D\n", DIAG_MAX, 0, 0 },
	{ HEAD "# A\n## B\n### C\n#### D\n", DIAG_READ_HEADING_DEEP, 6, 1 },
	{ HEAD "#\n", DIAG_READ_HEADING_EMPTY, 3, 1 },
	{ HEAD "# {#a}\n", DIAG_READ_HEADING_EMPTY, 3, 1 },
	{ HEAD "- # A\n", DIAG_READ_HEADING_PLACE, 3, 3 },
	{ HEAD "A\n===\n", DIAG_READ_MARKUP_UNSUPPORTED, 3, 1 },
	{ HEAD "#A\n---\n", DIAG_READ_MARKUP_UNSUPPORTED, 3, 1 },
	{ HEAD "# A {#chỉ}\n", DIAG_READ_ID_INVALID, 3, 1 },
	{ HEAD "# A {#x}\n# B {#x}\n", DIAG_READ_ID_DUPLICATE, 4, 1 },
	{ HEAD "# A {x}\n", DIAG_MAX, 0, 0 },
	/* lists */
	{ HEAD "- 1:\n  - 2:\n    - 3:\n      - 4:\n", DIAG_MAX, 0, 0 },
	{ HEAD "- 1:\n  - 2:\n    - 3:\n      - 4:\n        - 5\n",
	  DIAG_READ_LIST_DEEP, 7, 9 },
	{ HEAD "phát triển kinh tế\n- xã hội\n", DIAG_READ_DASH_WRAPPED, 4, 1 },
	{ HEAD "phát triển kinh tế:\n- xã hội\n", DIAG_MAX, 0, 0 },
	{ HEAD "phát triển kinh tế\n\n- xã hội\n", DIAG_MAX, 0, 0 },
	{ HEAD "1. a\n3. b\n", DIAG_READ_LIST_NUMBER, 4, 1 },
	{ HEAD "1. a\n1. b\n1. c\n", DIAG_MAX, 0, 0 },
	{ HEAD "0. a\n", DIAG_READ_LIST_NUMBER, 3, 1 },
	{ HEAD "- a\n-\n- b\n", DIAG_READ_ITEM_EMPTY, 4, 1 },
	/* what is refused */
	{ HEAD "a `b` c\n", DIAG_READ_MARKUP_UNSUPPORTED, 3, 3 },
	{ HEAD "```\na\n```\n", DIAG_READ_MARKUP_UNSUPPORTED, 3, 1 },
	{ HEAD "a\n\n    b\n", DIAG_READ_INDENT_DEEP, 5, 5 },
	{ HEAD "a\n\n---\n", DIAG_READ_MARKUP_UNSUPPORTED, 5, 1 },
	{ HEAD "> a `b`\n", DIAG_READ_MARKUP_UNSUPPORTED, 3, 1 },
	{ HEAD "<div>\na\n</div>\n", DIAG_READ_MARKUP_UNSUPPORTED, 3, 1 },
	{ HEAD "đậm <b\nc>d\n", DIAG_READ_MARKUP_UNSUPPORTED, 3, 5 },
	{ HEAD "a <!-- b --> c\n\n<!-- d -->\n<!-- e\n\nf -->\n",
	  DIAG_MAX, 0, 0 },
	{ HEAD "<!-- a --> b\n", DIAG_READ_MARKUP_UNSUPPORTED, 3, 1 },
	{ HEAD "a\n\n<!-- b\n\nc\n", DIAG_READ_COMMENT_OPEN, 5, 1 },
	{ HEAD "a\n\n[b]: http://c.d\n", DIAG_READ_MARKUP_UNSUPPORTED, 5, 1 },
	{ HEAD "a &#1; b\n", DIAG_READ_CHARACTER_BAD, 3, 3 },
	{ HEAD "~~a~~ http://b.c \"d\" -- (c)\n", DIAG_MAX, 0, 0 },
	/* links and images */
	{ HEAD "đ [a](http://b.c) [d](javascript:e)\n",
	  DIAG_READ_LINK_ADDRESS, 3, 19 },
	{ HEAD "[a](b.md)\n", DIAG_READ_LINK_ADDRESS, 3, 1 },
	{ HEAD "a <mailto:b@c.d> <https://e.f>\n", DIAG_MAX, 0, 0 },
	{ HEAD "a [](http://b.c)\n", DIAG_READ_LINK_EMPTY, 3, 3 },
	{ HEAD "[a](http://b.c \"d\")\n",
	  DIAG_READ_MARKUP_UNSUPPORTED, 3, 1 },
	{ HEAD "x ![a *b*](c/d.png) e\n", DIAG_READ_IMAGE_PLACE, 3, 3 },
	{ HEAD "![a](b.png)\nc\n", DIAG_READ_IMAGE_PLACE, 3, 1 },
	{ HEAD "# A ![a](b.png)\n", DIAG_READ_IMAGE_PLACE, 3, 5 },
	{ HEAD "# ![a](b.png)\n", DIAG_READ_IMAGE_PLACE, 3, 3 },
	{ HEAD "[![a](b.png)](http://c.d)\n", DIAG_READ_IMAGE_PLACE, 3, 2 },
	{ HEAD "![a](b%20c.png \"d\"){width=12,5cm}\n", DIAG_MAX, 0, 0 },
	{ HEAD "- a\n\n  ![a](<b c.png>)\n", DIAG_MAX, 0, 0 },
	{ HEAD "![ ](b.png)\n", DIAG_READ_IMAGE_ALT, 3, 1 },
	{ HEAD "![a](b.png){width=120}\n", DIAG_READ_VALUE_INVALID, 3, 1 },
	{ HEAD "![a](b.png){width=4mm}\n", DIAG_READ_VALUE_INVALID, 3, 1 },
	{ HEAD "![a](b.png){width=10000mm}\n", DIAG_READ_VALUE_INVALID, 3, 1 },
	{ HEAD "![a](b.png \"Hình 1. c\")\n", DIAG_MAX, 0, 0 },
	{ HEAD "![a](b.png \"Hình 2: c\")\n", DIAG_READ_FIGURE_NUMBER, 3, 1 },
	{ HEAD "![a](b%2f..%2fc.png)\n", DIAG_READ_IMAGE_PATH, 3, 1 },
	{ HEAD "![a](../d.png)\n", DIAG_READ_IMAGE_PATH, 3, 1 },
	{ HEAD "![a](/d.png)\n", DIAG_READ_IMAGE_PATH, 3, 1 },
	{ HEAD "![a](http://b.c/d.png)\n", DIAG_READ_IMAGE_PATH, 3, 1 },
	{ HEAD "![a]()\n", DIAG_READ_IMAGE_PATH, 3, 1 },
	/* tables */
	{ HEAD "|a|b|\n|-|-|\n|1|\n", DIAG_READ_TABLE_RAGGED, 5, 1 },
	{ HEAD "|a|b|\n|-|-|\n|1|2|3|\n", DIAG_READ_TABLE_RAGGED, 5, 1 },
	{ HEAD "|a|b|\n|-|-|\n|1\\|2|3|\n", DIAG_MAX, 0, 0 },
	{ HEAD "|a|b|\n|-|-|-|\n|1|2|\n", DIAG_READ_TABLE_RAGGED, 4, 1 },
	{ HEAD "|a|\n|-|\n|1|\nchữ\n", DIAG_READ_TABLE_RAGGED, 6, 1 },
	{ HEAD "x\n|a|b|\n|-|-|\n|1|\n", DIAG_READ_TABLE_RAGGED, 6, 1 },
	{ HEAD "- |a|b|\n  |-|-|\n  |1|\n", DIAG_READ_TABLE_RAGGED, 5, 3 },
	{ HEAD "Bảng: A {widths=1,2,3}\n\n|a|b|\n|-|-|\n",
	  DIAG_READ_TABLE_WIDTHS, 3, 1 },
	{ HEAD "Bảng: A {#b widths=1,0}\n\n|a|b|\n|-|-|\n",
	  DIAG_READ_TABLE_WIDTHS, 3, 1 },
	{ HEAD "Bảng: A\n\nx\n", DIAG_READ_CAPTION_ALONE, 3, 1 },
	{ HEAD "Bảng: A\n\n|a|\n|-|\n\nTable: B\n",
	  DIAG_READ_CAPTION_TWICE, 8, 1 },
	{ HEAD "|a|\n|-|\nBảng: B\n", DIAG_MAX, 0, 0 },
	/* notes */
	{ HEAD "a[^1] b\n", DIAG_READ_NOTE_MISSING, 3, 2 },
	{ HEAD "a\\[^1] b\n", DIAG_MAX, 0, 0 },
	{ HEAD "a\n\n[^1]: b\n", DIAG_READ_NOTE_UNUSED, 5, 1 },
	{ HEAD "a[^1] b[^1]\n\n[^1]: c\n", DIAG_READ_NOTE_REPEATED, 3, 8 },
	{ HEAD "a[^1]\n\n[^1]: b\n\n[^1]: c\n",
	  DIAG_READ_NOTE_DUPLICATE, 7, 1 },
	{ HEAD "a[^1] b[^2]\n\n[^1]: c[^2]\n[^2]: d\n",
	  DIAG_READ_NOTE_PLACE, 5, 8 },
	{ HEAD "a[^1]\n\n[^1]: b\n\n    c\n", DIAG_READ_NOTE_CONTENT, 7, 5 },
	{ HEAD "a[^1]\n\n[^1]: - b\n", DIAG_READ_NOTE_CONTENT, 5, 7 },
	{ HEAD "a[^1]\n\n[^1]:\n", DIAG_READ_NOTE_EMPTY, 5, 1 },
	{ HEAD "[^1]: a\nb[^1] c\n", DIAG_READ_NOTE_UNUSED, 3, 1 },
	{ HEAD "<!-- a -->\n[^1]: b\n", DIAG_READ_NOTE_UNUSED, 4, 1 },
	{ HEAD "a\n\n<!--\n[^1]: b\n-->\n", DIAG_MAX, 0, 0 },
};

#define BODY(s) "<report version=\"1\"><header/>\n<body>" s "</body></report>"
#define HEADER(s) "<report version=\"1\">\n<header>" s "</header><body/></report>"

static const struct wrong wrong_xml[] = {
	{ BODY(""), DIAG_MAX, 0, 0 },
	{ "<report version=\"3\"><header/><body/></report>",
	  DIAG_READ_VERSION_UNKNOWN, 1, 9 },
	{ "<report version=\"1\"><body/>\n<header/></report>",
	  DIAG_READ_ELEMENT_ORDER, 1, 21 },
	{ HEADER("<unit>a</unit><unit>b</unit>"),
	  DIAG_READ_FIELD_DUPLICATE, 2, 23 },
	{ HEADER("<targets><target ref=\"Ả b\">1</target>"
	  "<target ref=\"a-b\">2</target></targets>"),
	  DIAG_READ_FIELD_DUPLICATE, 2, 54 },
	{ HEADER("<bases>a<item>b</item></bases>"),
	  DIAG_READ_FIELD_SHAPE, 2, 16 },
	{ BODY("<heading level=\"2\">A</heading>"),
	  DIAG_READ_HEADING_SKIPPED, 2, 7 },
	{ BODY("<heading level=\"1\"> </heading>"),
	  DIAG_READ_HEADING_EMPTY, 2, 7 },
	{ BODY("<heading level=\"0\">A</heading>"),
	  DIAG_READ_VALUE_INVALID, 2, 16 },
	{ BODY("<p id=\"a\">b</p><p id=\"a\">c</p>"),
	  DIAG_READ_ID_DUPLICATE, 2, 25 },
	{ BODY("<p>a<a href=\"ftp://b\">c</a></p>"),
	  DIAG_READ_LINK_ADDRESS, 2, 14 },
	{ BODY("<image path=\"b.png\"/>"), DIAG_READ_IMAGE_ALT, 2, 7 },
	{ BODY("<image path=\"b.png\" alt=\"a\" width=\"1m\"/>"),
	  DIAG_READ_VALUE_INVALID, 2, 35 },
	{ BODY("<image path=\"/b.png\" alt=\"a\"/>"),
	  DIAG_READ_IMAGE_PATH, 2, 7 },
	{ BODY("<p>a<note/></p>"), DIAG_READ_NOTE_EMPTY, 2, 11 },
	{ BODY("<list><item/><item><p>a</p></item></list>"),
	  DIAG_READ_ITEM_EMPTY, 2, 13 },
	{ BODY("<table><row><cell>a</cell><cell>b</cell></row>\n"
	  "<row><cell>c</cell></row></table>"),
	  DIAG_READ_TABLE_RAGGED, 3, 1 },
	{ BODY("<table><row><cell rowspan=\"2\">a</cell><cell>b</cell></row>\n"
	  "<row><cell colspan=\"2\">c</cell></row></table>"),
	  DIAG_READ_TABLE_RAGGED, 3, 1 },
	{ BODY("<table><row><cell rowspan=\"2\">a</cell></row></table>"),
	  DIAG_READ_TABLE_RAGGED, 2, 14 },
	{ BODY("<table columns=\"left\"><row><cell>a</cell><cell>b</cell></row>"
	  "</table>"), DIAG_READ_TABLE_RAGGED, 2, 29 },
	{ BODY("<table><row><cell>a</cell></row>\n"
	       "<row header=\"yes\"><cell>b</cell></row></table>"),
	    DIAG_READ_TABLE_HEADER, 3, 1 },
	{ BODY("<table><row><cell colspan=\"60\">a</cell>"
	       "<cell colspan=\"4\">b</cell></row></table>"),
	    DIAG_READ_TABLE_WIDE, 2, 7 },
	{ BODY("<table widths=\"1,2\"><row><cell>a</cell></row></table>"),
	  DIAG_READ_TABLE_WIDTHS, 2, 14 },
	{ BODY("<table><row><cell rowspan=\"2\">a</cell><cell>b</cell></row>"
	  "<row><cell>c</cell></row></table>"), DIAG_MAX, 0, 0 },
};
/* clang-format on */

/* 1 if w does not give just the finding it should, which is printed. */
static unsigned
miss(const struct wrong *w, enum doc_format format)
{
	struct reading g = read_text(str_of(w->text), format);
	const struct diag *d = g.ds->n > 0 ? &g.ds->v[0] : NULL;
	bool good;

	if (w->id == DIAG_MAX)
		good = d == NULL && g.doc != NULL;
	else
		good = g.ds->n == 1 && d->id == w->id &&
		    d->pos.line == w->line && d->pos.col == w->col;
	if (!good)
		print_error("%s\nwanted %u:%u %s, got\n%s\n", w->text, w->line,
		    w->col, w->id == DIAG_MAX ? "-" : diag_rules[w->id].id,
		    findings(&g));
	arena_free(g.a);
	return !good;
}

static void
test_wrong_md(void **state)
{
	unsigned missed = 0;

	(void)state;
	for (size_t i = 0; i < sizeof(wrong_md) / sizeof(wrong_md[0]); i++)
		missed += miss(&wrong_md[i], FORMAT_MARKDOWN);
	assert_int_equal(missed, 0);
}

static void
test_wrong_xml(void **state)
{
	unsigned missed = 0;

	(void)state;
	for (size_t i = 0; i < sizeof(wrong_xml) / sizeof(wrong_xml[0]); i++)
		missed += miss(&wrong_xml[i], FORMAT_XML);
	assert_int_equal(missed, 0);
}

/* A file cut anywhere is refused or read, and the tree is sound. */
static void
test_prefixes(void **state)
{
	(void)state;
	for (size_t n = 0; n < sizeof(full_md); n++)
		arena_free(
		    read_text((struct str) { full_md, n }, FORMAT_MARKDOWN).a);
	for (size_t n = 0; n < sizeof(full_xml); n++)
		arena_free(
		    read_text((struct str) { full_xml, n }, FORMAT_XML).a);
}

/* n times unit behind a front matter. */
static struct str
repeated(struct arena *a, const char *before, const char *unit, size_t n)
{
	struct buf b = { .arena = a };

	buf_adds(&b, HEAD);
	buf_adds(&b, before);
	while (n-- > 0)
		buf_adds(&b, unit);
	buf_addc(&b, '\n');
	return buf_str(&b);
}

/* What the library would need very long for, or we very deep. */
static void
test_bounds(void **state)
{
	static const struct {
		const char *before, *unit;
		size_t n;
	} bad[] = {
		{ "", "> ", 10000 },
		{ "", "- ", 10000 },
		{ "", "[", 10000 },
		{ "", "![[\n", 100000 },
		{ "", "*a **b\n", 90000 },
		{ "", "a *b\n", 90000 },
		{ "a\n", "|", 10000 },
		{ "", "[^a]: b\n", 2000 },
		{ "|a|b|c|d|e|f|g|h|\n|-|-|-|-|-|-|-|-|\n", "x\n", 50000 },
		{ "", "a\n", 200000 },
		{ "a", "<a ![[\n", 90000 },
	};
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		struct str s =
		    repeated(a, bad[i].before, bad[i].unit, bad[i].n);
		struct reading g = read_text(s, FORMAT_MARKDOWN);

		if (g.doc != NULL || g.ds->n != 1 ||
		    (g.ds->v[0].id != DIAG_READ_TOO_COMPLEX &&
			g.ds->v[0].id != DIAG_PARSE_LINE_LONG))
			fail_msg(
			    "%zu: %.20s\n%.300s", i, bad[i].unit, findings(&g));
		arena_free(g.a);
	}
	arena_free(a);
}

/* A large honest report is no exception. */
static void
test_large(void **state)
{
	struct arena *a = arena_new();
	struct str s = repeated(a, "|a|b|c|d|e|f|g|\n|-|-|-|-|-|-|-|\n",
	    "| 1 | **Xã** *Thái Tân* | 3 | 4 | 5 | 6 | 7 |\n", 1000);
	struct reading g = read_text(s, FORMAT_MARKDOWN);

	(void)state;
	assert_string_equal(findings(&g), "");
	assert_non_null(g.doc);
	arena_free(g.a);
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_forms_agree),
		cmocka_unit_test(test_appendices),
		cmocka_unit_test(test_appendix_headings),
		cmocka_unit_test(test_positions),
		cmocka_unit_test(test_lines),
		cmocka_unit_test(test_wrong_md),
		cmocka_unit_test(test_wrong_xml),
		cmocka_unit_test(test_prefixes),
		cmocka_unit_test(test_bounds),
		cmocka_unit_test(test_large),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
