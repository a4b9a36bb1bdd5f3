"""usage: campaign.py OUTDIR [REPORTS [SEED]]

A campaign of REPORTS (300) correct reports of about three pages below OUTDIR,
the same for the same SEED: a hundred units that owe three reports each.  The
frame of each is a report of the sample; sentences of prose.txt and a list of
awards of its own length make every one different.
"""
import os
import random
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.normpath(os.path.join(HERE, "../.."))
PER_UNIT = 3


def text_of(*path):
    with open(os.path.join(TOP, *path), encoding="utf-8") as f:
        return f.read()


def plan(units):
    """The sample's plan, its obligation asked for three times of all."""
    text = text_of("input", "plan.xml")
    wanted = re.search(r' <obligation id="bao-cao-ket-qua".*?</obligation>\n',
                       text, re.S).group(0)
    wanted = re.sub(r"(  <unit ref=.*\n)+", "".join(
        '  <unit ref="don-vi-%03d"/>\n' % i for i in range(units)), wanted)
    every = "".join(
        wanted.replace('"bao-cao-ket-qua"', '"ket-qua-%d"' % k).replace(
            'name="Báo cáo kết quả thực hiện', 'name="Báo cáo lần %d kết quả '
            'thực hiện' % k) for k in range(1, PER_UNIT + 1))
    return re.sub(r"(\n <!-- Mục III[^>]*-->)?\n <obligation .*</obligation>\n",
                  lambda m: "\n" + every, text, count=1, flags=re.S)


def office(units):
    text = text_of("input", "office.xml")
    more = "".join("""
 <unit id="don-vi-%03d" name="Tổ công tác số %d" symbol="TCT%d"
       place="Thái Tân" under="ubnd" archive="TCT" code="">
  <superior>UBND XÃ THÁI TÂN</superior>
  <line>TỔ CÔNG TÁC SỐ %d</line>
  <signer id="to-truong" position="TỔ TRƯỞNG" name="Nguyễn Văn A"/>
 </unit>
""" % (i, i + 1, i + 1, i + 1) for i in range(units))
    return text.replace("</office>", more + "</office>")


def report(rng, prose, unit, nth):
    text = text_of("input", "reports", "phong-kt-ket-qua.md")
    text = re.sub(r"^Kính gửi:\n(  - .*\n)+", "", text, flags=re.M)
    text = re.sub(r"^Người ký:\n(  .*\n)+", "", text, flags=re.M)
    text = re.sub(r"\n!\[.*?\}\n", "", text, flags=re.S)
    text = text.replace("bao-cao-ket-qua", "ket-qua-%d" % nth)
    text = text.replace("Đơn vị: phong-kt", "Đơn vị: don-vi-%03d" % unit)
    text = text.replace("Số: 25", "Số: %d" % (10 + unit * PER_UNIT + nth))
    text = text.replace("Phòng Kinh tế báo cáo", "Tổ công tác số %d báo cáo" %
                        (unit + 1))
    people = rng.randint(5, 40)
    rows = "".join(
        "| %d | %s | Thành viên, Tổ công tác số %d | Giấy khen |\n" % (
            i + 1, ("Ông Nguyễn Văn A%d" if i % 2 else "Bà Trần Thị B%d") %
            (unit * 1000 + nth * 100 + i), unit + 1) for i in range(people))
    text = re.sub(r"(\| STT \| Họ và tên.*\n\|.*\n)(\|.*\n)+",
                  lambda m: m.group(1) + rows, text)
    text = text.replace("cho 15 cá nhân", "cho %d cá nhân" % people)
    more = "\n\n".join(rng.choice(prose).strip().rstrip(",;:") + "."
                       for _ in range(rng.randint(3, 12)))
    return text.replace("# V. ĐÁNH GIÁ CHUNG {#danh-gia}\n\n## 1. Ưu điểm\n",
                        "# V. ĐÁNH GIÁ CHUNG {#danh-gia}\n\n## 1. Ưu điểm\n\n" +
                        more + "\n")


def main():
    out = sys.argv[1]
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 300
    rng = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    units = (count + PER_UNIT - 1) // PER_UNIT
    prose = [s for s in text_of("tests", "fidelity", "prose.txt").split("\n")
             if re.match(r"[A-ZĐ][^\"“”*_#|\[\]./]{60,}$", s.strip(" .;"))]
    for folder in ("reports", "documents"):
        os.makedirs(os.path.join(out, folder), exist_ok=True)
    for name, text in (("plan.xml", plan(units)), ("office.xml",
                                                   office(units))):
        with open(os.path.join(out, name), "w", encoding="utf-8") as f:
            f.write(text)
    for i in range(count):
        unit, nth = divmod(i, PER_UNIT)
        with open(os.path.join(out, "reports", "bao-cao-%03d.md" % i), "w",
                  encoding="utf-8") as f:
            f.write(report(rng, prose, unit, nth + 1))


main()
