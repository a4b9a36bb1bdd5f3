/* build.c - results published: per report all files or none. */
#include "project/build.h"

#include <unistd.h>

#include "os/file.h"
#include "project/metadata.h"

/* Keep what the machine said of one report's outputs as its finding. */
static void
unwritable(struct built *b, const char *path, const struct err *err)
{
	diag_add(b->result.diags, DIAG_IO_OUTPUT_UNWRITABLE, POS_FILE(path),
	    "%.*s", STR_ARG(project_reason(err, path)));
	b->result.outcome = FAILED;
	b->docx = b->pdf = b->metadata = NULL;
}

/* The path that err is about. */
static const char *
failed(const struct publication *file, size_t n, const struct err *err)
{
	struct str text = str_of(err->text);

	while (n > 1 && !str_starts(text, str_of(file[n - 1].path)))
		n--;
	return file[n - 1].path;
}

static void
publish_one(struct built *b, const struct want *want, const char *out,
    struct arena *a)
{
	const char *docx =
	    arena_printf(a, "%s/%.*s.docx", out, STR_ARG(b->file->stem));
	const char *pdf =
	    arena_printf(a, "%s/%.*s.pdf", out, STR_ARG(b->file->stem));
	const char *metadata = arena_printf(
	    a, "%s/%.*s" METADATA_SUFFIX, out, STR_ARG(b->file->stem));
	struct publication file[3];
	struct err err = { 0 };
	size_t n = 0;

	if (b->result.outcome != DONE) {
		if (access(docx, F_OK) == 0 || access(pdf, F_OK) == 0)
			diag_add(b->result.diags, DIAG_PROJECT_OUTPUT_KEPT,
			    POS_FILE(b->file->shown), "%s/%.*s", out,
			    STR_ARG(b->file->stem));
		return;
	}
	if (want->docx) {
		file[n++] = (struct publication){ docx, b->result.docx };
		b->docx = docx;
	}
	if (want->pdf) {
		file[n++] = (struct publication){ pdf, b->result.pdf };
		b->pdf = pdf;
	}
	if (want->metadata) {
		file[n++] = (struct publication){ metadata,
			b->result.metadata };
		b->metadata = metadata;
	}
	if (!files_publish(file, n, &err))
		unwritable(b, failed(file, n, &err), &err);
}

static void
publish_manifest(const struct project *p, struct build *b,
    const struct want *want, const char *out, struct arena *a,
    struct diags *ds)
{
	const char *path = arena_printf(a, "%s/manifest.json", out);
	struct str text = manifest_text(p, b, want, out, a);
	struct err err = { 0 };

	if (file_publish(path, text, &err))
		b->manifest = path;
	else
		diag_add(ds, DIAG_IO_OUTPUT_UNWRITABLE, POS_FILE(path), "%.*s",
		    STR_ARG(project_reason(&err, path)));
}

/* Only reports of the run; a report that failed for the machine's sake keeps
   its cause as a finding too, so that it is named. */
static void
collect(struct build *b, struct diags *ds)
{
	for (size_t i = 0; i < b->n; i++) {
		struct result *r = &b->v[i].result;

		if (r->outcome == FAILED && r->err.kind != ERR_NONE)
			diag_add(ds, DIAG_IO_REPORT_CRASHED,
			    POS_FILE(b->v[i].file->shown), "%s", r->err.text);
		diags_append(ds, r->diags);
	}
}

bool
build_reports(const struct project *p, const struct report_file *const *file,
    size_t n, const struct want *want, const char *out, unsigned jobs,
    run_progress *progress, void *context, struct arena *a, struct diags *ds,
    struct build *b, struct err *err)
{
	struct err folder = { 0 };
	struct result *results;

	*b = (struct build){ .n = n };
	if (!run_reports(p, file, n, want, jobs, progress, context, a, &results,
		err))
		return false;
	b->v = NEW_ARRAY(a, n, struct built);
	for (size_t i = 0; i < n; i++)
		b->v[i] = (struct built){ .file = file[i],
			.result = results[i] };
	if (!want->docx && !want->pdf) {
		collect(b, ds);
		return true;
	}
	if (!make_dirs(out, &folder)) {
		diag_add(ds, DIAG_IO_OUTPUT_UNWRITABLE, POS_FILE(out), "%.*s",
		    STR_ARG(project_reason(&folder, out)));
		for (size_t i = 0; i < n; i++)
			b->v[i].result.outcome = FAILED;
		collect(b, ds);
		return true;
	}
	for (size_t i = 0; i < n; i++)
		publish_one(&b->v[i], want, out, a);
	publish_manifest(p, b, want, out, a, ds);
	collect(b, ds);
	return true;
}
