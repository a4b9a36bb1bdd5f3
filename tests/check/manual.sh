#!/bin/sh
# usage: tests/check/manual.sh PROGRAM
# Every command and option of the tables stands in the manual page and in the
# completion for bash; the manual page is sound.
prog=$1 bad=0
words=$("$prog" help --lang en | sed -n 's/^  \([a-z]*\) .*/\1/p')
for c in $words; do
	opts=$("$prog" help "$c" --lang en |
	    sed -n 's/^ .*\(--[a-z-]*\) .*/\1/p')
	for w in $c $opts; do
		for f in src/cli/vanthu.1 src/cli/vanthu.bash; do
			key=$(echo "$w" | sed 's/^--//')
			grep -q -- "$key" "$f" || {
				echo "$f: $w is missing"
				bad=1
			}
		done
	done
done
if command -v mandoc >/dev/null; then
	mandoc -T lint -W warning src/cli/vanthu.1 || bad=1
fi
exit $bad
