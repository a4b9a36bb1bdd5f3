/*
 * test_inspect.c - the decree's rules measured on Word files: what we write
 * breaks none; one thing changed in it breaks just the rule that speaks of it;
 * and no file, however damaged, brings the reader down.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "docx/docx.h"
#include "inspect/inspect.h"
#include "sample_laid.h"
#include "zip/zip.h"

enum { LIMIT = 1 << 22, EDITS = 9 };

#define DOC "word/document.xml"
#define HEAD "word/header1.xml"

/* One replacement in a part: the first place where from stands. */
struct edit {
	const char *part, *from, *to;
};

/* What runs and paragraphs look like in our files. */
#define T "<w:t xml:space=\"preserve\">"
#define R "<w:r>" T
#define RUN(text, props) \
	DOC, R text, "<w:r><w:rPr>" props "</w:rPr>" T text
#define TEXT(old, new) DOC, R old, R new
#define PROPS(style, text, props) \
	DOC, "<w:pStyle w:val=\"" style "\"/></w:pPr>" R text, \
	    "<w:pStyle w:val=\"" style "\"/>" props "</w:pPr>" R text
#define P(style, text) \
	"<w:p><w:pPr><w:pStyle w:val=\"" style "\"/></w:pPr>" R text \
	"</w:t></w:r></w:p>"
#define SLANTED "<w:r><w:rPr><w:i/></w:rPr>" T
#define BASIS(text) \
	"<w:p><w:pPr><w:pStyle w:val=\"BodyText\"/></w:pPr>" SLANTED text \
	"</w:t></w:r></w:p>"
#define OFF(name) "<" name " w:val=\"0\"/>"
#define SIZE(n) "<w:sz w:val=\"" #n "\"/>"
#define RULE_UNDER(left, right) \
	"<w:p><w:pPr><w:pStyle w:val=\"VTDuongKe\"/><w:spacing " \
	"w:before=\"40\"/><w:ind w:left=\"" left "\" w:right=\"" right \
	"\"/></w:pPr></w:p>"

#define RULE_AT(left, right) "w:left=\"" left "\" w:right=\"" right "\""
#define ISSUER_RULE RULE_AT("1307", "1308")
#define SUBJECT_RULE RULE_AT("3785", "3786")

#define TYPE \
	"<w:pStyle w:val=\"Title\"/><w:spacing w:before=\"360\"/></w:pPr>"
#define CLOSING "Trên đây là báo cáo kết quả của Phòng Kinh tế./."

/* The sample says some things on purpose that a clerk should not. */
#define CLEAN \
	{ DOC, "232/KH-UBND của", \
	    "232/KH-UBND ngày 12 tháng 9 năm 2025 của" }, \
	    { DOC, "tổ chức  phát", "tổ chức phát" }, \
	{ \
		DOC, "&lt;nước rút&gt; &amp;", "nước rút và" \
	}

#define NUMBER "Số: 05/BC-PKT</w:t></w:r></w:p>"
#define EDGE(side, space) \
	"<w:" side " w:val=\"single\" w:sz=\"6\" w:space=\"" space \
	"\" w:color=\"FF0000\"/>"
/* KHẨN in a box 20 mm wide, 8 mm high if the line is 339. */
#define STAMP(line) \
	"<w:p><w:pPr><w:pBdr>" EDGE("top", "2") EDGE("left", "0") \
	EDGE("bottom", "3") EDGE("right", "0") "</w:pBdr><w:spacing w:line=\"" \
	line "\" w:lineRule=\"exact\"/><w:ind w:left=\"1198\" " \
	"w:right=\"1198\"/><w:jc w:val=\"center\"/></w:pPr><w:r><w:rPr>" \
	"<w:b/><w:color w:val=\"FF0000\"/></w:rPr><w:t>KHẨN</w:t></w:r></w:p>"

/* The documents that changes start from. */
enum base { REPORT, PLAN, LETTER, DECISION, ANNEX, BASES };

static const struct edit base_edits[BASES][EDITS] = {
	[REPORT] = { CLEAN },
	[PLAN] = { CLEAN, { TEXT("Số: 05/BC-PKT", "Số: 05/KH-PKT") },
	    { TEXT("BÁO CÁO", "KẾ HOẠCH") } },
	[LETTER] = { CLEAN,
	    { TEXT("Số: 05/BC-PKT</w:t></w:r></w:p>",
		"Số: 05/PKT-TH</w:t></w:r></w:p>"
		"<w:p><w:pPr><w:pStyle w:val=\"VTVeViec\"/><w:spacing "
		"w:before=\"120\"/><w:jc w:val=\"center\"/></w:pPr><w:r>"
		"<w:rPr>" SIZE(26) "</w:rPr>" T
		"V/v gửi báo cáo thi đua</w:t></w:r></w:p>") },
	    { DOC, "V/v gửi báo cáo thi đua</w:t></w:r></w:p>",
		"V/v gửi báo cáo thi đua</w:t></w:r></w:p>" STAMP("339") },
	    { DOC,
		"<w:p><w:pPr>" TYPE R "BÁO CÁO</w:t></w:r></w:p>"
		P("Subtitle", "Kết quả đợt thi đua cao điểm")
		RULE_UNDER("3785", "3786"),
		P("VTKinhGui", "Kính gửi:")
		P("VTKinhGui", "- Trường Tiểu học xã;")
		P("VTKinhGui", "- Trạm Y tế xã.") },
	    { TEXT("- Ủy ban nhân dân xã Thái Tân;", "- Như trên;") } },
	[DECISION] = { CLEAN, { TEXT("Số: 05/BC-PKT", "Số: 05/QĐ-PKT") },
	    { TEXT("BÁO CÁO", "QUYẾT ĐỊNH") },
	    { DOC, P("Heading1", "I. KẾT QUẢ THỰC HIỆN"),
		BASIS("Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm "
		      "2022;")
		BASIS("Theo đề nghị của Tổ trưởng Tổ tổng hợp.") },
	    { TEXT("1. Sản xuất nông nghiệp", "Điều 1. Tặng Giấy khen") },
	    { TEXT("- Ủy ban nhân dân xã Thái Tân;", "- Như Điều 1;") } },
	[ANNEX] = { CLEAN,
	    { TEXT(CLOSING, "Trên đây là báo cáo, số liệu tại Phụ lục./.") },
	    { DOC,
		"<w:p><w:pPr><w:pStyle w:val=\"Normal\"/><w:spacing "
		"w:line=\"20\" w:lineRule=\"exact\"/></w:pPr></w:p>"
		"<w:sectPr>",
		"<w:p><w:pPr><w:sectPr><w:headerReference "
		"w:type=\"default\" r:id=\"rId4\"/><w:headerReference "
		"w:type=\"first\" r:id=\"rId5\"/><w:pgSz w:w=\"11906\" "
		"w:h=\"16838\"/><w:pgMar w:top=\"1134\" w:right=\"1134\" "
		"w:bottom=\"1134\" w:left=\"1701\" w:header=\"567\"/>"
		"<w:titlePg/></w:sectPr></w:pPr></w:p>"
		P("Title", "Phụ lục") P("Title", "SỐ LIỆU THI ĐUA")
		"<w:sectPr><w:pgNumType w:start=\"1\"/>" } },
};

