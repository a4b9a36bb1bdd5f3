/* cmd_sheet.c - vanthu sheet: the check sheet of one report. */
#include "cli/cli.h"
#include "os/file.h"
#include "project/run.h"
#include "project/sheet.h"

/* The report as a build would make it, compiled but not written. */
static bool
compile_one(struct cli *cli, const struct project *p,
    const struct report_file *file, const struct font_set *fs,
    struct result **r, struct err *err)
{
	struct want want = { .docx = true, .pdf = true, .metadata = true,
		.mode = cli->mode, .fonts = fs };

	return run_reports(p, &file, 1, &want, 1, NULL, NULL, cli->arena, r,
	    err);
}

/* Both forms or none, beside the outputs of the report. */
static bool
publish(struct cli *cli, const struct project *p,
    const struct report_file *file, const struct sheet *sheet, struct err *err)
{
	const char *out =
	    cli->out != NULL ? cli->out : project_output_dir(p, cli->arena);
	const char *base = arena_printf(cli->arena, "%s/%.*s.%s", out,
	    STR_ARG(file->stem),
	    cli_say(cli, "phieu-kiem-tra", "check-sheet"));
	struct publication made[] = {
		{ arena_printf(cli->arena, "%s.html", base), sheet->html },
		{ arena_printf(cli->arena, "%s.docx", base), sheet->docx },
	};

	if (!make_dirs(out, err) || !files_publish(made, 2, err))
		return false;
	for (size_t i = 0; i < 2 && !cli->quiet; i++)
		(void)fprintf(cli->format == FORMAT_HUMAN ? stdout : stderr,
		    "%s\n", made[i].path);
	(void)fflush(stdout);
	return true;
}

static bool
make(struct cli *cli, const struct project *p, const struct report_file *file,
    struct err *err)
{
	struct font_set *fs = font_set_open(err);
	struct result *r;
	struct sheet sheet;
	bool ok;

	if (fs == NULL)
		return false;
	ok = compile_one(cli, p, file, fs, &r, err) &&
	    sheet_make(p, file, r, fs, cli->as_of, cli->lang, VERSION,
		cli->arena, &sheet, err) &&
	    publish(cli, p, file, &sheet, err);
	font_set_close(fs);
	if (ok)
		diags_append(cli->diags, r->diags);
	return ok;
}

int
cmd_sheet(struct cli *cli)
{
	const struct report_file *file;
	struct err err = { 0 };
	struct project *p;
	bool ok = true;
	int status;

	if (cli->mode == MODE_DRAFT)
		return cli_usage(cli,
		    cli_say(cli, "bản nháp chưa trình ký",
			"a draft is not signed"),
		    "--mode draft");
	p = cli_project(cli, &status);
	if (p == NULL)
		return status;
	file = project_report(p, str_of(cli->arg[0]));
	if (file == NULL)
		diag_add(cli->diags, DIAG_PROJECT_REPORT_UNKNOWN,
		    POS_FILE(NULL), "%s", cli->arg[0]);
	else
		ok = make(cli, p, file, &err);
	project_close(p);
	return ok ? cli_finish(cli) : cli_fail(cli, &err);
}
