/*
 * token.c - a key that never leaves its device (PKCS #11; RFC 7512 for the
 * URI), by way of the engine "pkcs11".  Engines are the old interface of
 * OpenSSL, but the only one that Debian 12 has for such devices.
 */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <string.h>

#include <openssl/engine.h>
#include <openssl/err.h>

#include "sign/parts.h"

static bool
refuse(struct signing *s, enum diag_id id)
{
	ERR_clear_error();
	diag_add(s->diags, id, POS_FILE(s->rq->token), "%s", "");
	return false;
}

/* The device's certificate with the same URI; NULL if it has none. */
static X509 *
load_cert(ENGINE *e, const char *uri)
{
	struct {
		const char *uri;
		X509 *cert;
	} parameter = { uri, NULL };

	(void)ENGINE_ctrl_cmd(e, "LOAD_CERT_CTRL", 0, &parameter, NULL, 0);
	ERR_clear_error();
	return parameter.cert;
}

/* Does the library's first complaint name a PIN? */
static bool
pin_refused(void)
{
	const char *text;
	unsigned long code;
	bool pin = false;

	while ((code = ERR_get_error()) != 0) {
		text = ERR_reason_error_string(code);
		pin = pin ||
		    (text != NULL &&
			(strstr(text, "PIN") != NULL ||
			    strstr(text, "ogin") != NULL));
	}
	return pin;
}

bool
token_open(struct signing *s, struct signer *who)
{
	const char *uri = s->rq->token;
	ENGINE *e = ENGINE_by_id("pkcs11");

	if (e == NULL)
		return refuse(s, DIAG_SIGN_TOKEN_ENGINE);
	if (ENGINE_init(e) != 1) {
		ENGINE_free(e);
		return refuse(s, DIAG_SIGN_TOKEN_ENGINE);
	}
	who->engine = e;
	/* a PIN that is asked for on a terminal would hang a timer */
	if (ENGINE_ctrl_cmd_string(e, "PIN", who->password, 0) != 1)
		return refuse(s, DIAG_SIGN_TOKEN_ENGINE);
	ERR_clear_error();
	who->key = ENGINE_load_private_key(e, uri, NULL, NULL);
	if (who->key == NULL)
		return refuse(s, pin_refused() ? DIAG_SIGN_KEY_PASSWORD :
						 DIAG_SIGN_TOKEN_KEY);
	if (s->rq->cert != NULL)
		return true;
	who->cert = load_cert(e, uri);
	return who->cert != NULL || refuse(s, DIAG_SIGN_CERT_UNREADABLE);
}

void
token_close(struct signer *who)
{
	ENGINE *e = who->engine;

	if (e == NULL)
		return;
	(void)ENGINE_finish(e);
	(void)ENGINE_free(e);
	who->engine = NULL;
}
