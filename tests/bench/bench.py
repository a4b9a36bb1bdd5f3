"""usage: bench.py PROGRAM [RUNS]

Whole processes, cold: wall time and peak memory of one three-page report and of
the whole sample, with pandoc on the same Markdown beside it (DOCX only: it has
no PDF without TeX).  The commands take turns, so that a slow moment of the
machine hits all of them; the median is printed, and the ratio to pandoc.
"""
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time


def run(cmd):
    """Wall seconds and peak memory in MB (of the largest process)."""
    begin = time.perf_counter()
    pid = os.posix_spawnp(cmd[0], cmd, os.environ, file_actions=[
        (os.POSIX_SPAWN_OPEN, 1, "/dev/null", os.O_WRONLY, 0),
        (os.POSIX_SPAWN_OPEN, 2, "/dev/null", os.O_WRONLY, 0)])
    _, status, usage = os.wait4(pid, 0)
    wall = time.perf_counter() - begin
    return wall, usage.ru_maxrss / 1024, os.waitstatus_to_exitcode(status)


def main():
    prog = os.path.abspath(sys.argv[1])
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 20
    out = tempfile.mkdtemp()
    report = "input/reports/phong-kt-ket-qua.md"
    body = os.path.join(out, "report.md")
    shutil.copy(report, body)
    cmds = [
        ("vanthu build, 1 report (check+DOCX+PDF)",
         [prog, "build", "-C", "input", "-o", out + "/one", report]),
        ("vanthu build -f docx, 1 report",
         [prog, "build", "-C", "input", "-o", out + "/docx", "-f", "docx",
          report]),
        ("vanthu check, 1 report", [prog, "check", "-C", "input", report]),
        ("vanthu build, whole sample",
         [prog, "build", "-C", "input", "-o", out + "/all"]),
    ]
    if shutil.which("pandoc"):
        cmds.append(("pandoc Markdown -> DOCX, 1 report",
                     ["pandoc", "-f", "markdown", body, "-o",
                      out + "/pandoc.docx"]))
    else:
        print("pandoc is not installed: no peer")
    times = {name: [] for name, _ in cmds}
    peak = {}
    for i in range(runs + 1):
        for name, cmd in cmds:
            wall, rss, status = run(cmd)
            if status not in (0, 1):
                sys.exit("%s: status %d" % (name, status))
            if i > 0:  # the first round warms the disk cache
                times[name].append(wall)
                peak[name] = max(rss, peak.get(name, 0))
    base = statistics.median(times[cmds[-1][0]])
    print("%-42s %9s %9s %9s %8s" % ("median of %d runs" % runs, "wall ms",
                                     "min ms", "peak MB", "/pandoc"))
    for name, _ in cmds:
        med = statistics.median(times[name])
        print("%-42s %9.1f %9.1f %9.1f %8.2f" % (
            name, med * 1000, min(times[name]) * 1000, peak[name],
            med / base))
    shutil.rmtree(out)


main()
