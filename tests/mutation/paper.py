"""A report's source, Markdown or XML, as places to change: fields of its
header, headings, sections, tables, prose.  A place is (from, to) in the text.
"""
import re

MD_FIELDS = {
    "obligation": "Báo cáo cho", "type": "Loại văn bản", "unit": "Đơn vị",
    "number": "Số", "symbol": "Ký hiệu", "date": "Ngày",
    "subject": "Trích yếu", "urgency": "Độ khẩn", "archive": "Lưu",
    "drafter": "Ký hiệu soạn thảo", "decider": "Thẩm quyền ban hành",
    "authority": "  Quyền hạn", "position": "  Chức vụ", "name": "  Họ tên",
}
MD_LISTS = {"addressee": "Kính gửi", "recipient": "Nơi nhận",
            "base": "Căn cứ"}


class Heading:
    def __init__(self, level, start, label, title, end):
        self.level, self.start, self.end = level, start, end
        self.label, self.title = label, title  # places; label may be None


class Table:
    def __init__(self, start, end, head, rows, caption):
        self.start, self.end, self.head = start, end, head
        self.rows = rows  # each: its place, and the places of its cells
        self.caption = caption


class Paper:
    def __init__(self, path, text):
        self.path, self.text = path, text
        self.xml = path.endswith(".xml")
        self.body = (text.index("<body>") if self.xml
                     else text.index("\n---\n", 4) + 5)
        self.headings = self._headings()
        self.tables = self._tables()

    def at(self, place):
        return self.text[place[0]:place[1]]

    def plain(self, place):
        """Its words, as they will be read."""
        return " ".join(re.sub(r"<[^>]*>", " ", self.at(place)).split())

    def line(self, offset):
        return self.text.count("\n", 0, offset) + 1

    # -- header ----------------------------------------------------------

    def field(self, key):
        """The place of a value that stands on one line; None if there is
        none."""
        if self.xml:
            m = re.search(r"<%s>([^<]*)</%s>" % (key, key),
                          self.text[:self.body])
        else:
            m = re.search(r"^%s: (?!>-)(.+)$" % re.escape(MD_FIELDS[key]),
                          self.text[:self.body], re.M)
        return m.span(1) if m else None

    def value(self, key):
        place = self.field(key)
        return self.at(place) if place else ""

    def items(self, key):
        """Places of the items of a list, each with its whole line."""
        head = self.text[:self.body]
        if self.xml:
            return [(m.span(1), m.span(0)) for m in re.finditer(
                r" *<%s[^>]*>([^<]*)</%s>\n" % (key, key), head)]
        m = re.search(r"^%s:\n((?:  .*\n)+)" % MD_LISTS[key], head, re.M)
        if m is None:
            return []
        found = (_Moved(i, m.start(1)) for i in re.finditer(
            r"^  - (?!>-)(.+)\n(?!    )", m.group(1), re.M))
        return [(i.span(1), i.span(0)) for i in found]

    def targets(self):
        """id -> the place of its figure, and of its whole line."""
        head = self.text[:self.body]
        if self.xml:
            found = re.finditer(
                r' *<target ref="([^"]*)">([^<]*)</target>\n', head)
        else:
            m = re.search(r"^Chỉ tiêu:\n((?:  .*\n)+)", head, re.M)
            if m is None:
                return {}
            found = (_Moved(i, m.start(1)) for i in re.finditer(
                r"  ([a-z-]+): (.*)\n", m.group(1)))
        return {m.group(1): (m.span(2), m.span(0)) for m in found}

    def new_field(self, md, xml):
        """An edit that adds lines to the header, behind the date; either form
        may be None: not to be said in this one."""
        lines = xml if self.xml else md
        if lines is None:
            return None
        at = self.text.index("\n", self.field("date")[1]) + 1
        return (at, at, lines + "\n")

    # -- body ------------------------------------------------------------

    def _headings(self):
        out = []
        if self.xml:
            for m in re.finditer(
                    r'<heading level="(\d)"(?: label="([^"]*)")?[^>]*>'
                    r'([^<]*)</heading>\n', self.text):
                start = self.text.rindex("\n", 0, m.start()) + 1
                out.append(Heading(int(m.group(1)), start, m.span(2)
                                   if m.group(2) else None, m.span(3),
                                   m.end()))
            return out
        for m in re.compile(
                r"^(#+) (?:([IVX]+\.|\d+\.|[a-zđ]\)|Điều \d+\.) )?"
                r"(.*?)(?: \{[^}]*\})?\n", re.M).finditer(self.text,
                                                         self.body):
            if m.group(3).startswith("Phụ lục"):
                continue
            out.append(Heading(len(m.group(1)), m.start(),
                               m.span(2) if m.group(2) else None, m.span(3),
                               m.end()))
        return out

    def sections(self):
        """(heading, end of its content) of the first level; not the last,
        which the closing words and notes follow."""
        tops = [h for h in self.headings if h.level == 1]
        return [(h, tops[i + 1].start) for i, h in enumerate(tops[:-1])]

    def _tables(self):
        return self._xml_tables() if self.xml else self._md_tables()

    def _xml_tables(self):
        out = []
        for m in re.finditer(r"<table[^>]*>.*?</table>", self.text, re.S):
            rows = []
            for r in re.finditer(r" *<row[^>]*>.*?</row>\n", m.group(0), re.S):
                r = _Moved(r, m.start())
                cells = [_Moved(c, r.start()).span(1) for c in re.finditer(
                    r"<cell[^>]*>([^<]*)</cell>", r.group(0))]
                rows.append((r.span(0), cells))
            out.append(self._table(m.start(), m.end(), rows, m.start()))
        return out

    def _md_tables(self):
        out = []
        for m in re.compile(r"(?:^\|.*\n)+", re.M).finditer(self.text,
                                                           self.body):
            rows = []
            for r in re.finditer(r"^\|.*\n", m.group(0), re.M):
                r = _Moved(r, m.start())
                cells = [_Moved(c, r.start()).span(1) for c in re.finditer(
                    r"\| (.*?) (?=\|)", r.group(0))]
                rows.append((r.span(0), cells))
            del rows[1]
            cap = self.text.rfind("\nBảng:", max(0, m.start() - 200),
                                  m.start())
            out.append(self._table(m.start(), m.end(), rows,
                                   cap + 1 if cap > 0 else m.start()))
        return out

    def _table(self, start, end, rows, caption):
        head = [self.plain(c) for c in rows[0][1]]
        return Table(start, end, head, rows[1:], caption)

    def column(self, table, *names):
        for i, h in enumerate(table.head):
            if any(h.startswith(n) for n in names):
                return i
        return None

    def in_table(self, offset):
        return any(t.start <= offset < t.end for t in self.tables)

    def in_heading(self, offset):
        return any(h.start <= offset < h.end for h in self.headings)

    def prose(self, pattern, most=None):
        """Matches in running text; a blank stands for any blanks."""
        out = []
        for m in re.compile(pattern.replace(" ", r"\s+")).finditer(
                self.text, self.body):
            if "<" in m.group(0) or self.in_table(m.start()) or \
                    self.in_heading(m.start()) or \
                    self.text[self.text.rfind("\n", 0, m.start()) + 1:
                              ].startswith(("![", "Bảng:")) or \
                    "<" in self.text[self.text.rfind(">", 0, m.start()) + 1:
                                     m.start()]:
                continue
            out.append(m)
        return out[:most]

    def paragraphs(self, least=60):
        """Places of paragraphs of running text that are no list."""
        out = []
        if self.xml:
            for m in re.finditer(r"^  <p>([^<]*)</p>\n", self.text, re.M):
                out.append(m.span(1))
        else:
            for m in re.compile(r"(?<=\n\n)([A-ZĐÔÊĂÂƠƯÁÀ](?:.+\n)+)"
                                ).finditer(self.text, self.body):
                if not m.group(1).startswith(("Bảng:", "Hình:")):
                    out.append((m.start(1), m.end(1) - 1))
        return [p for p in out if p[1] - p[0] >= least]


class _Moved:
    """A match found in a piece of text, with places in the whole."""

    def __init__(self, match, by):
        self.match, self.by = match, by

    def span(self, group=0):
        a, b = self.match.span(group)
        return (a + self.by, b + self.by)

    def group(self, n):
        return self.match.group(n)

    def start(self, n=0):
        return self.span(n)[0]
