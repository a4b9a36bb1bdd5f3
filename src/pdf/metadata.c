/*
 * metadata.c - what the file says of itself: XMP (ISO 16684-1) and the Info
 * dictionary, which must agree; conformance to PDF/A-2a or, with a file
 * attached, PDF/A-3a (ISO 19005-2 and 3) and PDF/UA-1 (ISO 14289-1); the output
 * intent; and /ID, which is a digest, so that the same document is the same
 * bytes.
 *
 * No clock: the date is the document's own, at midnight in Viet Nam.
 */
#include "base/digest.h"
#include "pdf/parts.h"
#include "text/utf8.h"

#define PRODUCER "vanthu " VERSION

enum { ID_BYTES = 16 };

static const char head[] =
    "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
    "<rdf:Description rdf:about=\"\""
    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
    " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
    " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
    " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
    " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\""
    " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
    "<pdfaid:conformance>A</pdfaid:conformance>\n"
    "<pdfuaid:part>1</pdfuaid:part>\n"
    "<dc:format>application/pdf</dc:format>\n"
    "<dc:language><rdf:Bag><rdf:li>vi-VN</rdf:li></rdf:Bag></dc:language>\n"
    "<pdf:Producer>" PRODUCER "</pdf:Producer>\n"
    "<xmp:CreatorTool>" PRODUCER "</xmp:CreatorTool>\n";

/* ISO 19005-2, 6.6.2.3: pdfuaid is unknown to it and must be described. */
static const char tail[] =
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA Universal Accessibility Schema"
    "</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/"
    "</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>part</pdfaProperty:name>\n"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>Part of ISO 14289 to which the file conforms"
    "</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n"
    "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n"
    "<?xpacket end=\"r\"?>\n";

/* Properties with one text, and what wraps it. */
struct property {
	const char *open, *close;
	struct str value;
};

/* XML 1.0, 2.2 and 2.4; what it cannot hold at all is left out. */
static void
put_xml(struct buf *b, struct str text)
{
	uint32_t c;

	for (size_t i = 0; i < text.n;) {
		c = utf8_next(text, &i);
		if (c == '&')
			buf_adds(b, "&amp;");
		else if (c == '<')
			buf_adds(b, "&lt;");
		else if (c == '>')
			buf_adds(b, "&gt;");
		else if (c >= ' ' && c != 0xFFFE && c != 0xFFFF)
			utf8_put(b, c);
	}
}

static void
put_properties(struct buf *b, const struct lmeta *m)
{
	const struct property all[] = {
		{ "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">",
		    "</rdf:li></rdf:Alt></dc:title>\n", m->title },
		{ "<dc:creator><rdf:Seq><rdf:li>",
		    "</rdf:li></rdf:Seq></dc:creator>\n", m->author },
		{ "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">",
		    "</rdf:li></rdf:Alt></dc:description>\n", m->subject },
		{ "<dc:identifier>", "</dc:identifier>\n", m->symbol },
		{ "<pdf:Keywords>", "</pdf:Keywords>\n", m->keywords },
	};

	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++) {
		if (all[i].value.n == 0)
			continue;
		buf_adds(b, all[i].open);
		put_xml(b, all[i].value);
		buf_adds(b, all[i].close);
	}
}

static void
put_dates(struct buf *b, struct date d)
{
	static const char *const name[] = { "CreateDate", "ModifyDate",
		"MetadataDate" };

	if (!date_is_set(d))
		return;
	for (size_t i = 0; i < 3; i++)
		buf_printf(b,
		    "<xmp:%s>%04d-%02d-%02dT00:00:00+07:00</xmp:%s>\n", name[i],
		    d.year, d.month, d.day, name[i]);
}

