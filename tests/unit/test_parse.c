/*
 * test_parse.c - bytes made clean, places in them, XML and YAML trees, and
 * inputs that were made to hurt.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "parse/xml.h"
#include "parse/yaml.h"

#define DATA(literal) literal, sizeof(literal) - 1

/* One arena and one list of findings per test. */
struct world {
	struct arena *a;
	struct diags *ds;
};

static int
setup(void **state)
{
	struct world *w = calloc(1, sizeof(*w));

	w->a = arena_new();
	w->ds = diags_new(w->a);
	*state = w;
	return 0;
}

static int
teardown(void **state)
{
	struct world *w = *state;

	arena_free(w->a);
	free(w);
	return 0;
}

/* The bytes stand alone in memory, so that reading past them is seen. */
static const struct source *
clean(struct world *w, const char *p, size_t n)
{
	char *copy = malloc(n > 0 ? n : 1);
	const struct source *src;

	memcpy(copy, p, n);
	src = source_clean(w->a, "t", (struct str) { copy, n }, w->ds);
	free(copy);
	return src;
}

static const struct diag *
found(const struct world *w, enum diag_id id)
{
	for (size_t i = 0; i < w->ds->n; i++)
		if (w->ds->v[i].id == id)
			return &w->ds->v[i];
	return NULL;
}

static void
want(const struct world *w, enum diag_id id, uint32_t line, uint32_t col,
    const char *detail)
{
	const struct diag *d = found(w, id);

	if (d == NULL)
		fail_msg("no %s", diag_rules[id].id);
	if (d->pos.line != line || d->pos.col != col)
		fail_msg("%s at %u:%u, not %u:%u", diag_rules[id].id,
		    d->pos.line, d->pos.col, line, col);
	if (detail != NULL)
		assert_string_equal(d->detail.p, detail);
}

static void
want_pos(struct pos pos, uint32_t line, uint32_t col)
{
	assert_string_equal(pos.file, "t");
	assert_int_equal(pos.line, line);
	assert_int_equal(pos.col, col);
}

static const struct xelem *
xml(struct world *w, const char *p, size_t n)
{
	const struct source *src = clean(w, p, n);

	assert_non_null(src);
	return xml_parse(w->a, src, w->ds);
}

static const struct ynode *
yaml(struct world *w, const char *p, size_t n)
{
	const struct source *src = clean(w, p, n);

	assert_non_null(src);
	return yaml_parse(w->a, src, 1, UINT32_MAX, w->ds);
}

static const struct ynode *
key(const struct ynode *map, const char *name)
{
	for (const struct ynode *n = map->first; n != NULL; n = n->next)
		if (str_is(n->key, name))
			return n;
	return NULL;
}

static void
clean_lines(void **state)
{
	struct world *w = *state;
	const struct source *src = clean(w, DATA("á\n\nđông x\n"));

	assert_int_equal(src->nlines, 3);
	assert_int_equal(w->ds->n, 0);
	want_pos(source_pos(src, 0), 1, 1);
	want_pos(source_pos(src, 2), 1, 2); /* the line's end */
	want_pos(source_pos(src, 1), 1, 1); /* inside the letter */
	want_pos(source_pos(src, 3), 2, 1);
	want_pos(source_pos(src, 11), 3, 6); /* x, after 6 bytes of 5 letters */
	want_pos(source_pos(src, 9999), 3, 7); /* behind the last character */
	want_pos(source_pos_bytes(src, 3, 3), 3, 2);
	want_pos(source_pos_bytes(src, 99, 99), 3, 7);
	want_pos(source_pos_bytes(src, 0, 0), 1, 1);
}

static void
clean_empty(void **state)
{
	struct world *w = *state;
	const struct source *src = clean(w, "", 0);

	assert_int_equal(src->nlines, 1);
	want_pos(source_pos(src, 0), 1, 1);
	assert_null(xml_parse(w->a, src, w->ds));
	assert_non_null(found(w, DIAG_PARSE_XML_EMPTY));
	assert_null(yaml_parse(w->a, src, 1, 1, w->ds)->first);
}

