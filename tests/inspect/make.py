"""usage: make.py PROGRAM FOLDER [OURS.docx ...]

Word files of other programs with known faults, made in FOLDER, and what
`PROGRAM inspect` must find in each: all the rules named, at level warning or
error, and no other.  Files of ours go through LibreOffice and must come back
without a fault.  Prints one line a file and the totals.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import unicodedata

try:
    import docx
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls, qn
    from docx.shared import Cm, Pt
    import build
    import habits
except ImportError:
    docx = None

PROGRAM, WORK, OURS = sys.argv[1], sys.argv[2], sys.argv[3:]
ONLY = os.environ.get("ONLY")  # a pattern of names
CASES = []  # name, what makes it, rules that must be found


def case(name, must, *needs):
    def add(make):
        CASES.append((name, make, must.split(), needs))
        return make
    return add


def paper(title, must, change=None, /, **habits):
    def make(path):
        build.Paper(**habits).make(path, change)
    CASES.append((title, make, must.split(), ("python-docx",)))


# -- python-docx: one paper, one habit changed -----------------------------

LETTER = dict(type=None, subject=None, about="V/v gửi báo cáo thi đua năm 2025", number="Số: 15/PKT-TH",
              kinh_gui=["Kính gửi:", "- Công an xã;", "- Trạm Y tế xã."])
PLAN = dict(type="KẾ HOẠCH", number="Số: 15/KH-PKT", kinh_gui=[], items=["- Lãnh đạo UBND xã;", "- Lưu: VT, PKT."])
DECISION = dict(type="QUYẾT ĐỊNH", subject="Về việc tặng Giấy khen", number="Số: 15/QĐ-UBND", superior=None,
                subject_line=20, issuer=["ỦY BAN NHÂN DÂN", "XÃ THÁI TÂN"], kinh_gui=[],
                bases=["Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;",
                       "Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ;",
                       "Theo đề nghị của Trưởng Phòng Văn hóa - Xã hội."],
                body=["Điều 1. Tặng Giấy khen cho Phòng Kinh tế.", "Điều 2. Quyết định này có hiệu lực từ ngày ký."],
                end="Điều 3. Văn phòng và Phòng Kinh tế chịu trách nhiệm thi hành Quyết định này./.",
                items=["- Như Điều 3;", "- Lưu: VT, VHXH."], authority=["CHỦ TỊCH"])

if docx:
    paper("report-right", "")
    paper("letter-right", "", **LETTER)
    paper("plan-right", "", **PLAN)
    paper("decision-right", "", **DECISION)
    paper("one-row", "", rows=1)
    paper("one-row-letter", "", **dict(LETTER, rows=1))
    paper("line-breaks", "", rows=1, breaks=True, superior=None, issuer=["ỦY BAN NHÂN DÂN", "XÃ THÁI TÂN"])
    paper("lines-anchored", "", lines="anchored")
    paper("lines-vml", "", lines="vml")
    paper("lines-borders", "R13 R16 R26", lines="border")
    paper("letter-paper", "R01 R03 R04", width=215.9, height=279.4, top=25.4, bottom=30, left=25.4, right=25.4)
    paper("program-defaults", "R01 R03 R04 R05", width=None, font=None)
    paper("wide-margins", "R03 R04", top=30, left=25)
    paper("arial", "R05", font="Arial")
    paper("blue-text", "R06", color=(0x1F, 0x49, 0x7D))
    paper("number-in-footer", "R08", page="footer")
    paper("number-on-first-page", "R08", first_page=False)
    paper("small-page-number", "R07", page_size=11)
    paper("nation-large", "R09 R12", nation_size=14)
    paper("nation-misspelt", "R09", nation="CỘNG HÒA XÃ HỘI CHŨ NGHĨA VIỆT NAM")
    paper("motto-dash", "R10", motto="Độc lập – Tự do – Hạnh phúc")
    paper("motto-lower", "R10", motto="Độc lập - tự do - hạnh phúc", motto_line=57.7)
    paper("sizes-apart", "R11", motto_size=13, motto_line=56.1)
    paper("typed-lines", "R13 R16 R26", lines="typed")
    paper("no-lines", "R13 R16 R26", lines="none")
    paper("lines-too-long", "R13 R16 R26", motto_line=80, issuer_line=36, subject_line=60)
    paper("superior-bold", "R15", superior_bold=True)
    paper("superior-of-commune", "R15", **dict(DECISION, superior="UBND TỈNH HẢI DƯƠNG"))
    paper("number-blanks", "R17", number="Số: 15 / BC-PKT")
    paper("number-large", "R17", number_size=14)
    paper("number-no-zero", "R18", number="Số: 5/BC-PKT")
    paper("number-of-another-type", "R19", number="Số: 15/KH-PKT")
    paper("letter-cv", "R19", **dict(LETTER, number="Số: 15/CV-PKT"))
    paper("number-with-year", "R20", number="Số: 15/2025/BC-PKT")
    paper("date-no-zero", "R22", date="Thái Tân, ngày 5 tháng 12 năm 2025")
    paper("date-needless-zero", "R22", date="Thái Tân, ngày 05 tháng 09 năm 2025")
    paper("date-upright", "R23", date_italic=False)
    paper("type-lower", "R24", type="Báo cáo")
    paper("subject-stop", "R25", subject="Kết quả đợt thi đua năm 2025.")
    paper("body-left-12", "R28", body_size=12, align=0)
    paper("no-indent", "R29", first=Cm(0))
    paper("indent-by-tab", "R29", first=Cm(0), lead="\t")
    paper("no-gap", "R30", after=0)
    paper("double-spaced", "R31", line=2.0)
    paper("bases-commas", "R32", **dict(DECISION, bases=[
        "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022,", "Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ,",
        "Theo đề nghị của Trưởng Phòng Văn hóa - Xã hội."]))
    paper("law-with-number", "R33", **dict(DECISION, bases=[
        "Căn cứ Luật Thi đua, khen thưởng số 06/2022/QH15 ngày 15 tháng 6 năm 2022;", "Theo đề nghị của Trưởng Phòng Văn hóa - Xã hội."]))
    paper("expired-act", "H01", **dict(DECISION, bases=[
        "Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ;", "Theo đề nghị của Trưởng Phòng Văn hóa - Xã hội."]))
    paper("old-numbering", "R35", body=[build.BODY[0], ("h1", "I- KẾT QUẢ THỰC HIỆN"), ("h2", "1- Công tác chỉ đạo"),
                                        "a- Tuyên truyền trên hệ thống truyền thanh;", "b- Tổ chức hai hội nghị.",
                                        ("h1", "II- PHƯƠNG HƯỚNG")])
    paper("letters-without-d-bar", "R36", body=build.BODY[:4] + ["a) Một;", "b) Hai;", "c) Ba;", "d) Bốn;", "e) Năm."])
    paper("numbers-skip", "R36", body=build.BODY[:3] + ["Nội dung đã thực hiện xong.", ("h2", "3. Kết quả cụ thể")])
    paper("heading-colon-lower", "R37", body=[build.BODY[0], ("h1", "I. Kết quả thực hiện:"), build.BODY[3]])
    paper("plan-with-kinh-gui", "R39", **dict(PLAN, kinh_gui=["Kính gửi: Các phòng"], items=["- Như trên;", "- Lưu: VT, PKT."]))
    paper("kinh-gui-dash", "R40", **dict(LETTER, kinh_gui=["Kính gửi: - Công an xã;", "- Trạm Y tế xã."]))
    paper("recipients-large", "R41 R42", recipients_size=14, item_size=13)
    paper("items-plain", "R42", items=["Như trên;", "Lãnh đạo UBND xã;", "Lưu: VT, PKT."])
    paper("archive-bare", "R42", items=["- Như trên;", "- Lưu: VT."])
    paper("not-as-above", "R43", items=["- Lãnh đạo UBND xã;", "- Lưu: VT, PKT."])
    paper("party-signature", "R44", authority=["K/T TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG"])
    paper("wrong-deputy", "R45", authority=["KT. CHỦ TỊCH", "TRƯỞNG PHÒNG"])
    paper("name-small", "R46", name_size=12)
    paper("doctor", "R47", name="TS. Nguyễn Văn A")
    paper("no-end-mark", "R48", end="Trên đây là báo cáo của Phòng Kinh tế.")
    paper("end-mark-half", "R48", end="Trên đây là báo cáo của Phòng Kinh tế./")
    paper("annex-right", "", end="Trên đây là báo cáo, số liệu tại các Phụ lục I, II./.",
          appendix=[("Phụ lục I", "SỐ LIỆU KINH TẾ", None), ("Phụ lục II", "SỐ LIỆU XÃ HỘI", None)])
    paper("annex-faults", "R49 R50 R51", restart=False,
          appendix=[("PHỤ LỤC 1", "SỐ LIỆU KINH TẾ", None), ("PHỤ LỤC 2", "Số liệu xã hội", None)])
    paper("decomposed", "R56", subject=unicodedata.normalize("NFD", "Kết quả đợt thi đua năm 2025"))
    paper("district-capital", "R57", end="Trên đây là báo cáo gửi nhân dân trong Xã Thái Tân, theo Khoản 2 điều 5./.")
    paper("form-grid", "H04", table_style="Table Grid")
    paper("placeholder", "H09", end="Trên đây là báo cáo của [CẦN BỔ SUNG]./.")

    def bullets(p):
        for x in p.d.paragraphs:
            if x.text.startswith(("a) ", "b) ")):
                x.style = p.d.styles["List Bullet"]
                x.runs[0].text = x.text[3:]
    paper("bullets", "R29 R30 R35", bullets)

    def revise(p):
        x = [x for x in p.d.paragraphs if x.text.startswith("Tiếp tục")][0]
        x._p.append(parse_xml('<w:ins %s w:id="9" w:author="A"><w:r><w:t> Thêm.</w:t></w:r></w:ins>' % nsdecls("w")))
        x._p.append(parse_xml('<w:del %s w:id="8" w:author="A"><w:r><w:delText> Bớt</w:delText></w:r></w:del>' % nsdecls("w")))
    paper("tracked-changes", "H09", revise)

    def automatic(p):
        """Automatic a) b) c) d) e): Word knows no đ."""
        n = p.d.part.numbering_part.element
        n.insert(0, parse_xml('<w:abstractNum %s w:abstractNumId="77"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>'
                              '<w:lvlText w:val="%%1)"/><w:pPr><w:ind w:left="0" w:firstLine="720"/></w:pPr></w:lvl></w:abstractNum>' % nsdecls("w")))
        n.append(parse_xml('<w:num %s w:numId="77"><w:abstractNumId w:val="77"/></w:num>' % nsdecls("w")))
        for x in p.d.paragraphs:
            if x.text.startswith("Điểm"):
                x._p.get_or_add_pPr().append(parse_xml('<w:numPr %s><w:ilvl w:val="0"/><w:numId w:val="77"/></w:numPr>' % nsdecls("w")))
    paper("automatic-letters", "R36", automatic, body=build.BODY[:4] + ["Điểm %s." % i for i in ("một", "hai", "ba", "bốn", "năm")])

    def boxes(p):
        """Quốc hiệu in a text box, as some templates have it."""
        cell = p.d.tables[0].rows[0].cells[1]
        inner = "".join('<w:p %s><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/><w:sz w:val="%d"/></w:rPr><w:t>%s</w:t></w:r></w:p>'
                        % (nsdecls("w"), s, t) for s, t in ((26, p.nation), (28, p.motto)))
        keep = cell.paragraphs[2]._p
        for x in cell.paragraphs[:2]:
            cell._tc.remove(x._p)
        keep.addprevious(parse_xml('<w:p %s><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="width:270pt;height:40pt">'
                                   '<v:textbox><w:txbxContent>%s</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>' % (nsdecls("w"), inner)))
    paper("text-box", "", boxes)

    def borders(p):
        p.d.settings.element.append(parse_xml('<w:evenAndOddHeaders %s/>' % nsdecls("w")))
    paper("even-pages-bare", "R07", borders)
    paper("layout-by-tabs", "R13 R16 R26", layout="tabs", lines="typed")
    habits.add(case, paper, build, LETTER, DECISION)


# -- pandoc: everything at its defaults ------------------------------------

MARKDOWN = """---
title: Báo cáo kết quả đợt thi đua năm 2025
---

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM

