#!/bin/sh
# usage: tests/check/catalogue.sh PROGRAM
# Every finding of src/diag/area_*.def is used in the program, produced by a
# test (a want.diag of tests/cases, or a unit test that names it), and has a row
# of examples, src/diag/example_*.def, with a near miss: tests/near.py.
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
PROG=$1 TOP=$(pwd) python3 tests/near.py --count | tail -n 1
exit $bad
