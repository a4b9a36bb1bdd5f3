# archive3.sh - build --archive=3a: PDF/A-3a with the record of Phụ lục VI
# inside, the same bytes as beside it; by other people's tools and veraPDF.
. "$TOP/tests/e2e/lib.sh.inc"
a3=$work/a3
"$PROG" build -C input --archive=3a -j 4 -o "$a3" >"$work/log" 2>&1 ||
    { cat "$work/log"; bad "the sample builds as PDF/A-3a"; exit 1; }

has "attached record" pdfdetach pdfinfo qpdf || exit 0
n=0
for f in "$a3"/*.pdf; do
	stem=$(basename "$f" .pdf)
	n=$((n + 1))
	pdfdetach -list "$f" >"$work/list" 2>"$work/log" &&
	    grep -q '^1 embedded file' "$work/list" &&
	    grep -q "^1: $stem.metadata.xml\$" "$work/list" &&
	    pdfdetach -save 1 -o "$work/out.xml" "$f" &&
	    cmp -s "$work/out.xml" "$a3/$stem.metadata.xml" &&
	    pdfinfo -meta "$f" | grep -q '<pdfaid:part>3<' &&
	    qpdf --check "$f" >"$work/log" 2>&1 &&
	    ! grep -qi warn "$work/log" ||
	    { cat "$work/list" "$work/log"; bad "$stem has its record inside"; }
done
[ $n -ge 15 ] && [ $status = 0 ] && ok "$n files have their record inside" ||
    bad "$n files"

# What a reader judges it by, as qpdf sees it.
f=$a3/phong-kt-ket-qua.pdf
sum=$(md5sum <"${f%.pdf}.metadata.xml" | cut -d ' ' -f 1)
qpdf --qdf --object-streams=disable "$f" - >"$work/qdf" 2>/dev/null
for key in '/AFRelationship /Supplement' '/Type /Filespec' '/Desc ' \
    '/UF (phong-kt-ket-qua.metadata.xml)' '/Subtype /text#2fxml' \
    "/CheckSum <$sum>" "/Size $(wc -c <"${f%.pdf}.metadata.xml")" \
    "/ModDate (D:2025" '/AF \[' '/EmbeddedFiles '; do
	grep -aqi -e "$key" "$work/qdf" || bad "the file says $key"
done
[ $status = 0 ] && ok "name, kind, size, dates, check sum and relation"

"$PROG" build -C input --archive=3a -j 1 -o "$work/again" >/dev/null 2>&1
for f in "$a3"/*.pdf; do
	cmp -s "$f" "$work/again/$(basename "$f")" ||
	    bad "$(basename "$f"): the same bytes twice"
done
[ $status = 0 ] && ok "the same bytes with -j 1 and -j 4"
"$PROG" build -C input --archive=3a --metadata=no -f pdf -o "$work/alone" \
    ke-hoach >/dev/null 2>&1 && [ ! -e "$work/alone/ke-hoach.metadata.xml" ] &&
    cmp -s "$work/alone/ke-hoach.pdf" "$a3/ke-hoach.pdf" &&
    ok "also when no record is written beside it" || bad "--metadata=no"
"$PROG" build -C input --archive=3b >/dev/null 2>&1
[ $? = 2 ] && ok "another level is a wrong command line" || bad "3b"

if has "a signed 3a file" openssl pdfsig; then
	openssl req -x509 -newkey rsa:2048 -nodes -keyout "$work/key" \
	    -out "$work/crt" -days 2 -subj "/CN=Test" \
	    -addext keyUsage=digitalSignature 2>/dev/null
	"$PROG" sign "$a3/phong-kt-ket-qua.pdf" --key "$work/key" \
	    --cert "$work/crt" --out "$a3/signed.pdf" >"$work/log" 2>&1 &&
	    pdfsig -nocert "$a3/signed.pdf" 2>/dev/null >"$work/sig" &&
	    grep -q 'Signature is Valid' "$work/sig" &&
	    grep -q 'Total document signed' "$work/sig" &&
	    pdfdetach -save 1 -o "$work/out.xml" "$a3/signed.pdf" &&
	    cmp -s "$work/out.xml" "$a3/phong-kt-ket-qua.metadata.xml" &&
	    ok "a signed file keeps its record" ||
	    { cat "$work/log" "$work/sig"; bad "a signed 3a file"; }
fi

# A fault of the attachment is noticed; the edited form by itself is sound.
fault() { # name, what, by what
	sed "s,$2,$3," "$work/qdf" | fix-qdf >"$work/$1.pdf"
}
faulty=
if has "faults of the attachment" fix-qdf; then
	fault no-relation '/AFRelationship /Supplement' '/Xelationship /Su'
	fault no-unicode-name '/UF (' '/UX ('
	fault no-kind '/Subtype /text#2fxml' '/Subtypx /text#2fxml'
	faulty="no-relation no-unicode-name no-kind"
fi
VERAPDF_FLAVOURS=3a,ua1 sh tests/verapdf/run.sh "$a3/signed.pdf" \
    "$a3/ke-hoach.pdf" "$a3/phong-kt-ket-qua.pdf" "$a3/ubnd-tong-hop.pdf" \
    $(for name in $faulty; do echo "$work/$name.pdf"; done) >"$work/vera"
case $? in
77)	echo "ok - veraPDF # $(cat "$work/vera")"
	exit $status ;;
esac
grep "^$a3" "$work/vera" && bad "veraPDF: 3a and ua1" ||
    ok "veraPDF: 4 files, one of them signed: $(tail -n 1 "$work/vera")"
for name in $faulty; do
	grep -q "^$work/$name.pdf: 3a 6\.8-" "$work/vera" &&
	    ok "noticed: $name" || bad "noticed: $name"
done
exit $status
