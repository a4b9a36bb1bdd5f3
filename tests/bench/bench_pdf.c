/*
 * usage: bench_pdf CAMPAIGN REPORT [DOCUMENTS]
 *
 * One report laid out once, then set in pages and written as PDF so many times
 * in one process, each time in an arena of its own: what a service would do.
 * Prints milliseconds of processor time per document (median and least, as the
 * machine may have other work), the bytes of one and the peak memory; fails if
 * two of them differ.  The peer is libharu used as its manual shows, which is
 * how most programs in C write a PDF.
 */
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include <fontconfig/fontconfig.h>
#include <hpdf.h>

#include "check/check.h"
#include "layout/layout.h"
#include "pdf/pdf.h"
#include "project/images.h"
#include "project/limits.h"
#include "project/project.h"
#include "read/read.h"
#include "typeset/typeset.h"

enum {
	DOCUMENTS = 1000,
	PEERS = 15,
	MEGA = 1000000,
	GIGA = 1000 * MEGA,
	KEEP = 32 * MEGA
};

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
	return checked == NULL ?
	    NULL :
	    typeset_settle(lay_out(checked, tpl, fonts, a, ds), fonts, a);
}

/* Processor time of this process, in nanoseconds. */
static int64_t
now(void)
{
	struct timespec t;

	(void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (int64_t)t.tv_sec * GIGA + t.tv_nsec;
}

static int
by_size(const void *x, const void *y)
{
	const int64_t *a = x, *b = y;

	return (*a > *b) - (*a < *b);
}

/* What n documents took; v is sorted. */
static int64_t
print_times(const char *what, int64_t *v, size_t n)
{
	qsort(v, n, sizeof(*v), by_size);
	(void)printf("  %-28s median %7.3f ms, least %7.3f ms\n", what,
	    (double)v[n / 2] / MEGA, (double)v[0] / MEGA);
	return v[n / 2];
}

static void
print_pages(const struct pages *p, struct str bytes, size_t n)
{
	bool used[FACE_MAX] = { 0 };
	int faces = 0;

	for (size_t i = 0; i < p->npages; i++)
		for (size_t k = 0; k < p->page[i].nfrags; k++)
			used[p->page[i].frag[k].face] = true;
	for (int f = 0; f < FACE_MAX; f++)
		faces += used[f];
	(void)printf("%zu documents in one process: %zu pages, %d faces, "
		     "%zu structure elements, %zu bytes\n",
	    n, p->npages, faces, p->nelems, bytes.n);
}

/* Set and write the same document n times; the median of both together. */
static int64_t
write_many(const struct laid *laid, const struct font_set *fonts, size_t n,
    struct arena *first, const struct pages **out, struct err *err)
{
	int64_t *setting = calloc(n, sizeof(*setting)), t;
	int64_t *writing = calloc(n, sizeof(*writing));
	int64_t *both = calloc(n, sizeof(*both));
	struct str bytes = STR_NONE, again;

	for (size_t i = 0; i < n; i++) {
		struct arena *a = i == 0 ? first : arena_new();
		const struct pages *pages;

		t = now();
		pages = typeset(laid, fonts, a, diags_new(a));
		setting[i] = now() - t;
		t = now();
		if (!pdf_write(pages, fonts, a, &again, err))
			return -1;
		writing[i] = now() - t;
		both[i] = setting[i] + writing[i];
		if (i == 0) {
			bytes = again;
			*out = pages;
		} else if (!str_eq(bytes, again)) {
			(void)err_set(err, ERR_LIBRARY, "bytes differ");
			return -1;
		}
		if (i > 0)
			arena_free(a);
	}
	print_pages(*out, bytes, n);
	(void)print_times("typeset", setting, n);
	(void)print_times("write", writing, n);
	t = print_times("typeset + write", both, n);
	free(setting);
	free(writing);
	free(both);
	return t;
}

/* --- the peer: libharu's own fonts and text, as its manual shows --------- */

static void
on_error(HPDF_STATUS code, HPDF_STATUS detail, void *user)
{
	(void)detail;
	(void)fprintf(stderr, "libharu: %#lx\n", (unsigned long)code);
	*(bool *)user = true;
}

/* The file of a face, by its name alone; to be freed. */
static char *
face_path(int face)
{
	static const char *const name[FACE_MAX] = { "Liberation Serif",
		"Liberation Serif:bold", "Liberation Serif:italic",
		"Liberation Serif:bold:italic" };
	FcPattern *p = FcNameParse((const FcChar8 *)name[face]), *found;
	FcChar8 *path = NULL;
	FcResult result;
	char *copy = NULL;

	(void)FcConfigSubstitute(NULL, p, FcMatchPattern);
	FcDefaultSubstitute(p);
	found = FcFontMatch(NULL, p, &result);
	if (found != NULL &&
	    FcPatternGetString(found, FC_FILE, 0, &path) == FcResultMatch)
		copy = strdup((const char *)path);
	FcPatternDestroy(found);
	FcPatternDestroy(p);
	return copy;
}

static void
peer_page(HPDF_Doc doc, HPDF_Font *font, const struct page *page)
{
	HPDF_Page hp = HPDF_AddPage(doc);
	float height = (float)page->height / EMU_PER_PT;
	char text[1024];

	(void)HPDF_Page_SetWidth(hp, (float)page->width / EMU_PER_PT);
	(void)HPDF_Page_SetHeight(hp, height);
	(void)HPDF_Page_BeginText(hp);
	for (size_t k = 0; k < page->nfrags; k++) {
		const struct frag *f = &page->frag[k];

		(void)HPDF_Page_SetFontAndSize(
		    hp, font[f->face], (float)f->half_points / 2);
		(void)snprintf(text, sizeof(text), "%.*s", STR_ARG(f->text));
		(void)HPDF_Page_TextOut(hp, (float)f->x / EMU_PER_PT,
		    height - (float)f->y / EMU_PER_PT, text);
	}
	(void)HPDF_Page_EndText(hp);
}

/* Nanoseconds of one document without tags; 0: libharu refuses. */
static int64_t
peer_write(const struct pages *p, char *const *path, size_t *bytes)
{
	bool failed = false;
	int64_t begin = now();
	HPDF_Doc doc = HPDF_New(on_error, &failed);
	HPDF_Font font[FACE_MAX];

	(void)HPDF_SetCompressionMode(doc, HPDF_COMP_ALL);
	(void)HPDF_UseUTFEncodings(doc);
	for (int i = 0; i < FACE_MAX && !failed; i++)
		font[i] = HPDF_GetFont(doc,
		    HPDF_LoadTTFontFromFile(doc, path[i], HPDF_TRUE), "UTF-8");
	for (size_t i = 0; i < p->npages && !failed; i++)
		peer_page(doc, font, &p->page[i]);
	if (!failed)
		(void)HPDF_SaveToStream(doc);
	*bytes = HPDF_GetStreamSize(doc);
	HPDF_Free(doc);
	return failed ? 0 : now() - begin;
}

static void
compare_with_peer(const struct pages *p, int64_t ours)
{
	int64_t took[PEERS], theirs;
	char *path[FACE_MAX];
	size_t bytes = 0;
	bool all = true;

	for (int i = 0; i < FACE_MAX; i++) {
		path[i] = face_path(i);
		all = all && path[i] != NULL;
	}
	for (size_t i = 0; i < PEERS && all; i++) {
		took[i] = peer_write(p, path, &bytes);
		all = took[i] > 0;
	}
	for (int i = 0; i < FACE_MAX; i++)
		free(path[i]);
	if (!all)
		return;
	(void)printf("the same pages by libharu's own fonts and text, "
		     "untagged: %zu bytes\n",
	    bytes);
	theirs = print_times("write", took, PEERS);
	(void)printf("  typeset + write here / write there: %.3f\n",
	    (double)ours / (double)theirs);
}

static void
print_memory(void)
{
	struct rusage usage;

	(void)getrusage(RUSAGE_SELF, &usage);
	(void)printf("  peak memory %.1f MB, fonts and campaign included\n",
	    (double)usage.ru_maxrss / 1024);
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
	const struct pages *pages = NULL;
	long n = argc > 3 ? strtol(argv[3], NULL, 10) : DOCUMENTS;
	int64_t took;

	/* keep freed memory, as a process that goes on working would */
	(void)mallopt(M_MMAP_THRESHOLD, KEEP);
	(void)mallopt(M_TRIM_THRESHOLD, KEEP);
	if (argc < 3 || n < 1)
		return fail("usage", "bench_pdf CAMPAIGN REPORT [DOCUMENTS]");
	p = project_open(a, argv[1], date_of_serial(0), ds, &err);
	if (p != NULL && fonts != NULL)
		file = project_report(p, str_of(argv[2]));
	if (file != NULL)
		laid = lay_out_once(p, file, fonts, a, ds);
	if (laid == NULL)
		return fail(argv[2], "cannot be laid out");
	took = write_many(laid, fonts, (size_t)n, a, &pages, &err);
	if (took >= 0) {
		print_memory();
		compare_with_peer(pages, took);
	}
	font_set_close(fonts);
	project_close(p);
	arena_free(a);
	return took >= 0 ? 0 : fail("pdf_write", err.text);
}
