/*
 * vec.h - a growing array in an arena.
 *
 *	VEC(struct row) rows = { 0 };
 *	*vec_add(a, &rows) = (struct row){ ... };
 *	for (size_t i = 0; i < rows.n; i++) use(rows.v[i]);
 *
 * An addition may move the array: keep indices across it, not pointers.
 */
#ifndef BASE_VEC_H
#define BASE_VEC_H

#include <stddef.h>

#include "base/arena.h"

#define VEC(type) \
	struct { \
		type *v; \
		size_t n, cap; \
	}

/* A pointer to one more, zeroed, element at the end. */
#define vec_add(a, vec) \
	((vec)->v = vec_grow((a), (vec)->v, (vec)->n, &(vec)->cap, \
	     sizeof(*(vec)->v)), \
	    &(vec)->v[(vec)->n++])

/* Room for one element more than n; v or a copy twice as large. */
void *vec_grow(struct arena *a, void *v, size_t n, size_t *cap, size_t size);

#endif
