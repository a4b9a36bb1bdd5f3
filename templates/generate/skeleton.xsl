<?xml version="1.0" encoding="UTF-8"?>
<!--
  Khung báo cáo (lệnh "vanthu new"): từ một nội dung phải báo cáo của kế hoạch
  và một đơn vị thành tệp Markdown để điền. Mọi chỗ [CẦN BỔ SUNG: ...] phải được
  thay bằng nội dung thật; còn sót một chỗ thì báo cáo không xuất được.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:output method="text" encoding="UTF-8"/>
<xsl:strip-space elements="*"/>

<xsl:template match="/state">
<xsl:text>---
Báo cáo cho: </xsl:text><xsl:value-of select="obligation/@id"/>
<xsl:text>
Đơn vị: </xsl:text><xsl:value-of select="unit/@id"/>
<xsl:text>
# Hạn báo cáo: chậm nhất ngày </xsl:text>
<xsl:value-of select="obligation/@last"/>
<xsl:text>. Số để trống nếu chưa lấy số.
Số:
Ngày: "[CẦN BỔ SUNG: ngày ký, ví dụ 2025-12-05]"
Kính gửi:
</xsl:text>
<xsl:for-each select="obligation/addressee">
<xsl:text>  - "</xsl:text><xsl:value-of select="."/><xsl:text>"
</xsl:text>
</xsl:for-each>
<xsl:text>Nơi nhận:
</xsl:text>
<xsl:apply-templates select="obligation/recipient"/>
<xsl:if test="unit/signer">
<xsl:text>Người ký:
</xsl:text>
<xsl:if test="unit/signer[1]/authority">
<xsl:text>  Quyền hạn:
</xsl:text>
<xsl:for-each select="unit/signer[1]/authority">
<xsl:text>    - "</xsl:text><xsl:value-of select="."/><xsl:text>"
</xsl:text>
</xsl:for-each>
</xsl:if>
<xsl:text>  Chức vụ: "</xsl:text><xsl:value-of select="unit/signer[1]/@position"/>
<xsl:text>"
  Họ tên: "</xsl:text><xsl:value-of select="unit/signer[1]/@name"/>
<xsl:text>"
</xsl:text>
</xsl:if>
<xsl:if test="obligation/target">
<xsl:text>Chỉ tiêu:
</xsl:text>
<xsl:for-each select="obligation/target">
<xsl:text>  # </xsl:text><xsl:value-of select="@name"/>
<xsl:text>: </xsl:text><xsl:value-of select="@op"/><xsl:text> </xsl:text>
<xsl:value-of select="@value"/><xsl:text> </xsl:text>
<xsl:value-of select="@unit"/>
<xsl:if test="@note != ''"><xsl:text>, </xsl:text>
<xsl:value-of select="@note"/></xsl:if>
<xsl:text>
  </xsl:text><xsl:value-of select="@id"/>
<xsl:text>: "[CẦN BỔ SUNG] </xsl:text><xsl:value-of select="@unit"/>
<xsl:text>"
</xsl:text>
</xsl:for-each>
</xsl:if>
<xsl:text>---

Thực hiện Kế hoạch số </xsl:text>
<xsl:value-of select="concat(plan/@number, '/', plan/@symbol)"/>
<xsl:text> ngày </xsl:text><xsl:value-of select="plan/@day"/>
<xsl:text> tháng </xsl:text><xsl:value-of select="plan/@month"/>
<xsl:text> năm </xsl:text><xsl:value-of select="plan/@year"/>
<xsl:text> của </xsl:text><xsl:value-of select="plan/@issuer"/>
<xsl:text>, </xsl:text><xsl:value-of select="unit/@name"/>
<xsl:text> báo cáo như sau:
</xsl:text>
<xsl:apply-templates select="obligation/section"/>
<xsl:text>
Trên đây là báo cáo của </xsl:text><xsl:value-of select="unit/@name"/>
<xsl:text>, [CẦN BỔ SUNG: câu kết]./.
</xsl:text>
</xsl:template>

<xsl:template match="recipient">
<xsl:text>  - "</xsl:text><xsl:value-of select="."/>
<xsl:if test="@purpose != ''">
<xsl:text> (</xsl:text><xsl:value-of select="@purpose"/><xsl:text>)</xsl:text>
</xsl:if>
<xsl:text>"
</xsl:text>
</xsl:template>

<xsl:template match="section">
<xsl:text>
# </xsl:text><xsl:value-of select="concat(@number, '. ', @title)"/>
<xsl:text> {#</xsl:text><xsl:value-of select="@id"/><xsl:text>}

[CẦN BỔ SUNG: </xsl:text>
<xsl:choose>
<xsl:when test="@required = 'yes'">nội dung của mục</xsl:when>
<xsl:otherwise>nội dung của mục, hoặc bỏ cả mục vì không bắt buộc</xsl:otherwise>
</xsl:choose>
<xsl:if test="@min-words &gt; 0">
<xsl:text>, ít nhất </xsl:text><xsl:value-of select="@min-words"/>
<xsl:text> chữ</xsl:text>
</xsl:if>
<xsl:if test="@max-words &gt; 0">
<xsl:text>, nhiều nhất </xsl:text><xsl:value-of select="@max-words"/>
<xsl:text> chữ</xsl:text>
</xsl:if>
<xsl:text>]
</xsl:text>
<xsl:for-each select="mention">
<xsl:text>
- </xsl:text>
<xsl:choose>
<xsl:when test="@kind = 'movement'">
<xsl:text>Phong trào thi đua “</xsl:text><xsl:value-of select="@name"/>
<xsl:text>”</xsl:text></xsl:when>
<xsl:otherwise><xsl:value-of select="@name"/></xsl:otherwise>
</xsl:choose>
<xsl:text>: [CẦN BỔ SUNG]</xsl:text>
</xsl:for-each>
<xsl:if test="mention"><xsl:text>
</xsl:text></xsl:if>
</xsl:template>
</xsl:stylesheet>
