<?xml version="1.0" encoding="UTF-8"?>
<!--
  Phiếu kiểm tra thành DOCX: mỗi lần chạy cho một phần của gói (thuộc tính
  part). Đầu vào là kết quả của check-sheet.xsl. Độ dài tính bằng twip
  (1/20 điểm); cỡ chữ bằng nửa điểm.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
 xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<xsl:output method="xml" encoding="UTF-8" standalone="yes" indent="no"/>
<xsl:strip-space elements="*"/>

<xsl:variable name="width" select="9922"/> <!-- 175 mm between the margins -->

<xsl:template match="/page">
 <xsl:choose>
  <xsl:when test="@part = '[Content_Types].xml'">
   <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
    <Default Extension="rels"
     ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
    <Override PartName="/word/document.xml"
     ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
    <Override PartName="/word/styles.xml"
     ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>
   </Types>
  </xsl:when>
  <xsl:when test="@part = '_rels/.rels'">
   <Relationships
    xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
    <Relationship Id="rId1"
     Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
     Target="word/document.xml"/>
   </Relationships>
  </xsl:when>
  <xsl:when test="@part = 'word/_rels/document.xml.rels'">
   <Relationships
    xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
    <Relationship Id="rId1"
     Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"
     Target="styles.xml"/>
   </Relationships>
  </xsl:when>
  <xsl:when test="@part = 'word/styles.xml'">
   <xsl:call-template name="styles"/>
  </xsl:when>
  <xsl:otherwise>
   <w:document>
    <w:body>
     <xsl:call-template name="line">
      <xsl:with-param name="text" select="organ"/>
      <xsl:with-param name="style">Centre</xsl:with-param>
     </xsl:call-template>
     <xsl:call-template name="line">
      <xsl:with-param name="text" select="title"/>
      <xsl:with-param name="style">Heading1</xsl:with-param>
     </xsl:call-template>
     <xsl:call-template name="line">
      <xsl:with-param name="text" select="note"/>
      <xsl:with-param name="style">Note</xsl:with-param>
     </xsl:call-template>
     <xsl:apply-templates select="table | verdict"/>
     <w:p><w:pPr><w:pStyle w:val="Last"/></w:pPr></w:p>
     <w:sectPr>
      <w:pgSz w:w="11906" w:h="16838"/>
      <w:pgMar w:top="567" w:right="850" w:bottom="567" w:left="1134"
       w:header="340" w:footer="340" w:gutter="0"/>
     </w:sectPr>
    </w:body>
   </w:document>
  </xsl:otherwise>
 </xsl:choose>
</xsl:template>

<!-- styles.xml -->

<xsl:template name="styles">
 <w:styles>
  <w:docDefaults>
   <w:rPrDefault><w:rPr>
    <w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"
     w:eastAsia="Times New Roman" w:cs="Times New Roman"/>
    <w:sz w:val="19"/><w:szCs w:val="19"/>
    <w:lang w:val="{@lang}-{translate(@lang, 'vien', 'VNGB')}"/>
   </w:rPr></w:rPrDefault>
   <w:pPrDefault><w:pPr>
    <w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>
   </w:pPr></w:pPrDefault>
  </w:docDefaults>
  <w:style w:type="paragraph" w:default="1" w:styleId="Normal">
   <w:name w:val="Normal"/>
  </w:style>
  <w:style w:type="paragraph" w:styleId="Heading1">
   <w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>
   <w:pPr><w:keepNext/><w:spacing w:before="60"/><w:jc w:val="center"/>
    <w:outlineLvl w:val="0"/></w:pPr>
   <w:rPr><w:b/><w:bCs/><w:sz w:val="26"/><w:szCs w:val="26"/></w:rPr>
  </w:style>
  <w:style w:type="paragraph" w:styleId="Caption">
   <w:name w:val="caption"/><w:basedOn w:val="Normal"/>
   <w:pPr><w:keepNext/><w:spacing w:before="100"/></w:pPr>
   <w:rPr><w:b/><w:bCs/></w:rPr>
  </w:style>
  <w:style w:type="paragraph" w:customStyle="1" w:styleId="Centre">
   <w:name w:val="Centre"/><w:basedOn w:val="Normal"/>
   <w:pPr><w:jc w:val="center"/></w:pPr>
  </w:style>
  <w:style w:type="paragraph" w:customStyle="1" w:styleId="Note">
   <w:name w:val="Note"/><w:basedOn w:val="Centre"/>
   <w:rPr><w:i/><w:iCs/></w:rPr>
  </w:style>
  <w:style w:type="paragraph" w:customStyle="1" w:styleId="Verdict">
   <w:name w:val="Verdict"/><w:basedOn w:val="Centre"/>
   <w:pPr>
    <w:pBdr>
     <w:top w:val="single" w:sz="8" w:space="2" w:color="auto"/>
     <w:left w:val="single" w:sz="8" w:space="2" w:color="auto"/>
     <w:bottom w:val="single" w:sz="8" w:space="2" w:color="auto"/>
     <w:right w:val="single" w:sz="8" w:space="2" w:color="auto"/>
    </w:pBdr>
    <w:spacing w:before="160"/>
    <w:ind w:left="57" w:right="57"/>
   </w:pPr>
   <w:rPr><w:b/><w:bCs/></w:rPr>
  </w:style>
  <w:style w:type="paragraph" w:customStyle="1" w:styleId="Last">
   <w:name w:val="Last"/><w:basedOn w:val="Normal"/>
   <w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr>
   <w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr>
  </w:style>
 </w:styles>
