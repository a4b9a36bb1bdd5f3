/*
 * recognise_body.c - căn cứ and Kính gửi, the text proper, and appendices (ô 6,
 * ô 9a, III.1).
 */
#include <string.h>

#include "base/buf.h"
#include "base/vec.h"
#include "inspect/recognise.h"
#include "text/viet.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static size_t
max_para(const struct form *f, size_t best, size_t piece)
{
	if (piece == NOWHERE)
		return best;
	return f->piece[piece].para + 1 > best ? f->piece[piece].para + 1 :
						 best;
}

static size_t
head_para_end(const struct form *f)
{
	const size_t of[] = { f->nation, f->motto, f->number, f->place_date,
		f->type, f->about };
	size_t end = 0;

	for (size_t i = 0; i < COUNT(of); i++)
		end = max_para(f, end, of[i]);
	for (size_t i = 0; i < f->subject.n; i++)
		end = max_para(f, end, f->subject.v[i]);
	return end;
}

static bool
opens_basis(struct str key)
{
	static const char *const openers[] = { "can cu ", "theo de nghi",
		"xet de nghi", "theo " };

	for (size_t i = 0; i < COUNT(openers); i++)
		if (key_begins(key, openers[i]))
			return true;
	return false;
}

static bool
is_italic_para(const struct wpara *p)
{
	for (size_t i = 0; i < p->nruns; i++)
		if (!p->run[i].face.italic &&
		    str_trim(str_sub(p->text, p->run[i].from, p->run[i].to)).n >
			0)
			return false;
	return p->nruns > 0;
}

/* A căn cứ of its own, not an opening sentence that begins with the words. */
static bool
is_basis(const struct form *f, size_t i)
{
	const struct piece *x = &f->piece[i];
	bool first = f->bases.n == 0;

	if (!opens_basis(x->key) || (first && !key_begins(x->key, "can cu")) ||
	    x->text.p[0] == '-' || str_ends(x->text, STR(":")))
		return false;
	if (!first || str_ends(x->text, STR(";")) ||
	    is_italic_para(piece_para(f, i)))
		return true;
	return i + 1 < f->npieces && opens_basis(f->piece[i + 1].key);
}

/* The text proper has begun: căn cứ stand before it only. */
static bool
is_prose(const struct form *f, size_t i)
{
	for (size_t k = 0; k < f->addressees.n; k++)
		if (f->addressees.v[k] == i)
			return false;
	return i != f->addressee && f->piece[i].text.n > 0 &&
	    piece_para(f, i)->form.align != WORD_CENTER;
}

static void
find_addressees(struct form *f, size_t i, size_t end)
{
	size_t k = i + 1;

	f->addressee = i;
	for (; k < end && f->piece[k].text.n > 0 &&
	     (f->piece[k].text.p[0] == '-' ||
		 str_starts(f->piece[k].text, STR("–")) ||
		 str_starts(f->piece[k].text, STR("•")));
	     k++)
		list_add(f, &f->addressees, k);
}

void
find_front(struct form *f)
{
	size_t from = head_para_end(f), end = f->npieces;
	bool over = false;

	f->front_end = from;
	for (size_t i = 0; i < f->npieces; i++)
		if (f->piece[i].para >= f->sign_start) {
			end = i;
			break;
		}
	for (size_t i = 0; i < end; i++) {
		const struct piece *x = &f->piece[i];

		if (x->para < from && !key_begins(x->key, "kinh gui"))
			continue;
		if (f->addressee == NOWHERE && key_begins(x->key, "kinh gui")) {
			find_addressees(f, i, end);
			f->front_end = max_para(f, f->front_end,
			    f->addressees.n > 0 ?
				f->addressees.v[f->addressees.n - 1] :
				i);
		} else if (!over && is_basis(f, i)) {
			list_add(f, &f->bases, i);
			f->front_end = max_para(f, f->front_end, i);
		} else if (f->bases.n > 0 || is_prose(f, i)) {
			over = true;
		}
	}
}

/* "Hình 2. ...", "Bảng 1. ...": no sentence begins so, centred or not. */
static bool
is_numbered_caption(struct str key)
{
	static const char *const openers[] = { "hinh ", "bang ", "bieu " };
	size_t at;

	for (size_t i = 0; i < COUNT(openers); i++) {
		if (!key_begins(key, openers[i]))
			continue;
		for (at = strlen(openers[i]);
		     at < key.n && key.p[at] >= '0' && key.p[at] <= '9';)
			at++;
		return at > strlen(openers[i]) && at + 1 < key.n &&
		    key.p[at] == '.' && key.p[at + 1] == ' ';
	}
	return false;
}

