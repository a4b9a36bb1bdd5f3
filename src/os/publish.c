/*
 * publish.c - files written beside their place and renamed into it.
 *
 * Temporaries are listed in a fixed array so that a signal handler, or a
 * program that has no memory left, can remove them: files_abandon() calls
 * nothing but getpid(2) and unlink(2).  A slot is taken and given back with all
 * signals blocked, because mkostemp() tries names in the slot's own buffer.
 */
#include "os/file.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { SLOTS = 256 };

static struct slot {
	volatile sig_atomic_t used;
	pid_t owner; /* a child does not remove its parent's */
	char path[PATH_MAX];
} slots[SLOTS];

void
files_abandon(void)
{
	int code = errno;
	pid_t self = getpid();

	for (size_t i = 0; i < SLOTS; i++)
		if (slots[i].used && slots[i].owner == self) {
			(void)unlink(slots[i].path);
			slots[i].used = 0;
		}
	errno = code;
}

static bool
refuse(struct err *err, const char *path)
{
	return err_set(err, ERR_MACHINE, "%s: %s", path, strerror(errno));
}

static void
block_signals(sigset_t *old)
{
	sigset_t all;

	(void)sigfillset(&all);
	(void)sigprocmask(SIG_BLOCK, &all, old);
}

static void
restore_signals(const sigset_t *old)
{
	int code = errno;

	(void)sigprocmask(SIG_SETMASK, old, NULL);
	errno = code;
}

static struct slot *
free_slot(void)
{
	pid_t self = getpid();

	for (size_t i = 0; i < SLOTS; i++)
		if (!slots[i].used || slots[i].owner != self)
			return &slots[i];
	return NULL;
}

/* The bytes of path before its name, the last slash included. */
static size_t
folder_length(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash == NULL ? 0 : (size_t)(slash - path) + 1;
}

/* One file on its way. */
struct pending {
	const char *path;
	struct slot *slot; /* its temporary; NULL: none, or gone */
	bool exchanged; /* the temporary's name holds the former file */
	bool fresh; /* there was no former file, now there is one */
};

/* Make the empty temporary ".name.XXXXXX.tmp" beside p->path. */
static int
open_temporary(struct pending *p, struct err *err)
{
	static const char suffix[] = ".tmp";
	size_t folder = folder_length(p->path);
	struct slot *s = free_slot();
	int fd = -1, n;
	sigset_t old;

	if (s == NULL) {
		(void)err_set(err, ERR_LIMIT, "%s: more than %d files at once",
		    p->path, SLOTS);
		return -1;
	}
	block_signals(&old);
	s->used = 0;
	n = snprintf(s->path, sizeof(s->path), "%.*s.%s.XXXXXX%s", (int)folder,
	    p->path, p->path + folder, suffix);
	if (n < 0 || (size_t)n >= sizeof(s->path))
		errno = ENAMETOOLONG;
	else
		fd = mkostemps(s->path, (int)sizeof(suffix) - 1, O_CLOEXEC);
	if (fd >= 0) {
		s->owner = getpid();
		s->used = 1;
		p->slot = s;
	}
	restore_signals(&old);
	if (fd < 0)
		(void)refuse(err, p->path);
	return fd;
}

/* The temporary is gone, or is to go. */
static void
release_slot(struct pending *p, bool remove)
{
	sigset_t old;

	if (p->slot == NULL)
		return;
	block_signals(&old);
	if (remove)
		(void)unlink(p->slot->path);
	p->slot->used = 0;
	p->slot = NULL;
	restore_signals(&old);
}

static bool
write_all(int fd, struct str bytes)
{
	ssize_t n;

	for (size_t done = 0; done < bytes.n; done += (size_t)n) {
		n = write(fd, bytes.p + done, bytes.n - done);
		if (n < 0 && errno == EINTR)
			n = 0;
		else if (n <= 0)
			return false;
	}
	return true;
}

/* Some file systems cannot sync and say EINVAL; the data are as safe there as
   they get. */
static bool
sync_open(int fd)
{
	return fsync(fd) == 0 || errno == EINVAL || errno == ENOSYS;
}

/* Write, sync and close; errno is of the first that failed. */
static bool
fill_and_close(int fd, struct str bytes, mode_t mode)
{
	bool done =
	    write_all(fd, bytes) && fchmod(fd, mode) == 0 && sync_open(fd);
	int code = errno;

	if (close(fd) < 0 && done)
		return false;
	errno = code;
	return done;
}

static mode_t
usual_mode(void)
{
	mode_t mask = umask(0);

	(void)umask(mask);
	return 0666 & ~mask;
}

/*
 * What may be replaced: nothing, a regular file, a symbolic link; never a
 * device or a folder.  *mode is what the new file gets.
 */
