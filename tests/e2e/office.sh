# office.sh - the DOCX in an office program: it opens, has our number of pages,
# our lines on each page; its parts obey the schemas.
. "$TOP/tests/e2e/lib.sh.inc"
build_sample
if has "LibreOffice" soffice pdfinfo pdftotext python3; then
	soffice --version | head -n 1
	soffice --headless "-env:UserInstallation=file://$work/profile" \
	    --convert-to pdf --outdir "$work/lo" "$SAMPLE"/*.docx \
	    >"$work/lo.log" 2>&1
	for f in "$SAMPLE"/*.docx; do
		stem=$(basename "$f" .docx)
		if [ ! -s "$work/lo/$stem.pdf" ]; then
			bad "$stem.docx converts"
			continue
		fi
		ours=$(pdfinfo "$SAMPLE/$stem.pdf" | awk '/^Pages/ {print $2}')
		lo=$(pdfinfo "$work/lo/$stem.pdf" | awk '/^Pages/ {print $2}')
		[ "$ours" = "$lo" ] && ok "$stem: $ours pages in both" ||
		    bad "$stem: $ours pages, LibreOffice $lo"
		python3 tests/e2e/lines.py "$SAMPLE/$stem.pdf" \
		    "$work/lo/$stem.pdf" && ok "$stem: the same lines" ||
		    bad "$stem: lines differ"
	done
fi
XSD=${OOXML_XSD:-$TOP/../shared/ooxml-xsd}
if [ -d "$XSD" ] && has "schemas" xmllint unzip; then
	sh tests/check/docx-schema.sh "$XSD" "$SAMPLE"/*.docx &&
	    ok "every part validates against ISO 29500 transitional" ||
	    bad "schema validation"
else
	echo "ok - ISO 29500 schemas # SKIP no schemas (OOXML_XSD names them)"
fi
exit $status