/* A line that says what a table below it shows. */
static bool
is_caption(const struct form *f, size_t p)
{
	static const char *const openers[] = { "bang ", "bieu ", "don vi tinh",
		"(don vi tinh", "dvt", "(dvt", "hinh " };
	const struct wpara *x = &f->w->para[p];
	struct str key = viet_fold(f->a, str_sub(x->text, 0, 120));
	bool above =
	    p + 1 < f->w->nbody && f->w->para[p + 1].table != WORD_NO_TABLE;

	if (str_is(x->style, "caption") || is_numbered_caption(key))
		return true;
	for (size_t i = 0; i < COUNT(openers); i++)
		if (key_begins(key, openers[i]) &&
		    (above || x->form.align == WORD_CENTER ||
			x->form.align == WORD_RIGHT))
			return true;
	return above && x->form.align == WORD_CENTER;
}

static enum body_kind
kind_of(const struct form *f, size_t p, struct label l)
{
	const struct wpara *x = &f->w->para[p];

	if (is_caption(f, p))
		return BODY_CAPTION;
	if (l.kind == LABEL_PHAN || l.kind == LABEL_CHUONG ||
	    l.kind == LABEL_DIEU || l.kind == LABEL_MUC)
		return BODY_HEADING;
	if (x->form.align == WORD_CENTER)
		return BODY_CENTRED;
	return key_begins(x->style, "heading") ? BODY_HEADING : BODY_TEXT;
}

static bool
has_letter(struct str key)
{
	for (size_t i = 0; i < key.n; i++)
		if (key.p[i] >= 'a' && key.p[i] <= 'z')
			return true;
	return false;
}

/* The pieces of one paragraph from i on as one text; *i moves behind them. */
static struct str
whole_text(const struct form *f, size_t *i)
{
	size_t para = f->piece[*i].para;
	struct buf b = { .arena = f->a };

	if (*i + 1 == f->npieces || f->piece[*i + 1].para != para)
		return f->piece[(*i)++].text;
	for (; *i < f->npieces && f->piece[*i].para == para; ++*i) {
		if (b.n > 0)
			buf_addc(&b, ' ');
		buf_add(&b, f->piece[*i].text);
	}
	return buf_str(&b);
}

void
find_body(struct form *f)
{
	VEC(struct bpara) list = { 0 };
	size_t i = 0;

	while (i < f->npieces) {
		size_t para = f->piece[i].para;
		struct str text = whole_text(f, &i);
		struct bpara *b;

		if (para < f->front_end || para >= f->sign_start ||
		    f->w->para[para].place != WORD_BODY || is_ruler(f, para))
			continue;
		b = vec_add(f->a, &list);
		b->para = para;
		b->text = text;
		b->label = label_parse(text);
		b->kind = kind_of(f, para, b->label);
	}
	f->body = list.v;
	f->nbody = list.n;
}

/* "Phụ lục", "Phụ lục II", "PHỤ LỤC 1:". */
static bool
is_appendix_head(const struct form *f, size_t i)
{
	enum { LABEL_LONG = 5 };
	struct str key = f->piece[i].key, rest;

	if (!key_begins(key, "phu luc"))
		return false;
	rest = str_trim(str_sub(key, sizeof("phu luc") - 1, key.n));
	return rest.n <= LABEL_LONG ||
	    (is_upper_text(f->piece[i].text) &&
		piece_para(f, i)->form.align == WORD_CENTER);
}

static void
find_appendix_lines(struct form *f, struct appendix *x)
{
	enum { NEAR_HEAD = 8 };

	x->title = x->reference = NOWHERE;
	for (size_t i = x->head + 1; i < f->npieces && i < x->head + NEAR_HEAD;
	     i++) {
		struct str key = f->piece[i].key;

		if (f->piece[i].para >= x->end)
			return;
		if (key_begins(key, "(kem theo") ||
		    key_begins(key, "(ban hanh kem") ||
		    key_begins(key, "kem theo")) {
			x->reference = i;
			return;
		}
		if (x->title == NOWHERE && has_letter(key))
			x->title = i;
	}
}

void
find_appendices(struct form *f)
{
	enum { MAX_APPENDICES = 200 };
	VEC(struct appendix) list = { 0 };
	size_t from = f->recipients == NOWHERE ? 0 : f->recipients;

	for (size_t i = from; i < f->npieces && list.n < MAX_APPENDICES; i++)
		if ((f->recipients != NOWHERE ||
			(i == 0 && f->nation == NOWHERE) || list.n > 0) &&
		    is_appendix_head(f, i)) {
			struct appendix *x = vec_add(f->a, &list);

			x->head = i;
			x->first = f->piece[i].para;
			x->end = f->w->nbody;
			if (list.n > 1)
				x[-1].end = x->first;
		}
	for (size_t i = 0; i < list.n; i++)
		find_appendix_lines(f, &list.v[i]);
	f->appendix = list.v;
	f->nappendices = list.n;
	f->separate =
	    list.n > 0 && f->nation == NOWHERE && f->recipients == NOWHERE;
}
