/*
 * mend.h - the steps of source_clean(), for source.c: each gives its finding
 * and either the mended bytes or a refusal.
 */
#ifndef PARSE_MEND_H
#define PARSE_MEND_H

#include "parse/source.h"

/* The bytes on their way; text is valid UTF-8 after mend_encoding(). */
struct mend {
	struct arena *a;
	const char *path;
	struct str text;
	struct diags *ds;
	bool refused;
};

void mend_encoding(struct mend *m); /* UTF-16, BOM, UTF-8, old encodings */
void mend_line_ends(struct mend *m); /* CR LF and lone CR to LF */
void mend_nfc(struct mend *m);

/* Findings about single characters of the clean text; false: refused. */
bool chars_check(const struct source *src, struct diags *ds);

/*
 * Does s hold a character that no text may hold (controls and the like)?  It is
 * in *c then.  For values that come from escapes, not straight from the source.
 */
bool chars_forbidden(struct str s, uint32_t *c);

#endif
