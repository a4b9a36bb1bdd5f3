/*
 * rules_sign.c - Kính gửi, Nơi nhận, authority, position and name (R39-R47,
 * R54).
 */
#include "inspect/rules.h"
#include "text/utf8.h"
#include "text/viet.h"

static size_t
para_of(const struct inspect *x, size_t piece)
{
	return x->f->piece[piece].para;
}

void
measure_addressee_type(struct inspect *x)
{
	const struct form *f = x->f;
	bool may = f->doctype == DOCTYPE_TTR || f->doctype == DOCTYPE_BC ||
	    f->doctype == DOCTYPE_CV;

	if (f->doctype == DOCTYPE_MAX) {
		rule_absent(x);
		return;
	}
	x->wording = true;
	if (f->addressee != NOWHERE && !may)
		broken(x, DIAG_INSPECT_ADDRESSEE_TYPE, para_of(x, f->addressee),
		    "%s", doctypes[f->doctype].name);
	if (f->addressee == NOWHERE && may && f->doctype != DOCTYPE_BC)
		broken(x, DIAG_INSPECT_ADDRESSEE_TYPE, NOWHERE, "%s",
		    doctypes[f->doctype].name);
}

/* Signs at the ends of dash lines: ";" and at last ".". */
static void
check_dash_ends(struct inspect *x, enum diag_id id, const struct list *l)
{
	for (size_t i = 0; i < l->n; i++) {
		struct str s = x->f->piece[l->v[i]].text;
		const char *sign = i + 1 == l->n ? "." : ";";

		if (!str_starts(s, STR("- ")))
			broken(x, id, para_of(x, l->v[i]), "\"- \"");
		if (!str_ends(s, str_of(sign)))
			broken(x, id, para_of(x, l->v[i]), "\"%s\"", sign);
	}
}

void
measure_addressees(struct inspect *x)
{
	static const struct want want = { 26, 28, NO, NO, NO, false };
	const struct form *f = x->f;
	struct str s, rest;
	size_t colon;

	if (f->addressee == NOWHERE) {
		rule_absent(x);
		return;
	}
	check_look(x, DIAG_INSPECT_ADDRESSEE_FORM, f->addressee, &want);
	check_list_look(x, DIAG_INSPECT_ADDRESSEE_FORM, &f->addressees, &want);
	x->wording = true;
	s = f->piece[f->addressee].text;
	colon = str_find(s, STR(":"), 0);
	rest = str_trim(str_sub(s, colon + 1, s.n));
	if (!str_starts(s, STR("Kính gửi:")))
		broken_near(x, DIAG_INSPECT_ADDRESSEE_FORM,
		    para_of(x, f->addressee), STR("Kính gửi:"), STR_NONE);
	if (rest.n > 0 && (rest.p[0] == '-' || f->addressees.n > 0))
		broken(x, DIAG_INSPECT_ADDRESSEE_FORM, para_of(x, f->addressee),
		    "↵ \"- \"");
	check_dash_ends(x, DIAG_INSPECT_ADDRESSEE_FORM, &f->addressees);
}

/* In one row with the first authority line, both first in their cells. */
static void
check_level(struct inspect *x)
{
	const struct wpara *r = piece_para(x->f, x->f->recipients), *s;
	size_t first;

	if (x->f->authority.n == 0)
		return;
	first = x->f->authority.v[0];
	s = piece_para(x->f, first);
	if (r->table == WORD_NO_TABLE || s->table != r->table) {
		if (para_of(x, first) != para_of(x, x->f->recipients))
			broken(x, DIAG_INSPECT_RECIPIENTS,
			    para_of(x, x->f->recipients), "= II.7");
		return;
	}
	if (s->row != r->row)
		broken(x, DIAG_INSPECT_RECIPIENTS, para_of(x, x->f->recipients),
		    "= II.7");
}

