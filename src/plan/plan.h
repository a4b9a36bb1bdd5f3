/*
 * plan.h - what a campaign asks for (plan.xml): targets, topics, obligations.
 *
 *	<plan version="1" id="thi-dua-2025" number="45" symbol="KH-UBND"
 *	      date="2025-09-12" issuer="ubnd" subject="Phát động Đợt thi đua
 *..."> <period from="2025-09-12" to="2025-12-31"/> <target id="tang-truong"
 *name="Tăng trưởng kinh tế" unit="%" op="&gt;" value="10" note="so với năm
 *2024"> <alias>Tốc độ tăng trưởng kinh tế</alias>
 *	 </target>
 *	 <topic id="nong-thon-moi" kind="movement"
 *	        name="Cả nước chung sức xây dựng nông thôn mới">
 *	  <alias>xây dựng nông thôn mới</alias>
 *	 </topic>
 *	 <obligation id="ket-qua" name="Báo cáo kết quả" type="BC"
 *	             before="2025-12-10" to="ubnd" subject="Kết quả ...">
 *	  <unit ref="phong-kt"/>
 *	  <section id="chi-dao" title="CÔNG TÁC CHỈ ĐẠO" min-words="30">
 *	   <mention topic="nong-thon-moi"/>
 *	  </section>
 *	  <section id="khac" title="TỒN TẠI" required="no" max-words="300">
 *	   <alias>HẠN CHẾ</alias>
 *	  </section>
 *	  <report target="tang-truong"/>
 *	  <addressee>Ủy ban nhân dân xã Thái Tân</addressee>
 *	  <recipient>Như trên</recipient>
 *	  <recipient purpose="để tổng hợp">Ban Thi đua - Khen thưởng
 *xã</recipient>
 *	 </obligation>
 *	</plan>
 *
 * Every element may be repeated but period.  to may be left out when the one
 *who receives is not in the office file (then an addressee is required);
 *without an addressee the name of to is one.
 *
 * before: the last good day is the day before; by: that day is the last good
 * one.  Calendar of Asia/Ho_Chi_Minh.
 */
#ifndef PLAN_PLAN_H
#define PLAN_PLAN_H

#include "doc/doctype.h"
#include "plan/office.h"
#include "text/date.h"
#include "text/decimal.h"

/* How the figures of several reports go together. */
enum combine {
	COMBINE_NONE, /* each unit's own */
	COMBINE_SAME, /* of the whole commune: one in every report */
	COMBINE_SUM   /* what sums up the units' is their sum */
};

struct target {
	struct str id, name, unit, note;
	enum compare_op op;
	struct decimal value;
	enum combine combine;
	struct str *alias;
	size_t naliases;
	struct pos pos;
};

enum topic_kind { TOPIC_MOVEMENT, TOPIC_RESOLUTION };

/* Something a section must speak of, found by its name or an alias. */
struct topic {
	struct str id, name;
	enum topic_kind kind;
	struct str *alias;
	size_t naliases;
	struct pos pos;
};

struct section {
	struct str id, title; /* title without its number */
	bool required;
	struct str *alias; /* other titles that do as well */
	size_t naliases;
	unsigned min_words, max_words; /* 0: not asked for */
	const struct topic **mention;
	size_t nmentions;
	struct pos pos;
};

struct recipient {
	struct str name, purpose; /* purpose may be empty */
	struct pos pos;
};

struct obligation {
	struct str id, name, subject;
	enum doctype type;
	const struct unit *to; /* who receives; NULL: not of this office */
	struct date last; /* the last good day */
	struct date before, by; /* as written; one of them is set */
	const struct unit **unit; /* who owes it */
	size_t nunits;
	struct section *section; /* in order */
	size_t nsections;
	const struct target **target;
	size_t ntargets;
	struct str *addressee;
	size_t naddressees;
	struct recipient *recipient;
	size_t nrecipients;
	unsigned copies; /* to be issued; 0: not asked for */
	const struct obligation *sums_up; /* the reports it sums up, or NULL */
	struct pos pos;
};

struct plan {
	const char *path;
	struct str id, number, symbol, subject;
	struct date date, from, to;
	const struct unit *issuer;
	struct target *target;
	size_t ntargets;
	struct str *award; /* forms that may be proposed; none: any */
	size_t nawards;
	struct topic *topic;
	size_t ntopics;
	struct obligation *obligation;
	size_t nobligations;
};

/* NULL after error findings. The plan refers to units of the office. */
const struct plan *plan_read(struct arena *a, const struct source *src,
    const struct office *office, struct diags *ds);

/* By id or name (or alias), folded; NULL if none. */
const struct obligation *plan_obligation(
    const struct plan *p, struct arena *a, struct str name);
const struct target *plan_target(
    const struct plan *p, struct arena *a, struct str name);

/* Nearest names, for "did you mean". */
struct str plan_obligation_near(
    const struct plan *p, struct arena *a, struct str name);
struct str plan_target_near(
    const struct plan *p, struct arena *a, struct str name);

/* Does unit u owe obligation o? */
bool obligation_owed_by(const struct obligation *o, const struct unit *u);

/* "trước ngày 10/12/2025" as data: the day, with '<' or '<='. */
struct str obligation_deadline(const struct obligation *o, struct arena *a);

#endif
