/*
 * buf.h - bytes being put together, in an arena.
 *
 *	struct buf b = { .arena = a };
 *	buf_add(&b, STR("x")); buf_printf(&b, "%d", 1);
 *	struct str s = buf_str(&b);
 *
 * The buffer always has a zero byte behind its last one.
 */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stddef.h>
#include <string.h>

#include "base/arena.h"
#include "base/str.h"

struct buf {
	struct arena *arena;
	char *p;
	size_t n, cap;
};

/* Room for so many bytes more, so that adding them moves nothing. */
void buf_reserve(struct buf *b, size_t more);

/* In line, and the next two, since most of what is added is short and known
   when this is compiled. */
static inline void
buf_add(struct buf *b, struct str s)
{
	if (b->n + s.n + 1 > b->cap)
		buf_reserve(b, s.n);
	if (s.n > 0)
		memcpy(b->p + b->n, s.p, s.n);
	b->n += s.n;
	b->p[b->n] = '\0';
}

static inline void
buf_adds(struct buf *b, const char *s)
{
	buf_add(b, (struct str) { s, strlen(s) });
}

static inline void
buf_addc(struct buf *b, char c)
{
	if (b->n + 2 > b->cap)
		buf_reserve(b, 1);
	b->p[b->n++] = c;
	b->p[b->n] = '\0';
}

void buf_printf(struct buf *b, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/* What has been put together so far; valid until the next addition. */
struct str buf_str(const struct buf *b);

#endif
