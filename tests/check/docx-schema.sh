#!/bin/sh
# usage: docx-schema.sh XSD_DIR FILE.docx...
# Validate the parts of each file against the schemas of ISO/IEC 29500
# (transitional), all parts of one schema in one call, and print how many there
# were.  Status 0: all valid, 1: a part is not, 2: usage, 77: the schemas or a
# tool are not here.
[ $# -ge 2 ] || { echo "usage: $0 XSD_DIR FILE.docx..." >&2; exit 2; }
xsd=$(cd "$1" 2>/dev/null && pwd)
shift
for tool in unzip xmllint; do
	command -v $tool >/dev/null || { echo "skipped: no $tool"; exit 77; }
done
[ -f "$xsd/wml.xsd" ] || { echo "skipped: no schemas"; exit 77; }
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
trap 'exit 2' HUP INT TERM
bad=0

mkdir "$work/parts"
n=0
for file; do
	n=$((n + 1))
	dir=$work/parts/$n-$(basename "$file")
	unzip -q "$file" -d "$dir" || { bad=1; continue; }
done
cd "$work/parts" || exit 2

# NAME of the schema for each part; "none": there is none that works offline.
find . -type f | LC_ALL=C sort | awk -F/ '
	{ part = $0; sub("^./[^/]*/", "", part); schema = "unknown" }
	part == "[Content_Types].xml" { schema = "opc-contentTypes.xsd" }
	part ~ /\.rels$/ { schema = "opc-relationships.xsd" }
	part ~ /^word\/[^\/]*\.xml$/ { schema = "wml.xsd" }
	part == "docProps/app.xml" {
		schema = "shared-documentPropertiesExtended.xsd" }
	part == "docProps/core.xml" { schema = "none" }
	part ~ /^word\/media\/[^\/]*\.(png|jpeg)$/ { next }
	{ print > ("../" schema) }'

if [ -s "$work/unknown" ]; then
	sed 's/^/no schema for it: /' "$work/unknown" >&2
	bad=1
fi
parts=0
for list in "$work"/*.xsd "$work/none"; do
	[ -f "$list" ] || continue
	name=$(basename "$list")
	[ "$name" = none ] && set -- || set -- --schema "$xsd/$name"
	tr '\n' '\0' <"$list" |
	    xargs -0 xmllint --nonet --noout "$@" 2>"$work/said" || bad=1
	grep -v ' validates$' "$work/said" >&2
	parts=$((parts + $(wc -l <"$list")))
done
echo "$n files, $parts parts"
[ $n -gt 0 ] && [ $parts -gt $n ] || bad=1
exit $bad
