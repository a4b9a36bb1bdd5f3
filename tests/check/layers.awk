# usage: awk -f tests/check/layers.awk src/LAYERS src/*/*.[ch]
# src/LAYERS has lines such as "docx: base layout template doc".
FILENAME == ARGV[1] {
	sub(/#.*/, "")
	n = split($0, f, /[: \t]+/)
	for (i = 2; i <= n; i++)
		may[f[1], f[i]] = 1
	next
}
/^#[ \t]*include[ \t]*"/ {
	split(FILENAME, path, "/")
	split($0, quoted, "\"")
	split(quoted[2], target, "/")
	if (target[1] != path[2] && !((path[2], target[1]) in may)) {
		printf "%s:%d: %s may not include %s\n",
		    FILENAME, FNR, path[2], target[1]
		bad = 1
	}
}
END { exit bad }
