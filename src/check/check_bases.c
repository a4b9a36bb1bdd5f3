/*
 * check_bases.c - căn cứ (II.6.a-b), and what only a quyết định has: who
 * decides, and its articles (Mẫu 1.2).
 */
#include "check/run.h"
#include "text/act.h"
#include "text/utf8.h"
#include "text/viet.h"

/* How a căn cứ may begin; anything else is given "Căn cứ". */
static const char *const openers[] = { "căn cứ", "theo", "xét", "thực hiện",
	"trên cơ sở", "để" };

/* What is cited by its name alone (II.6.b). */
static const char *const laws[] = { "luật", "bộ luật", "pháp lệnh",
	"hiến pháp" };

/* What is cited with "số", number and symbol. */
static const char *const acts[] = { "nghị định", "thông tư", "quyết định",
	"nghị quyết", "chỉ thị", "kế hoạch", "công văn", "hướng dẫn",
	"tờ trình", "báo cáo", "thông báo", "văn bản" };

/* The bytes of the first of words that lower begins with, or 0. */
static size_t
begins_with(struct str lower, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct str w = str_of(words[i]);

		if (str_starts(lower, w) && lower.n > w.n &&
		    lower.p[w.n] == ' ')
			return w.n;
	}
	return 0;
}

/* "Luật ... số 06/2022/QH15": the law's own number, not "một số điều". */
static bool
names_number(struct str s)
{
	size_t at = 0;

	while ((at = str_find(s, STR("số "), at)) < s.n) {
		at += sizeof("số ") - 1;
		if (at < s.n && is_digit(s.p[at]))
			return true;
	}
	return str_find(s, STR("/QH"), 0) < s.n;
}

/* "Nghị định 30/2020/NĐ-CP": the word "số" is missing after n bytes. */
static void
check_number_word(struct check *c, struct str s, size_t n, struct pos pos)
{
	struct str rest = str_trim(str_sub(s, n, s.n)), number;

	if (rest.n == 0 || !is_digit(rest.p[0]))
		return;
	str_split(&rest, ' ', &number);
	if (str_find(number, STR("/"), 0) == number.n)
		return;
	diag_add(c->ds, DIAG_FORM_BASE_NUMBER_WORD, pos, "%.*s",
	    STR_ARG(quote(c->a, str_sub(s, 0, n + 1 + number.n))));
	diag_near(c->ds,
	    str_printf(c->a, "%.*s số %.*s", STR_ARG(str_sub(s, 0, n)),
		STR_ARG(number)));
}

static void
check_expired(struct check *c, struct str s, struct pos pos)
{
	const struct act *act;
	size_t at = 0;

	for (; (act = act_expired(s, report_day(c), &at)) != NULL; at++) {
		diag_add(c->ds, DIAG_FORM_BASE_EXPIRED, pos, "%s; %.*s",
		    act->symbol, STR_ARG(date_short(c->a, act->ended)));
		diag_near(c->ds, str_of(act->successor));
	}
}

/* One căn cứ, checked; given back with its opening word. */
static struct str
take_base(struct check *c, struct str s, struct pos pos)
{
	struct str lower = viet_lower(c->a, s);
	size_t opener = begins_with(lower, openers, COUNT(openers)), n;
	struct str cited = str_trim(str_sub(s, opener, s.n));

	lower = str_trim(str_sub(lower, opener, lower.n));
	n = begins_with(lower, acts, COUNT(acts));
	if (begins_with(lower, laws, COUNT(laws)) > 0) {
		if (names_number(cited))
			diag_add(c->ds, DIAG_FORM_BASE_LAW_NUMBER, pos, "%.*s",
			    STR_ARG(quote(c->a, cited)));
	} else if (n > 0) {
		check_number_word(c, cited, n, pos);
	}
	check_expired(c, s, pos);
	note_citations(c, s);
	return opener > 0 ? s : str_printf(c->a, "Căn cứ %.*s", STR_ARG(s));
}

void
check_bases(struct check *c)
{
	const struct value_list *list = &c->doc->field[FIELD_BASES];
	VEC(struct str) bases = { 0 };
	struct str s;

	for (size_t i = 0; i < list->n; i++) {
		s = item_text(list->v[i].text);
		if (s.n > 0)
			*vec_add(c->a, &bases) =
			    take_base(c, s, list->v[i].pos);
	}
	for (size_t i = 0; i < bases.n; i++)
		bases.v[i] = str_printf(c->a, "%.*s%s", STR_ARG(bases.v[i]),
		    i + 1 < bases.n ? ";" : ".");
	c->out->base = bases.v;
	c->out->nbases = bases.n;
}

/* Does the block begin with "Điều 1."? */
static bool
is_first_article(const struct check *c, const struct node *n)
{
	struct str s = STR_NONE;
	struct label label;

	if (n->kind == NODE_HEADING)
		s = n->as.heading.label;
	else if (n->kind == NODE_PARAGRAPH)
		s = n->as.paragraph.label;
	else
		return false;
	label = label_parse(s.n > 0 ? s : node_text(c->a, n));
	return label.kind == LABEL_DIEU && label.number == 1;
}

static bool
has_articles(const struct check *c)
{
	const struct node *n;

	for (n = c->doc->root; n != NULL; n = node_next(n, c->doc->root))
		if (is_first_article(c, n))
			return true;
	return false;
}

void
check_decision(struct check *c)
{
	struct str decider = item_text(doc_value(c->doc, FIELD_DECIDER).text);

	c->out->decider = viet_upper(c->a, decider);
	if (c->type != DOCTYPE_QD)
		return;
	if (decider.n == 0)
		diag_add(c->ds, DIAG_FORM_DECIDER_MISSING,
		    doc_field_pos(c->doc, FIELD_DECIDER), "%s", "");
	if (c->out->nbases == 0)
		diag_add(c->ds, DIAG_FORM_BASES_MISSING,
		    doc_field_pos(c->doc, FIELD_BASES), "%s", "");
	if (!has_articles(c))
		diag_add(c->ds, DIAG_FORM_ARTICLE_MISSING, doc_start(c), "%s",
		    "");
}
