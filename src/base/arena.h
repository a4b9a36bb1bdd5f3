/*
 * arena.h - memory that is given back all at once.
 *
 * One arena holds everything made for one report: tree, facts, layout, bytes.
 * Nothing in it is freed on its own.  An object may point into an arena that
 * lives longer than its own, never into one that lives shorter.
 *
 * Nothing here can fail.  When the machine has no memory left the program says
 * so in one line, runs the hook set by arena_on_exhaustion() (which removes
 * temporary files) and ends with status 3.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

struct arena;

/* An empty arena; the caller ends it with arena_free(). */
struct arena *arena_new(void);

/* Give back all memory of a; NULL is allowed. */
void arena_free(struct arena *a);

/* size bytes, zeroed and aligned for any type. */
void *arena_alloc(struct arena *a, size_t size);

/* size bytes to be written before they are read: they may hold anything. */
void *arena_bytes(struct arena *a, size_t size);

/* n times size bytes, as arena_alloc(); the product may not overflow. */
void *arena_alloc_array(struct arena *a, size_t n, size_t size);

/* A copy of the len bytes at p, with a zero byte after them. */
char *arena_strndup(struct arena *a, const char *p, size_t len);

/* Formatted text, with a zero byte after it. */
char *arena_printf(struct arena *a, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
char *arena_vprintf(struct arena *a, const char *fmt, va_list ap)
    __attribute__((format(printf, 2, 0)));

/* Call hook once before the program ends for want of memory. */
void arena_on_exhaustion(void (*hook)(void));

#define NEW(a, type) ((type *)arena_alloc((a), sizeof(type)))
#define NEW_ARRAY(a, n, type) \
	((type *)arena_alloc_array((a), (n), sizeof(type)))

#endif
