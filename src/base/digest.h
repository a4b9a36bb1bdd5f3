/*
 * digest.h - SHA-256 (FIPS 180-4).
 */
#ifndef BASE_DIGEST_H
#define BASE_DIGEST_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct digest {
	uint8_t byte[32];
};

enum { DIGEST_HEX = 65 }; /* 64 digits and the zero byte */

struct digest digest_of(struct str bytes);
void digest_hex(const struct digest *d, char out[DIGEST_HEX]);

#endif
