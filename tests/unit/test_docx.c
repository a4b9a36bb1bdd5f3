/*
 * test_docx.c - the DOCX writer, the package and verify_docx(): what is
 * written holds what was laid out, twice the same; what is changed afterwards
 * is seen.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "docx/docx.h"
#include "docx/link.h"
#include "sample_laid.h"
#include "verify/verify.h"
#include "verify/xml_scan.h"
#include "zip/zip.h"

enum { LIMIT = 1 << 20 };

struct fix {
	struct arena *a;
	struct laid *laid;
	struct str bytes;
	struct zip_entry *entry;
	size_t n;
};

static struct str
written(struct arena *a, const struct laid *l)
{
	struct err err = { 0 };
	struct str out = STR_NONE;

	assert_true(docx_write(l, a, &out, &err));
	return out;
}

static int
set_up(void **state)
{
	struct arena *a = arena_new();
	struct fix *f = NEW(a, struct fix);
	struct err err = { 0 };

	f->a = a;
	f->laid = sample_laid(a, true);
	f->bytes = written(a, f->laid);
	assert_true(package_unpack(a, f->bytes, LIMIT, &f->entry, &f->n, &err));
	*state = f;
	return 0;
}

static int
tear_down(void **state)
{
	arena_free(((struct fix *)*state)->a);
	return 0;
}

static struct zip_entry *
entry_of(struct fix *f, const char *name)
{
	for (size_t i = 0; i < f->n; i++)
		if (str_is(f->entry[i].name, name))
			return &f->entry[i];
	fail_msg("no part %s", name);
	return NULL;
}

static bool
holds(struct fix *f, const char *part, const char *text)
{
	struct str s = entry_of(f, part)->bytes;

	return str_find(s, str_of(text), 0) < s.n;
}

static size_t
times(struct str s, const char *text)
{
	size_t n = 0, at = str_find(s, str_of(text), 0);

	for (; at < s.n; at = str_find(s, str_of(text), at + 1))
		n++;
	return n;
}

/* The same document gives the same bytes, from another arena too. */
static void
test_reproducible(void **state)
{
	struct fix *f = *state;
	struct arena *b = arena_new();
	struct str again = written(b, sample_laid(b, true));

	assert_int_equal(again.n, f->bytes.n);
	assert_memory_equal(again.p, f->bytes.p, again.n);
	arena_free(b);
}

/* Order as OPC readers like it, and no time of writing. */
static void
test_package(void **state)
{
	struct fix *f = *state;
	static const unsigned char date[] = { 0, 0, 0x21, 0 };

	assert_string_equal(f->entry[0].name.p, "[Content_Types].xml");
	assert_string_equal(f->entry[1].name.p, "_rels/.rels");
	assert_string_equal(f->entry[2].name.p, "word/document.xml");
	assert_memory_equal(f->bytes.p + 10, date, sizeof(date));
}

