"""usage: resave.py OURS THEIRS AGAIN [OURS THEIRS AGAIN]...

Each DOCX of folder OURS against the one of the same name in AGAIN, which an
office program has opened and saved again: the text and the style of every
paragraph, in cells and notes too; of every table the columns, rows, spans,
repeated header rows and rows that are not split; the setup of every section;
headers, the images with their descriptions, title and author.  What the program
makes of the first as PDF is in THEIRS, what it makes of the second in AGAIN: as
many pages, and the same lines on each.

Styles are named by w:name without regard to case; ids are the program's own.
"""
import os
import re
import subprocess
import sys
import zipfile
import xml.etree.ElementTree as ET
from concurrent.futures import ProcessPoolExecutor

from compare import pages_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
DC = "{http://purl.org/dc/elements/1.1/}"

# The program counts lengths in 1/100 mm and columns in parts of the table.
NEAR = 8  # twips


def attr(e, path, name="val"):
    e = e.find(path) if e is not None else None
    return e.get(W + name) if e is not None else None


def on(e, path):
    """A toggle: there, and not switched off."""
    e = e.find(path) if e is not None else None
    return e is not None and e.get(W + "val") not in ("0", "false", "off")


class Word:
    def __init__(self, path):
        self.zip = zipfile.ZipFile(path)
        self.names = self.zip.namelist()
        self.style = {}
        for s in self.part("word/styles.xml").iter(W + "style"):
            self.style[s.get(W + "styleId")] = attr(s, W + "name").lower()
            if s.get(W + "default") == "1" and s.get(W + "type") == "paragraph":
                self.style[None] = self.style[s.get(W + "styleId")]
        self.notes = {}
        if "word/footnotes.xml" in self.names:
            for n in self.part("word/footnotes.xml"):
                self.notes[n.get(W + "id")] = n
        self.used_notes, self.images = [], []
        self.paragraphs, self.tables, self.sections = [], [], []
        self.blocks(self.part("word/document.xml").find(W + "body"))
        for n in self.used_notes:
            self.blocks(self.notes[n])

    def part(self, name):
        return ET.fromstring(self.zip.read(name))

    def text(self, e):
        out = []
        for x in e:
            tag = x.tag
            if tag == W + "t":
                out.append(x.text or "")
            elif tag in (W + "tab", W + "br", W + "cr"):
                out.append("\n" if tag != W + "tab" else "\t")
            elif tag == W + "noBreakHyphen":
                out.append("\u2011")
            elif tag == W + "footnoteReference":
                self.used_notes.append(x.get(W + "id"))
                out.append("[^%d]" % len(self.used_notes))
            elif tag == WP + "docPr":
                self.images.append(x.get("descr"))
            elif tag not in (W + "pPr", W + "rPr", W + "instrText",
                             MC + "Fallback"):
                out.append(self.text(x))
        return "".join(out)

    def paragraph(self, p):
        props = p.find(W + "pPr")
        sect = props.find(W + "sectPr") if props is not None else None
        # what carries a section only is no text
        text = self.text(p)
        self.paragraphs.append((text, self.style.get(
            attr(props, W + "pStyle"), "?")))
        if sect is not None:
            self.section(sect)

    def section(self, s):
        size, margin = s.find(W + "pgSz"), s.find(W + "pgMar")
        self.sections.append(
            tuple(int(size.get(W + k)) for k in ("w", "h")) +
            tuple(int(margin.get(W + k)) for k in ("left", "right")))

    def row(self, tr):
        props, cells = tr.find(W + "trPr"), []
        for tc in tr.iter(W + "tc"):
            tcpr = tc.find(W + "tcPr")
            merge = tcpr.find(W + "vMerge") if tcpr is not None else None
            under = merge is not None and \
                merge.get(W + "val", "continue") == "continue"
            cells.append((int(attr(tcpr, W + "gridSpan") or 1),
                          "under" if under else
                          "down" if merge is not None else ""))
            if not under:
                self.blocks(tc)
        return (on(props, W + "tblHeader"), on(props, W + "cantSplit"), cells)

    def table(self, t):
        grid = [int(g.get(W + "w")) for g in t.iter(W + "gridCol")]
        self.tables.append(
            {"grid": grid, "rows": [self.row(r) for r in t.findall(W + "tr")]})

    def blocks(self, parent):
        for e in parent:
            if e.tag == W + "p":
                self.paragraph(e)
            elif e.tag == W + "tbl":
                self.table(e)
            elif e.tag == W + "sdt":
                self.blocks(e.find(W + "sdtContent"))
            elif e.tag == W + "sectPr":
                self.section(e)

    def headers(self):
        """What headers and footers say; of a number only that it is one."""
        every = {re.sub(r"\d+", "#", self.text(self.part(n)))
                 for n in self.names
                 if re.match(r"word/(header|footer)[^/]*\.xml$", n)}
        return sorted(every - {""})

    def about(self):
        core = self.part("docProps/core.xml")
        return [core.findtext(DC + k) for k in ("title", "creator")]


