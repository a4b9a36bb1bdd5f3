"""usage: generate.py OUTDIR SEED

Three campaigns of adversarial documents below OUTDIR, the same for the same
SEED: plain/ (the templates of the project), dense/ and wide/ (templates/ of
their own, beside the documents).  Sentences are those of prose.txt; what is put
between them is what line and page breaking may stumble over.
"""
import os
import random
import re
import shutil
import sys
from xml.sax.saxutils import escape, quoteattr

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.normpath(os.path.join(HERE, "../.."))

# What stands in sentences: each breaks, or must not break, in its own way.
TOKENS = [
    "9/9/2025", "30/11/2025", "1.000,5%", "12.345.678 đồng", "232/KH-UBND",
    "số 45/KH-UBND", "41-CT/TW", "Nghị quyết số 57-NQ/TW", "2021-2025",
    "2021–2025", "2021 - 2025", "10–12", "A – B", "chỉ đạo—điều hành", "—",
    "…", "trên…dưới", "v.v…", "v.v...", "1/2", "3/4/5", "và/hoặc",
    "triệu đồng/người/năm", "kg/ha/vụ", "(a/b/c)", "/KH", "KH/", "(KH-UBND)",
    "[1]", "{x}", "“Bình dân học vụ số”", "“", "”", "\"thẳng\"", "'đơn'",
    "‘đơn’", "«kép»", "(trong ngoặc)", "( hở )", "±5", "−3,5°", "25°C",
    "5‰", "100%", "% tăng", "€200", "$5.000", "₫10", "№ 7", "§ 12",
    "a@b.vn", "ubnd.thaitan@haiphong.gov.vn",
    "https://thaitan.haiphong.gov.vn/tin-tuc/2025/09/phat-dong-thi-dua",
    "https://example.vn/a/b/c?x=1&y=2#z", "www.haiphong.gov.vn/thi-dua/",
    "/var/lib/tai-lieu/bao-cao/2025", "C:\\Tai-lieu\\Bao-cao",
    "nghiêngnghiêngnghiêngnghiêngnghiêngnghiêngnghiêng",
    "Thừa-Thiên-Huế-Đà-Nẵng-Quảng-Nam-Quảng-Ngãi-Bình-Định",
    "100\u00a0triệu\u00a0đồng", "Điều\u00a05", "KT.\u00a0CHỦ\u00a0TỊCH",
    "HĐND&UBND", "x=y+z", "A+B", "+84.225.3842.888", "(0225) 3.842.888",
    "!", "Vì sao?", "Tốt!", "a;b;c", "a,b,c", "a:b", "10:30", "08h30’",
    "1.1.1", "I.1.a", "#khen-thưởng", "50.000đ/m²", "m³/ngày-đêm", "CO₂",
    "tên_tệp_rất_dài.docx", "x*y", "~10", "A|B", "2°30'15\"", "½", "⅔",
]

DOCTYPES = ["Kế hoạch", "Báo cáo", "Chỉ thị", "Quy chế", "Hướng dẫn",
            "Chương trình", "Phương án", "Đề án", "Dự án", "Thông báo",
            "Quy định", "Thông cáo", "Tờ trình", "Công văn", "Quyết định"]

# Which types have Kính gửi.
SENT = {"Tờ trình", "Công văn"}

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

def sentences():
    """Those of the sample documents, kept here so that the corpus stays."""
    with open(os.path.join(HERE, "prose.txt"), encoding="utf-8") as f:
        return f.read().splitlines()


