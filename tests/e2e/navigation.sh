# navigation.sh - what a reader of a PDF finds its way by, as other people's
# tools see it: bookmarks, page labels, addresses, notes, title and author.
. "$TOP/tests/e2e/lib.sh.inc"
has "navigation" mutool qpdf pdfinfo python3 || exit 0
build_sample
[ $status = 0 ] || exit 1

# Every heading, H1 to H3, is a bookmark with the same words, in order.
n=0
for f in "$SAMPLE"/*.pdf; do
	mutool show "$f" outline 2>/dev/null |
	    sed -n 's/^[^"]*"\(.*\)".*/\1/p' >"$work/outline"
	pdfinfo -struct-text "$f" 2>/dev/null | python3 -c '
import re, sys
text = None
for line in sys.stdin:
    quoted = re.match(r" *\"(.*)\"$", line)
    if quoted and text is not None:
        text += quoted.group(1)
    elif text is not None:
        print(text.strip())
        text = None
    if re.match(r" *H[123] ", line):
        text = ""
if text is not None:
    print(text.strip())' >"$work/headings"
	cmp -s "$work/outline" "$work/headings" && n=$((n + 1)) ||
	    { diff "$work/outline" "$work/headings" | head -n 5
	      bad "$(basename "$f"): bookmarks are the headings"; }
done
[ $n -ge 15 ] && [ $status = 0 ] && ok "bookmarks are the headings: $n files" ||
    bad "bookmarks of $n files"

# Pages of an appendix are counted anew, behind its name.
qpdf --json --json-key=pagelabels "$SAMPLE/phong-vhxh-ket-qua.pdf" |
    python3 -c '
import json, sys
first, second = json.load(sys.stdin)["pagelabels"][:2]
assert first["index"] == 0 and first["label"]["/St"] == 1
assert "/P" not in first["label"]
assert second["label"]["/St"] == 1 and second["label"]["/S"] == "/D"
assert "Phụ lục" in second["label"]["/P"], second' &&
    ok "page labels: the appendix begins at 1, with its name" ||
    bad "page labels"

cp -R tests/cases/base "$work/base"
sed -i 's,^Trên đây là,Xem [cổng thông tin](https://example.vn/a?b=ệ\&c=1) của xã[^1].\n\n[^1]: Chú thích.\n\nTrên đây là,' \
    "$work/base/reports/ok.md"
"$PROG" build -C "$work/base" -o "$work/out" >"$work/log" 2>&1 ||
    { cat "$work/log"; bad "a report with a link is built"; exit 1; }
f=$work/out/ok.pdf
pdfinfo -url "$f" 2>/dev/null |
    grep -q ' https://example.vn/a?b=%E1%BB%87&c=1$' &&
    ok "an address can be clicked, percent-encoded" || bad "address"
qpdf --json "$f" | python3 -c '
import json, sys
objects = json.load(sys.stdin)["qpdf"][1]
values = {k: v["value"] for k, v in objects.items() if "value" in v}
links = [v for v in values.values() if isinstance(v, dict)
         and v.get("/Subtype") == "/Link" and "/Dest" in v]
assert len(links) == 1, links
page = values["obj:" + links[0]["/Dest"][0]]
assert page["/Type"] == "/Page" and links[0]["/Contents"].startswith("u:")
assert "Chú thích" in links[0]["/Contents"]' &&
    ok "the mark of a note leads to the note" || bad "note mark"
pdfinfo "$f" >"$work/info" 2>/dev/null
grep -q '^Title: *Báo cáo - Kết quả' "$work/info" &&
    grep -q '^Author: *Phòng Kinh tế' "$work/info" &&
    grep -q '^Subject: *Kết quả' "$work/info" &&
    ok "title, author and subject are those of the document" ||
    { cat "$work/info"; bad "document information"; }
exit $status
