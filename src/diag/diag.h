/*
 * diag.h - findings: what is wrong with somebody's text, for that somebody.
 *
 * The catalogue is diag.def; a finding is a row of it, a place, a detail of
 * data (names, figures; never words of a language) and perhaps a near name.
 * Stages add findings as they meet them; diags_locate() says of all of them,
 * once, what they are about: the part of the document and the faulty line.
 * The level that counts is that of the mode (mode.def), and a waiver takes a
 * finding out of the count but never out of sight.
 */
#ifndef DIAG_DIAG_H
#define DIAG_DIAG_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/json.h"
#include "base/pos.h"
#include "base/str.h"
#include "base/vec.h"

enum diag_level { LEVEL_INFO, LEVEL_STYLE, LEVEL_WARNING, LEVEL_ERROR };

enum diag_class {
	CLASS_INPUT,
	CLASS_PLAN,
	CLASS_LEGAL,
	CLASS_SAMPLE,
	CLASS_HOUSE,
	CLASS_MACHINE
};

enum diag_id {
#define DIAG(id, level, class, clause, en, en_remedy, vi, vi_remedy) DIAG_##id,
#include "diag/diag.def"
#undef DIAG
	DIAG_MAX
};

enum lang { LANG_VI, LANG_EN, LANG_MAX };

/* What the text is for: being written, being read over, being issued. */
enum diag_mode { MODE_REVIEW, MODE_DRAFT, MODE_ISSUE, MODE_MAX };

/* A row of the catalogue. */
struct diag_rule {
	const char *id; /* "PLAN_SECTION_MISSING" */
	enum diag_level level;
	enum diag_class class;
	const char *clause; /* or NULL */
	const char *text[LANG_MAX], *remedy[LANG_MAX];
};
extern const struct diag_rule diag_rules[DIAG_MAX];

/*
 * What brings the finding and what does not, of every rule: a piece of a file
 * or command line as a clerk writes it, or (told) a sentence about one.
 */
struct diag_example {
	const char *bad[LANG_MAX], *good[LANG_MAX];
	bool told;
};
extern const struct diag_example diag_examples[DIAG_MAX];

/* Leave to let a finding stand as it is, from waivers.xml. */
struct waiver {
	enum diag_id id;
	struct str file;   /* below the campaign: "reports/phong-kt.md" */
	struct str unit;   /* its id; empty: any */
	uint32_t line;     /* 0: any */
	struct str text;   /* stands in the line or the detail; empty: any */
	struct str reason, by, until; /* until: "2025-12-31" */
	struct pos pos;    /* where it is written */
};

struct waivers {
	struct waiver *v;
	size_t n;
};

/* One finding. */
struct diag {
	enum diag_id id;
	enum diag_level level; /* in the mode of the run */
	struct pos pos;
	struct str detail; /* empty: none */
	struct str near;   /* what may have been meant; empty: none */
	const struct waiver *waiver; /* NULL: not waived */
	/* what diags_locate() finds out */
	struct str where[LANG_MAX]; /* "mục II.1, đoạn 2"; empty: not known */
	struct str line;    /* as its author wrote it, valid UTF-8 */
	uint32_t line_from; /* characters of a long line cut off before it */
	bool line_cut;      /* more were cut off behind it */
	bool located;
};

/* Says in both languages what part of the file's tree pos lies in. */
typedef void diag_where_fn(const void *tree, struct pos pos, struct arena *a,
    struct str where[LANG_MAX]);

/* A file that findings may name. */
struct diag_file {
	const char *path;
	struct str bytes; /* as they are on the disk */
	diag_where_fn *where;
	const void *tree;
};

struct diags {
	struct arena *arena;
	struct diag *v;
	size_t n, cap;
	enum diag_mode mode;
	const struct waivers *waivers; /* may be NULL */
	struct str unit; /* whose report it is; empty: not known */
	VEC(struct diag_file) files;
};

/* An empty list in mode review; it and its details live in a. */
struct diags *diags_new(struct arena *a);

/* From now on findings have the levels of a mode and may be waived. */
void diags_rule(
    struct diags *ds, enum diag_mode mode, const struct waivers *waivers);

/* The findings are about the report of this unit (waivers may name it). */
void diags_set_unit(struct diags *ds, struct str unit);

/* Findings may name path; bytes and tree are borrowed as long as ds lives. */
void diags_add_file(struct diags *ds, const char *path, struct str bytes);
void diags_add_tree(struct diags *ds, const char *path, diag_where_fn *where,
    const void *tree);

