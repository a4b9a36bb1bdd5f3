/* project.c - a campaign's folder found and opened. */
#include "project/project.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/vec.h"
#include "parse/source.h"
#include "project/limits.h"

static const char *const report_dirs[] = { "reports", "documents" };

static const struct {
	const char *ending;
	enum doc_format format;
} formats[] = {
	{ ".md", FORMAT_MARKDOWN },
	{ ".xml", FORMAT_XML },
};

enum { UPWARD_MAX = 32 };

const char *
project_find(struct arena *a)
{
	struct str dir = STR(".");

	for (unsigned i = 0; i < UPWARD_MAX; i++) {
		const char *plan =
		    arena_printf(a, "%.*s/plan.xml", STR_ARG(dir));

		if (access(plan, F_OK) == 0)
			return str_dup(a, dir).p;
		dir = i == 0 ? STR("..") :
			       str_printf(a, "%.*s/..", STR_ARG(dir));
	}
	return access("input/plan.xml", F_OK) == 0 ? "input" : NULL;
}

struct str
project_reason(const struct err *err, const char *path)
{
	struct str text = str_of(err->text), name = str_of(path);
	struct str rest = str_sub(text, name.n, text.n);

	return str_starts(text, name) && str_starts(rest, STR(": ")) ?
	    str_sub(rest, 2, rest.n) :
	    text;
}

void
project_refused(const struct err *err, const char *shown, size_t limit,
    struct diags *ds)
{
	struct str why = project_reason(err, shown);

	if (err->kind == ERR_LIMIT)
		diag_add(ds, DIAG_IO_FILE_TOO_LARGE, POS_FILE(shown), "> %zu",
		    limit);
	else if (err->kind == ERR_OUTSIDE)
		diag_add(ds, DIAG_IO_PATH_OUTSIDE, POS_FILE(shown), "%s", "");
	else
		diag_add(ds, DIAG_IO_FILE_UNREADABLE, POS_FILE(shown), "%.*s",
		    STR_ARG(why));
}

static const char *
shown_path(struct root *root, struct arena *a, const char *path)
{
	const char *dir = root_path(root);

	return strcmp(dir, ".") == 0 ? arena_printf(a, "%s", path) :
				       arena_printf(a, "%s/%s", dir, path);
}

const struct source *
project_source(struct root *root, struct arena *a, const char *path,
    size_t limit, struct diags *ds)
{
	const char *shown = shown_path(root, a, path);
	struct err err = { 0 };
	struct str bytes;

	if (!root_read(root, a, path, limit, &bytes, &err)) {
		project_refused(&err, shown, limit, ds);
		return NULL;
	}
	return source_clean(a, shown, bytes, ds);
}

static bool
is_decree_dir(struct arena *a, const char *dir)
{
	return access(arena_printf(a, "%s/decree.xml", dir), F_OK) == 0;
}

const char *
project_template_dir(struct arena *a, const char *dir)
{
	const char *named = getenv("VANTHU_TEMPLATES");
	const char *candidate[] = {
		named,
		dir == NULL ? NULL : arena_printf(a, "%s/templates", dir),
		dir == NULL ? NULL : arena_printf(a, "%s/../templates", dir),
		"templates",
		DATADIR "/templates",
	};

	if (named != NULL)
		return is_decree_dir(a, named) ? named : NULL;
	for (size_t i = 1; i < sizeof(candidate) / sizeof(candidate[0]); i++)
		if (candidate[i] != NULL && is_decree_dir(a, candidate[i]))
			return candidate[i];
	return NULL;
}

/* Reports name the images that lie beside them. */
static bool
is_image(struct str name)
{
	static const char *const endings[] = { ".png", ".jpg", ".jpeg", ".PNG",
		".JPG", ".JPEG" };

	for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++)
		if (str_ends(name, str_of(endings[i])))
			return true;
	return false;
}

static void
add_report(struct project *p, const char *dir, struct str name,
    struct diags *ds)
{
	struct str path = str_printf(p->arena, "%s/%.*s", dir, STR_ARG(name));
	const char *shown = shown_path(p->root, p->arena, path.p);

	for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]); i++) {
		struct str ending = str_of(formats[i].ending);

		if (!str_ends(name, ending) || name.n == ending.n)
			continue;
		if (str_ends(str_sub(name, 0, name.n - ending.n),
			STR(PROJECT_MENDED)))
			return;
		p->report[p->nreports++] = (struct report_file){
			.path = path,
			.shown = shown,
			.stem = str_sub(name, 0, name.n - ending.n),
			.format = formats[i].format,
		};
		return;
	}
	if (!is_image(name) && !root_has_dir(p->root, path.p))
		diag_add(ds, DIAG_PROJECT_FILE_IGNORED, POS_FILE(shown), "%s",
		    "");
}

static bool
list_reports(struct project *p, struct diags *ds, struct err *err)
{
	enum { NDIRS = sizeof(report_dirs) / sizeof(report_dirs[0]) };
	struct str *name[NDIRS];
	size_t n[NDIRS], total = 0;

	for (size_t d = 0; d < NDIRS; d++) {
		if (!root_list(p->root, p->arena, report_dirs[d], &name[d],
			&n[d], err)) {
			project_refused(err,
			    shown_path(p->root, p->arena, report_dirs[d]), 0,
			    ds);
			*err = (struct err){ 0 };
			return false;
		}
		total += n[d];
	}
	p->report = NEW_ARRAY(p->arena, total, struct report_file);
	for (size_t d = 0; d < NDIRS; d++)
		for (size_t i = 0; i < n[d]; i++)
			add_report(p, report_dirs[d], name[d][i], ds);
	return true;
}

