"""usage: mutate.py PROGRAM FOLDER SAMPLE

One thing made wrong in the files of the sample campaign, for every rule that a
form can decide: `PROGRAM inspect` must name that rule there, and says
nothing of the file as it was.  Prints rule, form, change and finding.
"""
import json
import os
import re
import subprocess
import sys
import unicodedata
import zipfile

from pdf import Pdf

PROGRAM, WORK, SAMPLE = sys.argv[1:4]
REPORT, LETTER, DECISION = "phong-kt-ket-qua", "cong-van-don-doc", "quyet-dinh-khen-thuong"
ANNEX, PLAN, LIST = "phong-vhxh-ket-qua", "ke-hoach", "to-trinh-khen-thuong"
DOC, HEAD = "word/document.xml", "word/header1.xml"
T = '<w:t xml:space="preserve">'
ROWS = []  # rule, form, file, what, function


def word(rule, name, what, *edits):
    """Edits are (part, old, new): the first place, as it stands."""
    ROWS.append((rule, "docx", name, what, edits))


def page(rule, name, what, change):
    ROWS.append((rule, "pdf", name, what, change))


def text(old, new, part=DOC):
    return (part, T + old, T + new)


def run(old, props):
    return (DOC, "<w:r>" + T + old, "<w:r><w:rPr>" + props + "</w:rPr>" + T + old)


def par(old, props):
    """Properties of the paragraph with that text, behind its style."""
    return (DOC, "</w:pPr><w:r>" + T + old, props + "</w:pPr><w:r>" + T + old)


def sz(n):
    return '<w:sz w:val="%d"/>' % n


# -- the Word file ---------------------------------------------------------

