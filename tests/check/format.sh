#!/bin/sh
# usage: tests/check/format.sh
# Source lines are at most 80 columns (Vietnamese texts apart: counted in
# characters), functions at most 70 lines, files at most 800, no trailing blanks.
bad=0
export LC_ALL=C
for f in src/*/*.[ch] tests/unit/*.c; do
	awk -v f="$f" '
	{ line = $0; gsub(/[\200-\277]/, "", line)
	  while ((t = index(line, "\t")) > 0)
		line = substr(line, 1, t - 1) \
		    substr("        ", 1, 8 - (t - 1) % 8) substr(line, t + 1) }
	/clang-format off/ { table = 1 }
	/clang-format on/ { table = 0 }
	length(line) > 80 && !table && FILENAME !~ /\.def$/ {
		printf "%s:%d: %d columns\n", f, FNR, length(line); bad = 1 }
	/[ \t]$/ { printf "%s:%d: blank at the end\n", f, FNR; bad = 1 }
	/^{$/ { begin = FNR }
	/^}$/ { if (begin && FNR - begin > 70 && f !~ /^tests/) {
		printf "%s:%d: function of %d lines\n", f, begin, FNR - begin
		bad = 1 } begin = 0 }
	END { if (FNR > 800 && f !~ /^tests/) {
		printf "%s: %d lines\n", f, FNR; bad = 1 } exit bad }' "$f" ||
	    bad=1
done
exit $bad
