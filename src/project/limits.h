/*
 * limits.h - every bound on what one run may cost.  Reports are untrusted: a
 * bound met is a finding, never a crash.
 */
#ifndef PROJECT_LIMITS_H
#define PROJECT_LIMITS_H

#include <stddef.h>

enum {
	LIMIT_REPORT = 8 * 1024 * 1024,   /* bytes of one report */
	LIMIT_PLAN = 4 * 1024 * 1024,     /* bytes of plan or office */
	LIMIT_IMAGES = 64 * 1024 * 1024,  /* bytes of one report's images */
	LIMIT_TEMPLATE = 1024 * 1024,     /* bytes of one template file */
	LIMIT_CPU_SECONDS = 20,           /* of one report's worker */
	LIMIT_WALL_SECONDS = 120,
	LIMIT_MEGABYTES = 1024,           /* of its address space */
	LIMIT_RESULT = 256 * 1024 * 1024, /* bytes a worker may send back */
	LIMIT_OUTPUT_FILE = 256 * 1024 * 1024
};

/* In bytes; sanitizers reserve terabytes, so there is none for them. */
#if defined(__SANITIZE_ADDRESS__)
#define LIMIT_MEMORY ((size_t)0)
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define LIMIT_MEMORY ((size_t)0)
#endif
#endif
#ifndef LIMIT_MEMORY
#define LIMIT_MEMORY ((size_t)LIMIT_MEGABYTES * 1024 * 1024)
#endif

#endif
