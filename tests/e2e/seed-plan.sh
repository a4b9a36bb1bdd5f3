# seed-plan.sh - the plan that the project was born from, its defects intact:
# tests/seed/defects.txt says what must be found at which line and what text
# cannot decide; nothing else may be found.
. "$TOP/tests/e2e/lib.sh.inc"
mkdir -p "$work/c/documents"
cp tests/seed/ke-hoach-goc.md "$work/c/documents"
cp input/plan.xml "$work/c"
# office.xml gives the drafting unit of "Lưu: VT" otherwise
sed '0,/archive="VHXH"/s///' input/office.xml >"$work/c/office.xml"
"$PROG" check -C "$work/c" --lang en documents/ke-hoach-goc.md \
    >"$work/out" 2>"$work/err"
[ $? = 1 ] && ok "the plan is refused" || bad "the plan is refused"
sed -n 's/^[^ ]*ke-hoach-goc.md:\([0-9]*\):[0-9]*: [a-z]*: \([a-z]*\/[a-z-]*\): .*/\2 \1/p' \
    "$work/err" | sort >"$work/got"
grep -v '^#' tests/seed/defects.txt >"$work/table"
awk -F ' [|] ' '$2 != "-" { n = split($3, l, " ")
	for (i = 1; i <= n; i++) print $2, l[i] }' "$work/table" |
    sort >"$work/want"
awk -F ' [|] ' '$2 != "-" { print $2 "|" $3 "|" $1 }' "$work/table" |
    while IFS='|' read -r id lines what; do
	for line in $lines; do
		grep -qx "$id $line" "$work/got" ||
		    echo "not ok - $what: no $id at line $line"
	done
done >"$work/missed"
cat "$work/missed"
[ -s "$work/missed" ] && status=1
if diff "$work/want" "$work/got" >"$work/diff"; then
	ok "$(wc -l <"$work/got") findings, each at its line, and no other"
else
	cat "$work/diff"
	bad "findings are those of the table"
fi
echo "# defects: $(grep -vc ' | - | ' "$work/table") found," \
    "$(grep -c ' | - | ' "$work/table") not decidable by text," \
    "$(wc -l <"$work/missed") missed"
exit $status
