/*
 * sign.c - the order of things: who signs, where, what is added to the file,
 * and the signature over all of it.  What was made is read back before it is
 * given out.
 */
#include "sign/sign.h"

#include <string.h>

#include "os/clock.h"
#include "os/file.h"
#include "sign/parts.h"
#include "text/date.h"
#include "text/utf8.h"

/* "[0 a b c]" with room for any offset, filled with blanks. */
enum { RANGE_WIDTH = 40 };

/* Where the parts that come last stand in the file. */
struct hole {
	size_t range; /* RANGE_WIDTH characters */
	size_t hex;   /* from "<" */
	size_t digits;
};

bool
read_named(struct signing *s, const char *path, size_t limit, struct str *out)
{
	struct err err = { 0 };

	if (file_read(s->arena, path, limit, out, &err))
		return true;
	if (err.kind == ERR_LIMIT)
		diag_add(s->diags, DIAG_IO_FILE_TOO_LARGE, POS_FILE(path),
		    "> %zu", limit);
	else
		diag_add(s->diags, DIAG_IO_FILE_UNREADABLE, POS_FILE(path),
		    "%s", "");
	return false;
}

static void
put_milli(struct buf *b, int64_t n)
{
	buf_printf(b, "%s%lld.%03lld ", n < 0 ? "-" : "",
	    (long long)((n < 0 ? -n : n) / 1000),
	    (long long)((n < 0 ? -n : n) % 1000));
}

/* 7.9.4, by the clock in Viet Nam: "(D:20251205145933+07'00')". */
static void
put_time(struct buf *b, int64_t seconds)
{
	struct clock_time t = clock_there(seconds);
	struct date d = date_of_serial(t.day);

	buf_printf(b, "(D:%04d%02d%02d%02d%02d%02d+07'00')", d.year, d.month,
	    d.day, t.hour, t.minute, t.second);
}

/* 7.9.2.2, in UTF-16BE. */
static void
put_text(struct buf *b, struct str text)
{
	uint32_t c;

	buf_adds(b, "<FEFF");
	for (size_t i = 0; i < text.n;) {
		c = utf8_next(text, &i);
		if (c >= 0x10000) {
			c -= 0x10000;
			buf_printf(b, "%04X", 0xD800 + (unsigned)(c >> 10));
			c = 0xDC00 + (c & 0x3FF);
		}
		buf_printf(b, "%04X", (unsigned)c);
	}
	buf_addc(b, '>');
}

static unsigned
add_plane(struct update *u, const struct seal *seal, const char *space,
    struct str data, unsigned mask)
{
	unsigned number = update_number(u);
	struct buf b = { .arena = u->arena };

	buf_printf(&b,
	    "/Type/XObject/Subtype/Image/Width %u/Height %u/ColorSpace/%s"
	    "/BitsPerComponent 8/Filter/FlateDecode",
	    seal->width, seal->height, space);
	if (mask != 0)
		buf_printf(&b, "/SMask %u 0 R", mask);
	update_stream(u, number, buf_str(&b), data);
	return number;
}

/* The picture in the middle of the field, as large as it fits. */
static unsigned
add_appearance(struct update *u, const struct target *p,
    const struct seal *seal)
{
	unsigned mask = seal->alpha.n == 0 ? 0 :
	    add_plane(u, seal, "DeviceGray", seal->alpha, 0);
	unsigned image = add_plane(u, seal,
	    seal->grey ? "DeviceGray" : "DeviceRGB", seal->color, mask);
	unsigned number = update_number(u);
	struct buf b = { .arena = u->arena }, content = { .arena = u->arena };
	int64_t w = p->width, h = p->height;

	if (w * seal->height > h * seal->width)
		w = h * seal->width / seal->height;
	else
		h = w * seal->height / seal->width;
	buf_adds(&content, "q ");
	put_milli(&content, w);
	buf_adds(&content, "0 0 ");
	put_milli(&content, h);
	put_milli(&content, (p->width - w) / 2);
	put_milli(&content, (p->height - h) / 2);
	buf_adds(&content, "cm /I Do Q\n");
	buf_adds(&b, "/Type/XObject/Subtype/Form/BBox[0 0 ");
	put_milli(&b, p->width);
	put_milli(&b, p->height);
	buf_printf(&b, "]/Resources<</XObject<</I %u 0 R>>>>", image);
	update_stream(u, number, buf_str(&b), buf_str(&content));
	return number;
}

/* Table 252; the two entries that are filled in last are left open. */
static unsigned
add_signature(struct signing *s, struct update *u, const struct signer *who,
    struct hole *hole)
{
	unsigned number = update_number(u);
	struct str name = signer_name(s, who);
	struct buf *b = &u->added;

	hole->digits = 2 * cms_room(who);
	update_open(u, number);
	buf_adds(b, "<</Type/Sig/Filter/Adobe.PPKLite"
		    "/SubFilter/ETSI.CAdES.detached/M");
	put_time(b, s->rq->time);
	if (name.n > 0) {
		buf_adds(b, "/Name");
		put_text(b, name);
	}
	buf_adds(b, "\n/ByteRange");
	hole->range = u->old.n + b->n;
	buf_printf(b, "%*s\n/Contents", RANGE_WIDTH, "");
	hole->hex = u->old.n + b->n;
	buf_addc(b, '<');
	for (size_t i = 0; i < hole->digits; i++)
		buf_addc(b, '0');
	buf_adds(b, ">>>");
	update_close(u);
	return number;
}

