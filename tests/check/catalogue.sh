#!/bin/sh
# usage: tests/check/catalogue.sh
# Every finding of src/diag/area_*.def is used in the program and produced by a
# test: a want.diag of tests/cases, or a unit test that names it.
bad=0
for id in $(sed -n 's/^DIAG(\([A-Z0-9_]*\),.*/\1/p' src/diag/area_*.def); do
	if ! grep -qrw "DIAG_$id" --include='*.c' src; then
		echo "$id: used nowhere"
		bad=1
	fi
	name=$(echo "$id" | tr 'A-Z_' 'a-z-' | sed 's/-/\//')
	if ! grep -qr --include='want.*' " $name: " tests/cases &&
	    ! grep -qrw -e "DIAG_$id" -e "$name" tests/unit &&
	    ! grep -qr -- "$name" tests/e2e; then
		echo "$name: no test produces it"
		bad=1
	fi
done
dup=$(sed -n 's/^DIAG(\([A-Z0-9_]*\),.*/\1/p' src/diag/area_*.def | sort |
    uniq -d)
[ -z "$dup" ] || { echo "twice in the catalogue: $dup"; bad=1; }
exit $bad
