<?xml version="1.0" encoding="UTF-8"?>
<!--
  Phiếu kiểm tra (lệnh "vanthu sheet"): mọi câu chữ của phiếu, tiếng Việt và
  tiếng Anh. Kết quả là một trang chưa có hình thức; sheet-html.xsl và
  sheet-docx.xsl trình bày thành HTML và DOCX.

  Mỗi dòng của bảng kiểm tra gom các nhóm phát hiện (subject) và các quy tắc
  R01-R60, H01-H12 (rule); nhóm nào không được nêu tên thì vào dòng của cả
  lĩnh vực (area), nên không phát hiện nào bị bỏ ngoài phiếu.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:output method="xml" encoding="UTF-8"/>
<xsl:strip-space elements="*"/>

<xsl:variable name="en" select="/sheet/@lang = 'en'"/>
<xsl:variable name="record" select="/sheet/OutgoingDocument"/>
<xsl:variable name="errors" select="sum(/sheet/subject/@error)"/>
<xsl:variable name="warnings" select="sum(/sheet/subject/@warning)"/>
<xsl:variable name="waivers" select="sum(/sheet/subject/@waived)"/>
<xsl:variable name="listed" select="5"/> <!-- findings that are shown -->
<xsl:variable name="longest" select="150"/> <!-- characters of one of them -->

<xsl:template name="say">
 <xsl:param name="vi"/>
 <xsl:param name="eng"/>
 <xsl:choose>
  <xsl:when test="$en"><xsl:value-of select="$eng"/></xsl:when>
  <xsl:otherwise><xsl:value-of select="$vi"/></xsl:otherwise>
 </xsl:choose>
</xsl:template>

<xsl:template match="/sheet">
 <page lang="{@lang}">
  <organ>
   <xsl:choose>
    <xsl:when test="unit"><xsl:value-of select="unit/@name"/></xsl:when>
    <xsl:otherwise><xsl:value-of select="report/@path"/></xsl:otherwise>
   </xsl:choose>
  </organ>
  <title>
   <xsl:call-template name="say">
    <xsl:with-param name="vi">PHIẾU KIỂM TRA VĂN BẢN TRƯỚC KHI KÝ</xsl:with-param>
    <xsl:with-param name="eng">CHECK SHEET BEFORE SIGNING</xsl:with-param>
   </xsl:call-template>
  </title>
  <note>
   <xsl:call-template name="say">
    <xsl:with-param name="vi">Lưu hành nội bộ, không phải văn bản hành chính; lập ngày </xsl:with-param>
    <xsl:with-param name="eng">Internal, no official document; as of </xsl:with-param>
   </xsl:call-template>
   <xsl:value-of select="concat(as-of/@day, '/', as-of/@month, '/',
    as-of/@year, ', vanthu ', @version)"/>
  </note>
  <xsl:call-template name="identity"/>
  <xsl:call-template name="verdict"/>
  <xsl:call-template name="checks"/>
  <xsl:call-template name="findings"/>
  <xsl:call-template name="person"/>
  <xsl:call-template name="signing"/>
 </page>
</xsl:template>

<!-- The document -->

