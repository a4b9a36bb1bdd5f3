/*
 * field.c - the field to sign: one of the form's own, a signature field without
 * a value yet.
 */
#include "sign/parts.h"
#include "text/viet.h"
#include "typeset/pages.h"

/* A field is about as large as a page at most. */
enum { SIDE_MAX = 14400 * 1000 };

static bool
damaged(struct signing *s)
{
	diag_add(s->diags, DIAG_SIGN_PDF_DAMAGED, POS_FILE(s->rq->pdf), "%s",
	    "");
	return false;
}

/* Open the file, find its catalogue and form. */
static bool
open_form(struct signing *s, struct str bytes, struct target *target)
{
	struct pdf_file *f = &target->file;
	const struct pdf_value *ref;

	switch (pdf_open_updated(f, bytes, s->arena)) {
	case PDF_SOUND:
		break;
	case PDF_ENCRYPTED:
		diag_add(s->diags, DIAG_SIGN_PDF_ENCRYPTED,
		    POS_FILE(s->rq->pdf), "%s", "");
		return false;
	default:
		return damaged(s);
	}
	ref = pdf_get_raw(&f->trailer, "Root");
	if (ref->kind != PDF_REF || ref->object >= f->nobjects)
		return damaged(s);
	target->root = ref->object;
	if (!pdf_is_name(pdf_get(f, pdf_resolve(f, ref), "Type"), "Catalog"))
		return damaged(s);
	ref = pdf_get_raw(pdf_resolve(f, ref), "AcroForm");
	if (ref->kind == PDF_REF)
		target->form = ref->object;
	ref = pdf_get_raw(&f->trailer, "Info");
	if (ref->kind == PDF_REF)
		target->info = ref->object;
	return true;
}

/* The array's field with this name, or NULL; the others' names in known. */
static const struct pdf_value *
find_name(struct signing *s, struct pdf_file *f, const struct pdf_value *all,
    struct str name, struct str *known)
{
	struct str found;

	for (size_t i = 0; all->kind == PDF_ARRAY && i < all->n; i++) {
		const struct pdf_value *v = pdf_item(f, all, i);

		if (all->item[i].kind != PDF_REF ||
		    !pdf_is_name(pdf_get(f, v, "FT"), "Sig"))
			continue;
		found = pdf_text(s->arena, pdf_get(f, v, "T"));
		if (str_eq(found, name))
			return &all->item[i];
		if (known != NULL)
			known[i] = found;
	}
	return NULL;
}

static void
unknown(struct signing *s, struct str *known, size_t n)
{
	diag_add(s->diags, DIAG_SIGN_FIELD_UNKNOWN, POS_FILE(s->rq->pdf),
	    "\"%s\"", s->rq->field);
	diag_near(s->diags,
	    viet_near(s->arena, str_of(s->rq->field), known, n));
}

static bool
take_size(struct pdf_file *f, const struct pdf_value *rect,
    struct target *target)
{
	int64_t corner[4];

	for (size_t i = 0; i < 4; i++) {
		const struct pdf_value *v = pdf_item(f, rect, i);

		if (v->kind != PDF_NUMBER || v->milli < -SIDE_MAX ||
		    v->milli > SIDE_MAX)
			return false;
		corner[i] = v->milli;
	}
	target->width = corner[2] - corner[0];
	target->height = corner[3] - corner[1];
	return target->width >= 0 && target->height >= 0;
}

static bool
is_signed(struct pdf_file *f, const struct pdf_value *field)
{
	return pdf_get(f, field, "V")->kind != PDF_NULL;
}

/* The person signs before the organisation does (Điều 14-17). */
static void
check_order(struct signing *s, struct pdf_file *f, const struct pdf_value *all)
{
	const struct pdf_value *ref;

	if (!str_is(str_of(s->rq->field), SIGN_OFFICE))
		return;
	ref = find_name(s, f, all, str_of(SIGN_PERSON), NULL);
	if (ref != NULL && !is_signed(f, pdf_resolve(f, ref)))
		diag_add(s->diags, DIAG_SIGN_ORDER_WRONG,
		    POS_FILE(s->rq->pdf), "%s < %s", SIGN_OFFICE,
		    SIGN_PERSON);
}

bool
target_find(struct signing *s, struct str bytes, struct target *target)
{
	struct pdf_file *f = &target->file;
	const struct pdf_value *all, *ref, *field;
	struct str *known;

	if (!open_form(s, bytes, target))
		return false;
	all = pdf_get(f, pdf_object(f, target->form), "Fields");
	known = NEW_ARRAY(s->arena, all->n, struct str);
	ref = find_name(s, f, all, str_of(s->rq->field), known);
	if (ref == NULL) {
		unknown(s, known, all->kind == PDF_ARRAY ? all->n : 0);
		return false;
	}
	field = pdf_resolve(f, ref);
	if (is_signed(f, field)) {
		diag_add(s->diags, DIAG_SIGN_FIELD_SIGNED,
		    POS_FILE(s->rq->pdf), "\"%s\"", s->rq->field);
		return false;
	}
	target->field = ref->object;
	if (!pdf_is_name(pdf_get(f, field, "Subtype"), "Widget") ||
	    !take_size(f, pdf_get(f, field, "Rect"), target))
		return damaged(s);
	check_order(s, f, all);
	return true;
}
