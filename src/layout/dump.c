/*
 * dump.c - a laid document as text.  Lengths in twips, sizes in points; what a
 * paragraph has beside its style is always there, so that a golden test shows
 * every number the writers get.
 */
#include <inttypes.h>

#include "layout/laid.h"

static const char *const role_names[] = {
	[ROLE_PARAGRAPH] = "paragraph",
	[ROLE_TITLE] = "title",
	[ROLE_HEADING] = "heading",
	[ROLE_ITEM] = "item",
	[ROLE_CAPTION] = "caption",
	[ROLE_LEGEND] = "legend",
	[ROLE_CELL] = "cell",
	[ROLE_NOTE] = "note",
	[ROLE_FORM] = "form",
};

static const char *const align_names[] = {
	[ALIGN_DEFAULT] = "default",
	[ALIGN_LEFT] = "left",
	[ALIGN_CENTER] = "center",
	[ALIGN_RIGHT] = "right",
	[ALIGN_BOTH] = "both",
};

struct dump {
	struct buf *out;
	unsigned depth;
};

static void
begin_line(struct dump *d)
{
	buf_printf(d->out, "%*s", (int)(2 * d->depth), "");
}

static void
dump_size(struct dump *d, unsigned half_points)
{
	buf_printf(d->out, "%u%spt", half_points / 2,
	    half_points % 2 != 0 ? ".5" : "");
}

static void
dump_length(struct dump *d, const char *name, emu length)
{
	if (length != 0)
		buf_printf(d->out, " %s %" PRId64, name, twips(length));
}

/* Only the line: the file's name differs from place to place. */
static void
dump_pos(struct dump *d, const struct lblock *block)
{
	if (block->pos.line > 0)
		buf_printf(d->out, " @%u:%u", block->pos.line, block->pos.col);
	buf_addc(d->out, '\n');
}

static void
dump_style(struct dump *d, const struct lparagraph *p)
{
	const struct style *s = &p->style;

	buf_printf(d->out, " %s ", style_rows[p->style_id].name);
	dump_size(d, s->half_points);
	buf_printf(d->out, " %s", align_names[s->align]);
	dump_length(d, "left", s->left);
	dump_length(d, "right", s->right);
	dump_length(d, "first", s->first);
	dump_length(d, "before", s->before);
	dump_length(d, "after", s->after);
	dump_length(d, "exact", p->exact);
	if (p->exact == 0 && s->line != 240)
		buf_printf(d->out, " line %u", s->line);
	if (s->keep_next)
		buf_adds(d->out, " keep-next");
	if (s->keep_lines)
		buf_adds(d->out, " keep-lines");
	if (p->spacing != 0)
		buf_printf(d->out, " spacing %d", p->spacing);
	if (p->box.border == 0)
		return;
	buf_adds(d->out, " box");
	dump_length(d, "border", p->box.border);
	dump_length(d, "above", p->box.above);
	dump_length(d, "below", p->box.below);
	if (p->box.color != 0)
		buf_printf(d->out, " #%06X", (unsigned)p->box.color);
}

static void
dump_run(struct dump *d, const struct lrun *r)
{
	static const char *const kinds[] = { [RUN_TEXT] = "text",
		[RUN_NOTE_REF] = "note",
		[RUN_BREAK] = "break",
		[RUN_PAGE] = "page" };

	begin_line(d);
	buf_printf(d->out, "%s ", r->label ? "label" : kinds[r->kind]);
	dump_size(d, r->half_points);
	buf_printf(
	    d->out, "%s%s", r->bold ? " bold" : "", r->italic ? " italic" : "");
	if (r->color != 0)
		buf_printf(d->out, " #%06X", (unsigned)r->color);
	if (r->kind == RUN_NOTE_REF)
		buf_printf(d->out, " #%u", r->note);
	if (r->kind == RUN_TEXT || r->kind == RUN_NOTE_REF)
		buf_printf(d->out, " \"%.*s\"", STR_ARG(r->text));
	if (r->link.n > 0)
		buf_printf(d->out, " -> %.*s", STR_ARG(r->link));
	buf_addc(d->out, '\n');
}

static void
dump_paragraph(struct dump *d, const struct lblock *block)
{
	const struct lparagraph *p = &block->as.paragraph;

	buf_printf(d->out, "%s", role_names[block->role]);
	if (block->level > 0)
		buf_printf(d->out, " %u", block->level);
	buf_printf(d->out, " %s", components[block->component].name);
	dump_style(d, p);
	dump_pos(d, block);
	d->depth++;
	for (size_t i = 0; i < p->nruns; i++)
		dump_run(d, &p->run[i]);
	d->depth--;
}

static void
dump_image(struct dump *d, const struct lblock *block)
{
	const struct limage *g = &block->as.image;

	buf_printf(d->out, "image #%u", g->asset);
	dump_style(d, &g->paragraph);
	dump_length(d, "width", g->width);
	dump_length(d, "height", g->height);
	buf_printf(d->out, " \"%.*s\"", STR_ARG(g->alt));
	dump_pos(d, block);
}

static void dump_blocks(struct dump *d, const struct lblock *block, size_t n);

static void
dump_row(struct dump *d, const struct lrow *row)
{
	begin_line(d);
	buf_printf(d->out, "row%s%s\n", row->header ? " header" : "",
	    row->cant_split ? " cant-split" : "");
	d->depth++;
	for (size_t i = 0; i < row->ncells; i++) {
		const struct lcell *c = &row->cell[i];

		begin_line(d);
		buf_adds(d->out, c->covered ? "covered" : "cell");
		if (c->colspan > 1)
			buf_printf(d->out, " columns %u", c->colspan);
		if (c->rowspan > 1)
			buf_printf(d->out, " rows %u", c->rowspan);
		buf_addc(d->out, '\n');
		d->depth++;
		dump_blocks(d, c->block, c->nblocks);
		d->depth--;
	}
	d->depth--;
}

