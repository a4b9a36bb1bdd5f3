/* option.c - the options as a table, and the words of a command line. */
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"
#include "os/clock.h"

struct option {
	char letter; /* 0: none */
	const char *name;
	const char *value; /* what it takes; NULL: nothing */
	unsigned needs;    /* enum option_set; 0: every command */
	const char *summary[LANG_MAX];
	bool (*set)(struct cli *, const char *value);
};

static bool
set_dir(struct cli *cli, const char *value)
{
	cli->dir = value;
	return *value != '\0';
}

static bool
set_out(struct cli *cli, const char *value)
{
	cli->out = value;
	return *value != '\0';
}

static bool
set_formats(struct cli *cli, const char *value)
{
	cli->docx = strcmp(value, "docx") == 0;
	cli->pdf = strcmp(value, "pdf") == 0;
	return cli->docx || cli->pdf;
}

static bool
set_metadata(struct cli *cli, const char *value)
{
	cli->metadata = strcmp(value, "yes") == 0;
	return cli->metadata || strcmp(value, "no") == 0;
}

static bool
set_archive(struct cli *cli, const char *value)
{
	cli->attached = strcmp(value, "3a") == 0;
	return cli->attached || strcmp(value, "2a") == 0;
}

static bool
set_jobs(struct cli *cli, const char *value)
{
	enum { JOBS_MAX = 256 };
	char *end;
	long n = strtol(value, &end, 10);

	cli->jobs = (unsigned)n;
	return *value >= '0' && *value <= '9' && *end == '\0' && n >= 1 &&
	    n <= JOBS_MAX;
}

static bool
set_as_of(struct cli *cli, const char *value)
{
	return date_parse(str_of(value), &cli->as_of) != DATE_NONE;
}

static bool
set_dump(struct cli *cli, const char *value)
{
	static const char *const name[] = {
		[STAGE_DOC] = "doc",
		[STAGE_CHECKED] = "checked",
		[STAGE_LAID] = "laid",
		[STAGE_PAGES] = "pages",
		[STAGE_PARTS] = "parts",
	};

	for (enum stage s = STAGE_DOC; s <= STAGE_PARTS; s++)
		if (strcmp(value, name[s]) == 0)
			cli->dump = s;
	return cli->dump != STAGE_NONE;
}

static bool
set_lang(struct cli *cli, const char *value)
{
	cli->lang = strcmp(value, "en") == 0 ? LANG_EN : LANG_VI;
	return strcmp(value, "en") == 0 || strcmp(value, "vi") == 0;
}

static bool
set_format(struct cli *cli, const char *value)
{
	static const char *const name[] = {
		[FORMAT_HUMAN] = "human",
		[FORMAT_SHORT] = "short",
		[FORMAT_JSON] = "json",
		[FORMAT_SARIF] = "sarif",
		[FORMAT_GITHUB] = "github",
	};

	for (int f = FORMAT_HUMAN; f <= FORMAT_GITHUB; f++) {
		cli->format = (enum output_format)f;
		if (strcmp(value, name[f]) == 0)
			return true;
	}
	return false;
}

static bool
set_mode(struct cli *cli, const char *value)
{
	cli->mode = diag_mode_lookup(str_of(value));
	return cli->mode != MODE_MAX;
}

static bool
set_list_rules(struct cli *cli, const char *value)
{
	(void)value;
	return cli->list_rules = true;
}

static bool
set_color(struct cli *cli, const char *value)
{
	if (strcmp(value, "auto") == 0)
		return true;
	cli->color = strcmp(value, "always") == 0;
	return cli->color || strcmp(value, "never") == 0;
}

static bool
set_fail_on(struct cli *cli, const char *value)
{
	for (int level = LEVEL_INFO; level <= LEVEL_ERROR; level++) {
		cli->fail_on = (enum diag_level)level;
		if (strcmp(value, diag_level_name(cli->fail_on, LANG_EN)) == 0)
			return true;
	}
	return false;
}

static bool
set_quiet(struct cli *cli, const char *value)
{
	(void)value;
	return cli->quiet = true;
}

static bool
set_rules(struct cli *cli, const char *value)
{
	(void)value;
	return cli->rules = true;
}

/* The request keeps what the user gave, as it is. */
#define SIGN_SETTER(name, member) \
	static bool name(struct cli *cli, const char *value) \
	{ \
		cli->sign.member = value; \
		return *value != '\0'; \
	}
