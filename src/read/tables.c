/*
 * tables.c - captions, column widths and the sums of rows, for both forms.
 */
#include "read/reader.h"
#include "text/utf8.h"

bool
cut_attributes(struct str *s, struct str *attributes)
{
	struct str t = str_trim(*s);
	size_t open = t.n;

	if (!str_ends(t, STR("}")))
		return false;
	while (open > 0 && t.p[open - 1] != '{')
		open--;
	if (open == 0)
		return false;
	*attributes = str_sub(t, open, t.n - 1);
	if (!str_starts(*attributes, STR("#")) &&
	    !str_is(*attributes, "ngang") &&
	    !str_starts(*attributes, STR("widths=")))
		return false;
	*s = str_trim(str_sub(t, 0, open - 1));
	return true;
}

size_t
caption_word(struct str s)
{
	static const char *const words[] = {
		"Bảng:", "bảng:", "BẢNG:", "Table:", "table:"
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (str_starts(s, str_of(words[i])))
			return str_of(words[i]).n;
	return 0;
}

struct caption
caption_parse(struct reader *r, struct str text, struct pos pos)
{
	struct caption c = { .pos = pos };
	struct str rest = STR_NONE, word;

	text = str_sub(text, caption_word(text), text.n);
	if (cut_attributes(&text, &rest))
		while (str_split(&rest, ' ', &word)) {
			if (str_starts(word, STR("widths=")))
				c.widths = str_sub(word, 7, word.n);
			else if (str_starts(word, STR("#")))
				c.id = str_sub(word, 1, word.n);
			else if (word.n > 0)
				diag_add(r->ds, DIAG_READ_ID_INVALID, pos,
				    "\"%.*s\"", STR_ARG(word));
		}
	c.text = str_trim(text);
	return c;
}

unsigned
parse_count(struct str s, unsigned max)
{
	unsigned n = 0;

	if (s.n > 9)
		return 0;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return 0;
		n = n * 10 + (unsigned)(s.p[i] - '0');
	}
	return n <= max ? n : 0;
}

static void
table_widths(struct reader *r, struct node *table, const struct caption *c)
{
	unsigned n = table->as.table.ncolumns, i = 0;
	unsigned *width = NEW_ARRAY(r->a, n, unsigned);
	struct str rest = c->widths, word;

	while (str_split(&rest, ',', &word)) {
		unsigned w = parse_count(str_trim(word), MAX_WIDTH);

		if (w == 0 || i >= n) {
			i = n + 1;
			break;
		}
		width[i++] = w;
	}
	if (i == n)
		table->as.table.width = width;
	else
		diag_add(r->ds, DIAG_READ_TABLE_WIDTHS, c->pos, "\"%.*s\" (%u)",
		    STR_ARG(c->widths), n);
}

void
table_caption(struct reader *r, struct node *table, const struct caption *c)
{
	table->as.table.caption = utf8_nfc(r->a, str_dup(r->a, c->text));
	if (c->id.p != NULL)
		table->as.table.id = reader_id(r, c->id, c->pos);
	if (c->widths.p != NULL)
		table_widths(r, table, c);
}

/*
 * Put the cells of row onto the columns that no cell from above holds; held[i]
 * says for how many rows more column i is taken.  Gives the number of columns
 * covered; more than there are if a cell does not fit.
 */
static unsigned
place_cells(const struct node *row, unsigned *held, unsigned n)
{
	unsigned col = 0;

	for (const struct node *c = row->first; c != NULL; c = c->next) {
		while (col < n && held[col] > 0)
			col++;
		for (unsigned i = 0; i < c->as.cell.colspan; i++, col++) {
			if (col >= n || held[col] > 0)
				return n + 1;
			held[col] = c->as.cell.rowspan;
		}
	}
	while (col < n && held[col] > 0)
		col++;
	return col;
}

void
table_check(struct reader *r, const struct node *table)
{
	unsigned n = table->as.table.ncolumns;
	unsigned *held = NEW_ARRAY(r->a, n, unsigned);
	unsigned covered;

	for (const struct node *row = table->first; row != NULL;
	     row = row->next) {
		covered = place_cells(row, held, n);
		if (covered != n) {
			diag_add(r->ds, DIAG_READ_TABLE_RAGGED, row->pos,
			    "%s %u", covered < n ? "<" : ">", n);
			return;
		}
		for (unsigned i = 0; i < n; i++)
			held[i]--;
	}
	for (unsigned i = 0; i < n; i++)
		if (held[i] > 0) {
			diag_add(r->ds, DIAG_READ_TABLE_RAGGED,
			    table->last->pos, "rowspan +%u", held[i]);
			return;
		}
}
