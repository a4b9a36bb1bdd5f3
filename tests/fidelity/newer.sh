#!/bin/sh
# usage: tests/fidelity/newer.sh
# Print the path of a LibreOffice newer than Debian 12's own, taken once from
# its backports into .build/office; or why it cannot be had, with status 77.
# The packages are unpacked, not installed: the machine stays as it is.
top=$(cd "$(dirname "$0")/../.." && pwd)
dir=$top/.build/office
program=$dir/usr/lib/libreoffice/program
newer=bookworm-backports
packages="libzxcvbn0 $(for p in libreoffice-core libreoffice-common \
    libreoffice-writer libreoffice-base-core libreoffice-uiconfig-common \
    libreoffice-uiconfig-writer uno-libs-private ure libuno-sal3 \
    libuno-salhelpergcc3-3 libuno-cppu3 libuno-cppuhelpergcc3-3 \
    libuno-purpenvhelpergcc3-3; do echo "$p/$newer"; done)"

give_up() { echo "$*"; exit 77; }

fetch() {
	site=$(apt-get indextargets --format '$(REPO_URI) $(CODENAME)' |
	    awk '$2 == "bookworm" { print $1; exit }')
	[ -n "$site" ] || give_up "this is not Debian 12"
	mkdir -p "$dir/lists/partial" "$dir/cache/archives/partial"
	for suite in bookworm $newer; do
		echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg]" \
		    "$site $suite main"
	done >"$dir/sources.list"
	set -- -qq -o Dir::Etc::SourceList="$dir/sources.list" \
	    -o Dir::Etc::SourceParts=/dev/null \
	    -o Dir::State::Lists="$dir/lists" -o Dir::Cache="$dir/cache"
	cd "$dir" || exit 1
	# shellcheck disable=SC2086
	timeout 60 apt-get "$@" update >log 2>&1 &&
	    timeout 300 apt-get "$@" download $packages >>log 2>&1 ||
	    give_up "Debian's backports cannot be had"
}

# What the packages' scripts would put in place.
unpack() {
	for deb in "$dir"/*.deb; do
		dpkg -x "$deb" "$dir" || give_up "$deb cannot be unpacked"
	done
	rm -f "$dir"/*.deb
	cp "$dir"/usr/lib/*-linux-gnu/*.so* "$program" 2>/dev/null
	registry=$program/../share/registry/main.xcd
	rm -f "$registry"
	cp "$program/../share/.registry/main.xcd" "$registry"
	sed -i 's#file:///usr/lib/libreoffice#${ORIGIN}/..#' \
	    "$program/fundamentalrc"
}

# The first start makes a profile and asks to be started again (79, 81).
wrap() {
	cat >"$dir/soffice" <<-END
	#!/bin/sh
	LD_LIBRARY_PATH=$program
	export LD_LIBRARY_PATH
	"$program/soffice.bin" "\$@"
	case \$? in
	0) exit 0 ;;
	79 | 81) exec "$program/soffice.bin" "\$@" ;;
	*) exit 1 ;;
	esac
	END
	chmod +x "$dir/soffice"
}

command -v dpkg >/dev/null || give_up "dpkg is not installed"
[ -x "$dir/soffice" ] || { fetch && unpack && wrap; }
"$dir/soffice" --version 2>/dev/null | grep -q '^LibreOffice' ||
    give_up "the newer LibreOffice does not start"
echo "$dir/soffice"
