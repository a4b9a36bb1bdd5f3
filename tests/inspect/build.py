"""build.py - Word files as other people's programs write them, for make.py.

An official paper as a clerk sets it in Word: two tables without borders, drawn
lines, the page number in the header.  Every argument of Paper is one habit
that can be changed; the standard's way is the default.
"""
import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Mm, Pt, RGBColor

LINE = '''<w:r {w}><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">
<mc:Choice xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" Requires="wps"><w:drawing>
<wp:inline {wp} distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{cx}" cy="0"/><wp:docPr id="{id}" name="Line {id}"/>
<a:graphic {a}><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvCnPr/>
<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{cx}" cy="0"/></a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom></wps:spPr>
<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>
<mc:Fallback><w:pict><v:line xmlns:v="urn:schemas-microsoft-com:vml" from="0,0" to="{pt}pt,0"/></w:pict></mc:Fallback></mc:AlternateContent></w:r>'''

ANCHOR = LINE.replace("<wp:inline ", '<wp:anchor simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1" ').replace(
    "</wp:inline>", "</wp:anchor>").replace('<wp:extent', '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column">'
    '<wp:posOffset>600000</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>230000</wp:posOffset>'
    '</wp:positionV><wp:extent').replace("<wp:docPr", "<wp:wrapNone/><wp:docPr")
VML = ('<w:r {w}><w:pict><v:shapetype xmlns:v="urn:schemas-microsoft-com:vml" id="_x0000_t32"/><v:shape xmlns:v="urn:schemas-microsoft-com:vml" '
       'id="L{id}" type="#_x0000_t32" style="position:absolute;margin-left:50pt;margin-top:2pt;width:{pt:.2f}pt;height:0"/></w:pict></w:r>')

BODY = ["Thực hiện Kế hoạch số 45/KH-UBND ngày 12 tháng 9 năm 2025 của Ủy ban nhân dân xã Thái Tân về phát động đợt thi đua, Phòng Kinh tế báo cáo kết quả như sau:",
        ("h1", "I. KẾT QUẢ THỰC HIỆN"),
        ("h2", "1. Công tác chỉ đạo"),
        "Phòng đã tổ chức phát động, đăng ký thi đua tới toàn thể công chức; phân công từng người theo dõi từng chỉ tiêu, kiểm tra hằng tuần.",
        "a) Tuyên truyền trên hệ thống truyền thanh của xã mười hai buổi;",
        "b) Tổ chức hai hội nghị với các thôn.",
        ("h2", "2. Kết quả cụ thể"),
        "Tốc độ tăng giá trị sản xuất đạt 10,5%, vượt chỉ tiêu đề ra; thu nhập bình quân đầu người tăng so với năm trước.",
        ("h1", "II. PHƯƠNG HƯỚNG, NHIỆM VỤ"),
        "Tiếp tục duy trì phong trào thi đua, tập trung vào các chỉ tiêu chưa đạt."]


