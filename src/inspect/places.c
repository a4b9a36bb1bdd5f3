/*
 * places.c - where the components stand on the page, against each other and
 * the margins: one row a demand.  The look of each is measured as in a Word
 * file; these rows are measured on the pages of a PDF only.
 */
#include "inspect/rules.h"

/* What a row speaks of. */
enum part {
	SUPERIOR,
	ISSUER,
	NATION,
	MOTTO,
	NUMBER,
	PLACE_DATE,
	ABOUT,
	TYPE,
	SUBJECT,
	ADDRESSEE,
	ADDRESSEES,
	AUTHORITY,
	NAME,
	RECIPIENTS,
	ITEMS,
	APPENDIX_HEADS,
	APPENDIX_TITLES,
	APPENDIX_REFERENCES,
	PAGE
};

enum relation {
	ONE_LINE,    /* not wrapped */
	CENTRED_ON,  /* all lines, on the first line of the other */
	LEVEL_WITH,  /* one base */
	AT_MARGIN,   /* flush left */
	UNDER_COLON, /* dashes begin where the other's colon stands */
	SIX_POINTS,  /* below the other */
	SINGLE       /* lines of single spacing below it: II.1.b, II.2.b */
};

/* Tolerances as in the rule: tenths of a millimetre, of a point for gaps. */
static const struct place {
	enum rule_id rule;
	enum diag_id id;
	enum part part;
	enum relation relation;
	enum part other;
	int slack;
} places[] = {
	{ RULE_R12, DIAG_INSPECT_NATION_WRAPPED, NATION, ONE_LINE, PAGE, 0 },
	{ RULE_R12, DIAG_INSPECT_MOTTO, MOTTO, CENTRED_ON, NATION, 10 },
	{ RULE_R12, DIAG_INSPECT_MOTTO, MOTTO, SINGLE, NATION, 20 },
	{ RULE_R14, DIAG_INSPECT_ISSUER, ISSUER, CENTRED_ON, ISSUER, 15 },
	{ RULE_R14, DIAG_INSPECT_ISSUER, ISSUER, SINGLE, SUPERIOR, 20 },
	{ RULE_R15, DIAG_INSPECT_SUPERIOR, SUPERIOR, CENTRED_ON, ISSUER, 15 },
	{ RULE_R17, DIAG_INSPECT_NUMBER, NUMBER, CENTRED_ON, ISSUER, 15 },
	{ RULE_R23, DIAG_INSPECT_PLACE_DATE, PLACE_DATE, LEVEL_WITH, NUMBER,
	    10 },
	{ RULE_R23, DIAG_INSPECT_PLACE_DATE, PLACE_DATE, CENTRED_ON, NATION,
	    15 },
	{ RULE_R24, DIAG_INSPECT_TYPE, TYPE, CENTRED_ON, PAGE, 15 },
	{ RULE_R25, DIAG_INSPECT_SUBJECT, SUBJECT, CENTRED_ON, PAGE, 15 },
	{ RULE_R27, DIAG_INSPECT_LETTER_SUBJECT, ABOUT, CENTRED_ON, NUMBER,
	    15 },
	{ RULE_R27, DIAG_INSPECT_LETTER_SUBJECT, ABOUT, SIX_POINTS, NUMBER,
	    10 },
	{ RULE_R40, DIAG_INSPECT_ADDRESSEE_FORM, ADDRESSEES, UNDER_COLON,
	    ADDRESSEE, 15 },
	{ RULE_R41, DIAG_INSPECT_RECIPIENTS, RECIPIENTS, LEVEL_WITH, AUTHORITY,
	    15 },
	{ RULE_R41, DIAG_INSPECT_RECIPIENTS, RECIPIENTS, AT_MARGIN, PAGE, 10 },
	{ RULE_R42, DIAG_INSPECT_RECIPIENT_ITEM, ITEMS, AT_MARGIN, PAGE, 10 },
	{ RULE_R46, DIAG_INSPECT_SIGNATURE_FACE, AUTHORITY, CENTRED_ON,
	    AUTHORITY, 15 },
	{ RULE_R46, DIAG_INSPECT_SIGNATURE_FACE, NAME, CENTRED_ON, AUTHORITY,
	    15 },
	{ RULE_R50, DIAG_INSPECT_APPENDIX_HEAD, APPENDIX_HEADS, CENTRED_ON,
	    PAGE, 15 },
	{ RULE_R50, DIAG_INSPECT_APPENDIX_HEAD, APPENDIX_TITLES, CENTRED_ON,
	    PAGE, 15 },
	{ RULE_R50, DIAG_INSPECT_APPENDIX_HEAD, APPENDIX_REFERENCES, CENTRED_ON,
	    PAGE, 15 },
};

