<?xml version="1.0" encoding="UTF-8"?>
<!--
  Phiếu kiểm tra thành HTML: một trang A4 khi in. Đầu vào là kết quả của
  check-sheet.xsl. Tệp cũng là XML đúng cú pháp.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
 xmlns="http://www.w3.org/1999/xhtml">
<xsl:output method="xml" encoding="UTF-8" omit-xml-declaration="yes"
 indent="no"/>
<xsl:strip-space elements="*"/>

<xsl:template match="/page">
 <xsl:text disable-output-escaping="yes">&lt;!DOCTYPE html&gt;
</xsl:text>
 <html lang="{@lang}" xml:lang="{@lang}">
  <head>
   <meta charset="UTF-8"/>
   <title><xsl:value-of select="concat(title, ' - ', organ)"/></title>
   <style>
@page { size: A4 portrait; margin: 10mm 15mm 10mm 20mm }
body { font: 9.5pt/1.15 "Times New Roman", "Liberation Serif", serif;
 color: #000; background: #fff; max-width: 175mm; margin: 0 auto }
header, h1, .note { text-align: center; margin: 0 }
h1 { font-size: 13pt; margin-top: 2mm }
.note { font-style: italic }
table { border-collapse: collapse; width: 100%; margin: 1.5mm 0 0;
 table-layout: fixed; break-inside: avoid }
caption { font-weight: bold; text-align: left; padding: 0 0 .5mm }
th, td { border: .5pt solid #000; padding: 0 1mm; text-align: left;
 vertical-align: top; overflow-wrap: break-word }
thead th { text-align: center }
.facts th { font-weight: normal; font-style: italic }
.center { text-align: center }
.strong { font-weight: bold }
.tall td { height: 13mm }
.verdict { border: 1pt solid #000; padding: 1mm 2mm; margin: 2mm 0 0;
 font-weight: bold; text-align: center }
   </style>
  </head>
  <body>
   <header><xsl:value-of select="organ"/></header>
   <main>
    <h1><xsl:value-of select="title"/></h1>
    <p class="note"><xsl:value-of select="note"/></p>
    <xsl:apply-templates select="table | verdict"/>
   </main>
  </body>
 </html>
</xsl:template>

<xsl:template match="verdict">
 <p class="verdict"><xsl:value-of select="."/></p>
</xsl:template>

<xsl:template match="table">
 <table class="{@kind}">
  <caption><xsl:value-of select="caption"/></caption>
  <colgroup>
   <xsl:call-template name="columns">
    <xsl:with-param name="widths" select="concat(@widths, ' ')"/>
   </xsl:call-template>
  </colgroup>
  <xsl:apply-templates select="head"/>
  <xsl:choose>
   <xsl:when test="group">
    <xsl:for-each select="group">
     <tbody>
      <tr><th scope="rowgroup" colspan="{count(../head/c)}">
       <xsl:value-of select="."/></th></tr>
      <xsl:apply-templates select="following-sibling::row[
       generate-id(preceding-sibling::group[1]) = generate-id(current())]"/>
     </tbody>
    </xsl:for-each>
   </xsl:when>
   <xsl:otherwise>
    <tbody><xsl:apply-templates select="row"/></tbody>
   </xsl:otherwise>
  </xsl:choose>
 </table>
</xsl:template>

<xsl:template name="columns">
 <xsl:param name="widths"/>
 <xsl:if test="$widths != ''">
  <col style="width: {substring-before($widths, ' ')}%"/>
  <xsl:call-template name="columns">
   <xsl:with-param name="widths" select="substring-after($widths, ' ')"/>
  </xsl:call-template>
 </xsl:if>
</xsl:template>

<xsl:template match="head">
 <thead>
  <tr>
   <xsl:for-each select="c">
    <th scope="col"><xsl:value-of select="."/></th>
   </xsl:for-each>
  </tr>
 </thead>
</xsl:template>

<xsl:template match="row">
 <tr>
  <xsl:if test="@tall"><xsl:attribute name="class">tall</xsl:attribute></xsl:if>
  <xsl:apply-templates select="h | c"/>
 </tr>
</xsl:template>

<xsl:template match="h">
 <th scope="row"><xsl:value-of select="."/></th>
</xsl:template>

<xsl:template match="c">
 <td>
  <xsl:if test="@span &gt; 1">
   <xsl:attribute name="colspan"><xsl:value-of select="@span"/></xsl:attribute>
  </xsl:if>
  <xsl:if test="@align or @strong">
   <xsl:attribute name="class">
    <xsl:value-of select="@align"/>
    <xsl:if test="@strong">strong</xsl:if>
   </xsl:attribute>
  </xsl:if>
  <xsl:value-of select="."/>
  <xsl:if test=". = ''"><xsl:text>&#160;</xsl:text></xsl:if>
 </td>
</xsl:template>
</xsl:stylesheet>
