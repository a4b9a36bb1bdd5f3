/*
 * beneath.h - opening what lies below a folder, and nothing else; of use
 * inside os/ and its tests only.
 */
#ifndef OS_BENEATH_H
#define OS_BENEATH_H

/*
 * A descriptor of path below the open folder root, or -1 with errno; EXDEV
 * when path leaves it: absolute, with "..", or through a symbolic link.
 */
int beneath_open(int root, const char *path, int flags);

/* The same without openat2(2), for kernels before 5.6. */
int beneath_walk(int root, const char *path, int flags);

#endif
