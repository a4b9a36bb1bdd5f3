/*
 * docx.c - the package: which parts there are, in which order, and how their
 * relationships are numbered.
 */
#include "docx/docx.h"

#include "docx/part.h"
#include "zip/zip.h"

#define TYPE "application/vnd.openxmlformats-"
#define WML TYPE "officedocument.wordprocessingml."
#define REL_PACKAGE \
	"http://schemas.openxmlformats.org/package/2006/relationships/"

static size_t
one(const struct laid *l)
{
	(void)l;
	return 1;
}

static size_t
sections(const struct laid *l)
{
	return l->nsections;
}

/* Only the main text, which comes first, has a top or a foot. */
static size_t
with_top(const struct laid *l)
{
	return l->section->ntop > 0;
}

static size_t
without_top(const struct laid *l)
{
	return l->nsections > with_top(l);
}

static size_t
with_foot(const struct laid *l)
{
	return l->section->nfoot > 0;
}

static size_t
without_foot(const struct laid *l)
{
	return with_foot(l) > 0 && l->nsections > 1;
}

static size_t
one_if_notes(const struct laid *l)
{
	return l->nnotes > 0;
}

/* clang-format off */
const struct part parts[PART_MAX] = {
	[PART_DOCUMENT] = { "word/document", WML "document.main+xml",
	    NS_R "/officeDocument", OWNED_BY_PACKAGE,
	    false, one, write_document },
	[PART_STYLES] = { "word/styles", WML "styles+xml",
	    NS_R "/styles", OWNED_BY_DOCUMENT,
	    false, one, write_styles },
	[PART_SETTINGS] = { "word/settings", WML "settings+xml",
	    NS_R "/settings", OWNED_BY_DOCUMENT,
	    false, one, write_settings },
	[PART_FONT_TABLE] = { "word/fontTable", WML "fontTable+xml",
	    NS_R "/fontTable", OWNED_BY_DOCUMENT,
	    false, one, write_font_table },
	[PART_HEADER] = { "word/header", WML "header+xml",
	    NS_R "/header", OWNED_BY_DOCUMENT,
	    true, sections, write_header },
	[PART_HEADER_TOP] = { "word/headerTop", WML "header+xml",
	    NS_R "/header", OWNED_BY_DOCUMENT,
	    false, with_top, write_header_top },
	[PART_HEADER_FIRST] = { "word/headerFirst", WML "header+xml",
	    NS_R "/header", OWNED_BY_DOCUMENT,
	    false, without_top, write_header_first },
	[PART_FOOTER_FOOT] = { "word/footerFoot", WML "footer+xml",
	    NS_R "/footer", OWNED_BY_DOCUMENT,
	    false, with_foot, write_footer_foot },
	[PART_FOOTER_FIRST] = { "word/footerFirst", WML "footer+xml",
	    NS_R "/footer", OWNED_BY_DOCUMENT,
	    false, without_foot, write_footer_first },
	[PART_FOOTNOTES] = { "word/footnotes", WML "footnotes+xml",
	    NS_R "/footnotes", OWNED_BY_DOCUMENT,
	    false, one_if_notes, write_footnotes },
	[PART_CORE] = { "docProps/core", TYPE "package.core-properties+xml",
	    REL_PACKAGE "metadata/core-properties", OWNED_BY_PACKAGE,
	    false, one, write_core },
	[PART_APP] = { "docProps/app",
	    TYPE "officedocument.extended-properties+xml",
	    NS_R "/extended-properties", OWNED_BY_PACKAGE,
	    false, one, write_app },
};
/* clang-format on */

struct str
part_path(struct arena *a, enum part_id id, size_t index)
{
	if (parts[id].numbered)
		return str_printf(a, "%s%zu.xml", parts[id].stem, index + 1);
	return str_printf(a, "%s.xml", parts[id].stem);
}

/* The parts before it with the same owner, plus one. */
static size_t
rel_number(const struct laid *l, int id, size_t index)
{
	size_t n = 1 + index;

	for (int i = 0; i < id; i++)
		if (parts[i].owner == parts[id].owner)
			n += parts[i].count(l);
	return n;
}

