/*
 * json.h - JSON text (RFC 8259) being written.  Commas and indentation are
 * kept by the writer; calls must pair, which is asserted.
 *
 *	struct json j = json_begin(&buf);
 *	json_open(&j, NULL, '{'); json_str(&j, "id", s); json_close(&j, '}');
 */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/str.h"

enum { JSON_DEPTH = 16 };

struct json {
	struct buf *out;
	unsigned depth;
	bool filled[JSON_DEPTH]; /* this level has a member already */
};

struct json json_begin(struct buf *out);

/* key is NULL for the root and for members of an array. */
void json_open(struct json *j, const char *key, char bracket);
void json_close(struct json *j, char bracket);
void json_str(struct json *j, const char *key, struct str value);
void json_int(struct json *j, const char *key, int64_t value);
void json_bool(struct json *j, const char *key, bool value);
void json_null(struct json *j, const char *key);

#endif