word("R01", REPORT, "letter paper", (DOC, 'w:h="16838"', 'w:h="15840"'))
word("R02", LETTER, "lying page", (DOC, 'w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906"'))
word("R03", REPORT, "top margin 17,6 mm", (DOC, 'w:top="1134" w:right', 'w:top="1000" w:right'))
word("R03", REPORT, "bottom margin 30 mm", (DOC, 'w:bottom="1134"', 'w:bottom="1701"'))
word("R04", REPORT, "left margin 25 mm", (DOC, 'w:left="1701"', 'w:left="1417"'))
word("R05", REPORT, "Arial", run("Phối hợp", '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>'))
word("R06", REPORT, "blue text", run("Phối hợp", '<w:color w:val="0000FF"/>'))
word("R07", REPORT, "page number left", (HEAD, "<w:pPr>", '<w:pPr><w:jc w:val="left"/>'))
word("R07", REPORT, "Roman numbers", (DOC, "<w:titlePg/>", '<w:pgNumType w:fmt="lowerRoman"/><w:titlePg/>'))
word("R08", REPORT, "number on page 1", (DOC, "<w:titlePg/>", ""))
word("R09", REPORT, "Quốc hiệu 14 pt", run("CỘNG HÒA", sz(28)))
word("R09", REPORT, "Quốc hiệu misspelt", text("CỘNG HÒA XÃ HỘI CHỦ", "CỘNG HÒA XÃ HỘI CHŨ"))
word("R10", REPORT, "long dashes", text("Độc lập - Tự do", "Độc lập – Tự do"))
word("R11", REPORT, "Tiêu ngữ 13 pt", run("Độc lập", sz(26)))
word("R12", REPORT, "narrow column", (DOC, '<w:tcW w:w="5556"', '<w:tcW w:w="5000"'))
word("R13", REPORT, "line 40 mm", (DOC, 'w:left="1064" w:right="1064"', 'w:left="1644" w:right="1644"'))
word("R13", REPORT, "no line", (DOC, '<w:p><w:pPr><w:pStyle w:val="VTDuongKe"/><w:spacing w:before="40"/><w:ind w:left="1064" w:right="1064"/></w:pPr></w:p>', ""))
word("R14", REPORT, "issuer not bold", run("PHÒNG KINH TẾ", '<w:b w:val="0"/>'))
word("R15", REPORT, "superior bold", run("UBND XÃ", "<w:b/>"))
word("R16", REPORT, "line 50 mm", (DOC, 'w:left="1315" w:right="1315"', 'w:left="340" w:right="340"'))
word("R17", REPORT, "number 14 pt", run("Số: 25", sz(28)))
word("R18", REPORT, "no zero", text("Số: 25/", "Số: 5/"))
word("R19", REPORT, "type of another", text("Số: 25/BC", "Số: 25/KH"))
word("R20", REPORT, "year in the number", text("Số: 25/BC", "Số: 25/2025/BC"))
word("R21", REPORT, "no comma", text("Thái Tân, ngày 05", "Thái Tân ngày 05"))
word("R22", REPORT, "day without zero", text("Thái Tân, ngày 05", "Thái Tân, ngày 5"))
word("R23", REPORT, "date upright", run("Thái Tân, ngày 05", '<w:i w:val="0"/>'))
word("R24", REPORT, "type not bold", run("BÁO CÁO", '<w:b w:val="0"/>'))
word("R25", REPORT, "subject left", par("Kết quả thực hiện Đợt", '<w:jc w:val="left"/>'))
word("R26", REPORT, "line 100 mm", (DOC, 'w:left="2962" w:right="2962"', 'w:left="1700" w:right="1700"'))
word("R27", LETTER, "14 pt", run("V/v đôn đốc", sz(28)))
word("R28", REPORT, "text left", par("Đến ngày 30", '<w:jc w:val="left"/>'))
word("R28", REPORT, "text 12 pt", run("Đến ngày 30", sz(24)))
word("R29", REPORT, "first line 5 mm", par("Đến ngày 30", '<w:ind w:firstLine="283"/>'))
word("R30", LETTER, "1 pt between", par("3. ", '<w:spacing w:after="20"/>'))
word("R31", REPORT, "two lines", par("Đến ngày 30", '<w:spacing w:line="480" w:lineRule="auto"/>'))
word("R32", DECISION, "căn cứ upright", run("Căn cứ Luật Thi", '<w:i w:val="0"/>'))
word("R33", DECISION, "law with number", text("Căn cứ Luật Thi đua, khen thưởng ngày", "Căn cứ Luật Thi đua, khen thưởng số 06/2022/QH15 ngày"))
word("R34", LETTER, "no date", (DOC, "45/KH-UBND ngày 12 tháng 9 năm 2025", "45/KH-UBND"))
word("R35", REPORT, "old sign", text("1. ", "1- "))
word("R36", REPORT, "I., III.", text("II. ", "III. "))
word("R37", REPORT, "mục not bold", run("CÔNG TÁC", '<w:b w:val="0"/>'))
word("R38", DECISION, "Điều without title", text("Tặng Giấy khen<", "<"))
word("R39", PLAN, "plan with Kính gửi", (DOC, '<w:p><w:pPr><w:pStyle w:val="BodyText"/>', '<w:p><w:pPr><w:pStyle w:val="VTKinhGui"/></w:pPr><w:r>' + T + 'Kính gửi: Các phòng</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="BodyText"/>'))
word("R40", LETTER, "comma in the list", text("- Công an xã, Trạm Y tế xã;", "- Công an xã, Trạm Y tế xã,"))
word("R41", REPORT, "Nơi nhận 14 pt", run("Nơi nhận:", sz(28)))
word("R42", REPORT, "items 13 pt", run("- Như trên;", sz(26)))
word("R43", REPORT, "not as above", text("- Như trên;", "- Sở Nội vụ;"))
word("R44", REPORT, "K/T", text("KT. TRƯỞNG", "K/T TRƯỞNG"))
word("R45", REPORT, "deputy of another", text("PHÓ TRƯỞNG PHÒNG", "PHÓ CHỦ TỊCH"))
word("R46", REPORT, "name 12 pt", run("Trần Thị B<", sz(24)))
word("R47", REPORT, "degree", text("Trần Thị B<", "TS. Trần Thị B<"))
word("R48", LETTER, "half an end mark", (DOC, "thực hiện./.<", "thực hiện./<"))
word("R49", ANNEX, "appendix not mentioned", (DOC, " (danh sách tại Phụ lục kèm theo)", ""))
word("R50", ANNEX, "head 13 pt", (DOC, "<w:r>" + T + "Phụ lục<", "<w:r><w:rPr>" + sz(26) + "</w:rPr>" + T + "Phụ lục<"))
word("R51", ANNEX, "numbers go on", (DOC, '<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr></w:body>', "<w:titlePg/></w:sectPr></w:body>"))
word("R52", LETTER, "box 7 mm high", (DOC, 'w:line="339"', 'w:line="280"'))
word("R53", LETTER, "address 14 pt", ("word/footerFoot.xml", "<w:r>" + T + "Địa", "<w:r><w:rPr>" + sz(28) + "</w:rPr>" + T + "Địa"))
word("R54", REPORT, "small letters", (DOC, "</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:tcW w:w=\"4819\"", '</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="VTNoiNhanDong"/></w:pPr><w:r>' + T + 'pl.(300)</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:tcW w:w="4819"'))
word("R55", REPORT, "time 14 pt", text("Phối hợp", "2025-12-05T14:59:33+07:00 phối hợp"))
word("R56", REPORT, "decomposed", text("Phối hợp", unicodedata.normalize("NFD", "Phối hợp")))
word("R57", REPORT, "Xã Thái Tân", (DOC, "dân xã Thái Tân về", "dân Xã Thái Tân về"))
word("R58", REPORT, "name of 60 letters", text("Trần Thị B<", "Trần Thị " + "B" * 60 + "<"))
word("H01", DECISION, "expired act", (DOC, "152/2025/NĐ-CP ngày 14 tháng 6 năm 2025", "98/2023/NĐ-CP ngày 31 tháng 12 năm 2023"))
word("H04", REPORT, "borders", (DOC, '<w:tblLayout w:type="fixed"/>', '<w:tblBorders><w:top w:val="single"/><w:left w:val="single"/></w:tblBorders><w:tblLayout w:type="fixed"/>'))
word("H05", REPORT, "table too wide", (DOC, '<w:gridCol w:w="3148"/>', '<w:gridCol w:w="5148"/>'))
word("H07", REPORT, "two blanks", text("Phối hợp với", "Phối hợp  với"))
word("H08", REPORT, "hoá and hóa", (DOC, "đơn giản hóa", "đơn giản hoá"))
word("H09", REPORT, "placeholder", text("Phối hợp", "[CẦN BỔ SUNG] phối hợp"))
word("H11", LIST, "number left out", (DOC, T + "3</w:t>", T + "4</w:t>"))


