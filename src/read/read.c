/* read.c - one report from its bytes to its tree, whatever the form. */
#include "read/read.h"

#include <stdlib.h>

#include "read/reader.h"

struct node *
reader_node(struct reader *r, enum node_kind kind, struct pos pos)
{
	if (++r->nodes > MAX_NODES)
		reader_stop(r, pos, r->nodes, MAX_NODES);
	return node_new(r->a, kind, pos);
}

void
reader_stop(struct reader *r, struct pos pos, size_t found, size_t bound)
{
	if (!r->stopped)
		diag_add(r->ds, DIAG_READ_TOO_COMPLEX, pos, "%zu > %zu", found,
		    bound);
	r->stopped = true;
}

bool
reader_goes_on(struct reader *r)
{
	if (r->ds->n - r->before > MAX_FINDINGS)
		reader_stop(r, POS_FILE(r->src->path), r->ds->n - r->before,
		    MAX_FINDINGS);
	return !r->stopped;
}

static bool
id_char(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' ||
	    c == ':';
}

struct str
reader_id(struct reader *r, struct str id, struct pos pos)
{
	bool good = id.n > 0 && id.n <= 64;

	for (size_t i = 0; i < id.n && good; i++)
		good = id_char(id.p[i]);
	if (!good) {
		diag_add(
		    r->ds, DIAG_READ_ID_INVALID, pos, "\"%.*s\"", STR_ARG(id));
		return STR_NONE;
	}
	*vec_add(r->a, &r->ids) = (struct value) { id, pos };
	return id;
}

static int
cmp_value(const void *px, const void *py)
{
	const struct value *x = px, *y = py;
	int d = str_cmp(x->text, y->text);

	if (d == 0)
		d = (x->pos.line > y->pos.line) - (x->pos.line < y->pos.line);
	if (d == 0)
		d = (x->pos.col > y->pos.col) - (x->pos.col < y->pos.col);
	return d;
}

/* An id names one thing. */
static void
check_ids(struct reader *r)
{
	if (r->ids.n > 0)
		qsort(r->ids.v, r->ids.n, sizeof(r->ids.v[0]), cmp_value);
	for (size_t i = 1; i < r->ids.n; i++)
		if (str_eq(r->ids.v[i].text, r->ids.v[i - 1].text))
			diag_add(r->ds, DIAG_READ_ID_DUPLICATE, r->ids.v[i].pos,
			    "\"%.*s\" (%u)", STR_ARG(r->ids.v[i].text),
			    r->ids.v[i - 1].pos.line);
}

const struct doc *
read_report(struct arena *a, const struct source *src, enum doc_format format,
    struct diags *ds)
{
	struct reader r = { .a = a, .src = src, .ds = ds };
	bool ok;

	r.before = ds->n;
	r.doc = NEW(a, struct doc);
	r.doc->path = src->path;
	r.doc->format = format;
	r.root = node_new(a, NODE_DOCUMENT, (struct pos) { src->path, 1, 1 });
	r.at = r.root;
	r.doc->root = r.root;
	ok = format == FORMAT_XML ? xml_read(&r) : md_read(&r);
	diags_add_tree(ds, src->path, doc_where, r.doc);
	if (r.stopped)
		return NULL;
	check_ids(&r);
	for (size_t i = 0; i < r.notes.n; i++)
		node_append(r.root, r.notes.v[i]);
	r.doc->nnotes = (unsigned)r.notes.n;
	return ok ? r.doc : NULL;
}
