"""pdf.py - one thing changed in a written PDF, for mutate.py.

Objects that are changed are appended as an incremental update (ISO 32000-1,
7.5.6), so that nothing else of the file moves.  Text is found by what the
fonts' ToUnicode maps make of it.
"""
import re
import zlib

TOKEN = re.compile(rb"\((?:\\.|[^\\()])*\)|<<|>>|<[0-9A-Fa-f\s]*>|[\[\]]|/[^\s()<>\[\]{}/%]*|[^\s()<>\[\]{}/%]+", re.S)


class Show:
    """An operator that shows text, and what was set before it."""


class Pdf:
    def __init__(self, path):
        self.bytes = open(path, "rb").read()
        self.changed = {}
        at = int(self.bytes[self.bytes.rindex(b"startxref") + 9:].split()[0])
        self.table = at
        self.offset = {}
        rows = self.bytes[at:].split(b"trailer")[0].split(b"\n")
        n = 0
        for row in rows[1:]:
            m = re.match(rb"(\d{10}) \d{5} ([nf])", row)
            if m:
                self.offset[n] = int(m.group(1)) if m.group(2) == b"n" else 0
                n += 1
            elif re.match(rb"\d+ \d+\s*$", row):
                n = int(row.split()[0])
        self.trailer = self.bytes[self.bytes.rindex(b"trailer"):].split(b"startxref")[0]
        self.fonts = {}
        kids = re.search(rb"/Kids\s*\[(.*?)\]", self.dict(self.ref(self.dict(self.ref(self.trailer, "Root")), "Pages")), re.S)
        self.pages = [int(k) for k in re.findall(rb"(\d+) 0 R", kids.group(1))]
        self.shows = [self.read_page(i) for i in range(len(self.pages))]

    # -- objects -----------------------------------------------------------

    def raw(self, n):
        at = self.offset[n]
        return self.bytes[at:self.bytes.index(b"endobj", at)]

    def dict(self, n):
        if n in self.changed:
            return self.changed[n]
        s = self.raw(n)
        s = s[s.index(b"obj") + 3:]
        return s.split(b"stream")[0].strip()

    def ref(self, text, key):
        return int(re.search(rb"/" + key.encode() + rb"\s+(\d+) 0 R", text).group(1))

    def stream(self, n):
        s = self.raw(n)
        at = s.index(b"stream") + 6
        at += 2 if s[at:at + 2] == b"\r\n" else 1
        m = re.search(rb"/Length\s+(\d+)( 0 R)?", self.dict(n))
        length = int(self.dict(int(m.group(1))) if m.group(2) else m.group(1))
        data = self.bytes[self.offset[n] + at:self.offset[n] + at + length]
        return zlib.decompress(data) if b"/FlateDecode" in self.dict(n) else data

    def save(self, path):
        out, rows = bytearray(self.bytes), []
        for i, page in enumerate(self.pages):
            if self.edits[i]:
                n = self.ref(self.dict(page), "Contents")
                data = self.edited(i)
                self.changed[n] = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(data), data)
        for n, body in sorted(self.changed.items()):
            rows.append(b"%d 1\n%010d 00000 n \n" % (n, len(out)))
            out += b"%d 0 obj\n%s\nendobj\n" % (n, body)
        if rows:
            at = len(out)
            out += b"xref\n" + b"".join(rows) + self.trailer.strip()[:-2] + b"/Prev %d\n>>\nstartxref\n%d\n%%%%EOF\n" % (self.table, at)
        with open(path, "wb") as f:
            f.write(out)

    # -- content -----------------------------------------------------------

    def font(self, page, name):
        d = self.dict(self.pages[page])
        if b"/Font" not in d:
            d = self.dict(self.ref(d, "Resources"))
        m = re.search(rb"/Font\s*<<(.*?)>>", d, re.S)
        fonts = m.group(1) if m else self.dict(self.ref(d, "Font"))
        n = self.ref(fonts, name.decode()[1:])
        if n not in self.fonts:
            cmap = self.stream(self.ref(self.dict(n), "ToUnicode"))
            self.fonts[n] = {int(a, 16): bytes.fromhex(b.decode()).decode("utf-16-be")
                             for a, b in re.findall(rb"<([0-9A-F]{4})> <([0-9A-F]+)>", cmap)}
        return n, self.fonts[n]

    def read_page(self, page):
        """Every operator that shows text, and every rectangle."""
        if page == 0:
            self.content, self.edits, self.rects = [], [], []
        data = self.stream(self.ref(self.dict(self.pages[page]), "Contents"))
        self.content.append(data)
        self.edits.append([])
        self.rects.append([])
        shows, operands, font, td, color, mark = [], [], None, None, b"0 g", None
        x = y = 0
        for m in TOKEN.finditer(data):
            t = m.group()
            if t == b"Tf":
                font = (operands[-2], operands[-1])
            elif t == b"Td":
                td = (operands[-2], operands[-1])
                x += float(td[0].group())
                y += float(td[1].group())
            elif t in (b"TJ", b"Tj"):
                s = Show()
                s.page, s.font, s.td, s.x, s.y = page, font, td, x, y
                s.first, s.last = operands[0].start(), m.end()
                _, s.map = self.font(page, font[0].group())
                codes = b"".join(self.code(o.group()) for o in operands if o.group()[:1] == b"(")
                s.text = "".join(s.map.get(int.from_bytes(codes[i:i + 2], "big"), "?") for i in range(0, len(codes), 2))
                shows.append(s)
            elif t == b"re":
                self.rects[page].append((operands[-4].start(), m.end(), [float(o.group()) for o in operands[-4:]]))
            if re.match(rb"[A-Za-z'\"]", t) and not t[:1] == b"/":
                operands = []
            else:
                operands.append(m)
        return shows

    @staticmethod
    def code(s):
        out, i, s = bytearray(), 0, s[1:-1]
        while i < len(s):
            if s[i] == 0x5C:
                if s[i + 1:i + 2].isdigit():
                    out.append(int(s[i + 1:i + 4], 8))
                    i += 4
                    continue
                out += {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}.get(s[i + 1:i + 2], s[i + 1:i + 2])
                i += 2
                continue
            out.append(s[i])
            i += 1
        return bytes(out)

    def find(self, text, nth=0):
        """The text, and what is shown on its line behind it."""
        found = [s for shows in self.shows for s in shows if text in s.text]
        assert found and nth < len(found), "no text " + text
        return found[nth]

    def edit(self, page, start, end, new):
        self.edits[page].append((start, end, new if isinstance(new, bytes) else new.encode()))

    def edited(self, page):
        data = self.content[page]
        for start, end, new in sorted(self.edits[page], key=lambda e: e[0], reverse=True):
            data = data[:start] + new + data[end:]
        return data

    # -- changes -----------------------------------------------------------

    def move(self, s, dx=0, dy=0, alone=True):
        """Text moved by points; what comes behind stays, if alone."""
        x, y = s.td
        self.edit(s.page, x.start(), x.end(), "%g" % (float(x.group()) + dx))
        self.edit(s.page, y.start(), y.end(), "%g" % (float(y.group()) + dy))
        after = [t for t in self.shows[s.page] if t.td is not s.td and t.first > s.last]
        if alone and after:
            x, y = after[0].td
            self.edit(s.page, x.start(), x.end(), "%g" % (float(x.group()) - dx))
            self.edit(s.page, y.start(), y.end(), "%g" % (float(y.group()) - dy))

    def wrap(self, s, before, behind):
        self.edit(s.page, s.first, s.first, before)
        self.edit(s.page, s.last, s.last, behind)

    def size(self, s, size):
        f, was = s.font[0].group(), s.font[1].group()
        self.wrap(s, b"%s %g Tf\n" % (f, size), b"\n%s %s Tf\n" % (f, was))

    def face(self, s, like):
        """In the font of another text."""
        f, was = s.font[0].group(), s.font[1].group()
        other = self.find(like)
        self.retext(s, s.text, other)
        self.wrap(s, b"%s %s Tf\n" % (other.font[0].group(), was), b"\n%s %s Tf\n" % (f, was))

    def color(self, s, rgb):
        self.wrap(s, b"%s rg\n" % rgb.encode(), b"\n0 g\n")

    def retext(self, s, text, like=None):
        """Other words in its place, of letters that the font has."""
        back = {v: k for k, v in (like or s).map.items()}
        codes = b"".join(back[c].to_bytes(2, "big") for c in text)
        self.edit(s.page, s.first, s.last, b"<%s> Tj" % codes.hex().encode())

    def replace(self, old, new, nth=0):
        s = self.find(old, nth)
        self.retext(s, s.text.replace(old, new, 1))

    def rect(self, page, i, change):
        start, end, box = self.rects[page][i]
        self.edit(page, start, end, "%g %g %g %g re" % tuple(change(*box)) if change else "")

    def page_dict(self, page, old, new):
        n = self.pages[page]
        d = re.sub(old, new, self.dict(n), flags=re.S)
        assert d != self.dict(n), old
        self.changed[n] = d

    def object(self, key, old, new):
        """In the object that has key."""
        for n, at in self.offset.items():
            if at and key in self.dict(n):
                d = re.sub(old, new, self.dict(n), flags=re.S)
                assert d != self.dict(n), old
                self.changed[n] = d
                return
        assert False, key
