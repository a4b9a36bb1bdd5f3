/*
 * pdf_attachment.c - the file attached to a written PDF (ISO 19005-3, 6.8): it
 * is the one meant, byte for byte, under its name, and a file without one has
 * none (PDF/A-2 allows no attachment that is no PDF/A itself).
 */
#include <string.h>

#include "base/md5.h"
#include "verify/pdf_check.h"

/* Size and check sum are those of the bytes (ISO 32000-1, table 46). */
static bool
describes(struct pdf_file *f, const struct pdf_value *stream, struct str bytes)
{
	const struct pdf_value *params = pdf_get(f, stream, "Params");
	struct str sum = pdf_get(f, params, "CheckSum")->text;
	uint8_t want[MD5_BYTES];

	md5_of(bytes, want);
	return pdf_int(pdf_get(f, params, "Size"), 0, INT64_MAX / 1000, -1) ==
	    (int64_t)bytes.n &&
	    sum.n == sizeof(want) && memcmp(sum.p, want, sizeof(want)) == 0;
}

static bool
is_as_meant(struct pdf_check *ck, const struct pdf_value *spec)
{
	const struct attachment *want = ck->pages->attachment;
	struct pdf_file *f = &ck->file;
	const struct pdf_value *stream =
	    pdf_get(f, pdf_get(f, spec, "EF"), "F");
	struct str data;

	return pdf_is_name(pdf_get(f, spec, "Type"), "Filespec") &&
	    str_eq(pdf_text(ck->arena, pdf_get(f, spec, "F")), want->name) &&
	    str_eq(pdf_text(ck->arena, pdf_get(f, spec, "UF")), want->name) &&
	    str_eq(
		pdf_text(ck->arena, pdf_get(f, spec, "Desc")), want->title) &&
	    pdf_is_name(pdf_get(f, spec, "AFRelationship"), "Supplement") &&
	    pdf_is_name(pdf_get(f, stream, "Type"), "EmbeddedFile") &&
	    pdf_is_name(pdf_get(f, stream, "Subtype"), want->type) &&
	    pdf_data(f, stream, &data) && str_eq(data, want->bytes) &&
	    describes(f, stream, data);
}

bool
pdf_attachment_agrees(struct pdf_check *ck)
{
	struct pdf_file *f = &ck->file;
	const struct pdf_value *af = pdf_get(f, ck->catalog, "AF"), *names;

	names = pdf_get(f,
	    pdf_get(f, pdf_get(f, ck->catalog, "Names"), "EmbeddedFiles"),
	    "Names");
	if (ck->pages->attachment == NULL)
		return af->kind == PDF_NULL && names->kind == PDF_NULL;
	return af->kind == PDF_ARRAY && af->n == 1 &&
	    names->kind == PDF_ARRAY && names->n == 2 &&
	    af->item[0].kind == PDF_REF && names->item[1].kind == PDF_REF &&
	    af->item[0].object == names->item[1].object &&
	    is_as_meant(ck, pdf_item(f, af, 0));
}
