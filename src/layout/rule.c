/*
 * rule.c - the drawn rules under motto, issuer and subject, and their lengths.
 */
#include "base/vec.h"
#include "layout/build.h"

/* From the text's line to the rule: 2 points keep it clear of the dots under
   "ạ, ộ" (docx facts 2.1). */
#define ABOVE_RULE TWIP(40)

void
add_rule(struct build *b, struct blocks *to, emu column, emu width,
    enum component_id component, struct pos pos)
{
	struct lblock *block = vec_add(b->arena, to);

	block->kind = LAID_RULE;
	block->role = ROLE_FORM;
	block->component = component;
	block->pos = pos;
	block->as.rule = (struct lrule) { .column = column,
		.width = width < column ? width : column,
		.before = ABOVE_RULE };
}

/*
 * "Line" is not defined for a text of several lines: a length that is 1/3 to
 * 1/2 of the longest and of the last one as well, when there is such a length;
 * else 5/12 of the longest (fact sheet 1.3).
 */
emu
rule_part(emu longest, emu last)
{
	emu least = longest / 3, most = last / 2;

	if (most < least)
		most = longest / 2;
	return TWIP(twips((least + most) / 2));
}
