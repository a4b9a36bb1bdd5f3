/*
 * cut.c - glyphs taken out of a TrueType program (OpenType specification,
 * tables glyf, head, hhea, hmtx, loca, maxp) and numbered anew.
 *
 * hb-subset could do it too, in 0.2 ms a face; this takes a hundredth of that,
 * which counts when documents are made by the thousand.  What it reads has been
 * written by hb-subset (program.c): no hints, no other forms of tables.
 */
#include "font/cut.h"

#include <string.h>

enum table { GLYF, HEAD, HHEA, HMTX, LOCA, MAXP, TABLES };

/* In the order of their tags, as the directory must be. */
static const char *const tags[TABLES] = { "glyf", "head", "hhea", "hmtx",
	"loca", "maxp" };

/* The least each must hold; loca and hmtx are held against maxp and hhea. */
static const size_t least[TABLES] = { 0, 54, 36, 4, 4, 32 };

/* In the order in which they stand in a new program: what is the same in many
   comes together, and the small ones, which never are, first. */
static const enum table placed[TABLES] = { HEAD, HHEA, MAXP, GLYF, HMTX, LOCA };

enum {
	SMALL_TABLES = 3,
	DIRECTORY = 12, /* bytes before the first entry */
	ENTRY = 16,
	FRAME = DIRECTORY + ENTRY * TABLES,
	HEAD_SUM = 8, /* offsets in head */
	HEAD_LOCA = 50,
	HHEA_METRICS = 34,
	MAXP_GLYPHS = 4,
	GLYPH_HEADER = 10,
	GLYPHS_MAX = 0xFFFF,
	SHORT_MAX = 0xFFFF * 2 /* bytes of glyf that a short loca reaches */
};

/* Of a part of a composite glyph. */
enum { WORDS = 0x0001, SCALE = 0x0008, MORE = 0x0020, XY_SCALE = 0x0040,
	MATRIX = 0x0080 };

/* The old program. */
struct program {
	struct str table[TABLES];
	size_t nglyphs, nmetrics;
	bool long_loca;
};

/* The glyphs being cut out of it. */
struct cutting {
	struct program in;
	const struct cut *base; /* or NULL */
	struct arena *arena;
	struct cut *out;
};

static unsigned
u16(struct str s, size_t at)
{
	const unsigned char *p = (const unsigned char *)s.p + at;

	return at + 2 <= s.n ? (unsigned)p[0] << 8 | p[1] : 0;
}

static uint32_t
u32(struct str s, size_t at)
{
	return (uint32_t)u16(s, at) << 16 | u16(s, at + 2);
}

static void
put16(char *p, unsigned n)
{
	p[0] = (char)(n >> 8);
	p[1] = (char)n;
}

static void
put32(char *p, uint32_t n)
{
	put16(p, n >> 16);
	put16(p + 2, n & 0xFFFF);
}

static void
add16(struct buf *b, unsigned n)
{
	buf_addc(b, (char)(n >> 8));
	buf_addc(b, (char)n);
}

static void
pad(struct buf *b)
{
	while (b->n % 4 != 0)
		buf_addc(b, '\0');
}

static bool
find_tables(struct program *in, struct str program)
{
	size_t n = u16(program, 4);

	for (size_t i = 0; i < n; i++) {
		size_t at = DIRECTORY + i * ENTRY;

		for (size_t t = 0; at + ENTRY <= program.n && t < TABLES; t++)
			if (memcmp(program.p + at, tags[t], 4) == 0)
				in->table[t] = str_sub(program,
				    u32(program, at + 8),
				    (size_t)u32(program, at + 8) +
					u32(program, at + 12));
	}
	for (size_t t = 0; t < TABLES; t++)
		if (in->table[t].n < least[t])
			return false;
	in->nglyphs = u16(in->table[MAXP], MAXP_GLYPHS);
	in->nmetrics = u16(in->table[HHEA], HHEA_METRICS);
	in->long_loca = u16(in->table[HEAD], HEAD_LOCA) != 0;
	return in->nmetrics > 0 && in->nmetrics <= in->nglyphs &&
	    in->table[HMTX].n >= 2 * (in->nglyphs + in->nmetrics) &&
	    in->table[LOCA].n >= (in->nglyphs + 1) * (in->long_loca ? 4 : 2);
}

static size_t
glyph_start(const struct program *in, size_t glyph)
{
	return in->long_loca ? u32(in->table[LOCA], 4 * glyph) :
			       2 * (size_t)u16(in->table[LOCA], 2 * glyph);
}

