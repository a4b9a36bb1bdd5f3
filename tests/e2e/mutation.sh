# mutation.sh - two hundred mistakes put into correct reports, each of which
# must be told by the right finding in the right line.
. "$TOP/tests/e2e/lib.sh.inc"
has mutation python3 || exit 0
if python3 tests/mutation/run.py "$PROG" >"$work/table" 2>&1; then
	ok "$(tail -n 1 "$work/table")"
else
	cat "$work/table"
	bad "$(tail -n 1 "$work/table")"
fi
exit $status
