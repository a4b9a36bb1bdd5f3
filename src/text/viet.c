/*
 * viet.c - case, and names made comparable.  The nearest name is in near.c,
 * the old encodings are in legacy.c.
 */
#include "text/viet.h"

#include <assert.h>

#include <utf8proc.h>

#include "base/buf.h"
#include "text/tone.h"
#include "text/utf8.h"

enum { DECOMPOSED_MAX = 8, D_STROKE = 0x111, ETH = 0xf0, MINUS = 0x2212 };

uint32_t
viet_lower_letter(uint32_t c)
{
	return (uint32_t)utf8proc_tolower((utf8proc_int32_t)c);
}

/*
 * Most of what is made here is a word that comes out as it was: it is put
 * together in room on the stack, and only what is new goes into the arena.
 */
enum { ROOM = 128 };

static struct str
settled(struct buf *out, const char *room, struct str s)
{
	struct str made = buf_str(out);

	if (str_eq(made, s))
		return s;
	return out->p == room ? str_dup(out->arena, made) : made;
}

struct str
viet_upper(struct arena *a, struct str s)
{
	char room[ROOM];
	struct buf out = { .arena = a, .p = room, .cap = ROOM };
	size_t i = 0;

	while (i < s.n)
		utf8_put(&out,
		    (uint32_t)utf8proc_toupper(
			(utf8proc_int32_t)utf8_next(s, &i)));
	return settled(&out, room, s);
}

struct str
viet_lower(struct arena *a, struct str s)
{
	char room[ROOM];
	struct buf out = { .arena = a, .p = room, .cap = ROOM };
	size_t i = 0;

	while (i < s.n)
		utf8_put(&out, viet_lower_letter(utf8_next(s, &i)));
	return settled(&out, room, s);
}

bool
viet_take_word(struct str s, size_t *i, struct str word)
{
	size_t at = *i, k = 0;

	while (k < word.n) {
		if (at == s.n)
			return false;
		if (viet_lower_letter(utf8_next(s, &at)) != utf8_next(word, &k))
			return false;
	}
	*i = at;
	return true;
}

static utf8proc_category_t
category(uint32_t c)
{
	return utf8proc_category((utf8proc_int32_t)c);
}

bool
viet_is_letter(uint32_t c)
{
	switch (category(c)) {
	case UTF8PROC_CATEGORY_LU:
	case UTF8PROC_CATEGORY_LL:
	case UTF8PROC_CATEGORY_LT:
	case UTF8PROC_CATEGORY_LM:
	case UTF8PROC_CATEGORY_LO:
		return true;
	default:
		return false;
	}
}

bool
viet_is_upper(uint32_t c)
{
	return category(c) == UTF8PROC_CATEGORY_LU;
}

bool
viet_is_lower(uint32_t c)
{
	return category(c) == UTF8PROC_CATEGORY_LL;
}

/* Blanks, dashes, underscores, quotes. */
static bool
is_separator(uint32_t c)
{
	switch (category(c)) {
	case UTF8PROC_CATEGORY_ZS:
	case UTF8PROC_CATEGORY_ZL:
	case UTF8PROC_CATEGORY_ZP:
	case UTF8PROC_CATEGORY_CC:
	case UTF8PROC_CATEGORY_PC:
	case UTF8PROC_CATEGORY_PD:
	case UTF8PROC_CATEGORY_PI:
	case UTF8PROC_CATEGORY_PF:
		return true;
	default:
		return c == '"' || c == '\'' || c == '`' || c == 0xb4 ||
		    c == MINUS || c == 0x201e || c == 0x201a || c == 0x2bc;
	}
}

/* Append c without its marks; U+00F0 is typed for U+0111 by mistake. */
static void
put_bare(struct buf *out, uint32_t c)
{
	utf8proc_int32_t part[DECOMPOSED_MAX];
	utf8proc_ssize_t n;
	int boundary = 0;

	c = viet_lower_letter(c);
	if (c == D_STROKE || c == ETH)
		c = 'd';
	n = utf8proc_decompose_char((utf8proc_int32_t)c, part, DECOMPOSED_MAX,
	    UTF8PROC_DECOMPOSE | UTF8PROC_STABLE, &boundary);
	assert(n > 0 && n <= DECOMPOSED_MAX);
	for (utf8proc_ssize_t k = 0; k < n; k++)
		if (category((uint32_t)part[k]) != UTF8PROC_CATEGORY_MN)
			utf8_put(out, (uint32_t)part[k]);
}

struct str
viet_fold(struct arena *a, struct str s)
{
	char room[ROOM];
	struct buf out = { .arena = a, .p = room, .cap = ROOM };
	bool blank = false;
	size_t i = 0;
	uint32_t c;

	while (i < s.n) {
		c = utf8_next(s, &i);
		if (category(c) == UTF8PROC_CATEGORY_CF ||
		    category(c) == UTF8PROC_CATEGORY_MN)
			continue; /* soft hyphen, zero width space; marks */
		if (is_separator(c)) {
			blank = true;
			continue;
		}
		if (blank && out.n > 0)
			buf_addc(&out, ' ');
		blank = false;
		put_bare(&out, c);
	}
	return settled(&out, room, s);
}

/* Vowels that stand together; no syllable has more than three. */
enum { RUN_MAX = 8 };

struct run {
	uint32_t vowel[RUN_MAX];
	enum tone tone[RUN_MAX];
	size_t n;
};

/* The run of vowels at `from`, in lower case, and where it ends. */
static size_t
read_run(struct str s, size_t from, struct run *r)
{
	size_t i = from, at;
	uint32_t c;

	for (r->n = 0; i < s.n && r->n < RUN_MAX; r->n++) {
		at = i;
		c = viet_lower_letter(utf8_next(s, &i));
		r->vowel[r->n] = tone_split(c, &r->tone[r->n]);
		if (!tone_is_vowel(r->vowel[r->n]))
			return at;
	}
	return i;
}

/* An only tone goes to the last vowel; a run with two is no Vietnamese. */
static void
settle_tone(struct run *r)
{
	size_t toned = 0, at = 0;

	for (size_t k = 0; k < r->n; k++)
		if (r->tone[k] != TONE_LEVEL) {
			toned++;
			at = k;
		}
	if (toned != 1 || at == r->n - 1)
		return;
	r->tone[r->n - 1] = r->tone[at];
	r->tone[at] = TONE_LEVEL;
}

/* The tone goes to one place, wherever the writer put it: a key to compare by,
   not a spelling. */
struct str
viet_fold_tone_place(struct arena *a, struct str s)
{
	char room[ROOM];
	struct buf out = { .arena = a, .p = room, .cap = ROOM };
	size_t i = 0;
	struct run r;

	while (i < s.n) {
		i = read_run(s, i, &r);
		settle_tone(&r);
		for (size_t k = 0; k < r.n; k++)
			utf8_put(&out, tone_join(r.vowel[k], r.tone[k]));
		if (r.n == 0)
			utf8_put(&out, viet_lower_letter(utf8_next(s, &i)));
	}
	return settled(&out, room, s);
}

bool
viet_is_syllable(struct str word)
{
	enum { LETTERS = 8 }; /* nghiêng has seven */
	uint32_t letter[LETTERS];
	size_t i = 0, n = 0;

	while (i < word.n && n < LETTERS)
		letter[n++] = utf8_next(word, &i);
	return i == word.n && tone_syllable(letter, n);
}