SIGN_SETTER(set_key, key)
SIGN_SETTER(set_cert, cert)
SIGN_SETTER(set_p12, p12)
SIGN_SETTER(set_token, token)
SIGN_SETTER(set_pass_file, pass_file)
SIGN_SETTER(set_field, field)
SIGN_SETTER(set_image, image)

/* Two digits below limit and what stands behind them; -1: something else. */
static int
two_digits(struct str s, size_t at, int limit, char behind)
{
	int n;

	if (at + 2 > s.n || s.p[at] < '0' || s.p[at] > '9' ||
	    s.p[at + 1] < '0' || s.p[at + 1] > '9' ||
	    (behind != 0 && (at + 2 == s.n || s.p[at + 2] != behind)))
		return -1;
	n = (s.p[at] - '0') * 10 + s.p[at + 1] - '0';
	return n < limit ? n : -1;
}

/* Seconds that a zone is ahead: "", "Z", "+07:00"; false if it is none. */
static bool
zone_of(struct str s, int *seconds)
{
	int hour, minute;

	*seconds = s.n == 0 ? CLOCK_ZONE_SECONDS : 0;
	if (s.n == 0 || str_is(s, "Z"))
		return true;
	hour = two_digits(s, 1, 24, ':');
	minute = two_digits(s, 4, 60, 0);
	*seconds = (hour * 60 + minute) * 60 * (s.p[0] == '-' ? -1 : 1);
	return s.n == 6 && (s.p[0] == '+' || s.p[0] == '-') && hour >= 0 &&
	    minute >= 0;
}

/* ISO 8601: "2025-12-05T14:59:33", with a zone or that of Viet Nam. */
static bool
set_time(struct cli *cli, const char *value)
{
	struct str s = str_of(value);
	int hour = two_digits(s, 11, 24, ':');
	int minute = two_digits(s, 14, 60, ':');
	int second = two_digits(s, 17, 60, 0), zone;
	struct date d;

	cli->timed = true;
	if (hour < 0 || minute < 0 || second < 0 || s.p[10] != 'T' ||
	    date_parse(str_sub(s, 0, 10), &d) != DATE_ISO ||
	    !zone_of(str_sub(s, 19, s.n), &zone))
		return false;
	cli->sign.time = date_serial(d) * 86400 + (hour * 60 + minute) * 60 +
	    second - zone;
	return true;
}

static bool
set_dry_run(struct cli *cli, const char *value)
{
	(void)value;
	return cli->dry_run = true;
}

static bool
set_in_place(struct cli *cli, const char *value)
{
	(void)value;
	return cli->in_place = true;
}

static bool
set_help(struct cli *cli, const char *value)
{
	(void)value;
	return cli->help = true;
}

