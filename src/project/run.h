/*
 * run.h - many reports compiled by worker processes, and their results.
 */
#ifndef PROJECT_RUN_H
#define PROJECT_RUN_H

#include "project/compile.h"

/* Told after each report; may be NULL. */
typedef void run_progress(void *context, size_t done, size_t n);

/*
 * Compile the n reports file[], at most jobs at a time (0: one a processor).
 * results[n], in the same order whatever jobs is, live in a.  A worker that
 * crashed or met a limit is a REJECTED result with a finding.  Reports that
 * contradict one another (same output, same obligation and unit) get findings
 * here.  False with err when the machine refuses processes.
 */
bool run_reports(const struct project *p,
    const struct report_file *const *file, size_t n, const struct want *want,
    unsigned jobs, run_progress *progress, void *context, struct arena *a,
    struct result **results, struct err *err);

#endif
