"""usage: words.py DOC-DUMP PDF-TEXT

Every word of the source's body text, in order, stands in the text of the PDF.
Table cells and footnotes may stand elsewhere than their neighbours (a cell is
read line by line, a note at the foot of its page), so each block of the source
is looked for on its own: its words must occur in order, and blocks outside
tables and notes must come one after the other.
"""
import re
import sys
import unicodedata


def words(text):
    text = unicodedata.normalize("NFC", text).upper()
    return re.findall(r"[^\W\d_]+|\d+", text)  # a note mark joins its word


def blocks(dump):
    """(kind, text) of every block of the dump that holds text."""
    current, kind, stack = [], None, []
    for line in dump.splitlines():
        m = re.match(r"( *)([a-z_]+)\b(.*)$", line)
        if not m:
            continue
        depth, name, rest = len(m.group(1)), m.group(2), m.group(3)
        while stack and stack[-1][0] >= depth:
            stack.pop()
        if name in ("heading", "paragraph", "cell"):
            if current:
                yield kind, " ".join(current)
            inside = [s[1] for s in stack]
            kind = "cell" if name == "cell" else (
                "note" if "footnote" in inside else "text")
            current = []
        elif name == "text":
            q = re.search(r'"(.*)"', rest)
            if q:
                current.append(q.group(1).replace('\\"', '"'))
        stack.append((depth, name))
    if current:
        yield kind, " ".join(current)


def find(needle, hay, start):
    """Index behind needle's words in order within a window, or -1."""
    i = start
    for w in needle:
        try:
            j = hay.index(w, i)
        except ValueError:
            return -1
        i = j + 1
    return i


def main():
    dump = open(sys.argv[1], encoding="utf-8").read()
    hay = words(open(sys.argv[2], encoding="utf-8").read())
    if not dump.strip() or not hay:
        print("nothing to compare")
        return 1
    at, n, bad = 0, 0, 0
    for kind, text in blocks(dump):
        need = words(text)
        n += len(need)
        end = find(need, hay, at if kind == "text" else 0)
        if end < 0:
            print("not found (%s): %s" % (kind, text[:70]))
            bad += 1
        elif kind == "text":
            at = end
    if n < 50:
        print("only %d words in the source" % n)
        bad += 1
    return 1 if bad else 0


sys.exit(main())
