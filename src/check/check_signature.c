/*
 * check_signature.c - who signs, cells 7a and 7b (II.7, Điều 13): lines of
 * authority, position, name.
 */
#include <assert.h>

#include "check/run.h"
#include "text/utf8.h"
#include "text/viet.h"

enum { TITLE_MAX = 24 }; /* bytes of the longest title, and more */

enum power { POWER_TM, POWER_Q, POWER_KT, POWER_TL, POWER_TUQ, POWER_MAX };

/* wrong: forms of the Party and of old papers, and a lost full stop. */
static const struct {
	const char *right;
	const char *wrong[4];
} powers[POWER_MAX] = {
	[POWER_TM] = { "TM.", { "T/M", "TM/", "T.M", "TM" } },
	[POWER_Q] = { "Q.", { "Q/", "Q" } },
	[POWER_KT] = { "KT.", { "K/T", "KT/", "K.T", "KT" } },
	[POWER_TL] = { "TL.", { "T/L", "TL/", "T.L", "TL" } },
	[POWER_TUQ] = { "TUQ.", { "T/UQ", "TUQ/", "T.U.Q", "TUQ" } },
};

/* Which line may stand below which; all may stand alone. */
static const struct {
	enum power above, below;
} pairs[] = {
	{ POWER_TM, POWER_KT },
	{ POWER_TM, POWER_Q },
	{ POWER_TL, POWER_KT },
};

/* Positions begin so, keys; the body they lead may follow. */
static const char *const positions[] = { "chu tich", "pho", "truong phong",
	"truong ban", "truong tram", "tram truong", "giam doc", "chanh",
	"hieu truong", "chi huy truong", "truong cong an", "bo truong",
	"cuc truong", "chi cuc truong", "bi thu", "tong giam doc",
	"chinh tri vien", "to truong", "truong thon" };
static const char *const bodies[] = { "uy ban", "ubnd", "hoi dong", "hdnd",
	"ban", "bo", "so", "phong", "trung tam", "cong an", "tap the",
	"ban thuong vu", "mat tran", "hoi" };

/* Not before a name (II.7.c): degree, honour, rank, form of address. */
static const char *const titles[] = { "gs", "pgs", "ts", "ths", "bs", "bscki",
	"cn", "ks", "ngưt", "ngnd", "ttưt", "ttnd", "nsưt", "nsnd", "ông", "bà",
	"giáo sư", "phó giáo sư", "tiến sĩ", "tiến sỹ", "thạc sĩ", "thạc sỹ",
	"bác sĩ", "bác sỹ", "kỹ sư", "kĩ sư", "cử nhân", "luật sư", "đồng chí",
	"đ/c", "thiếu tá", "trung tá", "thượng tá", "đại tá", "thiếu úy",
	"trung úy", "thượng úy", "đại úy" };

/* Fields whose papers carry such titles, by words of the unit's name. */
static const char *const excepted[] = { "truong tieu hoc",
	"truong trung hoc", "truong thcs", "truong mam non", "truong thpt",
	"tram y te", "trung tam y te", "benh vien", "cong an", "quan su" };

/* What the deputy is called when it is not "PHÓ" and the head's title. */
static const struct {
	const char *head, *deputy;
} deputies[] = {
	{ "bo truong", "thu truong" },
	{ "truong thon", "pho thon" },
};

/* The first of words that key begins with, as whole words; NULL if none. */
static const char *
begins(struct str key, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct str w = str_of(words[i]);

		if (str_starts(key, w) &&
		    (key.n == w.n || key.p[w.n] == ' '))
			return words[i];
	}
	return NULL;
}

/* s without the full stops, colons and blanks before it. */
static struct str
without_signs(struct str s)
{
	while (s.n > 0 && (s.p[0] == '.' || s.p[0] == ':' || s.p[0] == ' '))
		s = str_sub(s, 1, s.n);
	return s;
}

