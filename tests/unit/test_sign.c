/*
 * test_sign.c - signing adds to a file and changes nothing in it; whatever the
 * file is, it is signed soundly or refused with a finding.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include "os/clock.h"
#include "pdf/pdf.h"
#include "sample_pages.h"
#include "sign/sign.h"
#include "verify/pdf_read.h"

/* 2025-12-05T14:59:33+07:00 */
enum { MOMENT = 1764921573 };

struct made {
	struct arena *a;
	struct font_set *fs;
	struct str bytes;
	char dir[32], pdf[64], key[64], cert[64];
};

static void
put(const char *path, struct str bytes)
{
	FILE *f = fopen(path, "w");

	assert_non_null(f);
	assert_int_equal(fwrite(bytes.p, 1, bytes.n, f), bytes.n);
	assert_int_equal(fclose(f), 0);
}

/* A key, and a certificate for it valid on the day of MOMENT. */
static void
make_key(const struct made *m)
{
	EVP_PKEY *key = EVP_EC_gen("P-256");
	X509 *cert = X509_new();
	FILE *f = fopen(m->key, "w");

	assert_true(key != NULL && cert != NULL && f != NULL);
	assert_int_equal(
	    PEM_write_PrivateKey(f, key, NULL, NULL, 0, NULL, NULL), 1);
	assert_int_equal(fclose(f), 0);
	ASN1_INTEGER_set(X509_get_serialNumber(cert), 1);
	assert_non_null(
	    ASN1_TIME_set(X509_getm_notBefore(cert), MOMENT - 86400));
	assert_non_null(
	    ASN1_TIME_set(X509_getm_notAfter(cert), MOMENT + 86400));
	assert_int_equal(X509_set_pubkey(cert, key), 1);
	assert_int_equal(X509_NAME_add_entry_by_txt(
			     X509_get_subject_name(cert), "CN", MBSTRING_UTF8,
			     (const unsigned char *)"Nguyễn Văn A", -1, -1, 0),
	    1);
	assert_true(X509_sign(cert, key, EVP_sha256()) > 0);
	f = fopen(m->cert, "w");
	assert_non_null(f);
	assert_int_equal(PEM_write_X509(f, cert), 1);
	assert_int_equal(fclose(f), 0);
	X509_free(cert);
	EVP_PKEY_free(key);
}

static int
make(void **state)
{
	struct made *m = calloc(1, sizeof(*m));
	struct err err = { 0 };

	assert_non_null(m);
	m->a = arena_new();
	m->fs = font_set_open(&err);
	strcpy(m->dir, "/tmp/test_sign.XXXXXX");
	if (m->fs == NULL || mkdtemp(m->dir) == NULL)
		return 1;
	(void)snprintf(m->pdf, sizeof(m->pdf), "%s/x.pdf", m->dir);
	(void)snprintf(m->key, sizeof(m->key), "%s/x.key", m->dir);
	(void)snprintf(m->cert, sizeof(m->cert), "%s/x.crt", m->dir);
	assert_true(pdf_write(
	    sample_pages(m->a, m->fs), m->fs, m->a, &m->bytes, &err));
	make_key(m);
	*state = m;
	return 0;
}

static int
unmake(void **state)
{
	struct made *m = *state;

	(void)unlink(m->pdf);
	(void)unlink(m->key);
	(void)unlink(m->cert);
	(void)rmdir(m->dir);
	font_set_close(m->fs);
	arena_free(m->a);
	free(m);
	return 0;
}

/* Sign bytes; the finding, or DIAG_MAX when it was done. */
static enum diag_id
sign(const struct made *m, struct arena *a, const char *field,
    struct str bytes, struct str *out)
{
	struct sign_request rq = { .pdf = m->pdf,
		.key = m->key,
		.cert = m->cert,
		.field = field,
		.time = MOMENT };
	struct diags *ds = diags_new(a);
	struct err err = { 0 };

	put(m->pdf, bytes);
	if (sign_pdf(&rq, a, ds, out, &err))
		return DIAG_MAX;
	if (err.kind != ERR_NONE)
		fail_msg("%s", err.text);
	assert_true(ds->n > 0);
	return ds->v[ds->n - 1].id;
}

/* The field with this name in a file that must be sound. */
static const struct pdf_value *
field_of(struct pdf_file *f, struct str bytes, struct arena *a, size_t i)
{
	const struct pdf_value *root;

	assert_int_equal(pdf_open_updated(f, bytes, a), PDF_SOUND);
	root = pdf_get(f, &f->trailer, "Root");
	return pdf_item(f, pdf_get(f, pdf_get(f, root, "AcroForm"), "Fields"),
	    i);
}

