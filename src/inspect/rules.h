/* rules.h - what the measuring functions rules_*.c share. */
#ifndef INSPECT_RULES_H
#define INSPECT_RULES_H

#include "base/vec.h"
#include "inspect/inspect.h"
#include "inspect/recognise.h"
#include "inspect/seen.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* One cause; further places of it are only counted. */
struct fault {
	enum rule_id rule;
	enum diag_id id;
	size_t para; /* the first place, or NOWHERE */
	struct str value, near;
	size_t times;
	bool wording; /* what somebody wrote, not how it is set */
};

struct inspect {
	const struct word *w;
	const struct form *f;
	const struct seen *seen; /* the pages, of a PDF; else NULL */
	struct arena *a;
	const struct font_set *fonts;
	enum rule_id rule; /* being measured */
	bool opened, absent;
	bool wording; /* of the faults reported now */
	VEC(struct fault) faults;
};

typedef void measure_fn(struct inspect *x);

/* All that rules.def names. */
#define RULE(                                                          \
    id, level, class, clause, made, measure, seen, check, en, vi, rest_en,    \
    rest_vi) \
	measure_fn measure, seen;
#include "inspect/rules.def"
#undef RULE

/* A place that breaks the rule; fmt is its value, data only. */
void broken(struct inspect *x, enum diag_id id, size_t para, const char *fmt,
    ...) __attribute__((format(printf, 4, 5)));

/* The same, with what may have been meant. */
void broken_near(struct inspect *x, enum diag_id id, size_t para,
    struct str near, struct str value);

/* The rule cannot be decided in this file, or there is nothing to decide. */
void rule_open(struct inspect *x);
void rule_absent(struct inspect *x);

/* places.c: where the components of x->rule stand on the pages. */
void seen_places(struct inspect *x);

/* The lines of a piece on the pages, *n of them. */
const struct sline *seen_lines(
    const struct inspect *x, size_t piece, size_t *n);

/*
 * How far the middle of l is from the middle of the text.  Where no line shows
 * the right margin, it is taken anywhere in its range.
 */
emu seen_off_centre(const struct inspect *x, const struct sline *l);

/* One of the marks of III.2, which are stamped in red and boxed. */
bool is_stamp_text(struct inspect *x, struct str s);

/* What bold or italic must be. */
enum must { ANY, YES, NO };

/* How a component must look; sizes in half points, 0: not asked. */
struct want {
	int64_t min, max;
	enum must bold, italic, upper;
	bool centred;
};

/* Report what differs in a piece, in one finding. */
void check_look(
    struct inspect *x, enum diag_id id, size_t piece, const struct want *want);
void check_list_look(struct inspect *x, enum diag_id id, const struct list *l,
    const struct want *want);

/* Is there no run of visible text in from..to of p that differs? */
struct look {
	int64_t min, max; /* half points; 0: no text */
	bool some_bold, all_bold, some_italic, all_italic, underline;
};
struct look face_look(const struct wpara *p, size_t from, size_t to);

enum answer { NO_IDEA, RIGHT, WRONG };
enum answer is_centred(const struct inspect *x, size_t piece);

/* Two pieces stand in one column; NO_IDEA without tables. */
enum answer same_column(const struct inspect *x, size_t p, size_t q);

/* Text of several pieces as one, parted by blanks. */
struct str joined(const struct inspect *x, const struct list *l);

/* Half points as "13" or "13,5". */
struct str points(struct inspect *x, int64_t half_points);

/* Twips as tenths of a millimetre: "19,9". */
struct str millimetres(struct inspect *x, int64_t twips);

bool is_number_char(char c);

/* s is found at *at, which moves behind it. */
bool take_text(struct str s, size_t *at, const char *what);

#endif
