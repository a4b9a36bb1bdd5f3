# marks.sh - the marks of a công văn measured in both forms: the boxes of
# urgency (III.2.b), the line above the address (III.4), and where everything
# stands in an appendix on a page turned.
. "$TOP/tests/e2e/lib.sh.inc"
has "marks measured" mutool python3 || exit 0
cp -R input "$work/c"
rm -f "$work/c"/reports/*.* "$work/c"/documents/*
n=0
for mark in "Khẩn 20" "Thượng khẩn 40" "Hỏa tốc 30"; do
	n=$((n + 1))
	sed -e "s/^Độ khẩn: .*/Độ khẩn: ${mark% *}/" -e "s/^Số: .*/Số: 31$n/" \
	    -e 's/^Lưu:/Phạm vi lưu hành: Xem xong trả lại\nLưu:/' \
	    -e 's/thực hiện\.\/\.$/thực hiện (Phụ lục kèm theo).\/./' \
	    input/documents/cong-van-don-doc.md >"$work/c/documents/cv-$n.md"
	cat >>"$work/c/documents/cv-$n.md" <<-EOF

	# Phụ lục: Danh sách {#pl ngang}

	| STT | Đơn vị | Ghi chú |
	|:-:|---|---|
	| 1 | Phòng Kinh tế | Chậm |
	EOF
done
"$PROG" build -C "$work/c" -o "$work/o" -q >"$work/err" 2>&1 ||
    { cat "$work/err"; bad "three công văn build"; }
if command -v soffice >/dev/null; then
	soffice --headless "-env:UserInstallation=file://$work/profile" \
	    --convert-to pdf --outdir "$work/lo" "$work"/o/*.docx \
	    >/dev/null 2>&1
else
	ok "marks in the DOCX # SKIP no soffice"
fi
for form in o lo; do
	[ -d "$work/$form" ] || continue
	n=0
	for width in 20 40 30; do
		n=$((n + 1))
		python3 tests/e2e/marks.py "$work/$form/cv-$n.pdf" box $width 8 &&
		    ok "$form: box of $width x 8 mm" ||
		    bad "$form: box of $width x 8 mm"
		python3 tests/e2e/marks.py "$work/$form/cv-$n.pdf" rule 160 &&
		    ok "$form: line above the address" ||
		    bad "$form: line above the address"
	done
done
if [ -d "$work/lo" ]; then
	python3 tests/fidelity/compare.py /dev/null cv "$work/o" "$work/lo" \
	    >"$work/out" && ok "every line of the three in its place" ||
	    { cat "$work/out"; bad "every line of the three in its place"; }
fi
exit $status
