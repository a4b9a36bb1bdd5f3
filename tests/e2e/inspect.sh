# inspect.sh - the decree's rules on Word files: ours break none, those of other
# programs break just the rules they were made to break.
. "$TOP/tests/e2e/lib.sh.inc"
build_sample

for f in "$SAMPLE"/*.docx; do
	"$PROG" inspect --lang en --fail-on warning "$f" >"$work/out" 2>&1 &&
	    grep -q ' 0 broken' "$work/out" ||
	    { cat "$work/out"; bad "inspect finds nothing in $(basename "$f")"; }
done
[ "$status" = 0 ] && ok "inspect finds nothing in $(ls "$SAMPLE"/*.docx | wc -l) files of ours"

# Rules: all are listed, and what a file leaves open with its reason.
n=$("$PROG" inspect --rules --lang en | grep -c '^[RH][0-9][0-9] ')
[ "$n" = 72 ] && ok "inspect --rules: $n rules" || bad "inspect --rules: $n rules"
"$PROG" inspect --rules --lang en | sed -n 's/^\([RH][0-9]*\) .*: /\1 /p' |
    while read -r id name; do
	grep -q "^| $id |.*| $name |" src/inspect/RULES.md || echo "$id"
    done >"$work/lost"
[ ! -s "$work/lost" ] && ok "RULES.md has every rule" ||
    bad "RULES.md lacks $(tr '\n' ' ' <"$work/lost")"
"$PROG" inspect --rules --lang en "$f" 2>/dev/null | grep -q 'R60 .*PDF' &&
    ok "inspect --rules FILE says what is left" ||
    bad "inspect --rules FILE says what is left"

# Statuses as everywhere.
"$PROG" inspect >/dev/null 2>&1
[ $? = 2 ] && ok "inspect without a file" || bad "inspect without a file"
"$PROG" inspect "$work/none.docx" >/dev/null 2>&1
[ $? = 1 ] && ok "inspect: no such file" || bad "inspect: no such file"
"$PROG" inspect src/DESIGN.md >/dev/null 2>"$work/err"
[ $? = 1 ] && grep -q 'inspect/file-package' "$work/err" &&
    ok "inspect: not a Word file" || bad "inspect: not a Word file"

# The same in JSON.
if has "inspect --format json" python3; then
	"$PROG" inspect --format json "$f" >"$work/json" &&
	    python3 -c 'import json, sys
x = json.load(open(sys.argv[1]))["files"][0]
assert x["decided"] == x["passed"] + x["broken"] + x["absent"]
assert x["decided"] + x["undecided"] == len(x["rules"]) == 72' "$work/json" &&
	    ok "inspect --format json" || bad "inspect --format json"
fi

# Other programs; the python that has python-docx, if one has.
python=
for p in python3 /usr/bin/python3; do
	"$p" -c 'import docx' 2>/dev/null && { python=$p; break; }
done
[ -n "$python" ] || python=python3
if has "inspect: files of other programs" "$python"; then
	mkdir "$work/files"
	set -- "$SAMPLE"/ke-hoach.docx "$SAMPLE"/cong-van-don-doc.docx \
	    "$SAMPLE"/quyet-dinh-khen-thuong.docx
	PYTHONDONTWRITEBYTECODE=1 "$python" tests/inspect/make.py "$PROG" \
	    "$work/files" "$@" 2>"$work/err" || status=1
	[ -s "$work/err" ] && { cat "$work/err"; bad "make.py"; }
fi
exit $status