/* Pieces of one part; those that are nowhere are left out. */
static struct list
one(const struct inspect *x, size_t piece)
{
	struct list l = { NEW_ARRAY(x->a, 1, size_t), 1 };

	l.v[0] = piece;
	l.n = piece == NOWHERE ? 0 : 1;
	return l;
}

static struct list
of_appendices(const struct inspect *x, enum part part)
{
	struct list l = { NEW_ARRAY(x->a, x->f->nappendices + 1, size_t), 0 };

	for (size_t i = 0; i < x->f->nappendices; i++) {
		const struct appendix *p = &x->f->appendix[i];
		size_t piece = part == APPENDIX_HEADS ? p->head :
		    part == APPENDIX_TITLES	      ? p->title :
						       p->reference;

		if (piece != NOWHERE)
			l.v[l.n++] = piece;
	}
	return l;
}

static struct list
pieces_of(const struct inspect *x, enum part part)
{
	const struct form *f = x->f;

	switch (part) {
	case SUPERIOR:
		return f->superior;
	case ISSUER:
		return f->issuer;
	case NATION:
		return one(x, f->nation);
	case MOTTO:
		return one(x, f->motto);
	case NUMBER:
		return one(x, f->number);
	case PLACE_DATE:
		return one(x, f->place_date);
	case ABOUT:
		return one(x, f->about);
	case TYPE:
		return one(x, f->type);
	case SUBJECT:
		return f->subject;
	case ADDRESSEE:
		return one(x, f->addressee);
	case ADDRESSEES:
		return f->addressees;
	case AUTHORITY:
		return f->authority;
	case NAME:
		return one(x, f->name);
	case RECIPIENTS:
		return one(x, f->recipients);
	case ITEMS:
		return f->items;
	case APPENDIX_HEADS:
	case APPENDIX_TITLES:
	case APPENDIX_REFERENCES:
		return of_appendices(x, part);
	case PAGE:
		break;
	}
	return (struct list) { NULL, 0 };
}

const struct sline *
seen_lines(const struct inspect *x, size_t piece, size_t *n)
{
	const struct piece *p = &x->f->piece[piece];
	size_t i = x->seen->first[p->para], end = x->seen->first[p->para + 1];
	const struct sline *first;

	while (i < end && x->seen->line[i].to <= p->from)
		i++;
	first = &x->seen->line[i];
	for (*n = 0; i < end && x->seen->line[i].from < p->to; i++)
		++*n;
	return first;
}

static emu
middle(const struct sline *l)
{
	return (l->left + l->right) / 2;
}

/* The first line of a part, or its last one; NULL if there is none. */
static const struct sline *
end_line(const struct inspect *x, enum part part, bool last)
{
	struct list l = pieces_of(x, part);
	const struct sline *s;
	size_t n = 0;

	if (l.n == 0)
		return NULL;
	s = seen_lines(x, l.v[last ? l.n - 1 : 0], &n);
	return n == 0 ? NULL : last ? &s[n - 1] : s;
}

