/*
 * sheet.c - the check sheet.  State as XML goes through check-sheet.xsl, which
 * has all wording, and what that gives through the stylesheet of each form.
 *
 *	<sheet lang version part>
 *	 <as-of day month year/>
 *	 <report path digest pages late/>
 *	 <obligation name last/> <unit name/>          where known
 *	 <OutgoingDocument>...</OutgoingDocument>     the record, if accepted
 *	 <subject area name rules error warning style info waived/> ...
 *	 <finding rule level clause line column detail>text</finding> ...
 *	                                    by, until: only if it is waived
 *	 <rule id clause outcome name>what is left to a person</rule> ...
 *	</sheet>
 *
 * A subject is what the findings of one beginning are about: "plan/section".
 */
#include "project/sheet.h"

#include <string.h>

#include "inspect/inspect.h"
#include "project/generate.h"
#include "project/xml_write.h"
#include "zip/zip.h"

static const char *const outcome_names[] = {
	[RULE_OPEN] = "open",
	[RULE_ABSENT] = "absent",
	[RULE_PASSED] = "passed",
	[RULE_BROKEN] = "broken",
};

static void
put_count(struct buf *b, const char *name, size_t n)
{
	put_xml_attr(b, name, str_printf(b->arena, "%zu", n));
}

static void
put_date(struct buf *b, const char *element, struct date d)
{
	buf_printf(b, "<%s", element);
	put_xml_attr(b, "day", date_day(b->arena, d));
	put_xml_attr(b, "month", date_month(b->arena, d));
	put_xml_attr(b, "year", str_printf(b->arena, "%d", d.year));
	buf_adds(b, "/>\n");
}

static void
put_report(struct buf *b, const struct project *p,
    const struct report_file *file, const struct result *r)
{
	const struct obligation *o = r->obligation.n == 0 ?
	    NULL :
	    plan_obligation(p->plan, b->arena, r->obligation);
	const struct unit *u = r->unit.n == 0 ?
	    NULL :
	    office_unit(p->office, b->arena, r->unit);
	char hex[DIGEST_HEX];

	digest_hex(&r->input, hex);
	buf_adds(b, "<report");
	put_xml_attr(b, "path", file->path);
	put_xml_attr(b, "digest", str_of(hex));
	put_count(b, "pages", r->pages);
	put_xml_attr(b, "late", r->late ? STR("yes") : STR("no"));
	buf_adds(b, "/>\n");
	if (o != NULL) {
		buf_adds(b, "<obligation");
		put_xml_attr(b, "name", o->name);
		put_xml_attr(b, "last", date_short(b->arena, o->last));
		buf_adds(b, "/>\n");
	}
	if (u != NULL) {
		buf_adds(b, "<unit");
		put_xml_attr(b, "name", u->name);
		buf_adds(b, "/>\n");
	}
}

/* The record without its XML declaration. */
static void
put_record(struct buf *b, struct str metadata)
{
	buf_add(b,
	    str_sub(metadata,
		str_find(metadata, STR("<OutgoingDocument"), 0), metadata.n));
}

/* "plan/section-missing" is about "plan/section". */
static struct str
subject_of(struct arena *a, enum diag_id id)
{
	struct str name = diag_name(a, id);

	return str_sub(name, 0,
	    str_find(name, STR("-"), str_find(name, STR("/"), 0)));
}

/* Rules of a subject stand together in the catalogue, or are several rows. */
static void
put_subjects(struct buf *b, const struct diags *ds)
{
	static const char *const level[] = {
		[LEVEL_ERROR] = "error",
		[LEVEL_WARNING] = "warning",
		[LEVEL_STYLE] = "style",
		[LEVEL_INFO] = "info",
	};
	unsigned id = 0, end;

	for (; id < DIAG_MAX; id = end) {
		struct str name = subject_of(b->arena, id);
		size_t n[LEVEL_ERROR + 1] = { 0 }, waived = 0;

		for (end = id + 1; end < DIAG_MAX &&
		     str_eq(subject_of(b->arena, end), name);)
			end++;
		for (size_t i = 0; i < ds->n; i++)
			if (ds->v[i].id < id || ds->v[i].id >= end)
				continue;
			else if (ds->v[i].waiver != NULL)
				waived++;
			else
				n[ds->v[i].level]++;
		buf_adds(b, "<subject");
		put_xml_attr(b, "area",
		    str_sub(name, 0, str_find(name, STR("/"), 0)));
		put_xml_attr(b, "name", name);
		put_count(b, "rules", end - id);
		for (int i = LEVEL_ERROR; i >= LEVEL_INFO; i--)
			put_count(b, level[i], n[i]);
		put_count(b, "waived", waived);
		buf_adds(b, "/>\n");
	}
}

