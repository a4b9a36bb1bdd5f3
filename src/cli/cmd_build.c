/* cmd_build.c - vanthu build, vanthu check: reports through the stages. */
#include "cli/cli.h"
#include "project/build.h"
#include "text/viet.h"

static struct str
near_report(const struct project *p, struct str name, struct arena *a)
{
	struct str *stem = NEW_ARRAY(a, p->nreports, struct str);

	for (size_t i = 0; i < p->nreports; i++)
		stem[i] = p->report[i].stem;
	return viet_near(a, name, stem, p->nreports);
}

bool
cli_reports(struct cli *cli, const struct project *p,
    const struct report_file ***file, size_t *n)
{
	bool all = cli->nargs == 0, known = true;
	size_t count = all ? p->nreports : (size_t)cli->nargs;

	*file = NEW_ARRAY(cli->arena, count, const struct report_file *);
	*n = 0;
	for (size_t i = 0; i < count; i++) {
		const struct report_file *r = all ?
		    &p->report[i] :
		    project_report(p, str_of(cli->arg[i]));

		if (r != NULL) {
			(*file)[(*n)++] = r;
			continue;
		}
		known = false;
		diag_add(cli->diags, DIAG_PROJECT_REPORT_UNKNOWN,
		    POS_FILE(NULL), "%s", cli->arg[i]);
		diag_near(cli->diags,
		    near_report(p, str_of(cli->arg[i]), cli->arena));
	}
	return known;
}

static void
note_substitute(struct cli *cli, const struct font_set *fs)
{
	const struct font_info *info = font_info(fs, FACE_REGULAR);

	if (info->substitute)
		diag_add(cli->diags, DIAG_FONT_FACE_SUBSTITUTED,
		    POS_FILE(NULL), "%s %s", info->family, info->version);
}

/* A few lines: what was made, and where. */
static void
tell_built(const struct cli *cli, const struct build *b, const char *out)
{
	size_t done = 0, late = 0;

	for (size_t i = 0; i < b->n; i++) {
		const struct built *one = &b->v[i];

		if (one->result.outcome != DONE) {
			(void)printf("%s: %s\n",
			    cli_say(cli, "không xuất được", "not built"),
			    one->file->shown);
			continue;
		}
		done++;
		late += one->result.late;
		(void)printf("%s%s%s (%u %s%s)\n",
		    one->docx == NULL ? "" : one->docx,
		    one->docx != NULL && one->pdf != NULL ? ", " : "",
		    one->pdf == NULL ? "" : one->pdf, one->result.pages,
		    cli_say(cli, "trang", "pages"),
		    !one->result.late ? "" :
					cli_say(cli, ", muộn", ", late"));
	}
	if (cli->lang == LANG_EN)
		(void)printf("%zu of %zu documents written to %s, %zu late\n",
		    done, b->n, out, late);
	else
		(void)printf("%zu/%zu văn bản đã xuất vào %s, %zu báo cáo "
			     "muộn\n",
		    done, b->n, out, late);
}

/* One line: a check that finds nothing says so. */
static void
tell_checked(const struct cli *cli, const struct build *b)
{
	size_t done = 0;

	for (size_t i = 0; i < b->n; i++)
		done += b->v[i].result.outcome == DONE;
	(void)printf("%zu/%zu %s\n", done, b->n,
	    cli_say(cli, "văn bản đạt", "documents pass"));
}

static void
print_dumps(const struct build *b)
{
	for (size_t i = 0; i < b->n; i++)
		(void)printf("%.*s", STR_ARG(b->v[i].result.dump));
}

/* Waivers that the reports which went through did not need. */
static void
tell_unused(struct cli *cli, const struct project *p, const struct build *b)
{
	const struct report_file **done =
	    NEW_ARRAY(cli->arena, b->n, const struct report_file *);
	size_t n = 0;

	for (size_t i = 0; i < b->n; i++)
		if (b->v[i].result.outcome == DONE)
			done[n++] = b->v[i].file;
	project_unused_waivers(p, done, n, cli->diags);
}

