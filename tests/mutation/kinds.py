"""The kinds of mistakes, one function each.  A kind is given a Paper and a
random generator and gives one Mutant, or None where the paper has no place for
such a mistake.  A figure is changed only where the paper, the plan or the
office contradicts it: nobody can tell from a paper alone that 24 broadcasts
were 25.  What the program puts right by itself (a deputy's authority, the
archive of the unit, capitals of a known name, a second blank) is no mistake in
the document.  What must be found: one of the ids, in the lines touched (or in
those of `also`: the other place that the mistake contradicts).
"""
import re
import unicodedata

KINDS = []  # (name, ids, function)


class Mutant:
    def __init__(self, *edits, also=()):
        self.edits = sorted(e for e in edits if e is not None)
        self.also = list(also)  # places in the text as it was

    def apply(self, text):
        """The new text, and the lines where a finding is right."""
        out, lines, done, shift = [], set(), 0, []
        for a, b, new in self.edits:
            out.append(text[done:a])
            at = sum(len(s) for s in out)
            out.append(new)
            done = b
            shift.append((a, b, at, at + len(new)))
        out.append(text[done:])
        new = "".join(out)
        for _, _, a, b in shift:
            last = max(a, b - 1)
            lines.update(range(new.count("\n", 0, a) + 1,
                               new.count("\n", 0, last) + 2))
        for a, b in self.also:
            a, b = _moved(a, shift), _moved(b, shift)
            lines.update(range(new.count("\n", 0, a) + 1,
                               new.count("\n", 0, max(a, b - 1)) + 2))
        return new, lines


def _moved(offset, shift):
    by = 0
    for a, b, na, nb in shift:
        if offset >= b:
            by = nb - b
        elif offset > a:
            return na
    return offset + by


def kind(name, *ids):
    def add(f):
        KINDS.append((name, set(ids), f))
        return f
    return add


def put(place, new):
    return (place[0], place[1], new)


def pick(rng, seq):
    seq = list(seq)
    return rng.choice(seq) if seq else None


def swap_letters(rng, word):
    """Two neighbours of a word change places."""
    at = [i for i in range(1, len(word) - 1)
          if word[i].isalnum() and word[i + 1].isalnum() and
          word[i] != word[i + 1]]
    if not at:
        return None
    i = rng.choice(at)
    return word[:i] + word[i + 1] + word[i] + word[i + 2:]


# --- header -----------------------------------------------------------------

def change_field(key, new):
    """A kind that puts new(value, rng) for the value of a field."""
    def f(p, rng):
        place = p.field(key)
        if place is None:
            return None
        value = new(p.at(place), rng)
        return Mutant(put(place, value)) if value else None
    return f


kind("number: three zeros", "form/number-zero")(
    change_field("number", lambda v, r: "00" + v))
kind("number: year in it", "form/number-year")(
    change_field("number", lambda v, r: v + "/2025"))
kind("number: a letter in it", "form/number-invalid")(
    change_field("number", lambda v, r: v + "x"))
kind("date: impossible", "form/date-invalid")(
    change_field("date", lambda v, r: r.choice(
        ["2025-02-30", "2025-11-31", "2025-13-05", "2025-00-12"])))
kind("date: month without sense of zero", "form/date-zero")(
    change_field("date", lambda v, r: r.choice(
        ["ngày 5 tháng 12 năm 2025", "ngày 15 tháng 09 năm 2025"])))


@kind("date: past the deadline", "plan/deadline-passed")
def _(p, rng):
    if p.field("obligation") is None:
        return None
    return Mutant(put(p.field("date"), "2025-12-%d" % rng.randint(16, 31)))


@kind("date: before the plan", "plan/date-early")
def _(p, rng):
    if p.field("obligation") is None:
        return None
    return Mutant(put(p.field("date"), "2025-%02d-%02d" %
                      (rng.randint(1, 8), rng.randint(1, 28))))


kind("obligation misspelt", "plan/obligation-unknown")(
    change_field("obligation", lambda v, r: swap_letters(r, v)))
kind("unit misspelt", "plan/unit-unknown")(
    change_field("unit", lambda v, r: swap_letters(r, v)))


@kind("unit that owes no such report", "plan/unit-not-asked")
def _(p, rng):
    if p.field("obligation") is None:
        return None
    return Mutant(put(p.field("unit"), rng.choice(
        ["van-phong", "quan-su", "truong-thcs", "trung-tam-vh"])),
                  also=[p.field("obligation")])


kind("type of document misspelt", "form/type-unknown")(
    change_field("type", lambda v, r: swap_letters(r, v)))
kind("trích yếu: full stop", "form/subject-stop")(
    change_field("subject", lambda v, r: v + "."))


@kind("symbol of another type", "form/symbol-type")
def _(p, rng):
    if p.field("obligation") is None:
        return None
    symbol = rng.choice(["TB", "KH", "TTr", "CV"]) + "-UBND"
    return Mutant(p.new_field("Ký hiệu: " + symbol,
                              "  <symbol>%s</symbol>" % symbol))


@kind("symbol of another issuer", "form/symbol-unit")
def _(p, rng):
    if p.field("obligation") is None:
        return None
    symbol = "BC-" + rng.choice(["PNV", "BCĐ", "VPX", "PTC"])
    return Mutant(p.new_field("Ký hiệu: " + symbol,
                              "  <symbol>%s</symbol>" % symbol))


@kind("type other than the plan's", "plan/type-differs")
def _(p, rng):
    if p.field("obligation") is None:
        return None
    kind_ = rng.choice(["Tờ trình", "Thông báo", "Kế hoạch"])
    return Mutant(p.new_field("Loại văn bản: " + kind_,
                              "  <type>%s</type>" % kind_),
                  also=[p.field("obligation")])


@kind("name of a field misspelt", "read/field-unknown",
      "parse/element-unknown")
