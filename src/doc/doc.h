/*
 * doc.h - one report as read: its header fields, its figures and its tree.
 */
#ifndef DOC_DOC_H
#define DOC_DOC_H

#include "base/pos.h"
#include "base/str.h"
#include "doc/node.h"
#include "image/image.h"

enum field_shape { SHAPE_SCALAR, SHAPE_LIST, SHAPE_MAP, SHAPE_FIGURES };

enum field {
#define FIELD(id, name, label, parent, shape) FIELD_##id,
#include "doc/field.def"
#undef FIELD
	FIELD_MAX,
	FIELD_NONE = FIELD_MAX
};

struct field_row {
	const char *name, *label;
	enum field parent; /* FIELD_NONE: top level */
	enum field_shape shape;
};
extern const struct field_row fields[FIELD_MAX];

/* A value of a field, NFC and trimmed; an empty text is a value too. */
struct value {
	struct str text;
	struct pos pos;
};

struct value_list {
	struct value *v;
	size_t n;       /* 0: the field is absent (or an empty list) */
	struct pos key; /* where the field's name stands; line 0 if absent */
};

/* A figure given in the header for a target ("Chỉ tiêu"). */
struct reported {
	struct value target; /* id or name of the target, as written */
	struct value figure; /* "10,4 %" */
	struct value note;   /* from {value: ..., note: ...}; may be empty */
};

enum doc_format { FORMAT_MARKDOWN, FORMAT_XML };

struct doc {
	const char *path; /* as shown to people */
	enum doc_format format;
	struct value_list field[FIELD_MAX];
	struct reported *figures;
	size_t nfigures;
	struct pos figures_key;
	const struct node *root; /* DOCUMENT; never NULL */
	unsigned nnotes;         /* FOOTNOTE nodes under root */
	const struct asset *asset; /* its images, one for each path ... */
	size_t nassets;            /* ... once project/ has loaded them */
};

/* The image at path; NULL if it could not be loaded. */
const struct asset *doc_asset(const struct doc *d, struct str path);

/* The only value of a scalar field; text STR_NONE when absent. */
struct value doc_value(const struct doc *d, enum field f);

/* Where to point for field f: its value, else its key, else line 1. */
struct pos doc_field_pos(const struct doc *d, enum field f);

/* Fields, figures and tree as text, for tests and --dump=doc. */
void doc_dump(const struct doc *d, bool positions, struct buf *out);

#endif
