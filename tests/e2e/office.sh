# office.sh - the DOCX in office programs: it opens, has our number of pages, our
# lines on each page; its parts obey the schemas.
. "$TOP/tests/e2e/lib.sh.inc"
build_sample

# compare FOLDER OFFICE: the documents of the folder there, line by line
compare() {
	"$2" --version | grep .
	version=$("$2" --version | sed -n 's/^LibreOffice \([0-9]*\.[0-9]*\).*/\1/p')
	rm -rf "$work/lo"
	"$2" --headless "-env:UserInstallation=file://$work/profile" \
	    --convert-to pdf --outdir "$work/lo" "$1"/*.docx \
	    >"$work/lo.log" 2>&1
	rm -rf "$work/profile"
	exceptions=tests/fidelity/exceptions-$version.txt
	[ -f "$exceptions" ] || exceptions=/dev/null
	python3 tests/fidelity/compare.py "$exceptions" sample "$1" \
	    "$work/lo" >"$work/out" && ok "$(tail -n 2 "$work/out" | head -n 1)" ||
	    { cat "$work/out"; bad "the sample in LibreOffice $version"; }
}

has "LibreOffice" mutool python3 || exit 0
if newer=$(sh tests/fidelity/newer.sh); then
	compare "$SAMPLE" "$newer"
else
	echo "ok - a newer LibreOffice # SKIP $newer"
fi
# LibreOffice 7 as an office sets it up that has it (templates/decree.xml).
if has "LibreOffice 7" soffice &&
    soffice --version | grep -q '^LibreOffice 7\.'; then
	cp -R templates "$work/templates"
	sed 's/<space /<space notes="6.2pt" /' templates/decree.xml \
	    >"$work/templates/decree.xml"
	VANTHU_TEMPLATES=$work/templates "$PROG" build -C input \
	    -o "$work/seven" >"$work/out" 2>&1
	compare "$work/seven" soffice
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
