/*
 * check.c - the checks as tables, and the loop that runs them.  To add one:
 * write a function in the file of its subject and a row here.
 */
#include "check/run.h"

typedef void subject_fn(struct check *);
typedef void table_fn(struct check *, const struct node *);
typedef void text_fn(struct check *, const struct flat *);

/* The header: each row reads its fields and fills its facts. */
static subject_fn *const of_header[] = {
	check_number,
	check_date,
	check_place,
	check_subject,
	check_bases,
	check_stamps,
	check_drafter,
	check_addressees,
	check_recipients, /* asks for the addressees */
	check_decision,
	check_signature, /* asks for who decides */
	check_lengths,
	check_unused,
	check_header_gaps,
	collect_cited_header,
	check_header_names,
	check_header_districts,
	collect_figures, /* before those of the tables */
};

static table_fn *const of_table[] = {
	collect_mentions,
	check_awards,
	check_sums,
};

/* Headings, paragraphs, cells and titles of appendices. */
static text_fn *const of_text[] = {
	check_gaps,
	check_spacing,
	check_citation,
	check_citations,
	check_days,
	check_acts,
	check_capitals,
	check_sentences,
	check_dashes,
	check_marks,
	check_spelling,
	check_names,
	check_districts,
	count_habits,
	collect_claims,
	check_ratios,
	collect_cited,
	collect_counts,
	count_pairs,
};

/* What can be said only of the whole. */
static subject_fn *const of_whole[] = {
	check_sections,
	check_targets,
	check_cited,
	check_counts, /* asks for the lists */
	check_claims, /* asks for the targets' figures */
	check_numbering,
	check_end,
	check_appendices,
	check_habits,
	check_pairs,
	check_one_name,
	check_endings,
	collect_facts, /* the last: of all that was found */
};

static void
check_node(struct check *c, const struct node *n)
{
	struct flat f;

	if (n->kind == NODE_TABLE)
		for (size_t i = 0; i < COUNT(of_table); i++)
			of_table[i](c, n);
	if (n->kind != NODE_HEADING && n->kind != NODE_PARAGRAPH &&
	    n->kind != NODE_CELL && n->kind != NODE_APPENDIX)
		return;
	f = flat_of(c, n);
	for (size_t i = 0; i < COUNT(of_text); i++)
		of_text[i](c, &f);
}

static void
run(struct check *c)
{
	const struct node *n;

	for (size_t i = 0; i < COUNT(of_header); i++)
		of_header[i](c);
	for (n = c->doc->root; n != NULL; n = node_next(n, c->doc->root))
		check_node(c, n);
	for (size_t i = 0; i < COUNT(of_whole); i++)
		of_whole[i](c);
}

const struct checked *
check_report(const struct doc *doc, const struct identity *identity,
    const struct plan *plan, const struct office *office,
    const struct template *tpl, struct arena *a, struct diags *ds)
{
	size_t before = ds->n;
	struct check c = {
		.doc = doc,
		.plan = plan,
		.office = office,
		.tpl = tpl,
		.obligation = identity->obligation,
		.unit = identity->unit,
		.type = identity->type,
		.a = a,
		.ds = ds,
		.out = NEW(a, struct checked),
	};

	c.out->doc = doc;
	c.out->plan = plan;
	c.out->obligation = c.obligation;
	c.out->unit = c.unit;
	c.out->type = c.type;
	run(&c);
	if (c.unit == NULL || c.type == DOCTYPE_MAX)
		return NULL;
	return diags_stop_after(ds, before) ? NULL : c.out;
}
