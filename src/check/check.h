/*
 * check.h - a report against the plan and the decree: facts, or findings.
 *
 * check_report() alone makes a struct checked, and everything after it takes
 * one: no report is laid out unchecked.  What the report leaves out and the
 * plan or the office know (issuer, symbol, place, recipients, signer) is filled
 * in here; what contradicts them is a finding.
 */
#ifndef CHECK_CHECK_H
#define CHECK_CHECK_H

#include <stdbool.h>

#include "base/arena.h"
#include "check/fact.h"
#include "diag/diag.h"
#include "doc/doc.h"
#include "plan/plan.h"
#include "template/template.h"

/* What a report says it is. */
struct identity {
	const struct obligation *obligation; /* NULL: a document of its own */
	const struct unit *unit;             /* NULL: not found */
	enum doctype type;                   /* DOCTYPE_MAX: not found */
};

/* Findings where it cannot be told; they are errors. */
struct identity check_identity(const struct doc *doc, const struct plan *plan,
    const struct office *office, struct arena *a, struct diags *ds);

/* A required section and where the report answers it. */
struct section_answer {
	const struct section *section;
	const struct node *heading; /* never NULL in a struct checked, unless
				       the section is optional */
};

/* A target and what the report says of it. */
struct target_answer {
	const struct target *target;
	struct figure figure; /* as written */
	struct decimal value; /* in the target's unit */
	struct pos pos;
	bool met;
};

struct checked {
	const struct doc *doc;
	const struct plan *plan;
	const struct obligation *obligation; /* NULL: a document of its own */
	const struct unit *unit;
	enum doctype type;
	struct str number;    /* "05"; empty: not yet given */
	struct str symbol;    /* "BC-PKT" */
	struct date date;     /* unset: not yet given */
	struct date received; /* unset: the clerk has not noted it */
	struct str place, subject;
	struct str decider;   /* QĐ: "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ THÁI TÂN" */
	struct str *base;     /* căn cứ, with their ';' and '.' */
	size_t nbases;
	struct str *addressee;
	size_t naddressees;
	struct str *recipient; /* no dash, no ';': "Sở Nội vụ (để báo cáo)" */
	size_t nrecipients;
	struct str archive;    /* behind "Lưu: VT": "VHXH"; may be empty */
	struct str drafter;    /* "PL.(30)"; may be empty */
	enum stamp_id urgency, circulation;
	struct str *appendix;  /* their numbers; a single one has none */
	size_t nappendices;
	struct str *authority; /* "TM. ỦY BAN NHÂN DÂN"; may be none */
	size_t nauthority;
	struct str position, signer;
	struct section_answer *section;
	size_t nsections;
	struct target_answer *target;
	size_t ntargets;
	bool late; /* dated or received after the last good day */
	const struct fact *fact; /* what others may contradict */
	size_t nfacts;
};

/* NULL after an error finding. identity from check_identity(). */
const struct checked *check_report(const struct doc *doc,
    const struct identity *identity, const struct plan *plan,
    const struct office *office, const struct template *tpl, struct arena *a,
    struct diags *ds);

/* Facts as text, for --dump=checked. */
void checked_dump(const struct checked *c, struct buf *out);

#endif
