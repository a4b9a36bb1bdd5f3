/*
 * result.c - a result as bytes, to cross from a worker process to its parent.
 * Numbers are eight bytes little-endian, strings a number and their bytes.  The
 * parent trusts nothing: every length is checked against what is left.
 */
#include <string.h>

#include "base/buf.h"
#include "base/vec.h"
#include "project/compile.h"

static void
put_number(struct buf *b, uint64_t n)
{
	char byte[8];

	for (size_t i = 0; i < sizeof(byte); i++)
		byte[i] = (char)(n >> (8 * i));
	buf_add(b, (struct str){ byte, sizeof(byte) });
}

static void
put_str(struct buf *b, struct str s)
{
	put_number(b, s.n);
	buf_add(b, s);
}

/* A waiver goes as its number in the list that both processes have; 0: none. */
static uint64_t
waiver_number(const struct diags *ds, const struct diag *d)
{
	return d->waiver == NULL ? 0 :
				   (uint64_t)(d->waiver - ds->waivers->v) + 1;
}

static void
put_diag(struct buf *b, const struct diags *ds, const struct diag *d)
{
	put_number(b, d->id);
	put_number(b, d->level);
	put_number(b, d->pos.file != NULL);
	put_str(b, str_of(d->pos.file));
	put_number(b, d->pos.line);
	put_number(b, d->pos.col);
	put_str(b, d->detail);
	put_str(b, d->near);
	for (int lang = 0; lang < LANG_MAX; lang++)
		put_str(b, d->where[lang]);
	put_str(b, d->line);
	put_number(b, d->line_from);
	put_number(b, d->line_cut);
	put_number(b, d->located);
	put_number(b, waiver_number(ds, d));
}

static void
put_images(struct buf *b, const struct result *r)
{
	put_number(b, r->nimages);
	for (size_t i = 0; i < r->nimages; i++) {
		put_str(b, r->image[i].file);
		put_str(b, (struct str){ (const char *)r->image[i].digest.byte,
			       sizeof(r->image[i].digest.byte) });
	}
}

static void
put_facts(struct buf *b, const struct result *r)
{
	put_number(b, r->nfacts);
	for (size_t i = 0; i < r->nfacts; i++) {
		const struct fact *f = &r->fact[i];

		put_number(b, f->kind);
		put_str(b, f->key);
		put_str(b, f->value);
		put_str(b, f->text);
		put_str(b, str_of(f->pos.file));
		put_number(b, f->pos.line);
		put_number(b, f->pos.col);
	}
}

static void
put_date(struct buf *b, struct date d)
{
	put_number(b, date_is_set(d));
	put_number(b, date_is_set(d) ? (uint64_t)date_serial(d) : 0);
}

struct str
result_pack(const struct result *r, struct arena *a)
{
	struct buf b = { .arena = a };

	put_number(&b, r->outcome);
	put_number(&b, r->err.kind);
	put_str(&b, str_of(r->err.text));
	put_str(&b, r->obligation);
	put_str(&b, r->unit);
	put_date(&b, r->date);
	put_date(&b, r->received);
	put_number(&b, r->late);
	put_str(&b, (struct str){ (const char *)r->input.byte,
			sizeof(r->input.byte) });
	put_images(&b, r);
	put_facts(&b, r);
	put_number(&b, r->pages);
	put_number(&b, r->diags->n);
	for (size_t i = 0; i < r->diags->n; i++)
		put_diag(&b, r->diags, &r->diags->v[i]);
	put_str(&b, r->docx);
	put_str(&b, r->pdf);
	put_str(&b, r->metadata);
	put_str(&b, r->dump);
	return buf_str(&b);
}

struct taker {
	struct str rest;
	struct arena *arena;
	bool short_of; /* something was asked for that is not there */
};

static uint64_t
take_number(struct taker *t)
{
	uint64_t n = 0;

	if (t->rest.n < 8) {
		t->short_of = true;
		return 0;
	}
	for (size_t i = 0; i < 8; i++)
		n |= (uint64_t)(unsigned char)t->rest.p[i] << (8 * i);
	t->rest = str_sub(t->rest, 8, t->rest.n);
	return n;
}

static struct str
take_str(struct taker *t)
{
	uint64_t n = take_number(t);
	struct str s;

	if (n > t->rest.n) {
		t->short_of = true;
		return STR_NONE;
	}
	s = str_dup(t->arena, str_sub(t->rest, 0, (size_t)n));
	t->rest = str_sub(t->rest, (size_t)n, t->rest.n);
	return s;
}

