/*
 * object.c - thin helpers over libharu's objects, and PDF syntax as text.
 *
 * Three things are odd about the library.  A failing call leaves its code in
 * the document and may overwrite the code before: the first one is kept here.
 * A stream of its own is copied byte by byte, has its /Length in an object of
 * its own and loses its /Filter when libharu did not deflate it: ours are plain
 * dictionaries.  What is ready syntax lies in the arena, behind their attr: a
 * hook writes it where the dictionary has entries of libharu's too, and file.c
 * where it has none.
 */
#include <assert.h>
#include <string.h>

#include "pdf/parts.h"
#include "text/utf8.h"

void
pdf_note(struct pdf *pdf, HPDF_STATUS status)
{
	if (pdf->first == HPDF_OK)
		pdf->first = status;
}

/* What has gone wrong when an object was not made. */
static void
note_missing(struct pdf *pdf)
{
	HPDF_STATUS code = pdf->doc->error.error_no;

	pdf_note(pdf, code != HPDF_OK ? code : HPDF_FAILD_TO_ALLOC_MEM);
}

/* What is behind the attr of a dictionary. */
struct ready {
	struct buf keys; /* with their values */
	struct str stream; /* if has_stream */
	bool has_stream;
};

/* ISO 19005-2, 6.1.7: the ends of line are no part of the data. */
static void
put_stream(struct buf *b, struct str bytes)
{
	buf_adds(b, "\nstream\r\n");
	buf_add(b, bytes);
	buf_adds(b, "\nendstream");
}

/* A dictionary of libharu's own, to which keys have been added. */
static HPDF_STATUS
write_keys(HPDF_Dict d, HPDF_Stream out)
{
	const struct ready *r = d->attr;

	assert(!r->has_stream);
	return HPDF_Stream_Write(
	    out, (const HPDF_BYTE *)r->keys.p, (HPDF_UINT)r->keys.n);
}

static struct ready *
ready_of(struct pdf *pdf, HPDF_Dict d)
{
	struct ready *r = d->attr;

	if (r == NULL) {
		d->attr = r = NEW(pdf->arena, struct ready);
		r->keys.arena = pdf->arena;
		d->write_fn = write_keys;
	}
	return r;
}

bool
pdf_put_ready(struct buf *file, void *object)
{
	HPDF_Dict d = object;
	const struct ready *r;

	if ((d->header.obj_class & HPDF_OCLASS_ANY) != HPDF_OCLASS_DICT ||
	    d->write_fn != write_keys || d->list->count > 0)
		return false;
	r = d->attr;
	buf_adds(file, "<<\n");
	buf_add(file, buf_str(&r->keys));
	buf_adds(file, ">>");
	if (r->has_stream)
		put_stream(file, r->stream);
	return true;
}

HPDF_Dict
pdf_dict(struct pdf *pdf)
{
	HPDF_Dict d = HPDF_Dict_New(pdf->doc->mmgr);

	/* Before anything else: the library frees d when this fails. */
	if (d == NULL || HPDF_Xref_Add(pdf->doc->xref, d) != HPDF_OK) {
		note_missing(pdf);
		return NULL;
	}
	return d;
}

static void
put_32(struct buf *b, uint32_t n)
{
	for (int shift = 24; shift >= 0; shift -= 8)
		buf_addc(b, (char)(n >> shift & 0xFF));
}

/* As two sums of different kinds: /ID is there to tell files apart (14.4), not
   to withstand anybody, and a digest of all would take ten times as long. */
void
pdf_hash(struct pdf *pdf, struct str bytes)
{
	put_32(&pdf->hashed, libdeflate_crc32(0, bytes.p, bytes.n));
	put_32(&pdf->hashed, libdeflate_adler32(1, bytes.p, bytes.n));
	put_32(&pdf->hashed, (uint32_t)bytes.n);
}

struct str
pdf_deflated(struct pdf *pdf, struct str bytes)
{
	size_t bound = libdeflate_zlib_compress_bound(pdf->deflate, bytes.n);
	char *p = arena_bytes(pdf->arena, bound);

	return (struct str) { p,
		libdeflate_zlib_compress(
		    pdf->deflate, bytes.p, bytes.n, p, bound) };
}

HPDF_Dict
pdf_stream(struct pdf *pdf, struct str bytes, enum stream kind)
{
	HPDF_Dict d = pdf_dict(pdf);

	if (d == NULL)
		return NULL;
	if (kind == STREAM_TO_DEFLATE)
		bytes = pdf_deflated(pdf, bytes);
	if (kind != STREAM_PLAIN)
		pdf_put_raw(pdf, d, "Filter", STR("/FlateDecode"));
	buf_adds(pdf_raw(pdf, d), "/Length ");
	syntax_int(pdf_raw(pdf, d), (int64_t)bytes.n);
	buf_addc(pdf_raw(pdf, d), '\n');
	ready_of(pdf, d)->stream = bytes;
	ready_of(pdf, d)->has_stream = true;
	return d;
}

unsigned
pdf_number(HPDF_Dict d)
{
	return d != NULL ? d->header.obj_id & 0x00FFFFFF : 0;
}