/* Facts that decide how Word and LibreOffice set the document. */
static void
test_facts(void **state)
{
	static const struct {
		const char *part, *text;
	} fact[] = {
		{ "word/settings.xml",
		    "<w:doNotExpandShiftReturn/><w:compatSetting "
		    "w:name=\"compatibilityMode\" w:uri=\"http://schemas."
		    "microsoft.com/office/word\" w:val=\"14\"/>" },
		{ "word/settings.xml",
		    "<w:footnotePr><w:footnote w:id=\"-1\"/>"
		    "<w:footnote w:id=\"0\"/></w:footnotePr>" },
		{ "word/styles.xml", "<w:lang w:val=\"vi-VN\"" },
		{ "word/styles.xml", "w:default=\"1\" w:styleId=\"Normal\"" },
		{ "word/styles.xml",
		    "w:styleId=\"Heading1\"><w:name w:val=\"heading 1\"/>" },
		{ "word/styles.xml",
		    "w:customStyle=\"1\" w:styleId=\"VTQuocHieu\">"
		    "<w:name w:val=\"VT Quoc hieu\"/>" },
		{ "word/styles.xml", "w:styleId=\"BodyText\"" },
		{ "word/styles.xml", "w:styleId=\"FootnoteText\"" },
		{ "word/styles.xml", "<w:outlineLvl w:val=\"0\"/>" },
		{ "word/styles.xml",
		    "<w:pBdr><w:top w:val=\"single\" w:sz=\"6\"" },
		/* 1 pt before the header table */
		{ "word/document.xml",
		    "<w:body><w:p><w:pPr><w:pStyle w:val=\"Normal\"/>"
		    "<w:spacing w:line=\"20\" w:lineRule=\"exact\"/></w:pPr>"
		    "</w:p><w:tbl><w:tblPr><w:tblW w:w=\"9071\" "
		    "w:type=\"dxa\"/><w:tblInd w:w=\"0\" w:type=\"dxa\"/>"
		    "<w:tblLayout w:type=\"fixed\"/><w:tblCellMar>"
		    "<w:top w:w=\"0\" w:type=\"dxa\"/>"
		    "<w:left w:w=\"0\" w:type=\"dxa\"/>" },
		/* (5556 - 3428) / 2 on both sides of the rule */
		{ "word/document.xml",
		    "<w:spacing w:before=\"40\"/>"
		    "<w:ind w:left=\"1064\" w:right=\"1064\"/>" },
		{ "word/document.xml",
		    "<w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"9071\" "
		    "w:type=\"dxa\"/><w:tblInd w:w=\"108\"" },
		{ "word/document.xml", "<w:cantSplit/><w:tblHeader/>" },
		{ "word/document.xml", "<w:gridSpan w:val=\"2\"/>" },
		{ "word/document.xml", "<w:tblCaption w:val=\"Bảng 1." },
		{ "word/document.xml", "<w:footnoteReference w:id=\"2\"/>" },
		{ "word/document.xml", "&lt;nước rút&gt; &amp; hoàn thành" },
		{ "word/document.xml", "tổ chức  phát động" },
		{ "word/document.xml",
		    "<w:ind w:left=\"1080\" "
		    "w:hanging=\"360\"/>" },
		{ "word/document.xml", "w:orient=\"landscape\"" },
		{ "word/document.xml",
		    "<w:titlePg/></w:sectPr></w:body></w:document>" },
		{ "word/_rels/document.xml.rels",
		    "Target=\"https://thaitan.example/thi-%C4%91ua?a=1&amp;"
		    "b=2\" TargetMode=\"External\"" },
		{ "word/header1.xml",
		    "<w:fldSimple w:instr=\" PAGE \"><w:r><w:t "
		    "xml:space=\"preserve\">2</w:t></w:r></w:fldSimple>" },
		{ "word/footnotes.xml",
		    "<w:footnote w:type=\"separator\" w:id=\"-1\">" },
		{ "word/footnotes.xml", "<w:footnoteRef/>" },
		{ "docProps/core.xml",
		    "<dcterms:created xsi:type=\"dcterms:W3CDTF\">"
		    "2025-12-09T00:00:00Z</dcterms:created>" },
	};
	struct fix *f = *state;

	for (size_t i = 0; i < sizeof(fact) / sizeof(fact[0]); i++)
		if (!holds(f, fact[i].part, fact[i].text))
			fail_msg("%s: %s", fact[i].part, fact[i].text);
}

/* Pairs would be kerned; a script address is text, not a link. */
static void
test_absent(void **state)
{
	struct fix *f = *state;

	assert_false(holds(f, "word/styles.xml", "w:kern"));
	assert_false(holds(f, "word/document.xml", "w:kern"));
	assert_false(holds(f, "word/_rels/document.xml.rels", "javascript"));
	assert_int_equal(
	    times(entry_of(f, "word/document.xml")->bytes, "<w:hyperlink "), 1);
}

/* Where a paragraph is as its style says, only the style is named. */
static void
test_no_direct_formatting(void **state)
{
	struct fix *f = *state;

	assert_true(holds(f, "word/document.xml",
	    "<w:p><w:pPr><w:pStyle w:val=\"VTQuocHieu\"/></w:pPr><w:r><w:t "
	    "xml:space=\"preserve\">CỘNG HÒA"));
	assert_true(holds(f, "word/document.xml",
	    "<w:r><w:rPr><w:b/><w:spacing w:val=\"-1\"/></w:rPr><w:t "
	    "xml:space=\"preserve\">rất tốt</w:t></w:r>"));
	assert_true(holds(f, "word/document.xml",
	    "<w:p><w:pPr><w:pStyle w:val=\"VTBangNoiDung\"/><w:jc "
	    "w:val=\"center\"/></w:pPr><w:r><w:t"));
}

