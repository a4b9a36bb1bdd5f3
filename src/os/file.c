/*
 * file.c - files read whole, with a limit.  Only regular files are read:
 * everything is opened so that a FIFO or a terminal cannot block.
 * Opening below a folder is in beneath.c, writing in publish.c.
 */
#include "os/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/vec.h"
#include "os/beneath.h"

enum {
	READ_FLAGS = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY,
	FIRST_ROOM = 4096, /* for files that do not say their size (/proc) */
	NAMES_MAX = 100000 /* in one folder */
};

struct root {
	int fd;
	const char *path;
};

/* Fill err from errno. */
static bool
refuse(struct err *err, const char *name)
{
	switch (errno) {
	case ENOENT:
	case ENOTDIR:
		return err_set(
		    err, ERR_MISSING, "%s: %s", name, strerror(errno));
	case EXDEV:
		return err_set(err, ERR_OUTSIDE,
		    "%s: path leaves the campaign folder", name);
	default:
		return err_set(
		    err, ERR_MACHINE, "%s: %s", name, strerror(errno));
	}
}

struct root *
root_open(struct arena *a, const char *dir, struct err *err)
{
	struct root *r = NEW(a, struct root);

	r->fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (r->fd < 0) {
		(void)refuse(err, dir);
		return NULL;
	}
	r->path = arena_strndup(a, dir, strlen(dir));
	return r;
}

/* Nothing was written through the descriptor: close() has nothing to tell. */
void
root_close(struct root *r)
{
	(void)close(r->fd);
	r->fd = -1;
}

const char *
root_path(const struct root *r)
{
	return r->path;
}

/* path as it is told to people. */
static const char *
full_name(struct root *r, struct arena *a, const char *path)
{
	if (strcmp(r->path, ".") == 0)
		return path;
	return arena_printf(a, "%s/%s", r->path, path);
}

static bool
too_large(struct err *err, const char *name, size_t limit)
{
	return err_set(
	    err, ERR_LIMIT, "%s: larger than %zu bytes", name, limit);
}

/* Read on until the end; a file that grows meanwhile meets the limit. */
static bool
read_all(int fd, struct arena *a, const char *name, size_t room, size_t limit,
    struct str *out, struct err *err)
{
	char *p = arena_alloc(a, room), *bigger;
	size_t n = 0;
	ssize_t got;

	for (;;) {
		if (n + 1 == room) { /* one byte is for the zero */
			bigger = arena_alloc(a, room * 2);
			memcpy(bigger, p, n);
			p = bigger;
			room *= 2;
		}
		got = read(fd, p + n, room - 1 - n);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return refuse(err, name);
		if (got == 0)
			break;
		n += (size_t)got;
		if (n > limit)
			return too_large(err, name, limit);
	}
	p[n] = '\0';
	*out = (struct str) { p, n };
	return true;
}

/* All of the open file; fd is closed. */
static bool
read_open_file(int fd, struct arena *a, const char *name, size_t limit,
    struct str *out, struct err *err)
{
	struct stat st;
	size_t room;
	bool done;

	if (fstat(fd, &st) < 0)
		done = refuse(err, name);
	else if (!S_ISREG(st.st_mode))
		done =
		    err_set(err, ERR_MACHINE, "%s: not a regular file", name);
	else if ((uintmax_t)st.st_size > limit)
		done = too_large(err, name, limit);
	else {
		/* One byte to meet the end of the file, one for the zero. */
		room = st.st_size == 0 ? FIRST_ROOM : (size_t)st.st_size + 2;
		done = read_all(fd, a, name, room, limit, out, err);
	}
	(void)close(fd); /* only read */
	return done;
}

bool
root_read(struct root *r, struct arena *a, const char *path, size_t limit,
    struct str *out, struct err *err)
{
	const char *name = full_name(r, a, path);
	int fd = beneath_open(r->fd, path, READ_FLAGS);

	if (fd < 0)
		return refuse(err, name);
	return read_open_file(fd, a, name, limit, out, err);
}

bool
file_read(struct arena *a, const char *path, size_t limit, struct str *out,
    struct err *err)
{
	int fd = open(path, READ_FLAGS);

	if (fd < 0)
		return refuse(err, path);
	return read_open_file(fd, a, path, limit, out, err);
}

/* The type bits of path below r, 0 if there is nothing of ours. */
static mode_t
type_of(struct root *r, const char *path)
{
	int fd = beneath_open(r->fd, path, O_PATH | O_CLOEXEC);
	struct stat st;
	mode_t type = 0;

	if (fd < 0)
		return 0;
	if (fstat(fd, &st) == 0)
		type = st.st_mode & S_IFMT;
	(void)close(fd);
	return type;
}

bool
root_has_file(struct root *r, const char *path)
{
	return type_of(r, path) == S_IFREG;
}

bool
root_has_dir(struct root *r, const char *path)
{
	return type_of(r, path) == S_IFDIR;
}

/* Hidden files and the copies that editors leave are nobody's business. */
static bool
wanted(const struct dirent *e)
{
	return e->d_name[0] != '.' && e->d_name[strlen(e->d_name) - 1] != '~';
}

static int
by_bytes(const void *x, const void *y)
{
	return str_cmp(*(const struct str *)x, *(const struct str *)y);
}

static bool
list_open_dir(DIR *dir, struct arena *a, const char *name, struct str **names,
    size_t *n, struct err *err)
{
	VEC(struct str) list = { 0 };
	const struct dirent *e;

	while (errno = 0, (e = readdir(dir)) != NULL) {
		if (!wanted(e))
			continue;
		if (list.n == NAMES_MAX)
			return err_set(err, ERR_LIMIT, "%s: more than %d files",
			    name, NAMES_MAX);
		*vec_add(a, &list) = str_dup(a, str_of(e->d_name));
	}
	if (errno != 0)
		return refuse(err, name);
	if (list.n > 1)
		qsort(list.v, list.n, sizeof(*list.v), by_bytes);
	*names = list.v;
	*n = list.n;
	return true;
}

bool
root_list(struct root *r, struct arena *a, const char *path, struct str **names,
    size_t *n, struct err *err)
{
	const char *name = full_name(r, a, path);
	bool done;
	DIR *dir;
	int fd;

	*names = NULL;
	*n = 0;
	fd = beneath_open(r->fd, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd < 0)
		return errno == ENOENT || refuse(err, name);
	dir = fdopendir(fd);
	if (dir == NULL) {
		done = refuse(err, name);
		(void)close(fd);
		return done;
	}
	done = list_open_dir(dir, a, name, names, n, err);
	(void)closedir(dir);
	return done;
}

bool
make_dirs(const char *path, struct err *err)
{
	char part[PATH_MAX];
	size_t n = strlen(path);
	struct stat st;

	if (n >= sizeof(part)) {
		errno = ENAMETOOLONG;
		return refuse(err, path);
	}
	memcpy(part, path, n + 1);
	for (size_t i = 1; i <= n; i++) {
		if (part[i] != '/' && part[i] != '\0')
			continue;
		part[i] = '\0';
		if (mkdir(part, 0777) < 0 && errno != EEXIST &&
		    stat(part, &st) < 0)
			return refuse(err, part);
		part[i] = path[i];
	}
	if (stat(path, &st) < 0)
		return refuse(err, path);
	if (!S_ISDIR(st.st_mode))
		return err_set(err, ERR_MACHINE, "%s: not a folder", path);
	return true;
}