<xsl:template name="identity">
 <table kind="facts" widths="17 33 17 33">
  <caption>
   <xsl:call-template name="say">
    <xsl:with-param name="vi">Văn bản</xsl:with-param>
    <xsl:with-param name="eng">The document</xsl:with-param>
   </xsl:call-template>
  </caption>
  <row>
   <xsl:call-template name="fact">
    <xsl:with-param name="vi">Loại văn bản</xsl:with-param>
    <xsl:with-param name="eng">Type</xsl:with-param>
    <xsl:with-param name="value" select="$record/TypeName"/>
   </xsl:call-template>
   <xsl:call-template name="fact">
    <xsl:with-param name="vi">Số, ký hiệu</xsl:with-param>
    <xsl:with-param name="eng">Number, symbol</xsl:with-param>
    <xsl:with-param name="value">
     <xsl:if test="$record">
      <xsl:value-of select="concat($record/CodeNumber, '/',
       $record/CodeNotation)"/>
     </xsl:if>
    </xsl:with-param>
   </xsl:call-template>
  </row>
  <row>
   <xsl:call-template name="fact">
    <xsl:with-param name="vi">Ngày ban hành</xsl:with-param>
    <xsl:with-param name="eng">Date</xsl:with-param>
    <xsl:with-param name="value">
     <xsl:if test="$record/IssuedDate">
      <xsl:value-of select="concat(substring($record/IssuedDate, 9, 2), '/',
       substring($record/IssuedDate, 6, 2), '/',
       substring($record/IssuedDate, 1, 4))"/>
     </xsl:if>
    </xsl:with-param>
   </xsl:call-template>
   <xsl:call-template name="fact">
    <xsl:with-param name="vi">Thời hạn</xsl:with-param>
    <xsl:with-param name="eng">Deadline</xsl:with-param>
    <xsl:with-param name="value">
     <xsl:if test="obligation">
      <xsl:call-template name="say">
       <xsl:with-param name="vi">chậm nhất <xsl:value-of
        select="obligation/@last"/></xsl:with-param>
       <xsl:with-param name="eng"><xsl:value-of
        select="obligation/@last"/> at the latest</xsl:with-param>
      </xsl:call-template>
      <xsl:if test="report/@late = 'yes'">
       <xsl:call-template name="say">
        <xsl:with-param name="vi"> (muộn)</xsl:with-param>
        <xsl:with-param name="eng"> (late)</xsl:with-param>
       </xsl:call-template>
      </xsl:if>
     </xsl:if>
    </xsl:with-param>
   </xsl:call-template>
  </row>
  <row>
   <xsl:call-template name="fact">
    <xsl:with-param name="vi">Người ký</xsl:with-param>
    <xsl:with-param name="eng">Signer</xsl:with-param>
    <xsl:with-param name="value">
     <xsl:if test="$record">
      <xsl:value-of select="concat($record/SignerInfo/Position, ' ',
       $record/SignerInfo/FullName)"/>
     </xsl:if>
    </xsl:with-param>
   </xsl:call-template>
   <xsl:call-template name="fact">
    <xsl:with-param name="vi">Số trang</xsl:with-param>
    <xsl:with-param name="eng">Pages</xsl:with-param>
    <xsl:with-param name="value" select="$record/PageAmount"/>
   </xsl:call-template>
  </row>
  <row>
   <xsl:call-template name="fact">
    <xsl:with-param name="vi">Trích yếu</xsl:with-param>
    <xsl:with-param name="eng">Subject</xsl:with-param>
    <xsl:with-param name="value" select="$record/Subject"/>
    <xsl:with-param name="span" select="3"/>
   </xsl:call-template>
  </row>
  <row>
   <xsl:call-template name="fact">
    <xsl:with-param name="vi">Tệp nguồn</xsl:with-param>
    <xsl:with-param name="eng">Source file</xsl:with-param>
    <xsl:with-param name="value" select="concat(report/@path,
     '; SHA-256: ', substring(report/@digest, 1, 32), ' ',
     substring(report/@digest, 33))"/>
    <xsl:with-param name="span" select="3"/>
   </xsl:call-template>
  </row>
 </table>
</xsl:template>

<xsl:template name="fact">
 <xsl:param name="vi"/>
 <xsl:param name="eng"/>
 <xsl:param name="value"/>
 <xsl:param name="span" select="1"/>
 <h>
  <xsl:call-template name="say">
   <xsl:with-param name="vi" select="$vi"/>
   <xsl:with-param name="eng" select="$eng"/>
  </xsl:call-template>
 </h>
 <c span="{$span}">
  <xsl:choose>
   <xsl:when test="string($value) != ''">
    <xsl:value-of select="$value"/>
   </xsl:when>
   <xsl:otherwise>-</xsl:otherwise>
  </xsl:choose>
 </c>
</xsl:template>

<xsl:template name="verdict">
 <verdict>
  <xsl:choose>
   <xsl:when test="$errors &gt; 0 or not($record)">
    <xsl:attribute name="good">no</xsl:attribute>
    <xsl:call-template name="say">
     <xsl:with-param name="vi">CHƯA TRÌNH KÝ ĐƯỢC: còn <xsl:value-of
      select="$errors"/> lỗi phải sửa</xsl:with-param>
     <xsl:with-param name="eng">NOT READY TO BE SIGNED: <xsl:value-of
      select="$errors"/> errors to be mended</xsl:with-param>
    </xsl:call-template>
   </xsl:when>
   <xsl:otherwise>
    <xsl:attribute name="good">yes</xsl:attribute>
    <xsl:call-template name="say">
     <xsl:with-param name="vi">Chương trình không thấy lỗi</xsl:with-param>
     <xsl:with-param name="eng">The program found no error</xsl:with-param>
    </xsl:call-template>
   </xsl:otherwise>
  </xsl:choose>
  <xsl:if test="$warnings &gt; 0">
   <xsl:call-template name="say">
    <xsl:with-param name="vi">; có <xsl:value-of
     select="$warnings"/> cảnh báo cần người ký xem xét</xsl:with-param>
    <xsl:with-param name="eng">; warnings for the signer to weigh: <xsl:value-of
     select="$warnings"/></xsl:with-param>
   </xsl:call-template>
  </xsl:if>
  <xsl:if test="$waivers &gt; 0">
   <xsl:call-template name="say">
    <xsl:with-param name="vi">; <xsl:value-of select="$waivers"/> phát hiện được miễn</xsl:with-param>
    <xsl:with-param name="eng">; waived: <xsl:value-of select="$waivers"/></xsl:with-param>
   </xsl:call-template>
  </xsl:if>
 </verdict>
