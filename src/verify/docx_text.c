/*
 * docx_text.c - the paragraphs of a written DOCX against what was laid out:
 * the same texts in the same order, each piece in the same face, each
 * paragraph standing the same way.
 */
#include "verify/docx_view.h"

#include <string.h>

#include "base/vec.h"

/* Where marks stand in a text that is compared; no text has these bytes. */
enum { MARK_BREAK = 0x01, MARK_NOTE = 0x02, MARK_PAGE = 0x03 };

enum { SHOWN = 40 /* bytes of a text in a finding */, MAX_FINDINGS = 20 };

/* A text and, for each stretch of it, the face. */
struct stretch {
	size_t end;
	struct view_face face;
};
struct spelled {
	struct buf text;
	VEC(struct stretch) faces;
};

/* What must stand there: a paragraph, a rule, or (both NULL) a gap. */
struct want {
	const struct lparagraph *paragraph;
	const struct lrule *rule;
	const struct limage *image; /* paragraph is its own */
	bool ends_section;
};
typedef VEC(struct want) want_list;
typedef VEC(const struct scan_elem *) found_list;

static void
end_stretch(struct arena *a, struct spelled *s, struct view_face face)
{
	*vec_add(a, &s->faces) = (struct stretch) { s->text.n, face };
}

/* The paragraph as it was laid out; marks of notes carry their numbers. */
static void
spell_laid(struct arena *a, const struct lparagraph *g, struct spelled *s)
{
	s->text.arena = a;
	for (size_t i = 0; i < g->nruns; i++) {
		const struct lrun *r = &g->run[i];
		struct view_face face = { r->half_points, r->bold, r->italic,
			g->spacing, r->color };

		if (r->kind == RUN_BREAK)
			buf_addc(&s->text, MARK_BREAK);
		else if (r->kind == RUN_NOTE_REF)
			buf_printf(&s->text, "%c%u", MARK_NOTE, r->note + 1);
		else if (r->kind == RUN_PAGE)
			buf_addc(&s->text, MARK_PAGE);
		else
			buf_add(&s->text, r->text);
		end_stretch(a, s, face);
	}
}

/* What is in <w:r>; note: the number of the note that it stands in. */
static void
spell_run(const struct view *v, const struct scan_elem *r, size_t note,
    struct view_face face, struct spelled *s)
{
	const struct scan_elem *e = scan_child(r, NULL);

	view_apply_face(v, scan_child(r, "w:rPr"), &face);
	for (; e != NULL; e = scan_beside(e, NULL)) {
		if (scan_is(e, "w:t") && e->first != NULL)
			buf_add(&s->text, e->first->text);
		else if (scan_is(e, "w:br"))
			buf_addc(&s->text, MARK_BREAK);
		else if (scan_is(e, "w:footnoteReference"))
			buf_printf(&s->text, "%c%.*s", MARK_NOTE,
			    STR_ARG(scan_get(e, "w:id")));
		else if (scan_is(e, "w:footnoteRef"))
			buf_printf(&s->text, "%c%zu", MARK_NOTE, note);
	}
	end_stretch(v->a, s, face);
}

/* The page field counts as one mark, whatever it shows. */
static void
spell_field(const struct view *v, const struct scan_elem *e,
    struct view_face face, struct spelled *s)
{
	const struct scan_elem *r = scan_child(e, "w:r");

	if (str_is(str_trim(scan_get(e, "w:instr")), "PAGE"))
		buf_addc(&s->text, MARK_PAGE);
	view_apply_face(v, scan_child(r, "w:rPr"), &face);
	end_stretch(v->a, s, face);
}

static void
spell_found(const struct view *v, const struct scan_elem *p, size_t note,
    struct view_face face, struct spelled *s)
{
	const struct scan_elem *e = scan_after(p, p);

	s->text.arena = v->a;
	while (e != NULL) {
		if (scan_is(e, "w:pPr")) {
			e = scan_past(e, p);
		} else if (scan_is(e, "w:r")) {
			spell_run(v, e, note, face, s);
			e = scan_past(e, p);
		} else if (scan_is(e, "w:fldSimple")) {
			spell_field(v, e, face, s);
			e = scan_past(e, p);
		} else
			e = scan_after(e, p);
	}
}

