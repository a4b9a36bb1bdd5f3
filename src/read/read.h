/*
 * read.h - the bytes of a report, Markdown or XML, to one tree.
 *
 * Both forms of the same report give the same fields and the same tree,
 * positions apart.  What a form may hold is described in report.rng (XML) and
 * in the manual (Markdown); whatever else is met is a finding, so that nothing
 * an author wrote is lost silently.
 */
#ifndef READ_READ_H
#define READ_READ_H

#include "base/arena.h"
#include "diag/diag.h"
#include "doc/doc.h"
#include "parse/source.h"

/*
 * The report in src, made in a.  NULL after an error that leaves no sensible
 * tree; other errors are findings in ds beside a tree that can be checked
 * further.
 */
const struct doc *read_report(struct arena *a, const struct source *src,
    enum doc_format format, struct diags *ds);

/*
 * The part of a report that pos lies in, in the words of the paper: "mục II.1,
 * đoạn 2", "bảng 2, hàng 3, cột 4", "nơi nhận[3]".  tree is a struct doc; ds
 * of read_report() is told of it (diags_add_tree()).
 */
diag_where_fn doc_where;

#endif
