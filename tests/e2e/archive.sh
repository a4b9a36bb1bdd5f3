# archive.sh - the PDF as an archive takes it in: PDF/A-2a and PDF/UA-1, read
# by other people's tools, by the veraPDF library where that can be had, and
# every fault put into a file is noticed.
. "$TOP/tests/e2e/lib.sh.inc"
build_sample

each() { # command with $f: the PDF, $stem and $src: what it was made from
	n=0
	wrong=0
	for src in input/reports/*.* input/documents/*.*; do
		stem=$(basename "$src" | sed 's/\.[a-z]*$//')
		f=$SAMPLE/$stem.pdf
		[ -f "$f" ] || continue
		n=$((n + 1))
		"$@" || { wrong=1; bad "$* $stem"; }
	done
	[ "$n" -ge 15 ] || bad "$*: only $n files"
	[ $wrong = 1 ] || ok "$*: $n files"
}

sound() {
	qpdf --check "$f" >"$work/log" 2>&1 && ! grep -qi warn "$work/log" &&
	    mutool clean "$f" "$work/clean.pdf" >"$work/log" 2>&1 &&
	    ! grep -qi -e warn -e error "$work/log" || { cat "$work/log"; false; }
}

# Embedded, subset, with Unicode; PDF/UA asks for all three.
fonts() {
	pdffonts "$f" 2>"$work/log" | tail -n +3 |
	    awk '$(NF-4) $(NF-3) $(NF-2) != "yesyesyes" { bad = 1 }
		END { exit bad || NR == 0 }' && [ ! -s "$work/log" ]
}

described() {
	pdfinfo "$f" >"$work/info" 2>"$work/log" && [ ! -s "$work/log" ] &&
	    grep -q '^Tagged: *yes' "$work/info" &&
	    grep -q '^Title: *[^ ]' "$work/info" &&
	    grep -q '^Author: *[^ ]' "$work/info" &&
	    grep -q '^PDF version: *1.7' "$work/info" &&
	    grep -q '^Encrypted: *no' "$work/info" &&
	    grep -aq '^/Lang (vi-VN)$' "$f"
}

value() { # namespace, name: what the XMP says
	xmllint --xpath "string(//*[local-name()='$2' and
	    namespace-uri()='http://www.aiim.org/$1/ns/id/'])" "$work/xmp"
}

xmp() {
	pdfinfo -meta "$f" >"$work/xmp" 2>/dev/null &&
	    xmllint --noout "$work/xmp" && [ "$(value pdfa part)" = 2 ] &&
	    [ "$(value pdfa conformance)" = A ] &&
	    [ "$(value pdfua part)" = 1 ]
}

read_aloud() {
	"$PROG" build -C input --dump=laid "$src" >"$work/laid" 2>/dev/null
	pdfinfo -struct-text "$f" >"$work/text" 2>"$work/log" &&
	    [ ! -s "$work/log" ] &&
	    python3 tests/e2e/reading.py laid "$work/laid" "$work/text"
}

copied() {
	"$PROG" build -C input --dump=pages "$src" >"$work/pages" 2>/dev/null
	pdftotext -raw -nopgbrk "$f" "$work/text" &&
	    python3 tests/e2e/reading.py pages "$work/pages" "$work/text"
}

# By a reader of the source that knows nothing of ours.
as_written() {
	pdfinfo -struct-text "$f" >"$work/said" 2>/dev/null &&
	    pdftotext -raw -nopgbrk "$f" "$work/text" &&
	    python3 tests/e2e/source.py "$src" "$work/said" "$work/text"
}

if has archive qpdf mutool pdfinfo pdffonts pdftotext xmllint python3; then
	for check in sound fonts described xmp read_aloud copied as_written; do
		each $check
	done
fi

sh tests/verapdf/run.sh "$SAMPLE"/*.pdf >"$work/vera"
case $? in
0)	ok "veraPDF: $(tail -n 1 "$work/vera")" ;;
77)	echo "ok - veraPDF # $(cat "$work/vera")"
	exit $status ;;
*)	cat "$work/vera"
	bad "veraPDF" ;;
esac

has faults qpdf fix-qdf python3 || exit $status
mkdir "$work/faulty"
python3 tests/verapdf/mutate.py "$SAMPLE/phong-kt-ket-qua.pdf" \
    "$work/faulty" >"$work/want" || bad "faults can be made"
sh tests/verapdf/run.sh "$work/faulty"/*.pdf >"$work/vera"
grep -q "whole.pdf" "$work/vera" &&
    { cat "$work/vera"; bad "the edited form by itself is sound"; }
while read -r file flavour clause; do
	grep -q "^$file: $flavour $clause[-.]" "$work/vera" ||
	    { grep "^$file" "$work/vera"; bad "$(basename "$file") is noticed"; }
done <"$work/want"
ok "$(wc -l <"$work/want") faults noticed by veraPDF"
exit $status
