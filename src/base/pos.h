/*
 * pos.h - a place in a file that a person wrote.
 *
 * file is the path as it is shown to people (relative to where they stand),
 * borrowed for the whole run; NULL means the command line.  Lines and columns
 * count from 1, columns in characters (code points after NFC, no BOM); 0 means
 * the file as a whole.
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
