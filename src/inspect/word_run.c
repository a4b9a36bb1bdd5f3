/* word_run.c - the runs of a paragraph: text as shown, fields, changes. */
#include "inspect/word_read.h"
#include "text/viet.h"

enum { MAX_RUNS = 2000000 };

struct line {
	struct wpara p;
	struct buf text;
	VEC(struct wrun) runs;
	VEC(const struct scan_elem *) drawings;
	bool ends_section;
};

static void
note_change(struct reader *r, size_t *count)
{
	if (r->w->insertions + r->w->deletions == 0)
		r->w->changed_para = r->numbered + 1;
	(*count)++;
}

/* The innermost field is PAGE, and this is what it shows. */
static bool
shows_page(const struct reader *r)
{
	const struct wfield *f;
	struct str s, word;

	if (r->nfields == 0 || r->nfields > FIELD_DEPTH)
		return false;
	f = &r->field[r->nfields - 1];
	s = str_trim((struct str) { f->instruction, f->n });
	return str_split(&s, ' ', &word) && str_is(word, "PAGE");
}

static void
add_text(
    struct reader *r, struct line *l, struct str s, const struct wface *face)
{
	struct wrun *run;

	if (shows_page(r) && r->field[r->nfields - 1].result) {
		l->p.page_field = true;
		l->p.page_face = *face;
	}
	if (face->hidden || s.n == 0)
		return;
	if (r->paras.n + l->runs.n > MAX_RUNS) {
		r->full = true;
		return;
	}
	run = vec_add(r->a, &l->runs);
	run->from = l->text.n;
	buf_add(&l->text, face->caps ? viet_upper(r->a, s) : s);
	run->to = l->text.n;
	run->face = *face;
}

static void
field_char(
    struct reader *r, struct line *l, struct str type, const struct wface *face)
{
	if (str_is(type, "begin")) {
		if (r->nfields < FIELD_DEPTH)
			r->field[r->nfields] = (struct wfield) { .n = 0 };
		r->nfields++;
	} else if (r->nfields > 0 && str_is(type, "separate")) {
		if (r->nfields <= FIELD_DEPTH)
			r->field[r->nfields - 1].result = true;
	} else if (r->nfields > 0 && str_is(type, "end")) {
		if (shows_page(r)) {
			l->p.page_face =
			    l->p.page_field ? l->p.page_face : *face;
			l->p.page_field = true;
		}
		r->nfields--;
	}
}

static void
field_instruction(struct reader *r, struct str s)
{
	struct wfield *f;

	if (r->nfields == 0 || r->nfields > FIELD_DEPTH)
		return;
	f = &r->field[r->nfields - 1];
	for (size_t i = 0; i < s.n && f->n < INSTRUCTION; i++)
		f->instruction[f->n++] = s.p[i];
}

static struct str
text_of(struct reader *r, const struct scan_elem *e)
{
	struct buf b = { .arena = r->a };

	for (const struct scan_elem *c = e->first; c != NULL; c = c->next)
		if (c->name.n == 0)
			buf_add(&b, c->text);
	return buf_str(&b);
}

/* What stands for one character. */
static const struct {
	const char *name;
	struct str text;
} signs[] = { { "w:tab", { "\t", 1 } }, { "w:ptab", { "\t", 1 } },
	{ "w:cr", { "\n", 1 } }, { "w:noBreakHyphen", { "-", 1 } },
	{ "w:softHyphen", { "\xC2\xAD", 2 } },
	{ "w:sym", { "\xE2\x80\xA2", 3 } } };

static void
run_child(struct reader *r, const struct scan_elem *c, struct line *l,
    const struct wface *face)
{
	if (scan_is(c, "w:t"))
		add_text(r, l, text_of(r, c), face);
	else if (scan_is(c, "w:instrText"))
		field_instruction(r, text_of(r, c));
	else if (scan_is(c, "w:fldChar"))
		field_char(r, l, scan_get(c, "w:fldCharType"), face);
	else if (scan_is(c, "w:pgNum"))
		l->p.page_field = true, l->p.page_face = *face;
	else if (scan_is(c, "w:br") && str_is(scan_get(c, "w:type"), "page"))
		l->p.page_break = true;
	else if (scan_is(c, "w:br"))
		add_text(r, l, STR("\n"), face);
	else if (scan_is(c, "w:drawing") || scan_is(c, "w:pict") ||
	    scan_is(c, "w:object"))
		*vec_add(r->a, &l->drawings) = c;
	for (size_t i = 0; i < COUNT(signs); i++)
		if (scan_is(c, signs[i].name))
			add_text(r, l, signs[i].text, face);
}

