/*
 * compile.h - the stages joined: one report from its file to its outputs.
 */
#ifndef PROJECT_COMPILE_H
#define PROJECT_COMPILE_H

#include "base/arena.h"
#include "base/digest.h"
#include "base/err.h"
#include "check/fact.h"
#include "diag/diag.h"
#include "font/font.h"
#include "project/project.h"

/* The text dump of a stage (--dump). */
enum stage {
	STAGE_NONE,
	STAGE_DOC,
	STAGE_CHECKED,
	STAGE_LAID,
	STAGE_PAGES,
	STAGE_PARTS /* the parts of the DOCX */
};

/* What is wanted of a report. */
struct want {
	bool docx, pdf;
	bool metadata; /* the record of Phụ lục VI */
	bool attached; /* inside the PDF, which is PDF/A-3a then */
	enum stage dump;
	enum diag_mode mode;
	const struct font_set *fonts; /* may be NULL when nothing is written */
};

enum outcome {
	DONE,     /* built (or, when nothing was to be written, accepted) */
	REJECTED, /* the author's turn: there are error findings */
	FAILED    /* the machine's turn: err says why */
};

/* An image that went into a report. */
struct used_image {
	struct str file; /* below the campaign */
	struct digest digest;
};

/* What one report came to. */
struct result {
	enum outcome outcome;
	struct diags *diags;
	struct err err;
	struct str obligation, unit; /* ids; empty if not found */
	struct date date, received; /* either may be unset */
	bool late;
	const struct fact *fact; /* what other reports may contradict */
	size_t nfacts;
	struct digest input; /* of its file; its images have their own */
	struct used_image *image;
	size_t nimages;
	unsigned pages;
	struct str docx, pdf, metadata; /* bytes, when wanted and made */
	struct str dump;
};

/* An empty list of findings by the mode and the campaign's waivers. */
struct diags *compile_diags(
    const struct project *p, const struct want *want, struct arena *a);

/* Compile one report.  Everything of r lives in a. */
void compile_report(const struct project *p, const struct report_file *file,
    const struct want *want, struct arena *a, struct result *r);

/* A result as bytes, to cross from a worker to its parent, and back.  False
   if the bytes are not a whole result.  ds, empty, takes the findings. */
struct str result_pack(const struct result *r, struct arena *a);
bool result_unpack(
    struct str bytes, struct arena *a, struct diags *ds, struct result *r);

#endif
