/* test_work.c - jobs in child processes, good ones and bad ones. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "os/clock.h"
#include "os/work.h"

/* A sanitizer reserves more address space than any limit. */
#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif
#ifndef SANITIZED
#define SANITIZED 0
#endif

enum { MB = 1 << 20 };

static const struct work_limits usual = {
	.cpu_seconds = 20, .wall_seconds = 60, .output = 64 * MB
};

static int
setup(void **state)
{
	*state = arena_new();
	return 0;
}

/* No child is left, whatever the test did. */
static int
teardown(void **state)
{
	arena_free(*state);
	return waitpid(-1, NULL, WNOHANG) != -1 || errno != ECHILD;
}

static size_t
open_descriptors(void)
{
	DIR *d = opendir("/proc/self/fd");
	size_t n = 0;

	while (readdir(d) != NULL)
		n++;
	(void)closedir(d);
	return n;
}

enum job {
	GOOD,
	NOTHING,
	LARGE, /* more than a pipe holds */
	SEGFAULT,
	ABORT,
	STATUS,
	QUIET_EXIT,
	SPIN,
	SLEEP,
	MEMORY,
	FLOOD,
	CLOSER, /* closes every descriptor, then loops */
	PRINTS
};

static void
spin(void)
{
	volatile int zero = 0;

	while (zero == 0)
		;
}

static void
fill(struct arena *a, struct str *out, size_t n)
{
	char *p = arena_alloc(a, n);

	memset(p, 'x', n);
	*out = (struct str) { p, n };
}

static void
run_job(void *context, size_t i, struct arena *a, struct str *out)
{
	const enum job *jobs = context;

	switch (jobs[i]) {
	case GOOD:
		*out = str_printf(a, "job %zu", i);
		break;
	case NOTHING:
		break;
	case LARGE:
		fill(a, out, 3 * MB + i);
		break;
	case SEGFAULT:
		if (!SANITIZED) /* cmocka has a handler */
			(void)signal(SIGSEGV, SIG_DFL);
		(void)raise(SIGSEGV);
		break;
	case ABORT:
		abort();
	case STATUS:
		_exit(42);
	case QUIET_EXIT:
		_exit(0);
	case SPIN:
		spin();
		break;
	case SLEEP:
		for (;;)
			(void)pause();
	case MEMORY:
		for (;;)
			memset(arena_alloc(a, MB), 1, MB);
	case FLOOD:
		fill(a, out, 8 * MB);
		break;
	case CLOSER:
		for (int fd = 0; fd < 100; fd++)
			(void)close(fd);
		spin();
		break;
	case PRINTS:
		(void)!write(STDOUT_FILENO, "lost\n", 5);
		(void)!write(STDERR_FILENO, "lost\n", 5);
		*out = STR("printed");
		break;
	}
}

static struct work_result *
run(struct arena *a, enum job *jobs, size_t n, unsigned parallel,
    const struct work_limits *limits)
{
	size_t before = open_descriptors();
	struct work_result *r = NULL;
	struct err err = { 0 };

	if (!work_run(a, n, parallel, limits, run_job, NULL, jobs, &r, &err))
		fail_msg("%s", err.text);
	assert_int_equal(open_descriptors(), before);
	return r;
}

/* The same results in the same order for any number of workers. */
static void
order(void **state)
{
	static const unsigned parallel[] = { 0, 1, 2, 4, 1000 };
	enum { JOBS = 40 };
	enum job jobs[JOBS];

	for (size_t i = 0; i < JOBS; i++)
		jobs[i] = i % 7 == 3 ? NOTHING : i % 5 == 2 ? LARGE : GOOD;
	for (size_t k = 0; k < sizeof(parallel) / sizeof(*parallel); k++) {
		struct work_result *r =
		    run(*state, jobs, JOBS, parallel[k], &usual);

		for (size_t i = 0; i < JOBS; i++) {
			assert_int_equal(r[i].end, WORK_DONE);
			if (jobs[i] == NOTHING)
				assert_int_equal(r[i].output.n, 0);
			else if (jobs[i] == LARGE)
				assert_int_equal(r[i].output.n, 3 * MB + i);
			else
				assert_true(str_eq(r[i].output,
				    str_printf(*state, "job %zu", i)));
		}
	}
}

static void
no_jobs(void **state)
{
	(void)run(*state, NULL, 0, 1, &usual);
	(void)run(*state, NULL, 0, 4, &usual);
}

/* One bad job is one failed job. */
static void
crashes(void **state)
{
	static enum job jobs[] = { GOOD, SEGFAULT, ABORT, STATUS, QUIET_EXIT,
		PRINTS, GOOD };

	for (unsigned parallel = 1; parallel <= 4; parallel += 3) {
		struct work_result *r = run(*state, jobs, 7, parallel, &usual);

		assert_int_equal(r[0].end, WORK_DONE);
		for (size_t i = 1; i <= 4; i++) {
			assert_int_equal(r[i].end, WORK_CRASHED);
			assert_int_equal(r[i].output.n, 0);
		}
		if (!SANITIZED) /* it ends the process its own way */
			assert_int_equal(r[1].detail, SIGSEGV);
		assert_int_equal(r[2].detail, SIGABRT);
		assert_int_equal(r[3].detail, 42);
		assert_true(str_is(r[5].output, "printed"));
		assert_true(str_is(r[6].output, "job 6"));
	}
}

static void
processor_time(void **state)
{
	static enum job jobs[] = { SPIN, GOOD };
	struct work_limits limits = usual;

	limits.cpu_seconds = 1;
	for (unsigned parallel = 1; parallel <= 4; parallel += 3) {
		struct work_result *r = run(*state, jobs, 2, parallel, &limits);

		assert_int_equal(r[0].end, WORK_LIMIT);
		assert_int_equal(r[0].detail, SIGXCPU);
		assert_int_equal(r[1].end, WORK_DONE);
	}
}

