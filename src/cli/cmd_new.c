/* cmd_new.c - vanthu init, vanthu new: files to begin with. */
#include "cli/cli.h"
#include "project/scaffold.h"

int
cmd_init(struct cli *cli)
{
	struct err err = { 0 };
	const char **made;
	size_t n;

	if (!scaffold_campaign(cli->arg[0], cli->arena, &made, &n, &err))
		return cli_fail(cli, &err);
	for (size_t i = 0; !cli->quiet && i < n; i++)
		(void)printf("%s\n", made[i]);
	return EXIT_FINE;
}

int
cmd_new(struct cli *cli)
{
	struct err err = { 0 };
	struct project *p;
	const char *path;
	bool ok;
	int status;

	p = cli_project(cli, &status);
	if (p == NULL)
		return status;
	ok = scaffold_report(p, str_of(cli->arg[0]), str_of(cli->arg[1]),
	    cli->arena, &path, cli->diags, &err);
	project_close(p);
	if (err.kind != ERR_NONE)
		return cli_fail(cli, &err);
	if (ok && !cli->quiet)
		(void)printf("%s\n", path);
	return cli_finish(cli);
}
