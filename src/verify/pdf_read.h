/*
 * pdf_read.h - a small PDF reader (ISO 32000-1, clause 7) for checking what
 * was written: classic cross-reference table, Flate streams, no encryption.
 * Any bytes are a legal input: depth, work and memory are bounded.  It shares
 * nothing with the writer.
 */
#ifndef VERIFY_PDF_READ_H
#define VERIFY_PDF_READ_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

enum pdf_kind {
	PDF_NULL,
	PDF_BOOL,
	PDF_NUMBER,
	PDF_NAME,
	PDF_STRING,
	PDF_ARRAY,
	PDF_DICT,
	PDF_REF,
	PDF_WORD, /* an operator, or a keyword of the file */
	PDF_END   /* of the text, or what is no PDF */
};

struct pdf_value {
	enum pdf_kind kind;
	int64_t milli;   /* NUMBER, in thousandths; BOOL: 0 or 1 */
	unsigned object; /* REF: its number */
	struct str text; /* NAME without slash, STRING decoded, WORD */
	struct pdf_value *item; /* ARRAY: n; DICT: n pairs, key then value */
	size_t n;
	bool is_stream;    /* DICT */
	struct str stream; /* the bytes as they are in the file */
};

/* Text being read value by value. */
struct pdf_lexer {
	struct arena *arena;
	struct str text;
	size_t at;
	bool refs;      /* "1 0 R" is a reference */
	bool bad;       /* it ended before the text did */
	size_t *budget; /* bytes that may still be looked at, by all readers */
};

/* The next value; PDF_END at the end and for what cannot be read. */
struct pdf_value pdf_next(struct pdf_lexer *l);

struct pdf_file {
	struct arena *arena;
	struct str bytes;
	size_t budget;  /* of lexers */
	size_t inflate; /* bytes that may still be inflated */
	size_t *offset; /* by object number; 0: none */
	struct pdf_value **object; /* read so far */
	unsigned nobjects;
	size_t table; /* offset of the newest cross-reference table */
	struct pdf_value trailer;
};

/* Header, cross-reference table and trailer; false if they are not sound. */
bool pdf_open(struct pdf_file *f, struct str bytes, struct arena *a);

/*
 * The same for a file that has been added to (7.5.6): several cross-reference
 * tables, the newest first, in chain.
 */
enum pdf_state { PDF_SOUND, PDF_DAMAGED, PDF_ENCRYPTED };
enum pdf_state pdf_open_updated(
    struct pdf_file *f, struct str bytes, struct arena *a);

/*
 * The entries of dictionary object n as they stand in the file, but for those
 * with a key in drop (NULL-terminated), one behind the other.  False if it is
 * none.
 */
bool pdf_copy_entries(struct pdf_file *f, unsigned n, const char *const *drop,
    struct str *out);

/* Object number n; a NULL value if there is none, END if it is not sound. */
const struct pdf_value *pdf_object(struct pdf_file *f, unsigned n);

/* What v refers to, or v itself; a missing one is a NULL value. */
const struct pdf_value *pdf_resolve(struct pdf_file *f,
    const struct pdf_value *v);

/* The value of a key, resolved; a NULL value if there is none. */
const struct pdf_value *pdf_get(struct pdf_file *f, const struct pdf_value *d,
    const char *key);

/* The same, references left as they are. */
const struct pdf_value *pdf_get_raw(const struct pdf_value *d,
    const char *key);

/* An item of an array, resolved; a NULL value behind its end. */
const struct pdf_value *pdf_item(struct pdf_file *f, const struct pdf_value *v,
    size_t i);

/* A stream's data, inflated; false if it is none or damaged. */
bool pdf_data(struct pdf_file *f, const struct pdf_value *v, struct str *out);

/* Does the stream inflate to n bytes and no others?  None are kept. */
bool pdf_inflates_to(const struct pdf_value *v, size_t n);

bool pdf_is_name(const struct pdf_value *v, const char *name);

/* A whole number in low..high; else, and for other kinds, otherwise. */
int64_t pdf_int(const struct pdf_value *v, int64_t low, int64_t high,
    int64_t otherwise);

/* A text string (7.9.2.2) in UTF-8. */
struct str pdf_text(struct arena *a, const struct pdf_value *v);

/* UTF-16BE in UTF-8; a lone surrogate becomes U+FFFD. */
struct str pdf_utf16(struct arena *a, struct str s);

#endif