/* A change of a base, and the one finding it must bring. */
struct change {
	enum base base;
	enum diag_id want;
	struct edit edit[3];
};

/* 51 letters and blanks; one less is allowed. */
#define LONG_NAME "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi"

static const struct change changes[] = {
	{ REPORT, DIAG_INSPECT_PAGE_SIZE,
	    { { DOC, "w:w=\"11906\" w:h=\"16838\"",
		"w:w=\"11906\" w:h=\"15840\"" } } },
	{ LETTER, DIAG_INSPECT_PAGE_ORIENTATION,
	    { { DOC, "w:w=\"11906\" w:h=\"16838\"",
		  "w:w=\"16838\" w:h=\"11906\"" },
		{ DOC, "TableGrid", "TableNormal" } } },
	{ REPORT, DIAG_INSPECT_MARGIN_VERTICAL,
	    { { DOC, "w:top=\"1134\"", "w:top=\"1000\"" } } },
	{ REPORT, DIAG_INSPECT_MARGIN_VERTICAL,
	    { { DOC, "w:bottom=\"1134\"", "w:bottom=\"1500\"" } } },
	{ REPORT, DIAG_INSPECT_MARGIN_VERTICAL,
	    { { DOC, "w:top=\"1134\"", "w:top=\"1128\"" } } },
	{ REPORT, DIAG_INSPECT_MARGIN_VERTICAL,
	    { { DOC, "w:bottom=\"1134\"", "w:bottom=\"1423\"" } } },
	{ REPORT, DIAG_INSPECT_MARGIN_HORIZONTAL,
	    { { DOC, "w:left=\"1701\"", "w:left=\"1600\"" } } },
	{ REPORT, DIAG_INSPECT_MARGIN_HORIZONTAL,
	    { { DOC, "w:left=\"1701\"", "w:left=\"1695\"" } } },
	{ REPORT, DIAG_INSPECT_MARGIN_HORIZONTAL,
	    { { DOC, "w:right=\"1134\" w:bottom",
		"w:right=\"1140\" w:bottom" } } },
	{ REPORT, DIAG_INSPECT_FONT_NAME,
	    { { RUN("Dòng một",
		"<w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\"/>") } } },
	{ REPORT, DIAG_INSPECT_FONT_NAME,
	    { { "word/styles.xml", "w:hAnsi=\"Times New Roman\"",
		"w:hAnsi=\"Calibri\"" } } },
	{ REPORT, DIAG_INSPECT_FONT_COMPLEX,
	    { { RUN("Dòng một", "<w:rFonts w:cs=\"Arial\"/>") } } },
	{ REPORT, DIAG_INSPECT_TEXT_COLOR,
	    { { RUN("Dòng một", "<w:color w:val=\"1F497D\"/>") } } },
	{ REPORT, DIAG_INSPECT_PAGE_NUMBER,
	    { { HEAD, R "2", "<w:r><w:rPr>" SIZE(22) "</w:rPr>" T "2" } } },
	{ REPORT, DIAG_INSPECT_PAGE_NUMBER,
	    { { HEAD, "<w:pStyle w:val=\"Header\"/>",
		"<w:pStyle w:val=\"Header\"/><w:jc w:val=\"right\"/>" } } },
	{ REPORT, DIAG_INSPECT_PAGE_NUMBER,
	    { { HEAD, " PAGE ", " NUMPAGES " },
		{ TEXT("Dòng một", "Dòng một</w:t><w:br w:type=\"page\"/>"
				   "<w:t>") } } },
	{ REPORT, DIAG_INSPECT_PAGE_NUMBER,
	    { { DOC, "<w:titlePg/>",
		"<w:titlePg/><w:pgNumType w:fmt=\"upperRoman\"/>" } } },
	{ REPORT, DIAG_INSPECT_PAGE_NUMBER_PLACE,
	    { { DOC, "<w:titlePg/>", "" } } },
	{ REPORT, DIAG_INSPECT_PAGE_NUMBER_PLACE,
	    { { DOC, "<w:headerReference w:type=\"default\"",
		"<w:footerReference w:type=\"default\"" } } },
	{ REPORT, DIAG_INSPECT_NATION,
	    { { RUN("CỘNG HÒA", OFF("w:b")) } } },
	{ REPORT, DIAG_INSPECT_NATION,
	    { { TEXT("CỘNG HÒA XÃ", "CỘNG HÒA  XA") } } },
	{ REPORT, DIAG_INSPECT_MOTTO,
	    { { TEXT("Độc lập - Tự do - Hạnh phúc",
		"Độc lập – Tự do – Hạnh phúc") } } },
	{ REPORT, DIAG_INSPECT_MOTTO,
	    { { RUN("Độc lập", "<w:i/>") } } },
	{ REPORT, DIAG_INSPECT_SIZE_PROFILE,
	    { { RUN("Thái Tân, ngày", SIZE(26)) } } },
	{ REPORT, DIAG_INSPECT_NATION_WRAPPED,
	    { { DOC, "<w:tcW w:w=\"5556\"", "<w:tcW w:w=\"5000\"" },
		{ DOC, "w:left=\"1064\" w:right=\"1064\"",
		    "w:left=\"786\" w:right=\"786\"" } } },
	{ REPORT, DIAG_INSPECT_MOTTO_RULE,
	    { { DOC, "w:left=\"1064\" w:right=\"1064\"",
		"w:left=\"1500\" w:right=\"1500\"" } } },
	{ REPORT, DIAG_INSPECT_MOTTO_RULE,
	    { { DOC, "w:left=\"1064\" w:right=\"1064\"",
		"w:left=\"864\" w:right=\"1264\"" } } },
	{ REPORT, DIAG_INSPECT_MOTTO_RULE,
	    { { DOC, RULE_UNDER("1064", "1064"), "" } } },
	{ REPORT, DIAG_INSPECT_RULE_METHOD,
	    { { DOC, RULE_UNDER("1064", "1064"),
		P("VTTieuNgu", "-----------") } } },
	{ REPORT, DIAG_INSPECT_ISSUER,
	    { { RUN("PHÒNG KINH TẾ", OFF("w:b")) } } },
	{ REPORT, DIAG_INSPECT_SUPERIOR,
	    { { RUN("UBND XÃ THÁI TÂN", "<w:b/>") } } },
	{ REPORT, DIAG_INSPECT_SUPERIOR_NEEDLESS,
	    { { TEXT("PHÒNG KINH TẾ", "UBND XÃ TÂN") } } },
	{ REPORT, DIAG_INSPECT_ISSUER_RULE,
	    { { DOC, "w:left=\"1307\" w:right=\"1308\"",
		"w:left=\"600\" w:right=\"601\"" } } },
	{ REPORT, DIAG_INSPECT_ISSUER_RULE,
	    { { DOC, ISSUER_RULE, RULE_AT("1190", "1191") } } },
	{ REPORT, DIAG_INSPECT_ISSUER_RULE,
	    { { DOC, ISSUER_RULE, RULE_AT("1440", "1441") } } },
	{ REPORT, DIAG_INSPECT_ISSUER_RULE, /* nothing is left of it */
	    { { DOC, ISSUER_RULE, RULE_AT("1757", "1758") } } },
	{ REPORT, DIAG_INSPECT_NUMBER,
	    { { TEXT("Số: 05/BC-PKT", "Số: 05/BC - PKT") } } },
	{ REPORT, DIAG_INSPECT_NUMBER, { { RUN("Số: 05", SIZE(28)) } } },
	{ REPORT, DIAG_INSPECT_NUMBER_ZERO,
	    { { TEXT("Số: 05/", "Số: 5/") } } },
	{ REPORT, DIAG_INSPECT_NUMBER_ZERO,
	    { { TEXT("Số: 05/", "Số: 015/") } } },
	{ REPORT, DIAG_INSPECT_NUMBER_TYPE,
	    { { TEXT("Số: 05/BC-PKT", "Số: 05/KH-PKT") } } },
	{ LETTER, DIAG_INSPECT_NUMBER_TYPE,
	    { { TEXT("Số: 05/PKT-TH", "Số: 05/CV-PKT") } } },
	{ REPORT, DIAG_INSPECT_NUMBER_YEAR,
	    { { TEXT("Số: 05/BC-PKT", "Số: 05/2025/BC-PKT") } } },
	{ REPORT, DIAG_INSPECT_PLACE,
	    { { TEXT("Thái Tân, ngày", "Thái Tân ngày") } } },
	{ REPORT, DIAG_INSPECT_DATE,
	    { { TEXT("Thái Tân, ngày 09", "Thái Tân, ngày 9") } } },
	{ REPORT, DIAG_INSPECT_DATE,
	    { { TEXT("Thái Tân, ngày 09 tháng 12",
		"Thái Tân, ngày 09 tháng 03") } } },
	{ REPORT, DIAG_INSPECT_DATE,
	    { { TEXT("Thái Tân, ngày 09 tháng 12",
		"Thái Tân, ngày 31 tháng 6") } } },
	{ REPORT, DIAG_INSPECT_PLACE_DATE,
	    { { RUN("Thái Tân, ngày", OFF("w:i")) } } },
	{ REPORT, DIAG_INSPECT_TYPE, { { RUN("BÁO CÁO", OFF("w:b")) } } },
	{ REPORT, DIAG_INSPECT_TYPE,
	    { { TEXT("BÁO CÁO", "BÁO CÁO KẾT QUẢ") } } },
	{ REPORT, DIAG_INSPECT_SUBJECT,
	    { { RUN("Kết quả đợt", OFF("w:b")) } } },
	{ REPORT, DIAG_INSPECT_SUBJECT_STOP,
	    { { TEXT("Kết quả đợt thi đua cao điểm",
		"Kết quả đợt thi đua cao điểm.") } } },
	{ REPORT, DIAG_INSPECT_SUBJECT_RULE,
	    { { DOC, "w:left=\"3785\" w:right=\"3786\"",
		"w:left=\"1000\" w:right=\"1000\"" } } },
	{ REPORT, DIAG_INSPECT_SUBJECT_RULE,
	    { { DOC, SUBJECT_RULE, RULE_AT("3615", "3616") } } },
	{ REPORT, DIAG_INSPECT_SUBJECT_RULE,
	    { { DOC, SUBJECT_RULE, RULE_AT("4005", "4006") } } },
	{ LETTER, DIAG_INSPECT_LETTER_SUBJECT,
	    { { DOC, SIZE(26) "</w:rPr>" T "V/v",
		SIZE(28) "</w:rPr>" T "V/v" } } },
	{ LETTER, DIAG_INSPECT_LETTER_SUBJECT,
	    { { DOC, "<w:pStyle w:val=\"VTVeViec\"/><w:spacing "
		     "w:before=\"120\"/>",
		"<w:pStyle w:val=\"VTVeViec\"/><w:spacing/>" } } },
	{ REPORT, DIAG_INSPECT_BODY_FACE,
	    { { RUN("Dòng một", SIZE(24)) } } },
	{ REPORT, DIAG_INSPECT_BODY_FACE,
	    { { RUN("Dòng một", SIZE(26)) } } },
	{ REPORT, DIAG_INSPECT_BODY_FACE,
	    { { RUN("Trên đây là báo cáo", "<w:i/>") } } },
	{ REPORT, DIAG_INSPECT_BODY_FACE,
	    { { PROPS("BodyText", "Dòng một", "<w:jc w:val=\"left\"/>") } } },
	{ REPORT, DIAG_INSPECT_BODY_INDENT,
	    { { PROPS("BodyText", "Dòng một",
		"<w:ind w:firstLine=\"300\"/>") } } },
	{ REPORT, DIAG_INSPECT_BODY_INDENT,
	    { { TEXT("Dòng một", "</w:t><w:tab/><w:t>Dòng một") } } },
	{ REPORT, DIAG_INSPECT_BODY_INDENT_MIXED,
	    { { PROPS("BodyText", "Dòng một",
		"<w:ind w:firstLine=\"567\"/>") } } },
	{ REPORT, DIAG_INSPECT_BODY_GAP,
	    { { DOC, "<w:pStyle w:val=\"VTMucLietKe\"/>",
		"<w:pStyle w:val=\"VTMucLietKe\"/><w:spacing "
		"w:after=\"40\"/>" } } },
	{ REPORT, DIAG_INSPECT_BODY_GAP,
	    { { DOC, "<w:pStyle w:val=\"VTMucLietKe\"/>",
		"<w:pStyle w:val=\"VTMucLietKe\"/>"
		"<w:contextualSpacing/>" } } },
	{ REPORT, DIAG_INSPECT_BODY_LINE,
	    { { PROPS("BodyText", "Dòng một",
		"<w:spacing w:line=\"400\" w:lineRule=\"auto\"/>") } } },
	{ REPORT, DIAG_INSPECT_BODY_LINE,
	    { { PROPS("BodyText", "Dòng một",
		"<w:spacing w:line=\"280\" w:lineRule=\"exact\"/>") } } },
	{ REPORT, DIAG_INSPECT_BODY_LINE_EXACT,
	    { { PROPS("BodyText", "Dòng một",
		"<w:spacing w:line=\"360\" w:lineRule=\"exact\"/>") } } },
	{ DECISION, DIAG_INSPECT_BASES,
	    { { DOC, SLANTED "Căn cứ Luật", R "Căn cứ Luật" } } },
	{ DECISION, DIAG_INSPECT_BASES,
	    { { DOC, "Theo đề nghị của Tổ trưởng Tổ tổng hợp.",
		"Theo đề nghị của Tổ trưởng Tổ tổng hợp," } } },
	{ DECISION, DIAG_INSPECT_BASIS_LAW,
	    { { DOC, "Căn cứ Luật Thi đua, khen thưởng ngày",
		"Căn cứ Luật Thi đua, khen thưởng số 06/2022/QH15 ngày" } } },
	{ REPORT, DIAG_INSPECT_CITATION,
	    { { DOC, " ngày 12 tháng 9 năm 2025", "" } } },
	{ REPORT, DIAG_INSPECT_CITATION,
	    { { DOC, "Kế hoạch số 232", "Kế hoạch 232" } } },
	{ REPORT, DIAG_INSPECT_CITATION_REPEATED,
	    { { TEXT("Trên đây là báo cáo",
		"Trên đây là báo cáo theo Kế hoạch số 232/KH-UBND ngày 12 "
		"tháng 9 năm 2025") } } },
	{ REPORT, DIAG_INSPECT_NUMBERING,
	    { { TEXT("I. KẾT QUẢ", "Phần thứ nhất. KẾT QUẢ") } } },
	{ REPORT, DIAG_INSPECT_NUMBERING_SIGN,
	    { { TEXT("1. Sản xuất", "1- Sản xuất") } } },
	{ REPORT, DIAG_INSPECT_SEQUENCE,
	    { { TEXT("1. Sản xuất", "2. Sản xuất") } } },
	{ REPORT, DIAG_INSPECT_SEQUENCE,
	    { { DOC, P("Heading2", "1. Sản xuất nông nghiệp"),
		P("BodyText", "a) Một;") P("BodyText", "b) Hai;")
		P("BodyText", "c) Ba;") P("BodyText", "d) Bốn;")
		P("BodyText", "d) Năm.") } } },
	{ REPORT, DIAG_INSPECT_HEADING_FACE,
	    { { RUN("I. KẾT QUẢ", OFF("w:b")) } } },
	{ REPORT, DIAG_INSPECT_HEADING_FACE,
	    { { TEXT("I. KẾT QUẢ THỰC HIỆN", "I. Kết quả thực hiện") } } },
	{ REPORT, DIAG_INSPECT_HEADING_COLON,
	    { { TEXT("I. KẾT QUẢ THỰC HIỆN", "I. KẾT QUẢ THỰC HIỆN:") } } },
	{ DECISION, DIAG_INSPECT_HEADING_TITLE,
	    { { TEXT("Điều 1. Tặng Giấy khen", "Điều 1.") } } },
	{ PLAN, DIAG_INSPECT_ADDRESSEE_TYPE,
	    { { DOC, P("Heading1", "I. KẾT QUẢ THỰC HIỆN"),
		  P("VTKinhGui", "Kính gửi: Các phòng")
		  P("Heading1", "I. KẾT QUẢ THỰC HIỆN") },
		{ TEXT("- Ủy ban nhân dân xã Thái Tân;", "- Như trên;") } } },
	{ LETTER, DIAG_INSPECT_ADDRESSEE_FORM,
	    { { TEXT("- Trường Tiểu học xã;", "- Trường Tiểu học xã,") } } },
	{ LETTER, DIAG_INSPECT_ADDRESSEE_FORM,
	    { { TEXT("Kính gửi:", "Kính gửi: - Công an xã;") } } },
	{ REPORT, DIAG_INSPECT_RECIPIENTS,
	    { { RUN("Nơi nhận:", SIZE(28)) } } },
	{ REPORT, DIAG_INSPECT_RECIPIENTS,
	    { { RUN("Nơi nhận:", OFF("w:i")) } } },
	{ REPORT, DIAG_INSPECT_RECIPIENT_ITEM,
	    { { RUN("- Ủy ban", SIZE(24)) } } },
	{ REPORT, DIAG_INSPECT_RECIPIENT_ITEM,
	    { { TEXT("- Ủy ban nhân dân xã Thái Tân;",
		"- Ủy ban nhân dân xã Thái Tân,") } } },
	{ REPORT, DIAG_INSPECT_ARCHIVE_BARE,
	    { { TEXT("- Lưu: VT, PKT.", "- Lưu: VT.") } } },
	{ LETTER, DIAG_INSPECT_RECIPIENT_FIRST,
	    { { TEXT("- Như trên;", "- Sở Nội vụ;") } } },
	{ DECISION, DIAG_INSPECT_RECIPIENT_FIRST,
	    { { TEXT("- Như Điều 1;", "- Sở Nội vụ;") } } },
	{ REPORT, DIAG_INSPECT_AUTHORITY,
	    { { TEXT("KT. TRƯỞNG", "K/T TRƯỞNG") } } },
	{ REPORT, DIAG_INSPECT_AUTHORITY,
	    { { TEXT("KT. TRƯỞNG", "KT TRƯỞNG") } } },
	{ REPORT, DIAG_INSPECT_AUTHORITY_PAIR,
	    { { TEXT("PHÓ TRƯỞNG PHÒNG", "PHÓ CHỦ TỊCH") } } },
	{ REPORT, DIAG_INSPECT_SIGNATURE_FACE,
	    { { RUN("Nguyễn Văn A", "<w:i/>") } } },
	{ REPORT, DIAG_INSPECT_SIGNATURE_FACE,
	    { { RUN("KT. TRƯỞNG", SIZE(24)) } } },
	{ REPORT, DIAG_INSPECT_SIGNER_TITLE,
	    { { TEXT("Nguyễn Văn A", "ThS. Nguyễn Văn A") } } },
	{ REPORT, DIAG_INSPECT_END_MARK_MISSING,
	    { { TEXT(CLOSING, "Trên đây là báo cáo.") } } },
	{ REPORT, DIAG_INSPECT_END_MARK,
	    { { TEXT(CLOSING, "Trên đây là báo cáo./") } } },
	{ REPORT, DIAG_INSPECT_END_MARK,
	    { { DOC, "dòng hai, do tác giả ngắt dòng.",
		"dòng hai, do tác giả ngắt dòng./." } } },
	{ ANNEX, DIAG_INSPECT_APPENDIX_REFERENCE,
	    { { TEXT("Trên đây là báo cáo, số liệu tại Phụ lục./.",
		"Trên đây là báo cáo./.") } } },
	{ ANNEX, DIAG_INSPECT_APPENDIX_HEAD,
	    { { RUN("Phụ lục</w:t>", SIZE(26)) } } },
	{ ANNEX, DIAG_INSPECT_APPENDIX_HEAD,
	    { { TEXT("Phụ lục</w:t>", "PHỤ LỤC</w:t>") } } },
	{ ANNEX, DIAG_INSPECT_APPENDIX_PAGES,
	    { { DOC, "<w:pgNumType w:start=\"1\"/>", "" } } },
	{ REPORT, DIAG_INSPECT_STAMP,
	    { { TEXT("Số: 05/BC-PKT</w:t></w:r></w:p>",
		"Số: 05/BC-PKT</w:t></w:r></w:p><w:p><w:r><w:rPr><w:b/>"
		"<w:color w:val=\"FF0000\"/></w:rPr><w:t>KHẨN</w:t></w:r>"
		"</w:p>") } } },
	{ REPORT, DIAG_INSPECT_STAMP,
	    { { TEXT(NUMBER, NUMBER STAMP("300")) } } },
	{ REPORT, DIAG_INSPECT_ADDRESS,
	    { { DOC, "<w:headerReference w:type=\"first\"",
		  "<w:footerReference w:type=\"first\"" },
		{ "word/headerFirst.xml", "</w:hdr>",
		    P("Header", "Điện thoại: 0220 000 000") "</w:hdr>" } } },
	{ REPORT, DIAG_INSPECT_DRAFTER,
	    { { TEXT("- Lưu: VT, PKT.</w:t></w:r></w:p>",
		"- Lưu: VT, PKT.</w:t></w:r></w:p>"
		P("VTNoiNhanDong", "pl.(300)")) } } },
	{ REPORT, DIAG_INSPECT_SIGNATURE_INFO,
	    { { DOC, "<w:body>",
		"<w:body>" P("Normal", "2025-12-09T14:59:33+07:00") } } },
	{ REPORT, DIAG_INSPECT_UNICODE,
	    { { TEXT("Dòng một", "Dòng\xE2\x80\x8B một") } } },
	{ REPORT, DIAG_INSPECT_UNICODE,
	    { { TEXT("Dòng một", "Do\xCC\x80ng một") } } },
	{ REPORT, DIAG_INSPECT_UNICODE,
	    { { TEXT("Dòng một", "Dòng \xC3\x90iểm") } } },
	{ REPORT, DIAG_INSPECT_CAPITALS,
	    { { DOC, "trang của xã", "trang của Xã Thái Tân" } } },
	{ REPORT, DIAG_INSPECT_CAPITALS,
	    { { TEXT("Dòng một", "Theo Khoản 2 Điều 3, dòng một") } } },
	{ REPORT, DIAG_INSPECT_FIELD_LENGTH,
	    { { TEXT("Nguyễn Văn A", LONG_NAME) } } },
	{ REPORT, DIAG_INSPECT_ACT_EXPIRED,
	    { { DOC,
		"Kế hoạch số 232/KH-UBND ngày 12 tháng 9 năm 2025",
		"Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023" } } },
	{ REPORT, DIAG_INSPECT_FORM_BORDER,
	    { { DOC, "<w:tblLayout w:type=\"fixed\"/>",
		"<w:tblLayout w:type=\"fixed\"/><w:tblBorders><w:top "
		"w:val=\"single\"/><w:left w:val=\"single\"/>"
		"</w:tblBorders>" } } },
	{ REPORT, DIAG_INSPECT_FORM_TABLE,
	    { { DOC, "<w:trPr><w:cantSplit/></w:trPr>", "" } } },
	{ REPORT, DIAG_INSPECT_TABLE_WIDTH,
	    { { DOC, "<w:gridCol w:w=\"4571\"/>",
		"<w:gridCol w:w=\"6571\"/>" } } },
	{ REPORT, DIAG_INSPECT_TABLE_TEXT,
	    { { RUN("Chỉ tiêu số 12", SIZE(20)) } } },
	{ REPORT, DIAG_INSPECT_SPACES,
	    { { TEXT("Dòng một", "Dòng  một") } } },
	{ REPORT, DIAG_INSPECT_SPELLING_MIXED,
	    { { TEXT("Dòng một", "Văn hóa, văn hoá") } } },
	{ REPORT, DIAG_INSPECT_PLACEHOLDER,
	    { { TEXT("Dòng một", "[CẦN BỔ SUNG]") } } },
	{ REPORT, DIAG_INSPECT_CHANGES,
	    { { DOC, R "Dòng một</w:t></w:r>",
		"<w:ins w:id=\"1\">" R "Dòng một</w:t></w:r></w:ins>" } } },
	{ REPORT, DIAG_INSPECT_CHANGES,
	    { { RUN("Dòng một", "<w:highlight w:val=\"yellow\"/>") } } },
	{ REPORT, DIAG_INSPECT_LIST_SEQUENCE,
	    { { TEXT("Chỉ tiêu</w:t>", "Tên đơn vị</w:t>") },
		{ TEXT("3</w:t>", "4</w:t>") } } },
	{ REPORT, DIAG_INSPECT_LIST_DUPLICATE,
	    { { TEXT("Chỉ tiêu</w:t>", "Tên đơn vị</w:t>") },
		{ TEXT("Chỉ tiêu số 12", "Chỉ tiêu số 11") },
		{ TEXT("22</w:t>", "21</w:t>") } } },
};

