/* render.c - findings as lines for people, and the catalogue as text. */
#include "diag/diag.h"

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
print_level(const struct diag *d, const struct diag_style *how, struct buf *out)
{
	if (how->color)
		buf_adds(out, color_of[d->level]);
	buf_adds(out, diag_level_name(d->level, how->lang));
	if (how->color)
		buf_adds(out, "\033[0m");
	if (d->waiver != NULL)
		buf_adds(out,
		    how->lang == LANG_EN ? " (waived)" : " (được miễn)");
	buf_adds(out, ": ");
}

void
diag_message(const struct diag *d, enum lang lang, struct buf *out)
{
	const struct diag_rule *rule = &diag_rules[d->id];

	buf_adds(out, rule->text[lang]);
	if (d->detail.n > 0)
		buf_printf(out, ": %.*s", STR_ARG(d->detail));
	if (rule->clause != NULL)
		buf_printf(out, " [%s]", rule->clause);
	if (d->near.n > 0)
		buf_printf(out, "; %s \"%.*s\"?",
		    lang == LANG_EN ? "did you mean" : "có phải",
		    STR_ARG(d->near));
}

/* Who let it stand, why and how long; else what to do. */
static void
print_remedy(const struct diag *d, enum lang lang, struct buf *out)
{
	const struct waiver *w = d->waiver;

	buf_adds(out, "    -> ");
	if (d->where[lang].n > 0)
		buf_printf(out, "%.*s: ", STR_ARG(d->where[lang]));
	if (w == NULL)
		buf_printf(out, "%s\n", diag_rules[d->id].remedy[lang]);
	else
		buf_printf(out, "%s %.*s, %s %.*s (%s:%u): %.*s\n",
		    lang == LANG_EN ? "waived by" : "được miễn theo",
		    STR_ARG(w->by), lang == LANG_EN ? "until" : "đến hết ngày",
		    STR_ARG(w->until), w->pos.file, w->pos.line,
		    STR_ARG(w->reason));
}

static void
print_one(const struct diag *d, const struct diag_style *how, struct buf *out)
{
	print_place(&d->pos, out);
	print_level(d, how, out);
	buf_add(out, diag_name(out->arena, d->id));
	buf_adds(out, ": ");
	diag_message(d, how->lang, out);
	buf_addc(out, '\n');
	if (!how->remedies)
		return;
	diag_print_line(d, out);
	print_remedy(d, how->lang, out);
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
	bool en = how->lang == LANG_EN, first = true;
	size_t waived = diags_waived(ds);

	for (int level = LEVEL_ERROR; level >= LEVEL_INFO; level--) {
		size_t n = diags_count(ds, (enum diag_level)level);

		if (n == 0)
			continue;
		buf_printf(out, "%s%zu %s%s", first ? "" : ", ", n,
		    diag_level_name((enum diag_level)level, how->lang),
		    en && n > 1 && level > LEVEL_STYLE ? "s" : "");
		first = false;
	}
	if (waived > 0)
		buf_printf(out, "%s%zu %s", first ? "" : ", ", waived,
		    en ? "waived" : "được miễn");
	if (!first || waived > 0)
		buf_addc(out, '\n');
}

void
diag_list(enum diag_mode mode, enum lang lang, struct buf *out)
{
	for (enum diag_id id = 0; id < DIAG_MAX; id++) {
		const struct diag_rule *rule = &diag_rules[id];

		buf_printf(out, "%.*s: %s, %s%s%s: %s\n",
		    STR_ARG(diag_name(out->arena, id)),
		    diag_level_name(diag_level_in(mode, id), lang),
		    diag_class_name(rule->class, lang),
		    rule->clause == NULL ? "" : ", ",
		    rule->clause == NULL ? "" : rule->clause,
		    rule->text[lang]);
	}
}