void
measure_recipients(struct inspect *x)
{
	static const struct want want = { 24, 24, YES, YES, NO, false };
	enum { MM_1 = 57 };
	const struct wpara *p;
	int64_t start;

	if (x->f->separate) {
		rule_absent(x);
		return;
	}
	if (x->f->recipients == NOWHERE) {
		broken(x, DIAG_INSPECT_RECIPIENTS, NOWHERE, "-");
		return;
	}
	check_look(x, DIAG_INSPECT_RECIPIENTS, x->f->recipients, &want);
	check_level(x);
	p = piece_para(x->f, x->f->recipients);
	start = p->form.left + p->form.first;
	if (p->form.align == WORD_CENTER || p->form.align == WORD_RIGHT ||
	    start > MM_1 || start < -2 * MM_1)
		broken(x, DIAG_INSPECT_RECIPIENTS, para_of(x, x->f->recipients),
		    "|< %.*s mm", STR_ARG(millimetres(x, start)));
	x->wording = true;
	if (!str_is(x->f->piece[x->f->recipients].text, "Nơi nhận:"))
		broken_near(x, DIAG_INSPECT_RECIPIENTS,
		    para_of(x, x->f->recipients), STR("Nơi nhận:"), STR_NONE);
}

/* "- Lưu: VT, VHXH." taken apart behind the dash. */
static void
check_archive(struct inspect *x, size_t piece)
{
	struct str s = x->f->piece[piece].text;
	size_t at = 0;

	if (!take_text(s, &at, "- Lưu: VT")) {
		broken_near(x, DIAG_INSPECT_RECIPIENT_ITEM, para_of(x, piece),
		    STR("- Lưu: VT, ..."), STR_NONE);
		return;
	}
	if (str_is(str_sub(s, at, s.n), ".") || at == s.n)
		broken(
		    x, DIAG_INSPECT_ARCHIVE_BARE, para_of(x, piece), "%s", "");
}

void
measure_recipient_items(struct inspect *x)
{
	static const struct want want = { 22, 22, NO, NO, NO, false };
	const struct list *l = &x->f->items;

	if (x->f->recipients == NOWHERE) {
		rule_absent(x);
		return;
	}
	check_list_look(x, DIAG_INSPECT_RECIPIENT_ITEM, l, &want);
	x->wording = true;
	if (l->n == 0) {
		broken(x, DIAG_INSPECT_RECIPIENT_ITEM,
		    para_of(x, x->f->recipients), "-");
		return;
	}
	check_dash_ends(x, DIAG_INSPECT_RECIPIENT_ITEM, l);
	check_archive(x, l->v[l->n - 1]);
}

void
measure_recipient_first(struct inspect *x)
{
	const struct form *f = x->f;
	struct str key;
	bool above, article;

	if (f->recipients == NOWHERE || f->items.n == 0) {
		rule_absent(x);
		return;
	}
	x->wording = true;
	key = f->piece[f->items.v[0]].key;
	above = key_holds(key, "nhu tren") || key_holds(key, "nhu kinh gui");
	article = key_holds(key, "nhu dieu");
	if (f->addressee != NOWHERE && !above)
		broken(x, DIAG_INSPECT_RECIPIENT_FIRST,
		    para_of(x, f->items.v[0]), "+ \"- Như trên;\"");
	if (f->addressee == NOWHERE && above)
		broken(x, DIAG_INSPECT_RECIPIENT_FIRST,
		    para_of(x, f->items.v[0]), "- \"- Như trên;\"");
	if ((f->doctype == DOCTYPE_QD || f->doctype == DOCTYPE_NQ) && !article)
		broken(x, DIAG_INSPECT_RECIPIENT_FIRST,
		    para_of(x, f->items.v[0]), "+ \"- Như Điều ...;\"");
}

static const char *const forms[] = { "TM.", "KT.", "TL.", "TUQ.", "Q." };

