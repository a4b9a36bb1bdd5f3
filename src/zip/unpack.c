/*
 * unpack.c - the bytes of a package to its entries.
 *
 * The bytes are not trusted: the sizes they claim are added up before anything
 * is inflated, and inflating stops where the claim ends.  Names that two
 * readers could take for one another (OPC compares ASCII without case, ISO
 * 29500-2, 6.2.2.3) are refused.
 */
#include "zip/zip.h"

#include <string.h>
#include <strings.h>

#include <zip.h>

/* A document of ours has about twelve parts. */
enum { MAX_ENTRIES = 1024 };

static bool
refused(struct err *err, const char *what, const char *why)
{
	return err_set(err, ERR_LIBRARY, "package: %s: %s", what, why);
}

static bool
take_name(struct arena *a, const char *name, const struct zip_entry *entry,
    size_t n, struct str *out, struct err *err)
{
	if (name[0] == '\0' || name[0] == '/' || strchr(name, '\\') != NULL ||
	    strstr(name, "..") != NULL)
		return refused(err, name, "not a part's name");
	for (size_t i = 0; i < n; i++)
		if (strcasecmp(entry[i].name.p, name) == 0)
			return refused(err, name, "there twice");
	*out = str_dup(a, str_of(name));
	return true;
}

/* Inflate entry i, which claims size bytes and must have just these. */
static bool
inflate_entry(zip_t *z, zip_uint64_t i, zip_uint64_t size, struct arena *a,
    struct zip_entry *e, struct err *err)
{
	zip_file_t *f = zip_fopen_index(z, i, 0);
	zip_int64_t got = 0;
	zip_uint64_t n = 0;
	char *p;

	if (f == NULL)
		return refused(err, e->name.p, zip_strerror(z));
	p = arena_alloc(a, (size_t)size + 1); /* one more shows an excess */
	while (n <= size && (got = zip_fread(f, p + n, size + 1 - n)) > 0)
		n += (zip_uint64_t)got;
	if (got < 0)
		refused(
		    err, e->name.p, zip_error_strerror(zip_file_get_error(f)));
	else if (n > size)
		err_set(err, ERR_LIMIT, "package: %s: larger than it says",
		    e->name.p);
	else if (n < size)
		refused(err, e->name.p, "shorter than it says");
	if (zip_fclose(f) != 0)
		refused(err, e->name.p, "cannot be closed");
	if (err->kind != ERR_NONE)
		return false;
	p[size] = '\0';
	e->bytes = (struct str) { p, (size_t)size };
	return true;
}

static bool
read_entries(zip_t *z, struct arena *a, size_t limit, struct zip_entry *entry,
    zip_uint64_t n, struct err *err)
{
	zip_uint64_t *size = NEW_ARRAY(a, n + 1, zip_uint64_t);
	zip_uint64_t left = limit;
	zip_stat_t st;

	for (zip_uint64_t i = 0; i < n; i++) {
		if (zip_stat_index(z, i, 0, &st) != 0)
			return refused(err, "entry", zip_strerror(z));
		if ((st.valid & ZIP_STAT_NAME) == 0 ||
		    (st.valid & ZIP_STAT_SIZE) == 0)
			return refused(err, "entry", "no name or size");
		if (st.size > left)
			return err_set(err, ERR_LIMIT,
			    "package: more than %zu bytes", limit);
		left -= st.size;
		size[i] = st.size;
		if (!take_name(a, st.name, entry, i, &entry[i].name, err))
			return false;
	}
	for (zip_uint64_t i = 0; i < n; i++)
		if (!inflate_entry(z, i, size[i], a, &entry[i], err))
			return false;
	return true;
}

bool
package_unpack(struct arena *a, struct str bytes, size_t limit,
    struct zip_entry **entry, size_t *n, struct err *err)
{
	zip_error_t ze;
	zip_source_t *src;
	zip_t *z;
	zip_int64_t count;
	bool ok;

	zip_error_init(&ze);
	src = zip_source_buffer_create(bytes.p, bytes.n, 0, &ze);
	z = src == NULL ?
	    NULL :
	    zip_open_from_source(src, ZIP_RDONLY | ZIP_CHECKCONS, &ze);
	if (z == NULL) {
		refused(err, "open", zip_error_strerror(&ze));
		zip_error_fini(&ze);
		zip_source_free(src);
		return false;
	}
	zip_error_fini(&ze);
	count = zip_get_num_entries(z, 0);
	if (count < 0 || count > MAX_ENTRIES) {
		ok = err_set(err, ERR_LIMIT, "package: more than %d entries",
		    MAX_ENTRIES);
	} else {
		*n = (size_t)count;
		*entry = NEW_ARRAY(a, *n + 1, struct zip_entry);
		ok = read_entries(z, a, limit, *entry, *n, err);
	}
	zip_discard(z);
	return ok;
}
