# command.sh - the command line: help, usage errors, languages, exit statuses.
. "$TOP/tests/e2e/lib.sh.inc"
expect() { # status, words...
	want=$1
	shift
	"$PROG" "$@" >"$work/out" 2>"$work/err"
	got=$?
	[ $got = "$want" ] && ok "status $want: $*" ||
	    { cat "$work/err"; bad "status $got, not $want: $*"; }
}
for c in init new check build status template sign explain help; do
	expect 0 $c --help
	grep -q -- --lang "$work/out" || bad "$c --help lists options"
done
expect 2
expect 2 bild
LC_ALL=en_US.UTF-8 "$PROG" bild 2>&1 | grep -q 'did you mean "build"' &&
    ok "near command" || bad "near command"
expect 2 build --nothing
expect 2 build -j 0
expect 2 build -j
expect 2 build -f odt
expect 2 status --as-of 2025-02-30
expect 2 init
expect 2 init a b
expect 2 status --dump=doc
expect 2 explain plan/no-such
expect 0 explain plan/section-missing
expect 0 explain
expect 0 --version
expect 3 check -C "$work/absent"
expect 1 build -C input -o "$work/o" no-such-report
grep -q project/report-unknown "$work/err" && ok "unknown report named" ||
    bad "unknown report named"
expect 0 build -C input -o "$work/o" ke-hoach
expect 0 build -C input --dump=pages ke-hoach
[ -s "$work/out" ] && ok "--dump=pages prints" || bad "--dump=pages prints"
expect 1 build -C input -o "$work/o" --fail-on info -q ke-hoach
expect 0 build -C input -o "$work/o" --format json ke-hoach
python3 -c 'import json,sys; d=json.load(open(sys.argv[1]));
assert d["version"] == 1 and len(d["findings"]) > 0' "$work/out" &&
    ok "findings as JSON" || bad "findings as JSON"
python3 -c 'import json,sys; d=json.load(open(sys.argv[1]));
assert d["version"] == 1 and d["reports"][0]["file"]' "$work/o/manifest.json" &&
    ok "manifest is JSON" || bad "manifest is JSON"

# Vietnamese under cron, English when the locale says so.
env -i "$PROG" explain plan/section-missing | grep -q 'thiếu mục' &&
    ok "Vietnamese without a locale" || bad "Vietnamese without a locale"
env -i LANG=en_GB.UTF-8 "$PROG" explain plan/section-missing |
    grep -q 'section is missing' && ok "English locale" || bad "English locale"

# A bad and a good example in both languages, and of all findings as JSON.
for words in 'vi Sai Đúng' 'en Wrong Right'; do
	set -- $words
	"$PROG" explain --lang "$1" plan/section-missing >"$work/out"
	[ "$(grep -A 9 "^  $2:$" "$work/out" | grep -c '# II. KẾT QUẢ')" = 1 ] &&
	    grep -A 9 "^  $3:$" "$work/out" | grep -q '^      # II. KẾT QUẢ' &&
	    ok "explain: $2, $3" || { cat "$work/out"; bad "explain: $2, $3"; }
	"$PROG" explain --lang "$1" --format json >"$work/$1.json"
done
python3 - "$work/vi.json" "$work/en.json" <<'PY' && ok "explain: JSON" ||
import json, sys
vi, en = [json.load(open(f))["rules"] for f in sys.argv[1:]]
assert len(vi) == len(en) > 390
for a, b in zip(vi, en):
    assert a["rule"] == b["rule"] and a["text"] != b["text"]
    if "bad" in a:
        assert a["bad"] != a["good"] and b["bad"] != b["good"]
        assert a["told"] == (a["bad"] != b["bad"]), a
PY
    bad "explain: JSON"

# The status of the sample: one missing, one late, and 1 for cron.
expect 1 status -C input --as-of 2025-12-31 --format json
python3 - "$work/out" <<'PY' && ok "status: one missing, one late" ||
import json, sys
d = json.load(open(sys.argv[1]))
n = {}
for duty in d["duties"]:
    n[duty["state"]] = n.get(duty["state"], 0) + 1
print(n)
assert n["missing"] == 1 and n["late"] == 1 and not n.get("rejected")
assert not d["complete"]
PY
    bad "status: one missing, one late"
SOURCE_DATE_EPOCH=1757955600 "$PROG" status -C input --lang en >"$work/out"
grep -q 'As of 16/09/2025' "$work/out" &&
    ok "the calendar is that of Asia/Ho_Chi_Minh" || {
	tail -n 1 "$work/out"
	bad "the calendar is that of Asia/Ho_Chi_Minh"
}
SOURCE_DATE_EPOCH=soon "$PROG" status -C input >/dev/null 2>&1
[ $? = 2 ] && ok "a malformed SOURCE_DATE_EPOCH is refused" ||
    bad "a malformed SOURCE_DATE_EPOCH is refused"
# A closed standard output is told.
"$PROG" explain >/dev/full 2>/dev/null
[ $? = 3 ] && ok "a full standard output is status 3" ||
    bad "a full standard output is status 3"
exit $status