static bool
open_templates(struct project *p, struct diags *ds, struct err *err)
{
	p->template_dir = project_template_dir(p->arena, p->dir);
	if (p->template_dir == NULL) {
		diag_add(ds, DIAG_PROJECT_TEMPLATE_MISSING, POS_FILE(NULL),
		    "%s", "");
		return false;
	}
	p->templates = root_open(p->arena, p->template_dir, err);
	return p->templates != NULL;
}

static bool
read_waivers(struct project *p, struct date as_of, struct diags *ds)
{
	const struct source *src;

	if (!root_has_file(p->root, "waivers.xml"))
		return true;
	src = project_source(p->root, p->arena, "waivers.xml", LIMIT_PLAN, ds);
	if (src == NULL)
		return false;
	p->waivers = waivers_read(p->arena, src, as_of, ds);
	diags_rule(ds, ds->mode, p->waivers);
	return p->waivers != NULL;
}

static bool
read_plan(struct project *p, struct diags *ds)
{
	const struct source *office, *plan;

	office = project_source(
	    p->root, p->arena, "office.xml", LIMIT_PLAN, ds);
	plan = project_source(p->root, p->arena, "plan.xml", LIMIT_PLAN, ds);
	if (office == NULL || plan == NULL)
		return false;
	p->office = office_read(p->arena, office, ds);
	if (p->office == NULL)
		return false;
	p->plan = plan_read(p->arena, plan, p->office, ds);
	return p->plan != NULL;
}

struct project *
project_open(struct arena *a, const char *dir, struct date as_of,
    struct diags *ds, struct err *err)
{
	struct project *p = NEW(a, struct project);

	p->arena = a;
	p->dir = dir;
	p->root = root_open(a, dir, err);
	if (p->root == NULL)
		return NULL;
	if (read_waivers(p, as_of, ds) && read_plan(p, ds) &&
	    open_templates(p, ds, err) &&
	    list_reports(p, ds, err))
		return p;
	project_close(p);
	return NULL;
}

void
project_close(struct project *p)
{
	if (p == NULL)
		return;
	if (p->root != NULL)
		root_close(p->root);
	if (p->templates != NULL)
		root_close(p->templates);
	p->root = p->templates = NULL;
}

const struct report_file *
project_report(const struct project *p, struct str name)
{
	for (size_t i = 0; i < p->nreports; i++) {
		const struct report_file *r = &p->report[i];
		struct str suffix = str_printf(
		    p->arena, "/%.*s", STR_ARG(name));

		if (str_eq(r->stem, name) || str_eq(r->path, name) ||
		    str_is(name, r->shown) || str_ends(r->path, suffix))
			return r;
	}
	return NULL;
}

static bool
is_needed(const struct waiver *w, const struct diags *ds)
{
	for (size_t i = 0; i < ds->n; i++)
		if (ds->v[i].waiver == w)
			return true;
	return false;
}

void
project_unused_waivers(const struct project *p,
    const struct report_file *const *done, size_t n, struct diags *ds)
{
	for (size_t i = 0; p->waivers != NULL && i < p->waivers->n; i++) {
		const struct waiver *w = &p->waivers->v[i];

		for (size_t k = 0; k < n; k++) {
			if (!str_eq(w->file, done[k]->path) ||
			    is_needed(w, ds))
				continue;
			diag_add(ds, DIAG_WAIVER_UNUSED, w->pos, "%.*s",
			    STR_ARG(diag_name(p->arena, w->id)));
			break;
		}
	}
}

const char *
project_output_dir(const struct project *p, struct arena *a)
{
	const char *slash = strrchr(p->dir, '/');
	const char *base = slash == NULL ? p->dir : slash + 1;

	if (strcmp(base, "input") != 0)
		return arena_printf(a, "%s/output", p->dir);
	return arena_printf(a, "%.*soutput", (int)(base - p->dir), p->dir);
}

const struct template *
project_template(const struct project *p, enum doctype type,
    const struct unit *unit, struct arena *a, struct diags *ds)
{
	struct str file[] = {
		STR("decree.xml"),
		STR("office.xml"),
		type == DOCTYPE_MAX ? STR_NONE : template_type_file(a, type),
		unit == NULL ? STR_NONE :
			       str_printf(a, "units/%.*s.xml",
				   STR_ARG(unit->id)),
	};
	const struct source *layer[sizeof(file) / sizeof(file[0])];
	size_t n = 0;

	for (size_t i = 0; i < sizeof(file) / sizeof(file[0]); i++) {
		if (file[i].n == 0 || !root_has_file(p->templates, file[i].p))
			continue;
		layer[n] = project_source(
		    p->templates, a, file[i].p, LIMIT_TEMPLATE, ds);
		if (layer[n++] == NULL)
			return NULL;
	}
	return template_read(a, layer, n, ds);
}
