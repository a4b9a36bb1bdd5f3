/*
 * fix.h - the form of a report's text mended, its words left alone (fix.def is
 * the list).  Lines stay what and where they are; a second run changes nothing.
 */
#ifndef FIX_FIX_H
#define FIX_FIX_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"

enum fix_id {
#define FIX(id, finding, where, fn, vi, en) FIX_##id,
#include "fix/fix.def"
#undef FIX
	FIX_MAX
};

struct fix_row {
	const char *finding; /* "text/space-before", or "-" */
	const char *vi, *en;
};
extern const struct fix_row fix_rows[FIX_MAX];

enum fix_kind { FIX_MARKDOWN, FIX_XML };

struct fixed {
	struct str text; /* mended, or the bytes as they were */
	size_t count[FIX_MAX]; /* how many places each row mended */
	bool changed;
};

/*
 * The bytes of a file, mended.  What cannot be read for sure (UTF-16, bytes of
 * no known encoding) comes back as it is.
 */
struct fixed fix_bytes(struct arena *a, struct str bytes, enum fix_kind kind);

/*
 * What changed from the bytes to the text, as a unified diff without context.
 * Signs that cannot be seen, and bytes that are not UTF-8, are shown by their
 * code.
 */
void fix_diff(const char *from, const char *to, struct str bytes,
    struct str text, struct buf *out);

#endif
