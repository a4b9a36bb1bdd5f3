/* explain.c - a rule of the catalogue with its two examples, for people as
   text and for programs as JSON. */
#include "base/json.h"
#include "diag/diag.h"
#include "text/utf8.h"

/* Signs that a reader of the terminal would not see, or not as they are. */
static bool
is_unseen(uint32_t c)
{
	static const struct {
		uint32_t from, to;
	} range[] = { { 0x00, 0x1F }, { 0x7F, 0xA0 }, { 0xAD, 0xAD },
		{ 0x300, 0x36F }, { 0x200B, 0x200F }, { 0x2028, 0x202F },
		{ 0x2060, 0x206F }, { 0xE000, 0xF8FF }, { 0xFEFF, 0xFEFF } };

	for (size_t i = 0; i < sizeof(range) / sizeof(range[0]); i++)
		if (c >= range[i].from && c <= range[i].to)
			return true;
	return false;
}

/* Lines below their caption, indented; unseen signs by their code. */
static void
put_example(const char *caption, const char *text, struct buf *out)
{
	struct str s = str_of(text);

	bool begin = true;

	buf_printf(out, "  %s:\n", caption);
	for (size_t i = 0; i < s.n;) {
		uint32_t c = utf8_next(s, &i);

		if (begin && c != '\n')
			buf_adds(out, "      ");
		if (c != '\n' && is_unseen(c))
			buf_printf(out, "<U+%04X>", (unsigned)c);
		else
			utf8_put(out, c);
		begin = c == '\n';
	}
	if (!begin)
		buf_addc(out, '\n');
}

static void
print_levels(enum diag_id id, enum lang lang, struct buf *out)
{
	bool en = lang == LANG_EN;

	buf_printf(out, "  %s: %s", en ? "level" : "mức",
	    diag_level_name(diag_rules[id].level, lang));
	for (enum diag_mode m = 0; m < MODE_MAX; m++)
		if (diag_level_in(m, id) != diag_rules[id].level)
			buf_printf(out, "; --mode %s: %s", diag_mode_name(m),
			    diag_level_name(diag_level_in(m, id), lang));
	buf_printf(out, "\n  %s: %s\n",
	    en ? "waiver (waivers.xml)" : "miễn trừ (waivers.xml)",
	    diag_waivable(id) ? en ? "possible" : "được" :
		en	      ? "not possible" :
				"không được");
}

void
diag_explain(enum diag_id id, enum lang lang, struct buf *out)
{
	const struct diag_rule *rule = &diag_rules[id];
	const struct diag_example *shown = &diag_examples[id];
	bool en = lang == LANG_EN;

	buf_printf(out, "%.*s\n", STR_ARG(diag_name(out->arena, id)));
	buf_printf(out, "  %s\n", rule->text[lang]);
	print_levels(id, lang, out);
	buf_printf(out, "  %s: %s\n", en ? "comes from" : "nguồn quy tắc",
	    diag_class_name(rule->class, lang));
	if (rule->clause != NULL)
		buf_printf(out, "  %s: %s\n",
		    en ? "Decree 30/2020/ND-CP, Annex I" :
			 "Nghị định 30/2020/NĐ-CP, Phụ lục I",
		    rule->clause);
	buf_printf(out, "  %s: %s\n", en ? "what to do" : "cách sửa",
	    rule->remedy[lang]);
	if (shown->bad[lang] != NULL) {
		put_example(en ? "Wrong" : "Sai", shown->bad[lang], out);
		put_example(en ? "Right" : "Đúng", shown->good[lang], out);
	}
}

void
diag_explain_json(
    enum diag_id first, enum diag_id end, enum lang lang, struct buf *out)
{
	struct json j = json_begin(out);

	json_open(&j, NULL, '{');
	json_int(&j, "version", 1);
	json_open(&j, "rules", '[');
	for (enum diag_id id = first; id < end; id++) {
		const struct diag_rule *rule = &diag_rules[id];
		const struct diag_example *shown = &diag_examples[id];

		json_open(&j, NULL, '{');
		json_str(&j, "rule", diag_name(out->arena, id));
		json_str(
		    &j, "level", str_of(diag_level_name(rule->level, LANG_EN)));
		json_str(
		    &j, "class", str_of(diag_class_name(rule->class, LANG_EN)));
		if (rule->clause != NULL)
			json_str(&j, "clause", str_of(rule->clause));
		json_str(&j, "text", str_of(rule->text[lang]));
		json_str(&j, "remedy", str_of(rule->remedy[lang]));
		if (shown->bad[lang] != NULL) {
			json_bool(&j, "told", shown->told);
			json_str(&j, "bad", str_of(shown->bad[lang]));
			json_str(&j, "good", str_of(shown->good[lang]));
		}
		json_close(&j, '}');
	}
	json_close(&j, ']');
	json_close(&j, '}');
}
