# run.sh PROGRAM - do the PDF we write and the one an office program makes of
# our DOCX agree, line for line, on hundreds of adversarial pages?
#
# SEED chooses the corpus (1; exceptions.txt belongs to that one), KEEP names a
# folder to keep it in, VERBOSE=-v prints every difference.
TOP=$(cd "$(dirname "$0")/../.." && pwd) || exit 3
PROG=$(realpath "$1") || exit 3
HERE=$TOP/tests/fidelity
SEED=${SEED:-1}
export LC_ALL=C.UTF-8

for tool in soffice mutool python3; do
	command -v "$tool" >/dev/null || {
		echo "ok - fidelity # SKIP $tool is not installed"
		exit 0
	}
done
work=${KEEP:-$(mktemp -d)} || exit 3
[ -n "$KEEP" ] || trap 'rm -rf "$work"' EXIT
rm -rf "$work/corpus"
mkdir -p "$work"

python3 "$HERE/generate.py" "$work/corpus" "$SEED" || exit 3
folders=
for dir in "$work"/corpus/*; do
	name=$(basename "$dir")
	templates=$TOP/templates
	[ -d "$dir/templates" ] && templates=$dir/templates
	VANTHU_TEMPLATES=$templates "$PROG" build -C "$dir" -o "$dir/ours" \
	    --lang en >"$dir/build.log" 2>&1
	grep ' error: ' "$dir/build.log" && exit 1
	# after some 250 documents in one call it dies
	printf '%s\n' "$dir"/ours/*.docx | xargs -n 100 soffice --headless \
	    "-env:UserInstallation=file://$work/profile" \
	    --convert-to pdf --outdir "$dir/theirs" >"$dir/office.log" 2>&1
	folders="$folders $name $dir/ours $dir/theirs"
done
soffice --version
echo "seed $SEED"
exceptions=$HERE/exceptions.txt
[ "$SEED" = 1 ] || exceptions=/dev/null
# shellcheck disable=SC2086
python3 "$HERE/compare.py" $VERBOSE "$exceptions" $folders
