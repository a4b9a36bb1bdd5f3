/*
 * usage: bench_pdf CAMPAIGN REPORT [DOCUMENTS]
 *
 * One report laid out once, then set in pages and written as PDF so many times
 * in one process, each time in an arena of its own: what a service would do.
 * Prints milliseconds of processor time per document, the bytes of one and the
 * peak memory; fails if two of them differ.
 */
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

#include "check/check.h"
#include "layout/layout.h"
#include "pdf/pdf.h"
#include "project/images.h"
#include "project/limits.h"
#include "project/project.h"
#include "read/read.h"
#include "typeset/typeset.h"

enum { DOCUMENTS = 1000, MEGA = 1000000, KEEP = 32 * MEGA };

static int
fail(const char *what, const char *why)
{
	(void)fprintf(stderr, "bench_pdf: %s: %s\n", what, why);
	return 1;
}

static const struct laid *
lay_out_once(const struct project *p, const struct report_file *file,
    const struct font_set *fonts, struct arena *a, struct diags *ds)
{
	const struct source *src =
	    project_source(p->root, a, file->path.p, LIMIT_REPORT, ds);
	const struct doc *doc;
	struct identity id;
	const struct template *tpl;
	const struct checked *checked;

	if (src == NULL)
		return NULL;
	doc = read_report(a, src, file->format, ds);
	if (doc == NULL)
		return NULL;
	doc = load_images(p, file, doc, a, ds);
	id = check_identity(doc, p->plan, p->office, a, ds);
	tpl = project_template(p, id.type, id.unit, a, ds);
	if (tpl == NULL)
		return NULL;
	checked = check_report(doc, &id, p->plan, p->office, tpl, a, ds);
	return checked == NULL ? NULL : lay_out(checked, tpl, fonts, a, ds);
}

/* Processor time, in microseconds. */
static int64_t
now(void)
{
	struct timespec t;

	(void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (int64_t)t.tv_sec * MEGA + t.tv_nsec / 1000;
}

static bool
write_many(const struct laid *laid, const struct font_set *fonts, long n,
    struct arena *first, struct err *err)
{
	struct str bytes = STR_NONE, again;
	int64_t begin = now(), setting = 0, t;
	struct rusage usage;
	size_t npages = 0;

	for (long i = 0; i < n; i++) {
		struct arena *a = i == 0 ? first : arena_new();
		const struct pages *pages;

		t = now();
		pages = typeset(laid, fonts, a, diags_new(a));
		setting += now() - t;
		if (!pdf_write(pages, fonts, a, &again, err))
			return false;
		if (i == 0)
			bytes = again;
		else if (!str_eq(bytes, again))
			return err_set(err, ERR_LIBRARY, "bytes differ");
		npages = pages->npages;
		if (i > 0)
			arena_free(a);
	}
	t = now() - begin;
	(void)getrusage(RUSAGE_SELF, &usage);
	(void)printf("typeset + PDF, %ld documents of %zu pages: %.3f ms each "
		     "(typeset %.3f), %zu bytes, peak %.1f MB\n",
	    n, npages, (double)t / 1000 / (double)n,
	    (double)setting / 1000 / (double)n, bytes.n,
	    (double)usage.ru_maxrss / 1024);
	return true;
}

int
main(int argc, char **argv)
{
	struct arena *a = arena_new();
	struct diags *ds = diags_new(a);
	struct err err = { 0 };
	struct project *p;
	struct font_set *fonts = font_set_open(&err);
	const struct report_file *file = NULL;
	const struct laid *laid = NULL;
	bool done;

	/* keep freed memory, as a process that goes on working would */
	(void)mallopt(M_MMAP_THRESHOLD, KEEP);
	(void)mallopt(M_TRIM_THRESHOLD, KEEP);
	if (argc < 3)
		return fail("usage", "bench_pdf CAMPAIGN REPORT [DOCUMENTS]");
	p = project_open(a, argv[1], date_of_serial(0), ds, &err);
	if (p != NULL && fonts != NULL)
		file = project_report(p, str_of(argv[2]));
	if (file != NULL)
		laid = lay_out_once(p, file, fonts, a, ds);
	if (laid == NULL)
		return fail(argv[2], "cannot be laid out");
	done = write_many(laid, fonts,
	    argc > 3 ? strtol(argv[3], NULL, 10) : DOCUMENTS, a, &err);
	font_set_close(fonts);
	project_close(p);
	arena_free(a);
	return done ? 0 : fail("pdf_write", err.text);
}
