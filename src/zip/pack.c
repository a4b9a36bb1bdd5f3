/*
 * pack.c - entries to the bytes of a package.
 *
 * Left to itself libzip writes the time of writing and the system's attributes
 * into every entry; both are set here, so the same entries give the same bytes.
 */
#include "zip/zip.h"

#include <zip.h>

enum {
	DOS_DATE = 0x21, /* 1980-01-01, the first day that MS-DOS knows */
	DEFLATE_LEVEL = 9
};

static bool
refused(struct err *err, const char *what, const char *why)
{
	return err_set(err, ERR_LIBRARY, "libzip: %s: %s", what, why);
}

/* Add one entry; the archive borrows its bytes until it is closed. */
static bool
add_entry(zip_t *z, struct arena *a, const struct zip_entry *e, struct err *err)
{
	const char *name = arena_strndup(a, e->name.p, e->name.n);
	zip_source_t *src = zip_source_buffer(z, e->bytes.p, e->bytes.n, 0);
	zip_int64_t at;
	zip_uint64_t i;

	if (src == NULL)
		return refused(err, name, zip_strerror(z));
	at = zip_file_add(z, name, src, 0);
	if (at < 0) {
		zip_source_free(src);
		return refused(err, name, zip_strerror(z));
	}
	i = (zip_uint64_t)at;
	if (zip_set_file_compression(z, i, ZIP_CM_DEFLATE, DEFLATE_LEVEL) !=
		0 ||
	    zip_file_set_dostime(z, i, 0, DOS_DATE, 0) != 0 ||
	    zip_file_set_external_attributes(z, i, 0, ZIP_OPSYS_DOS, 0) != 0)
		return refused(err, name, zip_strerror(z));
	return true;
}

/* The archive that was closed into src, as bytes in a. */
static bool
take_bytes(zip_source_t *src, struct arena *a, struct str *out, struct err *err)
{
	zip_stat_t st;
	char *p;
	bool whole;

	if (zip_source_stat(src, &st) != 0 || (st.valid & ZIP_STAT_SIZE) == 0)
		return refused(
		    err, "size", zip_error_strerror(zip_source_error(src)));
	if (zip_source_open(src) != 0)
		return refused(
		    err, "open", zip_error_strerror(zip_source_error(src)));
	p = arena_alloc(a, (size_t)st.size + 1);
	whole = zip_source_read(src, p, st.size) == (zip_int64_t)st.size;
	if (zip_source_close(src) != 0 || !whole)
		return refused(
		    err, "read", zip_error_strerror(zip_source_error(src)));
	*out = (struct str) { p, (size_t)st.size };
	return true;
}

bool
package_pack(struct arena *a, const struct zip_entry *entry, size_t n,
    struct str *out, struct err *err)
{
	zip_error_t ze;
	zip_source_t *src;
	zip_t *z;
	bool ok = true;

	zip_error_init(&ze);
	src = zip_source_buffer_create(NULL, 0, 0, &ze);
	z = src == NULL ? NULL : zip_open_from_source(src, ZIP_TRUNCATE, &ze);
	if (z == NULL) {
		refused(err, "create", zip_error_strerror(&ze));
		zip_error_fini(&ze);
		zip_source_free(src); /* of NULL: nothing */
		return false;
	}
	zip_error_fini(&ze);
	zip_source_keep(src); /* zip_close() drops one reference */
	for (size_t i = 0; ok && i < n; i++)
		ok = add_entry(z, a, &entry[i], err);
	if (ok && zip_close(z) != 0)
		ok = refused(err, "close", zip_strerror(z));
	else if (ok)
		z = NULL;
	ok = ok && take_bytes(src, a, out, err);
	if (z != NULL)
		zip_discard(z);
	zip_source_free(src);
	return ok;
}