static const struct option options[] = {
	{ 'C', "directory", "DIR", TAKES_DIR,
	    { [LANG_VI] = "thư mục đợt thi đua",
		[LANG_EN] = "the campaign's folder" }, set_dir },
	{ 'f', "type", "docx|pdf", TAKES_FORMATS,
	    { [LANG_VI] = "chỉ xuất một định dạng",
		[LANG_EN] = "write only this form" }, set_formats },
	{ 'o', "output", "DIR", TAKES_FORMATS | TAKES_OUT,
	    { [LANG_VI] = "thư mục kết quả",
		[LANG_EN] = "the folder for outputs" }, set_out },
	{ 0, "metadata", "yes|no", TAKES_FORMATS,
	    { [LANG_VI] = "ghi tệp dữ liệu đặc tả văn bản đi (mặc định: có)",
		[LANG_EN] = "write the record of Phụ lục VI (default: yes)" },
	    set_metadata },
	{ 0, "archive", "2a|3a", TAKES_FORMATS,
	    { [LANG_VI] = "PDF/A-2a, hoặc PDF/A-3a đính kèm tệp dữ liệu đặc tả",
		[LANG_EN] = "PDF/A-2a, or PDF/A-3a with that record inside" },
	    set_archive },
	{ 'j', "jobs", "N", TAKES_JOBS,
	    { [LANG_VI] = "số báo cáo xử lý cùng lúc",
		[LANG_EN] = "reports compiled at the same time" }, set_jobs },
	{ 0, "as-of", "DATE", TAKES_AS_OF,
	    { [LANG_VI] = "tính đến ngày này thay cho hôm nay",
		[LANG_EN] = "count to this day instead of today" },
	    set_as_of },
	{ 0, "dump", "doc|checked|laid|pages|parts", TAKES_DUMP,
	    { [LANG_VI] = "in kết quả của một bước, không ghi tệp",
		[LANG_EN] = "print what a stage made, write no file" },
	    set_dump },
	{ 0, "mode", "draft|review|issue", TAKES_MODE,
	    { [LANG_VI] = "mức thông báo khi soạn, khi rà soát, khi ban hành",
		[LANG_EN] = "levels while writing, reviewing, issuing" },
	    set_mode },
	{ 0, "list-rules", NULL, TAKES_LIST,
	    { [LANG_VI] = "liệt kê mọi thông báo, không kiểm tra",
		[LANG_EN] = "list all findings, check nothing" },
	    set_list_rules },
	{ 0, "rules", NULL, TAKES_RULES,
	    { [LANG_VI] = "liệt kê quy định chưa xét được và lý do",
		[LANG_EN] = "list what could not be decided, and why" },
	    set_rules },
	{ 0, "dry-run", NULL, TAKES_FIX,
	    { [LANG_VI] = "chỉ hiện thay đổi, không ghi tệp",
		[LANG_EN] = "show the change, write no file" },
	    set_dry_run },
	{ 0, "in-place", NULL, TAKES_FIX,
	    { [LANG_VI] = "sửa ngay trong tệp, giữ bản cũ là TỆP~",
		[LANG_EN] = "mend the file itself, keep the old one as FILE~" },
	    set_in_place },
	{ 0, "key", "FILE", TAKES_SIGN,
	    { [LANG_VI] = "khóa bí mật (PEM, DER)",
		[LANG_EN] = "private key (PEM, DER)" }, set_key },
	{ 0, "cert", "FILE", TAKES_SIGN,
	    { [LANG_VI] = "chứng thư số của khóa, kèm chuỗi nếu có",
		[LANG_EN] = "certificate of the key, and its chain" },
	    set_cert },
	{ 0, "p12", "FILE", TAKES_SIGN,
	    { [LANG_VI] = "khóa và chứng thư số trong một tệp PKCS #12",
		[LANG_EN] = "key and certificate in one PKCS #12 file" },
	    set_p12 },
	{ 0, "pkcs11", "URI", TAKES_SIGN,
	    { [LANG_VI] = "khóa trong thiết bị ký số (PKCS #11)",
		[LANG_EN] = "key on a signing device (PKCS #11)" },
	    set_token },
	{ 0, "pass-file", "FILE", TAKES_SIGN,
	    { [LANG_VI] = "tệp có mật khẩu hoặc mã PIN ở dòng đầu",
		[LANG_EN] = "file with password or PIN on its first line" },
	    set_pass_file },
	{ 0, "field", "nguoi-ky|co-quan", TAKES_SIGN,
	    { [LANG_VI] = "ký vào ô nào (mặc định: nguoi-ky)",
		[LANG_EN] = "which place to sign (default: nguoi-ky)" },
	    set_field },
	{ 0, "image", "FILE.png", TAKES_SIGN,
	    { [LANG_VI] = "ảnh chữ ký, ảnh dấu hiện trong ô ký",
		[LANG_EN] = "image of signature or seal to be shown" },
	    set_image },
	{ 0, "time", "ISO8601", TAKES_SIGN,
	    { [LANG_VI] = "thời điểm ký thay cho hiện tại",
		[LANG_EN] = "time of signing instead of now" }, set_time },
	{ 0, "out", "FILE.pdf", TAKES_SIGN,
	    { [LANG_VI] = "tệp kết quả (mặc định: thêm .signed)",
		[LANG_EN] = "the file to write (default: adds .signed)" },
	    set_out },
	{ 0, "lang", "vi|en", 0,
	    { [LANG_VI] = "ngôn ngữ thông báo",
		[LANG_EN] = "language of messages" }, set_lang },
	{ 0, "format", "human|short|json|sarif|github", 0,
	    { [LANG_VI] = "dạng thông báo",
		[LANG_EN] = "form of the findings" }, set_format },
	{ 0, "color", "auto|always|never", 0,
	    { [LANG_VI] = "tô màu thông báo",
		[LANG_EN] = "color in messages" }, set_color },
	{ 0, "fail-on", "error|warning|style|info", 0,
	    { [LANG_VI] = "mức làm lệnh kết thúc với mã 1",
		[LANG_EN] = "the level that makes the exit status 1" },
	    set_fail_on },
	{ 'q', "quiet", NULL, 0,
	    { [LANG_VI] = "chỉ in lỗi", [LANG_EN] = "print errors only" },
	    set_quiet },
	{ 'h', "help", NULL, 0,
	    { [LANG_VI] = "trợ giúp cho lệnh này",
		[LANG_EN] = "help for this command" }, set_help },
};

