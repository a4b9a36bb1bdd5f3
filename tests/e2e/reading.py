"""usage: reading.py laid LAID-DUMP STRUCT-TEXT
          reading.py pages PAGES-DUMP PDF-TEXT

laid: what a screen reader says (pdfinfo -struct-text) is, word for word and in
order, what was laid out, each footnote behind the block that marks it.
pages: what can be copied out of the file (pdftotext -raw) is, letter for letter
but for blanks, what was put on the pages.  Both must be in NFC.
"""
import re
import sys
import unicodedata

BLOCKS = ("paragraph", "title", "heading", "item", "caption", "legend", "cell",
          "note", "form")


def quoted(line):
    m = re.search(r'"(.*)"', line)
    return m.group(1) if m else ""


def laid_words(dump):
    """Texts of the blocks; notes are moved behind the block with their mark."""
    body, notes, here = [], {}, None
    into = body
    for line in dump.splitlines():
        name = line.split()[0] if line.strip() else ""
        if re.match(r"note #\d+$", line):
            into = notes.setdefault(int(line[6:]), [])
        elif re.match(r" +(%s) " % "|".join(BLOCKS), line) and "pt " in line \
                and not re.match(r" +note \S+pt", line):
            here = {"text": "", "marks": []}
            into.append(here)
        elif name in ("text", "label", "note"):
            here["text"] += quoted(line)
            mark = re.search(r"pt.* #(\d+) ", line)
            if name == "note" and mark:
                here["marks"].append(int(mark.group(1)))
        elif name == "break":
            here["text"] += " "
    words = []
    for block in body:
        words += block["text"].split()
        for n in block["marks"]:
            for note in notes.pop(n, []):
                words += note["text"].split()
    return words


def struct_words(text):
    """Texts of the elements; a block or a cell begins a new word."""
    out = ""
    for line in text.splitlines():
        if re.match(r'^ *"', line):
            out += quoted(line)
        elif "(block)" in line or re.match(r"^ *(Note|TH|TD)\b", line):
            out += " "
    return out.split()


def page_letters(dump):
    return "".join(quoted(line) for line in dump.splitlines()
                   if re.match(r"(line|frag) ", line))


def differ(want, got, what):
    """The first place where two sequences part."""
    for i in range(max(len(want), len(got))):
        if want[i:i + 1] != got[i:i + 1]:
            print("%s %d: wanted %r, is %r" % (what, i, want[i:i + 8],
                                               got[i:i + 8]))
            return 1
    return 0


def main():
    kind = sys.argv[1]
    dump = open(sys.argv[2], encoding="utf-8").read()
    text = open(sys.argv[3], encoding="utf-8").read()
    if text != unicodedata.normalize("NFC", text):
        print("the text of the file is not in NFC")
        return 1
    if kind == "laid":
        want, got, least = laid_words(dump), struct_words(text), 50
        bad = differ(want, got, "word")
    else:
        want = "".join(page_letters(dump).split())
        got, least = "".join(text.split()), 300
        bad = differ(want, got, "letter")
    if len(want) < least:
        print("only %d in the source" % len(want))
        bad = 1
    return bad


sys.exit(main())