/* A place far into a long line, over the steps of the index. */
static void
clean_long_line(void **state)
{
	struct world *w = *state;
	struct buf b = { .arena = w->a };
	const struct source *src;

	for (int i = 0; i < 1024; i++)
		buf_adds(&b, "ế"); /* 3 bytes */
	src = source_clean(w->a, "t", buf_str(&b), w->ds);
	for (uint32_t i = 0; i <= 1024; i++)
		want_pos(source_pos(src, 3 * (size_t)i), 1, i + 1);
}

static void
clean_mended(void **state)
{
	struct world *w = *state;
	/* e + circumflex + acute is one letter */
	const struct source *src = clean(w,
	    DATA("\xef\xbb\xbf"
		 "a\r\nb\rTie\xcc\x82\xcc\x81ng x\n"));

	assert_true(str_is(src->text, "a\nb\nTi\u1ebfng x\n"));
	want(w, DIAG_PARSE_BYTE_ORDER_MARK, 1, 1, "U+FEFF");
	want(w, DIAG_PARSE_LINE_END, 1, 2, "CR LF, CR (2)");
	want(w, DIAG_PARSE_NOT_NFC, 3, 3, "1");
	assert_false(diags_have_errors(w->ds));
	want_pos(source_pos(src, src->text.n - 2), 3, 7);
}

static void
clean_refused_bytes(void **state)
{
	struct world *w = *state;

	assert_null(clean(w, DATA("đo\r\nTi\xe1\xba\xbfng \xff\xfe x \x80")));
	want(w, DIAG_PARSE_UTF8_INVALID, 2, 7, "0xFF (3)");
	assert_null(clean(w,
	    DATA("\xff\xfe"
		 "a\0b\0")));
	want(w, DIAG_PARSE_UTF16, 1, 1, "UTF-16LE");
}

/* "Cộng hòa xã hội chủ nghĩa Việt Nam" in TCVN3. */
static void
clean_legacy(void **state)
{
	struct world *w = *state;

	assert_null(clean(w,
	    DATA("C\xe9ng h\xdf"
		 "a x\xb7 h\xe9i ch\xf1 ngh\xdc"
		 "a Vi\xd6t "
		 "Nam\n\xa7\xe9"
		 "c l\xcbp - T\xf9 do - H\xb9nh ph\xf3"
		 "c")));
	want(w, DIAG_PARSE_LEGACY_ENCODING, 1, 2, "TCVN3");
}

/* The same read as Latin-1 and saved as UTF-8. */
static void
clean_pasted(void **state)
{
	struct world *w = *state;

	assert_null(clean(w,
	    DATA("Báo cáo\nCéng hßa x· héi chñ nghÜa ViÖt Nam\n"
		 "§éc lËp - Tù do - H¹nh phóc\n")));
	want(w, DIAG_PARSE_LEGACY_PASTED, 2, 1, "TCVN3");
}

static void
clean_characters(void **state)
{
	struct world *w = *state;

	assert_null(clean(w,
	    DATA("a\0b\n\x07"
		 "c")));
	want(w, DIAG_PARSE_CONTROL_CHARACTER, 1, 2, "U+0000 (2)");
	w->ds->n = 0;
	assert_non_null(clean(w,
	    DATA("\u00d0\u1ed9c l\u1eadp\n"
		 "x\u200bx\u00ad\n")));
	want(w, DIAG_PARSE_WRONG_D, 1, 1, "U+00D0 (1)");
	want(w, DIAG_PARSE_ZERO_WIDTH, 2, 2, "U+200B (2)");
	assert_false(diags_have_errors(w->ds));
	w->ds->n = 0;
	assert_null(clean(w, DATA("x\n\ue000\ufeff\ufffd")));
	want(w, DIAG_PARSE_PRIVATE_USE, 2, 1, "U+E000 (1)");
	want(w, DIAG_PARSE_BYTE_ORDER_MARK_INSIDE, 2, 2, "U+FEFF (1)");
	want(w, DIAG_PARSE_REPLACEMENT_CHARACTER, 2, 3, "U+FFFD (1)");
	w->ds->n = 0;
	assert_null(clean(w, DATA("a\u2028b\xc2\x85")));
	want(w, DIAG_PARSE_CONTROL_CHARACTER, 1, 2, "U+2028 (2)");
}