</xsl:template>

<!-- document.xml -->

<xsl:template name="line">
 <xsl:param name="text"/>
 <xsl:param name="style"/>
 <w:p>
  <w:pPr><w:pStyle w:val="{$style}"/></w:pPr>
  <w:r><w:t xml:space="preserve"><xsl:value-of select="$text"/></w:t></w:r>
 </w:p>
</xsl:template>

<xsl:template match="verdict">
 <xsl:call-template name="line">
  <xsl:with-param name="text" select="."/>
  <xsl:with-param name="style">Verdict</xsl:with-param>
 </xsl:call-template>
</xsl:template>

<xsl:template match="table">
 <xsl:call-template name="line">
  <xsl:with-param name="text" select="caption"/>
  <xsl:with-param name="style">Caption</xsl:with-param>
 </xsl:call-template>
 <w:tbl>
  <w:tblPr>
   <w:tblW w:w="{$width}" w:type="dxa"/>
   <w:tblBorders>
    <w:top w:val="single" w:sz="4" w:space="0" w:color="auto"/>
    <w:left w:val="single" w:sz="4" w:space="0" w:color="auto"/>
    <w:bottom w:val="single" w:sz="4" w:space="0" w:color="auto"/>
    <w:right w:val="single" w:sz="4" w:space="0" w:color="auto"/>
    <w:insideH w:val="single" w:sz="4" w:space="0" w:color="auto"/>
    <w:insideV w:val="single" w:sz="4" w:space="0" w:color="auto"/>
   </w:tblBorders>
   <w:tblLayout w:type="fixed"/>
   <w:tblCellMar>
    <w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/>
   </w:tblCellMar>
   <w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0"
    w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>
   <w:tblCaption w:val="{caption}"/>
  </w:tblPr>
  <w:tblGrid>
   <xsl:call-template name="columns">
    <xsl:with-param name="widths" select="concat(@widths, ' ')"/>
   </xsl:call-template>
  </w:tblGrid>
  <xsl:apply-templates select="head | group | row"/>
 </w:tbl>
</xsl:template>

<xsl:template name="columns">
 <xsl:param name="widths"/>
 <xsl:if test="$widths != ''">
  <w:gridCol w:w="{floor(substring-before($widths, ' ') * $width div 100)}"/>
  <xsl:call-template name="columns">
   <xsl:with-param name="widths" select="substring-after($widths, ' ')"/>
  </xsl:call-template>
 </xsl:if>
</xsl:template>

