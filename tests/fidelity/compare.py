"""usage: compare.py [-v] EXCEPTIONS NAME OURS THEIRS [NAME OURS THEIRS]...

Every line of every page of the PDF files in folder OURS against those of the
same names in THEIRS, made by the office program from our DOCX: same page, same
text, baseline within 2 twips (the office program counts in steps of 0.1 pt),
each character within 1 mm - or, in a justified line, within the widest blank of
the line, since the office program leaves a justified line short of its right
edge by its slack over the number of blanks and one.

EXCEPTIONS has a difference a line: campaign/document, page, cause; - stands for
all pages from there on.  What is not listed there is a failure, and so is what
is listed and equal.  Wherever pages may part, nothing may be lost: each letter
of the DOCX has to stand on THEIRS, which may repeat some (header rows, numbers);
where not, the cause says LOST.
"""
import os
import subprocess
import sys
import xml.etree.ElementTree as ET
import zipfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

# Else it is what mutool draws where a signature goes.
FONTS = ("LiberationSerif", "TimesNewRoman")
DX, DY = 2.84, 0.15   # 1 mm; 2 twips and a rounding, in points
SAME_LINE = 0.4       # points between baselines


class Line:
    def __init__(self, y):
        self.y, self.chars, self.blanks = y, [], 0

    def finish(self):
        self.chars.sort()
        self.text = "".join(c for _, c in self.chars)
        x = [at for at, _ in self.chars]
        self.widest = max((b - a for a, b in zip(x, x[1:])), default=0)
        return self


def lines_of(page):
    """Characters of one baseline in the order of the page."""
    chars, words = [], 0
    for font in page.iter("font"):
        if not font.get("name").startswith(FONTS):
            continue
        inside = False
        for c in font.iter("char"):
            if c.get("c").isspace():
                inside = False
                continue
            words += not inside
            inside = True
            chars.append((float(c.get("y")), float(c.get("x")), c.get("c")))
    lines = []
    for y, x, c in sorted(chars):
        if not lines or y - lines[-1].y > SAME_LINE:
            lines.append(Line(y))
        lines[-1].chars.append((x, c))
    return [line.finish() for line in lines], words


def pages_of(path):
    out = subprocess.run(["mutool", "draw", "-q", "-F", "stext", path],
                         check=True, capture_output=True).stdout
    return [lines_of(page) for page in ET.fromstring(out).iter("page")]


def same_place(a, b):
    if abs(a.y - b.y) > DY:
        return False
    room = max(DX, a.widest)
    return all(abs(p[0] - q[0]) <= room for p, q in zip(a.chars, b.chars))


def describe(line):
    return "%.1f %s" % (line.y, line.text[:60])


def compare_pages(ours, theirs):
    """Pairs of what differs: (text, text), either may be missing."""
    left = {}
    for line in theirs:
        left.setdefault(line.text, []).append(line)
    found = []
    for line in ours:
        near = left.get(line.text, [])
        near.sort(key=lambda other: abs(other.y - line.y))
        if near and same_place(line, near[0]):
            near.pop(0)
        elif near:
            other = near.pop(0)
            found.append("%s | theirs at %.1f, x %.1f for %.1f" % (
                describe(line), other.y, other.chars[0][0],
                line.chars[0][0]))
        else:
            found.append(describe(line) + " | not theirs")
    found += ["%s | not ours" % describe(line)
              for rest in left.values() for line in rest]
    return found


def letters(text):
    return Counter(c for c in text if not c.isspace())


def text_of(docx):
    out = []
    with zipfile.ZipFile(docx) as z:
        for name in ("word/document.xml", "word/footnotes.xml"):
            if name in z.namelist():
                out += [t.text or "" for t in ET.fromstring(
                    z.read(name)).iter() if t.tag.endswith("}t")]
    return "".join(out)


def lost(docx, pages):
    """Letters of the DOCX that stand nowhere on the pages, and how many."""
    there = letters("".join(line.text for page in pages for line in page[0]))
    return letters(text_of(docx)) - there


class Result:
    def __init__(self, name):
        self.name, self.different = name, {}
        self.pages = self.lines = self.words = self.equal = self.lost = 0


def compare_document(name, ours, theirs):
    r = Result(name)
    try:
        a, b = pages_of(ours), pages_of(theirs)
    except (subprocess.CalledProcessError, ET.ParseError) as e:
        r.different[0] = [str(e)]
        return r
    r.pages = len(a)
    if len(a) != len(b):
        r.different[0] = ["%d pages, theirs %d" % (len(a), len(b))]
    nothing = ([], 0)
    for i in range(max(len(a), len(b))):
        x = a[i] if i < len(a) else nothing
        y = b[i] if i < len(b) else nothing
        found = compare_pages(x[0], y[0])
        r.lines += len(x[0])
        r.words += x[1]
        r.equal += len(x[0]) - sum("not ours" not in f for f in found)
        if found:
            r.different[i + 1] = found
    if r.different:
        missing = lost(ours[:-3] + "docx", b)
        if missing:
            r.lost = sum(missing.values())
    return r


def read_exceptions(path):
    """{document: {page: cause}}"""
    known = {}
    with open(path, encoding="utf-8") as f:
        for line in f:
            if line.strip() and not line.startswith("#"):
                name, page, cause = line.split(None, 2)
                known.setdefault(name, {})[page] = cause.strip()
    return known


def cause_of(known, name, page):
    pages = known.get(name, {})
    for at, cause in pages.items():
        if at == str(page) or (at.endswith("-") and
                               (page == 0 or page >= int(at[:-1]))):
            return cause
    return None


def documents(folders):
    for name, ours, theirs in zip(*[iter(folders)] * 3):
        for f in sorted(os.listdir(ours)):
            if f.endswith(".pdf"):
                yield (name + "/" + f[:-4], os.path.join(ours, f),
                       os.path.join(theirs, f))


def main():
    args = sys.argv[1:]
    verbose = args[0] == "-v"
    args = args[verbose:]
    known = read_exceptions(args[0])
    with ThreadPoolExecutor(max_workers=2) as pool:
        results = list(pool.map(lambda d: compare_document(*d),
                                documents(args[1:])))
    bad = listed = 0
    for r in results:
        if r.lost:
            print("%s: %d letters of the DOCX are LOST" % (r.name, r.lost))
            bad += not any("LOST" in cause
                           for cause in known.get(r.name, {}).values())
        if r.name in known and not r.different:
            print("%s: is listed and EQUAL" % r.name)
            bad += 1
        for page, found in sorted(r.different.items()):
            cause = cause_of(known, r.name, page)
            listed += cause is not None
            bad += cause is None
            print("%s page %d: %d lines differ: %s" % (
                r.name, page, len(found), cause or "NOT LISTED"))
            for f in found if verbose else found[:2]:
                print("    " + f)
    whole = sum(not r.different for r in results)
    print("%d documents, %d pages, %d lines, %d words" % (
        len(results), sum(r.pages for r in results),
        sum(r.lines for r in results), sum(r.words for r in results)))
    print("%d documents wholly equal, %d lines equal" % (
        whole, sum(r.equal for r in results)))
    print("%d pages differ as listed, %d pages not listed" % (listed, bad))
    return 1 if bad or not results else 0


if __name__ == "__main__":
    sys.exit(main())
