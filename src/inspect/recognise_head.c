/*
 * recognise_head.c - what stands above the text: Quốc hiệu, issuer, number,
 * date, type and trích yếu (ô 1 to 5).
 */
#include <string.h>

#include "inspect/recognise.h"
#include "text/utf8.h"
#include "text/viet.h"

enum {
	HEAD_PIECES = 60, /* the head lies within so many */
	LINE_LONG = 90, /* bytes of a folded key that is still a line */
	SUBJECT_PIECES = 8
};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_nation(struct str key)
{
	return key_begins(key, "cong") && key_holds(key, "chu nghia") &&
	    key_holds(key, "viet nam");
}

/* "CỘNG HÒA XÃ HỘI" above "CHỦ NGHĨA VIỆT NAM". */
static bool
is_half_nation(const struct form *f, size_t i)
{
	return i + 1 < f->npieces &&
	    key_begins(f->piece[i].key, "cong hoa") &&
	    f->piece[i].key.n < LINE_LONG &&
	    f->piece[i + 1].key.n < LINE_LONG &&
	    is_nation(str_printf(f->a, "%.*s %.*s", STR_ARG(f->piece[i].key),
		STR_ARG(f->piece[i + 1].key)));
}

static bool
is_motto(struct str key)
{
	return key_holds(key, "doc lap") && key_holds(key, "hanh phuc");
}

/* "Số: 05/BC-PKT", "Số 05/BC", "Số:      /BC-PKT". */
static bool
is_number(struct str key)
{
	if (!key_begins(key, "so") || key.n < 4)
		return false;
	if (key.p[2] == ':')
		return true;
	return key.p[2] == ' ' && (is_digit(key.p[3]) || key.p[3] == ':') &&
	    key_holds(key, "/");
}

/* 05/12/2025 somewhere. */
static bool
holds_slashed_date(struct str s)
{
	size_t slashes = 0;

	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] == '/' && i > 0 && is_digit(s.p[i - 1]) &&
		    i + 1 < s.n && is_digit(s.p[i + 1]))
			slashes++;
	return slashes >= 2;
}

static bool
is_place_date(struct str key)
{
	if (key.n > LINE_LONG || key_begins(key, "can cu") ||
	    key_begins(key, "v/v") || key_begins(key, "ve viec") ||
	    key_begins(key, "(kem"))
		return false;
	if (key_holds(key, "ngay") && key_holds(key, "thang") &&
	    key_holds(key, "nam"))
		return true;
	return holds_slashed_date(key) && key_holds(key, ",");
}

/*
 * The type a line names: the whole line, or its beginning when the line is in
 * capitals.
 */
static enum doctype
type_of(const struct form *f, size_t i)
{
	struct str key = f->piece[i].key;
	enum doctype found = DOCTYPE_MAX;

	for (enum doctype t = 0; t < DOCTYPE_MAX; t++) {
		struct str name = viet_fold(f->a, str_of(doctypes[t].name));

		if (str_eq(key, name))
			return t;
		if (str_starts(key, name) && key.p[name.n] == ' ' &&
		    is_upper_text(f->piece[i].text) &&
		    piece_para(f, i)->form.align == WORD_CENTER)
			found = t;
	}
	return found;
}

static size_t
head_end(const struct form *f)
{
	return f->npieces < HEAD_PIECES ? f->npieces : HEAD_PIECES;
}

static void
find_lines(struct form *f)
{
	for (size_t i = 0; i < head_end(f); i++) {
		struct str key = f->piece[i].key;

		if (key.n > LINE_LONG)
			continue;
		if (f->nation == NOWHERE && is_nation(key)) {
			f->nation = i;
		} else if (f->nation == NOWHERE && is_half_nation(f, i)) {
			f->nation = i;
			f->nation_rest = i + 1;
		}
		if (f->motto == NOWHERE && is_motto(key))
			f->motto = i;
		else if (f->number == NOWHERE && is_number(key))
			f->number = i;
	}
}

/* A cell with borders: of a table in the text. */
static bool
in_data_table(const struct form *f, size_t i)
{
	const struct wcell *c = word_cell(f->w, piece_para(f, i));

	return c != NULL && c->border[WORD_TOP] && c->border[WORD_START];
}

/* Where the head's own lines end at the latest: the type or the text. */
static void
find_type(struct form *f)
{
	size_t from = f->motto != NOWHERE ? f->motto :
	    f->nation != NOWHERE          ? f->nation :
	    f->number != NOWHERE          ? f->number :
					    0;

	for (size_t i = from; i < head_end(f); i++) {
		struct str key = f->piece[i].key;
		enum doctype t;

		/* the text has begun */
		if (key.n > 2 * LINE_LONG || key_begins(key, "kinh gui") ||
		    key_begins(key, "can cu "))
			return;
		if (f->piece[i].part > 0 || in_data_table(f, i))
			continue;
		t = type_of(f, i);
		if (t == DOCTYPE_MAX)
			continue;
		f->type = i;
		f->doctype = t;
		return;
	}
}

static void
find_date(struct form *f)
{
	size_t end = f->type != NOWHERE ? f->type : head_end(f);

	for (size_t i = 0; i < end && f->place_date == NOWHERE; i++)
		if (i != f->number && is_place_date(f->piece[i].key))
			f->place_date = i;
}

/* V/v, which only a công văn has in the place under its number. */
static void
find_about(struct form *f)
{
	for (size_t i = 0; i < head_end(f); i++) {
		struct str key = f->piece[i].key;
		bool short_form = key_begins(key, "v/v");

		if (f->type != NOWHERE && i > f->type)
			return;
		if (short_form ||
		    (f->number != NOWHERE && i > f->number &&
			f->type == NOWHERE && key_begins(key, "ve viec"))) {
			f->about = i;
			if (f->type == NOWHERE)
				f->doctype = DOCTYPE_CV;
			return;
		}
	}
}

