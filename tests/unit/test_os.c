/* test_os.c - reading below a folder, publishing, the clock. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "os/beneath.h"
#include "os/clock.h"
#include "os/file.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* A folder of its own for each test, made current. */
struct place {
	struct arena *a;
	char dir[32];
	int home;
};

static int
setup(void **state)
{
	struct place *p = calloc(1, sizeof(*p));

	p->a = arena_new();
	p->home = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	strcpy(p->dir, "/tmp/test_os.XXXXXX");
	*state = p;
	return mkdtemp(p->dir) == NULL || chdir(p->dir) < 0;
}

static int
teardown(void **state)
{
	struct place *p = *state;
	char command[64];
	int bad;

	bad = fchdir(p->home) < 0;
	(void)close(p->home);
	(void)snprintf(command, sizeof(command), "rm -rf %s", p->dir);
	bad = system(command) != 0 || bad;
	arena_free(p->a);
	free(p);
	return bad;
}

static void
put(const char *path, const char *text)
{
	FILE *f = fopen(path, "w");

	assert_non_null(f);
	assert_true(fputs(text, f) >= 0);
	assert_int_equal(fclose(f), 0);
}

static void
holds(struct place *p, const char *path, const char *text)
{
	struct err err = { 0 };
	struct str s;

	if (!file_read(p->a, path, 1000, &s, &err))
		fail_msg("%s", err.text);
	assert_true(str_is(s, text));
	assert_int_equal(s.p[s.n], '\0');
}

/* The number of entries in the current folder, hidden ones too. */
static size_t
entries(void)
{
	DIR *d = opendir(".");
	size_t n = 0;

	assert_non_null(d);
	while (readdir(d) != NULL)
		n++;
	(void)closedir(d);
	return n - 2;
}

/* A campaign folder with links of every kind, beside a secret. */
static struct root *
campaign(struct place *p)
{
	struct err err = { 0 };
	struct root *r;

	assert_int_equal(mkdir("secret", 0777), 0);
	put("secret/key", "secret");
	assert_int_equal(mkdir("c", 0777), 0);
	assert_int_equal(mkdir("c/input", 0777), 0);
	put("c/plan.xml", "plan");
	put("c/input/a.md", "a");
	assert_int_equal(symlink("a.md", "c/input/inside"), 0);
	assert_int_equal(symlink("../plan.xml", "c/input/up"), 0);
	assert_int_equal(symlink("input", "c/dirlink"), 0);
	assert_int_equal(symlink("../secret/key", "c/out"), 0);
	assert_int_equal(symlink("../../secret", "c/input/outdir"), 0);
	assert_int_equal(symlink("/etc/passwd", "c/absolute"), 0);
	assert_int_equal(symlink("loop", "c/loop"), 0);
	assert_int_equal(symlink("nothing", "c/dangling"), 0);
	assert_int_equal(symlink("..", "c/parent"), 0);
	assert_int_equal(mkfifo("c/fifo", 0666), 0);
	r = root_open(p->a, "c", &err);
	assert_non_null(r);
	assert_string_equal(root_path(r), "c");
	return r;
}

