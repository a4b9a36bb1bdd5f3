/*
 * str.h - counted strings: a view of bytes owned elsewhere (an arena, or a
 * literal).  A str made by this program's own stages is UTF-8 in NFC.  Strings
 * copied into an arena have a zero byte behind them; views into them may not.
 */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

struct str {
	const char *p;
	size_t n;
};

/* For printf: ("%.*s", STR_ARG(s)). */
#define STR_ARG(s) (int)(s).n, ((s).p != NULL ? (s).p : "")
#define STR(literal) ((struct str){ (literal), sizeof(literal) - 1 })
#define STR_NONE ((struct str){ NULL, 0 })

/* A view of a zero-terminated string; of NULL, STR_NONE. */
struct str str_of(const char *s);

/* A zero-terminated copy in a. */
struct str str_dup(struct arena *a, struct str s);

/* Formatted text in a. */
struct str str_printf(struct arena *a, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

bool str_eq(struct str x, struct str y);
bool str_is(struct str s, const char *literal);

/* Byte order, shorter first on a common beginning: <0, 0, >0. */
int str_cmp(struct str x, struct str y);

bool str_starts(struct str s, struct str prefix);
bool str_ends(struct str s, struct str suffix);

/* The bytes from..to, clamped to s. */
struct str str_sub(struct str s, size_t from, size_t to);

/* s without blanks, tabs and line ends (ASCII) at both ends. */
struct str str_trim(struct str s);

/* Offset of the first needle in s at or after from, or s.n if none. */
size_t str_find(struct str s, struct str needle, size_t from);

/*
 * Cut the part before the first sep off *rest, which then begins behind it.
 * False when *rest is used up (its p is NULL then).
 */
bool str_split(struct str *rest, char sep, struct str *part);

#endif
