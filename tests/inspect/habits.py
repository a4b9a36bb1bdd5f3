"""habits.py - more files for make.py, in ways that real offices make them: text
frames, nested tables, merged cells, themes, content controls, tracked changes.
What must be found was written down before the first run.
"""
import re
import unicodedata
import zipfile

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

W = nsdecls("w")
VML = 'xmlns:v="urn:schemas-microsoft-com:vml"'


def find(p, begins):
    """The first paragraph anywhere that begins so."""
    for x in p.d.element.body.iter(qn("w:p")):
        if "".join(t.text or "" for t in x.iter(qn("w:t"))).startswith(begins):
            return x
    raise AssertionError(begins)


def props(x, xml):
    """Properties of a paragraph, put first."""
    x.get_or_add_pPr().append(parse_xml(xml.replace("/>", " %s/>" % W, 1)))


def runs(x, xml):
    for r in x.findall(qn("w:r")):
        r.get_or_add_rPr().append(parse_xml(xml.replace("/>", " %s/>" % W, 1)))


def again(path, part, change):
    """A part of a finished file rewritten."""
    with zipfile.ZipFile(path) as z:
        parts = [(n, z.read(n)) for n in z.namelist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
        for n, data in parts:
            if re.fullmatch(part, n):
                data = change(data.decode()).encode()
            z.writestr(n, data)


def add(case, paper, build, letter, decision):
    def frame(p):
        """Quốc hiệu and Tiêu ngữ in a text frame, underlined with w:u."""
        cell = p.d.tables[0].rows[0].cells[1]
        for x in list(cell.paragraphs[:2]):
            cell._tc.remove(x._p)
            p.d.tables[0]._tbl.addprevious(x._p)
            props(x._p, '<w:framePr w:w="5556" w:hSpace="180" w:wrap="around" w:vAnchor="page" w:hAnchor="page" w:x="5200" w:y="1134"/>')
            if x.text.startswith("Độc"):
                x.runs[0].underline = True
        for x in list(cell.paragraphs):
            if x._p.findall(".//" + qn("w:drawing")):
                cell._tc.remove(x._p)
        if not cell.paragraphs:
            cell.add_paragraph()
    paper("frame-underlined", "R13", frame)

    def nested(p):
        """The head's table inside a cell of another one."""
        t = p.d.tables[0]._tbl
        outer = parse_xml('<w:tbl %s><w:tblPr><w:tblW w:w="9071" w:type="dxa"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
                          '</w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w="9071"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr>'
                          '<w:tcW w:w="9071" w:type="dxa"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>' % W)
        t.addprevious(outer)
        outer.find(".//" + qn("w:p")).addprevious(t)
    paper("nested-head", "R15", nested, superior_bold=True)

    def merged(p):
        """Three columns, the first two merged."""
        t = p.d.tables[0]._tbl
        grid = t.find(qn("w:tblGrid"))
        first = grid.findall(qn("w:gridCol"))[0]
        first.set(qn("w:w"), "1757")
        first.addnext(parse_xml('<w:gridCol %s w:w="1758"/>' % W))
        for tr in t.findall(qn("w:tr")):
            tr.findall(qn("w:tc"))[0].get_or_add_tcPr().append(parse_xml('<w:gridSpan %s w:val="2"/>' % W))
    paper("merged-head", "R14 R16", merged, issuer=["Phòng Kinh tế"])

    def number_box(p):
        """The page number in a text box of the header, too small."""
        x = p.d.sections[0].header.paragraphs[0]
        inner = "".join('<w:r><w:rPr><w:sz w:val="22"/></w:rPr>%s</w:r>' % i for i in (
            '<w:fldChar w:fldCharType="begin"/>', "<w:instrText> PAGE </w:instrText>", '<w:fldChar w:fldCharType="separate"/>', "<w:t>2</w:t>", '<w:fldChar w:fldCharType="end"/>'))
        for r in list(x._p):
            if r.tag == qn("w:r"):
                x._p.remove(r)
        x._p.append(parse_xml('<w:r %s><w:pict><v:shape %s style="position:absolute;width:40pt;height:20pt;mso-position-horizontal:center"><v:textbox><w:txbxContent>'
                              '<w:p><w:pPr><w:jc w:val="center"/></w:pPr>%s</w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>' % (W, VML, inner)))
    paper("number-in-box", "R07", number_box)

    def lying(p):
        """A lying section of mere text in the middle."""
        x = find(p, "Phòng đã tổ chức")
        y = find(p, "Tốc độ tăng")
        size = '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701" w:header="567" w:footer="567"/>'
        x.get_or_add_pPr().append(parse_xml('<w:sectPr %s><w:pgSz w:w="11906" w:h="16838"/>%s<w:titlePg/></w:sectPr>' % (W, size)))
        y.get_or_add_pPr().append(parse_xml('<w:sectPr %s><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>%s</w:sectPr>' % (W, size)))
    paper("lying-section", "R02 R07", lying)

    def style_chain(p):
        """The text in a style upon a style upon one in Arial."""
        s = p.d.styles.element
        for name, base, more in (("Base1", "Normal", '<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/></w:rPr>'), ("Base2", "Base1", ""), ("Base3", "Base2", "")):
            s.append(parse_xml('<w:style %s w:type="paragraph" w:customStyle="1" w:styleId="%s"><w:name w:val="%s"/><w:basedOn w:val="%s"/>%s</w:style>' % (W, name, name, base, more)))
        find(p, "Tốc độ tăng").get_or_add_pPr().insert(0, parse_xml('<w:pStyle %s w:val="Base3"/>' % W))
    paper("style-chain-arial", "R05", style_chain)

    def theme(p):
        runs(find(p, "Tốc độ tăng"), '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>')
    paper("theme-font", "R05", theme)

    def theme_color(p):
        runs(find(p, "Tốc độ tăng"), '<w:color w:val="4472C4" w:themeColor="accent1"/>')
    paper("theme-color", "R06", theme_color)

    def link(p):
        x = find(p, "Tiếp tục")
        x.append(parse_xml('<w:hyperlink %s w:anchor="a"><w:r><w:rPr><w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr><w:t> trang của xã.</w:t></w:r></w:hyperlink>' % W))
    paper("blue-link", "R06", link)

    paper("heading-decomposed", "R56", body=build.BODY[:1] + [("h1", unicodedata.normalize("NFD", "I. KẾT QUẢ THỰC HIỆN"))] + build.BODY[2:])
    paper("zero-width", "R56", number="Số: 15/BC\u200b-PKT")
    paper("no-break-blanks", "", end="Trên\u00a0đây là\u00a0báo cáo kết quả đợt thi đua của Phòng\u00a0Kinh\u00a0tế./.")

    def end_deleted(p):
        """The end mark struck out in tracked changes."""
        x = find(p, "Trên đây")
        x.append(parse_xml('<w:del %s w:id="7" w:author="A"><w:r><w:delText>./.</w:delText></w:r></w:del>' % W))
    paper("end-mark-deleted", "R48 H09", end_deleted, end="Trên đây là báo cáo của Phòng Kinh tế")

    @case("comment", "H09", "python-docx")
    def comment(path):
        build.Paper().make(path)
        again(path, r"word/document.xml", lambda s: s.replace("</w:p></w:body>", "<w:r><w:commentReference w:id=\"3\"/></w:r></w:p></w:body>", 1))
        again(path, r"\[Content_Types\].xml", lambda s: s.replace("</Types>", '<Override PartName="/word/comments.xml" ContentType="application/'
              'vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/></Types>'))
        again(path, r"word/_rels/document.xml.rels", lambda s: s.replace("</Relationships>", '<Relationship Id="rId99" Target="comments.xml" '
              'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"/></Relationships>'))
        with zipfile.ZipFile(path, "a") as z:
            z.writestr("word/comments.xml", '<w:comments %s><w:comment w:id="3" w:author="A"><w:p><w:r><w:t>Xem lại.</w:t></w:r></w:p></w:comment></w:comments>' % W)

    def roman_list(p):
        """Titles of mục numbered by Word, with a dash."""
        n = p.d.part.numbering_part.element
        n.insert(0, parse_xml('<w:abstractNum %s w:abstractNumId="78"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/>'
                              '<w:lvlText w:val="%%1-"/><w:pPr><w:ind w:left="0" w:firstLine="720"/></w:pPr></w:lvl></w:abstractNum>' % W))
        n.append(parse_xml('<w:num %s w:numId="78"><w:abstractNumId w:val="78"/></w:num>' % W))
        for title in ("KẾT QUẢ THỰC HIỆN", "PHƯƠNG HƯỚNG, NHIỆM VỤ"):
            find(p, title).get_or_add_pPr().append(parse_xml('<w:numPr %s><w:ilvl w:val="0"/><w:numId w:val="78"/></w:numPr>' % W))
    paper("roman-list-dash", "R35", roman_list, body=[
        (b[0], b[1].split(". ", 1)[1]) if isinstance(b, tuple) and b[0] == "h1" else b for b in build.BODY])

    def long_vml(p):
        """The line under trích yếu as v:line of 110 mm."""
        x = find(p, "Kết quả đợt thi đua")
        x.addnext(parse_xml('<w:p %s><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:pict><v:line %s from="0,0" to="312pt,0"/></w:pict></w:r></w:p>' % (W, VML)))
    paper("vml-line-long", "R26", long_vml, subject_line=None)

    def thin_rect(p):
        """The line under the issuer as a flat v:rect of 5 mm."""
        x = find(p, "PHÒNG KINH TẾ")
        x.addnext(parse_xml('<w:p %s><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:pict><v:rect %s style="width:14pt;height:.75pt" fillcolor="black"/></w:pict></w:r></w:p>' % (W, VML)))
    paper("flat-rect-short", "R16", thin_rect, issuer_line=None)

    def caps(p):
        runs(find(p, "Cộng hòa"), "<w:caps/>")
    paper("caps-shown", "", caps, nation="Cộng hòa xã hội chủ nghĩa Việt Nam")

    def small_caps(p):
        runs(find(p, "Cộng hòa"), "<w:smallCaps/>")
    paper("small-caps", "R09", small_caps, nation="Cộng hòa xã hội chủ nghĩa Việt Nam")

    def exact(p):
        x = find(p, "Tốc độ tăng")
        s = x.pPr.find(qn("w:spacing"))
        s.set(qn("w:line"), "260")
        s.set(qn("w:lineRule"), "exact")
    paper("exactly-13", "R31", exact)

    def lines_after(p):
        """Half a line after each paragraph instead of points."""
        for x in p.d.element.body.iter(qn("w:spacing")):
            if x.get(qn("w:after")) == "120":
                x.set(qn("w:after"), "0")
                x.set(qn("w:afterLines"), "50")
    paper("half-line-gap", "", lines_after)

    def auto_gap(p):
        for x in p.d.element.body.iter(qn("w:spacing")):
            if x.get(qn("w:after")) == "120":
                x.set(qn("w:after"), "0")
                x.set(qn("w:beforeAutospacing"), "1")
    paper("automatic-gap", "", auto_gap)

    def starts_at_2(p):
        p.d.sections[0]._sectPr.append(parse_xml('<w:pgNumType %s w:start="2"/>' % W))
    paper("pages-from-2", "R07", starts_at_2)

    def page_x_of_y(p):
        x = p.d.sections[0].footer.paragraphs[0]
        x._p.append(parse_xml('<w:fldSimple %s w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>' % W))
        x._p.append(parse_xml('<w:r %s><w:t>/</w:t></w:r>' % W))
        x._p.append(parse_xml('<w:fldSimple %s w:instr=" NUMPAGES "><w:r><w:t>3</w:t></w:r></w:fldSimple>' % W))
    paper("page-x-of-y", "R08", page_x_of_y)

    paper("number-without-colon", "R17", number="Số 15/BC-PKT")
    paper("month-in-words", "R22", date="Thái Tân, ngày 05 tháng mười hai năm 2025")
    paper("nation-broken", "R12", nation="CỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM")
    paper("recipients-star", "R42", items=["* Như trên;", "* Lưu: VT, PKT."])
    paper("signer-capitals", "R46", name="NGUYỄN VĂN A")
    paper("date-below", "R22", rows=1, date="", kinh_gui=["Thái Tân, ngày 05 tháng 12 năm 2025", "Kính gửi: Ủy ban nhân dân xã Thái Tân"])

    def controls(p):
        """The whole text in a content control."""
        body = p.d.element.body
        sdt = parse_xml('<w:sdt %s><w:sdtPr/><w:sdtContent/></w:sdt>' % W)
        for x in list(body):
            if x.tag != qn("w:sectPr"):
                sdt.find(qn("w:sdtContent")).append(x)
        body.insert(0, sdt)
    paper("content-control", "R17", controls, number_size=14)

    def choice_box(p):
        """Quốc hiệu in a drawn text box, and again in its VML fallback."""
        cell = p.d.tables[0].rows[0].cells[1]
        inner = "".join('<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/><w:sz w:val="%d"/></w:rPr><w:t>%s</w:t></w:r></w:p>'
                        % (s, t) for s, t in ((26, p.nation), (28, p.motto)))
        keep = cell.paragraphs[2]._p
        for x in cell.paragraphs[:2]:
            cell._tc.remove(x._p)
        keep.addprevious(parse_xml(
            '<w:p %s><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
            '<mc:Choice xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" Requires="wps"><w:drawing>'
            '<wp:inline %s><wp:extent cx="3528000" cy="500000"/><wp:docPr id="90" name="Box"/><a:graphic %s><a:graphicData '
            'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr/><wps:spPr/><wps:txbx><w:txbxContent>%s'
            '</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict>'
            '<v:shape %s style="width:270pt;height:40pt"><v:textbox><w:txbxContent>%s</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>'
            '</mc:AlternateContent></w:r></w:p>' % (W, nsdecls("wp"), nsdecls("a"), inner, VML, inner)))
    paper("drawn-text-box", "", choice_box)

    @case("strict-namespaces", "R04", "python-docx")
    def strict(path):
        """As Word saves "Strict Open XML"."""
        build.Paper(right=25).make(path)
        names = (("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main"),
                 ("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships"),
                 ("http://schemas.openxmlformats.org/drawingml/2006/main", "http://purl.oclc.org/ooxml/drawingml/main"),
                 ("http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing", "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing"))

        def change(s):
            for old, new in names:
                s = s.replace(old, new)
            return s
        again(path, r"(word/[^/]*\.xml|word/_rels/.*|_rels/.*)", change)

    def percents(p):
        """Margins right, but the text pushed into them by negative indents."""
        x = find(p, "Tốc độ tăng")
        x.pPr.find(qn("w:ind")).set(qn("w:right"), "-400")
    paper("text-in-margin", "R04", percents)

    def hidden(p):
        """A hidden paragraph of another font says nothing."""
        x = find(p, "Tiếp tục")
        x.addnext(parse_xml('<w:p %s><w:r><w:rPr><w:vanish/><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/></w:rPr><w:t>Ghi nhớ</w:t></w:r></w:p>' % W))
    paper("hidden-paragraph", "", hidden)

    paper("letter-two-recipients-semicolon", "R40", **dict(letter, kinh_gui=["Kính gửi:", "- Công an xã;", "- Trạm Y tế xã;"]))
    paper("decision-bases-upright", "R32", lambda p: [r.set(qn("w:val"), "0") for b in ("Căn cứ Luật", "Căn cứ Nghị", "Theo đề nghị") for r in find(p, b).iter(qn("w:i"))], **decision)
    paper("authority-spaced", "R44", authority=["KT . TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG"])