/* Left of the Quốc hiệu, above the number. */
static bool
is_left_head(const struct form *f, size_t i)
{
	const struct wpara *p = piece_para(f, i);
	const struct wpara *n =
	    f->nation == NOWHERE ? NULL : piece_para(f, f->nation);
	bool has_letters = false;
	size_t k = 0;

	if (i == f->nation || i == f->nation_rest || i == f->motto ||
	    i == f->number || i == f->place_date || i == f->about ||
	    key_begins(p->style, "title"))
		return false;
	while (k < f->piece[i].text.n)
		if (viet_is_letter(utf8_next(f->piece[i].text, &k)))
			has_letters = true;
	if (!has_letters || f->piece[i].key.n > 2 * LINE_LONG)
		return false;
	if (n != NULL && n->table != WORD_NO_TABLE)
		return p->table == n->table && p->column < n->column;
	/* beside a text frame or box the left half may be a table */
	if (f->number != NOWHERE && p->table != WORD_NO_TABLE)
		return p->table == piece_para(f, f->number)->table &&
		    p->column == 0;
	return f->piece[i].part == 0 && p->table == WORD_NO_TABLE;
}

/* Words that open the name of a unit inside a body. */
static const char *const units[] = { "phong", "van phong", "ban", "hoi dong",
	"trung tam", "truong", "so ", "chi cuc", "cong an", "tram", "thon",
	"to ", "doi", "khoa", "thanh tra" };

static bool
is_unit(struct str key)
{
	for (size_t i = 0; i < COUNT(units); i++)
		if (key_begins(key, units[i]))
			return true;
	return false;
}

/* A whole body by itself: "UBND XÃ X", "ỦY BAN NHÂN DÂN XÃ X". */
static bool
is_whole_body(struct str key)
{
	return key_begins(key, "ubnd ") || key_begins(key, "hdnd ") ||
	    (key_begins(key, "uy ban nhan dan ") &&
		key.n > sizeof("uy ban nhan dan "));
}

static bool
is_bold_piece(const struct form *f, size_t i)
{
	const struct wpara *p = piece_para(f, i);

	for (size_t k = 0; k < p->nruns; k++)
		if (p->run[k].from < f->piece[i].to &&
		    p->run[k].to > f->piece[i].from &&
		    !str_is(str_trim(
				str_sub(p->text, p->run[k].from, p->run[k].to)),
			""))
			return p->run[k].face.bold;
	return false;
}

/* How many of the left lines are the superior's. */
static size_t
superior_lines(const struct form *f, const struct list *left)
{
	size_t n = 0;

	/* the sign of the standard: the superior is not bold */
	while (n < left->n && !is_bold_piece(f, left->v[n]))
		n++;
	if (n > 0 && n < left->n)
		return n;
	for (n = 1; n < left->n; n++)
		if (is_unit(f->piece[left->v[n]].key) &&
		    (n > 1 || is_whole_body(f->piece[left->v[0]].key)))
			return n;
	return 0;
}

static void
find_issuer(struct form *f)
{
	size_t end = f->number != NOWHERE ? f->number :
	    f->type != NOWHERE            ? f->type :
	    f->about != NOWHERE           ? f->about :
					    0;
	struct list left = { 0 };
	size_t n;

	for (size_t i = 0; i < end; i++)
		if (is_left_head(f, i))
			list_add(f, &left, i);
	n = superior_lines(f, &left);
	for (size_t i = 0; i < left.n; i++)
		list_add(f, i < n ? &f->superior : &f->issuer, left.v[i]);
}

/* The trích yếu goes on while lines are centred and no line is drawn. */
static bool
subject_goes_on(const struct form *f, size_t i)
{
	static const char *const enders[] = { "can cu", "kinh gui", "thuc hien",
		"theo de nghi", "xet ", "chu tich", "uy ban nhan dan",
		"hoi dong", "giam doc", "truong phong", "hieu truong",
		"(kem theo" };
	const struct wpara *p = piece_para(f, i);
	struct label l = label_parse(f->piece[i].text);
	bool first = f->subject.n == 0;

	if (l.kind != LABEL_NONE || f->piece[i].key.n > 4 * LINE_LONG)
		return false;
	for (size_t k = 0; k < COUNT(enders); k++)
		if (key_begins(f->piece[i].key, enders[k]) &&
		    (!first || (k < 3 && !is_bold_piece(f, i))))
			return false; /* "Thực hiện ..." may be a subject */
	if (first)
		return p->form.align == WORD_CENTER || is_bold_piece(f, i);
	return p->form.align == WORD_CENTER && !is_upper_text(f->piece[i].text);
}

static void
find_subject(struct form *f)
{
	size_t last = f->type;

	if (f->type == NOWHERE)
		return;
	for (size_t i = f->type + 1;
	     i < f->npieces && f->subject.n < SUBJECT_PIECES; i++) {
		bool cut = false;

		for (size_t p = f->piece[last].para + 1; p < f->piece[i].para;
		     p++)
			cut = cut || is_ruler(f, p);
		if ((cut && f->subject.n > 0) ||
		    is_ruler(f, f->piece[i].para) || !subject_goes_on(f, i))
			return;
		list_add(f, &f->subject, i);
		last = i;
	}
}

void
find_head(struct form *f)
{
	find_lines(f);
	find_type(f);
	find_date(f);
	find_about(f);
	find_issuer(f);
	find_subject(f);
}
