/*
 * yaml.c - YAML front matter to a small tree; the only user of libyaml.
 *
 * The library's events are taken, not its document, so that nothing is expanded
 * (aliases are refused) and every bound is ours.  Its marks count characters
 * and LF lines, as our places do: source_clean() has refused all other line
 * separators.
 */
#include "parse/yaml.h"

#include <string.h>
#include <yaml.h>

#include "base/vec.h"
#include "parse/mend.h"
#include "text/utf8.h"
#include "text/viet.h"

enum { DEPTH_MAX = 32, NODES_MAX = 10000 };

/* A list or map that is being read. */
struct open {
	struct ynode *node, *last;
	bool is_map, has_key;
	struct str key;
	struct pos key_pos;
	VEC(struct str) folded; /* the keys so far, for finding a second one */
};

struct reader {
	struct arena *a;
	const struct source *src;
	struct diags *ds;
	uint32_t from; /* the line of the source that is the parser's first */
	uint32_t to; /* and its last */
	size_t offset; /* of that line */
	struct open open[DEPTH_MAX];
	size_t depth, nodes;
	struct ynode *root;
	unsigned documents;
	bool failed, stopped;
};

/* The end of input is the end of the last line, not a line behind it. */
static struct pos
place(const struct reader *r, yaml_mark_t mark)
{
	size_t line = r->from + mark.line;

	if (line > r->to)
		return source_pos_bytes(r->src, r->to, UINT32_MAX);
	return (struct pos) { r->src->path, (uint32_t)line,
		(uint32_t)mark.column + 1 };
}

static void
fail(struct reader *r, enum diag_id id, struct pos pos, struct str detail)
{
	diag_add(r->ds, id, pos, "%.*s", STR_ARG(detail));
	r->failed = true;
}

static void
fail_limit(struct reader *r, enum diag_id id, struct pos pos, int limit)
{
	diag_add(r->ds, id, pos, "> %d", limit);
	r->failed = r->stopped = true;
}

static struct str
quoted(struct arena *a, struct str s)
{
	return str_printf(a, "\"%.*s\"", STR_ARG(s));
}

/* A value as all text of the program is; escapes may have made it otherwise. */
static struct str
clean_value(struct reader *r, const yaml_char_t *p, size_t n, struct pos pos)
{
	struct str s =
	    str_trim(str_dup(r->a, (struct str) { (const char *)p, n }));
	uint32_t c;

	if (chars_forbidden(s, &c)) {
		diag_add(r->ds, DIAG_PARSE_CONTROL_CHARACTER, pos, "U+%04X (1)",
		    (unsigned)c);
		r->failed = true;
	}
	return utf8_nfc(r->a, s);
}

/* Keys are compared folded, as the readers of the header look them up. */
static void
take_key(struct reader *r, struct open *o, struct str key, struct pos pos)
{
	struct str folded = viet_fold(r->a, key);

	if (key.n == 0)
		fail(r, DIAG_PARSE_YAML_KEY, pos, STR_NONE);
	for (size_t i = 0; i < o->folded.n; i++)
		if (str_eq(o->folded.v[i], folded)) {
			fail(r, DIAG_PARSE_YAML_KEY_REPEATED, pos,
			    quoted(r->a, key));
			break;
		}
	*vec_add(r->a, &o->folded) = folded;
	o->key = key;
	o->key_pos = pos;
	o->has_key = true;
}

/* Put n where the next value belongs. */
static void
append(struct reader *r, struct ynode *n)
{
	struct open *o;

	if (r->depth == 0) {
		r->root = n;
		return;
	}
	o = &r->open[r->depth - 1];
	if (o->is_map) {
		n->key = o->key;
		n->key_pos = o->key_pos;
		o->has_key = false;
	}
	if (o->last == NULL)
		o->node->first = n;
	else
		o->last->next = n;
	o->last = n;
}

static bool
expects_key(const struct reader *r)
{
	const struct open *o;

	if (r->depth == 0)
		return false;
	o = &r->open[r->depth - 1];
	return o->is_map && !o->has_key;
}

