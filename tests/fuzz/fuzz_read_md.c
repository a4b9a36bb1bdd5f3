/* fuzz_read_md.c - any bytes as a Markdown report: no crash, a sound tree. */
#include <stdint.h>

#include "parse/source.h"
#include "read/read.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	struct diags *ds = diags_new(a);
	struct str bytes = { (const char *)data, size };
	const struct source *src = source_clean(a, "fuzz.md", bytes, ds);
	const struct doc *doc = NULL;

	if (src != NULL)
		doc = read_report(a, src, FORMAT_MARKDOWN, ds);
	if (doc != NULL)
		node_verify(doc->root);
	arena_free(a);
	return 0;
}
