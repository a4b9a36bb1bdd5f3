#!/bin/sh
# usage: docx-schema.sh XSD_DIR FILE.docx...
# Validate the parts of each file against the schemas of ISO/IEC 29500
# (transitional).  Status 0: all valid, 1: a part is not, 2: usage, 77: the
# schemas or a tool are not here.
[ $# -ge 2 ] || { echo "usage: $0 XSD_DIR FILE.docx..." >&2; exit 2; }
xsd=$1 bad=0
shift
for tool in unzip xmllint; do
	command -v $tool >/dev/null || { echo "skipped: no $tool"; exit 77; }
done
[ -f "$xsd/wml.xsd" ] || { echo "skipped: no schemas in $xsd"; exit 77; }
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
trap 'exit 2' HUP INT TERM

# schema_of PART: the schema for it; "none": there is none that works offline.
schema_of() {
	case $1 in
	'[Content_Types].xml') echo opc-contentTypes.xsd ;;
	*.rels) echo opc-relationships.xsd ;;
	word/*.xml) echo wml.xsd ;;
	docProps/app.xml) echo shared-documentPropertiesExtended.xsd ;;
	docProps/core.xml) echo none ;;
	word/media/*.png | word/media/*.jpeg) echo image ;;
	*) echo unknown ;;
	esac
}

for file; do
	dir=$work/parts
	rm -rf "$dir" && mkdir "$dir" || exit 2
	unzip -q "$file" -d "$dir" || { bad=1; continue; }
	(cd "$dir" && find . -type f | sed 's|^\./||' | LC_ALL=C sort) \
	    >"$work/list"
	while IFS= read -r part; do
		schema=$(schema_of "$part")
		case $schema in
		image) continue ;;
		none) set -- ;;
		unknown) echo "$file: $part: no schema for it" >&2; bad=1
		    continue ;;
		*) set -- --schema "$xsd/$schema" ;;
		esac
		xmllint --nonet --noout "$@" "$dir/$part" 2>"$work/said" ||
		    { sed "s|^|$file: |" "$work/said" >&2; bad=1; }
	done <"$work/list"
done
exit $bad
