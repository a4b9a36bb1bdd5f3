#!/bin/sh
# usage: tests/run.sh PROGRAM [UNIT-TEST ...]
# Run everything and close with "N passed, N failed, N skipped".
# Every part prints lines in the Test Anything Protocol: "ok ...", "not ok ..."
# and "ok ... # SKIP why".  Only what went wrong or was skipped is shown, unless
# VERBOSE=1.
set -u
prog=$1
shift
PROG=$(cd "$(dirname "$prog")" && pwd)/$(basename "$prog")
TOP=$(pwd)
export PROG TOP
LC_ALL=C.UTF-8
export LC_ALL
log=$(mktemp) || exit 3
trap 'rm -f "$log"' EXIT

one() { # name, command...
	name=$1
	shift
	out=$(mktemp)
	"$@" >"$out.all" 2>&1
	status=$?
	# cmocka writes a skipped test as "not ok N # SKIP"
	sed 's/^not \(ok .*# SKIP\)/\1/' "$out.all" >"$out"
	rm -f "$out.all"
	sed -n "s|^ok|ok|p; s|^not ok|not ok|p" "$out" >>"$log"
	if ! grep -q '^\(not \)\{0,1\}ok' "$out"; then
		echo "not ok - $name: ran no test (status $status)" | tee -a "$log"
		cat "$out"
	elif [ "$status" -ne 0 ] && ! grep -q '^not ok' "$out"; then
		echo "not ok - $name: status $status" | tee -a "$log"
		tail -n 30 "$out"
	elif grep -q '^not ok' "$out" || [ "${VERBOSE-}" = 1 ]; then
		echo "== $name"
		cat "$out"
	else
		grep -i '# skip' "$out"
	fi
	rm -f "$out"
}

for t in "$@"; do
	CMOCKA_MESSAGE_OUTPUT=TAP one "$(basename "$t")" "$t"
done
one cases sh tests/cases.sh
one near python3 tests/near.py
for t in tests/e2e/*.sh; do
	one "$(basename "$t" .sh)" sh "$t"
done

failed=$(grep -c '^not ok' "$log")
skipped=$(grep -ci '^ok.*# skip' "$log")
passed=$(($(grep -c '^ok' "$log") - skipped))
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