static uint64_t
take_below(struct taker *t, uint64_t limit)
{
	uint64_t n = take_number(t);

	if (n >= limit)
		t->short_of = true;
	return n < limit ? n : 0;
}

static void
take_diag(struct taker *t, struct diags *ds)
{
	size_t nwaivers = ds->waivers == NULL ? 0 : ds->waivers->n;
	uint64_t id = take_below(t, DIAG_MAX), nth;
	struct diag d = { .level = (enum diag_level)take_below(
			      t, LEVEL_ERROR + 1) };
	bool named = take_number(t) != 0;
	struct str file = take_str(t);

	d.id = (enum diag_id)id;
	d.pos.file = named ? file.p : NULL;
	d.pos.line = (uint32_t)take_number(t);
	d.pos.col = (uint32_t)take_number(t);
	d.detail = take_str(t);
	d.near = take_str(t);
	for (int lang = 0; lang < LANG_MAX; lang++)
		d.where[lang] = take_str(t);
	d.line = take_str(t);
	d.line_from = (uint32_t)take_number(t);
	d.line_cut = take_number(t) != 0;
	d.located = take_number(t) != 0;
	nth = take_below(t, nwaivers + 1);
	if (nth > 0)
		d.waiver = &ds->waivers->v[nth - 1];
	if (!t->short_of)
		*vec_add(ds->arena, ds) = d;
}

static void
take_err(struct taker *t, struct err *err)
{
	uint64_t kind = take_number(t);
	struct str text = take_str(t);

	if (kind != ERR_NONE && kind <= ERR_OUTSIDE)
		(void)err_set(
		    err, (enum err_kind)kind, "%.*s", STR_ARG(text));
}

static void
take_digest(struct taker *t, struct digest *d)
{
	struct str bytes = take_str(t);

	if (bytes.n != sizeof(d->byte))
		t->short_of = true;
	else
		memcpy(d->byte, bytes.p, bytes.n);
}

static void
take_images(struct taker *t, struct result *r)
{
	uint64_t n = take_number(t);

	if (n > t->rest.n / sizeof(struct digest)) {
		t->short_of = true;
		return;
	}
	r->image = NEW_ARRAY(t->arena, (size_t)n, struct used_image);
	for (; r->nimages < n && !t->short_of; r->nimages++) {
		r->image[r->nimages].file = take_str(t);
		take_digest(t, &r->image[r->nimages].digest);
	}
}

static void
take_facts(struct taker *t, struct result *r)
{
	enum { LEAST = 8 }; /* bytes of any of its parts */
	uint64_t n = take_number(t);
	struct fact *fact;

	if (n > t->rest.n / LEAST) {
		t->short_of = true;
		return;
	}
	fact = NEW_ARRAY(t->arena, (size_t)n, struct fact);
	for (; r->nfacts < n && !t->short_of; r->nfacts++) {
		struct fact *f = &fact[r->nfacts];
		uint64_t kind = take_number(t);

		if (kind >= FACT_MAX)
			t->short_of = true;
		else
			f->kind = (enum fact_kind)kind;
		f->key = take_str(t);
		f->value = take_str(t);
		f->text = take_str(t);
		f->pos.file = take_str(t).p;
		f->pos.line = (uint32_t)take_number(t);
		f->pos.col = (uint32_t)take_number(t);
	}
	r->fact = fact;
}

static struct date
take_date(struct taker *t)
{
	bool is_set = take_number(t) != 0;
	int64_t serial = (int64_t)take_number(t);

	return is_set ? date_of_serial(serial) : (struct date){ 0 };
}

bool
result_unpack(
    struct str bytes, struct arena *a, struct diags *ds, struct result *r)
{
	struct taker t = { bytes, a, false };
	uint64_t outcome = take_number(&t), n;

	*r = (struct result){ .diags = ds };
	r->outcome = outcome <= FAILED ? (enum outcome)outcome : FAILED;
	take_err(&t, &r->err);
	r->obligation = take_str(&t);
	r->unit = take_str(&t);
	r->date = take_date(&t);
	r->received = take_date(&t);
	r->late = take_number(&t) != 0;
	take_digest(&t, &r->input);
	take_images(&t, r);
	take_facts(&t, r);
	r->pages = (unsigned)take_number(&t);
	n = take_number(&t);
	while (n-- > 0 && !t.short_of)
		take_diag(&t, r->diags);
	r->docx = take_str(&t);
	r->pdf = take_str(&t);
	r->metadata = take_str(&t);
	r->dump = take_str(&t);
	return !t.short_of && t.rest.n == 0;
}
