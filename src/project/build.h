/*
 * build.h - the outputs of a campaign, published, and their manifest.
 */
#ifndef PROJECT_BUILD_H
#define PROJECT_BUILD_H

#include "project/run.h"

struct built {
	const struct report_file *file;
	struct result result;
	const char *docx, *pdf, *metadata; /* written; NULL: not */
};

struct build {
	struct built *v;
	size_t n;
	const char *manifest; /* path, NULL if not written */
};

/*
 * Compile the reports file[n] and publish what was made into folder out, the
 * files of one report together, then out/manifest.json.  The outputs of a
 * rejected report are left as they were.  All findings go to ds.  False with
 * err when the machine refused something for all.
 */
bool build_reports(const struct project *p,
    const struct report_file *const *file, size_t n, const struct want *want,
    const char *out, unsigned jobs, run_progress *progress, void *context,
    struct arena *a, struct diags *ds, struct build *b, struct err *err);

/* manifest.c: the manifest's text (JSON, format version 1). */
struct str manifest_text(const struct project *p, const struct build *b,
    const struct want *want, const char *out, struct arena *a);

#endif
