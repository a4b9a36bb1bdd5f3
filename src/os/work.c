/*
 * work.c - one child process per job, its result through a pipe: eight bytes
 * of length, then the result.  A child that ends well without having written
 * all that has crashed.
 *
 * The parent reads all pipes with poll(2), so a child never waits for another;
 * it learns of the end of a child from its pipe and asks waitpid(2) for the
 * reason.  Children die with the parent (PR_SET_PDEATHSIG).
 */
#include "os/work.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "os/clock.h"

enum {
	PARALLEL_MAX = 64,
	HEADER = 8,
	/* An arena that gets no memory ends the process so (base/arena.c). */
	STATUS_EXHAUSTED = 3,
	STATUS_LOST = 127, /* the pipe is gone, or the limits refused */
	/* Between the end of a pipe and that of its process. */
	REAP_MS = 5
};

/* A job under way. */
struct job {
	pid_t pid; /* 0: this place is free */
	int fd; /* -1: its pipe has ended */
	size_t index;
	int64_t deadline; /* of the monotonic clock; INT64_MAX: none */
	unsigned char header[HEADER];
	size_t got; /* header and result */
	char *p; /* the result, once its length is known */
	uint64_t n;
	bool over; /* a limit of ours was met: killed */
};

struct crew {
	struct arena *arena;
	const struct work_limits *limits;
	work_fn *fn;
	void *context;
	struct work_result *result;
	struct job *job;
	struct pollfd *poll;
	unsigned places, busy;
	struct err *err;
};

/* ---- in the child ---- */

/* Lower a limit; a hard limit below what is asked stays. */
static void
set_limit(int what, rlim_t soft, rlim_t hard)
{
	struct rlimit r;

	if (getrlimit(what, &r) < 0)
		_exit(STATUS_LOST);
	if (r.rlim_max == RLIM_INFINITY || hard < r.rlim_max)
		r.rlim_max = hard;
	r.rlim_cur = soft < r.rlim_max ? soft : r.rlim_max;
	if (setrlimit(what, &r) < 0)
		_exit(STATUS_LOST);
}

static void
silence(void)
{
	int fd = open("/dev/null", O_RDWR | O_CLOEXEC);

	if (fd < 0)
		_exit(STATUS_LOST);
	for (int k = STDIN_FILENO; k <= STDERR_FILENO; k++)
		if (dup2(fd, k) < 0)
			_exit(STATUS_LOST);
	if (fd > STDERR_FILENO)
		(void)close(fd);
}

static void
confine(const struct work_limits *limits, pid_t parent)
{
	static const int usual[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGXCPU,
		SIGALRM };

	if (prctl(PR_SET_PDEATHSIG, SIGKILL) < 0 || getppid() != parent)
		_exit(STATUS_LOST);
	for (size_t i = 0; i < sizeof(usual) / sizeof(usual[0]); i++)
		(void)signal(usual[i], SIG_DFL);
	(void)signal(SIGPIPE, SIG_IGN); /* write() says EPIPE */
	set_limit(RLIMIT_CORE, 0, 0);
	if (limits->cpu_seconds > 0) /* SIGXCPU, a second later SIGKILL */
		set_limit(RLIMIT_CPU, limits->cpu_seconds,
		    (rlim_t)limits->cpu_seconds + 1);
	if (limits->memory > 0)
		set_limit(RLIMIT_AS, limits->memory, limits->memory);
}

static void
put_all(int fd, const void *p, size_t n)
{
	const char *from = p;
	ssize_t put;

	while (n > 0) {
		put = write(fd, from, n);
		if (put < 0 && errno != EINTR)
			_exit(STATUS_LOST);
		if (put > 0) {
			from += put;
			n -= (size_t)put;
		}
	}
}