def _(p, rng):
    if p.xml:
        a, b = p.field("number")
        return Mutant((a - 8, a, "<numbre>"), (b, b + 9, "</numbre>"))
    key = pick(rng, re.findall(r"^(Số|Đơn vị|Ngày|Người ký|Chỉ tiêu|Nơi nhận):",
                               p.text[:p.body], re.M))
    at = p.text.index("\n" + key + ":") + 1
    return Mutant((at, at + len(key), key + "x"))


@kind("field given twice", "read/field-duplicate", "parse/yaml-key-repeated",
      "parse/element-repeated")
def _(p, rng):
    line = p.field("number")
    return Mutant(p.new_field("Số: " + p.at(line),
                              "  <number>%s</number>" % p.at(line)),
                  also=[line])


@kind("urgency unknown", "form/stamp-unknown")
def _(p, rng):
    word = rng.choice(["Khẩn cấp", "Rất khẩn", "Hỏa tốc ngay"])
    if p.field("urgency"):
        return Mutant(put(p.field("urgency"), word))
    return Mutant(p.new_field("Độ khẩn: " + word,
                              "  <urgency>%s</urgency>" % word))


# --- figures of the targets -------------------------------------------------

def target_cells(p):
    """target's name -> places of unit, plan and result, in the table of
    targets; no such table: nothing."""
    for t in p.tables:
        name, unit = p.column(t, "Chỉ tiêu"), p.column(t, "Đơn vị tính")
        plan, result = p.column(t, "Kế hoạch"), p.column(t, "Kết quả")
        if None in (name, unit, plan, result) or \
                "GRDP" not in p.text[t.start:t.end]:
            continue
        return [(r[0], r[1][name], r[1][unit], r[1][plan], r[1][result])
                for r in t.rows]
    return []


TARGETS = ["tang-truong", "grdp", "viec-lam", "nuoc-sach", "nha-kien-co",
           "ho-ngheo"]


def both(p, rng):
    """A target that stands in the header and in the table."""
    cells, head = target_cells(p), p.targets()
    if len(cells) != 6 or len(head) != 6:
        return None
    i = rng.randrange(6)
    return head[TARGETS[i]], cells[i]


def other_figure(rng, text, met=True):
    """Another figure, so that the target stays met."""
    number = re.search(r"\d+(,\d+)?", text)
    value = float(number.group(0).replace(",", "."))
    value += rng.choice([0.1, 0.2, 0.3]) if 1 < value < 99 else -0.1
    return text[:number.start()] + ("%.1f" % value).replace(".", ",") + \
        text[number.end():]


MISMATCH = ("plan/target-mismatch",)


@kind("figure changed in the header", *MISMATCH)
def _(p, rng):
    b = both(p, rng)
    return b and Mutant(put(b[0][0], other_figure(rng, p.at(b[0][0]))),
                        also=[b[1][4]])


@kind("figure changed in the table", *MISMATCH)
def _(p, rng):
    b = both(p, rng)
    return b and Mutant(put(b[1][4], other_figure(rng, p.at(b[1][4]))),
                        also=[b[0][0]])


@kind("digits of a figure swapped in the table", *MISMATCH)
def _(p, rng):
    cells = target_cells(p)
    if len(cells) != 6 or len(p.targets()) != 6:
        return None
    i = rng.choice([1, 2])
    v = p.at(cells[i][4])
    return Mutant(put(cells[i][4], v[1] + v[0] + v[2:]),
                  also=[p.targets()[TARGETS[i]][0]])


@kind("two figures of the table swapped", "plan/target-mismatch",
      "plan/target-not-met")
def _(p, rng):
    cells = target_cells(p)
    if len(cells) != 6 or len(p.targets()) != 6:
        return None
    i, k = 1, 2
    head = p.targets()
    return Mutant(put(cells[i][4], p.at(cells[k][4])),
                  put(cells[k][4], p.at(cells[i][4])),
                  also=[head[TARGETS[i]][0], head[TARGETS[k]][0]])


@kind("unit of a figure changed in the header", "plan/figure-unit-wrong")
def _(p, rng):
    head = p.targets()
    key = rng.choice(TARGETS)
    if key not in head:
        return None
    v = p.at(head[key][0])
    new = re.sub(r"(?<=\d) ?(%|triệu.*)$", lambda m: rng.choice(
        [" triệu đồng/người/tháng", " tỷ đồng", " hộ"]), v)
    return Mutant(put(head[key][0], new))


@kind("unit of a figure changed in the table", "plan/figure-unit-wrong")
def _(p, rng):
    cells = target_cells(p)
    if len(cells) != 6:
        return None
    row = rng.choice(cells)
    return Mutant(put(row[2], rng.choice(["người", "hộ", "tỷ đồng"])),
                  also=[row[4]])


@kind("unit of a figure dropped", "plan/figure-unit-missing")
def _(p, rng):
    head = p.targets()
    key = rng.choice(TARGETS)
    if key not in head:
        return None
    v = p.at(head[key][0])
    return Mutant(put(head[key][0], v.split(" ")[0]))


@kind("target named wrongly in the header", "plan/target-unknown")
def _(p, rng):
    head = p.targets()
    key = rng.choice(TARGETS)
    if key not in head:
        return None
    line = head[key][1]
    at = p.text.index(key, line[0])
    return Mutant((at, at + len(key), swap_letters(rng, key)))


@kind("target dropped in header and table", "plan/target-missing")
def _(p, rng):
    b = both(p, rng)
    if b is None:
        return None
    start = p.text.index("Chỉ tiêu:" if not p.xml else "<targets>")
    return Mutant(b[0][1] + ("",), b[1][0] + ("",), also=[(start, start)])


@kind("target dropped in the table alone", "plan/target-unprinted")
def _(p, rng):
    b = both(p, rng)
    return b and Mutant(b[1][0] + ("",), also=[b[0][0]] + [
        (t.caption, t.end) for t in p.tables if t.start <= b[1][4][0] < t.end])