struct str
part_rid(const struct pack *p, enum part_id id, size_t index)
{
	return str_printf(
	    p->arena, "rId%zu", rel_number(p->laid, (int)id, index));
}

/* The first number that no part of the document has. */
static size_t
first_free_rel(const struct laid *l)
{
	size_t n = 1;

	for (int i = 0; i < PART_MAX; i++)
		if (parts[i].owner == OWNED_BY_DOCUMENT)
			n += parts[i].count(l);
	return n;
}

/* Images come behind the parts of the document, links behind them. */
struct str
media_rid(const struct pack *p, size_t index)
{
	return str_printf(
	    p->arena, "rId%zu", first_free_rel(p->laid) + index);
}

/* The entries of a package being put in order. */
struct maker {
	struct pack pack;
	bool pretty;
	VEC(struct zip_entry) entries;
};

static struct buf *
add_entry(struct maker *m, struct str name)
{
	struct buf *b = NEW(m->pack.arena, struct buf);

	b->arena = m->pack.arena;
	*vec_add(m->pack.arena, &m->entries) =
	    (struct zip_entry) { name, STR_NONE };
	return b;
}

static void
make_rels(struct maker *m, const char *name,
    void (*write)(struct xw *, const struct pack *))
{
	struct buf *b = add_entry(m, str_of(name));
	struct xw x = xw_begin(b, m->pretty);

	write(&x, &m->pack);
	xw_end(&x);
	m->entries.v[m->entries.n - 1].bytes = buf_str(b);
}

static void
make_part(struct maker *m, enum part_id id, size_t index)
{
	struct buf *b = add_entry(m, part_path(m->pack.arena, id, index));
	struct xw x = xw_begin(b, m->pretty);

	m->pack.links.n = 0;
	m->pack.links_from = id == PART_DOCUMENT ?
	    first_free_rel(m->pack.laid) + m->pack.laid->nassets :
	    1;
	parts[id].write(&x, &m->pack, index);
	xw_end(&x);
	m->entries.v[m->entries.n - 1].bytes = buf_str(b);
}

/* The images as they are; a dump tells only how large they are. */
static void
make_media(struct maker *m)
{
	const struct laid *l = m->pack.laid;
	struct arena *a = m->pack.arena;

	for (size_t i = 0; i < l->nassets; i++) {
		struct str bytes = l->asset[i]->bytes;

		*vec_add(a, &m->entries) =
		    (struct zip_entry) { media_path(a, l, i),
			    m->pretty ? str_printf(a, "%zu bytes\n", bytes.n) :
					bytes };
	}
}

/* All entries; relationships come right behind the part whose they are. */
static void
make_entries(struct maker *m)
{
	make_rels(m, "[Content_Types].xml", write_content_types);
	make_rels(m, "_rels/.rels", write_package_rels);
	for (int id = 0; id < PART_MAX; id++)
		for (size_t i = 0; i < parts[id].count(m->pack.laid); i++) {
			make_part(m, (enum part_id)id, i);
			if (id == PART_DOCUMENT)
				make_rels(m, "word/_rels/document.xml.rels",
				    write_document_rels);
			if (id == PART_FOOTNOTES && m->pack.links.n > 0)
				make_rels(m, "word/_rels/footnotes.xml.rels",
				    write_link_rels);
		}
	make_media(m);
}

bool
docx_write(
    const struct laid *l, struct arena *a, struct str *out, struct err *err)
{
	struct maker m = { .pack = { .laid = l, .arena = a } };

	make_entries(&m);
	return package_pack(a, m.entries.v, m.entries.n, out, err);
}

void
docx_dump(const struct laid *l, struct arena *a, struct buf *out)
{
	struct maker m = { .pack = { .laid = l, .arena = a }, .pretty = true };

	make_entries(&m);
	for (size_t i = 0; i < m.entries.n; i++) {
		buf_printf(out, "== %.*s\n", STR_ARG(m.entries.v[i].name));
		buf_add(out, m.entries.v[i].bytes);
	}
}
