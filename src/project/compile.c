/*
 * compile.c - the stages joined.  The whole flow of the program can be read in
 * compile(): each stage's value is the next one's argument.
 */
#include "project/compile.h"

#include "check/check.h"
#include "docx/docx.h"
#include "inspect/inspect.h"
#include "layout/layout.h"
#include "parse/source.h"
#include "pdf/pdf.h"
#include "project/images.h"
#include "project/limits.h"
#include "project/metadata.h"
#include "read/read.h"
#include "typeset/typeset.h"
#include "verify/verify.h"

/* Bytes to a tree; remembers the digest of what was read. */
static const struct doc *
read_file(const struct project *p, const struct report_file *file,
    struct arena *a, struct result *r)
{
	const struct source *src;
	struct err err = { 0 };
	struct str bytes;

	if (!root_read(p->root, a, file->path.p, LIMIT_REPORT, &bytes, &err)) {
		project_refused(&err, file->shown, LIMIT_REPORT, r->diags);
		return NULL;
	}
	r->input = digest_of(bytes);
	src = source_clean(a, file->shown, bytes, r->diags);
	if (src == NULL)
		return NULL;
	return read_report(a, src, file->format, r->diags);
}

static void
note_images(const struct doc *doc, struct arena *a, struct result *r)
{
	r->image = NEW_ARRAY(a, doc->nassets, struct used_image);
	r->nimages = doc->nassets;
	for (size_t i = 0; i < doc->nassets; i++)
		r->image[i] = (struct used_image){ doc->asset[i].file,
			doc->asset[i].digest };
}

static void
note_identity(const struct identity *id, struct result *r)
{
	if (id->obligation != NULL)
		r->obligation = id->obligation->id;
	if (id->unit != NULL)
		r->unit = id->unit->id;
	diags_set_unit(r->diags, r->unit);
}

static bool
write_outputs(const struct laid *laid, const struct pages *pages,
    const struct report_file *file, const struct want *want, struct arena *a,
    struct result *r)
{
	struct pdf_view seen;

	if (want->docx && !docx_write(laid, a, &r->docx, &r->err))
		return false;
	if (want->pdf && !pdf_write(pages, want->fonts, a, &r->pdf, &r->err))
		return false;
	if (want->docx && verify_docx(r->docx, laid, file->shown, a, r->diags))
		(void)inspect_output(
		    r->docx, file->shown, want->fonts, a, r->diags);
	if (want->pdf &&
	    verify_pdf_view(r->pdf, pages, file->shown, a, r->diags, &seen))
		(void)inspect_pages(
		    &seen, file->shown, want->fonts, a, r->diags);
	return true;
}

static const struct pages *
set_pages(const struct laid *laid, const struct want *want, struct arena *a,
    struct result *r)
{
	struct buf dump = { .arena = a };
	const struct pages *pages;

	if (want->dump == STAGE_LAID)
		laid_dump(laid, &dump);
	if (want->dump == STAGE_PARTS)
		docx_dump(laid, a, &dump);
	pages = typeset(laid, want->fonts, a, r->diags);
	if (want->dump == STAGE_PAGES)
		pages_dump(pages, &dump);
	if (dump.n > 0)
		r->dump = buf_str(&dump);
	r->pages = (unsigned)pages->npages;
	return pages;
}

/* The record of the document; p with it, if it is to travel inside. */
static const struct pages *
add_record(const struct pages *p, const struct checked *checked,
    const struct office *office, const struct report_file *file,
    const struct want *want, struct arena *a, struct result *r)
{
	struct attachment *record = NEW(a, struct attachment);
	struct pages *out = NEW(a, struct pages);

	if (!want->metadata && !want->attached)
		return p;
	record->bytes = metadata_xml(checked, office, r->pages,
	    POS_FILE(file->shown), a, r->diags);
	if (want->metadata)
		r->metadata = record->bytes;
	if (!want->attached)
		return p;
	record->name =
	    str_printf(a, "%.*s" METADATA_SUFFIX, STR_ARG(file->stem));
	record->title = STR("Dữ liệu đặc tả văn bản đi (Phụ lục VI, Nghị định "
			    "30/2020/NĐ-CP)");
	record->type = "text/xml";
	*out = *p;
	out->attachment = record;
	return out;
}

static enum outcome
compile(const struct project *p, const struct report_file *file,
    const struct want *want, struct arena *a, struct result *r)
{
	struct buf dump = { .arena = a };
	const struct doc *doc;
	struct identity id;
	const struct template *tpl;
	const struct checked *checked;
	const struct laid *laid;
	const struct pages *pages;

	doc = read_file(p, file, a, r);
	if (doc == NULL)
		return REJECTED;
	doc = load_images(p, file, doc, a, r->diags);
	note_images(doc, a, r);
	if (want->dump == STAGE_DOC)
		doc_dump(doc, true, &dump);
	id = check_identity(doc, p->plan, p->office, a, r->diags);
	note_identity(&id, r);
	tpl = project_template(p, id.type, id.unit, a, r->diags);
	if (tpl == NULL)
		return REJECTED;
	checked = check_report(doc, &id, p->plan, p->office, tpl, a, r->diags);
	if (checked == NULL)
		return REJECTED;
	r->late = checked->late;
	r->date = checked->date;
	r->received = checked->received;
	r->fact = checked->fact;
	r->nfacts = checked->nfacts;
	if (want->dump == STAGE_CHECKED)
		checked_dump(checked, &dump);
	if (dump.n > 0)
		r->dump = buf_str(&dump);
	if (diags_have_errors(r->diags))
		return REJECTED;
	if (want->fonts == NULL)
		return DONE;
	laid = lay_out(checked, tpl, want->fonts, a, r->diags);
	if (laid == NULL)
		return REJECTED;
	laid = typeset_settle(laid, want->fonts, a);
	pages = set_pages(laid, want, a, r);
	pages = add_record(pages, checked, p->office, file, want, a, r);
	if (!write_outputs(laid, pages, file, want, a, r))
		return FAILED;
	return diags_have_errors(r->diags) ? REJECTED : DONE;
}

struct diags *
compile_diags(
    const struct project *p, const struct want *want, struct arena *a)
{
	struct diags *ds = diags_new(a);

	diags_rule(ds, want->mode, p->waivers);
	return ds;
}

void
compile_report(const struct project *p, const struct report_file *file,
    const struct want *want, struct arena *a, struct result *r)
{
	*r = (struct result){ .diags = compile_diags(p, want, a) };
	r->outcome = compile(p, file, want, a, r);
	diags_locate(r->diags);
	diags_settle(r->diags);
	if (r->outcome == REJECTED || r->outcome == FAILED)
		r->docx = r->pdf = r->metadata = STR_NONE;
}
