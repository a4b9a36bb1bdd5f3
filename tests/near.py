"""usage: PROG=... TOP=... python3 tests/near.py [--count] [PATTERN]

The near misses: what `vanthu explain` shows as right does not bring the finding,
and brings no other.  For every finding with an example a case of tests/cases is
found that produces the finding (its want.* say so) and holds the bad example
verbatim, in its files, its setup, its cmd or the campaign it is laid over.  There
the good example is put in its place and the command run again: the finding must
be gone, and no error or warning that the case does not have may come.  A case
whose fault is no piece of text has a script "near", which mends the copy.

tests/near.txt names the tests, outside the cases, of other findings, a line each:
	FINDING | FILE: words of the test that produces it | FILE: ... that does not
FINDING may be a pattern (inspect/*).

Prints a TAP line for each finding; --count runs nothing, prints what is missing
and the totals (make check).
"""
import fnmatch
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

PROG = os.environ['PROG']
TOP = Path(os.environ['TOP']).resolve()
CASES = TOP / 'tests/cases'
OURS = re.compile(r'^(cmd|setup|near|after|want\..*)$')
FINDING = re.compile(
    r'(?:^|: )(error|warning|style|info): ([a-z]+/[a-z0-9-]+): (.*)$', re.M)
ENV = dict(os.environ, VANTHU_TEMPLATES=str(TOP / 'templates'),
           LC_ALL='en_US.UTF-8', LANGUAGE='en', PROG=PROG)


def text_of(path):
    return path.read_bytes().decode('utf-8', 'replace')


class Case:
    """A folder of tests/cases: its files and what it must find."""

    def __init__(self, folder):
        self.folder = folder
        self.name = str(folder.relative_to(CASES))
        self.want = set()
        for f in folder.glob('want.*'):
            self.want |= findings(text_of(f))
        self.near = folder / 'near'
        files = [f for f in sorted(folder.rglob('*'))
                 if f.is_file() and not f.is_symlink()
                 and not (f.parent == folder and OURS.match(f.name))]
        base = CASES / 'base'
        laid = {f.relative_to(folder) for f in files}
        self.places = [(f, f.relative_to(folder)) for f in files] + [
            (folder / n, n) for n in ('cmd', 'setup')
            if (folder / n).exists()] + [
            (f, f.relative_to(base)) for f in sorted(base.rglob('*'))
            if f.is_file() and f.relative_to(base) not in laid]

    def names(self):
        return {rule for _, rule, _ in self.want}

    def place_of(self, bad):
        """The first file that holds the text: (file, its name in the copy)."""
        for f, name in self.places:
            if bad.encode() in f.read_bytes():
                return f, name
        return None


def findings(text):
    """(level, rule, rest) of every finding printed."""
    found = set(FINDING.findall(text))
    if '"findings"' in text:
        try:
            for f in json.loads(text)['findings']:
                found.add((f['level'], f['rule'], f.get('detail', '')))
        except ValueError:
            pass
    return found


def copy_of(case, work):
    shutil.copytree(CASES / 'base', work, dirs_exist_ok=True)
    for f in case.folder.iterdir():
        if OURS.match(f.name):
            continue
        if f.is_dir():
            shutil.copytree(f, work / f.name, symlinks=True,
                            dirs_exist_ok=True)
        else:
            shutil.copy2(f, work / f.name, follow_symlinks=False)


def shell(script, work, **env):
    return subprocess.run(['sh', '-c', script], cwd=work, env=dict(ENV, **env),
                          stdin=subprocess.DEVNULL, capture_output=True)


def mended(case, work, bad, good):
    """Lay out the copy with the good example; the words of its command, or None
    if the machine refuses the setup."""
    words = {n: text_of(case.folder / n) if (case.folder / n).exists() else ''
             for n in ('cmd', 'setup')}
    place = case.place_of(bad)
    if place is not None:
        f, name = place
        if f.parent == case.folder and f.name in words:
            words[f.name] = words[f.name].replace(bad, good, 1)
        else:
            (work / name).write_bytes(
                f.read_bytes().replace(bad.encode(), good.encode(), 1))
    if words['setup'] and shell(words['setup'], work).returncode != 0:
        return None
    if place is None:
        if shell(text_of(case.near), work).returncode != 0:
            return 'false'
    return words['cmd']


def run(case, rule, bad, good):
    """None when the near miss is silent, '' when skipped, or what is wrong."""
    with tempfile.TemporaryDirectory() as top:
        work = Path(top) / 'dot'
        work.mkdir()
        copy_of(case, work)
        cmd = mended(case, work, bad, good)
        if cmd is None:
            return ''
        if cmd == 'false':
            return 'its script "near" fails'
        done = shell('eval "set -- $CMD"; exec timeout 60 "$PROG" "$@"', work,
                     CMD=cmd)
        if (work / '.cleanup').exists():
            shell('sh ./.cleanup', work)
        shell('chmod -R u+rw .', work)
    said = (done.stdout + done.stderr).decode('utf-8', 'replace')
    got = findings(said)
    if done.returncode > 1:
        return 'status %d: %s' % (done.returncode, said)
    if rule in {r for _, r, _ in got}:
        return 'the finding is still there:\n' + said
    new = [f for f in got - case.want if f[0] in ('error', 'warning')]
    return None if not new else 'came in its place: %s\n' % new


