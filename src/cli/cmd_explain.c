/* cmd_explain.c - vanthu explain: a rule of the catalogue, or all of them. */
#include "cli/cli.h"
#include "text/viet.h"

static int
print(const struct buf *out)
{
	(void)fwrite(buf_str(out).p, 1, out->n, stdout);
	return EXIT_FINE;
}

static int
list_all(struct cli *cli)
{
	for (enum diag_id id = 0; id < DIAG_MAX; id++)
		(void)printf("%-36.*s %s\n", STR_ARG(diag_name(cli->arena, id)),
		    diag_rules[id].text[cli->lang]);
	return EXIT_FINE;
}

static int
unknown(struct cli *cli, struct str name)
{
	struct str candidate[DIAG_MAX], near;

	for (enum diag_id id = 0; id < DIAG_MAX; id++)
		candidate[id] = diag_name(cli->arena, id);
	near = viet_near(cli->arena, name, candidate, DIAG_MAX);
	(void)fprintf(stderr, "vanthu: %s: %.*s",
	    cli_say(cli, "không có thông báo này", "unknown finding"),
	    STR_ARG(name));
	if (near.n > 0)
		(void)fprintf(stderr, "; %s \"%.*s\"?",
		    cli_say(cli, "có phải", "did you mean"), STR_ARG(near));
	(void)fputc('\n', stderr);
	return EXIT_USAGE;
}

int
cmd_explain(struct cli *cli)
{
	struct buf out = { .arena = cli->arena };
	bool all = cli->nargs == 0;
	enum diag_id id = 0;

	if (all && cli->format != FORMAT_JSON)
		return list_all(cli);
	if (!all)
		id = diag_lookup(cli->arena, str_of(cli->arg[0]));
	if (id == DIAG_MAX)
		return unknown(cli, str_of(cli->arg[0]));
	if (cli->format != FORMAT_JSON)
		diag_explain(id, cli->lang, &out);
	else
		diag_explain_json(id, all ? DIAG_MAX : id + 1, cli->lang, &out);
	return print(&out);
}