/* A part of s from around at, marks and broken letters left out. */
static struct str
shown(struct arena *a, struct str s, size_t at)
{
	size_t from = at < SHOWN / 2 ? 0 : at - SHOWN / 2;
	struct buf b = { .arena = a };

	while (from < s.n && ((unsigned char)s.p[from] & 0xC0) == 0x80)
		from++;
	for (size_t i = from; i < s.n; i++) {
		bool inside = ((unsigned char)s.p[i] & 0xC0) == 0x80;

		if (i >= from + SHOWN && !inside)
			break;
		if ((unsigned char)s.p[i] >= 0x20)
			buf_addc(&b, s.p[i]);
	}
	return buf_str(&b);
}

static bool
same_text(const struct view *v, const char *part, size_t number,
    struct str want, struct str found)
{
	size_t at = 0;

	if (str_eq(want, found))
		return true;
	while (at < want.n && at < found.n && want.p[at] == found.p[at])
		at++;
	want = shown(v->a, want, at);
	found = shown(v->a, found, at);
	diag_add(v->ds, DIAG_VERIFY_DOCX_TEXT, v->pos,
	    "%s, %zu: \"%.*s\" / \"%.*s\"", part, number, STR_ARG(want),
	    STR_ARG(found));
	return false;
}

static bool
same_face(const struct view_face *x, const struct view_face *y)
{
	return x->half_points == y->half_points && x->bold == y->bold &&
	    x->italic == y->italic && x->spacing == y->spacing &&
	    x->color == y->color;
}

/* Texts are the same here; one finding for the first stretch that differs. */
static void
compare_faces(const struct view *v, const char *part, size_t number,
    const struct spelled *want, const struct spelled *found)
{
	size_t i = 0, j = 0, at = 0;

	while (i < want->faces.n && j < found->faces.n) {
		const struct stretch *w = &want->faces.v[i];
		const struct stretch *f = &found->faces.v[j];
		size_t end = w->end < f->end ? w->end : f->end;

		if (end > at && !same_face(&w->face, &f->face)) {
			struct str s = shown(
			    v->a, str_sub(buf_str(&want->text), at, end), 0);

			diag_add(v->ds, DIAG_VERIFY_DOCX_STYLE, v->pos,
			    "%s, %zu: \"%.*s\": w:sz %d/%d, w:b %d/%d, "
			    "w:i %d/%d, w:spacing %d/%d, w:color %06X/%06X",
			    part, number, STR_ARG(s), (int)w->face.half_points,
			    (int)f->face.half_points, w->face.bold,
			    f->face.bold, w->face.italic, f->face.italic,
			    (int)w->face.spacing, (int)f->face.spacing,
			    (unsigned)w->face.color, (unsigned)f->face.color);
			return;
		}
		at = end;
		i += w->end == end;
		j += f->end == end;
	}
}

/* What a laid paragraph's form must resolve to. */
static struct view_form
form_of(const struct lparagraph *g)
{
	static const char *const align[] = {
		[ALIGN_DEFAULT] = "left",
		[ALIGN_LEFT] = "left",
		[ALIGN_CENTER] = "center",
		[ALIGN_RIGHT] = "right",
		[ALIGN_BOTH] = "both",
	};
	const struct style *s = &g->style;
	const struct lbox *box = &g->box;
	int64_t size = (box->border * 8 + EMU_PER_PT / 2) / EMU_PER_PT;
	struct view_side beside = { size, 0, box->color };
	struct view_side above = { size, box->above / EMU_PER_PT, box->color };
	struct view_side below = { size, box->below / EMU_PER_PT, box->color };

	return (struct view_form) { .side = { above, beside, below, beside },
		.left = twips(s->left),
		.right = twips(s->right),
		.first = twips(s->first),
		.before = twips(s->before),
		.after = twips(s->after),
		.line = g->exact != 0 ? twips(g->exact) : s->line,
		.exact = g->exact != 0,
		.keep_next = s->keep_next,
		.keep_lines = s->keep_lines,
		.align = str_of(align[s->align]) };
}

