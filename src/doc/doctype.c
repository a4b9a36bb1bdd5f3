/* doctype.c - looking up the document types of doctype.def. */
#include "doc/doctype.h"

/* clang-format off */
const struct doctype_row doctypes[DOCTYPE_MAX] = {
#define DOCTYPE(id, name, abbreviation, form) \
	[DOCTYPE_##id] = { name, abbreviation, form },
#include "doc/doctype.def"
#undef DOCTYPE
};
/* clang-format on */

enum doctype
doctype_by_abbreviation(struct str s)
{
	/* Công văn has none of its own, but people write "CV". */
	if (str_is(s, "CV"))
		return DOCTYPE_CV;
	for (int i = 0; i < DOCTYPE_MAX; i++)
		if (doctypes[i].abbreviation != NULL &&
		    str_is(s, doctypes[i].abbreviation))
			return (enum doctype)i;
	return DOCTYPE_MAX;
}

/* Do s and name begin alike, case apart?  The first letter's length, or 0. */
static size_t
same_first_letter(struct str s, struct str name)
{
	const struct str upper = STR("Đ"), lower = STR("đ");

	if (s.n == 0)
		return 0;
	if (str_starts(name, upper)) /* the only one outside ASCII */
		return str_starts(s, upper) || str_starts(s, lower) ? upper.n :
								      0;
	return (s.p[0] | 0x20) == (name.p[0] | 0x20) ? 1 : 0;
}

enum doctype
doctype_by_name(struct str s)
{
	for (int i = 0; i < DOCTYPE_MAX; i++) {
		struct str name = str_of(doctypes[i].name);
		size_t n = same_first_letter(s, name);

		if (n > 0 &&
		    str_eq(str_sub(s, n, s.n), str_sub(name, n, name.n)))
			return (enum doctype)i;
	}
	return DOCTYPE_MAX;
}
