/* rules_layout.c - how the text is divided and numbered (R35-R38, R48). */
#include "inspect/rules.h"
#include "text/utf8.h"
#include "text/viet.h"

/* "Phần thứ nhất", "Phần A". */
static bool
counts_in_words(struct str key)
{
	return key_begins(key, "phan thu ") ||
	    (key_begins(key, "phan ") && key.n == 6);
}

static bool
is_small_muc(struct str key)
{
	return (key_begins(key, "muc ") && key.n < 8 &&
		   is_number_char(key.p[4])) ||
	    (key_begins(key, "tieu muc ") && key.n < 13);
}

static struct str
key_of(struct inspect *x, const struct bpara *b)
{
	return viet_fold(x->a, str_sub(b->text, 0, 200));
}

static bool
is_bullet(struct str label)
{
	return label.n > 0 && label.p[0] != '-' && label.p[0] != '+' &&
	    (unsigned char)label.p[0] >= 0x80 &&
	    str_find(label, STR("Đ"), 0) == label.n &&
	    str_find(label, STR("đ"), 0) == label.n;
}

void
measure_numbering(struct inspect *x)
{
	size_t muc = NOWHERE, other = NOWHERE;

	x->wording = true;
	for (size_t i = 0; i < x->f->nbody; i++) {
		const struct bpara *b = &x->f->body[i];
		struct str key = key_of(x, b), label;

		label = x->w->para[b->para].label;
		if (counts_in_words(key))
			broken(
			    x, DIAG_INSPECT_NUMBERING, b->para, "%s", "Phần I");
		if (b->label.kind == LABEL_MUC)
			muc = muc == NOWHERE ? b->para : muc;
		if (b->label.kind == LABEL_CHUONG || is_small_muc(key) ||
		    b->label.kind == LABEL_DIEU)
			other = other == NOWHERE ? b->para : other;
		if (is_bullet(label))
			broken(x, DIAG_INSPECT_NUMBERING_SIGN, b->para,
			    "\"%.*s\"", STR_ARG(label));
		else if (b->label.kind != LABEL_NONE && !b->label.well_formed)
			broken(x, DIAG_INSPECT_NUMBERING_SIGN, b->para,
			    "\"%.*s\"",
			    STR_ARG(str_trim(
				str_sub(b->text, 0, b->label.length))));
	}
	if (muc != NOWHERE && other != NOWHERE)
		broken(x, DIAG_INSPECT_NUMBERING, muc > other ? muc : other,
		    "I. + Điều, Chương, Mục");
	if (x->f->nbody == 0)
		rule_absent(x);
}

/* Which counters a label sets back, as bits of enum label_kind. */
#define BIT(kind) (1u << (unsigned)(kind))
static unsigned
resets(enum label_kind kind)
{
	unsigned small = BIT(LABEL_KHOAN) | BIT(LABEL_DIEM);

	switch (kind) {
	case LABEL_PHAN:
		return small | BIT(LABEL_MUC);
	case LABEL_CHUONG:
	case LABEL_DIEU:
	case LABEL_MUC:
		return small;
	case LABEL_KHOAN:
	case LABEL_DECIMAL:
		return BIT(LABEL_DIEM);
	default:
		return 0;
	}
}

static void
wrong_label(struct inspect *x, const struct bpara *b, unsigned expected)
{
	struct str want = label_print(x->a, b->label.kind, expected);

	broken_near(x, DIAG_INSPECT_SEQUENCE, b->para, want,
	    str_printf(x->a, "\"%.*s\"",
		STR_ARG(str_trim(str_sub(b->text, 0, b->label.length)))));
}