class Writer:
    """Text of documents; everything random comes from one generator."""

    def __init__(self, seed, prose):
        self.rng = random.Random(seed)
        self.prose = prose

    def words(self, n):
        out = []
        while len(out) < n:
            out += self.rng.choice(self.prose).split()
        return out[:n]

    def sentence(self, n, odd=0.0):
        """n words, some of them odd; begins with a capital, has no end."""
        words = self.words(n)
        for i in range(1, n):
            if self.rng.random() < odd:
                words.insert(i, self.rng.choice(TOKENS))
        first = re.sub(r"^\W+", "", words[0]) or "Nội"
        words[0] = first[0].upper() + first[1:]
        return " ".join(words).rstrip(",;:-–— ")

    def marked(self, text, share):
        """Markdown bold and italic, also beginning and ending in words."""
        out = []
        for w in escape_md(text).split(" "):
            if self.rng.random() < share and w.isalpha() and len(w) > 2:
                mark = self.rng.choice(["*", "**", "***"])
                cut = self.rng.randrange(0, len(w) - 1)
                w = w[:cut] + mark + w[cut:] + mark
            out.append(w)
        return " ".join(out)

    def phrase(self, share, least, most, odd):
        text = self.sentence(self.rng.randint(least, most), odd)
        return self.marked(text, share)

    def paragraph(self, least=5, most=120, odd=0.06, share=0.0):
        return self.phrase(share, least, most, odd) + "."


def escape_md(text):
    return re.sub(r"([\\*_\[\]<|`~#{}])", r"\\\1", text)


def front(kind, number, subject, **more):
    lines = ["---", "Loại văn bản: " + kind, "Đơn vị: ubnd",
             "Số: %d" % number, "Ngày: 2025-11-%02d" % (number % 28 + 1)]
    if kind == "Báo cáo":
        lines.append("Báo cáo cho: bao-cao-%d" % number)
    if kind == "Công văn":
        lines.append("Ký hiệu: UBND-VHXH")
    lines.append('Trích yếu: "%s"' % subject.replace('"', '\\"'))
    if kind in SENT:
        to = more.get("to", ["Hội đồng Thi đua - Khen thưởng thành phố"])
        lines += ["Kính gửi:"] + ['  - "%s"' % t for t in to]
    if kind == "Quyết định":
        lines += ["Thẩm quyền ban hành: CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ THÁI TÂN",
                  "Căn cứ:"] + ['  - "%s"' % b for b in more["bases"]]
    lines.append("Nơi nhận:")
    if kind in SENT:
        lines.append("  - Như trên")
    if kind == "Quyết định":
        lines.append("  - Như Điều 1")
    lines += ["  - Thường trực Đảng ủy xã (để báo cáo)",
              "  - Lãnh đạo UBND xã"] + more.get("copies", [])
    lines.append("Lưu: VHXH")
    if kind == "Quyết định":
        lines += ["Người ký:", "  Chức vụ: CHỦ TỊCH",
                  "  Họ tên: Nguyễn Văn A"]
    return "\n".join(lines) + "\n---\n"


PLAN = """<?xml version="1.0" encoding="UTF-8"?>
<plan version="1" id="thu" number="45" symbol="KH-UBND" date="2025-09-12"
      issuer="ubnd" subject="Phát động đợt thi đua">
 <period from="2025-09-12" to="2025-12-31"/>
%s</plan>
"""
OBLIGATION = """ <obligation id="bao-cao-%d" name="Báo cáo %d" type="BC"
             before="2025-12-15" subject="Kết quả">
  <unit ref="ubnd"/>
  <section id="a" title="PHỤ LỤC GHI CHÉP RIÊNG" required="no"/>
  <addressee>Ủy ban nhân dân thành phố Hải Phòng</addressee>
 </obligation>
"""

END = "Trên đây là toàn bộ nội dung, đề nghị các đơn vị thực hiện./."