/*
 * Changes that come near a rule and keep it: values at the edge of what the
 * decree allows, other words of the same kind.  Nothing may be found.
 */
static const struct change near_misses[] = {
	{ REPORT, DIAG_INSPECT_PAGE_SIZE,
	    { { DOC, "w:w=\"11906\" w:h=\"16838\"",
		"w:w=\"11907\" w:h=\"16840\"" } } },
	{ LETTER, DIAG_INSPECT_PAGE_ORIENTATION,
	    { { DOC, "w:w=\"11906\" w:h=\"16838\"",
		"w:w=\"16838\" w:h=\"11906\"" } } },
	{ REPORT, DIAG_INSPECT_MARGIN_VERTICAL,
	    { { DOC, "w:top=\"1134\"", "w:top=\"1417\"" },
		{ DOC, "w:bottom=\"1134\"", "w:bottom=\"1417\"" } } },
	{ REPORT, DIAG_INSPECT_MARGIN_HORIZONTAL,
	    { { DOC, "w:right=\"1134\" w:bottom",
		"w:right=\"851\" w:bottom" } } },
	{ REPORT, DIAG_INSPECT_FONT_NAME,
	    { { RUN("Dòng một",
		"<w:rFonts w:ascii=\"Times New Roman\" "
		"w:hAnsi=\"Times New Roman\"/>") } } },
	{ REPORT, DIAG_INSPECT_FONT_COMPLEX,
	    { { RUN("Dòng một", "<w:rFonts w:cs=\"Times New Roman\"/>") } } },
	{ REPORT, DIAG_INSPECT_TEXT_COLOR,
	    { { RUN("Dòng một", "<w:color w:val=\"000000\"/>") } } },
	{ REPORT, DIAG_INSPECT_TEXT_COLOR,
	    { { RUN("Dòng một", "<w:color w:val=\"auto\"/>") } } },
	{ REPORT, DIAG_INSPECT_PAGE_NUMBER,
	    { { HEAD, R "2", "<w:r><w:rPr>" SIZE(26) "</w:rPr>" T "2" } } },
	{ REPORT, DIAG_INSPECT_NATION_WRAPPED,
	    { { DOC, "<w:tcW w:w=\"5556\"", "<w:tcW w:w=\"5450\"" },
		{ DOC, "w:left=\"1064\" w:right=\"1064\"",
		    "w:left=\"1011\" w:right=\"1011\"" } } },
	{ REPORT, DIAG_INSPECT_MOTTO_RULE,
	    { { DOC, "w:left=\"1064\" w:right=\"1064\"",
		"w:left=\"1070\" w:right=\"1070\"" } } },
	/* a half and a third of the text */
	{ REPORT, DIAG_INSPECT_ISSUER_RULE,
	    { { DOC, ISSUER_RULE, RULE_AT("1228", "1229") } } },
	{ REPORT, DIAG_INSPECT_ISSUER_RULE,
	    { { DOC, ISSUER_RULE, RULE_AT("1400", "1401") } } },
	{ REPORT, DIAG_INSPECT_SUBJECT_RULE,
	    { { DOC, SUBJECT_RULE, RULE_AT("3672", "3673") } } },
	{ REPORT, DIAG_INSPECT_SUBJECT_RULE,
	    { { DOC, SUBJECT_RULE, RULE_AT("3958", "3959") } } },
	{ REPORT, DIAG_INSPECT_NUMBER, { { RUN("Số: 05", SIZE(26)) } } },
	{ REPORT, DIAG_INSPECT_NUMBER_ZERO,
	    { { TEXT("Số: 05/", "Số: 10/") } } },
	{ REPORT, DIAG_INSPECT_NUMBER_ZERO,
	    { { TEXT("Số: 05/", "Số: 105/") } } },
	{ REPORT, DIAG_INSPECT_DATE,
	    { { TEXT("Thái Tân, ngày 09 tháng 12",
		"Thái Tân, ngày 10 tháng 12") } } },
	{ REPORT, DIAG_INSPECT_PLACE_DATE,
	    { { RUN("Thái Tân, ngày", SIZE(28)) } } },
	{ REPORT, DIAG_INSPECT_TYPE, { { RUN("BÁO CÁO", SIZE(26)) } } },
	{ REPORT, DIAG_INSPECT_SUBJECT,
	    { { RUN("Kết quả đợt", SIZE(26)) } } },
	{ LETTER, DIAG_INSPECT_LETTER_SUBJECT,
	    { { DOC, SIZE(26) "</w:rPr>" T "V/v",
		SIZE(24) "</w:rPr>" T "V/v" } } },
	{ REPORT, DIAG_INSPECT_BODY_FACE,
	    { { RUN("Dòng một", SIZE(28)) } } },
	{ REPORT, DIAG_INSPECT_BODY_INDENT,
	    { { PROPS("BodyText", "Dòng một",
		"<w:ind w:firstLine=\"720\"/>") } } },
	{ REPORT, DIAG_INSPECT_BODY_GAP,
	    { { DOC, "<w:pStyle w:val=\"VTMucLietKe\"/>",
		"<w:pStyle w:val=\"VTMucLietKe\"/><w:spacing "
		"w:after=\"120\"/>" } } },
	{ REPORT, DIAG_INSPECT_BODY_LINE,
	    { { PROPS("BodyText", "Dòng một",
		"<w:spacing w:line=\"360\" w:lineRule=\"auto\"/>") } } },
	{ REPORT, DIAG_INSPECT_BODY_LINE,
	    { { PROPS("BodyText", "Dòng một",
		"<w:spacing w:line=\"240\" w:lineRule=\"auto\"/>") } } },
	{ REPORT, DIAG_INSPECT_CITATION_REPEATED,
	    { { TEXT("Trên đây là báo cáo",
		"Trên đây là báo cáo theo Kế hoạch số 232/KH-UBND") } } },
	{ REPORT, DIAG_INSPECT_SEQUENCE,
	    { { DOC, P("Heading2", "1. Sản xuất nông nghiệp"),
		P("BodyText", "a) Một;") P("BodyText", "b) Hai;")
		P("BodyText", "c) Ba;") P("BodyText", "d) Bốn;")
		P("BodyText", "đ) Năm.") } } },
	{ REPORT, DIAG_INSPECT_RECIPIENTS,
	    { { RUN("Nơi nhận:", SIZE(24)) } } },
	{ REPORT, DIAG_INSPECT_RECIPIENT_ITEM,
	    { { RUN("- Ủy ban", SIZE(22)) } } },
	{ REPORT, DIAG_INSPECT_SIGNATURE_FACE,
	    { { RUN("KT. TRƯỞNG", SIZE(26)) } } },
	{ ANNEX, DIAG_INSPECT_APPENDIX_HEAD,
	    { { RUN("Phụ lục</w:t>", SIZE(28)) } } },
	{ REPORT, DIAG_INSPECT_STAMP,
	    { { TEXT(NUMBER, NUMBER STAMP("339")) } } },
	{ REPORT, DIAG_INSPECT_DRAFTER,
	    { { TEXT("- Lưu: VT, PKT.</w:t></w:r></w:p>",
		"- Lưu: VT, PKT.</w:t></w:r></w:p>"
		P("VTNoiNhanDong", "PL.(300)")) } } },
	{ REPORT, DIAG_INSPECT_SIGNATURE_INFO,
	    { { DOC, "<w:body>",
		"<w:body><w:p><w:r><w:rPr>" SIZE(20) "</w:rPr>" T
		"2025-12-09T14:59:33+07:00</w:t></w:r></w:p>" } } },
	{ REPORT, DIAG_INSPECT_UNICODE,
	    { { TEXT("Dòng một", "Dòng một, Điều") } } },
	{ REPORT, DIAG_INSPECT_CAPITALS,
	    { { TEXT("Dòng một", "Theo khoản 2 Điều 3, dòng một") } } },
	{ REPORT, DIAG_INSPECT_FIELD_LENGTH,
	    { { TEXT("Nguyễn Văn A",
		"Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Mã") } } },
	{ REPORT, DIAG_INSPECT_ACT_EXPIRED,
	    { { DOC,
		  "Kế hoạch số 232/KH-UBND ngày 12 tháng 9 năm 2025",
		  "Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023" },
		{ TEXT("Thái Tân, ngày 09 tháng 12",
		    "Thái Tân, ngày 30 tháng 6") } } },
	{ REPORT, DIAG_INSPECT_TABLE_TEXT,
	    { { RUN("Chỉ tiêu số 12", SIZE(22)) } } },
	{ REPORT, DIAG_INSPECT_SPELLING_MIXED,
	    { { TEXT("Dòng một", "Văn hóa, văn hóa") } } },
	{ REPORT, DIAG_INSPECT_LIST_SEQUENCE,
	    { { TEXT("Chỉ tiêu</w:t>", "Tên đơn vị</w:t>") } } },
	{ REPORT, DIAG_INSPECT_LIST_DUPLICATE,
	    { { TEXT("Chỉ tiêu</w:t>", "Tên đơn vị</w:t>") },
		{ TEXT("22</w:t>", "21</w:t>") } } },
};

