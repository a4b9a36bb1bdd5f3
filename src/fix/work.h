/*
 * work.h - a text being mended, for the files of fix/ only.
 */
#ifndef FIX_WORK_H
#define FIX_WORK_H

#include <stdint.h>

#include "fix/fix.h"

struct work {
	struct arena *a;
	enum fix_kind kind;
	struct str text;
	const char *prose; /* for each byte: is it text that is read as text? */
	size_t count; /* places mended by the function under way */
	bool refused; /* the bytes cannot be read for sure */
};

#define FIX(id, finding, where, fn, vi, en) void fn(struct work *w);
#include "fix/fix.def"
#undef FIX

/* Which bytes of the text are prose; prose.c. */
const char *prose_of(struct arena *a, struct str s, enum fix_kind kind);

/* The same letters and digits, and as many lines; prose may lose or change
   other signs only. */
bool fix_same_words(struct str x, struct str y);

#endif
