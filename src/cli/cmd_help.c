/* cmd_help.c - vanthu help: the tables, for people. */
#include <string.h>

#include "cli/cli.h"

static int
help_all(const struct cli *cli)
{
	(void)printf("%s: vanthu %s\n\n", cli_say(cli, "Cách dùng", "Usage"),
	    cli_say(cli, "LỆNH [TÙY CHỌN] [THAM SỐ]",
		"COMMAND [OPTIONS] [ARGUMENTS]"));
	for (size_t i = 0; i < ncommands; i++)
		(void)printf("  %-9s %-16s %s\n", commands[i].name,
		    commands[i].args, commands[i].summary[cli->lang]);
	(void)printf("\n%s\n",
	    cli_say(cli,
		"Mã kết thúc: 0 đạt, 1 có lỗi hoặc còn thiếu, 2 sai dòng lệnh, "
		"3 lỗi máy, 4 quá giới hạn.",
		"Exit status: 0 fine, 1 findings or something missing, 2 wrong "
		"command line,\n3 the machine failed, 4 a limit was met."));
	return EXIT_FINE;
}

int
cmd_help(struct cli *cli)
{
	if (cli->nargs == 0)
		return help_all(cli);
	for (size_t i = 0; i < ncommands; i++) {
		const struct command *c = &commands[i];

		if (strcmp(c->name, cli->arg[0]) != 0)
			continue;
		(void)printf("%s: vanthu %s [%s] %s\n  %s\n\n",
		    cli_say(cli, "Cách dùng", "Usage"), c->name,
		    cli_say(cli, "TÙY CHỌN", "OPTIONS"), c->args,
		    c->summary[cli->lang]);
		cli_print_options(c->takes, cli->lang, stdout);
		return EXIT_FINE;
	}
	(void)fprintf(stderr, "vanthu: %s: %s\n",
	    cli_say(cli, "không có lệnh này", "unknown command"), cli->arg[0]);
	return EXIT_USAGE;
}