/* A node within the bounds, or NULL. */
static struct ynode *
new_node(struct reader *r, enum ykind kind, struct pos pos)
{
	struct ynode *n;

	if (++r->nodes > NODES_MAX) {
		fail_limit(r, DIAG_PARSE_YAML_SIZE, pos, NODES_MAX);
		return NULL;
	}
	n = NEW(r->a, struct ynode);
	n->kind = kind;
	n->pos = pos;
	return n;
}

static void
refuse_marks(struct reader *r, const yaml_char_t *anchor,
    const yaml_char_t *tag, struct pos pos)
{
	if (anchor != NULL)
		fail(r, DIAG_PARSE_YAML_ALIAS, pos,
		    str_printf(r->a, "&%s", (const char *)anchor));
	if (tag != NULL)
		fail(r, DIAG_PARSE_YAML_TAG, pos,
		    str_dup(r->a, str_of((const char *)tag)));
}

static void
add_scalar(struct reader *r, struct str text, struct pos pos)
{
	struct ynode *n;

	if (expects_key(r)) {
		if (++r->nodes > NODES_MAX)
			fail_limit(r, DIAG_PARSE_YAML_SIZE, pos, NODES_MAX);
		else
			take_key(r, &r->open[r->depth - 1], text, pos);
		return;
	}
	n = new_node(r, YAML_SCALAR, pos);
	if (n == NULL)
		return;
	n->text = text;
	append(r, n);
}

static void
on_scalar(struct reader *r, const yaml_event_t *e)
{
	struct pos pos = place(r, e->start_mark);

	refuse_marks(r, e->data.scalar.anchor, e->data.scalar.tag, pos);
	add_scalar(r,
	    clean_value(r, e->data.scalar.value, e->data.scalar.length, pos),
	    pos);
}

/* The alias stands for nothing, so that what follows is still checked. */
static void
on_alias(struct reader *r, const yaml_event_t *e)
{
	struct pos pos = place(r, e->start_mark);
	bool is_key = expects_key(r);

	fail(r, DIAG_PARSE_YAML_ALIAS, pos,
	    str_printf(r->a, "*%s", (const char *)e->data.alias.anchor));
	add_scalar(r, is_key ? STR("*") : STR(""), pos);
}

static void
on_open(struct reader *r, enum ykind kind, struct pos pos)
{
	struct ynode *n;

	if (expects_key(r)) {
		fail(r, DIAG_PARSE_YAML_KEY, pos, STR_NONE);
		r->stopped = true;
		return;
	}
	n = new_node(r, kind, pos);
	if (n == NULL)
		return;
	if (r->depth == DEPTH_MAX) {
		fail_limit(r, DIAG_PARSE_YAML_DEPTH, pos, DEPTH_MAX);
		return;
	}
	append(r, n);
	r->open[r->depth++] = (struct open) {
		.node = n,
		.is_map = kind == YAML_MAP,
	};
}

static void
on_document(struct reader *r, const yaml_event_t *e)
{
	struct pos pos = place(r, e->start_mark);

	if (++r->documents > 1) {
		fail(r, DIAG_PARSE_YAML_DOCUMENT, pos, STR_NONE);
		r->stopped = true;
		return;
	}
	if (e->data.document_start.version_directive != NULL)
		fail(r, DIAG_PARSE_YAML_TAG, pos, STR("%YAML"));
	if (e->data.document_start.tag_directives.start !=
	    e->data.document_start.tag_directives.end)
		fail(r, DIAG_PARSE_YAML_TAG, pos, STR("%TAG"));
}

static void
take_event(struct reader *r, const yaml_event_t *e)
{
	struct pos pos = place(r, e->start_mark);

	switch (e->type) {
	case YAML_DOCUMENT_START_EVENT:
		on_document(r, e);
		break;
	case YAML_ALIAS_EVENT:
		on_alias(r, e);
		break;
	case YAML_SCALAR_EVENT:
		on_scalar(r, e);
		break;
	case YAML_SEQUENCE_START_EVENT:
		refuse_marks(r, e->data.sequence_start.anchor,
		    e->data.sequence_start.tag, pos);
		on_open(r, YAML_LIST, pos);
		break;
	case YAML_MAPPING_START_EVENT:
		refuse_marks(r, e->data.mapping_start.anchor,
		    e->data.mapping_start.tag, pos);
		on_open(r, YAML_MAP, pos);
		break;
	case YAML_SEQUENCE_END_EVENT:
	case YAML_MAPPING_END_EVENT:
		r->depth--;
		break;
	default:
		break;
	}
}

