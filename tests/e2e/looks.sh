# looks.sh - first pages beside their references, which a person has looked at
# (tests/png/).  UPDATE=1 writes the references anew: look at them.
. "$TOP/tests/e2e/lib.sh.inc"
build_sample
has "looks" pdftoppm python3 || exit 0
for stem in phong-kt-ket-qua ke-hoach cong-van-don-doc to-trinh-khen-thuong \
    quyet-dinh-khen-thuong; do
	pdftoppm -r 72 -gray -png -f 1 -l 1 -singlefile "$SAMPLE/$stem.pdf" \
	    "$work/$stem"
	[ -n "${UPDATE-}" ] && cp "$work/$stem.png" "tests/png/$stem.png"
	python3 tests/e2e/looks.py "tests/png/$stem.png" "$work/$stem.png" &&
	    ok "$stem looks as its reference" ||
	    bad "$stem looks different"
done
# The comparison itself sees a line set 1 mm lower.
"$PROG" build -C input -o "$work/low" -f pdf -q ke-hoach 2>/dev/null
cp -R templates "$work/t"
sed 's/header="10mm"/header="10mm"/; s/top="20mm"/top="21mm"/' \
    templates/decree.xml >"$work/t/decree.xml"
VANTHU_TEMPLATES=$work/t "$PROG" build -C input -o "$work/low" -f pdf -q \
    ke-hoach 2>/dev/null
pdftoppm -r 72 -gray -png -f 1 -l 1 -singlefile "$work/low/ke-hoach.pdf" \
    "$work/low"
python3 tests/e2e/looks.py tests/png/ke-hoach.png "$work/low.png" >/dev/null &&
    bad "a page 1 mm lower is seen" || ok "a page 1 mm lower is seen"
exit $status
