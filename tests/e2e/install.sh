# install.sh - make install into a staging folder; the installed program finds
# its templates and works away from the source.
. "$TOP/tests/e2e/lib.sh.inc"
root=$work/root
make -s --no-print-directory install PREFIX="$root/usr" BUILD="$work/build" \
    MODE=release >"$work/log" 2>&1 || { tail "$work/log"; bad "make install"; }
for f in bin/vanthu share/man/man1/vanthu.1 share/vanthu/templates/decree.xml \
    share/vanthu/schema/report.rng share/vanthu/schema/plan.rng \
    share/bash-completion/completions/vanthu; do
	[ -s "$root/usr/$f" ] || bad "$f is installed"
done
ok "installed"
unset VANTHU_TEMPLATES
cp -R input "$work/dot"
(cd "$work/dot" && "$root/usr/bin/vanthu" build ke-hoach >/dev/null 2>&1 &&
    [ -s output/ke-hoach.pdf ]) && ok "works where it is installed" ||
    bad "works where it is installed"
exit $status
