"""campaign.py - what the corpus is made with: sentences of prose.txt with odd words
between them, and a campaign's folder of documents.  Everything random comes
from one generator, so that the same seed makes the same corpus.
"""
import os
import random
import re

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

BASES = ["Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022",
         "Theo đề nghị của Trưởng Phòng Văn hóa - Xã hội"]

# Which types have Kính gửi.
SENT = {"Tờ trình", "Công văn"}

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


def front(kind, number, subject, unit="ubnd", to=None, bases=None, copies=(),
          signer=(), lines=()):
    """The front matter; lines are added as they are."""
    out = ["---", "Loại văn bản: " + kind, "Đơn vị: " + unit,
           "Số: %d" % number, "Ngày: 2025-11-%02d" % (number % 28 + 1)]
    if kind == "Báo cáo":
        out.append("Báo cáo cho: bao-cao-%d" % number)
    if kind == "Công văn":
        out.append("Ký hiệu: UBND-VHXH")
    out.append('Trích yếu: "%s"' % subject.replace('"', '\\"'))
    if kind in SENT:
        to = to or ["Hội đồng Thi đua - Khen thưởng thành phố"]
        out += ["Kính gửi:"] + ['  - "%s"' % t for t in to]
    if kind == "Quyết định":
        out.append("Thẩm quyền ban hành: "
                   "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ THÁI TÂN")
        bases = bases or BASES
        signer = signer or ["Chức vụ: CHỦ TỊCH", "Họ tên: Nguyễn Văn A"]
    if bases:
        out += ["Căn cứ:"] + ['  - "%s"' % b for b in bases]
    out += list(lines) + ["Nơi nhận:"]
    if kind in SENT:
        out.append("  - Như trên")
    if kind == "Quyết định":
        out.append("  - Như Điều 1")
    out += ["  - Thường trực Đảng ủy xã (để báo cáo)",
            "  - Lãnh đạo UBND xã"] + list(copies)
    out.append("Lưu: VHXH")
    if signer:
        out += ["Người ký:"] + ["  " + line for line in signer]
    return "\n".join(out) + "\n---\n"


PLAN = """<?xml version="1.0" encoding="UTF-8"?>
<plan version="1" id="thu" number="91" symbol="KH-UBND" date="2025-09-11"
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
        with open(os.path.join(TOP, "tests/cases/base/office.xml"),
                  encoding="utf-8") as f:
            office = f.read()
        with open(os.path.join(HERE, "units.xml"), encoding="utf-8") as f:
            units = f.read()
        with open(os.path.join(path, "office.xml"), "w",
                  encoding="utf-8") as f:
            f.write(office.replace("</office>", units + "</office>"))

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

    def document(self, stem, kind, blocks, subject=None, after=(), **more):
        """Markdown of blocks; after is what stands behind the last one."""
        self.count += 1
        if subject is None:
            subject = self.w.sentence(self.w.rng.randint(8, 40))
        self.put(kind, stem + ".md", front(kind, self.count, subject, **more) +
                 "\n" + "\n\n".join(blocks + [END] + list(after)) + "\n")
