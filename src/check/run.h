/*
 * run.h - what the checks share: one run over one report, the text of a block
 * with its places, keys to compare names by, tables as grids.  Private to
 * check/.
 */
#ifndef CHECK_RUN_H
#define CHECK_RUN_H

#include "base/vec.h"
#include "check/check.h"
#include "text/label.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* Where a figure for a target stands. */
struct mention {
	const struct target *target;
	struct str name;          /* as written; empty unless misspelt */
	const struct node *table; /* NULL: the header */
	struct str text;          /* "10,4 %" */
	struct str unit;          /* from the table's columns, or empty */
	struct pos name_pos, pos;
};

/* One of two ways to write the same thing, counted over the document. */
struct habit {
	unsigned n;
	struct str sample;
	struct pos pos; /* of the first */
};

/* A list of people or groups proposed for an award. */
struct award_list {
	bool groups;
	unsigned n;
	struct pos pos;
};

enum habit_id {
	HABIT_TONE_FIRST, /* hóa, ủy */
	HABIT_TONE_LAST,  /* hoá, uỷ */
	HABIT_QUOTE_STRAIGHT,
	HABIT_QUOTE_CURLY,
	HABIT_HYPHEN,
	HABIT_DASH,
	HABIT_MAX
};

/* A document cited before; check_citations.c. */
struct cited {
	struct str symbol;
	bool dated;
	struct date day; /* year 0: not known */
};

/* A name of a unit as the text writes it; check_names.c. */
struct named {
	const struct unit *unit;
	struct str name; /* the form of office.xml that was met */
	unsigned n;
	struct pos pos; /* of the first */
};

struct token;

/* A name or an alias of a unit, cut into words; check_names.c. */
struct form {
	const struct unit *unit;
	struct str name;
	const struct token *token;
	size_t n;
};

/* Pairs of words that mean the same; check_words.c has the table. */
enum { PAIRS_MAX = 32 };

struct check {
	const struct doc *doc;
	const struct plan *plan;
	const struct office *office;
	const struct template *tpl; /* may be NULL */
	const struct obligation *obligation;
	const struct unit *unit; /* may be NULL */
	enum doctype type;       /* may be DOCTYPE_MAX */
	struct arena *a;
	struct diags *ds;
	struct checked *out;
	VEC(struct mention) mentions;
	struct claims *claims; /* check_claims.c's */
	struct citations *citations; /* check_cited.c's */
	struct counts *counts; /* check_counts.c's */
	VEC(struct award_list) lists;
	VEC(struct fact) facts;
	struct habit habit[HABIT_MAX];
	VEC(struct cited) cited;
	struct habit pair[PAIRS_MAX][2]; /* of words, check_words.c */
	VEC(struct form) forms; /* of office.xml, once they are asked for */
	VEC(struct named) named;
};

/* --- check_*.c: each checks its subject and fills its facts ------------- */

void check_number(struct check *c);
void check_date(struct check *c);
void check_place(struct check *c);
void check_subject(struct check *c);
void check_lengths(struct check *c);
void check_unused(struct check *c);
void check_signature(struct check *c);
void check_addressees(struct check *c);
void check_recipients(struct check *c);
void check_bases(struct check *c);
void check_stamps(struct check *c);
void check_drafter(struct check *c);
void check_appendices(struct check *c);
/* Is s "PL.(30)", who drafted it and the copies issued (III.3)? */
bool is_drafter_mark(struct str s);
/* The copies in such a mark against those that the plan asks for. */
void check_copies(struct check *c, struct str mark, struct pos pos);
void check_decision(struct check *c);
void check_sections(struct check *c);
void check_targets(struct check *c);
void check_claims(struct check *c);
void collect_cited_header(struct check *c);
void check_cited(struct check *c);
void check_counts(struct check *c);
void collect_facts(struct check *c);
void check_numbering(struct check *c);
void check_end(struct check *c);
void check_header_gaps(struct check *c);
void collect_figures(struct check *c);
void check_habits(struct check *c);
void check_pairs(struct check *c);
void check_header_names(struct check *c);
void check_one_name(struct check *c);
void check_header_districts(struct check *c);
void check_endings(struct check *c);

/* Does a sentence give a figure for t? */
bool is_claimed(struct check *c, const struct target *t);

/* A plan's bound as the report cites it, in the target's unit. */
void compare_goal(struct check *c, const struct target *t,
    const struct figure *said, struct str text, struct pos pos);

/* For every table. */
void collect_mentions(struct check *c, const struct node *table);
void check_awards(struct check *c, const struct node *table);
void check_sums(struct check *c, const struct node *table);