/* The footnotes' separator: a line of Normal, or as high as the template says.
 */
static void
test_separator(void **state)
{
	struct fix *f = *state;
	struct laid *l = sample_laid(f->a, false);
	struct template t = *l->tpl;
	struct buf dump = { .arena = f->a };

	assert_true(holds(f, "word/footnotes.xml",
	    "w:line=\"240\" w:lineRule=\"auto\"/></w:pPr><w:r><w:separator/>"));
	t.notes_above = TWIP(124);
	l->tpl = &t;
	docx_dump(l, f->a, &dump);
	assert_int_equal(times(buf_str(&dump),
			     "w:line=\"124\" w:lineRule=\"exact\""),
	    2);
}

/* A note less and a date less: no part, no time. */
static void
test_optional(void **state)
{
	struct fix *f = *state;
	struct laid *l = sample_laid(f->a, false);
	struct buf dump = { .arena = f->a };
	struct diags *ds = diags_new(f->a);
	struct str out;

	l->nnotes = 0;
	l->meta.date = (struct date) { 0, 0, 0 };
	l->section[0].nblocks = 2; /* ends on the header table */
	out = written(f->a, l);
	docx_dump(l, f->a, &dump);
	assert_int_equal(times(buf_str(&dump), "footnotes"), 0);
	assert_int_equal(times(buf_str(&dump), "dcterms:created"), 0);
	assert_true(verify_docx(out, l, "x.docx", f->a, ds));
}

static void
test_verify_accepts(void **state)
{
	struct fix *f = *state;
	struct diags *ds = diags_new(f->a);
	struct buf said = { .arena = f->a };
	struct diag_style how = { .lang = LANG_EN };

	if (!verify_docx(f->bytes, f->laid, "x.docx", f->a, ds)) {
		diags_print(ds, &how, &said);
		fail_msg("%s", buf_str(&said).p);
	}
	assert_int_equal(ds->n, 0);
}

/* The package with from replaced by to, once, in one part. */
static struct str
changed(struct fix *f, const char *part, const char *from, const char *to)
{
	struct zip_entry *e = entry_of(f, part);
	struct str old = e->bytes, out = STR_NONE;
	size_t at = str_find(old, str_of(from), 0);
	struct buf b = { .arena = f->a };
	struct err err = { 0 };

	if (at >= old.n)
		fail_msg("%s has no %s", part, from);
	buf_add(&b, str_sub(old, 0, at));
	buf_adds(&b, to);
	buf_add(&b, str_sub(old, at + strlen(from), old.n));
	e->bytes = buf_str(&b);
	assert_true(package_pack(f->a, f->entry, f->n, &out, &err));
	e->bytes = old;
	return out;
}

static bool
has_finding(const struct diags *ds, enum diag_id id)
{
	for (size_t i = 0; i < ds->n; i++)
		if (ds->v[i].id == id)
			return true;
	return false;
}

/* A document with a box in the first header and an address in its footer. */
static struct laid *
with_margins(struct fix *f)
{
	struct laid *l = sample_laid(f->a, true);
	struct sample top = { .a = f->a, .t = l->tpl };
	struct sample foot = { .a = f->a, .t = l->tpl };
	struct lblock *b;

	b = sample_text(
	    &top, STYLE_CIRCULATION, COMPONENT_CIRCULATION, "LƯU HÀNH NỘI BỘ");
	b->as.paragraph.run[0].color = 0xFF0000;
	b->as.paragraph.exact = TWIP(339);
	b->as.paragraph.box = (struct lbox) { .border = 9525,
		.above = PT(2), .below = PT(3), .color = 0xFF0000 };
	sample_rule(&foot, COMPONENT_ADDRESS, TWIP(SAMPLE_MEASURE),
	    TWIP(SAMPLE_MEASURE));
	sample_text(&foot, STYLE_ADDRESS, COMPONENT_ADDRESS, "Địa chỉ: thôn 1");
	l->section[0].top = top.blocks.v;
	l->section[0].ntop = top.blocks.n;
	l->section[0].foot = foot.blocks.v;
	l->section[0].nfoot = foot.blocks.n;
	l->section[0].footer = TWIP(400);
	return l;
}