static const struct {
	const char *path;
	enum err_kind kind;
	const char *text; /* when it can be read */
} ways[] = {
	{ "plan.xml", ERR_NONE, "plan" }, { "input/a.md", ERR_NONE, "a" },
	{ "./input//a.md", ERR_NONE, "a" }, { "input/inside", ERR_NONE, "a" },
	{ "input/up", ERR_NONE, "plan" }, { "dirlink/a.md", ERR_NONE, "a" },
	{ "dirlink/up", ERR_NONE, "plan" },
	{ "../secret/key", ERR_OUTSIDE, NULL }, { "..", ERR_OUTSIDE, NULL },
	{ "input/../plan.xml", ERR_OUTSIDE, NULL }, /* no ".." at all */
	{ "input/../../secret/key", ERR_OUTSIDE, NULL },
	{ "/etc/passwd", ERR_OUTSIDE, NULL }, { "out", ERR_OUTSIDE, NULL },
	{ "absolute", ERR_OUTSIDE, NULL },
	{ "input/outdir/key", ERR_OUTSIDE, NULL },
	{ "parent/secret/key", ERR_OUTSIDE, NULL },
	{ "parent/c/plan.xml", ERR_OUTSIDE, NULL },
	{ "loop", ERR_MACHINE, NULL }, { "dangling", ERR_MISSING, NULL },
	{ "absent", ERR_MISSING, NULL }, { "absent/absent", ERR_MISSING, NULL },
	{ "plan.xml/x", ERR_MISSING, NULL },
	{ "input", ERR_MACHINE, NULL }, /* a folder */
	{ "", ERR_MACHINE, NULL },
	{ "fifo", ERR_MACHINE, NULL }, /* must not block */
};

static void
reading_below(void **state)
{
	struct place *p = *state;
	struct root *r = campaign(p);

	for (size_t i = 0; i < COUNT(ways); i++) {
		struct err err = { 0 };
		struct str s;
		bool done = root_read(r, p->a, ways[i].path, 100, &s, &err);

		if (err.kind != ways[i].kind)
			fail_msg(
			    "\"%s\": %d %s", ways[i].path, err.kind, err.text);
		assert_int_equal(done, ways[i].text != NULL);
		if (done)
			assert_true(str_is(s, ways[i].text));
		assert_int_equal(root_has_file(r, ways[i].path), done);
	}
	root_close(r);
}

