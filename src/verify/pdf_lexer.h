/*
 * pdf_lexer.h - what the readers of a PDF file share below its objects.
 * Private to pdf_read.c, pdf_update.c and pdf_lex.c.
 */
#ifndef VERIFY_PDF_LEXER_H
#define VERIFY_PDF_LEXER_H

#include "verify/pdf_read.h"

enum { PDF_ENTRY = 20 }; /* bytes of a row of the table, always */

/* White space and comments. */
void pdf_skip_space(struct pdf_lexer *l);

/* The line end before the rows of a table. */
void pdf_skip_line_end(struct pdf_lexer *l);

/* f with nothing read of it yet. */
void pdf_start(struct pdf_file *f, struct str bytes, struct arena *a);

struct pdf_lexer pdf_lexer_at(struct pdf_file *f, size_t at);
bool pdf_next_is(struct pdf_lexer *l, const char *word);

/* Where the newest table should be, as the end of the file says. */
bool pdf_find_table(struct pdf_file *f, size_t *at);

/* 7.5.4: the row at p, of object n. */
bool pdf_read_entry(struct pdf_file *f, const char *p, unsigned n);

/* Behind "n 0 obj" of object n. */
bool pdf_object_at(struct pdf_file *f, unsigned n, struct pdf_lexer *l);

#endif