static void
adds_only(void **state)
{
	const struct made *m = *state;
	struct pdf_file f;
	struct str one, two;
	const struct pdf_value *v;

	assert_int_equal(
	    sign(m, m->a, SIGN_PERSON, m->bytes, &one), DIAG_MAX);
	assert_true(str_starts(one, m->bytes));
	v = pdf_get(&f, field_of(&f, one, m->a, 0), "V");
	assert_true(pdf_is_name(pdf_get(&f, v, "SubFilter"),
	    "ETSI.CAdES.detached"));
	assert_true(str_is(pdf_get(&f, v, "M")->text,
	    "D:20251205145933+07'00'"));
	assert_true(str_is(
	    pdf_text(m->a, pdf_get(&f, v, "Name")), "Nguyễn Văn A"));
	v = field_of(&f, one, m->a, 1);
	assert_int_equal(pdf_get(&f, v, "V")->kind, PDF_NULL);
	assert_int_equal(sign(m, m->a, SIGN_OFFICE, one, &two), DIAG_MAX);
	assert_true(str_starts(two, one));
	for (size_t i = 0; i < 2; i++) {
		v = pdf_get(&f, field_of(&f, two, m->a, i), "V");
		assert_true(pdf_is_name(pdf_get(&f, v, "Type"), "Sig"));
	}
	assert_int_equal(
	    sign(m, m->a, SIGN_PERSON, two, &two), DIAG_SIGN_FIELD_SIGNED);
}

/* [0 a b c]: all but the text string between, with its brackets. */
static void
covers_the_file(void **state)
{
	const struct made *m = *state;
	struct pdf_file f;
	struct str one;
	const struct pdf_value *v, *range;
	int64_t n[4];

	assert_int_equal(
	    sign(m, m->a, SIGN_PERSON, m->bytes, &one), DIAG_MAX);
	v = pdf_get(&f, field_of(&f, one, m->a, 0), "V");
	range = pdf_get(&f, v, "ByteRange");
	for (size_t i = 0; i < 4; i++)
		n[i] = pdf_int(
		    pdf_item(&f, range, i), 0, (int64_t)one.n, -1);
	assert_int_equal(n[0], 0);
	assert_int_equal(n[2] + n[3], one.n);
	assert_int_equal(one.p[n[1]], '<');
	assert_int_equal(one.p[n[2] - 1], '>');
	assert_int_equal(
	    n[2] - n[1] - 2, 2 * (int64_t)pdf_get(&f, v, "Contents")->text.n);
}

/* The file with from (its last place) overwritten by to, as long. */
static struct str
patched(const struct made *m, const char *from, const char *to)
{
	char *copy = arena_strndup(m->a, m->bytes.p, m->bytes.n);
	size_t at = m->bytes.n, next;

	for (size_t i = 0; (next = str_find(m->bytes, str_of(from), i)) <
	     m->bytes.n; i = next + 1)
		at = next;
	if (at == m->bytes.n)
		fail_msg("no %s", from);
	memcpy(copy + at, to, strlen(to));
	return (struct str){ copy, m->bytes.n };
}

static void
patched_files(void **state)
{
	static const struct {
		const char *from, *to;
		enum diag_id id;
	} want[] = {
		{ "%PDF-1.7", "%PDX-1.7", DIAG_SIGN_PDF_DAMAGED },
		{ "startxref", "startxrex", DIAG_SIGN_PDF_DAMAGED },
		{ "/Info", "/Prev", DIAG_SIGN_PDF_DAMAGED },
		{ "/Root ", "/Roox ", DIAG_SIGN_PDF_DAMAGED },
		{ "/AcroForm", "/AcroFxrm", DIAG_SIGN_FIELD_UNKNOWN },
		{ "/T (nguoi-ky)", "/T (nguoi-kx)", DIAG_SIGN_FIELD_UNKNOWN },
		{ "/Size ", "/Sizx ", DIAG_SIGN_PDF_DAMAGED },
	};
	const struct made *m = *state;
	struct str out;

	for (size_t i = 0; i < sizeof(want) / sizeof(want[0]); i++)
		if (sign(m, m->a, SIGN_PERSON,
			patched(m, want[i].from, want[i].to), &out) !=
		    want[i].id)
			fail_msg("%s", want[i].from);
}

static void
encrypted(void **state)
{
	const struct made *m = *state;
	struct buf b = { .arena = m->a };
	size_t at = str_find(m->bytes, STR("\ntrailer"), 0);
	struct str out;

	at = str_find(m->bytes, STR("/Root "), at);
	buf_add(&b, str_sub(m->bytes, 0, at));
	buf_adds(&b, "/Encrypt 1 0 R ");
	buf_add(&b, str_sub(m->bytes, at, m->bytes.n));
	assert_int_equal(sign(m, m->a, SIGN_PERSON, buf_str(&b), &out),
	    DIAG_SIGN_PDF_ENCRYPTED);
}

