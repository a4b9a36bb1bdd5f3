/*
 * rows.c - the tables of the template's vocabulary (style.def, word.def,
 * form.def) as data, and the search for a name among them.
 */
#include "template/rows.h"

#include "text/viet.h"

/* clang-format off */
enum { NO = 0, YES = 1, FREE = -1 };
#define ALIGN_FREE ALIGN_DEFAULT

const struct style_row style_rows[STYLE_MAX] = {
#define STYLE(id, name, word, min, max, bold, italic, align, clause) \
	[STYLE_##id] = { name, word, clause },
#include "template/style.def"
#undef STYLE
};

const struct style_limit style_limits[STYLE_MAX] = {
#define STYLE(id, name, word, min, max, bold, italic, align, clause) \
	[STYLE_##id] = { min, max, bold, italic, ALIGN_##align },
#include "template/style.def"
#undef STYLE
};

const struct component components[COMPONENT_MAX] = {
#define COMPONENT(id, name, cell, field, style, place, line) \
	[COMPONENT_##id] = { name, cell, FIELD_##field, STYLE_##style, \
		PLACE_##place, LINE_##line },
#include "template/form.def"
#undef COMPONENT
};

const struct stamp_row stamp_rows[STAMP_MAX] = {
#define STAMP(id, field, words, width, clause) \
	[STAMP_##id] = { FIELD_##field, words, width, clause },
#include "template/stamp.def"
#undef STAMP
};

const struct word_row word_rows[WORD_MAX] = {
#define WORD(id, name, fields, clause) [WORD_##id] = { name, fields, clause },
#include "template/word.def"
#undef WORD
};
/* clang-format on */

static const char *
style_name(size_t i)
{
	return style_rows[i].name;
}

static const char *
word_name(size_t i)
{
	return word_rows[i].name;
}

static const char *
component_name(size_t i)
{
	return components[i].name;
}

const struct name_list style_names = { STYLE_MAX, style_name };
const struct name_list word_names = { WORD_MAX, word_name };
const struct name_list component_names = { COMPONENT_MAX, component_name };

size_t
name_lookup(const struct name_list *list, struct str name)
{
	for (size_t i = 0; i < list->n; i++)
		if (str_is(name, list->name(i)))
			return i;
	return list->n;
}

struct str
name_near(struct arena *a, const struct name_list *list, struct str name)
{
	struct str *all = NEW_ARRAY(a, list->n, struct str);

	for (size_t i = 0; i < list->n; i++)
		all[i] = str_of(list->name(i));
	return viet_near(a, name, all, list->n);
}