/* .notdef is number 0 in all programs, as it is glyph 0. */
static unsigned
number_of(struct cutting *c, uint32_t glyph)
{
	const struct cut *base = c->base;
	struct cut *out = c->out;

	if (base != NULL && glyph < base->nnumbers && base->number[glyph] != 0)
		return base->number[glyph];
	if (out->number[glyph] == 0 && glyph != 0) {
		out->number[glyph] = (uint16_t)cut_behind(out);
		*vec_add(c->arena, &out->glyph) = glyph;
	}
	return out->number[glyph];
}

/* Bytes of a part of a composite glyph, its flags and glyph included. */
static size_t
part_size(unsigned flags)
{
	return 4 + ((flags & WORDS) != 0 ? 4 : 2) +
	    ((flags & SCALE) != 0            ? 2 :
		    (flags & XY_SCALE) != 0 ? 4 :
		    (flags & MATRIX) != 0   ? 8 :
					      0);
}

/* The parts of a composite by their new numbers, which are given here. */
static bool
renumber_parts(struct cutting *c, char *p, size_t n)
{
	struct str s = { p, n };
	unsigned flags = MORE;

	for (size_t at = GLYPH_HEADER; (flags & MORE) != 0;) {
		flags = u16(s, at);
		if (at + part_size(flags) > n ||
		    u16(s, at + 2) >= c->in.nglyphs)
			return false;
		put16(p + at + 2, number_of(c, u16(s, at + 2)));
		at += part_size(flags);
	}
	return true;
}

static bool
add_glyph(struct cutting *c, uint32_t glyph)
{
	const struct program *in = &c->in;
	size_t from = glyph_start(in, glyph), to = glyph_start(in, glyph + 1);
	struct buf *glyf = &c->out->glyf, *hmtx = &c->out->hmtx;
	size_t at = glyf->n, metric;

	if (from > to || to > in->table[GLYF].n)
		return false;
	buf_add(glyf, str_sub(in->table[GLYF], from, to));
	if (to - from >= GLYPH_HEADER && (glyf->p[at] & 0x80) != 0 &&
	    !renumber_parts(c, glyf->p + at, to - from))
		return false;
	if (glyf->n % 2 != 0)
		buf_addc(glyf, '\0');
	*vec_add(c->arena, &c->out->end) = glyf->n;
	metric = glyph < in->nmetrics ? glyph : in->nmetrics - 1;
	add16(hmtx, u16(in->table[HMTX], 4 * metric));
	add16(hmtx, u16(in->table[HMTX], glyph < in->nmetrics ?
	    4 * metric + 2 : 2 * (in->nmetrics + glyph)));
	return true;
}

/* Number the glyphs asked for: each is the next one. */
static bool
take_glyphs(struct cutting *c, const uint32_t *glyph, size_t n)
{
	struct cut *out = c->out;

	for (size_t i = 0; i < n; i++) {
		if (glyph[i] == 0 || glyph[i] >= c->in.nglyphs ||
		    out->number[glyph[i]] != 0 ||
		    cut_behind(out) > GLYPHS_MAX)
			return false;
		out->number[glyph[i]] = (uint16_t)cut_behind(out);
		*vec_add(c->arena, &out->glyph) = glyph[i];
	}
	return true;
}

bool
cut_glyphs(struct str program, const struct cut *base, struct arena *a,
    const uint32_t *glyph, size_t n, struct cut *out)
{
	struct cutting c = { .base = base, .arena = a, .out = out };

	*out = (struct cut) { .glyf.arena = a, .hmtx.arena = a };
	if (base != NULL)
		out->first = (uint32_t)cut_behind(base);
	if (base != NULL && n == 0)
		return true;
	if (!find_tables(&c.in, program))
		return false;
	out->nnumbers = c.in.nglyphs;
	out->number = NEW_ARRAY(a, c.in.nglyphs, uint16_t);
	if (base == NULL)
		*vec_add(a, &out->glyph) = 0;
	if (!take_glyphs(&c, glyph, n))
		return false;
	for (size_t i = 0; i < out->glyph.n; i++) /* it grows on the way */
		if (!add_glyph(&c, out->glyph.v[i]))
			return false;
	pad(&out->glyf);
	out->end.v[out->end.n - 1] = out->glyf.n;
	return cut_behind(out) <= GLYPHS_MAX;
}

uint32_t
cut_sum(struct str s)
{
	const unsigned char *p = (const unsigned char *)s.p;
	uint32_t sum = 0;

	for (size_t i = 0; i + 4 <= s.n; i += 4)
		sum += (uint32_t)p[i] << 24 | (uint32_t)p[i + 1] << 16 |
		    (uint32_t)p[i + 2] << 8 | p[i + 3];
	return sum;
}

