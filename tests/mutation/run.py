"""usage: run.py PROGRAM [SEED [COUNT]] [--misses FILE] [-k WORD]

COUNT (200) mistakes of the kinds in kinds.py, one each in a correct document of
input/ or tests/quiet/, the same for the same SEED (1); `vanthu check` must tell each by the
right finding in the right line.  Prints a table by kind, every one that was not
told so, and the share of those that were.  Exit status 1 below 95 %.
"""
import argparse
import concurrent.futures
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from kinds import KINDS  # noqa: E402
from paper import Paper  # noqa: E402

TOP = os.path.normpath(os.path.join(os.path.dirname(
    os.path.abspath(__file__)), "../.."))
ENOUGH = 0.95


def papers():
    """Those of the sample, and documents of tests/quiet with more tables."""
    out = []
    for top, folder in (("input", "reports"), ("input", "documents"),
                        ("tests/quiet", "documents")):
        path = os.path.join(TOP, top, folder)
        for name in sorted(os.listdir(path)):
            if name.endswith((".md", ".xml")):
                with open(os.path.join(path, name), encoding="utf-8",
                          newline="") as f:
                    out.append(Paper(folder + "/" + name, f.read()))
    return out


def check(prog, paper, text):
    """The findings of one paper alone in its campaign."""
    with tempfile.TemporaryDirectory() as dir_:
        for name in ("plan.xml", "office.xml"):
            shutil.copy(os.path.join(TOP, "input", name), dir_)
        for folder in ("reports", "documents"):
            os.mkdir(os.path.join(dir_, folder))
        if "](anh/" in text:
            shutil.copytree(os.path.join(TOP, "input/reports/anh"),
                            os.path.join(dir_, "reports/anh"))
        path = os.path.join(dir_, paper.path)
        with open(path, "w", encoding="utf-8", newline="") as f:
            f.write(text)
        done = subprocess.run(
            [prog, "check", "-C", dir_, "--format", "json", "-j", "1"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=60)
        if done.returncode not in (0, 1):
            return [{"rule": "exit/%d" % done.returncode, "line": 0,
                     "detail": "", "file": path}]
        return [f for f in json.loads(done.stdout)["findings"]
                if f.get("file") == path]


def mutants(seed, count, word, of):
    """(name, ids, paper, text, lines): the kinds take turns until there are
    enough; a kind that fits no paper twice differently is left out."""
    rng = random.Random(seed)
    rows, seen = [], set()
    kinds = [k for k in KINDS if word in k[0]]
    idle = 0
    while len(rows) < count and idle < 3:
        before = len(rows)
        for name, ids, make in rng.sample(kinds, len(kinds)):
            if len(rows) == count:
                break
            for paper in rng.sample(of, len(of)):
                mutant = make(paper, rng)
                if mutant is None:
                    continue
                text, lines = mutant.apply(paper.text)
                if text == paper.text or (paper.path, text) in seen:
                    continue
                seen.add((paper.path, text))
                rows.append((name, ids, paper, text, lines))
                break
        idle = idle + 1 if len(rows) == before else 0
    return rows


def judge(ids, lines, findings, known):
    """Told how: "right", "elsewhere", "otherwise" (another finding in the
    right line), "missed"."""
    new = [f for f in findings if (f["rule"], f.get("detail")) not in known]
    own = [f for f in new if f["rule"] in ids]
    if any(f["line"] in lines for f in own):
        return "right", new
    if own:
        return "elsewhere", new
    if any(f["line"] in lines for f in new):
        return "otherwise", new
    return "missed", new


def main():
    args = argparse.ArgumentParser()
    args.add_argument("prog")
    args.add_argument("seed", nargs="?", type=int, default=1)
    args.add_argument("count", nargs="?", type=int, default=200)
    args.add_argument("--misses")
    args.add_argument("-k", default="", help="only kinds with this word")
    args = args.parse_args()
    prog = os.path.abspath(args.prog)
    os.environ["VANTHU_TEMPLATES"] = os.path.join(TOP, "templates")
    os.environ["LC_ALL"] = "C.UTF-8"
    of = papers()
    rows = mutants(args.seed, args.count, args.k, of)
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        known = dict(zip(of, pool.map(
            lambda p: {(f["rule"], f.get("detail"))
                       for f in check(prog, p, p.text)}, of)))
        told = list(pool.map(lambda r: check(prog, r[2], r[3]), rows))
    table, bad = {}, []
    for (name, ids, paper, _, lines), findings in zip(rows, told):
        how, new = judge(ids, lines, findings, known[paper])
        n = table.setdefault(name, {})
        n[how] = n.get(how, 0) + 1
        if how != "right":
            bad.append("%s: %s: %s: lines %s, want %s, got %s" % (
                how, name, paper.path, span(lines), " ".join(sorted(ids)),
                "; ".join("%d %s" % (f["line"], f["rule"])
                          for f in new[:4]) or "nothing"))
    print("%-50s %5s %5s %9s %9s %6s" % (
        "seed %d" % args.seed, "all", "right", "elsewhere", "otherwise",
        "missed"))
    for name, _, _ in KINDS:
        n = table.get(name)
        if n:
            print("%-50s %5d %5d %9d %9d %6d" % (
                name, sum(n.values()), n.get("right", 0),
                n.get("elsewhere", 0), n.get("otherwise", 0),
                n.get("missed", 0)))
    print("\n".join(bad))
    if args.misses:
        with open(args.misses, "w", encoding="utf-8") as f:
            f.write("\n".join(bad) + "\n")
    right = len(rows) - len(bad)
    print("%d of %d told by the right finding in the right line (%.1f %%), "
          "%d kinds" % (right, len(rows), 100 * right / len(rows),
                        len(table)))
    return right < ENOUGH * len(rows)


def span(lines):
    lines = sorted(lines)
    return "%d..%d" % (lines[0], lines[-1]) if len(lines) > 3 else \
        ",".join(map(str, lines))


sys.exit(main())
