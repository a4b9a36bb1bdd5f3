/*
 * agree.h - what the reports of a campaign say of each other: private to
 * project/.
 */
#ifndef PROJECT_AGREE_H
#define PROJECT_AGREE_H

#include "project/compile.h"

/*
 * Compare the facts of n results.  Findings are added to the later of two
 * reports that disagree and name the place in the other.
 */
void agree_check(
    const struct project *p, struct result *r, size_t n, struct arena *a);

#endif
