/*
 * parts.h - what the files of this folder share: one signature being made.
 *
 * OpenSSL is used for keys, certificates and the signature itself.  Its objects
 * are held in struct signer and released by signer_close().
 */
#ifndef SIGN_PARTS_H
#define SIGN_PARTS_H

#include <openssl/evp.h>
#include <openssl/x509.h>

#include "base/buf.h"
#include "base/vec.h"
#include "sign/sign.h"
#include "verify/pdf_read.h"

enum {
	PDF_BYTES_MAX = 256 * 1024 * 1024,
	KEY_BYTES_MAX = 1024 * 1024,
	PASSWORD_MAX = 1024
};

struct signing {
	const struct sign_request *rq;
	struct arena *arena;
	struct diags *diags;
	struct err *err;
};

/* All bytes of a file the user named; false after a finding. */
bool read_named(struct signing *s, const char *path, size_t limit,
    struct str *out);

/* signer.c: who signs. */
struct signer {
	EVP_PKEY *key;
	X509 *cert;
	STACK_OF(X509) *chain;       /* other certificates, or NULL */
	char password[PASSWORD_MAX]; /* zero-terminated */
	bool has_password;
	void *engine; /* token.c */
};

/* Key and certificate of the request, fit to sign at its time. */
bool signer_open(struct signing *s, struct signer *who);
void signer_close(struct signer *who);

/* The name in the certificate; empty if there is none. */
struct str signer_name(struct signing *s, const struct signer *who);

/* token.c: key, and certificate if there is one, from a device. */
bool token_open(struct signing *s, struct signer *who);
void token_close(struct signer *who);

/* cms.c: how many bytes a signature by who takes at most; one over content. */
size_t cms_room(const struct signer *who);
bool cms_sign(struct signing *s, const struct signer *who,
    struct str content, struct str *out);

/* field.c: the field to sign in the file. */
struct target {
	struct pdf_file file;
	unsigned field, form;  /* objects */
	unsigned root, info;   /* of the trailer; info 0: none */
	int64_t width, height; /* of the field, thousandths of a point */
};
bool target_find(struct signing *s, struct str bytes, struct target *target);

/* image.c: the picture to be shown, as streams of the file. */
struct seal {
	unsigned width, height; /* pixels */
	bool grey;
	struct str color, alpha; /* deflated; alpha may be empty */
};
bool seal_read(struct signing *s, struct seal *seal);

/* update.c: objects added behind the end of a file (7.5.6). */
struct update {
	struct arena *arena;
	struct str old;
	struct buf added;
	unsigned next; /* number of the next new object */
	VEC(struct added_object {
		unsigned number;
		size_t offset; /* in the file */
	}) object;
};
void update_begin(struct update *u, struct arena *a,
    const struct target *target);
unsigned update_number(struct update *u);
/* Object number's text goes into u->added between the two. */
void update_open(struct update *u, unsigned number);
void update_close(struct update *u);
/* An object that is a stream; entries: its dictionary but for /Length. */
void update_stream(struct update *u, unsigned number, struct str entries,
    struct str data);
/* Table and trailer; the whole file. */
struct str update_end(struct update *u, const struct target *target);

#endif
