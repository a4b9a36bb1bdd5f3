/*
 * xml.c - XML to a read-only tree; the only user of libxml2.
 *
 * The library is used for its SAX2 events alone: it makes no tree, loads
 * nothing, knows no entities but its own five (a DOCTYPE is refused before it
 * sees the source) and keeps its own limits (no XML_PARSE_HUGE).
 */
#include "parse/xml.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

#include "parse/mend.h"
#include "parse/xml_scan.h"
#include "text/utf8.h"

enum { DEPTH_MAX = 256, NODES_MAX = 200000, ATTRS_MAX = 256 };

/* An element whose end tag has not come yet. */
struct open {
	struct xelem *e, *last;
	bool empty; /* written as <x/>: no end tag follows */
};

struct reader {
	struct arena *a;
	const struct source *src;
	struct diags *ds;
	xmlParserCtxtPtr ctxt;
	struct xelem *root;
	struct open open[DEPTH_MAX];
	size_t depth, nodes;
	size_t at; /* in the source, behind the last tag */
	struct buf text;
	bool failed, namespaces;
};

static struct pos
place(const struct reader *r, size_t offset)
{
	return source_pos(r->src, offset);
}

static void
stop(struct reader *r)
{
	r->failed = true;
	xmlStopParser(r->ctxt);
}

/* Room for n more nodes? */
static bool
count_nodes(struct reader *r, size_t n)
{
	r->nodes += n;
	if (r->nodes <= NODES_MAX)
		return true;
	diag_add(
	    r->ds, DIAG_PARSE_XML_SIZE, place(r, r->at), "> %d", NODES_MAX);
	stop(r);
	return false;
}

static void
append(struct reader *r, struct xelem *e)
{
	struct open *o;

	if (r->depth == 0) {
		r->root = e;
		return;
	}
	o = &r->open[r->depth - 1];
	e->parent = o->e;
	if (o->last == NULL)
		o->e->first = e;
	else
		o->last->next = e;
	o->last = e;
}

/* A value as all text of the program is: NFC, nothing forbidden in it. */
static struct str
clean_value(struct reader *r, struct str s, struct pos pos)
{
	uint32_t c;

	if (chars_forbidden(s, &c)) {
		diag_add(r->ds, DIAG_PARSE_CONTROL_CHARACTER, pos, "U+%04X (1)",
		    (unsigned)c);
		r->failed = true;
	}
	return utf8_nfc(r->a, s);
}

/* The text met since the last tag becomes a node. */
static void
end_text(struct reader *r)
{
	struct xelem *e;

	if (r->text.n == 0 || r->depth == 0 || !count_nodes(r, 1))
		return;
	e = NEW(r->a, struct xelem);
	e->pos = place(r, xml_scan_text(r->src->text, r->at));
	e->text = clean_value(r, buf_str(&r->text), e->pos);
	append(r, e);
	r->text = (struct buf) { .arena = r->a };
}

static void
on_text(void *user, const xmlChar *p, int n)
{
	struct reader *r = user;

	buf_add(&r->text, (struct str) { (const char *)p, (size_t)n });
}

/*
 * Entities are not to be replaced, so the library leaves an ampersand in a
 * value as "&#38;"; it leaves nothing else.
 */
static struct str
value_of(struct arena *a, const xmlChar *from, const xmlChar *to)
{
	struct str rest = { (const char *)from, (size_t)(to - from) };
	struct str amp = STR("&#38;");
	struct buf out = { .arena = a };

	for (size_t i; (i = str_find(rest, amp, 0)) < rest.n;) {
		buf_add(&out, str_sub(rest, 0, i));
		buf_addc(&out, '&');
		rest = str_sub(rest, i + amp.n, rest.n);
	}
	buf_add(&out, rest);
	return out.n > 0 ? buf_str(&out) : STR("");
}

