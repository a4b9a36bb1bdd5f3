/* cmd_inspect.c - vanthu inspect: the decree's rules on any Word file, and on
   the PDF that we write. */
#include "cli/cli.h"
#include "inspect/inspect.h"
#include "os/file.h"

enum { LARGEST_FILE = 64 * 1024 * 1024 };

/* Who makes that a rule is kept, and who checks it. */
static void
print_keepers(const struct cli *cli, enum rule_id id)
{
	const struct rule_row *r = &rule_rows[id];
	const char *sep = "    ";

	if (r->made) {
		(void)printf("%s%s", sep,
		    cli_say(cli, "build làm đúng", "made by build"));
		sep = "; ";
	}
	if (rule_is_measured(id)) {
		(void)printf("%s%s", sep,
		    cli_say(cli, "đo trên DOCX", "measured on the DOCX"));
		sep = "; ";
	}
	if (rule_is_seen(id)) {
		(void)printf("%s%s", sep,
		    cli_say(cli, "đo trên PDF", "measured on the PDF"));
		sep = "; ";
	}
	if (r->check != NULL)
		(void)printf("%scheck: %s", sep, r->check);
	(void)printf("\n");
}

/* What is left when both forms have been measured. */
static const char *
rest_of(const struct cli *cli, enum rule_id id)
{
	return rule_is_seen(id) && !rule_is_measured(id) ?
	    NULL :
	    rule_rows[id].rest[cli->lang];
}

/* How many rules each form decides, and how many leave something. */
static void
print_figures(const struct cli *cli)
{
	size_t docx = 0, pdf = 0, check = 0, person = 0;

	for (enum rule_id id = 0; id < RULE_MAX; id++) {
		docx += rule_is_measured(id) ? 1 : 0;
		pdf += rule_is_seen(id) ? 1 : 0;
		check += rule_rows[id].check != NULL ? 1 : 0;
		person += rest_of(cli, id) != NULL ? 1 : 0;
	}
	if (cli->lang == LANG_EN)
		(void)printf("%d rules: %zu measured on the DOCX, %zu on the "
			     "PDF, %zu kept by check, %zu leave something to "
			     "a person\n",
		    (int)RULE_MAX, docx, pdf, check, person);
	else
		(void)printf("%d quy định: %zu đo trên DOCX, %zu đo trên PDF, "
			     "%zu do check giữ, %zu còn phần cho người xem\n",
		    (int)RULE_MAX, docx, pdf, check, person);
}

static void
write_rules(const struct cli *cli)
{
	struct buf b = { .arena = cli->arena };
	struct json j = json_begin(&b);

	json_open(&j, NULL, '{');
	json_open(&j, "rules", '[');
	for (enum rule_id id = 0; id < RULE_MAX; id++) {
		const struct rule_row *r = &rule_rows[id];

		json_open(&j, NULL, '{');
		json_str(&j, "rule", str_of(r->id));
		json_str(&j, "level",
		    str_of(diag_level_name(r->level, LANG_EN)));
		json_str(&j, "class",
		    str_of(diag_class_name(r->class, LANG_EN)));
		json_str(&j, "clause", str_of(r->clause));
		json_str(&j, "name", str_of(r->name[cli->lang]));
		json_bool(&j, "made", r->made);
		json_bool(&j, "docx", rule_is_measured(id));
		json_bool(&j, "pdf", rule_is_seen(id));
		json_str(&j, "check", str_of(r->check));
		json_str(&j, "person", str_of(rest_of(cli, id)));
		json_close(&j, '}');
	}
	json_close(&j, ']');
	json_close(&j, '}');
	(void)printf("%.*s\n", STR_ARG(buf_str(&b)));
}

static void
print_rules(const struct cli *cli)
{
	for (enum rule_id id = 0; id < RULE_MAX; id++) {
		const struct rule_row *r = &rule_rows[id];

		(void)printf("%s %s, %s%s%s: %s\n", r->id,
		    diag_level_name(r->level, cli->lang),
		    diag_class_name(r->class, cli->lang),
		    r->clause == NULL ? "" : ", ",
		    r->clause == NULL ? "" : r->clause, r->name[cli->lang]);
		print_keepers(cli, id);
		if (r->rest[cli->lang] != NULL)
			(void)printf("    %s: %s\n",
			    rest_of(cli, id) == NULL ?
				"DOCX" :
				cli_say(cli, "người xem", "for a person"),
			    r->rest[cli->lang]);
	}
	print_figures(cli);
}

