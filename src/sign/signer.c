/*
 * signer.c - key and certificate from files, and whether they are fit to sign.
 * The password goes nowhere but to the library and is wiped after use.
 */
#include <string.h>

#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/provider.h>
#include <openssl/x509v3.h>

#include "sign/parts.h"

enum { CERTS_MAX = 32, NAME_MAX_BYTES = 1024 };

/* What the library asked for while it read a key. */
struct asked {
	const struct signer *who;
	bool password;
};

static bool
refuse(struct signing *s, enum diag_id id, const char *path)
{
	ERR_clear_error();
	diag_add(s->diags, id, POS_FILE(path), "%s", "");
	return false;
}

static bool
read_password(struct signing *s, struct signer *who)
{
	struct str text;
	size_t n = 0;

	if (s->rq->pass_file == NULL)
		return true;
	if (!read_named(s, s->rq->pass_file, KEY_BYTES_MAX, &text))
		return false;
	while (n < text.n && text.p[n] != '\n' && text.p[n] != '\r')
		n++;
	if (n >= sizeof(who->password))
		return refuse(s, DIAG_SIGN_KEY_PASSWORD, s->rq->pass_file);
	memcpy(who->password, text.p, n);
	who->has_password = true;
	OPENSSL_cleanse((char *)text.p, text.n); /* our own copy */
	return true;
}

static int
give_password(char *out, int size, int writing, void *context)
{
	struct asked *asked = context;
	size_t n = strlen(asked->who->password);

	(void)writing;
	asked->password = true;
	if (!asked->who->has_password || n > (size_t)size)
		return -1;
	memcpy(out, asked->who->password, n);
	return (int)n;
}

static bool
is_pem(struct str bytes)
{
	return str_find(bytes, STR("-----BEGIN "), 0) < bytes.n;
}

static bool
read_key(struct signing *s, struct signer *who)
{
	struct asked asked = { .who = who };
	struct str bytes;
	BIO *in;

	if (!read_named(s, s->rq->key, KEY_BYTES_MAX, &bytes))
		return false;
	in = BIO_new_mem_buf(bytes.p, (int)bytes.n);
	if (is_pem(bytes)) {
		who->key =
		    PEM_read_bio_PrivateKey(in, NULL, give_password, &asked);
	} else {
		who->key = d2i_PrivateKey_bio(in, NULL);
		(void)BIO_reset(in);
		if (who->key == NULL)
			who->key = d2i_PKCS8PrivateKey_bio(
			    in, NULL, give_password, &asked);
	}
	BIO_free(in);
	OPENSSL_cleanse((char *)bytes.p, bytes.n);
	if (who->key != NULL)
		return true;
	return refuse(s,
	    asked.password ? DIAG_SIGN_KEY_PASSWORD : DIAG_SIGN_KEY_UNREADABLE,
	    s->rq->key);
}

static bool
keep_cert(struct signer *who, X509 *cert)
{
	if (who->chain == NULL)
		who->chain = sk_X509_new_null();
	if (who->chain != NULL && sk_X509_num(who->chain) < CERTS_MAX &&
	    sk_X509_push(who->chain, cert) > 0)
		return true;
	X509_free(cert);
	return false;
}

/* All certificates of the file; which one is the signer's is seen later. */
static bool
read_certs(struct signing *s, struct signer *who)
{
	struct str bytes;
	X509 *cert;
	BIO *in;

	if (!read_named(s, s->rq->cert, KEY_BYTES_MAX, &bytes))
		return false;
	in = BIO_new_mem_buf(bytes.p, (int)bytes.n);
	if (is_pem(bytes)) {
		while ((cert = PEM_read_bio_X509(in, NULL, NULL, NULL)) != NULL)
			if (!keep_cert(who, cert))
				break;
	} else {
		cert = d2i_X509_bio(in, NULL);
		if (cert != NULL)
			(void)keep_cert(who, cert);
	}
	BIO_free(in);
	ERR_clear_error();
	if (who->chain != NULL)
		return true;
	return refuse(s, DIAG_SIGN_CERT_UNREADABLE, s->rq->cert);
}

/* Old files are encrypted with RC2, which only the legacy provider has. */
static bool
parse_p12(PKCS12 *p12, struct signer *who)
{
	if (PKCS12_parse(
		p12, who->password, &who->key, &who->cert, &who->chain) == 1)
		return true;
	(void)OSSL_PROVIDER_load(NULL, "default");
	(void)OSSL_PROVIDER_load(NULL, "legacy");
	return PKCS12_parse(p12, who->password, &who->key, &who->cert,
		   &who->chain) == 1;
}