def elsewhere():
    """tests/near.txt: (pattern, producing test, near miss)."""
    rows = []
    for line in text_of(TOP / 'tests/near.txt').splitlines():
        if line.strip() and not line.startswith('#'):
            rows.append([w.strip() for w in line.split(' | ')])
    return rows


def has_test(where, words):
    """Does the file stand there, with the title and one of the words?"""
    name, _, title = where.partition(': ')
    f = TOP / name
    if not f.is_file():
        return False
    text = text_of(f)
    return title != '' and title in text and (
        not words or any(re.search(r'\b%s\b' % re.escape(w), text)
                         for w in words))


def named_tests(rule, rows):
    """Of near.txt: None if it has no row, else what is wrong with it or ''."""
    id = 'DIAG_' + rule.replace('/', '_').replace('-', '_').upper()
    for pattern, makes, near in rows:
        if fnmatch.fnmatch(rule, pattern):
            if not has_test(makes, (rule, id)):
                return 'no such test: ' + makes
            return '' if has_test(near, None) else 'no such test: ' + near
    return None


def cases_of(rule, shown, cases):
    """The cases that can show the near miss, the simplest first."""
    fit = [c for c in cases if rule['rule'] in c.names() and
           (c.place_of(shown) is not None or c.near.exists())]
    return sorted(fit, key=lambda c: (c.place_of(shown) is None, len(c.want),
                                      c.name))


def test(rule, cases, rows):
    """A TAP line, and what was wrong below it."""
    name = 'near: ' + rule['rule']
    said = named_tests(rule['rule'], rows)
    if said is not None:
        return 'ok - ' + name + ': tests/near.txt' if said == '' else \
            'not ok - %s: %s' % (name, said)
    wrong = []
    for case in cases_of(rule, rule['bad'], cases):
        said = run(case, rule['rule'], rule['bad'], rule['good'])
        if said is None:
            return 'ok - %s: %s' % (name, case.name)
        if said == '':
            return 'ok - %s # SKIP setup of %s refused' % (name, case.name)
        wrong.append('%s: %s' % (case.name, said))
    return 'not ok - %s\n%s' % (name, '\n'.join(wrong) or
                                'no case that finds it holds the bad example')


def lack(rule, cases, rows):
    """What a finding still needs, and how far it came: (words, made, near)."""
    made = any(rule['rule'] in c.names() for c in cases)
    said = named_tests(rule['rule'], rows)
    if said:
        return said, made, False
    if said is None and not made:
        return ('no case of tests/cases produces it and tests/near.txt does '
                'not name its tests'), False, False
    if 'bad' not in rule:
        return ('add an EXAMPLE row to src/diag/example_%s.def'
                % area_of(rule['rule'])), True, False
    if said is None and not cases_of(rule, rule['bad'], cases):
        return ('no case that produces it holds its bad example verbatim or '
                'has a script "near"'), True, False
    return None, True, True


def count(rules, cases, rows):
    """What make check prints; false if a finding lacks something."""
    got = [lack(r, cases, rows) for r in rules]
    for rule, (words, _, _) in zip(rules, got):
        if words:
            print('%s: %s' % (rule['rule'], words))
    idle = [p for p, _, _ in rows
            if not fnmatch.filter((r['rule'] for r in rules), p)]
    if idle:
        print('tests/near.txt: no such finding: ' + ', '.join(idle))
    print('catalogue: %d findings; %d produced, %d near misses, %d examples' %
          (len(rules), sum(made for _, made, _ in got),
           sum(near for _, _, near in got), sum('bad' in r for r in rules)))
    return not idle and not any(words for words, _, _ in got)


def area_of(rule):
    """The file of the catalogue that has the finding."""
    id = rule.replace('/', '_').replace('-', '_').upper()
    for f in sorted((TOP / 'src/diag').glob('area_*.def')):
        if 'DIAG(%s,' % id in text_of(f):
            return f.stem[len('area_'):]
    return 'AREA'


def main():
    words = sys.argv[1:]
    only = [w for w in words if w != '--count']
    said = subprocess.run([PROG, 'explain', '--lang', 'vi', '--format', 'json'],
                          capture_output=True, check=True).stdout
    rules = json.loads(said)['rules']
    cases = [Case(f.parent) for f in sorted(CASES.glob('*/*/cmd'))]
    rows = elsewhere()
    if '--count' in words:
        sys.exit(0 if count(rules, cases, rows) else 1)
    wanted = [r for r in rules if 'bad' in r and
              (not only or any(w in r['rule'] for w in only))]
    bad = False
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for line in pool.map(lambda r: test(r, cases, rows), wanted):
            print(line, flush=True)
            bad = bad or line.startswith('not ok')
    sys.exit(1 if bad else 0)


if __name__ == '__main__':
    main()
