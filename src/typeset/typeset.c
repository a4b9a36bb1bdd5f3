/*
 * typeset.c - a laid document to pages: each section's blocks are set in lines,
 * then put on pages.
 */
#include "typeset/typeset.h"

#include "typeset/page.h"

static struct set_block *
set_blocks(struct setter *s, const struct lsection *section)
{
	struct set_block *out =
	    NEW_ARRAY(s->arena, section->nblocks, struct set_block);
	const struct lblock *b, *next;

	for (size_t i = 0; i < section->nblocks; i++) {
		b = &section->block[i];
		next = i + 1 < section->nblocks ? b + 1 : NULL;
		tree_expect(&s->tree, s->tree.root, b, next);
		out[i].block = b;
		out[i].table = b->kind == LAID_TABLE;
		if (out[i].table)
			out[i].as.table = set_table(s, b, s->tree.root);
		else
			out[i].as.paragraph = set_paragraph(
			    s, b, s->measure, s->tree.root);
	}
	return out;
}

void
set_document(struct setter *s, struct pager *pg)
{
	const struct laid *l = s->laid;
	struct set_block *set;
	struct margin_line *margin;
	size_t nlines;

	tree_start(&s->tree, s->arena);
	s->note = NEW_ARRAY(s->arena, l->nnotes, struct set_note);
	pg->s = s;
	pg->note_placed = NEW_ARRAY(s->arena, l->nnotes, bool);
	for (size_t i = 0; i < l->nsections; i++) {
		page_begin_section(pg, &l->section[i]);
		s->measure = pg->measure;
		margin = set_margin(
		    s, l->section[i].top, l->section[i].ntop, &nlines);
		page_put_top(pg, margin, nlines);
		set = set_blocks(s, &l->section[i]);
		margin = set_margin(
		    s, l->section[i].foot, l->section[i].nfoot, &nlines);
		page_keep_foot(pg, margin, nlines);
		flow_blocks(pg, set, l->section[i].nblocks);
		page_end_section(pg);
	}
}

const struct pages *
typeset(const struct laid *l, const struct font_set *fs, struct arena *a,
    struct diags *ds)
{
	struct pages *out = NEW(a, struct pages);
	struct setter s = { .arena = a, .laid = l, .fonts = fs, .diags = ds };
	struct pager pg = { 0 };

	set_document(&s, &pg);
	out->meta = &l->meta;
	out->asset = l->asset;
	out->nassets = l->nassets;
	out->page = pg.pages.v;
	out->npages = pg.pages.n;
	out->field = pg.fields.v;
	out->nfields = pg.fields.n;
	out->root = s.tree.root;
	out->elem = tree_number(&s.tree, &out->nelems);
	return out;
}
