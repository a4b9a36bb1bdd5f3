# quiet.sh - correct documents of every type, in several habits of writing, have
# no finding at error or warning.  Two of the sample are meant to have one: a
# report is late, and a target is not met.
. "$TOP/tests/e2e/lib.sh.inc"
has quiet python3 || exit 0
python3 tests/quiet/generate.py "$work/campaigns" >"$work/counts" || {
	bad "generate.py"
	exit $status
}
n=0
while read -r name count; do
	n=$((n + count))
	"$PROG" check -C "$work/campaigns/$name" --lang en >"$work/out" 2>&1
	case $? in 0 | 1) ;; *) bad "$name: stops" ;; esac
	# Those two, and nothing else.
	grep -e ': error: ' -e ': warning: ' "$work/out" |
	    grep -v -e 'tram-y-te-ket-qua\..*plan/deadline-passed: .*11/12/2025' \
		-e 'truong-th-ket-qua\..*plan/target-not-met: .*1,1 %' \
		>"$work/false"
	if [ -s "$work/false" ]; then
		sed "s|$work/campaigns/||" "$work/false"
		bad "$name: false alarms"
	fi
	grep ': style: ' "$work/out" >>"$work/style"
done <"$work/counts"
[ "$n" -ge 30 ] && ok "$n correct documents without error or warning" ||
    bad "only $n documents"
echo "# findings of style: $(grep -c parse/line-end "$work/style") of line" \
    "ends, $(grep -vc parse/line-end "$work/style") others"
exit $status