struct fix {
	struct arena *a;
	struct font_set *fonts;
	struct str report; /* as written */
};

static int
set_up(void **state)
{
	struct arena *a = arena_new();
	struct fix *f = NEW(a, struct fix);
	struct err err = { 0 };

	f->a = a;
	f->fonts = font_set_open(&err);
	assert_non_null(f->fonts);
	assert_true(docx_write(sample_laid(a, false), a, &f->report, &err));
	*state = f;
	return 0;
}

static int
tear_down(void **state)
{
	struct fix *f = *state;

	font_set_close(f->fonts);
	arena_free(f->a);
	return 0;
}

/* The first from of the part becomes to; it must be there. */
static void
apply(struct arena *a, struct zip_entry *entry, size_t n, const struct edit *e)
{
	struct buf b = { .arena = a };
	struct str *s = NULL, from = str_of(e->from);
	size_t at;

	for (size_t i = 0; i < n; i++)
		if (str_is(entry[i].name, e->part))
			s = &entry[i].bytes;
	assert_non_null(s);
	at = str_find(*s, from, 0);
	if (at == s->n)
		fail_msg("not in %s: %s", e->part, e->from);
	buf_add(&b, str_sub(*s, 0, at));
	buf_adds(&b, e->to);
	buf_add(&b, str_sub(*s, at + from.n, s->n));
	*s = buf_str(&b);
}