enum { NOPTIONS = sizeof(options) / sizeof(options[0]) };

void
cli_print_options(unsigned takes, enum lang lang, FILE *to)
{
	for (size_t i = 0; i < NOPTIONS; i++) {
		const struct option *o = &options[i];
		char letter[8] = "    ";
		char name[64];

		if (o->needs != 0 && (o->needs & takes) == 0)
			continue;
		if (o->letter != 0)
			(void)snprintf(
			    letter, sizeof(letter), "-%c, ", o->letter);
		(void)snprintf(name, sizeof(name), "--%s%s%s", o->name,
		    o->value == NULL ? "" : " ",
		    o->value == NULL ? "" : o->value);
		(void)fprintf(to, "  %s%-36s %s\n", letter, name,
		    o->summary[lang]);
	}
}

static const struct option *
find_option(char letter, const char *name, size_t n)
{
	for (size_t i = 0; i < NOPTIONS; i++) {
		if (letter != 0 ? options[i].letter == letter :
				  strlen(options[i].name) == n &&
			    strncmp(options[i].name, name, n) == 0)
			return &options[i];
	}
	return NULL;
}

/* One word that begins with '-'; *i moves over the value if it takes one. */
static int
take_option(struct cli *cli, int argc, char **argv, int *i)
{
	const char *word = argv[*i], *value = NULL;
	bool is_long = word[1] == '-';
	size_t n = is_long ? strcspn(word + 2, "=") : 0;
	const struct option *o = find_option(
	    is_long ? 0 : word[1], word + 2, n);

	if (o == NULL ||
	    (o->needs != 0 && (o->needs & cli->command->takes) == 0))
		return cli_usage(cli,
		    cli_say(cli, "không có tùy chọn này", "unknown option"),
		    word);
	if (is_long && word[2 + n] == '=')
		value = word + 2 + n + 1;
	else if (!is_long && word[2] != '\0')
		value = word + 2;
	if (o->value == NULL && value != NULL)
		return cli_usage(cli,
		    cli_say(cli, "tùy chọn không nhận giá trị",
			"option takes no value"),
		    word);
	if (o->value != NULL && value == NULL && *i + 1 < argc)
		value = argv[++*i];
	if (o->value != NULL && value == NULL)
		return cli_usage(cli,
		    cli_say(cli, "tùy chọn thiếu giá trị",
			"option lacks its value"),
		    word);
	if (!o->set(cli, value))
		return cli_usage(cli,
		    cli_say(cli, "giá trị không hợp lệ", "invalid value"),
		    o->value == NULL ? word : value);
	return EXIT_FINE;
}

int
cli_options(struct cli *cli, int argc, char **argv)
{
	bool only_args = false;
	int status;

	cli->arg = NEW_ARRAY(cli->arena, (size_t)argc + 1, char *);
	for (int i = 0; i < argc; i++) {
		if (!only_args && strcmp(argv[i], "--") == 0) {
			only_args = true;
		} else if (!only_args && argv[i][0] == '-' &&
		    argv[i][1] != '\0') {
			status = take_option(cli, argc, argv, &i);
			if (status != EXIT_FINE)
				return status;
		} else {
			cli->arg[cli->nargs++] = argv[i];
		}
	}
	if (cli->help)
		return EXIT_FINE;
	if (cli->nargs < cli->command->min_args)
		return cli_usage(
		    cli, cli_say(cli, "thiếu tham số", "too few arguments"),
		    cli->command->args);
	if (cli->command->max_args >= 0 &&
	    cli->nargs > cli->command->max_args)
		return cli_usage(cli,
		    cli_say(cli, "thừa tham số", "too many arguments"),
		    cli->arg[cli->command->max_args]);
	return EXIT_FINE;
}