/* The power that a badly written line means, for whom; POWER_MAX if none. */
static enum power
guess_power(struct str s, struct str *whom)
{
	struct str w;

	for (unsigned i = 0; i < POWER_MAX; i++)
		for (size_t k = 0; k < COUNT(powers[i].wrong); k++) {
			w = str_of(powers[i].wrong[k]);
			if (w.n == 0 || !str_starts(s, w) ||
			    viet_is_letter(utf8_at(s, w.n)))
				continue;
			*whom = without_signs(str_sub(s, w.n, s.n));
			return (enum power)i;
		}
	return POWER_MAX;
}

/* One line of authority: which power, for whom; POWER_MAX, reported. */
static enum power
read_power(struct check *c, const struct value *line, struct str *whom)
{
	struct str s = viet_upper(c->a, utf8_trim(line->text)), w;
	enum power p;

	for (unsigned i = 0; i < POWER_MAX; i++) {
		w = str_of(powers[i].right);
		if (str_starts(s, w) && s.n > w.n + 1 && s.p[w.n] == ' ') {
			*whom = utf8_trim(str_sub(s, w.n, s.n));
			return (enum power)i;
		}
	}
	diag_add(c->ds, DIAG_FORM_AUTHORITY_FORM, line->pos, "%.*s",
	    STR_ARG(quote(c->a, line->text)));
	p = guess_power(s, whom);
	if (p != POWER_MAX && whom->n > 0)
		diag_near(c->ds,
		    str_printf(c->a, "%s %.*s", powers[p].right,
			STR_ARG(*whom)));
	return p;
}

/* TM. is for a body, the others for somebody's position. */
static void
check_aim(struct check *c, enum power p, struct str whom, struct pos pos)
{
	struct str key = key_of(c->a, whom);
	bool person = begins(key, positions, COUNT(positions)) != NULL;
	bool body = begins(key, bodies, COUNT(bodies)) != NULL;

	if (p == POWER_TM ? person : body && !person)
		diag_add(c->ds, DIAG_FORM_AUTHORITY_AIM, pos, "\"%s %.*s\"",
		    powers[p].right, STR_ARG(whom));
}

static bool
may_follow(enum power above, enum power below)
{
	for (size_t i = 0; i < COUNT(pairs); i++)
		if (pairs[i].above == above && pairs[i].below == below)
			return true;
	return false;
}

/* KT. names the head, the position below it is a deputy's (R45). */
static void
check_deputy(struct check *c, struct str head, struct pos pos)
{
	struct str key = key_of(c->a, head);
	struct str position = key_of(c->a, c->out->position);
	struct str deputy = str_printf(c->a, "pho %.*s", STR_ARG(key));

	for (size_t i = 0; i < COUNT(deputies); i++)
		if (str_starts(key, str_of(deputies[i].head)))
			deputy = str_of(deputies[i].deputy);
	if (str_starts(position, deputy) ||
	    /* KT. CHỦ TỊCH HỘI ĐỒNG / PHÓ CHỦ TỊCH */
	    (position.n > sizeof("pho x") &&
		str_starts(deputy, position)))
		return;
	diag_add(c->ds, DIAG_FORM_DEPUTY_TITLE, pos, "\"KT. %.*s\" / \"%.*s\"",
	    STR_ARG(head), STR_ARG(c->out->position));
}

/* The lines as the report gives them. */
static void
check_authority(struct check *c, const struct value_list *list)
{
	enum power above = POWER_MAX, p = POWER_MAX;
	struct str whom = STR_NONE;

	for (size_t i = 0; i < list->n; i++, above = p) {
		p = read_power(c, &list->v[i], &whom);
		if (p == POWER_MAX)
			continue;
		check_aim(c, p, whom, list->v[i].pos);
		if (i > 0 && above != POWER_MAX && !may_follow(above, p))
			diag_add(c->ds, DIAG_FORM_AUTHORITY_ORDER,
			    list->v[i].pos, "%s / %s", powers[above].right,
			    powers[p].right);
		if (p == POWER_KT && c->out->position.n > 0)
			check_deputy(c, whom, list->v[i].pos);
	}
}

