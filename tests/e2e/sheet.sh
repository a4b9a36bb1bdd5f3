# sheet.sh - the check sheet for the signer: both forms, one page, in both
# languages, of a good report, of one with findings and of a rejected one.
. "$TOP/tests/e2e/lib.sh.inc"

# What HTML must say is asked of the tree.
ask() { # file, XPath over local names
	xmllint --xpath "$2" "$1" 2>/dev/null
}

mkdir "$work/campaign" "$work/out"
cp -R input/. "$work/campaign"
good=phong-kt-ket-qua.md
late=tram-y-te-ket-qua.md
sed 's/^# V\. ĐÁNH GIÁ CHUNG.*/# V. NHẬN XÉT/; s/10,4 %/9,8 %/; s/\.\/\.$/./' \
    "input/reports/$good" >"$work/campaign/reports/phong-kt-ket-qua.md.new"
sheet() { # report, language
	"$PROG" sheet -C "$work/campaign" -o "$work/out" --as-of 2025-12-12 \
	    --lang "$2" "$1" >"$work/told" 2>&1
}

sheet "$good" vi
[ $? = 0 ] && ok "a good report ends with 0" || bad "a good report ends with 0"
sheet "$late" vi
grep -q 'plan/deadline-passed' "$work/told" && ok "findings are told too" ||
    bad "findings are told too"
sheet "$good" en
mv "$work/campaign/reports/phong-kt-ket-qua.md.new" \
    "$work/campaign/reports/phong-kt-ket-qua.md"
cp "$work/out/phong-kt-ket-qua.phieu-kiem-tra.html" "$work/good.html"
cp "$work/out/phong-kt-ket-qua.phieu-kiem-tra.docx" "$work/good.docx"
sheet "$good" vi
[ $? = 1 ] && ok "a rejected report has its sheet, and ends with 1" ||
    bad "a rejected report ends with 1"
cp "$work/out/phong-kt-ket-qua.phieu-kiem-tra.html" "$work/bad.html"
cp "$work/out/phong-kt-ket-qua.phieu-kiem-tra.docx" "$work/bad.docx"

if has sheet-html xmllint; then
	n=0
	for f in "$work"/*.html "$work"/out/*.html; do
		n=$((n + 1))
		xmllint --noout "$f" 2>"$work/err" || {
			cat "$work/err"
			bad "$(basename "$f") is well-formed"
		}
		lang=$(ask "$f" 'string(/*/@lang)')
		case $f-$lang in
		*check-sheet*-en | *-vi) ;;
		*) bad "$(basename "$f") says its language: $lang" ;;
		esac
		# Every column has a heading, every table a caption.
		[ "$(ask "$f" 'count(//*[local-name()="table"]
		    [not(*[local-name()="caption"])])')" = 0 ] &&
		    [ "$(ask "$f" 'count(//*[local-name()="thead"]//*
		    [local-name()="th"][not(@scope="col")])')" = 0 ] ||
		    bad "$(basename "$f"): tables with captions and headings"
	done
	[ "$n" -ge 4 ] && ok "$n sheets in HTML, well-formed, with headings"
	digest=$(sha256sum "input/reports/$good" | cut -c1-32)
	for word in "$digest" 25/BC-PKT 05/12/2025 'không thấy lỗi' \
	    'lập ngày 12/12/2025' "$("$PROG" --version)"; do
		grep -qF "$word" "$work/good.html" && ok "says $word" ||
		    bad "says $word"
	done
	for word in 'CHƯA TRÌNH KÝ ĐƯỢC' 'thiếu mục bắt buộc' 'chưa xuất'; do
		grep -qF "$word" "$work/bad.html" && ok "says $word" ||
		    bad "says $word"
	done
	# What was not checked to the end has not passed.
	grep -qF '>đạt<' "$work/bad.html" &&
	    bad "a rejected report has passed something" ||
	    ok "a rejected report has passed nothing"
	# No rule of the catalogue is left out of the table.
	listed=$(ask "$work/good.html" 'sum(//*[@class="checks"]/*/*
	    [count(*)=5]/*[4][local-name()="td"])')
	known=$("$PROG" explain 2>/dev/null | grep -c '^[a-z]*/')
	[ "$listed" -ge "$known" ] && ok "$listed rules in the table" ||
	    bad "$listed rules in the table, $known are known"
fi

if has sheet-pages soffice pdfinfo pdftotext; then
	for f in good bad; do
		timeout 120 soffice \
		    "-env:UserInstallation=file://$work/office" --headless \
		    --convert-to pdf --outdir "$work" "$work/$f.docx" \
		    >/dev/null 2>&1
		pages=$(pdfinfo "$work/$f.pdf" | sed -n 's/^Pages: *//p')
		[ "$pages" = 1 ] && ok "$f: DOCX on one page" ||
		    bad "$f: DOCX on $pages pages"
		pdftotext -layout "$work/$f.pdf" "$work/text"
		grep -q 'Ký tắt' "$work/text" || bad "$f: place for initials"
	done
fi

if has sheet-html-page weasyprint pdfinfo; then
	for f in good bad; do
		weasyprint "$work/$f.html" "$work/$f.pdf" 2>/dev/null
		pages=$(pdfinfo "$work/$f.pdf" | sed -n 's/^Pages: *//p')
		[ "$pages" = 1 ] && ok "$f: HTML on one page" ||
		    bad "$f: HTML on $pages pages"
	done
fi

if has sheet-docx python3; then
	python3 - "$work/good.docx" <<'END' && ok "DOCX read by python-docx" ||
import sys
try:
    import docx
except ImportError:
    sys.exit(0)
d = docx.Document(sys.argv[1])
assert len(d.tables) == 5, len(d.tables)
assert any("PHIẾU KIỂM TRA" in p.text for p in d.paragraphs)
END
	    bad "DOCX read by python-docx"
fi
exit $status