static _Noreturn void
child(const struct crew *c, size_t index, int fd, pid_t parent)
{
	unsigned char header[HEADER];
	struct str out = STR_NONE;

	for (unsigned k = 0; k < c->places; k++)
		if (c->job[k].pid != 0 && c->job[k].fd >= 0)
			(void)close(c->job[k].fd);
	if (fd <= STDERR_FILENO) /* the parent had one of those closed */
		fd = fcntl(fd, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
	silence();
	confine(c->limits, parent);
	c->fn(c->context, index, arena_new(), &out);
	for (size_t k = 0; k < HEADER; k++)
		header[k] = (unsigned char)((uint64_t)out.n >> 8 * k);
	put_all(fd, header, HEADER);
	put_all(fd, out.p, out.n);
	_exit(0); /* no handlers, no buffers: they are the parent's */
}

/* ---- in the parent ---- */

static void
close_pipe(struct job *j)
{
	if (j->fd >= 0)
		(void)close(j->fd); /* only read */
	j->fd = -1;
}

static struct job *
free_place(struct crew *c)
{
	struct job *j = c->job;

	while (j->pid != 0)
		j++;
	return j;
}

/* False if the machine refuses a pipe or a process; errno says why. */
static bool
start(struct crew *c, size_t index)
{
	struct job *j = free_place(c);
	pid_t parent = getpid(), pid;
	int fd[2], code;

	if (pipe2(fd, O_CLOEXEC) < 0)
		return false;
	pid = fcntl(fd[0], F_SETFL, O_NONBLOCK) < 0 ? -1 : fork();
	if (pid == 0) {
		(void)close(fd[0]);
		child(c, index, fd[1], parent);
	}
	code = errno;
	(void)close(fd[1]);
	if (pid < 0) {
		(void)close(fd[0]);
		errno = code;
		return false;
	}
	*j = (struct job) {
		.pid = pid, .fd = fd[0], .index = index, .deadline = INT64_MAX
	};
	if (c->limits->wall_seconds > 0)
		j->deadline = clock_monotonic_ms() +
		    (int64_t)c->limits->wall_seconds * 1000;
	c->busy++;
	return true;
}

/* Stop the job; it is reaped as one that met a limit. */
static void
stop(struct job *j)
{
	j->over = true;
	(void)kill(j->pid, SIGKILL);
	close_pipe(j);
}

/* Make room for the result whose header is complete. */
static void
take_header(struct crew *c, struct job *j)
{
	for (size_t k = HEADER; k-- > 0;)
		j->n = j->n << 8 | j->header[k];
	if (j->n > c->limits->output)
		stop(j);
	else
		j->p = arena_alloc(c->arena, (size_t)j->n + 1);
}

/* Read what is there, without waiting. */
static void
receive(struct crew *c, struct job *j)
{
	char extra[1];
	ssize_t got;
	char *to;
	size_t room;

	while (j->fd >= 0) {
		if (j->got < HEADER) {
			to = (char *)j->header + j->got;
			room = HEADER - j->got;
		} else if (j->got - HEADER < j->n) {
			to = j->p + (j->got - HEADER);
			room = (size_t)j->n - (j->got - HEADER);
		} else { /* nothing but the end may follow */
			to = extra;
			room = sizeof(extra);
		}
		got = read(j->fd, to, room);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0 && errno == EAGAIN)
			return;
		if (got > 0)
			j->got += (size_t)got;
		if (got <= 0 || to == extra) {
			close_pipe(j);
			return;
		}
		if (j->got == HEADER && j->p == NULL)
			take_header(c, j);
	}
}

static struct work_result
judge(const struct job *j, int status)
{
	bool whole = j->got >= HEADER && j->got - HEADER == j->n;
	struct work_result r = { .end = WORK_CRASHED };

	if (WIFSIGNALED(status)) {
		r.detail = WTERMSIG(status);
		/* Without our doing, SIGKILL is the hard limit of processor
		   time or the kernel short of memory. */
		if (r.detail == SIGXCPU || r.detail == SIGKILL)
			r.end = WORK_LIMIT;
	} else {
		r.detail = WEXITSTATUS(status);
		if (r.detail == STATUS_EXHAUSTED)
			r.end = WORK_LIMIT;
		else if (r.detail == 0 && whole && !j->over)
			r.end = WORK_DONE;
	}
	if (j->over)
		r.end = WORK_LIMIT;
	if (r.end == WORK_DONE)
		r.output = (struct str) { j->p, (size_t)j->n };
	return r;
}

/* Fetch the end of job j if it has one; wait for it if asked to. */
static bool
reap(struct crew *c, struct job *j, bool wait)
{
	int status = 0;
	pid_t got;

	do
		got = waitpid(j->pid, &status, wait ? 0 : WNOHANG);
	while (got < 0 && errno == EINTR);
	if (got == 0)
		return false;
	if (got < 0) /* somebody else took it: what it ended with is lost */
		c->result[j->index] =
		    (struct work_result) { .end = WORK_CRASHED,
			    .detail = STATUS_LOST };
	else
		c->result[j->index] = judge(j, status);
	close_pipe(j);
	j->pid = 0;
	c->busy--;
	return true;
}