/* Both ways of opening agree on what is inside. */
static void
walking_below(void **state)
{
	struct place *p = *state;
	struct root *r = campaign(p);
	int dir = open("c", O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	for (size_t i = 0; i < COUNT(ways); i++) {
		int fd = beneath_walk(
		    dir, ways[i].path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
		char c;

		if (ways[i].kind == ERR_OUTSIDE)
			assert_true(fd == -1 && errno == EXDEV);
		else if (ways[i].kind == ERR_MISSING)
			assert_true(
			    fd == -1 && (errno == ENOENT || errno == ENOTDIR));
		if (ways[i].text != NULL) {
			if (fd < 0)
				fail_msg(
				    "%s: %s", ways[i].path, strerror(errno));
			assert_int_equal(read(fd, &c, 1), 1);
			assert_int_equal(c, ways[i].text[0]);
		}
		if (fd >= 0)
			(void)close(fd);
	}
	(void)close(dir);
	root_close(r);
}

static void
devices(void **state)
{
	struct place *p = *state;
	struct err err = { 0 };
	struct str s;

	assert_false(file_read(p->a, "/dev/zero", 1000, &s, &err));
	assert_int_equal(err.kind, ERR_MACHINE);
	assert_int_equal(mkfifo("fifo", 0666), 0);
	err = (struct err) { 0 };
	assert_false(file_read(p->a, "fifo", 1000, &s, &err));
	assert_int_equal(err.kind, ERR_MACHINE);
	err = (struct err) { 0 };
	assert_false(file_read(p->a, ".", 1000, &s, &err));
	assert_int_equal(err.kind, ERR_MACHINE);
	/* A file that says its size is 0 and is not empty. */
	err = (struct err) { 0 };
	assert_true(file_read(p->a, "/proc/self/status", 1 << 20, &s, &err));
	assert_true(str_find(s, STR("VmSize"), 0) < s.n);
	err = (struct err) { 0 };
	assert_false(file_read(p->a, "/proc/self/status", 16, &s, &err));
	assert_int_equal(err.kind, ERR_LIMIT);
}

static void
size_limit(void **state)
{
	struct place *p = *state;
	struct err err = { 0 };
	struct rusage before, after;
	enum { MB = 1 << 20 };
	struct str s;

	put("five", "12345");
	assert_true(file_read(p->a, "five", 5, &s, &err));
	assert_int_equal(s.n, 5);
	assert_false(file_read(p->a, "five", 4, &s, &err));
	assert_int_equal(err.kind, ERR_LIMIT);
	put("empty", "");
	err = (struct err) { 0 };
	assert_true(file_read(p->a, "empty", 0, &s, &err));
	assert_int_equal(s.n, 0);

	/* Had it been read first, the process would have grown by 300 MB. */
	put("sparse", "");
	assert_int_equal(truncate("sparse", 300 * MB), 0);
	assert_int_equal(getrusage(RUSAGE_SELF, &before), 0);
	err = (struct err) { 0 };
	assert_false(file_read(p->a, "sparse", 299 * MB, &s, &err));
	assert_int_equal(err.kind, ERR_LIMIT);
	assert_int_equal(getrusage(RUSAGE_SELF, &after), 0);
	assert_true(after.ru_maxrss - before.ru_maxrss < 50 * 1024); /* kB */
}

static void
listing(void **state)
{
	static const char *const want[] = { "B.md", "a.md", "fifo", "link",
		"sub", "z" };
	struct place *p = *state;
	struct err err = { 0 };
	struct str *name;
	struct root *r;
	size_t n;

	assert_int_equal(mkdir("d", 0777), 0);
	assert_int_equal(mkdir("d/sub", 0777), 0);
	put("d/z", "");
	put("d/a.md", "");
	put("d/B.md", "");
	put("d/.hidden", "");
	put("d/a.md~", "");
	assert_int_equal(symlink("z", "d/link"), 0);
	assert_int_equal(mkfifo("d/fifo", 0666), 0);
	r = root_open(p->a, ".", &err);
	assert_non_null(r);
	assert_true(root_list(r, p->a, "d", &name, &n, &err));
	assert_int_equal(n, COUNT(want));
	for (size_t i = 0; i < n; i++)
		assert_true(str_is(name[i], want[i]));
	assert_true(root_list(r, p->a, "absent", &name, &n, &err));
	assert_int_equal(n, 0);
	assert_false(root_list(r, p->a, "..", &name, &n, &err));
	assert_int_equal(err.kind, ERR_OUTSIDE);
	assert_true(root_has_dir(r, "d/sub") && root_has_dir(r, "."));
	assert_false(root_has_dir(r, "d/z") || root_has_dir(r, "absent"));
	root_close(r);
	err = (struct err) { 0 };
	assert_null(root_open(p->a, "absent", &err));
	assert_int_equal(err.kind, ERR_MISSING);
}

static void
making_folders(void **state)
{
	struct err err = { 0 };
	struct stat st;

	(void)state;
	assert_true(make_dirs("a/b//c/", &err));
	assert_true(make_dirs("a/b/c", &err));
	assert_true(stat("a/b/c", &st) == 0 && S_ISDIR(st.st_mode));
	put("file", "");
	assert_false(make_dirs("file/x", &err));
	assert_true(err.kind != ERR_NONE);
	err = (struct err) { 0 };
	assert_false(make_dirs("file", &err));
	assert_int_equal(err.kind, ERR_MACHINE);
}

static void
publishing(void **state)
{
	struct place *p = *state;
	struct err err = { 0 };
	struct stat st;
	mode_t mask = umask(027);

	assert_true(file_publish("new", STR("one"), &err));
	holds(p, "new", "one");
	assert_int_equal(stat("new", &st), 0);
	assert_int_equal(st.st_mode & 0777, 0640);
	assert_int_equal(chmod("new", 0604), 0);
	assert_true(file_publish("new", STR("two"), &err));
	holds(p, "new", "two");
	assert_int_equal(stat("new", &st), 0);
	assert_int_equal(st.st_mode & 0777, 0604); /* as it was */
	assert_true(file_publish("new", STR_NONE, &err));
	holds(p, "new", "");
	(void)umask(mask);
	assert_int_equal(mkdir("dir", 0777), 0);
	assert_true(file_publish("dir/x", STR("x"), &err));
	holds(p, "dir/x", "x");
	assert_int_equal(entries(), 2);

	assert_false(file_publish("absent/x", STR("x"), &err));
	assert_int_equal(err.kind, ERR_MACHINE);
	err = (struct err) { 0 };
	assert_false(file_publish("dir", STR("x"), &err));
	err = (struct err) { 0 };
	assert_int_equal(mkfifo("fifo", 0666), 0);
	assert_false(file_publish("fifo", STR("x"), &err));
	assert_int_equal(entries(), 3);
}

/* The last of three cannot be placed: nothing has changed. */
static void
all_or_nothing(void **state)
{
	struct place *p = *state;
	struct err err = { 0 };
	struct publication three[] = {
		{ "a", { "new a", 5 } },
		{ "b", { "new b", 5 } },
		{ "dir", { "new", 3 } },
	};

	put("a", "old a");
	assert_int_equal(mkdir("dir", 0777), 0);
	assert_false(files_publish(three, 3, &err));
	holds(p, "a", "old a");
	assert_int_equal(entries(), 2);
	err = (struct err) { 0 };
	assert_true(files_publish(three, 2, &err));
	holds(p, "a", "new a");
	holds(p, "b", "new b");
	assert_int_equal(entries(), 3);
	assert_true(files_publish(NULL, 0, &err));
}

/*
 * The last rename of three fails although all temporaries were written: the
 * former file comes back, and the one that was not there goes.
 */
static void
way_back(void **state)
{
	struct place *p = *state;
	struct err err = { 0 };
	struct publication three[] = {
		{ "a", { "new a", 5 } },
		{ "fresh", { "new", 3 } },
		{ "m/x", { "new", 3 } },
	};

	put("a", "old a");
	assert_int_equal(mkdir("m", 0777), 0);
	put("m/x", "old x");
	/* A file that something is mounted on cannot be renamed over. */
	if (mount("a", "m/x", NULL, MS_BIND, NULL) < 0)
		skip();
	assert_false(files_publish(three, 3, &err));
	assert_int_equal(umount("m/x"), 0);
	holds(p, "a", "old a");
	holds(p, "m/x", "old x");
	assert_int_equal(access("fresh", F_OK), -1);
	assert_int_equal(entries(), 2);
	assert_int_equal(err.kind, ERR_MACHINE);
}

/* Publish more than there is room for; the former files must stay. */
static void
try_when_full(struct place *p, const char *small, const char *large)
{
	enum { LARGE = 200 * 1024 };
	char *bytes = arena_alloc(p->a, LARGE);
	struct publication two[] = {
		{ small, { "new small", 9 } },
		{ large, { bytes, LARGE } },
	};
	struct err err = { 0 };

	put(small, "old small");
	put(large, "old large");
	assert_false(file_publish(large, two[1].bytes, &err));
	assert_int_equal(err.kind, ERR_MACHINE);
	err = (struct err) { 0 };
	assert_false(files_publish(two, 2, &err));
	holds(p, small, "old small");
	holds(p, large, "old large");
	err = (struct err) { 0 };
	assert_false(file_create("full/created", two[1].bytes, &err));
	assert_int_equal(access("full/created", F_OK), -1);
	assert_true(file_publish(small, STR("new small"), &err) ||
	    err.kind != ERR_NONE);
	holds(p, small, "new small");
}

static void
full_disk(void **state)
{
	struct place *p = *state;
	struct rlimit old, low;

	assert_int_equal(mkdir("full", 0777), 0);
	if (mount("tmpfs", "full", "tmpfs", 0, "size=64k") == 0) {
		try_when_full(p, "full/small", "full/large");
		assert_int_equal(chdir("full"), 0);
		assert_int_equal(entries(), 2);
		assert_int_equal(chdir(".."), 0);
		assert_int_equal(umount("full"), 0);
	}
	/* And a limit on the size of files, with EFBIG for ENOSPC. */
	(void)signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &old), 0);
	low = old;
	low.rlim_cur = 64 * 1024;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &low), 0);
	try_when_full(p, "small", "large");
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &old), 0);
	(void)signal(SIGXFSZ, SIG_DFL);
	assert_int_equal(entries(), 3);
}

