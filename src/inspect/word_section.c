/* word_section.c - sections: page, margins, headers and footers (17.6). */
#include "inspect/word_read.h"

void
end_section(struct reader *r, const struct scan_elem *props)
{
	enum { MAX_SECTIONS = 500 };
	struct wsection *s;
	size_t first = 0;

	if (r->sections.n >= MAX_SECTIONS) {
		r->full = true;
		return;
	}
	if (r->sections.n > 0) {
		s = &r->sections.v[r->sections.n - 1];
		first = s->first + s->n;
	}
	s = vec_add(r->a, &r->sections);
	s->first = first;
	s->n = r->paras.n - first;
	*vec_add(r->a, &r->section_props) = props;
}

static void
read_page(const struct scan_elem *props, struct wsection *s)
{
	const struct scan_elem *size = scan_child(props, "w:pgSz");
	const struct scan_elem *mar = scan_child(props, "w:pgMar");
	const struct scan_elem *num = scan_child(props, "w:pgNumType");
	int64_t gutter = reader_length(scan_get(mar, "w:gutter"), 0);

	/* Letter and inch margins: what is taken where nothing is said */
	s->width = reader_length(scan_get(size, "w:w"), 12240);
	s->height = reader_length(scan_get(size, "w:h"), 15840);
	s->landscape = s->width > s->height;
	s->top = reader_length(scan_get(mar, "w:top"), 1440);
	s->bottom = reader_length(scan_get(mar, "w:bottom"), 1440);
	s->left = reader_length(scan_get(mar, "w:left"), 1440) + gutter;
	s->right = reader_length(scan_get(mar, "w:right"), 1440);
	s->header = reader_length(scan_get(mar, "w:header"), 720);
	s->footer = reader_length(scan_get(mar, "w:footer"), 720);
	/* negative: fixed, the header may overlap */
	s->top = s->top < 0 ? -s->top : s->top;
	s->bottom = s->bottom < 0 ? -s->bottom : s->bottom;
	s->first_page_differs = reader_on(props, "w:titlePg", false);
	s->page_start = reader_length(scan_get(num, "w:start"), -1);
	s->page_format = scan_get(num, "w:fmt");
	if (str_is(s->page_format, "decimal"))
		s->page_format = STR_NONE;
}

/* The paragraphs of a header part, read once. */
static struct wstory
read_story(struct reader *r, struct str part, enum word_place place)
{
	struct wstory story = { .part = part, .there = true };
	struct wwhere at = {
		.place = place, .table = WORD_NO_TABLE, .part = part
	};

	for (size_t i = 0; i < r->sections.n; i++)
		for (size_t k = 0; k < 2 * WORD_PAGES; k++) {
			const struct wsection *s = &r->sections.v[i];
			const struct wstory *x = k < WORD_PAGES ?
			    &s->head[k] :
			    &s->foot[k - WORD_PAGES];

			if (x->there && str_eq(x->part, part))
				return *x;
		}
	story.first = r->paras.n;
	read_blocks(r, reader_part(r, part), &at);
	story.n = r->paras.n - story.first;
	return story;
}

static enum word_pages
pages_of(const struct scan_elem *e)
{
	struct str type = scan_get(e, "w:type");

	return str_is(type, "first") ? WORD_FIRST :
	    str_is(type, "even")     ? WORD_EVEN :
				       WORD_DEFAULT;
}

static void
read_stories(struct reader *r, const struct scan_elem *props, size_t section)
{
	const struct scan_elem *e = scan_child(props, NULL);

	for (; e != NULL; e = scan_beside(e, NULL)) {
		bool head = scan_is(e, "w:headerReference");
		struct wstory story;
		struct str part;

		if (!head && !scan_is(e, "w:footerReference"))
			continue;
		part = reader_target(r, r->document, scan_get(e, "r:id"));
		story = read_story(r, part, head ? WORD_HEADER : WORD_FOOTER);
		if (head)
			r->sections.v[section].head[pages_of(e)] = story;
		else
			r->sections.v[section].foot[pages_of(e)] = story;
	}
}

void
read_sections(struct reader *r)
{
	for (size_t i = 0; i < r->sections.n; i++) {
		struct wsection *s = &r->sections.v[i];

		read_page(r->section_props.v[i], s);
		for (size_t k = 0; i > 0 && k < WORD_PAGES; k++) {
			s->head[k] = s[-1].head[k];
			s->foot[k] = s[-1].foot[k];
		}
		read_stories(r, r->section_props.v[i], i);
	}
}
