/* scaffold.c - files to begin with. */
#include "project/scaffold.h"

#include <unistd.h>

#include "project/generate.h"
#include "project/limits.h"

static const char *const init_files[] = { "office.xml", "plan.xml" };
static const char *const init_dirs[] = { "reports", "documents" };

enum { NFILES = sizeof(init_files) / sizeof(init_files[0]) };

static bool
read_init_files(struct arena *a, struct str bytes[NFILES], struct err *err)
{
	const char *dir = project_template_dir(a, NULL);

	if (dir == NULL)
		return err_set(err, ERR_MISSING, "templates: decree.xml");
	for (size_t i = 0; i < NFILES; i++) {
		const char *path =
		    arena_printf(a, "%s/init/%s", dir, init_files[i]);

		if (!file_read(a, path, LIMIT_PLAN, &bytes[i], err))
			return false;
	}
	return true;
}

bool
scaffold_campaign(const char *dir, struct arena *a, const char ***made,
    size_t *n, struct err *err)
{
	struct str bytes[NFILES];
	const char **path = NEW_ARRAY(a, NFILES, const char *);

	if (!read_init_files(a, bytes, err))
		return false;
	for (size_t i = 0; i < NFILES; i++) {
		path[i] = arena_printf(a, "%s/%s", dir, init_files[i]);
		if (access(path[i], F_OK) == 0)
			return err_set(err, ERR_MACHINE,
			    "%s: file exists, kept as it is", path[i]);
	}
	for (size_t i = 0; i < sizeof(init_dirs) / sizeof(init_dirs[0]); i++)
		if (!make_dirs(arena_printf(a, "%s/%s", dir, init_dirs[i]),
			err))
			return false;
	for (size_t i = 0; i < NFILES; i++)
		if (!file_create(path[i], bytes[i], err))
			return false;
	*made = path;
	*n = NFILES;
	return true;
}

/* The obligation and the unit by name; NULL after a finding. */
static const struct obligation *
find_obligation(const struct project *p, struct str name, struct arena *a,
    struct diags *ds)
{
	const struct obligation *o = plan_obligation(p->plan, a, name);

	if (o == NULL) {
		diag_add(ds, DIAG_PROJECT_OBLIGATION_UNKNOWN, POS_FILE(NULL),
		    "\"%.*s\"", STR_ARG(name));
		diag_near(ds, plan_obligation_near(p->plan, a, name));
	}
	return o;
}

static const struct unit *
find_unit(const struct project *p, const struct obligation *o, struct str name,
    struct arena *a, struct diags *ds)
{
	const struct unit *u = office_unit(p->office, a, name);

	if (u == NULL) {
		diag_add(ds, DIAG_PROJECT_UNIT_UNKNOWN, POS_FILE(NULL),
		    "\"%.*s\"", STR_ARG(name));
		diag_near(ds, office_near(p->office, a, name));
		return NULL;
	}
	if (obligation_owed_by(o, u))
		return u;
	diag_add(ds, DIAG_PROJECT_UNIT_NOT_ASKED, POS_FILE(NULL),
	    "\"%.*s\" / \"%.*s\"", STR_ARG(u->name), STR_ARG(o->name));
	return NULL;
}

bool
scaffold_report(const struct project *p, struct str obligation,
    struct str unit, struct arena *a, const char **path, struct diags *ds,
    struct err *err)
{
	const struct obligation *o = find_obligation(p, obligation, a, ds);
	const struct unit *u;
	struct str text;

	if (o == NULL || (u = find_unit(p, o, unit, a, ds)) == NULL)
		return false;
	if (!generate(p, "generate/skeleton.xsl", state_xml(p, o, u, a), a,
		&text, err) ||
	    !make_dirs(arena_printf(a, "%s/reports", p->dir), err))
		return false;
	*path = arena_printf(a, "%s/reports/%.*s-%.*s.md", p->dir,
	    STR_ARG(o->id), STR_ARG(u->id));
	return file_create(*path, text, err);
}