static void
clean_line_limit(void **state)
{
	struct world *w = *state;
	char *p = malloc(100003);

	memset(p, 'x', 100003);
	p[0] = '\n';
	assert_non_null(clean(w, p, 100001));
	assert_null(clean(w, p, 100002));
	want(w, DIAG_PARSE_LINE_LONG, 2, 1, "100001 > 100000 (1)");
	free(p);
}

/* A tab is one column, as are a letter with two marks and CR LF's end. */
static void
xml_places(void **state)
{
	struct world *w = *state;
	const struct xelem *e = xml(w,
	    DATA("\xef\xbb\xbf<?xml version=\"1.0\"?>\r\n"
		 "<!-- <a x='1'> -->\r\n"
		 "<r>\tSố tiê\xcc\x81ng: <a x=\"đ>\" \t y = 'Tân'\r\n"
		 "\tz=\"&lt;&amp;&#38;#38;\"/>đuôi<b/>"
		 "<![CDATA[<x>]]> &amp; <?pi <c/> ?><c\n\nd='1'>1</c ></r>"));
	const struct xelem *a = xml_child(e, "a"), *c = xml_child(e, "c");

	want_pos(e->pos, 3, 1);
	want_pos(e->first->pos, 3, 4);
	want_pos(xml_text_pos(e->first), 3, 5);
	want_pos(a->pos, 3, 15);
	want_pos(xml_attr_pos(a, "x"), 3, 18);
	want_pos(xml_attr_pos(a, "y"), 3, 27);
	want_pos(xml_attr_pos(a, "z"), 4, 2);
	want_pos(xml_attr_pos(a, "none"), 3, 15);
	assert_true(str_is(xml_attr(a, "x"), "đ>"));
	assert_true(str_is(xml_attr(a, "z"), "<&&#38;"));
	assert_null(xml_attr(a, "none").p);
	want_pos(a->next->pos, 4, 26);
	assert_true(str_is(a->next->text, "đuôi"));
	want_pos(xml_child(e, "b")->pos, 4, 30);
	/* text begins behind "<![CDATA[" and goes on behind it */
	want_pos(xml_child(e, "b")->next->pos, 4, 43);
	assert_true(str_is(xml_child(e, "b")->next->text, "<x> & "));
	want_pos(c->pos, 4, 68);
	want_pos(xml_attr_pos(c, "d"), 6, 1);
	assert_true(str_is(xml_text(w->a, e), "Số ti\u1ebfng: đuôi<x> & 1"));
	assert_ptr_equal(c->parent, e);
	assert_null(xml_sibling(c->next, NULL));
	assert_ptr_equal(xml_sibling(a, "a"), a);
}

/* References are text like any other: composed, and no controls by them. */
static void
xml_references(void **state)
{
	struct world *w = *state;
	const struct xelem *e =
	    xml(w, DATA("<r a='o&#x302;&#x301;'>e&#x301;</r>"));

	assert_true(str_is(xml_attr(e, "a"), "\u1ed1"));
	assert_true(str_is(xml_text(w->a, e), "\u00e9"));
	assert_null(xml(w, DATA("<r>\n<a b='&#x85;'/></r>")));
	want(w, DIAG_PARSE_CONTROL_CHARACTER, 2, 4, "U+0085 (1)");
}