@kind("target no longer met", "plan/target-not-met")
def _(p, rng):
    b = both(p, rng)
    if b is None:
        return None
    bad = "1,7" if p.at(b[1][4]).startswith(("0,", "1,")) else "9,8"
    head = re.sub(r"^[\d,]+", bad, p.at(b[0][0]))
    return Mutant(put(b[0][0], head), put(b[1][4], bad))


@kind("figure with a decimal point", "plan/figure-ambiguous",
      "plan/figure-unreadable")
def _(p, rng):
    head = p.targets()
    keys = [k for k in head if "," in p.at(head[k][0])]
    if not keys:
        return None
    place = head[rng.choice(keys)][0]
    return Mutant(put(place, p.at(place).replace(",", ".")))


@kind("range in place of a figure", "plan/figure-range",
      "plan/figure-ambiguous")
def _(p, rng):
    head = p.targets()
    if not head:
        return None
    place = head[rng.choice(["tang-truong", "viec-lam"])][0]
    return Mutant(put(place, re.sub(r"^([\d,]+)", r"\1 - 99", p.at(place))))


@kind("words in place of a figure", "plan/figure-unreadable")
def _(p, rng):
    head = p.targets()
    if not head:
        return None
    place = head[rng.choice(TARGETS)][0]
    return Mutant(put(place, rng.choice(["đạt", "hoàn thành", "vượt"])))


@kind("the plan's bound changed in the table", "plan/goal-differs")
def _(p, rng):
    cells = target_cells(p)
    if len(cells) != 6:
        return None
    place = rng.choice(cells)[3]
    v = p.plain(place)
    return Mutant(put(place, re.sub(r"\d+", lambda m: str(
        int(m.group(0)) + (5 if int(m.group(0)) < 100 else -5)), v)))


@kind("figure of a target changed in prose", "plan/prose-differs")
def _(p, rng):
    m = pick(rng, p.prose(r"76,2 triệu đồng/người/năm"))
    return m and Mutant((m.start(), m.start() + 4,
                         rng.choice(["67,2", "76,1", "72,6"])),
                        also=[c[4] for c in target_cells(p)[1:2]])


# --- other figures that contradict something --------------------------------

@kind("percentage that its fraction contradicts", "text/percent-differs",
      "plan/prose-differs")
def _(p, rng):
    m = pick(rng, p.prose(r"\d+/\d+ hộ nghèo, bằng (1,1)%"))
    return m and Mutant(m.span(1) + (rng.choice(["1,3", "2,1", "1,5"]),),
                        also=[m.span()])


@kind("fraction above one", "text/share-above")
def _(p, rng):
    m = pick(rng, [m for m in p.prose(r"(?<![\d/.,])(\d\d+)/(\d\d+)"
                                      r"(?= (?:công chức|viên chức|người|tổ|"
                                      r"thôn|lớp|hộ|cán bộ|mẫu|đơn vị))")
                   if m.group(1) == m.group(2)])
    return m and Mutant((m.start(1), m.end(1), str(int(m.group(1)) + 1)))


@kind("decrease that goes up", "text/change-wrong", "plan/prose-differs")
def _(p, rng):
    m = pick(rng, p.prose(r"giảm từ (\d+) hộ xuống còn (\d+) hộ"))
    return m and Mutant(put(m.span(1), m.group(2)), put(m.span(2), m.group(1)),
                        also=[m.span()])


@kind("difference that the two figures contradict", "figure/difference")
def _(p, rng):
    text = " ".join(p.text.split())
    m = pick(rng, p.prose(r"(09) hộ thoát nghèo"))
    if m is None or "giảm từ 43 hộ xuống còn 34 hộ" not in text:
        return None
    both_ = p.prose(r"giảm từ 43 hộ xuống còn 34 hộ")[0]
    return Mutant(put(m.span(1), rng.choice(["08", "11", "07"])),
                  also=[both_.span(), m.span()])


@kind("number of people that the list contradicts", "form/award-count")
def _(p, rng):
    spots = []
    for m in p.prose(r"(\d+) (cá nhân|tập thể)"):
        for t in p.tables:
            person = p.column(t, "Họ và tên") is not None
            group = p.column(t, "Tên tập thể") is not None
            if int(m.group(1)) == len(t.rows) and (
                    person and m.group(2) == "cá nhân" or
                    group and m.group(2) == "tập thể"):
                spots.append((m, t))
    s = pick(rng, spots)
    if s is None:
        return None
    m, t = s
    new = "%0*d" % (len(m.group(1)), int(m.group(1)) +
                    rng.choice([-1, 1, 2]))
    return Mutant(put(m.span(1), new), also=[(t.caption, t.end)])


def totals(p):
    """(table, row of the total, column) where the total is a sum of whole
    numbers that stand above it."""
    out = []
    for t in p.tables:
        last = t.rows[-1][1]
        if not any(p.plain(c).startswith(("Tổng", "Cộng")) for c in last):
            continue
        for k, cell in enumerate(last):
            rows = [p.plain(r[1][k]) for r in t.rows[:-1]]
            if all(re.match(r"\d+$", v) for v in rows + [p.plain(cell)]) and \
                    sum(map(int, rows)) == int(p.plain(cell)):
                out.append((t, k))
    return out


@kind("total of a table changed", "text/total-differs")
def _(p, rng):
    spot = pick(rng, totals(p))
    if spot is None:
        return None
    t, k = spot
    cell = t.rows[-1][1][k]
    return Mutant(put(cell, str(int(p.plain(cell)) + rng.choice([-1, 1, 10]))),
                  also=[(t.caption, t.end)])


@kind("summand of a table changed", "text/total-differs")
def _(p, rng):
    spot = pick(rng, totals(p))
    if spot is None:
        return None
    t, k = spot
    cell = rng.choice(t.rows[:-1])[1][k]
    return Mutant(put(cell, str(int(p.plain(cell)) + rng.choice([1, 2, 5]))),
                  also=[(t.caption, t.end)])


