/*
 * pdf_content.c - content streams: text operators for what they say and where
 * (9.4.4), painting operators for whether they are tagged.  Of what moves text
 * only what our writer uses is followed; the rest is counted.
 */
#include "verify/pdf_content.h"

#include <string.h>

#include "text/utf8.h"

enum { OPERANDS = 64, MARKS = 16, LOOKS = 4 };

enum mark { MARK_OTHER, MARK_ARTIFACT, MARK_PIECE };

struct run {
	struct pdf_shown *out;
	struct arena *arena;
	const struct pdf_font *font, *all;
	size_t nfonts;
	struct pdf_value operand[OPERANDS];
	size_t noperands;
	struct {
		enum mark mark;
		size_t piece;
		bool actual; /* its text has been given already */
	} mark[MARKS];
	size_t depth;
	bool in_text;
	uint32_t color, told; /* of what is filled; of the text so far */
	int64_t matrix[6]; /* of the last cm: ours is alone between q and Q */
	bool moved;        /* by a cm */
	/* thousandths of a point, but size as it is in Tf */
	int64_t line_x, line_y, x, y; /* where the line begins, and text */
	int64_t size, spacing, rise;
	int64_t along; /* of this operator's text, in millionths */
	int64_t inked; /* the same to the end of the last sign */
	size_t told_to; /* bytes of text that strings hold */
};

/* Pairs of codes and strings of UTF-16BE, between bfchar's words. */
static bool
read_bfchar(struct pdf_unicode *u, struct pdf_lexer *l)
{
	struct pdf_value code, to;
	unsigned high, low;

	for (;;) {
		code = pdf_next(l);
		if (code.kind == PDF_WORD && str_is(code.text, "endbfchar"))
			return true;
		to = pdf_next(l);
		if (code.kind != PDF_STRING || code.text.n != 2 ||
		    to.kind != PDF_STRING || to.text.n < 2)
			return false;
		high = (unsigned char)code.text.p[0];
		low = (unsigned char)code.text.p[1];
		if (u->page[high] == NULL)
			u->page[high] = NEW_ARRAY(l->arena, 256, struct str);
		u->page[high][low] = pdf_utf16(l->arena, to.text);
	}
}

bool
pdf_unicode_read(struct pdf_unicode *u, struct str cmap, struct arena *a)
{
	size_t budget = cmap.n * LOOKS;
	struct pdf_lexer l = { .arena = a, .text = cmap, .budget = &budget };
	struct pdf_value v;

	while ((v = pdf_next(&l)).kind != PDF_END) {
		if (v.kind != PDF_WORD)
			continue;
		if (str_is(v.text, "endcmap"))
			return true;
		if (str_is(v.text, "beginbfchar") && !read_bfchar(u, &l))
			return false;
	}
	return false;
}

struct str
pdf_unicode_get(const struct pdf_unicode *u, unsigned code)
{
	const struct str *page = u->page[code >> 8 & 0xFF];

	return page != NULL ? page[code & 0xFF] : STR_NONE;
}

/* The innermost piece, and whether anything open is an artifact. */
static struct pdf_piece *
piece_open(struct run *r, bool *artifact, bool *actual)
{
	struct pdf_piece *piece = NULL;

	*artifact = *actual = false;
	for (size_t i = 0; i < r->depth; i++) {
		if (r->mark[i].mark == MARK_PIECE)
			piece = &r->out->pieces.v[r->mark[i].piece];
		*artifact = *artifact || r->mark[i].mark == MARK_ARTIFACT;
		*actual = *actual || r->mark[i].actual;
	}
	return piece;
}

static void
add_text(struct run *r, struct str text)
{
	bool artifact, actual;
	struct pdf_piece *piece = piece_open(r, &artifact, &actual);

	if (actual)
		return;
	buf_add(&r->out->text, text);
	if (r->color != 0 && r->told != r->color)
		buf_printf(&r->out->colored, "%06X ", (unsigned)r->color);
	if (r->color != 0)
		buf_add(&r->out->colored, text);
	r->told = r->color;
	if (piece != NULL)
		buf_add(&piece->text, text);
}

/* ISO 14289-1, 7.1: all that is drawn is tagged or an artifact, not both. */
static void
note_drawn(struct run *r)
{
	bool artifact, actual;

	if ((piece_open(r, &artifact, &actual) != NULL) == artifact)
		r->out->loose++;
}

