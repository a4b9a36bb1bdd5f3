/*
 * piece.c - pieces of zlib streams, and streams made of them.
 *
 * This is zlib's and not libdeflate's, which always makes the last block of a
 * stream and does not say at which bit it ends.  zlib's Z_SYNC_FLUSH ends on a
 * whole byte, with a block of nothing.
 */
#include "font/piece.h"

#include <assert.h>
#define ZLIB_CONST
#include <zlib.h>

/* What zlib takes by itself; it finds no more in so little on higher levels. */
enum { LEVEL = 6, RAW = -15, MEMORY = 8, MARGIN = 64 };

/* 3.2.4 of RFC 1951: a stored block is this, its length and ~length. */
enum { STORED = 0, LAST = 1, STORED_MAX = 0xFFFF };

bool
piece_new(struct piece *p, struct arena *a, struct str bytes)
{
	z_stream z = { .zalloc = Z_NULL };
	size_t bound;
	char *out;
	int status;

	if (deflateInit2(&z, LEVEL, Z_DEFLATED, RAW, MEMORY,
		Z_DEFAULT_STRATEGY) != Z_OK)
		return false;
	bound = deflateBound(&z, (uLong)bytes.n) + MARGIN;
	out = arena_alloc(a, bound);
	z.next_in = (const Bytef *)bytes.p;
	z.avail_in = (uInt)bytes.n;
	z.next_out = (Bytef *)out;
	z.avail_out = (uInt)bound;
	status = deflate(&z, Z_SYNC_FLUSH);
	assert(status == Z_OK && z.avail_in == 0 && z.avail_out > 0);
	p->deflated = (struct str) { out, z.total_out };
	p->n = bytes.n;
	p->adler =
	    (uint32_t)adler32(1, (const Bytef *)bytes.p, (uInt)bytes.n);
	(void)deflateEnd(&z); /* complains that the last block is missing */
	return true;
}

void
stream_begin(struct stream *s)
{
	/* 2.2 of RFC 1950: deflate, a window of 32 kB, the slowest way */
	buf_add(&s->out, STR("\x78\xDA"));
	s->adler = 1;
	s->n = 0;
}

static void
append(struct stream *s, uint32_t adler, size_t n)
{
	s->adler = (uint32_t)adler32_combine(s->adler, adler, (z_off_t)n);
	s->n += n;
}

void
stream_add(struct stream *s, const struct piece *p)
{
	buf_add(&s->out, p->deflated);
	append(s, p->adler, p->n);
}

static void
store(struct stream *s, int kind, struct str bytes)
{
	unsigned n = (unsigned)bytes.n;
	const char head[] = { (char)kind, (char)n, (char)(n >> 8), (char)~n,
		(char)(~n >> 8) };

	buf_add(&s->out, (struct str) { head, sizeof(head) });
	buf_add(&s->out, bytes);
}

void
stream_store(struct stream *s, struct str bytes)
{
	struct str part;

	for (size_t i = 0; i < bytes.n; i += part.n) {
		part = str_sub(bytes, i,
		    bytes.n - i > STORED_MAX ? i + STORED_MAX : bytes.n);
		store(s, STORED, part);
		append(s,
		    (uint32_t)adler32(
			1, (const Bytef *)part.p, (uInt)part.n),
		    part.n);
	}
}

struct str
stream_end(struct stream *s)
{
	store(s, STORED | LAST, STR_NONE);
	for (int shift = 24; shift >= 0; shift -= 8)
		buf_addc(&s->out, (char)(s->adler >> shift));
	return buf_str(&s->out);
}
