"""form.py - documents of the corpus that try the official form: căn cứ, Kính
gửi, stamps, drafter's mark, address line, long names of bodies and offices.
"""
from pieces import title

URGENCY = [None, "Khẩn", "Thượng khẩn", "Hỏa tốc"]
CIRCULATION = [None, "Lưu hành nội bộ", "Xem xong trả lại"]
UNITS = ["ubnd", "ten-dai", "bon-dong", "dia-chi", "ngan"]

SIGNERS = [
    (),
    ("Quyền hạn: TL. CHỦ TỊCH", "Chức vụ: TRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI",
     "Họ tên: Nguyễn Văn A"),
    ("Quyền hạn:", "  - TM. ỦY BAN NHÂN DÂN", "  - KT. CHỦ TỊCH",
     "Chức vụ: PHÓ CHỦ TỊCH", "Họ tên: Trần Thị B"),
    ("Quyền hạn:", "  - TL. CHỦ TỊCH",
     "  - KT. CHÁNH VĂN PHÒNG",
     "Chức vụ: PHÓ CHÁNH VĂN PHÒNG", "Họ tên: Trần Thị B"),
]


def marks(n):
    """Lines of the front matter: every pair of stamps comes with n."""
    lines = []
    if URGENCY[n % 4]:
        lines.append("Độ khẩn: " + URGENCY[n % 4])
    if CIRCULATION[n % 3]:
        lines.append("Phạm vi lưu hành: " + CIRCULATION[n % 3])
    if n % 2:
        lines.append("Ký hiệu soạn thảo: PL.(%d)" % (n * 17 + 1))
    return lines


def stamps(c, n):
    w = c.w
    kind = ["Công văn", "Kế hoạch", "Tờ trình", "Báo cáo"][n // 2 % 4]
    unit = "ubnd" if kind == "Báo cáo" else UNITS[n % 5]
    to = [w.sentence(w.rng.randint(3, 20)) for _ in range(1 + n % 4)]
    if kind == "Công văn":
        unit = ["dia-chi", "ngan", "ubnd"][n % 3]
    c.document("dau-%02d" % n, kind,
               [w.paragraph() for _ in range(w.rng.randint(3, 9))], to=to,
               unit=unit, lines=marks(n), subject=w.sentence(4 + n))


def offices(c, n):
    """Long names against short ones, in header and signature."""
    w = c.w
    kind = ["Thông báo", "Kế hoạch", "Tờ trình"][n % 3]
    own = SIGNERS[n // 5 % 4] if UNITS[n % 5] in ("ubnd", "dia-chi") else ()
    c.document("co-quan-%02d" % n, kind,
               [w.paragraph() for _ in range(w.rng.randint(2, 12))],
               unit=UNITS[n % 5], signer=own,
               copies=["  - " + w.sentence(w.rng.randint(2, 16))
                       for _ in range(n % 9)])


def bases(c, n):
    """One căn cứ to a page of them."""
    w = c.w
    lines = ["Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022"]
    for i in range(n * 2):
        lines.append("Căn cứ Nghị quyết số %d/NQ-HĐND ngày %d tháng 12 năm "
                     "2024 của Hội đồng nhân dân xã về %s" % (
                         i + 10, i % 20 + 10,
                         w.sentence(w.rng.randint(3, 40)).lower()))
    lines.append("Theo đề nghị của Trưởng Phòng Văn hóa - Xã hội")
    blocks = []
    for i in range(4):
        blocks.append("# Điều %d. %s" % (i + 1, title(w)))
        blocks += [w.paragraph(5, 80) for _ in range(w.rng.randint(1, 3))]
    c.document("can-cu-%02d" % n, "Quyết định", blocks, bases=lines)


KINDS = [(stamps, 24), (offices, 20), (bases, 10)]


def fill(c, part, writer):
    for kind, most in KINDS:
        c.w = writer(kind.__name__)
        for n in range(max(1, int(most * part))):
            kind(c, n)
