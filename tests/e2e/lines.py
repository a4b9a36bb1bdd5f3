"""usage: lines.py OURS.pdf THEIRS.pdf

Every word of every page at the same place in both files: same page, baseline
within 2 twips (the office program's file counts in steps of 0.1 pt), left edge
within 1 mm (it spreads a justified line over one blank more than there is).
So lines and pages agree.  Places are those of mutool's structured text.
"""
import subprocess
import sys
import xml.etree.ElementTree as ET

DX, DY = 2.84, 0.15


def pages(path):
    out = subprocess.run(["mutool", "draw", "-q", "-F", "stext", path],
                         check=True, capture_output=True).stdout
    found = []
    for page in ET.fromstring(out).iter("page"):
        words, word = [], None
        for line in page.iter("line"):
            for c in line.iter("char"):
                if c.get("c").isspace():
                    word = None
                    continue
                x, y = float(c.get("x")), float(c.get("y"))
                if word is None or abs(word[2] - y) > 1:
                    word = ["", x, y]
                    words.append(word)
                word[0] += c.get("c")
            word = None
        # "SIGN" is what the tool itself draws into an empty signature field
        found.append([tuple(w) for w in words if w[0] != "SIGN"])
    return found


def unmatched(ours, theirs):
    """Words of ours that stand nowhere near in theirs."""
    places = {}
    for w, x, y in theirs:
        places.setdefault(w, []).append((x, y))
    missing = []
    for w, x, y in ours:
        for i, (u, v) in enumerate(places.get(w, [])):
            if abs(x - u) <= DX and abs(y - v) <= DY:
                del places[w][i]
                break
        else:
            missing.append((w, x, y, places.get(w, [])[:1]))
    return missing


def main():
    ours, theirs = pages(sys.argv[1]), pages(sys.argv[2])
    total = sum(map(len, ours))
    bad = 0
    if len(ours) != len(theirs):
        print("pages: %d and %d" % (len(ours), len(theirs)))
        bad += 1
    for n, (a, b) in enumerate(zip(ours, theirs), 1):
        missing = unmatched(a, b)
        bad += len(missing) + abs(len(a) - len(b))
        for w, x, y, near in missing[:5]:
            print("page %d: %s at %.1f, %.1f; theirs %s" % (n, w, x, y, near))
    print("%d words on %d pages, %d not in the same place" %
          (total, len(ours), bad))
    return 1 if bad or total == 0 else 0


sys.exit(main())
