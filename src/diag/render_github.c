/*
 * render_github.c - findings as workflow commands of GitHub Actions, which
 * shows them beside the lines of a change:
 *
 *	::error file=NAME,line=N,col=N,title=TITLE::MESSAGE
 */
#include "diag/diag.h"

/* In messages a percent sign and line ends are written as %XX, in properties
   colons and commas too. */
static void
put_escaped(struct buf *out, struct str s, bool property)
{
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];
		bool special = c == '%' || c == '\r' || c == '\n' ||
		    (property && (c == ':' || c == ','));

		if (special)
			buf_printf(out, "%%%02X", (unsigned char)c);
		else
			buf_addc(out, c);
	}
}

static void
put_command(const struct diag *d, enum lang lang, struct buf *out)
{
	static const char *const names[] = {
		[LEVEL_INFO] = "notice",
		[LEVEL_STYLE] = "notice",
		[LEVEL_WARNING] = "warning",
		[LEVEL_ERROR] = "error",
	};
	struct buf text = { .arena = out->arena };

	buf_printf(
	    out, "::%s ", d->waiver != NULL ? "notice" : names[d->level]);
	if (d->pos.file != NULL) {
		buf_adds(out, "file=");
		put_escaped(out, str_of(d->pos.file), true);
		buf_addc(out, ',');
	}
	if (d->pos.line > 0)
		buf_printf(out, "line=%u,col=%u,", d->pos.line, d->pos.col);
	buf_adds(out, "title=");
	put_escaped(out, diag_name(out->arena, d->id), true);
	buf_adds(out, "::");
	diag_message(d, lang, &text);
	if (d->waiver != NULL)
		buf_printf(&text, " (%s: %.*s)",
		    lang == LANG_EN ? "waived" : "được miễn",
		    STR_ARG(d->waiver->reason));
	put_escaped(out, buf_str(&text), false);
	buf_addc(out, '\n');
}

void
diags_github(const struct diags *ds, enum lang lang, struct buf *out)
{
	for (size_t i = 0; i < ds->n; i++)
		put_command(&ds->v[i], lang, out);
}
