#!/bin/sh
# usage: tests/valgrind.sh PROGRAM
# The program under valgrind: no invalid access, no definite leak, in the
# parent or in a worker.
export LC_ALL=C.UTF-8
work=$(mktemp -d) || exit 3
trap 'rm -rf "$work"' EXIT
VANTHU_TEMPLATES=$PWD/templates
export VANTHU_TEMPLATES
bad=0
run() { # wanted exit, words...
	want=$1
	shift
	valgrind -q --error-exitcode=99 --trace-children=no --leak-check=full \
	    --errors-for-leak-kinds=definite --show-leak-kinds=definite --child-silent-after-fork=no \
	    --log-file="$work/log.%p" "$@" >/dev/null 2>"$work/err"
	got=$?
	if [ $got != "$want" ] || cat "$work"/log.* | grep -q '=='; then
		echo "not ok - valgrind ($got): $*"
		cat "$work"/log.*
		bad=1
	else
		echo "ok - valgrind: $(echo "$*" | sed 's/.*vanthu //')"
	fi
	rm -f "$work"/log.*
}
run 0 "$1" build -C input -o "$work/out" ke-hoach
run 0 "$1" build -C tests/cases/base -o "$work/out"
run 1 "$1" status -C input --as-of 2025-12-31
run 0 "$1" template lint
run 0 "$1" init "$work/new"
run 0 "$1" new -C "$work/new" ket-qua phong-kt
run 1 "$1" check -C "$work/new"
[ $bad = 0 ] && echo "valgrind: clean"
exit $bad
