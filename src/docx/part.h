/*
 * part.h - the parts of the package, shared by the files of this folder.
 *
 * Each part is a row of parts[] (docx.c) and one file part_<name>.c that writes
 * it; content types and relationships are made by walking the rows.
 */
#ifndef DOCX_PART_H
#define DOCX_PART_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/str.h"
#include "base/vec.h"
#include "docx/xw.h"
#include "layout/laid.h"

#define NS_W "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define NS_R \
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships"

/* The one face of an official document (I.4). */
#define FONT_NAME "Times New Roman"

/* The language of everything (BCP 47). */
#define LANGUAGE "vi-VN"

enum part_id {
	PART_DOCUMENT,
	PART_STYLES,
	PART_SETTINGS,
	PART_FONT_TABLE,
	PART_HEADER,
	PART_HEADER_TOP,   /* of the first page, with something in it */
	PART_HEADER_FIRST, /* with nothing */
	PART_FOOTER_FOOT,
	PART_FOOTER_FIRST,
	PART_FOOTNOTES,
	PART_CORE,
	PART_APP,
	PART_MAX
};

/* A package being made. */
struct pack {
	const struct laid *laid;
	struct arena *arena;
	/*
	 * External targets of the part written last, in order; the k-th has
	 * the id "rId<links_from + k>", k from 0.
	 */
	VEC(struct str) links;
	size_t links_from;
	size_t drawings; /* written so far */
};

/* Who has the relationship to the part. */
enum part_owner { OWNED_BY_PACKAGE, OWNED_BY_DOCUMENT };

struct part {
	const char *stem; /* path without ".xml" and without a number */
	const char *type; /* content type */
	const char *rel; /* relationship type */
	enum part_owner owner;
	bool numbered; /* one for each of count(), "header1" ... */
	size_t (*count)(const struct laid *l);
	void (*write)(struct xw *x, struct pack *p, size_t index);
};
extern const struct part parts[PART_MAX];

/* "word/header2.xml" for index 1. */
struct str part_path(struct arena *a, enum part_id id, size_t index);

/* The id of the document's relationship to that part, "rId4". */
struct str part_rid(const struct pack *p, enum part_id id, size_t index);

/*
 * picture.c: the files of the images, "word/media/image2.png" for index 1, with
 * the extensions that name their types; the id of the relationship to one.
 */
struct str media_path(struct arena *a, const struct laid *l, size_t index);
const char *media_extension(const struct asset *asset);
struct str media_rid(const struct pack *p, size_t index);

/* [Content_Types].xml; the three kinds of .rels. */
void write_content_types(struct xw *x, const struct pack *p);
void write_package_rels(struct xw *x, const struct pack *p);
void write_document_rels(struct xw *x, const struct pack *p);
void write_link_rels(struct xw *x, const struct pack *p);

void write_document(struct xw *x, struct pack *p, size_t index);
void write_styles(struct xw *x, struct pack *p, size_t index);
void write_settings(struct xw *x, struct pack *p, size_t index);
void write_font_table(struct xw *x, struct pack *p, size_t index);
void write_header(struct xw *x, struct pack *p, size_t index);
void write_header_top(struct xw *x, struct pack *p, size_t index);
void write_header_first(struct xw *x, struct pack *p, size_t index);
void write_footer_foot(struct xw *x, struct pack *p, size_t index);
void write_footer_first(struct xw *x, struct pack *p, size_t index);
void write_footnotes(struct xw *x, struct pack *p, size_t index);
void write_core(struct xw *x, struct pack *p, size_t index);
void write_app(struct xw *x, struct pack *p, size_t index);

#endif