static const struct wsection *
section_of(const struct inspect *x, const struct sline *l)
{
	return &x->w->section[x->seen->page[l->page].section];
}

/*
 * Where no line reaches both margins, they may lie anywhere in their ranges (a
 * lying page may be turned): the middle is then as near as it can be.
 */
emu
seen_off_centre(const struct inspect *x, const struct sline *l)
{
	const struct wsection *s = section_of(x, l);
	emu left = TWIP(s->left), width = TWIP(s->width);
	emu least = left, most = left, near, far;

	if (x->seen->filled[x->seen->page[l->page].section])
		return middle(l) - (left + width - TWIP(s->right)) / 2;
	if (left > MM(35)) { /* all of its lines are indented or centred */
		least = MM(s->landscape ? 15 : 30);
		most = MM(35);
	}
	near = middle(l) - (least + width - MM(s->landscape ? 35 : 20)) / 2;
	far = middle(l) - (most + width - MM(15)) / 2;
	return near < 0 ? near : far > 0 ? far : 0;
}

/* How far the line is from where it should be; *unit 'm' or 'p'. */
static emu
off_by(const struct inspect *x, const struct place *row, const struct sline *l,
    const struct sline *o)
{
	enum { COLON = 278 /* 1/1000 em */ };
	const struct wsection *s = section_of(x, l);
	emu rest;

	switch (row->relation) {
	case CENTRED_ON:
		return o != NULL ? middle(l) - middle(o) :
				   seen_off_centre(x, l);
	case LEVEL_WITH:
		return l->page == o->page ? l->base - o->base : MM(297);
	case AT_MARGIN:
		return l->left - TWIP(s->left);
	case UNDER_COLON:
		return l->left - o->right +
		    o->half_points * EMU_PER_PT * COLON / 2000;
	case SIX_POINTS:
	case SINGLE:
		rest = seen_height(x->fonts, o->half_points) -
		    seen_above(x->fonts, o->half_points) +
		    seen_above(x->fonts, l->half_points);
		return l->base - o->base - rest -
		    (row->relation == SINGLE ? 0 : PT(6));
	case ONE_LINE:
		break;
	}
	return 0;
}

static void
check_line(struct inspect *x, const struct place *row, const struct sline *l,
    const struct sline *o)
{
	static const char *const sign[] = { "", "><", "=", "|<", ": -",
		"6 pt", "0 pt" };
	bool gap = row->relation == SIX_POINTS || row->relation == SINGLE;
	emu off = off_by(x, row, l, o);
	emu slack = row->slack * (gap ? EMU_PER_PT : EMU_PER_MM) / 10;

	if (off > slack || off < -slack)
		broken(x, row->id, l->para, "%s %.*s mm", sign[row->relation],
		    STR_ARG(millimetres(x, twips(off))));
}

/* The lines of a part that the row is about: all, or the first of each. */
static void
check_place(struct inspect *x, const struct place *row)
{
	struct list parts = pieces_of(x, row->part);
	const struct sline *o =
	    row->other == PAGE ?
	    NULL :
	    end_line(x, row->other, row->relation == SINGLE);
	bool all = row->relation == CENTRED_ON || row->relation == SINGLE;
	size_t n;

	if (o == NULL && row->other != PAGE)
		return;
	for (size_t i = 0; i < parts.n; i++) {
		const struct sline *l = seen_lines(x, parts.v[i], &n);

		if (row->relation == ONE_LINE && n > 1)
			broken(x, row->id, l->para, "%zu / 1", n);
		for (size_t k = 0; k < n && (k == 0 || all); k++) {
			check_line(x, row, &l[k], o);
			if (row->relation == SINGLE)
				o = &l[k];
		}
	}
}

void
seen_places(struct inspect *x)
{
	for (size_t i = 0; i < COUNT(places); i++)
		if (places[i].rule == x->rule)
			check_place(x, &places[i]);
}
