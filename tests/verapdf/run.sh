#!/bin/sh
# usage: tests/verapdf/run.sh FILE...
# Validate PDF files with the veraPDF library, as PDF/A-2a and PDF/UA-1 or as
# VERAPDF_FLAVOURS says ("3a,ua1").  Exit status: 0 all conform, 1 some do not,
# 77 veraPDF cannot be had here (said in one line).  The library is fetched
# once, by Maven, into .build/verapdf.
here=$(cd "$(dirname "$0")" && pwd)
lib=${VERAPDF_LIB:-$here/../../.build/verapdf}

skip() {
	echo "SKIP veraPDF: $*"
	exit 77
}

java --list-modules 2>/dev/null | grep -q '^jdk.compiler' ||
    skip "no Java development kit"
if [ ! -f "$lib/.whole" ]; then
	command -v mvn >/dev/null || skip "no mvn"
	mkdir -p "$lib"
	timeout 300 mvn -q -B -f "$here/pom.xml" dependency:copy-dependencies \
	    -DoutputDirectory="$(cd "$lib" && pwd)" >"$lib/.log" 2>&1 &&
	    : >"$lib/.whole" ||
	    skip "mvn cannot get it: $(grep -m 1 ERROR "$lib/.log")"
fi
exec java -cp "$lib/*" "$here/V.java" "${VERAPDF_FLAVOURS:-2a,ua1}" "$@" \
    2>/dev/null
