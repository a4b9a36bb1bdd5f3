/*
 * link.h - which addresses become hyperlinks.
 */
#ifndef DOCX_LINK_H
#define DOCX_LINK_H

#include "base/arena.h"
#include "base/str.h"

/*
 * The address as the target of a relationship (an RFC 3986 reference, what is
 * not ASCII in percents); STR_NONE if Word could not open a package with it.
 */
struct str link_target(struct arena *a, struct str address);

#endif
