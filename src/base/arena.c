/* arena.c - memory that is given back all at once: a list of blocks. */
#include "base/arena.h"

#include <assert.h>
#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { BLOCK = 64 * 1024, ALIGN = _Alignof(max_align_t), STATUS_MACHINE = 3 };

struct block {
	struct block *next;
	size_t used, size;
	_Alignas(max_align_t) unsigned char mem[];
};

struct arena {
	struct block *head; /* the block being filled */
};

static void (*exhaustion_hook)(void);

void
arena_on_exhaustion(void (*hook)(void))
{
	exhaustion_hook = hook;
}

/* No stdio here: it may want memory. */
static _Noreturn void
exhausted(void)
{
	static const char line[] = "vanthu: error: out of memory\n";
	ssize_t ignored;

	if (exhaustion_hook != NULL)
		exhaustion_hook();
	ignored = write(STDERR_FILENO, line, sizeof(line) - 1);
	(void)ignored;
	_exit(STATUS_MACHINE);
}

/* With nothing used, at the head of next. */
static struct block *
block_init(struct block *b, struct block *next, size_t size)
{
	if (b == NULL)
		exhausted();
	b->next = next;
	b->used = 0;
	b->size = size;
	return b;
}

static struct block *
block_new(struct block *next, size_t size)
{
	return block_init(calloc(1, sizeof(struct block) + size), next, size);
}

struct arena *
arena_new(void)
{
	struct arena *a = malloc(sizeof(*a));

	if (a == NULL)
		exhausted();
	a->head = block_new(NULL, BLOCK);
	return a;
}

void
arena_free(struct arena *a)
{
	struct block *b, *next;

	if (a == NULL)
		return;
	for (b = a->head; b != NULL; b = next) {
		next = b->next;
		free(b);
	}
	free(a);
}

void *
arena_alloc(struct arena *a, size_t size)
{
	struct block *b = a->head;
	void *p;

	assert(size < SIZE_MAX / 2);
	size = (size + ALIGN - 1) & ~(size_t)(ALIGN - 1);
	if (size > BLOCK / 4) /* a block of its own, behind the head */
		b = b->next = block_new(b->next, size);
	else if (b->size - b->used < size)
		b = a->head = block_new(b, BLOCK);
	p = b->mem + b->used;
	b->used += size;
	return p;
}

void *
arena_bytes(struct arena *a, size_t size)
{
	struct block *head = a->head;

	assert(size < SIZE_MAX / 2);
	if (size <= BLOCK / 4)
		return arena_alloc(a, size);
	head->next = block_init(
	    malloc(sizeof(struct block) + size), head->next, size);
	head->next->used = size;
	return head->next->mem;
}

void *
arena_alloc_array(struct arena *a, size_t n, size_t size)
{
	assert(size == 0 || n < SIZE_MAX / 2 / size);
	return arena_alloc(a, n * size);
}

char *
arena_strndup(struct arena *a, const char *p, size_t len)
{
	char *copy = arena_alloc(a, len + 1);

	if (len > 0)
		memcpy(copy, p, len);
	return copy;
}

char *
arena_vprintf(struct arena *a, const char *fmt, va_list ap)
{
	va_list again;
	char *p;
	int n;

	va_copy(again, ap);
	n = vsnprintf(NULL, 0, fmt, ap);
	assert(n >= 0);
	p = arena_alloc(a, (size_t)n + 1);
	(void)vsnprintf(p, (size_t)n + 1, fmt, again);
	va_end(again);
	return p;
}

char *
arena_printf(struct arena *a, const char *fmt, ...)
{
	va_list ap;
	char *p;

	va_start(ap, fmt);
	p = arena_vprintf(a, fmt, ap);
	va_end(ap);
	return p;
}