static void
dump_table(struct dump *d, const struct lblock *block)
{
	const struct ltable *t = &block->as.table;

	buf_printf(d->out, "table %s columns", t->bordered ? "body" : "form");
	for (size_t i = 0; i < t->ncolumns; i++)
		buf_printf(d->out, " %" PRId64, twips(t->column[i]));
	dump_length(d, "border", t->border);
	dump_length(d, "margin", t->margin);
	if (t->caption.n > 0)
		buf_printf(d->out, " \"%.*s\"", STR_ARG(t->caption));
	dump_pos(d, block);
	d->depth++;
	for (size_t i = 0; i < t->nrows; i++)
		dump_row(d, &t->row[i]);
	d->depth--;
}

static void
dump_blocks(struct dump *d, const struct lblock *block, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		begin_line(d);
		switch (block[i].kind) {
		case LAID_PARAGRAPH:
			dump_paragraph(d, &block[i]);
			break;
		case LAID_RULE:
			buf_printf(d->out, "rule %s",
			    components[block[i].component].name);
			dump_length(d, "column", block[i].as.rule.column);
			dump_length(d, "width", block[i].as.rule.width);
			dump_length(d, "before", block[i].as.rule.before);
			dump_pos(d, &block[i]);
			break;
		case LAID_IMAGE:
			dump_image(d, &block[i]);
			break;
		case LAID_TABLE:
			dump_table(d, &block[i]);
			break;
		}
	}
}

static void
dump_meta(struct dump *d, const struct lmeta *m)
{
	buf_printf(d->out, "title \"%.*s\"\n", STR_ARG(m->title));
	buf_printf(d->out, "author \"%.*s\"\n", STR_ARG(m->author));
	buf_printf(d->out, "symbol \"%.*s\"\n", STR_ARG(m->symbol));
	if (date_is_set(m->date))
		buf_printf(d->out, "date %04d-%02d-%02d\n", m->date.year,
		    m->date.month, m->date.day);
}

/* What stands in a margin of the section's first page. */
static void
dump_margin(
    struct dump *d, const char *name, const struct lblock *block, size_t n)
{
	if (n > 0)
		buf_printf(d->out, "  %s\n", name);
	d->depth = 2;
	dump_blocks(d, block, n);
}

static void
dump_section(struct dump *d, const struct lsection *s)
{
	buf_adds(d->out, "section");
	dump_length(d, "width", s->page.width);
	dump_length(d, "height", s->page.height);
	dump_length(d, "top", s->page.top);
	dump_length(d, "bottom", s->page.bottom);
	dump_length(d, "left", s->page.left);
	dump_length(d, "right", s->page.right);
	dump_length(d, "header", s->page.header);
	if (s->nfoot > 0)
		dump_length(d, "footer", s->footer);
	if (s->label.n > 0)
		buf_printf(d->out, " \"%.*s\"", STR_ARG(s->label));
	buf_adds(d->out, "\n  page-number");
	dump_style(d, &s->page_number);
	buf_addc(d->out, '\n');
	dump_margin(d, "top", s->top, s->ntop);
	d->depth = 1;
	dump_blocks(d, s->block, s->nblocks);
	dump_margin(d, "foot", s->foot, s->nfoot);
}

void
laid_dump(const struct laid *l, struct buf *out)
{
	struct dump d = { .out = out };

	dump_meta(&d, &l->meta);
	for (size_t i = 0; i < l->nsections; i++)
		dump_section(&d, &l->section[i]);
	for (size_t i = 0; i < l->nnotes; i++) {
		buf_printf(out, "note #%zu\n", i);
		d.depth = 1;
		dump_blocks(&d, l->note[i].block, l->note[i].nblocks);
	}
}

static void text_blocks(const struct lblock *block, size_t n, struct buf *out);

static void
text_paragraph(const struct lparagraph *p, struct buf *out)
{
	if (p->nruns == 0)
		return;
	for (size_t i = 0; i < p->nruns; i++)
		if (p->run[i].kind == RUN_BREAK)
			buf_addc(out, ' ');
		else
			buf_add(out, p->run[i].text);
	buf_addc(out, '\n');
}

static void
text_table(const struct ltable *t, struct buf *out)
{
	for (size_t i = 0; i < t->nrows; i++)
		for (size_t j = 0; j < t->row[i].ncells; j++)
			text_blocks(t->row[i].cell[j].block,
			    t->row[i].cell[j].nblocks, out);
}

static void
text_blocks(const struct lblock *block, size_t n, struct buf *out)
{
	for (size_t i = 0; i < n; i++)
		if (block[i].kind == LAID_PARAGRAPH)
			text_paragraph(&block[i].as.paragraph, out);
		else if (block[i].kind == LAID_TABLE)
			text_table(&block[i].as.table, out);
}

void
laid_text(const struct laid *l, struct buf *out)
{
	for (size_t i = 0; i < l->nsections; i++) {
		const struct lsection *s = &l->section[i];

		text_blocks(s->top, s->ntop, out);
		text_blocks(s->block, s->nblocks, out);
		text_blocks(s->foot, s->nfoot, out);
	}
	for (size_t i = 0; i < l->nnotes; i++)
		text_blocks(l->note[i].block, l->note[i].nblocks, out);
}