@kind("percentage changed in prose", "text/percent-differs")
def _(p, rng):
    m = pick(rng, p.prose(r"\d+/\d+ [\w ]+(?:, đạt |, bằng | \()(\d+(?:,\d)?)%"))
    if m is None:
        return None
    value = m.group(1).split(",")
    return Mutant((m.start(1), m.start(1) + len(value[0]),
                   str(int(value[0]) + rng.choice([-5, 3]) if
                       int(value[0]) > 9 else int(value[0]) + 2)),
                  also=[m.span()])


# --- sections ---------------------------------------------------------------

def planned(p):
    return p.sections() if p.field("obligation") else []


def start_of_paper(p):
    return (0, 1) if not p.xml else (0, p.text.index("<header>"))


@kind("two sections swapped", "plan/section-order")
def _(p, rng):
    s = planned(p)
    if len(s) < 3:
        return None
    i = rng.randrange(len(s) - 1)
    (h, _), (k, end) = s[i], s[i + 1]
    first, second = p.text[h.start:k.start], p.text[k.start:end]
    if h.label and k.label:  # the numbers stay where they were
        lh, lk = p.at(h.label), p.at(k.label)
        first = first.replace(lh, lk, 1)
        second = second.replace(lk, lh, 1)
    return Mutant((h.start, end, second + first))


@kind("section dropped", "plan/section-missing")
def _(p, rng):
    s = planned(p)
    if len(s) < 3:
        return None
    i = rng.randrange(len(s))
    h, end = s[i]
    edits = [(h.start, end, "")]
    for n, (k, _) in enumerate([(k, 0) for k in p.headings if k.level == 1]):
        if n > i and k.label:
            edits.append(put(k.label, ROMAN[n - 1] + "."))
    return Mutant(*edits, also=[(0, 1)])


ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII"]


@kind("section emptied", "plan/section-empty")
def _(p, rng):
    s = pick(rng, planned(p))
    if s is None:
        return None
    h, end = s
    return Mutant((h.end, end, "\n" if not p.xml else ""),
                  also=[(h.start, h.end)])


@kind("section cut short", "plan/section-short")
def _(p, rng):
    s = pick(rng, planned(p))
    if s is None:
        return None
    h, end = s
    new = "\nNội dung này đã được thực hiện.\n\n" if not p.xml else \
        "  <p>Nội dung này đã được thực hiện.</p>\n"
    return Mutant((h.end, end, new), also=[(h.start, h.end)])


@kind("section title misspelt", "plan/section-misspelt")
def _(p, rng):
    s = pick(rng, [x for x in planned(p) if "{#" not in
                   p.text[x[0].start:x[0].end] and "id=" not in
                   p.text[x[0].start:x[0].end]])
    if s is None:
        return None
    place = s[0].title
    words = p.at(place).split(" ")
    i = pick(rng, [i for i, w in enumerate(words) if len(w) > 3])
    if i is None:
        return None
    words[i] = swap_letters(rng, words[i]) or words[i] + words[i][-1]
    return Mutant(put(place, " ".join(words)),
                  also=[(s[0].start, s[0].end)])


@kind("section renamed", "plan/section-missing", "plan/section-extra")
def _(p, rng):
    s = pick(rng, [x for x in planned(p) if "{#" not in
                   p.text[x[0].start:x[0].end] and " id=" not in
                   p.text[x[0].start:x[0].end]])
    if s is None:
        return None
    return Mutant(put(s[0].title, rng.choice(
        ["CÁC NỘI DUNG KHÁC", "TÌNH HÌNH CỦA ĐƠN VỊ", "PHẦN BỔ SUNG"])),
        also=[(0, 1), (s[0].start, s[0].end)])


@kind("section put one level down", "plan/section-level",
      "text/label-level")
def _(p, rng):
    s = pick(rng, planned(p)[1:])
    if s is None:
        return None
    h = s[0]
    if p.xml:
        return Mutant((h.start + p.text[h.start:].index('level="1"'),
                       h.start + p.text[h.start:].index('level="1"') + 9,
                       'level="2"'), also=[(h.start, h.end)])
    return Mutant((h.start, h.start, "#"))


@kind("section given twice", "plan/section-duplicate")
def _(p, rng):
    s = pick(rng, planned(p))
    if s is None:
        return None
    h, end = s
    again = p.text[h.start:end]
    again = re.sub(r' id="[^"]*"| \{#[^}]*\}|\[\^[^\]]*\]|<note>.*?</note>|'
                   r'^!\[.*?\]\(.*?\)\{.*?\}\n\n', "", again,
                   flags=re.S | re.M)
    return Mutant((end, end, again), also=[(h.start, h.end)])


@kind("section nobody asked for", "plan/section-extra")
def _(p, rng):
    s = pick(rng, planned(p))
    if s is None:
        return None
    title = rng.choice(["VĂN NGHỆ, THỂ THAO", "CÔNG TÁC ĐẢNG",
                        "XÂY DỰNG CƠ SỞ VẬT CHẤT"])
    new = ("# %s\n\nĐơn vị đã thực hiện đầy đủ.\n\n" if not p.xml else
           '  <heading level="1">%s</heading>\n'
           '  <p>Đơn vị đã thực hiện đầy đủ.</p>\n') % title
    return Mutant((s[1], s[1], new))


@kind("topic of the plan left out", "plan/topic-missing")
def _(p, rng):
    if p.value("obligation") not in ("bao-cao-ket-qua", "bao-cao-tong-hop"):
        return None
    names = ["Nghị quyết số 57-NQ/TW", "Nghị quyết số 66-NQ/TW",
             "Bình dân học vụ số", "văn hóa công sở",
             "xã hội học tập, đẩy mạnh học tập"]
    name = rng.choice(names)
    found = p.prose(re.escape(name).replace(r"\ ", " "))
    if not found:
        return None
    new = {"N": "Chương trình hành động của xã", "B": "Học tập số",
           "v": "nếp sống", "x": "phong trào"}[name[0]]
    own = [h for h in p.headings if h.level == 1 and h.start < found[0].start()]
    return Mutant(*[put(m.span(), new) for m in found],
                  also=[(own[-1].start, own[-1].end)])