/* What the library's more frequent complaints mean to a clerk. */
/* clang-format off */
static const struct {
	const char *problem;
	enum diag_id id;
	bool at_context; /* the fault began where the context did */
} problems[] = {
	{ "mapping values are not allowed in this context",
	  DIAG_PARSE_YAML_COLON, false },
	{ "found unexpected end of stream", DIAG_PARSE_YAML_QUOTE, true },
	{ "found character that cannot start any token",
	  DIAG_PARSE_YAML_CHARACTER, false },
	{ "could not find expected ':'", DIAG_PARSE_YAML_NO_COLON, true },
	{ "did not find expected key", DIAG_PARSE_YAML_INDENT, false },
	{ "did not find expected '-' indicator",
	  DIAG_PARSE_YAML_INDENT, false },
	{ "did not find expected ',' or ']'",
	  DIAG_PARSE_YAML_BRACKET, true },
	{ "did not find expected ',' or '}'",
	  DIAG_PARSE_YAML_BRACKET, true },
	{ "did not find expected alphabetic or numeric character",
	  DIAG_PARSE_YAML_ALIAS, true },
	{ "did not find expected <document start>",
	  DIAG_PARSE_YAML_DOCUMENT, false },
};
/* clang-format on */

static void
report_error(struct reader *r, const yaml_parser_t *parser)
{
	const char *problem = parser->problem;
	struct pos pos = place(r, parser->problem_mark);

	r->failed = true;
	if (parser->error == YAML_READER_ERROR)
		pos = source_pos(r->src, r->offset + parser->problem_offset);
	for (size_t i = 0;
	     problem != NULL && i < sizeof(problems) / sizeof(problems[0]);
	     i++) {
		if (strcmp(problem, problems[i].problem) != 0)
			continue;
		if (problems[i].at_context && parser->context != NULL)
			pos = place(r, parser->context_mark);
		diag_add(r->ds, problems[i].id, pos, "%s", "");
		return;
	}
	diag_add(r->ds, DIAG_PARSE_YAML_SYNTAX, pos, "%s", "");
}

static void
run(struct reader *r, struct str text)
{
	yaml_parser_t parser;
	yaml_event_t event;
	bool more = true;

	if (!yaml_parser_initialize(&parser)) {
		diag_add(r->ds, DIAG_PARSE_YAML_SYNTAX,
		    (struct pos) { r->src->path, r->from, 1 }, "%s", "");
		r->failed = true;
		return;
	}
	yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(
	    &parser, (const unsigned char *)(text.n > 0 ? text.p : ""), text.n);
	while (more) {
		if (!yaml_parser_parse(&parser, &event)) {
			report_error(r, &parser);
			break;
		}
		more = event.type != YAML_STREAM_END_EVENT;
		take_event(r, &event);
		more = more && !r->stopped;
		yaml_event_delete(&event);
	}
	yaml_parser_delete(&parser);
}

/* The lines from..to as text; sets r->from and r->offset. */
static struct str
take_lines(struct reader *r, uint32_t from, uint32_t to)
{
	const struct source *src = r->src;
	size_t end;

	r->from = from > 0 ? from : 1;
	if (to > src->nlines)
		to = (uint32_t)src->nlines;
	r->to = to;
	if (r->from > to)
		return STR("");
	r->offset = src->line[r->from - 1];
	end = to < src->nlines ? src->line[to] : src->text.n;
	return str_sub(src->text, r->offset, end);
}

const struct ynode *
yaml_parse(struct arena *a, const struct source *src, uint32_t from,
    uint32_t to, struct diags *ds)
{
	struct reader *r = NEW(a, struct reader);

	r->a = a;
	r->src = src;
	r->ds = ds;
	run(r, take_lines(r, from, to));
	if (r->failed)
		return NULL;
	if (r->root == NULL) {
		r->root = NEW(a, struct ynode);
		r->root->kind = YAML_MAP;
		r->root->pos = (struct pos) { src->path, r->from, 1 };
	}
	if (r->root->kind == YAML_MAP)
		return r->root;
	fail(r, DIAG_PARSE_YAML_NOT_MAP, r->root->pos, STR_NONE);
	return NULL;
}
