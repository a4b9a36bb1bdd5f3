"""usage: generate.py OUTDIR SEED [NOTES]

Three campaigns of adversarial documents below OUTDIR, the same for the same
SEED: plain/ (the templates of the project), dense/ and wide/ (templates/ of
their own, beside the documents).  Sentences are those of prose.txt; what is put
between them is what line and page breaking may stumble over.  NOTES is the
height of the footnotes' separator in all templates, where it is not a line.
"""
import os
import re
import shutil
import sys
from xml.sax.saxutils import escape, quoteattr

import content
import form
from campaign import DOCTYPES, END, TOP, Campaign, Writer, sentences
from pieces import ROMAN, Notes, md_table, nested, title

DENSE = """<template version="1">
 <page left="35mm" right="15mm" top="25mm" bottom="20mm"/>
 <style name="body" size="13pt" first="10mm" after="8pt" line="1.15"/>
 <style name="item" size="13pt" first="10mm" after="8pt" line="1.15"/>
 <style name="base" size="13pt" first="10mm" after="8pt" line="1.15"/>
 <style name="heading1" size="13pt" first="10mm" after="8pt" line="1.15"/>
 <style name="heading2" size="13pt" first="10mm" after="8pt" line="1.15"/>
 <style name="heading3" size="13pt" first="10mm" after="8pt" line="1.15"/>
 <style name="nation" size="12pt"/>
 <style name="motto" size="13pt"/>
 <style name="superior" size="12pt"/>
 <style name="issuer" size="12pt"/>
 <style name="place-date" size="13pt"/>
 <style name="type" size="13pt"/>
 <style name="subject" size="13pt"/>
 <style name="decider" size="13pt"/>
 <style name="enact" size="13pt"/>
 <style name="addressee" size="13pt"/>
 <style name="authority" size="13pt"/>
 <style name="signer" size="13pt"/>
 <style name="page-number" size="13pt"/>
</template>
"""

WIDE = """<template version="1">
 <page left="35mm" right="20mm" top="25mm" bottom="25mm"/>
 <style name="body" first="10mm" before="3pt" after="8pt" line="1.5"/>
 <style name="item" first="10mm" before="3pt" after="8pt" line="1.5"/>
 <style name="base" first="10mm" before="3pt" after="8pt" line="1.5"/>
 <style name="heading1" first="10mm" before="12pt" after="8pt" line="1.5"/>
 <style name="heading2" first="10mm" before="6pt" after="8pt" line="1.5"/>
 <style name="heading3" first="10mm" before="6pt" after="8pt" line="1.5"/>
 <style name="table-head" size="13pt" line="1.15"/>
 <style name="table-cell" size="13pt" line="1.15"/>
 <style name="footnote" size="11pt" after="2pt" line="1.15"/>
</template>
"""


def long_text(c, n, kind, odd, share):
    w, blocks = c.w, []
    decision = kind == "Quyết định"
    for i in range(6):
        blocks.append("# Điều %d. %s" % (i + 1, title(w)) if decision else
                      "# %s. %s" % (ROMAN[i], title(w).upper()))
        for k in range(w.rng.randint(2, 4)):
            if not decision:
                blocks.append("## %d. %s" % (k + 1, title(w)))
            for _ in range(w.rng.randint(2, 5)):
                blocks.append(w.paragraph(odd=odd, share=share))
            if w.rng.random() < 0.5:
                blocks.append(nested(w, w.rng.randint(1, 4), odd))
    c.document("dai-%02d" % n, kind, blocks)


def tables(c, n, columns):
    w, blocks = c.w, []
    for i in range(2):
        blocks.append("# %s. %s" % (ROMAN[i], title(w).upper()))
        for _ in range(w.rng.randint(1, 4)):
            blocks.append(w.paragraph(5, 60))
        blocks.append(md_table(w, columns, w.rng.randint(25, 60), 0.1))
        if w.rng.random() < 0.7:
            blocks.append(w.paragraph(5, 60))
        if w.rng.random() < 0.5:
            blocks.append(md_table(w, 3, w.rng.randint(1, 4), 0.1))
    c.document("bang-%02d" % n, "Báo cáo", blocks)