/* Was a report done, or is all said by findings?  A draft is stopped by what it
   still lacks, at whatever level that is told. */
static bool
is_told(const struct cli *cli, enum outcome outcome)
{
	return outcome == DONE ||
	    (cli->mode == MODE_DRAFT && outcome == REJECTED);
}

static int
run_build(struct cli *cli, const struct project *p, const struct want *want,
    bool *told_all)
{
	const char *out =
	    cli->out != NULL ? cli->out : project_output_dir(p, cli->arena);
	const struct report_file **file;
	struct err err = { 0 };
	struct build b;
	bool ok;
	size_t n;

	*told_all = cli_reports(cli, p, &file, &n);
	ok = build_reports(p, file, n, want, out, cli->jobs, cli_progress, cli,
	    cli->arena, cli->diags, &b, &err);
	cli_progress_end();
	if (!ok)
		return cli_fail(cli, &err);
	if (want->dump != STAGE_NONE)
		print_dumps(&b);
	else if (cli->format != FORMAT_HUMAN || cli->quiet)
		;
	else if (want->docx || want->pdf)
		tell_built(cli, &b, out);
	else
		tell_checked(cli, &b);
	(void)fflush(stdout);
	tell_unused(cli, p, &b);
	for (size_t i = 0; i < b.n; i++)
		if (!is_told(cli, b.v[i].result.outcome))
			*told_all = false;
	return EXIT_FINE;
}

/* Never 0 when something asked for was not made. */
static int
finish(struct cli *cli, int status, bool all_done)
{
	int findings;

	if (status != EXIT_FINE)
		return status;
	findings = cli_finish(cli);
	return findings == EXIT_FINE && !all_done ? EXIT_FINDINGS : findings;
}

static int
with_fonts(struct cli *cli, struct want *want)
{
	struct project *p;
	struct font_set *fs;
	struct err err = { 0 };
	bool all_done = false;
	int status;

	p = cli_project(cli, &status);
	if (p == NULL)
		return status;
	fs = font_set_open(&err);
	if (fs == NULL) {
		project_close(p);
		return cli_fail(cli, &err);
	}
	if (want->docx || want->pdf)
		note_substitute(cli, fs);
	want->fonts = fs;
	status = run_build(cli, p, want, &all_done);
	font_set_close(fs);
	project_close(p);
	return finish(cli, status, all_done);
}

int
cmd_build(struct cli *cli)
{
	struct want want = { .docx = cli->docx, .pdf = cli->pdf,
		.metadata = cli->metadata, .attached = cli->attached,
		.mode = cli->mode };

	if (cli->mode == MODE_DRAFT)
		return cli_usage(cli,
		    cli_say(cli,
			"bản nháp không được xuất thành văn bản; dùng vanthu "
			"check",
			"a draft is not written as a document; use vanthu "
			"check"),
		    "--mode draft");
	want.dump = cli->dump;
	if (want.dump != STAGE_NONE)
		want.docx = want.pdf = want.metadata = want.attached = false;
	return with_fonts(cli, &want);
}

static int
list_rules(struct cli *cli)
{
	struct buf out = { .arena = cli->arena };

	if (cli->format == FORMAT_JSON)
		diag_list_json(cli->mode, cli->lang, &out);
	else if (cli->format == FORMAT_HUMAN || cli->format == FORMAT_SHORT)
		diag_list(cli->mode, cli->lang, &out);
	else
		return cli_usage(cli,
		    cli_say(cli, "danh sách chỉ có dạng human, short và json",
			"the list has the forms human, short and json only"),
		    "--format");
	(void)fwrite(buf_str(&out).p, 1, out.n, stdout);
	return EXIT_FINE;
}

/* A check lays out and typesets too: some findings come from there. */
int
cmd_check(struct cli *cli)
{
	struct want want = { .metadata = true, .mode = cli->mode };

	if (cli->list_rules)
		return list_rules(cli);
	return with_fonts(cli, &want);
}