</xsl:template>

<!-- What was checked -->

<xsl:template name="checks">
 <table kind="checks" widths="6 51 17 10 16">
  <caption>
   <xsl:call-template name="say">
    <xsl:with-param name="vi">Chương trình đã kiểm tra (điều khoản của Nghị định 30/2020/NĐ-CP, Phụ lục I nếu không ghi khác)</xsl:with-param>
    <xsl:with-param name="eng">Checked by the program (clauses of Decree 30/2020/ND-CP, Phụ lục I unless said otherwise)</xsl:with-param>
   </xsl:call-template>
  </caption>
  <xsl:choose>
   <xsl:when test="$en">
    <head><c>No.</c><c>Subject</c><c>Clause</c><c>Rules</c><c>Result</c></head>
   </xsl:when>
   <xsl:otherwise>
    <head><c>STT</c><c>Nội dung</c><c>Căn cứ</c><c>Số quy tắc</c><c>Kết quả</c></head>
   </xsl:otherwise>
  </xsl:choose>

  <xsl:call-template name="group">
   <xsl:with-param name="vi">Thể thức và kỹ thuật trình bày</xsl:with-param>
   <xsl:with-param name="eng">Form</xsl:with-param>
  </xsl:call-template>
  <xsl:call-template name="check">
   <xsl:with-param name="no">1</xsl:with-param>
   <xsl:with-param name="vi">Khổ giấy, lề trang, phông chữ, số trang</xsl:with-param>
   <xsl:with-param name="eng">Paper, margins, font, page numbers</xsl:with-param>
   <xsl:with-param name="clause">I.1 - I.7</xsl:with-param>
   <xsl:with-param name="subjects" select="$s1"/>
   <xsl:with-param name="rules">R01 R02 R03 R04 R05 R06 R07 R08</xsl:with-param>
  </xsl:call-template>
  <xsl:call-template name="check">
   <xsl:with-param name="no">2</xsl:with-param>
   <xsl:with-param name="vi">Quốc hiệu, Tiêu ngữ; tên cơ quan ban hành</xsl:with-param>
   <xsl:with-param name="eng">Quốc hiệu, Tiêu ngữ; issuing body</xsl:with-param>
   <xsl:with-param name="clause">II.1, II.2</xsl:with-param>
   <xsl:with-param name="subjects" select="$s2"/>
   <xsl:with-param name="rules">R09 R10 R11 R12 R13 R14 R15 R16</xsl:with-param>
  </xsl:call-template>
  <xsl:call-template name="check">
   <xsl:with-param name="no">3</xsl:with-param>
   <xsl:with-param name="vi">Số, ký hiệu; địa danh và thời gian ban hành</xsl:with-param>
   <xsl:with-param name="eng">Number, symbol; place and date</xsl:with-param>
   <xsl:with-param name="clause">II.3, II.4; Điều 15</xsl:with-param>
   <xsl:with-param name="subjects" select="$s3"/>
   <xsl:with-param name="rules">R17 R18 R19 R20 R21 R22 R23</xsl:with-param>
  </xsl:call-template>
  <xsl:call-template name="check">
   <xsl:with-param name="no">4</xsl:with-param>
   <xsl:with-param name="vi">Tên loại và trích yếu nội dung</xsl:with-param>
   <xsl:with-param name="eng">Type and subject</xsl:with-param>
   <xsl:with-param name="clause">II.5; Điều 7</xsl:with-param>
   <xsl:with-param name="subjects" select="$s4"/>
   <xsl:with-param name="rules">R24 R25 R26 R27</xsl:with-param>
  </xsl:call-template>
  <xsl:call-template name="check">
   <xsl:with-param name="no">5</xsl:with-param>
   <xsl:with-param name="vi">Căn cứ, viện dẫn; bố cục, đánh số; dấu kết thúc</xsl:with-param>
   <xsl:with-param name="eng">Legal bases, citations; parts, numbering; end mark</xsl:with-param>
   <xsl:with-param name="clause">II.6; Phụ lục III</xsl:with-param>
   <xsl:with-param name="subjects" select="$s5"/>
   <xsl:with-param name="rules">R28 R29 R30 R31 R32 R33 R34 R35 R36 R37 R38 R48 H01</xsl:with-param>
  </xsl:call-template>
  <xsl:call-template name="check">
   <xsl:with-param name="no">6</xsl:with-param>
   <xsl:with-param name="vi">Quyền hạn, chức vụ, họ tên người ký</xsl:with-param>
   <xsl:with-param name="eng">Authority, position and name of the signer</xsl:with-param>
   <xsl:with-param name="clause">II.7; Điều 13</xsl:with-param>
   <xsl:with-param name="subjects" select="$s6"/>
   <xsl:with-param name="rules">R44 R45 R46 R47</xsl:with-param>
  </xsl:call-template>
  <xsl:call-template name="check">
   <xsl:with-param name="no">7</xsl:with-param>
   <xsl:with-param name="vi">Kính gửi, nơi nhận</xsl:with-param>
   <xsl:with-param name="eng">Addressees, recipients</xsl:with-param>
   <xsl:with-param name="clause">II.9</xsl:with-param>
   <xsl:with-param name="subjects" select="$s7"/>
   <xsl:with-param name="rules">R39 R40 R41 R42 R43</xsl:with-param>
  </xsl:call-template>
  <xsl:call-template name="check">
   <xsl:with-param name="no">8</xsl:with-param>
   <xsl:with-param name="vi">Phụ lục, dấu chỉ mức độ khẩn, các thành phần khác</xsl:with-param>
   <xsl:with-param name="eng">Appendices, urgency, other components</xsl:with-param>
   <xsl:with-param name="clause">III; Phụ lục VI</xsl:with-param>
   <xsl:with-param name="areas">form inspect</xsl:with-param>
   <xsl:with-param name="rules">R49 R50 R51 R52 R53 R54 R55</xsl:with-param>
  </xsl:call-template>

  <xsl:call-template name="group">
   <xsl:with-param name="vi">Nội dung theo kế hoạch</xsl:with-param>
   <xsl:with-param name="eng">Content asked for by the plan</xsl:with-param>
  </xsl:call-template>
  <xsl:call-template name="check">
   <xsl:with-param name="no">9</xsl:with-param>
   <xsl:with-param name="vi">Đúng yêu cầu báo cáo, đơn vị, thời hạn, nơi gửi, nơi nhận</xsl:with-param>
   <xsl:with-param name="eng">Obligation, unit, deadline, addressees, recipients</xsl:with-param>
   <xsl:with-param name="clause" select="$plan"/>
   <xsl:with-param name="areas">plan office planfile template</xsl:with-param>
  </xsl:call-template>
  <xsl:call-template name="check">
   <xsl:with-param name="no">10</xsl:with-param>
   <xsl:with-param name="vi">Đủ mục, đúng thứ tự; nêu đủ phong trào, nghị quyết</xsl:with-param>
   <xsl:with-param name="eng">All sections in order; topics named</xsl:with-param>
   <xsl:with-param name="clause" select="$plan"/>
   <xsl:with-param name="subjects" select="$s10"/>
  </xsl:call-template>

  <xsl:call-template name="group">
   <xsl:with-param name="vi">Số liệu</xsl:with-param>
   <xsl:with-param name="eng">Figures</xsl:with-param>
  </xsl:call-template>
  <xsl:call-template name="check">
   <xsl:with-param name="no">11</xsl:with-param>
   <xsl:with-param name="vi">Đủ chỉ tiêu, đúng đơn vị tính, khớp giữa các chỗ, so với mức giao</xsl:with-param>
   <xsl:with-param name="eng">All targets, their units, the same everywhere, against the plan</xsl:with-param>
   <xsl:with-param name="clause" select="$plan"/>
   <xsl:with-param name="subjects" select="$s11"/>
  </xsl:call-template>
  <xsl:call-template name="check">
   <xsl:with-param name="no">12</xsl:with-param>
   <xsl:with-param name="vi">Số liệu trong bảng, lời văn; danh sách khen thưởng</xsl:with-param>
   <xsl:with-param name="eng">Figures of tables and prose; lists of awards</xsl:with-param>
   <xsl:with-param name="clause" select="$house"/>
   <xsl:with-param name="subjects" select="$s12"/>
   <xsl:with-param name="areas">figure table award across</xsl:with-param>
   <xsl:with-param name="rules">H11</xsl:with-param>
  </xsl:call-template>

  <xsl:call-template name="group">
   <xsl:with-param name="vi">Chính tả và trình bày</xsl:with-param>
   <xsl:with-param name="eng">Writing</xsl:with-param>
  </xsl:call-template>
  <xsl:call-template name="check">
   <xsl:with-param name="no">13</xsl:with-param>
   <xsl:with-param name="vi">Bộ mã Unicode, ký tự lạ; cấu trúc tệp, bảng, hình</xsl:with-param>
   <xsl:with-param name="eng">Unicode, foreign characters; structure, tables, pictures</xsl:with-param>
   <xsl:with-param name="clause">I.4</xsl:with-param>
   <xsl:with-param name="areas">parse read image layout typeset</xsl:with-param>
   <xsl:with-param name="rules">R56 H02 H03 H04</xsl:with-param>
  </xsl:call-template>
  <xsl:call-template name="check">
   <xsl:with-param name="no">14</xsl:with-param>
   <xsl:with-param name="vi">Viết hoa, dấu câu, dấu thanh, chỗ còn trống</xsl:with-param>
   <xsl:with-param name="eng">Capitals, punctuation, tone marks, gaps</xsl:with-param>
   <xsl:with-param name="clause">Phụ lục II</xsl:with-param>
   <xsl:with-param name="areas">text</xsl:with-param>
   <xsl:with-param name="rules">R57 H05 H06 H07 H08 H09 H10 H12</xsl:with-param>
  </xsl:call-template>
  <xsl:call-template name="check">
   <xsl:with-param name="no">15</xsl:with-param>
   <xsl:with-param name="vi">Tệp DOCX, PDF đọc lại đúng như đã soạn</xsl:with-param>
   <xsl:with-param name="eng">DOCX and PDF read back as they were laid out</xsl:with-param>
   <xsl:with-param name="clause">Phần II; Phụ lục VI</xsl:with-param>
   <xsl:with-param name="rest" select="true()"/>
   <xsl:with-param name="rules">R58 R59 R60</xsl:with-param>
  </xsl:call-template>
 </table>
