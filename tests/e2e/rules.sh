# rules.sh - every rule that a form can decide is broken once in the files of
# the sample campaign, DOCX and PDF, and found; see tests/inspect/mutate.py.
# What only damage brings: inspect/file-pdf.  Of the pages: inspect/pdf-content,
# inspect/page-break, inspect/sign-room.
. "$TOP/tests/e2e/lib.sh.inc"
build_sample

for f in "$SAMPLE"/*.pdf; do
	"$PROG" inspect --lang en --fail-on warning "$f" >"$work/out" 2>&1 &&
	    grep -q ' 0 broken' "$work/out" ||
	    { cat "$work/out"; bad "inspect finds nothing in $(basename "$f")"; }
done
[ "$status" = 0 ] && ok "inspect finds nothing in $(ls "$SAMPLE"/*.pdf | wc -l) PDF of ours"

head -c 20000 "$SAMPLE/ke-hoach.pdf" >"$work/half.pdf"
"$PROG" inspect "$work/half.pdf" >/dev/null 2>"$work/err"
[ $? = 1 ] && grep -q 'inspect/file-pdf' "$work/err" &&
    ok "inspect: a PDF cut in two" || bad "inspect: a PDF cut in two"

if has "mutations of our files" python3; then
	mkdir "$work/files"
	PYTHONDONTWRITEBYTECODE=1 python3 tests/inspect/mutate.py "$PROG" \
	    "$work/files" "$SAMPLE" 2>"$work/err" || status=1
	[ -s "$work/err" ] && { cat "$work/err"; bad "mutate.py"; }
fi
if has "inspect: damaged files" python3; then
	mkdir "$work/damaged"
	PYTHONDONTWRITEBYTECODE=1 python3 tests/inspect/damage.py "$PROG" \
	    "$work/damaged" "$SAMPLE"/phong-vhxh-ket-qua.docx \
	    "$SAMPLE"/cong-van-don-doc.docx "$SAMPLE"/ke-hoach.docx \
	    2>"$work/err" || status=1
	[ -s "$work/err" ] && { cat "$work/err"; bad "damage.py"; }
fi
exit $status
