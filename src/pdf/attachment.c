/*
 * attachment.c - a file inside the file (ISO 32000-1, 7.11.4), associated with
 * the document as a whole (ISO 19005-3, 6.8): what makes it PDF/A-3.
 */
#include "base/md5.h"
#include "pdf/parts.h"

/* 7.3.5: a slash inside a name is written by its code. */
static void
put_type(struct pdf *pdf, HPDF_Dict d, const char *type)
{
	struct buf b = { .arena = pdf->arena };

	buf_addc(&b, '/');
	for (; *type != '\0'; type++) {
		if (*type == '/')
			buf_adds(&b, "#2F");
		else
			buf_addc(&b, *type);
	}
	pdf_put_raw(pdf, d, "Subtype", buf_str(&b));
}

/* The file itself, with what a reader needs to judge it (table 46). */
static HPDF_Dict
write_file(struct pdf *pdf, const struct attachment *file)
{
	HPDF_Dict d = pdf_stream(pdf, file->bytes, STREAM_TO_DEFLATE);
	struct buf b = { .arena = pdf->arena };
	uint8_t sum[MD5_BYTES];

	md5_of(file->bytes, sum);
	buf_printf(&b, "<</Size %zu", file->bytes.n);
	if (date_is_set(pdf->pages->meta->date)) {
		struct str date = pdf_date(pdf, pdf->pages->meta->date);

		buf_printf(&b, "/CreationDate%.*s/ModDate%.*s", STR_ARG(date),
		    STR_ARG(date));
	}
	buf_adds(&b, "/CheckSum<");
	for (size_t i = 0; i < MD5_BYTES; i++)
		syntax_hex(&b, sum[i], 2);
	buf_adds(&b, ">>>");
	pdf_put_name(pdf, d, "Type", "EmbeddedFile");
	put_type(pdf, d, file->type);
	pdf_put_raw(pdf, d, "Params", buf_str(&b));
	return d;
}

void
attachment_write(struct pdf *pdf)
{
	const struct attachment *file = pdf->pages->attachment;
	HPDF_Dict d, stream;
	struct buf name = { .arena = pdf->arena };
	struct buf names = { .arena = pdf->arena };
	unsigned n;

	if (file == NULL)
		return;
	stream = write_file(pdf, file);
	d = pdf_dict(pdf);
	n = pdf_number(stream);
	syntax_text(&name, file->name);
	pdf_put_name(pdf, d, "Type", "Filespec");
	pdf_put_raw(pdf, d, "F", buf_str(&name));
	pdf_put_raw(pdf, d, "UF", buf_str(&name));
	pdf_put_text(pdf, d, "Desc", file->title);
	pdf_put_name(pdf, d, "AFRelationship", "Supplement");
	pdf_put_raw(pdf, d, "EF",
	    str_printf(pdf->arena, "<</F %u 0 R/UF %u 0 R>>", n, n));
	n = pdf_number(d);
	pdf_put_raw(pdf, pdf->doc->catalog, "AF",
	    str_printf(pdf->arena, "[%u 0 R]", n));
	buf_adds(&names, "<</EmbeddedFiles<</Names[");
	buf_add(&names, buf_str(&name)); /* which may have zero bytes */
	buf_printf(&names, " %u 0 R]>>>>", n);
	pdf_put_raw(pdf, pdf->doc->catalog, "Names", buf_str(&names));
	buf_add(&pdf->hashed, file->name);
	buf_add(&pdf->hashed, file->title);
	pdf_hash(pdf, file->bytes);
}
