/*
 * sign.h - a digital signature put into a field of a finished PDF (ISO 32000-1,
 * 12.8; ETSI EN 319 142-1, level B-B).  The file is added to and not one byte
 * of it changes, so that earlier signatures stay valid.
 */
#ifndef SIGN_SIGN_H
#define SIGN_SIGN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"
#include "diag/diag.h"

/* Paths and names as the user gave them; NULL: not given. */
struct sign_request {
	const char *pdf;       /* the file to sign */
	const char *field;     /* name of the field in it */
	const char *key;       /* private key, PEM or DER */
	const char *cert;      /* its certificate, and others of its chain */
	const char *p12;       /* or both in one PKCS #12 file */
	const char *token;     /* or the PKCS #11 URI of a key on a device */
	const char *pass_file; /* first line: password or PIN */
	const char *image;     /* PNG shown in the field */
	int64_t time;          /* of signing, seconds since 1970 */
};

/*
 * The bytes of the signed file in a.  False after a finding at the file it is
 * about, or with err filled if the machine or the library refused.
 */
bool sign_pdf(const struct sign_request *rq, struct arena *a, struct diags *ds,
    struct str *out, struct err *err);

#endif
