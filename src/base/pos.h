/*
 * pos.h - a place in a file that a person wrote.
 *
 * file is the path as it is shown to people (relative to where they stand),
 * borrowed for the whole run; NULL means the command line.  Lines and columns
 * count from 1; line 0 means the file as a whole.  CR LF, LF and CR each end a
 * line; a byte order mark has no column; a tab is one.
 *
 * Columns count characters (code points).  While a file is compiled these are
 * the characters of its clean text, which is NFC.  diags_locate() makes the
 * columns of findings those of the file as its author's editor counts them:
 * of a letter and its marks written apart (NFD), each has a column, and a place
 * is that of the letter.
 */
#ifndef BASE_POS_H
#define BASE_POS_H

#include <stdint.h>

struct pos {
	const char *file;
	uint32_t line, col;
};

#define POS_FILE(path) ((struct pos){ (path), 0, 0 })

#endif