/* --- flat.c: a block's inline content as one text ------------------------ */

struct flat_part {
	size_t at;
	struct pos pos;
};

struct flat {
	const struct node *block;
	struct str text;
	struct flat_part *part;
	size_t nparts;
	bool exact; /* offsets behind a part are columns */
};

/* Findings of one check in one block; more of them tell nothing new. */
enum { FAULTS_MAX = 20 };

/* For every heading, paragraph and cell. */
void check_gaps(struct check *c, const struct flat *f);
void check_spacing(struct check *c, const struct flat *f);
void check_citation(struct check *c, const struct flat *f);
void count_habits(struct check *c, const struct flat *f);
void collect_claims(struct check *c, const struct flat *f);
void check_ratios(struct check *c, const struct flat *f);
void collect_cited(struct check *c, const struct flat *f);
void collect_counts(struct check *c, const struct flat *f);
void check_citations(struct check *c, const struct flat *f);
void check_days(struct check *c, const struct flat *f);
void check_acts(struct check *c, const struct flat *f);
void check_capitals(struct check *c, const struct flat *f);
void check_sentences(struct check *c, const struct flat *f);
void check_dashes(struct check *c, const struct flat *f);
void check_marks(struct check *c, const struct flat *f);
void check_spelling(struct check *c, const struct flat *f);
void check_names(struct check *c, const struct flat *f);
void check_districts(struct check *c, const struct flat *f);
void count_pairs(struct check *c, const struct flat *f);

/* Remember what a căn cứ cites. */
void note_citations(struct check *c, struct str s);

/* block: HEADING, PARAGRAPH or CELL */
struct flat flat_of(const struct check *c, const struct node *block);

/* A value of the header as a text; all of it has the value's place. */
struct flat flat_value(const struct check *c, const struct value *v);

/* The place of an offset; the readers say where each line began. */
struct pos flat_pos(const struct flat *f, size_t offset);

/* The place where the text begins. */
struct pos flat_start(const struct flat *f);

/* --- facts.c ------------------------------------------------------------- */

void add_fact(struct check *c, enum fact_kind kind, struct str key,
    struct str value, struct str text, struct pos pos);

/* "45/KH-UBND 12/09/2025", the date if it is set. */
struct str document_text(struct arena *a, struct str number,
    struct date date);

/* --- words.c -------------------------------------------------------------- */

/* The document as a whole. */
struct pos doc_start(const struct check *c);

/* s to compare by: folded, and every sign that is no letter a blank. */
struct str key_of(struct arena *a, struct str s);
/* The same, but the marks of letters and tones count. */
struct str marked_key_of(struct arena *a, struct str s);
bool key_same(struct arena *a, struct str x, struct str y);
/* Do the words of key needle stand in key hay, one after another? */
bool key_has(struct str hay, struct str needle);

/* Does word stand in s with no letter beside it?  Case and marks count. */
bool has_word(struct str s, struct str word);

/* Words with a letter or a digit in them. */
unsigned count_words(struct str s);

/* An item of a list without "- " before it and ';', '.', ',' behind it. */
struct str item_text(struct str s);

/* s without a closing "(...)"; the inside in *inside if there is one. */
struct str without_brackets(struct str s, struct str *inside);

/* "reports/phong-kt.md:12", for a detail that names a second place. */
struct str place_text(struct arena *a, struct pos pos);

/* The words around an offset, for a detail. */
struct str words_around(struct str s, size_t at);

/* The sentence around an offset, without its stop. */
struct str sentence_at(struct str s, size_t at);

/* The day of the report; of the plan while it has none. */
struct date report_day(const struct check *c);

/* One quoted piece of text for a detail, cut to a readable length. */
struct str quote(struct arena *a, struct str s);

bool is_digit(char ch);
bool all_digits(struct str s);

/* --- grid.c: a table with its spans filled in ----------------------------- */

struct grid {
	const struct node **cell; /* of row r and column k: [r * columns + k] */
	unsigned rows, columns, header; /* header: rows that are one */
};

/* False for a table that is too wide to look at, or has no rows. */
bool grid_of(const struct check *c, const struct node *table, struct grid *g);
struct str grid_text(const struct check *c, const struct grid *g, unsigned row,
    unsigned column);
struct pos grid_pos(const struct check *c, const struct grid *g, unsigned row,
    unsigned column);

/*
 * The first column whose heading's key is one of keys (n of them), "(...)"
 * behind it left out; g->columns if none.
 */
unsigned grid_column(const struct check *c, const struct grid *g,
    const char *const *keys, size_t n);

#endif