/* The bytes of one title that name begins with, with its stop; or 0. */
static size_t
title_length(struct check *c, struct str name)
{
	size_t found = 0;

	for (size_t end = 1; end < name.n && end <= TITLE_MAX; end++) {
		struct str head = str_sub(name, 0, end);

		if (name.p[end] != '.' && name.p[end] != ' ')
			continue;
		head = viet_lower(c->a, head);
		for (size_t i = 0; i < COUNT(titles); i++)
			if (str_is(head, titles[i]))
				found = end + 1;
	}
	return found;
}

/* The bytes of all titles before the name: "PGS. TS. Nguyễn Văn A". */
static size_t
titles_length(struct check *c, struct str name)
{
	size_t cut = 0, more;

	do {
		more = title_length(c, str_sub(name, cut, name.n));
		cut += more;
		while (cut < name.n && name.p[cut] == ' ')
			cut++;
	} while (more > 0);
	return cut;
}

/* A title leaves a name of at least two words behind it. */
static void
check_titles(struct check *c, struct str *name, struct pos pos)
{
	size_t n = titles_length(c, *name);
	struct str unit = key_of(c->a, c->unit->name), rest;

	rest = str_sub(*name, n, name->n);
	if (n == 0 || count_words(rest) < 2)
		return;
	for (size_t i = 0; i < COUNT(excepted); i++)
		if (key_has(unit, str_of(excepted[i])))
			return;
	diag_add(c->ds, DIAG_FORM_NAME_TITLE, pos, "%.*s",
	    STR_ARG(quote(c->a, *name)));
	diag_near(c->ds, rest);
	*name = rest;
}

/* name with capital first letters of syllables, small ones behind them. */
static struct str
cased(struct check *c, struct str name)
{
	struct buf out = { .arena = c->a };
	struct str lower = viet_lower(c->a, name);
	size_t i = 0, from;
	bool first = true;

	while (i < lower.n) {
		from = i;
		uint32_t ch = utf8_next(lower, &i);
		struct str s = str_sub(lower, from, i);

		buf_add(&out, first ? viet_upper(c->a, s) : s);
		first = !viet_is_letter(ch);
	}
	return buf_str(&out);
}

/* Syllables of capitals alone, or with a small first letter. */
static void
check_case(struct check *c, struct str name, struct pos pos)
{
	bool first = true, bad = count_words(name) < 2;
	unsigned upper = 0, letters = 0;
	size_t i = 0;

	while (i < name.n) {
		uint32_t ch = utf8_next(name, &i);

		if (is_digit((char)(ch < 0x80 ? ch : 0)))
			bad = true;
		if (!viet_is_letter(ch)) {
			first = true;
			continue;
		}
		bad = bad || (first && !viet_is_upper(ch));
		upper += viet_is_upper(ch);
		letters++;
		first = false;
	}
	if (!bad && (letters < 4 || upper < letters))
		return;
	diag_add(c->ds, DIAG_FORM_NAME_CASE, pos, "%.*s",
	    STR_ARG(quote(c->a, name)));
	if (!str_eq(cased(c, name), name))
		diag_near(c->ds, cased(c, name));
}

/* What the report says of the signer. */
struct given {
	struct str name, position;
	struct pos name_pos, position_pos;
};

/* Is the decision taken by a person, "CHỦ TỊCH ...", and not by a body? */
static bool
decides_alone(const struct check *c)
{
	struct str key = key_of(c->a, c->out->decider);

	return key.n > 0 && begins(key, positions, COUNT(positions)) != NULL;
}

static bool
is_meant(const struct check *c, const struct given *g, const struct signer *s)
{
	if (g->position.n > 0 && !key_same(c->a, g->position, s->position))
		return false;
	return g->name.n == 0 || key_same(c->a, g->name, s->name) ||
	    key_same(c->a, g->name, s->id);
}

/*
 * The first signer of the unit who is meant; whoever decides alone does not
 * sign for a collective, if there is a choice.  NULL if none is meant.
 */
static const struct signer *
find_signer(const struct check *c, const struct given *g)
{
	const struct signer *found = NULL, *s;
	bool alone = decides_alone(c);

	for (size_t i = 0; i < c->unit->nsigners; i++) {
		s = &c->unit->signer[i];
		if (!is_meant(c, g, s))
			continue;
		if (!alone || s->nauthority == 0 ||
		    !str_starts(s->authority[0], STR("TM.")))
			return s;
		if (found == NULL)
			found = s;
	}
	return found;
}

