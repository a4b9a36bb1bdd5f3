/*
 * find.c - which font files the machine has for a face.  The only user of
 * fontconfig.
 *
 * FcFontList, not FcFontMatch: a match would hand out a substitute, and of two
 * installed versions of one family whichever the configuration prefers.
 */
#include <stdlib.h>
#include <string.h>

#include <fontconfig/fontconfig.h>

#include "base/vec.h"
#include "font/face.h"

static int
by_version_then_path(const void *x, const void *y)
{
	const struct candidate *a = x, *b = y;
	int path;

	if (a->version != b->version)
		return a->version > b->version ? -1 : 1;
	path = strcmp(a->path, b->path);
	return path != 0 ? path : (a->index > b->index) - (a->index < b->index);
}

/* Does the installed font have the weight and slant of the face? */
static bool
is_face(FcPattern *p, enum face f)
{
	bool bold = f == FACE_BOLD || f == FACE_BOLD_ITALIC;
	bool italic = f == FACE_ITALIC || f == FACE_BOLD_ITALIC;
	int weight, slant;

	if (FcPatternGetInteger(p, FC_WEIGHT, 0, &weight) != FcResultMatch ||
	    FcPatternGetInteger(p, FC_SLANT, 0, &slant) != FcResultMatch)
		return false;
	return weight == (bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR) &&
	    (slant != FC_SLANT_ROMAN) == italic;
}

static FcFontSet *
list_family(FcConfig *config, const char *family)
{
	FcPattern *want = FcPatternCreate();
	FcObjectSet *ask = FcObjectSetBuild(FC_FILE, FC_INDEX, FC_WEIGHT,
	    FC_SLANT, FC_FONTVERSION, (char *)NULL);
	FcFontSet *found = NULL;

	if (want != NULL && ask != NULL &&
	    FcPatternAddString(want, FC_FAMILY, (const FcChar8 *)family))
		found = FcFontList(config, want, ask);
	if (ask != NULL)
		FcObjectSetDestroy(ask);
	if (want != NULL)
		FcPatternDestroy(want);
	return found;
}

/* A finder is fontconfig's own configuration under our name. */
struct finder *
finder_open(const char *dir)
{
	FcConfig *config;

	if (dir == NULL)
		return (struct finder *)FcInitLoadConfigAndFonts();
	config = FcConfigCreate();
	if (config != NULL)
		(void)FcConfigAppFontAddDir(config, (const FcChar8 *)dir);
	return (struct finder *)config;
}

void
finder_close(struct finder *finder)
{
	if (finder != NULL)
		FcConfigDestroy((FcConfig *)finder);
}

struct candidate *
find_faces(const struct finder *finder, struct arena *a, const char *family,
    enum face f, size_t *n)
{
	VEC(struct candidate) found = { 0 };
	FcFontSet *set = NULL;
	struct candidate c;
	FcChar8 *path;

	if (finder != NULL) /* FcFontList() would take the default for NULL */
		set = list_family((FcConfig *)(uintptr_t)finder, family);
	for (int i = 0; set != NULL && i < set->nfont; i++) {
		FcPattern *p = set->fonts[i];

		if (!is_face(p, f) ||
		    FcPatternGetString(p, FC_FILE, 0, &path) != FcResultMatch)
			continue;
		c = (struct candidate){ 0 };
		c.path = arena_strndup(
		    a, (const char *)path, strlen((const char *)path));
		(void)FcPatternGetInteger(p, FC_INDEX, 0, &c.index);
		(void)FcPatternGetInteger(p, FC_FONTVERSION, 0, &c.version);
		*vec_add(a, &found) = c;
	}
	if (set != NULL)
		FcFontSetDestroy(set);
	if (found.n > 1)
		qsort(found.v, found.n, sizeof(found.v[0]),
		    by_version_then_path);
	*n = found.n;
	return found.v;
}
