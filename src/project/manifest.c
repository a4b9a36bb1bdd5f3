/*
 * manifest.c - what lies in the output folder and what it was made from:
 * digests of every input and output.  No clock and no path of the machine: the
 * same campaign gives the same manifest.
 */
#include "base/json.h"
#include "project/build.h"
#include "project/limits.h"

static void
write_digest(struct json *j, const struct digest *d)
{
	char hex[DIGEST_HEX];

	digest_hex(d, hex);
	json_str(j, "sha256", str_of(hex));
}

static void
write_input(struct json *j, struct root *root, struct arena *a,
    const char *path, size_t limit)
{
	struct err err = { 0 };
	struct digest d;
	struct str bytes;

	if (!root_has_file(root, path) ||
	    !root_read(root, a, path, limit, &bytes, &err))
		return;
	d = digest_of(bytes);
	json_open(j, NULL, '{');
	json_str(j, "file", str_of(path));
	write_digest(j, &d);
	json_close(j, '}');
}

static void
write_template_dir(struct json *j, const struct project *p, struct arena *a,
    const char *dir)
{
	struct err err = { 0 };
	struct str *name;
	size_t n;

	if (!root_list(p->templates, a, dir, &name, &n, &err))
		return;
	for (size_t i = 0; i < n; i++) {
		const char *path = dir[0] == '.' ?
		    name[i].p :
		    arena_printf(a, "%s/%.*s", dir, STR_ARG(name[i]));

		if (str_ends(name[i], STR(".xml")))
			write_input(j, p->templates, a, path, LIMIT_TEMPLATE);
	}
}

/* An output as it lies there now; made: by this run. */
static void
write_output(struct json *j, const char *out, struct str name, bool made,
    struct arena *a)
{
	const char *path = arena_printf(a, "%s/%.*s", out, STR_ARG(name));
	struct err err = { 0 };
	struct digest d;
	struct str bytes;

	if (!file_read(a, path, LIMIT_OUTPUT_FILE, &bytes, &err))
		return;
	d = digest_of(bytes);
	json_open(j, NULL, '{');
	json_str(j, "file", name);
	write_digest(j, &d);
	json_int(j, "bytes", (int64_t)bytes.n);
	json_bool(j, "current", made);
	json_close(j, '}');
}

static const struct built *
find_built(const struct build *b, const struct report_file *file)
{
	for (size_t i = 0; i < b->n; i++)
		if (b->v[i].file == file)
			return &b->v[i];
	return NULL;
}

static const char *
state_name(const struct built *b)
{
	static const char *const name[] = {
		[DONE] = "built",
		[REJECTED] = "rejected",
		[FAILED] = "failed",
	};

	return b == NULL ? "not asked" : name[b->result.outcome];
}

static void
write_images(struct json *j, const struct result *r)
{
	if (r->nimages == 0)
		return;
	json_open(j, "images", '[');
	for (size_t i = 0; i < r->nimages; i++) {
		json_open(j, NULL, '{');
		json_str(j, "file", r->image[i].file);
		write_digest(j, &r->image[i].digest);
		json_close(j, '}');
	}
	json_close(j, ']');
}

static void
write_report(struct json *j, const struct report_file *file,
    const struct built *b, const char *out, struct arena *a)
{
	struct str docx = str_printf(a, "%.*s.docx", STR_ARG(file->stem));
	struct str pdf = str_printf(a, "%.*s.pdf", STR_ARG(file->stem));
	struct str metadata =
	    str_printf(a, "%.*s.metadata.xml", STR_ARG(file->stem));

	json_open(j, NULL, '{');
	json_str(j, "file", file->path);
	json_str(j, "state", str_of(state_name(b)));
	if (b != NULL) {
		write_digest(j, &b->result.input);
		write_images(j, &b->result);
		if (b->result.obligation.n > 0)
			json_str(j, "obligation", b->result.obligation);
		if (b->result.unit.n > 0)
			json_str(j, "unit", b->result.unit);
		if (date_is_set(b->result.date))
			json_str(j, "date", date_iso(a, b->result.date));
		if (date_is_set(b->result.received))
			json_str(j, "received",
			    date_iso(a, b->result.received));
		json_bool(j, "late", b->result.late);
		if (b->result.pages > 0)
			json_int(j, "pages", b->result.pages);
	}
	json_open(j, "outputs", '[');
	write_output(j, out, docx, b != NULL && b->docx != NULL, a);
	write_output(j, out, pdf, b != NULL && b->pdf != NULL, a);
	write_output(j, out, metadata, b != NULL && b->metadata != NULL, a);
	json_close(j, ']');
	json_close(j, '}');
}

static void
write_fonts(struct json *j, const struct font_set *fs)
{
	json_open(j, "fonts", '[');
	for (enum face f = 0; fs != NULL && f < FACE_MAX; f++) {
		const struct font_info *info = font_info(fs, f);

		json_open(j, NULL, '{');
		json_str(j, "name", str_of(info->postscript_name));
		json_str(j, "version", str_of(info->version));
		json_close(j, '}');
	}
	json_close(j, ']');
}

struct str
manifest_text(const struct project *p, const struct build *b,
    const struct want *want, const char *out, struct arena *a)
{
	struct buf text = { .arena = a };
	struct json j = json_begin(&text);

	json_open(&j, NULL, '{');
	json_int(&j, "version", 1);
	json_str(&j, "program", STR("vanthu " VERSION));
	json_str(&j, "plan", p->plan->id);
	write_fonts(&j, want->fonts);
	json_open(&j, "inputs", '[');
	write_input(&j, p->root, a, "office.xml", LIMIT_PLAN);
	write_input(&j, p->root, a, "plan.xml", LIMIT_PLAN);
	json_close(&j, ']');
	json_open(&j, "templates", '[');
	write_template_dir(&j, p, a, ".");
	write_template_dir(&j, p, a, "types");
	write_template_dir(&j, p, a, "units");
	json_close(&j, ']');
	json_open(&j, "reports", '[');
	for (size_t i = 0; i < p->nreports; i++)
		write_report(&j, &p->report[i],
		    find_built(b, &p->report[i]), out, a);
	json_close(&j, ']');
	json_close(&j, '}');
	return buf_str(&text);
}