/* A table that names itself as the one before, and one that is not there. */
static void
chains(void **state)
{
	static const char *const prev[] = { "/Prev %zu", "/Prev 99999999",
		"/Prev 0", "/Prev -5", "/Prev (a)" };
	const struct made *m = *state;
	struct str one, out;
	size_t at;

	assert_int_equal(
	    sign(m, m->a, SIGN_PERSON, m->bytes, &one), DIAG_MAX);
	at = str_find(one, STR("\nxref\n"), m->bytes.n) + 1;
	for (size_t i = 0; i < sizeof(prev) / sizeof(prev[0]); i++) {
		struct buf b = { .arena = m->a };

		buf_add(&b, str_sub(one, 0,
				str_find(one, STR("/Prev"), m->bytes.n)));
		if (i == 0)
			buf_printf(&b, "/Prev %zu", at);
		else
			buf_adds(&b, prev[i]);
		buf_printf(&b, ">>\nstartxref\n%zu\n%%%%EOF\n", at);
		assert_int_equal(
		    sign(m, m->a, SIGN_OFFICE, buf_str(&b), &out),
		    DIAG_SIGN_PDF_DAMAGED);
	}
}

static uint32_t
next_random(uint32_t *seed)
{
	*seed = *seed * 1664525 + 1013904223;
	return *seed >> 8;
}

static long
rounds(void)
{
	const char *n = getenv("SIGN_ROUNDS");

	return n != NULL ? atol(n) : 300;
}

/* Some bytes of s changed, most of them near its end or in its objects. */
static char *
damage(struct str s, uint32_t *seed)
{
	static const char syntax[] = "()<>[]/R0123456789 \n%";
	char *copy = malloc(s.n + 1); /* so that ASan sees its end */
	uint32_t n = next_random(seed) % 6 + 1, kind = next_random(seed) % 3;
	size_t at, near = s.n < 8000 ? s.n : 8000;

	assert_non_null(copy);
	memcpy(copy, s.p, s.n);
	for (; s.n > 0 && n > 0; n--) {
		at = kind == 0 ? next_random(seed) % s.n :
				 s.n - 1 - next_random(seed) % near;
		copy[at] = kind == 2 ?
		    (char)next_random(seed) :
		    syntax[next_random(seed) % (sizeof(syntax) - 1)];
	}
	return copy;
}

/* Signed once or not, then damaged: refused, or signed soundly all the same. */
static void
damaged_files(void **state)
{
	const struct made *m = *state;
	struct str base[2], out;
	uint32_t seed = 1977;
	long done = 0;

	base[0] = m->bytes;
	assert_int_equal(
	    sign(m, m->a, SIGN_PERSON, m->bytes, &base[1]), DIAG_MAX);
	for (long k = rounds(); k > 0; k--) {
		struct arena *a = arena_new();
		struct str s = base[k % 2];
		char *copy;

		if (k % 8 == 0)
			s.n = next_random(&seed) % s.n;
		copy = damage(s, &seed);
		s.p = copy;
		if (sign(m, a, SIGN_OFFICE, s, &out) == DIAG_MAX) {
			assert_true(str_starts(out, s));
			done++;
		}
		free(copy);
		arena_free(a);
	}
	assert_true(rounds() < 100 || done > 0);
}

static void
moments(void **state)
{
	static const struct {
		int64_t seconds, day;
		int hour, minute, second;
	} want[] = {
		{ 0, 0, 7, 0, 0 },
		{ 17 * 3600 - 1, 0, 23, 59, 59 },
		{ 17 * 3600, 1, 0, 0, 0 },
		{ -7 * 3600 - 1, -1, 23, 59, 59 },
		{ MOMENT, 20427, 14, 59, 33 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(want) / sizeof(want[0]); i++) {
		struct clock_time t = clock_there(want[i].seconds);

		assert_int_equal(t.day, want[i].day);
		assert_int_equal(t.hour, want[i].hour);
		assert_int_equal(t.minute, want[i].minute);
		assert_int_equal(t.second, want[i].second);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(adds_only),
		cmocka_unit_test(covers_the_file),
		cmocka_unit_test(patched_files),
		cmocka_unit_test(encrypted),
		cmocka_unit_test(chains),
		cmocka_unit_test(damaged_files),
		cmocka_unit_test(moments),
	};

	return cmocka_run_group_tests(tests, make, unmake);
}