void
measure_sequence(struct inspect *x)
{
	unsigned last[LABEL_DECIMAL + 1] = { 0 };
	size_t n = 0;

	x->wording = true;
	for (size_t i = 0; i < x->f->nbody; i++) {
		const struct bpara *b = &x->f->body[i];
		enum label_kind kind = b->label.kind;
		unsigned set = resets(kind), expected;

		if (kind == LABEL_NONE && b->kind == BODY_HEADING)
			set = BIT(LABEL_KHOAN) | BIT(LABEL_DIEM);
		for (unsigned k = 0; k <= LABEL_DECIMAL; k++)
			if (set & BIT(k))
				last[k] = 0;
		if (kind == LABEL_NONE || kind == LABEL_DASH ||
		    kind == LABEL_PLUS || kind == LABEL_DECIMAL)
			continue;
		n++;
		expected = last[kind] + 1;
		/* a list that begins anew counts from one */
		if (b->label.number != expected &&
		    !(b->label.number == 1 && last[kind] > 1 &&
			kind != LABEL_DIEU))
			wrong_label(x, b, expected);
		last[kind] = b->label.number == 0 ? expected : b->label.number;
	}
	if (n == 0)
		rule_absent(x);
}

static bool
is_all_bold(const struct inspect *x, const struct bpara *b)
{
	const struct wpara *p = &x->w->para[b->para];

	return face_look(p, 0, p->text.n).all_bold;
}

void
measure_headings(struct inspect *x)
{
	size_t n = 0;

	for (size_t i = 0; i < x->f->nbody; i++) {
		const struct bpara *b = &x->f->body[i];
		struct str title = str_sub(b->text, b->label.length, b->text.n);

		if (b->label.kind == LABEL_MUC) {
			n++;
			if (!is_all_bold(x, b))
				broken(x, DIAG_INSPECT_HEADING_FACE, b->para,
				    "-B");
			x->wording = true;
			if (!is_upper_text(title))
				broken(x, DIAG_INSPECT_HEADING_FACE, b->para,
				    "Aa / AA");
		}
		x->wording = true;
		if ((b->label.kind == LABEL_MUC ||
			(b->label.kind == LABEL_KHOAN && is_all_bold(x, b))) &&
		    str_ends(title, STR(":")))
			broken(x, DIAG_INSPECT_HEADING_COLON, b->para, "\":\"");
		x->wording = false;
	}
	if (n == 0)
		rule_absent(x);
}

void
measure_heading_titles(struct inspect *x)
{
	size_t n = 0;

	for (size_t i = 0; i < x->f->nbody; i++) {
		const struct bpara *b = &x->f->body[i];
		enum label_kind kind = b->label.kind;
		bool part = kind == LABEL_PHAN || kind == LABEL_CHUONG ||
		    is_small_muc(key_of(x, b));
		bool alone =
		    str_trim(str_sub(b->text, b->label.length, b->text.n)).n ==
			0 ||
		    is_small_muc(key_of(x, b));

		if (!part && kind != LABEL_DIEU)
			continue;
		n++;
		if (alone && part && i + 1 < x->f->nbody &&
		    b[1].kind == BODY_CENTRED)
			continue;
		if (alone)
			broken(
			    x, DIAG_INSPECT_HEADING_TITLE, b->para, "%s", "");
	}
	if (n == 0)
		rule_absent(x);
}

static bool
ends_badly(struct str s)
{
	static const char *const bad[] = { ".//.", "./", "/.", "//.", "/./",
		"./..", "/-" };

	if (str_ends(s, STR("./.")) && !str_ends(s, STR("/./.")) &&
	    !str_ends(s, STR(".//.")) && !str_ends(s, STR("../.")))
		return false;
	for (size_t i = 0; i < COUNT(bad); i++)
		if (str_ends(s, str_of(bad[i])))
			return true;
	return str_ends(s, STR("../.")) || str_ends(s, STR("/./."));
}

void
measure_end_mark(struct inspect *x)
{
	const struct form *f = x->f;
	const struct bpara *last;

	if (f->nbody == 0) {
		rule_absent(x);
		return;
	}
	x->wording = true;
	last = &f->body[f->nbody - 1];
	if (ends_badly(last->text))
		broken(x, DIAG_INSPECT_END_MARK, last->para, "%s", "./.");
	else if (!str_ends(last->text, STR("./.")))
		broken(x, DIAG_INSPECT_END_MARK_MISSING, last->para, "%s", "");
	for (size_t i = 0; i + 1 < f->nbody; i++)
		if (str_ends(f->body[i].text, STR("./.")) ||
		    ends_badly(f->body[i].text))
			broken(x, DIAG_INSPECT_END_MARK, f->body[i].para, "%s",
			    "./.");
}