static void
test_margins(void **state)
{
	static const char *const want[] = {
		/* ISO 29500-1, 17.3.1.24: size in eighths, space in points */
		"<w:pBdr><w:top w:val=\"single\" w:sz=\"6\" w:space=\"2\" "
		"w:color=\"FF0000\"/><w:left w:val=\"single\" w:sz=\"6\" "
		"w:space=\"0\" w:color=\"FF0000\"/>",
		"<w:color w:val=\"FF0000\"/>",
		"<w:ftr ", "Địa chỉ: thôn 1", "w:footer=\"400\"",
		"<w:pgNumType w:start=\"1\"/>", "w:orient=\"landscape\"",
	};
	static const struct {
		const char *part, *from, *to;
		enum diag_id id;
	} change[] = {
		{ "word/headerTop.xml", "NỘI BỘ", "NỘI",
		    DIAG_VERIFY_DOCX_TEXT },
		{ "word/headerTop.xml", "w:space=\"3\"", "w:space=\"1\"",
		    DIAG_VERIFY_DOCX_GEOMETRY },
		{ "word/headerTop.xml", "<w:color w:val=\"FF0000\"/>", "",
		    DIAG_VERIFY_DOCX_STYLE },
		{ "word/footerFoot.xml", "thôn 1", "thôn 2",
		    DIAG_VERIFY_DOCX_TEXT },
		{ "word/document.xml", "w:footer=\"400\"",
		    "w:footer=\"401\"", DIAG_VERIFY_DOCX_GEOMETRY },
		{ "word/document.xml", "<w:pgNumType w:start=\"1\"/>", "",
		    DIAG_VERIFY_DOCX_GEOMETRY },
	};
	struct fix *f = *state;
	struct laid *l = with_margins(f);
	struct diags *ds = diags_new(f->a);
	struct err err = { 0 };

	f->bytes = written(f->a, l);
	assert_true(package_unpack(
	    f->a, f->bytes, LIMIT, &f->entry, &f->n, &err));
	assert_true(verify_docx(f->bytes, l, "x.docx", f->a, ds));
	for (size_t i = 0; i < sizeof(want) / sizeof(want[0]); i++) {
		size_t n = 0;

		for (size_t k = 0; k < f->n; k++)
			n += times(f->entry[k].bytes, want[i]);
		if (n == 0)
			fail_msg("no %s", want[i]);
	}
	/* the appendix shows neither: Word would go on with both */
	assert_non_null(entry_of(f, "word/headerFirst.xml"));
	assert_non_null(entry_of(f, "word/footerFirst.xml"));
	for (size_t i = 0; i < sizeof(change) / sizeof(change[0]); i++) {
		struct str bytes = changed(
		    f, change[i].part, change[i].from, change[i].to);

		ds = diags_new(f->a);
		assert_false(verify_docx(bytes, l, "x.docx", f->a, ds));
		if (!has_finding(ds, change[i].id))
			fail_msg("%s: %s", change[i].part, change[i].from);
	}
}

