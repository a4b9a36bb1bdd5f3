# schema.sh - the published schemas and the readers accept and refuse the same
# files.  What a schema cannot say (unknown references, ranges) is not here.
. "$TOP/tests/e2e/lib.sh.inc"
has "schemas" xmllint || exit 0
LC_ALL=en_US.UTF-8

accepts() { # kind file: does the program's reader accept it?
	rm -rf "$work/dot"
	cp -R tests/cases/base "$work/dot"
	rm -f "$work/dot"/reports/*
	case $1 in
	plan | office | waivers)
		cp "$2" "$work/dot/$1.xml"
		"$PROG" check -C "$work/dot" 2>&1 |
		    grep -q "/$1.xml:[0-9:]* error" && return 1
		return 0 ;;
	report)
		cp "$2" "$work/dot/reports/r.xml"
		"$PROG" check -C "$work/dot" 2>&1 |
		    grep -q 'error: \(read\|parse\)/' && return 1
		return 0 ;;
	template)
		"$PROG" template lint "$2" >/dev/null 2>&1 ;;
	esac
}

for kind in plan office waivers report template; do
	n=0
	schema=$(ls src/*/$kind.rng)
	for f in tests/schema/$kind/*.xml; do
		n=$((n + 1))
		want=1
		case $(basename "$f") in good-*) want=0 ;; esac
		xmllint --noout --nonet --relaxng "$schema" "$f" 2>/dev/null
		[ $(($? != 0)) = $want ] || bad "schema and $f"
		accepts $kind "$f"
		[ $(($? != 0)) = $want ] || bad "reader and $f"
	done
	[ $n -ge 8 ] && ok "$kind: schema and reader agree on $n files" ||
	    bad "$kind: only $n files"
done
for f in input/plan.xml input/office.xml templates/decree.xml \
    templates/office.xml templates/types/*.xml templates/init/*.xml \
    input/reports/*.xml tests/e2e/twin/report.xml; do
	case $f in
	*/plan.xml) s=src/plan/plan.rng ;;
	templates/office.xml | *decree* | *types*) s=src/template/template.rng ;;
	*/office.xml) s=src/plan/office.rng ;;
	*) s=src/read/report.rng ;;
	esac
	xmllint --noout --nonet --relaxng $s "$f" 2>"$work/err" ||
	    { cat "$work/err"; bad "$f by its schema"; }
done
ok "shipped files by their schemas"
exit $status
