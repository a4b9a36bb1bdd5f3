/*
 * file.h - files read whole with a limit, from below one folder only; files
 * written beside and renamed.  Paths given to root_* are relative to the root,
 * may not leave it (no "..", no absolute path, no symbolic link that leads out)
 * and are opened with openat2(RESOLVE_BENEATH) where the kernel has it, else by
 * walking with O_NOFOLLOW.
 */
#ifndef OS_FILE_H
#define OS_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

struct root; /* an open folder */

/* NULL, with err filled, if dir cannot be opened.  The root lives in a but
   holds a descriptor until root_close(). */
struct root *root_open(struct arena *a, const char *dir, struct err *err);
void root_close(struct root *r);
const char *root_path(const struct root *r);

/*
 * All bytes of a regular file of at most limit bytes, in a, zero-terminated.
 * err->kind: ERR_MISSING, ERR_LIMIT (larger), ERR_OUTSIDE, ERR_MACHINE.
 */
bool root_read(struct root *r, struct arena *a, const char *path, size_t limit,
    struct str *out, struct err *err);

/* Is there such a regular file (root_file) or folder (root_dir)? */
bool root_has_file(struct root *r, const char *path);
bool root_has_dir(struct root *r, const char *path);

/*
 * Names of all that is in folder path, of whatever type, sorted by bytes,
 * without those that begin with a dot or end in "~": whoever reads them tells
 * of a folder or a FIFO.  An absent folder is an empty list.
 */
bool root_list(struct root *r, struct arena *a, const char *path,
    struct str **names, size_t *n, struct err *err);

/* As root_read(), for a path the user named himself; no root is asked. */
bool file_read(struct arena *a, const char *path, size_t limit, struct str *out,
    struct err *err);

/* Make folder path and those above it; true if it is there afterwards. */
bool make_dirs(const char *path, struct err *err);

/*
 * Write bytes to path so that a reader sees the old file or the new one, never
 * half: temporary beside it, write, fsync, rename, fsync of the folder.
 */
bool file_publish(const char *path, struct str bytes, struct err *err);

/*
 * The same for several files that belong together: all temporaries are
 * written and synced before the first rename, so that a full disk leaves every
 * former file as it was.
 */
struct publication {
	const char *path;
	struct str bytes;
};
bool files_publish(const struct publication *file, size_t n, struct err *err);

/* Write path anew; ERR_MACHINE with EEXIST text if it exists already. */
bool file_create(const char *path, struct str bytes, struct err *err);

/* Remove temporaries of publications under way (signal- and exit-safe). */
void files_abandon(void);

#endif