# -- the PDF ---------------------------------------------------------------

def move(what, dx=0, dy=0, nth=0):
    return lambda p: p.move(p.find(what, nth), dx, dy)


def size(what, points, nth=0):
    return lambda p: p.size(p.find(what, nth), points)


def say(old, new, nth=0):
    return lambda p: p.replace(old, new, nth)


def rule(i, change, on=0):
    return lambda p: p.rect(on, i, change)


def both(*changes):
    return lambda p: [c(p) for c in changes]


def number_on_page_1(p):
    other = [s for s in p.shows[1] if s.text == "2"][0]
    code = {v: k for k, v in other.map.items()}["1"]
    p.edit(0, 3, 3, b"/Artifact<</Type/Pagination>>BDC\n%s 14 Tf\n300 800 Td\n<%04x> Tj\n-300 -800 Td\nEMC\n" % (other.font[0].group(), code))


def number(p):
    return [s for s in p.shows[1] if s.text == "2"][0]


def bare_signature(p):
    """No text left on the page of the signature."""
    last = p.find("Nơi nhận:")
    for s in p.shows[last.page]:
        if s.first < last.first:
            p.edit(s.page, s.first, s.last, "")


def heading_down(p):
    for s in (p.find("2. "), p.find("Công tác tuyên truyền")):
        p.move(s, 0, -52)


def unmentioned(p):
    for shows in p.shows[:4]:
        for s, t in zip(shows, shows[1:]):
            if "hụ lục" in s.text + t.text or "kèm theo" in s.text:
                p.edit(s.page, s.first, s.last, "")


def spread(p):
    """The second line of a paragraph nearer to the first."""
    p.move(p.find("đạo về phát triển"), 0, 4)


def borders(p):
    """The left half of the head in a frame of four lines."""
    start, _, (x, y, w, h) = p.rects[0][0]
    p.edit(0, start, start, "90 710 170 0.5 re\n90 790 170 0.5 re\n90 710 0.5 80 re\n260 710 0.5 80 re\n")


def unicode_d(p):
    """Đ comes out as U+00D0."""
    n, _ = p.font(0, p.find("Đến ngày").font[0].group())
    to = p.ref(p.dict(n), "ToUnicode")
    data = p.stream(to).replace(b"<0110>", b"<00D0>")
    p.changed[to] = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(data), data)


def version(p):
    p.bytes = p.bytes.replace(b"%PDF-1.7", b"%PDF-1.3", 1)


def another_face(p):
    """In all three places of each font, at the same length."""
    p.bytes = p.bytes.replace(b"LiberationSerif", b"ArialNarrowMono")


