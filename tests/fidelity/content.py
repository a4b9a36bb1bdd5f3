"""content.py - documents of the corpus whose content is more than text: appendices,
images, deep lists, notes and rows that do not fit their page.

Each kind has a generator of its own, so that a new one moves none of the others.
"""
import os
import shutil
import struct
import subprocess
import zlib
from xml.sax.saxutils import escape, quoteattr

from campaign import END
from pieces import ROMAN, Notes, md_table, nested, title


# -- images -----------------------------------------------------------------

def chunk(kind, data):
    return (struct.pack(">I", len(data)) + kind + data +
            struct.pack(">I", zlib.crc32(kind + data)))


def png(width, height, colour):
    """A picture of bands; colour type 0, 2, 3 or 6 of the PNG specification."""
    pixel = {0: bytes, 2: lambda v: bytes((v[0], 128, 255 - v[0])),
             3: lambda v: bytes([v[0] // 32 % 3]),
             6: lambda v: bytes((v[0], 64, 128, 255 - v[0] // 2))}[colour]
    row = b"\0" + b"".join(pixel((x * 255 // width,)) for x in range(width))
    palette = b"\xff\xff\xff\x20\x40\x80\xc0\x30\x20"
    return (b"\x89PNG\r\n\x1a\n" +
            chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, colour,
                                       0, 0, 0)) +
            (chunk(b"PLTE", palette) if colour == 3 else b"") +
            chunk(b"IDAT", zlib.compress(row * height)) + chunk(b"IEND", b""))


SIZES = [(600, 400, 2), (800, 200, 0), (300, 500, 6), (900, 900, 3)]


def pictures(c):
    """PNG files of each kind and JPEG ones made of them; their names."""
    path = os.path.join(c.path, "documents/anh")
    os.makedirs(path)
    for i, size in enumerate(SIZES):
        name = os.path.join(path, "hinh-%d" % i)
        with open(name + ".png", "wb") as f:
            f.write(png(*size))
        subprocess.run(["convert", name + ".png", "-background", "white",
                        "-flatten", "-quality", "80", name + ".jpg"],
                       check=True)
    shutil.copytree(path, os.path.join(c.path, "reports/anh"))
    return ["anh/hinh-%d.%s" % (i, kind) for i in range(len(SIZES))
            for kind in ("png", "jpg")]


def image(w, names, most=150):
    caption = ' "%s"' % w.sentence(w.rng.randint(2, 24)).replace('"', "”")
    return "![%s](%s%s){width=%dmm}" % (
        w.sentence(8).replace('"', ""), w.rng.choice(names),
        caption if w.rng.random() < 0.8 else "", w.rng.randint(25, most))


def images(c, n):
    """Images at every height of a page, some as high as a page."""
    w, blocks = c.w, []
    for i in range(4):
        blocks.append("# %s. %s" % (ROMAN[i], title(w).upper()))
        for _ in range(w.rng.randint(2, 4)):
            for _ in range(w.rng.randint(1, 3)):
                blocks.append(w.paragraph(5, 70))
            blocks.append(image(w, c.names))
            if w.rng.random() < 0.2:
                blocks.append(image(w, c.names, 60))
    c.document("hinh-%02d" % n, ["Kế hoạch", "Báo cáo"][n % 2], blocks)


# -- appendices -------------------------------------------------------------

def appendix(w, names, number, wide):
    """Text, a list, tables, notes and images on pages of their own."""
    head = "# Phụ lục%s: %s {#pl-%d%s}" % (
        " " + ROMAN[number - 1], title(w, 20), number, " ngang" * wide)
    out, marks = [head], Notes(w, 40)
    for _ in range(w.rng.randint(1, 3)):
        out.append(marks.put(w.paragraph(5, 60), 0.02))
    if w.rng.random() < 0.5:
        out.append(nested(w, w.rng.randint(1, 4), 0.05))
    columns = w.rng.randint(6, 11) if wide else w.rng.randint(2, 6)
    out.append(md_table(w, columns, w.rng.randint(3, 50), 0.05,
                        marks.mark if number % 2 else None))
    if w.rng.random() < 0.4:
        out.append(image(w, names, 110))
    if w.rng.random() < 0.5:
        out.append(md_table(w, 3, w.rng.randint(1, 6), 0.05))
    out.append(w.paragraph(5, 40)[:-1] + "./.")
    return out, marks.text


def appendices(c, n):
    """Upright and landscape ones, at least two so that all have numbers."""
    w, after, notes = c.w, [], []
    many = 2 + n % 3
    blocks = ["# I. " + title(w).upper()]
    for i in range(1, many + 1):
        blocks.append(w.sentence(20) + " (Phụ lục %s kèm theo)." %
                      ROMAN[i - 1])
        part, text = appendix(w, c.names, i, (n + i) % 2)
        # marks are named by their number: one list over all appendices
        after += [p.replace("[^n", "[^p%d-n" % i) for p in part]
        notes += [t.replace("[^n", "[^p%d-n" % i) for t in text]
    c.document("phu-luc-%02d" % n, ["Kế hoạch", "Báo cáo", "Tờ trình"][n % 3],
               blocks, after=after + notes)


# -- notes and rows that do not fit -----------------------------------------

def long_notes(c, n):
    """Notes from a few lines to more than a page, also two on one page."""
    w, blocks = c.w, []
    marks = Notes(w, [150, 300, 600, 1000][n % 4])
    for i in range(4):
        blocks.append("# %s. %s" % (ROMAN[i], title(w).upper()))
        for _ in range(w.rng.randint(3, 6)):
            blocks.append(marks.put(w.paragraph(10, 80), 0.012))
    c.document("chu-thich-dai-%02d" % n, "Báo cáo", blocks + marks.text)


def table_on_notes(c, n):
    """Tables that break over pages among paragraphs with notes."""
    w, blocks = c.w, []
    marks = Notes(w, 30 + 20 * (n % 3))
    for i in range(4):
        blocks.append("# %s. %s" % (ROMAN[i], title(w).upper()))
        for _ in range(w.rng.randint(1, 5)):
            blocks.append(marks.put(w.paragraph(10, 80), 0.03))
        blocks.append(md_table(w, 3 + n % 3, w.rng.randint(8, 45), 0.05,
                               marks.mark if n % 2 else None))
        blocks.append(marks.put(w.paragraph(10, 60), 0.05))
    c.document("bang-chu-thich-%02d" % n, "Báo cáo", blocks + marks.text)


def tall_rows(c, n):
    """Rows of a few lines and some taller than a page."""
    w, blocks = c.w, []
    for i in range(2):
        blocks.append("# %s. %s" % (ROMAN[i], title(w).upper()))
        blocks.append(w.paragraph(5, 80))
        lines = ["Bảng: " + title(w, 12), "", "| STT | Nội dung | Ghi chú |",
                 "| :---: | --- | :--- |"]
        for k in range(6):
            tall = k == 2 + n % 3
            lines.append("| %d | %s | %s |" % (
                k + 1, w.paragraph(*((700, 1100) if tall else (3, 60))),
                w.sentence(w.rng.randint(1, 6))))
        blocks += ["\n".join(lines), w.paragraph(5, 60)]
    c.document("hang-cao-%02d" % n, "Báo cáo", blocks)


# -- XML: lists to four levels, what may stand in their items ----------------

def xml_list(w, depth, most):
    items = []
    for _ in range(w.rng.randint(1, 3)):
        out = "<p>%s</p>" % escape(w.sentence(w.rng.randint(2, 45), 0.05) + ";")
        if w.rng.random() < 0.25:
            out += "<p>%s</p>" % escape(w.sentence(25) + ";")
        if depth < most:
            out += xml_list(w, depth + 1, most)
        elif w.rng.random() < 0.3:
            out += ("<table caption=%s><row header=\"yes\"><cell>A</cell>"
                    "<cell>B</cell></row><row><cell>%s</cell><cell>%s</cell>"
                    "</row></table>" % (quoteattr(title(w)),
                                        escape(w.sentence(6)),
                                        escape(w.sentence(4))))
        items.append("<item>%s</item>" % out)
    return "<list%s>%s</list>" % (
        w.rng.choice([' ordered="yes"', ' ordered="yes"', ""]), "".join(items))


def xml_lists(c, n):
    w, body = c.w, []
    c.count += 1
    for i in range(5):
        body.append("<heading level=\"1\">%s</heading>" %
                    escape(title(w).upper()))
        if w.rng.random() < 0.6:
            body.append("<heading level=\"2\">%s</heading>" % escape(title(w)))
        body.append("<p>%s<note>%s</note>.</p>" % (
            escape(w.sentence(30, 0.05)), escape(w.sentence(20) + ".")))
        body.append(xml_list(w, 1, 1 + (n + i) % 4))
    c.put("Báo cáo", "danh-sach-%02d.xml" % n, REPORT % (
        c.count, c.count, c.count % 28 + 1, escape(w.sentence(20)),
        "\n".join(body), END))


REPORT = """<?xml version="1.0" encoding="UTF-8"?>
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
"""

KINDS = [(images, 12), (appendices, 12), (long_notes, 12),
         (table_on_notes, 12), (tall_rows, 4), (xml_lists, 12)]


def fill(c, part, writer):
    c.names = pictures(c)
    for kind, most in KINDS:
        c.w = writer(kind.__name__)
        for n in range(max(1, int(most * part))):
            kind(c, n)
