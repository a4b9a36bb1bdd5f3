/*
 * waivers.h - leave to let findings stand (waivers.xml, beside the plan).
 *
 *	<waivers version="1">
 *	 <waiver finding="plan/section-short" file="reports/phong-kt.md"
 *	         text="CHỈ ĐẠO" until="2025-12-31"
 *	         by="Nguyễn Văn A, Chánh Văn phòng">Đơn vị mới lập</waiver>
 *	</waivers>
 *
 * unit, line and text narrow it down and may be left out; but an error is
 * waived in one place only, by line or text.  text stands in the line of the
 * file or in the detail of the finding.  until is the last day it holds,
 * calendar of Asia/Ho_Chi_Minh.
 */
#ifndef PLAN_WAIVERS_H
#define PLAN_WAIVERS_H

#include "diag/diag.h"
#include "parse/source.h"
#include "text/date.h"

/*
 * Those that hold on a day; an expired one is a finding and left out.  NULL
 * after error findings.  src must live as long.
 */
const struct waivers *waivers_read(struct arena *a, const struct source *src,
    struct date as_of, struct diags *ds);

#endif
