/*
 * value.h - the values of template attributes: read exactly, in integers, and
 * printed for findings.
 */
#ifndef TEMPLATE_VALUE_H
#define TEMPLATE_VALUE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

enum value_kind {
	VALUE_MM, /* a length in EMU, shown in mm */
	VALUE_PT, /* a length in EMU, shown in points */
	VALUE_SIZE, /* half points, "14pt", "13.5pt" */
	VALUE_LINE, /* 240ths of a single line, "1.15" */
	VALUE_SWITCH, /* "yes", "no" */
	VALUE_ALIGN /* enum align */
};

/* False if s is not of that kind. */
bool value_parse(struct str s, enum value_kind kind, int64_t *out);

/* "12.7 mm", "6 pt", "1.5", "yes", "both". */
struct str value_print(struct arena *a, enum value_kind kind, int64_t v);

/* "15-20 mm"; one figure when both are equal. */
struct str value_print_range(
    struct arena *a, enum value_kind kind, int64_t min, int64_t max);

#endif