page("R01", REPORT, "letter paper", lambda p: p.page_dict(0, rb"/MediaBox\s*\[[^]]*\]", b"/MediaBox [0 0 612 792]"))
page("R02", LETTER, "lying page", lambda p: p.page_dict(0, rb"/MediaBox\s*\[[^]]*\]", b"/MediaBox [0 0 841.9 595.3]"))
page("R03", REPORT, "first line 2 mm higher", move("UBND XÃ", 0, 6))
page("R03", REPORT, "last line 5 mm lower", move("Thống kê đến hết", 0, -14))
page("R04", REPORT, "line 2 mm to the left", move("ban nhân dân xã Thái Tân về", -6))
page("R04", REPORT, "line 3 mm to the right", move("hát triển kinh tế - xã hội, bảo đảm quốc phòng", 20))
page("R05", REPORT, "Arial", another_face)
page("R06", REPORT, "blue text", lambda p: p.color(p.find("Đến ngày 30"), "0 0 1"))
page("R07", REPORT, "page number to the right", lambda p: p.move(number(p), 40))
page("R07", REPORT, "page number 11 pt", lambda p: p.size(number(p), 11))
page("R07", REPORT, "another number", lambda p: p.retext(number(p), "3"))
page("R07", REPORT, "no page number", lambda p: p.edit(1, number(p).first, number(p).last, ""))
page("R08", REPORT, "number on page 1", number_on_page_1)
page("R08", REPORT, "number at the foot", lambda p: p.move(number(p), 0, -775))
page("R09", REPORT, "Quốc hiệu 14 pt", size("CỘNG HÒA", 14))
page("R09", REPORT, "Quốc hiệu misspelt", say("CHỦ NGHĨA", "CHU NGHĨA"))
page("R10", REPORT, "no blank before the dash", say("Độc lập - Tự", "Độc lập- Tự"))
page("R11", REPORT, "Tiêu ngữ 13 pt", size("Độc lập", 13))
page("R12", REPORT, "Tiêu ngữ 1,5 mm beside", move("Độc lập", 4.5))
page("R12", REPORT, "Tiêu ngữ 3 pt lower", move("Độc lập", 0, -3))
page("R13", REPORT, "line 3 mm too short", rule(1, lambda x, y, w, h: (x + 4, y, w - 8, h)))
page("R13", REPORT, "line 2 mm beside", rule(1, lambda x, y, w, h: (x + 6, y, w, h)))
page("R13", REPORT, "no line", rule(1, None))
page("R14", REPORT, "issuer 11 pt", size("PHÒNG KINH TẾ", 11))
page("R14", DECISION, "second line beside", move("XÃ THÁI TÂN", 8))
page("R15", REPORT, "superior 11 pt", size("UBND XÃ", 11))
page("R15", REPORT, "superior beside", move("UBND XÃ", 8))
page("R16", REPORT, "line of 80 %", rule(0, lambda x, y, w, h: (x - 20, y, w + 40, h)))
page("R17", REPORT, "number 14 pt", size("Số: 25", 14))
page("R17", REPORT, "number beside", move("Số: 25", 8))
page("R18", REPORT, "no zero", say("Số: 25/", "Số: 5/"))
page("R19", REPORT, "type of another", say("25/BC", "25/KH"))
page("R20", REPORT, "year in the number", say("25/BC", "25/2025/BC"))
page("R21", REPORT, "no comma", say("Thái Tân, ngày 05", "Thái Tân ngày 05"))
page("R22", REPORT, "day without zero", say("Thái Tân, ngày 05", "Thái Tân, ngày 5"))
page("R23", REPORT, "date 2 mm lower", move("Thái Tân, ngày 05", 0, -6))
page("R23", REPORT, "date beside", move("Thái Tân, ngày 05", 9))
page("R24", REPORT, "type beside", move("BÁO CÁO", 10))
page("R24", REPORT, "type 12 pt", size("BÁO CÁO", 12))
page("R25", REPORT, "last line beside", move("tế - xã hội, bảo đảm quốc phòng - an ninh năm 2025", 12))
page("R26", REPORT, "line of 90 %", rule(2, lambda x, y, w, h: (x - 80, y, w + 160, h)))
page("R27", LETTER, "14 pt", size("V/v đôn đốc", 14))
page("R27", LETTER, "2 pt nearer to the number", both(move("V/v đôn đốc", 0, 2), move("thực hiện đợt thi đua năm 2025", 0, 2)))
page("R28", REPORT, "line not justified", lambda p: p.wrap(p.find("ban nhân dân xã Thái Tân về"), b"-0.2 Tc\n", b"\n0 Tc\n"))
page("R28", REPORT, "line 12 pt", size("Đến ngày 30", 12))
page("R29", REPORT, "first line 8 mm", move("Đến ngày 30", -13))
page("R30", LETTER, "2 pt between", move("Yêu cầu các đơn vị", 0, 4))
page("R31", REPORT, "second line too near", spread)
page("R31", REPORT, "one line on another", move("Nghị quyết số 59", 0, 12))
page("R32", DECISION, "căn cứ 12 pt", size("Căn cứ Luật Thi", 12))
page("R33", DECISION, "law with number", say("khen thưởng ngày 15 tháng 6 năm 2022;", "khen thưởng số 06/2022;"))
page("R34", LETTER, "no date", say("45/KH-UBND ngày 12 tháng 9 năm 2025 ", "45/KH-UBND "))
page("R35", REPORT, "old sign", say("1. ", "1- "))
page("R36", REPORT, "I., III.", say("II. ", "III. "))
page("R37", REPORT, "mục in small letters", say("CÔNG TÁC CHỈ ĐẠO", "Công tác CHỈ ĐẠO"))
page("R38", DECISION, "Điều without title", say("Tặng Giấy khen", " "))
page("R39", REPORT, "plan with Kính gửi", both(say("BÁO CÁO", "KẾ HOẠCH"), say("25/BC", "25/KH")))
page("R40", LETTER, "dash 2 mm beside the colon", move("- Công an xã, Trạm", 6))
page("R41", REPORT, "Nơi nhận 14 pt", size("Nơi nhận:", 14))
page("R41", REPORT, "Nơi nhận 2 mm lower", move("Nơi nhận:", 0, -7))
page("R41", REPORT, "Nơi nhận beside the margin", move("Nơi nhận:", 4))
page("R42", REPORT, "item 12 pt", size("- Như trên;", 12))
page("R42", REPORT, "item beside the margin", move("- Lưu: VT", 5))
page("R43", REPORT, "not as above", say("- Như trên;", "- Như vậy;"))
page("R44", REPORT, "KT without a stop", say("KT. TRƯỞNG", "KT TRƯỞNG"))
page("R45", REPORT, "no deputy", say("PHÓ TRƯỞNG PHÒNG", "TRƯỞNG PHÒNG"))
page("R46", REPORT, "name beside", move("Trần Thị B", 10, nth=-1))
page("R46", REPORT, "name 12 pt", size("Trần Thị B", 12, -1))
page("R47", REPORT, "degree", say("Trần Thị B", "TS. Trần Thị B", -1))
page("R48", LETTER, "half an end mark", say("thực hiện./.", "thực hiện./"))
page("R49", ANNEX, "appendix not mentioned", unmentioned)
page("R50", ANNEX, "head 13 pt", lambda p: p.size([s for s in p.shows[4] if s.text.startswith("Phụ lục")][0], 13))
page("R50", ANNEX, "head beside", lambda p: p.move([s for s in p.shows[4] if s.text.startswith("Phụ lục")][0], 12))
page("R51", ANNEX, "numbers go on", lambda p: p.object(b"/PageLabels", rb"(/Nums\[0<<.*?>>)\s*4<<.*?>>(?=\])", rb"\1"))
page("R52", LETTER, "box 19 mm wide", rule(4, lambda x, y, w, h: (x + 3, y, w, h)))
page("R52", LETTER, "box 7 mm high", both(rule(2, lambda x, y, w, h: (x, y - 2, w, h)), rule(3, lambda x, y, w, h: (x, y + 1, w, h))))
page("R53", LETTER, "line 5 mm too short", rule(6, lambda x, y, w, h: (x, y, w - 14, h)))
page("R53", LETTER, "address 14 pt", size("Địa chỉ", 14))
page("R54", REPORT, "small letters", say("- Lãnh đạo Ủy ban nhân dân xã (để báo cáo);", "pl.(300)"))
page("R55", REPORT, "time 14 pt", say("Đến ngày 30", "2025-12-05T14:59:33+07:00"))
page("R56", REPORT, "another Đ", unicode_d)
page("R57", REPORT, "Xã Thái Tân", say("ban nhân dân xã Thái Tân về", "ban nhân dân Xã Thái Tân về"))
page("R58", REPORT, "name of 60 letters", both(say("Trần Thị B", "Trần Thị " + "i" * 45, -1), move("Trần Thị B", -75, nth=-1)))
page("R59", REPORT, "one page more", lambda p: p.object(b"/Kids", rb"/Count (\d+)", lambda m: b"/Count %d" % (int(m.group(1)) + 1)))
page("R60", REPORT, "PDF 1.3", version)
page("H01", LETTER, "expired act", say("Kế hoạch số 45/KH-UBND ngày 12 tháng 9 năm 2025", "Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023"))
page("H02", REPORT, "heading at the foot", heading_down)
page("H03", REPORT, "signature alone", bare_signature)
page("H04", REPORT, "borders round the head", borders)
page("H05", REPORT, "table 10 mm over", rule(0, lambda x, y, w, h: (x, y, w + 30, h), on=1))
page("H05", REPORT, "cell 9 pt", size("Tăng trưởng kinh tế", 9))
page("H06", REPORT, "seal beside the signature", lambda p: p.object(b"(co-quan)", rb"/Rect\s*\[\s*([\d.]+) ([\d.]+) ([\d.]+) ", rb"/Rect [100 \2 200 "))
page("H07", REPORT, "two blanks", say("Đến ngày 30", "Đến  ngày 30"))
page("H08", REPORT, "hoá and hóa", say("đơn giản hóa", "đơn giản hoá"))
page("H09", REPORT, "placeholder", say("Đến ngày 30", "xxx ngày 30"))
page("H11", LIST, "number left out", lambda p: p.retext([s for s in p.shows[-1] + p.shows[0] if s.text == "3"][0], "4"))


