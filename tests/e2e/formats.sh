# formats.sh - the findings in every form: each says the same, each is by its
# own grammar, and what is waived or moved by a mode is so in all of them.
. "$TOP/tests/e2e/lib.sh.inc"
forms="python3 $TOP/tests/e2e/formats.py"
dot=$work/dot
cp -R tests/cases/base "$dot"
cp tests/cases/waiver/holds/waivers.xml "$dot"
cp tests/cases/waiver/holds/reports/ok.md "$dot/reports/ok.md"
# A name that every form must write in its own way, a line that is long, a tab,
# letters and marks apart, something unseen, a report in XML, one that is none.
sed -e 's/^Số: 5/Số: 05%,:/' -e 's/đạt kết quả tốt/đạt\t"kết quả" , tốt/' \
    -e 's/^# II.*/# II. KẾT QỦA THỰC HIỆN/' "$dot/reports/ok.md" \
    >"$dot/reports/báo, cáo: 100%.md"
python3 - "$dot" <<'PY'
import sys, unicodedata
p = sys.argv[1] + '/reports/'
s = open(p + 'báo, cáo: 100%.md', encoding='utf-8').read()
open(p + 'nfd.md', 'w', encoding='utf-8', newline='\r\n').write(
    unicodedata.normalize('NFD', s.replace('tổ.', 'tổ ' + 'rất dài ' * 90)))
open(p + 'zero.md', 'w', encoding='utf-8').write(s.replace('tốt', 't\u200bốt'))
open(p + 'bad.xml', 'w', encoding='utf-8').write(
    '<report version="1"><header><unit>x</unit></header><body>'
    '<p>a &amp b</p></body></report>')
PY
run() { # form: into $work/form
	"$PROG" check -C "$dot" --lang en --as-of 2025-12-01 --format "$1" \
	    no-such-report ok nfd zero bad "báo, cáo: 100%" \
	    >"$work/$1" 2>"$work/err"
	[ $? = 1 ] || bad "$1: status"
	[ "$1" = human ] || [ ! -s "$work/err" ] || bad "$1: something on stderr"
}

for f in human short json sarif github; do run $f; done
grep -qx "[0-9]/[0-9] documents pass" "$work/human" &&
    [ "$(wc -l <"$work/human")" = 1 ] &&
    ok "human: what came of it is on standard output, findings are not" ||
    bad "human: what came of it is on standard output, findings are not"
for f in short sarif github; do
	$forms $f "$work/$f" "$work/json" && ok "$f says what json says" ||
	    bad "$f says what json says"
done
$forms own "$work/json" && ok "json has its members" ||
    bad "json has its members"

by_schema() { # name file schema
	$forms schema "$2" "$3"
	case $? in
	0) ok "$1" ;;
	77) echo "ok - $1 # SKIP python3-jsonschema is not installed" ;;
	*) bad "$1" ;;
	esac
}
ours=src/diag/findings.schema.json
by_schema "json by findings.schema.json" "$work/json" $ours
"$PROG" inspect --format json "$work/absent.docx" >"$work/inspect"
by_schema "json of inspect by findings.schema.json" "$work/inspect" $ours
"$PROG" check -C input --format json >"$work/input"
by_schema "json of the sample by findings.schema.json" "$work/input" $ours