Độc lập – Tự do – Hạnh phúc

Số: 5/BC-PKT

Thái Tân, ngày 5 tháng 12 năm 2025

I- Kết quả thực hiện

Phòng đã tổ chức phát động thi đua.

Nơi nhận:

- Lưu: VT.
"""


@case("pandoc-markdown", "R01 R03 R04 R05 R06 R09 R10 R13 R14 R17 R18 R22 R23 R24 R28 R29 R35 R37 R41 R42 R44 R48", "pandoc")
def pandoc_markdown(path):
    run("pandoc", "-f", "markdown", "-o", path, stdin=MARKDOWN)


@case("pandoc-html", "R01 R03 R04 R05 inspect/form-missing", "pandoc")
def pandoc_html(path):
    run("pandoc", "-f", "html", "-o", path, stdin="<p>Một thư thường.</p><p>Không phải văn bản hành chính.</p>")


# -- LibreOffice -----------------------------------------------------------

STYLES = """
@page { size: 210mm 297mm; margin: 20mm 20mm 20mm 30mm }
body, p, td { font-family: 'Times New Roman'; font-size: 14pt; color: #000000 }
p { margin: 0 } p.t { text-align: justify; text-indent: 1.27cm; margin-bottom: 6pt }
.c { text-align: center } .b { font-weight: bold } .i { font-style: italic }
.s13 { font-size: 13pt } .s12 { font-size: 12pt } .s11 { font-size: 11pt }
"""
HTML = """<html><head><meta charset="utf-8"><style>%s</style></head><body>
<table width="600" cellpadding="0" cellspacing="0"><tr><td width="228"><p class="c"><font style="font-size:13pt">UBND XÃ THÁI TÂN</font></p>
<p class="c"><b><font style="font-size:13pt">PHÒNG KINH TẾ</font></b></p></td>
<td width="372"><p class="c"><b><font style="font-size:13pt">CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</font></b></p>
<p class="c"><b>Độc lập - Tự do - Hạnh phúc</b></p></td></tr>
<tr><td><p class="c"><font style="font-size:13pt">Số: 15/BC-PKT</font></p></td>
<td><p class="c"><i>Thái Tân, ngày 05 tháng 12 năm 2025</i></p></td></tr></table>
<p class="c"><b>BÁO CÁO</b></p><p class="c"><b>Kết quả đợt thi đua năm 2025</b></p>
<p class="t">Phòng Kinh tế đã phát động thi đua từ ngày 12 tháng 9 năm 2025.</p>
<p class="t">%s</p>
<table width="600" cellpadding="0" cellspacing="0"><tr><td width="280"><p><b><i><font style="font-size:12pt">Nơi nhận:</font></i></b></p>
<p><font style="font-size:11pt">- Lãnh đạo UBND xã;</font></p><p><font style="font-size:11pt">- Lưu: VT, PKT.</font></p></td>
<td width="320"><p class="c"><b>TRƯỞNG PHÒNG</b></p><p><br></p><p class="c"><b>Nguyễn Văn A</b></p></td></tr></table>
</body></html>"""


def office(path, source, ext, *filters):
    """Convert the text source with a LibreOffice profile of our own."""
    stem = os.path.splitext(path)[0]
    src = stem + "-in." + ext
    if isinstance(source, str):
        with open(src, "w", encoding="utf-8") as f:
            f.write(source)
    else:
        shutil.copy(source[0], src)
    out = stem + "-out"
    run("soffice", "--headless", "-env:UserInstallation=file://" + os.path.join(WORK, "profile"), *filters,
        "--convert-to", "docx", "--outdir", out, src)
    shutil.move(os.path.join(out, os.path.basename(stem) + "-in.docx"), path)


@case("office-html", "R13 R16 R26", "soffice")
def office_html(path):
    office(path, HTML % (STYLES, "Trên đây là báo cáo của Phòng Kinh tế./."), "html",
           "--infilter=HTML (StarWriter)")


@case("office-html-faults", "R13 R16 R26 R48", "soffice")
def office_html_faults(path):
    office(path, HTML % (STYLES, "Trên đây là báo cáo của Phòng Kinh tế."), "html",
           "--infilter=HTML (StarWriter)")


FODT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles>
<style:default-style style:family="paragraph"><style:text-properties style:font-name="Times New Roman" fo:font-family="'Times New Roman'" fo:font-size="14pt"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph"><style:text-properties fo:font-family="'Times New Roman'" fo:font-size="14pt"/></style:style>
</office:styles><office:automatic-styles>
<style:page-layout style:name="pm"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="2cm" fo:margin-bottom="2cm" fo:margin-left="3cm" fo:margin-right="2cm"/></style:page-layout>
<style:style style:name="B" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:text-align="justify" fo:text-indent="1.27cm" fo:margin-bottom="0.212cm"/></style:style>
<style:style style:name="C" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:text-align="center"/><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="N" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:text-align="center"/><style:text-properties fo:font-size="13pt" fo:font-weight="bold"/></style:style>
<style:style style:name="D" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:text-align="center"/><style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="S" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:text-align="center"/><style:text-properties fo:font-size="13pt"/></style:style>
<style:style style:name="R" style:family="paragraph" style:parent-style-name="Standard"><style:text-properties fo:font-size="12pt" fo:font-weight="bold" fo:font-style="italic"/></style:style>
<style:style style:name="I" style:family="paragraph" style:parent-style-name="Standard"><style:text-properties fo:font-size="12pt"/></style:style>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="pm"/></office:master-styles>
<office:body><office:text>
<text:p text:style-name="N">PHÒNG KINH TẾ</text:p>
<text:p text:style-name="N">CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</text:p>
<text:p text:style-name="C">Độc lập - Tự do - Hạnh phúc</text:p>
<text:p text:style-name="S">Số: 05/BC-PKT</text:p>
<text:p text:style-name="D">Thái Tân, ngày 05 tháng 03 năm 2026</text:p>
<text:p text:style-name="C">BÁO CÁO</text:p>
<text:p text:style-name="C">Kết quả đợt thi đua năm 2025</text:p>
<text:p text:style-name="B">Phòng Kinh tế đã phát động thi đua từ tháng chín.</text:p>
<text:p text:style-name="B">Trên đây là báo cáo của Phòng Kinh tế./.</text:p>
<text:p text:style-name="C">K/T TRƯỞNG PHÒNG</text:p>
<text:p text:style-name="C">PHÓ TRƯỞNG PHÒNG</text:p>
<text:p text:style-name="C">Nguyễn Văn A</text:p>
<text:p text:style-name="R">Nơi nhận:</text:p>
<text:p text:style-name="I">- Lãnh đạo UBND xã;</text:p>
<text:p text:style-name="I">- Lưu: VT, PKT.</text:p>
</office:text></office:body></office:document>"""


@case("office-odt", "R13 R16 R22 R26 R41 R42 R44", "soffice")
def office_odt(path):
    office(path, FODT, "fodt")


for ours in OURS:
    def again(path, ours=ours):
        office(path, (ours,), "docx")
    CASES.append(("resaved-" + os.path.splitext(os.path.basename(ours))[0], again, [], ("soffice",)))


# -- running ---------------------------------------------------------------

def run(*args, stdin=None):
    subprocess.run(args, check=True, input=stdin.encode() if stdin else None,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120)


def found_in(path):
    out = subprocess.run([PROGRAM, "inspect", "--format", "json", path], capture_output=True, timeout=60)
    rules = {}
    for f in json.loads(out.stdout)["findings"]:
        m = re.match(r"([RH]\d\d)", f.get("detail", ""))
        if f["level"] in ("warning", "error"):
            rules.setdefault(m.group(1) if m else f["rule"], []).append(f)
    return rules


def missing_tool(needs):
    for need in needs:
        if need == "python-docx" and docx is None or need != "python-docx" and shutil.which(need) is None:
            return need
    return None


def main():
    found = missed = false = files = skipped = 0
    bad = False
    for name, make, must, needs in CASES:
        tool = missing_tool(needs)
        if tool:
            print("ok - inspect %s # SKIP %s is not installed" % (name, tool))
            skipped += 1
            continue
        if ONLY and not re.search(ONLY, name):
            continue
        path = os.path.join(WORK, name + ".docx")
        make(path)
        rules = found_in(path)
        lost = [r for r in must if r not in rules]
        more = [r for r in rules if r not in must]
        files += 1
        found += len(must) - len(lost)
        missed += len(lost)
        false += len(more)
        for r in more:
            print("#   %s: %s %s" % (name, rules[r][0]["rule"], rules[r][0].get("detail", "")))
        if lost or more:
            bad = True
            print("not ok - inspect %s: missed %s, false %s" % (name, " ".join(lost) or "-", " ".join(more) or "-"))
        else:
            print("ok - inspect %s: %s" % (name, " ".join(must) or "nothing"))
    print("# inspect: %d files of other programs (%d skipped): %d faults found, %d missed, %d false"
          % (files, skipped, found, missed, false))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
