/*
 * decimal.h - Vietnamese figures as exact decimals: "1.200", "75,5", "trên
 * 10%", "75 triệu đồng/người/năm".  The point groups thousands, the comma is
 * the decimal sign; "0.5" (a point not before exactly three digits) is
 * reported as ambiguous, not guessed.
 */
#ifndef TEXT_DECIMAL_H
#define TEXT_DECIMAL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

/* mantissa / 10^scale; scale at most 9, trailing zeros kept as written. */
struct decimal {
	int64_t mantissa;
	unsigned scale;
};

enum compare_op { OP_NONE, OP_GT, OP_GE, OP_LT, OP_LE, OP_EQ };

/* A figure found in text. */
struct figure {
	struct decimal value;
	enum compare_op op; /* "trên 10" OP_GT, "dưới" OP_LT, "từ ... trở lên"
			       and "ít nhất" OP_GE, "không quá" OP_LE */
	struct str unit;    /* what follows the number, trimmed: "%", "hộ" */
};

enum figure_status {
	FIGURE_OK,
	FIGURE_NONE,      /* no number there */
	FIGURE_AMBIGUOUS, /* "0.5", "1,200.5": not the Vietnamese form */
	FIGURE_RANGE      /* too many digits */
};

/* Read all of s (trimmed) as one figure. */
enum figure_status figure_parse(struct arena *a, struct str s,
    struct figure *out);

/* <0, 0, >0 */
int decimal_cmp(struct decimal x, struct decimal y);

/* Does value satisfy `value op bound`? OP_NONE is always satisfied. */
bool decimal_holds(struct decimal value, enum compare_op op,
    struct decimal bound);

/* d times ten to the power of n, kept exact; false if it does not fit. */
bool decimal_shift(struct decimal *d, int n);

/* x + y in *sum; false if it does not fit. */
bool decimal_add(struct decimal x, struct decimal y, struct decimal *sum);

/*
 * 100 part / whole, rounded to scale digits behind the comma, halves away from
 * zero.  False if whole is not above zero, part is below it, or the figures are
 * too large to divide exactly.
 */
bool decimal_percent(struct decimal part, struct decimal whole, unsigned scale,
    struct decimal *out);

/* d rounded to scale digits behind the comma, halves away from zero. */
struct decimal decimal_round(struct decimal d, unsigned scale);

/* "1.200,5" */
struct str decimal_print(struct arena *a, struct decimal d);

/* ">", ">=", "<", "<=", "=" as attribute values, and back; OP_NONE if none. */
enum compare_op compare_op_parse(struct str s);
const char *compare_op_sign(enum compare_op op);

/*
 * Are two unit names the same unit? Folded; "triệu đồng/người/năm" equals
 * "trđ/người/năm" through a small table of synonyms.  *factor10 receives the
 * power of ten by which x must be multiplied to become y ("tỷ đồng" ->
 * "triệu đồng": 3); 0 for the same unit.
 */
bool unit_same(struct arena *a, struct str x, struct str y, int *factor10);

#endif
