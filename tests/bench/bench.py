"""usage: bench.py PROGRAM [RUNS]

Whole processes, cold: wall time and peak memory of one three-page report and of
the whole sample, with pandoc on the same Markdown beside it (DOCX only: it has
no PDF without TeX).  The commands take turns, so that a slow moment of the
machine hits all of them; the median is printed, and the ratio to pandoc.

Then a campaign of 300 reports checked by two workers: wall and CPU time, peak
memory of the largest process and of all together (sampled PSS), with pandoc
parsing a fifth of the same files beside it, two at a time.
"""
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time

REPORTS, JOBS = 300, 2


def run(cmd):
    """Wall seconds and peak memory in MB (of the largest process)."""
    begin = time.perf_counter()
    pid = os.posix_spawnp(cmd[0], cmd, os.environ, file_actions=[
        (os.POSIX_SPAWN_OPEN, 1, "/dev/null", os.O_WRONLY, 0),
        (os.POSIX_SPAWN_OPEN, 2, "/dev/null", os.O_WRONLY, 0)])
    _, status, usage = os.wait4(pid, 0)
    wall = time.perf_counter() - begin
    return wall, usage.ru_maxrss / 1024, os.waitstatus_to_exitcode(status)


def pss(pid):
    """Memory of a process and its children in kB, shared pages by share."""
    total, todo = 0, [pid]
    while todo:
        p = todo.pop()
        try:
            with open("/proc/%d/smaps_rollup" % p) as f:
                total += sum(int(line.split()[1]) for line in f
                             if line.startswith("Pss:"))
            with open("/proc/%d/task/%d/children" % (p, p)) as f:
                todo += [int(c) for c in f.read().split()]
        except (OSError, ValueError):
            pass  # it has ended
    return total


def run_tree(cmd):
    """Wall and CPU seconds, MB of the largest process, MB of all."""
    begin = time.perf_counter()
    child = subprocess.Popen(cmd, stdout=subprocess.DEVNULL,
                             stderr=subprocess.DEVNULL)
    peak, done = [0], threading.Event()

    def watch():
        while not done.wait(0.01):
            peak[0] = max(peak[0], pss(child.pid))

    watcher = threading.Thread(target=watch)
    watcher.start()
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.perf_counter() - begin
    done.set()
    watcher.join()
    child.returncode = os.waitstatus_to_exitcode(status)
    return (wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024,
            peak[0] / 1024, child.returncode)


def campaign(prog, out):
    """A campaign of 300 reports, each line per report beside the total."""
    path = os.path.join(out, "campaign")
    subprocess.run([sys.executable, "tests/bench/campaign.py", path,
                    str(REPORTS)], check=True)
    files = [os.path.join(path, "reports", f)
             for f in sorted(os.listdir(os.path.join(path, "reports")))]
    few = files[::5]
    rows = [("vanthu check, %d reports, -j %d" % (REPORTS, JOBS), REPORTS,
             [prog, "check", "-C", path, "-j", str(JOBS)])]
    if shutil.which("pandoc"):
        rows.append(("pandoc -t json, %d of them, %d at a time" % (
            len(few), JOBS), len(few),
            ["sh", "-c", 'n=$1; shift; printf "%s\\n" "$@" | xargs -P "$n" '
             "-n 1 pandoc --quiet -f markdown -t json -o /dev/null", "sh",
             str(JOBS)] + few))
    print("\n%-42s %8s %8s %9s %9s %9s" % (
        "median of 3 runs", "wall s", "CPU s", "ms/report", "worker MB",
        "all MB"))
    each = []
    for name, n, cmd in rows:
        runs = [run_tree(cmd) for _ in range(3)]
        if any(r[4] not in (0, 1) for r in runs):
            sys.exit("%s: status %d" % (name, runs[0][4]))
        wall, cpu, largest, every = (statistics.median(r[i] for r in runs)
                                     for i in range(4))
        each.append(wall / n)
        print("%-42s %8.2f %8.2f %9.1f %9.1f %9.1f" % (
            name, wall, cpu, wall / n * 1000, largest, every))
    if len(each) == 2:
        print("a report checked takes %.3f of the time in which pandoc parses "
              "one" % (each[0] / each[1]))


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
    campaign(prog, out)
    shutil.rmtree(out)


main()