class Paper:
    def __init__(self, **habits):
        self.h = dict(font="Times New Roman", body_size=14, top=20, bottom=20, left=30, right=20, width=210, height=297,
                      nation="CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", nation_size=13,
                      motto="Độc lập - Tự do - Hạnh phúc", motto_size=14, motto_line=60.5,
                      superior="UBND XÃ THÁI TÂN", superior_bold=False,
                      issuer=["PHÒNG KINH TẾ"], issuer_line=15, lines="drawn",
                      number="Số: 15/BC-PKT", number_size=13, about=None,
                      date="Thái Tân, ngày 05 tháng 12 năm 2025", date_italic=True,
                      type="BÁO CÁO", type_size=14, subject="Kết quả đợt thi đua năm 2025", subject_line=28,
                      kinh_gui=["Kính gửi: Ủy ban nhân dân xã Thái Tân"], bases=[],
                      body=BODY, align=ALIGN.JUSTIFY, first=Cm(1.27), after=6, line=1.0, lead="",
                      end="Trên đây là báo cáo kết quả đợt thi đua của Phòng Kinh tế./.",
                      recipients="Nơi nhận:", recipients_size=12,
                      items=["- Như trên;", "- Lãnh đạo UBND xã;", "- Lưu: VT, PKT."], item_size=11,
                      authority=["KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG"], name="Nguyễn Văn A", name_size=14,
                      rows=2, breaks=False, page="header", first_page=True, page_size=14, table_style=None, layout="table",
                      appendix=[], restart=True, color=None)
        unknown = set(habits) - set(self.h)
        assert not unknown, unknown
        self.h.update(habits)
        self.lines = 0
        self.d = docx.Document()
        self.set_page()
        self.set_font()
        for p in list(self.d.paragraphs):
            p._p.getparent().remove(p._p)

    def __getattr__(self, name):
        try:
            return self.__dict__["h"][name]
        except KeyError:
            raise AttributeError(name)

    def set_page(self):
        s = self.d.sections[0]
        if self.width is None:
            return
        s.page_width, s.page_height = Mm(self.width), Mm(self.height)
        s.top_margin, s.bottom_margin = Mm(self.top), Mm(self.bottom)
        s.left_margin, s.right_margin = Mm(self.left), Mm(self.right)
        s.header_distance = Mm(10)

    def set_font(self):
        normal = self.d.styles["Normal"]
        if self.font:
            normal.font.name = self.font
            fonts = normal.element.rPr.rFonts
            for a in ("w:hAnsi", "w:cs", "w:eastAsia"):
                fonts.set(qn(a), self.font)
            for a in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
                if fonts.get(qn(a)) is not None:
                    del fonts.attrib[qn(a)]
        normal.font.size = Pt(self.body_size)
        normal.paragraph_format.space_after = Pt(0)
        normal.paragraph_format.line_spacing = 1.0

    def par(self, where, text, size=None, bold=None, italic=None, align=None, after=None):
        p = where.add_paragraph()
        if text:
            r = p.add_run(text)
            r.font.size = Pt(size) if size else None
            r.bold, r.italic = bold, italic
        if align is not None:
            p.alignment = align
        if after is not None:
            p.paragraph_format.space_after = Pt(after)
        return p

    def rule(self, where, mm):
        """A line of so many millimetres, as drawn, typed or not at all."""
        if mm is None or self.h["lines"] == "none":
            return
        kind = self.h["lines"]
        if kind in ("anchored", "border"):
            p = where.paragraphs[-1]
        else:
            p = self.par(where, None, align=ALIGN.CENTER)
        if kind == "typed":
            p.add_run("_" * int(mm / 2))
            return
        if kind == "border":
            p._p.get_or_add_pPr().append(parse_xml('<w:pBdr %s><w:bottom w:val="single" w:sz="4"/></w:pBdr>' % nsdecls("w")))
            return
        self.lines += 1
        form = dict(anchored=ANCHOR, vml=VML).get(kind, LINE)
        p._p.append(parse_xml(form.format(w=nsdecls("w"), wp=nsdecls("wp"), a=nsdecls("a"),
                                          cx=int(mm * 36000), pt=mm * 72 / 25.4, id=100 + self.lines)))

    def table(self, left, right):
        t = self.d.add_table(rows=1, cols=2)
        if self.table_style:
            t.style = self.table_style
        t.autofit = False
        for cell, width in zip(t.rows[0].cells, (left, right)):
            cell.width = Mm(width)
        for col, width in zip(t.columns, (left, right)):
            col.width = Mm(width)
        mar = parse_xml('<w:tblCellMar %s><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>' % nsdecls("w"))
        t._tbl.tblPr.append(mar)
        t.rows[0]._tr.get_or_add_trPr().append(parse_xml("<w:cantSplit %s/>" % nsdecls("w")))
        return t

    def cell(self, t, row, col):
        c = t.rows[row].cells[col]
        c._tc.remove(c.paragraphs[0]._p)
        return c

    def head_left(self, c):
        if self.superior:
            self.par(c, self.superior, 13, self.superior_bold, align=ALIGN.CENTER)
        for i in ["\n".join(self.issuer)] if self.breaks else self.issuer:
            self.par(c, i, 13, True, align=ALIGN.CENTER)
        self.rule(c, self.issuer_line)

    def head_right(self, c):
        p = self.par(c, self.nation, self.nation_size, True, align=ALIGN.CENTER)
        if self.breaks:
            r = p.add_run("\n" + self.motto)
            r.bold, r.font.size = True, Pt(self.motto_size)
        else:
            self.par(c, self.motto, self.motto_size, True, align=ALIGN.CENTER)
        self.rule(c, self.motto_line)

    def head(self):
        t = self.table(62, 98)
        left, right = self.cell(t, 0, 0), self.cell(t, 0, 1)
        self.head_left(left)
        self.head_right(right)
        if self.rows == 2:
            t.add_row()
            t.rows[1]._tr.get_or_add_trPr().append(parse_xml("<w:cantSplit %s/>" % nsdecls("w")))
            left, right = self.cell(t, 1, 0), self.cell(t, 1, 1)
        c = left
        self.par(c, self.number, self.number_size, align=ALIGN.CENTER)
        if self.about:
            self.par(c, self.about, 13, align=ALIGN.CENTER).paragraph_format.space_before = Pt(6)
        c = right
        self.par(c, self.date, 14, italic=self.date_italic, align=ALIGN.CENTER)

    def head_tabs(self):
        """No table: two columns by tab stops."""
        def line(left, right, lb=None, rb=None, ri=None, ls=13, rs=14):
            p = self.d.add_paragraph()
            stops = p.paragraph_format.tab_stops
            stops.add_tab_stop(Mm(31), docx.enum.text.WD_TAB_ALIGNMENT.CENTER)
            stops.add_tab_stop(Mm(111), docx.enum.text.WD_TAB_ALIGNMENT.CENTER)
            for text, bold, it, size in (("\t" + left, lb, None, ls), ("\t" + right, rb, ri, rs)):
                r = p.add_run(text)
                r.bold, r.italic, r.font.size = bold, it, Pt(size)
        line(self.superior, self.nation, False, True, rs=13)
        line(self.issuer[0], self.motto, True, True)
        if self.h["lines"] == "typed":
            line("_______", "___________________", rs=13)
        line(self.number, self.date, None, None, True)

    def content(self):
        if self.type:
            p = self.par(self.d, self.type, self.type_size, True, align=ALIGN.CENTER)
            p.paragraph_format.space_before = Pt(12)
            self.par(self.d, self.subject, 14, True, align=ALIGN.CENTER)
            self.rule(self.d, self.subject_line)
        for k in self.kinh_gui:
            self.par(self.d, k, 14, align=ALIGN.CENTER if len(self.kinh_gui) == 1 else None, after=6)
        for b in self.bases:
            self.text(b, italic=True)
        for b in self.body:
            kind, text = b if isinstance(b, tuple) else ("text", b)
            self.text(text, bold=True if kind != "text" else None)
        if self.end:
            self.text(self.end)

    def text(self, text, bold=None, italic=None):
        p = self.par(self.d, self.lead + text, None, bold, italic, self.align, self.after)
        if self.color:
            p.runs[0].font.color.rgb = RGBColor(*self.color)
        p.paragraph_format.first_line_indent = self.first
        p.paragraph_format.line_spacing = self.line
        return p

    def sign(self):
        if self.layout == "tabs":
            return self.sign_tabs()
        t = self.table(75, 85)
        c = self.cell(t, 0, 0)
        if self.recipients:
            self.par(c, self.recipients, self.recipients_size, True, True)
        for i in self.items:
            self.par(c, i, self.item_size)
        if not self.recipients and not self.items:
            self.par(c, "")
        c = self.cell(t, 0, 1)
        for a in self.authority:
            self.par(c, a, 14, True, align=ALIGN.CENTER)
        for _ in range(4):
            self.par(c, "", align=ALIGN.CENTER)
        self.par(c, self.name, self.name_size, True, align=ALIGN.CENTER)

    def sign_tabs(self):
        right = self.authority + ["", "", self.name]
        left = [(self.recipients, 12, True, True)] + [(i, 11, None, None) for i in self.items]
        for n in range(max(len(left), len(right))):
            p = self.d.add_paragraph()
            p.paragraph_format.tab_stops.add_tab_stop(Mm(118), docx.enum.text.WD_TAB_ALIGNMENT.CENTER)
            if n < len(left):
                r = p.add_run(left[n][0])
                r.font.size, r.bold, r.italic = Pt(left[n][1]), left[n][2], left[n][3]
            if n < len(right) and right[n]:
                r = p.add_run("\t" + right[n])
                r.bold = True

    def field(self, p):
        for kind, text in (("begin", None), (None, "PAGE"), ("separate", None), ("text", "2"), ("end", None)):
            r = p.add_run(text if kind == "text" else None)
            r.font.size = Pt(self.page_size)
            if kind is None:
                r._r.append(parse_xml("<w:instrText %s> PAGE   \\* MERGEFORMAT </w:instrText>" % nsdecls("w")))
            elif kind != "text":
                r._r.append(parse_xml('<w:fldChar %s w:fldCharType="%s"/>' % (nsdecls("w"), kind)))

    def pages(self):
        s = self.d.sections[0]
        if self.page == "none":
            return
        s.different_first_page_header_footer = self.first_page
        part = s.header if self.page == "header" else s.footer
        p = part.paragraphs[0]
        p.alignment = ALIGN.CENTER
        self.field(p)

    def annexes(self):
        for head, title, ref in self.appendix:
            s = self.d.add_section(docx.enum.section.WD_SECTION.NEW_PAGE)
            if self.restart:
                s._sectPr.append(parse_xml('<w:pgNumType %s w:start="1"/>' % nsdecls("w")))
            self.par(self.d, head, 14, True, align=ALIGN.CENTER)
            self.par(self.d, title, 14, True, align=ALIGN.CENTER)
            if ref:
                self.par(self.d, ref, 14, italic=True, align=ALIGN.CENTER)
            self.text("Số liệu chi tiết theo từng thôn, thống kê đến ngày 30 tháng 11 năm 2025./.")

    def make(self, path, change=None):
        (self.head_tabs if self.layout == "tabs" else self.head)()
        self.content()
        self.sign()
        self.pages()
        self.annexes()
        if change:
            change(self)
        self.d.save(path)
