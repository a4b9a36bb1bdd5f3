/*
 * source.h - the bytes of one file made fit to parse: strict UTF-8, no BOM, LF
 * line ends, NFC, no control characters.  What was wrong is a finding; what can
 * be mended without touching a word (BOM, CRLF, NFD) is mended and told at
 * level style or info; the rest is an error and the source is refused.  ds is
 * told of the bytes, so that findings can show the line as it stands there.
 */
#ifndef PARSE_SOURCE_H
#define PARSE_SOURCE_H

#include "base/arena.h"
#include "base/pos.h"
#include "base/str.h"
#include "diag/diag.h"

enum { SOURCE_STEP = 256 };

struct source {
	const char *path; /* as shown to people */
	struct str text; /* clean, zero-terminated */
	uint32_t *line; /* byte offset of each line's beginning */
	size_t nlines;
	uint32_t *chars; /* code points before every SOURCE_STEP-th byte */
};

/* NULL after an error finding (parse/utf8-invalid, parse/legacy-encoding...) */
const struct source *source_clean(
    struct arena *a, const char *path, struct str bytes, struct diags *ds);

/* The place of a byte offset in src->text, columns in characters. */
struct pos source_pos(const struct source *src, size_t offset);

/* The place of a line (from 1) and byte column (from 1). */
struct pos source_pos_bytes(
    const struct source *src, uint32_t line, uint32_t byte_col);

/* The finding that tells of the character; DIAG_MAX: nothing is wrong. */
enum diag_id source_char_kind(uint32_t c);

#endif
