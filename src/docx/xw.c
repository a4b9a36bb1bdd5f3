/* xw.c - XML text being written (XML 1.0, fifth edition). */
#include "docx/xw.h"

#include <assert.h>
#include <inttypes.h>
#include <string.h>

struct xw
xw_begin(struct buf *out, bool pretty)
{
	struct xw x = { .out = out, .pretty = pretty };

	buf_adds(out,
	    "<?xml version=\"1.0\" encoding=\"UTF-8\" "
	    "standalone=\"yes\"?>\n");
	return x;
}

void
xw_end(const struct xw *x)
{
	assert(x->depth == 0);
	if (x->pretty)
		buf_addc(x->out, '\n');
}

static void
end_tag_start(struct xw *x)
{
	if (x->in_tag)
		buf_addc(x->out, '>');
	x->in_tag = false;
}

static void
new_line(struct xw *x)
{
	buf_addc(x->out, '\n');
	for (unsigned i = 0; i < x->depth; i++)
		buf_addc(x->out, ' ');
}

void
xw_open(struct xw *x, const char *name)
{
	assert(x->depth < XW_DEPTH);
	end_tag_start(x);
	if (x->depth > 0)
		x->nested[x->depth - 1] = true;
	if (x->pretty && x->depth > 0)
		new_line(x);
	buf_addc(x->out, '<');
	buf_adds(x->out, name);
	x->name[x->depth] = name;
	x->nested[x->depth] = false;
	x->depth++;
	x->in_tag = true;
}

void
xw_close(struct xw *x, const char *name)
{
	assert(x->depth > 0 && strcmp(x->name[x->depth - 1], name) == 0);
	x->depth--;
	if (x->in_tag) {
		buf_adds(x->out, "/>");
		x->in_tag = false;
		return;
	}
	if (x->pretty && x->nested[x->depth])
		new_line(x);
	buf_adds(x->out, "</");
	buf_adds(x->out, name);
	buf_addc(x->out, '>');
}

/*
 * Line ends and tabs are written as references, since a reader would make
 * blanks of them in attributes.  What XML cannot hold at all (2.2) becomes
 * U+FFFD.
 */
static void
put_escaped(struct buf *out, struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		if (c == '&')
			buf_adds(out, "&amp;");
		else if (c == '<')
			buf_adds(out, "&lt;");
		else if (c == '>')
			buf_adds(out, "&gt;");
		else if (c == '"')
			buf_adds(out, "&quot;");
		else if (c == '\t' || c == '\n' || c == '\r')
			buf_printf(out, "&#%d;", c);
		else if (c < 0x20)
			buf_adds(out, "\xEF\xBF\xBD");
		else if (c == 0xEF && i + 2 < s.n && s.p[i + 1] == '\xBF' &&
		    ((unsigned char)s.p[i + 2] | 1) == 0xBF) {
			buf_adds(out, "\xEF\xBF\xBD"); /* U+FFFE, U+FFFF */
			i += 2;
		} else
			buf_addc(out, (char)c);
	}
}

void
xw_attr_str(struct xw *x, const char *name, struct str value)
{
	assert(x->in_tag);
	buf_addc(x->out, ' ');
	buf_adds(x->out, name);
	buf_adds(x->out, "=\"");
	put_escaped(x->out, value);
	buf_addc(x->out, '"');
}

void
xw_attr(struct xw *x, const char *name, const char *value)
{
	xw_attr_str(x, name, str_of(value));
}

void
xw_attr_int(struct xw *x, const char *name, int64_t value)
{
	assert(x->in_tag);
	buf_printf(x->out, " %s=\"%" PRId64 "\"", name, value);
}

void
xw_text(struct xw *x, struct str s)
{
	assert(x->depth > 0);
	end_tag_start(x);
	put_escaped(x->out, s);
}

void
xw_empty(struct xw *x, const char *name)
{
	xw_open(x, name);
	xw_close(x, name);
}

void
xw_val(struct xw *x, const char *name, const char *value)
{
	xw_open(x, name);
	xw_attr(x, "w:val", value);
	xw_close(x, name);
}

void
xw_val_int(struct xw *x, const char *name, int64_t value)
{
	xw_open(x, name);
	xw_attr_int(x, "w:val", value);
	xw_close(x, name);
}

void
xw_leaf(struct xw *x, const char *name, struct str text)
{
	xw_open(x, name);
	xw_text(x, text);
	xw_close(x, name);
}