static struct str
edited(struct arena *a, struct str docx, enum base base, const struct edit *e)
{
	struct err err = { 0 };
	struct zip_entry *entry;
	struct str out = STR_NONE;
	size_t n;

	assert_true(package_unpack(a, docx, LIMIT, &entry, &n, &err));
	for (size_t i = 0; i < EDITS; i++)
		if (base_edits[base][i].part != NULL)
			apply(a, entry, n, &base_edits[base][i]);
	for (size_t i = 0; e != NULL && i < 3; i++)
		if (e[i].part != NULL)
			apply(a, entry, n, &e[i]);
	assert_true(package_pack(a, entry, n, &out, &err));
	return out;
}

static struct diags *
inspected(struct fix *f, struct arena *a, struct str docx)
{
	struct diags *ds = diags_new(a);
	struct inspection in;

	assert_true(inspect_docx(docx, "x.docx", f->fonts, a, ds, &in));
	return ds;
}

static void
show(struct arena *a, const struct diags *ds)
{
	struct diag_style how = { LANG_EN, false, false };
	struct buf b = { .arena = a };

	diags_print(ds, &how, &b);
	print_message("%.*s\n", STR_ARG(buf_str(&b)));
}

/* None of the documents that changes start from breaks a rule. */
static void
test_bases(void **state)
{
	struct fix *f = *state;

	for (enum base b = 0; b < BASES; b++) {
		struct str docx = edited(f->a, f->report, b, NULL);
		struct diags *ds = inspected(f, f->a, docx);

		if (ds->n > 0) {
			show(f->a, ds);
			fail_msg("base %d", (int)b);
		}
		assert_true(inspect_output(
		    docx, "x.docx", f->fonts, f->a, diags_new(f->a)));
	}
}