static void
take_authority(struct check *c, const struct signer *s)
{
	const struct value_list *list = &c->doc->field[FIELD_AUTHORITY];
	size_t n = list->n > 0 ? list->n : s != NULL ? s->nauthority : 0;

	c->out->authority = NEW_ARRAY(c->a, n, struct str);
	for (size_t i = 0; i < n; i++)
		c->out->authority[i] = viet_upper(c->a,
		    utf8_trim(list->n > 0 ? list->v[i].text : s->authority[i]));
	c->out->nauthority = n;
	check_authority(c, list);
}

static void
unknown_signer(struct check *c, const struct given *g, bool by_name)
{
	struct str *names = NEW_ARRAY(c->a, c->unit->nsigners, struct str);
	struct str s = by_name ? g->name : g->position;

	for (size_t i = 0; i < c->unit->nsigners; i++)
		names[i] = by_name ? c->unit->signer[i].name :
				     c->unit->signer[i].position;
	diag_add(c->ds, DIAG_FORM_SIGNER_UNKNOWN,
	    by_name ? g->name_pos : g->position_pos, "%.*s",
	    STR_ARG(quote(c->a, s)));
	diag_near(c->ds, viet_near(c->a, s, names, c->unit->nsigners));
}

/*
 * Name and position written out, and the office has no such pair: somebody
 * new, unless one of them is known and the other nearly that of the office.
 */
static void
check_new_signer(struct check *c, const struct given *g)
{
	for (size_t i = 0; i < c->unit->nsigners; i++) {
		const struct signer *s = &c->unit->signer[i];
		bool position = key_same(c->a, g->position, s->position);
		bool name = key_same(c->a, g->name, s->name);

		if ((position && viet_near(c->a, g->name, &s->name, 1).n > 0) ||
		    (name &&
			viet_near(c->a, g->position, &s->position, 1).n > 0)) {
			unknown_signer(c, g, position);
			return;
		}
	}
	check_case(c, g->name, g->name_pos);
}

static struct given
read_given(struct check *c)
{
	struct given g = {
		.name = utf8_trim(doc_value(c->doc, FIELD_NAME).text),
		.position = utf8_trim(doc_value(c->doc, FIELD_POSITION).text),
		.name_pos = doc_field_pos(c->doc, FIELD_NAME),
		.position_pos = doc_field_pos(c->doc, FIELD_POSITION),
	};

	if (g.name.n == 0) { /* "Người ký: Trần Thị B" */
		g.name = utf8_trim(doc_value(c->doc, FIELD_SIGNER).text);
		g.name_pos = doc_field_pos(c->doc, FIELD_SIGNER);
	}
	if (g.name.n > 0)
		check_titles(c, &g.name, g.name_pos);
	return g;
}

/* A deputy needs a line of authority, whoever wrote the rest by hand. */
static void
check_bare_deputy(struct check *c, const struct given *g)
{
	struct str key = key_of(c->a, c->out->position);

	if (c->out->nauthority == 0 && str_starts(key, STR("pho ")))
		diag_add(c->ds, DIAG_FORM_AUTHORITY_MISSING, g->position_pos,
		    "\"%.*s\"", STR_ARG(c->out->position));
}

void
check_signature(struct check *c)
{
	const struct signer *s;
	struct given g;

	if (c->unit == NULL)
		return;
	assert(c->unit->nsigners > 0); /* office.xml must give one */
	g = read_given(c);
	s = find_signer(c, &g); /* the first one if nobody is named */
	if (s == NULL && (g.name.n == 0 || g.position.n == 0))
		unknown_signer(c, &g, g.name.n > 0);
	else if (s == NULL)
		check_new_signer(c, &g);
	c->out->signer = s != NULL ? s->name : g.name;
	c->out->position =
	    viet_upper(c->a, s != NULL ? s->position : g.position);
	take_authority(c, s);
	check_bare_deputy(c, &g);
}
