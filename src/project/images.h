/*
 * images.h - the images a report names, read from below its folder: the last
 * reading before check/.
 */
#ifndef PROJECT_IMAGES_H
#define PROJECT_IMAGES_H

#include "project/project.h"

/*
 * doc with its images.  What is missing, damaged or too large is a finding at
 * its line; the image is left out then.
 */
const struct doc *load_images(const struct project *p,
    const struct report_file *file, const struct doc *doc, struct arena *a,
    struct diags *ds);

#endif
