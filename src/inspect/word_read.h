/* word_read.h - a DOCX being read, shared by the files word_*.c. */
#ifndef INSPECT_WORD_READ_H
#define INSPECT_WORD_READ_H

#include "base/buf.h"
#include "base/vec.h"
#include "inspect/word.h"
#include "verify/xml_scan.h"
#include "zip/zip.h"

enum { FIELD_DEPTH = 16, INSTRUCTION = 64 };

struct wpart {
	struct str name, bytes;
	const struct scan_elem *root;
	bool scanned;
};

/* A style with what it is based on, resolved when first asked for. */
struct wstyle {
	struct str id, name, type;
	const struct scan_elem *elem;
	size_t based_on; /* index, or the number of styles for none */
	bool is_default, resolved, resolving;
	struct wform form;
	struct wface face;
};

/* One level of a list (17.9). */
struct wlevel {
	int64_t start;
	struct str format, text;
	const struct scan_elem *form;
};

enum { LIST_LEVELS = 9 };

struct wlist {
	int64_t id;
	struct wlevel level[LIST_LEVELS];
	int64_t count[LIST_LEVELS]; /* INT64_MIN: none yet */
};

struct wnum {
	int64_t id;
	size_t list;
};

/* A complex field open at this place. */
struct wfield {
	char instruction[INSTRUCTION];
	size_t n;
	bool result;
};

/* Where paragraphs being read lie. */
struct wwhere {
	enum word_place place;
	size_t table, row, column;
	struct str part;
	const struct wstyle *table_style;
};

struct reader {
	struct arena *a;
	struct diags *ds;
	struct pos pos;
	struct word *w;
	struct wpart *part;
	size_t nparts;
	struct str document; /* name of the main part */
	struct wstyle *style;
	size_t nstyles, default_paragraph, default_table;
	struct wform base_form; /* of docDefaults */
	struct wface base_face;
	struct str theme[2][WORD_FONTS]; /* major, minor */
	struct wlist *list;
	size_t nlists;
	struct wnum *num;
	size_t nnums;
	VEC(struct wpara) paras;
	VEC(struct wtable) tables;
	VEC(struct wsection) sections;
	VEC(const struct scan_elem *) section_props; /* NULL: none given */
	VEC(struct wdrawing) drawings;
	struct wfield field[FIELD_DEPTH];
	size_t nfields;
	size_t numbered; /* paragraphs of the document so far */
	bool full; /* a bound was met */
};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* A part by name, scanned when first asked for; NULL if there is none. */
const struct scan_elem *reader_part(struct reader *r, struct str name);

/* The part that relationship id of part aims at, STR_NONE for none. */
struct str reader_target(struct reader *r, struct str part, struct str id);

/* The part of that kind of relationship ("styles"), STR_NONE for none. */
struct str reader_related(struct reader *r, struct str part, const char *kind);

/* A length with or without a unit as twips; dflt when absent or strange. */
int64_t reader_length(struct str s, int64_t dflt);

/* The value of w:val, or of another attribute, of a child. */
struct str reader_val(const struct scan_elem *e, const char *child);

/* Is the on/off element there and on? */
bool reader_on(const struct scan_elem *props, const char *name, bool dflt);

void read_styles(struct reader *r);
const struct wstyle *find_style(
    struct reader *r, struct str id, const char *type);
const struct wstyle *resolve_style(struct reader *r, const struct wstyle *s);
void apply_form(const struct scan_elem *props, struct wform *f);
void apply_face(
    struct reader *r, const struct scan_elem *props, struct wface *f);

/* Form and face of paragraph p, direct formatting of the paragraph included. */
void resolve_paragraph(struct reader *r, const struct scan_elem *p,
    const struct wwhere *at, struct wpara *out);

/* The face of a run with these w:rPr in out. */
struct wface resolve_run(
    struct reader *r, const struct scan_elem *props, const struct wpara *in);

void read_numbering(struct reader *r);

/* Numbering of the paragraph's form: its indents, and its label. */
void number_form(struct reader *r, struct wform *f);
struct str number_label(struct reader *r, const struct wform *f);

/* All paragraphs and tables below e. */
void read_blocks(
    struct reader *r, const struct scan_elem *e, const struct wwhere *at);

void read_paragraph(
    struct reader *r, const struct scan_elem *p, const struct wwhere *at);
void read_table(
    struct reader *r, const struct scan_elem *t, const struct wwhere *at);

/* A section ends here; props is its w:sectPr or NULL. */
void end_section(struct reader *r, const struct scan_elem *props);

/* Sizes, headers and footers of all sections, when the body has been read. */
void read_sections(struct reader *r);

/* What w:drawing, w:pict or w:object at a paragraph shows. */
void read_drawing(struct reader *r, const struct scan_elem *e,
    const struct wwhere *at, size_t para);

#endif
