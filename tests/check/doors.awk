# usage: awk -f tests/check/doors.awk src/*/*.[ch]
# Each foreign library is included behind one door only.
BEGIN {
	door["libxml"] = "parse project"  # project: the trees libxslt works on
	door["libxslt"] = "project"
	door["yaml.h"] = "parse"
	door["utf8proc.h"] = "text"
	door["cmark-gfm.h"] = "read"
	door["cmark-gfm-core-extensions.h"] = "read"
	door["cmark-gfm-extension_api.h"] = "read"
	door["zip.h"] = "zip"
	door["hb.h"] = "font"
	door["hb-ot.h"] = "font"
	door["hb-subset.h"] = "font"
	door["fontconfig"] = "font"
	door["libdeflate.h"] = "pdf verify"  # verify inflates by its own reader
	door["zlib.h"] = "font"
	door["png.h"] = "pdf"
	door["hpdf.h"] = "pdf"
	door["openssl"] = "sign"
}
/^#[ \t]*include[ \t]*</ {
	split(FILENAME, path, "/")
	split($0, part, /[<>\/]/)
	if (!(part[2] in door))
		next
	if (index(" " door[part[2]] " ", " " path[2] " ") == 0) {
		printf "%s:%d: <%s> belongs to %s\n",
		    FILENAME, FNR, part[2], door[part[2]]
		bad = 1
	}
}
END { exit bad }