# --- who gets it ------------------------------------------------------------

PLANNED = {
    "bao-cao-phat-dong": (
        ["Ủy ban nhân dân xã Thái Tân (qua Ban Thi đua - Khen thưởng xã)"],
        [("Như trên", ""),
         ("Ban Thi đua - Khen thưởng xã", "để tổng hợp"),
         ("Công chức, viên chức, người lao động của đơn vị",
          "để thực hiện")]),
    "bao-cao-ket-qua": (
        ["Ủy ban nhân dân xã Thái Tân (qua Ban Thi đua - Khen thưởng xã)"],
        [("Như trên", ""),
         ("Ban Thi đua - Khen thưởng xã", "để tổng hợp"),
         ("Lãnh đạo Ủy ban nhân dân xã", "để báo cáo")]),
}


def list_field(p, md, xml, items):
    """The edit that gives a list; items: (name, purpose)."""
    if p.xml:
        lines = ["  <%ss>" % xml] + [
            "   <item>%s</item>" % (name + (" (%s)" % why if why else ""))
            for name, why in items] + ["  </%ss>" % xml]
    else:
        lines = [md + ":"] + ["  - " + name + (" (%s)" % why if why else "")
                              for name, why in items]
    return p.new_field("\n".join(lines), "\n".join(lines))


def planned_list(p, change):
    """A report that names the plan's recipients itself, changed."""
    if p.value("obligation") not in PLANNED or p.items("recipient"):
        return None
    items = list(PLANNED[p.value("obligation")][1])
    items = change(items)
    return Mutant(list_field(p, "Nơi nhận", "recipient", items))


@kind("recipient of the plan dropped", "plan/recipient-missing")
def _(p, rng):
    return planned_list(p, lambda v: [v[0], v[rng.choice([1, 2])]])


@kind("recipient given twice", "form/recipient-duplicate")
def _(p, rng):
    listed = p.items("recipient")
    if len(listed) > 1:
        place, line = rng.choice(listed[1:])
        return Mutant((line[1], line[1], p.at(line)), also=[line])
    return planned_list(p, lambda v: v + [v[rng.choice([1, 2])]])


@kind("purpose of a recipient changed", "plan/recipient-purpose")
def _(p, rng):
    i, why = rng.choice([1, 2]), rng.choice(["để biết", "để giám sát"])
    return planned_list(p, lambda v: [
        (n, why if k == i else w) for k, (n, w) in enumerate(v)])


@kind("'Như trên' dropped", "form/as-above-missing", "plan/recipient-missing")
def _(p, rng):
    for place, line in p.items("recipient"):
        if p.at(place) == "Như trên":
            return Mutant(line + ("",), also=[(line[0] - 2, line[1])])
    return planned_list(p, lambda v: v[1:])


@kind("'Như trên' not the first", "form/as-above-place")
def _(p, rng):
    return planned_list(p, lambda v: v[1:] + v[:1])


@kind("addressee of the plan dropped", "plan/addressee-missing")
def _(p, rng):
    if p.value("obligation") not in PLANNED or p.items("addressee"):
        return None
    return Mutant(list_field(p, "Kính gửi", "addressee", [
        (rng.choice(["Ủy ban nhân dân thành phố Hải Phòng",
                     "Hội đồng nhân dân xã"]), "")]))


@kind("addressee given twice", "form/addressee-duplicate")
def _(p, rng):
    listed = p.items("addressee")
    if not listed:
        return None
    place, line = rng.choice(listed)
    return Mutant((line[1], line[1], p.at(line)), also=[line])


# --- who signs --------------------------------------------------------------

@kind("signer misspelt", "form/signer-unknown")
def _(p, rng):
    # A signer of "TUQ." or "TL." may be anybody: the office need not know them.
    place = p.field("name")
    if place is None or p.value("authority").startswith(("TUQ.", "TL.")):
        return None
    return Mutant(put(place, rng.choice(
        ["Trần Thị C", "Trầm Thị B"] if p.at(place)[-1] == "B" else
        ["Nguyễn Văm A", "Nguyễn Văn An"])))


@kind("position misspelt", "form/signer-unknown", "form/deputy-title")
def _(p, rng):
    place = p.field("position")
    if p.value("authority").startswith(("TUQ.", "TL.")):
        return None
    new = place and swap_letters(rng, p.at(place))
    return Mutant(put(place, new), also=[p.field("authority") or place]) \
        if new else None


kind("authority of another office", "form/authority-aim",
     "form/signer-unknown", "form/deputy-title")(
    change_field("authority", lambda v, r: "KT. " + r.choice(
        ["VIỆN TRƯỞNG", "BÍ THƯ", "TỔNG GIÁM ĐỐC"])
        if v.startswith("KT.") else None))
kind("authority in the Party's form", "form/authority-form")(
    change_field("authority", lambda v, r: v.replace("KT.", "K/T").replace(
        "TM.", "T/M").replace("TL.", "T/L")))


@kind("title before the signer's name", "form/name-title")
def _(p, rng):
    if p.value("unit") in ("truong-th", "tram-y-te", "cong-an") or \
            p.field("name") is None:
        return None
    place = p.field("name")
    return Mutant(put(place, rng.choice(["ThS. ", "Ông ", "TS. "]) +
                      p.at(place)))


# --- end mark ---------------------------------------------------------------

def last_mark(p):
    at = p.text.rfind("./.")
    return (at, at + 3) if at > 0 else None


@kind("end mark dropped", "form/end-mark-missing")
def _(p, rng):
    return Mutant(put(last_mark(p), "."))


@kind("end mark miswritten", "form/end-mark-form")
def _(p, rng):
    return Mutant(put(last_mark(p), rng.choice(["/.", "./", ".//.", "../."])))


@kind("end mark doubled", "form/end-mark-place", "form/end-mark-form")
def _(p, rng):
    place = pick(rng, p.paragraphs()[1:-1])
    if place is None or p.text[place[1] - 1] != "." or \
            p.text[place[1] - 3:place[1]] == "./.":
        return None
    return Mutant((place[1] - 1, place[1], "./."))