static const struct {
	const char *text;
	enum diag_id id;
	uint32_t line, col;
	const char *detail;
} bad_xml[] = {
	{ "<!DOCTYPE r><r/>", DIAG_PARSE_XML_DOCTYPE, 1, 1, "" },
	{ "<?xml version='1.0'?>\n<!-- x --> <!DOCTYPE r SYSTEM 'file:///x'>\n"
	  "<r/>",
	    DIAG_PARSE_XML_DOCTYPE, 2, 12, "" },
	{ "<r>\n <a>\n</r>", DIAG_PARSE_XML_TAG_MISMATCH, 2, 2,
	    "<a>, </r> (3)" },
	{ "<r>đ\n <a>x", DIAG_PARSE_XML_UNCLOSED, 2, 2, "<a>" },
	{ "<r>\n<a đ='1' b='2' đ='3'/></r>", DIAG_PARSE_XML_ATTRIBUTE_REPEATED,
	    2, 16, "đ" },
	{ "<r>x &nbsp; y</r>", DIAG_PARSE_XML_ENTITY_UNKNOWN, 1, 6, "&nbsp;" },
	{ "<r>A & B</r>", DIAG_PARSE_XML_AMPERSAND, 1, 6, "" },
	{ "<r>A&B C</r>", DIAG_PARSE_XML_AMPERSAND, 1, 5, "" },
	{ "<r a='<1'/>", DIAG_PARSE_XML_LESS_THAN, 1, 7, "" },
	{ "xin chào", DIAG_PARSE_XML_EMPTY, 1, 1, "" },
	{ " \n ", DIAG_PARSE_XML_EMPTY, 1, 1, "" },
	{ "<r/><s/>", DIAG_PARSE_XML_SYNTAX, 1, 5, NULL },
	{ "<r><1/></r>", DIAG_PARSE_XML_LESS_THAN, 1, 5, NULL },
	{ "<r a=1/>", DIAG_PARSE_XML_QUOTE, 1, 6, NULL },
	{ "<r>\n <x:a xmlns:x='u'/></r>", DIAG_PARSE_XML_NAMESPACE, 2, 2,
	    "x:a" },
	{ "<r>\n <x:a/></r>", DIAG_PARSE_XML_NAMESPACE, 2, 2, "x:a" },
	{ "<r  xmlns='u'/>", DIAG_PARSE_XML_NAMESPACE, 1, 5, "xmlns" },
	{ "<r  x:y='u'/>", DIAG_PARSE_XML_NAMESPACE, 1, 5, "x:y" },
};

static void
xml_bad(void **state)
{
	struct world *w = *state;

	for (size_t i = 0; i < sizeof(bad_xml) / sizeof(bad_xml[0]); i++) {
		w->ds->n = 0;
		assert_null(xml(w, bad_xml[i].text, strlen(bad_xml[i].text)));
		want(w, bad_xml[i].id, bad_xml[i].line, bad_xml[i].col,
		    bad_xml[i].detail);
	}
	w->ds->n = 0;
	assert_non_null(xml(w, DATA("<r xml:lang='vi'/>")));
	assert_non_null(
	    xml(w, DATA("<?xml version='1.0' encoding='UTF-8'?><r/>")));
	assert_int_equal(w->ds->n, 0);
	assert_non_null(
	    xml(w, DATA("<?xml version='1.0' encoding=\"UTF-16\"?><r>đ</r>")));
	want(w, DIAG_PARSE_XML_ENCODING, 1, 21, "\"UTF-16\"");
}

/* Refused before anything is expanded or opened. */
static void
xml_bombs(void **state)
{
	struct world *w = *state;

	assert_null(xml(w,
	    DATA("<!DOCTYPE r [<!ENTITY a 'x'><!ENTITY b '&a;&a;&a;'>"
		 "<!ENTITY c SYSTEM 'file:///etc/passwd'>]><r>&b;&c;</r>")));
	want(w, DIAG_PARSE_XML_DOCTYPE, 1, 1, "");
	assert_int_equal(w->ds->n, 1);
}