</xsl:template>

<xsl:variable name="plan">
 <xsl:call-template name="say">
  <xsl:with-param name="vi">Kế hoạch</xsl:with-param>
  <xsl:with-param name="eng">Plan</xsl:with-param>
 </xsl:call-template>
</xsl:variable>

<xsl:variable name="house">
 <xsl:call-template name="say">
  <xsl:with-param name="vi">Quy ước nội bộ</xsl:with-param>
  <xsl:with-param name="eng">House rules</xsl:with-param>
 </xsl:call-template>
</xsl:variable>

<!-- What each row is about; the rows of whole areas leave these out. -->
<xsl:variable name="s1" select="'inspect/page inspect/margin inspect/font inspect/text layout/image'"/>
<xsl:variable name="s2" select="'inspect/nation inspect/motto inspect/issuer inspect/superior
 inspect/size inspect/rule'"/>
<xsl:variable name="s3" select="'form/number form/symbol form/date form/place inspect/number
 inspect/place inspect/date'"/>
<xsl:variable name="s4" select="'form/type form/subject inspect/type inspect/subject inspect/letter'"/>
<xsl:variable name="s5" select="'form/base form/bases form/article form/decider form/end form/body
 form/citation text/label text/heading text/citation inspect/body
 inspect/base inspect/citation inspect/label inspect/end
 inspect/heading'"/>