def near(a, b):
    return len(a) == len(b) and all(abs(x - y) <= NEAR for x, y in zip(a, b))


def first_difference(a, b):
    for i in range(max(len(a), len(b))):
        if a[i:i + 1] != b[i:i + 1]:
            return "%d: %r, was %r" % (i + 1, b[i:i + 1], a[i:i + 1])
    return None


def grid_edges(grid):
    at, out = 0, []
    for w in grid:
        at += w
        out.append(at)
    return out


def compare_files(a, b):
    found = []
    for what in ("paragraphs", "images"):
        d = first_difference(getattr(a, what), getattr(b, what))
        if d:
            found.append(what[:-1] + " " + d)
    if len(a.tables) != len(b.tables):
        found.append("%d tables, were %d" % (len(b.tables), len(a.tables)))
    for i, (s, t) in enumerate(zip(a.tables, b.tables), 1):
        if not near(grid_edges(s["grid"]), grid_edges(t["grid"])):
            found.append("table %d: columns %s, were %s" % (
                i, t["grid"], s["grid"]))
        d = first_difference(s["rows"], t["rows"])
        if d:
            found.append("table %d: row %s" % (i, d))
    if len(a.sections) != len(b.sections) or not all(
            near(x, y) for x, y in zip(a.sections, b.sections)):
        found.append("sections %s, were %s" % (b.sections, a.sections))
    if a.headers() != b.headers():
        found.append("headers %r, were %r" % (b.headers(), a.headers()))
    if a.about() != b.about():
        found.append("properties %r, were %r" % (b.about(), a.about()))
    return found


def texts(path):
    return [[line.text for line in lines] for lines, _ in pages_of(path)]


def compare_one(job):
    stem, ours, theirs, again = job
    try:
        a = Word(os.path.join(ours, stem + ".docx"))
        b = Word(os.path.join(again, stem + ".docx"))
        found = compare_files(a, b)
        x = texts(os.path.join(theirs, stem + ".pdf"))
        y = texts(os.path.join(again, stem + ".pdf"))
    except (OSError, subprocess.CalledProcessError, ET.ParseError,
            zipfile.BadZipFile, KeyError) as e:
        return stem, ["%s: %s" % (type(e).__name__, e)], [0] * 5
    if len(x) != len(y):
        found.append("%d pages, were %d" % (len(y), len(x)))
    else:
        found += ["page %d: line %s" % (i, d) for i, d in enumerate(
            map(first_difference, x, y), 1) if d]
    return stem, found, [len(a.paragraphs), len(a.tables), len(a.images),
                         len(x), sum(map(len, x))]


def main():
    jobs = [(f[:-5], *folders) for folders in zip(*[iter(sys.argv[1:])] * 3)
            for f in sorted(os.listdir(folders[0])) if f.endswith(".docx")]
    with ProcessPoolExecutor(max_workers=2) as pool:
        results = list(pool.map(compare_one, jobs))
    total, bad = [0] * 5, 0
    for stem, found, counts in results:
        total = [t + c for t, c in zip(total, counts)]
        bad += bool(found)
        for f in found[:3]:
            print("%s: %s" % (stem, f))
    print("%d files: %d paragraphs, %d tables, %d images, %d pages, %d lines; "
          "%d files differ" % (len(jobs), *total, bad))
    return 1 if bad or not jobs else 0


if __name__ == "__main__":
    sys.exit(main())
