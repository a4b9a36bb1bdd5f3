/*
 * figures.c - images with their captions and widths, for both forms.
 */
#include <string.h>

#include "read/reader.h"

enum {
	MAX_FIGURES_SHOWN = 100,
	MAX_ALT = 2000, /* bytes: two or three sentences */
	WIDTH_DIGITS = 4,
	WIDTH_LEAST = 50, /* tenths of a millimetre */
	WIDTH_MOST = 10000
};

#define TENTH (EMU_PER_MM / 10)

/* Relative, downward, of this campaign; "\\" and ":" belong to other systems */
static bool
path_stays(struct str path)
{
	struct str rest = path, part;

	if (path.n == 0 || path.p[0] == '/' ||
	    memchr(path.p, '\\', path.n) != NULL ||
	    memchr(path.p, ':', path.n) != NULL)
		return false;
	for (size_t i = 0; i < path.n; i++)
		if ((unsigned char)path.p[i] < ' ')
			return false;
	while (str_split(&rest, '/', &part))
		if (str_is(part, "..") || part.n == 0)
			return false;
	return true;
}

/* "120mm", "12cm", "80.5mm"; false if s is no such width. */
static bool
parse_width(struct str s, emu *out)
{
	bool cm = str_ends(s, STR("cm"));
	unsigned tenths = 0, digits = 0;
	size_t i = 0;

	if (!cm && !str_ends(s, STR("mm")))
		return false;
	s = str_trim(str_sub(s, 0, s.n - 2));
	for (; i < s.n && s.p[i] >= '0' && s.p[i] <= '9'; i++, digits++)
		tenths = digits < WIDTH_DIGITS ?
		    tenths * 10 + (unsigned)(s.p[i] - '0') :
		    WIDTH_MOST;
	tenths *= 10;
	if (i + 2 == s.n && (s.p[i] == '.' || s.p[i] == ',') &&
	    s.p[i + 1] >= '0' && s.p[i + 1] <= '9') {
		tenths += (unsigned)(s.p[i + 1] - '0');
		i += 2;
	}
	if (cm)
		tenths *= 10;
	*out = TENTH * (emu)tenths;
	return digits > 0 && i == s.n && tenths >= WIDTH_LEAST &&
	    tenths <= WIDTH_MOST;
}

/* s with blanks folded and its characters looked at, as in a paragraph. */
static struct str
folded(struct reader *r, struct str s, struct pos pos)
{
	struct node *p = node_new(r->a, NODE_PARAGRAPH, pos);
	struct ink k = ink_begin(r, p);

	ink_text(&k, s, pos);
	ink_end(&k);
	return node_text(r->a, p);
}

/* "Hình 2. ", "Hình 2: ", "Hình 2 " at the beginning of s: its length, or 0. */
static size_t
typed_number(struct str s, unsigned *number)
{
	size_t i, from;

	if (!str_starts(s, STR("Hình ")) && !str_starts(s, STR("hình ")))
		return 0;
	i = from = STR("Hình ").n;
	while (i < s.n && s.p[i] >= '0' && s.p[i] <= '9')
		i++;
	*number = parse_count(str_sub(s, from, i), MAX_FIGURES_SHOWN);
	if (i < s.n && (s.p[i] == '.' || s.p[i] == ':'))
		i++;
	if (*number == 0 || i + 1 >= s.n || s.p[i] != ' ')
		return 0;
	return i + 1;
}

/* A typed number must be the one that will be printed. */
static struct str
take_caption(struct reader *r, const struct figure *f)
{
	struct str text = folded(r, f->caption, f->caption_pos);
	unsigned typed = 0;
	size_t n = typed_number(text, &typed);

	if (text.n == 0)
		return text;
	r->captioned++;
	if (n > 0 && typed != r->captioned)
		diag_add(r->ds, DIAG_READ_FIGURE_NUMBER, f->caption_pos,
		    "%u (%u)", typed, r->captioned);
	return str_sub(text, n, text.n);
}

void
block_figure(struct reader *r, struct node *parent, const struct figure *f)
{
	struct node *n = reader_node(r, NODE_IMAGE, f->pos);

	if (++r->images > MAX_FIGURES_SHOWN)
		reader_stop(r, f->pos, r->images, MAX_FIGURES_SHOWN);
	if (path_stays(f->path))
		n->as.image.path = f->path;
	else
		diag_add(r->ds, DIAG_READ_IMAGE_PATH, f->pos, "\"%.*s\"",
		    STR_ARG(f->path));
	n->as.image.alt = folded(r, f->alt, f->pos);
	if (n->as.image.alt.n == 0)
		diag_add(r->ds, DIAG_READ_IMAGE_ALT, f->pos, "\"%.*s\"",
		    STR_ARG(f->path));
	if (n->as.image.alt.n > MAX_ALT)
		diag_add(r->ds, DIAG_READ_VALUE_INVALID, f->pos,
		    "alt: %zu > %d", n->as.image.alt.n, (int)MAX_ALT);
	n->as.image.caption = take_caption(r, f);
	if (f->width.p != NULL && !parse_width(f->width, &n->as.image.width)) {
		n->as.image.width = 0;
		diag_add(r->ds, DIAG_READ_VALUE_INVALID, f->width_pos,
		    "width=\"%.*s\"", STR_ARG(f->width));
		diag_near(r->ds, STR("120mm"));
	}
	node_append(parent, n);
}
