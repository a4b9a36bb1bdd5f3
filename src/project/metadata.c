/*
 * metadata.c - the record of an outgoing document.  Known are: what the
 * document says of itself, who gets it, and how many pages it has.  The file it
 * is kept in (FileCode, DocOrdinal), its degree of secrecy (Priority), the day
 * an answer is due and notes are given elsewhere, and so left out.
 */
#include "project/metadata.h"

#include "project/xml_write.h"
#include "text/utf8.h"

/* The fields that are written and their lengths in Phụ lục VI, taken as code
   points.  OrganId is 13 there; QĐ 20/2020/QĐ-TTg has made that 35. */
enum field_id { TYPE_NAME, CODE_NUMBER, CODE_NOTATION, ISSUED_DATE, ORGAN_NAME,
	SUBJECT, LANGUAGE, PAGE_AMOUNT, POSITION, FULL_NAME, ORGAN_ID,
	ISSUED_AMOUNT };

static const struct {
	const char *name;
	unsigned max;
} rows[] = {
	[TYPE_NAME] = { "TypeName", 100 },
	[CODE_NUMBER] = { "CodeNumber", 11 },
	[CODE_NOTATION] = { "CodeNotation", 30 },
	[ISSUED_DATE] = { "IssuedDate", 10 },
	[ORGAN_NAME] = { "OrganName", 200 },
	[SUBJECT] = { "Subject", 500 },
	[LANGUAGE] = { "Language", 30 },
	[PAGE_AMOUNT] = { "PageAmount", 3 },
	[POSITION] = { "Position", 100 },
	[FULL_NAME] = { "FullName", 50 },
	[ORGAN_ID] = { "OrganId", 35 },
	[ISSUED_AMOUNT] = { "IssuedAmount", 3 },
};

struct record {
	struct buf xml;
	const char *indent;
	struct pos pos;
	struct diags *diags;
};

static void
put(struct record *r, enum field_id field, struct str value)
{
	size_t n = utf8_count(value);

	if (value.n == 0)
		return;
	if (n > rows[field].max)
		diag_add(r->diags, DIAG_META_VALUE_LONG, r->pos, "%s: %zu > %u",
		    rows[field].name, n, rows[field].max);
	buf_adds(&r->xml, r->indent);
	put_xml_element(&r->xml, rows[field].name, value);
	buf_addc(&r->xml, '\n');
}

static void
open_group(struct record *r, const char *name)
{
	buf_printf(&r->xml, " <%s>\n", name);
	r->indent = "  ";
}

static void
close_group(struct record *r, const char *name)
{
	buf_printf(&r->xml, " </%s>\n", name);
	r->indent = " ";
}

/* "Sở Nội vụ (để báo cáo)" is the Sở Nội vụ. */
static struct str
without_purpose(struct str s)
{
	size_t open = s.n;

	s = utf8_trim(s);
	if (!str_ends(s, STR(")")))
		return s;
	while (open > 0 && s.p[open - 1] != '(')
		open--;
	return open > 1 ? utf8_trim(str_sub(s, 0, open - 1)) : s;
}

/* "Như trên" and "Như Điều 3" name nobody. */
static void
put_receiver(struct record *r, const struct office *office, struct arena *a,
    struct str line)
{
	struct str name = without_purpose(line);
	const struct unit *unit = office_unit(office, a, name);

	if (name.n == 0 || str_starts(name, STR("Như ")))
		return;
	open_group(r, "To");
	put(r, ORGAN_ID, unit != NULL ? unit->code : STR_NONE);
	put(r, ORGAN_NAME, name);
	close_group(r, "To");
}

/* The copies printed, in the drafter's mark: "PL.(30)" (III.3). */
static struct str
copies(struct str drafter)
{
	size_t open = str_find(drafter, STR("("), 0);
	size_t close = str_find(drafter, STR(")"), open);
	struct str n = str_sub(drafter, open + 1, close);

	for (size_t i = 0; i < n.n; i++)
		if (n.p[i] < '0' || n.p[i] > '9')
			return STR_NONE;
	return close < drafter.n ? n : STR_NONE;
}

struct str
metadata_xml(const struct checked *c, const struct office *office,
    size_t npages, struct pos pos, struct arena *a, struct diags *ds)
{
	struct record r = { .indent = " ", .pos = pos, .diags = ds };

	r.xml.arena = a;
	buf_adds(&r.xml, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
			 "<OutgoingDocument version=\"1\">\n");
	put(&r, TYPE_NAME, str_of(doctypes[c->type].name));
	put(&r, CODE_NUMBER, c->number);
	put(&r, CODE_NOTATION, c->symbol);
	if (date_is_set(c->date))
		put(&r, ISSUED_DATE, date_iso(a, c->date));
	put(&r, ORGAN_NAME, c->unit->name);
	put(&r, SUBJECT, c->subject);
	put(&r, LANGUAGE, STR("Tiếng Việt"));
	put(&r, PAGE_AMOUNT, str_printf(a, "%zu", npages));
	open_group(&r, "SignerInfo");
	put(&r, POSITION, c->position);
	put(&r, FULL_NAME, c->signer);
	close_group(&r, "SignerInfo");
	for (size_t i = 0; i < c->naddressees; i++)
		put_receiver(&r, office, a, c->addressee[i]);
	for (size_t i = 0; i < c->nrecipients; i++)
		put_receiver(&r, office, a, c->recipient[i]);
	put(&r, ISSUED_AMOUNT, copies(c->drafter));
	buf_adds(&r.xml, "</OutgoingDocument>\n");
	return buf_str(&r.xml);
}