<xsl:variable name="s6" select="'form/signer form/authority form/deputy form/name inspect/authority
 inspect/signer inspect/deputy inspect/name'"/>
<xsl:variable name="s7" select="'form/addressees form/addressee form/recipients form/recipient form/as
 form/archive inspect/addressee inspect/addressees inspect/recipient
 inspect/recipients inspect/archive'"/>
<xsl:variable name="s10" select="'plan/section plan/topic'"/>
<xsl:variable name="s11" select="'plan/target plan/figure plan/bound'"/>
<xsl:variable name="s12" select="'form/award'"/>
<xsl:variable name="named" select="normalize-space(concat($s1, ' ', $s2, ' ', $s3, ' ', $s4, ' ', $s5, ' ', $s6, ' ', $s7, ' ', $s10, ' ', $s11, ' ', $s12))"/>

<!-- What some row takes as a whole. -->
<xsl:variable name="all-areas" select="'form inspect plan office planfile template
 figure table award across parse read image layout typeset text'"/>

<xsl:template name="check">
 <xsl:param name="no"/>
 <xsl:param name="vi"/>
 <xsl:param name="eng"/>
 <xsl:param name="clause"/>
 <xsl:param name="subjects"/>
 <xsl:param name="areas"/>
 <xsl:param name="rest" select="false()"/> <!-- and areas that no row names -->
 <xsl:param name="rules"/>
 <xsl:variable name="own" select="concat(' ', normalize-space($subjects), ' ')"/>
 <xsl:variable name="ours" select="concat(' ', $areas, ' ')"/>
 <xsl:variable name="theirs" select="concat(' ', $named, ' ')"/>
 <xsl:variable name="all" select="concat(' ', normalize-space($all-areas), ' ')"/>
 <xsl:variable name="of" select="/sheet/subject[
  contains($own, concat(' ', @name, ' ')) or
  (not(contains($theirs, concat(' ', @name, ' '))) and
   (contains($ours, concat(' ', @area, ' ')) or
    ($rest and not(contains($all, concat(' ', @area, ' '))))))]"/>
 <xsl:variable name="measured" select="/sheet/rule[
  contains(concat(' ', $rules, ' '), concat(' ', @id, ' ')) and
  (@outcome = 'passed' or @outcome = 'absent' or @outcome = 'broken')]"/>
 <xsl:variable name="wrong" select="sum($of/@error)"/>
 <xsl:variable name="doubtful" select="sum($of/@warning)"/>
 <xsl:variable name="style" select="sum($of/@style)"/>
 <xsl:variable name="waived" select="sum($of/@waived)"/>
 <row>
  <c align="center"><xsl:value-of select="$no"/></c>
  <c>
   <xsl:call-template name="say">
    <xsl:with-param name="vi" select="$vi"/>
    <xsl:with-param name="eng" select="$eng"/>
   </xsl:call-template>
  </c>
  <c><xsl:value-of select="$clause"/></c>
  <c align="center">
   <xsl:choose>
    <xsl:when test="$record">
     <xsl:value-of select="sum($of/@rules) + count($measured)"/>
    </xsl:when>
    <xsl:otherwise>-</xsl:otherwise>
   </xsl:choose>
  </c>
  <c>
   <xsl:choose>
    <xsl:when test="$wrong + $doubtful + $style + $waived &gt; 0">
     <xsl:attribute name="strong">yes</xsl:attribute>
     <xsl:call-template name="counts">
      <xsl:with-param name="wrong" select="$wrong"/>
      <xsl:with-param name="doubtful" select="$doubtful"/>
      <xsl:with-param name="style" select="$style"/>
      <xsl:with-param name="waived" select="$waived"/>
     </xsl:call-template>
    </xsl:when>
    <xsl:when test="$rest and not($record)">
     <xsl:call-template name="say">
      <xsl:with-param name="vi">chưa xuất</xsl:with-param>
      <xsl:with-param name="eng">not made</xsl:with-param>
     </xsl:call-template>
    </xsl:when>
    <!-- A rejected report was not checked to the end. -->
    <xsl:when test="not($record)">
     <xsl:call-template name="say">
      <xsl:with-param name="vi">chưa thấy lỗi</xsl:with-param>
      <xsl:with-param name="eng">nothing yet</xsl:with-param>
     </xsl:call-template>
    </xsl:when>
    <xsl:otherwise>
     <xsl:call-template name="say">
      <xsl:with-param name="vi">đạt</xsl:with-param>
      <xsl:with-param name="eng">passed</xsl:with-param>
     </xsl:call-template>
    </xsl:otherwise>
   </xsl:choose>
  </c>
 </row>