/* What is changed in the bytes is seen, and as what it is. */
static void
test_verify_bytes(void **state)
{
	static const struct {
		const char *part, *from, *to;
		enum diag_id id;
	} change[] = {
		{ "word/document.xml", "Tự do", "Tư do",
		    DIAG_VERIFY_DOCX_TEXT },
		{ "word/document.xml", "tổ chức  phát", "tổ chức phát",
		    DIAG_VERIFY_DOCX_TEXT },
		{ "word/document.xml", "<w:br/>", "", DIAG_VERIFY_DOCX_TEXT },
		{ "word/footnotes.xml", "Nghị quyết", "Quyết nghị",
		    DIAG_VERIFY_DOCX_TEXT },
		{ "word/header1.xml", " PAGE ", " NUMPAGES ",
		    DIAG_VERIFY_DOCX_TEXT },
		{ "docProps/core.xml", "Báo cáo", "Tờ trình",
		    DIAG_VERIFY_DOCX_TEXT },
		{ "word/document.xml", "<w:b/>", "<w:i/>",
		    DIAG_VERIFY_DOCX_STYLE },
		{ "word/styles.xml", "<w:sz w:val=\"26\"/>",
		    "<w:sz w:val=\"24\"/>", DIAG_VERIFY_DOCX_STYLE },
		{ "word/document.xml", "VTTieuNgu", "VTSoKyHieu",
		    DIAG_VERIFY_DOCX_STYLE },
		{ "word/document.xml", "w:left=\"1701\"", "w:left=\"1700\"",
		    DIAG_VERIFY_DOCX_GEOMETRY },
		{ "word/document.xml", "w:w=\"11906\"", "w:w=\"12240\"",
		    DIAG_VERIFY_DOCX_GEOMETRY },
		{ "word/document.xml", "w:left=\"1064\"", "w:left=\"1000\"",
		    DIAG_VERIFY_DOCX_GEOMETRY },
		{ "word/document.xml", "w:hanging=\"360\"",
		    "w:firstLine=\"360\"", DIAG_VERIFY_DOCX_GEOMETRY },
		{ "word/document.xml", "<w:tblHeader/>", "",
		    DIAG_VERIFY_DOCX_GEOMETRY },
		{ "word/document.xml", "<w:gridCol w:w=\"700\"/>",
		    "<w:gridCol w:w=\"800\"/>", DIAG_VERIFY_DOCX_GEOMETRY },
		{ "word/settings.xml", "w:val=\"14\"", "w:val=\"15\"",
		    DIAG_VERIFY_DOCX_GEOMETRY },
		{ "word/styles.xml", "<w:jc w:val=\"both\"/>", "",
		    DIAG_VERIFY_DOCX_GEOMETRY },
		{ "word/document.xml", "<w:titlePg/>", "",
		    DIAG_VERIFY_DOCX_STRUCTURE },
		{ "word/document.xml", "</w:p></w:tc>", "</w:p><w:tbl/></w:tc>",
		    DIAG_VERIFY_DOCX_STRUCTURE },
		{ "word/document.xml", "r:id=\"rId8\"", "r:id=\"rId99\"",
		    DIAG_VERIFY_DOCX_STRUCTURE },
		{ "word/document.xml", "\"BodyText\"", "\"BodyTxt\"",
		    DIAG_VERIFY_DOCX_STRUCTURE },
		{ "word/document.xml", "Reference w:id=\"2\"",
		    "Reference w:id=\"3\"", DIAG_VERIFY_DOCX_STRUCTURE },
		{ "word/footnotes.xml", "w:id=\"2\"", "w:id=\"1\"",
		    DIAG_VERIFY_DOCX_STRUCTURE },
		{ "word/_rels/document.xml.rels", "\"rId2\"", "\"rId1\"",
		    DIAG_VERIFY_DOCX_STRUCTURE },
		{ "word/_rels/document.xml.rels", "\"header1.xml\"",
		    "\"header9.xml\"", DIAG_VERIFY_DOCX_STRUCTURE },
		{ "[Content_Types].xml", "/word/footnotes.xml",
		    "/word/endnotes.xml", DIAG_VERIFY_DOCX_STRUCTURE },
		{ "word/styles.xml", "\"Heading2\"", "\"Heading1\"",
		    DIAG_VERIFY_DOCX_STRUCTURE },
		{ "word/document.xml", "<w:gridSpan w:val=\"2\"/>", "",
		    DIAG_VERIFY_DOCX_STRUCTURE },
		{ "word/document.xml", "</w:body>", "</w:bodi>",
		    DIAG_VERIFY_DOCX_XML },
		{ "word/document.xml", "&amp;", "&", DIAG_VERIFY_DOCX_XML },
		{ "word/document.xml", "<w:body>", "<x:body>",
		    DIAG_VERIFY_DOCX_XML },
	};
	struct fix *f = *state;

	for (size_t i = 0; i < sizeof(change) / sizeof(change[0]); i++) {
		struct diags *ds = diags_new(f->a);
		struct str b =
		    changed(f, change[i].part, change[i].from, change[i].to);

		if (verify_docx(b, f->laid, "x.docx", f->a, ds) ||
		    !has_finding(ds, change[i].id))
			fail_msg(
			    "%s: %s not seen", change[i].part, change[i].from);
	}
}

