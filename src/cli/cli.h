/*
 * cli.h - the command line: commands as a table, options as a table.
 *
 * A command decides nothing about documents: it reads options, asks project/
 * once, and turns the answer into text and an exit status.
 */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include <stdbool.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/err.h"
#include "diag/diag.h"
#include "project/compile.h"
#include "sign/sign.h"
#include "text/date.h"

/* Exit statuses; these never change. */
enum status_code {
	EXIT_FINE = 0,     /* nothing at or above the asked level */
	EXIT_FINDINGS = 1, /* findings, or something asked for is missing */
	EXIT_USAGE = 2,    /* the command line is wrong */
	EXIT_MACHINE = 3,  /* the machine failed */
	EXIT_RESOURCE = 4  /* a resource limit was met */
};

/* The form of the findings: lines with remedies for people on standard error;
   all others on standard output, and nothing else there. */
enum output_format {
	FORMAT_HUMAN,
	FORMAT_SHORT, /* lines only */
	FORMAT_JSON,
	FORMAT_SARIF,
	FORMAT_GITHUB
};

/* What the command line says; see option.c for each. */
struct cli {
	struct arena *arena;
	struct diags *diags;
	const struct command *command;
	enum lang lang;
	enum output_format format;
	enum diag_level fail_on;
	enum diag_mode mode; /* --mode */
	bool color, quiet, help;
	const char *dir;    /* -C; NULL: find it */
	const char *out;    /* -o; NULL: the default */
	bool docx, pdf;     /* -f; both by default */
	bool metadata;      /* --metadata; yes by default */
	bool attached;      /* --archive 3a; 2a by default */
	unsigned jobs;      /* -j; 0: one a processor */
	enum stage dump;    /* --dump */
	struct date as_of;  /* --as-of; today by default */
	bool rules;         /* --rules */
	bool list_rules;    /* --list-rules */
	bool dry_run;       /* --dry-run */
	bool in_place;      /* --in-place */
	/* more members for the JSON of cli_finish(), from members_of */
	void (*members)(const struct cli *, struct json *);
	const void *members_of;
	struct sign_request sign;
	bool timed;         /* --time: sign.time is set */
	char **arg;         /* what is left */
	int nargs;
};

/* Which options a command takes beside the ones that all take. */
enum option_set {
	TAKES_NONE = 0,
	TAKES_DIR = 1,
	TAKES_FORMATS = 2, /* -f -o */
	TAKES_JOBS = 4,
	TAKES_DUMP = 8,
	TAKES_AS_OF = 16,
	TAKES_RULES = 32,
	TAKES_SIGN = 64,
	TAKES_MODE = 128,
	TAKES_LIST = 256,
	TAKES_OUT = 512, /* -o alone */
	TAKES_FIX = 1024 /* --dry-run --in-place */
};

struct command {
	const char *name;
	const char *args; /* usage, without options */
	const char *summary[LANG_MAX];
	unsigned takes; /* enum option_set */
	int min_args, max_args; /* max -1: any number */
	int (*run)(struct cli *);
};
extern const struct command commands[];
extern const size_t ncommands;

/* Fill cli from the words after the program's name; EXIT_FINE or EXIT_USAGE. */
int cli_options(struct cli *cli, int argc, char **argv);

/* Options that takes allows, one a line. */
void cli_print_options(unsigned takes, enum lang lang, FILE *to);

/* The text in the language of the run. */
const char *cli_say(const struct cli *cli, const char *vi, const char *en);

/* Print the findings in the form asked for and turn them into an exit
   status. */
int cli_finish(struct cli *cli);

/* Say what the machine refused; EXIT_MACHINE, or EXIT_RESOURCE for a limit. */
int cli_fail(const struct cli *cli, const struct err *err);

/* Say that the command line is wrong; EXIT_USAGE. */
int cli_usage(const struct cli *cli, const char *problem, const char *word);

/* Open the campaign that -C or the place we stand in names, by the mode and
   the day of the run; NULL after telling why, with *status filled. */
struct project *cli_project(struct cli *cli, int *status);

/* The reports named on the command line, or all;
   false after a finding for an unknown name. */
bool cli_reports(struct cli *cli, const struct project *p,
    const struct report_file ***file, size_t *n);

/* Shown while a run on a terminal takes more than a second. */
void cli_progress(void *cli, size_t done, size_t n);
void cli_progress_end(void);

int cmd_init(struct cli *cli);
int cmd_new(struct cli *cli);
int cmd_check(struct cli *cli);
int cmd_build(struct cli *cli);
int cmd_status(struct cli *cli);
int cmd_sheet(struct cli *cli);
int cmd_template(struct cli *cli);
int cmd_inspect(struct cli *cli);
int cmd_explain(struct cli *cli);
int cmd_fix(struct cli *cli);
int cmd_sign(struct cli *cli);
int cmd_help(struct cli *cli);

#endif
