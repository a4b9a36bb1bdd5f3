/*
 * rules_text.c - characters, capitals, blanks, spelling and what was left over
 * (R56, R57, H07-H09).
 */
#include "inspect/rules.h"
#include "text/utf8.h"
#include "text/viet.h"

enum {
	ETH = 0xD0, /* looks like Đ */
	SMALL_ETH = 0xF0,
	SOFT_HYPHEN = 0xAD,
	EN_DASH = 0x2013,
	AROUND = 14 /* bytes shown on each side */
};

/* The words around an offset, whole characters only. */
static struct str
around(struct str s, size_t at)
{
	size_t from = at > AROUND ? at - AROUND : 0;
	size_t to = at + AROUND < s.n ? at + AROUND : s.n;

	while (from > 0 && ((unsigned char)s.p[from] & 0xC0) == 0x80)
		from--;
	while (to < s.n && ((unsigned char)s.p[to] & 0xC0) == 0x80)
		to++;
	return utf8_trim(str_sub(s, from, to));
}

static bool
is_odd_char(uint32_t c)
{
	return c == ETH || c == SMALL_ETH || c == SOFT_HYPHEN ||
	    (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF ||
	    (c >= 0xE000 && c <= 0xF8FF) || c == 0xFFFD;
}

static void
check_characters(struct inspect *x, size_t para)
{
	struct str s = x->w->para[para].text;
	size_t i = 0, at;

	while (i < s.n) {
		uint32_t c;

		at = i;
		c = utf8_next(s, &i);
		if (is_odd_char(c)) {
			broken(x, DIAG_INSPECT_UNICODE, para, "U+%04X",
			    (unsigned)c);
			break;
		}
	}
	if (!utf8_is_nfc(s))
		broken(x, DIAG_INSPECT_UNICODE, para, "NFD / NFC");
	if (viet_legacy_pasted(s, &at) != LEGACY_NONE)
		broken(x, DIAG_INSPECT_UNICODE, para, "TCVN3, VNI: \"%.*s\"",
		    STR_ARG(around(s, at)));
}

/* Fonts of the old encodings: .VnTime, VNI-Times. */
static void
check_legacy_font(struct inspect *x, size_t para)
{
	const struct wpara *p = &x->w->para[para];

	for (size_t i = 0; i < p->nruns; i++) {
		struct str f = p->run[i].face.font[WORD_ASCII];

		if (str_starts(f, STR(".Vn")) || str_starts(f, STR("VNI-")))
			broken(
			    x, DIAG_INSPECT_UNICODE, para, "%.*s", STR_ARG(f));
	}
}

void
measure_unicode(struct inspect *x)
{
	x->wording = true;
	for (size_t i = 0; i < x->w->nparas; i++) {
		check_characters(x, i);
		check_legacy_font(x, i);
	}
}

/*
 * Words of Phụ lục II that can be judged without a list of names.  before and
 * after: what must stand there, NULL for anything.
 */
static const struct {
	const char *wrong, *right;
	enum { PLAIN, BEFORE_NUMBER, INSIDE, BEFORE_NAME } where;
} capitals[] = {
	/* V: types of documents, parts cited */
	{ "nghị định số ", "Nghị định số ", BEFORE_NUMBER },
	{ "quyết định số ", "Quyết định số ", BEFORE_NUMBER },
	{ "kế hoạch số ", "Kế hoạch số ", BEFORE_NUMBER },
	{ "thông tư số ", "Thông tư số ", BEFORE_NUMBER },
	{ "nghị quyết số ", "Nghị quyết số ", BEFORE_NUMBER },
	{ "chỉ thị số ", "Chỉ thị số ", BEFORE_NUMBER },
	{ "công văn số ", "Công văn số ", BEFORE_NUMBER },
	{ "tờ trình số ", "Tờ trình số ", BEFORE_NUMBER },
	{ "điều ", "Điều ", BEFORE_NUMBER },
	{ " Khoản ", " khoản ", BEFORE_NUMBER },
	/* III.1.a: common nouns of units, inside a sentence */
	{ " Xã ", " xã ", BEFORE_NAME },
	{ " Tỉnh ", " tỉnh ", BEFORE_NAME },
	{ " Thị trấn ", " thị trấn ", BEFORE_NAME },
	{ " Huyện ", " huyện ", BEFORE_NAME },
	/* III.1.b, V */
	{ "thành phố Hồ Chí Minh", "Thành phố Hồ Chí Minh", PLAIN },
	{ "thủ đô Hà Nội", "Thủ đô Hà Nội", PLAIN },
	{ "Tết Nguyên Đán", "tết Nguyên đán", PLAIN },
	{ "Tết Trung Thu", "tết Trung thu", PLAIN },
	/* V: nouns of their own */
	{ "đời sống nhân dân", "đời sống Nhân dân", PLAIN },
	{ "cán bộ và nhân dân", "cán bộ và Nhân dân", PLAIN },
	{ "toàn thể nhân dân", "toàn thể Nhân dân", PLAIN },
	{ "phục vụ nhân dân", "phục vụ Nhân dân", PLAIN },
	{ "quần chúng nhân dân", "quần chúng Nhân dân", PLAIN },
};

/* The letters beside what was found fit the row. */
static bool
fits(struct str s, size_t at, size_t n, unsigned row)
{
	size_t to = at + n, k;
	uint32_t after;

	if (to < s.n) {
		k = to;
		after = utf8_next(s, &k);
	} else {
		after = 0;
	}
	switch (capitals[row].where) {
	case BEFORE_NUMBER:
		if (at > 0 && capitals[row].wrong[0] != ' ' &&
		    s.p[at - 1] != ' ')
			return false;
		return after >= '0' && after <= '9';
	case BEFORE_NAME:
		/* behind a small letter, before a capital */
		return at > 0 && viet_is_upper(after) && s.p[at - 1] != '.' &&
		    s.p[at - 1] != ':' &&
		    ((unsigned char)s.p[at - 1] >= 0x80 ||
			(s.p[at - 1] >= 'a' && s.p[at - 1] <= 'z'));
	case INSIDE:
	case PLAIN:
		break;
	}
	return !viet_is_letter(after);
}

static void
check_capitals(struct inspect *x, size_t para, struct str s)
{
	for (unsigned i = 0; i < COUNT(capitals); i++) {
		struct str w = str_of(capitals[i].wrong);
		size_t at = str_find(s, w, 0);

		for (; at < s.n; at = str_find(s, w, at + w.n))
			if (fits(s, at, w.n, i)) {
				broken_near(x, DIAG_INSPECT_CAPITALS, para,
				    str_trim(str_of(capitals[i].right)),
				    str_printf(x->a, "\"%.*s\"",
					STR_ARG(around(s, at))));
				break;
			}
	}
}

/* A small letter behind a semicolon: "; Ứng dụng" is wrong unless a name. */
void
measure_capitals(struct inspect *x)
{
	if (x->f->nbody == 0)
		rule_absent(x);
	x->wording = true;
	for (size_t i = 0; i < x->f->nbody; i++)
		check_capitals(x, x->f->body[i].para, x->f->body[i].text);
	for (size_t i = 0; i < x->f->bases.n; i++) {
		const struct piece *p = &x->f->piece[x->f->bases.v[i]];

		check_capitals(x, p->para, p->text);
	}
}

static bool
is_closing(char c)
{
	return c == ',' || c == ';' || c == ':' || c == '.' || c == '?' ||
	    c == '!' || c == ')';
}

/* What is wrong with the blanks at i; empty if nothing is. */
static struct str
bad_blank(struct inspect *x, struct str s, size_t i)
{
	/* dots may be left to be filled in, "./." stands alone */
	bool before =
	    s.p[i] == ' ' && is_closing(s.p[i + 1]) && s.p[i + 1] != '.';

	if (before || (s.p[i] == ' ' && s.p[i + 1] == ' ') ||
	    (s.p[i] == '(' && s.p[i + 1] == ' '))
		return str_printf(
		    x->a, "\"%.*s\"", STR_ARG(str_sub(s, i, i + 2)));
	if ((s.p[i] == ',' || s.p[i] == ';') &&
	    viet_is_letter(utf8_at(s, i + 1)))
		return str_printf(x->a, "\"%.*s\"", STR_ARG(around(s, i)));
	return STR_NONE;
}

/* The first place in a paragraph is enough. */
static void
check_blanks(struct inspect *x, size_t para)
{
	struct str s = utf8_trim(x->w->para[para].text);

	for (size_t i = 0; i + 1 < s.n; i++) {
		struct str bad = bad_blank(x, s, i);

		if (bad.n > 0) {
			broken_near(
			    x, DIAG_INSPECT_SPACES, para, STR_NONE, bad);
			return;
		}
	}
}

void
measure_spaces(struct inspect *x)
{
	x->wording = true;
	for (size_t i = 0; i < x->f->nbody; i++)
		check_blanks(x, x->f->body[i].para);
	if (x->f->nbody == 0)
		rule_absent(x);
}

/* Two ways to write one thing. */
static const struct {
	const char *one, *other;
} habits[] = { { "òa", "oà" }, { "óa", "oá" }, { "ỏa", "oả" }, { "ọa", "oạ" },
	{ "ủy", "uỷ" }, { "úy", "uý" }, { "ùy", "uỳ" }, { "ụy", "uỵ" },
	{ "òe", "oè" }, { "ỏe", "oẻ" } };

/* How often a syllable ends so; not behind q, where the place is fixed. */
static size_t
count_endings(struct str lower, const char *ending)
{
	struct str w = str_of(ending);
	size_t n = 0, at = str_find(lower, w, 0);

	for (; at < lower.n; at = str_find(lower, w, at + 1))
		if (!viet_is_letter(utf8_at(lower, at + w.n)) &&
		    !(at > 0 && lower.p[at - 1] == 'q'))
			n++;
	return n;
}

static size_t
count_text(struct str s, const char *what)
{
	struct str w = str_of(what);
	size_t n = 0, at = str_find(s, w, 0);

	for (; at < s.n; at = str_find(s, w, at + w.n))
		n++;
	return n;
}

void
measure_mixed(struct inspect *x)
{
	size_t one = 0, other = 0, straight = 0, curly = 0;
	size_t hyphen = 0, dash = 0;

	x->wording = true;
	for (size_t i = 0; i < x->f->nbody; i++) {
		struct str s = x->f->body[i].text;
		struct str lower = viet_lower(x->a, s);

		for (size_t k = 0; k < COUNT(habits); k++) {
			one += count_endings(lower, habits[k].one);
			other += count_endings(lower, habits[k].other);
		}
		straight += count_text(s, "\"");
		curly += count_text(s, "“") + count_text(s, "”");
		hyphen += count_text(s, " - ");
		dash += count_text(s, " – ");
	}
	if (one > 0 && other > 0)
		broken(x, DIAG_INSPECT_SPELLING_MIXED, NOWHERE,
		    "òa, ủy %zu; oà, uỷ %zu", one, other);
	if (straight > 0 && curly > 0)
		broken(x, DIAG_INSPECT_SPELLING_MIXED, NOWHERE,
		    "\" %zu; “” %zu", straight, curly);
	if (hyphen > 0 && dash > 0)
		broken(x, DIAG_INSPECT_SPELLING_MIXED, NOWHERE, "- %zu; – %zu",
		    hyphen, dash);
	if (x->f->nbody == 0)
		rule_absent(x);
}

/* What is left to be filled in. */
static struct str
placeholder_in(struct str s)
{
	static const char *const marks[] = { "[CẦN BỔ SUNG", "[Cần bổ sung",
		"???", "…1.", "[...]", "[…]", "xxx", "XXX", "<<", ">>",
		"Lorem ipsum", "{{", "[tên", "[Tên", "[ngày", "[số" };

	for (size_t i = 0; i < COUNT(marks); i++)
		if (str_find(s, str_of(marks[i]), 0) < s.n)
			return str_of(marks[i]);
	return STR_NONE;
}

/* <số liệu>: a word in angle brackets. */
static bool
has_angle_mark(struct str s)
{
	enum { LONGEST_MARK = 80 };
	size_t open = str_find(s, STR("<"), 0), close;

	while (open < s.n) {
		struct str rest = str_sub(s, open, open + LONGEST_MARK);

		close = str_find(rest, STR(">"), 0);
		if (close < rest.n && close > 2 &&
		    viet_is_letter(utf8_at(s, open + 1)))
			return true;
		open = str_find(s, STR("<"), open + 1);
	}
	return false;
}

static void
check_placeholders(struct inspect *x)
{
	for (size_t i = 0; i < x->w->nparas; i++) {
		struct str s = x->w->para[i].text;
		struct str mark = placeholder_in(s);

		if (mark.n == 0 && has_angle_mark(s))
			mark = STR("<...>");
		if (mark.n > 0)
			broken(x, DIAG_INSPECT_PLACEHOLDER, i, "\"%.*s\"",
			    STR_ARG(mark));
	}
}

void
measure_leftovers(struct inspect *x)
{
	const struct word *w = x->w;
	size_t changed = w->changed_para > 0 ? w->changed_para - 1 : NOWHERE;

	x->wording = true;
	check_placeholders(x);
	if (w->insertions + w->deletions > 0)
		broken(x, DIAG_INSPECT_CHANGES, changed, "w:ins %zu, w:del %zu",
		    w->insertions, w->deletions);
	if (w->comments > 0)
		broken(x, DIAG_INSPECT_CHANGES, NOWHERE, "w:comment %zu",
		    w->comments);
	for (size_t i = 0; i < w->nparas; i++)
		for (size_t k = 0; k < w->para[i].nruns; k++) {
			const struct wrun *r = &w->para[i].run[k];

			if (r->face.highlight.n > 0 &&
			    w->para[i].table == WORD_NO_TABLE)
				broken(x, DIAG_INSPECT_CHANGES, i,
				    "w:highlight %.*s",
				    STR_ARG(r->face.highlight));
		}
}
