/*
 * cms.c - the signature itself: CMS SignedData without the content (RFC 5652),
 * SHA-256, with the signed attributes that CAdES asks for (ETSI EN 319 122-1,
 * 5.1 and 5.2.2): content type, digest, and the digest of the certificate.
 *
 * The CMS functions of OpenSSL cannot leave out the attribute signingTime,
 * which a PDF may not have beside /M (ETSI EN 319 142-1, 5.3); the PKCS7
 * functions can, and write the same bytes.
 */
#include <openssl/err.h>
#include <openssl/ess.h>
#include <openssl/pkcs7.h>

#include "base/digest.h"
#include "sign/parts.h"

enum {
	ROOM_LEAST = 8192, /* 16 kB as hexadecimal digits */
	ROOM_BESIDE = 4096 /* the certificates */
};

size_t
cms_room(const struct signer *who)
{
	size_t n = ROOM_BESIDE;

	n += (size_t)i2d_X509(who->cert, NULL);
	for (int i = 0; i < sk_X509_num(who->chain); i++)
		n += (size_t)i2d_X509(sk_X509_value(who->chain, i), NULL);
	return n > ROOM_LEAST ? n : ROOM_LEAST;
}

/* RFC 5035: which certificate the signature is by. */
static bool
add_certificate_digest(PKCS7_SIGNER_INFO *si, X509 *cert)
{
	ESS_SIGNING_CERT_V2 *id =
	    OSSL_ESS_signing_cert_v2_new_init(EVP_sha256(), cert, NULL, 1);
	ASN1_STRING *value = ASN1_STRING_new();
	unsigned char *der = NULL;
	int n = id != NULL ? i2d_ESS_SIGNING_CERT_V2(id, &der) : -1;
	bool done = false;

	if (value != NULL && n > 0 && ASN1_STRING_set(value, der, n) == 1)
		done = PKCS7_add_signed_attribute(si,
			   NID_id_smime_aa_signingCertificateV2,
			   V_ASN1_SEQUENCE, value) == 1;
	if (!done)
		ASN1_STRING_free(value);
	OPENSSL_free(der);
	ESS_SIGNING_CERT_V2_free(id);
	return done;
}

static bool
add_signer(PKCS7 *p7, const struct signer *who, struct str content)
{
	struct digest d = digest_of(content);
	PKCS7_SIGNER_INFO *si;

	si = PKCS7_add_signature(p7, who->cert, who->key, EVP_sha256());
	return si != NULL && PKCS7_add_attrib_content_type(si, NULL) == 1 &&
	    PKCS7_add1_attrib_digest(si, d.byte, (int)sizeof(d.byte)) == 1 &&
	    add_certificate_digest(si, who->cert) &&
	    PKCS7_SIGNER_INFO_sign(si) == 1;
}

static bool
fill(PKCS7 *p7, const struct signer *who, struct str content)
{
	if (PKCS7_set_type(p7, NID_pkcs7_signed) != 1 ||
	    PKCS7_content_new(p7, NID_pkcs7_data) != 1 ||
	    PKCS7_set_detached(p7, 1) != 1 ||
	    PKCS7_add_certificate(p7, who->cert) != 1)
		return false;
	for (int i = 0; i < sk_X509_num(who->chain); i++)
		if (PKCS7_add_certificate(
			p7, sk_X509_value(who->chain, i)) != 1)
			return false;
	return add_signer(p7, who, content);
}

/* What a device gives back is not taken on trust. */
static bool
holds(PKCS7 *p7, struct str content)
{
	BIO *in = BIO_new_mem_buf(content.p, (int)content.n);
	bool good = in != NULL &&
	    PKCS7_verify(p7, NULL, NULL, in, NULL,
		PKCS7_NOVERIFY | PKCS7_BINARY) == 1;

	BIO_free(in);
	return good;
}

static bool
encode(struct signing *s, PKCS7 *p7, struct str *out)
{
	unsigned char *der = NULL;
	int n = i2d_PKCS7(p7, &der);

	if (n <= 0)
		return false;
	*out = str_dup(s->arena, (struct str){ (char *)der, (size_t)n });
	OPENSSL_free(der);
	return true;
}

bool
cms_sign(struct signing *s, const struct signer *who, struct str content,
    struct str *out)
{
	PKCS7 *p7 = PKCS7_new();
	bool done = p7 != NULL && fill(p7, who, content) &&
	    holds(p7, content) && encode(s, p7, out);

	if (!done) {
		unsigned long code = ERR_peek_error();
		const char *why = ERR_reason_error_string(code);

		(void)err_set(s->err, ERR_LIBRARY, "OpenSSL: %s",
		    why != NULL ? why : "?");
		ERR_clear_error();
	}
	PKCS7_free(p7);
	return done;
}
