# metadata.sh - the record of an outgoing document beside each document: valid,
# and it says what the document itself says.
. "$TOP/tests/e2e/lib.sh.inc"
build_sample
has metadata xmllint pdfinfo pdftotext || exit $status
schema=src/project/metadata.rng

value() { # name of a child of the root
	xmllint --xpath "string(/OutgoingDocument/$1)" "$record"
}

# In the text of the document, wherever its lines break.
stands() {
	case $text in *"$(echo "$1" | tr -d ' ')"*) return 0 ;; esac
	bad "$stem: \"$1\" does not stand in the document"
}

n=0
for pdf in "$SAMPLE"/*.pdf; do
	stem=$(basename "$pdf" .pdf)
	record=$SAMPLE/$stem.metadata.xml
	n=$((n + 1))
	xmllint --noout --nonet --relaxng "$schema" "$record" \
	    2>"$work/log" || { cat "$work/log"; bad "$stem: valid"; }
	grep -q "\"$stem.metadata.xml\"" "$SAMPLE/manifest.json" ||
	    bad "$stem: in the manifest"
	text=$(pdftotext -raw -nopgbrk "$pdf" - | tr -d ' \n')
	pages=$(pdfinfo "$pdf" | sed -n 's/^Pages: *//p')
	[ "$(value PageAmount)" = "$pages" ] ||
	    bad "$stem: $(value PageAmount) pages, the PDF has $pages"
	[ "$(value OrganName)" = "$(pdfinfo "$pdf" |
	    sed -n 's/^Author: *//p')" ] || bad "$stem: issuer"
	pdfinfo "$pdf" | grep -q "^Subject: *$(value Subject)\$" ||
	    bad "$stem: subject"
	stands "$(value CodeNumber)/$(value CodeNotation)"
	stands "$(value SignerInfo/Position)"
	stands "$(value SignerInfo/FullName)"
	stands "$(value Subject)"
	[ -z "$(value IssuedDate)" ] || stands "$(value IssuedDate |
	    sed 's/\(.*\)-\(.*\)-\(.*\)/ngày \3 tháng \2 năm \1/
		s/tháng 0\([3-9]\)/tháng \1/')" # II.4.b
	for i in $(seq 20); do
		[ -z "$(value "To[$i]/OrganName")" ] ||
		    stands "$(value "To[$i]/OrganName")"
	done
done
[ "$n" -ge 15 ] && ok "$n records are valid" || bad "only $n records"

"$PROG" build -C input -o "$work/none" --metadata no -q \
    input/reports/phong-kt-ket-qua.md >/dev/null 2>&1
[ -f "$work/none/phong-kt-ket-qua.pdf" ] &&
    [ ! -f "$work/none/phong-kt-ket-qua.metadata.xml" ] &&
    ok "--metadata no" || bad "--metadata no"

# Signs of XML, an organisation's code, copies.
cp -R tests/cases/base "$work/base"
sed -i 's/place="Thái Tân" archive="VP"/& code="H24.999"/' \
    "$work/base/office.xml"
sed -i '5a\
Trích yếu: Kết quả "A & B" > 5\
Nơi nhận: [Như trên, Ban Thi đua - Khen thưởng xã (để tổng hợp)]\
Ký hiệu soạn thảo: PL.(30)' "$work/base/reports/ok.md"
"$PROG" build -C "$work/base" -o "$work/out" -q >"$work/log" 2>&1
record=$work/out/ok.metadata.xml
xmllint --noout --nonet --relaxng "$schema" "$record" 2>>"$work/log" &&
    [ "$(value Subject)" = 'Kết quả "A & B" > 5' ] &&
    [ "$(value To/OrganId)" = H24.999 ] &&
    [ "$(value IssuedAmount)" = 30 ] && ! grep -q 'Như trên' "$record" &&
    ok "signs of XML, code and copies" ||
    { cat "$work/log" "$record"; bad "signs of XML, code and copies"; }
exit $status
