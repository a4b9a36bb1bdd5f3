/* cmd_template.c - vanthu template lint: the templates against the decree. */
#include <string.h>

#include "cli/cli.h"
#include "os/file.h"
#include "project/limits.h"
#include "project/project.h"

static void
lint_file(struct cli *cli, struct root *root, const char *path)
{
	const struct source *src = project_source(
	    root, cli->arena, path, LIMIT_TEMPLATE, cli->diags);

	if (src != NULL)
		(void)template_lint(cli->arena, src, cli->diags);
}

static bool
lint_folder(struct cli *cli, struct root *root, const char *dir,
    struct err *err)
{
	struct str *name;
	size_t n;

	if (!root_list(root, cli->arena, dir, &name, &n, err))
		return false;
	for (size_t i = 0; i < n; i++)
		if (str_ends(name[i], STR(".xml")))
			lint_file(cli, root,
			    strcmp(dir, ".") == 0 ?
				name[i].p :
				arena_printf(cli->arena, "%s/%.*s", dir,
				    STR_ARG(name[i])));
	return true;
}

/* All layers, and then each type's template whole, as a report would see it. */
static int
lint_all(struct cli *cli, struct err *err)
{
	static const char *const dir[] = { ".", "types", "units" };
	struct project *p;
	int status;

	p = cli_project(cli, &status);
	if (p == NULL)
		return status;
	for (size_t i = 0; i < sizeof(dir) / sizeof(dir[0]); i++)
		if (!lint_folder(cli, p->templates, dir[i], err))
			break;
	for (enum doctype t = 0;
	     err->kind == ERR_NONE && !diags_have_errors(cli->diags) &&
	     t < DOCTYPE_MAX;
	     t++)
		(void)project_template(p, t, NULL, cli->arena, cli->diags);
	project_close(p);
	return EXIT_FINE;
}

static void
lint_named(struct cli *cli)
{
	for (int i = 1; i < cli->nargs; i++) {
		struct err err = { 0 };
		const struct source *src;
		struct str bytes;

		if (!file_read(cli->arena, cli->arg[i], LIMIT_TEMPLATE, &bytes,
			&err)) {
			project_refused(
			    &err, cli->arg[i], LIMIT_TEMPLATE, cli->diags);
			continue;
		}
		src = source_clean(cli->arena, cli->arg[i], bytes, cli->diags);
		if (src != NULL)
			(void)template_lint(cli->arena, src, cli->diags);
	}
}

int
cmd_template(struct cli *cli)
{
	struct err err = { 0 };
	int status = EXIT_FINE;

	if (strcmp(cli->arg[0], "lint") != 0)
		return cli_usage(cli,
		    cli_say(cli, "không có việc này", "unknown action"),
		    cli->arg[0]);
	if (cli->nargs > 1)
		lint_named(cli);
	else
		status = lint_all(cli, &err);
	if (status != EXIT_FINE)
		return status;
	if (err.kind != ERR_NONE)
		return cli_fail(cli, &err);
	return cli_finish(cli);
}
