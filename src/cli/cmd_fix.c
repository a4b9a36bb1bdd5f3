/*
 * cmd_fix.c - vanthu fix: the form of reports mended, shown first, then checked
 * again.  fix/ does the mending; here are files and what is told.
 */
#include <string.h>

#include "cli/cli.h"
#include "fix/fix.h"
#include "os/file.h"
#include "project/limits.h"
#include "project/run.h"

/* One report on its way. */
struct mending {
	const struct report_file *file;
	struct str bytes;
	struct fixed fixed;
	const char *to; /* as shown; also where it is written */
	struct report_file made; /* what is checked afterwards */
};

/* "reports/phong-kt.md" -> "reports/phong-kt.sua.md" */
static const char *
beside(struct arena *a, const char *path)
{
	const char *dot = strrchr(path, '.');
	int n = dot == NULL ? (int)strlen(path) : (int)(dot - path);

	return arena_printf(
	    a, "%.*s" PROJECT_MENDED "%s", n, path, dot == NULL ? "" : dot);
}

static bool
mend(struct cli *cli, const struct project *p, struct mending *m)
{
	const struct report_file *r = m->file;
	struct err err = { 0 };

	if (!root_read(p->root, cli->arena, r->path.p, LIMIT_REPORT, &m->bytes,
		&err)) {
		project_refused(&err, r->shown, LIMIT_REPORT, cli->diags);
		return false;
	}
	m->fixed = fix_bytes(cli->arena, m->bytes,
	    r->format == FORMAT_XML ? FIX_XML : FIX_MARKDOWN);
	m->to = cli->in_place ? r->shown : beside(cli->arena, r->shown);
	m->made = *r;
	if (!cli->in_place) {
		m->made.path = str_of(beside(cli->arena, r->path.p));
		m->made.shown = m->to;
	}
	return true;
}

/* The change, and below it how often each rule mended something. */
static void
show(const struct cli *cli, const struct mending *m)
{
	struct buf out = { .arena = cli->arena };

	fix_diff(m->file->shown, m->to, m->bytes, m->fixed.text, &out);
	for (unsigned i = 0; i < FIX_MAX; i++)
		if (m->fixed.count[i] > 0)
			buf_printf(&out, "# %s (%zu): %s\n",
			    fix_rows[i].finding, m->fixed.count[i],
			    cli_say(cli, fix_rows[i].vi, fix_rows[i].en));
	(void)fwrite(out.p, 1, out.n, stdout);
}

/* The former file is kept as "name~", which no list of reports holds. */
static bool
write_mended(struct cli *cli, const struct mending *m, struct err *err)
{
	struct publication file[2] = {
		{ m->to, m->fixed.text },
		{ arena_printf(cli->arena, "%s~", m->to), m->bytes },
	};

	return files_publish(file, cli->in_place ? 2 : 1, err);
}

/* What is left in the mended files. */
static bool
check_again(struct cli *cli, const struct project *p, struct mending *m,
    size_t n, struct err *err)
{
	const struct report_file **file =
	    NEW_ARRAY(cli->arena, n + 1, const struct report_file *);
	struct want want = { 0 };
	struct result *results;
	size_t count = 0;

	for (size_t i = 0; i < n; i++)
		if (m[i].fixed.changed)
			file[count++] = &m[i].made;
	if (count == 0)
		return true;
	if (!run_reports(p, file, count, &want, cli->jobs, NULL, NULL,
		cli->arena, &results, err))
		return false;
	for (size_t i = 0; i < count; i++)
		diags_append(cli->diags, results[i].diags);
	return true;
}

static int
mend_all(struct cli *cli, const struct project *p,
    const struct report_file **file, size_t n)
{
	struct mending *m = NEW_ARRAY(cli->arena, n + 1, struct mending);
	struct err err = { 0 };
	size_t changed = 0;

	for (size_t i = 0; i < n; i++) {
		m[i].file = file[i];
		if (!mend(cli, p, &m[i]) || !m[i].fixed.changed)
			continue;
		changed++;
		show(cli, &m[i]);
		if (!cli->dry_run && !write_mended(cli, &m[i], &err))
			return cli_fail(cli, &err);
	}
	(void)fflush(stdout);
	if (cli->dry_run)
		return changed > 0 ? EXIT_FINDINGS : EXIT_FINE;
	if (!check_again(cli, p, m, n, &err))
		return cli_fail(cli, &err);
	return EXIT_FINE;
}

int
cmd_fix(struct cli *cli)
{
	const struct report_file **file;
	struct project *p;
	bool known;
	size_t n;
	int status, left;

	p = cli_project(cli, &status);
	if (p == NULL)
		return status;
	known = cli_reports(cli, p, &file, &n);
	status = mend_all(cli, p, file, n);
	project_close(p);
	if (status >= EXIT_USAGE)
		return status;
	left = cli_finish(cli);
	return left != EXIT_FINE ? left : known ? status : EXIT_FINDINGS;
}