# -- running ---------------------------------------------------------------

def found_in(path):
    out = subprocess.run([PROGRAM, "inspect", "--lang", "en", "--format", "json", path], capture_output=True, timeout=60)
    rules = {}
    for f in json.loads(out.stdout)["findings"]:
        m = re.match(r"([RH]\d\d)", f.get("detail", ""))
        rules.setdefault(m.group(1) if m else f["rule"], []).append(f)
    return rules


def change_word(source, path, edits):
    with zipfile.ZipFile(source) as z, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        assert {part for part, _, _ in edits} <= set(z.namelist())
        for name in z.namelist():
            data = z.read(name)
            for part, old, new in edits:
                if part == name:
                    assert old.encode() in data, "%s has no %s" % (part, old)
                    data = data.replace(old.encode(), new.encode(), 1)
            out.writestr(name, data)


def change(row, path):
    _, form, name, _, how = row
    source = os.path.join(SAMPLE, name + "." + form)
    if form == "docx":
        change_word(source, path, how)
    else:
        p = Pdf(source)
        how(p)
        p.save(path)


def decidable(form):
    """The rules that the program says it decides on a form."""
    out = subprocess.run([PROGRAM, "inspect", "--rules", "--lang", "en", "--format", "json"], capture_output=True, timeout=60)
    return [r["rule"] for r in json.loads(out.stdout)["rules"] if r[form]]


