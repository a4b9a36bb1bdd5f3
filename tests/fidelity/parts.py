"""usage: parts.py FILE.docx...

What a person who goes on working with the DOCX in Word relies on, read from the
parts of each file: styles under the names Word knows, an outline, literal
numbers, fields with their last result, Vietnamese as the language, repeated
header rows, captions, descriptions of images, properties, no empty paragraph to
make space, no formatting of a run that a style could give.
"""
import re
import sys
import zipfile
import xml.etree.ElementTree as ET

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
DC = "{http://purl.org/dc/elements/1.1/}"

# What a run may say for itself: emphasis by the author, links and note marks by
# style, the red of a stamp (III.2.b), -0.05 pt that keeps a line break.
RUN = {"rStyle", "b", "bCs", "i", "iCs", "color", "spacing"}

# Letters that may be more than a page of a cell: such a row has to split.
PAGE = 2000

# Paragraphs without text: a drawn rule; what a table must stand between.
RULE, GAP = "vt duong ke", "normal"

WORD = {"normal", "title", "subtitle", "heading 1", "heading 2", "heading 3",
        "body text", "caption", "header", "footnote text",
        "footnote reference", "signature"}


def text_of(e):
    return "".join(t.text or "" for t in e.iter(W + "t"))


def val(e, path):
    e = e.find(path) if e is not None else None
    return e.get(W + "val") if e is not None else None


class File:
    def __init__(self, path):
        with zipfile.ZipFile(path) as z:
            self.parts = {n: z.read(n) for n in z.namelist()}
        self.found = []
        self.styles = ET.fromstring(self.parts["word/styles.xml"])
        self.body = ET.fromstring(self.parts["word/document.xml"])
        self.name = {s.get(W + "styleId"): val(s, W + "name").lower()
                     for s in self.styles.iter(W + "style")}

    def want(self, fine, what):
        if not fine:
            self.found.append(what)

    def check_styles(self):
        names = set(self.name.values())
        self.want(WORD <= names, "styles missing: %s" % (WORD - names))
        lang = self.styles.find(".//%sdocDefaults//%slang" % (W, W))
        self.want(lang is not None and lang.get(W + "val") == "vi-VN",
                  "the language is not vi-VN")
        for s in self.styles.iter(W + "style"):
            m = re.fullmatch(r"heading (\d)", val(s, W + "name").lower())
            if m:
                self.want(val(s, "%spPr/%soutlineLvl" % (W, W)) ==
                          str(int(m.group(1)) - 1), "heading without outline")

    def check_paragraphs(self):
        cells = {p for tc in self.body.iter(W + "tc") for p in tc}
        for p in self.body.iter(W + "p"):
            style = self.name.get(val(p, "%spPr/%spStyle" % (W, W)), GAP)
            text = text_of(p)
            drawn = p.find(".//%sdrawing" % W) is not None
            empty = not text and not drawn and p not in cells
            exact = p.find("%spPr/%sspacing" % (W, W))
            height = int(exact.get(W + "line", "0")) if exact is not None else 0
            self.want(not empty or style == RULE or
                      (style == GAP and 0 < height <= 20),
                      "empty paragraph in style " + style)
            self.want(p.find(".//%snumPr" % W) is None, "automatic number")
            for r in p.findall("%sr/%srPr" % (W, W)):
                extra = {c.tag.replace(W, "") for c in r} - RUN
                self.want(not extra, "run in %s says %s" % (style, extra))

    def check_tables(self):
        before = None
        for e in self.body.find(W + "body"):
            if e.tag == W + "tbl" and e.find(
                    "%stblPr/%stblStyle" % (W, W)) is not None:
                rows = e.findall(W + "tr")
                head = "%strPr/%stblHeader" % (W, W)
                self.want(rows[0].find(head) is not None, "no header row")
                self.want(all(r.find("%strPr/%scantSplit" % (W, W)) is not None
                              or len(text_of(r)) > PAGE for r in rows),
                          "row may be split")
                caption = val(e, "%stblPr/%stblCaption" % (W, W))
                self.want(not caption or (before is not None and caption in
                          text_of(before)),
                          "caption is not above its table: %s" % caption)
            before = e

    def check_rest(self):
        for d in self.body.iter(WP + "docPr"):
            self.want((d.get("descr") or "").strip(), "image not described")
        headers = [v.decode() for n, v in self.parts.items()
                   if n.startswith("word/header")]
        self.want(any(re.search(r'instr=" PAGE ".*?<w:t[^>]*>\d+</w:t>', h)
                      for h in headers), "no page number with its result")
        core = ET.fromstring(self.parts["docProps/core.xml"])
        for k in ("title", "subject", "creator", "identifier"):
            self.want((core.findtext(DC + k) or "").strip(), "no " + k)
        self.want(core.findtext(DC + "language") == "vi-VN", "language")
        last = self.body.find(W + "body")[-1]
        self.want(last.tag == W + "sectPr", "the last is no section")
        for s in list(self.body.iter(W + "sectPr"))[1:]:
            start = s.find(W + "pgNumType")
            self.want(start is not None and start.get(W + "start") == "1",
                      "an appendix does not count its pages from 1")

    def check(self):
        self.check_styles()
        self.check_paragraphs()
        self.check_tables()
        self.check_rest()
        return sorted(set(self.found))


def main():
    bad, tables, images = 0, 0, 0
    for path in sys.argv[1:]:
        f = File(path)
        for what in f.check():
            print("%s: %s" % (path, what))
            bad += 1
        tables += len(list(f.body.iter(W + "tblCaption")))
        images += len(list(f.body.iter(WP + "docPr")))
    print("%d files, %d captions, %d images described" % (
        len(sys.argv) - 1, tables, images))
    return 1 if bad or len(sys.argv) < 2 else 0


if __name__ == "__main__":
    sys.exit(main())
