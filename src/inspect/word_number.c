/* word_number.c - the labels that numbering makes: "1.", "a)", "II." (17.9). */
#include "inspect/word_read.h"
#include "text/label.h"
#include "text/utf8.h"

enum { MAX_LISTS = 4096 };

static void
read_level(const struct scan_elem *e, struct wlist *list)
{
	int64_t i = reader_length(scan_get(e, "w:ilvl"), -1);
	struct wlevel *l;

	if (i < 0 || i >= LIST_LEVELS)
		return;
	l = &list->level[i];
	l->start = reader_length(reader_val(e, "w:start"), 1);
	l->format = reader_val(e, "w:numFmt");
	l->text = reader_val(e, "w:lvlText");
	l->form = scan_child(e, "w:pPr");
}

static void
read_list(const struct scan_elem *e, struct wlist *list)
{
	const struct scan_elem *l = scan_child(e, "w:lvl");

	list->id = reader_length(scan_get(e, "w:abstractNumId"), -1);
	for (size_t i = 0; i < LIST_LEVELS; i++)
		list->count[i] = INT64_MIN;
	for (; l != NULL; l = scan_beside(l, "w:lvl"))
		read_level(l, list);
}

static size_t
count_beside(const struct scan_elem *root, const char *name)
{
	const struct scan_elem *e = scan_child(root, name);
	size_t n = 0;

	for (; e != NULL; e = scan_beside(e, name))
		n++;
	return n;
}

void
read_numbering(struct reader *r)
{
	const struct scan_elem *root =
	    reader_part(r, reader_related(r, r->document, "numbering"));
	const struct scan_elem *e;
	size_t n = count_beside(root, "w:abstractNum");
	size_t m = count_beside(root, "w:num");

	if (n > MAX_LISTS || m > MAX_LISTS) {
		r->full = true;
		return;
	}
	r->list = NEW_ARRAY(r->a, n + 1, struct wlist);
	r->num = NEW_ARRAY(r->a, m + 1, struct wnum);
	e = scan_child(root, "w:abstractNum");
	for (; e != NULL; e = scan_beside(e, "w:abstractNum"))
		read_list(e, &r->list[r->nlists++]);
	e = scan_child(root, "w:num");
	for (; e != NULL; e = scan_beside(e, "w:num")) {
		struct wnum *x = &r->num[r->nnums++];
		int64_t id =
		    reader_length(reader_val(e, "w:abstractNumId"), -1);

		x->id = reader_length(scan_get(e, "w:numId"), -1);
		while (x->list < r->nlists && r->list[x->list].id != id)
			x->list++;
	}
}

/* The list of that number; NULL if there is none. */
static struct wlist *
find_list(struct reader *r, const struct wform *f)
{
	if (f->num_id <= 0 || f->level < 0 || f->level >= LIST_LEVELS)
		return NULL;
	for (size_t i = 0; i < r->nnums; i++)
		if (r->num[i].id == f->num_id)
			return r->num[i].list < r->nlists ?
			    &r->list[r->num[i].list] :
			    NULL;
	return NULL;
}

void
number_form(struct reader *r, struct wform *f)
{
	struct wlist *list = find_list(r, f);
	int64_t id = f->num_id, level = f->level;

	if (list == NULL)
		return;
	apply_form(list->level[level].form, f);
	f->num_id = id;
	f->level = level;
}

/* A letter as Word counts: a to z, then aa, bb. */
static struct str
letter(struct reader *r, int64_t n, char first)
{
	struct buf b = { .arena = r->a };
	int64_t times = (n - 1) / 26 + 1;

	for (int64_t i = 0; i < times && i < 8; i++)
		buf_addc(&b, (char)(first + (n - 1) % 26));
	return buf_str(&b);
}

static struct str
lower_roman(struct reader *r, unsigned n)
{
	struct str s = roman_print(r->a, n);
	char *p = arena_strndup(r->a, s.p, s.n);

	for (size_t i = 0; i < s.n; i++)
		p[i] = (char)(p[i] + ('a' - 'A'));
	return (struct str) { p, s.n };
}

static struct str
print_count(struct reader *r, struct str format, int64_t n)
{
	if (n > 0 && n < 1000 && str_is(format, "lowerLetter"))
		return letter(r, n, 'a');
	if (n > 0 && n < 1000 && str_is(format, "upperLetter"))
		return letter(r, n, 'A');
	if (n > 0 && n < 1000 && str_is(format, "upperRoman"))
		return roman_print(r->a, (unsigned)n);
	if (n > 0 && n < 1000 && str_is(format, "lowerRoman"))
		return lower_roman(r, (unsigned)n);
	if (str_is(format, "decimalZero") && n < 10)
		return str_printf(r->a, "0%d", (int)n);
	if (str_is(format, "none"))
		return STR("");
	return str_printf(r->a, "%d", (int)n);
}

/* Signs of symbol fonts lie in the private area: one bullet for all. */
static struct str
bullet(struct str text)
{
	size_t i = 0;
	uint32_t c = text.n > 0 ? utf8_next(text, &i) : 0;

	return c == 0 || (c >= 0xE000 && c <= 0xF8FF) ? STR("•") : text;
}

struct str
number_label(struct reader *r, const struct wform *f)
{
	struct wlist *list = find_list(r, f);
	struct buf b = { .arena = r->a };
	struct wlevel *l;

	if (list == NULL)
		return STR_NONE;
	l = &list->level[f->level];
	for (int64_t i = 0; i <= f->level; i++)
		if (list->count[i] == INT64_MIN)
			list->count[i] =
			    list->level[i].start - (i == f->level ? 1 : 0);
	list->count[f->level]++;
	for (int64_t i = f->level + 1; i < LIST_LEVELS; i++)
		list->count[i] = INT64_MIN;
	if (str_is(l->format, "bullet"))
		return bullet(l->text);
	for (size_t i = 0; i < l->text.n; i++) {
		char c = l->text.p[i];
		int k =
		    c == '%' && i + 1 < l->text.n ? l->text.p[i + 1] - '1' : -1;

		if (k >= 0 && k < LIST_LEVELS) {
			int64_t n = list->count[k] == INT64_MIN ?
			    list->level[k].start :
			    list->count[k];

			buf_add(&b, print_count(r, list->level[k].format, n));
			i++;
		} else {
			buf_addc(&b, c);
		}
	}
	return buf_str(&b);
}
