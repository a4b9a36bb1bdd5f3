/*
 * metadata.h - the record of an outgoing document for the archive, as Phụ lục
 * VI (Phần II, Mục I) of Nghị định 30/2020/NĐ-CP lists its fields.
 */
#ifndef PROJECT_METADATA_H
#define PROJECT_METADATA_H

#include "base/arena.h"
#include "base/str.h"
#include "check/check.h"
#include "diag/diag.h"
#include "plan/office.h"

/* Behind a document's name: its record. */
#define METADATA_SUFFIX ".metadata.xml"

/*
 * The record as XML (metadata.rng) of a document of so many pages.  A field
 * that nobody told us is left out.  A value longer than its field is a finding
 * at pos; it is never cut.
 */
struct str metadata_xml(const struct checked *c, const struct office *office,
    size_t npages, struct pos pos, struct arena *a, struct diags *ds);

#endif
