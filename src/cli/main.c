/* main.c - the program: find the command, open what it needs, tell. */
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/cli.h"
#include "os/clock.h"
#include "os/file.h"
#include "text/viet.h"

/* Vietnamese unless the locale says English: cron has no locale at all. */
static enum lang
lang_of_locale(void)
{
	static const char *const name[] = { "LC_ALL", "LC_MESSAGES", "LANG" };

	for (size_t i = 0; i < sizeof(name) / sizeof(name[0]); i++) {
		const char *value = getenv(name[i]);

		if (value != NULL && *value != '\0')
			return strncmp(value, "en", 2) == 0 ? LANG_EN :
							      LANG_VI;
	}
	return LANG_VI;
}

static bool
color_wanted(void)
{
	const char *term = getenv("TERM");

	return isatty(STDERR_FILENO) == 1 && getenv("NO_COLOR") == NULL &&
	    term != NULL && strcmp(term, "dumb") != 0;
}

static void
on_signal(int number)
{
	files_abandon();
	(void)signal(number, SIG_DFL);
	(void)raise(number);
}

static const struct command *
find_command(const char *name)
{
	for (size_t i = 0; i < ncommands; i++)
		if (strcmp(commands[i].name, name) == 0)
			return &commands[i];
	return NULL;
}

static int
unknown_command(struct cli *cli, const char *name)
{
	struct str *candidate =
	    NEW_ARRAY(cli->arena, ncommands, struct str);
	struct str near;

	for (size_t i = 0; i < ncommands; i++)
		candidate[i] = str_of(commands[i].name);
	near = viet_near(cli->arena, str_of(name), candidate, ncommands);
	(void)fprintf(stderr, "vanthu: %s: %s",
	    cli_say(cli, "không có lệnh này", "unknown command"), name);
	if (near.n > 0)
		(void)fprintf(stderr, "; %s \"%.*s\"?",
		    cli_say(cli, "có phải", "did you mean"), STR_ARG(near));
	(void)fprintf(stderr, "\nvanthu: %s: vanthu help\n",
	    cli_say(cli, "xem", "see"));
	return EXIT_USAGE;
}

static int
run(struct cli *cli, int argc, char **argv)
{
	int status;

	if (argc < 2) {
		(void)cmd_help(cli);
		return EXIT_USAGE;
	}
	if (strcmp(argv[1], "--version") == 0) {
		(void)printf("vanthu %s\n", VERSION);
		return EXIT_FINE;
	}
	if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0)
		return cmd_help(cli);
	if (!clock_epoch_is_sound()) {
		(void)fprintf(stderr, "vanthu: SOURCE_DATE_EPOCH: %s\n",
		    cli_say(cli, "không phải số giây",
			"not a number of seconds"));
		return EXIT_USAGE;
	}
	cli->command = find_command(argv[1]);
	if (cli->command == NULL)
		return unknown_command(cli, argv[1]);
	status = cli_options(cli, argc - 2, argv + 2);
	if (status != EXIT_FINE)
		return status;
	if (cli->help) {
		cli->nargs = 1;
		cli->arg[0] = argv[1];
		return cmd_help(cli);
	}
	return cli->command->run(cli);
}

int
main(int argc, char **argv)
{
	struct cli cli = { .fail_on = LEVEL_ERROR, .docx = true, .pdf = true,
		.metadata = true };
	int status;

	cli.arena = arena_new();
	cli.diags = diags_new(cli.arena);
	cli.lang = lang_of_locale();
	cli.color = color_wanted();
	cli.as_of = date_of_serial(clock_today());
	arena_on_exhaustion(files_abandon);
	(void)signal(SIGINT, on_signal);
	(void)signal(SIGTERM, on_signal);
	(void)signal(SIGXFSZ, SIG_IGN);
	status = run(&cli, argc, argv);
	if (fflush(stdout) != 0 || ferror(stdout)) {
		(void)fprintf(stderr, "vanthu: %s\n",
		    cli_say(&cli, "không ghi được ra màn hình",
			"standard output cannot be written"));
		status = EXIT_MACHINE;
	}
	arena_free(cli.arena);
	return status;
}