/* ISO 19005-2, 6.6.2.1: not compressed, so that anything can find it. */
static void
write_xmp(struct pdf *pdf)
{
	const struct lmeta *m = pdf->pages->meta;
	struct buf b = { .arena = pdf->arena };
	HPDF_Dict d;

	buf_adds(&b, head);
	buf_printf(&b, "<pdfaid:part>%d</pdfaid:part>\n",
	    pdf->pages->attachment != NULL ? 3 : 2);
	put_properties(&b, m);
	put_dates(&b, m->date);
	pdf_hash(pdf, str_sub(buf_str(&b), sizeof(head) - 1, b.n));
	buf_adds(&b, tail);
	d = pdf_stream(pdf, buf_str(&b), STREAM_PLAIN);
	pdf_put_name(pdf, d, "Type", "Metadata");
	pdf_put_name(pdf, d, "Subtype", "XML");
	pdf_put_ref(pdf, pdf->doc->catalog, "Metadata", d);
}

struct str
pdf_date(struct pdf *pdf, struct date d)
{
	return str_printf(pdf->arena, "(D:%04d%02d%02d000000+07'00')", d.year,
	    d.month, d.day);
}

static void
write_info(struct pdf *pdf)
{
	const struct lmeta *m = pdf->pages->meta;
	const struct {
		const char *key;
		struct str value;
	} all[] = {
		{ "Title", m->title },
		{ "Author", m->author },
		{ "Subject", m->subject },
		{ "Keywords", m->keywords },
		{ "Creator", STR(PRODUCER) },
		{ "Producer", STR(PRODUCER) },
	};
	HPDF_Dict d = pdf->doc->info;
	struct str date;

	/* libharu has put its own name there */
	pdf_note(pdf, HPDF_Dict_RemoveElement(d, "Producer"));
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		if (all[i].value.n > 0)
			pdf_put_text(pdf, d, all[i].key, all[i].value);
	if (!date_is_set(m->date))
		return;
	date = pdf_date(pdf, m->date);
	pdf_put_raw(pdf, d, "CreationDate", date);
	pdf_put_raw(pdf, d, "ModDate", date);
}

/* ISO 19005-2, 6.2.3. */
static void
write_intent(struct pdf *pdf)
{
	HPDF_Dict profile =
	    pdf_stream(pdf, icc_srgb(pdf->arena), STREAM_TO_DEFLATE);
	HPDF_Dict d = pdf_dict(pdf);

	pdf_put_int(pdf, profile, "N", 3);
	pdf_put_name(pdf, d, "Type", "OutputIntent");
	pdf_put_name(pdf, d, "S", "GTS_PDFA1");
	pdf_put_raw(
	    pdf, d, "OutputConditionIdentifier", STR("(sRGB IEC61966-2.1)"));
	pdf_put_raw(pdf, d, "Info", STR("(sRGB IEC61966-2.1)"));
	pdf_put_ref(pdf, d, "DestOutputProfile", profile);
	pdf_put_raw(pdf, pdf->doc->catalog, "OutputIntents",
	    str_printf(pdf->arena, "[%u 0 R]", pdf_number(d)));
}

/* ISO 32000-1, 14.4. Comes last: all that differs has been hashed. */
static void
write_id(struct pdf *pdf)
{
	struct digest d = digest_of(buf_str(&pdf->hashed));
	char hex[DIGEST_HEX];

	digest_hex(&d, hex);
	pdf_put_raw(pdf, pdf->doc->trailer, "ID",
	    str_printf(pdf->arena, "[<%.*s> <%.*s>]", 2 * ID_BYTES, hex,
		2 * ID_BYTES, hex));
}

void
metadata_write(struct pdf *pdf)
{
	HPDF_Dict catalog = pdf->doc->catalog;

	pdf_put_raw(pdf, catalog, "Lang", STR("(vi-VN)"));
	pdf_put_raw(pdf, catalog, "ViewerPreferences",
	    STR("<</DisplayDocTitle true>>"));
	write_xmp(pdf);
	write_info(pdf);
	write_intent(pdf);
	write_id(pdf);
}