static struct str
repeat(struct world *w, const char *before, const char *each, size_t n,
    const char *after)
{
	struct buf b = { .arena = w->a };

	buf_adds(&b, before);
	for (size_t i = 0; i < n; i++)
		buf_adds(&b, each);
	buf_adds(&b, after);
	return buf_str(&b);
}

static void
xml_limits(void **state)
{
	struct world *w = *state;
	struct str s = repeat(w, "", "<a>", 10000, "");

	assert_null(xml(w, s.p, s.n));
	want(w, DIAG_PARSE_XML_DEPTH, 1, 3 * 256 + 1, "> 256");
	assert_int_equal(w->ds->n, 1);
	s = repeat(w, "<r>", "<a/>\n", 200001, "</r>");
	assert_null(xml(w, s.p, s.n));
	/* r, then an element and a text on each line */
	want(w, DIAG_PARSE_XML_SIZE, 100000, 5, "> 200000");
	w->ds->n = 0;
	s = repeat(w, "<r>\n<a", " b='1'", 10000, "/></r>");
	assert_null(xml(w, s.p, s.n));
	want(w, DIAG_PARSE_XML_SIZE, 2, 1, "> 256");
	w->ds->n = 0;
	s = repeat(w, "", "<a>", 256, "");
	s = repeat(w, s.p, "</a>", 256, "");
	assert_non_null(xml(w, s.p, s.n));
}

static const struct xrule rules[] = {
	{ "r", "version!", "a+ b! c? d", false },
	{ "a", "id! name", "", true },
	{ "b", "", "", false },
	{ "c", "", "", false },
	{ "d", "", "", false },
};

static void
xml_vocabulary(void **state)
{
	struct world *w = *state;
	const struct xelem *e =
	    xml(w, DATA("<r version='1'>\n <a id='1'>x</a><b/><d/><d/>\n</r>"));

	assert_true(xml_check(w->a, e, rules, 5, w->ds));
	assert_int_equal(w->ds->n, 0);
	e = xml(w,
	    DATA("<r>\n <b>\n\t đâu</b><c/> <c/>\n"
		 " <a nam='x'/><e/><a id=''><b/></a></r>"));
	assert_false(xml_check(w->a, e, rules, 5, w->ds));
	want(w, DIAG_PARSE_ATTRIBUTE_MISSING, 1, 1, "version");
	want(w, DIAG_PARSE_TEXT_MISPLACED, 3, 3, "\"đâu\"");
	want(w, DIAG_PARSE_ELEMENT_REPEATED, 3, 15, "<c>");
	want(w, DIAG_PARSE_ATTRIBUTE_UNKNOWN, 4, 5, "nam");
	assert_string_equal(
	    found(w, DIAG_PARSE_ATTRIBUTE_UNKNOWN)->near.p, "name");
	want(w, DIAG_PARSE_ELEMENT_UNKNOWN, 4, 14, "<e>");
	assert_int_equal(w->ds->n, 7); /* also id, and b inside a */
	w->ds->n = 0;
	e = xml(w, DATA("<r version='1'/>"));
	assert_false(xml_check(w->a, e, rules, 5, w->ds));
	want(w, DIAG_PARSE_ELEMENT_MISSING, 1, 1, "<a>");
	assert_int_equal(w->ds->n, 2); /* a and b */
	e = xml(w, DATA("<s/>"));
	assert_false(xml_check(w->a, e, rules, 5, w->ds));
	want(w, DIAG_PARSE_ELEMENT_UNKNOWN, 1, 1, "<s>");
}