# --- numbering --------------------------------------------------------------

def labels(p, pattern):
    """Places of typed labels of running text: "a)"."""
    if p.xml:
        return [m.span(1) for m in re.finditer(
            r'<p label="(%s)">' % pattern, p.text)]
    return [m.span(1) for m in re.compile(
        r"^(%s) (?=\S)" % pattern, re.M).finditer(p.text, p.body)]


@kind("đ) left out of a list", "text/label-sequence")
def _(p, rng):
    place = pick(rng, labels(p, r"đ\)"))
    return place and Mutant(put(place, "e)"))


@kind("d) given twice instead of đ)", "text/label-sequence")
def _(p, rng):
    place = pick(rng, labels(p, r"đ\)"))
    return place and Mutant(put(place, "d)"))


@kind("letter left out of a list", "text/label-sequence")
def _(p, rng):
    place = pick(rng, labels(p, r"b\)"))
    return place and Mutant(put(place, "c)"))


@kind("Roman number left out", "text/label-sequence")
def _(p, rng):
    h = pick(rng, [h for h in p.headings if h.level == 1 and h.label and
                   p.at(h.label) in ("II.", "III.", "IV.")])
    return h and Mutant(put(h.label, "V." if p.at(h.label) != "IV." else
                            "VI."))


@kind("number with a dash, '1-'", "text/label-form", "text/label-level")
def _(p, rng):
    h = pick(rng, [h for h in p.headings if h.level == 2 and h.label])
    if h is None:
        return None
    return Mutant(put(h.label, p.at(h.label).replace(".", "-")),
                  also=[(h.start, h.end)])


@kind("decimal number", "text/label-decimal", "text/label-level")
def _(p, rng):
    h = pick(rng, [h for h in p.headings if h.level == 2 and h.label])
    if h is None:
        return None
    return Mutant(put(h.label, "1." + p.at(h.label)),
                  also=[(h.start, h.end)])


@kind("colon behind a title", "text/heading-colon", "text/heading-end")
def _(p, rng):
    h = pick(rng, p.headings)
    if h is None:
        return None
    return Mutant((h.title[1], h.title[1], ":"), also=[(h.start, h.end)])


# --- lists of awards --------------------------------------------------------

def awards(p):
    return [t for t in p.tables if p.column(t, "Họ và tên") is not None and
            len(t.rows) > 4]


@kind("running number broken", "form/award-sequence")
def _(p, rng):
    t = pick(rng, awards(p))
    if t is None:
        return None
    row = rng.choice(t.rows[1:-1])
    return Mutant(put(row[1][0], str(int(p.plain(row[1][0])) +
                                     rng.choice([1, 2, 10]))))


@kind("person proposed twice", "form/award-duplicate")
def _(p, rng):
    t = pick(rng, awards(p))
    if t is None:
        return None
    a, b = rng.sample(t.rows, 2)
    name, where = p.column(t, "Họ và tên"), p.column(t, "Chức vụ")
    return Mutant(put(b[1][name], p.at(a[1][name])),
                  put(b[1][where], p.at(a[1][where])),
                  also=[a[0], b[0]])


@kind("row of the list dropped", "form/award-count")
def _(p, rng):
    spots = []
    for t in awards(p):
        for m in p.prose(r"%d cá nhân" % len(t.rows)):
            spots.append((t, m))
    s = pick(rng, spots)
    if s is None:
        return None
    t, m = s
    return Mutant(t.rows[-1][0] + ("",), also=[m.span(), (t.caption, t.end)])


@kind("award that the chairman cannot give", "form/award-form")
def _(p, rng):
    t = pick(rng, awards(p))
    if t is None:
        return None
    k = p.column(t, "Hình thức")
    return Mutant(put(rng.choice(t.rows)[1][k], rng.choice(
        ["Bằng khen", "Huân chương Lao động", "Cờ thi đua"])))


# --- citations --------------------------------------------------------------

PLAN_CITED = r"Kế hoạch số (45)/(KH-UBND) ngày (12) tháng (9) năm (2025)"


@kind("number of the plan misquoted", "plan/citation-differs")
def _(p, rng):
    m = pick(rng, p.prose(PLAN_CITED))
    return m and Mutant(put(m.span(1), rng.choice(["54", "46", "145"])),
                        also=[m.span()])


@kind("date of the plan misquoted", "plan/citation-differs",
      "text/citation-date-differs")
def _(p, rng):
    m = pick(rng, p.prose(PLAN_CITED))
    return m and Mutant(put(m.span(3), rng.choice(["21", "13", "02"])),
                        also=[m.span()])


@kind("issuer of the plan misquoted", "plan/citation-differs")
def _(p, rng):
    m = pick(rng, p.prose(PLAN_CITED))
    return m and Mutant(put(m.span(2), rng.choice(["KH-PKT", "QĐ-UBND",
                                                   "KH-HĐND"])),
                        also=[m.span()])


@kind("act no longer in force", "form/base-expired", "text/act-expired")
def _(p, rng):
    m = pick(rng, re.compile(r"152/2025/NĐ-CP").finditer(p.text))
    if m is None:
        return None
    item = p.text.rfind("  - ", 0, m.start())  # told at its beginning
    also = [(item, m.end())] if m.start() < p.body else []
    return Mutant(put(m.span(), "98/2023/NĐ-CP"), also=also)


@kind("'số' missing in a citation", "form/base-number-word",
      "text/citation-incomplete")
def _(p, rng):
    m = pick(rng, re.compile(
        r"(?:Nghị định|Nghị quyết|Quyết định|Chỉ thị|Tờ trình|Kế hoạch)"
        r"\s+(số\s+)\d+[-/]").finditer(p.text))
    return m and Mutant(put(m.span(1), ""), also=[m.span()])