/* "name" or "prefix:name", in the arena. */
static struct str
full_name(struct arena *a, const xmlChar *local, const xmlChar *prefix)
{
	if (prefix == NULL)
		return str_dup(a, str_of((const char *)local));
	return str_printf(
	    a, "%s:%s", (const char *)prefix, (const char *)local);
}

/* Told once: a file that uses them at all uses them everywhere. */
static void
refuse_namespace(struct reader *r, struct pos pos, struct str name)
{
	if (!r->namespaces)
		diag_add(r->ds, DIAG_PARSE_XML_NAMESPACE, pos, "%.*s",
		    STR_ARG(name));
	r->failed = r->namespaces = true;
}

/* The place of the attribute of that name in tag; the tag's if it has none. */
static struct pos
attr_place(const struct reader *r, const struct xml_tag *tag, struct str name)
{
	struct xml_scan_attr attr;
	size_t i = tag->attrs;

	while (xml_scan_attr(r->src->text, &i, &attr))
		if (str_eq(attr.name, name))
			return place(r, attr.start);
	return place(r, tag->start);
}

/* Attributes come in fives: name, prefix, URI, value, its end. */
static void
take_attrs(struct reader *r, struct xelem *e, const struct xml_tag *tag,
    const xmlChar **attr, size_t n)
{
	e->attr = NEW_ARRAY(r->a, n, struct xattr);
	e->nattrs = n;
	for (size_t i = 0; i < n; i++, attr += 5) {
		struct xattr *x = &e->attr[i];

		x->name = full_name(r->a, attr[0], attr[1]);
		x->pos = attr_place(r, tag, x->name);
		x->value =
		    clean_value(r, value_of(r->a, attr[3], attr[4]), x->pos);
		if (attr[1] != NULL && !str_starts(x->name, STR("xml:")))
			refuse_namespace(r, x->pos, x->name);
	}
}

static void
on_start(void *user, const xmlChar *local, const xmlChar *prefix,
    const xmlChar *uri, int nspaces, const xmlChar **space, int nattrs,
    int ndefaults, const xmlChar **attr)
{
	struct reader *r = user;
	struct xml_tag tag;
	struct xelem *e;

	(void)uri, (void)ndefaults;
	end_text(r);
	if (r->failed && r->nodes > NODES_MAX)
		return;
	if (!xml_scan_start(r->src->text, r->at, &tag))
		tag = (struct xml_tag) { r->at, r->at, r->at, false };
	if (r->depth == DEPTH_MAX) {
		diag_add(r->ds, DIAG_PARSE_XML_DEPTH, place(r, tag.start),
		    "> %d", DEPTH_MAX);
		stop(r);
		return;
	}
	if (!count_nodes(r, 1 + (size_t)nattrs))
		return;
	e = NEW(r->a, struct xelem);
	e->name = full_name(r->a, local, prefix);
	e->pos = place(r, tag.start);
	if (prefix != NULL)
		refuse_namespace(r, e->pos, e->name);
	for (int i = 0; i < nspaces; i++) {
		struct str name = space[2 * i] == NULL ?
		    STR("xmlns") :
		    full_name(r->a, space[2 * i], BAD_CAST "xmlns");

		refuse_namespace(r, attr_place(r, &tag, name), name);
	}
	take_attrs(r, e, &tag, attr, (size_t)nattrs);
	append(r, e);
	r->open[r->depth++] = (struct open) { e, NULL, tag.empty };
	r->at = tag.end;
}

static void
on_end(
    void *user, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri)
{
	struct reader *r = user;

	(void)local, (void)prefix, (void)uri;
	end_text(r);
	if (r->depth == 0)
		return;
	if (!r->open[--r->depth].empty)
		r->at = xml_scan_end(r->src->text, r->at);
}

