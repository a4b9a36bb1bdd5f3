/*
 * err.h - what the machine or a library refused: filled once, where it
 * happened, with the path in it.  What is wrong with somebody's text is not an
 * err but a finding (diag/diag.h).
 */
#ifndef BASE_ERR_H
#define BASE_ERR_H

#include <stdbool.h>

enum err_kind {
	ERR_NONE,
	ERR_MACHINE, /* the system refused: errno is in the text */
	ERR_LIBRARY, /* a library refused */
	ERR_LIMIT,   /* a bound of ours on size, time or memory was met */
	ERR_MISSING, /* there is no such file */
	ERR_OUTSIDE  /* the path leaves the campaign's folder */
};

struct err {
	enum err_kind kind;
	char text[512];
};

/* Fill err (kept if already filled) and give false, for: return err_set(...) */
bool err_set(struct err *err, enum err_kind kind, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

#endif
