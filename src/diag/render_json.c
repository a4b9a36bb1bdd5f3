/*
 * render_json.c - findings and the catalogue as JSON of our own; the form is
 * findings.schema.json.  Members are added, never renamed; one that goes or
 * changes its meaning makes a new version.  Waived findings stand apart, so
 * that whoever counts the others still counts right.
 */
#include "diag/diag.h"

#include "base/json.h"

static void
write_text(struct json *j, const char *key, struct str s)
{
	if (s.n > 0)
		json_str(j, key, s);
}

static void
write_rule(const struct diag_rule *rule, enum diag_level level, enum lang lang,
    struct json *j)
{
	json_str(j, "level", str_of(diag_level_name(level, LANG_EN)));
	json_str(j, "class", str_of(diag_class_name(rule->class, LANG_EN)));
	if (rule->clause != NULL)
		json_str(j, "clause", str_of(rule->clause));
	json_str(j, "text", str_of(rule->text[lang]));
	json_str(j, "remedy", str_of(rule->remedy[lang]));
}

static void
write_waiver(const struct waiver *w, struct json *j)
{
	json_open(j, "waiver", '{');
	json_str(j, "file", str_of(w->pos.file));
	json_int(j, "line", w->pos.line);
	json_str(j, "by", w->by);
	json_str(j, "until", w->until);
	json_str(j, "reason", w->reason);
	json_close(j, '}');
}

static void
write_finding(const struct diag *d, enum lang lang, struct json *j)
{
	json_open(j, NULL, '{');
	json_str(j, "rule", diag_name(j->out->arena, d->id));
	write_rule(&diag_rules[d->id], d->level, lang, j);
	write_text(j, "file", str_of(d->pos.file));
	if (d->pos.line > 0) {
		json_int(j, "line", d->pos.line);
		json_int(j, "column", d->pos.col);
	}
	write_text(j, "where", d->where[lang]);
	if (diag_has_line(d))
		write_text(j, "source", d->line);
	write_text(j, "detail", d->detail);
	write_text(j, "near", d->near);
	if (d->waiver != NULL)
		write_waiver(d->waiver, j);
	json_close(j, '}');
}

static void
write_findings(const struct diags *ds, const char *key, bool waived,
    enum lang lang, struct json *j)
{
	json_open(j, key, '[');
	for (size_t i = 0; i < ds->n; i++)
		if ((ds->v[i].waiver != NULL) == waived)
			write_finding(&ds->v[i], lang, j);
	json_close(j, ']');
}

void
diags_json_members(const struct diags *ds, enum lang lang, struct json *j)
{
	json_int(j, "version", 1);
	json_str(j, "mode", str_of(diag_mode_name(ds->mode)));
	write_findings(ds, "findings", false, lang, j);
	write_findings(ds, "waived", true, lang, j);
}

void
diags_json(const struct diags *ds, enum lang lang, struct buf *out)
{
	struct json j = json_begin(out);

	json_open(&j, NULL, '{');
	diags_json_members(ds, lang, &j);
	json_close(&j, '}');
}

void
diag_list_json(enum diag_mode mode, enum lang lang, struct buf *out)
{
	struct json j = json_begin(out);

	json_open(&j, NULL, '{');
	json_int(&j, "version", 1);
	json_str(&j, "mode", str_of(diag_mode_name(mode)));
	json_open(&j, "rules", '[');
	for (enum diag_id id = 0; id < DIAG_MAX; id++) {
		json_open(&j, NULL, '{');
		json_str(&j, "rule", diag_name(out->arena, id));
		write_rule(&diag_rules[id], diag_level_in(mode, id), lang, &j);
		json_bool(&j, "waivable", diag_waivable(id));
		json_close(&j, '}');
	}
	json_close(&j, ']');
	json_close(&j, '}');
}
