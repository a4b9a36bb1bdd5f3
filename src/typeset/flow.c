/*
 * flow.c - paragraphs on pages: widows and orphans, what stays together, and
 * what space between paragraphs counts (docx facts 4).
 */
#include "typeset/page.h"

/* How many of the lines from `from` on fit at c. */
static size_t
lines_fit(const struct pager *pg, struct cursor c,
    const struct set_paragraph *p, size_t from)
{
	size_t k = from;

	if (from == 0)
		c.y += page_gap(&c, p->before);
	while (k < p->nlines && page_take(pg, &c, &p->line[k]))
		k++;
	return k - from;
}

/* Of rest lines of which fit would fit: how many may stay on this page. */
static size_t
lines_allowed(const struct set_paragraph *p, size_t fit, size_t rest)
{
	if (fit >= rest)
		return rest;
	if (p->keep_lines || rest < 2 * MIN_LINES)
		return 0;
	if (fit > rest - MIN_LINES)
		fit = rest - MIN_LINES;
	return fit >= MIN_LINES ? fit : 0;
}

static void
put_lines(struct pager *pg, const struct set_block *b, size_t from, size_t n)
{
	const struct set_paragraph *p = &b->as.paragraph;

	if (from == 0)
		pg->at.y += page_gap(&pg->at, p->before);
	for (size_t k = from; k < from + n; k++) {
		page_put(pg, &p->line[k], 0, pg->at.y, false);
		pg->at.y += p->line[k].height;
	}
	pg->at.top = false;
	pg->at.after = p->after;
	if (!p->empty) {
		pg->heading = b->block->role == ROLE_HEADING ? b->block : NULL;
		if (b->block->component == COMPONENT_BODY)
			pg->body_lines += n;
	}
}

static void
flow_paragraph(struct pager *pg, const struct set_block *b)
{
	const struct set_paragraph *p = &b->as.paragraph;
	size_t from = 0, rest, fit, take;

	while (from < p->nlines) {
		rest = p->nlines - from;
		fit = lines_fit(pg, pg->at, p, from);
		take = lines_allowed(p, fit, rest);
		if (take == 0 && !pg->filled) /* nowhere does it fit better */
			take = fit > 0 ? fit : 1;
		if (take > 0)
			put_lines(pg, b, from, take);
		from += take;
		if (from < p->nlines)
			page_break(pg);
	}
}

/*
 * Does the chain of blocks that want to stay with the next fit at the page's
 * cursor, with the first lines of the block after it?  *end: behind the chain.
 */
static bool
chain_fits(const struct pager *pg, const struct set_block *b, size_t n,
    size_t *end)
{
	struct cursor c = pg->at;
	const struct set_paragraph *p;
	size_t i, lines;

	for (i = 0; i < n && !b[i].table; i++) {
		p = &b[i].as.paragraph;
		lines = p->nlines;
		if (!p->keep_next && !p->keep_lines && lines >= 2 * MIN_LINES)
			lines = MIN_LINES;
		*end = i;
		c.y += page_gap(&c, p->before);
		for (size_t k = 0; k < lines; k++)
			if (!page_take(pg, &c, &p->line[k]))
				return false;
		if (!p->keep_next)
			return true;
		c.after = p->after;
	}
	*end = i;
	return i == n || table_starts(pg, c, &b[i]);
}

void
flow_blocks(struct pager *pg, const struct set_block *b, size_t n)
{
	size_t checked = 0, end = 0;

	for (size_t i = 0; i < n; i++) {
		if (b[i].table) {
			flow_table(pg, &b[i]);
			continue;
		}
		if (b[i].as.paragraph.keep_next && i >= checked) {
			if (!chain_fits(pg, &b[i], n - i, &end) && pg->filled)
				page_break(pg);
			checked = i + end;
		}
		flow_paragraph(pg, &b[i]);
	}
}