static bool
read_p12(struct signing *s, struct signer *who)
{
	struct str bytes;
	PKCS12 *p12;
	BIO *in;
	bool sound = false;

	if (!read_named(s, s->rq->p12, KEY_BYTES_MAX, &bytes))
		return false;
	in = BIO_new_mem_buf(bytes.p, (int)bytes.n);
	p12 = d2i_PKCS12_bio(in, NULL);
	BIO_free(in);
	if (p12 == NULL)
		return refuse(s, DIAG_SIGN_KEY_UNREADABLE, s->rq->p12);
	if (PKCS12_verify_mac(p12, who->password, -1) != 1 &&
	    (who->has_password || PKCS12_verify_mac(p12, NULL, 0) != 1))
		(void)refuse(s, DIAG_SIGN_KEY_PASSWORD, s->rq->p12);
	else if (!parse_p12(p12, who) || who->key == NULL)
		(void)refuse(s, DIAG_SIGN_KEY_UNREADABLE, s->rq->p12);
	else if (who->cert == NULL)
		(void)refuse(s, DIAG_SIGN_CERT_UNREADABLE, s->rq->p12);
	else
		sound = true;
	PKCS12_free(p12);
	return sound;
}

/* The certificate of the key among those given; the others are the chain. */
static bool
match(struct signing *s, struct signer *who)
{
	const char *path = s->rq->cert != NULL ? s->rq->cert :
	    s->rq->p12 != NULL		       ? s->rq->p12 :
						 s->rq->token;

	for (int i = 0; who->cert == NULL && i < sk_X509_num(who->chain); i++)
		if (X509_check_private_key(
			sk_X509_value(who->chain, i), who->key) == 1)
			who->cert = sk_X509_delete(who->chain, i);
	ERR_clear_error();
	if (who->cert == NULL ||
	    X509_check_private_key(who->cert, who->key) != 1)
		return refuse(s, DIAG_SIGN_CERT_MISMATCH, path);
	if (!EVP_PKEY_is_a(who->key, "RSA") && !EVP_PKEY_is_a(who->key, "EC"))
		return refuse(s, DIAG_SIGN_KEY_KIND, path);
	return true;
}

/* "2025-12-05" of a time in a certificate. */
static struct str
day_of(struct signing *s, const ASN1_TIME *when)
{
	struct tm tm;

	if (ASN1_TIME_to_tm(when, &tm) != 1)
		return STR_NONE;
	return str_printf(s->arena, "%04d-%02d-%02dT%02d:%02d:%02dZ",
	    tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday, tm.tm_hour,
	    tm.tm_min, tm.tm_sec);
}

/* RFC 5280, 4.1.2.5 and 4.2.1.3. */
static bool
check_cert(struct signing *s, const struct signer *who, const char *path)
{
	const ASN1_TIME *from = X509_get0_notBefore(who->cert);
	const ASN1_TIME *to = X509_get0_notAfter(who->cert);
	time_t now = (time_t)s->rq->time;

	/* X509_cmp_time() knows no "equal": the last second would be lost. */
	if (ASN1_TIME_cmp_time_t(from, now) > 0) {
		diag_add(s->diags, DIAG_SIGN_CERT_EARLY, POS_FILE(path),
		    "%.*s", STR_ARG(day_of(s, from)));
		return false;
	}
	if (ASN1_TIME_cmp_time_t(to, now) < 0) {
		diag_add(s->diags, DIAG_SIGN_CERT_EXPIRED, POS_FILE(path),
		    "%.*s", STR_ARG(day_of(s, to)));
		return false;
	}
	/* all bits are set when it says nothing of its use */
	if ((X509_get_key_usage(who->cert) &
		(KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION)) == 0)
		diag_add(s->diags, DIAG_SIGN_CERT_USAGE, POS_FILE(path),
		    "%s", "");
	return true;
}

bool
signer_open(struct signing *s, struct signer *who)
{
	const struct sign_request *rq = s->rq;
	bool have;

	if (!read_password(s, who))
		return false;
	if (rq->token != NULL)
		have = token_open(s, who);
	else if (rq->p12 != NULL)
		have = read_p12(s, who);
	else
		have = read_key(s, who);
	if (!have || (rq->cert != NULL && !read_certs(s, who)))
		return false;
	return match(s, who) &&
	    check_cert(s, who,
		rq->cert != NULL	? rq->cert :
		    rq->p12 != NULL ? rq->p12 :
				      rq->token);
}

void
signer_close(struct signer *who)
{
	EVP_PKEY_free(who->key);
	X509_free(who->cert);
	sk_X509_pop_free(who->chain, X509_free);
	token_close(who);
	OPENSSL_cleanse(who->password, sizeof(who->password));
}

struct str
signer_name(struct signing *s, const struct signer *who)
{
	X509_NAME *subject = X509_get_subject_name(who->cert);
	int i = X509_NAME_get_index_by_NID(subject, NID_commonName, -1);
	struct str name = STR_NONE;
	unsigned char *utf8;
	int n;

	if (i < 0)
		return STR_NONE;
	n = ASN1_STRING_to_UTF8(&utf8,
	    X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, i)));
	if (n < 0)
		return STR_NONE;
	if (n <= NAME_MAX_BYTES)
		name = str_dup(s->arena, (struct str){ (char *)utf8,
					     (size_t)n });
	OPENSSL_free(utf8);
	return name;
}
