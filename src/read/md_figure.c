/*
 * md_figure.c - a Markdown paragraph that is one image:
 *
 *	![what it shows](anh/mo-hinh.png "Caption"){width=120mm}
 */
#include <string.h>

#include "read/md_tree.h"
#include "text/utf8.h"

static int
hex_value(char c)
{
	const char *digits = "0123456789abcdef", *hit;

	if (c >= 'A' && c <= 'F')
		c = (char)(c - 'A' + 'a');
	hit = c == '\0' ? NULL : strchr(digits, c);
	return hit == NULL ? -1 : (int)(hit - digits);
}

/* "mo%20hinh.png" is what editors make of "mo hinh.png". */
static struct str
decoded(struct arena *a, struct str url)
{
	struct buf b = { .arena = a };

	for (size_t i = 0; i < url.n; i++) {
		int high = i + 2 < url.n ? hex_value(url.p[i + 1]) : -1;
		int low = i + 2 < url.n ? hex_value(url.p[i + 2]) : -1;

		if (url.p[i] == '%' && high >= 0 && low >= 0) {
			buf_addc(&b, (char)(high << 4 | low));
			i += 2;
		} else {
			buf_addc(&b, url.p[i]);
		}
	}
	if (utf8_invalid(buf_str(&b)) < b.n)
		return str_dup(a, url);
	return utf8_nfc(a, buf_str(&b));
}

/* The text inside an image; marks and addresses in it mean nothing. */
static struct str
alt_of(struct arena *a, cmark_node *image)
{
	struct buf b = { .arena = a };
	cmark_iter *iter = cmark_iter_new(image);
	cmark_event_type event;

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *c = cmark_iter_get_node(iter);

		if (event != CMARK_EVENT_ENTER || c == image)
			continue;
		if (is_kind(c, "softbreak") || is_kind(c, "linebreak"))
			buf_addc(&b, ' ');
		else if (cmark_node_get_literal(c) != NULL)
			buf_adds(&b, cmark_node_get_literal(c));
	}
	cmark_iter_free(iter);
	return buf_str(&b);
}

/* What stands behind the image; false if it is more than text. */
static bool
text_behind(struct arena *a, cmark_node *image, struct str *out)
{
	struct buf b = { .arena = a };
	cmark_node *c = cmark_node_next(image);

	for (; c != NULL; c = cmark_node_next(c)) {
		if (!is_kind(c, "text"))
			return false;
		buf_adds(&b, cmark_node_get_literal(c));
	}
	*out = str_trim(buf_str(&b));
	return true;
}

/* "{width=120mm}": the width, or nothing behind the image at all. */
static bool
width_of(struct str behind, struct str *width)
{
	struct str head = STR("{width=");

	*width = STR_NONE;
	if (behind.n == 0)
		return true;
	if (!str_starts(behind, head) || !str_ends(behind, STR("}")))
		return false;
	*width = str_trim(str_sub(behind, head.n, behind.n - 1));
	return true;
}

bool
take_figure(struct md *m, cmark_node *c, struct node *parent)
{
	struct arena *a = m->r->a;
	struct figure f = { .pos = block_pos(m, c) };
	cmark_node *image = cmark_node_first_child(c);
	struct str behind;

	if (!is_kind(image, "image") || !text_behind(a, image, &behind) ||
	    !width_of(behind, &f.width))
		return false;
	f.caption_pos = f.width_pos = f.pos;
	f.path = decoded(a, str_of(cmark_node_get_url(image)));
	f.alt = alt_of(a, image);
	f.caption = str_dup(a, str_of(cmark_node_get_title(image)));
	block_figure(m->r, parent, &f);
	return true;
}