def notes(c, n, most, share, in_cells):
    w, blocks = c.w, []
    marks = Notes(w, most)
    for i in range(5):
        blocks.append("# %s. %s" % (ROMAN[i], title(w).upper()))
        for _ in range(w.rng.randint(4, 8)):
            blocks.append(marks.put(w.paragraph(5, 90), share))
        if in_cells:
            blocks.append(md_table(w, 4, 12, 0.05, marks.mark))
    c.document("chu-thich-%02d" % n, "Báo cáo", blocks + marks.text)


def headings(c, n):
    """Chains of two and three headings at every height of a page."""
    w, blocks = c.w, []
    for i in range(18):
        blocks.append("# %s. %s" % (ROMAN[i], title(w, 20).upper()))
        blocks.append("## 1. " + title(w, 25))
        if w.rng.random() < 0.5:
            blocks.append("### a) " + title(w, 25))
        for _ in range(w.rng.randint(1, 3)):
            blocks.append(w.paragraph(3, 70))
        blocks.append("## 2. " + title(w, 8))
        kind = w.rng.randrange(3)
        if kind == 0:
            blocks.append(md_table(w, 3, w.rng.randint(2, 8), 0.05))
        elif kind == 1:
            blocks.append(nested(w, 2, 0.05))
        blocks.append(w.paragraph(3, 40))
    c.document("de-muc-%02d" % n, "Kế hoạch", blocks)


def short_paragraphs(c, n, most):
    """Paragraphs of one to three lines, so that every break is near one."""
    w = c.w
    blocks = [w.paragraph(4, most) for _ in range(150)]
    c.document("doan-ngan-%02d" % n, "Thông báo", blocks)


def signature(c, n):
    """One line longer than the one before: the signature at every height."""
    w = c.w
    lines = 12 + n % 36
    blocks = [" ".join(w.words(6)).capitalize() + "." for _ in range(lines)]
    copies = ["  - Đơn vị thứ %d" % (i + 1) for i in range(n % 7)]
    blocks[-1] = w.paragraph(3, 10 + 25 * (n % 4))
    c.document("ky-%02d" % n, "Báo cáo" if n % 2 else "Thông báo", blocks,
               copies=copies)


def subject(c, n):
    w = c.w
    kind = ["Báo cáo", "Công văn", "Quyết định", "Tờ trình"][n % 4]
    blocks = [w.paragraph() for _ in range(4)]
    if kind == "Quyết định":
        blocks.insert(0, "# Điều 1. " + title(w))
    c.document("trich-yeu-%02d" % n, kind, blocks,
               subject=w.sentence(1 + n * 3))


