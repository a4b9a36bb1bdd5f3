#!/bin/sh
# usage: tests/fidelity/pdf.sh CAMPAIGN/ours/NAME.pdf...
# Each PDF by other people's tools, against what was laid out: sound to qpdf and
# mutool, all fonts embedded, cut to their letters and with Unicode, the text
# copied out of it (pdftotext) that of its pages, the text read aloud (pdfinfo
# -struct-text) that of the report in order.  Prints "ok" or "not ok" a file.
# PROG is the program, TOP the project.
work=$(mktemp -d) || exit 3
trap 'rm -rf "$work"' EXIT
reading=$TOP/tests/e2e/reading.py

sound() {
	qpdf --check "$f" >"$work/log" 2>&1 && ! grep -qi warn "$work/log" &&
	    mutool clean "$f" "$work/clean.pdf" >"$work/log" 2>&1 &&
	    ! grep -qi -e warn -e error "$work/log"
}
fonts() {
	pdffonts "$f" 2>"$work/log" | tail -n +3 |
	    awk '$(NF-4) $(NF-3) $(NF-2) != "yesyesyes" { bad = 1 }
		END { exit bad || NR == 0 }' && [ ! -s "$work/log" ]
}
copied() {
	pdftotext -raw -nopgbrk "$f" "$work/text" &&
	    python3 "$reading" pages "$work/pages" "$work/text"
}
aloud() {
	pdfinfo -struct-text "$f" >"$work/text" 2>"$work/log" &&
	    [ ! -s "$work/log" ] &&
	    python3 "$reading" laid "$work/laid" "$work/text"
}

for f; do
	stem=$(basename "$f" .pdf)
	dir=$(dirname "$(dirname "$f")")
	src=
	for s in "$dir/documents/$stem".* "$dir/reports/$stem".*; do
		[ -f "$s" ] && src=$s
	done
	for dump in laid pages; do
		"$PROG" build -C "$dir" --dump=$dump "$src" \
		    >"$work/$dump" 2>/dev/null
	done
	wrong=
	for what in sound fonts copied aloud; do
		$what || wrong="$wrong $what"
	done
	[ -z "$wrong" ] && echo "ok $f" || echo "not ok $f:$wrong"
done