static void
test_changes(void **state)
{
	struct fix *f = *state;
	size_t wrong = 0;

	for (size_t i = 0; i < sizeof(changes) / sizeof(changes[0]); i++) {
		const struct change *c = &changes[i];
		struct arena *a = arena_new();
		struct diags *ds =
		    inspected(f, a, edited(a, f->report, c->base, c->edit));
		bool same = ds->n > 0;

		for (size_t k = 0; k < ds->n; k++)
			same = same && ds->v[k].id == c->want;
		if (!same) {
			print_message("change %zu, %s:\n", i,
			    diag_rules[c->want].id);
			show(a, ds);
			wrong++;
		}
		arena_free(a);
	}
	assert_int_equal(wrong, 0);
}

/* The neighbours of the changes are quiet. */
static void
test_near(void **state)
{
	struct fix *f = *state;
	size_t wrong = 0;

	for (size_t i = 0; i < sizeof(near_misses) / sizeof(near_misses[0]);
	     i++) {
		const struct change *c = &near_misses[i];
		struct arena *a = arena_new();
		struct diags *ds =
		    inspected(f, a, edited(a, f->report, c->base, c->edit));

		if (ds->n > 0) {
			print_message("near miss %zu, %s:\n", i,
			    diag_rules[c->want].id);
			show(a, ds);
			wrong++;
		}
		arena_free(a);
	}
	assert_int_equal(wrong, 0);
}

