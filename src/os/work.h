/*
 * work.h - jobs in child processes: a crash or a limit met in one job is one
 * failed job.  Results come back in the order of the jobs, whatever ran first.
 */
#ifndef OS_WORK_H
#define OS_WORK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

enum work_end {
	WORK_DONE,    /* result holds what the job wrote */
	WORK_CRASHED, /* ended by a signal, or by status 1-127 of its own */
	WORK_LIMIT    /* processor time, wall time, memory or output used up */
};

struct work_result {
	enum work_end end;
	int detail;        /* signal or exit status */
	struct str output; /* in the arena given to work_run() */
};

struct work_limits {
	unsigned cpu_seconds, wall_seconds; /* 0: none */
	size_t memory; /* bytes of address space; 0: none (sanitizers) */
	size_t output; /* bytes a job may write */
};

/*
 * Job i of n: put its result into *out (allocated in a, an arena of the child's
 * own).  Runs in the child; what it prints is lost.  The parent's descriptors
 * (a struct root) are open there; the pipes of the other jobs are not.
 */
typedef void work_fn(void *context, size_t i, struct arena *a,
    struct str *out);

/* Told in the parent after each finished job; may be NULL. */
typedef void work_progress(void *context, size_t done, size_t n);

/* Run n jobs, at most parallel at a time; results[n] in a.  False only when
   the machine refuses processes or pipes. */
bool work_run(struct arena *a, size_t n, unsigned parallel,
    const struct work_limits *limits, work_fn *fn, work_progress *progress,
    void *context, struct work_result **results, struct err *err);

/* Processors this process may use, at least 1. */
unsigned work_processors(void);

#endif
