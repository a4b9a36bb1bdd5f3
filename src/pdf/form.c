/*
 * form.c - the places to sign as signature fields without a value (ISO 32000-1,
 * 12.7.4.5), each one object with its widget, below a Form element (ISO
 * 14289-1, 7.18.4).  Signing adds to the file and moves nothing in it.
 */
#include "pdf/parts.h"

enum { FLAG_PRINT = 4, SIGNATURES_EXIST = 1 };

static void
put_box(struct buf *b, const emu *corner)
{
	for (size_t i = 0; i < 4; i++) {
		buf_addc(b, i == 0 ? '[' : ' ');
		syntax_points(b, corner[i]);
	}
	buf_addc(b, ']');
}

/* ISO 19005-2, 6.3.3: every widget has an appearance; this one is empty. */
static HPDF_Dict
write_blank(struct pdf *pdf, const struct sign_field *f)
{
	HPDF_Dict d = pdf_stream(pdf, STR("% blank\n"), STREAM_PLAIN);
	const emu corner[] = { 0, 0, f->width, f->height };
	struct buf box = { .arena = pdf->arena };

	put_box(&box, corner);
	pdf_put_name(pdf, d, "Type", "XObject");
	pdf_put_name(pdf, d, "Subtype", "Form");
	pdf_put_raw(pdf, d, "BBox", buf_str(&box));
	pdf_put_raw(pdf, d, "Resources", STR("<<>>"));
	return d;
}

static HPDF_Dict
write_field(struct pdf *pdf, const struct sign_field *f)
{
	emu top = pdf->pages->page[f->page].height - f->y;
	const emu corner[] = { f->x, top - f->height, f->x + f->width, top };
	struct buf box = { .arena = pdf->arena };
	HPDF_Dict d = pdf_dict(pdf);

	put_box(&box, corner);
	pdf_put_name(pdf, d, "Type", "Annot");
	pdf_put_name(pdf, d, "Subtype", "Widget");
	pdf_put_name(pdf, d, "FT", "Sig");
	pdf_put_text(pdf, d, "T", str_of(f->name));
	pdf_put_text(pdf, d, "TU", f->title);
	pdf_put_raw(pdf, d, "Rect", buf_str(&box));
	pdf_put_int(pdf, d, "F", FLAG_PRINT);
	pdf_put_ref(pdf, d, "P", pdf->page[f->page]);
	pdf_put_raw(pdf, d, "AP",
	    str_printf(pdf->arena, "<</N %u 0 R>>",
		pdf_number(write_blank(pdf, f))));
	tag_annotation(pdf, &pdf->tag[f->elem->index], f->page, d);
	buf_adds(&pdf->hashed, f->name);
	buf_add(&pdf->hashed, f->title);
	buf_add(&pdf->hashed, buf_str(&box));
	return d;
}

void
fields_write(struct pdf *pdf, size_t page, struct buf *annots)
{
	HPDF_Dict d;

	for (size_t i = 0; i < pdf->pages->nfields; i++) {
		if (pdf->pages->field[i].page != page)
			continue;
		d = write_field(pdf, &pdf->pages->field[i]);
		*vec_add(pdf->arena, &pdf->fields) = d;
		buf_printf(annots, "%s%u 0 R", annots->n == 0 ? "[" : " ",
		    pdf_number(d));
	}
}

/* Table 218: there are signature fields; no signature that must last yet. */
void
form_write(struct pdf *pdf)
{
	struct buf b = { .arena = pdf->arena };
	HPDF_Dict form;

	if (pdf->fields.n == 0)
		return;
	form = pdf_dict(pdf);
	for (size_t i = 0; i < pdf->fields.n; i++)
		buf_printf(&b, "%s%u 0 R", i == 0 ? "[" : " ",
		    pdf_number(pdf->fields.v[i]));
	buf_addc(&b, ']');
	pdf_put_raw(pdf, form, "Fields", buf_str(&b));
	pdf_put_int(pdf, form, "SigFlags", SIGNATURES_EXIST);
	pdf_put_ref(pdf, pdf->doc->catalog, "AcroForm", form);
}