@kind("comma before the date of a citation", "text/citation-comma")
def _(p, rng):
    m = pick(rng, re.compile(r"\d+[-/][A-ZĐ][A-ZĐa-z/-]+(\s+)ngày \d").
             finditer(p.text, p.body))
    return m and Mutant((m.start(1), m.start(1), ","), also=[m.span()])


@kind("capital Khoản", "text/citation-case")
def _(p, rng):
    place = pick(rng, p.paragraphs())
    if place is None or p.text[place[1] - 1] != "." or \
            p.text[place[1] - 3:place[1]] == "./.":
        return None
    return Mutant((place[1] - 1, place[1] - 1,
                   " theo %s của Nghị định số 152/2025/NĐ-CP" % rng.choice(
                       ["Khoản 2 Điều 5", "Điểm a khoản 1 Điều 7",
                        "khoản 3 điều 4"])))


@kind("impossible date in prose", "text/date-impossible")
def _(p, rng):
    m = pick(rng, p.prose(r"ngày (\d\d) tháng (\d+) năm 2025"))
    return m and Mutant(put(m.span(1), rng.choice(["31", "32"])),
                        put(m.span(2), "11"), also=[m.span()])


@kind("day below ten without zero in prose", "text/date-zero")
def _(p, rng):
    m = pick(rng, p.prose(r"ngày (0\d) tháng (\d+) năm 20\d\d"))
    return m and Mutant(put(m.span(1), m.group(1)[1]), also=[m.span()])


# --- appendices, notes, pictures --------------------------------------------

@kind("appendix no longer mentioned", "form/appendix-unmentioned")
def _(p, rng):
    m = pick(rng, re.compile(r" \(danh sách tại\s+Phụ lục kèm theo\)").
             finditer(p.text, p.body))
    at = p.text.find("# Phụ lục")
    return m and Mutant(m.span() + ("",), also=[(at, at)])


@kind("mention of an appendix that is not there", "form/appendix-missing")
def _(p, rng):
    if "Phụ lục" in p.text:
        return None
    place = pick(rng, p.paragraphs()[:-1])
    if place is None or p.text[place[1] - 1] != "." or \
            p.text[place[1] - 3:place[1]] == "./.":
        return None
    return Mutant((place[1] - 1, place[1] - 1, " (Phụ lục kèm theo)"))


@kind("note without its mark", "read/note-unused")
def _(p, rng):
    m = pick(rng, re.compile(r"\[\^[^\]]+\](?!:)").finditer(p.text, p.body))
    if m is None or p.xml:
        return None
    at = p.text.index(m.group(0) + ":")
    return Mutant(m.span() + ("",), also=[(at, at)])


@kind("mark without its note", "read/note-missing")
def _(p, rng):
    if p.xml:
        return None
    m = pick(rng, re.compile(r"^\[\^([^\]]+)\]: .*\n(    .*\n)*", re.M).
             finditer(p.text, p.body))
    if m is None:
        return None
    at = p.text.index("[^%s]" % m.group(1))
    return Mutant(m.span() + ("",), also=[(at, at)])


@kind("picture that is not there", "read/image-missing", "io/image-missing")
def _(p, rng):
    m = pick(rng, re.compile(r"bieu-do-chi-tieu\.png").finditer(p.text))
    if m is None:
        return None
    start = p.text.rfind("![", 0, m.start())
    return Mutant(m.span() + ("bieu-do.png",), also=[(start, m.end())])


@kind("cell of a table lost", "read/table-ragged")
def _(p, rng):
    t = pick(rng, p.tables)
    if t is None:
        return None
    row = rng.choice(t.rows)
    a, b = row[1][-1]
    if p.xml:
        return Mutant((a - 6, b + 7, ""), also=[row[0]])
    return Mutant((a - 2, b + 1, ""))


# --- writing ----------------------------------------------------------------

def in_prose(p, rng, pattern, new):
    m = pick(rng, p.prose(pattern))
    return m and Mutant(m.span() + (m.expand(new),))


@kind("placeholder left", "text/placeholder")
def _(p, rng):
    place = pick(rng, p.paragraphs())
    return place and Mutant((place[1] - 1, place[1] - 1, rng.choice(
        [" [CẦN BỔ SUNG: số liệu]", " …… người", " ........", " ???",
         " <tên đơn vị>".replace("<", "&lt;") if p.xml else
         " \\<tên đơn vị>", " xxx hộ"])))


@kind("blank before a comma", "text/space-before")
def _(p, rng):
    return in_prose(p, rng, r"(?<=[a-z])(, )", r" \1")


@kind("no blank behind a comma", "text/space-after")
def _(p, rng):
    return in_prose(p, rng, r"(?<=[a-z]), (?=[a-zđ])", r",")


@kind("blank inside brackets", "text/space-inside")
def _(p, rng):
    return in_prose(p, rng, r"“(?=\w)", r"“ ")


@kind("quotation mark lost", "text/quote-unpaired")
def _(p, rng):
    m = pick(rng, p.prose(r"”"))
    if m is None:
        return None
    at = p.text.rfind("“", 0, m.start())
    return Mutant(m.span() + ("",), also=[(at, m.start())])


@kind("bracket lost", "text/bracket-unpaired")
def _(p, rng):
    m = pick(rng, p.prose(r"\(số liệu trong báo cáo là minh họa(\))"))
    return m and Mutant(put(m.span(1), ""), also=[m.span()])


@kind("quotation marks mixed", "text/quotes-mixed")
def _(p, rng):
    pairs = p.prose(r"“([^”]*)”")
    m = pick(rng, pairs) if len(pairs) > 3 else None
    return m and Mutant((m.start(), m.start() + 1, '"'),
                        (m.end() - 1, m.end(), '"'))


@kind("tone mark placed the other way", "text/tone-mixed")
def _(p, rng):
    pairs = [("hóa", "hoá"), ("ủy", "uỷ"), ("họa", "hoạ"), ("hòa", "hoà")]
    a, b = rng.choice(pairs)
    m = pick(rng, p.prose(r"(?<!\w)%s(?!\w)" % a))
    return m and Mutant(m.span() + (b,))