static void
yaml_places(void **state)
{
	struct world *w = *state;
	const struct source *src = clean(w,
	    DATA("---\r\nSố: 05\r\nĐơn vị: 'Phòng: \"KT\"'\r\n"
		 "Nơi nhận:\r\n- Như trên\r\n-   Ban TĐKT\r\n"
		 "Người ký: {Chức vụ: TRƯỞNG PHÒNG, Họ tên:  Nguyễn Văn A }\r\n"
		 "Ghi chú: |\r\n  một\r\n  hai\r\nTrống:\r\n---\r\n"));
	const struct ynode *m = yaml_parse(w->a, src, 2, 11, w->ds), *n;

	assert_non_null(m);
	assert_int_equal(m->kind, YAML_MAP);
	n = key(m, "Số");
	assert_true(str_is(n->text, "05"));
	want_pos(n->key_pos, 2, 1);
	want_pos(n->pos, 2, 5);
	n = key(m, "Đơn vị");
	assert_true(str_is(n->text, "Phòng: \"KT\""));
	want_pos(n->pos, 3, 9);
	n = key(m, "Nơi nhận");
	assert_int_equal(n->kind, YAML_LIST);
	want_pos(n->first->pos, 5, 3);
	want_pos(n->first->next->pos, 6, 5);
	n = key(m, "Người ký");
	assert_int_equal(n->kind, YAML_MAP);
	want_pos(n->pos, 7, 11);
	n = key(n, "Họ tên");
	assert_true(str_is(n->text, "Nguyễn Văn A"));
	want_pos(n->key_pos, 7, 35);
	want_pos(n->pos, 7, 44);
	assert_true(str_is(key(m, "Ghi chú")->text, "một\nhai"));
	assert_true(str_is(key(m, "Trống")->text, ""));
	assert_null(yaml_parse(w->a, src, 5, 4, w->ds)->first);
	assert_null(yaml_parse(w->a, src, 99, 100, w->ds)->first);
}

static const struct {
	const char *text;
	enum diag_id id;
	uint32_t line, col;
	const char *detail;
} bad_yaml[] = {
	{ "a: 1\nb: &x [1]\nc: *x\n", DIAG_PARSE_YAML_ALIAS, 2, 4, "&x" },
	{ "a: *x\n", DIAG_PARSE_YAML_ALIAS, 1, 4, "*x" },
	{ "Số: 1\nSO: 2\n", DIAG_PARSE_YAML_KEY_REPEATED, 2, 1, "\"SO\"" },
	{ "a: {đ: 1, d: 2}\n", DIAG_PARSE_YAML_KEY_REPEATED, 1, 11, "\"d\"" },
	{ "a: !!str x\n", DIAG_PARSE_YAML_TAG, 1, 4, "tag:yaml.org,2002:str" },
	{ "a: ! x\n", DIAG_PARSE_YAML_TAG, 1, 4, "!" },
	{ "%YAML 1.1\n---\na: 1\n", DIAG_PARSE_YAML_TAG, 1, 1, "%YAML" },
	{ "a: 1\n---\nb: 2\n", DIAG_PARSE_YAML_DOCUMENT, 2, 1, "" },
	{ "- a\n- b\n", DIAG_PARSE_YAML_NOT_MAP, 1, 1, "" },
	{ "xin chào\n", DIAG_PARSE_YAML_NOT_MAP, 1, 1, "" },
	{ "[a]: 1\n", DIAG_PARSE_YAML_KEY, 1, 1, "" },
	{ "a:\n  ? {b: 1}\n  : 2\n", DIAG_PARSE_YAML_KEY, 2, 5, "" },
	{ "'': 1\n", DIAG_PARSE_YAML_KEY, 1, 1, "" },
	{ "a: 1\nb: 'x\nc: 2\n", DIAG_PARSE_YAML_QUOTE, 2, 4, "" },
	{ "Trích yếu: Về việc: x\n", DIAG_PARSE_YAML_COLON, 1, 19, "" },
	{ "a:\n\tb: 2\n", DIAG_PARSE_YAML_CHARACTER, 2, 1, "" },
	{ "a: @x\n", DIAG_PARSE_YAML_CHARACTER, 1, 4, "" },
	{ "a: 1\nb\nc: 2\n", DIAG_PARSE_YAML_NO_COLON, 2, 1, "" },
	{ "a: [1, 2\nb: 3\n", DIAG_PARSE_YAML_BRACKET, 1, 4, "" },
	{ "a: 'x' y\n", DIAG_PARSE_YAML_INDENT, 1, 8, "" },
	{ "a: \"\\q\"\n", DIAG_PARSE_YAML_SYNTAX, 1, 5, NULL },
	{ "a: \"\\x07\"\n", DIAG_PARSE_CONTROL_CHARACTER, 1, 4, "U+0007 (1)" },
};

