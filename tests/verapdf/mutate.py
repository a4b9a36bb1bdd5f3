"""usage: mutate.py PDF FOLDER

Writes the PDF into FOLDER, once as it is (whole.pdf) and once for each fault
below, and prints "FILE FLAVOUR CLAUSE" for the rule of veraPDF that each must
break.  The file is edited in qpdf's QDF form, where everything is plain text.
"""
import re
import subprocess
import sys

# name, flavour and clause of the rule, what is replaced once, by what
FAULTS = [
    ("untagged", "ua1", "7.1", rb"/P<</MCID 0>>BDC(.*?)EMC\n", rb"\1"),
    ("no-mark-info", "2a", "6.7.2.2", rb"/MarkInfo <<.*?>>\n", b""),
    ("no-lang", "ua1", "7.2", rb"  /Lang \(vi-VN\)\n", b""),
    ("no-to-unicode", "2a", "6.2.11.7.2", rb"  /ToUnicode \d+ 0 R\n", b""),
    ("width", "2a", "6.2.11.5", rb"(/W \[\s*\d+\s+\d+\s+)(\d)", rb"\g<1>9\2"),
    ("no-tree", "2a", "6.7.3.3", rb"  /StructTreeRoot \d+ 0 R\n", b""),
    ("no-title-shown", "ua1", "7.1", rb"/DisplayDocTitle true",
     b"/DisplayDocTitle false"),
    ("no-scope", "ua1", "7.5", rb"    /Scope /Column\n", b""),
    ("heading-skipped", "ua1", "7.4.2", rb"/S /H2\b", b"/S /H3"),
    ("no-intent", "2a", "6.2.4.3", rb"/OutputIntents \[.*?\]\n", b""),
    ("no-id", "2a", "6.1.3", rb"/ID \[<[0-9a-f]+><[0-9a-f]+>\]", b""),
    ("no-level", "2a", "6.6.4", rb"<pdfaid:part>2", b"<pdfaid:part>3"),
    ("note-without-id", "ua1", "7.9", rb"  /ID \(note-\d+\)\n", b""),
    ("no-alt", "ua1", "7.3", rb"  /Alt (\([^\n]*\)|<[0-9a-f]*>)\n", b""),
    ("not-printed", "2a", "6.3.2", rb"  /F 4\n", b""),
    ("tab-order", "ua1", "7.18.3", rb"  /Tabs /S\n", b""),
    ("no-way-back", "ua1", "7.1", rb"  /StructParents \d+\n", b""),
    ("no-schema", "2a", "6.6.2.3", rb"<pdfaExtension:schemas>.*?"
     rb"</pdfaExtension:schemas>\n", b""),
    ("no-metadata", "2a", "6.6.2.1", rb"  /Metadata \d+ 0 R\n", b""),
    ("no-ua-part", "ua1", "5", rb"<pdfuaid:part>1</pdfuaid:part>\n", b""),
    ("no-program", "2a", "6.2.11.4", rb"  /FontFile2 \d+ 0 R\n", b""),
    ("no-glyph-map", "2a", "6.2.11.3.2", rb"  /CIDToGIDMap /Identity\n", b""),
    ("no-appearance", "2a", "6.3.3", rb"  /AP <<.*?>>\n", b""),
    ("field-unnamed", "ua1", "7.18.1", rb"  /TU (\([^\n]*\)|<[0-9a-f]*>)\n",
     b""),
    ("link-without-text", "ua1", "7.18.5",
     rb"  /Contents (\([^\n]*\)|<[0-9a-f]*>)\n(?=.*?/Subtype /Link)", b""),
]


def qdf(data):
    return subprocess.run(
        ["qpdf", "--qdf", "--object-streams=disable",
         "--newline-before-endstream", "--no-original-object-ids", data, "-"],
        check=True, stdout=subprocess.PIPE).stdout


def write(path, text):
    fixed = subprocess.run(["fix-qdf"], input=text, check=True,
                           stdout=subprocess.PIPE).stdout
    with open(path, "wb") as f:
        f.write(fixed)


def main():
    text = qdf(sys.argv[1])
    folder = sys.argv[2]
    write(folder + "/whole.pdf", text)
    for name, flavour, clause, pattern, by in FAULTS:
        changed, n = re.subn(pattern, by, text, count=1, flags=re.S)
        if n == 0:
            sys.exit("mutate.py: nothing to change for " + name)
        write("%s/%s.pdf" % (folder, name), changed)
        print("%s/%s.pdf %s %s" % (folder, name, flavour, clause))


main()