</xsl:template>

<xsl:template name="counts">
 <xsl:param name="wrong"/>
 <xsl:param name="doubtful"/>
 <xsl:param name="style"/>
 <xsl:param name="waived"/>
 <xsl:if test="$wrong &gt; 0">
  <xsl:call-template name="say">
   <xsl:with-param name="vi"><xsl:value-of select="$wrong"/> lỗi</xsl:with-param>
   <xsl:with-param name="eng">errors: <xsl:value-of select="$wrong"/></xsl:with-param>
  </xsl:call-template>
 </xsl:if>
 <xsl:if test="$wrong &gt; 0 and $doubtful + $style &gt; 0">, </xsl:if>
 <xsl:if test="$doubtful &gt; 0">
  <xsl:call-template name="say">
   <xsl:with-param name="vi"><xsl:value-of select="$doubtful"/> cảnh báo</xsl:with-param>
   <xsl:with-param name="eng">warnings: <xsl:value-of select="$doubtful"/></xsl:with-param>
  </xsl:call-template>
 </xsl:if>
 <xsl:if test="$doubtful &gt; 0 and $style &gt; 0">, </xsl:if>
 <xsl:if test="$style &gt; 0">
  <xsl:call-template name="say">
   <xsl:with-param name="vi"><xsl:value-of select="$style"/> về văn phong</xsl:with-param>
   <xsl:with-param name="eng">style: <xsl:value-of select="$style"/></xsl:with-param>
  </xsl:call-template>
 </xsl:if>
 <xsl:if test="$wrong + $doubtful + $style &gt; 0 and $waived &gt; 0">, </xsl:if>
 <xsl:if test="$waived &gt; 0">
  <xsl:call-template name="say">
   <xsl:with-param name="vi"><xsl:value-of select="$waived"/> được miễn</xsl:with-param>
   <xsl:with-param name="eng">waived: <xsl:value-of select="$waived"/></xsl:with-param>
  </xsl:call-template>
 </xsl:if>
