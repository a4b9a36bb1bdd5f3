/*
 * catalogue.c - the rows of diag.def and example.def as tables, and names made
 * from ids.
 */
#include <ctype.h>
#include <string.h>

#include "diag/diag.h"

const struct diag_rule diag_rules[DIAG_MAX] = {
#define DIAG(id, level, class, clause, en, en_remedy, vi, vi_remedy) \
	[DIAG_##id] = { #id, LEVEL_##level, CLASS_##class, clause, \
		{ [LANG_EN] = en, [LANG_VI] = vi }, \
		{ [LANG_EN] = en_remedy, [LANG_VI] = vi_remedy } },
#include "diag/diag.def"
#undef DIAG
};

const struct diag_example diag_examples[DIAG_MAX] = {
#define EXAMPLE(id, bad, good) EXAMPLE_ROW(id, bad, good, bad, good, false)
#define EXAMPLE_SAID(id, vi_bad, vi_good, en_bad, en_good) \
	EXAMPLE_ROW(id, vi_bad, vi_good, en_bad, en_good, true)
#define EXAMPLE_ROW(id, vi_bad, vi_good, en_bad, en_good, told) \
	[DIAG_##id] = { { [LANG_VI] = vi_bad, [LANG_EN] = en_bad }, \
		{ [LANG_VI] = vi_good, [LANG_EN] = en_good }, told },
#include "diag/example.def"
#undef EXAMPLE_ROW
#undef EXAMPLE_SAID
#undef EXAMPLE
};

struct str
diag_name(struct arena *a, enum diag_id id)
{
	char *name = arena_strndup(
	    a, diag_rules[id].id, strlen(diag_rules[id].id));
	char join = '/';

	for (char *p = name; *p != '\0'; p++) {
		if (*p != '_') {
			*p = (char)tolower((unsigned char)*p);
			continue;
		}
		*p = join;
		join = '-';
	}
	return str_of(name);
}

enum diag_id
diag_lookup(struct arena *a, struct str name)
{
	for (enum diag_id id = 0; id < DIAG_MAX; id++)
		if (str_eq(diag_name(a, id), name))
			return id;
	return DIAG_MAX;
}

const char *
diag_level_name(enum diag_level level, enum lang lang)
{
	static const char *const name[][LANG_MAX] = {
		[LEVEL_INFO] = { [LANG_EN] = "info", [LANG_VI] = "thông tin" },
		[LEVEL_STYLE] = { [LANG_EN] = "style",
		    [LANG_VI] = "văn phong" },
		[LEVEL_WARNING] = { [LANG_EN] = "warning",
		    [LANG_VI] = "cảnh báo" },
		[LEVEL_ERROR] = { [LANG_EN] = "error", [LANG_VI] = "lỗi" },
	};

	return name[level][lang];
}

const char *
diag_class_name(enum diag_class class, enum lang lang)
{
	static const char *const name[][LANG_MAX] = {
		[CLASS_INPUT] = { [LANG_EN] = "input",
		    [LANG_VI] = "dữ liệu vào" },
		[CLASS_PLAN] = { [LANG_EN] = "plan", [LANG_VI] = "kế hoạch" },
		[CLASS_LEGAL] = { [LANG_EN] = "legal",
		    [LANG_VI] = "quy định" },
		[CLASS_SAMPLE] = { [LANG_EN] = "sample",
		    [LANG_VI] = "mẫu trình bày" },
		[CLASS_HOUSE] = { [LANG_EN] = "house",
		    [LANG_VI] = "quy ước nội bộ" },
		[CLASS_MACHINE] = { [LANG_EN] = "machine",
		    [LANG_VI] = "máy" },
	};

	return name[class][lang];
}
