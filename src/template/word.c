/*
 * word.c - the fixed wording: its {fields} filled, and what the decree or the
 * field list says of it.
 */
#include <assert.h>
#include <stdarg.h>
#include <string.h>

#include "base/buf.h"
#include "template/reader.h"
#include "text/viet.h"

/*
 * Texts that are the decree's to the letter; the first is the usual one.  Both
 * spellings of the Quốc hiệu stand in the decree (II.1.a and V.1).
 */
static const char *const fixed[WORD_MAX][2] = {
	[WORD_NATION] = { "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
	    "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM" },
	[WORD_MOTTO] = { "Độc lập - Tự do - Hạnh phúc" },
	[WORD_NUMBER] = { "Số: {number}/{symbol}" },
	[WORD_PLACE_DATE] = { "{place}, ngày {day} tháng {month} năm {year}" },
	[WORD_ABOUT] = { "V/v {subject}" },
	[WORD_TYPE] = { "{type}" },
	[WORD_ADDRESSEES] = { "Kính gửi:" },
	[WORD_RECIPIENTS] = { "Nơi nhận:" },
	[WORD_RECIPIENT] = { "- {recipient};" },
	[WORD_ARCHIVE] = { "- Lưu: {archive}." },
	[WORD_APPENDIX] = { "Phụ lục {number}" },
};

/*
 * Cut the text before the next field off *rest into *text, and that field's
 * name into *field (empty when there is none).  False if braces do not pair.
 */
static bool
next_field(struct str *rest, struct str *text, struct str *field)
{
	size_t open = str_find(*rest, STR("{"), 0);
	size_t close = str_find(*rest, STR("}"), 0);

	*text = str_sub(*rest, 0, open);
	*field = STR_NONE;
	if (open == rest->n && close == rest->n) {
		*rest = str_sub(*rest, rest->n, rest->n);
		return true;
	}
	if (close < open || close == rest->n ||
	    str_find(*rest, STR("{"), open + 1) < close)
		return false;
	*field = str_sub(*rest, open + 1, close);
	*rest = str_sub(*rest, close + 1, rest->n);
	return true;
}

/* Is name in the list "a b? c"? */
static bool
field_listed(const char *list, struct str name)
{
	struct str rest = str_of(list), part;

	while (str_split(&rest, ' ', &part)) {
		if (str_ends(part, STR("?")))
			part.n--;
		if (part.n > 0 && str_eq(part, name))
			return true;
	}
	return false;
}

static void
check_fields(struct reader *r, const struct word_row *row, struct str text,
    struct pos pos)
{
	struct str rest = text, part, field;

	while (rest.n > 0) {
		if (!next_field(&rest, &part, &field)) {
			diag_add(r->diags, DIAG_TEMPLATE_FIELD_MALFORMED, pos,
			    "%s \"%.*s\"", row->name, STR_ARG(text));
			return;
		}
		if (field.p != NULL && !field_listed(row->fields, field))
			diag_add(r->diags, DIAG_TEMPLATE_FIELD_UNKNOWN, pos,
			    "%s {%.*s}; \"%s\"", row->name, STR_ARG(field),
			    row->fields);
	}
	rest = str_of(row->fields);
	while (str_split(&rest, ' ', &part)) {
		struct str braced =
		    str_printf(r->arena, "{%.*s}", STR_ARG(part));

		if (part.n == 0 || str_ends(part, STR("?")))
			continue;
		if (str_find(text, braced, 0) == text.n)
			diag_add(r->diags, DIAG_TEMPLATE_FIELD_MISSING, pos,
			    "%s %.*s", row->name, STR_ARG(braced));
	}
}

void
check_wording(struct reader *r, enum word_id w, struct str text, struct pos pos)
{
	const struct word_row *row = &word_rows[w];
	size_t before = r->diags->n;

	check_fields(r, row, text, pos);
	if (r->diags->n > before || fixed[w][0] == NULL)
		return; /* one finding per cause */
	for (size_t i = 0; i < 2; i++)
		if (fixed[w][i] != NULL && str_is(text, fixed[w][i]))
			return;
	diag_add(r->diags, DIAG_TEMPLATE_WORD_CHANGED, pos, "%s \"%.*s\" [%s]",
	    row->name, STR_ARG(text), row->clause);
	diag_near(r->diags, str_of(fixed[w][0]));
}

/* The value of field among the name/value pairs. */
static struct str
pair_value(struct str field, va_list pairs)
{
	struct str found = STR_NONE;
	const char *name;

	while ((name = va_arg(pairs, const char *)) != NULL) {
		struct str value = va_arg(pairs, struct str);

		if (str_is(field, name))
			found = value;
	}
	return found;
}

struct str
template_fill(struct arena *a, struct str wording, ...)
{
	struct buf b = { .arena = a };
	struct str rest = wording, text, field;
	bool paired;

	while (rest.n > 0) {
		paired = next_field(&rest, &text, &field);
		assert(paired);
		buf_add(&b, text);
		if (paired && field.p != NULL) {
			va_list pairs;

			va_start(pairs, wording);
			buf_add(&b, pair_value(field, pairs));
			va_end(pairs);
		}
	}
	return buf_str(&b);
}
