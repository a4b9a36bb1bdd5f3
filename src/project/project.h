/*
 * project.h - a campaign's folder, opened: plan, office, templates, reports.
 *
 *	plan.xml  office.xml  reports/ *.md *.xml   documents/ *.md *.xml
 *	waivers.xml, which may be left out
 *
 * reports/ answer obligations of the plan; documents/ stand on their own (the
 * plan as a document, decisions, letters).  Both are compiled alike.
 */
#ifndef PROJECT_PROJECT_H
#define PROJECT_PROJECT_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/err.h"
#include "diag/diag.h"
#include "doc/doc.h"
#include "os/file.h"
#include "plan/office.h"
#include "plan/plan.h"
#include "plan/waivers.h"
#include "template/template.h"

/* A file of reports/ or documents/. */
struct report_file {
	struct str path;   /* below the campaign: "reports/phong-kt.md" */
	const char *shown; /* as people see it: "input/reports/phong-kt.md" */
	struct str stem;   /* names the outputs: "phong-kt" */
	enum doc_format format;
};

/* Before the ending of a file that `vanthu fix` wrote beside a report: such a
   file is a proposal, no report. */
#define PROJECT_MENDED ".sua"

struct project {
	struct arena *arena;
	const char *dir; /* the campaign's folder as given or found */
	struct root *root;
	const char *template_dir;
	struct root *templates;
	const struct office *office;
	const struct plan *plan;
	const struct waivers *waivers; /* that hold on the day of the run */
	struct report_file *report;
	size_t nreports;
};

/*
 * The campaign's folder when none is named: the nearest one upward from here
 * that holds a plan.xml, else "input"; NULL if that holds none either.
 */
const char *project_find(struct arena *a);

/*
 * Open the campaign in dir.  NULL after error findings (ds) or when the machine
 * refuses (err).  Ended by project_close().  Waivers hold until the end of
 * their day; as_of is the day of the run.  From here on ds knows them.
 */
struct project *project_open(struct arena *a, const char *dir,
    struct date as_of, struct diags *ds, struct err *err);

/*
 * Report the waivers for these reports that no finding of ds needed.  Only of
 * reports that went through: one that was stopped has not met all its findings.
 */
void project_unused_waivers(const struct project *p,
    const struct report_file *const *done, size_t n, struct diags *ds);
void project_close(struct project *p);

/* The report the user means by name: a path, a file name or a stem. */
const struct report_file *project_report(const struct project *p,
    struct str name);

/* Where outputs go when -o is not given: "output" beside a folder "input",
   else "output" inside the campaign. */
const char *project_output_dir(const struct project *p, struct arena *a);

/*
 * The template of a type and unit from its layers (decree, office, type, unit).
 * NULL after error findings.
 */
const struct template *project_template(const struct project *p,
    enum doctype type, const struct unit *unit, struct arena *a,
    struct diags *ds);

/* The templates folder a campaign in dir (or NULL: none) would use; NULL if
   there is none. */
const char *project_template_dir(struct arena *a, const char *dir);

/* What the machine said of path, without the path it begins with. */
struct str project_reason(const struct err *err, const char *path);

/* A finding that the file shown as that could not be read. */
void project_refused(const struct err *err, const char *shown, size_t limit,
    struct diags *ds);

/* A file below root as a source; NULL after a finding. */
const struct source *project_source(struct root *root, struct arena *a,
    const char *path, size_t limit, struct diags *ds);

#endif