/* What a code of the library is called here; all others are a syntax error. */
static enum diag_id
id_of(int code)
{
	switch (code) {
	case XML_ERR_DOCUMENT_EMPTY:
		return DIAG_PARSE_XML_EMPTY;
	case XML_ERR_TAG_NAME_MISMATCH:
		return DIAG_PARSE_XML_TAG_MISMATCH;
	case XML_ERR_TAG_NOT_FINISHED:
		return DIAG_PARSE_XML_UNCLOSED;
	case XML_ERR_ATTRIBUTE_REDEFINED:
		return DIAG_PARSE_XML_ATTRIBUTE_REPEATED;
	case XML_ERR_UNDECLARED_ENTITY:
	case XML_WAR_UNDECLARED_ENTITY:
		return DIAG_PARSE_XML_ENTITY_UNKNOWN;
	case XML_ERR_NAME_REQUIRED: /* or a tag without a name */
	case XML_ERR_ENTITYREF_SEMICOL_MISSING:
		return DIAG_PARSE_XML_AMPERSAND;
	case XML_ERR_ATTRIBUTE_NOT_STARTED:
		return DIAG_PARSE_XML_QUOTE;
	case XML_ERR_LT_IN_ATTRIBUTE:
		return DIAG_PARSE_XML_LESS_THAN;
	case XML_ERR_INVALID_CHAR: /* "&#7;"; others never come here */
		return DIAG_PARSE_CONTROL_CHARACTER;
	default:
		return DIAG_PARSE_XML_SYNTAX;
	}
}

/* Where the parser stands. */
static size_t
parser_offset(const struct reader *r)
{
	long n = xmlByteConsumed(r->ctxt);
	size_t max = r->src->text.n;

	return n < 0 ? 0 : (size_t)n > max ? max : (size_t)n;
}

/* The last c before offset; offset itself if there is none. */
static size_t
back_to(const struct reader *r, size_t offset, char c)
{
	const char *p = memrchr(r->src->text.p, c, offset);

	return p == NULL ? offset : (size_t)(p - r->src->text.p);
}

/* The second attribute of that name in the tag that is being read. */
static size_t
second_attr(const struct reader *r, struct str name, size_t offset)
{
	struct xml_scan_attr attr;
	struct xml_tag tag;
	size_t seen = 0;

	if (!xml_scan_start(r->src->text, r->at, &tag))
		return offset;
	for (size_t i = tag.attrs; xml_scan_attr(r->src->text, &i, &attr);)
		if (str_eq(attr.name, name) && ++seen == 2)
			return attr.start;
	return offset;
}

/*
 * An end tag that fits an outer element tells that the inner one was never
 * closed: its start is the place to look.  Any other is wrong itself.
 */
static struct pos
mismatch_pos(const struct reader *r, struct str closing, size_t at)
{
	for (size_t i = 0; i + 1 < r->depth; i++)
		if (str_eq(r->open[i].e->name, closing))
			return r->open[r->depth - 1].e->pos;
	return place(r, back_to(r, at, '<'));
}

static void
report_error(struct reader *r, const xmlError *error)
{
	enum diag_id id = id_of(error->code);
	struct str name = str_of(error->str1), closing;
	size_t at = parser_offset(r);

	if (error->code == XML_ERR_NAME_REQUIRED &&
	    (at == 0 || r->src->text.p[at - 1] != '&'))
		id = DIAG_PARSE_XML_LESS_THAN;
	switch ((int)id) {
	case DIAG_PARSE_XML_TAG_MISMATCH:
		closing = str_of(error->str2 == NULL ? "" : error->str2);
		diag_add(r->ds, id, mismatch_pos(r, closing, at),
		    "<%.*s>, </%.*s> (%u)", STR_ARG(name), STR_ARG(closing),
		    place(r, back_to(r, at, '<')).line);
		break;
	case DIAG_PARSE_XML_UNCLOSED:
		diag_add(r->ds, id,
		    r->depth > 0 ? r->open[r->depth - 1].e->pos : place(r, at),
		    "<%.*s>", STR_ARG(name));
		break;
	case DIAG_PARSE_XML_ATTRIBUTE_REPEATED:
		diag_add(r->ds, id, place(r, second_attr(r, name, at)), "%.*s",
		    STR_ARG(name));
		break;
	case DIAG_PARSE_XML_ENTITY_UNKNOWN:
		diag_add(r->ds, id, place(r, back_to(r, at, '&')), "&%.*s;",
		    STR_ARG(name));
		break;
	case DIAG_PARSE_XML_AMPERSAND:
		diag_add(r->ds, id, place(r, back_to(r, at, '&')), "%s", "");
		break;
	case DIAG_PARSE_CONTROL_CHARACTER:
		diag_add(r->ds, id, place(r, back_to(r, at, '&')), "U+%04X (1)",
		    (unsigned)error->int1);
		break;
	default:
		diag_add(r->ds, id, place(r, at), "%s", "");
	}
}

