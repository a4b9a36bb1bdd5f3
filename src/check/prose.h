/*
 * prose.h - sentences as words, numbers and marks, and the figures in them.
 * Private to check/; the rules that use it are in check_claims.c,
 * claim_*.c and check_ratios.c.
 */
#ifndef CHECK_PROSE_H
#define CHECK_PROSE_H

#include "check/run.h"

enum token_kind { TOKEN_WORD, TOKEN_NUMBER, TOKEN_MARK };

struct token {
	enum token_kind kind;
	struct str word; /* lower case; of a number or mark, as written */
	struct str key; /* of a word: to compare names by */
	uint32_t mark;
	size_t at, end; /* in the text */
};

struct tokens {
	struct str text;
	struct token *v;
	size_t n;
};

struct tokens tokens_of(struct arena *a, struct str text);

/* Of the token at i; false behind the last. */
bool token_is_mark(const struct tokens *ts, size_t i, uint32_t mark);
bool token_is_number(const struct tokens *ts, size_t i);
bool token_is_word(const struct tokens *ts, size_t i, const char *word);

/* Does a sentence end at token i?  Behind the last token one does. */
bool token_ends_sentence(const struct tokens *ts, size_t i);

/* The tokens of phrase ("so với") at i; 0 if it does not stand there. */
size_t phrase_at(const struct tokens *ts, size_t i, const char *phrase);
/* The longest of n phrases at i. */
size_t phrase_of(
    const struct tokens *ts, size_t i, const char *const *phrases, size_t n);
/* Does one of n phrases stand between from and to? */
bool phrase_between(const struct tokens *ts, size_t from, size_t to,
    const char *const *phrases, size_t n);

/* A figure in a sentence. */
struct amount {
	enum figure_status status; /* of its number */
	struct decimal value; /* in the unit asked for */
	struct decimal part, whole; /* "380/400 hộ": a share; whole 0: none */
	enum compare_op op; /* of the words before it */
	bool vague; /* "khoảng", "gần" */
	size_t from, end; /* its tokens, unit included */
};

/*
 * Read the figure at token k (a number) as one in that unit; a share is one in
 * "%".  False if it is in another unit, or a range, a date, a difference.
 */
bool amount_read(struct arena *a, const struct tokens *ts, size_t k,
    struct str unit, struct amount *out);

/* "a/b" at token k, and no date; *end is behind it. */
bool share_read(struct arena *a, const struct tokens *ts, size_t k,
    struct decimal *part, struct decimal *whole, size_t *end);

/* As written: "10,4%", "6/571 hộ". */
struct str amount_text(const struct tokens *ts, const struct amount *m);

#endif