static void
yaml_bad(void **state)
{
	struct world *w = *state;

	for (size_t i = 0; i < sizeof(bad_yaml) / sizeof(bad_yaml[0]); i++) {
		w->ds->n = 0;
		assert_null(
		    yaml(w, bad_yaml[i].text, strlen(bad_yaml[i].text)));
		want(w, bad_yaml[i].id, bad_yaml[i].line, bad_yaml[i].col,
		    bad_yaml[i].detail);
	}
}

static void
yaml_bombs(void **state)
{
	struct world *w = *state;
	struct str s = repeat(w, "a: ", "[", 10000, "");

	assert_null(yaml(w,
	    DATA("a: &a [x, x]\nb: &b [*a, *a]\n"
		 "c: &c [*b, *b]\nd: [*c, *c]\n")));
	assert_int_equal(w->ds->n, 9); /* three anchors, six aliases */
	w->ds->n = 0;
	assert_null(yaml(w, s.p, s.n));
	want(w, DIAG_PARSE_YAML_DEPTH, 1, 3 + 32, "> 32");
	s = repeat(w, "a:\n", "- x\n", 10001, "");
	assert_null(yaml(w, s.p, s.n));
	/* the map, a, the list, then one node on each line from the second */
	want(w, DIAG_PARSE_YAML_SIZE, 9999, 3, "> 10000");
}

/* Whatever is cut off, nothing crashes, and an error or a tree comes out. */
static void
all_prefixes(void **state)
{
	static const char x[] =
	    "\xef\xbb\xbf<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n"
	    "<!-- é --><r a='1' b=\"&lt;ế\"> &amp; Tân<![CDATA[<]]>"
	    "<b/><?p q?>e\xcc\x81<c x = 'y'>&#x301;</c></r>\r\n";
	static const char y[] =
	    "Số: 05\nĐơn vị: \"a\\n\\u00e9\"\nNơi nhận:\n- 'x'\n-  {a: 1}\n"
	    "Ghi: |\n  một\n\n  hai\nb: >\n  x\n# c\nd: [a, b]\n";
	struct world *w = *state;

	for (size_t n = 0; n < sizeof(x); n++) {
		const struct source *src = clean(w, x, n);
		const struct xelem *e =
		    src != NULL ? xml_parse(w->a, src, w->ds) : NULL;

		assert_true(e != NULL || diags_have_errors(w->ds));
		w->ds->n = 0;
	}
	for (size_t n = 0; n < sizeof(y); n++) {
		const struct source *src = clean(w, y, n);
		const struct ynode *m =
		    src != NULL ? yaml_parse(w->a, src, 1, 99, w->ds) : NULL;

		assert_true(m != NULL || diags_have_errors(w->ds));
		w->ds->n = 0;
	}
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(clean_lines),
		TEST(clean_empty),
		TEST(clean_long_line),
		TEST(clean_mended),
		TEST(clean_refused_bytes),
		TEST(clean_legacy),
		TEST(clean_pasted),
		TEST(clean_characters),
		TEST(clean_line_limit),
		TEST(xml_places),
		TEST(xml_references),
		TEST(xml_bad),
		TEST(xml_bombs),
		TEST(xml_limits),
		TEST(xml_vocabulary),
		TEST(yaml_places),
		TEST(yaml_bad),
		TEST(yaml_bombs),
		TEST(all_prefixes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
