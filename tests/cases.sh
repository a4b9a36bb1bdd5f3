#!/bin/sh
# usage: PROG=... TOP=... sh tests/cases.sh [PATTERN]
# A case is a folder tests/cases/AREA/NAME with
#	cmd        the words of the command line (one line)
#	want.diag  the findings expected on standard error: first lines only,
#	           without remedies, source lines and the closing
#	           count
#	want.out   standard output expected (optional)
#	want.exit  the exit status (absent: 1)
#	setup      shell commands run first in the copy (optional)
#	near       shell commands that mend the copy: tests/near.py (optional)
#	*          files laid over a copy of tests/cases/base
# The copy is the campaign; the command runs in it.  UPDATE=1 writes want.*
# anew after showing the difference: look at it before you keep it.
set -u
cd "$TOP" || exit 3
VANTHU_TEMPLATES=$TOP/templates
LC_ALL=en_US.UTF-8
LANGUAGE=en
export VANTHU_TEMPLATES LC_ALL LANGUAGE
bad=0

check() { # got, wanted file, name
	if [ -f "$2" ] && diff -u "$2" "$1" >"$work.diff"; then
		return 0
	fi
	cat "$work.diff" 2>/dev/null
	[ -n "${UPDATE-}" ] && cp "$1" "$2"
	return 1
}

run_case() { # folder
	dir=$1
	name=${dir#tests/cases/}
	work=$(mktemp -d) || exit 3
	cp -R tests/cases/base/. "$work"
	(cd "$dir" && tar cf - --exclude=./cmd --exclude=./setup \
	    --exclude=./near --exclude='./want.*' .) | (cd "$work" && tar xf -)
	if [ -f "$dir/setup" ]; then
		(cd "$work" && sh "$TOP/$dir/setup") || {
			echo "ok - $name # SKIP setup refused"
			rm -rf "$work"
			return
		}
	fi
	(cd "$work" && eval "set -- $(cat "$TOP/$dir/cmd")" &&
	    timeout 60 "$PROG" "$@" >"$work.out" 2>"$work.err"
	    echo $? >"$work.exit")
	grep -v -e '^    -> ' -e '^ *[0-9]* | ' -e '^[0-9]* [a-z]*\(, [0-9]* [a-z]*\)*$' \
	    -e 'font/face-substituted' "$work.err" >"$work.diag"
	ok=1
	check "$work.diag" "$dir/want.diag" || ok=0
	[ ! -f "$dir/want.out" ] || check "$work.out" "$dir/want.out" || ok=0
	if [ "$(cat "$work.exit")" != "$(cat "$dir/want.exit" 2>/dev/null ||
	    echo 1)" ]; then
		echo "exit status $(cat "$work.exit")"
		ok=0
		[ -n "${UPDATE-}" ] && cp "$work.exit" "$dir/want.exit"
	fi
	if [ -f "$dir/after" ]; then
		(cd "$work" && sh "$TOP/$dir/after") || ok=0
	fi
	if [ $ok = 1 ]; then
		echo "ok - $name"
	else
		echo "not ok - $name"
		bad=1
	fi
	[ -f "$dir/setup" ] && [ -f "$work/.cleanup" ] &&
	    (cd "$work" && sh ./.cleanup)
	rm -rf "$work" "$work".*
}

for dir in tests/cases/*/*"${1-}"*/; do
	dir=${dir%/}
	[ -f "$dir/cmd" ] && run_case "$dir"
done
exit $bad