/* Milliseconds to wait at most; -1: until something comes. */
static int
patience(const struct crew *c)
{
	int64_t now = clock_monotonic_ms(), least = INT64_MAX, left;

	for (unsigned k = 0; k < c->places; k++) {
		if (c->job[k].pid == 0)
			continue;
		if (c->job[k].fd < 0)
			return REAP_MS;
		if (c->job[k].deadline == INT64_MAX)
			continue;
		left = c->job[k].deadline - now;
		if (left < least)
			least = left;
	}
	if (least == INT64_MAX)
		return -1;
	return least < 0 ? 0 : least > 60000 ? 60000 : (int)least + 1;
}

/* Wait for something to happen; false only if poll() itself fails. */
static bool
attend(struct crew *c)
{
	int64_t now;

	for (unsigned k = 0; k < c->places; k++)
		c->poll[k] = (struct pollfd) { .events = POLLIN,
			.fd = c->job[k].pid != 0 ? c->job[k].fd : -1 };
	if (poll(c->poll, c->places, patience(c)) < 0 && errno != EINTR)
		return false;
	now = clock_monotonic_ms();
	for (unsigned k = 0; k < c->places; k++) {
		struct job *j = &c->job[k];

		if (j->pid == 0)
			continue;
		receive(c, j);
		if (!j->over && now >= j->deadline)
			stop(j);
	}
	return true;
}

/* The number of jobs that have ended. */
static size_t
reap_ended(struct crew *c)
{
	size_t ended = 0;

	for (unsigned k = 0; k < c->places; k++) {
		struct job *j = &c->job[k];

		if (j->pid != 0 && j->fd < 0 && reap(c, j, j->over))
			ended++;
	}
	return ended;
}

static void
stop_all(struct crew *c)
{
	for (unsigned k = 0; k < c->places; k++)
		if (c->job[k].pid != 0) {
			stop(&c->job[k]);
			(void)reap(c, &c->job[k], true);
		}
}

static bool
run(struct crew *c, size_t n, work_progress *progress)
{
	size_t next = 0, done = 0, ended;

	while (done < n) {
		while (c->busy < c->places && next < n) {
			if (start(c, next))
				next++;
			else if (c->busy == 0)
				return err_set(c->err, ERR_MACHINE,
				    "worker process: %s", strerror(errno));
			else
				break; /* again when one has ended */
		}
		if (!attend(c))
			return err_set(c->err, ERR_MACHINE,
			    "worker process: %s", strerror(errno));
		for (ended = reap_ended(c); ended > 0; ended--)
			if (done++, progress != NULL)
				progress(c->context, done, n);
	}
	return true;
}

bool
work_run(struct arena *a, size_t n, unsigned parallel,
    const struct work_limits *limits, work_fn *fn, work_progress *progress,
    void *context, struct work_result **results, struct err *err)
{
	struct crew c = { .arena = a,
		.limits = limits,
		.fn = fn,
		.context = context,
		.err = err };
	struct sigaction usual = { .sa_handler = SIG_DFL }, old;
	bool done;

	c.places = parallel < 1     ? 1 :
	    parallel > PARALLEL_MAX ? PARALLEL_MAX :
				      parallel;
	if (c.places > n)
		c.places = n == 0 ? 1 : (unsigned)n;
	c.result = *results = NEW_ARRAY(a, n, struct work_result);
	c.job = NEW_ARRAY(a, c.places, struct job);
	c.poll = NEW_ARRAY(a, c.places, struct pollfd);
	/* If SIGCHLD is ignored (cron may do so) no status is kept for us. */
	if (sigaction(SIGCHLD, &usual, &old) < 0)
		return err_set(
		    err, ERR_MACHINE, "sigaction: %s", strerror(errno));
	done = run(&c, n, progress);
	stop_all(&c);
	(void)sigaction(SIGCHLD, &old, NULL);
	return done;
}

unsigned
work_processors(void)
{
	cpu_set_t set;
	long n = 0;

	if (sched_getaffinity(0, sizeof(set), &set) == 0)
		n = CPU_COUNT(&set);
	if (n < 1) /* more processors than the set has room for */
		n = sysconf(_SC_NPROCESSORS_ONLN);
	return n < 1 ? 1 : (unsigned)n;
}
