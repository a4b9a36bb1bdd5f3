#!/bin/sh
# usage: tests/check/catalogue.sh PROGRAM
# Every finding of src/diag/area_*.def is used in the program, produced by a
# test, and has a bad and a good example in src/diag/example_*.def, of which the
# good one is a near miss: see tests/near.py.
bad=0
for id in $(sed -n 's/^DIAG(\([A-Z0-9_]*\),.*/\1/p' src/diag/area_*.def); do
	if ! grep -qrw "DIAG_$id" --include='*.c' src; then
		echo "$id: used nowhere"
		bad=1
	fi
done
dup=$(sed -n 's/^DIAG(\([A-Z0-9_]*\),.*/\1/p' src/diag/area_*.def | sort |
    uniq -d)
[ -z "$dup" ] || { echo "twice in the catalogue: $dup"; bad=1; }
PROG=$1 TOP=$(pwd) python3 tests/near.py --count || bad=1
exit $bad
