/*
 * md5.h - MD5 (RFC 1321), as PDF wants it of attached files (ISO 32000-1, table
 * 46): against accidents only.  Whatever must not be forged takes digest.h.
 */
#ifndef BASE_MD5_H
#define BASE_MD5_H

#include <stdint.h>

#include "base/str.h"

enum { MD5_BYTES = 16 };

void md5_of(struct str bytes, uint8_t out[MD5_BYTES]);

#endif
