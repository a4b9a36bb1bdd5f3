# fidelity.sh - a fixed part of the fidelity corpus, every kind of content in
# it, through every stage (tests/fidelity/run.sh); `make fidelity` takes all.
. "$TOP/tests/e2e/lib.sh.inc"

KEEP=$work/fidelity
ONLY='plain/dai-04 plain/bang-02 plain/gop-o-01 plain/chu-thich-02
plain/de-muc-00 plain/doan-ngan-01 plain/ky-07 plain/trich-yeu-13
plain/kinh-gui-03 plain/hinh-02 plain/phu-luc-01 plain/chu-thich-dai-01
plain/chu-thich-dai-11 plain/hang-cao-02 plain/danh-sach-05 plain/dau-0[36] plain/co-quan-01
plain/can-cu-03 dense/dau-04 wide/dau-01'
EVERY=4 # 0.7 s a file
export KEEP ONLY EVERY
sh tests/fidelity/run.sh "$PROG" || status=1
OFFICE=newer STAGES=lines sh tests/fidelity/run.sh "$PROG" || status=1
exit $status
