"""usage: generate.py OUTDIR

Campaigns of correct documents below OUTDIR: those of input/ and of this folder
as they are, and every one again in another habit of writing: tone marks on the
last vowel (hoá, uỷ), straight quotation marks, as XML, and with Windows line
ends.  Prints the number of documents of each campaign.
"""
import os
import re
import shutil
import sys
from xml.sax.saxutils import escape, quoteattr

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.normpath(os.path.join(HERE, "../.."))

TONES = [("òa", "oà"), ("óa", "oá"), ("ỏa", "oả"), ("õa", "oã"), ("ọa", "oạ"),
         ("òe", "oè"), ("óe", "oé"), ("ỏe", "oẻ"), ("õe", "oẽ"), ("ọe", "oẹ"),
         ("ùy", "uỳ"), ("úy", "uý"), ("ủy", "uỷ"), ("ũy", "uỹ"), ("ụy", "uỵ")]


def old_tones(text):
    for new, old in TONES:
        for a, b in ((new, old), (new.upper(), old.upper()),
                     (new.capitalize(), old.capitalize())):
            text = re.sub(r"(?<![qQ])%s(?!\w)" % a, b, text)
    return text


def split(text):
    """Header and body of a Markdown report."""
    end = text.index("\n---\n", 4) + 5
    return text[:end], text[end:]


def straight(text):
    head, body = split(text)
    return head + body.replace("“", '"').replace("”", '"')


def windows(text):
    return text.replace("\n", "\r\n")


# --- Markdown to XML, as far as these documents go --------------------------

KEYS = {"báo cáo cho": "obligation", "bao cao cho": "obligation",
        "đơn vị": "unit", "don vi": "unit", "loại văn bản": "type",
        "số": "number", "so": "number", "ký hiệu": "symbol", "ngày": "date",
        "ngay": "date", "trích yếu": "subject", "độ khẩn": "urgency",
        "căn cứ": "bases", "kính gửi": "addressees", "nơi nhận": "recipients",
        "lưu": "archive", "ký hiệu soạn thảo": "drafter",
        "thẩm quyền ban hành": "decider", "quyền hạn": "authority",
        "chức vụ": "position", "họ tên": "name", "quyen han": "authority",
        "chuc vu": "position", "ho ten": "name"}


def fields(head):
    """[(key, value or list)] of the front matter, signer's ones flat."""
    out = []
    for line in head.split("\n")[1:-2]:
        text = line.strip()
        item = re.match(r"- (.*)$", text)
        if item and isinstance(out[-1][1], str) and out[-1][1] == "":
            out[-1] = (out[-1][0], [])
        if item:
            out[-1][1].append(item.group(1) if item.group(1) != ">-" else "")
        elif isinstance(out[-1][1] if out else None, list) and \
                line.startswith("    ") and not re.match(r"[^:]*: ", text):
            out[-1][1][-1] = (out[-1][1][-1] + " " + text).strip()
        elif re.match(r"[^:]*:( |$)", text) and not (
                line.startswith("  ") and out and out[-1][1] == ">-"):
            key, value = text.split(":", 1)
            out.append((key, value.strip()))
        else:
            key, value = out[-1]
            value = "" if value == ">-" else value
            out[-1] = (key, (value + " " + text).strip())
    return out


def header(head):
    lines, signer, targets = [], [], []
    for key, value in fields(head):
        name = KEYS.get(key.lower())
        if re.match(r"[a-z-]+$", key) and name is None:
            if value:
                targets.append("   <target ref=%s>%s</target>" % (
                    quoteattr(key), escape(value)))
            continue
        if key.lower() in ("người ký", "chỉ tiêu", "nguoi ky"):
            if value:
                signer.append("   <name>%s</name>" % escape(value))
            continue
        body = escape(value) if isinstance(value, str) else "".join(
            "<item>%s</item>" % escape(v) for v in value)
        line = "<%s>%s</%s>" % (name, body, name)
        (signer if name in ("authority", "position", "name")
         else lines).append("   " + line)
    if signer:
        lines += ["  <signer>"] + signer + ["  </signer>"]
    if targets:
        lines += ["  <targets>"] + targets + ["  </targets>"]
    return " <header>\n%s\n </header>\n" % "\n".join(lines)


