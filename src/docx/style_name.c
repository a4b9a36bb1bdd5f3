/*
 * style_name.c - what the styles of template/style.def are called in Word.
 *
 * Word knows its own styles by name, in any language; the id only joins parts.
 * The id is the name with each word's first letter made large and the blanks
 * left out, which for Word's own styles is the id that Word writes.
 */
#include "docx/props.h"

static const char *const names[STYLE_MAX] = {
#define STYLE(id, name, word, min, max, bold, italic, align, clause) \
	[STYLE_##id] = word,
#include "template/style.def"
#undef STYLE
};

const char *
style_word_name(enum style_id id)
{
	return names[id];
}

const char *
style_word_id(struct arena *a, enum style_id id)
{
	struct buf b = { .arena = a };
	bool first = true;

	for (const char *p = names[id]; *p != '\0'; p++) {
		if (*p == ' ') {
			first = true;
			continue;
		}
		buf_addc(&b, first && *p >= 'a' ? (char)(*p - 'a' + 'A') : *p);
		first = false;
	}
	return buf_str(&b).p;
}
