/*
 * dump.c - fields, figures and tree as text, one line each, for tests and
 * --dump=doc.  Texts stand in quotes; a quote, a backslash and what is below a
 * blank are escaped, so that a line stays a line.
 */
#include "doc/doc.h"

static const char *const kind_names[NODE_MAX] = {
	[NODE_DOCUMENT] = "document",
	[NODE_HEADING] = "heading",
	[NODE_PARAGRAPH] = "paragraph",
	[NODE_LIST] = "list",
	[NODE_ITEM] = "item",
	[NODE_TABLE] = "table",
	[NODE_ROW] = "row",
	[NODE_CELL] = "cell",
	[NODE_APPENDIX] = "appendix",
	[NODE_FOOTNOTE] = "footnote",
	[NODE_TEXT] = "text",
	[NODE_STRONG] = "strong",
	[NODE_EMPH] = "emph",
	[NODE_LINK] = "link",
	[NODE_IMAGE] = "image",
	[NODE_BREAK] = "break",
	[NODE_NOTE_REF] = "note_ref",
};

static const char *const align_names[] = {
	[ALIGN_DEFAULT] = "default",
	[ALIGN_LEFT] = "left",
	[ALIGN_CENTER] = "center",
	[ALIGN_RIGHT] = "right",
	[ALIGN_BOTH] = "both",
};

const char *
node_kind_name(enum node_kind kind)
{
	return kind < NODE_MAX ? kind_names[kind] : "?";
}

static void
put_quoted(struct buf *out, struct str s)
{
	buf_addc(out, '"');
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		if (c == '"' || c == '\\')
			buf_printf(out, "\\%c", c);
		else if (c < 0x20)
			buf_printf(out, "\\x%02x", c);
		else
			buf_addc(out, (char)c);
	}
	buf_addc(out, '"');
}

/* " name="value"", or nothing for an empty value. */
static void
put_attr(struct buf *out, const char *name, struct str value)
{
	if (value.n == 0)
		return;
	buf_printf(out, " %s=", name);
	put_quoted(out, value);
}

static void
put_pos(struct buf *out, struct pos pos)
{
	buf_printf(out, " @%u:%u", pos.line, pos.col);
}

static void
put_table(struct buf *out, const struct node *n)
{
	put_attr(out, "id", n->as.table.id);
	put_attr(out, "caption", n->as.table.caption);
	buf_adds(out, " columns=");
	for (unsigned i = 0; i < n->as.table.ncolumns; i++)
		buf_printf(out, "%s%s", i > 0 ? "," : "",
		    align_names[n->as.table.column[i]]);
	if (n->as.table.width == NULL)
		return;
	buf_adds(out, " widths=");
	for (unsigned i = 0; i < n->as.table.ncolumns; i++)
		buf_printf(out, "%s%u", i > 0 ? "," : "", n->as.table.width[i]);
}

static void
put_cell(struct buf *out, const struct node *n)
{
	if (n->as.cell.align != ALIGN_DEFAULT)
		buf_printf(out, " align=%s", align_names[n->as.cell.align]);
	if (n->as.cell.colspan != 1)
		buf_printf(out, " colspan=%u", n->as.cell.colspan);
	if (n->as.cell.rowspan != 1)
		buf_printf(out, " rowspan=%u", n->as.cell.rowspan);
}

/* What n says beside its kind. */
static void
put_own(struct buf *out, const struct node *n)
{
	switch (n->kind) {
	case NODE_HEADING:
		buf_printf(out, " level=%u", n->as.heading.level);
		put_attr(out, "label", n->as.heading.label);
		put_attr(out, "id", n->as.heading.id);
		break;
	case NODE_PARAGRAPH:
		put_attr(out, "label", n->as.paragraph.label);
		put_attr(out, "id", n->as.paragraph.id);
		break;
	case NODE_LIST:
		if (n->as.list.ordered)
			buf_printf(out, " start=%u", n->as.list.start);
		break;
	case NODE_TABLE:
		put_table(out, n);
		break;
	case NODE_ROW:
		buf_adds(out, n->as.row.header ? " header" : "");
		break;
	case NODE_CELL:
		put_cell(out, n);
		break;
	case NODE_APPENDIX:
		put_attr(out, "number", n->as.appendix.number);
		put_attr(out, "title", n->as.appendix.title);
		put_attr(out, "id", n->as.appendix.id);
		buf_adds(out, n->as.appendix.landscape ? " landscape" : "");
		break;
	case NODE_FOOTNOTE:
		buf_printf(out, " %u", n->as.footnote.number);
		break;
	case NODE_NOTE_REF:
		buf_printf(out, " %u", n->as.note_ref.number);
		break;
	case NODE_TEXT:
		buf_addc(out, ' ');
		put_quoted(out, n->as.text);
		break;
	case NODE_LINK:
		put_attr(out, "url", n->as.link.url);
		break;
	case NODE_IMAGE:
		put_attr(out, "path", n->as.image.path);
		put_attr(out, "alt", n->as.image.alt);
		put_attr(out, "caption", n->as.image.caption);
		if (n->as.image.width > 0)
			buf_printf(out, " width=%lld.%lldmm",
			    (long long)(n->as.image.width / EMU_PER_MM),
			    (long long)(n->as.image.width * 10 / EMU_PER_MM %
				10));
		break;
	default:
		break;
	}
}

void
node_dump(const struct node *root, bool positions, struct buf *out)
{
	const struct node *n, *up;

	for (n = root; n != NULL; n = node_next(n, root)) {
		for (up = n; up != root; up = up->parent)
			buf_adds(out, "  ");
		buf_adds(out, kind_names[n->kind]);
		put_own(out, n);
		if (positions)
			put_pos(out, n->pos);
		buf_addc(out, '\n');
	}
}

static void
put_value(struct buf *out, const struct value *v, bool positions)
{
	buf_addc(out, ' ');
	put_quoted(out, v->text);
	if (positions)
		put_pos(out, v->pos);
}

static void
put_figures(const struct doc *d, bool positions, struct buf *out)
{
	for (size_t i = 0; i < d->nfigures; i++) {
		const struct reported *r = &d->figures[i];

		buf_adds(out, "figure");
		put_value(out, &r->target, positions);
		put_value(out, &r->figure, positions);
		if (r->note.text.n > 0)
			put_value(out, &r->note, positions);
		buf_addc(out, '\n');
	}
}

static void
put_assets(const struct doc *d, struct buf *out)
{
	for (size_t i = 0; i < d->nassets; i++) {
		const struct asset *a = &d->asset[i];

		buf_adds(out, "asset ");
		put_quoted(out, a->path);
		buf_printf(out, " %s %ux%u %zu bytes\n",
		    image_kind_name(a->image.kind), a->image.width,
		    a->image.height, a->bytes.n);
	}
}

void
doc_dump(const struct doc *d, bool positions, struct buf *out)
{
	for (int f = 0; f < FIELD_MAX; f++) {
		const struct value_list *list = &d->field[f];

		if (list->key.line == 0)
			continue;
		buf_printf(out, "field %s", fields[f].name);
		if (positions)
			put_pos(out, list->key);
		for (size_t i = 0; i < list->n; i++)
			put_value(out, &list->v[i], positions);
		buf_addc(out, '\n');
	}
	put_figures(d, positions, out);
	put_assets(d, out);
	node_dump(d->root, positions, out);
}
