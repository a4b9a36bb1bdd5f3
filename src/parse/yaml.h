/*
 * yaml.h - YAML front matter to a small tree with positions; the only user of
 * libyaml.  Aliases, anchors, tags and second documents are refused; duplicate
 * keys are an error; depth and the number of nodes are bounded.
 */
#ifndef PARSE_YAML_H
#define PARSE_YAML_H

#include "parse/source.h"

enum ykind { YAML_SCALAR, YAML_LIST, YAML_MAP };

struct ynode {
	enum ykind kind;
	struct pos pos;
	struct str text; /* SCALAR, trimmed */
	struct str key; /* in a map: its key */
	struct pos key_pos;
	struct ynode *first, *next;
};

/*
 * Parse the lines from..to (1-based, inclusive) of src; an empty range gives an
 * empty map.  NULL after an error finding; the root is always a map.
 */
const struct ynode *yaml_parse(struct arena *a, const struct source *src,
    uint32_t from, uint32_t to, struct diags *ds);

#endif