<!-- The n-th width, and the sum of the widths from there over span columns. -->
<xsl:template name="sum-of">
 <xsl:param name="widths"/>
 <xsl:param name="skip"/>
 <xsl:param name="span"/>
 <xsl:param name="sum" select="0"/>
 <xsl:choose>
  <xsl:when test="$skip &gt; 0">
   <xsl:call-template name="sum-of">
    <xsl:with-param name="widths" select="substring-after($widths, ' ')"/>
    <xsl:with-param name="skip" select="$skip - 1"/>
    <xsl:with-param name="span" select="$span"/>
   </xsl:call-template>
  </xsl:when>
  <xsl:when test="$span &gt; 0">
   <xsl:call-template name="sum-of">
    <xsl:with-param name="widths" select="substring-after($widths, ' ')"/>
    <xsl:with-param name="skip" select="0"/>
    <xsl:with-param name="span" select="$span - 1"/>
    <xsl:with-param name="sum" select="$sum + floor(
     substring-before($widths, ' ') * $width div 100)"/>
   </xsl:call-template>
  </xsl:when>
  <xsl:otherwise><xsl:value-of select="$sum"/></xsl:otherwise>
 </xsl:choose>
</xsl:template>

<xsl:template name="cell-width">
 <xsl:param name="span" select="1"/>
 <w:tcW w:type="dxa">
  <xsl:attribute name="w:w">
   <xsl:call-template name="sum-of">
    <xsl:with-param name="widths"
     select="concat(ancestor::table/@widths, ' ')"/>
    <xsl:with-param name="skip" select="count(preceding-sibling::*)"/>
    <xsl:with-param name="span" select="$span"/>
   </xsl:call-template>
  </xsl:attribute>
 </w:tcW>
 <xsl:if test="$span &gt; 1"><w:gridSpan w:val="{$span}"/></xsl:if>
</xsl:template>

<xsl:template match="head">
 <w:tr>
  <w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>
  <xsl:for-each select="c">
   <w:tc>
    <w:tcPr><xsl:call-template name="cell-width"/></w:tcPr>
    <w:p>
     <w:pPr><w:jc w:val="center"/></w:pPr>
     <w:r><w:rPr><w:b/><w:bCs/></w:rPr>
      <w:t><xsl:value-of select="."/></w:t></w:r>
    </w:p>
   </w:tc>
  </xsl:for-each>
 </w:tr>
</xsl:template>

<xsl:template match="group">
 <w:tr>
  <w:trPr><w:cantSplit/></w:trPr>
  <w:tc>
   <w:tcPr>
    <w:tcW w:w="{$width}" w:type="dxa"/>
    <w:gridSpan w:val="{count(../head/c)}"/>
   </w:tcPr>
   <w:p>
    <w:pPr><w:keepNext/></w:pPr>
    <w:r><w:rPr><w:b/><w:bCs/></w:rPr>
     <w:t><xsl:value-of select="."/></w:t></w:r>
   </w:p>
  </w:tc>
 </w:tr>
</xsl:template>

<xsl:template match="row">
 <w:tr>
  <w:trPr>
   <w:cantSplit/>
   <xsl:if test="@tall"><w:trHeight w:val="850" w:hRule="atLeast"/></xsl:if>
  </w:trPr>
  <xsl:apply-templates select="h | c"/>
 </w:tr>
</xsl:template>

<xsl:template match="h | c">
 <w:tc>
  <w:tcPr>
   <xsl:call-template name="cell-width">
    <xsl:with-param name="span">
     <xsl:choose>
      <xsl:when test="@span"><xsl:value-of select="@span"/></xsl:when>
      <xsl:otherwise>1</xsl:otherwise>
     </xsl:choose>
    </xsl:with-param>
   </xsl:call-template>
  </w:tcPr>
  <w:p>
   <xsl:if test="@align">
    <w:pPr><w:jc w:val="{@align}"/></w:pPr>
   </xsl:if>
   <xsl:if test=". != ''">
    <w:r>
     <w:rPr>
      <xsl:if test=". = '&#x2610;'">
       <w:rFonts w:ascii="Segoe UI Symbol" w:hAnsi="Segoe UI Symbol"
        w:eastAsia="Segoe UI Symbol" w:cs="Segoe UI Symbol"/>
      </xsl:if>
      <xsl:if test="@strong"><w:b/><w:bCs/></xsl:if>
      <xsl:if test="self::h"><w:i/><w:iCs/></xsl:if>
     </w:rPr>
     <w:t xml:space="preserve"><xsl:value-of select="."/></w:t>
    </w:r>
   </xsl:if>
  </w:p>
 </w:tc>
</xsl:template>
</xsl:stylesheet>