/* What people write instead. */
static const struct {
	const char *wrong, *right;
} wrong_forms[] = { { "T/M", "TM." }, { "K/T", "KT." }, { "T/L", "TL." },
	{ "TM/", "TM." }, { "KT/", "KT." }, { "TM ", "TM. " },
	{ "KT ", "KT. " }, { "TL ", "TL. " }, { "TUQ ", "TUQ. " },
	{ "T.M", "TM." }, { "K.T", "KT." }, { "T.L", "TL." },
	{ "T.U.Q", "TUQ." }, { "TM:", "TM." }, { "KT:", "KT." } };

/* Which form opens a line, COUNT(forms) for none. */
static size_t
form_of(struct str s)
{
	for (size_t i = 0; i < COUNT(forms); i++)
		if (str_starts(s, str_of(forms[i])))
			return i;
	return COUNT(forms);
}

static void
check_authority_line(struct inspect *x, size_t piece)
{
	struct str s = viet_upper(x->a, x->f->piece[piece].text);
	size_t form = form_of(s), n;

	for (size_t i = 0; i < COUNT(wrong_forms); i++)
		if (str_starts(s, str_of(wrong_forms[i].wrong))) {
			broken_near(x, DIAG_INSPECT_AUTHORITY,
			    para_of(x, piece), str_of(wrong_forms[i].right),
			    STR_NONE);
			return;
		}
	if (form == COUNT(forms))
		return;
	n = str_of(forms[form]).n;
	if (s.n == n || s.p[n] != ' ')
		broken(x, DIAG_INSPECT_AUTHORITY, para_of(x, piece),
		    "\"%s ...\"", forms[form]);
}

/* TM. may be followed by KT. or Q., TL. by KT.; others stand alone. */
static void
check_authority_order(struct inspect *x)
{
	const struct list *l = &x->f->authority;
	size_t before = COUNT(forms);

	for (size_t i = 0; i < l->n; i++) {
		size_t form = form_of(x->f->piece[l->v[i]].text);
		bool may = before == COUNT(forms) ||
		    (before == 0 && (form == 1 || form == 4)) ||
		    (before == 2 && form == 1);

		if (form == COUNT(forms))
			continue;
		if (!may || i + 1 == l->n)
			broken(x, DIAG_INSPECT_AUTHORITY, para_of(x, l->v[i]),
			    "%s", forms[form]);
		before = form;
	}
}

void
measure_authority(struct inspect *x)
{
	const struct list *l = &x->f->authority;

	x->wording = true;
	if (x->f->separate) {
		rule_absent(x);
		return;
	}
	if (l->n == 0) {
		broken(x, DIAG_INSPECT_AUTHORITY, NOWHERE, "-");
		return;
	}
	for (size_t i = 0; i < l->n; i++)
		check_authority_line(x, l->v[i]);
	check_authority_order(x);
}

static bool
names_body(struct str key)
{
	static const char *const bodies[] = { "uy ban", "ubnd", "hoi dong",
		"hdnd", "ban", "thuong truc", "tap the", "to ", "doan",
		"chi bo", "hoi" };

	for (size_t i = 0; i < COUNT(bodies); i++)
		if (key_begins(key, bodies[i]))
			return true;
	return false;
}

static bool
heads_unit(struct str key)
{
	static const char *const heads[] = { "chanh ", "truong ", "giam doc",
		"kt. ", "vu truong", "cuc truong", "hieu truong", "tram truong",
		"thu truong", "doi truong", "to truong", "chi huy truong",
		"q. " };

	for (size_t i = 0; i < COUNT(heads); i++)
		if (key_begins(key, heads[i]))
			return true;
	return false;
}

/*
 * Below "KT. X" stands "PHÓ X".  Two words of X are enough: "KT. TRƯỞNG PHÒNG
 * KINH TẾ" over "PHÓ TRƯỞNG PHÒNG".
 */
static bool
is_deputy(const struct inspect *x, struct str authority, struct str position)
{
	struct str title = str_trim(str_sub(authority, 3, authority.n));
	size_t n = str_find(title, STR(" "), 0);

	n = str_find(title, STR(" "), n + 1);
	return str_starts(position,
	    str_printf(x->a, "pho %.*s", STR_ARG(str_sub(title, 0, n))));
}

