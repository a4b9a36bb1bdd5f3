/* json.c - JSON text being written. */
#include "base/json.h"

#include <assert.h>
#include <inttypes.h>

struct json
json_begin(struct buf *out)
{
	return (struct json){ .out = out };
}

static void
quote(struct buf *out, struct str s)
{
	buf_addc(out, '"');
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		if (c == '"' || c == '\\')
			buf_printf(out, "\\%c", c);
		else if (c == '\n')
			buf_adds(out, "\\n");
		else if (c < 0x20 || c == 0x7f)
			buf_printf(out, "\\u%04x", c);
		else
			buf_addc(out, (char)c);
	}
	buf_addc(out, '"');
}

static void
member(struct json *j, const char *key)
{
	if (j->filled[j->depth])
		buf_addc(j->out, ',');
	if (j->depth > 0) {
		buf_addc(j->out, '\n');
		for (unsigned i = 0; i < j->depth; i++)
			buf_adds(j->out, "  ");
	}
	j->filled[j->depth] = true;
	if (key != NULL) {
		quote(j->out, str_of(key));
		buf_adds(j->out, ": ");
	}
}

void
json_open(struct json *j, const char *key, char bracket)
{
	assert(bracket == '{' || bracket == '[');
	assert(j->depth + 1 < JSON_DEPTH);
	member(j, key);
	buf_addc(j->out, bracket);
	j->filled[++j->depth] = false;
}

void
json_close(struct json *j, char bracket)
{
	bool filled = j->filled[j->depth];

	assert(j->depth > 0);
	j->depth--;
	if (filled) {
		buf_addc(j->out, '\n');
		for (unsigned i = 0; i < j->depth; i++)
			buf_adds(j->out, "  ");
	}
	buf_addc(j->out, bracket);
	if (j->depth == 0)
		buf_addc(j->out, '\n');
}

void
json_str(struct json *j, const char *key, struct str value)
{
	member(j, key);
	quote(j->out, value);
}

void
json_int(struct json *j, const char *key, int64_t value)
{
	member(j, key);
	buf_printf(j->out, "%" PRId64, value);
}

void
json_bool(struct json *j, const char *key, bool value)
{
	member(j, key);
	buf_adds(j->out, value ? "true" : "false");
}

void
json_null(struct json *j, const char *key)
{
	member(j, key);
	buf_adds(j->out, "null");
}
