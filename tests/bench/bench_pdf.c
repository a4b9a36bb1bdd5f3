/*
 * usage: bench_pdf CAMPAIGN REPORT... [DOCUMENTS]
 *
 * Each report is laid out once; then they are set in pages and written as PDF
 * in turn, so many times in one process, each time in an arena of its own: what
 * a service would do.  No two documents in a row are the same one, so that
 * nothing kept from the one before can serve the next.
 *
 * Prints milliseconds of processor time per document (median and least, as the
 * machine may have other work), what each report is and its bytes, and the peak
 * memory; fails if a report ever comes out other than the first time.  The peer
 * is libharu used as its manual shows, which is how most programs in C write a
 * PDF.
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

/* One of the reports that take turns. */
struct turn {
	const char *name;
	const struct laid *laid;
	const struct pages *pages; /* of the first time; NULL: none yet */
	struct str bytes;          /* the PDF */
};

static void
print_report(const struct turn *t)
{
	const struct pages *p = t->pages;
	bool used[FACE_MAX] = { 0 };
	int faces = 0;

	for (size_t i = 0; i < p->npages; i++)
		for (size_t k = 0; k < p->page[i].nfrags; k++)
			used[p->page[i].frag[k].face] = true;
	for (int f = 0; f < FACE_MAX; f++)
		faces += used[f];
	(void)printf("  %-28s %zu pages, %d faces, %zu structure elements, "
		     "%zu bytes\n",
	    t->name, p->npages, faces, p->nelems, t->bytes.n);
}

/* What one document took, in nanoseconds. */
struct took {
	int64_t setting, writing;
};

/*
 * Set and write a document in a, its first time; or in an arena of its own, and
 * false if it is not the same again.
 */
static bool
write_one(struct turn *t, const struct font_set *fonts, struct arena *a,
    struct took *took, struct err *err)
{
	bool first = t->pages == NULL, same = true;
	struct arena *own = first ? a : arena_new();
	const struct pages *pages;
	struct str bytes = STR_NONE;
	int64_t begin = now();

	pages = typeset(t->laid, fonts, own, diags_new(own));
	took->setting = now() - begin;
	begin = now();
	if (!pdf_write(pages, fonts, own, &bytes, err))
		return false;
	took->writing = now() - begin;
	if (first) {
		t->pages = pages;
		t->bytes = bytes;
		return true;
	}
	if (!str_eq(t->bytes, bytes))
		same = err_set(err, ERR_LIBRARY, "%s: bytes differ", t->name);
	arena_free(own);
	return same;
}

/* n documents, the reports in turn; the median of setting and writing. */
static int64_t
write_many(struct turn *turn, size_t nturns, const struct font_set *fonts,
    size_t n, struct arena *a, struct err *err)
{
	int64_t *setting = calloc(n, sizeof(*setting)), t;
	int64_t *writing = calloc(n, sizeof(*writing));
	int64_t *both = calloc(n, sizeof(*both));
	struct took took;

	for (size_t i = 0; i < n; i++) {
		if (!write_one(&turn[i % nturns], fonts, a, &took, err))
			return -1;
		setting[i] = took.setting;
		writing[i] = took.writing;
		both[i] = took.setting + took.writing;
	}
	(void)printf("%zu documents in one process, in turn\n", n);
	for (size_t i = 0; i < nturns && i < n; i++)
		print_report(&turn[i]);
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
	(void)printf("the pages of the first by libharu's own fonts and text, "
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
	(void)printf("  peak memory %.1f MB, fonts, campaign and reports "
		     "included\n",
	    (double)usage.ru_maxrss / 1024);
}

/* Lay out the report of each name; NULL and a word why if one will not do. */
static struct turn *
lay_out_all(const struct project *p, const struct font_set *fonts, char **name,
    size_t n, struct arena *a, struct diags *ds)
{
	struct turn *turn = NEW_ARRAY(a, n, struct turn);
	const struct report_file *file;

	for (size_t i = 0; i < n; i++) {
		file = project_report(p, str_of(name[i]));
		turn[i].name = name[i];
		if (file != NULL)
			turn[i].laid = lay_out_once(p, file, fonts, a, ds);
		if (turn[i].laid == NULL) {
			(void)fail(name[i], "cannot be laid out");
			return NULL;
		}
	}
	return turn;
}

/* How many documents are asked for, if the last argument says so. */
static long
asked_for(int *argc, char **argv)
{
	char *end;
	long n;

	if (*argc < 3)
		return DOCUMENTS;
	n = strtol(argv[*argc - 1], &end, 10);
	if (*end != '\0')
		return DOCUMENTS;
	--*argc;
	return n;
}

int
main(int argc, char **argv)
{
	struct arena *a = arena_new();
	struct diags *ds = diags_new(a);
	struct err err = { 0 };
	struct project *p;
	struct font_set *fonts = font_set_open(&err);
	struct turn *turn = NULL;
	long n = asked_for(&argc, argv);
	size_t nturns = (size_t)argc - 2;
	int64_t took;

	/* keep freed memory, as a process that goes on working would */
	(void)mallopt(M_MMAP_THRESHOLD, KEEP);
	(void)mallopt(M_TRIM_THRESHOLD, KEEP);
	if (argc < 3 || n < 1)
		return fail(
		    "usage", "bench_pdf CAMPAIGN REPORT... [DOCUMENTS]");
	p = project_open(a, argv[1], date_of_serial(0), ds, &err);
	if (p != NULL && fonts != NULL)
		turn = lay_out_all(p, fonts, argv + 2, nturns, a, ds);
	if (turn == NULL)
		return fail(argv[1], "cannot be laid out");
	took = write_many(turn, nturns, fonts, (size_t)n, a, &err);
	if (took >= 0) {
		print_memory();
		compare_with_peer(turn[0].pages, took);
	}
	font_set_close(fonts);
	project_close(p);
	arena_free(a);
	return took >= 0 ? 0 : fail("pdf_write", err.text);
}
