# same-bytes.sh - the same input gives the same bytes: twice, with one worker
# and with four, in another zone and locale, from Markdown and from XML.
. "$TOP/tests/e2e/lib.sh.inc"
"$PROG" build -C input -o "$work/a" -j 1 -q >/dev/null 2>&1
TZ=America/New_York LC_ALL=en_US.UTF-8 \
    "$PROG" build -C input -o "$work/b" -j 4 -q >/dev/null 2>&1
"$PROG" build -C input -o "$work/b" -j 4 -q >/dev/null 2>&1
n=$(ls "$work/a" | wc -l)
[ "$n" -gt 20 ] && diff -r "$work/a" "$work/b" &&
    ok "$n files identical: two builds, -j 1 and -j 4" ||
    bad "builds differ ($n files)"

mkdir -p "$work/md" "$work/xml"
for form in md xml; do
	cp -R tests/cases/base/. "$work/$form"
	rm -f "$work/$form"/reports/*
	cp tests/e2e/twin/report.$form "$work/$form/reports/report.$form"
	mkdir "$work/$form/reports/anh"
	cp input/reports/anh/bieu-do-chi-tieu.png \
	    "$work/$form/reports/anh/bieu-do.png"
	"$PROG" build -C "$work/$form" -o "$work/$form.out" -q ||
	    bad "twin report builds from $form"
done
cmp "$work/md.out/report.docx" "$work/xml.out/report.docx" &&
    cmp "$work/md.out/report.pdf" "$work/xml.out/report.pdf" &&
    ok "Markdown and XML give the same bytes" ||
    bad "Markdown and XML differ"
exit $status
