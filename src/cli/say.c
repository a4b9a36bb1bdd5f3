/* say.c - what every command says alike, and the campaign it opens. */
#include <string.h>
#include <unistd.h>

#include "cli/cli.h"
#include "os/clock.h"
#include "project/project.h"

const char *
cli_say(const struct cli *cli, const char *vi, const char *en)
{
	return cli->lang == LANG_EN ? en : vi;
}

/* -q keeps errors only. */
static void
drop_below_error(struct diags *ds)
{
	size_t kept = 0;

	for (size_t i = 0; i < ds->n; i++)
		if (ds->v[i].level == LEVEL_ERROR && ds->v[i].waiver == NULL)
			ds->v[kept++] = ds->v[i];
	ds->n = kept;
}

static int
status_of(const struct cli *cli)
{
	const struct diags *ds = cli->diags;
	int status = EXIT_FINE;

	for (size_t i = 0; i < ds->n; i++) {
		if (ds->v[i].id == DIAG_IO_OUTPUT_UNWRITABLE)
			return EXIT_MACHINE;
		if (ds->v[i].id == DIAG_IO_REPORT_LIMIT)
			status = EXIT_RESOURCE;
		else if (ds->v[i].level >= cli->fail_on &&
		    ds->v[i].waiver == NULL && status == EXIT_FINE)
			status = EXIT_FINDINGS;
	}
	return status;
}

static void
print_json(const struct cli *cli, struct buf *out)
{
	struct json j = json_begin(out);

	json_open(&j, NULL, '{');
	diags_json_members(cli->diags, cli->lang, &j);
	if (cli->members != NULL)
		cli->members(cli, &j);
	json_close(&j, '}');
}

static void
print_human(const struct cli *cli, struct buf *out)
{
	struct diag_style how = { cli->lang, cli->color, !cli->quiet };

	diags_print(cli->diags, &how, out);
	if (!cli->quiet)
		diags_print_count(cli->diags, &how, out);
}

static void
print_findings(const struct cli *cli, struct buf *out)
{
	struct diag_style bare = { cli->lang, false, false };

	switch (cli->format) {
	case FORMAT_HUMAN:
		print_human(cli, out);
		break;
	case FORMAT_SHORT:
		diags_print(cli->diags, &bare, out);
		break;
	case FORMAT_JSON:
		print_json(cli, out);
		break;
	case FORMAT_SARIF:
		diags_sarif(cli->diags, cli->lang, out);
		break;
	case FORMAT_GITHUB:
		diags_github(cli->diags, cli->lang, out);
		break;
	}
}

int
cli_finish(struct cli *cli)
{
	struct buf out = { .arena = cli->arena };
	int status;

	diags_locate(cli->diags);
	diags_sort(cli->diags);
	status = status_of(cli);
	if (cli->quiet)
		drop_below_error(cli->diags);
	print_findings(cli, &out);
	(void)fwrite(buf_str(&out).p, 1, out.n,
	    cli->format == FORMAT_HUMAN ? stderr : stdout);
	return status;
}

int
cli_fail(const struct cli *cli, const struct err *err)
{
	(void)fprintf(stderr, "vanthu: %s: %s\n",
	    cli_say(cli, "lỗi", "error"),
	    err->kind == ERR_NONE ? "?" : err->text);
	return err->kind == ERR_LIMIT ? EXIT_RESOURCE : EXIT_MACHINE;
}

int
cli_usage(const struct cli *cli, const char *problem, const char *word)
{
	(void)fprintf(stderr, "vanthu: %s: %s\n", problem, word);
	(void)fprintf(stderr, "vanthu: %s: vanthu %s --help\n",
	    cli_say(cli, "xem", "see"), cli->command->name);
	return EXIT_USAGE;
}

struct project *
cli_project(struct cli *cli, int *status)
{
	const char *dir =
	    cli->dir != NULL ? cli->dir : project_find(cli->arena);
	struct err err = { 0 };
	struct project *p;

	if (dir == NULL) {
		(void)fprintf(stderr, "vanthu: %s\n",
		    cli_say(cli,
			"không thấy đợt thi đua nào ở đây (plan.xml): dùng -C "
			"DIR, hoặc tạo mới bằng vanthu init DIR",
			"no campaign here (plan.xml): name one with -C DIR, or "
			"make one with vanthu init DIR"));
		*status = EXIT_USAGE;
		return NULL;
	}
	diags_rule(cli->diags, cli->mode, NULL);
	p = project_open(cli->arena, dir, cli->as_of, cli->diags, &err);
	if (p != NULL)
		return p;
	if (err.kind != ERR_NONE) {
		*status = cli_fail(cli, &err);
		return NULL;
	}
	*status = cli_finish(cli);
	if (*status == EXIT_FINE)
		*status = EXIT_FINDINGS;
	return NULL;
}

static int64_t progress_begin;
static bool progress_shown;

void
cli_progress(void *context, size_t done, size_t n)
{
	enum { PATIENCE_MS = 1000 };
	const struct cli *cli = context;

	if (cli->quiet || isatty(STDERR_FILENO) != 1)
		return;
	if (progress_begin == 0)
		progress_begin = clock_monotonic_ms();
	if (clock_monotonic_ms() - progress_begin < PATIENCE_MS)
		return;
	progress_shown = true;
	(void)fprintf(stderr, "\r%zu/%zu", done, n);
	(void)fflush(stderr);
}

void
cli_progress_end(void)
{
	if (progress_shown)
		(void)fputs("\r\033[K", stderr);
	progress_shown = false;
	progress_begin = 0;
}
