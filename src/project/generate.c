/* generate.c - a stylesheet applied, with every way out of it shut. */
#include "project/generate.h"

#include <libxml/parser.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/xsltInternals.h>
#include <libxslt/xsltutils.h>

#include "project/limits.h"

enum { PARSE = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING };

/* The library's first words are the cause; the rest would hide them. */
static void __attribute__((format(printf, 2, 3)))
note_error(void *context, const char *fmt, ...)
{
	struct err *err = context;
	va_list ap;

	if (err->kind != ERR_NONE)
		return;
	err->kind = ERR_LIBRARY;
	va_start(ap, fmt);
	(void)vsnprintf(err->text, sizeof(err->text), fmt, ap);
	va_end(ap);
}

/* Neither reading nor writing anything but its two trees. */
static xsltSecurityPrefsPtr
shut_everything(void)
{
	static const xsltSecurityOption option[] = {
		XSLT_SECPREF_READ_FILE,
		XSLT_SECPREF_WRITE_FILE,
		XSLT_SECPREF_CREATE_DIRECTORY,
		XSLT_SECPREF_READ_NETWORK,
		XSLT_SECPREF_WRITE_NETWORK,
	};
	xsltSecurityPrefsPtr prefs = xsltNewSecurityPrefs();

	for (size_t i = 0;
	     prefs != NULL && i < sizeof(option) / sizeof(option[0]); i++)
		(void)xsltSetSecurityPrefs(
		    prefs, option[i], xsltSecurityForbid);
	return prefs;
}

static xsltStylesheetPtr
load_stylesheet(const char *path, struct str bytes)
{
	xmlDocPtr doc = xmlReadMemory(
	    bytes.p, (int)bytes.n, path, NULL, PARSE);
	xsltStylesheetPtr sheet;

	if (doc == NULL)
		return NULL;
	sheet = xsltParseStylesheetDoc(doc); /* takes doc when it succeeds */
	if (sheet == NULL)
		xmlFreeDoc(doc);
	return sheet;
}

static bool
transform(xsltStylesheetPtr sheet, xmlDocPtr state, struct arena *a,
    struct str *out, struct err *err)
{
	xsltSecurityPrefsPtr prefs = shut_everything();
	xsltTransformContextPtr context = xsltNewTransformContext(sheet, state);
	xmlDocPtr made = NULL;
	xmlChar *text = NULL;
	bool ok = false;
	int n = 0;

	if (prefs == NULL || context == NULL)
		goto end;
	xsltSetTransformErrorFunc(context, err, note_error);
	if (xsltSetCtxtSecurityPrefs(prefs, context) != 0)
		goto end;
	made = xsltApplyStylesheetUser(sheet, state, NULL, NULL, NULL, context);
	if (made == NULL || context->state != XSLT_STATE_OK ||
	    xsltSaveResultToString(&text, &n, made, sheet) != 0 || text == NULL)
		goto end;
	*out = str_dup(a, (struct str){ (const char *)text, (size_t)n });
	ok = true;
end:
	xmlFree(text);
	xmlFreeDoc(made);
	if (context != NULL)
		xsltFreeTransformContext(context);
	if (prefs != NULL)
		xsltFreeSecurityPrefs(prefs);
	return ok;
}

bool
generate(const struct project *p, const char *stylesheet, struct str state,
    struct arena *a, struct str *out, struct err *err)
{
	xsltStylesheetPtr sheet;
	xmlDocPtr doc;
	struct str bytes;
	bool ok = false;

	if (!root_read(p->templates, a, stylesheet, LIMIT_TEMPLATE, &bytes,
		err))
		return false;
	xsltSetGenericErrorFunc(err, note_error);
	sheet = load_stylesheet(stylesheet, bytes);
	doc = xmlReadMemory(state.p, (int)state.n, "state", NULL, PARSE);
	if (sheet != NULL && doc != NULL)
		ok = transform(sheet, doc, a, out, err);
	xmlFreeDoc(doc);
	xsltFreeStylesheet(sheet);
	xsltSetGenericErrorFunc(NULL, NULL);
	if (!ok)
		(void)err_set(err, ERR_LIBRARY, "%s/%s: not a stylesheet",
		    p->template_dir, stylesheet);
	return ok;
}