void
measure_authority_pair(struct inspect *x)
{
	const struct list *l = &x->f->authority;
	size_t n = 0;

	x->wording = true;
	for (size_t i = 0; i + 1 < l->n; i++) {
		struct str s = x->f->piece[l->v[i]].key;
		struct str next = x->f->piece[l->v[i + 1]].key;
		bool wrong = false;

		if (key_begins(s, "kt."))
			wrong = !is_deputy(x, s, next);
		else if (key_begins(s, "tl."))
			wrong = !heads_unit(next);
		else if (key_begins(s, "tm."))
			wrong = !names_body(str_trim(str_sub(s, 3, s.n)));
		else
			continue;
		n++;
		if (wrong)
			broken(x, DIAG_INSPECT_AUTHORITY_PAIR,
			    para_of(x, l->v[i]), "\"%.*s\"",
			    STR_ARG(x->f->piece[l->v[i + 1]].text));
	}
	if (n == 0)
		rule_absent(x);
}

void
measure_signature_face(struct inspect *x)
{
	static const struct want title = { 26, 28, YES, NO, YES, true };
	static const struct want name = { 26, 28, YES, NO, NO, true };
	const struct form *f = x->f;

	if (f->separate) {
		rule_absent(x);
		return;
	}
	check_list_look(x, DIAG_INSPECT_SIGNATURE_FACE, &f->authority, &title);
	if (f->name != NOWHERE)
		check_look(x, DIAG_INSPECT_SIGNATURE_FACE, f->name, &name);
	if (f->name != NOWHERE && f->authority.n > 0 &&
	    same_column(x, f->name, f->authority.v[0]) == WRONG)
		broken(x, DIAG_INSPECT_SIGNATURE_FACE, para_of(x, f->name),
		    ">< II.7");
	x->wording = true;
	if (f->name == NOWHERE && f->authority.n > 0)
		broken(x, DIAG_INSPECT_SIGNATURE_FACE,
		    para_of(x, f->authority.v[f->authority.n - 1]), "- 7b");
}

void
measure_signer_title(struct inspect *x)
{
	static const char *const titles[] = { "GS.", "PGS.", "TS.", "ThS.",
		"Ths.", "BS.", "KS.", "CN.", "NGƯT", "NGND", "NSƯT", "NSND",
		"Thạc sĩ", "Tiến sĩ", "Cử nhân", "Kỹ sư", "Bác sĩ", "TSKH",
		"GS ", "PGS ", "TS ", "ThS ", "Ths ", "Ông ", "Bà " };
	struct str s;

	if (x->f->name == NOWHERE) {
		rule_absent(x);
		return;
	}
	x->wording = true;
	s = x->f->piece[x->f->name].text;
	for (size_t i = 0; i < COUNT(titles); i++)
		if (str_starts(s, str_of(titles[i]))) {
			broken(x, DIAG_INSPECT_SIGNER_TITLE,
			    para_of(x, x->f->name), "\"%s\"", titles[i]);
			return;
		}
}

/* "PL.(300)": capitals, a stop, copies in brackets. */
static bool
is_drafter_form(struct str s)
{
	size_t i = 0, at;

	for (;;) {
		at = i;
		if (i == s.n || !viet_is_upper(utf8_next(s, &i)))
			break;
	}
	if (at == 0 || !take_text(s, &at, ".("))
		return false;
	while (at < s.n && is_number_char(s.p[at]))
		at++;
	return take_text(s, &at, ")") && at == s.n;
}

void
measure_drafter(struct inspect *x)
{
	static const struct want want = { 22, 22, ANY, NO, ANY, false };

	if (x->f->drafter == NOWHERE) {
		rule_absent(x);
		return;
	}
	check_look(x, DIAG_INSPECT_DRAFTER, x->f->drafter, &want);
	x->wording = true;
	if (!is_drafter_form(x->f->piece[x->f->drafter].text))
		broken(x, DIAG_INSPECT_DRAFTER, para_of(x, x->f->drafter), "%s",
		    "PL.(300)");
}
