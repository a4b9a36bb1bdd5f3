# clerk.sh - a clerk's first day and a maintainer's first change.
. "$TOP/tests/e2e/lib.sh.inc"
LC_ALL=en_US.UTF-8
cd "$work" || exit 3

# A new campaign, a skeleton: the marks left over are errors, filled in it builds.
"$PROG" init dot >/dev/null && [ -f dot/plan.xml ] && ok "init" || bad "init"
"$PROG" init dot >/dev/null 2>&1 && bad "init overwrites" ||
    ok "init overwrites nothing"
(cd dot && "$PROG" new ket-qua phong-kt >../made) && f=$(cat made) &&
    [ -s "dot/$f" ] && ok "new: $f" || bad "new"
(cd dot && "$PROG" new ket-qua phong-kt) >/dev/null 2>&1 &&
    bad "new overwrites" || ok "new overwrites nothing"
(cd dot && "$PROG" new ket-qua phong-kte) >/dev/null 2>err &&
    bad "unknown unit" || grep -q 'project/unit-unknown.*did you mean' err &&
    ok "unknown unit, near name" || bad "unknown unit: $(cat err)"
(cd dot && "$PROG" new ket-kua phong-kt) >/dev/null 2>err
grep -q 'project/obligation-unknown' err && ok "unknown obligation" ||
    bad "unknown obligation"
(cd dot && "$PROG" new ket-qua ubnd) >/dev/null 2>err
grep -q 'project/unit-not-asked' err && ok "unit not asked" ||
    bad "unit not asked"
(cd dot && "$PROG" check) 2>err
[ $? = 1 ] && grep -q 'text/placeholder' err && ok "marks left over are found" ||
    { cat err; bad "marks left over"; }
sed -e 's/^Ngày: .*/Ngày: 2025-12-05/' -e 's/^Số:$/Số: 3/' \
    -e 's/"\[CẦN BỔ SUNG\] %"/10,5 %/' \
    -e 's/\[CẦN BỔ SUNG[^]]*\]/Đơn vị đã thực hiện đầy đủ các nội dung theo kế hoạch, có kiểm tra, đôn đốc và đánh giá kết quả hằng tháng theo đúng quy định/' \
    "dot/$f" >filled && cp filled "dot/$f"
(cd dot && "$PROG" build >../out 2>../err) && [ -s dot/output/*.docx ] &&
    ok "filled in, it builds" || { cat out err; bad "filled in, it builds"; }

# A former output survives a rejected report, and the run says so.
sum=$(cat dot/output/*.docx | cksum)
sed 's/^Ngày: .*/Ngày: 2025-02-31/' filled >"dot/$f"
(cd dot && "$PROG" build >../out 2>../err)
[ $? = 1 ] && grep -q 'project/output-kept' err &&
    [ "$sum" = "$(cat dot/output/*.docx | cksum)" ] &&
    ok "a rejected report keeps its former output" ||
    { cat err; bad "a rejected report keeps its former output"; }
cp filled "dot/$f"

# A change in templates/ reaches both outputs without compiling anything.
cp -R "$TOP/templates" t
VANTHU_TEMPLATES=$work/t
(cd dot && "$PROG" build -o ../o1 -q)
sed 's/left="30mm"/left="35mm"/' t/decree.xml >d && cp d t/decree.xml
(cd dot && "$PROG" build -o ../o2 -q)
cmp -s o1/*.docx o2/*.docx && bad "margin reaches the DOCX" ||
    ok "margin reaches the DOCX"
cmp -s o1/*.pdf o2/*.pdf && bad "margin reaches the PDF" ||
    ok "margin reaches the PDF"
unzip -p o2/*.docx word/document.xml | grep -q 'w:left="1984"' &&
    ok "35 mm is 1984 twips" || bad "35 mm is 1984 twips"
sed 's/right="20mm"/right="10mm"/' t/decree.xml >d && cp d t/decree.xml
(cd dot && "$PROG" template lint) 2>err
[ $? = 1 ] && grep -q 'decree.xml:[0-9]*:[0-9]*: error: template/margin-range.*I.3' err &&
    ok "a margin of 10 mm is refused with the clause" ||
    { cat err; bad "a margin of 10 mm is refused"; }

# No templates at all.
VANTHU_TEMPLATES=$work/none
(cd dot && "$PROG" build) 2>err >/dev/null
[ $? = 1 ] && grep -q 'project/template-missing' err &&
    ok "template/decree.xml missing" || bad "templates missing"
exit $status
