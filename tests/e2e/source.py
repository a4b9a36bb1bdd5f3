"""usage: source.py REPORT.md|REPORT.xml STRUCT-TEXT PDF-TEXT

What the author wrote, taken from the source by this small reader and nothing of
ours: every paragraph, heading, item, cell, caption and note must be in what a
screen reader says (pdfinfo -struct-text), in the order of the source, word for
word with no words joined; and letter for letter in what can be copied out of
the file (pdftotext -raw), after NFC.  What the program adds (the official form,
numbers of tables, note marks) stands between.
"""
import re
import sys
import unicodedata
import xml.etree.ElementTree as ET


def nfc(s):
    return unicodedata.normalize("NFC", s).replace("\u00a0", " ")


def plain(s):
    """Text of Markdown without its signs; note marks become a cut."""
    s = re.sub(r"\[\^[^\]]+\]", "\x00", s)
    s = re.sub(r"!\[[^\]]*\]\([^)]*?(?:\"([^\"]*)\")?\)(\{[^}]*\})?", r"\1", s)
    s = re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", s)
    s = re.sub(r"\\\n", "\n", s)
    s = re.sub(r"\s*\{[^}]*\}\s*$", "", s)
    s = re.sub(r"\*+|`|\\(?=[^\w\s])", "", s)
    return s


LABEL = r"^\s*([-+*]|\d+\.|\d+\)|[a-zđ]\)|[IVXLC]+\.)\s+"


def cells(line):
    return [c.strip() for c in line.strip().strip("|").split("|")]


def markdown(text):
    """Blocks in order, then notes, which stand elsewhere."""
    text = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.S)
    text = re.sub(r"<!--.*?-->", "", text, flags=re.S)
    blocks, notes, now = [], [], []

    def end():
        if now and re.match(r"\[\^[^\]]+\]:", now[0]):
            notes.append(plain(re.sub(r"^\[\^[^\]]+\]:", "", "\n".join(now))))
            now.clear()
        if now:
            blocks.append(re.sub(LABEL, "", plain("\n".join(now))))
            now.clear()

    for line in text.splitlines():
        if not line.strip():
            end()
        elif re.match(r"\[\^[^\]]+\]:", line):
            end()
            now.append(line)
        elif re.match(r"#+ ", line):
            end()
            head = re.sub(LABEL, "", plain(line.lstrip("#").strip()))
            blocks.append(re.sub(r"^(Phụ lục|Phần|Chương|Mục|Điều)[^:.]*[:.]",
                                 "", head))
        elif line.lstrip().startswith("|"):
            end()
            if not re.match(r"^[\s|:-]+$", line):
                blocks.extend(plain(c) for c in cells(line))
        elif re.match(r"(Bảng|Hình):", line):
            end()
            blocks.append(plain(line.split(":", 1)[1]))
        elif re.match(r"\s*([-+*]|\d+[.)]|[a-zđ]\)) ", line):
            end()
            now.append(line)
        else:
            now.append(line)
    end()
    return blocks, notes


TEXTS = {"p", "heading", "cell", "title", "caption", "note"}


def xml(path):
    body = ET.parse(path).getroot().find("body")
    blocks = []

    def walk(e):
        if e.tag in TEXTS and not any(k.tag in TEXTS for k in e.iter()
                                      if k is not e):
            parts = [e.text or ""]
            for k in e:
                if k.tag == "note-ref" or k.tag == "ref":
                    parts.append("\x00")
                else:
                    parts.append("".join(k.itertext()))
                parts.append(k.tail or "")
            blocks.append("".join(parts))
            return
        for k in e:
            walk(k)

    walk(body)
    return blocks, []


def struct(text):
    out = ""
    for line in text.splitlines():
        m = re.match(r'^ *"(.*)"$', line)
        if m:
            out += m.group(1)
        elif "(block)" in line or re.match(r"^ *(Note|TH|TD)\b", line):
            out += " "
    return " ".join(out.split())


def in_two(text, part):
    """Is part in text, at once or parted by the foot of a page?"""
    if part in text:
        return True
    low, high = 0, len(part)
    while low < high:  # the longest beginning that is there
        mid = (low + high + 1) // 2
        if part[:mid] in text:
            low = mid
        else:
            high = mid - 1
    return low > 0 and part[low:] in text[text.find(part[:low]):]


def main():
    path = sys.argv[1]
    said = struct(nfc(open(sys.argv[2], encoding="utf-8").read()))
    copied = "".join(open(sys.argv[3], encoding="utf-8").read().split())
    if copied != unicodedata.normalize("NFC", copied):
        sys.exit("the copied text is not in NFC")
    source = nfc(open(path, encoding="utf-8").read())
    blocks, notes = xml(path) if path.endswith(".xml") else markdown(source)
    at, n = 0, 0
    for block in blocks + notes:
        if block in notes:
            at = 0
        for part in nfc(block).split("\x00"):
            part = " ".join(part.split())
            if not part:
                continue
            n += len(part)
            found = said.find(part, at)
            if found < 0:  # the title of an appendix is in capitals
                found = said.find(part.upper(), at)
                part = part.upper()
            if found < 0:
                sys.exit("not read aloud in its place: %r" % part[:70])
            at = found
            if not in_two(copied, "".join(part.split())):
                sys.exit("cannot be copied: %r" % part[:70])
    if n < 300:
        sys.exit("only %d letters in the source" % n)


main()
