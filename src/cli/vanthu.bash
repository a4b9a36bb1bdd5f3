# vanthu.bash - completion of vanthu(1) for bash.

_vanthu() {
	local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]}
	local command=${COMP_WORDS[1]}
	local common='--lang --format --color --fail-on --quiet --help'

	COMPREPLY=()
	if [ "$COMP_CWORD" -eq 1 ]; then
		COMPREPLY=($(compgen -W 'init new check fix build status sheet template
		    inspect sign explain help --version' -- "$cur"))
		return
	fi
	case $prev in
	--lang) COMPREPLY=($(compgen -W 'vi en' -- "$cur")); return ;;
	--format) COMPREPLY=($(compgen -W 'human short json
	    sarif github' -- "$cur")); return ;;
	--color) COMPREPLY=($(compgen -W 'auto always never' -- "$cur"))
		return ;;
	--fail-on) COMPREPLY=($(compgen -W 'error warning style info' \
	    -- "$cur")); return ;;
	--mode) COMPREPLY=($(compgen -W 'draft review issue' -- "$cur"))
		return ;;
	--metadata) COMPREPLY=($(compgen -W 'yes no' -- "$cur")); return ;;
	--archive) COMPREPLY=($(compgen -W '2a 3a' -- "$cur")); return ;;
	-f | --type) COMPREPLY=($(compgen -W 'docx pdf' -- "$cur")); return ;;
	--dump) COMPREPLY=($(compgen -W 'doc checked laid pages parts' \
	    -- "$cur")); return ;;
	--field) COMPREPLY=($(compgen -W 'nguoi-ky co-quan' -- "$cur"))
		return ;;
	-C | --directory | -o | --output)
		COMPREPLY=($(compgen -d -- "$cur")); return ;;
	esac
	case $cur in
	-*)
		case $command in
		build) common="$common --directory --type --output --metadata
		    --archive --jobs --dump --mode --as-of" ;;
		fix) common="$common --directory --jobs --dry-run --in-place" ;;
		check) common="$common --directory --jobs --mode --as-of
		    --list-rules" ;;
		sheet) common="$common --directory --output --as-of --mode" ;;
		status) common="$common --directory --jobs --as-of" ;;
		new | template) common="$common --directory" ;;
		inspect) common="$common --rules" ;;
		sign) common="$common --key --cert --p12 --pkcs11 --pass-file
		    --field --image --time --out" ;;
		esac
		COMPREPLY=($(compgen -W "$common" -- "$cur"))
		return ;;
	esac
	case $command in
	explain) COMPREPLY=($(compgen -W "$(vanthu explain --lang en \
	    2>/dev/null | sed 's/ .*//')" -- "$cur")) ;;
	help) COMPREPLY=($(compgen -W 'init new check fix build status sheet template
	    inspect sign explain help' -- "$cur")) ;;
	template) COMPREPLY=($(compgen -W lint -- "$cur")) ;;
	init) COMPREPLY=($(compgen -d -- "$cur")) ;;
	*) COMPREPLY=($(compgen -f -- "$cur")) ;;
	esac
}
complete -F _vanthu vanthu
