/*
 * file.c - the bytes of the file (ISO 32000-1, 7.5): header, objects,
 * cross-reference table, trailer.
 *
 * What HPDF_SaveToStream() does, but into memory of ours, where a file is
 * written in a third of the time: most objects are ready syntax, and libharu
 * copies byte by byte.  The objects that are its own it writes itself.
 */
#include "pdf/parts.h"

enum { FILE_USUAL = 64 * 1024 - 1 /* bytes: three pages */ };

/* Bytes above 127 tell that the file is not text (7.5.2). */
static const char header[] = "%PDF-1.7\n%\xB7\xBE\xAD\xAA\n";

static HPDF_STATUS
take_bytes(HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT n)
{
	buf_add(stream->attr, (struct str) { (const char *)bytes, n });
	return HPDF_OK;
}

/* An object through libharu. */
static void
put_value(struct pdf *pdf, struct buf *file, void *object)
{
	HPDF_Stream out =
	    HPDF_CallbackWriter_New(pdf->doc->mmgr, take_bytes, file);

	if (out == NULL) {
		pdf_note(pdf, HPDF_FAILD_TO_ALLOC_MEM);
		return;
	}
	pdf_note(pdf, HPDF_Obj_WriteValue(object, out, NULL));
	HPDF_Stream_Free(out);
}

static void
put_object(struct pdf *pdf, struct buf *file, unsigned number, void *object)
{
	syntax_int(file, number);
	buf_adds(file, " 0 obj\n");
	if (!pdf_put_ready(file, object))
		put_value(pdf, file, object);
	buf_adds(file, "\nendobj\n");
}

/* n with leading zeros. */
static void
put_digits(struct buf *b, uint64_t n, size_t digits)
{
	char text[20];

	for (size_t i = digits; i-- > 0; n /= 10)
		text[i] = (char)('0' + n % 10);
	buf_add(b, (struct str) { text, digits });
}

/* 7.5.4: entries of twenty bytes; the first is that of no object. */
static void
put_table(struct buf *file, HPDF_List entries)
{
	buf_adds(file, "xref\n0 ");
	syntax_int(file, entries->count);
	buf_adds(file, "\n0000000000 65535 f\r\n");
	for (HPDF_UINT i = 1; i < entries->count; i++) {
		const HPDF_XrefEntry_Rec *e = HPDF_List_ItemAt(entries, i);

		put_digits(file, e->byte_offset, 10);
		buf_adds(file, " 00000 n\r\n");
	}
}

bool
file_write(struct pdf *pdf, struct str *out)
{
	struct buf file = { .arena = pdf->arena };
	HPDF_List entries = pdf->doc->xref->entries;
	HPDF_Dict trailer = pdf->doc->trailer;
	HPDF_XrefEntry e;
	size_t table;

	pdf_note(pdf, HPDF_Dict_Add(trailer, "Root", pdf->doc->catalog));
	pdf_note(pdf, HPDF_Dict_Add(trailer, "Info", pdf->doc->info));
	pdf_note(
	    pdf, HPDF_Dict_AddNumber(trailer, "Size", (int)entries->count));
	buf_reserve(&file, FILE_USUAL);
	buf_adds(&file, header);
	for (HPDF_UINT i = 1; i < entries->count; i++) {
		e = HPDF_List_ItemAt(entries, i);
		e->byte_offset = (HPDF_UINT)file.n;
		put_object(pdf, &file, i, e->obj);
	}
	table = file.n;
	put_table(&file, entries);
	buf_adds(&file, "trailer\n");
	put_value(pdf, &file, trailer);
	buf_adds(&file, "\nstartxref\n");
	syntax_int(&file, (int64_t)table);
	buf_adds(&file, "\n%%EOF\n");
	pdf_note(pdf, pdf->doc->error.error_no);
	if (pdf->first != HPDF_OK)
		return err_set(pdf->err, ERR_LIBRARY, "libharu: error %#lx",
		    (unsigned long)pdf->first);
	*out = buf_str(&file);
	return true;
}
