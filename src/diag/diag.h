/*
 * diag.h - findings: what is wrong with somebody's text, for that somebody.
 *
 * The catalogue is diag.def; a finding is a row of it, a place, a detail of
 * data (names, figures; never words of a language) and perhaps a near name.
 * Stages add findings as they meet them; they are sorted when printed.
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

/* One finding. */
struct diag {
	enum diag_id id;
	struct pos pos;
	struct str detail; /* empty: none */
	struct str near;   /* what may have been meant; empty: none */
};

struct diags {
	struct arena *arena;
	struct diag *v;
	size_t n, cap;
};

/* An empty list; it and its details live in a. */
struct diags *diags_new(struct arena *a);

/* Add a finding; fmt makes its detail ("" for none). */
void diag_add(struct diags *ds, enum diag_id id, struct pos pos,
    const char *fmt, ...) __attribute__((format(printf, 4, 5)));

/* Say what the finding added last may have meant; an empty near is ignored. */
void diag_near(struct diags *ds, struct str near);

/* Copy all of from behind those of to (details are copied to its arena). */
void diags_append(struct diags *to, const struct diags *from);

/* By file, line, column, id; equal ones once. */
void diags_sort(struct diags *ds);

size_t diags_count(const struct diags *ds, enum diag_level level);
bool diags_have_errors(const struct diags *ds);

/* "plan/section-missing" for PLAN_SECTION_MISSING. */
struct str diag_name(struct arena *a, enum diag_id id);

/* The id of "plan/section-missing"; DIAG_MAX if there is none. */
enum diag_id diag_lookup(struct arena *a, struct str name);

/* "error", "lỗi"; "plan", "kế hoạch" ... */
const char *diag_level_name(enum diag_level level, enum lang lang);
const char *diag_class_name(enum diag_class class, enum lang lang);

struct diag_style {
	enum lang lang;
	bool color;
	bool remedies; /* a second line says what to do */
};

/*
 * The findings as lines for people:
 *	path:line:col: level: area/name: text: detail [clause]; did you mean "x"
 */
void diags_print(const struct diags *ds, const struct diag_style *how,
    struct buf *out);

/* The count that closes a run: "2 errors, 1 warning". */
void diags_print_count(const struct diags *ds, const struct diag_style *how,
    struct buf *out);

/* The findings as JSON (format version 1). */
void diags_json(const struct diags *ds, enum lang lang, struct buf *out);

/* The members of that object alone, for one that says more. */
void diags_json_members(
    const struct diags *ds, enum lang lang, struct json *j);

/* What `vanthu explain` prints of one rule: explain.c. */
void diag_explain(enum diag_id id, enum lang lang, struct buf *out);

/* The rules from first up to end as JSON (format version 1). */
void diag_explain_json(
    enum diag_id first, enum diag_id end, enum lang lang, struct buf *out);

#endif
