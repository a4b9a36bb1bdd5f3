/* render.c - findings as lines for people and as JSON for programs. */
#include "diag/diag.h"

#include "base/json.h"

static const char *const color_of[] = {
	[LEVEL_INFO] = "\033[36m",
	[LEVEL_STYLE] = "\033[34m",
	[LEVEL_WARNING] = "\033[33m",
	[LEVEL_ERROR] = "\033[31;1m",
};

static void
print_place(const struct pos *pos, struct buf *out)
{
	if (pos->file == NULL)
		return;
	buf_adds(out, pos->file);
	if (pos->line > 0)
		buf_printf(out, ":%u:%u", pos->line, pos->col);
	buf_adds(out, ": ");
}

static void
print_level(enum diag_level level, const struct diag_style *how,
    struct buf *out)
{
	if (how->color)
		buf_adds(out, color_of[level]);
	buf_adds(out, diag_level_name(level, how->lang));
	if (how->color)
		buf_adds(out, "\033[0m");
	buf_adds(out, ": ");
}

static void
print_one(const struct diag *d, const struct diag_style *how, struct buf *out)
{
	const struct diag_rule *rule = &diag_rules[d->id];

	print_place(&d->pos, out);
	print_level(rule->level, how, out);
	buf_add(out, diag_name(out->arena, d->id));
	buf_printf(out, ": %s", rule->text[how->lang]);
	if (d->detail.n > 0)
		buf_printf(out, ": %.*s", STR_ARG(d->detail));
	if (rule->clause != NULL)
		buf_printf(out, " [%s]", rule->clause);
	if (d->near.n > 0)
		buf_printf(out, "; %s \"%.*s\"?",
		    how->lang == LANG_EN ? "did you mean" : "có phải",
		    STR_ARG(d->near));
	buf_addc(out, '\n');
	if (how->remedies)
		buf_printf(out, "    -> %s\n", rule->remedy[how->lang]);
}

void
diags_print(const struct diags *ds, const struct diag_style *how,
    struct buf *out)
{
	for (size_t i = 0; i < ds->n; i++)
		print_one(&ds->v[i], how, out);
}

void
diags_print_count(const struct diags *ds, const struct diag_style *how,
    struct buf *out)
{
	bool first = true;

	for (int level = LEVEL_ERROR; level >= LEVEL_INFO; level--) {
		size_t n = diags_count(ds, (enum diag_level)level);

		if (n == 0)
			continue;
		buf_printf(out, "%s%zu %s%s", first ? "" : ", ", n,
		    diag_level_name((enum diag_level)level, how->lang),
		    how->lang == LANG_EN && n > 1 && level > LEVEL_STYLE ? "s" :
									   "");
		first = false;
	}
	if (!first)
		buf_addc(out, '\n');
}

void
diags_json_members(const struct diags *ds, enum lang lang, struct json *j)
{
	json_int(j, "version", 1);
	json_open(j, "findings", '[');
	for (size_t i = 0; i < ds->n; i++) {
		const struct diag *d = &ds->v[i];
		const struct diag_rule *rule = &diag_rules[d->id];

		json_open(j, NULL, '{');
		json_str(j, "rule", diag_name(ds->arena, d->id));
		json_str(j, "level",
		    str_of(diag_level_name(rule->level, LANG_EN)));
		json_str(j, "class",
		    str_of(diag_class_name(rule->class, LANG_EN)));
		if (rule->clause != NULL)
			json_str(j, "clause", str_of(rule->clause));
		if (d->pos.file != NULL)
			json_str(j, "file", str_of(d->pos.file));
		if (d->pos.line > 0) {
			json_int(j, "line", d->pos.line);
			json_int(j, "column", d->pos.col);
		}
		json_str(j, "text", str_of(rule->text[lang]));
		if (d->detail.n > 0)
			json_str(j, "detail", d->detail);
		if (d->near.n > 0)
			json_str(j, "near", d->near);
		json_str(j, "remedy", str_of(rule->remedy[lang]));
		json_close(j, '}');
	}
	json_close(j, ']');
}

void
diags_json(const struct diags *ds, enum lang lang, struct buf *out)
{
	struct json j = json_begin(out);

	json_open(&j, NULL, '{');
	diags_json_members(ds, lang, &j);
	json_close(&j, '}');
}