/* The same from the other side: what was laid out was different. */
static void
test_verify_laid(void **state)
{
	struct fix *f = *state;

	for (int i = 0; i < 8; i++) {
		struct laid *l = sample_laid(f->a, true);
		struct lsection *s = &l->section[0];
		struct lparagraph *type = &s->block[2].as.paragraph;
		struct ltable *head = &s->block[1].as.table;
		struct diags *ds = diags_new(f->a);

		if (i == 0)
			type->run[0].text = STR("BÁO CAO");
		else if (i == 1)
			type->run[0].half_points = 26;
		else if (i == 2)
			type->style.before = PT(12);
		else if (i == 3)
			head->row[0].cell[1].block[2].as.rule.width = TWIP(999);
		else if (i == 4)
			s->page.top = MM(25);
		else if (i == 5)
			s->nblocks -= 2; /* no signature */
		else if (i == 6)
			l->note[1].block[0].as.paragraph.run[1].italic = true;
		else
			head->row[1].cant_split = false;
		assert_false(verify_docx(f->bytes, l, "x.docx", f->a, ds));
		assert_true(ds->n > 0);
	}
}

/* No byte of the file can be changed so that reading it goes wrong. */
static void
test_verify_damaged(void **state)
{
	struct fix *f = *state;
	char *p = arena_strndup(f->a, f->bytes.p, f->bytes.n);
	struct str bytes = { p, f->bytes.n };

	for (size_t i = 0; i < bytes.n; i += 13) {
		struct arena *a = arena_new();
		struct diags *ds = diags_new(a);

		p[i] ^= 0x55;
		(void)verify_docx(bytes, f->laid, "x.docx", a, ds);
		p[i] ^= 0x55;
		(void)verify_docx(
		    str_sub(bytes, 0, i), f->laid, "x.docx", a, ds);
		arena_free(a);
	}
}

/* Half a file, and one that lacks a part. */
static void
test_verify_package(void **state)
{
	struct fix *f = *state;
	struct diags *ds = diags_new(f->a);
	struct err err = { 0 };
	struct str out;

	assert_false(verify_docx(
	    str_sub(f->bytes, 0, f->bytes.n / 2), f->laid, "x.docx", f->a, ds));
	assert_true(has_finding(ds, DIAG_VERIFY_DOCX_PACKAGE));
	ds = diags_new(f->a);
	assert_true(package_pack(f->a, f->entry + 1, f->n - 1, &out, &err));
	assert_false(verify_docx(out, f->laid, "x.docx", f->a, ds));
	assert_true(has_finding(ds, DIAG_VERIFY_DOCX_PACKAGE));
}

static void
test_unpack_limits(void **state)
{
	struct fix *f = *state;
	struct zip_entry twins[] = { { STR("a.xml"), STR("1") },
		{ STR("A.xml"), STR("2") } };
	struct zip_entry same[] = { { STR("a.xml"), STR("1") },
		{ STR("a.xml"), STR("2") } };
	struct zip_entry up[] = { { STR("../a.xml"), STR("1") } };
	struct zip_entry *entry, *many;
	struct err err = { 0 };
	struct str out;
	size_t n, all = 0;

	for (size_t i = 0; i < f->n; i++)
		all += f->entry[i].bytes.n;
	assert_true(package_unpack(f->a, f->bytes, all, &entry, &n, &err));
	assert_false(package_unpack(f->a, f->bytes, all - 1, &entry, &n, &err));
	assert_int_equal(err.kind, ERR_LIMIT);
	err.kind = ERR_NONE;
	assert_true(package_pack(f->a, twins, 2, &out, &err));
	assert_false(package_unpack(f->a, out, LIMIT, &entry, &n, &err));
	err.kind = ERR_NONE;
	assert_false(package_pack(f->a, same, 2, &out, &err));
	assert_int_equal(err.kind, ERR_LIBRARY);
	err.kind = ERR_NONE;
	assert_true(package_pack(f->a, up, 1, &out, &err));
	assert_false(package_unpack(f->a, out, LIMIT, &entry, &n, &err));
	err.kind = ERR_NONE;
	many = NEW_ARRAY(f->a, 1025, struct zip_entry);
	for (size_t i = 0; i < 1025; i++)
		many[i].name = str_printf(f->a, "%zu", i);
	assert_true(package_pack(f->a, many, 1025, &out, &err));
	assert_false(package_unpack(f->a, out, LIMIT, &entry, &n, &err));
	assert_int_equal(err.kind, ERR_LIMIT);
}

