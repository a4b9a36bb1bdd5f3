/*
 * template.c - template layers read one over the other.
 */
#include "template/template.h"

#include <string.h>

#include "base/buf.h"
#include "parse/xml.h"
#include "template/reader.h"
#include "text/viet.h"

/* The attributes of an element, for xml_check(), from the settings table. */
static const char *
attributes_of(struct arena *a, const char *element, const char *others)
{
	struct buf b = { .arena = a };

	buf_adds(&b, others);
	for (size_t i = 0; i < SETTINGS; i++)
		if (strcmp(settings[i].element, element) == 0)
			buf_printf(&b, " %s", settings[i].attribute);
	return buf_str(&b).p;
}

static bool
check_vocabulary(struct reader *r, const struct xelem *root)
{
	struct arena *a = r->arena;
	const struct xrule rules[] = {
		{ "template", "version!",
		    "page columns space appendix style word component",
		    false },
		{ "page", attributes_of(a, "page", ""), "", false },
		{ "columns", attributes_of(a, "columns", ""), "", false },
		{ "space", attributes_of(a, "space", ""), "", false },
		{ "appendix", attributes_of(a, "appendix", ""), "", false },
		{ "style", attributes_of(a, "style", "name!"), "", false },
		{ "word", "name!", "", true },
		{ "component", "name! show!", "", false },
	};

	return xml_check(
	    a, root, rules, sizeof(rules) / sizeof(rules[0]), r->diags);
}

/* The value of at, or false after a finding. owner: the style's name. */
static bool
take_value(struct reader *r, const struct xattr *at, const struct setting *s,
    const char *owner, int64_t *v)
{
	struct str found, allowed;

	if (!value_parse(str_trim(at->value), s->kind, v)) {
		diag_add(r->diags, DIAG_TEMPLATE_VALUE_MALFORMED, at->pos,
		    "%s %s=\"%.*s\"", owner, s->attribute, STR_ARG(at->value));
		return false;
	}
	if (*v >= s->min && *v <= s->max)
		return true;
	found = value_print(r->arena, s->kind, *v);
	allowed = value_print_range(r->arena, s->kind, s->min, s->max);
	diag_add(r->diags, s->range, at->pos, "%s %s %.*s; %.*s", owner,
	    s->attribute, STR_ARG(found), STR_ARG(allowed));
	return false;
}

static void
read_plain(struct reader *r, const struct xelem *e)
{
	const char *element = arena_strndup(r->arena, e->name.p, e->name.n);
	int64_t v;

	for (size_t i = 0; i < e->nattrs; i++) {
		const struct xattr *at = &e->attr[i];
		size_t k = setting_lookup(element, at->name);

		if (k == SETTINGS)
			continue;
		r->page_at[k] = at->pos;
		if (take_value(r, at, &settings[k], element, &v))
			setting_store(&settings[k], r->t, v);
	}
}

/*
 * The index of the name attribute of e in list; list->n after a finding that
 * it is unknown or comes a second time in this layer.
 */
static size_t
take_name(struct reader *r, const struct xelem *e, const struct name_list *list,
    enum diag_id unknown, unsigned *layer_of)
{
	struct str name = str_trim(xml_attr(e, "name"));
	struct pos pos = xml_attr_pos(e, "name");
	size_t i = name_lookup(list, name);

	if (name.p == NULL)
		return list->n; /* told as a missing attribute */
	if (i == list->n) {
		diag_add(r->diags, unknown, pos, "\"%.*s\"", STR_ARG(name));
		diag_near(r->diags, name_near(r->arena, list, name));
		return i;
	}
	if (layer_of[i] == r->layer) {
		diag_add(r->diags, DIAG_TEMPLATE_NAME_REPEATED, pos,
		    "%.*s \"%.*s\"", STR_ARG(e->name), STR_ARG(name));
		return list->n;
	}
	layer_of[i] = r->layer;
	return i;
}

