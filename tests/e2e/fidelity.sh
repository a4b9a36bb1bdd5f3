# fidelity.sh - a fixed part of the fidelity corpus, every kind of content in
# it, through every stage (tests/fidelity/run.sh); `make fidelity` takes all.
. "$TOP/tests/e2e/lib.sh.inc"

KEEP=$work/fidelity
ONLY='plain/dai-0[14] plain/bang-02 plain/gop-o-01 plain/chu-thich-02
plain/de-muc-00 plain/doan-ngan-01 plain/ky-0[57] plain/trich-yeu-1[37]
plain/kinh-gui-0[36] plain/hinh-01 plain/phu-luc-01 plain/chu-thich-dai-01
plain/hang-cao-00 plain/danh-sach-01 plain/dau-0[0136] plain/co-quan-0[12]
plain/can-cu-03 dense/phu-luc-01 dense/dau-04 wide/hinh-02 wide/bang-01'
EVERY=4 # 0.7 s a file
export KEEP ONLY EVERY
sh tests/fidelity/run.sh "$PROG" || status=1
exit $status