class Xml:
    def __init__(self, body):
        self.notes = dict(re.findall(r"^\[\^([^\]]+)\]: ((?:.+\n)(?:    .+\n)*)",
                                     body, re.M))
        body = re.sub(r"^\[\^[^\]]+\]: .+\n(    .+\n)*", "", body, flags=re.M)
        self.blocks = [b.strip("\n") for b in re.split(r"\n\s*\n", body)
                       if b.strip()]
        self.out, self.caption, self.list = [], "", []

    def text(self, s):
        s = escape(" ".join(s.split()))
        s = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", s)
        s = re.sub(r"\*(.+?)\*", r"<i>\1</i>", s)
        s = re.sub(r"&lt;(https?:[^ ]*?)&gt;", r'<a href="\1">\1</a>', s)
        return re.sub(r"\[\^([^\]]+)\]", lambda m: "<note>%s</note>" %
                      self.text(self.notes[m.group(1)]), s)

    def convert(self):
        for b in self.blocks:
            kind = self.kind(b)
            if self.list and (kind != self.list[0]):
                self.flush()
            getattr(self, kind)(b)
        self.flush()
        if any(o.startswith("  <appendix") for o in self.out):
            self.out.append("  </appendix>")
        return " <body>\n%s\n </body>\n" % "\n".join(self.out)

    @staticmethod
    def kind(b):
        for pattern, kind in ((r"# Phụ lục", "appendix"), (r"#+ ", "heading"),
                              (r"- ", "bullet"), (r"\d+\. ", "ordered"),
                              (r"Bảng: ", "cap"), (r"\|", "table")):
            if re.match(pattern, b):
                return kind
        return "p"

    def flush(self):
        if not self.list:
            return
        kind, items = self.list
        if kind == "ordered":
            start = int(re.match(r"(\d+)", items[0]).group(1))
            self.out.append('  <list ordered="yes"%s>' % (
                "" if start == 1 else ' start="%d"' % start))
            items = [(re.sub(r"^\d+\. ", "", i), []) for i in items]
        else:
            self.out.append("  <list>")
            flat = "\n".join(items)
            items = []
            for part in re.split(r"^(?=- )", flat, flags=re.M):
                if part.strip():
                    top, *subs = re.split(r"^  - ", part[2:], flags=re.M)
                    items.append((top, subs))
        for top, subs in items:
            inner = "".join("<item><p>%s</p></item>" % self.text(s)
                            for s in subs)
            self.out.append("   <item><p>%s</p>%s</item>" % (
                self.text(top), "<list>%s</list>" % inner if inner else ""))
        self.out.append("  </list>")
        self.list = []

    def bullet(self, b):
        if not self.list:
            self.list = ("bullet", [])
        self.list[1].append(b)

    def ordered(self, b):
        if not self.list:
            self.list = ("ordered", [])
        self.list[1].append(b)

    def heading(self, b):
        m = re.match(r"(#+) ((?:[IVX]+\.|\d+\.|[a-zđ]\)|Điều \d+\.|"
                     r"Chương [IVX]+) )?(.*?)(?: \{#([^}]*)\})?$", b)
        self.out.append('  <heading level="%d"%s%s>%s</heading>' % (
            len(m.group(1)),
            ' label=%s' % quoteattr(m.group(2).strip()) if m.group(2) else "",
            ' id=%s' % quoteattr(m.group(4)) if m.group(4) else "",
            self.text(m.group(3))))

    def p(self, b):
        m = re.match(r"([a-zđ]\)) (.*)$", b, re.S)
        self.out.append("  <p>%s</p>" % self.text(b) if not m else
                        '  <p label="%s">%s</p>' % (m.group(1),
                                                    self.text(m.group(2))))

    def cap(self, b):
        self.caption = re.match(r"Bảng: (.*?)(?: \{widths=([\d,]+)\})?$",
                                b).groups()

    def table(self, b):
        rows = [[c.strip() for c in r.strip().strip("|").split("|")]
                for r in b.split("\n") if r.strip()]
        align = ["center" if a.startswith(":") and a.endswith(":") else
                 "right" if a.endswith(":") else "default" for a in rows[1]]
        caption = ""
        if self.caption:
            caption = " caption=%s" % quoteattr(self.caption[0]) + (
                ' widths="%s"' % self.caption[1] if self.caption[1] else "")
        self.caption = ""
        self.out.append('  <table%s columns="%s">' % (caption,
                                                      " ".join(align)))
        for i, row in enumerate(rows[:1] + rows[2:]):
            self.out.append("   <row%s>%s</row>" % (
                ' header="yes"' if i == 0 else "",
                "".join("<cell>%s</cell>" % self.text(c) for c in row)))
        self.out.append("  </table>")

    def appendix(self, b):
        if any(o.startswith("  <appendix") for o in self.out):
            self.out.append("  </appendix>")
        m = re.match(r"# Phụ lục(?: ([IVX]+))?: (.*?)(?: \{#(\S+?)( ngang)?\})?$",
                     b)
        self.out.append("  <appendix%s title=%s%s%s>" % (
            ' number="%s"' % m.group(1) if m.group(1) else "",
            quoteattr(m.group(2)),
            ' id="%s"' % m.group(3) if m.group(3) else "",
            ' landscape="yes"' if m.group(4) else ""))


def as_xml(text):
    head, body = split(text)
    return ('<?xml version="1.0" encoding="UTF-8"?>\n<report version="1">\n' +
            header(head) + Xml(body).convert() + "</report>\n")


# --- campaigns --------------------------------------------------------------

def sources(top):
    for folder in ("reports", "documents"):
        path = os.path.join(top, folder)
        for name in sorted(os.listdir(path)):
            if name.endswith((".md", ".xml")):
                with open(os.path.join(path, name), encoding="utf-8") as f:
                    yield folder, name, f.read()


def campaign(out, name, top, change, only=".md"):
    """A campaign of the documents of top that `change` knows."""
    path = os.path.join(out, name)
    for folder in ("reports", "documents"):
        os.makedirs(os.path.join(path, folder))
    for f in ("plan.xml", "office.xml"):
        shutil.copy(os.path.join(TOP, "input", f), path)
    if os.path.isdir(os.path.join(top, "reports/anh")):
        shutil.copytree(os.path.join(top, "reports/anh"),
                        os.path.join(path, "reports/anh"))
    n = 0
    for folder, file, text in sources(top):
        if not file.endswith(only) or (change is as_xml and "![" in text):
            continue
        if change is as_xml:
            file = file.replace(".md", ".xml")
        with open(os.path.join(path, folder, file), "w", encoding="utf-8",
                  newline="") as f:
            f.write(change(text))
        n += 1
    print(name, n)


def same(text):
    return text


def main():
    out = sys.argv[1]
    sample = os.path.join(TOP, "input")
    campaign(out, "sample", sample, same, (".md", ".xml"))
    campaign(out, "own", HERE, same)
    for name, change in (("old-tones", old_tones), ("straight", straight),
                         ("xml", as_xml), ("windows", windows)):
        campaign(out, name + "-sample", sample, change)
        campaign(out, name, HERE, change)


main()
