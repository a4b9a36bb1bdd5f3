/*
 * label.h - the numbers of the decree's parts (II.6.d, V.6b): "I.", "1.",
 * "a)" with đ after d, "-", "+"; made, and recognised when typed.
 */
#ifndef TEXT_LABEL_H
#define TEXT_LABEL_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"

enum label_kind {
	LABEL_NONE,
	LABEL_PHAN,  /* "Phần I" */
	LABEL_CHUONG, /* "Chương I" */
	LABEL_DIEU,  /* "Điều 1." */
	LABEL_MUC,   /* "I." */
	LABEL_KHOAN, /* "1." */
	LABEL_DIEM,  /* "a)" */
	LABEL_DASH,  /* "-" */
	LABEL_PLUS,  /* "+" */
	LABEL_DECIMAL /* "1.1.": common, not foreseen by the decree */
};

/* What was found at the beginning of a line. */
struct label {
	enum label_kind kind;
	unsigned number;  /* from 1; 0 for dashes, and for letters that the
			     decree leaves out (f, j, w, z, ă, â, ...) */
	bool well_formed; /* false for "1-", "a.", "I-", "A-", "1)" ... */
	size_t length;    /* bytes, the blanks behind it included */
};

/*
 * The label s begins with; kind LABEL_NONE if none.  "A." and "B-" are a mục
 * that is not well formed.  The number of "1.2." is its last, 2.
 */
struct label label_parse(struct str s);

/* The label as the decree writes it, without a blank behind it.  A điểm behind
   the last letter is doubled: "aa)". */
struct str label_print(struct arena *a, enum label_kind kind, unsigned number);

/* Letters of điểm in order: a b c d đ e g h i k l m n o p q r s t u v x y. */
enum { LABEL_DIEM_MAX = 23 };

/* "IV" -> 4; 0 if s is not a well-formed Roman number. */
unsigned roman_parse(struct str s);
struct str roman_print(struct arena *a, unsigned n);

#endif