static void
put_findings(struct buf *b, const struct diags *ds, enum lang lang)
{
	for (size_t i = 0; i < ds->n; i++) {
		const struct diag *d = &ds->v[i];
		const struct diag_rule *rule = &diag_rules[d->id];

		buf_adds(b, "<finding");
		put_xml_attr(b, "rule", diag_name(b->arena, d->id));
		put_xml_attr(
		    b, "level", str_of(diag_level_name(d->level, LANG_EN)));
		put_xml_attr(b, "level-name",
		    str_of(diag_level_name(d->level, lang)));
		put_xml_attr(b, "clause",
		    str_of(rule->clause == NULL ? "" : rule->clause));
		put_count(b, "line", d->pos.line);
		put_count(b, "column", d->pos.col);
		put_xml_attr(b, "detail", d->detail);
		if (d->waiver != NULL) {
			put_xml_attr(b, "by", d->waiver->by);
			put_xml_attr(b, "until", d->waiver->until);
		}
		buf_adds(b, ">");
		put_xml_text(b, str_of(rule->text[lang]));
		buf_adds(b, "</finding>\n");
	}
}

/* The decree's rules as measured on the DOCX; none when there is none. */
static void
put_rules(struct buf *b, const struct report_file *file, struct str docx,
    const struct font_set *fonts, enum lang lang)
{
	struct diags *told = diags_new(b->arena); /* by the build already */
	struct inspection in;
	bool read = docx.n > 0 &&
	    inspect_docx(docx, file->shown, fonts, b->arena, told, &in);

	for (enum rule_id id = 0; id < RULE_MAX; id++) {
		const struct rule_row *row = &rule_rows[id];
		const char *rest = row->rest[lang];

		buf_adds(b, "<rule");
		put_xml_attr(b, "id", str_of(row->id));
		put_xml_attr(b, "clause",
		    str_of(row->clause == NULL ? "" : row->clause));
		put_xml_attr(b, "outcome",
		    str_of(outcome_names[read ? in.outcome[id] : RULE_OPEN]));
		put_xml_attr(b, "made", row->made ? STR("yes") : STR("no"));
		put_xml_attr(b, "name", str_of(row->name[lang]));
		buf_adds(b, ">");
		put_xml_text(b, str_of(rest == NULL ? "" : rest));
		buf_adds(b, "</rule>\n");
	}
}

/* The parts of the package, one transformation each. */
static bool
make_docx(const struct project *p, struct str page, struct arena *a,
    struct str *docx, struct err *err)
{
	static const char *const part[] = { "[Content_Types].xml",
		"_rels/.rels", "word/document.xml", "word/styles.xml",
		"word/_rels/document.xml.rels" };
	enum { PARTS = sizeof(part) / sizeof(part[0]) };
	struct zip_entry entry[PARTS];
	size_t root = str_find(page, STR("<page"), 0) + sizeof("<page") - 1;

	for (size_t i = 0; i < PARTS; i++) {
		struct buf state = { .arena = a };

		buf_add(&state, str_sub(page, 0, root));
		put_xml_attr(&state, "part", str_of(part[i]));
		buf_add(&state, str_sub(page, root, page.n));
		entry[i].name = str_of(part[i]);
		if (!generate(p, "generate/sheet-docx.xsl", buf_str(&state), a,
			&entry[i].bytes, err))
			return false;
	}
	return package_pack(a, entry, PARTS, docx, err);
}

bool
sheet_make(const struct project *p, const struct report_file *file,
    const struct result *r, const struct font_set *fonts, struct date as_of,
    enum lang lang, const char *version, struct arena *a, struct sheet *out,
    struct err *err)
{
	struct buf state = { .arena = a };
	struct str page;

	diags_sort(r->diags);
	buf_adds(&state, "<sheet");
	put_xml_attr(&state, "lang", lang == LANG_EN ? STR("en") : STR("vi"));
	put_xml_attr(&state, "version", str_of(version));
	buf_adds(&state, ">\n");
	put_date(&state, "as-of", as_of);
	put_report(&state, p, file, r);
	put_record(&state, r->metadata);
	put_subjects(&state, r->diags);
	put_findings(&state, r->diags, lang);
	put_rules(&state, file, r->docx, fonts, lang);
	buf_adds(&state, "</sheet>\n");
	return generate(p, "generate/check-sheet.xsl", buf_str(&state), a,
		   &page, err) &&
	    generate(p, "generate/sheet-html.xsl", page, a, &out->html, err) &&
	    make_docx(p, page, a, &out->docx, err);
}
