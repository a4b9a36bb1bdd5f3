/*
 * render_sarif.c - findings as SARIF 2.1.0 (OASIS, 27 March 2020), for the
 * programs that show results of checks.  Sections are named by its clauses.
 */
#include "diag/diag.h"

#include "base/json.h"

#define SCHEMA                                                        \
	"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/" \
	"schemas/sarif-schema-2.1.0.json"

/* 3.27.10; style and info are both notes there. */
static const char *const level_names[] = {
	[LEVEL_INFO] = "note",
	[LEVEL_STYLE] = "note",
	[LEVEL_WARNING] = "warning",
	[LEVEL_ERROR] = "error",
};

/* An object with one text, such as a message (3.11). */
static void
write_message(struct json *j, const char *key, struct str text)
{
	json_open(j, key, '{');
	json_str(j, "text", text);
	json_close(j, '}');
}

/* A path as a relative URI (3.4.4, RFC 3986): a URI has no other letters. */
static struct str
uri_of(struct arena *a, struct str path)
{
	static const char kept[] = "-._~/";
	struct buf out = { .arena = a };

	for (size_t i = 0; i < path.n; i++) {
		unsigned char c = (unsigned char)path.p[i];
		bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
		    (c >= '0' && c <= '9');

		for (const char *k = kept; *k != '\0'; k++)
			plain = plain || c == (unsigned char)*k;
		if (plain)
			buf_addc(&out, (char)c);
		else
			buf_printf(&out, "%%%02X", c);
	}
	return buf_str(&out);
}

static void
write_rule(enum diag_id id, enum lang lang, struct json *j)
{
	const struct diag_rule *rule = &diag_rules[id];

	json_open(j, NULL, '{');
	json_str(j, "id", diag_name(j->out->arena, id));
	write_message(j, "shortDescription", str_of(rule->text[lang]));
	write_message(j, "help", str_of(rule->remedy[lang]));
	json_open(j, "defaultConfiguration", '{');
	json_str(j, "level", str_of(level_names[rule->level]));
	json_close(j, '}');
	json_open(j, "properties", '{');
	if (rule->clause != NULL)
		json_str(j, "clause", str_of(rule->clause));
	json_open(j, "tags", '[');
	json_str(j, NULL, str_of(diag_class_name(rule->class, LANG_EN)));
	json_close(j, ']');
	json_close(j, '}');
	json_close(j, '}');
}

/* The rules that findings name (3.19.23); index[id] is the place in it. */
static void
write_rules(
    const struct diags *ds, enum lang lang, size_t index[], struct json *j)
{
	bool used[DIAG_MAX] = { false };
	size_t n = 0;

	for (size_t i = 0; i < ds->n; i++)
		used[ds->v[i].id] = true;
	json_open(j, "rules", '[');
	for (enum diag_id id = 0; id < DIAG_MAX; id++) {
		if (!used[id])
			continue;
		index[id] = n++;
		write_rule(id, lang, j);
	}
	json_close(j, ']');
}

static void
write_place(const struct diag *d, struct json *j)
{
	json_open(j, "physicalLocation", '{');
	json_open(j, "artifactLocation", '{');
	json_str(j, "uri", uri_of(j->out->arena, str_of(d->pos.file)));
	json_close(j, '}');
	if (d->pos.line > 0) {
		json_open(j, "region", '{');
		json_int(j, "startLine", d->pos.line);
		json_int(j, "startColumn", d->pos.col > 0 ? d->pos.col : 1);
		json_close(j, '}');
	}
	if (diag_has_line(d)) {
		json_open(j, "contextRegion", '{');
		json_int(j, "startLine", d->pos.line);
		write_message(j, "snippet", d->line);
		json_close(j, '}');
	}
	json_close(j, '}');
}

static void
write_locations(const struct diag *d, enum lang lang, struct json *j)
{
	json_open(j, "locations", '[');
	if (d->pos.file != NULL) {
		json_open(j, NULL, '{');
		write_place(d, j);
		if (d->where[lang].n > 0) {
			json_open(j, "logicalLocations", '[');
			json_open(j, NULL, '{');
			json_str(j, "fullyQualifiedName", d->where[lang]);
			json_close(j, '}');
			json_close(j, ']');
		}
		json_close(j, '}');
	}
	json_close(j, ']');
}

/* 3.27.23: an empty array says that the result is not suppressed. */
static void
write_suppressions(const struct diag *d, struct json *j)
{
	const struct waiver *w = d->waiver;

	json_open(j, "suppressions", '[');
	if (w != NULL) {
		json_open(j, NULL, '{');
		json_str(j, "kind", STR("external"));
		json_str(j, "status", STR("accepted"));
		json_str(j, "justification",
		    str_printf(j->out->arena, "%.*s (%.*s, %.*s)",
			STR_ARG(w->reason), STR_ARG(w->by), STR_ARG(w->until)));
		json_close(j, '}');
	}
	json_close(j, ']');
}

static void
write_result(const struct diag *d, enum lang lang, size_t index, struct json *j)
{
	struct buf text = { .arena = j->out->arena };

	json_open(j, NULL, '{');
	json_str(j, "ruleId", diag_name(j->out->arena, d->id));
	json_int(j, "ruleIndex", (int64_t)index);
	json_str(j, "level", str_of(level_names[d->level]));
	diag_message(d, lang, &text);
	write_message(j, "message", buf_str(&text));
	write_locations(d, lang, j);
	write_suppressions(d, j);
	json_close(j, '}');
}

void
diags_sarif(const struct diags *ds, enum lang lang, struct buf *out)
{
	struct json j = json_begin(out);
	size_t index[DIAG_MAX] = { 0 };

	json_open(&j, NULL, '{');
	json_str(&j, "$schema", STR(SCHEMA));
	json_str(&j, "version", STR("2.1.0"));
	json_open(&j, "runs", '[');
	json_open(&j, NULL, '{');
	json_open(&j, "tool", '{');
	json_open(&j, "driver", '{');
	json_str(&j, "name", STR("vanthu"));
	json_str(&j, "semanticVersion", STR(VERSION));
	json_str(&j, "language", lang == LANG_EN ? STR("en") : STR("vi"));
	write_rules(ds, lang, index, &j);
	json_close(&j, '}');
	json_close(&j, '}');
	json_str(&j, "columnKind", STR("unicodeCodePoints"));
	json_open(&j, "results", '[');
	for (size_t i = 0; i < ds->n; i++)
		write_result(&ds->v[i], lang, index[ds->v[i].id], &j);
	json_close(&j, ']');
	json_close(&j, '}');
	json_close(&j, ']');
	json_close(&j, '}');
}
