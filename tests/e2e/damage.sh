# damage.sh - images and fonts that somebody damaged: each is named, nothing is
# published, nothing crashes.
. "$TOP/tests/e2e/lib.sh.inc"
has "damaged files" python3 || exit 0
# A report may have a hundred images: four reports.
n=0
for first in 0 100 200 300; do
	base=$work/base-$first
	cp -R tests/cases/base "$base"
	mkdir "$base/reports/anh"
	python3 tests/e2e/damage.py images "$base/reports/ok.md" \
	    "$base/reports/anh" $first >"$work/want" || bad "images are made"
	"$PROG" build -C "$base" -o "$work/out" --lang en >"$work/log" 2>&1
	got=$?
	[ $got = 1 ] && [ ! -e "$work/out/ok.pdf" ] &&
	    [ ! -e "$work/out/ok.docx" ] &&
	    ! grep -q -e crashed -e Sanitizer "$work/log" ||
	    { head "$work/log"; bad "images from $first: status $got"; }
	while read -r place finding; do
		grep -qE "ok\.md:$place: error: image/($finding): " \
		    "$work/log" && n=$((n + 1)) ||
		    { echo "# $first, $place: no image/$finding"; }
	done <"$work/want"
done
[ $n = 400 ] && [ $status = 0 ] &&
    ok "400 damaged images: a finding each, at its place, nothing published" ||
    bad "$n of 400 damaged images have their finding"

font=$(fc-list 'Liberation Serif:style=Regular' file 2>/dev/null |
    sed -n 's/: *$//;/liberation2\|Serif-Regular/p' | head -n 1)
if [ -z "$font" ]; then
	echo "ok - damaged fonts # SKIP fc-list knows no Liberation Serif"
	exit $status
fi
mkdir "$work/fonts"
n=0
for name in $(python3 tests/e2e/damage.py fonts "$font" "$work/fonts"); do
	cat >"$work/fonts.conf" <<CONF
<?xml version="1.0"?>
<fontconfig><dir>$work/fonts/$name</dir>
<cachedir>$work/cache-$name</cachedir></fontconfig>
CONF
	FONTCONFIG_FILE=$work/fonts.conf "$PROG" build -C tests/cases/base \
	    -o "$work/font-out" --lang en >"$work/log" 2>&1
	got=$?
	[ $got = 3 ] && [ ! -e "$work/font-out/ok.pdf" ] &&
	    grep -q 'no font with all Vietnamese letters' "$work/log" &&
	    ! grep -q -e crashed -e Sanitizer "$work/log" && n=$((n + 1)) ||
	    { head -n 5 "$work/log"; bad "font $name: status $got"; }
done
[ $n = 20 ] && ok "20 damaged fonts are refused" || bad "$n of 20 fonts"
exit $status
