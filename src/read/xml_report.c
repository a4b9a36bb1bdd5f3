/*
 * xml_report.c - an XML report to the tree.  report.rng describes the same
 * vocabulary for editors; tests hold both against each other.
 */
#include "parse/xml.h"
#include "read/reader.h"
#include "text/utf8.h"

struct xr {
	struct reader *r;
	bool in_note, in_link;
};

/* --- the vocabulary --------------------------------------------------- */

/* Which children and text a header element may have, by its shape. */
#define CHILDREN_SCALAR ""
#define CHILDREN_LIST "item"
#define CHILDREN_MAP "authority position name"
#define CHILDREN_FIGURES "target"
#define TEXT_SCALAR true
#define TEXT_LIST true
#define TEXT_MAP false
#define TEXT_FIGURES false
#define TOP_NONE(name) name " "
#define TOP_SIGNER(name)

/* clang-format off */
static const struct xrule header_rules[] = {
	{ "header", "",
#define FIELD(id, name, label, parent, shape) TOP_##parent(name)
#include "doc/field.def"
#undef FIELD
	    , false },
#define FIELD(id, name, label, parent, shape) \
	{ name, "", CHILDREN_##shape, TEXT_##shape },
#include "doc/field.def"
#undef FIELD
	{ "item", "", "", true },
	{ "target", "ref! note", "", true },
};

#define INLINE "b i a br note"
static const struct xrule body_rules[] = {
	{ "body", "", "heading p list table image appendix", false },
	{ "appendix", "number title id landscape", "heading p list table image",
	    false },
	{ "heading", "level! label id", "b i a note", true },
	{ "p", "label id", INLINE, true },
	{ "list", "ordered start", "item+", false },
	{ "item", "", "p list table image", false },
	{ "table", "caption id widths columns", "row+", false },
	{ "row", "header", "cell+", false },
	{ "cell", "colspan rowspan align", INLINE, true },
	{ "b", "", INLINE, true },
	{ "i", "", INLINE, true },
	{ "a", "href!", "b i br note", true },
	{ "br", "", "", false },
	{ "note", "", "b i a br", true },
	{ "image", "path! alt caption width", "", false },
};

static const struct xrule report_rules[] = {
	{ "report", "version!", "header! body!", false },
	{ "header", "", "", false },
	{ "body", "", "", false },
};
/* clang-format on */

#define COUNT(rules) (sizeof(rules) / sizeof((rules)[0]))

/* --- attributes ------------------------------------------------------- */

static void
bad_value(struct xr *x, const struct xelem *e, const char *name)
{
	diag_add(x->r->ds, DIAG_READ_VALUE_INVALID, xml_attr_pos(e, name),
	    "%s=\"%.*s\"", name, STR_ARG(xml_attr(e, name)));
}

/* An attribute that is a number from 1 to max; absent or bad: otherwise. */
static unsigned
attr_count(struct xr *x, const struct xelem *e, const char *name, unsigned max,
    unsigned otherwise)
{
	struct str s = xml_attr(e, name);
	unsigned n;

	if (s.p == NULL)
		return otherwise;
	n = parse_count(s, max);
	if (n == 0)
		bad_value(x, e, name);
	return n == 0 ? otherwise : n;
}

static bool
attr_yes(struct xr *x, const struct xelem *e, const char *name)
{
	struct str s = xml_attr(e, name);

	if (s.p != NULL && !str_is(s, "yes") && !str_is(s, "no"))
		bad_value(x, e, name);
	return str_is(s, "yes");
}

static struct str
attr_id(struct xr *x, const struct xelem *e)
{
	struct str s = xml_attr(e, "id");

	return s.p == NULL ? STR_NONE :
			     reader_id(x->r, s, xml_attr_pos(e, "id"));
}

/* A typed label as given; blanks around it mean nothing. */
static struct str
attr_label(const struct xelem *e)
{
	return str_trim(xml_attr(e, "label"));
}

static bool
parse_align(struct str s, enum align *out)
{
	static const char *const names[] = {
		[ALIGN_DEFAULT] = "default",
		[ALIGN_LEFT] = "left",
		[ALIGN_CENTER] = "center",
		[ALIGN_RIGHT] = "right",
		[ALIGN_BOTH] = "both",
	};

	for (size_t i = 0; i < COUNT(names); i++)
		if (str_is(s, names[i])) {
			*out = (enum align)i;
			return true;
		}
	return false;
}

static const struct xelem *
first_elem(const struct xelem *e)
{
	return xml_child(e, NULL);
}

static const struct xelem *
next_elem(const struct xelem *e)
{
	return e->next == NULL ? NULL : xml_sibling(e->next, NULL);
}

/* --- inline ----------------------------------------------------------- */

static void take_content(struct xr *x, const struct xelem *e, struct ink *k);

static void
take_note(struct xr *x, const struct xelem *e, struct ink *k)
{
	struct node *note, *p, *ref;
	struct ink own;
	bool in_link = x->in_link;

	if (x->in_note) {
		diag_add(x->r->ds, DIAG_READ_NOTE_PLACE, e->pos, "<note>");
		return;
	}
	note = note_new(x->r, e->pos);
	ref = ink_leaf(k, NODE_NOTE_REF, e->pos);
	ref->as.note_ref.number = note->as.footnote.number;
	p = reader_node(x->r, NODE_PARAGRAPH, e->pos);
	own = ink_begin(x->r, p);
	x->in_note = true;
	x->in_link = false;
	take_content(x, e, &own);
	x->in_note = false;
	x->in_link = in_link;
	if (x->r->stopped)
		return;
	ink_end(&own);
	note_end(x->r, note, p);
}

static void
take_mark(
    struct xr *x, const struct xelem *e, struct ink *k, enum node_kind kind)
{
	struct node *n;

	if (kind == NODE_LINK && x->in_link) {
		diag_add(
		    x->r->ds, DIAG_READ_MARKUP_UNSUPPORTED, e->pos, "<a> <a>");
		return;
	}
	n = ink_open(k, kind, e->pos);
	if (n == NULL)
		return;
	if (kind == NODE_LINK) {
		n->as.link.url = str_trim(xml_attr(e, "href"));
		check_link(x->r, n->as.link.url, xml_attr_pos(e, "href"));
		x->in_link = true;
	}
	take_content(x, e, k);
	if (x->r->stopped)
		return;
	if (kind == NODE_LINK)
		x->in_link = false;
	ink_close(k);
}

/* The depth of calls is that of marks, which ink_open() bounds. */
static void
take_content(struct xr *x, const struct xelem *e, struct ink *k)
{
	for (e = e->first; e != NULL && reader_goes_on(x->r); e = e->next) {
		if (e->name.n == 0)
			ink_text(k, e->text, e->pos);
		else if (str_is(e->name, "b"))
			take_mark(x, e, k, NODE_STRONG);
		else if (str_is(e->name, "i"))
			take_mark(x, e, k, NODE_EMPH);
		else if (str_is(e->name, "a"))
			take_mark(x, e, k, NODE_LINK);
		else if (str_is(e->name, "br"))
			ink_break(k, e->pos);
		else if (str_is(e->name, "note"))
			take_note(x, e, k);
	}
}

/* All inline content of e into block; false when the reader stopped. */
static bool
take_inlines(struct xr *x, const struct xelem *e, struct node *block)
{
	struct ink k = ink_begin(x->r, block);

	take_content(x, e, &k);
	if (x->r->stopped)
		return false;
	ink_end(&k);
	return true;
}

/* --- blocks ----------------------------------------------------------- */

static void take_blocks(
    struct xr *x, const struct xelem *e, struct node *parent, unsigned depth);

static void
take_heading(struct xr *x, const struct xelem *e)
{
	struct node *h = reader_node(x->r, NODE_HEADING, e->pos);

	h->as.heading.level = attr_count(x, e, "level", 99, 1);
	h->as.heading.label = attr_label(e);
	h->as.heading.id = attr_id(x, e);
	if (take_inlines(x, e, h))
		block_heading(x->r, h);
}

static void
take_paragraph(struct xr *x, const struct xelem *e, struct node *parent)
{
	struct node *p = reader_node(x->r, NODE_PARAGRAPH, e->pos);

	p->as.paragraph.label = attr_label(e);
	p->as.paragraph.id = attr_id(x, e);
	if (take_inlines(x, e, p))
		block_paragraph(x->r, parent, p);
}

static void
take_list(
    struct xr *x, const struct xelem *e, struct node *parent, unsigned depth)
{
	struct node *list = reader_node(x->r, NODE_LIST, e->pos), *item;
	const struct xelem *i = first_elem(e);
	size_t before;
	unsigned start = attr_count(x, e, "start", 999999999, 1);

	if (depth >= MAX_LIST_DEPTH) {
		diag_add(x->r->ds, DIAG_READ_LIST_DEEP, e->pos, "%u > %u",
		    depth + 1, (unsigned)MAX_LIST_DEPTH);
		return;
	}
	list->as.list.ordered = attr_yes(x, e, "ordered");
	if (list->as.list.ordered)
		list->as.list.start = start;
	else if (xml_attr(e, "start").p != NULL)
		bad_value(x, e, "start");
	for (; i != NULL && reader_goes_on(x->r); i = next_elem(i)) {
		item = reader_node(x->r, NODE_ITEM, i->pos);
		before = x->r->ds->n;
		take_blocks(x, i, item, depth + 1);
		if (!x->r->stopped)
			block_item(x->r, list, item, before);
	}
	if (!x->r->stopped)
		block_list(parent, list);
}

static void
take_cell(struct xr *x, const struct xelem *e, struct node *row)
{
	struct node *c = reader_node(x->r, NODE_CELL, e->pos);
	struct str align = xml_attr(e, "align");

	c->as.cell.colspan = attr_count(x, e, "colspan", MAX_COLUMNS, 1);
	c->as.cell.rowspan = attr_count(x, e, "rowspan", 9999, 1);
	if (align.p != NULL && !parse_align(align, &c->as.cell.align))
		bad_value(x, e, "align");
	if (take_inlines(x, e, c))
		node_append(row, c);
}

static void
take_row(struct xr *x, const struct xelem *e, struct node *table)
{
	struct node *row = reader_node(x->r, NODE_ROW, e->pos);
	const struct xelem *c = first_elem(e);

	row->as.row.header = attr_yes(x, e, "header");
	if (row->as.row.header && table->last != NULL &&
	    !table->last->as.row.header)
		diag_add(x->r->ds, DIAG_READ_TABLE_HEADER, e->pos, "%s", "");
	for (; c != NULL && reader_goes_on(x->r); c = next_elem(c))
		take_cell(x, c, row);
	node_append(table, row);
}

/* Columns are those named, or those of the first row. */
static bool
take_columns(struct xr *x, const struct xelem *e, struct node *t)
{
	struct str rest = xml_attr(e, "columns"), word;
	enum align *column = NEW_ARRAY(x->r->a, MAX_COLUMNS, enum align);
	const struct xelem *c = first_elem(e);
	bool named = rest.p != NULL;
	size_t n = 0;

	while (str_split(&rest, ' ', &word)) {
		if (word.n == 0)
			continue;
		if (n < MAX_COLUMNS && !parse_align(word, &column[n]))
			bad_value(x, e, "columns");
		n++;
	}
	if (named && n == 0)
		bad_value(x, e, "columns");
	for (c = named ? NULL : first_elem(c); c != NULL && n <= MAX_COLUMNS;
	     c = next_elem(c)) {
		unsigned span =
		    parse_count(xml_attr(c, "colspan"), MAX_COLUMNS);

		n += span == 0 ? 1 : span;
	}
	if (n > MAX_COLUMNS)
		diag_add(x->r->ds, DIAG_READ_TABLE_WIDE, e->pos, "%zu > %u", n,
		    (unsigned)MAX_COLUMNS);
	t->as.table.column = column;
	t->as.table.ncolumns = (unsigned)n;
	return n > 0 && n <= MAX_COLUMNS;
}

/* Caption, id and widths, blanks folded as in a Markdown caption. */
static void
take_caption(struct xr *x, const struct xelem *e, struct node *t)
{
	struct node *p = node_new(x->r->a, NODE_PARAGRAPH, e->pos);
	struct ink k = ink_begin(x->r, p);
	struct caption c = { .pos = e->pos };

	ink_text(&k, xml_attr(e, "caption"), xml_attr_pos(e, "caption"));
	ink_end(&k);
	c.text = node_text(x->r->a, p);
	c.id = xml_attr(e, "id");
	c.widths = xml_attr(e, "widths");
	if (c.widths.p != NULL)
		c.pos = xml_attr_pos(e, "widths");
	if (c.id.p != NULL)
		c.pos = xml_attr_pos(e, "id");
	table_caption(x->r, t, &c);
}

static void
take_table(struct xr *x, const struct xelem *e, struct node *parent)
{
	struct node *t = reader_node(x->r, NODE_TABLE, e->pos);
	const struct xelem *row = first_elem(e);

	if (!take_columns(x, e, t))
		return;
	take_caption(x, e, t);
	for (; row != NULL && reader_goes_on(x->r); row = next_elem(row))
		take_row(x, row, t);
	if (x->r->stopped)
		return;
	table_check(x->r, t);
	node_append(parent, t);
}

/* The title as plain text, blanks folded. */
static struct str
appendix_title(struct xr *x, const struct xelem *e)
{
	struct node *p = node_new(x->r->a, NODE_PARAGRAPH, e->pos);
	struct ink k = ink_begin(x->r, p);

	ink_text(&k, xml_attr(e, "title"), xml_attr_pos(e, "title"));
	ink_end(&k);
	return node_text(x->r->a, p);
}

static void
take_appendix(struct xr *x, const struct xelem *e)
{
	struct node *n = reader_node(x->r, NODE_APPENDIX, e->pos);

	n->as.appendix.number = str_trim(xml_attr(e, "number"));
	n->as.appendix.title = appendix_title(x, e);
	n->as.appendix.title_pos = xml_attr_pos(e, "title");
	n->as.appendix.id = attr_id(x, e);
	n->as.appendix.landscape = attr_yes(x, e, "landscape");
	block_appendix(x->r, n);
	take_blocks(x, e, n, 0);
}

static void
take_image(struct xr *x, const struct xelem *e, struct node *parent)
{
	struct figure f = { .path = xml_attr(e, "path"),
		.alt = xml_attr(e, "alt"),
		.caption = xml_attr(e, "caption"),
		.width = xml_attr(e, "width"),
		.pos = e->pos };

	f.caption_pos =
	    f.caption.p != NULL ? xml_attr_pos(e, "caption") : e->pos;
	f.width_pos = f.width.p != NULL ? xml_attr_pos(e, "width") : e->pos;
	block_figure(x->r, parent, &f);
}

/* The depth of calls is that of lists, which take_list() bounds. */
static void
take_blocks(
    struct xr *x, const struct xelem *e, struct node *parent, unsigned depth)
{
	for (e = first_elem(e); e != NULL && reader_goes_on(x->r);
	     e = next_elem(e)) {
		if (parent == x->r->root && parent != x->r->at &&
		    !str_is(e->name, "appendix"))
			diag_add(x->r->ds, DIAG_READ_ELEMENT_ORDER, e->pos,
			    "<%.*s>", STR_ARG(e->name));
		else if (str_is(e->name, "appendix"))
			take_appendix(x, e);
		else if (str_is(e->name, "heading"))
			take_heading(x, e);
		else if (str_is(e->name, "p"))
			take_paragraph(x, e, parent);
		else if (str_is(e->name, "list"))
			take_list(x, e, parent, depth);
		else if (str_is(e->name, "table"))
			take_table(x, e, parent);
		else if (str_is(e->name, "image"))
			take_image(x, e, parent);
	}
}

/* --- header ----------------------------------------------------------- */

static struct value
value_of(struct xr *x, const struct xelem *e)
{
	return (struct value) { utf8_nfc(x->r->a, xml_text(x->r->a, e)),
		e->first != NULL ? xml_text_pos(e->first) : e->pos };
}

/* A list is <item>s, or one value as text; not both. */
static void
take_list_field(struct xr *x, const struct xelem *e, enum field f)
{
	const struct xelem *item = first_elem(e);
	struct value v;

	if (item == NULL) {
		v = value_of(x, e);
		if (v.text.n > 0)
			field_add(x->r, f, v);
		return;
	}
	for (const struct xelem *k = e->first; k != NULL; k = k->next)
		if (k->name.n == 0 && str_trim(k->text).n > 0)
			diag_add(x->r->ds, DIAG_READ_FIELD_SHAPE,
			    xml_text_pos(k), "<%s>", fields[f].name);
	for (; item != NULL; item = next_elem(item))
		field_add(x->r, f, value_of(x, item));
}

static void
take_figures(struct xr *x, const struct xelem *e)
{
	struct reported figure;

	for (e = first_elem(e); e != NULL && reader_goes_on(x->r);
	     e = next_elem(e)) {
		figure = (struct reported) {
			.target = { str_trim(xml_attr(e, "ref")),
			    xml_attr_pos(e, "ref") },
			.figure = value_of(x, e),
			.note = { str_trim(xml_attr(e, "note")),
			    xml_attr_pos(e, "note") },
		};
		figure_add(x->r, &figure);
	}
}

static void
take_fields(struct xr *x, const struct xelem *e, enum field parent)
{
	enum field f;

	for (e = first_elem(e); e != NULL && reader_goes_on(x->r);
	     e = next_elem(e)) {
		f = field_find(x->r, e->name, parent, e->pos);
		if (f == FIELD_NONE || !field_begin(x->r, f, e->pos))
			continue;
		if (fields[f].shape == SHAPE_FIGURES)
			take_figures(x, e);
		else if (fields[f].shape == SHAPE_MAP)
			take_fields(x, e, f);
		else if (fields[f].shape == SHAPE_LIST)
			take_list_field(x, e, f);
		else
			field_add(x->r, f, value_of(x, e));
	}
}

/* --- the whole -------------------------------------------------------- */

/*
 * <item> is one thing in the header and another in the body, so each part is
 * held against rules of its own, and the root against its own children only.
 */
static bool
check_vocabulary(struct xr *x, const struct xelem *root)
{
	struct xelem *top = NEW(x->r->a, struct xelem), **to = &top->first;
	bool ok;

	*top = *root;
	top->first = NULL;
	for (const struct xelem *e = root->first; e != NULL; e = e->next) {
		struct xelem *copy = NEW(x->r->a, struct xelem);

		*copy = *e;
		copy->parent = top;
		copy->next = NULL;
		if (str_is(e->name, "header") || str_is(e->name, "body")) {
			copy->first = NULL;
			copy->nattrs = 0;
		}
		*to = copy;
		to = &copy->next;
	}
	top->next = NULL;
	to = &top->first;
	ok = xml_check(
	    x->r->a, top, report_rules, COUNT(report_rules), x->r->ds);
	for (const struct xelem *e = first_elem(root); e != NULL;
	     e = next_elem(e)) {
		if (str_is(e->name, "header"))
			ok &= xml_check(x->r->a, e, header_rules,
			    COUNT(header_rules), x->r->ds);
		else if (str_is(e->name, "body"))
			ok &= xml_check(x->r->a, e, body_rules,
			    COUNT(body_rules), x->r->ds);
	}
	return ok;
}

bool
xml_read(struct reader *r)
{
	struct xr x = { .r = r };
	const struct xelem *root = xml_parse(r->a, r->src, r->ds);
	const struct xelem *header, *body;

	if (root == NULL || !check_vocabulary(&x, root))
		return false;
	if (!str_is(xml_attr(root, "version"), "1"))
		diag_add(r->ds, DIAG_READ_VERSION_UNKNOWN,
		    xml_attr_pos(root, "version"), "\"%.*s\"",
		    STR_ARG(xml_attr(root, "version")));
	header = xml_child(root, "header");
	body = xml_child(root, "body");
	if (first_elem(root) == body)
		diag_add(r->ds, DIAG_READ_ELEMENT_ORDER, body->pos, "<body>");
	take_fields(&x, header, FIELD_NONE);
	take_blocks(&x, body, r->root, 0);
	return true;
}