def addressees(c, n):
    w = c.w
    to = [w.sentence(w.rng.randint(3, 6 + 5 * (n % 5)))
          for _ in range(1 + n // 2)]
    c.document("kinh-gui-%02d" % n, "Tờ trình" if n % 2 else "Công văn",
               [w.paragraph() for _ in range(6)], to=to)


def spanned_rows(w, columns, rows):
    """Rows of XML whose cells reach over rows and columns at random."""
    taken = [0] * columns
    out = []
    for r in range(rows):
        line, at = [], 0
        while at < columns:
            if taken[at]:
                at += 1
                continue
            free = 1
            while at + free < columns and not taken[at + free]:
                free += 1
            across = min(free, w.rng.choice([1, 1, 1, 1, 2, 3]))
            down = min(rows - r, w.rng.choice([1, 1, 1, 1, 1, 2, 3, 4]))
            if r == 0:
                across = down = 1
            for k in range(at, at + across):
                taken[k] = down
            text = w.sentence(w.rng.randint(1, (4 + 6 * across) * 5 // columns),
                              0.05)
            if w.rng.random() < 0.1:
                text = ""
            spans = "".join(' %s="%d"' % s for s in (
                ("colspan", across), ("rowspan", down)) if s[1] > 1)
            line.append("<cell%s>%s</cell>" % (spans, escape(text)))
            at += across
        if not line:  # every column is taken from above
            taken = [0] * columns
            line = ["<cell colspan=\"%d\">%s</cell>" %
                    (columns, escape(w.sentence(4)))]
            out = unspan(out)
        out.append(line)
        taken = [max(0, t - 1) for t in taken]
    return ["<row%s>%s</row>" % (' header="yes"' if i == 0 else "",
                                 "".join(line)) for i, line in enumerate(out)]


def unspan(rows):
    """End all cells with the last of rows."""
    n = len(rows)

    def limit(match, at):
        down = min(int(match.group(1)), n - at)
        return ' rowspan="%d"' % down if down > 1 else ""
    return [[re.sub(r' rowspan="(\d+)"', lambda m, i=i: limit(m, i), cell)
             for cell in line] for i, line in enumerate(rows)]


def spans(c, n, columns):
    w = c.w
    c.count += 1
    body = []
    for i in range(3):
        body.append("<heading level=\"1\" label=\"%s.\">%s</heading>" %
                    (ROMAN[i], escape(title(w).upper())))
        for _ in range(w.rng.randint(1, 3)):
            body.append("<p>%s</p>" % escape(w.sentence(40, 0.05) + "."))
        rows = spanned_rows(w, columns, w.rng.randint(20, 45))
        body.append("<table caption=%s>%s</table>" %
                    (quoteattr(title(w, 20)), "\n".join(rows)))
    c.put("Báo cáo", "gop-o-%02d.xml" % n, """<?xml version="1.0" encoding="UTF-8"?>
<report version="1">
<header><obligation>bao-cao-%d</obligation><unit>ubnd</unit>
<number>%d</number>
<date>2025-11-%02d</date><subject>%s</subject>
<recipients><item>Lãnh đạo UBND xã</item></recipients>
<archive>VHXH</archive></header>
<body>
%s
<p>%s</p>
</body>
</report>
""" % (c.count, c.count, c.count % 28 + 1, escape(w.sentence(20)), "\n".join(body),
       END))


def fill(c, part):
    """All kinds of documents; part of 1 of those whose number matters less."""
    def upto(n):
        return range(max(1, int(n * part)))

    for n in upto(16):
        long_text(c, n, DOCTYPES[n % len(DOCTYPES)], 0.02 * (n % 5),
                  0.04 * (n % 3))
    for n in upto(12):
        tables(c, n, 3 + n % 7)
    for n in upto(8):
        spans(c, n, 3 + n % 5)
    for n in upto(12):
        notes(c, n, 20 + 25 * (n % 4), 0.01 + 0.01 * (n % 3), n % 3 == 2)
    for n in upto(8):
        headings(c, n)
    for n in upto(6):
        short_paragraphs(c, n, 14 + 8 * n)
    for n in upto(40):
        signature(c, n)
    for n in upto(24):
        subject(c, n)
    for n in upto(10):
        addressees(c, n)


def set_notes(decree, notes):
    with open(decree) as f:
        text = f.read()
    with open(decree, "w") as f:
        f.write(text.replace("<space ", '<space notes="%s" ' % notes))


def main():
    out, seed = sys.argv[1], int(sys.argv[2])
    notes = sys.argv[3] if len(sys.argv) > 3 else None
    prose = sentences()
    for name, office, part in (("plain", None, 1.0), ("dense", DENSE, 0.5),
                               ("wide", WIDE, 0.5)):
        path = os.path.join(out, name)
        campaign = Campaign(path, Writer("%s %d" % (name, seed), prose))
        fill(campaign, part)
        for more in (content, form):
            more.fill(campaign, part, lambda kind: Writer(
                "%s %s %d" % (name, kind, seed), prose))
        campaign.plan()
        copy = os.path.join(path, "templates")
        if office or notes:
            shutil.copytree(os.path.join(TOP, "templates"), copy)
        if notes:
            set_notes(os.path.join(copy, "decree.xml"), notes)
        if office:
            with open(os.path.join(copy, "office.xml"), "w") as f:
                f.write(office)
    return 0


if __name__ == "__main__":
    sys.exit(main())