/* Add a finding; fmt makes its detail ("" for none). */
void diag_add(struct diags *ds, enum diag_id id, struct pos pos,
    const char *fmt, ...) __attribute__((format(printf, 4, 5)));

/* Say what the finding added last may have meant; an empty near is ignored. */
void diag_near(struct diags *ds, struct str near);

/* Copy all of from behind those of to (details are copied to its arena). */
void diags_append(struct diags *to, const struct diags *from);

/* By file, line, column, id; equal ones once. */
void diags_sort(struct diags *ds);

/*
 * Fill where and line of the findings whose file is known, and make their
 * columns those of the file (pos.h).  A second call is for later ones.
 */
void diags_locate(struct diags *ds);

/* Leave out those that only follow from another (follow.def), once all of one
   report are there and located. */
void diags_settle(struct diags *ds);

/* Is the whole line in d->line? */
bool diag_has_line(const struct diag *d);

/* The line of a file's bytes (from 1), without its end and without a BOM. */
struct str line_of(struct str bytes, uint32_t line);

/* The column in line of the character that is the col-th of it after NFC. */
uint32_t line_column(struct arena *a, struct str line, uint32_t col);

/* Findings of a level in the mode of the run, waived ones left out. */
size_t diags_count(const struct diags *ds, enum diag_level level);
size_t diags_waived(const struct diags *ds);

/*
 * Does the finding stop the report?  An error of the catalogue or of the mode
 * does, unless it is waived; a mode that calls an error less does not let it
 * pass, since what follows relies on what was checked.
 */
bool diag_stops(const struct diag *d);
bool diags_stop_after(const struct diags *ds, size_t n);
bool diags_have_errors(const struct diags *ds);

/* "plan/section-missing" for PLAN_SECTION_MISSING. */
struct str diag_name(struct arena *a, enum diag_id id);

/* The id of "plan/section-missing"; DIAG_MAX if there is none. */
enum diag_id diag_lookup(struct arena *a, struct str name);

/* "error", "lỗi"; "plan", "kế hoạch" ... */
const char *diag_level_name(enum diag_level level, enum lang lang);
const char *diag_class_name(enum diag_class class, enum lang lang);

/* "draft"; MODE_MAX if there is no such mode. */
const char *diag_mode_name(enum diag_mode mode);
enum diag_mode diag_mode_lookup(struct str name);

/* The level of a finding in a mode. */
enum diag_level diag_level_in(enum diag_mode mode, enum diag_id id);

/* May a waiver name it?  Errors only if they stand in waivable.def. */
bool diag_waivable(enum diag_id id);

struct diag_style {
	enum lang lang;
	bool color;
	bool remedies; /* the faulty line, and a line that says what to do */
};

/*
 * The findings as lines for people:
 *	path:line:col: level: area/name: text: detail [clause]; did you mean "x"
 */
void diags_print(const struct diags *ds, const struct diag_style *how,
    struct buf *out);

/* The faulty line, a caret under the place; nothing if it is not known. */
void diag_print_line(const struct diag *d, struct buf *out);

/* The count that closes a run: "2 errors, 1 warning". */
void diags_print_count(const struct diags *ds, const struct diag_style *how,
    struct buf *out);

/* The findings as JSON (format version 1, findings.schema.json). */
void diags_json(const struct diags *ds, enum lang lang, struct buf *out);

/* The members of that object alone, for one that says more. */
void diags_json_members(
    const struct diags *ds, enum lang lang, struct json *j);

/* As SARIF 2.1.0 (OASIS), and as workflow commands of GitHub. */
void diags_sarif(const struct diags *ds, enum lang lang, struct buf *out);
void diags_github(const struct diags *ds, enum lang lang, struct buf *out);

/* "text: detail; did you mean ...": what a finding says, on one line. */
void diag_message(const struct diag *d, enum lang lang, struct buf *out);

/* The catalogue with the levels of a mode, as lines and as JSON. */
void diag_list(enum diag_mode mode, enum lang lang, struct buf *out);
void diag_list_json(enum diag_mode mode, enum lang lang, struct buf *out);

/* What `vanthu explain` prints of one rule: explain.c. */
void diag_explain(enum diag_id id, enum lang lang, struct buf *out);

/* The rules from first up to end as JSON (format version 1). */
void diag_explain_json(
    enum diag_id first, enum diag_id end, enum lang lang, struct buf *out);

#endif
