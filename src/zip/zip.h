/*
 * zip.h - a package (OPC, ISO 29500-2) packed to bytes and unpacked; the only
 * user of libzip.  The same entries give the same bytes always: order as
 * given, time 1980-01-01, deflate 9, no extra fields.
 */
#ifndef ZIP_ZIP_H
#define ZIP_ZIP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

struct zip_entry {
	struct str name, bytes;
};

bool package_pack(struct arena *a, const struct zip_entry *entry, size_t n,
    struct str *out, struct err *err);

/* All entries, at most limit bytes when inflated (else ERR_LIMIT). */
bool package_unpack(struct arena *a, struct str bytes, size_t limit,
    struct zip_entry **entry, size_t *n, struct err *err);

#endif
