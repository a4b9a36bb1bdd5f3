/*
 * docx.h - a laid document as WordprocessingML (ISO 29500 transitional).
 */
#ifndef DOCX_DOCX_H
#define DOCX_DOCX_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"
#include "layout/laid.h"

/* The package's bytes in a; false with err filled if the library refused. */
bool docx_write(
    const struct laid *l, struct arena *a, struct str *out, struct err *err);

/* All parts as text, one element to a line, for golden tests. */
void docx_dump(const struct laid *l, struct arena *a, struct buf *out);

#endif