static void
wall_time(void **state)
{
	static enum job jobs[] = { SLEEP, SPIN, CLOSER, GOOD };
	struct work_limits limits = usual;
	int64_t before = clock_monotonic_ms();
	struct work_result *r;

	limits.wall_seconds = 1;
	r = run(*state, jobs, 4, 4, &limits);
	for (size_t i = 0; i < 3; i++) {
		assert_int_equal(r[i].end, WORK_LIMIT);
		assert_int_equal(r[i].detail, SIGKILL);
	}
	assert_int_equal(r[3].end, WORK_DONE);
	assert_true(clock_monotonic_ms() - before >= 1000);
	assert_true(clock_monotonic_ms() - before < 10000);
}

static void
memory(void **state)
{
	static enum job jobs[] = { MEMORY, GOOD };
	struct work_limits limits = usual;
	struct work_result *r;

	if (SANITIZED)
		skip();
	limits.memory = 256 * MB;
	r = run(*state, jobs, 2, 2, &limits);
	assert_int_equal(r[0].end, WORK_LIMIT);
	assert_int_equal(r[1].end, WORK_DONE);
}

static void
too_much_output(void **state)
{
	static enum job jobs[] = { FLOOD, GOOD, FLOOD };
	struct work_limits limits = usual;
	struct work_result *r;

	limits.output = 8 * MB - 1;
	r = run(*state, jobs, 3, 2, &limits);
	assert_int_equal(r[0].end, WORK_LIMIT);
	assert_int_equal(r[0].output.n, 0);
	assert_int_equal(r[1].end, WORK_DONE);
	assert_int_equal(r[2].end, WORK_LIMIT);
	limits.output = 8 * MB;
	r = run(*state, jobs, 3, 2, &limits);
	assert_int_equal(r[0].end, WORK_DONE);
	assert_int_equal(r[0].output.n, 8 * MB);
}

/* A descriptor of the parent is open in the child; other jobs' pipes are
   not: besides the listing itself the child has 0, 1, 2, its pipe and those
   the parent had. */
static void
count_descriptors(void *context, size_t i, struct arena *a, struct str *out)
{
	const int *kept = context;

	(void)i;
	*out = str_printf(
	    a, "%zu %d", open_descriptors(), fcntl(*kept, F_GETFD) >= 0);
}

static void
descriptors(void **state)
{
	int kept = open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	struct err err = { 0 };
	struct str want = str_printf(*state, "%zu 1", open_descriptors() + 1);
	struct work_result *r;

	assert_true(work_run(
	    *state, 8, 4, &usual, count_descriptors, NULL, &kept, &r, &err));
	for (size_t i = 0; i < 8; i++)
		if (!str_eq(r[i].output, want))
			fail_msg("%.*s, want %.*s", STR_ARG(r[i].output),
			    STR_ARG(want));
	(void)close(kept);
}

struct progress {
	size_t calls, n;
};

static void
note(void *context, size_t done, size_t n)
{
	struct progress *p = context;

	assert_int_equal(done, p->calls + 1);
	p->calls = done;
	p->n = n;
}

static void
no_op(void *context, size_t i, struct arena *a, struct str *out)
{
	(void)context;
	(void)i;
	(void)a;
	(void)out;
}

static void
progress(void **state)
{
	struct progress p = { 0, 0 };
	struct err err = { 0 };
	struct work_result *r;

	assert_true(work_run(*state, 9, 3, &usual, no_op, note, &p, &r, &err));
	assert_int_equal(p.calls, 9);
	assert_int_equal(p.n, 9);
}

/* cron may leave SIGCHLD ignored; then nobody waits for children. */
static void
ignored_sigchld(void **state)
{
	static enum job jobs[] = { GOOD, STATUS };
	struct work_result *r;
	struct sigaction now;

	(void)signal(SIGCHLD, SIG_IGN);
	r = run(*state, jobs, 2, 2, &usual);
	assert_int_equal(r[0].end, WORK_DONE);
	assert_int_equal(r[1].detail, 42);
	assert_int_equal(sigaction(SIGCHLD, NULL, &now), 0);
	assert_true(now.sa_handler == SIG_IGN);
	(void)signal(SIGCHLD, SIG_DFL);
}

/* No room for a pipe: told, nothing left behind. */
static void
no_descriptors(void **state)
{
	static enum job jobs[] = { GOOD, GOOD };
	struct rlimit old, low;
	struct work_result *r;
	struct err err = { 0 };
	bool done;

	assert_int_equal(getrlimit(RLIMIT_NOFILE, &old), 0);
	low = old;
	low.rlim_cur = 3;
	assert_int_equal(setrlimit(RLIMIT_NOFILE, &low), 0);
	done = work_run(*state, 2, 2, &usual, run_job, NULL, jobs, &r, &err);
	assert_int_equal(setrlimit(RLIMIT_NOFILE, &old), 0);
	assert_false(done);
	assert_int_equal(err.kind, ERR_MACHINE);
}

static void
processors(void **state)
{
	(void)state;
	assert_true(work_processors() >= 1);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(order),
		TEST(no_jobs),
		TEST(crashes),
		TEST(processor_time),
		TEST(wall_time),
		TEST(memory),
		TEST(too_much_output),
		TEST(descriptors),
		TEST(progress),
		TEST(ignored_sigchld),
		TEST(no_descriptors),
		TEST(processors),
	};

	return cmocka_run_group_tests_name("work", tests, NULL, NULL);
}
