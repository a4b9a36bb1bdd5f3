/*
 * piece.h - a zlib stream (RFC 1950) put together from pieces: some deflated
 * once and used in many streams, the others stored as they are.  Private to
 * font/.
 *
 * Deflate's blocks (RFC 1951) may reach back over the bytes before them, but
 * need not; those of a piece do not, and end on a whole byte.  So a piece means
 * the same wherever it stands.
 */
#ifndef FONT_PIECE_H
#define FONT_PIECE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"

struct piece {
	struct str deflated; /* whole blocks, none of them the last */
	size_t n;            /* bytes they stand for, and */
	uint32_t adler;      /* their Adler-32 */
};

/* bytes as a piece, all in a; false if zlib has no memory left. */
bool piece_new(struct piece *p, struct arena *a, struct str bytes);

struct stream {
	struct buf out; /* its arena is set by the caller */
	uint32_t adler;
	size_t n; /* bytes it stands for so far */
};

/* An empty stream; one that is already begun may not be given. */
void stream_begin(struct stream *s);
void stream_add(struct stream *s, const struct piece *p);
void stream_store(struct stream *s, struct str bytes);

/* The whole stream, in its arena. */
struct str stream_end(struct stream *s);

#endif