static void
print_count(
    const struct cli *cli, const char *path, const struct inspection *in)
{
	size_t decided = in->passed + in->broken + in->absent;

	if (cli->lang == LANG_EN)
		(void)printf("%s: %zu rules decided: %zu passed, %zu broken, "
			     "%zu without subject; %zu not decidable\n",
		    path, decided, in->passed, in->broken, in->absent,
		    in->open);
	else
		(void)printf("%s: %zu quy định đã xét: %zu đạt, %zu không "
			     "đạt, %zu không áp dụng; %zu chưa xét được\n",
		    path, decided, in->passed, in->broken, in->absent,
		    in->open);
	for (enum rule_id id = 0; cli->rules && id < RULE_MAX; id++)
		if (in->outcome[id] == RULE_OPEN)
			(void)printf("    %s %s: %s\n", rule_rows[id].id,
			    rule_rows[id].name[cli->lang],
			    rule_rows[id].rest[cli->lang] == NULL ?
				"-" :
				rule_rows[id].rest[cli->lang]);
}

/* What became of each file, for cli_finish(). */
struct inspected {
	const struct inspection *in;
	const bool *read;
};

static void
write_members(const struct cli *cli, struct json *j)
{
	static const char *const name[] = { [RULE_OPEN] = "undecided",
		[RULE_ABSENT] = "absent",
		[RULE_PASSED] = "passed",
		[RULE_BROKEN] = "broken" };
	const struct inspected *of = cli->members_of;

	json_open(j, "files", '[');
	for (int i = 0; i < cli->nargs; i++) {
		const struct inspection *in = &of->in[i];

		if (!of->read[i])
			continue;
		json_open(j, NULL, '{');
		json_str(j, "file", str_of(cli->arg[i]));
		json_int(j, "decided",
		    (int64_t)(in->passed + in->broken + in->absent));
		json_int(j, "passed", (int64_t)in->passed);
		json_int(j, "broken", (int64_t)in->broken);
		json_int(j, "absent", (int64_t)in->absent);
		json_int(j, "undecided", (int64_t)in->open);
		json_open(j, "rules", '{');
		for (enum rule_id id = 0; id < RULE_MAX; id++)
			json_str(
			    j, rule_rows[id].id, str_of(name[in->outcome[id]]));
		json_close(j, '}');
		json_close(j, '}');
	}
	json_close(j, ']');
}

static bool
inspect_file(struct cli *cli, const char *path, const struct font_set *fonts,
    struct inspection *in)
{
	struct err err = { 0 };
	struct str bytes;

	if (!file_read(cli->arena, path, LARGEST_FILE, &bytes, &err)) {
		diag_add(cli->diags,
		    err.kind == ERR_LIMIT ? DIAG_IO_FILE_TOO_LARGE :
					    DIAG_IO_FILE_UNREADABLE,
		    POS_FILE(path), "%s", err.text);
		return false;
	}
	if (str_starts(bytes, STR("%PDF-")))
		return inspect_pdf(
		    bytes, path, fonts, cli->arena, cli->diags, in);
	return inspect_docx(bytes, path, fonts, cli->arena, cli->diags, in);
}

int
cmd_inspect(struct cli *cli)
{
	struct inspection *in =
	    NEW_ARRAY(cli->arena, (size_t)cli->nargs + 1, struct inspection);
	bool *read = NEW_ARRAY(cli->arena, (size_t)cli->nargs + 1, bool);
	struct inspected of = { in, read };
	struct err err = { 0 };
	struct font_set *fonts;
	int status;

	if (cli->rules && cli->nargs == 0) {
		if (cli->format == FORMAT_JSON)
			write_rules(cli);
		else
			print_rules(cli);
		return EXIT_FINE;
	}
	if (cli->nargs == 0)
		return cli_usage(cli,
		    cli_say(cli, "thiếu tham số", "too few arguments"),
		    cli->command->args);
	/* without fonts the lengths of lines stay open, all else is measured */
	fonts = font_set_open(&err);
	for (int i = 0; i < cli->nargs; i++)
		read[i] = inspect_file(cli, cli->arg[i], fonts, &in[i]);
	if (fonts != NULL)
		font_set_close(fonts);
	cli->members = write_members;
	cli->members_of = &of;
	status = cli_finish(cli);
	(void)fflush(stderr);
	for (int i = 0; i < cli->nargs && cli->format == FORMAT_HUMAN; i++)
		if (read[i])
			print_count(cli, cli->arg[i], &in[i]);
	return status;
}
