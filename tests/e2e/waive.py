"""usage: PROG=... TOP=... python3 tests/e2e/waive.py

Every error that waivable.def lets a waiver name can be waived without harm: a
case of tests/cases that finds it, and no other error, is built with the waiver,
and a DOCX and a PDF come of it that the program's own reading back finds right.
An error that is not there is refused, whatever it is.  Prints TAP lines.
"""
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

TOP = Path(os.environ['TOP'])
sys.path.insert(0, str(TOP / 'tests'))
from near import CASES, ENV, PROG, Case, copy_of, shell  # noqa: E402

LINE = re.compile(r'^([^:\n]+):(\d+):\d+: error: ([a-z]+/[a-z0-9-]+): ', re.M)
WAIVER = ('<waivers version="1">\n <waiver finding="%s" file="%s" line="%s" '
          'until="2099-12-31" by="Nguyễn Văn A">Thử</waiver>\n</waivers>\n')


def run(work, *words):
    return subprocess.run([PROG, *words], cwd=work, env=ENV, text=True,
                          capture_output=True, timeout=120)


def errors(case):
    """(file, line, rule) of the errors the case wants; once each."""
    f = case.folder / 'want.diag'
    return sorted(set(LINE.findall(f.read_text(encoding='utf-8')))) \
        if f.exists() else []


def build(case, waiver):
    """What build says with the waiver, and whether both documents came."""
    with tempfile.TemporaryDirectory() as top:
        work = Path(top) / 'dot'
        work.mkdir()
        copy_of(case, work)
        if (case.folder / 'setup').exists():
            shell((case.folder / 'setup').read_text(encoding='utf-8'), work)
        (work / 'waivers.xml').write_text(WAIVER % waiver, encoding='utf-8')
        stem = Path(waiver[1]).stem
        said = run(work, 'build', '-o', 'out', stem)
        made = all((work / 'out' / (stem + end)).exists()
                   for end in ('.docx', '.pdf'))
    return said, made


def wrong_with(case, rule, file, line):
    said, made = build(case, (rule, file, line))
    if not made or said.returncode != 0:
        return 'status %d\n%s' % (said.returncode, said.stderr)
    if 'error (waived): ' + rule not in said.stderr or \
            re.search(r': (verify|io|waiver)/', said.stderr):
        return said.stderr
    return None


def test(rule, cases):
    tried = []
    for case in cases:
        found = errors(case)
        if len(found) != 1 or found[0][2] != rule:
            continue
        if not found[0][0].startswith(('reports/', 'documents/')):
            continue
        said = wrong_with(case, rule, found[0][0], found[0][1])
        if said is None:
            print('ok - waived: %s: %s' % (rule, case.name))
            return True
        tried.append('%s: %s' % (case.name, said))
    print('not ok - waived: %s\n%s' % (rule, '\n'.join(tried) or
                                       'no case finds it alone'))
    return False


def refused(rules):
    """All other errors, in one file, each refused by name."""
    body = ''.join(WAIVER.split('\n')[1] % (r, 'reports/ok.md', '1') + '\n'
                   for r in rules)
    with tempfile.TemporaryDirectory() as top:
        work = Path(top) / 'dot'
        work.mkdir()
        copy_of(Case(CASES / 'waiver/holds'), work)
        (work / 'waivers.xml').write_text(
            '<waivers version="1">\n%s</waivers>\n' % body, encoding='utf-8')
        said = json.loads(run(work, 'check', '--format', 'json').stdout)
    got = sorted(f['detail'] for f in said['findings']
                 if f['rule'] == 'waiver/forbidden')
    good = got == sorted(rules) and len(rules) > 200
    print('ok' if good else 'not ok', '- %d errors cannot be waived' %
          len(rules))
    return good


def main():
    rules = json.loads(run(TOP, 'check', '--list-rules', '--format',
                           'json').stdout)['rules']
    cases = [Case(f.parent) for f in sorted(CASES.glob('*/*/cmd'))]
    errs = [r for r in rules if r['level'] == 'error']
    good = [test(r['rule'], cases) for r in errs if r['waivable']]
    good.append(refused([r['rule'] for r in errs if not r['waivable']] +
                        [r['rule'] for r in rules if r['class'] == 'machine'
                         and r['level'] != 'error']))
    return 0 if all(good) and len(good) > 10 else 1


sys.exit(main())