# The schema of the standard comes in a package of its own, fetched once.
official=.build/sarif/package/lib/schemas/sarif-2.1.0-rtm.5.json
if [ ! -f $official ] && command -v npm >/dev/null; then
	mkdir -p .build/sarif
	(cd .build/sarif && timeout 120 npm pack --silent \
	    @microsoft/jest-sarif@1.0.0-beta.0 && tar xzf ./*.tgz) >/dev/null 2>&1
fi
if [ -f $official ]; then
	by_schema "sarif by the schema of SARIF 2.1.0" "$work/sarif" $official
	sed 's/"startLine": [0-9]*/"startLine": 0/' "$work/sarif" >"$work/sarif0"
	$forms schema "$work/sarif0" $official >"$work/err" 2>&1
	[ $? != 0 ] && ok "the schema of SARIF refuses what is wrong" ||
	    bad "the schema of SARIF refuses what is wrong"
else
	echo "ok - sarif by its schema # SKIP the schema cannot be had"
fi

# Waived: shown with its reason, not counted, in each form.
"$PROG" check -C "$dot" --lang vi --as-of 2025-12-01 ok >/dev/null 2>"$work/err"
[ $? = 0 ] && grep -q 'lỗi (được miễn): text/placeholder' "$work/err" &&
    grep -q 'Nguyễn Văn A.*2025-12-31.*Biểu mẫu để trống' "$work/err" &&
    ok "a waived finding is told with who, until when and why" ||
    { cat "$work/err"; bad "a waived finding is told"; }
"$PROG" check -C "$dot" --as-of 2026-01-01 ok >/dev/null 2>&1
[ $? = 1 ] && ok "a waiver ends after its day" || bad "a waiver ends"
SOURCE_DATE_EPOCH=1764547200 "$PROG" check -C "$dot" ok >/dev/null 2>&1
[ $? = 0 ] && ok "SOURCE_DATE_EPOCH is the day of waivers" ||
    bad "SOURCE_DATE_EPOCH is the day of waivers"
"$PROG" build -C "$dot" -o "$work/out" --as-of 2025-12-01 ok >/dev/null 2>&1
[ $? = 0 ] && [ -s "$work/out/ok.pdf" ] && ok "a waived report is built" ||
    bad "a waived report is built"
rm -rf "$work/out"
"$PROG" build -C "$dot" -o "$work/out" --as-of 2026-01-01 ok >/dev/null 2>&1
[ $? = 1 ] && [ ! -e "$work/out/ok.pdf" ] && [ ! -e "$work/out/ok.docx" ] &&
    ok "without the waiver it is not" || bad "without the waiver it is not"

# Modes.
LC_ALL=en_US.UTF-8 "$PROG" build -C "$dot" -o "$work/out" --mode draft ok \
    >/dev/null 2>"$work/err"
[ $? = 2 ] && grep -q 'a draft is not written' "$work/err" &&
    [ ! -e "$work/out/ok.pdf" ] && ok "build refuses a draft" ||
    bad "build refuses a draft"
rm "$dot/waivers.xml"
rm "$dot"/reports/[!o]*
for m in draft:0 review:1 issue:1; do
	"$PROG" check -C "$dot" --mode ${m%:*} --format json >"$work/$m" 2>&1
	[ $? = ${m#*:} ] && ok "status in mode ${m%:*}" ||
	    bad "status in mode ${m%:*}"
done
cp tests/cases/base/reports/ok.md "$dot/reports"
sed -i 's|Kinh tế\./\.|Kinh tế.|' "$dot/reports/ok.md"
"$PROG" build -C "$dot" -o "$work/out" --mode review >/dev/null 2>&1
[ $? = 0 ] && [ -s "$work/out/ok.pdf" ] && ok "a warning is built in review" ||
    bad "a warning is built in review"
rm -rf "$work/out"
"$PROG" build -C "$dot" -o "$work/out" --mode issue >/dev/null 2>&1
[ $? = 1 ] && [ ! -e "$work/out/ok.pdf" ] && ok "a warning stops the issue" ||
    bad "a warning stops the issue"

# The list of rules.
"$PROG" check --list-rules --mode issue --lang en >"$work/list"
"$PROG" check --list-rules --mode issue --lang en --format json >"$work/rules"
$forms rules "$work/rules" "$work/list" && ok "the rules are listed" ||
    bad "the rules are listed"
"$PROG" check --list-rules --lang vi | grep -q \
    '^plan/section-missing: lỗi, kế hoạch: thiếu mục bắt buộc$' &&
    ok "in Vietnamese too" || bad "in Vietnamese too"
"$PROG" check --list-rules --format sarif >/dev/null 2>&1
[ $? = 2 ] && ok "not as SARIF" || bad "not as SARIF"
"$PROG" status -C input --format sarif >/dev/null 2>&1
[ $? = 2 ] && ok "status is no list of findings" ||
    bad "status is no list of findings"

# The columns of files however they are stored.
rm -rf "$dot"
cp -R tests/cases/base "$dot"
python3 tests/e2e/columns.py "$dot" || status=1

# Whatever a waiver may name can be built.
python3 tests/e2e/waive.py || status=1
exit $status