static bool
look_at_target(const char *path, mode_t *mode, struct err *err)
{
	struct stat st;

	*mode = usual_mode();
	if (lstat(path, &st) < 0)
		return errno == ENOENT || refuse(err, path);
	if (S_ISREG(st.st_mode))
		*mode = st.st_mode & 0777;
	else if (!S_ISLNK(st.st_mode))
		return err_set(
		    err, ERR_MACHINE, "%s: not a regular file", path);
	return true;
}

static bool
prepare(struct pending *p, struct str bytes, struct err *err)
{
	mode_t mode;
	int fd;

	if (!look_at_target(p->path, &mode, err))
		return false;
	fd = open_temporary(p, err);
	if (fd < 0)
		return false;
	return fill_and_close(fd, bytes, mode) || refuse(err, p->path);
}

/*
 * Put the temporary into its place.  The former file changes places with it if
 * it may be wanted back; where there is none, or the file system cannot do
 * that, it is renamed.
 */
static bool
place(struct pending *p, bool undoable, struct err *err)
{
	bool fresh;

	if (undoable &&
	    renameat2(AT_FDCWD, p->slot->path, AT_FDCWD, p->path,
		RENAME_EXCHANGE) == 0) {
		p->exchanged = true;
		return true;
	}
	if (undoable && errno != ENOENT && errno != EINVAL && errno != ENOSYS)
		return refuse(err, p->path);
	fresh = undoable && errno == ENOENT;
	if (rename(p->slot->path, p->path) < 0)
		return refuse(err, p->path);
	p->fresh = fresh;
	release_slot(p, false);
	return true;
}

/* Bring back what was there before, as far as that is possible. */
static void
undo(struct pending *p)
{
	if (p->exchanged)
		(void)renameat2(AT_FDCWD, p->slot->path, AT_FDCWD, p->path,
		    RENAME_EXCHANGE);
	if (p->fresh)
		(void)unlink(p->path);
	release_slot(p, true);
}

static bool
sync_folder(const char *path, struct err *err)
{
	size_t n = folder_length(path);
	char folder[PATH_MAX];
	bool done;
	int fd;

	if (n >= sizeof(folder)) {
		errno = ENAMETOOLONG;
		return refuse(err, path);
	}
	memcpy(folder, n == 0 ? "." : path, n == 0 ? 1 : n);
	folder[n == 0 ? 1 : n] = '\0';
	fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd < 0)
		return refuse(err, folder);
	done = sync_open(fd) || refuse(err, folder);
	if (close(fd) < 0 && done)
		return refuse(err, folder);
	return done;
}

static bool
same_folder(const char *x, const char *y)
{
	size_t n = folder_length(x);

	return n == folder_length(y) && memcmp(x, y, n) == 0;
}

/* All temporaries are ready: place them and sync each folder once. */
static bool
place_all(struct pending *p, size_t n, struct err *err)
{
	for (size_t i = 0; i < n; i++)
		if (!place(&p[i], n > 1, err))
			return false;
	for (size_t i = 0; i < n; i++) {
		if (i > 0 && same_folder(p[i - 1].path, p[i].path))
			continue;
		if (!sync_folder(p[i].path, err))
			return false;
	}
	return true;
}

bool
files_publish(const struct publication *file, size_t n, struct err *err)
{
	struct pending p[SLOTS] = { 0 };
	bool done = true;

	if (n > SLOTS)
		return err_set(err, ERR_LIMIT, "%s: more than %d files at once",
		    file[0].path, SLOTS);
	for (size_t i = 0; i < n && done; i++) {
		p[i].path = file[i].path;
		done = prepare(&p[i], file[i].bytes, err);
	}
	done = done && place_all(p, n, err);
	for (size_t i = n; i-- > 0;)
		if (done)
			release_slot(&p[i], true); /* the former file */
		else
			undo(&p[i]);
	return done;
}

bool
file_publish(const char *path, struct str bytes, struct err *err)
{
	return files_publish(&(struct publication) { path, bytes }, 1, err);
}

/* The file itself stands in the slot until it is whole. */
static int
open_new(struct pending *p, struct err *err)
{
	struct slot *s = free_slot();
	size_t n = strlen(p->path);
	sigset_t old;
	int fd = -1;

	if (s == NULL || n >= sizeof(s->path)) {
		(void)err_set(err, ERR_LIMIT, "%s: path too long", p->path);
		return -1;
	}
	block_signals(&old);
	s->used = 0;
	memcpy(s->path, p->path, n + 1);
	fd = open(p->path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	if (fd >= 0) {
		s->owner = getpid();
		s->used = 1;
		p->slot = s;
	}
	restore_signals(&old);
	if (fd < 0)
		(void)refuse(err, p->path);
	return fd;
}

bool
file_create(const char *path, struct str bytes, struct err *err)
{
	struct pending p = { .path = path };
	bool done;
	int fd;

	fd = open_new(&p, err);
	if (fd < 0)
		return false;
	done = fill_and_close(fd, bytes, usual_mode()) || refuse(err, path);
	done = done && sync_folder(path, err);
	release_slot(&p, !done);
	return done;
}