static void
read_run(struct reader *r, const struct scan_elem *e, struct line *l)
{
	struct wface face = resolve_run(r, scan_child(e, "w:rPr"), &l->p);
	const struct scan_elem *c = scan_child(e, NULL);

	for (; c != NULL; c = scan_beside(c, NULL)) {
		const struct scan_elem *k;

		if (!scan_is(c, "mc:AlternateContent")) {
			run_child(r, c, l, &face);
			continue;
		}
		k = scan_child(scan_child(c, "mc:Choice"), NULL);
		for (; k != NULL; k = scan_beside(k, NULL))
			run_child(r, k, l, &face);
	}
}

static void read_inlines(
    struct reader *r, const struct scan_elem *e, struct line *l);

static void
simple_field(struct reader *r, const struct scan_elem *e, struct line *l)
{
	const struct scan_elem *first = scan_child(e, "w:r");
	struct wface face = resolve_run(r, scan_child(first, "w:rPr"), &l->p);

	field_char(r, l, STR("begin"), &face);
	field_instruction(r, scan_get(e, "w:instr"));
	field_char(r, l, STR("separate"), &face);
	read_inlines(r, e, l);
	field_char(r, l, STR("end"), &face);
}

static void
read_inlines(struct reader *r, const struct scan_elem *e, struct line *l)
{
	static const char *const wrappers[] = { "w:hyperlink", "w:smartTag",
		"w:sdt", "w:sdtContent", "w:customXml", "w:bdo", "w:dir" };
	const struct scan_elem *c = scan_child(e, NULL);

	for (; c != NULL && !r->full; c = scan_beside(c, NULL)) {
		if (scan_is(c, "w:r"))
			read_run(r, c, l);
		else if (scan_is(c, "w:fldSimple"))
			simple_field(r, c, l);
		else if (scan_is(c, "w:del") || scan_is(c, "w:moveFrom"))
			note_change(r, &r->w->deletions);
		else if (scan_is(c, "w:ins") || scan_is(c, "w:moveTo")) {
			note_change(r, &r->w->insertions);
			read_inlines(r, c, l);
		}
		for (size_t i = 0; i < COUNT(wrappers); i++)
			if (scan_is(c, wrappers[i]))
				read_inlines(r, c, l);
	}
}

void
read_paragraph(
    struct reader *r, const struct scan_elem *p, const struct wwhere *at)
{
	const struct scan_elem *props = scan_child(p, "w:pPr");
	const struct scan_elem *sect = scan_child(props, "w:sectPr");
	const struct scan_elem *mark = scan_child(props, "w:rPr");
	struct line l = { .text = { .arena = r->a } };
	size_t index = r->paras.n;
	bool main = str_eq(at->part, r->document);

	l.p.place = at->place;
	l.p.table = at->table;
	l.p.row = at->row;
	l.p.column = at->column;
	l.p.part = at->part;
	l.p.section = r->sections.n;
	resolve_paragraph(r, p, at, &l.p);
	if (scan_child(mark, "w:del") != NULL)
		note_change(r, &r->w->deletions);
	if (scan_child(mark, "w:ins") != NULL)
		note_change(r, &r->w->insertions);
	read_inlines(r, p, &l);
	l.p.text = buf_str(&l.text);
	l.p.run = l.runs.v;
	l.p.nruns = l.runs.n;
	if (l.p.text.n > 0)
		l.p.label = number_label(r, &l.p.form);
	if (main)
		l.p.number = ++r->numbered;
	*vec_add(r->a, &r->paras) = l.p;
	for (size_t i = 0; i < l.drawings.n && !r->full; i++)
		read_drawing(r, l.drawings.v[i], at, index);
	if (sect != NULL && main && at->place == WORD_BODY)
		end_section(r, sect);
}