struct buf *
pdf_raw(struct pdf *pdf, HPDF_Dict d)
{
	return &ready_of(pdf, d)->keys;
}

static void
put_value(struct buf *b, const char *key, const char *sign, struct str value)
{
	buf_addc(b, '/');
	buf_adds(b, key);
	buf_addc(b, ' ');
	buf_adds(b, sign);
	buf_add(b, value);
	buf_addc(b, '\n');
}

void
pdf_put_name(struct pdf *pdf, HPDF_Dict d, const char *key, const char *value)
{
	if (d != NULL)
		put_value(pdf_raw(pdf, d), key, "/", str_of(value));
}

void
pdf_put_int(struct pdf *pdf, HPDF_Dict d, const char *key, int value)
{
	struct buf *raw;

	if (d == NULL)
		return;
	raw = pdf_raw(pdf, d);
	put_value(raw, key, "", STR_NONE);
	raw->n--; /* the number, then the end of line */
	syntax_int(raw, value);
	buf_addc(raw, '\n');
}

void
pdf_put_ref(struct pdf *pdf, HPDF_Dict d, const char *key, HPDF_Dict to)
{
	if (d == NULL || to == NULL)
		return;
	pdf_put_int(pdf, d, key, (int)pdf_number(to));
	pdf_raw(pdf, d)->n--;
	buf_adds(pdf_raw(pdf, d), " 0 R\n");
}

void
pdf_put_raw(struct pdf *pdf, HPDF_Dict d, const char *key, struct str value)
{
	if (d != NULL)
		put_value(pdf_raw(pdf, d), key, "", value);
}

void
pdf_put_text(struct pdf *pdf, HPDF_Dict d, const char *key, struct str text)
{
	struct buf b = { .arena = pdf->arena };

	syntax_text(&b, text);
	pdf_put_raw(pdf, d, key, buf_str(&b));
}

void
syntax_hex(struct buf *b, unsigned n, unsigned digits)
{
	char hex[8];

	for (unsigned i = digits; i-- > 0; n >>= 4)
		hex[i] = "0123456789ABCDEF"[n & 15];
	buf_add(b, (struct str) { hex, digits });
}

static void
put_byte(struct buf *b, unsigned char c)
{
	char two[2], *end = syntax_escaped(two, c);

	buf_add(b, (struct str) { two, (size_t)(end - two) });
}

static void
put_unit(struct buf *b, uint32_t unit)
{
	put_byte(b, (unsigned char)(unit >> 8));
	put_byte(b, (unsigned char)(unit & 0xFF));
}

/* ASCII as it is; the rest as UTF-16BE, cut short of STRING_MAX bytes. */
void
syntax_text(struct buf *b, struct str text)
{
	size_t i = 0, bytes = 2;
	uint32_t c;

	while (i < text.n && text.p[i] >= ' ' && text.p[i] <= '~')
		i++;
	if (i == text.n && text.n <= STRING_MAX) {
		syntax_literal(b, text);
		return;
	}
	buf_addc(b, '(');
	put_unit(b, 0xFEFF);
	for (i = 0; i < text.n && bytes + 4 <= STRING_MAX;) {
		c = utf8_next(text, &i);
		bytes += c < 0x10000 ? 2 : 4;
		if (c >= 0x10000) {
			c -= 0x10000;
			put_unit(b, 0xD800 + (c >> 10));
			c = 0xDC00 + (c & 0x3FF);
		}
		put_unit(b, c);
	}
	buf_addc(b, ')');
}

void
syntax_literal(struct buf *b, struct str bytes)
{
	buf_addc(b, '(');
	for (size_t i = 0; i < bytes.n; i++)
		put_byte(b, (unsigned char)bytes.p[i]);
	buf_addc(b, ')');
}

void
syntax_int(struct buf *b, int64_t n)
{
	char digits[24], *p = digits + sizeof(digits);
	uint64_t rest = n < 0 ? -(uint64_t)n : (uint64_t)n;

	do
		*--p = (char)('0' + rest % 10);
	while ((rest /= 10) != 0);
	if (n < 0)
		*--p = '-';
	buf_add(b, (struct str) { p, (size_t)(digits + sizeof(digits) - p) });
}

void
syntax_milli(struct buf *b, int64_t thousandths)
{
	int64_t n = thousandths, part;

	if (n < 0) {
		buf_addc(b, '-');
		n = -n;
	}
	syntax_int(b, n / 1000);
	part = n % 1000;
	if (part == 0)
		return;
	buf_addc(b, '.');
	for (int64_t place = 100; part > 0; place /= 10) {
		buf_addc(b, (char)('0' + part / place));
		part %= place;
	}
}

/* Rounded to the nearest: an EMU is 10/127 of a thousandth of a point. */
int64_t
milli_points(emu length)
{
	if (length < 0)
		return -milli_points(-length);
	return (length * 10 + 63) / 127;
}

void
syntax_points(struct buf *b, emu length)
{
	syntax_milli(b, milli_points(length));
}
