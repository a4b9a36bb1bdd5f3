/* run.c - many reports compiled by worker processes. */
#include "project/run.h"

#include "os/work.h"
#include "project/agree.h"
#include "project/limits.h"

enum { MANY = 4 }; /* reports for which fonts are made ready beforehand */

struct run {
	const struct project *project;
	const struct report_file *const *file;
	const struct want *want;
	run_progress *progress;
	void *context;
};

static void
work_one(void *context, size_t i, struct arena *a, struct str *out)
{
	const struct run *run = context;
	struct result r;

	compile_report(run->project, run->file[i], run->want, a, &r);
	*out = result_pack(&r, a);
}

static void
tell(void *context, size_t done, size_t n)
{
	const struct run *run = context;

	if (run->progress != NULL)
		run->progress(run->context, done, n);
}

/* A worker's end as a result: what it sent, or why it sent nothing. */
static void
take_result(const struct run *run, size_t i, const struct work_result *w,
    struct arena *a, struct result *r)
{
	struct pos pos = POS_FILE(run->file[i]->shown);
	struct diags *ds = compile_diags(run->project, run->want, a);

	if (w->end == WORK_DONE && result_unpack(w->output, a, ds, r))
		return;
	*r = (struct result){
		.diags = compile_diags(run->project, run->want, a),
		.outcome = REJECTED,
	};
	if (w->end == WORK_LIMIT)
		diag_add(r->diags, DIAG_IO_REPORT_LIMIT, pos,
		    "%u s, %u MB", (unsigned)LIMIT_CPU_SECONDS,
		    (unsigned)LIMIT_MEGABYTES);
	else
		diag_add(
		    r->diags, DIAG_IO_REPORT_CRASHED, pos, "%d", w->detail);
}

static void
reject(struct result *r)
{
	r->outcome = REJECTED;
	r->docx = r->pdf = r->metadata = STR_NONE;
}

/* Two files may neither write the same output nor answer the same duty. */
static void
compare_results(const struct report_file *const *file, struct result *r,
    size_t n)
{
	for (size_t i = 1; i < n; i++) {
		for (size_t k = 0; k < i; k++) {
			struct pos pos = POS_FILE(file[i]->shown);

			if (str_eq(file[i]->stem, file[k]->stem)) {
				diag_add(r[i].diags, DIAG_PROJECT_OUTPUT_CLASH,
				    pos, "%s", file[k]->shown);
				reject(&r[i]);
			}
			if (r[i].obligation.n > 0 && r[i].unit.n > 0 &&
			    str_eq(r[i].obligation, r[k].obligation) &&
			    str_eq(r[i].unit, r[k].unit)) {
				diag_add(r[i].diags,
				    DIAG_PROJECT_REPORT_DUPLICATE, pos, "%s",
				    file[k]->shown);
				reject(&r[i]);
			}
		}
	}
}

bool
run_reports(const struct project *p, const struct report_file *const *file,
    size_t n, const struct want *want, unsigned jobs, run_progress *progress,
    void *context, struct arena *a, struct result **results, struct err *err)
{
	struct run run = { p, file, want, progress, context };
	struct work_limits limits = {
		.cpu_seconds = LIMIT_CPU_SECONDS,
		.wall_seconds = LIMIT_WALL_SECONDS,
		.memory = LIMIT_MEMORY,
		.output = LIMIT_RESULT,
	};
	struct work_result *w;

	if (want->pdf && n >= MANY)
		font_set_prepare(want->fonts); /* for all workers at once */
	if (jobs == 0)
		jobs = work_processors();
	if (!work_run(a, n, jobs, &limits, work_one, tell, &run, &w, err))
		return false;
	*results = NEW_ARRAY(a, n, struct result);
	for (size_t i = 0; i < n; i++)
		take_result(&run, i, &w[i], a, &(*results)[i]);
	compare_results(file, *results, n);
	agree_check(p, *results, n, a);
	return true;
}
