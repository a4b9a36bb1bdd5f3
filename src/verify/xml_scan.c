/* xml_scan.c - the XML of a written package to a read-only tree. */
#include "verify/xml_scan.h"

#include <string.h>

#include "base/buf.h"
#include "base/vec.h"
#include "text/utf8.h"

enum {
	MAX_DEPTH = 256,
	MAX_REFERENCE = 12,
	/* of foreign files only */
	MAX_ELEMENTS = 2000000,
	MAX_ATTRIBUTES = 256,
	MAX_BINDINGS = 256
};

/* A namespace declaration in force; prefix "" is xmlns="...". */
struct binding {
	struct str prefix;
	const struct scan_ns *ns; /* NULL: not one we know */
	unsigned depth;
};

struct scan {
	struct arena *a;
	struct str s;
	size_t i; /* what comes next */
	bool bad;
	const struct scan_elem *root;
	struct str known; /* a prefix that the root declares; or empty */
	/* of foreign files */
	bool foreign;
	const struct scan_ns *ns;
	size_t nns, nbindings, nelements;
	struct binding *binding;
	unsigned depth;
};

static bool
fault(struct scan *x)
{
	x->bad = true;
	return false;
}

static char
peek(const struct scan *x)
{
	return x->i < x->s.n ? x->s.p[x->i] : '\0';
}