/* Object number once more, with added at its end instead of what drop names. */
static bool
change(struct update *u, struct pdf_file *f, unsigned number,
    const char *const *drop, struct str added)
{
	struct str entries;

	if (!pdf_copy_entries(f, number, drop, &entries))
		return false;
	update_open(u, number);
	buf_adds(&u->added, "<<");
	buf_add(&u->added, entries);
	buf_add(&u->added, added);
	buf_adds(&u->added, ">>");
	update_close(u);
	return true;
}

/* The field gets its value, the form says that the file may only grow. */
static bool
add_all(struct signing *s, struct target *target, const struct signer *who,
    const struct seal *seal, struct str *whole, struct hole *hole)
{
	static const char *const form_drop[] = { "SigFlags", NULL };
	const char *field_drop[] = { "V", seal != NULL ? "AP" : NULL, NULL };
	struct buf entries = { .arena = s->arena };
	struct update u;

	update_begin(&u, s->arena, target);
	if (seal != NULL)
		buf_printf(&entries, "/AP<</N %u 0 R>>",
		    add_appearance(&u, target, seal));
	buf_printf(
	    &entries, "/V %u 0 R", add_signature(s, &u, who, hole));
	if (!change(&u, &target->file, target->field, field_drop,
		buf_str(&entries)) ||
	    !change(&u, &target->file, target->form, form_drop,
		STR("/SigFlags 3")))
		return false;
	*whole = update_end(&u, target);
	return true;
}

/* The signature over all but the hole it goes into. */
static bool
fill_hole(struct signing *s, const struct signer *who, struct str whole,
    const struct hole *hole)
{
	char *p = (char *)whole.p; /* made by update_end() for us */
	size_t behind = hole->hex + hole->digits + 2;
	struct buf covered = { .arena = s->arena };
	struct str range, cms;
	static const char digit[] = "0123456789abcdef";

	range = str_printf(s->arena, "[0 %zu %zu %zu]", hole->hex, behind,
	    whole.n - behind);
	memcpy(p + hole->range, range.p, range.n);
	buf_add(&covered, str_sub(whole, 0, hole->hex));
	buf_add(&covered, str_sub(whole, behind, whole.n));
	if (!cms_sign(s, who, buf_str(&covered), &cms))
		return false;
	if (2 * cms.n > hole->digits)
		return err_set(s->err, ERR_LIMIT, "%s: CMS: %zu > %zu",
		    s->rq->pdf, cms.n, hole->digits / 2);
	for (size_t i = 0; i < cms.n; i++) {
		unsigned char c = (unsigned char)cms.p[i];

		p[hole->hex + 1 + 2 * i] = digit[c >> 4];
		p[hole->hex + 2 + 2 * i] = digit[c & 15];
	}
	return true;
}

/* Does the file made begin with the old one, and is its field signed? */
static bool
is_sound(struct signing *s, const struct target *target, struct str whole)
{
	struct pdf_file f;
	const struct pdf_value *v;

	if (!str_starts(whole, target->file.bytes) ||
	    pdf_open_updated(&f, whole, s->arena) != PDF_SOUND)
		return false;
	v = pdf_get(&f, pdf_object(&f, target->field), "V");
	return pdf_is_name(pdf_get(&f, v, "Type"), "Sig") &&
	    pdf_get(&f, v, "ByteRange")->n == 4 &&
	    pdf_get(&f, pdf_object(&f, target->form), "Fields")->n > 0;
}

static bool
sign_with(struct signing *s, struct str bytes, const struct signer *who,
    struct str *out)
{
	struct target target = { 0 };
	struct seal seal;
	struct hole hole;

	if (!target_find(s, bytes, &target) ||
	    (s->rq->image != NULL && !seal_read(s, &seal)))
		return false;
	if (!add_all(s, &target, who, s->rq->image != NULL ? &seal : NULL, out,
		&hole)) {
		diag_add(s->diags, DIAG_SIGN_PDF_DAMAGED,
		    POS_FILE(s->rq->pdf), "%s", "");
		return false;
	}
	if (!fill_hole(s, who, *out, &hole))
		return false;
	if (!is_sound(s, &target, *out))
		return err_set(s->err, ERR_LIBRARY,
		    "%s: the signed file cannot be read back", s->rq->pdf);
	return true;
}

bool
sign_pdf(const struct sign_request *rq, struct arena *a, struct diags *ds,
    struct str *out, struct err *err)
{
	struct signing s = { .rq = rq, .arena = a, .diags = ds, .err = err };
	struct signer who = { 0 };
	struct str bytes;
	bool done;

	done = read_named(&s, rq->pdf, PDF_BYTES_MAX, &bytes) &&
	    signer_open(&s, &who) && sign_with(&s, bytes, &who, out);
	signer_close(&who);
	return done;
}
