"""usage: PROG=... python3 columns.py CAMPAIGN

Puts a gap ("……") into a report in every way a file can be stored: Markdown text,
a value and a list of the front matter, XML text, with letters and marks written
together or apart, LF, CR LF or CR, with and without a byte order mark, tabs and
wide letters before it.  Line and column of the finding must be those of the gap
in the file itself, counted here in code points, and the caret must stand in the
cell of the gap.  Prints a TAP line for each kind.
"""
import itertools
import json
import os
import subprocess
import sys
import unicodedata
from pathlib import Path

PROG = os.environ['PROG']
DOT = Path(sys.argv[1])
GAP = '……'
HEAD = """---
Báo cáo cho: ket-qua
Đơn vị: phong-kt
Số: 5
Ngày: 2025-12-05
%s
---

# I. CÔNG TÁC CHỈ ĐẠO

%s

# II. KẾT QUẢ THỰC HIỆN

Phong trào "Cả nước chung sức xây dựng nông thôn mới" đạt kết quả tốt./.
"""
XML = """<report version="1">
 <header>
  <obligation>ket-qua</obligation><unit>phong-kt</unit>
  <number>5</number><date>2025-12-05</date>
 </header>
 <body>
  <heading level="1">I. CÔNG TÁC CHỈ ĐẠO</heading>
  <p>%s</p>
  <heading level="1">II. KẾT QUẢ THỰC HIỆN</heading>
  <p>Cả nước chung sức xây dựng nông thôn mới đạt kết quả tốt./.</p>
 </body>
</report>
"""
FILL = 'Phòng đã triển khai đến toàn thể công chức'
KINDS = {
    'markdown text': ('md', lambda t: HEAD % ('Trích yếu: Kết quả', FILL +
                      ' **từng %stổ** và ' % t + GAP + ' tổ.')),
    'markdown second line': ('md', lambda t: HEAD % (
        'Trích yếu: Kết quả', FILL + '\n' + 'của%stổ ' % (t or ' ') + GAP +
        ' đã họp.')),
    'markdown table': ('md', lambda t: HEAD % (
        'Trích yếu: Kết quả', FILL + ':\n\n| Tổ | Kết quả |\n|---|---|\n' +
        '| Tổ %sđã họp | ' % t + GAP + ' |\n')),
    'front matter value': ('md', lambda t: HEAD % (
        'Trích yếu:%sKết quả của ' % (t or ' ') + GAP, FILL + '.')),
    'xml text': ('xml', lambda t: XML % (
        FILL + ' <b>từng %stổ</b> và ' % t + GAP + ' tổ.')),
}


def stored(text, nfd, end, bom):
    if nfd:
        text = unicodedata.normalize('NFD', text)
    return (b'\xef\xbb\xbf' if bom else b'') + \
        text.replace('\n', end).encode()


def place(data, end, whole):
    """Line and column of the gap, or of what holds it, in the bytes."""
    text = data.decode('utf-8-sig')
    at = text.index(whole)
    before = text[:at].split(end)
    return len(before), len(before[-1]) + 1


def cells(text):
    """Terminal cells, tabs to the next stop of eight."""
    n = 0
    for c in text:
        if c == '\t':
            n += 8 - n % 8
        elif unicodedata.category(c) not in ('Mn', 'Me'):
            n += 2 if unicodedata.east_asian_width(c) in 'WF' else 1
    return n


def run(*words):
    return subprocess.run([PROG, 'check', '-C', str(DOT), '--lang', 'en',
                           *words], capture_output=True, text=True)


def caret(said, file, line, text, col):
    """Does the caret stand in the gap's cell of the line as it is shown?"""
    lines = said.split('\n')
    for i, shown in enumerate(lines):
        if not shown.startswith('%s:%d:%d:' % (file, line, col)) or \
                'text/placeholder' not in shown:
            continue
        row, mark = lines[i + 1], lines[i + 2]
        begin = row.index('| ') + 2
        if cells(text) <= 72:
            return mark.index('^') - begin == cells(text[:col - 1])
        shown = row[begin:]         # it is cut before or behind
        return cells(shown[:shown.index(GAP)]) == mark.index('^') - begin
    return False


def write(kind, ext, make):
    """The report in every way to store it: (name, file, line, column, text)."""
    for old in (DOT / 'reports').iterdir():
        old.unlink()
    for n, (nfd, end, bom, tab) in enumerate(itertools.product(
            (False, True), ('\n', '\r\n', '\r'), (False, True),
            ('', '\t', '漢字 '))):
        whole = GAP
        if kind == 'front matter value':    # a value is named as a whole
            tab = ' 漢字 ' if tab == '漢字 ' else tab
            whole = (tab.strip() + ' Kết quả').strip()
            whole = unicodedata.normalize('NFD', whole) if nfd else whole
        data = stored(make(tab), nfd, end, bom)
        file = DOT / 'reports' / ('r%02d.%s' % (n, ext))
        file.write_bytes(data)
        line, col = place(data, end, whole)
        yield ('%s%r%s %r' % ('NFD ' if nfd else '', end,
                              ' BOM' if bom else '', tab),
               str(file), line, col,
               data.decode('utf-8-sig').split(end)[line - 1])


def test(kind, ext, make):
    ways = list(write(kind, ext, make))
    found = json.loads(run('--format', 'json').stdout)['findings']
    said = run().stderr
    wrong = []
    for name, file, line, col, text in ways:
        got = [(f['line'], f['column'], f['source']) for f in found
               if f['rule'] == 'text/placeholder' and f['file'] == file]
        if got != [(line, col, text)]:
            wrong.append('%s: %s, not %s' % (name, got, (line, col, text)))
        elif not caret(said, file, line, text, col):
            wrong.append('%s: caret' % name)
    print('not ok' if wrong else 'ok', '- columns:', kind,
          '(%d ways to store it)' % len(ways))
    print('\n'.join(wrong), end='\n' if wrong else '')
    return not wrong


sys.exit(0 if all([test(k, *v) for k, v in KINDS.items()]) else 1)