static void
read_style(struct reader *r, const struct xelem *e)
{
	size_t s = take_name(
	    r, e, &style_names, DIAG_TEMPLATE_STYLE_UNKNOWN, r->style_layer);
	int64_t v;

	if (s == STYLE_MAX)
		return;
	for (size_t i = 0; i < e->nattrs; i++) {
		const struct xattr *at = &e->attr[i];
		size_t k = setting_lookup("style", at->name);

		if (k == SETTINGS)
			continue;
		r->style_at[s][k] = at->pos;
		if (!take_value(r, at, &settings[k], style_rows[s].name, &v))
			continue;
		check_style_value(r, (enum style_id)s, k, v, at->pos);
		setting_store(&settings[k], &r->t->style[s], v);
	}
}

static void
read_word(struct reader *r, const struct xelem *e)
{
	size_t w = take_name(
	    r, e, &word_names, DIAG_TEMPLATE_WORD_UNKNOWN, r->word_layer);
	struct str text = xml_text(r->arena, e);

	if (w == WORD_MAX)
		return;
	check_wording(r, (enum word_id)w, text, e->pos);
	r->t->word[w] = text;
	r->word_at[w] = e->pos;
}

static void
read_component(struct reader *r, const struct xelem *e)
{
	size_t c = take_name(r, e, &component_names,
	    DIAG_TEMPLATE_COMPONENT_UNKNOWN, r->component_layer);
	struct str show = str_trim(xml_attr(e, "show"));
	struct pos pos = xml_attr_pos(e, "show");
	int64_t v;

	if (c == COMPONENT_MAX)
		return;
	r->component_at[c] = e->pos;
	if (show.p == NULL)
		return; /* told as a missing attribute */
	if (!value_parse(show, VALUE_SWITCH, &v)) {
		diag_add(r->diags, DIAG_TEMPLATE_VALUE_MALFORMED, pos,
		    "%s show=\"%.*s\"", components[c].name, STR_ARG(show));
		return;
	}
	check_shown(r, (enum component_id)c, v != 0, pos);
	r->t->shown[c] = v != 0;
}

static void
read_layer(struct reader *r, const struct source *src, bool lowest)
{
	static const struct {
		const char *element;
		void (*read)(struct reader *, const struct xelem *);
	} parts[] = {
		{ "page", read_plain },
		{ "columns", read_plain },
		{ "space", read_plain },
		{ "appendix", read_plain },
		{ "style", read_style },
		{ "word", read_word },
		{ "component", read_component },
	};
	const struct xelem *root = xml_parse(r->arena, src, r->diags);

	bool known;

	r->layer++;
	if (root == NULL)
		return;
	known = check_vocabulary(r, root);
	if (!str_is(root->name, "template"))
		return;
	if (xml_attr(root, "version").p != NULL &&
	    !str_is(xml_attr(root, "version"), "1"))
		diag_add(r->diags, DIAG_TEMPLATE_VERSION_UNKNOWN,
		    xml_attr_pos(root, "version"), "\"%.*s\"",
		    STR_ARG(xml_attr(root, "version")));
	for (const struct xelem *e = xml_child(root, NULL); e != NULL;
	     e = xml_sibling(e->next, NULL))
		for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
			if (str_is(e->name, parts[i].element))
				parts[i].read(r, e);
	if (lowest && known) /* what is misspelt is not missing as well */
		check_missing(r, root->pos);
}

static struct reader *
reader_new(struct arena *a, struct diags *ds)
{
	struct reader *r = NEW(a, struct reader);

	r->arena = a;
	r->diags = ds;
	r->t = NEW(a, struct template);
	return r;
}

const struct template *
template_read(struct arena *a, const struct source *const *layer, size_t n,
    struct diags *ds)
{
	struct reader *r = reader_new(a, ds);
	size_t before = ds->n;

	for (size_t i = 0; i < n; i++)
		read_layer(r, layer[i], i == 0);
	if (diags_stop_after(ds, before))
		return NULL;
	check_whole(r);
	return diags_stop_after(ds, before) ? NULL : r->t;
}

bool
template_lint(struct arena *a, const struct source *src, struct diags *ds)
{
	size_t before = ds->n;

	read_layer(reader_new(a, ds), src, false);
	return !diags_stop_after(ds, before);
}

struct str
template_type_file(struct arena *a, enum doctype type)
{
	struct str name = viet_fold(a, str_of(doctypes[type].name));
	char *p = arena_strndup(a, name.p, name.n);

	for (size_t i = 0; i < name.n; i++)
		if (p[i] == ' ')
			p[i] = '-';
	return str_printf(a, "types/%s.xml", p);
}
