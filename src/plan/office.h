/*
 * office.h - the issuing bodies of a commune: how each is named, abbreviated
 *and signed for (office.xml).
 *
 *	<office version="1">
 *	 <unit id="phong-kt" name="Phòng Kinh tế" symbol="PKT" place="Thái Tân"
 *	       under="ubnd" archive="PKT" code="">
 *	  <superior>UBND XÃ THÁI TÂN</superior>
 *	  <line>PHÒNG KINH TẾ</line>
 *	  <alias>Phòng KT</alias>
 *	  <address phone="..." fax="..." email="..." website="...">Thôn 1,
 *	   xã Thái Tân</address>
 *	  <signer id="truong-phong" position="TRƯỞNG PHÒNG" name="Nguyễn Văn
 *A"/> <signer id="pho" position="PHÓ TRƯỞNG PHÒNG" name="Trần Thị B">
 *	   <authority>KT. TRƯỞNG PHÒNG</authority>
 *	  </signer>
 *	 </unit>
 *	</office>
 */
#ifndef PLAN_OFFICE_H
#define PLAN_OFFICE_H

#include "base/arena.h"
#include "base/pos.h"
#include "base/str.h"
#include "diag/diag.h"
#include "parse/source.h"

struct signer {
	struct str id;
	struct str
	    *authority; /* lines above the position: "TM. ...", "KT. ..." */
	size_t nauthority;
	struct str position, name;
	struct pos pos;
};

struct unit {
	struct str id;
	struct str name; /* "Phòng Văn hóa - Xã hội" */
	struct str symbol; /* in document symbols: "PVHXH" */
	struct str place; /* "Thái Tân" */
	struct str archive; /* after "Lưu: VT, "; may be empty */
	struct str code; /* organisation code; empty: not known */
	struct str under; /* id of the unit above; may be empty */
	struct str superior; /* printed above the issuer, or empty */
	struct str *line; /* the issuer as printed, in capitals */
	size_t nlines;
	struct str *alias;
	size_t naliases;
	/* at the foot of the first page (cell 13); each may be empty */
	struct str address, phone, fax, email, website;
	struct signer *signer; /* the first one signs by default */
	size_t nsigners;
	struct pos pos;
};

struct office {
	const char *path;
	struct unit *unit;
	size_t nunits;
};

/* NULL after error findings. */
const struct office *office_read(
    struct arena *a, const struct source *src, struct diags *ds);

/* By id, name or alias, folded; NULL if none. */
const struct unit *office_unit(
    const struct office *o, struct arena *a, struct str name);

/* The name nearest to name, for "did you mean"; STR_NONE if none is near. */
struct str office_near(
    const struct office *o, struct arena *a, struct str name);

#endif
