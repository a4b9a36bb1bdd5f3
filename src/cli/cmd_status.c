/* cmd_status.c - vanthu status: who has reported, as of a day. */
#include "cli/cli.h"
#include "project/status.h"

static bool
make(struct cli *cli, const struct project *p, struct status *st,
    struct err *err)
{
	struct font_set *fs = font_set_open(err);
	bool ok;

	if (fs == NULL)
		return false;
	ok = status_make(p, fs, cli->as_of, cli->jobs, cli->arena, cli->diags,
	    st, err);
	font_set_close(fs);
	return ok;
}

int
cmd_status(struct cli *cli)
{
	struct buf out = { .arena = cli->arena };
	struct err err = { 0 };
	struct project *p;
	struct status st;
	bool ok;
	int status;

	if (cli->format != FORMAT_HUMAN && cli->format != FORMAT_JSON)
		return cli_usage(cli,
		    cli_say(cli, "status chỉ có dạng human và json",
			"status has the forms human and json only"),
		    "--format");
	p = cli_project(cli, &status);
	if (p == NULL)
		return status;
	ok = make(cli, p, &st, &err);
	project_close(p);
	if (!ok)
		return cli_fail(cli, &err);
	if (cli->format == FORMAT_JSON)
		status_json(&st, &out);
	else if (!cli->quiet || !status_complete(&st))
		status_print(&st, cli->lang, cli->color, &out);
	(void)fwrite(buf_str(&out).p, 1, out.n, stdout);
	if (cli->format == FORMAT_HUMAN && st.count[DUTY_REJECTED] > 0) {
		(void)fflush(stdout);
		cli->quiet = true; /* why they are rejected, nothing else */
		(void)cli_finish(cli);
	}
	return status_complete(&st) ? EXIT_FINE : EXIT_FINDINGS;
}