/* What we wrote ourselves and breaks the decree is our fault. */
static void
test_output(void **state)
{
	struct fix *f = *state;
	struct edit e[3] = { { DOC, "w:top=\"1134\"", "w:top=\"1000\"" } };
	struct diags *ds = diags_new(f->a);
	struct str docx = edited(f->a, f->report, REPORT, e);

	assert_false(inspect_output(docx, "x.docx", f->fonts, f->a, ds));
	assert_int_equal(ds->n, 1);
	assert_int_equal(ds->v[0].id, DIAG_VERIFY_RULE_BROKEN);
	/* words of the author are not */
	ds = diags_new(f->a);
	e[0] = (struct edit) { TEXT("1. Sản xuất", "2. Sản xuất") };
	docx = edited(f->a, f->report, REPORT, e);
	assert_true(inspect_output(docx, "x.docx", f->fonts, f->a, ds));
}

static enum diag_id
first_of(struct fix *f, struct str docx)
{
	struct diags *ds = diags_new(f->a);
	struct inspection in;

	(void)inspect_docx(docx, "x.docx", f->fonts, f->a, ds, &in);
	assert_true(ds->n > 0);
	return ds->v[0].id;
}

static void
test_files(void **state)
{
	struct fix *f = *state;
	struct buf many = { .arena = f->a };
	struct edit broken[3] = { { DOC, "</w:body>", "</w:bdy>" } };
	struct edit full[3] = { { DOC, "<w:body>", NULL } };
	struct edit empty[3] = { { DOC, "<w:body>", "<w:body2>" },
		{ DOC, "</w:body>",
		    "</w:body2><w:body>" P("Normal", "Xin chào")
		    "</w:body>" } };

	assert_int_equal(first_of(f, STR("PK no package")),
	    DIAG_INSPECT_FILE_PACKAGE);
	assert_int_equal(first_of(f, edited(f->a, f->report, REPORT, broken)),
	    DIAG_INSPECT_FILE_XML);
	buf_adds(&many, "<w:body>");
	for (int i = 0; i < 600; i++)
		buf_adds(
		    &many, "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>");
	full[0].to = buf_str(&many).p;
	assert_int_equal(first_of(f, edited(f->a, f->report, REPORT, full)),
	    DIAG_INSPECT_FILE_LIMIT);
	assert_int_equal(first_of(f, edited(f->a, f->report, REPORT, empty)),
	    DIAG_INSPECT_FORM_MISSING);
}