/* An entry that holds more than it claims is not believed. */
static void
test_unpack_false_size(void **state)
{
	struct fix *f = *state;
	char *p = arena_strndup(f->a, f->bytes.p, f->bytes.n);
	struct str bytes = { p, f->bytes.n };
	struct zip_entry *entry;
	struct err err = { 0 };
	size_t n, central;

	central = str_find(bytes, (struct str) { "PK\1\2", 4 }, 0);
	assert_true(central < bytes.n);
	for (int i = 0; i < 4; i++) /* uncompressed size, in both headers */
		p[central + 24 + i] = p[22 + i] = i == 0 ? 1 : 0;
	assert_false(package_unpack(f->a, bytes, LIMIT, &entry, &n, &err));
}

static void
test_links(void **state)
{
	static const struct {
		const char *address, *target; /* NULL: no link */
	} row[] = {
		{ "https://a.vn/x y", "https://a.vn/x%20y" },
		{ "https://a.vn/%41%4", "https://a.vn/%41%254" },
		{ "https://a.vn#b#c", "https://a.vn#b%23c" },
		{ "http://a.vn:8080/", "http://a.vn:8080/" },
		{ "mailto:vanthu@a.vn", "mailto:vanthu@a.vn" },
		{ "https://a.vn/\"><x", "https://a.vn/%22%3E%3Cx" },
		{ "http://", NULL },
		{ "http://[", NULL },
		{ "http://a..vn/", NULL },
		{ "http://a.vn:/", NULL },
		{ "http://-a.vn/", NULL },
		{ "https://a@b", NULL },
		{ "javascript:alert(1)", NULL },
		{ "file:///etc/passwd", NULL },
		{ "trang.html", NULL },
		{ "", NULL },
	};
	struct fix *f = *state;

	for (size_t i = 0; i < sizeof(row) / sizeof(row[0]); i++) {
		struct str s = link_target(f->a, str_of(row[i].address));

		if (row[i].target == NULL)
			assert_int_equal(s.n, 0);
		else
			assert_string_equal(s.p, row[i].target);
	}
}

/* What XML forbids, and what our writers never write, is refused. */
static void
test_scan(void **state)
{
	static const char *const good[] = { "<a/>", "<a></a>\n",
		"<?xml version=\"1.0\"?>\n<a b='1'>&lt;&#x1EA1;</a>",
		"<p:a xmlns:p=\"u\" p:b=\"\"/>" };
	static const char *const bad[] = { "", "<", "<a", "<a>", "<a/><a/>",
		"<a></b>", "<a b='1' b='2'/>", "<a b=1/>", "<a b='<'/>",
		"<a>&nbsp;</a>", "<a>&#0;</a>", "<a>&#xD800;</a>",
		"<a>&#99999999999999999;</a>", "<a>]]></a>", "<a>\x01</a>",
		"<a>\xFF</a>", "<!DOCTYPE a><a/>", "<a><!-- --></a>",
		"<a><?b?></a>", "<a><![CDATA[]]></a>", "<p:a/>", "<a:b:c/>",
		"text<a/>", "<a/>text", "<a b='1'c='2'/>" };
	struct fix *f = *state;
	struct buf deep = { .arena = f->a };
	size_t where;

	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++)
		if (scan_xml(f->a, str_of(good[i]), &where) == NULL)
			fail_msg("%s", good[i]);
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		if (scan_xml(f->a, str_of(bad[i]), &where) != NULL)
			fail_msg("%s", bad[i]);
	for (int i = 0; i < 100000; i++)
		buf_adds(&deep, "<a>");
	assert_null(scan_xml(f->a, buf_str(&deep), &where));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
		    test_reproducible, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
		    test_package, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_facts, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_absent, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
		    test_no_direct_formatting, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
		    test_optional, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
		    test_separator, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
		    test_verify_accepts, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
		    test_verify_bytes, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
		    test_verify_laid, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
		    test_verify_damaged, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
		    test_verify_package, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
		    test_unpack_limits, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
		    test_unpack_false_size, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
		    test_margins, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_links, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_scan, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
