"""usage: marks.py FILE.pdf box WIDTH HEIGHT | rule WIDTH

The box in bright red on the first page is WIDTH by HEIGHT mm from the middle of
one line to that of the other (R52: within 0.5 mm; here within 0.1).  rule: the
lowest line of the page is WIDTH mm long and stands in the lower margin.
Places are those of mutool's trace, which knows nothing of how the file was made.
"""
import re
import subprocess
import sys

MM = 72 / 25.4


def rectangles(path):
    """(colour, left, right, top, bottom) of everything filled or stroked."""
    out = subprocess.run(["mutool", "trace", path, "1"], check=True,
                         capture_output=True).stdout.decode()
    for kind, head, body in re.findall(
            r"<(fill|stroke)_path([^>]*)>(.*?)</\1_path>", out, re.S):
        color = re.search(r'color="([^"]*)"', head)[1]
        m = [float(v) for v in
             re.search(r'transform="([^"]*)"', head)[1].split()]
        for part in re.split(r"<closepath/>|(?=<moveto)", body):
            points = [(m[0] * float(x) + m[2] * float(y) + m[4],
                       m[1] * float(x) + m[3] * float(y) + m[5])
                      for x, y in re.findall(r'x="([^"]*)" y="([^"]*)"', part)]
            if points:
                xs, ys = zip(*points)
                yield color, min(xs), max(xs), min(ys), max(ys)


def middle(r):
    return (r[1] + r[2]) / 2, (r[3] + r[4]) / 2


def box(found):
    red = [r for r in found if r[0] == "1 0 0"]
    flat = sorted(middle(r)[1] for r in red if r[2] - r[1] > r[4] - r[3])
    steep = sorted(middle(r)[0] for r in red if r[2] - r[1] < r[4] - r[3])
    if len(flat) < 2 or len(steep) < 2:
        return [0, 0]
    return [(steep[-1] - steep[0]) / MM, (flat[-1] - flat[0]) / MM]


def rule(found):
    flat = [r for r in found if r[2] - r[1] > 20 * (r[4] - r[3])]
    low = max(flat, key=lambda r: r[3], default=(0, 0, 0, 0, 0))
    return [(low[2] - low[1]) / MM if low[3] > 277 * MM else 0]


def main():
    measure = {"box": box, "rule": rule}[sys.argv[2]]
    want = [float(v) for v in sys.argv[3:]]
    got = measure(list(rectangles(sys.argv[1])))
    print(sys.argv[2], " x ".join("%.2f mm" % v for v in got))
    return any(abs(a - b) > 0.1 for a, b in zip(got, want))


sys.exit(main())