/* 9.4.4: how far a code moves the next one; w is 1/1000 em in thousandths. */
static void
advance(struct run *r, unsigned code, bool blank)
{
	int64_t w = r->font != NULL && code < r->font->nwidths ?
	    r->font->width[code] :
	    0;

	if (!blank)
		r->inked = r->along + w * r->size / 1000;
	r->along += w * r->size / 1000 + r->spacing * 1000;
}

static bool
is_blank(struct str c)
{
	size_t i = 0;

	return c.n > 0 && utf8_is_blank(utf8_next(c, &i));
}

static void
show_string(struct run *r, struct str s)
{
	struct str c = STR_NONE;
	unsigned code;

	note_drawn(r);
	if (!r->in_text || s.n % 2 != 0)
		r->out->sound = false;
	for (size_t i = 0; i + 1 < s.n; i += 2) {
		code = (unsigned)((unsigned char)s.p[i] << 8 |
		    (unsigned char)s.p[i + 1]);
		if (r->font != NULL)
			c = pdf_unicode_get(&r->font->unicode, code);
		if (c.n == 0)
			r->out->unmapped++;
		add_text(r, c);
		advance(r, code, is_blank(c));
	}
}

/* What the operator has shown, at its place. */
static void
add_string(struct run *r)
{
	struct pdf_string *s = vec_add(r->arena, &r->out->strings);
	bool artifact, actual;
	const struct pdf_piece *piece = piece_open(r, &artifact, &actual);

	*s = (struct pdf_string){ .x = r->x, .y = r->y,
		.width = r->inked / 1000, .size = r->size, .rise = r->rise,
		.color = r->color, .font = r->font, .piece = PDF_NO_PIECE,
		.from = r->told_to, .to = r->out->text.n };
	if (piece != NULL)
		s->piece = (size_t)(piece - r->out->pieces.v);
	r->told_to = r->out->text.n;
	r->x += r->along / 1000;
	r->out->unplaced += r->moved ? 1 : 0;
}

static const struct pdf_value *
operand(const struct run *r, size_t i)
{
	static const struct pdf_value none = { .kind = PDF_NULL };

	return i < r->noperands ? &r->operand[i] : &none;
}

static void
do_show(struct run *r)
{
	const struct pdf_value *v = operand(r, 0);

	r->along = r->inked = 0;
	if (v->kind == PDF_STRING)
		show_string(r, v->text);
	else if (v->kind != PDF_ARRAY)
		r->out->sound = false;
	for (size_t i = 0; v->kind == PDF_ARRAY && i < v->n; i++)
		if (v->item[i].kind == PDF_STRING)
			show_string(r, v->item[i].text);
		else
			r->along -= v->item[i].milli * r->size / 1000;
	add_string(r);
}

/* 9.4.2: from the beginning of the line, not from where text ended. */
static void
do_move(struct run *r)
{
	r->line_x += operand(r, 0)->milli;
	r->line_y += operand(r, 1)->milli;
	r->x = r->line_x;
	r->y = r->line_y;
}

static void
do_spacing(struct run *r)
{
	r->spacing = operand(r, 0)->milli;
}

static void
do_rise(struct run *r)
{
	r->rise = operand(r, 0)->milli;
}

/* Moves text in a way that is not followed. */
static void
do_unplaced(struct run *r)
{
	r->out->unplaced++;
}

static void
do_font(struct run *r)
{
	const struct pdf_value *name = operand(r, 0);

	r->font = NULL;
	r->size = operand(r, 1)->milli;
	for (size_t i = 0; i < r->nfonts; i++)
		if (name->kind == PDF_NAME &&
		    str_eq(r->all[i].name, name->text))
			r->font = &r->all[i];
}

static void
do_begin_mark(struct run *r)
{
	const struct pdf_value *props = operand(r, 1), *actual, *mcid;
	struct pdf_piece *piece;
	size_t at = r->depth;

	if (at == MARKS || operand(r, 0)->kind != PDF_NAME) {
		r->out->sound = false;
		return;
	}
	memset(&r->mark[at], 0, sizeof(r->mark[at]));
	mcid = pdf_get_raw(props, "MCID");
	actual = pdf_get_raw(props, "ActualText");
	if (pdf_is_name(operand(r, 0), "Artifact"))
		r->mark[at].mark = MARK_ARTIFACT;
	if (pdf_int(mcid, 0, INT32_MAX, -1) >= 0) {
		r->mark[at].mark = MARK_PIECE;
		r->mark[at].piece = r->out->pieces.n;
		piece = vec_add(r->arena, &r->out->pieces);
		piece->mcid = (unsigned)pdf_int(mcid, 0, INT32_MAX, 0);
		piece->text.arena = r->arena;
	}
	r->depth++;
	if (actual->kind == PDF_STRING) {
		add_text(r, pdf_text(r->arena, actual));
		r->mark[at].actual = true;
	}
}