static void
compare_form(const struct view *v, const char *part, size_t number,
    const struct view_form *w, const struct view_form *f)
{
	const struct {
		const char *name;
		int64_t want, found;
	} value[] = {
		{ "w:left", w->left, f->left },
		{ "w:right", w->right, f->right },
		{ "w:firstLine", w->first, f->first },
		{ "w:before", w->before, f->before },
		{ "w:after", w->after, f->after },
		{ "w:line", w->line, f->line },
		{ "w:lineRule", w->exact, f->exact },
		{ "w:keepNext", w->keep_next, f->keep_next },
		{ "w:keepLines", w->keep_lines, f->keep_lines },
		{ "w:pBdr", w->ruled, f->ruled },
	};

	for (size_t i = 0; i < sizeof(value) / sizeof(value[0]); i++)
		if (value[i].want != value[i].found)
			diag_add(v->ds, DIAG_VERIFY_DOCX_GEOMETRY, v->pos,
			    "%s, %zu: %s %d/%d", part, number, value[i].name,
			    (int)value[i].want, (int)value[i].found);
	for (size_t i = 0; i < 4; i++)
		if (memcmp(&w->side[i], &f->side[i], sizeof(w->side[i])) != 0)
			diag_add(v->ds, DIAG_VERIFY_DOCX_GEOMETRY, v->pos,
			    "%s, %zu: w:pBdr %zu: %d %d/%d %d", part, number,
			    i + 1, (int)w->side[i].size, (int)w->side[i].space,
			    (int)f->side[i].size, (int)f->side[i].space);
	if (!str_eq(w->align, f->align))
		diag_add(v->ds, DIAG_VERIFY_DOCX_GEOMETRY, v->pos,
		    "%s, %zu: w:jc %.*s/%.*s", part, number, STR_ARG(w->align),
		    STR_ARG(f->align));
}

/* The number of the note that p stands in; 0: in none. */
static size_t
note_of(const struct scan_elem *p)
{
	const struct scan_elem *e = p->parent;

	while (e != NULL && !scan_is(e, "w:footnote"))
		e = e->parent;
	return e == NULL ? 0 : (size_t)scan_int(e, "w:id");
}

void
compare_paragraph(const struct view *v, const char *part, size_t number,
    const struct scan_elem *p, const struct lparagraph *g)
{
	struct spelled want = { 0 }, found = { 0 };
	struct view_form form, laid = form_of(g);
	struct view_face face;

	view_resolve(v, p, &form, &face);
	spell_laid(v->a, g, &want);
	spell_found(v, p, note_of(p), face, &found);
	if (!same_text(
		v, part, number, buf_str(&want.text), buf_str(&found.text)))
		return;
	compare_faces(v, part, number, &want, &found);
	compare_form(v, part, number, &laid, &form);
}

/* A rule is as long as laid out and in the middle of its column. */
static void
compare_rule(const struct view *v, const char *part, size_t number,
    const struct scan_elem *p, const struct lrule *r)
{
	struct lparagraph g = { .exact = TWIP(60) };
	struct spelled found = { 0 };
	struct view_form form, want;
	struct view_face face;
	int64_t rest = twips(r->column) - twips(r->width);

	view_resolve(v, p, &form, &face);
	spell_found(v, p, 0, face, &found);
	same_text(v, part, number, STR(""), buf_str(&found.text));
	g.style.before = r->before;
	g.style.align = ALIGN_CENTER;
	want = form_of(&g);
	want.ruled = true;
	want.left = rest > 0 ? rest / 2 : 0;
	want.right = rest > 0 ? rest - want.left : 0;
	compare_form(v, part, number, &want, &form);
}

static void want_blocks(
    struct arena *a, const struct lblock *b, size_t n, want_list *out);

static void
want_table(struct arena *a, const struct ltable *t, want_list *out)
{
	for (size_t i = 0; i < t->nrows; i++)
		for (size_t j = 0; j < t->row[i].ncells; j++) {
			const struct lcell *c = &t->row[i].cell[j];

			if (!c->covered)
				want_blocks(a, c->block, c->nblocks, out);
		}
}

/*
 * In reading order.  Two tables may not touch, nor may anything end on one:
 * an empty paragraph must stand there that was not laid out.
 */