class Campaign:
    """A folder of documents, all made by one writer."""

    def __init__(self, path, writer):
        self.path, self.w, self.count = path, writer, 0
        os.makedirs(os.path.join(path, "documents"))
        os.makedirs(os.path.join(path, "reports"))
        shutil.copy(os.path.join(TOP, "tests/cases/base/office.xml"), path)

    def put(self, kind, name, text):
        folder = "reports" if kind == "Báo cáo" else "documents"
        path = os.path.join(self.path, folder, name)
        with open(path, "w", encoding="utf-8") as f:
            f.write(text)

    def plan(self):
        """Each report answers an obligation of its own."""
        every = "".join(OBLIGATION % (i, i)
                        for i in range(1, self.count + 1))
        path = os.path.join(self.path, "plan.xml")
        with open(path, "w", encoding="utf-8") as f:
            f.write(PLAN % every)

    def document(self, stem, kind, blocks, subject=None, **more):
        """Markdown of blocks; a Quyết định gets its bases."""
        self.count += 1
        if subject is None:
            subject = self.w.sentence(self.w.rng.randint(8, 40))
        if kind == "Quyết định":
            more["bases"] = [
                "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022",
                "Theo đề nghị của Trưởng Phòng Văn hóa - Xã hội"]
        self.put(kind, stem + ".md", front(kind, self.count, subject, **more) +
                 "\n" + "\n\n".join(blocks + [END]) + "\n")


ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI",
         "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX"]


def title(w, most=14):
    return w.sentence(w.rng.randint(2, most))


def nested(w, depth, odd):
    """A list as deep as the readers allow."""
    out = []
    for level in range(depth):
        for _ in range(w.rng.randint(1, 2)):
            out.append("  " * level + "- " +
                       w.phrase(0.05, 3, 50, odd) + ";")
    return "\n".join(out)


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


def cell(w, odd, columns):
    kind = w.rng.random()
    most = 90 // columns
    if kind < 0.12:
        return ""
    if kind < 0.35:
        return escape_md(w.rng.choice([t for t in TOKENS[:40]
                                       if columns < 6 or len(t) < 12]))
    if kind < 0.45:
        return "%d" % w.rng.randrange(10 ** w.rng.randint(1, 8))
    return w.phrase(0.08, 1, most if kind > 0.9 else 3 + most // 4,
                    odd if columns < 6 else 0)


def md_table(w, columns, rows, odd, note=None):
    align = [w.rng.choice([":---", ":---:", "---:", "---"])
             for _ in range(columns)]
    lines = ["Bảng: " + title(w, 25)]
    if w.rng.random() < 0.5:
        lines[0] += " {widths=%s}" % ",".join(
            str(w.rng.randint(3, 5)) for _ in range(columns))
    lines += ["", "| " + " | ".join(title(w, 4) for _ in range(columns)) +
              " |", "| " + " | ".join(align) + " |"]
    for i in range(rows):
        cells = [cell(w, odd, columns) for _ in range(columns)]
        cells[0] = cells[0] or "x"
        if note and w.rng.random() < 0.2:
            cells[-1] += note()
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


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


class Notes:
    """Footnotes and where they are marked."""

    def __init__(self, w, most):
        self.w, self.most, self.text = w, most, []

    def mark(self):
        n = len(self.text) + 1
        self.text.append("[^n%d]: %s" % (n, self.w.paragraph(2, self.most)))
        return "[^n%d]" % n

    def put(self, text, share):
        out = []
        for word in text.split(" "):
            if self.w.rng.random() < share and word.isalpha():
                word += self.mark()
            out.append(word)
        return " ".join(out)


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


def main():
    out, seed = sys.argv[1], int(sys.argv[2])
    prose = sentences()
    for name, office, part in (("plain", None, 1.0), ("dense", DENSE, 0.5),
                               ("wide", WIDE, 0.5)):
        path = os.path.join(out, name)
        campaign = Campaign(path, Writer("%s %d" % (name, seed), prose))
        fill(campaign, part)
        campaign.plan()
        if office:
            copy = os.path.join(path, "templates")
            shutil.copytree(os.path.join(TOP, "templates"), copy)
            with open(os.path.join(copy, "office.xml"), "w") as f:
                f.write(office)
    return 0


if __name__ == "__main__":
    sys.exit(main())