/*
 * The first error is the cause; the library goes on to complain about what
 * follows from it.  Undefined prefixes are reported by on_start().
 */
static void
on_error(void *user, xmlErrorPtr error)
{
	struct reader *r = user;

	if (r->failed || error->level < XML_ERR_ERROR ||
	    error->domain == XML_FROM_NAMESPACE)
		return;
	report_error(r, error);
	r->failed = true;
}

/* What is refused before the library sees a byte. */
static bool
may_parse(struct reader *r)
{
	struct str s = r->src->text, encoding;
	size_t at = xml_scan_doctype(s);

	if (at < s.n) {
		diag_add(r->ds, DIAG_PARSE_XML_DOCTYPE, place(r, at), "%s", "");
		return false;
	}
	at = xml_scan_crowded(s, ATTRS_MAX); /* the library is quadratic here */
	if (at < s.n) {
		diag_add(r->ds, DIAG_PARSE_XML_SIZE, place(r, at), "> %d",
		    ATTRS_MAX);
		return false;
	}
	encoding = xml_scan_encoding(s, &at);
	if (encoding.p != NULL &&
	    !(encoding.n == 5 && strncasecmp(encoding.p, "utf-8", 5) == 0))
		diag_add(r->ds, DIAG_PARSE_XML_ENCODING, place(r, at),
		    "\"%.*s\"", STR_ARG(encoding));
	if (str_trim(s).n > 0)
		return true;
	diag_add(r->ds, DIAG_PARSE_XML_EMPTY, place(r, 0), "%s", "");
	return false;
}

static void
run(struct reader *r)
{
	xmlSAXHandler *sax = r->ctxt->sax;

	memset(sax, 0, sizeof(*sax));
	sax->initialized = XML_SAX2_MAGIC;
	sax->startElementNs = on_start;
	sax->endElementNs = on_end;
	sax->characters = on_text;
	sax->ignorableWhitespace = on_text;
	sax->cdataBlock = on_text;
	r->ctxt->userData = r;
	sax->serror = on_error;
	xmlCtxtUseOptions(r->ctxt, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
	xmlParseDocument(r->ctxt);
	if (!r->ctxt->wellFormed && !r->failed) {
		diag_add(r->ds, DIAG_PARSE_XML_SYNTAX,
		    place(r, parser_offset(r)), "%s", "");
		r->failed = true;
	}
}

const struct xelem *
xml_parse(struct arena *a, const struct source *src, struct diags *ds)
{
	struct reader *r = NEW(a, struct reader);

	r->a = a;
	r->src = src;
	r->ds = ds;
	r->text.arena = a;
	if (!may_parse(r))
		return NULL;
	r->ctxt = xmlCreateMemoryParserCtxt(src->text.p, (int)src->text.n);
	if (r->ctxt == NULL) {
		diag_add(ds, DIAG_PARSE_XML_SYNTAX, place(r, 0), "%s", "");
		return NULL;
	}
	run(r);
	xmlFreeParserCtxt(r->ctxt);
	r->ctxt = NULL;
	if (r->root != NULL)
		diags_add_tree(ds, src->path, xml_where, r->root);
	return r->failed ? NULL : r->root;
}