def main():
    bad, caught, rows = 0, {"docx": 0, "pdf": 0}, {"docx": 0, "pdf": 0}
    clean = {}
    for i, row in enumerate(ROWS):
        rule_id, form, name, what, _ = row
        path = os.path.join(WORK, "%03d.%s" % (i, form))
        if (form, name) not in clean:
            clean[form, name] = found_in(os.path.join(SAMPLE, name + "." + form))
        rows[form] += 1
        try:
            change(row, path)
            found = found_in(path)
        except Exception as e:
            found = {repr(e): [{}]}
        right = rule_id in found and rule_id not in clean[form, name]
        caught[form] += right
        bad += not right
        f = found.get(rule_id, [{}])[0]
        print("%s - %s %-4s %s: %s" % ("ok" if right else "not ok", rule_id, form, what,
                                     f.get("rule", " ".join(found) or "nothing") + " " + f.get("detail", "")))
        if not right and "-k" not in sys.argv:
            continue
        os.remove(path) if os.path.exists(path) else None
    for (form, name), found in sorted(clean.items()):
        faults = [f for fs in found.values() for f in fs if f["level"] != "style"]
        if faults:
            bad += 1
            print("not ok - %s.%s as it was: %s" % (name, form, " ".join(found)))
    for form in ("docx", "pdf"):
        bare = [r for r in decidable(form) if r not in [x[0] for x in ROWS if x[1] == form]]
        bad += len(bare)
        if bare:
            print("not ok - %s: no change breaks %s" % (form, " ".join(bare)))
        print("# mutations: %s: %d tried, %d caught; %d of %d rules" % (
            form, rows[form], caught[form], len({x[0] for x in ROWS if x[1] == form}), len(decidable(form))))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