static void
want_blocks(struct arena *a, const struct lblock *b, size_t n, want_list *out)
{
	bool gap = n == 0;

	for (size_t i = 0; i < n; i++) {
		if (b[i].kind == LAID_TABLE) {
			want_table(a, &b[i].as.table, out);
			gap = i + 1 == n || b[i + 1].kind == LAID_TABLE;
			if (gap && i + 1 < n)
				vec_add(a, out);
			continue;
		}
		if (b[i].kind == LAID_IMAGE) {
			*vec_add(a, out) = (struct want) {
				.paragraph = &b[i].as.image.paragraph,
				.image = &b[i].as.image,
			};
			continue;
		}
		*vec_add(a, out) = b[i].kind == LAID_RULE ?
		    (struct want) { .rule = &b[i].as.rule } :
		    (struct want) { .paragraph = &b[i].as.paragraph };
	}
	if (gap)
		vec_add(a, out);
}

/* Every <w:p> below root, but for those under a cell from above. */
static void
find_paragraphs(
    const struct view *v, const struct scan_elem *root, found_list *out)
{
	const struct scan_elem *e = root;

	while (e != NULL) {
		if (scan_is(e, "w:tc") && view_continues(e)) {
			e = scan_past(e, root);
		} else if (scan_is(e, "w:p")) {
			*vec_add(v->a, out) = e;
			e = scan_past(e, root);
		} else if (scan_is(e, "w:footnote") &&
		    scan_get(e, "w:type").p != NULL) {
			e = scan_past(e, root); /* a separator */
		} else
			e = scan_after(e, root);
	}
}

static void
compare_lists(const struct view *v, const struct laid *l, const char *part,
    const want_list *want, const found_list *found)
{
	size_t from = v->ds->n;

	for (size_t i = 0; i < want->n && i < found->n; i++) {
		const struct want *w = &want->v[i];
		const struct scan_elem *p = found->v[i];
		const struct scan_elem *props = scan_child(p, "w:pPr");

		if (w->rule != NULL)
			compare_rule(v, part, i + 1, p, w->rule);
		else if (w->paragraph != NULL)
			compare_paragraph(v, part, i + 1, p, w->paragraph);
		else if (scan_child(p, "w:r") != NULL)
			diag_add(v->ds, DIAG_VERIFY_DOCX_TEXT, v->pos,
			    "%s, %zu: \"\"", part, i + 1);
		if (w->image != NULL)
			compare_image(v, part, i + 1, p, w->image,
			    l->asset[w->image->asset]);
		if (w->ends_section != (scan_child(props, "w:sectPr") != NULL))
			diag_add(v->ds, DIAG_VERIFY_DOCX_STRUCTURE, v->pos,
			    "%s, %zu: w:sectPr", part, i + 1);
		if (v->ds->n - from >= MAX_FINDINGS)
			return;
	}
	if (want->n != found->n)
		diag_add(v->ds, DIAG_VERIFY_DOCX_TEXT, v->pos,
		    "%s: w:p %zu/%zu", part, want->n, found->n);
}

void
compare_text(const struct view *v, const struct laid *l)
{
	const struct scan_elem *body = view_root(v, STR("word/document.xml"));
	const struct scan_elem *notes = view_root(v, STR("word/footnotes.xml"));
	want_list want = { 0 }, want_notes = { 0 };
	found_list found = { 0 }, found_notes = { 0 };

	for (size_t i = 0; i < l->nsections; i++) {
		const struct lsection *s = &l->section[i];

		want_blocks(v->a, s->block, s->nblocks, &want);
		if (i + 1 < l->nsections)
			want.v[want.n - 1].ends_section = true;
	}
	find_paragraphs(v, body, &found);
	compare_lists(v, l, "word/document.xml", &want, &found);
	for (size_t i = 0; i < l->nnotes; i++)
		want_blocks(
		    v->a, l->note[i].block, l->note[i].nblocks, &want_notes);
	if (notes != NULL)
		find_paragraphs(v, notes, &found_notes);
	compare_lists(v, l, "word/footnotes.xml", &want_notes, &found_notes);
}

void
compare_margin(const struct view *v, struct str part, const struct lblock *b,
    size_t n)
{
	const struct scan_elem *root = view_root(v, part);
	char *name = arena_strndup(v->a, part.p, part.n);
	want_list want = { 0 };
	found_list found = { 0 };

	want_blocks(v->a, b, n, &want);
	if (root != NULL)
		find_paragraphs(v, root, &found);
	compare_lists(v, NULL, name, &want, &found);
}
