#!/bin/sh
# usage: tests/check/headers.sh CC FLAGS...
# Every header compiles alone.
bad=0
for h in src/*/*.h; do
	"$@" -x c -fsyntax-only -Wno-pragma-once-outside-header "$h" ||
	    bad=1
done
exit $bad
