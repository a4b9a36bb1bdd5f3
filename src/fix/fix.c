/* fix.c - the rows of fix.def run one after another over a text. */
#include "fix/fix.h"

#include <assert.h>

#include "fix/work.h"
#include "text/utf8.h"
#include "text/viet.h"

const struct fix_row fix_rows[FIX_MAX] = {
#define FIX(id, finding, where, fn, vi, en) { finding, vi, en },
#include "fix/fix.def"
#undef FIX
};

enum where { FILE_, PROSE_ };

static const struct {
	void (*fn)(struct work *);
	enum where where;
} steps[FIX_MAX] = {
#define FIX(id, finding, where, fn, vi, en) { fn, where##_ },
#include "fix/fix.def"
#undef FIX
};

static size_t
count_lines(struct str s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += s.p[i] == '\n';
	return n;
}

/* The next letter or digit at or behind *i, 0 at the end. */
static uint32_t
next_sign(struct str s, size_t *i)
{
	while (*i < s.n) {
		uint32_t c = utf8_next(s, i);

		if (viet_is_letter(c) || (c >= '0' && c <= '9'))
			return c;
	}
	return 0;
}

bool
fix_same_words(struct str x, struct str y)
{
	size_t i = 0, k = 0;
	uint32_t c;

	do {
		c = next_sign(x, &i);
		if (c != next_sign(y, &k))
			return false;
	} while (c != 0);
	return count_lines(x) == count_lines(y);
}

struct fixed
fix_bytes(struct arena *a, struct str bytes, enum fix_kind kind)
{
	struct work w = { .a = a, .kind = kind, .text = bytes };
	struct fixed out = { .text = bytes };
	struct str before;

	for (unsigned i = 0; i < FIX_MAX && !w.refused; i++) {
		before = w.text;
		w.count = 0;
		if (steps[i].where == PROSE_)
			w.prose = prose_of(a, w.text, kind);
		steps[i].fn(&w);
		out.count[i] = w.count;
		assert(
		    steps[i].where == FILE_ || fix_same_words(before, w.text));
	}
	if (w.refused)
		return (struct fixed) { .text = bytes };
	out.text = w.text;
	out.changed = !str_eq(bytes, w.text);
	return out;
}