static void
add_ends(struct buf *b, const struct cut *c, size_t from, bool is_long)
{
	for (size_t i = 0; i < c->end.n; i++) {
		size_t end = from + c->end.v[i];

		if (is_long)
			add16(b, (unsigned)(end >> 16));
		add16(b, (unsigned)(is_long ? end & 0xFFFF : end / 2));
	}
}

/* The table, padded; its bytes without that in *n. */
static struct str
make_loca(const struct cut *base, const struct cut *more, bool is_long,
    struct arena *a, size_t *n)
{
	struct buf b = { .arena = a };

	buf_reserve(&b, 4 * (base->end.n + more->end.n + 1) + 3);
	add16(&b, 0);
	if (is_long)
		add16(&b, 0);
	add_ends(&b, base, 0, is_long);
	add_ends(&b, more, base->glyf.n, is_long);
	*n = b.n;
	pad(&b);
	return buf_str(&b);
}

/* A table of the new program. */
struct table_part {
	size_t n; /* bytes, before it is padded */
	uint32_t sum;
};

/* The directory in p of tables that stand in the order of placed; the bytes of
   the whole program. */
static size_t
put_directory(char *p, const struct table_part part[TABLES])
{
	/* version 1.0; six tables, and what a binary search wants of that */
	static const char begin[DIRECTORY] = "\0\1\0\0\0\6\0\100\0\2\0\040";
	size_t at = FRAME;

	memcpy(p, begin, DIRECTORY);
	for (size_t i = 0; i < TABLES; i++) {
		enum table t = placed[i];
		char *entry = p + DIRECTORY + t * ENTRY;

		memcpy(entry, tags[t], 4);
		put32(entry + 4, part[t].sum);
		put32(entry + 8, (uint32_t)at);
		put32(entry + 12, (uint32_t)part[t].n);
		at += (part[t].n + 3) / 4 * 4;
	}
	return at;
}

/* Tables of a few numbers, as in the old program but for three of them. */
static char *
put_small_tables(const struct program *in, struct buf *b, bool is_long,
    size_t glyphs, struct table_part part[TABLES])
{
	size_t at[MAXP + 1];

	for (size_t i = 0; i < SMALL_TABLES; i++) {
		enum table t = placed[i];

		at[t] = b->n;
		part[t].n = least[t];
		buf_add(b, str_sub(in->table[t], 0, least[t]));
		pad(b);
	}
	put32(b->p + at[HEAD] + HEAD_SUM, 0);
	put16(b->p + at[HEAD] + HEAD_LOCA, is_long);
	put16(b->p + at[HHEA] + HHEA_METRICS, (unsigned)glyphs);
	put16(b->p + at[MAXP] + MAXP_GLYPHS, (unsigned)glyphs);
	for (size_t i = 0; i < SMALL_TABLES; i++)
		part[placed[i]].sum = cut_sum(str_sub(buf_str(b),
		    at[placed[i]],
		    at[placed[i]] + (least[placed[i]] + 3) / 4 * 4));
	return b->p + at[HEAD] + HEAD_SUM;
}

bool
cut_frame(struct str program, const struct cut *base, const struct cut *more,
    const struct cut_sums *sums, struct arena *a, struct cut_frame *out)
{
	bool is_long = base->glyf.n + more->glyf.n > SHORT_MAX;
	static const char directory[FRAME];
	struct table_part part[TABLES];
	struct buf before = { .arena = a };
	struct program in = { .nglyphs = 0 };
	uint32_t sum;
	char *adjustment;

	if (!find_tables(&in, program))
		return false;
	out->behind = make_loca(base, more, is_long, a, &part[LOCA].n);
	part[LOCA].sum = cut_sum(out->behind);
	part[GLYF] = (struct table_part) { base->glyf.n + more->glyf.n,
		sums->glyf + cut_sum(buf_str(&more->glyf)) };
	part[HMTX] = (struct table_part) { base->hmtx.n + more->hmtx.n,
		sums->hmtx + cut_sum(buf_str(&more->hmtx)) };
	buf_add(&before, (struct str) { directory, FRAME });
	adjustment = put_small_tables(
	    &in, &before, is_long, cut_behind(more), part);
	out->n = put_directory(before.p, part);
	sum = cut_sum(str_sub(buf_str(&before), 0, FRAME));
	for (size_t t = 0; t < TABLES; t++)
		sum += part[t].sum;
	put32(adjustment, 0xB1B0AFBA - sum);
	out->before = buf_str(&before);
	return true;
}