static void
creating(void **state)
{
	struct place *p = *state;
	struct err err = { 0 };

	assert_true(file_create("x", STR("one"), &err));
	holds(p, "x", "one");
	assert_false(file_create("x", STR("two"), &err));
	assert_int_equal(err.kind, ERR_MACHINE);
	assert_non_null(strstr(err.text, strerror(EEXIST)));
	holds(p, "x", "one");
	err = (struct err) { 0 };
	assert_int_equal(symlink("elsewhere", "link"), 0);
	assert_false(file_create("link", STR("two"), &err));
	assert_int_equal(access("elsewhere", F_OK), -1);
	assert_int_equal(entries(), 2);
}

static void
on_alarm(int sig)
{
	(void)sig;
	files_abandon();
	_exit(7);
}

/* A signal in the middle of a publication leaves no temporary behind; one in a
   child leaves the parent's alone. */
static void
abandoning(void **state)
{
	enum { LARGE = 4 << 20 };
	struct place *p = *state;
	char *bytes = arena_alloc(p->a, LARGE);
	int status;

	put("x", "old");
	for (int round = 0; round < 20; round++) {
		pid_t pid = fork();

		assert_true(pid >= 0);
		if (pid == 0) {
			struct err err = { 0 };

			(void)signal(SIGALRM, on_alarm);
			(void)ualarm(1000 + (unsigned)round * 500, 0);
			for (;;)
				(void)file_publish(
				    "y", (struct str) { bytes, LARGE }, &err);
		}
		assert_int_equal(waitpid(pid, &status, 0), pid);
		assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 7);
		(void)unlink("y");
		assert_int_equal(entries(), 1);
	}
	files_abandon(); /* nothing to do */
	holds(p, "x", "old");
}