static bool
take(struct scan *x, const char *literal)
{
	size_t n = strlen(literal);

	if (n > x->s.n - x->i || memcmp(x->s.p + x->i, literal, n) != 0)
		return false;
	x->i += n;
	return true;
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool
skip_blanks(struct scan *x)
{
	size_t from = x->i;

	while (x->i < x->s.n && is_blank(x->s.p[x->i]))
		x->i++;
	return x->i > from;
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

/* The names of the standard are ASCII; one colon may part prefix and name. */
static bool
take_name(struct scan *x, struct str *out)
{
	size_t from = x->i;
	bool colon = false;

	if (!is_letter(peek(x)))
		return fault(x);
	while (is_letter(peek(x)) || (peek(x) >= '0' && peek(x) <= '9') ||
	    peek(x) == '-' || peek(x) == '.' || peek(x) == ':') {
		if (peek(x) == ':') {
			if (colon)
				return fault(x);
			colon = true;
			x->i++;
			if (!is_letter(peek(x)))
				return fault(x);
		}
		x->i++;
	}
	*out = str_sub(x->s, from, x->i);
	return true;
}

/* Char of XML 1.0, 2.2. */
static bool
is_char(uint32_t c)
{
	return c == 0x9 || c == 0xA || c == 0xD || (c >= 0x20 && c <= 0xD7FF) ||
	    (c >= 0xE000 && c <= 0xFFFD) || (c >= 0x10000 && c <= 0x10FFFF);
}

/* The digits between "&#" or "&#x" and ";". */
static bool
take_number(struct scan *x, unsigned base, struct buf *out)
{
	uint32_t c = 0;
	size_t digits = 0;

	for (; peek(x) != ';'; x->i++, digits++) {
		char d = peek(x);
		unsigned v = d >= '0' && d <= '9' ? (unsigned)(d - '0') :
		    d >= 'a' && d <= 'f'          ? (unsigned)(d - 'a') + 10 :
		    d >= 'A' && d <= 'F'          ? (unsigned)(d - 'A') + 10 :
						    16;

		if (v >= base || digits > MAX_REFERENCE)
			return fault(x);
		c = c > 0x10FFFF ? c : c * base + v;
	}
	x->i++;
	if (digits == 0 || !is_char(c))
		return fault(x);
	utf8_put(out, c);
	return true;
}

static bool
take_reference(struct scan *x, struct buf *out)
{
	static const struct {
		const char *name;
		char c;
	} entities[] = { { "&lt;", '<' }, { "&gt;", '>' }, { "&amp;", '&' },
		{ "&quot;", '"' }, { "&apos;", '\'' } };

	for (size_t i = 0; i < sizeof(entities) / sizeof(entities[0]); i++)
		if (take(x, entities[i].name)) {
			buf_addc(out, entities[i].c);
			return true;
		}
	if (take(x, "&#x"))
		return take_number(x, 16, out);
	if (take(x, "&#"))
		return take_number(x, 10, out);
	return fault(x);
}

/* Characters up to end ('<' in text, the quote in a value). */
static bool
take_chars(struct scan *x, char end, struct str *out)
{
	struct buf b = { .arena = x->a };

	while (x->i < x->s.n && peek(x) != end) {
		size_t at = x->i;
		uint32_t c;

		if (peek(x) == '&') {
			if (!take_reference(x, &b))
				return false;
			continue;
		}
		if (peek(x) == '<' || (end == '<' && take(x, "]]>")))
			return fault(x);
		c = utf8_next(x->s, &x->i);
		if (!is_char(c))
			return fault(x);
		buf_add(&b, str_sub(x->s, at, x->i));
	}
	*out = buf_str(&b);
	return true;
}

/* Remember what e declares, for what is below it. */
static bool
bind_prefixes(struct scan *x, const struct scan_elem *e)
{
	struct str xmlns = STR("xmlns"), colon = STR("xmlns:");

	for (size_t i = 0; i < e->nattrs; i++) {
		const struct scan_attr *at = &e->attr[i];
		struct binding *b = &x->binding[x->nbindings];

		if (!str_eq(at->name, xmlns) && !str_starts(at->name, colon))
			continue;
		if (x->nbindings == MAX_BINDINGS)
			return fault(x);
		b->prefix = str_sub(at->name, colon.n, at->name.n);
		b->depth = x->depth;
		b->ns = NULL;
		for (size_t k = 0; k < x->nns && b->ns == NULL; k++)
			if (str_is(at->value, x->ns[k].uri))
				b->ns = &x->ns[k];
		x->nbindings++;
	}
	return true;
}

static void
unbind(struct scan *x)
{
	while (
	    x->nbindings > 0 && x->binding[x->nbindings - 1].depth >= x->depth)
		x->nbindings--;
}

/* The name with our prefix for its namespace. */
static bool
rename_by_ns(struct scan *x, struct str *name, bool is_attribute)
{
	size_t colon = str_find(*name, STR(":"), 0);
	bool has_prefix = colon < name->n;
	struct str prefix = has_prefix ? str_sub(*name, 0, colon) : STR("");
	struct str local = str_sub(*name, has_prefix ? colon + 1 : 0, name->n);
	const struct scan_ns *ns = NULL;
	size_t i = x->nbindings;

	if ((!has_prefix && is_attribute) || str_is(prefix, "xml") ||
	    str_is(prefix, "xmlns"))
		return true;
	while (i > 0 && !str_eq(x->binding[i - 1].prefix, prefix))
		i--;
	if (i == 0 && has_prefix)
		return fault(x);
	if (i == 0)
		return true;
	ns = x->binding[i - 1].ns;
	if (ns != NULL && ns->prefix[0] == '\0')
		*name = local;
	else if (ns == NULL || !str_is(prefix, ns->prefix))
		*name = str_printf(x->a, "%s:%.*s",
		    ns == NULL ? "_" : ns->prefix, STR_ARG(local));
	return true;
}

/* at: the attributes of e, while they may still be changed. */
static bool
apply_ns(struct scan *x, struct scan_elem *e, struct scan_attr *at)
{
	if (!bind_prefixes(x, e) || !rename_by_ns(x, &e->name, false))
		return false;
	for (size_t i = 0; i < e->nattrs; i++)
		if (!rename_by_ns(x, &at[i].name, true))
			return false;
	return true;
}

static bool
take_attributes(struct scan *x, struct scan_elem *e)
{
	VEC(struct scan_attr) v = { 0 };

	while (skip_blanks(x) && peek(x) != '>' && peek(x) != '/') {
		struct scan_attr at;
		char quote;

		if (!take_name(x, &at.name))
			return false;
		if (x->foreign && v.n == MAX_ATTRIBUTES)
			return fault(x);
		for (size_t i = 0; i < v.n; i++)
			if (str_eq(v.v[i].name, at.name))
				return fault(x);
		if (x->foreign)
			skip_blanks(x);
		quote = take(x, "=\"") ? '"' : take(x, "='") ? '\'' : '\0';
		if (x->foreign && quote == '\0' && take(x, "=")) {
			skip_blanks(x);
			quote = take(x, "\"") ? '"' :
			    take(x, "'")      ? '\'' :
						'\0';
		}
		if (quote == '\0')
			return fault(x);
		if (!take_chars(x, quote, &at.value))
			return false;
		if (peek(x) != quote)
			return fault(x);
		x->i++;
		*vec_add(x->a, &v) = at;
	}
	e->attr = v.v;
	e->nattrs = v.n;
	return !x->foreign || apply_ns(x, e, v.v);
}

/* The prefix is declared at e or above it. */
static bool
is_declared(const struct scan_elem *e, struct str prefix)
{
	struct str xmlns = STR("xmlns:");
	struct str declared;

	for (; e != NULL; e = e->parent)
		for (size_t i = 0; i < e->nattrs; i++) {
			if (!str_starts(e->attr[i].name, xmlns))
				continue;
			declared = str_sub(
			    e->attr[i].name, xmlns.n, e->attr[i].name.n);
			if (str_eq(declared, prefix))
				return true;
		}
	return false;
}

/* All prefixes but few are those of the root: the last one found there is
   asked first, so that the way up is not gone for each name. */
static bool
has_declared_prefix(struct scan *x, const struct scan_elem *e, struct str name)
{
	const char *colon =
	    name.n > 0 ? memchr(name.p, ':', name.n) : NULL;
	struct str prefix;

	if (colon == NULL)
		return true;
	prefix = str_sub(name, 0, (size_t)(colon - name.p));
	if (str_eq(prefix, x->known) || str_is(prefix, "xml") ||
	    str_is(prefix, "xmlns"))
		return true;
	if (x->root != NULL && is_declared(x->root, prefix)) {
		x->known = prefix;
		return true;
	}
	return is_declared(e, prefix);
}

static bool
prefixes_declared(struct scan *x, const struct scan_elem *e)
{
	if (!has_declared_prefix(x, e, e->name))
		return fault(x);
	for (size_t i = 0; i < e->nattrs; i++)
		if (!has_declared_prefix(x, e, e->attr[i].name))
			return fault(x);
	return true;
}

static struct scan_elem *
new_elem(struct scan *x, struct scan_elem *parent)
{
	struct scan_elem *e = NEW(x->a, struct scan_elem);

	if (x->foreign && ++x->nelements > MAX_ELEMENTS)
		fault(x);

	e->parent = parent;
	if (parent == NULL) {
		x->root = e;
		return e;
	}
	e->prev = parent->last;
	if (parent->last != NULL)
		parent->last->next = e;
	else
		parent->first = e;
	parent->last = e;
	return e;
}

/* A start tag; *open is whether content follows. */
static struct scan_elem *
take_start(
    struct scan *x, struct scan_elem *parent, struct str *raw, bool *open)
{
	struct scan_elem *e = new_elem(x, parent);

	if (!take(x, "<") || !take_name(x, &e->name)) {
		fault(x);
		return NULL;
	}
	*raw = e->name;
	if (!take_attributes(x, e) ||
	    (!x->foreign && !prefixes_declared(x, e))) {
		fault(x);
		return NULL;
	}
	*open = !take(x, "/>");
	if (!*open && x->foreign)
		unbind(x);
	if (*open && !take(x, ">")) {
		fault(x);
		return NULL;
	}
	return e;
}

/* The end tag of an element of that name. */
static bool
take_end(struct scan *x, struct str started)
{
	struct str name;

	if (!take(x, "</") || !take_name(x, &name) || !str_eq(name, started))
		return fault(x);
	skip_blanks(x);
	return take(x, ">") || fault(x);
}

/* Past one comment or processing instruction of a foreign file. */
static bool
take_aside(struct scan *x)
{
	const char *end = take(x, "<!--") ? "-->" : take(x, "<?") ? "?>" : NULL;

	if (end == NULL)
		return false;
	x->i = str_find(x->s, str_of(end), x->i);
	return take(x, end) || fault(x);
}

static bool
take_cdata(struct scan *x, struct scan_elem *parent)
{
	struct scan_elem *e;
	size_t from;

	if (!take(x, "<![CDATA["))
		return false;
	e = new_elem(x, parent);
	from = x->i;
	x->i = str_find(x->s, STR("]]>"), from);
	e->text = str_sub(x->s, from, x->i);
	return take(x, "]]>") || fault(x);
}

/* What may stand in an element beside text: one piece of it. */
static struct scan_elem *
take_content(struct scan *x, struct scan_elem *at, struct str *raw)
{
	struct scan_elem *e;
	bool open;

	if (x->i + 1 < x->s.n && x->s.p[x->i + 1] == '/') {
		if (!take_end(x, raw[x->depth]))
			return NULL;
		unbind(x);
		x->depth--;
		return at->parent;
	}
	if (x->foreign && (take_aside(x) || take_cdata(x, at)))
		return at;
	if (x->depth == MAX_DEPTH) {
		fault(x);
		return NULL;
	}
	x->depth++;
	e = take_start(x, at, &raw[x->depth], &open);
	if (e == NULL || open)
		return e;
	x->depth--;
	return at;
}

/* Everything from the root's start tag to its end tag. */
static const struct scan_elem *
take_tree(struct scan *x)
{
	struct str *raw = NEW_ARRAY(x->a, MAX_DEPTH + 1, struct str);
	struct scan_elem *root, *e, *at;
	bool open;

	x->depth = 1;
	at = root = take_start(x, NULL, &raw[1], &open);
	if (root == NULL || !open)
		return root;
	while (at != NULL && !x->bad) {
		if (peek(x) == '<') {
			at = take_content(x, at, raw);
			continue;
		}
		e = new_elem(x, at);
		if (x->i >= x->s.n || !take_chars(x, '<', &e->text))
			fault(x);
	}
	return x->bad ? NULL : root;
}

const struct scan_elem *
scan_xml(struct arena *a, struct str bytes, size_t *where)
{
	struct scan x = { .a = a, .s = bytes };
	const struct scan_elem *root;

	x.i = utf8_invalid(bytes);
	if (x.i == bytes.n) {
		x.i = 0;
		if (take(&x, "<?xml ")) {
			x.i = str_find(bytes, STR("?>"), 0);
			take(&x, "?>");
		}
		skip_blanks(&x);
		root = take_tree(&x);
		skip_blanks(&x);
		if (root != NULL && x.i == bytes.n)
			return root;
	}
	*where = x.i;
	return NULL;
}

static void
skip_asides(struct scan *x)
{
	do
		skip_blanks(x);
	while (take_aside(x) && !x->bad);
}

const struct scan_elem *
scan_foreign(struct arena *a, struct str bytes, const struct scan_ns *ns,
    size_t n, size_t *where)
{
	struct scan x = {
		.a = a, .s = bytes, .foreign = true, .ns = ns, .nns = n
	};
	const struct scan_elem *root;

	x.binding = NEW_ARRAY(a, MAX_BINDINGS + 1, struct binding);
	x.i = utf8_invalid(bytes);
	if (x.i == bytes.n) {
		x.i = 0;
		take(&x, "\xEF\xBB\xBF");
		skip_asides(&x);
		root = x.bad ? NULL : take_tree(&x);
		skip_asides(&x);
		if (root != NULL && !x.bad && x.i == bytes.n)
			return root;
	}
	*where = x.i;
	return NULL;
}

/* str_is() for names, which part at once or are the same: these are asked for
   millions of times. */
static bool
is_named(struct str s, const char *name)
{
	size_t i = 0;

	while (i < s.n && s.p[i] == name[i])
		i++;
	return i == s.n && name[i] == '\0';
}

struct str
scan_get(const struct scan_elem *e, const char *name)
{
	for (size_t i = 0; e != NULL && i < e->nattrs; i++)
		if (is_named(e->attr[i].name, name))
			return e->attr[i].value;
	return STR_NONE;
}

int64_t
scan_int(const struct scan_elem *e, const char *name)
{
	struct str s = scan_get(e, name);
	bool minus = s.n > 0 && s.p[0] == '-';
	size_t i = minus ? 1 : 0;
	int64_t v = 0;

	if (i == s.n || s.n > 12)
		return INT64_MIN;
	for (; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return INT64_MIN;
		v = v * 10 + (s.p[i] - '0');
	}
	return minus ? -v : v;
}

bool
scan_is(const struct scan_elem *e, const char *name)
{
	return is_named(e->name, name);
}

/* e or the first after it that is an element of that name. */
static const struct scan_elem *
from(const struct scan_elem *e, const char *name)
{
	while (e != NULL &&
	    (e->name.n == 0 || (name != NULL && !is_named(e->name, name))))
		e = e->next;
	return e;
}

const struct scan_elem *
scan_child(const struct scan_elem *e, const char *name)
{
	return e == NULL ? NULL : from(e->first, name);
}

const struct scan_elem *
scan_beside(const struct scan_elem *e, const char *name)
{
	return from(e->next, name);
}

const struct scan_elem *
scan_past(const struct scan_elem *e, const struct scan_elem *root)
{
	while (e != root && e->next == NULL)
		e = e->parent;
	return e == root ? NULL : e->next;
}

const struct scan_elem *
scan_after(const struct scan_elem *e, const struct scan_elem *root)
{
	return e->first != NULL ? e->first : scan_past(e, root);
}
