/*
 * scaffold.h - files to begin with: a campaign, a report.  Nothing that is
 * there already is ever overwritten.
 */
#ifndef PROJECT_SCAFFOLD_H
#define PROJECT_SCAFFOLD_H

#include "project/project.h"

/*
 * Make folder dir into a new campaign from templates/init/.  made[n]: the
 * files written, in a.  False with err when a file exists or cannot be written;
 * nothing is written then.
 */
bool scaffold_campaign(const char *dir, struct arena *a, const char ***made,
    size_t *n, struct err *err);

/*
 * Write the skeleton of the report that unit owes for obligation; *path says
 * where.  False: a finding (unknown names, the unit does not owe it) or err.
 */
bool scaffold_report(const struct project *p, struct str obligation,
    struct str unit, struct arena *a, const char **path, struct diags *ds,
    struct err *err);

#endif
