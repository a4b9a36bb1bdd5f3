/*
 * doctype.h - the document types of Điều 7 (doctype.def).
 */
#ifndef DOC_DOCTYPE_H
#define DOC_DOCTYPE_H

#include "base/str.h"

enum doctype {
#define DOCTYPE(id, name, abbreviation, form) DOCTYPE_##id,
#include "doc/doctype.def"
#undef DOCTYPE
	DOCTYPE_MAX /* also: none */
};

struct doctype_row {
	const char *name;         /* "Báo cáo" */
	const char *abbreviation; /* "BC"; NULL: the type has none */
	const char *form;         /* "1.4"; NULL: not compiled yet */
};
extern const struct doctype_row doctypes[DOCTYPE_MAX];

/* By exact abbreviation ("BC"); "CV" finds công văn.  DOCTYPE_MAX if none. */
enum doctype doctype_by_abbreviation(struct str s);

/*
 * By exact name in any ASCII case of its first letter ("báo cáo"); the caller
 * may fold both sides himself over doctypes[] for more.
 */
enum doctype doctype_by_name(struct str s);

#endif