static void
do_end_mark(struct run *r)
{
	if (r->depth == 0)
		r->out->sound = false;
	else
		r->depth--;
}

static void
do_text_object(struct run *r)
{
	r->in_text = !r->in_text;
	r->line_x = r->line_y = r->x = r->y = 0;
}

static void
do_matrix(struct run *r)
{
	for (size_t i = 0; i < 6; i++)
		r->matrix[i] = operand(r, i)->milli;
	r->moved = true;
}

static void
do_restore(struct run *r)
{
	memset(r->matrix, 0, sizeof(r->matrix));
	r->moved = false;
}

static void
do_image(struct run *r)
{
	struct pdf_drawn *d = vec_add(r->arena, &r->out->drawn);

	note_drawn(r);
	if (operand(r, 0)->kind == PDF_NAME)
		d->name = operand(r, 0)->text;
	memcpy(d->matrix, r->matrix, sizeof(d->matrix));
}

/* A gray, or red, green and blue (8.6.8), of what is filled. */
static void
do_color(struct run *r)
{
	uint32_t c[3];

	for (size_t i = 0; i < 3; i++) {
		const struct pdf_value *v =
		    operand(r, r->noperands == 3 ? i : 0);

		c[i] = v->kind == PDF_NUMBER && v->milli >= 0 &&
			v->milli <= 1000 ?
		    (uint32_t)((v->milli * 255 + 500) / 1000) :
		    0;
	}
	r->color = c[0] << 16 | c[1] << 8 | c[2];
}

static void
do_rect(struct run *r)
{
	struct pdf_rect *rect = vec_add(r->arena, &r->out->rects);

	for (size_t i = 0; i < 4; i++)
		if (operand(r, i)->kind == PDF_NUMBER)
			rect->box[i] = operand(r, i)->milli;
	rect->color = r->color;
}

/* What the operators that matter do; all others are passed by. */
static const struct {
	const char *name;
	void (*run)(struct run *);
} operators[] = {
	{ "TJ", do_show },
	{ "Tj", do_show },
	{ "Tf", do_font },
	{ "Td", do_move },
	{ "Tc", do_spacing },
	{ "Ts", do_rise },
	{ "Tm", do_unplaced },
	{ "TD", do_unplaced },
	{ "T*", do_unplaced },
	{ "TL", do_unplaced },
	{ "Tw", do_unplaced },
	{ "Tz", do_unplaced },
	{ "'", do_unplaced },
	{ "\"", do_unplaced },
	{ "BDC", do_begin_mark },
	{ "BMC", do_begin_mark },
	{ "EMC", do_end_mark },
	{ "BT", do_text_object },
	{ "ET", do_text_object },
	{ "g", do_color },
	{ "rg", do_color },
	{ "re", do_rect },
	{ "f", note_drawn },
	{ "F", note_drawn },
	{ "f*", note_drawn },
	{ "S", note_drawn },
	{ "s", note_drawn },
	{ "B", note_drawn },
	{ "B*", note_drawn },
	{ "b", note_drawn },
	{ "b*", note_drawn },
	{ "sh", note_drawn },
	{ "cm", do_matrix },
	{ "Q", do_restore },
	{ "Do", do_image },
	{ "BI", note_drawn },
};

static void
do_operator(struct run *r, struct str name)
{
	for (size_t i = 0; i < sizeof(operators) / sizeof(operators[0]); i++)
		if (str_is(name, operators[i].name))
			operators[i].run(r);
	r->noperands = 0;
}

void
pdf_show(struct pdf_shown *out, struct str content,
    const struct pdf_font *font, size_t nfonts, struct arena *a)
{
	struct run *r = NEW(a, struct run);
	size_t budget = content.n * LOOKS;
	struct pdf_lexer l = { .arena = a, .text = content,
		.budget = &budget };
	struct pdf_value v;

	*out = (struct pdf_shown){ .sound = true };
	out->text.arena = out->colored.arena = a;
	r->out = out;
	r->arena = a;
	r->all = font;
	r->nfonts = nfonts;
	while ((v = pdf_next(&l)).kind != PDF_END) {
		if (v.kind == PDF_WORD)
			do_operator(r, v.text);
		else if (r->noperands < OPERANDS)
			r->operand[r->noperands++] = v;
		else
			out->sound = false;
	}
	if (l.bad || r->depth != 0 || r->in_text || r->noperands != 0)
		out->sound = false;
}
