/*
 * laid.h - a document laid out: blocks with complete styles and final numbers.
 * Both writers read it and nothing else; that is what makes them agree.
 *
 * Nothing here is inherited, optional or still to be computed, but for line
 * and page breaks.  Each block remembers the author's place.
 */
#ifndef LAYOUT_LAID_H
#define LAYOUT_LAID_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/length.h"
#include "base/pos.h"
#include "base/str.h"
#include "image/image.h"
#include "template/template.h"
#include "text/date.h"

enum lrun_kind {
	RUN_TEXT,
	RUN_NOTE_REF, /* superscript number of note; text is that number */
	RUN_BREAK,    /* a line break the author asked for */
	RUN_PAGE      /* the page's number (page header only) */
};

/* A stretch of text in one face and size. */
struct lrun {
	enum lrun_kind kind;
	struct str text; /* blanks kept; no tabs, no line ends */
	bool bold, italic;
	unsigned half_points;
	unsigned note;   /* NOTE_REF: index into laid->note, from 0 */
	struct str link; /* target address, or empty */
	bool label;      /* the item's or heading's number */
	uint32_t color;  /* 0xRRGGBB; 0: black */
};

/* What a block is, for styles, tagging and bookmarks. */
enum lrole {
	ROLE_PARAGRAPH,
	ROLE_TITLE,   /* type name and trích yếu */
	ROLE_HEADING, /* level in lblock.level */
	ROLE_ITEM,    /* list item at depth lblock.level, from 1 */
	ROLE_CAPTION, /* of the table below */
	ROLE_LEGEND,  /* of the image above */
	ROLE_CELL,
	ROLE_NOTE,
	ROLE_FORM /* header and signature blocks */
};

enum lblock_kind { LAID_PARAGRAPH, LAID_RULE, LAID_IMAGE, LAID_TABLE };

/*
 * A box around a paragraph that is never split: four lines outside its indents
 * and outside its line, above and below at these distances (whole points).
 */
struct lbox {
	emu border; /* thickness; 0: no box */
	emu above, below;
	uint32_t color; /* 0xRRGGBB */
};

struct lparagraph {
	struct style style; /* every value set; size is that of the mark */
	enum style_id style_id; /* its name in Word */
	struct lrun *run;
	size_t nruns;
	int spacing; /* twips after each character (w:spacing), mostly 0 */
	emu exact;   /* 0: line height by style.line; else exactly this */
	struct lbox box;
};

/*
 * A drawn rule centred in its column: an empty paragraph of exact height with a
 * top border (docx facts 2.1).  Line centre = top + before + 7.5 twips; height
 * of the whole = before + 15 twips + 60 twips.
 */
struct lrule {
	emu column; /* width of the column it stands in */
	emu width;  /* length of the rule */
	emu before;
};

/* An image alone on the line of a paragraph. */
struct limage {
	struct lparagraph paragraph; /* without runs */
	unsigned asset;              /* index into laid->asset */
	emu width, height;           /* as printed; whole twips */
	struct str alt;              /* never empty */
};

struct lblock;

struct lcell {
	struct lblock *block;
	size_t nblocks; /* at least one; the last is a paragraph or a rule,
			   which is a paragraph in Word */
	unsigned colspan, rowspan; /* from 1 */
	bool covered; /* lies under a cell spanning from a row above */
};

struct lrow {
	struct lcell *cell;
	size_t ncells;
	bool header;     /* repeated on each page */
	bool cant_split;
	bool whole;      /* stays with the next however high they are */
};

struct ltable {
	emu *column; /* widths */
	size_t ncolumns;
	struct lrow *row;
	size_t nrows;
	bool bordered; /* a table of the body; else header or signature */
	emu border;    /* thickness; 0 when not bordered */
	emu margin;    /* left and right inside each cell */
	struct str caption; /* for readers of the table; may be empty */
};

struct lblock {
	enum lblock_kind kind;
	enum lrole role;
	unsigned level;
	enum component_id component; /* COMPONENT_BODY for body text */
	struct pos pos;              /* of the node it came from */
	union {
		struct lparagraph paragraph;
		struct lrule rule;
		struct limage image;
		struct ltable table;
	} as;
};

/* The footnotes in order of their marks. */
struct lnote {
	struct lblock *block; /* paragraphs; the first begins with the number,
				 a RUN_NOTE_REF with label set */
	size_t nblocks;
};

/*
 * A run of pages with one page set-up, counted from 1.  On its first page, top
 * stands in the upper margin where else the number is, foot in the lower one;
 * both are so high that the text has the same room as on other pages.
 */
struct lsection {
	struct page_setup page;
	emu footer; /* from the paper's lower edge to the end of foot */
	struct str label; /* of an appendix, "Phụ lục I"; else empty */
	struct lblock *top, *foot; /* paragraphs and rules */
	size_t ntop, nfoot;
	struct lparagraph page_number; /* header from its second page on */
	struct lblock *block;
	size_t nblocks;
};

struct lmeta {
	struct str title;   /* "Báo cáo - Kết quả ..." */
	struct str author;  /* the issuing body */
	struct str subject; /* trích yếu */
	struct str symbol;  /* "05/BC-PKT" */
	struct str keywords;
	struct date date;   /* unset: not yet dated */
};

struct laid {
	struct lmeta meta;
	struct lsection *section;
	size_t nsections;
	struct lnote *note;
	size_t nnotes;
	const struct asset *const *asset; /* images, each once */
	size_t nassets;
	emu notes_above; /* height of the line with the footnotes' separator */
	const struct template *tpl; /* styles as defined, for styles.xml */
};

/* One line a block, indented, for golden tests and --dump=laid. */
void laid_dump(const struct laid *l, struct buf *out);

/* All text in reading order, one line a paragraph, notes at the end. */
void laid_text(const struct laid *l, struct buf *out);

#endif
