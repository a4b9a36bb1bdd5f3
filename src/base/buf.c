/* buf.c - bytes being put together: doubled when full. */
#include "base/buf.h"

#include <string.h>

enum { FIRST = 256 };

void
buf_reserve(struct buf *b, size_t more)
{
	size_t cap = b->cap == 0 ? FIRST : b->cap;
	char *p;

	if (b->n + more + 1 <= b->cap)
		return;
	while (cap < b->n + more + 1)
		cap *= 2;
	p = arena_bytes(b->arena, cap);
	if (b->n > 0)
		memcpy(p, b->p, b->n);
	b->p = p;
	b->cap = cap;
}

void
buf_printf(struct buf *b, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	buf_adds(b, arena_vprintf(b->arena, fmt, ap));
	va_end(ap);
}

struct str
buf_str(const struct buf *b)
{
	return (struct str) { b->p == NULL ? "" : b->p, b->n };
}