@kind("dash instead of hyphen", "text/dashes-mixed")
def _(p, rng):
    return in_prose(p, rng, r"kinh tế (-) xã hội", "kinh tế – xã hội")


@kind("dash begins a line", "read/dash-wrapped")
def _(p, rng):
    if p.xml:
        return None
    m = pick(rng, [m for m in p.prose(r"kinh tế( )- xã hội")
                   if "\n" not in m.group(0)])
    return m and Mutant(put(m.span(1), "\n"),
                        also=[(m.start(), m.end())])


@kind("capital behind a semicolon", "text/capital-clause")
def _(p, rng):
    m = pick(rng, p.prose(r"(?<=\w); ([a-zđ])(?=\w+ \w)"))
    return m and Mutant(put(m.span(1), m.group(1).upper()), also=[m.span()])


@kind("small letter at the beginning of a sentence", "text/capital-sentence")
def _(p, rng):
    m = pick(rng, p.prose(r"[a-z]{2}\. ([A-ZĐ])(?=\w+ \w)"))
    return m and Mutant(put(m.span(1), m.group(1).lower()), also=[m.span()])


@kind("'nhân dân' as a noun in small letters", "text/capital-noun")
def _(p, rng):
    m = pick(rng, p.prose(r"(?:phục vụ|được|tầng lớp|vận động) (Nhân dân)"))
    return m and Mutant(put(m.span(1), m.group(1).replace("N", "n", 1)),
                        also=[m.span()])


@kind("month in words, 'tháng 4' with zero", "text/date-zero")
def _(p, rng):
    m = pick(rng, p.prose(r"ngày \d\d tháng ([4-9]) năm 20\d\d"))
    return m and Mutant(put(m.span(1), "0" + m.group(1)), also=[m.span()])


@kind("district named after 01/7/2025", "text/district-ended")
def _(p, rng):
    place = pick(rng, p.paragraphs()[1:])
    if place is None or p.text[place[1] - 1] != "." or \
            p.text[place[1] - 3:place[1]] == "./.":
        return None
    return Mutant((place[1] - 1, place[1] - 1,
                   "; đã báo cáo Ủy ban nhân dân huyện " + rng.choice(
                       ["Nam Sách", "Thanh Hà", "Kim Thành"])))


@kind("syllable that does not exist", "text/syllable")
def _(p, rng):
    words = {"triển khai": "triểnkhai", "thực hiện": "thực hiênj",
             "khen thưởng": "khen thuởng", "tuyên truyền": "tuyên truyềnn",
             "kết quả": "kết qảu"}
    a = rng.choice(sorted(words))
    m = pick(rng, p.prose(r"(?<!\w)%s(?!\w)" % a))
    return m and Mutant(m.span() + (words[a],))


@kind("word typed twice", "text/word-doubled")
def _(p, rng):
    m = pick(rng, p.prose(r"(?<!\w)(và|của|các|được|trong|thực hiện) "
                          r"(?=[a-zđ])"))
    return m and Mutant((m.start(), m.start(), m.group(1) + " "),
                        also=[m.span()])


# --- characters -------------------------------------------------------------

@kind("Ð of another alphabet", "parse/wrong-d")
def _(p, rng):
    m = pick(rng, p.prose(r"Đ(?=ơn|ề|ến|ảng)"))
    return m and Mutant(m.span() + ("Ð",))


@kind("letters taken apart (NFD)", "parse/not-nfc")
def _(p, rng):
    place = pick(rng, p.paragraphs())
    return place and Mutant(put(place, unicodedata.normalize(
        "NFD", p.at(place))))


@kind("character without width", "parse/zero-width")
def _(p, rng):
    m = pick(rng, p.prose(r"(?<=[a-z])(?=[a-z]{2})"))
    return m and Mutant(m.span() + (rng.choice("\u200b\u00ad\u200d"),))


TCVN3 = {"á": "¸", "à": "µ", "ả": "¶", "ã": "·", "ạ": "¹", "ă": "¨",
         "ắ": "¾", "ặ": "Æ", "â": "©", "ấ": "Ê", "ầ": "Ç", "ậ": "Ë",
         "đ": "®", "é": "Ð", "ê": "ª", "ế": "Õ", "ề": "Ò", "ể": "Ó",
         "ệ": "Ö", "í": "Ý", "ì": "×", "ị": "Þ", "ó": "ã", "ò": "ß",
         "ọ": "ä", "ô": "«", "ố": "è", "ồ": "å", "ổ": "æ", "ộ": "é",
         "ơ": "¬", "ớ": "í", "ờ": "ê", "ở": "ë", "ợ": "î", "ú": "ó",
         "ủ": "ñ", "ụ": "ô", "ư": "­", "ứ": "ø", "ừ": "õ", "ử": "ö",
         "ữ": "÷", "ự": "ù", "ý": "ý", "ỳ": "ú"}


@kind("paragraph pasted in TCVN3", "parse/legacy-pasted",
      "parse/legacy-encoding")
def _(p, rng):
    place = pick(rng, p.paragraphs(120))
    return place and Mutant(put(place, "".join(
        TCVN3.get(c, c) for c in p.at(place))))


@kind("control character", "parse/control-character")
def _(p, rng):
    m = pick(rng, p.prose(r"(?<=[a-z]) (?=[a-z])"))
    return m and Mutant(m.span() + (rng.choice("\x07\x0b\x1f"),))


@kind("tag that is not closed", "parse/xml-tag-mismatch",
      "parse/xml-unclosed")
def _(p, rng):
    if not p.xml:
        return None
    m = pick(rng, re.compile(r"</(p|item|heading|cell)>").finditer(
        p.text, p.body))
    start = p.text.rfind("<" + m.group(1), 0, m.start())
    # Told where the opening tag stands, or the tag that does not fit.
    return Mutant(m.span() + ("",), also=[(start, m.end() + 60)])