static void
today(void **state)
{
	static const struct {
		const char *epoch;
		int64_t day;
		bool sound;
	} rows[] = {
		{ "0", 0, true },
		{ "61199", 0, true }, /* 23:59:59 there */
		{ "61200", 1, true }, /* midnight at UTC+7 */
		{ "1765213199", 20430, true }, /* 2025-12-08 23:59:59 there */
		{ "1765213200", 20431, true }, /* 2025-12-09 00:00:00 there */
		{ "12x", 0, false },
		{ "-5", 0, false },
		{ "99999999999999999999", 0, false },
	};
	int64_t now;

	(void)state;
	assert_int_equal(setenv("TZ", "America/New_York", 1), 0);
	for (size_t i = 0; i < COUNT(rows); i++) {
		assert_int_equal(
		    setenv("SOURCE_DATE_EPOCH", rows[i].epoch, 1), 0);
		assert_int_equal(clock_epoch_is_sound(), rows[i].sound);
		if (rows[i].sound)
			assert_int_equal(clock_today(), rows[i].day);
	}
	assert_int_equal(unsetenv("SOURCE_DATE_EPOCH"), 0);
	assert_true(clock_epoch_is_sound());
	now = clock_monotonic_ms();
	assert_true(clock_today() > 20000);
	assert_true(clock_monotonic_ms() >= now);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(reading_below),
		TEST(walking_below),
		TEST(devices),
		TEST(size_limit),
		TEST(listing),
		TEST(making_folders),
		TEST(publishing),
		TEST(all_or_nothing),
		TEST(way_back),
		TEST(full_disk),
		TEST(creating),
		TEST(abandoning),
		TEST(today),
	};

	return cmocka_run_group_tests_name("os", tests, NULL, NULL);
}