/* Marsaglia's xorshift: the same damage on every run. */
static uint32_t
next_random(uint32_t *x)
{
	*x ^= *x << 13;
	*x ^= *x >> 17;
	*x ^= *x << 5;
	return *x;
}

/* Cut, doubled or changed bytes in one place. */
static struct str
damaged(struct arena *a, struct str s, uint32_t *seed)
{
	static const char *const words[] = { "<w:tbl>", "</w:p>", "<w:p>",
		"w:val=\"-99999999\"", "<w:tc>", "\"", "<!--", "<w:sectPr/>",
		"9999999999", "&#0;", "<w:r>", "\xFF",
		"<w:gridSpan w:val=\"0\"/>",
		"<w:numPr><w:ilvl w:val=\"8\"/><w:numId w:val=\"1\"/>"
		"</w:numPr>" };
	struct buf b = { .arena = a };
	size_t at = next_random(seed) % (s.n + 1);
	size_t cut = next_random(seed) % 40;

	buf_add(&b, str_sub(s, 0, at));
	switch (next_random(seed) % 4) {
	case 0:
		break; /* cut */
	case 1:
		buf_adds(&b,
		    words[next_random(seed) %
			(sizeof(words) / sizeof(words[0]))]);
		cut = 0;
		break;
	case 2:
		buf_addc(&b, (char)next_random(seed));
		cut = 1;
		break;
	default:
		buf_add(&b, str_sub(s, at / 2, at / 2 + 60));
		break;
	}
	buf_add(&b, str_sub(s, at + cut, s.n));
	return buf_str(&b);
}

/* Damage that often leaves the XML whole: names and values changed. */
static struct str
twisted(struct arena *a, struct str s, uint32_t *seed)
{
	static const char *const pairs[][2] = { { "<w:tc>", "<w:tr>" },
		{ "</w:tc>", "</w:tr>" }, { "w:p>", "w:tbl>" },
		{ "w:val=\"", "w:val=\"-" }, { "w:w=\"", "w:w=\"9999999" },
		{ "<w:pPr>", "<w:pPr><w:framePr/>" },
		{ "w:basedOn", "w:name" }, { "Normal\"", "BodyText\"" },
		{ "<w:t ", "<w:instrText " }, { "</w:t>", "</w:instrText>" },
		{ "w:r>", "w:sdt>" }, { "w:hdr", "w:ftr" },
		{ "xml:space", "w:space" }, { "w:tblPr", "w:tcPr" } };
	size_t k = next_random(seed) % (sizeof(pairs) / sizeof(pairs[0]));
	struct buf b = { .arena = a };
	size_t from = 0, at;
	struct str w = str_of(pairs[k][0]);

	for (; (at = str_find(s, w, from)) < s.n; from = at + w.n) {
		buf_add(&b, str_sub(s, from, at));
		buf_adds(&b, pairs[k][next_random(seed) % 8 == 0 ? 1 : 0]);
	}
	buf_add(&b, str_sub(s, from, s.n));
	return buf_str(&b);
}

static void
test_damage(void **state)
{
	enum { ROUNDS = 1500 };
	struct fix *f = *state;
	uint32_t seed = 20251209;

	for (int i = 0; i < ROUNDS; i++) {
		struct arena *a = arena_new();
		struct diags *ds = diags_new(a);
		struct err err = { 0 };
		struct inspection in;
		struct zip_entry *entry;
		struct str docx = f->report;
		size_t n, k;

		assert_true(package_unpack(a, docx, LIMIT, &entry, &n, &err));
		k = next_random(&seed) % n;
		entry[k].bytes = i % 2 == 0 ?
		    twisted(a, entry[k].bytes, &seed) :
		    damaged(a, entry[k].bytes, &seed);
		assert_true(package_pack(a, entry, n, &docx, &err));
		if (i % 5 == 0)
			docx = damaged(a, docx, &seed);
		(void)inspect_docx(docx, "x.docx", f->fonts, a, ds, &in);
		arena_free(a);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_bases, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
		    test_changes, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_near, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_output, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_files, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_damage, set_up, tear_down),
	};

	return cmocka_run_group_tests_name("inspect", tests, NULL, NULL);
}