</xsl:template>

<!-- What was found -->

<xsl:template name="findings">
 <xsl:variable name="told" select="/sheet/finding[@level != 'info']"/>
 <table kind="findings" widths="12 8 56 24">
  <caption>
   <xsl:call-template name="say">
    <xsl:with-param name="vi">Phát hiện và ý kiến xử lý</xsl:with-param>
    <xsl:with-param name="eng">Findings and what is done about them</xsl:with-param>
   </xsl:call-template>
  </caption>
  <xsl:choose>
   <xsl:when test="$en">
    <head><c>Level</c><c>Line</c><c>Finding</c><c>Signer's decision</c></head>
   </xsl:when>
   <xsl:otherwise>
    <head><c>Mức</c><c>Dòng</c><c>Phát hiện</c><c>Ý kiến xử lý</c></head>
   </xsl:otherwise>
  </xsl:choose>
  <xsl:for-each select="$told">
   <xsl:sort data-type="number" order="descending" select="string-length(
    substring-after('error warning style', @level))"/>
   <xsl:if test="position() &lt;= $listed">
    <row>
     <c>
      <xsl:choose>
       <xsl:when test="@until">
        <xsl:call-template name="say">
         <xsl:with-param name="vi">được miễn</xsl:with-param>
         <xsl:with-param name="eng">waived</xsl:with-param>
        </xsl:call-template>
       </xsl:when>
       <xsl:otherwise><xsl:value-of select="@level-name"/></xsl:otherwise>
      </xsl:choose>
     </c>
     <c align="center"><xsl:value-of select="@line"/></c>
     <c>
      <xsl:variable name="text">
       <xsl:value-of select="."/>
       <xsl:if test="@detail != ''">: <xsl:value-of select="@detail"/></xsl:if>
      </xsl:variable>
      <xsl:value-of select="substring($text, 1, $longest)"/>
      <xsl:if test="string-length($text) &gt; $longest">...</xsl:if>
      <xsl:if test="@clause != ''"> [<xsl:value-of select="@clause"/>]</xsl:if>
     </c>
     <c>
      <xsl:if test="@until">
       <xsl:call-template name="say">
        <xsl:with-param name="vi">được miễn đến <xsl:value-of select="@until"/>, <xsl:value-of select="@by"/></xsl:with-param>
        <xsl:with-param name="eng">waived until <xsl:value-of select="@until"/>, <xsl:value-of select="@by"/></xsl:with-param>
       </xsl:call-template>
      </xsl:if>
     </c>
    </row>
   </xsl:if>
  </xsl:for-each>
  <xsl:if test="count($told) &gt; $listed">
   <row><c span="4">
    <xsl:call-template name="say">
     <xsl:with-param name="vi">và <xsl:value-of select="count($told) -
      $listed"/> phát hiện khác: xem lệnh vanthu check</xsl:with-param>
     <xsl:with-param name="eng">and <xsl:value-of select="count($told) -
      $listed"/> more: see vanthu check</xsl:with-param>
    </xsl:call-template>
   </c></row>
  </xsl:if>
  <xsl:if test="not($told)">
   <row><c span="4">
    <xsl:call-template name="say">
     <xsl:with-param name="vi">Không có phát hiện nào; không có quy tắc nào được miễn.</xsl:with-param>
     <xsl:with-param name="eng">No finding; no rule is waived.</xsl:with-param>
    </xsl:call-template>
   </c></row>
  </xsl:if>
 </table>
