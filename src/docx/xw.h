/*
 * xw.h - XML text being written.  Names are literals of the standard; values
 * are escaped here.  Calls must pair, which is asserted.
 *
 *	struct xw x = xw_begin(&buf, false);
 *	xw_open(&x, "w:jc");
 *	xw_attr(&x, "w:val", "both");
 *	xw_close(&x, "w:jc");
 *	xw_end(&x);
 *
 * Pretty puts each element on a line of its own, indented, for dumps; what goes
 * into a package is written without any blank of our own.
 */
#ifndef DOCX_XW_H
#define DOCX_XW_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/str.h"

enum { XW_DEPTH = 128 };

struct xw {
	struct buf *out;
	bool pretty;
	bool in_tag; /* the start tag still takes attributes */
	unsigned depth;
	const char *name[XW_DEPTH]; /* of the open elements */
	bool nested[XW_DEPTH]; /* it has an element inside */
};

/* A writer that has put the XML declaration into out. */
struct xw xw_begin(struct buf *out, bool pretty);
void xw_end(const struct xw *x);

void xw_open(struct xw *x, const char *name);
void xw_close(struct xw *x, const char *name);

/* Only between xw_open() and what follows it. */
void xw_attr(struct xw *x, const char *name, const char *value);
void xw_attr_str(struct xw *x, const char *name, struct str value);
void xw_attr_int(struct xw *x, const char *name, int64_t value);

void xw_text(struct xw *x, struct str s);

/* <name/>, <name w:val="..."/>, <name>text</name>. */
void xw_empty(struct xw *x, const char *name);
void xw_val(struct xw *x, const char *name, const char *value);
void xw_val_int(struct xw *x, const char *name, int64_t value);
void xw_leaf(struct xw *x, const char *name, struct str text);

#endif
