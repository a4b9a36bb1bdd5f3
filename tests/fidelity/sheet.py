"""usage: sheet.py OUTDIR CORPUS [CAMPAIGN/DOCUMENT[:PAGE[-PAGE]]...]

Contact sheets for the eye: our page and the office program's side by side, in
the order given, SHEET pairs to a sheet (OUTDIR/sheet-NN.png).  CORPUS is what
run.sh kept (KEEP=).  For each pair a line with the mean square of the
difference of the two, each rendered in grey at DPI dots: 0 the same, 1 black
for white.  A page of text moved by one dot has about 0.03; one with other text,
0.06.  Without documents: a choice of every kind of content.
"""
import os
import re
import subprocess
import sys

DPI = 100
SHEET = 4

CHOICE = ["plain/dau-03:1", "plain/dau-06:1", "plain/co-quan-01:1",
          "plain/kinh-gui-05:1", "plain/can-cu-02:1-2", "plain/dai-02:2",
          "plain/danh-sach-03:1-2", "plain/bang-01:1-2", "plain/gop-o-02:2",
          "plain/chu-thich-02:2", "plain/chu-thich-dai-01:2-3",
          "plain/hinh-00:1-2", "plain/phu-luc-01:2-4", "plain/trich-yeu-13:1",
          "dense/dai-01:1", "dense/bang-02:2", "wide/dai-01:1",
          "wide/hinh-01:2"]


def render(pdf, page, out):
    """The page in grey; its file."""
    subprocess.run(["pdftoppm", "-gray", "-r", str(DPI), "-f", str(page), "-l",
                    str(page), "-singlefile", pdf, out], check=True)
    return out + ".pgm"


def difference(a, b):
    """Mean square, 0 to 1; None when the pages are not of one size."""
    p = subprocess.run(["compare", "-metric", "MSE", a, b, "null:"],
                       capture_output=True, text=True)
    figure = re.search(r"\(([-+.e\d]+)\)", p.stderr)
    return float(figure.group(1)) if figure and p.returncode < 2 else None


def wanted(argument):
    m = re.fullmatch(r"(.+?)(?::(\d+)(?:-(\d+))?)?", argument)
    first = int(m.group(2) or 1)
    return m.group(1), range(first, int(m.group(3) or first) + 1)


def pairs(corpus, out, documents):
    """For each page wanted: title, both files, their difference."""
    n = 0
    for name, pages in map(wanted, documents):
        campaign, stem = name.split("/")
        for page in pages:
            files = [render(os.path.join(corpus, campaign, who, stem + ".pdf"),
                            page, os.path.join(out, "%s-%d" % (who, n)))
                     for who in ("ours", "theirs")]
            n += 1
            yield "%s page %d" % (name, page), files, difference(*files)


def write_sheet(out, number, some):
    """Each pair a row: ours left, theirs right, with a line around each."""
    font = subprocess.run(["fc-match", "-f", "%{file}", "Liberation Sans"],
                          check=True, capture_output=True, text=True).stdout
    args = ["montage", "-font", font]
    for title, files, _ in some:
        for who, f in zip(("ours", "theirs"), files):
            args += ["-label", "%s: %s" % (title, who), f]
    sheet = os.path.join(out, "sheet-%02d.png" % number)
    subprocess.run(args + ["-tile", "4x", "-geometry", "+6+6", "-frame", "1",
                           sheet], check=True)
    for _, files, _ in some:
        for f in files:
            os.remove(f)
    print(sheet)


def main():
    out, corpus, documents = sys.argv[1], sys.argv[2], sys.argv[3:] or CHOICE
    os.makedirs(out, exist_ok=True)
    every = list(pairs(corpus, out, documents))
    worst = 0
    for title, _, figure in every:
        print("%-32s %s" % (title, "not of one size" if figure is None else
                            "%.5f" % figure))
        worst = max(worst, 1 if figure is None else figure)
    for i in range(0, len(every), SHEET):
        write_sheet(out, i // SHEET + 1, every[i:i + SHEET])
    print("%d pages, mean %.5f, worst %.5f" % (
        len(every), sum(f or 0 for _, _, f in every) / len(every), worst))


if __name__ == "__main__":
    main()
