/*
 * capital.h - capitals of Phụ lục II that text alone can decide (capital.def).
 */
#ifndef TEXT_CAPITAL_H
#define TEXT_CAPITAL_H

#include <stdbool.h>

#include "base/str.h"

enum capital_kind {
	CAPITAL_UNIT, /* xã Thái Tân, Thành phố Hồ Chí Minh */
	CAPITAL_NOUN, /* Nhân dân, Nhà nước */
	CAPITAL_TYPE, /* Nghị định số ... */
	CAPITAL_PART, /* điểm a khoản 2 Điều 5 */
	CAPITAL_CALENDAR, /* thứ Hai, tết Nguyên đán */
	CAPITAL_MAX
};

struct capital_fault {
	enum capital_kind kind;
	size_t at;
	const char *wrong, *right;
};

/*
 * The next fault in s at or behind from; false if there is none.  place: names
 * of communes that the office knows (nplaces of them), beside the provinces
 * known here.
 */
bool capital_next(struct str s, size_t from, const struct str *place,
    size_t nplaces, struct capital_fault *out);

#endif
