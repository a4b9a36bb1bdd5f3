# fix.sh - vanthu fix: what it mends, what it leaves alone, where it writes; and
# over every report of tests/cases and input: no word, figure or line is
# changed, a second run changes nothing.
. "$TOP/tests/e2e/lib.sh.inc"
c=$work/c
fresh() {
	rm -rf "$c"
	mkdir -p "$c"
	cp -R tests/cases/base/. "$c"
}
same() { # what, file, file
	cmp -s "$2" "$3" && ok "$1" || { diff "$2" "$3" | head; bad "$1"; }
}
body() { # lines put before the last paragraph
	sed '/^Trên đây/,$d' tests/cases/base/reports/ok.md
	cat
	printf '\nTrên đây là báo cáo của Phòng Kinh tế./.\n'
}

# --- form is mended, the rest is left alone ---------------------------------
fresh
body >"$c/reports/ok.md" <<'END'
Ðơn vị "Một" ( gồm 2  tổ ) và “Hai” , `a  ,b "c"` xem
[trang](https://example.gov.vn/a_( b ,c)) kinh tế – xã hội .

a- Phần một	của công tác.

-  Ý có hai dấu cách sau gạch đầu dòng;
-  ý sau.

Hết dòng  
sang dòng.
END
body >"$work/want.md" <<'END'
Đơn vị “Một” (gồm 2 tổ) và “Hai”, `a  ,b "c"` xem
[trang](https://example.gov.vn/a_( b ,c)) kinh tế - xã hội.

a) Phần một	của công tác.

-  Ý có hai dấu cách sau gạch đầu dòng;
-  ý sau.

Hết dòng  
sang dòng.
END
cp "$c/reports/ok.md" "$work/ok.md"
"$PROG" fix --dry-run -C "$c" --lang en >"$work/diff" 2>&1
[ $? = 1 ] && ok "--dry-run tells by its status" || bad "--dry-run status"
grep -q '^@@ -22,2 +22,2 @@$' "$work/diff" && grep -q '<U+00D0>' "$work/diff" &&
    ok "the change is shown with its lines" || bad "diff: $(cat "$work/diff")"
same "--dry-run leaves the report" "$c/reports/ok.md" "$work/ok.md"
[ ! -e "$c/reports/ok.sua.md" ] && ok "--dry-run writes nothing" ||
    bad "--dry-run writes nothing"
"$PROG" fix -C "$c" --lang en >"$work/out" 2>"$work/left"
same "the mended text is written beside" "$c/reports/ok.sua.md" "$work/want.md"
same "the report is left" "$c/reports/ok.md" "$work/ok.md"
grep -q 'ok.sua.md:.*text/' "$work/left" && ok "what is left is told" ||
    { cat "$work/left"; bad "what is left is told"; }
"$PROG" check -C "$c" --lang en 2>&1 | grep -q 'ok.sua' &&
    bad "a proposal is no report" || ok "a proposal is no report"
"$PROG" fix --in-place -C "$c" >/dev/null 2>&1
same "--in-place mends the report" "$c/reports/ok.md" "$work/want.md"
same "--in-place keeps the former text" "$c/reports/ok.md~" "$work/ok.md"
"$PROG" fix --dry-run -C "$c" >"$work/out" 2>&1 && [ ! -s "$work/out" ] &&
    ok "a second run changes nothing" || bad "a second run changes nothing"

# --- XML: text only, no markup, no header ------------------------------------
"$PROG" fix --dry-run -C input >"$work/out" 2>&1 && [ ! -s "$work/out" ] &&
    ok "the sample campaign has nothing to mend" ||
    { head "$work/out"; bad "the sample campaign has nothing to mend"; }
rm -rf "$c"
cp -R input "$c"
f=$c/reports/truong-th-ket-qua.xml
sed '0,/<p>/s//<p title="a  ,b">Trường  học ( hai ) , <!-- c  ,d -->/' \
    input/reports/truong-th-ket-qua.xml >"$f"
cp "$f" "$work/before.xml"
"$PROG" fix --in-place -C "$c" truong-th-ket-qua >/dev/null 2>&1
sed 's/>Trường  học ( hai ) , <!-- c  ,d -->/>Trường học (hai), <!-- c  ,d -->/' \
    "$work/before.xml" >"$work/want.xml"
same "XML: text is mended, markup is not" "$f" "$work/want.xml"

# --- encodings ------------------------------------------------------------------
fresh
cp "$c/reports/ok.md" "$work/ok.md"
has "old encodings" python3 && python3 - "$work" <<'END'
import sys, unicodedata
work = sys.argv[1]
text = open(work + '/ok.md', encoding='utf-8').read()
# capitals with a tone have no code in TCVN3; none begins a word here
text = text.replace('Ủy ban', 'ủy ban')
tcvn = dict(zip('àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụ'
    'ưừửữứựỳỷỹýỵđĂÂÊÔƠƯĐ', bytes.fromhex(
    'b5b6b7b8b9a8bbbcbdbec6a9c7c8c9cacbcccecfd0d1aad2d3d4d5d6d7d8dcddde'
    'dfe1e2e3e4abe5e6e7e8e9acaaaaaaaaaaeff1f2f3f4ad'.replace('aaaaaaaaaa',
    'eaebecedee') + 'f5f6f7f8f9fafbfcfdfeaea1a2a3a4a5a6a7')))
sign = {'“': 0x93, '”': 0x94, '–': 0x96}
def to_tcvn(s):
    return bytes(tcvn.get(c) or sign.get(c) or
        (ord(c) if ord(c) < 128 else tcvn[c.lower()]) for c in s)
tone = {'\u0300': 0xf8, '\u0309': 0xfb, '\u0303': 0xf5, '\u0301': 0xf9,
    '\u0323': 0xef, None: None}
hat = {None: 0xe2, '\u0300': 0xe0, '\u0309': 0xe5, '\u0303': 0xe3,
    '\u0301': 0xe1, '\u0323': 0xe4}
breve = {None: 0xea, '\u0300': 0xe8, '\u0309': 0xfa, '\u0303': 0xfc,
    '\u0301': 0xe9, '\u0323': 0xeb}
i_of = {'\u0301': 0xed, '\u0300': 0xec, '\u0309': 0xe6, '\u0303': 0xf3,
    '\u0323': 0xf2}
def vni(c):
    if ord(c) < 128 or c in sign:
        return bytes([sign.get(c) or ord(c)])
    up = 0x20 if c.isupper() else 0
    d = unicodedata.normalize('NFD', c.lower())
    base, marks = d[0], d[1:]
    t = next((m for m in marks if m in tone), None)
    if base == 'đ':
        return bytes([0xf1 - up])
    if '\u0302' in marks:
        return bytes([ord(base) - up, hat[t] - up])
    if '\u0306' in marks:
        return bytes([ord(base) - up, breve[t] - up])
    if '\u031b' in marks:
        out = [(0xf4 if base == 'o' else 0xf6) - up]
    elif base == 'i':
        return bytes([i_of[t] - up])
    elif base == 'y' and t == '\u0323':
        return bytes([0xee - up])
    else:
        out = [ord(base) - up]
    return bytes(out + ([tone[t] - up] if t else []))
open(work + '/tcvn.want', 'w', encoding='utf-8').write(text)
open(work + '/tcvn.md', 'wb').write(to_tcvn(text))
open(work + '/vni.want', 'w', encoding='utf-8').write(text)
open(work + '/vni.md', 'wb').write(b''.join(vni(c) for c in text))
open(work + '/mixed.md', 'wb').write(to_tcvn(text) + 'tiếng Việt\n'.encode())
nfd = unicodedata.normalize('NFD', text).replace('\n', '\r\n')
open(work + '/forms.md', 'w', encoding='utf-8-sig', newline='').write(
    nfd.replace('triển khai'.encode().decode(), 'triển khai')
       .replace('Kinh', 'Ki\u200bnh\u00ad', 1))
open(work + '/forms.want', 'w', encoding='utf-8').write(text)
END
for e in tcvn vni forms; do
	[ -f "$work/$e.md" ] || continue
	cp "$work/$e.md" "$c/reports/ok.md"
	"$PROG" fix --in-place -C "$c" >"$work/out" 2>&1
	same "$e is converted as a whole" "$c/reports/ok.md" "$work/$e.want"
done
if [ -f "$work/mixed.md" ]; then
	cp "$work/mixed.md" "$c/reports/ok.md"
	"$PROG" fix --in-place -C "$c" >"$work/out" 2>&1
	same "two encodings in one file are left alone" "$c/reports/ok.md" \
	    "$work/mixed.md"
fi

# --- files ------------------------------------------------------------------------
fresh
cp "$work/ok.md" "$work/outside.md"
echo 'Một  hai .' >>"$work/outside.md"
cp "$work/outside.md" "$work/outside.was"
ln -sf "$work/outside.md" "$c/reports/ok.md"
"$PROG" fix --in-place -C "$c" --lang en >"$work/out" 2>&1
[ $? != 0 ] && grep -q 'io/path-outside' "$work/out" &&
    ok "a link that leads out is refused" || bad "a link that leads out"
same "what it leads to is left" "$work/outside.md" "$work/outside.was"
"$PROG" fix -C "$c" nothing-such >/dev/null 2>&1
[ $? = 1 ] && ok "an unknown name ends with 1" || bad "an unknown name"

# --- every report there is ----------------------------------------------------------
has "all reports" python3 || exit $status
fresh
rm "$c/reports/ok.md"
n=0
for f in tests/cases/*/*/reports/* tests/cases/*/*/documents/* \
    input/reports/* input/documents/* tests/seed/*.md; do
	case $f in *.md | *.xml) ;; *) continue ;; esac
	[ -f "$f" ] && [ ! -L "$f" ] && [ "$(wc -c <"$f")" -lt 200000 ] || continue
	n=$((n + 1))
	cp "$f" "$c/reports/r$n.${f##*.}"
done
mkdir "$work/was"
cp "$c"/reports/* "$work/was"
"$PROG" check -C "$c" --lang en >/dev/null 2>"$work/check.was"
"$PROG" fix --in-place -C "$c" --lang en >"$work/all.diff" 2>"$work/all.err"
"$PROG" fix --dry-run -C "$c" --lang en >"$work/again" 2>/dev/null
[ -s "$work/again" ] && { head "$work/again"; bad "all reports: idempotent"; } ||
    ok "all reports: a second run changes nothing"
"$PROG" check -C "$c" --lang en >/dev/null 2>"$work/check.now"
python3 - "$work/was" "$c/reports" "$work/check.was" "$work/check.now" <<'END' ||
import os, re, sys, unicodedata
was, now, before, after = sys.argv[1:]
def words(b):
    t = unicodedata.normalize('NFC', b.decode('utf-8'))
    t = t.replace('\u00d0', 'Đ').replace('\u00f0', 'đ').replace('\u0189', 'Đ')
    return [c for c in t if c.isalnum()]
def lines(b):
    return len(re.split(b'\r\n|\r|\n', b))
changed, bad = 0, 0
for name in sorted(os.listdir(was)):
    x = open(os.path.join(was, name), 'rb').read()
    y = open(os.path.join(now, name), 'rb').read()
    changed += x != y
    try:
        same = words(x) == words(y) and lines(x) == lines(y)
    except UnicodeDecodeError:
        continue  # an old encoding: compared above
    if not same:
        bad += 1
        print('not ok - words of', name)
def findings(path):
    out = set()
    for line in open(path, encoding='utf-8', errors='replace'):
        m = re.match(r'\S*/(r\d+\.\w+):(\d+):\d+: \w+: ([a-z]+/[a-z0-9-]+)', line)
        if m:
            out.add(m.groups())
    return out
old, new = findings(before), findings(after)
read = {f for f, _, _ in old | new}
# who could not be read before may have more to say now
unread = {f for f, _, i in old if i.startswith('parse/')}
more = {x for x in new - old if x[0] not in unread}
for x in sorted(more):
    print('not ok - new finding', *x)
print('# %d reports, %d mended, %d findings before, %d after' %
    (len(os.listdir(was)), changed, len(old), len(new)))
sys.exit(1 if bad or more else 0)
END
    bad "all reports: words, lines and findings"
[ $status = 0 ] && ok "all reports: no word, figure or line changed"
exit $status