</xsl:template>

<!-- What no program can decide -->

<xsl:template name="person">
 <table kind="person" widths="6 80 14">
  <caption>
   <xsl:call-template name="say">
    <xsl:with-param name="vi">Chương trình không quyết định được, phải có người xem</xsl:with-param>
    <xsl:with-param name="eng">Not for a program to decide: a person looks at it</xsl:with-param>
   </xsl:call-template>
  </caption>
  <xsl:choose>
   <xsl:when test="$en">
    <head><c>No.</c><c>What to look at</c><c>Seen</c></head>
   </xsl:when>
   <xsl:otherwise>
    <head><c>STT</c><c>Việc phải xem</c><c>Đã xem</c></head>
   </xsl:otherwise>
  </xsl:choose>
  <xsl:call-template name="look">
   <xsl:with-param name="no">1</xsl:with-param>
   <xsl:with-param name="vi">Số liệu đúng với sổ sách, hồ sơ gốc của đơn vị</xsl:with-param>
   <xsl:with-param name="eng">The figures are those of the unit's own records</xsl:with-param>
  </xsl:call-template>
  <xsl:call-template name="look">
   <xsl:with-param name="no">2</xsl:with-param>
   <xsl:with-param name="vi">Nội dung đúng chủ trương, đúng việc đã làm; lời văn rõ ràng</xsl:with-param>
   <xsl:with-param name="eng">What is said is true, in line with policy, and clear</xsl:with-param>
  </xsl:call-template>
  <!-- The rules whose rest concerns what is said, whoever made the file. -->
  <xsl:for-each select="/sheet/rule[. != '' and contains(
   ' R34 R39 R44 R57 H01 ', concat(' ', @id, ' '))]">
   <row>
    <c align="center"><xsl:value-of select="position() + 2"/></c>
    <c>
     <xsl:value-of select="concat(translate(substring(@name, 1, 1),
      'abcdefghijklmnopqrstuvwxyzđ', 'ABCDEFGHIJKLMNOPQRSTUVWXYZĐ'),
      substring(@name, 2), ': ', .)"/>
     <xsl:if test="@clause != ''"> [<xsl:value-of select="@clause"/>]</xsl:if>
    </c>
    <c align="center">&#x2610;</c>
   </row>
  </xsl:for-each>
 </table>
</xsl:template>

<xsl:template name="look">
 <xsl:param name="no"/>
 <xsl:param name="vi"/>
 <xsl:param name="eng"/>
 <row>
  <c align="center"><xsl:value-of select="$no"/></c>
  <c>
   <xsl:call-template name="say">
    <xsl:with-param name="vi" select="$vi"/>
    <xsl:with-param name="eng" select="$eng"/>
   </xsl:call-template>
  </c>
  <c align="center">&#x2610;</c>
 </row>
</xsl:template>

<xsl:template name="signing">
 <table kind="signing" widths="33 34 33">
  <caption>
   <xsl:call-template name="say">
    <xsl:with-param name="vi">Ký tắt, ngày</xsl:with-param>
    <xsl:with-param name="eng">Initials, date</xsl:with-param>
   </xsl:call-template>
  </caption>
  <xsl:choose>
   <xsl:when test="$en">
    <head><c>Drafter</c><c>Clerk</c><c>Signer</c></head>
   </xsl:when>
   <xsl:otherwise>
    <head><c>Người soạn thảo</c><c>Văn thư</c><c>Người ký văn bản</c></head>
   </xsl:otherwise>
  </xsl:choose>
  <row tall="yes"><c></c><c></c><c></c></row>
 </table>
</xsl:template>

<xsl:template name="group">
 <xsl:param name="vi"/>
 <xsl:param name="eng"/>
 <group>
  <xsl:call-template name="say">
   <xsl:with-param name="vi" select="$vi"/>
   <xsl:with-param name="eng" select="$eng"/>
  </xsl:call-template>
 </group>
</xsl:template>
</xsl:stylesheet>
