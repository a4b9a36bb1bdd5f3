/* cmd_sign.c - vanthu sign: a digital signature in a place of a PDF. */
#include <string.h>
#include <sys/stat.h>

#include "cli/cli.h"
#include "os/clock.h"
#include "os/file.h"
#include "sign/sign.h"

/* A key comes from one place; a key file has its certificate in another. */
static int
check_options(struct cli *cli)
{
	const struct sign_request *rq = &cli->sign;
	int ways = (rq->key != NULL) + (rq->p12 != NULL) + (rq->token != NULL);

	if (ways != 1)
		return cli_usage(cli,
		    cli_say(cli, "cần đúng một trong", "needs just one of"),
		    "--key, --p12, --pkcs11");
	if (rq->key != NULL && rq->cert == NULL)
		return cli_usage(cli,
		    cli_say(cli, "thiếu tùy chọn", "option is missing"),
		    "--cert");
	return EXIT_FINE;
}

/* "a/b.pdf" -> "a/b.signed.pdf" */
static const char *
default_out(struct cli *cli, const char *path)
{
	struct str stem = str_of(path);

	if (str_ends(stem, STR(".pdf")))
		stem.n -= strlen(".pdf");
	return arena_printf(cli->arena, "%.*s.signed.pdf", STR_ARG(stem));
}

static bool
is_same_file(const char *x, const char *y)
{
	struct stat a, b;

	return stat(x, &a) == 0 && stat(y, &b) == 0 && a.st_dev == b.st_dev &&
	    a.st_ino == b.st_ino;
}

static int
publish(struct cli *cli, const char *out, struct str bytes)
{
	struct err err = { 0 };

	if (!file_publish(out, bytes, &err))
		return cli_fail(cli, &err);
	if (!cli->quiet && cli->format == FORMAT_HUMAN)
		(void)printf("%s\n", out);
	return EXIT_FINE;
}

int
cmd_sign(struct cli *cli)
{
	struct sign_request *rq = &cli->sign;
	const char *out = cli->out;
	struct err err = { 0 };
	struct str bytes;
	bool done;
	int status = check_options(cli);

	if (status != EXIT_FINE)
		return status;
	rq->pdf = cli->arg[0];
	if (out == NULL)
		out = default_out(cli, rq->pdf);
	if (is_same_file(rq->pdf, out))
		return cli_usage(cli,
		    cli_say(cli, "không ghi đè tệp gốc",
			"the input is not overwritten"),
		    out);
	if (rq->field == NULL)
		rq->field = "nguoi-ky";
	if (!cli->timed)
		rq->time = clock_now();
	done = sign_pdf(rq, cli->arena, cli->diags, &bytes, &err);
	if (err.kind != ERR_NONE)
		return cli_fail(cli, &err);
	if (done) {
		status = publish(cli, out, bytes);
		if (status != EXIT_FINE)
			return status;
	}
	return cli_finish(cli);
}
