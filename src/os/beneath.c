/*
 * beneath.c - opening what lies below a folder: by openat2(2) where the kernel
 * has it, else in two steps.  The first resolves symbolic links to a plain
 * path; the second opens that path part by part and follows none, so that a
 * link put there in between is refused.
 */
#include "os/beneath.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/openat2.h>
#include <stdbool.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifndef SYS_openat2
#define SYS_openat2 437 /* the same on every architecture */
#endif

enum {
	LINKS_MAX = 40, /* as the kernel's */
	RETRIES = 16 /* openat2 gives EAGAIN while something is renamed */
};

/* Cut the first part off *path, which may begin with slashes. */
static size_t
first_part(const char **path)
{
	*path += strspn(*path, "/");
	return strcspn(*path, "/");
}

static bool
part_is(const char *part, size_t n, const char *what)
{
	return n == strlen(what) && memcmp(part, what, n) == 0;
}

static bool
stays_inside(const char *path)
{
	size_t n;

	if (path[0] == '/')
		return false;
	for (; (n = first_part(&path)) > 0; path += n)
		if (part_is(path, n, ".."))
			return false;
	return true;
}

static int
fail(int code)
{
	errno = code;
	return -1;
}

/* A path being resolved. */
struct walk {
	int root;
	unsigned links;
	char done[PATH_MAX]; /* parts known to be no links */
	char pending[PATH_MAX]; /* what follows */
};

static void
drop_last(char *path)
{
	char *slash = strrchr(path, '/');

	if (slash == NULL)
		slash = path;
	*slash = '\0';
}

/* Put a slash and the n bytes of part behind path. */
static int
append(char *path, const char *part, size_t n)
{
	size_t used = strlen(path);

	if (used + n + 2 > PATH_MAX)
		return fail(ENAMETOOLONG);
	if (used > 0)
		path[used++] = '/';
	memcpy(path + used, part, n);
	path[used + n] = '\0';
	return 0;
}

/* If the last part done is a link, put its aim before what is pending. */
static int
follow_link(struct walk *w)
{
	char aim[PATH_MAX];
	ssize_t n = readlinkat(w->root, w->done, aim, sizeof(aim) - 1);

	if (n < 0)
		return errno == EINVAL ? 0 : -1; /* EINVAL: no link */
	aim[n] = '\0';
	if (aim[0] == '/')
		return fail(EXDEV);
	if (++w->links > LINKS_MAX)
		return fail(ELOOP);
	drop_last(w->done);
	if (append(aim, w->pending, strlen(w->pending)) < 0)
		return -1;
	memcpy(w->pending, aim, strlen(aim) + 1);
	return 0;
}

static int
resolve_part(struct walk *w)
{
	const char *part = w->pending;
	size_t n = first_part(&part);
	bool up = part_is(part, n, "..");
	bool named = n > 0 && !up && !part_is(part, n, ".");

	if (up && w->done[0] == '\0')
		return fail(EXDEV);
	if (up)
		drop_last(w->done);
	if (named && append(w->done, part, n) < 0)
		return -1;
	part += n;
	memmove(w->pending, part, strlen(part) + 1);
	return named ? follow_link(w) : 0;
}

/* Open the plain path part by part. */
static int
open_parts(int root, const char *path, int flags)
{
	char name[PATH_MAX];
	int dir = root, next;
	size_t n;

	while ((n = first_part(&path)) > 0) {
		bool last = path[n] == '\0';

		memcpy(name, path, n);
		name[n] = '\0';
		next = openat(dir, name,
		    last ? flags | O_NOFOLLOW :
			   O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
		if (dir != root) {
			int code = errno;

			(void)close(dir); /* nothing was written through it */
			errno = code;
		}
		if (next < 0 || last)
			return next;
		dir = next;
		path += n;
	}
	return openat(root, ".", flags);
}

int
beneath_walk(int root, const char *path, int flags)
{
	struct walk w = { .root = root };

	if (!stays_inside(path))
		return fail(EXDEV);
	if (strlen(path) >= sizeof(w.pending))
		return fail(ENAMETOOLONG);
	memcpy(w.pending, path, strlen(path) + 1);
	while (w.pending[0] != '\0')
		if (resolve_part(&w) < 0)
			return -1;
	return open_parts(root, w.done, flags);
}

int
beneath_open(int root, const char *path, int flags)
{
	struct open_how how = { .flags = (unsigned)flags,
		.resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS };
	long fd;

	if (!stays_inside(path))
		return fail(EXDEV);
	if (path[0] == '\0')
		path = ".";
	for (int i = 0; i < RETRIES; i++) {
		fd = syscall(SYS_openat2, root, path, &how, sizeof(how));
		if (fd >= 0)
			return (int)fd;
		if (errno != EAGAIN && errno != EINTR)
			break;
	}
	/* A sandbox may answer EPERM to a system call it does not know. */
	if (errno == ENOSYS || errno == EPERM || errno == E2BIG)
		return beneath_walk(root, path, flags);
	return -1;
}
