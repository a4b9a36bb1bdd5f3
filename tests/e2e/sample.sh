# sample.sh - the sample campaign: every acceptable document in both forms,
# read back by other people's tools.
. "$TOP/tests/e2e/lib.sh.inc"
build_sample
n=0
for src in input/reports/*.* input/documents/*.*; do
	stem=$(basename "$src" | sed 's/\.[a-z]*$//')
	for form in docx pdf; do
		[ -s "$SAMPLE/$stem.$form" ] || bad "$stem.$form is missing"
	done
	n=$((n + 1))
done
[ "$n" -ge 15 ] && ok "$n documents in both forms" || bad "only $n documents"

if has qpdf qpdf; then
	for f in "$SAMPLE"/*.pdf; do
		qpdf --check "$f" >"$work/qpdf" 2>&1 &&
		    ! grep -qi warning "$work/qpdf" ||
		    { cat "$work/qpdf"; bad "qpdf --check $(basename "$f")"; }
	done
	ok "qpdf --check"
fi

if has pdffonts pdffonts; then
	for f in "$SAMPLE"/*.pdf; do
		pdffonts "$f" 2>"$work/err" | tail -n +3 |
		    awk '{ if ($(NF-4) != "yes" || $(NF-3) != "yes" ||
			$(NF-2) != "yes") exit 1; n++ }
			END { exit n == 0 }' ||
		    bad "fonts embedded, subset, Unicode: $(basename "$f")"
		[ -s "$work/err" ] && { cat "$work/err"; bad "pdffonts warns"; }
	done
	ok "fonts embedded, subset, with Unicode"
fi

# Every word of the source, in order, is in the text of the PDF.
if has words pdftotext python3; then
	for src in input/reports/*.* input/documents/*.*; do
		stem=$(basename "$src" | sed 's/\.[a-z]*$//')
		[ -f "$SAMPLE/$stem.pdf" ] || continue
		"$PROG" build -C input --dump=doc "$src" >"$work/doc" 2>/dev/null
		pdftotext -raw "$SAMPLE/$stem.pdf" "$work/text"
		python3 tests/e2e/words.py "$work/doc" "$work/text" ||
		    bad "words of $stem in its PDF"
	done
	ok "every word of the source, in order"
fi

if has tags pdfinfo; then
	for f in "$SAMPLE"/*.pdf; do
		pdfinfo "$f" | grep -q '^Tagged: *yes' ||
		    bad "$(basename "$f") is tagged"
	done
	ok "tagged"
fi
exit $status
