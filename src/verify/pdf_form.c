/*
 * pdf_form.c - the places to sign in the file (ISO 32000-1, 12.7): the form has
 * those laid out and no others, unsigned, each on its page where it was laid,
 * with an appearance (ISO 19005-2, 6.3.3), printed and not hidden.
 */
#include "verify/pdf_check.h"

enum { FLAG_PRINT = 4 };

static bool
has_appearance(struct pdf_file *f, const struct pdf_value *v)
{
	const struct pdf_value *normal =
	    pdf_get(f, pdf_get(f, v, "AP"), "N");

	return normal->kind == PDF_DICT && normal->is_stream &&
	    pdf_is_name(pdf_get(f, normal, "Subtype"), "Form");
}

static bool
is_on_page(struct pdf_check *ck, unsigned object, size_t page)
{
	const struct pdf_value *all =
	    pdf_get(&ck->file, ck->page.v[page].dict, "Annots");

	for (size_t i = 0; all->kind == PDF_ARRAY && i < all->n; i++)
		if (all->item[i].kind == PDF_REF &&
		    all->item[i].object == object)
			return true;
	return false;
}

static bool
is_as_laid(struct pdf_check *ck, const struct pdf_value *ref,
    const struct sign_field *want)
{
	struct pdf_file *f = &ck->file;
	const struct pdf_value *v = pdf_resolve(f, ref);
	emu top = ck->pages->page[want->page].height - want->y;
	const emu corner[] = { want->x, top - want->height,
		want->x + want->width, top };

	return ref->kind == PDF_REF &&
	    is_on_page(ck, ref->object, want->page) &&
	    pdf_is_name(pdf_get(f, v, "Subtype"), "Widget") &&
	    pdf_is_name(pdf_get(f, v, "FT"), "Sig") &&
	    pdf_get(f, v, "V")->kind == PDF_NULL &&
	    str_is(pdf_text(ck->arena, pdf_get(f, v, "T")), want->name) &&
	    str_eq(pdf_text(ck->arena, pdf_get(f, v, "TU")), want->title) &&
	    pdf_int(pdf_get(f, v, "F"), 0, INT32_MAX, 0) == FLAG_PRINT &&
	    pdf_box_is(ck, pdf_get(f, v, "Rect"), corner) &&
	    has_appearance(f, v);
}

void
pdf_check_form(struct pdf_check *ck)
{
	const struct pdf_value *form =
	    pdf_get(&ck->file, ck->catalog, "AcroForm");
	const struct pdf_value *all = pdf_get(&ck->file, form, "Fields");
	size_t n = all->kind == PDF_ARRAY ? all->n : 0;
	size_t want = ck->pages->nfields;

	/* ISO 19005-2, 6.4.1: a reader does not draw the fields anew */
	if (n != want || pdf_get(&ck->file, form, "XFA")->kind != PDF_NULL ||
	    pdf_get(&ck->file, form, "NeedAppearances")->kind != PDF_NULL)
		pdf_fault(ck, DIAG_VERIFY_PDF_STRUCTURE, "/AcroForm");
	for (size_t i = 0; i < n && i < want; i++)
		if (!is_as_laid(ck, &all->item[i], &ck->pages->field[i]))
			pdf_fault(ck, DIAG_VERIFY_PDF_STRUCTURE,
			    "/AcroForm %s", ck->pages->field[i].name);
}
