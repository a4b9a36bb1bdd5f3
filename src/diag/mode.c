/* mode.c - the levels of the modes (mode.def), and what may be waived. */
#include "diag/diag.h"

enum { LEVELS_EACH = LEVEL_ERROR + 1 };

/* clang-format off */
static const enum diag_level levels[MODE_MAX][LEVELS_EACH] = {
#define LEVELS(mode, error, warning, style, info) \
	[MODE_##mode] = { \
		[LEVEL_ERROR] = LEVEL_##error, \
		[LEVEL_WARNING] = LEVEL_##warning, \
		[LEVEL_STYLE] = LEVEL_##style, \
		[LEVEL_INFO] = LEVEL_##info },
#define APART(id, mode, level)
#include "diag/mode.def"
#undef LEVELS
#undef APART
};

static const struct {
	enum diag_id id;
	enum diag_mode mode;
	enum diag_level level;
} apart[] = {
#define LEVELS(mode, error, warning, style, info)
#define APART(id, mode, level) { DIAG_##id, MODE_##mode, LEVEL_##level },
#include "diag/mode.def"
#undef LEVELS
#undef APART
};

static const bool waivable_errors[DIAG_MAX] = {
#define WAIVABLE(id) [DIAG_##id] = true,
#include "diag/waivable.def"
#undef WAIVABLE
};
/* clang-format on */

static const char *const names[MODE_MAX] = {
	[MODE_DRAFT] = "draft",
	[MODE_REVIEW] = "review",
	[MODE_ISSUE] = "issue",
};

const char *
diag_mode_name(enum diag_mode mode)
{
	return names[mode];
}

enum diag_mode
diag_mode_lookup(struct str name)
{
	enum diag_mode mode = 0;

	while (mode < MODE_MAX && !str_is(name, names[mode]))
		mode++;
	return mode;
}

enum diag_level
diag_level_in(enum diag_mode mode, enum diag_id id)
{
	for (size_t i = 0; i < sizeof(apart) / sizeof(apart[0]); i++)
		if (apart[i].id == id && apart[i].mode == mode)
			return apart[i].level;
	return levels[mode][diag_rules[id].level];
}

bool
diag_waivable(enum diag_id id)
{
	if (diag_rules[id].level == LEVEL_ERROR)
		return waivable_errors[id];
	return diag_rules[id].class != CLASS_MACHINE;
}
